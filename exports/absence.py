"""What stands under the item on absence: apologies, substitutes, who was away and why (AT-01 to AT-06, AT-13)."""

from collections.abc import Sequence

from msgspec.structs import replace

from clerk.events import ApologyReceived, Arrived, Left, RollCalled
from clerk.meeting.attendance import apology_for, left_council, suspended
from clerk.meeting.sittings import sittings, stays_in
from clerk.meeting.state import Meeting
from clerk.times import say_time
from exports.attendance import time_of
from exports.blocks import AnyBlock, Prose
from exports.front import absent_without, sent_apologies, substitute_for, with_standing
from exports.style import capital, listed
from exports.writer import Writer


def absence(writer: Writer, item: str) -> list[AnyBlock]:
    """What stands under "Absence of Members", all from the facts that the front block prints too (AT-01 to AT-06)."""
    meeting = writer.meeting
    blocks: list[AnyBlock] = []
    plain: list[str] = []
    replaced: list[AnyBlock] = []
    missing: list[AnyBlock] = []
    for person in sent_apologies(meeting):
        held = substitute_for(meeting, person)
        if held is None or _not_there(meeting, held.person):
            plain.append(person)
            if held is not None:
                names = {"absent": writer.person(person).formal, "person": writer.person(held.person).formal}
                missing.append(_sentence(writer, "AT-03.away", item, [person], **names))
        else:
            replaced.append(_substituted(writer, "AT-02", person, held.person, item))
    if plain:
        blocks.append(_sentence(writer, "AT-01", item, plain, people=[with_standing(writer, p) for p in plain]))
    why = _reasons(writer)
    blocks += [_why(writer, item, people, words) for words, people in why.items() if set(people) <= set(plain)]
    alone = [person for person in plain if _without_substitute(meeting, person)]
    if alone:
        blocks.append(_sentence(writer, "AT-03", item, alone, count=len(alone)))
    blocks += [*replaced, *missing]
    blocks += [_why(writer, item, people, words) for words, people in why.items() if not set(people) <= set(plain)]
    blocks += _late_or_partial(writer, item)
    absent = []
    for person in absent_without(meeting):
        held = substitute_for(meeting, person)
        if held is None:
            absent.append(person)
        else:
            blocks.append(_substituted(writer, "AT-02.none", person, held.person, item))
    if absent:
        blocks.append(
            _sentence(writer, "AT-05", item, absent, people=[capital(with_standing(writer, p)) for p in absent])
        )
    blocks += [*_suspended(writer, item), *_left_council(writer, item)]
    if not blocks and meeting.roll_called:
        blocks.append(_sentence(writer, "AT-06", item))
    return blocks


_LISTED = ("AT-01", "AT-02", "AT-06")
"""What the lists at the front say already: who was away, who sat for whom, and that nobody was."""


def beside_the_lists(writer: Writer) -> list[AnyBlock]:
    """What the lists at the front cannot say of who was away, where the agenda has no item on absence to say it under:
    why, who came late, left early or had sent no apology (AT-03 to AT-05, AT-13)."""
    if any(item.kind == "absence" for item in writer.meeting.items.values()):
        return []
    said = (block for block in absence(writer, "") if isinstance(block, Prose))
    return [replace(block, item=None) for block in said if block.wording not in _LISTED]


def _reasons(writer: Writer) -> dict[str, list[str]]:
    """Why those were away who sent word of it with their apologies, and who, together where the words are the same."""
    said: dict[str, list[str]] = {}
    gone = left_council(writer.meeting)
    for person in sent_apologies(writer.meeting):
        if person in gone:
            # That the Member had left the council is said by itself.
            continue
        apology = sittings(writer.meeting)[0].apologies[person]
        if words := writer.words_of(apology.event, apology.text).strip():
            said.setdefault(words, []).append(person)
    return said


def _why(writer: Writer, item: str, people: Sequence[str], words: str) -> Prose:
    return _sentence(writer, "AT-01.reason", item, people, people=writer.formal(people), text=words)


def _not_there(meeting: Meeting, person: str) -> bool:
    """Whether a substitute who was named never came, once the roll was called."""
    return meeting.roll_called and person not in meeting.stays


def _left_council(writer: Writer, item: str) -> list[AnyBlock]:
    """AT-05, of members on the roll who had left the council before the meeting (A10)."""
    meeting = writer.meeting
    holders = [seat.holder for seat in meeting.seats.values() if seat.holder in left_council(meeting)]
    gone = [person for person in holders if person and person not in meeting.stays]
    if not gone or not meeting.roll_called:
        return []
    return [_sentence(writer, "AT-05.resigned", item, (), people=[capital(name) for name in writer.formal(gone)])]


