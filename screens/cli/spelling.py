"""`clerk spell`: words in doubt."""

from pathlib import Path

import click

from screens.cli.finding import find, read_now
from screens.cli.saying import Refused, hint
from store import places


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
