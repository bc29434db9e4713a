"""Questions put to the vote, and how they were voted on."""

from typing import Literal

from clerk.events.event import Event
from clerk.events.nature import Nature


class QuestionPut(Event, frozen=True, kw_only=True, tag="QuestionPut"):
    """The chair put questions to the vote (MT-01, MT-08, M21): all their clauses, or only some.

    `lead` goes before the sentence ("Further to a discussion"). `shown` are those whom the screen showed as entitled
    to vote, so that a later difference is found; it is never what entitlement is computed from. `direction` is what a
    vote for it was a vote for ("refusal"), printed beside the figures (VO-04). `mover` and `seconder` are of
    recommendations that a member moves, as a parish does. `facing` is the question that it is put against: a vote
    against the one is then a vote for the other, and decides both, as in Scotland.
    """

    nature = Nature(decides=False, business=True, on_screen="in public", words="lead")

    questions: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    lead: str = ""
    shown: tuple[str, ...] = ()
    direction: str = ""
    mover: str = ""
    seconder: str = ""
    facing: str = ""


class VoteTaken(Event, frozen=True, kw_only=True, tag="VoteTaken"):
    """A vote on the questions last put (VO-01 to VO-15). The casting vote is never among the numbers (V4).

    `counted` has numbers, `named` has names; `unanimous` means every one entitled, `assent` has neither;
    `declared` only the `result` that was given out. The numbers of
    a named vote are those announced, where they were (V14); it is the names that count. `why` is why those not voting
    did not (VO-10, VO-11); `statutory` that the law wants the names (VO-09). `shown` are those whom the screen
    showed as entitled when it was taken, so that a later difference is found. `direction` is what a vote for it was
    for, where that was said at the vote (VO-04); `announced` the figures given out, of any vote but a named one; a
    `secret` ballot has totals only. `asked_by` are those who asked for a recount (V20).
    """

    nature = Nature(decides=True, business=True, on_screen="in public")

    vote: str
    questions: tuple[str, ...]
    method: Literal["assent", "unanimous", "counted", "named", "declared"]
    votes_for: int | None = None
    against: int | None = None
    abstained: int | None = None
    for_names: tuple[str, ...] = ()
    against_names: tuple[str, ...] = ()
    abstained_names: tuple[str, ...] = ()
    not_voting: tuple[str, ...] = ()
    supersedes: str | None = None
    why: Literal["", "part", "interest"] = ""
    statutory: bool = False
    shown: tuple[str, ...] = ()
    result: Literal["", "carried", "lost"] = ""
    direction: str = ""
    announced: tuple[int, ...] = ()
    secret: bool = False
    asked_by: tuple[str, ...] = ()


class CastingVote(Event, frozen=True, kw_only=True, tag="CastingVote"):
    """The person presiding used the casting vote on a tie, or declined to (VO-06, V3 to V8)."""

    nature = Nature(decides=True, business=True, on_screen="in public")

    vote: str
    by: str
    direction: Literal["for", "against", "declined"]


class OwnVote(Event, frozen=True, kw_only=True, tag="OwnVote"):
    """A member required the minutes to show how that member voted (V12, VO-12); "" where how is still to be said.
    `dissent` is a vote against that was asked for in that word; `reason` why, where that was asked for too."""

    nature = Nature(decides=False, business=True, words="reason")

    vote: str
    member: str
    direction: Literal["", "for", "against", "abstained"]
    dissent: bool = False
    reason: str = ""


class DivisionDemanded(Event, frozen=True, kw_only=True, tag="DivisionDemanded"):
    """Members called for a named vote (VO-08, V13): on the question that is open, or on the vote just taken.
    `supporters` is how many did where they were counted and not named; `refused` says that too few did, and that the
    vote was not by name."""

    nature = Nature(decides=False)

    by: tuple[str, ...]
    question: str | None = None
    supporters: int | None = None
    refused: bool = False

    @property
    def count(self) -> int:
        """How many are known to have called for it."""
        return max(self.supporters or 0, len(self.by))


VoteEvent = QuestionPut | VoteTaken | CastingVote | OwnVote | DivisionDemanded
"""Every event of this subject."""
