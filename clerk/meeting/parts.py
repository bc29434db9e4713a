"""The parts of a meeting: what is known of stays, declarations, questions, votes and the rest. Values, no more."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from clerk.events.interests import InterestEffect, InterestKind
from clerk.events.motions import MotionKind
from clerk.setup.settings import Majority
from clerk.texts import Edit, Text


class Stay(Struct, frozen=True):
    """One stay in the room: the events it began and ended with, and their times where known."""

    came: str
    came_at: datetime | None = None
    left: str = ""
    left_at: datetime | None = None
    interest: bool = False


class Apology(Struct, frozen=True):
    """An apology as received (AP1)."""

    person: str
    kind: str
    text: str
    event: str


class Substitution(Struct, frozen=True):
    """A substitute's time in a seat: from one event to another, "" while it lasts."""

    person: str
    seat: str
    began: str
    ended: str = ""


class Chairing(Struct, frozen=True):
    """Who presided, from an event on (C2); None where nobody did."""

    person: str | None
    since: str


class Called(Struct, frozen=True):
    """Who was called to the chair, for how long, under which item, and who had been called there before. `served`:
    something has been done since, so that who took it for one item took it for that one."""

    person: str
    extent: str
    item: str | None
    before: "Called | None"
    event: str = ""
    served: bool = False


class Declaration(Struct, frozen=True):
    """One member's interest in some items, as last declared."""

    member: str
    items: tuple[str, ...]
    kind: InterestKind
    effect: InterestEffect
    reason: str
    event: str
    reference: str = ""
    since: date | None = None
    until: date | None = None
    dispensed: str = "both"
    registered: str = ""
    sensitive: bool = False
    also: InterestKind = ""

    @property
    def spoke_first(self) -> bool:
        """Whether the member was to speak before leaving, as the public may, and then to leave."""
        return self.effect == "left" and self.dispensed == "speak"

    def dispensed_on(self, day: date | None) -> bool:
        """Whether a dispensation was claimed that had not run out, and had begun, on a day (D7)."""
        if self.effect != "dispensation":
            return False
        begun = self.since is None or day is None or self.since <= day
        return begun and (self.until is None or day is None or day <= self.until)


QuestionKind = MotionKind | Literal["recommendations", "amendment", "minutes", "members' item", "award", "adoption"]


STOCK = {
    "deferral": "that the item be deferred",
    "closure": "that the question be now put",
    "next business": "that the meeting proceed to the next business",
    "adjournment": "that the meeting be adjourned",
    "suspension": "that the rules of procedure be suspended",
}
"""What a motion of a kind asks for, where nobody says more."""

PROCEDURAL: frozenset[str] = frozenset({"procedural", "closure", "next business", "adjournment", "suspension"})
"""Kinds of motion on the meeting itself, which decide nothing of the item."""


QuestionState = Literal[
    "open", "put", "carried", "lost", "tied", "divided", "fell", "withdrawn", "accepted", "not put", "raised"
]
"""Minutes, a Member's Item, an award and an adoption are "raised": questions as soon as one is put (A6)."""


OPEN: frozenset[QuestionState] = frozenset({"open", "put", "tied"})
"""States in which a question still waits for an answer."""


