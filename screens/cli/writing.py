"""`clerk play`: a script recorded without a screen."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.finding import find, note
from screens.cli.keeping import keep_what_was_approved
from screens.cli.saying import Refused, explained, hint, read_text
from store.errors import NotRecorded, entries

if TYPE_CHECKING:
    from screens.sitting import Sitting, Taken


@click.command(epilog="Example: clerk play 2019-06-11-cllc evening.txt")
@click.argument("meeting")
@click.argument("script", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--from", "first", type=click.IntRange(min=1), default=1, metavar="LINE", help="Begin at this line.")
@click.option("--by", metavar="NAME", default="", help="Who is minuting; without it, the name you logged in with.")
def play(meeting: str, script: Path, first: int, by: str) -> None:
    """Record a SCRIPT of shorthand ("-": piped in) in MEETING, a line an entry.

    The clock is never read: times are typed. At the first line that is not clear it stops; nothing of that line is
    recorded, and every line before it is.
    """
    from screens.sitting import Sitting
    from store.holding import this_holder
    from store.meetings import Kept

    path = find(meeting)
    lines = read_text(script, "script")
    # Piped in, each line is answered as in a conversation; a script that goes on where it stopped is only counted.
    aloud = str(script) == "-" and first == 1
    by = by.strip() or this_holder().user
    with Kept.open(path, by) as kept:
        for sentence in kept.report:
            hint(sentence)
        sitting = Sitting(kept, by)
        if sitting.meeting.newer:
            sitting.check_writable()
        try:
            recorded = play_lines(sitting, lines, first, aloud=aloud)
        finally:
            kept.close()
            for sentence in kept.messages():
                hint(sentence)
            hint(note(kept.path, sitting.meeting))
            hint(keep_what_was_approved(sitting.meeting, kept.path))
    if not aloud:
        click.echo(f"{entries(recorded).capitalize()} recorded in {kept.name}.")


def play_lines(sitting: "Sitting", script: str, first: int = 1, *, aloud: bool = False) -> int:
    """Records the lines of a script from line `first` on; returns how many entries were made. `aloud`: says of each
    what it did, as the conversation does (`clerk open --lines`).

    Raises `Refused`, naming the line, where one cannot be recorded; nothing of it is.
    """
    from clerk.shorthand.line import read_script

    recorded = 0
    for number, line in read_script(script):
        if number < first:
            continue
        try:
            taken = sitting.take(line)
            recorded += taken.entry is not None
            if aloud:
                _say(sitting, taken)
        except Exception as error:
            why = f"It was not recorded: {error.why}." if isinstance(error, NotRecorded) else explained(error)
            if not why:
                raise
            before = f"{entries(recorded).capitalize()} made before it: kept." if recorded else ""
            if sitting.kept.adrift:
                before = sitting.kept.only_here
            again = f" Put it right, and go on from there with “--from {number}”." if recorded else ""
            raise Refused(
                f"Line {number}: {line}\n{why}\nNothing of this line was recorded. {before}{again}".rstrip()
            ) from None
    return recorded


def _say(sitting: "Sitting", taken: "Taken") -> None:
    from screens.desk.recording import done
    from screens.lines.conversation import in_lines

    for line in in_lines(done(sitting, taken).said):
        click.echo(line)
