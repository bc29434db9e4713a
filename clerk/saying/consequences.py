"""What follows from putting something right, said before Enter: which questions, votes and people stand otherwise."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clerk import events as e
from clerk.meeting.exempt import of_itself
from clerk.meeting.motions import text_before, text_of
from clerk.saying.names import brief_name, brief_names, clip, item_name, listed
from clerk.saying.room import quorum_now
from clerk.saying.votes import not_adding_up, outcome_of
from clerk.texts import Text, written

if TYPE_CHECKING:
    from clerk.meeting.parts import Vote
    from clerk.meeting.state import Meeting

_STATES = {"open": "open again", "put": "put, and not voted on", "tied": "tied"}
"""How a question stands, where its state is no word for it."""


def consequences(before: "Meeting", after: "Meeting", events: Sequence[e.AnyEvent]) -> list[str]:
    """What stands otherwise after events that put others right, beside what they say themselves; a few words each."""
    put_right = {event.event for event in events if isinstance(event, e.Corrected)}
    if asked := [said for event in events if isinstance(event, e.PublicExcluded) for said in _asked(after, event)]:
        return asked
    if not put_right and not any(isinstance(event, e.Retracted) for event in events):
        return []
    if not put_right:
        # What is taken back says itself what it was: only what hung on it is told.
        own = {event.entry for event in events if isinstance(event, e.Retracted)}
        put_right = {vote.event for vote in before.votes.values() if int(vote.event.partition(".")[0]) in own}
        return [*_questions(before, after), *_votes(before, after, put_right)]
    return [*_questions(before, after), *_votes(before, after, put_right), *_people(before, after)]


def _asked(meeting: "Meeting", event: e.PublicExcluded) -> Iterator[str]:
    """What is questioned in a resolution to exclude the public: that it is for itself, and that no paragraph is
    named."""
    for item in of_itself(meeting, event):
        yield f"{item_name(meeting, item)} is the exclusion itself, and not the business that it is for"
    if event.items and event.paragraph is None and not event.basis and meeting.profile.exempt_paragraphs:
        private = [meeting.items[item] for item in event.items if item in meeting.items]
        if not private or not all(item.confidential for item in private):
            yield "no paragraph of the Schedule is named"


def _questions(before: "Meeting", after: "Meeting") -> Iterator[str]:
    for label, was in before.questions.items():
        now = after.questions.get(label)
        if now is None:
            yield f"{label} is gone"
        elif now.state != was.state:
            yield f"{label} is {_STATES.get(now.state, now.state)}"
    for label, now in after.questions.items():
        if label not in before.questions:
            continue
        text = text_of(after.questions, label)
        if now.parent is None and text != text_of(before.questions, label):
            yield f"{label} reads {_reads(text, text_before(after.questions, label))}"


def _reads(text: Text, moved: Text) -> str:
    if text == moved:
        return "as before it was amended"
    return f"“{clip(written(text))}”"


def _votes(before: "Meeting", after: "Meeting", put_right: set[str]) -> Iterator[str]:
    for label, was in before.votes.items():
        now = after.votes.get(label)
        if now is None:
            yield from [] if was.event in put_right else [f"{label} is gone"]
            continue
        if was.event in put_right:
            # Its own line says how it went.
            continue
        if now.state != was.state:
            yield f"{label} is {outcome_of(now)}"
        if now.superseded != was.superseded:
            yield f"{label} {'no longer counts' if now.superseded else 'counts again'}"
        if _texts(after, now) != _texts(before, was):
            yield f"{label} was on the other text"
        if (wrong := not_adding_up(after, now)) and wrong != not_adding_up(before, was):
            yield f"{label}: {wrong.rstrip('.')}"
        elif now.entitled != was.entitled:
            yield f"{label}: {_who_may(after, was, now)}"


def _texts(meeting: "Meeting", vote: "Vote") -> tuple[Text, ...]:
    put = meeting.put_of(vote)
    return put.texts if put is not None else ()


def _who_may(meeting: "Meeting", was: "Vote", now: "Vote") -> str:
    may = [person for person in now.entitled if person not in was.entitled]
    not_ = [person for person in was.entitled if person not in now.entitled]
    said = [f"{brief_names(meeting, may)} could vote"] if may else []
    return listed([*said, *([f"{brief_names(meeting, not_)} could not vote"] if not_ else [])])


def _people(before: "Meeting", after: "Meeting") -> Iterator[str]:
    members = [person for _, person in after.acting]
    came = [person for person in members if person in after.in_room and person not in before.in_room]
    went = [person for person in members if person not in after.in_room and person in before.in_room]
    if came:
        yield f"{brief_names(after, came)} {'is' if len(came) == 1 else 'are'} in the room now"
    if went:
        yield f"{brief_names(after, went)} {'is' if len(went) == 1 else 'are'} out now"
    if after.presiding != before.presiding:
        yield f"{brief_name(after, after.presiding)} presides now" if after.presiding else "nobody presides now"
    state = quorum_now(after, after.item_taken).state
    if state != quorum_now(before, before.item_taken).state:
        yield f"the meeting is {state} now"


def voted_before(meeting: "Meeting", vote: "Vote") -> str:
    """That a question was voted on before, and that vote stands too; "" where this is the only one (M21)."""
    put = meeting.put_of(vote)
    for other in meeting.votes.values():
        earlier, shared = meeting.put_of(other), [label for label in vote.both if label in other.both]
        stands = other.id != vote.id and not other.superseded and other.state != "tied"
        if vote.facing and other.facing and set(vote.both) != set(other.both):
            # Of several that are put against each other, one is put once against each.
            continue
        whole = put is not None and earlier is not None and not put.clauses and not earlier.clauses
        if shared and stands and whole:
            return f"{shared[0]} was voted on already, {other.id}: counted again, it is recount={other.id}."
    return ""


def ended_after_its_vote(before: "Meeting", events: Sequence[e.AnyEvent]) -> str:
    """That what is said to be withdrawn, or to have ended otherwise without a vote, was voted on (M12), and how that
    vote is taken back; "" where none was."""
    for event in events:
        question = before.questions.get(event.question) if isinstance(event, e.QuestionDisposed) else None
        vote = before.votes.get(question.vote) if question is not None else None
        if question is not None and vote is not None and question.state in ("carried", "lost"):
            back = f"where the vote was a slip, take that back (:undo e{vote.event.partition('.')[0]})."
            was = f"{question.id} was {question.state} ({vote.id})"
            return f"{was}: the minutes are not final while both stand (M12); {back}"
    return ""


def falls_with_it(before: "Meeting", after: "Meeting") -> str:
    """Which open amendments fall with what they would amend, and with what: "A4 falls with A3"; "" where none does."""
    fell = [
        question
        for label, question in after.questions.items()
        # A motion that lost to an amendment is told with the vote between them.
        if question.kind == "amendment"
        and question.fell_with
        and label in before.questions
        and not before.questions[label].fell_with
    ]
    return "; ".join(f"{question.id} falls with {question.fell_with}" for question in fell)
