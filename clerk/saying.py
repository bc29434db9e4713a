"""Sentences from the meeting: what to read out after a vote, what a gesture would record, how the quorum stands.

The desk and the chair's view say the same, because both say it from here.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from clerk.entitlement import ledger
from clerk.events import AnyEvent, Arrived, Left, Retracted, RollCalled, Substituted, SubstitutionEnded, VoteTaken
from clerk.happened import (
    all_for,
    brief_name,
    brief_names,
    item_name,
    listed,
    outcome_of,
    what_events_say,
    what_happened,
)
from clerk.questions import Put, Question, newest_open, text_before, text_of
from clerk.record import Entry
from clerk.texts import numbers, written
from clerk.votes import Vote

if TYPE_CHECKING:
    from clerk.meeting import Meeting

__all__ = [
    "QuestionNow",
    "brief_name",
    "brief_names",
    "chair_of_vote",
    "figures",
    "not_entitled",
    "question_name",
    "question_now",
    "quorum_line",
    "read_out",
    "say_back",
    "unaccounted_names",
    "what_happened",
]


# The question


class QuestionNow(NamedTuple):
    """The question before the meeting. `if_carried` is "" for all but amendments."""

    label: str
    text_now: str
    text_if_carried: str


def question_now(meeting: "Meeting", item: str | None) -> QuestionNow | None:
    """The question that "put" would mean under an item, with its exact text; None where none is open."""
    question = newest_open(meeting.questions, item)
    return None if question is None else question_text(meeting, question.id)


def question_text(meeting: "Meeting", label: str) -> QuestionNow:
    """A question's exact text: as it stands, and for an amendment as it would be if carried."""
    question = meeting.questions[label]
    stands = written(text_of(meeting.questions, label))
    if question.kind != "amendment":
        return QuestionNow(label, stands, "")
    return QuestionNow(label, written(text_before(meeting.questions, label)), stands)


def question_name(meeting: "Meeting", label: str) -> str:
    """A question as it is spoken of: "the amendment moved by Councillor Ash", "the recommendations of item 8"."""
    question = meeting.questions.get(label)
    if question is None:
        return label
    if question.kind == "recommendations":
        plural = "s" if len(text_of(meeting.questions, label)) > 1 else ""
        return f"the recommendation{plural} of {item_name(meeting, question.item)}"
    what = {
        "amendment": "the amendment",
        "order": "the motion to vary the order of business",
        "procedural": "the procedural motion",
        "deferral": "the motion to defer",
        "closure": "the motion that the question be now put",
        "next business": "the motion to go to next business",
        "adjournment": "the motion to adjourn",
        "suspension": "the motion to suspend a rule",
    }.get(question.kind, "the motion")
    moved = f" moved by {brief_name(meeting, question.mover)}" if question.mover else ""
    return what + moved + (f" ({label})" if _has_twin(meeting, question) else "")


def _has_twin(meeting: "Meeting", question: Question) -> bool:
    """Whether its name alone would not tell it from another question of the item."""
    same = (question.kind, question.mover, question.item)
    return any((q.kind, q.mover, q.item) == same for q in meeting.questions.values() if q.id != question.id)


# The vote


def read_out(meeting: "Meeting", vote: Vote) -> str:
    """The sentence to read out after a vote."""
    put = _put_of(meeting, vote)
    name, plural = _what_was_put(meeting, vote, put)
    said = f"{name[:1].upper()}{name[1:]} {'are' if plural else 'is'}"
    if vote.votes_for is None:
        return f"{said} agreed, without a count."
    if all_for(vote):
        return f"{said} carried unanimously, all {vote.votes_for} for."
    if not vote.is_tied:
        return f"{said} {vote.state}: {figures(vote)}."
    by = brief_name(meeting, vote.casting[0]) if vote.casting else ""
    if vote.casting is None:
        return f"On {name}: {figures(vote)}: a tie. {_who_casts(meeting, vote)}"
    if vote.casting[1] == "declined":
        return f"{said} lost: {figures(vote)}, and {by} does not use the casting vote."
    return f"{said} {vote.state} on the casting vote of {by}: {figures(vote)}."


def chair_of_vote(meeting: "Meeting", vote: Vote) -> str | None:
    """Who presides over a vote, and so has the casting vote on a tie."""
    put = _put_of(meeting, vote)
    return (put.presiding if put else None) or meeting.presiding


def _who_casts(meeting: "Meeting", vote: Vote) -> str:
    chair = chair_of_vote(meeting, vote)
    if chair is None:
        return "Whoever is in the chair has a casting vote."
    return f"{brief_name(meeting, chair)}, in the chair, has a casting vote."


def figures(vote: Vote) -> str:
    """The figures of a vote in words: "6 for, 3 against, 1 abstained"; "" where nobody counted."""
    if vote.votes_for is None:
        return ""
    parts = [f"{vote.votes_for or 'none'} for", f"{vote.against or 'none'} against"]
    return ", ".join([*parts, f"{vote.abstained} abstained"] if vote.abstained else parts)


def _put_of(meeting: "Meeting", vote: Vote) -> Put | None:
    return next((put for put in meeting.puts if put.event == vote.put), None)


