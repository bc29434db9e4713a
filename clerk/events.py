"""What can happen at a meeting: one small frozen record for each kind of thing that a clerk sees.

Names of events and fields are written in journals, so they are never changed, only added to. Times are local at the
venue, to the second; None means that the event's place is known and its time is not. `at`, `item`, `before`, `after`
and `private` belong to every event: `before` and `after` name an event (`12.0`) beside which it stands.
"""

from datetime import date, datetime
from typing import Any, Literal

from msgspec import Struct

from clerk.agenda import Item
from clerk.people import Person, Seat
from clerk.texts import Edit

Day = date
"""A date, where a field of its own is called `date`."""


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True, tag=True, tag_field="is"):
    """What every event knows of where it stands. `private` None means: as its item and its place say."""

    at: datetime | None = None
    item: str | None = None
    before: str | None = None
    after: str | None = None
    private: bool | None = None


# The meeting as it was set up, and what changes it


class Convened(Event, frozen=True, kw_only=True):
    """The meeting as read from its papers: always the first event (FM-01, FM-03, FM-05).

    `time` is the hour printed on the agenda ("19:00"); `settings` are the rule profile's values that night; `source`
    says what was read. `published` is the day on which the agenda was (U0), `public_deadline` the sentence in which it
    prints the deadline for public questions (PP2), `extraordinary` a meeting called for its own business (N2).
    `contact` is whom the agenda says to ask, `reference` the meeting's id in the system that it came from. `printing`
    are choices of wording for this body, in place of its house style's.
    """

    body: str
    date: date
    short: str = ""
    time: str = ""
    venue: str = ""
    quorum: int | None = None
    chair_label: str = "Chairman"
    vice_chair_label: str = "Vice-Chairman"
    people: tuple[Person, ...] = ()
    seats: tuple[Seat, ...] = ()
    substitutes: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    style: str = "barnet"
    profile: str = ""
    settings: dict[str, Any] = {}
    source: str = ""
    published: Day | None = None
    public_deadline: str = ""
    extraordinary: bool = False
    contact: str = ""
    reference: str = ""
    printing: dict[str, str | int | bool] = {}


class PersonMet(Event, frozen=True, kw_only=True):
    """Someone who was not on the papers can now be named; a person met again under the same id is put right."""

    person: Person


class SeatChanged(Event, frozen=True, kw_only=True):
    """A seat was added, or its holder, office or letter changed (FM-12); `was` held it before."""

    seat: Seat
    was: str = ""


class ItemAdded(Event, frozen=True, kw_only=True):
    """An item or heading that the agenda did not have (FM-08, UR-02); `follows` is the item it stands after."""

    new: Item
    follows: str | None = None


class ItemChanged(Event, frozen=True, kw_only=True):
    """An item's particulars were put right."""

    now: Item


class OrderVaried(Event, frozen=True, kw_only=True):
    """The chair varied the order of business (OR-01); `order` are item ids, the rest follow in agenda order.
    `reflected` prints that it is as these minutes have it, without the list (OR-03)."""

    order: tuple[str, ...]
    reflected: bool = False


# The course of the meeting


class MeetingOpened(Event, frozen=True, kw_only=True):
    """The chair opened the meeting."""


class MeetingClosed(Event, frozen=True, kw_only=True):
    """The chair closed the meeting (CL-01)."""


class MeetingAdjourned(Event, frozen=True, kw_only=True):
    """The meeting was adjourned (TI-03)."""

    reason: str = ""


class MeetingResumed(Event, frozen=True, kw_only=True):
    """The meeting went on (TI-03); `on` is the day, where that is a later one (T4)."""

    on: date | None = None


class TimeExtended(Event, frozen=True, kw_only=True):
    """The chair extended the meeting past its limit (TI-02)."""


class ItemTaken(Event, frozen=True, kw_only=True):
    """The chair called an item: `taken`, not the `item` that the clerk happened to be writing under."""

    taken: str


# Who is in the room


class RollCalled(Event, frozen=True, kw_only=True):
    """The roll was called and these answered: the room holds them and no other member (FM-02). `remote` are those of
    them who answered over a link (Q11)."""

    present: tuple[str, ...]
    remote: tuple[str, ...] = ()


class Arrived(Event, frozen=True, kw_only=True):
    """Someone came in, or came back (AT-07); `remote` over a link only (Q11)."""

    person: str
    remote: bool = False


class Left(Event, frozen=True, kw_only=True):
    """Someone went out (AT-08); `interest` says that it was because of a declared interest (DE-05), `connection` that
    the connection was lost (AT-10)."""

    person: str
    interest: bool = False
    reason: str = ""
    connection: bool = False


