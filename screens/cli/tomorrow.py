"""`clerk tomorrow` and `clerk references`: what is to be done after a meeting, and what it sends to other bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clerk.library.tomorrow import references as of
from screens.cli.finding import find, looked_at
from screens.cli.papers import shown_progress
from screens.cli.saying import Refused, hint
from store.errors import StoreError
from store.library import Library, Listed

if TYPE_CHECKING:
    from clerk.library.tomorrow import Duty, Reference
    from clerk.meeting.state import Meeting
    from store.records import Progress


@click.command("tomorrow", epilog="Example: clerk tomorrow 2019-06-11-cllc")
@click.argument("meeting", required=False)
def tomorrow(meeting: str | None) -> None:
    """List what must be done after MEETING, or after every meeting that is closed: each with its rule and its day."""
    if meeting:
        path = find(meeting)
        found = [(path, known, one) for known, one in _of(path, cache(_taken))]
    else:
        with shown_progress() as progress:
            found = all_duties(progress)
    for path, known, one in found:
        click.echo(in_a_line(known, one, "" if meeting else path.stem))
    if not found:
        hint("Nothing is left to do that the rules know of.")


def all_duties(progress: Progress | None = None) -> list[tuple[Path, Meeting, Duty]]:
    """What must be done after every meeting that is closed, the earliest day first."""
    found = []
    meetings, taken = Library().meetings(), cache(_taken)
    for number, listed in enumerate(meetings, 1):
        if progress is not None:
            progress(number, len(meetings))
        found += [(listed.path, known, one) for known, one in _of(listed.path, taken)]
    return sorted(found, key=lambda row: (row[2].by is None, row[2].by or date.max))


def _of(path: Path, taken: Callable[[], frozenset[str]]) -> list[tuple[Meeting, Duty]]:
    """What must be done after a meeting. What it is to send to another body is done once an agenda has taken it."""
    from clerk.library.tomorrow import duties
    from store.following import ids_of
    from store.history import history_of

    try:
        known = looked_at(path)
    except (StoreError, Refused):
        return []
    found = duties(known, history_of(known, path)) if not known.newer else ()
    own = ids_of(path)
    return [
        (known, one)
        for one in found
        if one.rule != _SENT or not taken().intersection(f"{id_}/{one.event}" for id_ in own)
    ]


_SENT = "R2"
"""The rule of what is to be sent to another body."""


def _taken() -> frozenset[str]:
    """What points to a reference that an item of any meeting is of."""
    return frozenset(item.referred_from for _, known in _all() for item in known.items.values())


def in_a_line(meeting: Meeting, one: Duty, name: str = "") -> str:
    """A duty as it is listed: by when, what, where it comes from, by which rule."""
    from clerk.times import say_date

    item = meeting.items.get(one.item or "")
    where = f", item {item.number.rstrip('.')}" if item and item.number else ""
    when = f"by {say_date(one.by)}" if one.by else "no day set"
    return "  ".join(filter(None, (when, f"{one.what}{where}", one.rule, name)))


def after_the_close(meeting: Meeting, path: Path, entries_before: int) -> list[str]:
    """What is said on leaving a meeting that was closed meanwhile: all that is to be done tomorrow. Never raises."""
    from clerk.events import MeetingClosed

    new = meeting.entries[entries_before:]
    if meeting.newer or not any(isinstance(event, MeetingClosed) for entry in new for event in entry.events):
        return []
    found = _of(path, cache(_taken))
    return ["To be done now that it is closed:", *(f"  {in_a_line(*one)}" for one in found)] if found else []


@click.command("references", epilog="Example: clerk references 2019-07-30-council --add 1")
@click.argument("meeting", required=False)
@click.option("--add", "wanted", multiple=True, type=int, metavar="N", help="Put reference N on the agenda; repeat it.")
def references(meeting: str | None, wanted: tuple[int, ...]) -> None:
    """List what meetings recommended or referred to other bodies, or had called in: with text, votes and reasons.

    With MEETING, those that are for its body and not on its agenda yet; --add puts one there as an item of its own,
    which says where it came from.
    """
    if meeting is None:
        if wanted:
            raise click.UsageError("Say of which meeting: clerk references MEETING --add 1.")
        for one in all_references():
            click.echo(_said(one, one.to))
        return
    path = find(meeting)
    known = looked_at(path)
    found = proposed_for(known, path)
    wrong = [number for number in wanted if not 0 < number <= len(found)]
    if wrong:
        raise Refused(f"There is no reference {wrong[0]} for this body: there are {len(found)}. Nothing was added.")
    if wanted:
        _add(path, [found[number - 1] for number in dict.fromkeys(wanted)])
        return
    for number, one in enumerate(found, 1):
        click.echo(_said(one, str(number)))
    hint("" if found else "Nothing was referred to this body that is not on its agenda.")


def all_references() -> list[Reference]:
    """Every reference of every meeting that is kept here, the latest meeting's first. One that cannot be read is passed
    over."""
    return [one for listed, known in _all() for one in of(known, listed.id)]


def waiting() -> list[tuple[Path, Reference]]:
    """The references that are on no agenda yet, each with the meeting that sent it. One that cannot be read is passed
    over."""
    taken: set[str] = set()
    found: list[tuple[Path, Reference]] = []
    for listed, known in _all():
        taken |= {item.referred_from for item in known.items.values()}
        found += [(listed.path, one) for one in of(known, listed.id)]
    return [(path, one) for path, one in found if one.pointer not in taken]


def _all() -> Iterator[tuple[Listed, Meeting]]:
    for listed in Library().meetings():
        try:
            known = looked_at(listed.path)
        except (StoreError, Refused):
            continue
        if not known.newer:
            yield listed, known


def proposed_for(meeting: Meeting, path: Path) -> list[Reference]:
    """The references to the body of a meeting, from earlier meetings, that no item of any of its meetings is of yet."""
    from store.following import ids_of

    if meeting.setup is None:
        return []
    body, own = meeting.setup.body, ids_of(path)
    council = meeting.profile.body_kind == "council"
    taken: set[str] = set()
    earlier: set[str] = set()
    for listed in Library().meetings():
        if listed.date <= meeting.setup.date.isoformat():
            earlier.add(listed.id)
        if listed.body == body or (listed.body_id and listed.body_id == meeting.setup.body_id):
            try:
                taken |= {item.referred_from for item in looked_at(listed.path).items.values()}
            except (StoreError, Refused):
                continue
    return [
        one
        for one in all_references()
        if one.is_for(body, council) and one.pointer not in taken and one.meeting in earlier and one.meeting not in own
    ]


def _said(one: Reference, head: str) -> str:
    name = next((listed.name for listed in Library().meetings() if listed.id == one.meeting), one.meeting)
    lines = [f"{head}  {one.title} ({one.why}; {name}, entry e{one.event})"]
    if one.exempt:
        lines.append("     Exempt: its text, votes and reasons are in the exempt minutes of that meeting.")
    lines += [f"     {line}" for text in (one.text, *one.votes, *one.reasons) for line in text.splitlines() if line]
    return "\n".join(lines)


def _add(path: Path, chosen: Sequence[Reference]) -> None:
    from msgspec.structs import replace

    from clerk.events import ItemAdded
    from screens.cli.finding import note
    from screens.sitting import Sitting
    from store.holding import this_holder
    from store.meetings import Kept

    by = this_holder().user
    with Kept.open(path, by) as kept:
        sitting = Sitting(kept, by)
        for one in chosen:
            numbers = [
                int(item.number.rstrip("."))
                for item in sitting.meeting.items.values()
                if item.number.rstrip(".").isdecimal()
            ]
            number = str(max(numbers, default=0) + 1)
            exempt = {"exempt": "yes"} if one.exempt else {}
            from clerk.shorthand.line import Line

            last = sitting.meeting.agenda[-1:] and {"after": sitting.meeting.items[sitting.meeting.agenda[-1]].called}
            made = sitting.would(Line("item", (number,), {"title": one.title, **(last or {}), **exempt}, one.text))
            events = made.events if made else ()
            pointed = tuple(
                replace(event, new=replace(event.new, referred_from=one.pointer))
                if isinstance(event, ItemAdded)
                else event
                for event in events
            )
            sitting.record(pointed)
            click.echo(f"Item {number}: {one.title}")
        hint(note(kept.path, sitting.meeting))