def _suspended(writer: Writer, item: str) -> list[AnyBlock]:
    """AT-05, of members who were suspended, which is neither an apology nor an absence (A13)."""
    meeting = writer.meeting
    away = suspended(meeting)
    # Who was suspended in the course of the meeting had attended.
    holders = [seat.holder for seat in meeting.seats.values() if seat.holder in away]
    people = [person for person in holders if person not in meeting.stays]
    if not people or not meeting.roll_called:
        return []
    names = [capital(name) for name in writer.formal([person for person in people if person])]
    return [_sentence(writer, "AT-05.suspended", item, (), people=names)]


def _without_substitute(meeting: Meeting, person: str) -> bool:
    received = next((p.event for p in meeting.events if p.id == meeting.apologies[person].event), None)
    return isinstance(received, ApologyReceived) and received.substitute == "none"


def _sentence(writer: Writer, key: str, item: str, people_of: Sequence[str] = (), **facts: object) -> Prose:
    apologies = writer.meeting.apologies
    events = tuple(apologies[person].event for person in people_of if person in apologies)
    spans = writer.style.render(key, **{**writer.common, **facts})
    return Prose(spans=spans, construct=key.split(".")[0], wording=key, item=item, events=events)


def _substituted(writer: Writer, key: str, absent: str, substitute: str, item: str) -> Prose:
    names = {"absent": writer.person(absent).formal, "substitute": writer.person(substitute).formal}
    return _sentence(writer, key, item, [absent], **names)


def _told_here(meeting: Meeting, event: str, item: str) -> bool:
    """Whether a coming or a going stands under the item on absence by itself, with its time."""
    placed = next((one for one in meeting.events if one.id == event), None)
    return placed is not None and isinstance(placed.event, Arrived | Left) and placed.event.item == item


def _late_or_partial(writer: Writer, item: str) -> list[AnyBlock]:
    """AT-04 and AT-13: those of whom the same is to be said in one sentence."""
    alike: dict[tuple[str, tuple[tuple[str, str], ...]], list[str]] = {}
    day = sittings(writer.meeting)[0]
    for person in day.apologies:
        what = apology_for(writer.meeting, person, day)
        if what not in ("", "absence"):
            key, facts = _apology_in_part(writer, person, item, what)
            alike.setdefault((key, tuple(facts.items())), []).append(person)
    blocks: list[AnyBlock] = []
    for (key, said), people in alike.items():
        blocks.append(_sentence(writer, key, item, people, person=listed(writer.formal(people)), **dict(said)))
        if key == "AT-04":
            blocks += [block for person in people for block in _substituted_until(writer, person, item)]
    return blocks


def _apology_in_part(writer: Writer, person: str, item: str, what: str) -> tuple[str, dict[str, str]]:
    """The wording of an apology for lateness, for leaving early or for part of the meeting, with its facts."""
    meeting = writer.meeting
    day = sittings(meeting)[0]
    stays = stays_in(meeting, person, day)
    text = writer.words_of(day.apologies[person].event, day.apologies[person].text)
    if what == "lateness":
        came = stays[0].came_at if stays else None
        arrived = say_time(came) if came and came != meeting.opened_at else ""
        arrived = writer.words_of(stays[0].came, arrived) if stays else ""
        arrived = "" if stays and _told_here(meeting, stays[0].came, item) else arrived
        return "AT-04", {"arrived": arrived, "text": text}
    if what == "early":
        went = say_time(at) if stays and stays[-1].left and (at := stays[-1].left_at) else ""
        went = writer.words_of(stays[-1].left, went) if went else ""
        return "AT-04.early", {
            "left": "" if stays and _told_here(meeting, stays[-1].left, item) else went,
            "text": text,
        }
    return "AT-13", {"text": text}


def _substituted_until(writer: Writer, person: str, item: str) -> list[Prose]:
    """AT-02, of one who came late: who substituted at the roll, and until when."""
    meeting = writer.meeting
    held = substitute_for(meeting, person)
    order = {placed.id: n for n, placed in enumerate(meeting.events)}
    rolls = [n for n, placed in enumerate(meeting.events) if isinstance(placed.event, RollCalled)]
    if held is None or not rolls or order.get(held.began, 0) > rolls[0] or _not_there(meeting, held.person):
        return []
    if not held.ended:
        return [_substituted(writer, "AT-02.none", person, held.person, item)]
    ended = next((placed for placed in meeting.events if placed.id == held.ended), None)
    names = {"absent": writer.person(person).formal, "substitute": writer.person(held.person).formal}
    return [_sentence(writer, "AT-02.until", item, [person], until=time_of(ended) if ended else "", **names)]