class ApologyReceived(Event, frozen=True, kw_only=True):
    """An apology for absence (AT-01), for lateness (AT-04) or for a part of the meeting (AT-13).
    `substitute` "none" prints that there was no substitute (AT-03)."""

    person: str
    kind: Literal["absence", "lateness", "part"] = "absence"
    text: str = ""
    substitute: Literal["", "none"] = ""


class Substituted(Event, frozen=True, kw_only=True):
    """A substitute took a seat (AT-02, AT-09). `notified` is when notice of it came (AP7)."""

    person: str
    seat: str
    notified: datetime | None = None


class SubstitutionEnded(Event, frozen=True, kw_only=True):
    """The substitute gave the seat back (AT-09)."""

    seat: str


class Presided(Event, frozen=True, kw_only=True):
    """Someone took the chair, until another does (CH-01 to CH-04); `elected` by those present (C1, AP9).
    `extent` is how long it was said to be for: the whole "meeting" (CH-01), one "item" (CH-02), or until someone comes,
    "for now" (CH-03)."""

    person: str
    reason: str = ""
    elected: bool = False
    extent: Literal["", "meeting", "item", "for now"] = ""


InterestKind = Literal[
    "non-pecuniary",
    "dpi",
    "pecuniary",
    "other",
    "personal",
    "predetermination",
    "blanket",
    "arrears",
    "open mind",
    "personal and prejudicial",
    "non-disclosable pecuniary",
]
InterestEffect = Literal["", "stayed", "left", "no vote", "dispensation"]


class Declared(Event, frozen=True, kw_only=True):
    """Members declared an interest (DE-02). The effect does not follow from the kind (DE-07); "" is not stated.

    `arrears` is of council tax (D11). A dispensation has a `reference`, is `since` and `until`, and lets its holder
    speak, vote or do both (D7). `registered` says whether the interest is in the register (D5); of a `sensitive` one
    only that there is one is recorded (D6). `spoken_by` declared it for them (DE-10); `granted_by` gave the
    dispensation.
    """

    members: tuple[str, ...]
    items: tuple[str, ...]
    kind: InterestKind = "non-pecuniary"
    effect: InterestEffect = ""
    reason: str = ""
    reference: str = ""
    since: date | None = None
    until: date | None = None
    dispensed: Literal["both", "speak", "vote"] = "both"
    registered: Literal["", "yes", "no"] = ""
    sensitive: bool = False
    spoken_by: str = ""
    granted_by: str = ""


# What is minuted under an item


class Minuted(Event, frozen=True, kw_only=True):
    """Narrative, in the clerk's words: a paragraph, or one line of a list ("- …", "1. …"). Lines below the first
    belong to it."""

    text: str


class NothingToRecord(Event, frozen=True, kw_only=True):
    """There was none: no interests, no report, no urgent items (DE-01, MO-01, MB-01, PU-01, UR-01)."""


class Introduced(Event, frozen=True, kw_only=True):
    """Someone introduced the report (RE-01). `text` goes on in the same paragraph."""

    person: str
    manner: Literal["introduced", "presented", "spoke"] = "introduced"
    text: str = ""


class Invited(Event, frozen=True, kw_only=True):
    """The person presiding invited people to the table (RE-02)."""

    people: tuple[str, ...]


class Spoke(Struct, frozen=True, omit_defaults=True):
    """One speaker, the person spoken for (PU-05), and for how long (PP4); `read_by` read the words out instead."""

    person: str
    on_behalf_of: str = ""
    seconds: int | None = None
    read_by: str = ""


class Addressed(Event, frozen=True, kw_only=True):
    """People from outside the body addressed it: residents (PU-03) or other councillors (PU-13).

    `about` is the item spoken on, where it is not the item under which it is minuted; `capacity` is what a councillor
    spoke as ("as ward Member", "in support", "having provided notice to the Chairman").
    """

    speakers: tuple[Spoke, ...]
    about: str | None = None
    capacity: str = ""


class QuestionReceived(Event, frozen=True, kw_only=True):
    """A public question, or a request to speak, came in before the meeting (PU-02, PP1 to PP12).

    `received` to the second; `about` the item; `allowed_by` who let a late one in (PP10); `words` its length, None
    where nobody counted. Never printed itself.
    """

    person: str
    received: datetime | None = None
    about: str | None = None
    words: int | None = None
    on_behalf_of: str = ""
    allowed_by: str = ""
    supplementaries: int = 0