def _what_was_put(meeting: "Meeting", vote: Vote, put: Put | None) -> tuple[str, bool]:
    """What a vote was on, in words, and whether that is plural."""
    names = [question_name(meeting, label) for label in vote.questions]
    plural = len(names) > 1 or any(name.startswith("the recommendations") for name in names)
    name = listed(names)
    if put is not None and put.clauses and len(vote.questions) == 1:
        printed = (
            numbers(text_of(meeting.questions, vote.questions[0])) if vote.questions[0] in meeting.questions else {}
        )
        which = [printed[clause] for clause in put.clauses if clause in printed]
        plural = len(which) > 1
        name = f"clause{'s' if plural else ''} {listed(which)} of {name}" if which else name
    if put is not None and put.amended:
        name += ", as amended,"
    return name, plural


def unaccounted_names(meeting: "Meeting", vote: Vote) -> list[str]:
    """Who, of those entitled, is in none of the numbers; empty where that is nobody, or where it cannot be known."""
    maybe = _unaccounted_maybe(vote)
    return [brief_name(meeting, person) for person in maybe] if len(maybe) == vote.unaccounted else []


def _unaccounted_maybe(vote: Vote) -> list[str]:
    spoken_for = {
        *vote.for_names,
        *vote.against_names,
        *vote.abstained_names,
        *vote.not_voting,
        *(member for member, _ in vote.own_votes),
    }
    return [person for person in vote.entitled if person not in spoken_for]


def unaccounted_line(meeting: "Meeting", vote: Vote) -> str:
    """Who is missing from a vote's figures, or what is too many in them; "" where they agree with the room."""
    missing, entitled = vote.unaccounted, len(vote.entitled)
    if vote.votes_for is None or not missing:
        return ""
    if missing < 0:
        counted = [
            vote.votes_for,
            vote.against or 0,
            vote.abstained or 0,
            *([len(vote.not_voting)] * bool(vote.not_voting)),
        ]
        return f"{' + '.join(map(str, counted))} = {sum(counted)}, but {entitled} may vote"
    names = unaccounted_names(meeting, vote)
    if names:
        return f"{missing} not accounted for: {listed(names)}"
    maybe = _unaccounted_maybe(vote)
    either = f": {brief_names(meeting, maybe, 'or')}" if missing == 1 and len(maybe) <= 3 else ""
    return f"{missing} not accounted for{either}"


def not_entitled(meeting: "Meeting", items: tuple[str, ...]) -> list[tuple[str, str]]:
    """The acting members who may not vote on these items now, and why not."""
    return [(brief_name(meeting, voter.person), voter.why) for voter in ledger(meeting, items) if not voter.may]


# Before Enter


def say_back(meeting: "Meeting", events: Sequence[AnyEvent]) -> str:
    """One line for what a gesture would record."""
    if not events:
        return "Nothing would be recorded."
    number = len(meeting.entries) + 1
    after = meeting.add(Entry(number, datetime.min, "", tuple(events)))
    new = [finding.text for finding in after.problems if finding not in meeting.problems]
    said = [_say_vote(after, event) for event in events if isinstance(event, VoteTaken) and event.vote in after.votes]
    if not said:
        # What is taken back is gone from the meeting after, so it is told as the meeting was before.
        undoing = any(isinstance(event, Retracted) for event in events)
        said = [what_events_say(meeting if undoing else after, events, number) + "."]
        if any(isinstance(event, _ROOM) for event in events):
            said.append(quorum_line(after, after.item_taken) + ".")
    return " ".join([*said, *new])


_ROOM = Arrived | Left | RollCalled | Substituted | SubstitutionEnded


def _say_vote(meeting: "Meeting", event: VoteTaken) -> str:
    vote = meeting.votes[event.vote]
    if vote.votes_for is None:
        return "Agreed without a count: carried."
    wrong = unaccounted_line(meeting, vote)
    barred = [person for person in _named(vote) if person not in vote.entitled]
    if vote.unaccounted < 0 and not barred:
        return f"{wrong}."
    count = f"All {vote.votes_for} for" if all_for(vote) else f"{figures(vote)} of {len(vote.entitled)}"
    said = f"{count[:1].upper()}{count[1:]}: {outcome_of(vote)}."
    if vote.state == "tied":
        said += f" {_who_casts(meeting, vote)}"
    for person in barred:
        said += f" {brief_name(meeting, person)} may not vote: {_why_barred(meeting, vote, person)}."
    return f"{said} {wrong}." if wrong and not barred else said


def _named(vote: Vote) -> tuple[str, ...]:
    return (*vote.for_names, *vote.against_names, *vote.abstained_names, *vote.not_voting)


def _why_barred(meeting: "Meeting", vote: Vote, person: str) -> str:
    put = _put_of(meeting, vote)
    return dict(put.barred).get(person, "") or "not a member of this body" if put else "not entitled"


# The room


def quorum_line(meeting: "Meeting", item: str | None) -> str:
    """How the quorum stands: "8 of 11 in the room · quorum 4 · QUORATE"."""
    now = meeting.quorum(item)
    of = sum(meeting.people[person].voting for _, person in meeting.acting)
    room = f"{now.have + now.withdrawn} of {of} in the room"
    if now.withdrawn:
        room += f", {now.withdrawn} withdrew, {now.have} count"
    return f"{room} · quorum {now.need} · {now.state}"
