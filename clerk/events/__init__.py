"""What can happen at a meeting: one small frozen record for each kind of thing that a clerk sees.

Names of events and fields are written in journals, so they are never changed, only added to. Times are local at the
venue, to the second; None means that the event's place is known and its time is not. `at`, `item`, `before`, `after`
and `private` belong to every event: `before` and `after` name an event (`12.0`) beside which it stands.
"""

from clerk.events.attendance import ApologyReceived, Arrived, Left, Presided, RollCalled, Substituted, SubstitutionEnded
from clerk.events.course import (
    ItemTaken,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    OrderVaried,
    TimeExtended,
)
from clerk.events.elections import Appointed, BallotTaken, Nominated
from clerk.events.event import Event
from clerk.events.exempt import PublicExcluded, PublicReadmitted, PublicSummary
from clerk.events.interests import Declared
from clerk.events.marks import FindingDismissed, FlagCleared, Flagged
from clerk.events.motions import AmendmentMoved, MotionMoved, QuestionDisposed
from clerk.events.narrative import Introduced, Invited, Minuted, MinutesApproved, Noted, NothingToRecord, Reworded
from clerk.events.nature import Nature
from clerk.events.outcomes import ActionAgreed, OutcomeDeclared, ReasonsGiven
from clerk.events.papers import (
    Convened,
    DecisionsPublished,
    ItemAdded,
    ItemChanged,
    MinutesReopened,
    PersonMet,
    SeatChanged,
)
from clerk.events.public import Addressed, QuestionReceived
from clerk.events.votes import CastingVote, DivisionDemanded, OwnVote, QuestionPut, VoteTaken


class Retracted(Event, frozen=True, kw_only=True, tag="Retracted"):
    """An entry is taken back; taking back a retraction is redo."""

    nature = Nature(decides=False)

    entry: int


class Corrected(Event, frozen=True, kw_only=True, tag="Corrected"):
    """An event, recorded wrongly, is now this other (None: it did not happen). Not printed: the record was wrong,
    not the meeting."""

    nature = Nature(decides=False)

    event: str
    now: "AnyEvent | None" = None


class MinutesCorrected(Event, frozen=True, kw_only=True, tag="MinutesCorrected"):
    """A correction made when the minutes of an earlier meeting, the record `meeting`, were approved (MI-02).

    Where `was` is given these words of a paragraph read `now` instead; the paragraph is named by its construct, the
    events it came from and its place among those alike, as `Reworded` names one. Where `was` is "", `now` is a note at
    the earlier item `under`. A correction of a fact names the earlier `event` and what it is now held to have been,
    `fact`, so that registers follow. `exempt`: only the minutes that the public may not see have it.
    """

    nature = Nature(decides=False, business=True, words="now")

    meeting: str
    now: str
    was: str = ""
    under: str = ""
    block: str = ""
    of: tuple[str, ...] = ()
    nth: int = 0
    event: str = ""
    fact: "AnyEvent | None" = None
    exempt: bool = False


AnyEvent = (
    Convened
    | PersonMet
    | SeatChanged
    | ItemAdded
    | ItemChanged
    | DecisionsPublished
    | MinutesReopened
    | MeetingOpened
    | MeetingClosed
    | MeetingAdjourned
    | MeetingResumed
    | TimeExtended
    | OrderVaried
    | ItemTaken
    | RollCalled
    | Arrived
    | Left
    | ApologyReceived
    | Substituted
    | SubstitutionEnded
    | Presided
    | Declared
    | Minuted
    | NothingToRecord
    | Introduced
    | Invited
    | MinutesApproved
    | Noted
    | Reworded
    | Addressed
    | QuestionReceived
    | OutcomeDeclared
    | ReasonsGiven
    | ActionAgreed
    | MotionMoved
    | AmendmentMoved
    | QuestionDisposed
    | QuestionPut
    | VoteTaken
    | CastingVote
    | OwnVote
    | DivisionDemanded
    | Nominated
    | BallotTaken
    | Appointed
    | PublicExcluded
    | PublicReadmitted
    | PublicSummary
    | Flagged
    | FlagCleared
    | FindingDismissed
    | Retracted
    | Corrected
    | MinutesCorrected
)
"""Every event there is: what a journal may hold."""