class MinutesApproved(Event, frozen=True, kw_only=True):
    """The minutes of earlier meetings were approved (MI-01), with the corrections made (MI-02), and signed (N1)."""

    dates: tuple[date, ...]
    corrections: tuple[str, ...] = ()
    signed_by: str = ""


class Appointed(Event, frozen=True, kw_only=True):
    """People were appointed or nominated to places, shown by party (OU-16).

    `to` names the body ("" prints no heading), `seats` the number of places; `seats_by_group` prints the number
    of places in the head of each column.
    """

    people: tuple[str, ...]
    to: str = ""
    seats: int | None = None
    seats_by_group: bool = True
    note: str = ""


class OutcomeDeclared(Event, frozen=True, kw_only=True):
    """How an item ended where it was not a vote that ended it, or what a vote meant (OU-03 to OU-13).

    `of` is the question that it is the outcome of. `referrals` "none" prints that there were none. `by` are the members
    who required a referral of their own right (R1).
    """

    what: Literal[
        "noted",
        "approved",
        "refused",
        "deferred",
        "referred",
        "withdrawn",
        "no further action",
        "not reached",
        "recommended",
        "to respond",
        "referred up",
        "referred back",
        "no decision",
    ]
    of: str | None = None
    to: str = ""
    referrals: Literal["", "none"] = ""
    text: str = ""
    by: tuple[str, ...] = ()


class ReasonsGiven(Event, frozen=True, kw_only=True):
    """The reasons of a decision: of a planning body that goes against the recommendation (M20), or of an executive,
    with the alternatives that it rejected, conflicts of interest and dispensations (N12)."""

    text: str
    alternatives: str = ""
    conflicts: str = ""
    dispensations: str = ""


class ActionAgreed(Event, frozen=True, kw_only=True):
    """Someone is to do something (AC-01). `owner` is a person's id or "" (AC-03: unassigned); an empty `task` means
    what the paragraph above says; `due` is the last day. `undertaking` prints it as a sentence (AC-04)."""

    owner: str = ""
    task: str = ""
    due: date | None = None
    undertaking: bool = False


# Questions

Seconder = str
"""A person's id, "duly" (seconded, name not given), "none" (not seconded: it fell) or "" (not recorded)."""


class MotionMoved(Event, frozen=True, kw_only=True):
    """A motion was moved (MT-05, MT-12, MT-13, MT-16); kind "order" is one to vary the order of business (OR-02),
    "closure" that the question be now put (M16), "suspension" one to suspend a rule of procedure (M24). `composite` are
    the motions that it brings together (MT-11)."""

    question: str
    text: str
    mover: str
    seconder: Seconder = ""
    kind: Literal[
        "motion", "order", "procedural", "deferral", "closure", "next business", "adjournment", "suspension"
    ] = "motion"
    composite: tuple[str, ...] = ()


class AmendmentMoved(Event, frozen=True, kw_only=True):
    """An amendment was moved to the question `to`, as edits addressed to its clauses (MT-02 to MT-07); `together` with
    another that is open, both being debated (M6)."""

    question: str
    to: str
    edits: tuple[Edit, ...]
    mover: str
    seconder: Seconder = ""
    together: bool = False


class QuestionPut(Event, frozen=True, kw_only=True):
    """The chair put questions to the vote (MT-01, MT-08, M21): all their clauses, or only some.

    `lead` goes before the sentence ("Further to a discussion"). `shown` are those whom the screen showed as entitled
    to vote, so that a later difference is found; it is never what entitlement is computed from. `direction` is what a
    vote for it was a vote for ("refusal"), printed beside the figures (VO-04).
    """

    questions: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    lead: str = ""
    shown: tuple[str, ...] = ()
    direction: str = ""


class VoteTaken(Event, frozen=True, kw_only=True):
    """A vote on the questions last put (VO-01 to VO-15). The casting vote is never among the numbers (V4).

    `counted` has numbers, `named` has names; `unanimous` means every one entitled, `assent` has neither. The numbers of
    a named vote are those announced, where they were (V14); it is the names that count. `why` is why those not voting
    did not (VO-10, VO-11); `statutory` that the law wants the names (VO-09).
    """

    vote: str
    questions: tuple[str, ...]
    method: Literal["assent", "unanimous", "counted", "named"]
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


class CastingVote(Event, frozen=True, kw_only=True):
    """The person presiding used the casting vote on a tie, or declined to (VO-06, V3 to V8)."""

    vote: str
    by: str
    direction: Literal["for", "against", "declined"]


class OwnVote(Event, frozen=True, kw_only=True):
    """A member required the minutes to show how that member voted (V12, VO-12)."""

    vote: str
    member: str
    direction: Literal["for", "against", "abstained"]


