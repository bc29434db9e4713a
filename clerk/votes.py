"""Votes: tallies, ties and the casting vote, which never touches the tally (V1 to V14)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from clerk.events import CastingVote, OwnVote, VoteTaken
from clerk.puts import Put
from clerk.questions import QuestionState, settled, text_of
from clerk.record import Placed

if TYPE_CHECKING:
    from clerk.meeting import Meeting


class Vote(Struct, frozen=True):
    """A vote as taken. The three numbers are None for assent (V11). `casting` is who cast and which way (V3);
    `announced` the figures of a named vote as they were given out, where they were (V14)."""

    id: str
    event: str
    put: str
    questions: tuple[str, ...]
    method: Literal["assent", "unanimous", "counted", "named"]
    votes_for: int | None
    against: int | None
    abstained: int | None
    entitled: tuple[str, ...]
    for_names: tuple[str, ...] = ()
    against_names: tuple[str, ...] = ()
    abstained_names: tuple[str, ...] = ()
    not_voting: tuple[str, ...] = ()
    casting: tuple[str, Literal["for", "against", "declined"]] | None = None
    own_votes: tuple[tuple[str, str], ...] = ()
    superseded: bool = False
    announced: tuple[int, int, int] | None = None

    @property
    def is_tied(self) -> bool:
        """Whether as many voted for as against (V3)."""
        return self.votes_for is not None and self.votes_for == self.against

    @property
    def carried(self) -> bool:
        """Carried by more for than against, by assent, or by the casting vote on a tie (V1, V8, V11)."""
        if self.is_tied:
            return self.casting is not None and self.casting[1] == "for"
        return self.votes_for is None or self.votes_for > (self.against or 0)

    @property
    def state(self) -> QuestionState:
        """What the vote makes of its questions; "tied" until the casting vote is used or declined."""
        if self.is_tied and self.casting is None:
            return "tied"
        return "carried" if self.carried else "lost"

    @property
    def unanimous(self) -> bool:
        """Whether every member entitled to vote voted for: derived, never typed (V10)."""
        all_for = bool(self.votes_for) and self.votes_for == len(self.entitled)
        return all_for and not self.against and not self.abstained and set(self.for_names) <= set(self.entitled)

    @property
    def unaccounted(self) -> int:
        """How many of those entitled are in none of the numbers; negative where there are more votes than voters
        (V9). 0 for assent."""
        if self.votes_for is None:
            return 0
        counted = self.votes_for + (self.against or 0) + (self.abstained or 0)
        return len(self.entitled) - counted - len(set(self.not_voting) & set(self.entitled))


def vote_taken(meeting: "Meeting", placed: Placed, event: VoteTaken) -> "Meeting":
    """Counts a vote on the questions last put, and settles them."""
    put = _put_of(meeting, event)
    if put is None:
        return meeting.problem(placed, f"Vote {event.vote} is on a question that was not put.", "M25")
    if event.vote in meeting.votes:
        return meeting.problem(placed, f"The label {event.vote} was already taken; this vote is left out.")
    vote = _counted(event, placed.id, put)
    votes = {**meeting.votes, vote.id: vote}
    if event.supersedes is not None and event.supersedes in meeting.votes:
        votes[event.supersedes] = replace(votes[event.supersedes], superseded=True)
    puts = tuple(replace(p, vote=vote.id) if p.event == put.event else p for p in meeting.puts)
    return _settle(replace(meeting, votes=votes, puts=puts), vote, put)


def _put_of(meeting: "Meeting", event: VoteTaken) -> Put | None:
    counted = meeting.votes.get(event.supersedes or "")
    if counted is not None and counted.questions == event.questions:
        return meeting.put_of(counted)
    return next((put for put in reversed(meeting.puts) if put.questions == event.questions), None)


def _counted(event: VoteTaken, id_: str, put: Put) -> Vote:
    numbers: tuple[int | None, int | None, int | None] = (event.votes_for, event.against, event.abstained)
    if event.method == "unanimous":
        numbers = (len(put.entitled), 0, 0)
    elif event.method == "named":
        numbers = (len(event.for_names), len(event.against_names), len(event.abstained_names))
    elif event.method == "counted":
        numbers = (event.votes_for or 0, event.against or 0, event.abstained or 0)
    return Vote(
        event.vote,
        id_,
        put.event,
        event.questions,
        event.method,
        *numbers,
        put.entitled,
        event.for_names,
        event.against_names,
        event.abstained_names,
        event.not_voting,
        announced=_announced(event),
    )


def _announced(event: VoteTaken) -> tuple[int, int, int] | None:
    if event.method != "named" or event.votes_for is None:
        return None
    return event.votes_for, event.against or 0, event.abstained or 0


def _settle(meeting: "Meeting", vote: Vote, put: Put) -> "Meeting":
    questions = meeting.questions
    for label in vote.questions:
        if label not in questions:
            continue
        state = vote.state
        if clauses := _clauses_of(meeting, put, label):
            question = questions[label]
            parts = (*(part for part in question.parts if part[1] != vote.id), (clauses, vote.id))
            questions = {**questions, label: replace(question, parts=parts)}
            state = _state_of_parts(replace(meeting, questions=questions), label)
        questions = settled(questions, label, state, vote.id)
    return replace(meeting, questions=questions)


def _clauses_of(meeting: "Meeting", put: Put, label: str) -> tuple[str, ...]:
    """The clauses of a question to which a vote was confined; () where the whole of it was put."""
    if len(put.questions) == 1:
        return put.clauses
    own = {clause.id for clause in text_of(meeting.questions, label)}
    return tuple(clause for clause in put.clauses if clause in own)


def _state_of_parts(meeting: "Meeting", label: str) -> QuestionState:
    """What the votes on some clauses each make of the question: of each clause the last, recounts in place of what
    they recount."""
    question = meeting.questions[label]
    votes = [(clauses, meeting.votes[vote]) for clauses, vote in question.parts]
    state_of = {clause: vote.state for clauses, vote in votes if not vote.superseded for clause in clauses}
    text = text_of(meeting.questions, label)
    if any(clause.id not in state_of for clause in text):
        return "open"
    states = {state_of[clause.id] for clause in text}
    if "tied" in states:
        return "tied"
    return states.pop() if len(states) == 1 else "divided"


def casting_vote(meeting: "Meeting", placed: Placed, event: CastingVote) -> "Meeting":
    """Settles a tie. On no tie the record stands and decides nothing (V6)."""
    vote = meeting.votes.get(event.vote)
    if vote is None:
        return meeting.problem(placed, f"A casting vote is on {event.vote}, which is no longer recorded.")
    vote = replace(vote, casting=(event.by, event.direction))
    meeting = replace(meeting, votes={**meeting.votes, vote.id: vote})
    put = meeting.put_of(vote)
    return _settle(meeting, vote, put) if put and not vote.superseded else meeting


def own_vote(meeting: "Meeting", placed: Placed, event: OwnVote) -> "Meeting":
    """Keeps how one member voted, at that member's request (V12)."""
    vote = meeting.votes.get(event.vote)
    if vote is None:
        return meeting.problem(placed, f"A member's own vote is on {event.vote}, which is no longer recorded.")
    own = (*(pair for pair in vote.own_votes if pair[0] != event.member), (event.member, event.direction))
    return replace(meeting, votes={**meeting.votes, vote.id: replace(vote, own_votes=own)})


REDUCERS: dict[type, Callable[..., Any]] = {VoteTaken: vote_taken, CastingVote: casting_vote, OwnVote: own_vote}
