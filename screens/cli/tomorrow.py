"""`clerk tomorrow` and `clerk references`: what is to be done after a meeting, and what it sends to other bodies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clerk.library.tomorrow import SENT
from clerk.library.tomorrow import references as of
from screens.cli.finding import find, looked_at
from screens.cli.papers import shown_progress
from screens.cli.saying import Refused, day_typed, hint, in_words
from screens.cli.telling import tell
from store import places
from store.errors import StoreError
from store.library import Library

if TYPE_CHECKING:
    from clerk.library.facts import DutyDone
    from clerk.library.tomorrow import Reference
    from clerk.meeting.state import Meeting
    from store.index.keeping import Search
    from store.index.overview import Owed
    from store.records import Progress


@click.command("tomorrow", epilog="Example: clerk tomorrow 2019-06-11-cllc")
@click.argument("meeting", required=False)
@click.argument("note", nargs=-1)
@click.option("--done", "wanted", multiple=True, type=int, metavar="N", help="Duty N of MEETING is done; repeat it.")
@click.option("--on", metavar="DAY", default="", help="The day on which it was; without it, today.")
def tomorrow(meeting: str | None, note: tuple[str, ...], wanted: tuple[int, ...], on: str) -> None:
    """List what must be done after MEETING, or after every meeting that is closed: each with its rule and its day.

    What is done is listed no more. Minutes published or signed are told by commands of their own, and a call-in ends
    with its period; of the rest --done says it, with a NOTE if you like: how it was, and by whom.
    """
    if (meeting is None or not wanted) and (wanted or note or on):
        raise click.UsageError("Say of which meeting, and which duty: clerk tomorrow MEETING --done 1 -- NOTE.")
    if meeting is None:
        with shown_progress() as progress:
            found = all_duties(places.home(), progress)
        for path, one in found:
            click.echo(in_a_line(one, path.stem))
    else:
        path = find(meeting)
        found = [(path, one) for one in _of(path)]
        if wanted:
            for said in _done(path, [one for _, one in found], wanted, in_words(note), on):
                click.echo(said)
            return
        for number, (_, one) in enumerate(found, 1):
            click.echo(f"{number}  {in_a_line(one)}")
        if any(one.duty.ends == "told" for _, one in found):
            hint(f"“clerk tomorrow {path.stem} --done N -- NOTE” says that one is done.")
    if not found:
        hint("Nothing is left to do that the rules know of.")


_TOLD_BY = {
    "published": "clerk publish {name}",
    "decisions published": "clerk publish {name} --decisions",
    "signed": "clerk sign {name}",
    "approved": ":minutes, at a later meeting, or clerk approve {name}",
}
"""How the facts are told that end duties of their own."""


def _done(path: Path, found: list[Owed], wanted: Sequence[int], note: str, on: str) -> list[str]:
    """Says of duties of a meeting, by their places in the list, that they are done: all or none. Raises `Refused`."""
    for number in wanted:
        if not 0 < number <= len(found):
            raise Refused(f"There is no duty {number} of {path.stem}: there are {len(found)}. Nothing was recorded.")
        if how := _TOLD_BY.get(found[number - 1].duty.ends):
            what = found[number - 1].duty.what
            raise Refused(f"“{what}” is done by saying so itself: {how.format(name=path.stem)}. Nothing was recorded.")
    chosen = [found[number - 1].duty for number in dict.fromkeys(wanted)]
    return duties_done(path, [(one.rule, one.event, one.what) for one in chosen], note, on)


def duties_done(path: Path, done: Sequence[tuple[str, str, str]], note: str = "", on: str = "") -> list[str]:
    """Tells the library that duties of a meeting, each a rule, an event and what it was, are done; gives sentences.
    Raises `Refused`."""
    from clerk.library.facts import DutyDone
    from clerk.times import say_date
    from store.following import first_line_of

    first, day = first_line_of(path), day_typed(on) if on else date.today()
    if first is None:
        raise Refused(f"{path.stem} cannot be read. Nothing was recorded.")
    if (setup := looked_at(path).setup) is not None and day < setup.date:
        raise Refused(f"{say_date(day)} is before the meeting was held. Nothing was recorded.")
    told = [DutyDone(meeting=first.id, event=event, rule=rule, on=day, note=note) for rule, event, _ in done]
    tell(*told, home=places.home_of(path))
    return [f"Done: {what}" for _, _, what in done]


def all_duties(home: Path, progress: Progress | None = None) -> list[tuple[Path, Owed]]:
    """What must be done after every meeting that is closed, the earliest day first. Raises CannotLookThrough."""
    from store.index.overview import owed, up_to_date

    with up_to_date(home, progress) as search:
        found = _not_taken(_standing(owed(search, progress)), search)
    return sorted(found, key=lambda row: (row[1].duty.by is None, row[1].duty.by or date.max))


def _of(path: Path) -> list[Owed]:
    """What must be done after a meeting."""
    from store.history import history_of
    from store.index.overview import owed_of, up_to_date

    try:
        known = looked_at(path)
    except (StoreError, Refused):
        return []
    found = _standing((path, one) for one in owed_of(known, history_of(known, path)))
    if any(one.duty.rule == SENT for _, one in found):
        with up_to_date(places.home_of(path)) as search:
            found = _not_taken(found, search)
    return [one for _, one in found]


def _standing(found: Iterable[tuple[Path, Owed]]) -> list[tuple[Path, Owed]]:
    """Without what is over by itself."""
    today = date.today()
    return [(path, one) for path, one in found if one.duty.stands_on(today)]


def _not_taken(found: list[tuple[Path, Owed]], search: Search) -> list[tuple[Path, Owed]]:
    """Without what is to be sent to another body, and that an agenda has taken."""
    from store.following import ids_of

    taken = _on_agendas(search).keys()
    return [
        (path, one)
        for path, one in found
        if one.duty.rule != SENT or not any(f"{id_}/{one.duty.event}" in taken for id_ in ids_of(path))
    ]


def _on_agendas(search: Search) -> dict[str, Path]:
    """By what points to it, the meeting that has a reference on its agenda: one that was held, or is still to be."""
    today = date.today().isoformat()
    to_come = {one.path for one in search.public.meetings() if one.day >= today}
    listed = {value: path for path, value in search.public.pointing("listed") if path in to_come}
    return listed | {value: path for path, value in search.public.pointing("taken")}


def in_a_line(one: Owed, name: str = "") -> str:
    """A duty as it is listed: by when, what, where it comes from, by which rule."""
    from clerk.times import say_date

    where = f", item {one.number}" if one.number else ""
    when = f"by {say_date(one.duty.by)}" if one.duty.by else "no day set"
    return "  ".join(filter(None, (when, f"{one.duty.what}{where}", one.duty.rule, name)))


def after_the_close(meeting: Meeting, path: Path, entries_before: int) -> list[str]:
    """What is said on leaving a meeting that was closed meanwhile: all that is to be done tomorrow. Never raises."""
    from clerk.events import MeetingClosed
    from store.history import history_of
    from store.index.overview import owed_of

    new = meeting.entries[entries_before:]
    if meeting.newer or not any(isinstance(event, MeetingClosed) for entry in new for event in entry.events):
        return []
    today = date.today()
    found = [one for one in owed_of(meeting, history_of(meeting, path)) if one.duty.stands_on(today)]
    return ["To be done now that it is closed:", *(f"  {in_a_line(one)}" for one in found)] if found else []


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
        taken, told = _taken_by(places.home()), received(places.home())
        for one in all_references():
            there, fact = taken.get(one.pointer, ""), told.get(one.pointer)
            where = f"on the agenda of {there}" if there else "on no agenda yet"
            click.echo(_said(one, one.to, f"received {_received(fact)}" if fact and not there else where))
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


def all_references(progress: Progress | None = None) -> list[Reference]:
    """Every reference of every meeting that is kept here, the latest meeting's first."""
    return [one for _, one in _sent(places.home(), progress)]


