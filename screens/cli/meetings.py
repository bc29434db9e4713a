"""Commands for meetings: make one, list them, open the desk or the chair's view on one."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clerk.hidden import as_a_name
from screens.cli.finding import STATES, find, listed, note
from screens.cli.papers import YES, fields_in, from_packs, is_pack, next_of
from screens.cli.remembering import letters_of, remember
from screens.cli.saying import Refused, day_typed, fault_log, hint, need_terminal
from screens.cli.settings import Settings, read_settings, theme_named
from screens.cli.sharing import companion_of, followed, held_elsewhere, take_over_here
from screens.kit import starting
from screens.learning import learn_papers
from store import places
from store.errors import entries
from store.library import Library, Listed
from store.refuge import kept_apart

if TYPE_CHECKING:
    from clerk.events import Convened
    from clerk.meeting.state import Meeting
    from clerk.setup.profile import Profiles
    from store.packs import Pack
    from store.packs.stream import Stream

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
COPY = click.option(
    "--copy-to",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Keep a second live copy in this folder, such as a memory stick. If it fails, the meeting goes on.",
)


@click.command(
    epilog="Example: clerk new june.toml, or clerk new agenda-pack.pdf, or clerk new agenda.xml report-7.docx"
)
@click.argument("files", metavar="[FILE...]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--next",
    "following",
    nargs=2,
    metavar="BODY DATE",
    default=None,
    help="The body's next meeting, from what its records and those of others leave to it.",
)
@click.option(
    "--apologies", metavar="NAMES", default="", help="With --next: who sent apologies already, with a comma between."
)
@COPY
@YES
def new(
    files: tuple[Path, ...], following: tuple[str, str] | None, apologies: str, copy_to: Path | None, yes: bool
) -> None:
    """Make a meeting of FILES, and print its name. Without FILES it is typed into a form.

    A TOML file ("-": piped in) gives body, date, members, officers and items; the README lists every field.
    Or give what the council has, several files for one meeting: an agenda pack or reports (PDF, Word, text), or
    Modern.gov's page or GetMeeting XML. What is found in them is shown first, and can be put right. Members keep the
    letters that they had at the body's last meeting.
    """
    from screens.cli.profiles import known_profiles

    library = Library()
    profiles, refused = known_profiles()
    for sentence in refused:
        hint(sentence)
    pack = None
    away = [name.strip() for name in apologies.split(",") if name.strip()]
    if away and following is None:
        raise click.UsageError(
            "--apologies goes with --next: a meeting’s own are entered at the desk (j) or by :apologies."
        )
    streams: list[Stream] = []
    if following is not None:
        if files:
            raise click.UsageError("--next takes no files: “clerk add” adds papers to the meeting that it makes.")
        convened, pack = next_of(following[0], day_typed(following[1]), away, yes, library, profiles)
    elif is_pack(files):
        convened, pack = from_packs(files, yes, library, profiles, streams.extend)
    else:
        convened = _from_toml(files[0], library, profiles)
    path = _make(library, convened, copy_to, profiles, pack)
    learn_papers(path, streams)
    if away:
        _enter_apologies(path, away)


def _enter_apologies(path: Path, names: list[str]) -> None:
    """Records who sent apologies already."""
    from clerk.shorthand.line import read_line
    from screens.sitting import Sitting
    from store.holding import this_holder
    from store.meetings import Kept

    by = this_holder().user
    with Kept.open(path, by) as kept:
        sitting = Sitting(kept, by)
        line = read_line(":apologies " + ",".join(f'"{name}"' for name in names))
        assert line is not None
        sitting.take(line)
    hint(note(path, sitting.meeting))


def _from_toml(file: Path, library: Library, profiles: "Profiles") -> "Convened":
    from clerk.events import Convened
    from clerk.setup.convening import CannotConvene, convene
    from clerk.setup.law import CALLED, guess_law
    from screens.house_styles import faults_of_wording

    data = fields_in(file)

    def read(letters: dict[str, str] | None = None) -> Convened:
        try:
            convened = convene(data, "" if str(file) == "-" else file.name, letters, profiles)
            if faults := faults_of_wording(convened):
                raise CannotConvene(faults)
        except CannotConvene as error:
            listed = "\n".join(f"  - {fault}" for fault in error.faults)
            raise Refused(f"{file} cannot be used yet, and no meeting was made:\n{listed}") from None
        return convened

    body = str(data.get("body", ""))
    guessed = "profile" not in data
    if guessed and (kept := library.recall(body)[0].get("profile")) in (*profiles.councils, *profiles.names):
        # A body remembered keeps its rules.
        data, guessed = {**data, "profile": kept}, False
    convened = read()
    whose = CALLED.get(convened.profile)
    if guessed and whose:
        because = "by its name" if guess_law([convened.body, convened.venue]) else "for nothing says whose it is"
        hint(f"! It is taken to go by {whose}, {because}; “profile = ” in {file.name} says otherwise.")
    letters = letters_of(library, convened.body)
    return read(letters) if letters else convened


def _make(
    library: Library,
    convened: "Convened",
    copy_to: Path | None,
    profiles: "Profiles",
    pack: "Pack | None" = None,
) -> Path:
    """Makes the meeting, and gives its journal."""
    from clerk.kept import form
    from screens.cli.remembering import known_as, who_is
    from screens.sitting import first_entry
    from store.bodies import with_body_id
    from store.holding import this_holder
    from store.meetings import Kept
    from store.persons import with_lasting_ids

    council = profiles.council_of(convened.profile)
    convened, said = with_lasting_ids(library, convened, council, who_is)
    hint(said)
    convened, said = with_body_id(library, convened, council, known_as(pack, convened.body))
    hint(said)
    day = convened.date.isoformat()
    others = [other.name for other in library.meetings() if (other.body, other.date) == (convened.body, day)]
    name = library.new_name(convened.date, convened.short)
    by = this_holder().user
    with Kept.create(library.home, name, first_entry(convened, by), by=by, copy_to=copy_to) as kept:
        pass
    for message in kept.messages():
        hint(message)
    if pack is not None:
        from store.packs.keeping import keep_read

        hint(keep_read(kept.path, pack))
    hint(remember(library, convened, profiles.council_of(convened.profile), pack))
    facts = {
        "body": convened.body,
        "body_id": convened.body_id,
        "date": day,
        "state": STATES["before"],
        "entries": "1",
        "form": form(),
    }
    hint(library.note(name, **facts))
    click.echo(name)
    hint(
        f"{convened.body}: {_counted(len(convened.seats), 'seat')}, {_counted(len(convened.items), 'item')}. "
        f"Minute it with “clerk open {name}”."
    )
    for other in others:
        hint(f"It is beside {other}, of the same body on that day. “clerk add {other} FILE” adds papers to that.")
    return kept.path


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


@click.command("list", epilog="Example: clerk list")
def list_meetings() -> None:
    """List every meeting, the latest first."""
    meetings = listed()
    if not meetings:
        hint(_nothing_yet())
    for row in _rows(meetings):
        click.echo(row)
    from screens.forgetting import forget_what_is_due

    hint("\n".join(forget_what_is_due()))
    for name in places.misnamed(places.home()):
        hint(
            f"{as_a_name(name)} is left aside: its name holds a line end. Rename the file, if it is a meeting of yours."
        )
    for apart in kept_apart():
        hint(f"Kept apart, since its own folder was gone: “clerk open {apart}”")


def _nothing_yet() -> str:
    # The folder is named: where another was meant, or a drive is missing, nobody should think the meetings lost.
    return (
        f"There is no meeting yet in {places.meetings_in(places.home())}. Make one of an agenda pack with “clerk new "
        "FILE”, type one with “clerk new” alone, or look round with “clerk demo”."
    )


def _rows(meetings: list[Listed]) -> list[str]:
    rows = [(m.name, _day(m.date), m.body or "–", entries(m.entries), m.state or "–") for m in meetings]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _day(day: str) -> str:
    from clerk.times import say_date

    try:
        return say_date(date.fromisoformat(day))
    except ValueError:
        return "–"


@click.command("open", epilog="Example: clerk open 2019-06-11-cllc --copy-to E:\\minutes")
@click.argument("meeting")
@COPY
@click.option("--by", metavar="NAME", default="", help="Who is minuting; without it, the name you logged in with.")
@click.option("--written-up", is_flag=True, help="Never take times from the clock, even on the meeting's own day.")
@click.option("--mend", is_flag=True, help="Mend a damaged file first; it is kept whole beside the mended one.")
@click.option("--take-over", is_flag=True, help="Go on with it here, where the desk of another machine has died.")
@click.option("--lines", is_flag=True, help="As a conversation of lines, for a screen reader, Braille or a bad line.")
def open_meeting(
    meeting: str, copy_to: Path | None, by: str, written_up: bool, mend: bool, take_over: bool, lines: bool
) -> int:
    """Open MEETING at the desk, and minute it.

    It stands where it was left: the same item, the same open question, the same half-typed words. Part of a name is
    enough where it is clear; "demo" is the sample.
    """
    if take_over:
        need_terminal()
        path = take_over_here(meeting, by.strip() or _user())
    else:
        path = find(meeting)
    if lines:
        return in_lines(path, by.strip() or _user(), copy_to=copy_to, written_up=written_up, mend=mend)
    return at_the_desk(path, by, copy_to=copy_to, written_up=written_up, mend=mend)


def in_lines(path: Path, by: str, *, copy_to: Path | None, written_up: bool, mend: bool) -> int:
    """Minutes a meeting as a conversation of lines; returns the exit code."""
    from screens.lines.talking import talk
    from screens.sitting import Sitting
    from store.meetings import Kept

    if why := held_elsewhere(path):
        raise Refused(why)
    with Kept.open(path, by, copy_to=copy_to, mend=mend) as kept:
        sitting, before = Sitting(kept, by, None if written_up else datetime.now), len(kept)
        try:
            return talk(sitting)
        finally:
            kept.close()
            for message in kept.messages():
                hint(message)
            hint(note(kept.path, sitting.meeting))
            _say_what_follows(sitting.meeting, kept.path, before)


def _say_what_follows(meeting: "Meeting", path: Path, before: int) -> None:
    """Says what comes of a meeting that is left, `before` being how many entries it had: earlier minutes that it
    approved are kept, what is to be done tomorrow, transcripts that go."""
    from screens.cli.keeping import keep_what_was_approved
    from screens.cli.tomorrow import after_the_close
    from screens.forgetting import forget_what_is_due
    from store.index.keeping import refresh

    hint(keep_what_was_approved(meeting, path))
    hint("\n".join(after_the_close(meeting, path, before)))
    hint("\n".join(forget_what_is_due()))
    refresh(places.home_of(path))


def _user() -> str:
    from store.holding import this_holder

    return this_holder().user


def at_the_desk(
    path: Path,
    by: str = "",
    *,
    copy_to: Path | None = None,
    written_up: bool = False,
    mend: bool = False,
    at: tuple[str, str] = ("", ""),
) -> int:
    """Opens the desk on a meeting, at an item and a line of it where they are named; notes how it was left, and returns
    the exit code."""
    starting.begin()
    from screens.desk.app import open_desk
    from store.holding import this_holder
    from store.meetings import Kept

    by = by.strip() or this_holder().user
    need_terminal()
    theme, chosen = _chosen()
    if why := held_elsewhere(path):
        raise Refused(why)
    with Kept.open(path, by, copy_to=copy_to, mend=mend) as kept:
        companion, before = companion_of(kept), len(kept)
        try:
            return open_desk(
                kept,
                by,
                written_up=written_up,
                keymap=chosen.keys,
                snippets=chosen.snippets,
                theme=theme,
                log=fault_log(),
                escape_wait=chosen.escape_wait / 1000 or None,
                completion=chosen.completion,
                at=at,
            )
        finally:
            if companion is not None:
                companion.leave()
            from screens.sitting import read_back

            meeting = read_back(kept)
            hint(note(kept.path, meeting))
            _say_what_follows(meeting, kept.path, before)
            kept.close()
            for message in kept.messages():
                hint(message)


def _chosen() -> tuple[str, Settings]:
    """The theme that the user has chosen, and the other settings."""
    settings, why_not = read_settings()
    theme, unknown = theme_named(settings.theme)
    hint(why_not)
    hint(unknown)
    return theme, settings


@click.command("chair", epilog="Example: clerk chair 2019-06-11-cllc --public")
@click.argument("meeting")
@click.option("--public", is_flag=True, help="For a screen that the public sees: nothing of exempt business.")
def chair_view(meeting: str, public: bool) -> int:
    """Follow MEETING live, in large figures, for the chair.

    Start it in a second window, or on any machine that has the shared book or the folder of --copy-to (give the path
    of the journal in it). It only reads, and can be closed and started again at any time.
    """
    starting.begin()
    from screens.chair.app import open_chair

    path = followed(meeting)
    need_terminal()
    theme, _ = _chosen()
    return open_chair(path, public, theme=theme)


def choose() -> int:
    """Asks which meeting to open, and opens it at the desk."""
    meetings = listed()
    if not meetings:
        click.echo(_nothing_yet())
        return 0
    shown = meetings[: len(KEYS)]
    for key, row in zip(KEYS, _rows(shown), strict=False):
        click.echo(f"{key}  {row}")
    if len(meetings) > len(shown):
        click.echo(f"   and {len(meetings) - len(shown)} older ones, which “clerk list” shows")
    typed = click.prompt("Open which? (number, letter or part of a name)", default=KEYS[0]).strip()
    keyed = dict(zip(KEYS, shown, strict=False)).get(typed.lower())
    return at_the_desk(keyed.path if keyed else find(typed))
