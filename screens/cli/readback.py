"""`clerk readback` and `clerk changes`: what officers changed in Word, and what changed in the record since a day."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.finding import find, read_now
from screens.cli.saying import Refused, explained, hint, in_a_terminal, must_be_there

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting
    from exports.blocks import Draft
    from screens.differences import Difference
    from screens.sitting import Sitting


@click.command("readback", epilog="Example: clerk readback 2019-06-11-cllc from-legal.docx")
@click.argument("meeting")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--exempt", is_flag=True, help="It is the other document, with what was minuted in exempt session.")
@click.option(
    "--reword", "rewords", multiple=True, type=int, metavar="N", help="Take difference N as a rewording, or as moved."
)
@click.option(
    "--fact", "facts", multiple=True, metavar="N=LINE", help="Take N as this line of shorthand: 3='correct e7 …'."
)
@click.option("--because", metavar="REASON", default="", help="Why published minutes are changed.")
def readback(
    meeting: str, file: Path, exempt: bool, rewords: tuple[int, ...], facts: tuple[str, ...], because: str
) -> int:
    """Show where a Word FILE that came back reads otherwise than the minutes of MEETING, and take from it what you say.

    Tracked changes count as made. At a keyboard each difference is asked about: r takes it as a rewording, or moves the
    paragraph that was moved; f takes it as a fact put right by a line of shorthand; Enter leaves it. Without one they
    are listed with their numbers, for --reword and --fact. Nothing is taken by itself.
    """
    from screens.differences import side_by_side

    path = find(meeting)
    must_be_there(file, "Word document")
    stands = read_now(path)
    written, found = _found(stands, path, file, exempt)
    wanted = _wanted(rewords, facts, len(found))
    asking = in_a_terminal() and not wanted
    if not asking:
        for number, one in enumerate(found, 1):
            click.echo(f"{number}. {_place(stands, one)}")
            click.echo("\n".join(side_by_side(one)) + "\n")
    if not found:
        click.echo("It reads as the minutes do.")
        return 0
    taken = _take(path, stands, written, found, wanted, because) if asking or wanted else 0
    many = "1 difference" if len(found) == 1 else f"{len(found)} differences"
    click.echo(f"{many}; {taken} taken, {len(found) - taken} left as they are.")
    return 0


def _found(stands: Meeting, path: Path, file: Path, exempt: bool) -> tuple[Draft, list[Difference]]:
    from exports.word import write_docx
    from screens.differences import differences
    from screens.house_styles import style_of
    from screens.minutes import minutes
    from store.packs.docx_text import paragraphs_of
    from store.packs.kinds import CannotRead

    written = minutes(stands, path, style_of(stands), exempt)
    own = io.BytesIO()
    write_docx(written, own)
    try:
        theirs = paragraphs_of(file)
        ours = own_paragraphs(own)
    except CannotRead as error:
        raise Refused(f"{file} cannot be read: {error.said}") from None
    return written, differences(written, ours, theirs)


def own_paragraphs(own: io.BytesIO) -> list[str]:
    """The paragraphs of a Word document that was written just now, as those of one that came back are read."""
    from tempfile import TemporaryDirectory

    from store.packs.docx_text import paragraphs

    with TemporaryDirectory() as folder:
        there = Path(folder) / "own.docx"
        there.write_bytes(own.getvalue())
        return paragraphs(there)


def _wanted(rewords: tuple[int, ...], facts: tuple[str, ...], most: int) -> dict[int, str]:
    """What to do with which difference: "" for a rewording, else a line of shorthand."""
    wanted = dict.fromkeys(rewords, "")
    for said in facts:
        number, equals, line = said.partition("=")
        if not equals or not number.strip().isdecimal() or not line.strip():
            raise click.UsageError(f"“{said}” is not N=LINE, as 3='correct e7 in oak'.")
        wanted[int(number)] = line.strip()
    wrong = [number for number in wanted if not 0 < number <= most]
    if wrong:
        raise click.UsageError(f"There is no difference {wrong[0]}: there are {most}.")
    return wanted


def _take(
    path: Path, stands: Meeting, written: Draft, found: list[Difference], wanted: dict[int, str], because: str
) -> int:
    from clerk.shorthand.line import Line
    from screens.cli.finding import note
    from screens.sitting import Sitting
    from store.holding import this_holder
    from store.meetings import Kept

    by = this_holder().user
    taken = 0
    with Kept.open(path, by) as kept:
        sitting = Sitting(kept, by)
        if because:
            sitting.take(Line("because", text=because))
        try:
            for number, one in enumerate(found, 1):
                if wanted:
                    if number in wanted:
                        _one(sitting, written, one, wanted[number], number)
                        taken += 1
                else:
                    taken += _asked(sitting, stands, written, one, number)
        finally:
            hint(note(kept.path, sitting.meeting))
    return taken


def _one(sitting: Sitting, written: Draft, one: Difference, line: str, number: int) -> None:
    """Takes one difference. Raises `Refused`, naming it; nothing of it is recorded then."""
    from clerk.shorthand.line import PARAGRAPH, Line
    from screens.differences import sentence_of

    try:
        if line:
            _put_right(sitting, one, line.removeprefix(":"))
            return
        if one.moved and one.block is not None:
            beside = {"after": one.after} if one.after and one.after not in _elsewhere(sitting, one) else {}
            beside = beside or ({"before": one.before} if one.before else {})
            sitting.take(Line("move", (one.block.events[0],), {**beside, "under": one.item or ""}))
            return
        known = sentence_of(written, one)
        if known is not None:
            options = {"was": known.was, "nth": str(known.nth)}
            operands = (known.event, known.construct) if known.construct else (known.event,)
            sitting.take(Line("reword", operands, options, one.theirs))
        elif one.theirs and not one.ours and one.item is not None:
            sitting.item = one.item
            sitting.take(Line(PARAGRAPH, text=one.theirs, after=f"e{one.after}" if one.after else ""))
        else:
            raise Refused(
                "This is written from the facts (names, a table, a list) or is gone altogether: it cannot be reworded. "
                "Put the fact right (f, or --fact), or leave it."
            )
    except Refused as error:
        raise Refused(f"{number}: {error.message}") from None
    except Exception as error:
        why = explained(error)
        if not why:
            raise
        raise Refused(f"{number}: {why} Nothing of this one was recorded.") from None


def _elsewhere(sitting: Sitting, one: Difference) -> set[str]:
    """The events that stand under another item than the one that a paragraph was moved to."""
    return {placed.id for placed in sitting.meeting.events if placed.event.item != one.item}


_BY_ITSELF = ("correct", "strike", "undo", "redo", "move", "split", "private", "reword", "because")
"""Verbs that say themselves what they change."""


def _put_right(sitting: Sitting, one: Difference, line: str) -> None:
    """Takes a difference by a line of shorthand: in the place of what the paragraph was written from, where that is of
    the same kind; else under its item, as something that was left out. Raises `Unclear`."""
    from clerk.shorthand.corrections import OfAnotherKind

    written_from = one.block.events if one.block is not None and one.ours else ()
    for event in written_from if line.split()[0] not in _BY_ITSELF else ():
        try:
            sitting.take(f":correct e{event} {line}")
        except OfAnotherKind:
            continue
        return
    sitting.item = one.item or sitting.item
    sitting.take(f":{line}")


def _asked(sitting: Sitting, stands: Meeting, written: Draft, one: Difference, number: int) -> int:
    from screens.differences import side_by_side

    click.echo(f"{number}. {_place(stands, one)}")
    click.echo("\n".join(side_by_side(one)))
    while True:
        r = "r move it there" if one.moved else "r reword"
        typed = click.prompt(f"{r}, f a fact, Enter leave", default="", show_default=False).strip()
        if not typed:
            return 0
        line = ""
        if typed[0] == "f":
            line = typed[1:].strip() or click.prompt("The line of shorthand that puts it right").strip()
        elif typed != "r":
            continue
        try:
            _one(sitting, written, one, line, number)
        except Refused as error:
            click.echo(error.message)
            continue
        return 1


def _place(stands: Meeting, one: Difference) -> str:
    item = stands.items.get(one.item or "")
    where = f"Item {item.number.rstrip('.')}" if item and item.number else "At the head"
    event = f", entry e{one.block.events[0]}" if one.block is not None and one.block.events else ""
    if one.moved:
        beside = f"after e{one.after}" if one.after else f"before e{one.before}" if one.before else "alone"
        return f"{where}, {beside}: moved there{event.replace(', entry', ' from entry', 1)}"
    what = "" if one.ours and one.theirs else ": put in" if one.theirs else ": gone"
    return f"{where}{event}{what}"


@click.command("changes", epilog="Example: clerk changes 2019-06-11-cllc --since 2019-06-12")
@click.argument("meeting")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), required=True, metavar="DATE", help="The draft of that day."
)
@click.option("--exempt", is_flag=True, help="Of the other document, with what was minuted in exempt session.")
def changes(meeting: str, since: datetime, exempt: bool) -> None:
    """Show what changed in the minutes of MEETING since the draft of a day, paragraph by paragraph, side by side.

    It is the draft that was written into a file on that day, the last of them (clerk draft --to, clerk handover); where
    none was, what the record gave at the end of the day.
    """
    from clerk.meeting.fold import fold
    from clerk.times import say_date
    from exports.draft import draft as write_up
    from screens.differences import side_by_side
    from screens.house_styles import style_of

    path = find(meeting)
    stands = read_now(path)
    day = since.date()
    sent = _exported(path, day)
    then = [entry for entry in stands.entries if (entry.n <= sent if sent else entry.recorded.date() <= day)]
    if not then:
        first = say_date(stands.entries[0].recorded.date())
        raise Refused(f"There was no draft on {say_date(day)}: the record begins on {first}.")
    style = style_of(stands)
    old, new = write_up(fold(then), style, exempt), write_up(stands, style, exempt)
    if not exempt:
        old = _still_public(old, stands)
    found: list[Difference] = between(old, new)
    for one in found:
        click.echo(_place(stands, one))
        click.echo("\n".join(side_by_side(one)) + "\n")
    hint(
        f"{len(found)} paragraph{'' if len(found) == 1 else 's'} changed since {say_date(day)}."
        if found
        else f"Nothing changed since {say_date(day)}."
    )


def _still_public(old: Draft, stands: Meeting) -> Draft:
    """An older draft without what has become private since: the exclusion was recorded later, or moved."""
    from msgspec.structs import replace

    from clerk.meeting.exempt import behind_doors

    hidden = behind_doors(stands)
    kept = tuple(block for block in old.blocks if not hidden.intersection(block.events))
    if len(kept) < len(old.blocks):
        hint("Some of it is private now and is not shown; --exempt compares the other document.")
    return replace(old, blocks=kept)


def _exported(path: Path, day: date) -> int:
    """How many entries the record had when a draft of it was last written on a day; 0 where none was."""
    from clerk.library.facts import Exported
    from store import places
    from store.facts import Facts
    from store.following import ids_of

    own = ids_of(path)
    told = Facts(places.home_of(path)).read().of(Exported)
    return next((fact.entries for one, fact in reversed([*told]) if fact.meeting in own and one.day == day), 0)


def between(old: Draft, new: Draft) -> list[Difference]:
    """Each paragraph in which a draft differs from an older one."""
    from screens.differences import differences, flat

    texts = [[flat(line) for block in draft.blocks for line in _lines(block)] for draft in (old, new)]
    return differences(old, *texts)


def _lines(block: object) -> list[str]:
    from exports.corrected import said_by

    return said_by(block).split("\n")  # type: ignore[arg-type]
