"""Commands to try the program with: the sample meeting, the table of shorthand, what the keys send."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.finding import demo_home
from screens.cli.saying import Refused, hint, need_terminal
from store.errors import entries
from store.library import Library, Listed

if TYPE_CHECKING:
    from clerk.events import Convened


@click.command(epilog="Example: clerk demo")
@click.option("--check", is_flag=True, help="Without a terminal: play a short meeting and write its draft.")
@click.option("--afresh", is_flag=True, help="Begin again, rather than where you left it today.")
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="With --check: where the drafts go, not a new folder.",
)
def demo(check: bool, afresh: bool, to: Path | None) -> int:
    """Open the desk on a sample meeting of an invented committee.

    It is kept apart from your own meetings. "demo" is its name for the other commands: clerk chair demo.
    """
    if check:
        return _check(to)
    from screens.cli.meetings import at_the_desk

    need_terminal()
    return at_the_desk(_today(afresh))


def sample(name: str) -> str:
    """A file of the bundled sample."""
    from importlib import resources

    return resources.files("screens").joinpath("sample", name).read_text(encoding="utf-8")


def sample_meeting(day: date | None = None) -> "Convened":
    """The sample meeting, on its own date or on another."""
    import tomllib

    from clerk.setup.convening import convene

    data = tomllib.loads(sample("meeting.toml"))
    return convene({**data, "date": day.isoformat()} if day else data, "the sample")


def _made(home: Path, convened: "Convened") -> Path:
    from screens.cli.finding import note
    from screens.sitting import first_entry, read_back
    from store.meetings import Kept

    name = Library(home).new_name(convened.date, convened.short)
    with Kept.create(home, name, first_entry(convened, "the sample")) as kept:
        hint(note(kept.path, read_back(kept)))
        return kept.path


def _today(afresh: bool) -> Path:
    """The sample meeting of today, so that the desk is live: as it was left, or a new one once that has closed."""
    home, today = demo_home(), date.today()
    left = [meeting for meeting in Library(home).meetings() if meeting.date == today.isoformat()]
    if left and not afresh and not _closed(left[0]):
        return left[0].path
    return _made(home, sample_meeting(today))


def _closed(one: Listed) -> bool:
    """Whether a meeting has closed: by what was noted of it, where nothing came since."""
    from screens.cli.finding import STATES, looked_at

    if one.noted == one.entries and one.state in STATES.values():
        return one.state == STATES["closed"]
    return looked_at(one.path).course == "closed"


def _check(to: Path | None) -> int:
    import tempfile

    from exports.draft import draft
    from screens.cli.forms import write_draft
    from screens.cli.writing import play_lines
    from screens.house_styles import style_of
    from screens.sitting import Sitting
    from store.meetings import Kept

    if to is not None and not to.is_dir():
        raise Refused(f"There is no folder {to}. Make it first, or leave --to out.")
    with tempfile.TemporaryDirectory(prefix="clerk-check-", ignore_cleanup_errors=True) as home:
        path = _made(Path(home), sample_meeting())
        with Kept.open(path, "check") as kept:
            recorded = play_lines(Sitting(kept, "check"), sample("meeting.txt"))
        with Kept.open(path, "check") as kept:
            meeting = Sitting(kept, "check").meeting
        click.echo(f"{entries(recorded).capitalize()} recorded and read back: the meeting is {meeting.course}.")
        written = draft(meeting, style_of(meeting))
        folder = to or Path(tempfile.mkdtemp(prefix="clerk-draft-"))
        for form in (".docx", ".txt"):
            file = folder / f"{written.file_name}{form}"
            write_draft(written, file)
            click.echo(f"Written: {file}")
    click.echo("All is well.")
    return 0


@click.command(epilog="Example: clerk keys")
def keys() -> int:
    """Show what this terminal sends for each key that you press.

    Some terminals keep keys for themselves or send one key as another. What is shown here is what the desk gets.
    """
    from screens.cli.keys import show_keys

    need_terminal()
    return show_keys()


@click.command(epilog="Example: clerk verbs amend")
@click.argument("names", nargs=-1, metavar="[VERB...]")
def verbs(names: tuple[str, ...]) -> None:
    """List the shorthand: what can be typed after a colon, all of it or what is named."""
    from clerk.shorthand.verbs import VERBS
    from screens.explaining import how_typed

    for name in names or VERBS:
        verb = VERBS.get(name.removeprefix(":").lower())
        if verb is None:
            raise Refused(f"There is no “:{name.removeprefix(':')}”. “clerk verbs” lists them all.")
        click.echo(how_typed(verb))