class DivisionDemanded(Event, frozen=True, kw_only=True):
    """Members called for a named vote (VO-08, V13): on the question that is open, or on the vote just taken."""

    by: tuple[str, ...]
    question: str | None = None


class BallotTaken(Event, frozen=True, kw_only=True):
    """One round of an election: the votes for each nominee (V23, C4). `elected` is "" where the round elected nobody;
    `by_casting` and `by_lot` say what decided between equals."""

    post: str
    votes: tuple[tuple[str, int], ...]
    abstained: int = 0
    elected: str = ""
    by_casting: str = ""
    by_lot: bool = False


class QuestionDisposed(Event, frozen=True, kw_only=True):
    """A question ended without a vote: withdrawn, fell, accepted without a vote or not put (MT-05, MT-09, MT-10)."""

    question: str
    how: Literal["withdrawn", "fell", "accepted", "not put"]


# Exempt session


class PublicExcluded(Event, frozen=True, kw_only=True):
    """The press and public were excluded for some items, under a paragraph of Schedule 12A (EX-01, X1);
    `public_interest` says that it was weighed (X3). With the parties, it is under the regulations on "licensing"."""

    items: tuple[str, ...] = ()
    paragraph: int | None = None
    public_interest: bool = False
    basis: Literal["", "licensing"] = ""


class PublicReadmitted(Event, frozen=True, kw_only=True):
    """The press and public came back (EX-05, X5)."""


class PublicSummary(Event, frozen=True, kw_only=True):
    """What the public minutes say of business done in exempt session (X6). Never private itself."""

    text: str


# Standing sentences, nominations, rewordings


class Noted(Event, frozen=True, kw_only=True):
    """One of the rare constructs: `construct` is the key of its wording ("PU-10"), `facts` what its row in
    `clerk.standing` asks for (people and items by id), `text` what the clerk typed."""

    construct: str
    facts: dict[str, str | int | tuple[str, ...]] = {}
    text: str = ""


class Nominated(Event, frozen=True, kw_only=True):
    """Someone was proposed for a post, such as "Chairman" (CH-04, CN-05)."""

    person: str
    post: str
    proposer: str = ""
    seconder: Seconder = ""


class Reworded(Event, frozen=True, kw_only=True):
    """One block of the minutes, put in the clerk's own words; the facts stay. The block is named by its construct
    ("" for whichever there is), the events it came from and its place among those alike. `was` is what the house style
    made of the facts then, "" where that is not known. An empty `text` lets the house style speak again."""

    block: str
    of: tuple[str, ...]
    text: str
    was: str = ""
    nth: int = 0


# The clerk's own marks, never printed


class Flagged(Event, frozen=True, kw_only=True):
    """The clerk means to come back here."""

    text: str = ""


class FlagCleared(Event, frozen=True, kw_only=True):
    """The clerk came back to the flag recorded as event `flag`."""

    flag: str


class FindingDismissed(Event, frozen=True, kw_only=True):
    """The clerk answered a finding with a reason: dismissed it, or overrode it. `of` is the finding's event, `text` its
    sentence, so that one whose facts have changed comes back; "" means any sentence of the rule at that place."""

    rule: str
    of: str = ""
    text: str = ""
    reason: str


class Retracted(Event, frozen=True, kw_only=True):
    """An entry is taken back; taking back a retraction is redo."""

    entry: int


class Corrected(Event, frozen=True, kw_only=True):
    """An event, recorded wrongly, is now this other (None: it did not happen). Not printed: the record was wrong,
    not the meeting."""

    event: str
    now: "AnyEvent | None" = None


AnyEvent = (
    Convened
    | PersonMet
    | SeatChanged
    | ItemAdded
    | ItemChanged
    | OrderVaried
    | MeetingOpened
    | MeetingClosed
    | MeetingAdjourned
    | MeetingResumed
    | TimeExtended
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
    | Addressed
    | MinutesApproved
    | Appointed
    | OutcomeDeclared
    | ActionAgreed
    | MotionMoved
    | AmendmentMoved
    | QuestionPut
    | VoteTaken
    | CastingVote
    | OwnVote
    | QuestionDisposed
    | PublicExcluded
    | PublicReadmitted
    | PublicSummary
    | Noted
    | Nominated
    | Reworded
    | Flagged
    | FlagCleared
    | Retracted
    | Corrected
    | QuestionReceived
    | ReasonsGiven
    | DivisionDemanded
    | BallotTaken
    | FindingDismissed
)
"""Every event there is: what a journal may hold."""
