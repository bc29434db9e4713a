"""What can happen at a meeting: one small frozen record for each kind of thing that a clerk sees.

Names of events and fields are written in journals, so they are never changed, only added to. Times are local at the
venue, to the second; None means that the event's place is known and its time is not. `at`, `item`, `before`, `after`
and `private` belong to every event: `before` and `after` name an event (`12.0`) beside which it stands.
"""

from clerk.events.attendance import (
    ApologyReceived,
    Arrived,
    AttendanceEvent,
    Left,
    Presided,
    RollCalled,
    Substituted,
    SubstitutionEnded,
)
from clerk.events.course import (
    CourseEvent,
    ItemTaken,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    OrderVaried,
    TimeExtended,
)
from clerk.events.elections import Appointed, BallotTaken, ElectionEvent, Nominated
from clerk.events.event import Event
from clerk.events.exempt import ExemptEvent, PublicExcluded, PublicReadmitted, PublicSummary
from clerk.events.interests import Declared, InterestEvent
from clerk.events.marks import FindingDismissed, FlagCleared, Flagged, MarkEvent
from clerk.events.motions import AmendmentMoved, MotionEvent, MotionMoved, QuestionDisposed
from clerk.events.narrative import (
    Introduced,
    Invited,
    Minuted,
    MinutesApproved,
    NarrativeEvent,
    Noted,
    NothingToRecord,
    Reworded,
)
from clerk.events.nature import Nature
from clerk.events.outcomes import ActionAgreed, ActionReported, OutcomeDeclared, OutcomeEvent, ReasonsGiven
from clerk.events.papers import (
    Convened,
    DecisionsPublished,
    ItemAdded,
    ItemChanged,
    MinutesReopened,
    PapersEvent,
    PersonMet,
    SeatChanged,
)
from clerk.events.public import Addressed, PublicEvent, QuestionReceived
from clerk.events.votes import CastingVote, DivisionDemanded, OwnVote, QuestionPut, VoteEvent, VoteTaken


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
    PapersEvent
    | CourseEvent
    | AttendanceEvent
    | InterestEvent
    | NarrativeEvent
    | PublicEvent
    | OutcomeEvent
    | MotionEvent
    | VoteEvent
    | ElectionEvent
    | ExemptEvent
    | MarkEvent
    | Retracted
    | Corrected
    | MinutesCorrected
)
"""Every event there is: what a journal may hold."""