def waiting(home: Path) -> list[tuple[Path, Reference]]:
    """The references that are on no agenda yet, and of which nobody said that they were received, each with the meeting
    that sent it. Raises CannotLookThrough."""
    from store.index.overview import up_to_date

    with up_to_date(home) as search:
        gone = _on_agendas(search).keys() | received(home).keys()
    return [(path, one) for path, one in _sent(home) if one.pointer not in gone]


def received(home: Path) -> dict[str, DutyDone]:
    """By what points to it, what was told of a reference that it was received: by a body that is not minuted here."""
    from clerk.library.facts import DutyDone
    from store.facts import Facts

    told = Facts(home).read().of(DutyDone)
    return {f"{fact.meeting}/{fact.event}": fact for _, fact in told if fact.rule == SENT}


def _sent(home: Path, progress: Progress | None = None) -> list[tuple[Path, Reference]]:
    """What meetings sent to other bodies, each with the meeting. One that cannot be read is said."""
    from store.index.overview import records_pointing

    records, troubles = records_pointing(home, "sent", progress)
    for sentence in troubles:
        hint(sentence)
    return [(places.journal_of(home, record.name), one) for record in records for one in of(record.meeting, record.id)]


def proposed_for(meeting: Meeting, path: Path) -> list[Reference]:
    """The references to the body of a meeting, from earlier meetings, that no item of any of its meetings is of yet."""
    from store.bodies import bodies
    from store.following import ids_of
    from store.index.overview import up_to_date

    if meeting.setup is None:
        return []
    setup, home = meeting.setup, places.home_of(path)
    council, every = meeting.profile.body_kind == "council", bodies(Library(home))
    with up_to_date(home) as search:
        there = {one.path: one for one in search.public.meetings()}
        own = (setup.body, setup.body_id)
        ours = {one.path for one in there.values() if every.told.same_body((one.body, one.body_id), own)}
        taken = {value for value, path in _on_agendas(search).items() if path in ours}
        taken |= {item.referred_from for item in meeting.items.values()}
    earlier = {one.meeting for one in there.values() if one.day <= setup.date.isoformat()}
    return [
        one
        for _, one in _sent(home)
        if every.goes_to(one.to, setup.body, setup.body_id, council)
        and one.pointer not in taken
        and one.meeting in earlier
        and one.meeting not in ids_of(path)
    ]


def _received(fact: DutyDone) -> str:
    from clerk.times import say_date

    return ": ".join(filter(None, (say_date(fact.on), fact.note.rstrip("."))))


def _taken_by(home: Path) -> dict[str, str]:
    """By what points to it, the name of the meeting that has a reference on its agenda."""
    from store.index.overview import up_to_date

    with up_to_date(home) as search:
        return {value: path.stem for value, path in _on_agendas(search).items()}


def _said(one: Reference, head: str, more: str = "") -> str:
    name = next((listed.name for listed in Library().meetings() if listed.id == one.meeting), one.meeting)
    about = "; ".join(filter(None, (one.why, f"{name}, entry e{one.event}", more)))
    lines = [f"{head}  {one.title} ({about})"]
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
