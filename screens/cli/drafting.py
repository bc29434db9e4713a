"""`clerk draft` and `clerk motion`: the minutes, or a part of them, in the form that a file's name says."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.checking import refuse_final, refuse_unchecked
from screens.cli.finding import find, read_now
from screens.cli.forms import DATA, FORMS, closed_where_exempt, said_forms, write_data, write_draft
from screens.cli.saying import Refused, hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clerk.meeting.state import Meeting
    from exports.blocks import Draft
    from exports.style import Style
    from exports.word_comments import Comment


def _file_or_folder(context: click.Context, parameter: click.Parameter, typed: str | None) -> Path | None:
    """Where to write; a folder whose name ends as a folder's is made if need be."""
    if typed is None:
        return None
    if typed.endswith(("/", "\\")):
        Path(typed).mkdir(parents=True, exist_ok=True)
    return Path(typed)


@click.command(epilog="Example: clerk draft 2019-06-11-cllc --to june.docx")
@click.argument("meeting")
@click.option(
    "--to",
    callback=_file_or_folder,
    metavar="FILE",
    help="A .docx, .pdf, .html, .txt, .json or .xml file, or a folder (minutes/) for a Word document by the name that "
    "Modern.gov gives minutes. Without it, the text is printed.",
)
@click.option("--style", metavar="NAME", default="", help="A house style: a name, or a TOML file of your own.")
@click.option("--template", type=click.Path(path_type=Path), metavar="FILE", help="Your own Word template.")
@click.option("--exempt", is_flag=True, help="Write the other document: with what was minuted in exempt session.")
@click.option("--annex", is_flag=True, help="With --exempt: the exempt items alone, as an annex to the public minutes.")
@click.option("--comments", is_flag=True, help="Word: your flags (!) as comments, for you alone.")
@click.option("--decisions", is_flag=True, help="The decision sheet alone.")
@click.option("--item", metavar="NUMBER", default="", help="One item alone, as an extract.")
@click.option("--note", is_flag=True, help="The note that Welsh law wants within seven working days; always public.")
@click.option(
    "--cleared", is_flag=True, help="Marked as checked, subject to approval; refused while something hard stands."
)
@click.option("--final", is_flag=True, help="The approved minutes; refused while they are not approved (clerk check).")
@closed_where_exempt
def draft(
    meeting: str,
    to: Path | None,
    style: str,
    template: Path | None,
    exempt: bool,
    annex: bool,
    comments: bool,
    decisions: bool,
    item: str,
    note: bool,
    cleared: bool,
    final: bool,
) -> None:
    """Write the minutes of MEETING, as they stand.

    It may be done at any time, also while the desk is open. A file of that name is replaced. Minutes that were
    published or approved are given as they were kept then, and approved ones with the corrections that were made.
    """
    from msgspec.structs import replace

    from exports.writer import Writer
    from screens.house_styles import style_of
    from screens.minutes import for_files, minutes, tell_exported

    part = _part(decisions, item, note, annex, exempt)
    if comments and final:
        raise click.UsageError("The final minutes carry no comments. Leave out --comments.")
    if cleared and final:
        raise click.UsageError("What is cleared is still a draft. Choose one of --cleared and --final.")
    path = find(meeting)
    stands = read_now(path)
    if final:
        refuse_final(stands, path, exempt)
    if cleared:
        refuse_unchecked(stands, path, "cleared", exempt)
    house = style_of(stands, style)
    if to is not None and to.suffix.lower() in DATA and not to.is_dir():
        if part:
            raise Refused(f"{part} is not written as data. Give a name that ends in {said_forms()}.")
        as_data = for_files(stands, path)
        write_data(as_data, house, to, exempt, final, minutes(stands, path, house, exempt, style))
        click.echo(f"Written: {to}")
        return
    written = minutes(stands, path, house, exempt, style)
    if cleared and written.status:
        written = replace(written, status=house.text("N3.cleared", committee=Writer(stands, house).committee))
    made = _made(stands, house, written, exempt, part, item)
    _write(made, to, template, flags(stands, exempt) if comments else ())
    if to is not None:
        hint(tell_exported(stands, path, (_named(to, made).name,), exempt))


def _part(decisions: bool, item: str, note: bool, annex: bool, exempt: bool) -> str:
    """Which part alone is wanted: its option, or "". Raises `click.UsageError` where two are, or none can be."""
    options = (("--decisions", decisions), ("--item", item), ("--note", note), ("--annex", annex))
    wanted = [name for name, given in options if given]
    if len(wanted) > 1:
        raise click.UsageError(f"Choose one of {' and '.join(wanted)}.")
    if note and exempt:
        raise click.UsageError("The note is for the public: it has nothing of exempt session. Leave out --exempt.")
    if annex and not exempt:
        raise click.UsageError("An annex is of exempt items. Give --exempt with it.")
    return wanted[0] if wanted else ""


def _made(stands: "Meeting", house: "Style", written: "Draft", exempt: bool, part: str, item: str) -> "Draft":
    if part == "--decisions":
        from exports.decisions import decision_sheet

        return decision_sheet(stands, house, written, exempt)
    if part == "--item":
        from exports.extracts import extract, item_called

        return extract(stands, house, written, item_called(stands, item), exempt)
    if part == "--annex":
        from exports.extracts import annex

        return annex(house, written)
    if part == "--note":
        from exports.extracts import note

        return note(stands, house, written)
    return written


def flags(meeting: "Meeting", exempt: bool) -> "tuple[Comment, ...]":
    """The clerk's flags as comments on the items under which they were raised."""
    from exports.word_comments import Comment

    shown = (flag for flag in meeting.flags if exempt or flag.event not in meeting.private)
    return tuple(Comment(flag.item, flag.text or "Come back here.") for flag in shown)


def _write(written: "Draft", to: Path | None, template: Path | None, comments: "Sequence[Comment]" = ()) -> None:
    if to is None:
        from exports.plain import write_text

        click.echo(write_text(written), nl=False)
        return
    to = _named(to, written)
    if comments and to.suffix.lower() != ".docx":
        raise Refused("Comments are for Word alone. Give a name that ends in .docx.")
    write_draft(written, to, template, comments)
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


@click.command(epilog="Example: clerk motion 2019-06-11-cllc A1 --to amendment.docx")
@click.argument("meeting")
@click.argument("label")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="A .docx, .pdf, .html or .txt file.")
@click.option("--style", metavar="NAME", default="", help="A house style: a name, or a TOML file of your own.")
@click.option("--template", type=click.Path(path_type=Path), metavar="FILE", help="Your own Word template.")
def motion(meeting: str, label: str, to: Path | None, style: str, template: Path | None) -> None:
    """Write the motion or amendment LABEL (m1, A1) of MEETING alone, to hand round while it is debated.

    Of an amendment: its words, the text now, and the text if it is carried. Without --to the text is printed.
    """
    from exports.extracts import motion as alone
    from screens.house_styles import style_of

    stands = read_now(find(meeting))
    _write(alone(stands, style_of(stands, style), label), to, template)
