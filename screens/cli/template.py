"""`clerk template`: the Word template to begin one's own from."""

from pathlib import Path

import click

from screens.cli.saying import Refused
from store.errors import reason


@click.command(epilog="Example: clerk template ours.docx")
@click.argument("file", type=click.Path(path_type=Path))
def template(file: Path) -> None:
    """Write the Word template that the minutes begin as to FILE, to make your own from.

    Change its styles, header and footer in Word and keep the names of the styles; then give it with --template. A file
    that is there is not replaced.
    """
    from exports.word_template import TEMPLATE
    from store.disk import write_whole

    if file.suffix.lower() != ".docx":
        raise Refused(f"“{file}” should end in .docx.")
    if file.exists():
        raise Refused(f"There is a file {file} already. Give another name, or move it away first.")
    if not file.parent.is_dir():
        raise Refused(f"There is no folder {file.parent}. Make it first, or give another place.")
    try:
        write_whole(file, TEMPLATE.read_bytes())
    except OSError as error:
        raise Refused(f"{file} could not be written: {reason(error)}.") from None
    click.echo(f"Written: {file}")
