"""`clerk order`: the chair's running order."""

from pathlib import Path

import click

from screens.cli.finding import find, read_now
from screens.cli.forms import write_draft


@click.command("order", epilog="Example: clerk order 2019-06-11-cllc --to order.docx")
@click.argument("meeting")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="A .docx, .pdf, .html or .txt file.")
def order(meeting: str, to: Path | None) -> None:
    """Write the chair's running order for MEETING: item, officer, recommendation, who speaks, in order, interests
    declared, who may not vote, and the words to say at an exclusion. Without --to the text is printed."""
    from exports.plain import write_text
    from exports.running_order import running_order
    from screens.house_styles import style_of

    stands = read_now(find(meeting))
    made = running_order(stands, style_of(stands))
    if to is None:
        click.echo(write_text(made), nl=False)
        return
    write_draft(made, to)
    click.echo(f"Written: {to}")
