"""Meetings made from what councils have: agenda packs, reports, Modern.gov's files; and papers that come later."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.termui import progressbar

from screens.commands_finding import find, note
from screens.commands_saying import Refused, fault_log, hint, in_a_terminal
from screens.commands_settings import read_settings, theme_named
from store.library import Library

if TYPE_CHECKING:
    from clerk.events import Convened
    from store.packs import Pack, Progress, Remembered

TEXT_NAMES = (".txt", ".md", ".markdown", ".text")
YES = click.option("--yes", is_flag=True, help="Take what is found as it is, and print what is doubtful.")


def is_pack(files: Sequence[Path]) -> bool:
    """Whether these are papers to be read, and not a meeting set out as TOML."""
    if len(files) > 1:
        return True
    file = files[0]
    if str(file) == "-" or file.suffix.lower() == ".toml" or not file.is_file():
        return False
    from store.packs.kinds import CannotRead, kind_of_file

    try:
        kind = kind_of_file(file)
    except CannotRead:
        return file.suffix.lower() in (".pdf", ".docx", ".doc", ".rtf", ".odt", ".xml", ".html", ".htm", *TEXT_NAMES)
    return kind != "text" or (file.suffix.lower() in TEXT_NAMES and not _is_toml(file))


def _is_toml(file: Path) -> bool:
    import tomllib

    try:
        return "body" in tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return False


def from_packs(files: Sequence[Path], yes: bool, library: Library) -> tuple[Convened, Pack]:
    """The meeting that papers set up, once the clerk has looked at it. Raises `Refused`."""
    from clerk.convening import CannotConvene
    from store.packs import BY_HAND, convened, read_pack

    known = remembered(library)
    with shown_progress() as progress:
        pack, failed = read_pack(files, known, progress)
    if len(failed) == len(files):
        raise Refused("\n".join([*map(str, failed), "No meeting was made.", BY_HAND]))
    reviewed = _looked_at(pack, f"New meeting: {_names(files)}", yes, known)
    letters = _letters(known, reviewed.meeting.get("body"))
    try:
        made = convened(reviewed, _names(files), letters)
    except CannotConvene as error:
        faults = "\n".join(f"  - {fault}" for fault in error.faults)
        raise Refused(f"{_names(files)}: no meeting can be made of it yet:\n{faults}\n{BY_HAND}") from None
    return made, reviewed


def _looked_at(pack: Pack, title: str, yes: bool, known: Sequence[Remembered] = ()) -> Pack:
    """The pack as the clerk leaves it. Raises `Refused` where it is not to be used."""
    for sentence in pack.notes:
        hint(sentence)
    if yes:
        for doubt in pack.all_doubts():
            hint(f"! {doubt.text}")
        return pack
    if not in_a_terminal():
        raise Refused(
            "Nothing was made of it: what is found has to be looked at, which needs a terminal. "
            "With “--yes” it is taken as found, and what is doubtful is printed."
        )
    from screens.review.app import open_review
    from store.packs.reviewing import Review

    names = tuple(str(row.get("name", "")) for each in known for row in each.members)
    settings, _ = read_settings()
    review = Review(pack)
    used, _ = open_review(review, title, names, theme=theme_named(settings.theme)[0], log=fault_log())
    if not used:
        raise Refused("Nothing was made of it.")
    return review.pack


def _names(files: Sequence[Path]) -> str:
    return ", ".join(file.name for file in files)


@contextmanager
def shown_progress() -> Iterator[Progress | None]:
    """A bar for what takes long, where someone is looking."""
    if not in_a_terminal():
        yield None
        return
    with progressbar(length=100, label="Reading", file=sys.stderr) as bar:

        def progress(page: int, pages: int) -> None:
            if page <= bar.pos:
                # The next file begins.
                bar.pos = 0
            bar.length = pages
            bar.update(page - bar.pos)

        yield progress


def remembered(library: Library) -> list[Remembered]:
    """Every body in the library, with its people."""
    from store.packs import Remembered

    return [Remembered(*library.recall(name)) for name in library.bodies()]


def _letters(known: Sequence[Remembered], body: str) -> dict[str, str]:
    people = next((each.people for each in known if each.name == body), [])
    return {str(row["name"]): str(row["letter"]) for row in people if row.get("name") and row.get("letter")}


def learnt(pack: Pack, library: Library) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """What is to be remembered beside names and letters: of the body, and of each of its people by name."""
    meeting = pack.meeting
    body, people = library.recall(meeting.get("body"))
    rows = {str(row.get("name")): row for row in people}
    more: dict[str, dict[str, Any]] = {}
    for person in (*meeting.of("member"), *meeting.of("substitute"), *meeting.of("officer")):
        name = " ".join(person.get("name").split())
        more[name] = _spelt(rows.get(name, {}), person.get("spelt"), name) | {"gone": False}
        if person.kind != "officer":
            more[name] |= {"role": person.get("role"), "substitute": person.kind == "substitute"}
    for name, row in rows.items():
        if name not in more and row.get("kind", "member") == "member" and meeting.of("member"):
            more[name] = {"gone": True}
    return _spelt(body, meeting.get("body spelt"), meeting.get("body")), more


def _spelt(row: Mapping[str, Any], spelling: str, name: str) -> dict[str, Any]:
    known = [str(each) for each in row.get("spellings", [])]
    return {"spellings": list(dict.fromkeys([*known, *([spelling] if spelling and spelling != name else [])]))}


@click.command(epilog="Example: clerk add 2019-06-11-cllc addendum.pdf")
@click.argument("meeting")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@YES
@click.option("--by", metavar="NAME", default="", help="Who adds them; without it, the name you logged in with.")
def add(meeting: str, files: tuple[Path, ...], yes: bool, by: str) -> None:
    """Add later papers to MEETING: a supplement, an addendum, a report that came late.

    Nothing that is recorded is disturbed: recommendations that were amended or put to the vote stay as they are.
    """
    from screens.sitting import Sitting
    from store.holding import this_holder
    from store.meetings import Kept
    from store.packs import BY_HAND
    from store.packs.adding import additions, read_supplement

    path = find(meeting)
    by = by.strip() or this_holder().user
    with Kept.open(path, by) as kept:
        sitting = Sitting(kept, by)
        with shown_progress() as progress:
            pack, failed = read_supplement(sitting.meeting, files, progress)
        if len(failed) == len(files):
            raise Refused("\n".join([*map(str, failed), "Nothing was added.", BY_HAND]))
        added = additions(sitting.meeting, _looked_at(pack, f"To be added to {path.stem}: {_names(files)}", yes))
        for sentence in added.doubts:
            hint(f"! {sentence}")
        if not added.events:
            click.echo(f"Nothing in {_names(files)} is new to {path.stem}.")
            return
        sitting.record(added.events)
        hint(note(path, sitting.meeting))
    for sentence in added.said:
        click.echo(sentence)
