"""Commands that need no screen: play a script to a meeting, and write the draft."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.checking import refuse_final
from screens.cli.finding import find, note, read_now
from screens.cli.forms import DATA, FORMS, closed_where_exempt, said_forms, write_data, write_draft
from screens.cli.saying import Refused, explained, hint, read_text
from store.errors import NotRecorded, entries

if TYPE_CHECKING:
    from exports.blocks import Draft
    from screens.sitting import Sitting


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
    by = by.strip() or this_holder().user
    with Kept.open(path, by) as kept:
        for sentence in kept.report:
            hint(sentence)
        sitting = Sitting(kept, by)
        sitting.check_writable()
        try:
            recorded = play_lines(sitting, lines, first)
        finally:
            kept.close()
            for sentence in kept.messages():
                hint(sentence)
            hint(note(kept.path, sitting.meeting))
    click.echo(f"{entries(recorded).capitalize()} recorded in {kept.name}.")


def play_lines(sitting: "Sitting", script: str, first: int = 1) -> int:
    """Records the lines of a script from line `first` on; returns how many entries were made.

    Raises `Refused`, naming the line, where one cannot be recorded; nothing of it is.
    """
    from clerk.shorthand.line import read_script

    recorded = 0
    for number, line in read_script(script):
        if number < first:
            continue
        try:
            recorded += sitting.take(line).entry is not None
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


@click.command(epilog="Example: clerk draft 2019-06-11-cllc --to june.docx")
@click.argument("meeting")
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A .docx, .pdf, .html, .txt or .json file, or a folder for a Word document under the name that Modern.gov "
    "gives minutes. "
    "Without it, the text is printed.",
)
@click.option("--style", metavar="NAME", default="", help="A house style: a name, or a TOML file of your own.")
@click.option("--template", type=click.Path(path_type=Path), metavar="FILE", help="Your own Word template.")
@click.option("--exempt", is_flag=True, help="Write the other document: with what was minuted in exempt session.")
@click.option(
    "--final", is_flag=True, help="Without the mark DRAFT; refused while something hard stands (clerk check)."
)
@closed_where_exempt
def draft(meeting: str, to: Path | None, style: str, template: Path | None, exempt: bool, final: bool) -> None:
    """Write the draft minutes of MEETING, as they stand.

    It may be done at any time, also while the desk is open. A file of that name is replaced.
    """
    from msgspec.structs import replace

    from exports.draft import draft as write_up
    from screens.house_styles import style_of

    path = find(meeting)
    stands = read_now(path)
    if final:
        refuse_final(stands, path)
    house = style_of(stands, style)
    if to is not None and to.suffix.lower() in DATA and not to.is_dir():
        write_data(stands, house, to, exempt, final)
        click.echo(f"Written: {to}")
        return
    written = write_up(stands, house, exempt)
    if final:
        written = replace(written, status="")
    if to is None:
        from exports.plain import write_text

        click.echo(write_text(written), nl=False)
        return
    to = _named(to, written)
    write_draft(written, to, template)
    click.echo(f"Written: {to}")


def _named(to: Path, written: "Draft") -> Path:
    if to.is_dir():
        return to / f"{written.file_name}.docx"
    if to.suffix.lower() not in FORMS:
        raise click.BadParameter(
            f"“{to}” does not say what to write. Give a name that ends in {said_forms()}, or a folder that is there.",
            param_hint="--to",
        )
    return to
