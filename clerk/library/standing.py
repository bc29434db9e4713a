"""Where a meeting's minutes stand: planned, live, adjourned, closed (draft), published, approved, signed, reopened.

Computed from the record, from what later meetings approved, and from what the library was told; never kept.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct

from clerk.events import MinutesReopened
from clerk.history import Approval, History
from clerk.library.facts import ApprovedElsewhere, KeptText, Published, Signed, TextKept
from clerk.library.state import Library, Told
from clerk.meeting.record import entry_number
from clerk.meeting.state import Meeting
from clerk.times import say_date

State = Literal["planned", "live", "adjourned", "closed", "published", "approved", "signed", "reopened"]


class Signing(Struct, frozen=True):
    """Who signed the minutes, and on which day; `on` is None for one that stands in the approval itself."""

    by: str
    on: date


class Standing(Struct, frozen=True):
    """How the minutes stand, with all that made them so, the later word last.

    `published` are the publications of the minutes; `approvals` those that count, and of the exempt minutes;
    `text` is the text kept of what was published or approved. `amended` are the days on which the record was changed
    after the last publication, `why` the reasons given.
    """

    state: State
    published: tuple[Published, ...] = ()
    approvals: tuple[Approval, ...] = ()
    exempt_approvals: tuple[Approval, ...] = ()
    signed: Signing | None = None
    exempt_signed: Signing | None = None
    amended: tuple[date, ...] = ()
    why: tuple[str, ...] = ()
    reopened: MinutesReopened | None = None
    text: KeptText | None = None

    @property
    def approved(self) -> bool:
        """Whether they are approved, signed or not."""
        return bool(self.approvals)

    @property
    def corrections(self) -> tuple[tuple[date, str], ...]:
        """Every correction made on approval, with its day: free ones, and what is now read instead."""
        free = [(one.on, text) for one in self.approvals for text in one.corrections]
        return (*free, *((one.on, change.now) for one in self.approvals for change in one.changes))

    @property
    def said(self) -> str:
        """The state in a few words: "approved with corrections"."""
        if self.state == "closed":
            return "closed (draft)"
        if self.state == "published" and self.amended:
            return "published, amended since"
        if self.state in ("approved", "signed") and self.corrections:
            return f"{self.state}, with corrections" if self.state == "signed" else "approved with corrections"
        return self.state

    @property
    def locked(self) -> str:
        """Why nothing is recorded in it as it stands, as a sentence without what to do; "" where it may be."""
        if self.approvals:
            one = self.approvals[-1]
            return f"These minutes were approved by {one.body} on {say_date(one.on)}."
        if self.published:
            return f"These minutes were published on {say_date(self.published[-1].on)}."
        return ""


_COURSE: dict[str, State] = {"before": "planned", "open": "live", "adjourned": "adjourned", "closed": "closed"}


def standing(meeting: Meeting, history: History) -> Standing:
    """How the minutes of a meeting stand, by its record, the other meetings and the library."""
    setup = meeting.setup
    own = history.own
    published = told_of(history.library, own)
    last = published[-1] if published else None
    reopenings = [placed.event for placed in meeting.events if isinstance(placed.event, MinutesReopened)]
    aside = {pointer for event in reopenings for pointer in event.of}
    every = [*_by_meetings(meeting, history), *_told_elsewhere(meeting, history.library, own)] if setup else []
    counts = [one for one in every if one.pointer not in aside]
    approvals = tuple(one for one in counts if not one.exempt)
    exempt = tuple(one for one in counts if one.exempt)
    signed = _signed(history.library, own, approvals, False)
    since = [entry for entry in meeting.entries if last and last.text and entry.n > last.text.entries]
    standing_entries = {entry_number(placed.id) for placed in meeting.events}
    changed = [entry for entry in since if entry.n in standing_entries or not _adds(entry.events)]
    state: State = _COURSE[meeting.course]
    if state == "closed":
        if approvals:
            state = "signed" if signed else "approved"
        elif reopenings and aside:
            state = "reopened"
        elif published:
            state = "published"
    return Standing(
        state,
        published,
        approvals,
        exempt,
        signed,
        _signed(history.library, own, exempt, True),
        tuple(dict.fromkeys(entry.recorded.date() for entry in changed)),
        tuple(dict.fromkeys(entry.why for entry in changed if entry.why)),
        reopenings[-1] if reopenings else None,
        _text(history.library, own, approvals, published),
    )


def glance(meeting: Meeting, library: Library, own: tuple[str, ...]) -> str:
    """The state of closed minutes in a few words, by the record and the library alone: an approval is known by the text
    that was kept for it."""
    how = standing(meeting, History((), own, library))
    aside = {one for placed in meeting.events if isinstance(placed.event, MinutesReopened) for one in placed.event.of}
    kept = [fact for _, fact in library.of(TextKept) if fact.meeting in own and fact.by not in aside]
    if how.approved or not kept:
        return how.said
    signed = any(fact.meeting in own and not fact.exempt for _, fact in library.of(Signed))
    return "signed" if signed else "approved"


def told_of(library: Library, own: tuple[str, ...], what: str = "minutes") -> tuple[Published, ...]:
    """The publications of a meeting's minutes, or of its decisions, the last word last."""
    return tuple(fact for _, fact in library.of(Published) if fact.meeting in own and fact.what == what)


def decisions_published(meeting: Meeting, library: Library, own: tuple[str, ...]) -> date | None:
    """The day from which a call-in is counted: on which the decisions were published, or the minutes where these came
    first; by the library, else by an entry of the meeting."""
    told = told_of(library, own, "decisions") or told_of(library, own)[:1]
    return told[-1].on if told else meeting.published


def _adds(events: Iterable[object]) -> bool:
    """Whether an entry only adds events of its own, so that taken back it has changed nothing."""
    from clerk.events import Corrected, Retracted

    return not any(isinstance(event, Corrected | Retracted) for event in events)


def _by_meetings(meeting: Meeting, history: History) -> list[Approval]:
    setup = meeting.setup
    assert setup is not None
    found = history.approvals(setup.body, setup.date, ids=history.own, parent=meeting.profile.body_parent)
    return [one for one in found if one.on > setup.date]


def _told_elsewhere(meeting: Meeting, library: Library, own: tuple[str, ...]) -> list[Approval]:
    setup = meeting.setup
    assert setup is not None
    return [_approval(told, fact, setup.date) for told, fact in library.of(ApprovedElsewhere) if fact.meeting in own]


def _approval(told: Told, fact: ApprovedElsewhere, of: date) -> Approval:
    return Approval(of, fact.on, fact.corrections, "", fact.meeting, told.id, "", fact.body, fact.presided, fact.exempt)


def _signed(library: Library, own: tuple[str, ...], approvals: tuple[Approval, ...], exempt: bool) -> Signing | None:
    if not approvals:
        return None
    told = [fact for _, fact in library.of(Signed) if fact.meeting in own and fact.exempt == exempt]
    if told:
        return Signing(told[-1].by, told[-1].on)
    there = [Signing(one.signed_by, one.on) for one in approvals if one.signed_by]
    return there[-1] if there else None


def _text(
    library: Library, own: tuple[str, ...], approvals: tuple[Approval, ...], published: tuple[Published, ...]
) -> KeptText | None:
    """The text kept: of approved minutes that which was kept on approval, where it was; else the last published."""
    pointers = {one.pointer for one in approvals}
    kept = [fact.text for _, fact in library.of(TextKept) if fact.meeting in own and fact.by in pointers]
    if kept:
        return kept[-1]
    return next((one.text for one in reversed(published) if one.text), None)