class Question(Struct, frozen=True):
    """Something the body may decide. `id` is its label ("r8", "m1", "A2"); `parent` the question it would amend.

    `edits` are an amendment's own; `merged` the amendments carried or accepted into this question, in order.
    `base` is the text as moved, for all but amendments. `parts` are the votes on some clauses only (MT-15),
    `dropped` the clauses that ended without one. `agreed`
    says of one that was raised that it was agreed there and then, without being put; `whole` of an amendment that its
    text was given as it would read, `fell_with` of one that was open when what it would amend ended: which that was.
    `before` is the text that an amendment was moved to, and `whose` who had moved that, both as they stood then: what
    it says is of these, whatever was carried since. `lapsed` is by what recommendations are no longer before the
    meeting, though nobody put them: a motion carried in their place, or an outcome.
    """

    id: str
    kind: QuestionKind
    item: str | None
    mover: str = ""
    seconder: str = ""
    parent: str | None = None
    base: Text = ()
    edits: tuple[Edit, ...] = ()
    merged: tuple[str, ...] = ()
    state: QuestionState = "open"
    event: str = ""
    vote: str = ""
    parts: tuple[tuple[tuple[str, ...], str], ...] = ()
    dropped: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    agreed: bool = False
    whole: bool = False
    fell_with: str = ""
    before: Text = ()
    whose: str = ""
    lapsed: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the question still waits for an answer."""
        return self.state in OPEN


Questions = Mapping[str, Question]


class Quorum(Struct, frozen=True):
    """Where the meeting stands: `have` count, `need` are needed; `sum` says how that was worked out. `lacking` are the
    categories of members that the body needs and of which too few are there (Q7). Beside those who have `withdrawn`,
    `elsewhere` are there for other business, and have no vote on this (V22)."""

    have: int
    need: int
    withdrawn: int
    sum: str
    lacking: tuple[str, ...] = ()
    elsewhere: int = 0

    @property
    def room(self) -> int:
        """How many are there who count for some business, if not for this."""
        return self.have + self.withdrawn + self.elsewhere

    @property
    def state(self) -> Literal["QUORATE", "AT LIMIT", "INQUORATE"]:
        """AT LIMIT: the next to leave ends business (Q4)."""
        if self.have < self.need or self.lacking:
            return "INQUORATE"
        return "AT LIMIT" if self.have == self.need else "QUORATE"


class Voter(Struct, frozen=True):
    """One acting member and whether that member may vote now; `why` says why not, in words, or is "", and `rule` by
    which rule."""

    person: str
    seat: str
    may: bool
    why: str = ""
    rule: str = ""


class Put(Struct, frozen=True):
    """Questions as they were put: who was entitled to vote then, who was not and why, and who presided (V27).

    `texts` are what was put, in the order of the questions, `printed` the numbers that its clauses had then, `told` as
    a sentence tells them and `typed` as they are typed; `bars` by which rule each who was not entitled was not.
    `facing` is the question that it was put against, and `facing_text` what that said.
    """

    event: str
    questions: tuple[str, ...]
    clauses: tuple[str, ...]
    item: str | None
    entitled: tuple[str, ...]
    barred: tuple[tuple[str, str], ...]
    presiding: str | None
    shown: tuple[str, ...]
    texts: tuple[Text, ...]
    printed: Mapping[str, str]
    told: Mapping[str, str]
    typed: Mapping[str, str]
    amended: bool
    vote: str = ""
    bars: tuple[tuple[str, str], ...] = ()
    quorum: Quorum | None = None
    direction: str = ""
    mover: str = ""
    seconder: str = ""
    facing: str = ""
    facing_text: Text = ()

    def text_of(self, label: str) -> Text:
        """What one of its questions said as it was put, or what it was put against; () where it had no text then."""
        if self.facing and label == self.facing:
            return self.facing_text
        return next((text for one, text in zip(self.questions, self.texts, strict=False) if one == label), ())


class Vote(Struct, frozen=True):
    """A vote as taken. The three numbers are None for assent (V11). `casting` is who cast and which way (V3);
    `announced` the figures of a named vote as they were given out, where they were (V14).

    Who might vote is of the moment of the vote (V27): `entitled`, and of all others who act `barred` why not, in words,
    `bars` by which rule. `unable` are those of them who were in the room, `came_in` those entitled who came in after
    the question was put, `presiding` whoever was in the chair, `shown` whom the screen showed as entitled. `majority`
    is what an enactment wants, of so many `members`. Where the question was put against another one, `facing`, those
    against it were for that.
    """

    id: str
    event: str
    put: str
    questions: tuple[str, ...]
    method: Literal["assent", "unanimous", "counted", "named", "declared"]
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
    barred: tuple[tuple[str, str], ...] = ()
    bars: tuple[tuple[str, str], ...] = ()
    unable: tuple[tuple[str, str], ...] = ()
    came_in: tuple[str, ...] = ()
    presiding: str | None = None
    shown: tuple[str, ...] = ()
    result: str = ""
    direction: str = ""
    secret: bool = False
    majority: Majority | None = None
    members: int = 0
    quorum: Quorum | None = None
    facing: str = ""

    @property
    def both(self) -> tuple[str, ...]:
        """The questions that it decides: those that were put, and what they were put against."""
        return (*self.questions, self.facing) if self.facing else self.questions

    @property
    def is_tied(self) -> bool:
        """Whether as many voted for as against, where a simple majority decides (V3)."""
        return self.votes_for is not None and self.votes_for == self.against and self.majority is None

    @property
    def carried(self) -> bool:
        """Carried by more for than against, by assent, as declared, or by the casting vote on a tie; where an
        enactment wants more, by that (V1, V8, V11, V25)."""
        if self.method == "declared":
            return self.result == "carried"
        if self.is_tied:
            return self.casting is not None and self.casting[1] == "for"
        if self.votes_for is None:
            return True
        if self.majority is not None:
            return self.majority.reached(self.votes_for, self.against or 0, self.members)
        return self.votes_for > (self.against or 0)

    @property
    def state(self) -> QuestionState:
        """What the vote makes of its questions; "tied" until the casting vote is used or declined."""
        if self.is_tied and self.casting is None:
            return "tied"
        return "carried" if self.carried else "lost"

    def state_of(self, label: str) -> QuestionState:
        """What the vote makes of one of its questions: of what was put against another, what it does not make of
        that. Where a tie was left, neither was carried."""
        if label != self.facing or self.state not in ("carried", "lost"):
            return self.state
        declined = self.is_tied and self.casting is not None and self.casting[1] == "declined"
        return "carried" if self.state == "lost" and not declined else "lost"

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


class Outcome(Struct, frozen=True):
    """How an item ended, as named by the clerk; `of` is the question it is the outcome of."""

    item: str | None
    what: str
    of: str | None
    event: str


class Action(Struct, frozen=True):
    """One action: always one record, however it is printed (AC-01 to AC-04)."""

    event: str
    item: str | None
    owner: str
    task: str
    due: date | None


class Flag(Struct, frozen=True):
    """A place to come back to."""

    event: str
    item: str | None
    text: str


class QuorumFrom(Struct, frozen=True):
    """How the quorum stood from an event on, for the item then in hand."""

    event: str
    item: str | None
    quorum: Quorum


class Moment(Struct, frozen=True):
    """How things stood when something was decided, or put to the vote."""

    event: str
    item: str | None
    quorum: Quorum
    presiding: str | None


class Calling(Struct, frozen=True):
    """An item as it was called, while nothing has been said on it: when, and who has missed of it that alone (V17)."""

    at: datetime | None
    out: frozenset[str]


class Act(Struct, frozen=True):
    """Someone who moved or seconded, and whether that person might; `voter` is None for one who does not act on the
    body at all."""

    event: str
    person: str
    what: str
    voter: Voter | None
