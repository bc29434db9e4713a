"""`clerk spell`: words in doubt."""

import click

from screens.cli.finding import find, read_now
from screens.cli.saying import Refused, hint
from screens.own_words import own_words, words_file


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
        found = doubts(stands, own_words())
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
