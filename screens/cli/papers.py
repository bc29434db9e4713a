"""Meetings made from what councils have: agenda packs, reports, Modern.gov's files; and papers that come later."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
from click.termui import progressbar

from screens.cli.finding import find, note
from screens.cli.remembering import letters_of, remembered
from screens.cli.saying import Refused, fault_log, hint, in_a_terminal, must_be_there, need_terminal
from screens.cli.settings import read_settings, theme_named
from screens.learning import learn_papers
from store.library import Library

if TYPE_CHECKING:
    from clerk.events import Convened
    from clerk.setup.profile import Profiles
    from store.packs import Pack, Progress
    from store.packs.reviewing import Review
    from store.packs.stream import Stream
    from store.packs.unfinished import Unfinished

_AT_THE_DESK = "Items, motions and people can be added at the desk: + there, and n."
YES = click.option("--yes", is_flag=True, help="Take what is found as it is, and print what is doubtful.")


def is_pack(files: Sequence[Path]) -> bool:
    """Whether these are papers to be read, or none at all, and not a meeting set out as TOML."""
    if len(files) != 1:
        return True
    file = files[0]
    if str(file) == "-" or file.suffix.lower() == ".toml" or file.is_dir() or not file.exists():
        return False
    from store.packs.kinds import CannotRead, kind_of_file

    try:
        return kind_of_file(file) != "toml"
    except CannotRead:
        return True


def fields_in(file: Path) -> dict[str, Any]:
    """The fields of a meeting set out as TOML; `-` is what is piped in. Raises `Refused`."""
    from store.packs.kinds import MOST_BYTES, CannotRead
    from store.packs.reading import read_file

    try:
        if str(file) != "-":
            must_be_there(file, "file")
            return read_file(file).data or {}
        with TemporaryDirectory() as folder:
            # One byte more than may be is enough to be told so.
            (piped := Path(folder) / "what is piped in.toml").write_bytes(sys.stdin.buffer.read(MOST_BYTES["toml"] + 1))
            return read_file(piped).data or {}
    except CannotRead as error:
        said = f"{error.said[0].upper()}{error.said[1:]}"
        raise Refused(f"{file} cannot be used yet, and no meeting was made:\n  - {said}") from None


def from_packs(
    files: Sequence[Path],
    yes: bool,
    library: Library,
    profiles: Profiles,
    read: Callable[[Sequence[Stream]], None] | None = None,
) -> tuple[Convened, Pack]:
    """The meeting that papers set up, once the clerk has looked at it; without files, as it is typed. `read`
    is given what was read in them. Raises `Refused`."""
    from store.packs import BY_HAND, read_pack
    from store.packs.unfinished import Unfinished

    if not files:
        need_terminal()
        yes = False
    known = remembered(library)
    with shown_progress() if files else nullcontext() as progress:
        pack, failed = read_pack(files, known, progress, profiles, read)
    if failed and len(failed) == len(files) and (yes or not in_a_terminal()):
        # There is nothing to take as it is found, and nobody to type it.
        raise Refused("\n".join([*map(str, failed), "No meeting was made.", BY_HAND]))
    if yes and (grave := [doubt.text for doubt in pack.all_doubts() if doubt.grave]):
        raise Refused(
            "\n".join([f"{_names(files)}: {grave[0]}", *grave[1:]])
            + "\nNo meeting was made: this is asked, and not taken as found. Without “--yes” you can answer it."
        )
    unfinished = Unfinished(library.home, "new", files)
    title = f"New meeting: {_names(files)}" if files else "New meeting, typed by hand"
    return reviewed_pack(pack, title, _names(files) or "typed by hand", yes, library, profiles, unfinished)


def reviewed_pack(
    pack: Pack, title: str, source: str, yes: bool, library: Library, profiles: Profiles, unfinished: Unfinished
) -> tuple[Convened, Pack]:
    """The meeting that a pack sets up, once the clerk has looked at it. Raises `Refused`."""
    from screens.house_styles import faults_of_wording
    from store.packs import convened
    from store.packs.reviewing import Review

    review = Review(pack, remembered(library), profiles, faults_of_wording)
    reviewed = _looked_at(review, title, yes, unfinished)
    body = reviewed.meeting.get("known as") or reviewed.meeting.get("body")
    if faults := "\n".join(f"  - {fault}" for fault in review.faults()):
        raise Refused(
            f"{source}: no meeting can be made of it yet:\n{faults}\n"
            "Without “--yes” what is missing can be typed where it is shown."
        )
    unfinished.forget()
    return convened(reviewed, source, letters_of(library, body), profiles), reviewed


def next_of(
    body: str, day: date, apologies: Sequence[str], yes: bool, library: Library, profiles: Profiles
) -> tuple[Convened, Pack]:
    """The next meeting of a body, once the clerk has looked at what is proposed for it; `apologies` are names as typed.
    Raises `Refused`, `Unclear`."""
    from clerk.library.next import next_meeting, with_days
    from store.bodies import bodies
    from store.index.overview import evenings, up_to_date
    from store.packs.proposing import pack_of
    from store.packs.unfinished import Unfinished
    from store.records import read_records

    every = bodies(library)
    with up_to_date(library.home) as search:
        sends = {path.stem for path, _ in search.public.pointing("sent")}
        attended = evenings(search)
    records, troubles = read_records(
        library.home,
        lambda one: (
            one.name in sends
            or not one.body
            or every.is_like(body, one.body, one.body_id)
            or body in every.of(one.body, one.body_id).ids
        ),
    )
    for sentence in troubles:
        hint(sentence)
    proposed = next_meeting(body, day, records, every, attended, apologies, date.today())
    for item in proposed.items:
        hint(f"{item.title}: {item.came}")
    unfinished = Unfinished(library.home, f"next {proposed.body} {day.isoformat()}", ())
    title = f"Next meeting of the {proposed.body}"
    convened, pack = reviewed_pack(pack_of(proposed), title, proposed.came, yes, library, profiles, unfinished)
    return with_days(convened, proposed), pack


def _looked_at(review: Review, title: str, yes: bool, unfinished: Unfinished) -> Pack:
    """The pack as the clerk leaves it. Raises `Refused` where it is not to be used."""
    from store.packs.unread import said_of

    for sentence in review.pack.notes:
        hint(sentence)
    if yes:
        for doubt in review.pack.all_doubts():
            hint(f"! {doubt.text}")
        if review.pack.unread:
            listed = "\n".join(f"  {fact.place}: {fact.value}" for fact in review.pack.unread)
            hint(f"{said_of(review.pack.unread)}\n{listed}")
        return review.pack
    if not in_a_terminal():
        raise Refused(
            "Nothing was made of it: what is found has to be looked at, which needs a terminal. "
            "With “--yes” it is taken as found, and what is doubtful is printed."
        )
    from screens.review.app import open_review

    if earlier := unfinished.load():
        review.go_on_from(earlier)
        review.pack.notes.append("What you had put right is here again. z takes it back.")
    settings, _ = read_settings()
    theme, _ = theme_named(settings.theme)
    used, _ = open_review(review, title, unfinished.keep, theme=theme, log=fault_log())
    if not used:
        kept = " What you put right is kept for when you come back to it." if review.changed else ""
        raise Refused(f"Nothing was made of it.{kept}")
    return review.pack


def _names(files: Sequence[Path]) -> str:
    return ", ".join(file.name for file in files)


@contextmanager
def shown_progress(label: str = "Reading") -> Iterator[Progress | None]:
    """A bar for what takes long, where someone is looking."""
    if not in_a_terminal():
        yield None
        return
    # To the terminal itself: a bar goes back in its line, by what nothing else may send there.
    with progressbar(length=1, label=label, file=sys.__stderr__) as bar:

        def progress(page: int, pages: int) -> None:
            if page <= bar.pos:
                # The next file begins.
                bar.pos = 0
            bar.length = pages
            bar.update(page - bar.pos)

        yield progress
        # What has no pages is read at one stroke.
        bar.update(max(0, (bar.length or 0) - bar.pos))


@click.command(epilog="Example: clerk add 2019-06-11-cllc addendum.pdf")
@click.argument("meeting")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@YES
@click.option("--by", metavar="NAME", default="", help="Who adds them; without it, the name you logged in with.")
@click.option("--because", metavar="REASON", default="", help="Why the minutes, once published, are added to.")
def add(meeting: str, files: tuple[Path, ...], yes: bool, by: str, because: str) -> None:
    """Add later papers to MEETING: a supplement, an addendum, a report that came late.

    Nothing that is recorded is disturbed: recommendations that were amended or put to the vote stay as they are.
    """
    from clerk.shorthand.line import Line
    from screens.sitting import Sitting
    from store.holding import this_holder
    from store.meetings import Kept
    from store.packs.adding import additions, read_supplement
    from store.packs.reviewing import Review
    from store.packs.unfinished import Unfinished

    path = find(meeting)
    by = by.strip() or this_holder().user
    streams: list[Stream] = []
    with Kept.open(path, by) as kept:
        sitting = Sitting(kept, by)
        if because:
            sitting.take(Line("because", text=because))
        if sitting.asks_why:
            raise Refused(f"{sitting.read_only} Here it is --because REASON. Nothing was added.")
        sitting.check_writable()
        with shown_progress() as progress:
            pack, failed = read_supplement(sitting.meeting, files, progress, streams.extend)
        if len(failed) == len(files):
            raise Refused("\n".join([*map(str, failed), f"Nothing was added. {_AT_THE_DESK}"]))
        unfinished = Unfinished(Library().home, f"add to {path.stem}", files)
        title = f"To be added to {path.stem}: {_names(files)}"
        added = additions(sitting.meeting, _looked_at(Review(pack), title, yes, unfinished))
        unfinished.forget()
        for sentence in added.doubts:
            hint(f"! {sentence}")
        if not added.events:
            click.echo(f"Nothing in {_names(files)} is new to {path.stem}.")
            return
        sitting.record(added.events)
        learn_papers(path, streams)
        hint(note(kept.path, sitting.meeting))
    for sentence in [*kept.report, *kept.messages()]:
        hint(sentence)
    for sentence in added.said:
        click.echo(sentence)
