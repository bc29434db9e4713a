"""The chair's running order, printed before the meeting: item by item what is to be decided, and what is to be said."""

from clerk.agenda import Item
from clerk.events import Addressed, PublicExcluded, QuestionReceived
from clerk.meeting.interests import bar_of
from clerk.meeting.quorum import quorum
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.saying.names import brief_name, brief_names
from clerk.texts import numbers, read_clauses
from clerk.times import say_date
from exports.blocks import AnyBlock, Draft, ItemHeading, ListEntry, Listing, Prose, Span
from exports.course import excluded
from exports.numbering import is_part, printed_order
from exports.paper import printed_before
from exports.style import Style, capital
from exports.writer import Writer


def running_order(meeting: Meeting, style: Style) -> Draft:
    """The running order of a meeting as it is set up, with what is recorded of it already: apologies, who wishes to
    speak, interests declared, who may not vote. Raises `MadeWithNewer`."""
    writer = Writer(meeting, style)
    blocks: list[AnyBlock] = _before(meeting)
    for item in printed_order(meeting):
        blocks += _item(writer, item)
    return printed_before(writer, "Running order", blocks)


def _before(meeting: Meeting) -> list[AnyBlock]:
    now = quorum(meeting, None)
    said = [_line(f"Quorum: {now.need}. {len(meeting.acting)} members are on the roll.")]
    if away := [person for person in meeting.apologies if person in meeting.people]:
        said.append(_line(f"Apologies so far: {brief_names(meeting, away)}."))
    for held in meeting.substitutions:
        seat = meeting.seats.get(held.seat)
        if seat is not None and seat.holder:
            said.append(
                _line(f"{brief_name(meeting, held.person)} substitutes for {brief_name(meeting, seat.holder)}.")
            )
    return list(said)


def _line(text: str, bold: bool = False) -> Prose:
    return Prose(spans=(Span(text, bold),))


def _item(writer: Writer, item: Item) -> list[AnyBlock]:
    number = item.number.rstrip(".")
    heading = ItemHeading(number=number, text=capital(item.title), sub=is_part(writer.meeting, item), item=item.id)
    blocks: list[AnyBlock] = [heading]
    blocks += [_line(said) for said in _facts(writer.meeting, item)]
    if item.exempt:
        blocks += _exclusion(writer, item)
    clauses = read_clauses(item.recommendations) if item.recommendations else ()
    if clauses:
        printed = numbers(clauses)
        entries = tuple(
            ListEntry(spans=(Span(one.text),), kind="number", number=printed[one.id], depth="." in printed[one.id])
            if len(clauses) > 1
            else ListEntry(spans=(Span(one.text),), kind="plain")
            for one in clauses
        )
        blocks += [_line("Recommended:", bold=True), Listing(entries=entries)]
    return blocks


def _facts(meeting: Meeting, item: Item) -> list[str]:
    """Who brings it, who speaks, in order, who declared an interest, and who may not vote and why."""
    said = [f"Report of the {item.report_of}."] if item.report_of else []
    if item.minutes_of:
        said.append(f"Minutes to be approved: {', '.join(say_date(day) for day in item.minutes_of)}.")
    if speakers := _speakers(meeting, item):
        said.append(f"To speak, in this order: {'; '.join(speakers)}.")
    declared = [one for one in meeting.declarations if item.id in one.items]
    if declared:
        said.append(f"Interests declared: {brief_names(meeting, [one.member for one in declared])}.")
    barred = [(person, bar) for _, person in meeting.acting if (bar := bar_of(meeting, person, item.id)) is not None]
    if barred:
        said.append(f"May not vote: {'; '.join(f'{brief_name(meeting, one)} ({bar.why})' for one, bar in barred)}.")
    return said


def _speakers(meeting: Meeting, item: Item) -> list[str]:
    names: list[str] = []
    for placed in meeting.events:
        event = placed.event
        if isinstance(event, Addressed) and item.id in (event.about or event.item, *event.also_about):
            names += [brief_name(meeting, one.person) for one in event.speakers]
        elif isinstance(event, QuestionReceived) and item.id == (event.about or event.item):
            names.append(f"{brief_name(meeting, event.person)} (a question)")
    return list(dict.fromkeys(names))


def _exclusion(writer: Writer, item: Item) -> list[AnyBlock]:
    """The words by which the public is excluded, in the house style, to be read out."""
    exempt = tuple(one.id for one in writer.meeting.items.values() if one.exempt and one.kind != "exempt")
    event = PublicExcluded(item=item.id, items=exempt or (item.id,))
    texts = ["".join(span.text for span in block.spans) for block in excluded(writer, Placed("0.0", event), event)
             if isinstance(block, Prose)]  # fmt: skip
    # What is read out is the motion, not that it was carried.
    motion = " ".join(texts).partition(" – ")[2] or " ".join(texts)
    return [_line("Not for publication. Before it, to be put to the vote:", bold=True), _line(capital(motion))]
