"""`clerk` alone opens the minute book; and `clerk log`, what was done in a meeting's record, by whom and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from screens.cli.finding import find, looked_at
from screens.cli.from_book import bring_behind
from screens.cli.saying import Refused, explained, fault_log, hint
from screens.forgetting import forget_what_is_due
from store import places

if TYPE_CHECKING:
    from screens.book.choices import Choice


def the_book() -> int:
    """Opens the book, carries out what is chosen in it, and opens it again until it is left; gives the exit code."""
    from screens.book.app import open_book
    from screens.cli.settings import read_settings, theme_named

    settings, _ = read_settings()
    theme, _ = theme_named(settings.theme)
    # It shows what is here at once; what the team has besides comes behind it.
    bring_behind()
    view, said = 0, ""
    while True:
        choice, view, code = open_book(places.home(), view, said, theme=theme, log=fault_log())
        if choice is None or choice.deed == "leave":
            hint("\n".join(forget_what_is_due()))
            return code
        said = carried_out(choice)


def carried_out(choice: Choice) -> str:
    """What came of a choice, in a sentence; what can be expected to go wrong is one too."""
    try:
        return _do(choice)
    except click.ClickException as error:
        return error.message
    except Exception as error:
        if sentences := explained(error):
            return sentences
        raise


def _do(choice: Choice) -> str:
    from screens.cli.meetings import at_the_desk

    path = choice.path
    if choice.deed in ("done", "drop"):
        from screens.cli.registers import follow

        return follow(choice.reference, "done" if choice.deed == "done" else "dropped")
    if choice.deed == "votes":
        return _shown("votes", [choice.reference])
    if choice.deed == "next":
        day = click.prompt(f"On which day does the {choice.reference} meet next? (2026-07-07)", default="").strip()
        return _shown("next", ["--next", choice.reference, day]) if day else ""
    assert path is not None
    if choice.deed == "duty":
        from screens.cli.tomorrow import duties_done

        return "\n".join(duties_done(path, [(choice.reference, choice.event, choice.what)]))
    if choice.deed == "open":
        at_the_desk(path, at=(choice.item, choice.event))
        return ""
    if choice.deed == "chair":
        from screens.chair.app import open_chair

        open_chair(path, False)
        return ""
    words = {
        "check": [path.stem],
        "log": [path.stem],
        "draft": [path.stem, "--to", "."],
        "handover": [path.stem, "--to", path.stem],
        "publish": [path.stem],
        "decisions": [path.stem, "--decisions"],
        "sign": [path.stem, *(["--exempt"] if "--exempt" in choice.what else [])],
    }
    return _shown(choice.deed, words[choice.deed])


def _shown(deed: str, words: list[str]) -> str:
    """What is told or written by a command of its own, on the terminal, until a key is pressed."""
    from screens.cli.checking import check
    from screens.cli.drafting import draft
    from screens.cli.handover import handover
    from screens.cli.meetings import new
    from screens.cli.publishing import publish, sign
    from screens.cli.registers import votes

    commands = {
        "check": check, "log": log, "draft": draft, "handover": handover, "next": new, "votes": votes,
        "publish": publish, "decisions": publish, "sign": sign,
    }  # fmt: skip
    command = commands[deed]
    command.main(words, prog_name=f"clerk {command.name}", standalone_mode=False)
    click.pause("\nAny key goes back to the book.")
    return ""


@click.command("log", epilog="Example: clerk log 2019-06-11-cllc")
@click.argument("meeting")
def log(meeting: str) -> None:
    """Say what was done in the record of MEETING, in order: who recorded, corrected, took back, published what, when.

    By its number an entry is put right, moved or pointed at: :correct e12.
    It shows everything, exempt business and what was taken back too: it is
    for you, and not for the public.
    """
    from clerk.saying.happened import what_entry_did
    from clerk.saying.library import what_was_told
    from clerk.shorthand.corrections import retractions
    from store.facts import Facts
    from store.following import ids_of

    path = find(meeting)
    record = looked_at(path)
    gone = retractions(record.entries)
    own = ids_of(path)
    lines = [
        (
            # As it was on this machine's clock, to the second: a fact of the library is told by the same.
            entry.recorded.replace(tzinfo=None),
            f"{entry.by}  e{entry.n}  {what_entry_did(record, entry.n)}{'  (taken back)' if entry.n in gone else ''}"
            + (f"  [{entry.why}]" if entry.why else ""),
        )
        for entry in record.entries
    ]
    for told in Facts(places.home_of(path)).read().told:
        if getattr(told.fact, "meeting", None) in own:
            when = told.recorded.astimezone().replace(tzinfo=None)
            lines.append((when, f"{told.by}  {what_was_told(told, dict.fromkeys(own, path.stem))}"))
    if not lines:
        raise Refused(f"Nothing is recorded in {path.stem}.")
    for when, said in sorted(lines, key=lambda line: line[0]):
        click.echo(f"{when:%Y-%m-%d %H:%M}  {said}")
    hint(f"{len(lines)} acts, as of {date.today().isoformat()}.")
