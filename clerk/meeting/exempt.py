"""What the public may not know: which events stand behind closed doors (X6, X7)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from clerk.events import (
    AmendmentMoved,
    AnyEvent,
    CastingVote,
    MotionMoved,
    OutcomeDeclared,
    OwnVote,
    PublicExcluded,
    PublicReadmitted,
    QuestionDisposed,
    QuestionPut,
    VoteTaken,
)
from clerk.meeting.parts import Doors
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting


def with_doors(events: Iterable[Placed]) -> Iterator[tuple[Placed, Doors]]:
    """Each event with the doors as they were when it happened."""
    doors = Doors()
    for placed in events:
        yield placed, doors
        doors = doors.after(placed.event)


def private_events(events: Iterable[Placed], meeting: Meeting) -> frozenset[str]:
    """The ids of the events that the public may not know of (X6): each as it says itself, else as its item and its
    place have it; and whatever is done with a question that was moved or amended in private, wherever it is put."""
    return frozenset(id_ for id_, _ in _hidden(events, meeting))


def of_private_questions(meeting: Meeting) -> tuple[tuple[Placed, str], ...]:
    """The events that would be public where they stand, each with the label of the private question that it is of."""
    why = dict(_hidden(meeting.events, meeting))
    return tuple((placed, label) for placed in meeting.events if (label := why.get(placed.id, "")))


def _hidden(events: Iterable[Placed], meeting: Meeting) -> list[tuple[str, str]]:
    """The ids of the private events, each with the label of the private question where that alone makes it so."""
    private: list[tuple[str, str]] = []
    secret = {q.id for q in meeting.questions.values() if _is_exempt(meeting, q.item) and not q.event}
    votes: dict[str, tuple[str, ...]] = {}
    for placed, doors in with_doors(events):
        event = placed.event
        if isinstance(event, PublicExcluded):
            secret |= {q.id for q in meeting.questions.values() if q.item in event.items and not q.event}
        labels = questions_of(event, votes)
        hidden = doors.make_private(event, meeting.items)
        of = ""
        if not hidden and event.private is None and not event.nature.public:
            of = next((label for label in labels if label in secret), "")
        if hidden or of:
            private.append((placed.id, of))
        if isinstance(event, VoteTaken):
            votes[event.vote] = event.questions
        if (hidden or of) and isinstance(event, MotionMoved | AmendmentMoved):
            secret.add(event.question)
        if isinstance(event, VoteTaken | CastingVote | QuestionDisposed):
            secret |= {parent for label in labels if label in secret and (parent := _amended(meeting, label))}
    return private


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
    return ()


def _amended(meeting: Meeting, label: str) -> str | None:
    """The question into whose text an amendment went."""
    parent = meeting.questions.get(meeting.questions[label].parent or "") if label in meeting.questions else None
    return parent.id if parent is not None and label in parent.merged else None


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
