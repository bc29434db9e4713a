"""What can be found in a meeting: its titles, what was decided, moved and written, and who was named.

Words and facts of events, in the form in which they are looked for; the sentence is worded when it is shown.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from msgspec import Struct, to_builtins

from clerk.events import (
    ActionAgreed,
    ActionReported,
    AmendmentMoved,
    AnyEvent,
    ItemTaken,
    Minuted,
    MotionMoved,
    OutcomeDeclared,
    PersonMet,
    VoteTaken,
)
from clerk.meeting.exempt import kept_back
from clerk.meeting.motions import text_of
from clerk.meeting.openly import openly, words_in
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.rare import decides
from clerk.saying.happened import what_happened, words_of
from clerk.texts import texts_in, written

Kind = Literal["decision", "title", "motion", "amendment", "action", "paragraph", "event", "person"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are shown of one day: a resolution before a paragraph."""

_OF_EVENT: dict[type, Kind] = {
    MotionMoved: "motion",
    AmendmentMoved: "amendment",
    ActionAgreed: "action",
    ActionReported: "action",
    Minuted: "paragraph",
    VoteTaken: "decision",
    OutcomeDeclared: "decision",
}


class Findable(Struct, frozen=True):
    """One thing that can be found. `event` is its id, "" for what is of the papers; `item` an item's id; `people` the
    ids, in this meeting, of those whom it names; `outcome` "carried", "lost", or an outcome's own word. `private`: the
    public may not know of it."""

    kind: Kind
    text: str
    event: str = ""
    item: str = ""
    outcome: str = ""
    people: tuple[str, ...] = ()
    private: bool = False


def findable(meeting: Meeting) -> Iterator[Findable]:
    """All that can be found in a meeting, in its order. Never raises for what the fold takes."""
    public = openly(meeting)
    for item in meeting.items.values():
        yield Findable("title", f"{item.number} {item.title} {item.case} {item.ward}", item=item.id)
    yield from _of_events(public, public.events, False)
    # Of what has a public half the whole is found too, as exempt.
    hidden = meeting.private | kept_back(meeting)
    yield from _of_events(meeting, [placed for placed in meeting.events if placed.id in hidden], True)
    known = {person.id for person in meeting.setup.people} if meeting.setup else set()
    # To be met is nothing by itself: the public knows of who did something that it may know of.
    known |= set(words_in(placed.event for placed in public.events if not isinstance(placed.event, PersonMet)))
    for person in meeting.people.values():
        about = f"{person.formal} {person.post} {person.organisation} {person.group}"
        yield Findable("person", about, people=(person.id,), private=person.id not in known)


def _of_events(meeting: Meeting, events: Iterable[Placed], private: bool) -> Iterator[Findable]:
    for placed in events:
        # That an item was taken says no more than its title, which is found for itself.
        if isinstance(placed.event, ItemTaken):
            continue
        if not placed.event.nature.papers and (found := _of_event(meeting, placed, private)) is not None:
            yield found


def _of_event(meeting: Meeting, placed: Placed, private: bool) -> Findable | None:
    event = placed.event
    text = f"{what_happened(meeting, placed)} {words_of(event)} {_question(meeting, event)} {_typed(event)}".strip()
    if not text:
        return None
    kind = _OF_EVENT.get(type(event), "decision" if decides(event) else "event")
    return Findable(kind, text, placed.id, event.item or "", _outcome(meeting, event), _people(event), private)


def _typed(event: AnyEvent) -> str:
    """All that was typed with an event, in full: its line gives only how it begins. A word alone may be an id."""
    return " ".join(text for text in texts_in(to_builtins(event)) if " " in text.strip())


def _question(meeting: Meeting, event: AnyEvent) -> str:
    """The words of what was voted on or moved; of an outcome what it is of, by its title too."""
    labels = event.questions if isinstance(event, VoteTaken) else ()
    title = ""
    if isinstance(event, MotionMoved | AmendmentMoved):
        labels = (event.question,)
    if isinstance(event, OutcomeDeclared) and (item := meeting.items.get(event.item or "")) is not None:
        mains = tuple(one.id for one in meeting.questions.values() if one.item == item.id and one.parent is None)
        labels, title = (event.of,) if event.of else mains, item.title
    known = (label for label in labels if label in meeting.questions)
    return " ".join([title, *(written(text_of(meeting.questions, label)) for label in known)]).strip()


def _outcome(meeting: Meeting, event: AnyEvent) -> str:
    if isinstance(event, VoteTaken) and event.vote in meeting.votes:
        return meeting.votes[event.vote].state
    return event.what if isinstance(event, OutcomeDeclared) else ""


def _people(event: AnyEvent) -> tuple[str, ...]:
    """Whom an event names by id: its mover, its seconder, who came or went, who voted against."""
    named = [getattr(event, name, "") for name in ("person", "mover", "seconder", "owner")]
    for name in ("for_names", "against", "abstained", "members", "people"):
        value = getattr(event, name, ())
        named += value if isinstance(value, tuple) else ()
    return tuple(dict.fromkeys(one for one in named if isinstance(one, str) and one))
