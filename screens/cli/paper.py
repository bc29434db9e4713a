"""`clerk paper`: a form for notes by hand."""

from pathlib import Path

import click

from screens.cli.finding import find, read_now
from screens.cli.forms import write_draft


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
