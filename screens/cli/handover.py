"""`clerk handover`: everything that goes to other people, at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.finding import find, read_now
from screens.cli.forms import closed_where_exempt, write_data, write_draft, write_text_file
from screens.cli.saying import Refused, hint

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting
    from exports.blocks import Draft
    from exports.style import Style


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

    The minutes (Word, PDF, web page, text), the decision sheet (Word, PDF, text) and the action list (Word, CSV); each
    item for Modern.gov, with a page that copies them and the attendance; the data (JSON, Akoma Ntoso, the votes
    and times as CSV, the names that were spoken, chapters for the webcast). Files of the same names are replaced.
    """
    from exports import sheets
    from exports.decisions import decision_sheet
    from screens.house_styles import style_of
    from screens.minutes import for_files, minutes, tell_exported

    path = find(meeting)
    stands = read_now(path)
    house = style_of(stands, style)
    written = minutes(stands, path, house, exempt, style)
    recorded, stands = stands, for_files(stands, path)
    decisions = decision_sheet(stands, house, written, exempt)
    actions = sheets.action_list(stands, house, written, exempt)
    mark = " EXEMPT" if exempt else ""
    items, data = (_folder(to / f"{name}{mark}") for name in ("Modern.gov items", "Data"))
    count = 0
    for sheet, forms in ((written, "docx pdf html txt"), (decisions, "docx pdf txt"), (actions, "docx")):
        for form in forms.split():
            write_draft(sheet, to / f"{sheet.file_name}.{form}", template)
            count += 1
    count += _write(to, {f"{actions.file_name}.csv": sheets.actions_csv(stands, house, exempt)}, written.restriction)
    count += _data(stands, house, written, data, exempt)
    pieces = _for_moderngov(stands, house, written, items, exempt)
    click.echo(f"Written: {count} files and {pieces} items for Modern.gov in {to}")
    hint(tell_exported(recorded, path, (written.file_name,), exempt))


def _data(stands: "Meeting", house: "Style", written: "Draft", to: Path, exempt: bool) -> int:
    from exports.data.times_table import times_csv, times_vtt
    from exports.data.vocabulary import vocabulary
    from exports.data.votes_table import votes_csv

    def named(what: str) -> str:
        return written.file_name.replace("Printed minutes", what)

    write_data(stands, house, to / f"{named('Meeting')}.json", exempt)
    write_data(stands, house, to / f"{named('Minutes')}.xml", exempt, written=written)
    return 2 + _write(
        to,
        {
            f"{named('Votes')}.csv": votes_csv(stands, house, exempt),
            f"{named('Times')}.csv": times_csv(stands, house, exempt),
            **{f"{named('Chapters')}{day}.vtt": text for day, text in times_vtt(stands, house, exempt).items()},
            f"{named('Names')}.txt": vocabulary(stands, house, exempt),
        },
        written.restriction,
    )


def _for_moderngov(stands: "Meeting", house: "Style", written: "Draft", to: Path, exempt: bool) -> int:
    """Writes the pieces, their index and the attendance; says how many pieces there are."""
    from exports import moderngov

    pieces = moderngov.pieces(stands, house, written, exempt)
    _write(to, {piece.name: piece.html for piece in pieces})
    mark = " EXEMPT" if exempt else ""
    _write(to, {f"index{mark}.html": moderngov.index(written, pieces)})
    _write(to, {f"attendance{mark}.csv": moderngov.attendance_csv(stands, house, exempt)}, written.restriction)
    return len(pieces)


def _write(to: Path, texts: Mapping[str, str], restriction: str = "") -> int:
    from exports.data.tables import restricted

    for name, plain in texts.items():
        text = restricted(name, plain, restriction)
        # Excel reads a CSV file as UTF-8 only where it begins with this mark.
        write_text_file(to / name, f"\ufeff{text}" if name.endswith(".csv") else text)
    return len(texts)


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"The folder {folder} could not be made: {error.strerror or error}.") from None
    return folder
