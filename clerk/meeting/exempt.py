"""What the public may not know: which events stand behind closed doors (X6, X7), and which once did."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from clerk.agenda import Item
from clerk.events import (
    AmendmentMoved,
    AnyEvent,
    CastingVote,
    Convened,
    Corrected,
    FindingDismissed,
    FlagCleared,
    Flagged,
    ItemAdded,
    ItemChanged,
    ItemTaken,
    MinutesApproved,
    MotionMoved,
    Noted,
    OutcomeDeclared,
    OwnVote,
    PublicExcluded,
    PublicReadmitted,
    PublicSummary,
    QuestionDisposed,
    QuestionPut,
    Retracted,
    VoteTaken,
)
from clerk.meeting.doors import Doors
from clerk.meeting.parts import Question, Questions
from clerk.meeting.record import Entry, Placed
from clerk.meeting.state import Meeting


def with_doors(events: Iterable[Placed]) -> Iterator[tuple[Placed, Doors]]:
    """Each event with the doors as they were when it happened."""
    doors = Doors()
    for placed in events:
        yield placed, doors
        doors = doors.after(placed.event)


def last_at_the_doors(meeting: Meeting) -> PublicExcluded | PublicReadmitted | None:
    """The last going out or coming back of the public; None where they never went."""
    doors = (placed.event for placed in reversed(meeting.events))
    return next((event for event in doors if isinstance(event, PublicExcluded | PublicReadmitted)), None)


def public_is_out(meeting: Meeting) -> bool:
    """Whether the public has gone out, and has not come back."""
    return isinstance(last_at_the_doors(meeting), PublicExcluded)


def of_itself(meeting: Meeting, event: PublicExcluded) -> list[str]:
    """The items for which the public is excluded that are that resolution themselves: nothing stands under them."""
    parents = {item.parent for item in meeting.items.values()}
    named = [meeting.items[id_] for id_ in event.items if id_ in meeting.items and id_ not in parents]
    return [one.id for one in named if one.kind == "exempt" and not one.exempt and not one.confidential]


def public_is_back(meeting: Meeting) -> bool:
    """Whether the public had gone out, and came back since."""
    return isinstance(last_at_the_doors(meeting), PublicReadmitted)


def kept_private(events: Iterable[Placed], meeting: Meeting) -> Meeting:
    """The meeting with what the public may not know of its events (X6): each as it says itself, else as its item and
    its place have it; and whatever is done with a question that was moved or amended in private, wherever it is put."""
    hidden, questions = _hidden(events, meeting)
    by = {id_: label for id_, label in hidden.items() if label}
    return replace(meeting, private=frozenset(hidden), private_by=by, private_questions=frozenset(questions))


def behind_doors(meeting: Meeting) -> frozenset[str]:
    """Every event that is private, or stands in exempt session or under an exempt item, whatever it is, and was not
    freed by hand: of those that the public may know of, the words that were typed with them are not public (X6)."""
    hidden = (
        placed.id
        for placed, doors in with_doors(meeting.events)
        if placed.event.private is not False and doors.hide(placed.event, meeting.items)
    )
    return meeting.private | frozenset(hidden)


def deliberating(meeting: Meeting) -> bool:
    """Whether the body went to deliberate (EX-04), and nothing says that it, or the public, is back."""
    for placed in reversed(meeting.events):
        event = placed.event
        if isinstance(event, PublicReadmitted):
            return False
        if isinstance(event, Noted) and event.construct.startswith("EX-04"):
            return event.construct == "EX-04"
    return False


def kept_back(meeting: Meeting) -> frozenset[str]:
    """The events that the public does not know of, or of which it does not know the words."""
    hidden = behind_doors(meeting)
    return frozenset(
        placed.id
        for placed in meeting.events
        if placed.id in hidden
        and not isinstance(placed.event, _NEVER_PRINTED)
        and (placed.id in meeting.private or _has_words(placed.event))
    )


_NEVER_PRINTED = (ItemTaken, Flagged, FlagCleared, FindingDismissed)


def _has_words(event: AnyEvent) -> bool:
    """Whether words were typed with an event that are kept back where it is not private itself."""
    # A summary is written for the public; a rare construct that is public is so with its words (UR-02).
    if isinstance(event, PublicSummary | Noted):
        return False
    return bool(event.nature.words and getattr(event, event.nature.words))


def made_public(meeting: Meeting) -> tuple[Placed, ...]:
    """What was once kept back and no longer is, though it stands: however that came about, nothing says that it was
    meant (X6)."""
    if not meeting.once_private:
        return ()
    now = kept_back(meeting)
    return tuple(placed for placed in meeting.events if placed.id in meeting.once_private and placed.id not in now)


def newly_public(before: Meeting, after: Meeting) -> tuple[Placed, ...]:
    """What becomes public by the entry that makes `after` of `before`."""
    was = {placed.id for placed in made_public(before)}
    return tuple(placed for placed in made_public(after) if placed.id not in was)


def may_unveil(entry: Entry, known: Mapping[str, AnyEvent]) -> bool:
    """Whether an entry may make public what is private; `known` are the events as they stood before it. What only adds
    to the record cannot, but for what ends an exempt session or a question."""
    return any(_may_unveil(event, known) for event in entry.events)


def known_to(meeting: Meeting, entry: Entry) -> dict[str, AnyEvent]:
    """The events that an entry may correct, by id; none where it corrects nothing."""
    corrects = any(isinstance(event, Corrected) for event in entry.events)
    return {placed.id: placed.event for placed in meeting.events} if corrects else {}


def _may_unveil(event: AnyEvent, known: Mapping[str, AnyEvent]) -> bool:
    if isinstance(event, Corrected):
        was, now = known.get(event.event), event.now
        # Most corrections are of words alone.
        return type(was) is not type(now) or isinstance(now, _SHAPING) or _stands(was) != _stands(now)
    return isinstance(event, Retracted | ItemChanged | PublicReadmitted | QuestionDisposed) or (
        isinstance(event, VoteTaken) and bool(event.supersedes)
    )


def _stands(event: AnyEvent | None) -> tuple[Any, ...]:
    return () if event is None else (event.at, event.item, event.before, event.after, event.private)


def once_private(entries: Sequence[Entry], meeting: Meeting, whole: Callable[[Sequence[Entry]], Meeting]) -> set[str]:
    """What was ever kept back before an entry that may have changed that. `meeting` is all that the entries add up to,
    and `whole` makes a meeting of the first of them."""
    found: set[str] = set()
    first = _first_private(entries, meeting)
    for count in range(first + 1, len(entries)):
        if not any(isinstance(event, _UNVEILING) for event in entries[count].events):
            continue
        earlier = whole(entries[:count])
        if may_unveil(entries[count], {placed.id: placed.event for placed in earlier.events}):
            found |= kept_back(earlier)
    return found


def _first_private(entries: Sequence[Entry], meeting: Meeting) -> int:
    """The place of the first entry that may record something private; beyond the last where none does."""
    exempt: set[str] = set()
    for entry in entries:
        exempt |= {item.id for event in entry.events for item in _items_of(event) if item.exempt}
    labels = {question.id for question in meeting.questions.values() if question.item in exempt}
    for place, entry in enumerate(entries):
        for recorded in entry.events:
            event = recorded.now if isinstance(recorded, Corrected) and recorded.now is not None else recorded
            about = questions_of(event, {})
            if isinstance(event, PublicExcluded) or event.private or event.item in exempt or labels & set(about):
                return place
    return len(entries)


def _items_of(event: AnyEvent) -> tuple[Item, ...]:
    if isinstance(event, Corrected) and event.now is not None:
        event = event.now
    if isinstance(event, Convened):
        return event.items
    return (event.new,) if isinstance(event, ItemAdded) else (event.now,) if isinstance(event, ItemChanged) else ()


def of_private_questions(meeting: Meeting) -> tuple[tuple[Placed, str], ...]:
    """The events that would be public where they stand, each with the label of the private question that it is of."""
    return tuple((placed, label) for placed in meeting.events if (label := meeting.private_by.get(placed.id, "")))


def within_reach(meeting: Meeting, item: str | None) -> Questions:
    """The questions that can be meant under an item without their labels: while the public is there, none that is
    private. All of them where what is said of the item is private itself."""
    if meeting.doors.closed or item in meeting.doors.excluded_items or _is_exempt(meeting, item):
        return meeting.questions
    if not any(question.item == item for question in meeting.questions.values()):
        return meeting.questions
    secret = meeting.private_questions
    return {label: question for label, question in meeting.questions.items() if label not in secret}


def out_of_reach(meeting: Meeting, item: str | None) -> tuple[Question, ...]:
    """The private questions that wait for an answer and cannot be meant under an item but by their labels."""
    known = within_reach(meeting, item)
    put = (q for q in meeting.questions.values() if q.is_open and q.state == "put")
    waiting = {q.id: q for q in (*meeting.open_questions, *put) if q.item != item or q.id not in known}.values()
    return tuple(question for question in waiting if question.id in meeting.private_questions)


def _hidden(events: Iterable[Placed], meeting: Meeting) -> tuple[dict[str, str], set[str]]:
    """The ids of the private events, each with the label of the private question where that alone makes it so; and the
    labels of the private questions."""
    private: dict[str, str] = {}
    secret = {q.id for q in meeting.questions.values() if _is_exempt(meeting, q.item) and not q.event}
    touched: set[str] = set()
    votes: dict[str, tuple[str, ...]] = {}
    for placed, doors in with_doors(events):
        event = placed.event
        if isinstance(event, PublicExcluded):
            secret |= _of_the_papers(meeting, event.items)
        if isinstance(event, PublicReadmitted):
            back = {item for item in event.items if not _is_exempt(meeting, item)}
            secret -= _of_the_papers(meeting, back) - touched
        labels = questions_of(event, votes)
        hidden = doors.make_private(event, meeting.items)
        of = ""
        if not hidden and event.private is None and not event.nature.public:
            of = next((label for label in labels if label in secret), "")
        if hidden or of:
            private[placed.id] = of
            touched.update(labels)
        if isinstance(event, VoteTaken):
            votes[event.vote] = event.questions
        if (hidden or of) and isinstance(event, _RAISING) and event.question:
            secret.add(event.question)
        if isinstance(event, VoteTaken | CastingVote | QuestionDisposed):
            parents = {parent for label in labels if label in secret and (parent := _amended(meeting, label))}
            secret |= parents
            touched |= parents
    return private, secret


def _of_the_papers(meeting: Meeting, items: Collection[str]) -> set[str]:
    """The labels of what is recommended on some items, which nobody moved."""
    return {q.id for q in meeting.questions.values() if q.item in items and not q.event}


def questions_of(event: AnyEvent, votes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The labels of the questions that an event is about; `votes` are the questions of each vote so far."""
    match event:
        case QuestionPut(questions=questions) | VoteTaken(questions=questions):
            return questions
        case CastingVote(vote=vote) | OwnVote(vote=vote):
            return votes.get(vote, ())
        case QuestionDisposed(question=question):
            return (question,)
        case AmendmentMoved(question=question, to=to):
            return (question, to)
        case MotionMoved(question=question, composite=composite):
            return (question, *composite)
        case OutcomeDeclared(of=of) if of:
            return (of,)
        case Noted(question=question) | MinutesApproved(question=question) if question:
            return (question,)
    return ()


