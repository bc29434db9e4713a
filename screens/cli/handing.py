"""Commands for what goes to other people: everything at once, a form for notes by hand, a check of spelling."""

from pathlib import Path

import click

from screens.cli.finding import find, read_now
from screens.cli.forms import closed_where_exempt, write_draft, write_text_file
from screens.cli.saying import Refused, hint
from store import places


@click.command(epilog="Example: clerk handover 2019-06-11-cllc --to june")
@click.argument("meeting")
@click.option(
    "--to", type=click.Path(path_type=Path), metavar="FOLDER", required=True, help="A folder; made if need be."
)
@click.option("--style", metavar="NAME", default="", help="A house style: a name, or a TOML file of your own.")
@click.option("--template", type=click.Path(path_type=Path), metavar="FILE", help="Your own Word template.")
@click.option("--exempt", is_flag=True, help="Write the other documents: with what was minuted in exempt session.")
@closed_where_exempt
def handover(meeting: str, to: Path, style: str, template: Path | None, exempt: bool) -> None:
    """Write every form of the draft minutes of MEETING into a folder.

    The minutes (Word, PDF, web page, text), a fragment of each item for Modern.gov, the decision sheet (Word, text),
    the action list (Word, CSV) and the votes (CSV). Files of the same names are replaced.
    """
    from exports import html, sheets
    from exports.data.votes_table import votes_csv
    from exports.draft import draft as write_up
    from exports.plain import write_text
    from screens.house_styles import style_of

    stands = read_now(find(meeting))
    house = style_of(stands, style)
    written = write_up(stands, house, exempt)
    decisions = sheets.decision_sheet(written)
    actions = sheets.action_list(stands, house, written, exempt)
    items = to / f"Modern.gov items{' EXEMPT' if exempt else ''}"
    try:
        items.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"The folder {items} could not be made: {error.strerror or error}.") from None
    for sheet in (written, decisions, actions):
        write_draft(sheet, to / f"{sheet.file_name}.docx", template)
    write_draft(written, to / f"{written.file_name}.pdf")
    texts = {
        f"{written.file_name}.html": html.write_html(written),
        f"{written.file_name}.txt": write_text(written),
        f"{decisions.file_name}.txt": write_text(decisions),
    }
    tables = {
        f"{actions.file_name}.csv": sheets.actions_csv(stands, house, exempt),
        f"{written.file_name.replace('Printed minutes', 'Votes')}.csv": votes_csv(stands, house, exempt),
    }
    for name, text in texts.items():
        write_text_file(to / name, text)
    for name, text in tables.items():
        # Excel reads a CSV file as UTF-8 only where it begins with this mark.
        write_text_file(to / name, "\ufeff" + text)
    pieces = html.fragments(written)
    for name, text in pieces.items():
        write_text_file(items / name, text)
    click.echo(f"Written: {4 + len(texts) + len(tables)} files and {len(pieces)} items for Modern.gov in {to}")


@click.command(epilog="Example: clerk paper 2019-06-11-cllc --to notes.docx")
@click.argument("meeting")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="A .docx, .pdf, .html or .txt file.")
@click.option("--template", type=click.Path(path_type=Path), metavar="FILE", help="Your own Word template.")
def paper(meeting: str, to: Path | None, template: Path | None) -> None:
    """Print a form for notes by hand, for the night on which the laptop dies.

    Its boxes stand in the order in which they are keyed afterwards. Without --to the text is printed.
    """
    from exports.paper import paper as form
    from exports.plain import write_text
    from screens.house_styles import style_of

    stands = read_now(find(meeting))
    made = form(stands, style_of(stands))
    if to is None:
        click.echo(write_text(made), nl=False)
        return
    write_draft(made, to, template)
    click.echo(f"Written: {to}")


def words_file() -> Path:
    """Where a user's own words are kept, one a line."""
    return places.home() / "words.txt"


@click.command(epilog="Example: clerk spell 2019-06-11-cllc")
@click.argument("meeting")
def spell(meeting: str) -> None:
    """Check the spelling of what was typed in MEETING, in British English.

    The names on the roll and the words of the agenda are known. Words of your own belong in words.txt beside your
    meetings, one a line.
    """
    from exports.spelling import SpellingMissing, doubts

    stands = read_now(find(meeting))
    own = words_file()
    try:
        known = own.read_text(encoding="utf-8").split() if own.is_file() else []
        found = doubts(stands, known)
    except SpellingMissing as error:
        raise Refused(str(error)) from None
    except (OSError, UnicodeDecodeError):
        raise Refused(f"{own} could not be read. It should be plain text (UTF-8), a word a line.") from None
    for doubt in found:
        item = stands.items.get(doubt.item or "")
        where = f"item {item.number}" if item and item.number else "no item"
        instead = f": {', '.join(doubt.instead)}?" if doubt.instead else ""
        click.echo(f"{where}, entry {doubt.event.split('.')[0]}: “{doubt.word}”{instead}  … {doubt.about} …")
    if not found:
        click.echo("No doubtful words.")
    else:
        hint(f"Words that are right can be added to {own}.")
