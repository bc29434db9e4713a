"""The one place that says what the public may know of a private session, and the meeting as the public knows it (X6).

Public, though it was recorded in private: that an item stands on the agenda, under its title; the resolution to
exclude the public, and that it came back; the reason of urgency, by whichever verb; who came, left, returned and
presided; apologies and substitutes; that the meeting adjourned, resumed, was extended and closed; of a declaration the
member, the items, the kind and the effect; a summary. Of these never the words that were typed with them. All else is
private: what was said and decided, who moved, how many voted and how; the clerk may free it line by line. Which kinds
are public each says itself, by its nature (`clerk.events.nature`).

Every public form is made of `openly(meeting)`, which holds nothing else: what was recorded in private cannot show in
it, not even by how much there was.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from clerk.events import (
    AmendmentMoved,
    AnyEvent,
    Arrived,
    Declared,
    ItemTaken,
    Left,
    MeetingClosed,
    MeetingOpened,
    Noted,
    PersonMet,
    PublicExcluded,
    PublicSummary,
    Reworded,
    RollCalled,
    VoteTaken,
)
from clerk.meeting.exempt import behind_doors, questions_of
from clerk.meeting.fold import folded
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.texts import texts_in

Half = Literal["public", "without words", "who, item, kind and effect", "private"]
"""How much of an event recorded in private is public."""


def half_of(event: AnyEvent, private: bool) -> Half:
    """How much of an event that stands behind closed doors is public; `private`: it is one that the public may not know
    of at all."""
    if private:
        return "private"
    if isinstance(event, Declared):
        return "who, item, kind and effect"
    return "public" if public_half(event) == event else "without words"


def public_half(event: AnyEvent) -> AnyEvent:
    """What the public may know of an event behind closed doors, of which it may know."""
    if isinstance(event, Declared):
        return replace(
            event, reason="", reference="", since=None, until=None, registered="", spoken_by="", granted_by=""
        )
    # A summary is written for the public; a rare construct that is public, the reason of urgency, is so with its words.
    if isinstance(event, PublicSummary | Noted) or not event.nature.words:
        return event
    return replace(event, **{event.nature.words: ""})


_last: list[tuple[Meeting, Meeting]] = []
"""The meeting asked for last, with what the public knows of it: every form of it asks."""


def openly(meeting: Meeting) -> Meeting:
    """The meeting as the public knows it: made of what is public of it, and of nothing else. Questions and votes are
    counted anew, so that no number tells of others. Its events keep their ids; it has no entries, and is only read."""
    # Taken out once: another thread may ask of another meeting meanwhile.
    last = next(iter(_last), None)
    if last is not None and last[0] is meeting:
        return last[1]
    hidden = behind_doors(meeting)
    if hidden:
        public = _public_events(meeting, hidden)
        beneath = _beneath(meeting, public)
        ids = {placed.id for placed in public}
        all_ = {placed.id: placed for placed in (*public, *beneath)}
        in_order = _relabelled([all_[placed.id] for placed in meeting.events if placed.id in all_])
        known = replace(
            folded(in_order),
            events=tuple(placed for placed in in_order if placed.id in ids),
            private=frozenset(all_.keys() - ids),
            newer=meeting.newer,
            profile=meeting.profile,
        )
    else:
        known = meeting
    _last[:] = [(meeting, known)]
    return known


def _public_events(meeting: Meeting, hidden: frozenset[str]) -> list[Placed]:
    acts = {seat.holder for seat in meeting.seats.values()} | {held.person for held in meeting.substitutions}
    kept: list[Placed] = []
    changed: set[str] = set()
    for placed in meeting.events:
        half = _half(meeting, placed, hidden)
        if isinstance(placed.event, Reworded):
            # A sentence of the public minutes may be put in other words at any place.
            half = None if placed.event.private else placed.event
        if placed.id in hidden and isinstance(half, Arrived | Left) and half.person not in acts:
            # A witness who was called in: in private only comings and goings of members are minuted, and that others
            # went as the public did.
            half = half if isinstance(half, Left) and _went_with_the_public(meeting, half) else None
        if half is None or half != placed.event:
            changed.add(placed.id)
        if half is not None:
            kept.append(Placed(placed.id, half))
    # The clerk's own words for a sentence of which the public has only a half may be the whole of it.
    kept = [p for p in kept if not (isinstance(p.event, Reworded) and changed & {*p.event.of})]
    named = set(words_in(p.event for p in kept if not isinstance(p.event, PersonMet)))
    return [
        p for p in kept if not (p.id in hidden and isinstance(p.event, PersonMet) and p.event.person.id not in named)
    ]


def _went_with_the_public(meeting: Meeting, went: Left) -> bool:
    """Whether somebody left at an item that is not in private itself: where it was resolved to exclude the public."""
    excluded = [placed.event for placed in meeting.events if isinstance(placed.event, PublicExcluded)]
    item = meeting.items.get(went.item or "")
    open_to_all = item is not None and not item.exempt and not item.confidential
    return open_to_all and all(event.items and went.item not in event.items for event in excluded)


def _beneath(meeting: Meeting, public: list[Placed]) -> list[Placed]:
    """What was done in private with a question of which the clerk has freed the vote: without it there is no text that
    was voted on. It is private still, and stands in no document itself."""
    votes = {p.event.vote: p.event.questions for p in meeting.events if isinstance(p.event, VoteTaken)}
    of = {placed.id: questions_of(placed.event, votes) for placed in meeting.events}
    freed = {label for placed in public if placed.event.private is False for label in of[placed.id]}
    wanted: set[str] = set()
    while freed - wanted:
        wanted |= freed
        freed |= {label for labels in of.values() if wanted.intersection(labels) for label in labels}
    return [p for p in meeting.events if p.id in meeting.private and wanted.intersection(of[p.id])]


def _half(meeting: Meeting, placed: Placed, hidden: frozenset[str]) -> AnyEvent | None:
    event = placed.event
    if placed.id not in hidden:
        return event
    if event.nature.papers or isinstance(event, _FRAME):
        return event
    if placed.id in meeting.private:
        # The order in which items were taken numbers them in both documents alike; when is private.
        return replace(event, at=None, private=None) if isinstance(event, ItemTaken) else None
    return public_half(event)


_FRAME = (MeetingOpened, RollCalled, MeetingClosed)
"""What frames a meeting, whatever a hand says of it."""


def words_in(events: Iterable[AnyEvent]) -> Iterator[str]:
    """Every word by which these events could name somebody."""
    for event in events:
        yield from texts_in(msgspec.to_builtins(event))


_LABEL = re.compile(r"([A-Zmqv])(\d+)\Z")
_LABELLED = frozenset({"question", "questions", "of", "vote", "supersedes", "composite"})
"""Fields that hold labels, as an amendment's "to" does; "clauses" and the "at" of an edit hold ids of clauses, which
begin with one."""


def _relabelled(events: list[Placed]) -> list[Placed]:
    """The events with their motions, amendments and votes numbered one after the other."""
    numbers: dict[str, set[int]] = {}
    for placed in events:
        for name in ("question", "vote"):
            if found := _LABEL.match(str(getattr(placed.event, name, ""))):
                numbers.setdefault(found[1], set()).add(int(found[2]))
    new = {
        f"{letter}{old}": f"{letter}{number}"
        for letter, known in numbers.items()
        for number, old in enumerate(sorted(known), 1)
        if number != old
    }
    return [Placed(p.id, _renamed(p.event, new)) for p in events] if new else events


def _renamed(event: AnyEvent, new: Mapping[str, str]) -> AnyEvent:
    changes: dict[str, Any] = {}
    for field in msgspec.structs.fields(event):
        value = getattr(event, field.name)
        if value and (field.name in _LABELLED or (field.name == "to" and isinstance(event, AmendmentMoved))):
            changes[field.name] = _new(value, new)
        elif field.name == "clauses":
            changes[field.name] = tuple(_of_clause(id_, new) for id_ in value)
        elif field.name == "edits":
            changes[field.name] = tuple(replace(edit, at=_of_clause(edit.at, new)) for edit in value)
    return replace(event, **changes) if changes else event


def _new(value: Any, new: Mapping[str, str]) -> Any:
    return tuple(new.get(one, one) for one in value) if isinstance(value, tuple) else new.get(value, value)


def _of_clause(id_: str, new: Mapping[str, str]) -> str:
    label, dot, rest = id_.partition(".")
    return f"{new.get(label, label)}{dot}{rest}"