def _amended(meeting: Meeting, label: str) -> str | None:
    """The question into whose text an amendment went."""
    parent = meeting.questions.get(meeting.questions[label].parent or "") if label in meeting.questions else None
    return parent.id if parent is not None and label in parent.merged else None


_RAISING = (MotionMoved, AmendmentMoved, Noted, MinutesApproved)
"""What raises a question: one that was raised in private is private."""

_OF_DOORS = (PublicExcluded, PublicReadmitted, ItemAdded, ItemChanged)
_SHAPING = (*_OF_DOORS, MotionMoved, AmendmentMoved, QuestionPut, QuestionDisposed, VoteTaken, CastingVote)
"""What bears on the privacy of other events than itself."""

_UNVEILING = (Corrected, Retracted, ItemChanged, PublicReadmitted, QuestionDisposed, VoteTaken)
"""What may make something public, as far as its kind tells."""


def _is_exempt(meeting: Meeting, item: str | None) -> bool:
    found = meeting.items.get(item or "")
    return found is not None and found.exempt


def public_out_or_in(meeting: Meeting, placed: Placed, event: PublicExcluded | PublicReadmitted) -> Meeting:
    """The public is out from here on, or back."""
    return replace(meeting, doors=meeting.doors.after(event))


REDUCERS: dict[type, Callable[..., Any]] = {
    PublicExcluded: public_out_or_in,
    PublicReadmitted: public_out_or_in,
}
