"""What a clerk must do once a meeting is closed, each with its rule and its day; and what it sends to other bodies."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from clerk.calendar import callin_until, notify_by, reply_by, working_day_after
from clerk.events import (
    Addressed,
    Declared,
    Event,
    MinutesApproved,
    MinutesCorrected,
    Noted,
    OutcomeDeclared,
    ReasonsGiven,
)
from clerk.history import History
from clerk.library.facts import DutyDone, Signed
from clerk.library.standing import Standing, decisions_published, standing
from clerk.meeting.endings import ending_of
from clerk.meeting.executive import delegates, may_be_called_in
from clerk.meeting.motions import text_of
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.saying.votes import read_out
from clerk.texts import written
from clerk.times import say_date

_WRITTEN_REPLY, _DELEGATION, _CALL_IN, _DECISION = "PU-09", "OU-15", "SC-01", "EX-05.decision"


Kind = TypeVar("Kind", bound=Event)


Ends = Literal["told", "published", "decisions published", "signed", "approved"]
"""The fact that ends a duty: a fact of its own, or that somebody said it was done."""


class Duty(Struct, frozen=True):
    """One thing to do: `what` is a sentence without a full stop, `rule` an id of the rule book, `by` the last day, None
    where none is set; `item` and `event` are where it comes from. `ends` is the fact that ends it; one that `lapses` is
    over by itself after its last day."""

    what: str
    rule: str
    by: date | None = None
    item: str | None = None
    event: str = ""
    ends: Ends = "told"
    lapses: bool = False

    def stands_on(self, day: date) -> bool:
        """Whether it is still to be done on that day."""
        return not self.lapses or self.by is None or day <= self.by


class Reference(Struct, frozen=True):
    """A matter that a meeting sends to another body: `to` as recorded, the item's `title`, its `text`, how the `votes`
    went and the `reasons` given; from the record `meeting`, by its `event`. Of an exempt matter only the title is
    here."""

    to: str
    title: str
    text: str
    votes: tuple[str, ...]
    reasons: tuple[str, ...]
    meeting: str
    event: str
    item: str | None = None
    exempt: bool = False
    why: str = ""

    @property
    def pointer(self) -> str:
        """What points to it from another record."""
        return f"{self.meeting}/{self.event}"


def duties(meeting: Meeting, history: History) -> tuple[Duty, ...]:
    """What is to be done after a meeting that is closed, and has not been done yet; the earliest day first. One that
    lapses is among them for ever: whoever has a clock asks it whether it stands."""
    if meeting.setup is None or meeting.course != "closed":
        return ()
    how = standing(meeting, history)
    found = [
        *_publishing(meeting, history, how),
        *_call_in(meeting, history),
        *_telling(meeting),
        *_replies(meeting),
        *_decisions(meeting),
        *_delegated(meeting),
        *_corrections(meeting, history),
        *_references(meeting),
    ]
    done = {(fact.rule, fact.event) for _, fact in history.library.of(DutyDone) if fact.meeting in history.own}
    left = [one for one in found if one.ends != "told" or (one.rule, one.event) not in done]
    return tuple(sorted(left, key=lambda one: (one.by is None, one.by or date.max)))


def _publishing(meeting: Meeting, history: History, how: Standing) -> Iterator[Duty]:
    setup, profile = meeting.setup, meeting.profile
    assert setup is not None
    if not how.published and not how.approved:
        days = profile.publish_target_working_days
        by = working_day_after(profile, setup.date, days) if days is not None else None
        yield Duty("Publish the draft minutes (clerk publish)", "N9", by, ends="published")
    elif how.amended and not how.approved:
        yield Duty("Publish the minutes again: they were changed since", "N9", ends="published")
    if how.approved and how.signed is None:
        yield Duty("Have the approved minutes signed (clerk sign)", "N1", ends="signed")
    if meeting.private and how.approved and not how.exempt_approvals:
        yield Duty(
            "Have the exempt minutes approved too (:minutes … exempt=yes, at a later meeting)", "N4", ends="approved"
        )
    if how.exempt_approvals and how.exempt_signed is None:
        yield Duty("Have the approved exempt minutes signed (clerk sign --exempt)", "N1", ends="signed")


def _call_in(meeting: Meeting, history: History) -> Iterator[Duty]:
    profile, setup = meeting.profile, meeting.setup
    assert setup is not None
    executive = profile.body_kind == "executive" and profile.callin_enabled and profile.governance != "committee"
    decided = [item for item in meeting.agenda if item in meeting.items and may_be_called_in(meeting, item)]
    if not executive or not decided:
        return
    published = decisions_published(meeting, history.library, history.own)
    if published is None:
        what = "Publish the decisions (clerk publish --decisions): a call-in is counted from that day"
        yield Duty(what, "CI1", ends="decisions published")
        return
    until = callin_until(profile, published)
    through = f" through {say_date(until)}" if until else "; in how many days is not set (callin.days)"
    yield Duty(f"The decisions may be called in from {say_date(published)}{through}", "CI1", until, lapses=True)


def _telling(meeting: Meeting) -> Iterator[Duty]:
    setup = meeting.setup
    assert setup is not None
    for placed, event in _of(meeting, Declared):
        if event.kind == "dpi" and event.registered == "no":
            who = " and ".join(meeting.name(member) for member in event.members)
            by = notify_by(setup.date)
            yield Duty(f"{who} must tell the monitoring officer of the interest", "D5", by, event.item, placed.id)


def _replies(meeting: Meeting) -> Iterator[Duty]:
    from clerk.rules.public import questions_received

    setup, profile = meeting.setup, meeting.profile
    assert setup is not None
    spoke = {one.person for _, event in _of(meeting, Addressed) for one in event.speakers}
    by = reply_by(profile, setup.date)
    for one in questions_received(meeting, profile):
        if one.accepted and one.person not in spoke:
            at = next((p for p in meeting.events if p.id == getattr(one.event, "id", one.event)), None)
            id_, item = (at.id, at.event.item) if at else ("", None)
            yield Duty(
                f"A written reply is owed to {meeting.name(one.person)}, who was not reached", "PP11", by, item, id_
            )
    for placed, event in _of(meeting, Noted):
        if event.construct != _WRITTEN_REPLY:
            continue
        whom = " and ".join(map(meeting.name, event.named("to")))
        due = event.facts.get("due")
        day = date.fromisoformat(str(due)) if due else None
        owners = event.named("by")
        who = f"{' and '.join(map(meeting.name, owners))} {'are' if len(owners) > 1 else 'is'}"
        yield Duty(f"{who} to reply in writing{f' to {whom}' if whom else ''}", "PP11", day, event.item, placed.id)


def _decisions(meeting: Meeting) -> Iterator[Duty]:
    """Decisions of which notice is to be given within so many working days, or that are to be announced."""
    setup = meeting.setup
    assert setup is not None
    said = {event.item: placed.id for placed, event in _of(meeting, Noted) if event.construct == _DECISION}
    for placed, event in _of(meeting, Noted):
        days, later = event.facts.get("days"), event.facts.get("when") == "later"
        if event.construct != _DECISION or not (days or later) or (later and placed.id != said[event.item]):
            continue
        item = meeting.items.get(event.item or "")
        of = f" on item {item.called}" if item else ""
        what = f"Announce the decision{of}" if later else f"Give notice of the decision{of}"
        day = placed.event.at.date() if placed.event.at else setup.date
        by = working_day_after(meeting.profile, day, int(str(days))) if days else None
        yield Duty(what, "X7", by, event.item, placed.id)


def _delegated(meeting: Meeting) -> Iterator[Duty]:
    what = "An officer was given authority and is to keep a written record of what is decided by it"
    for question in meeting.questions.values():
        carried = question.state == "carried" and question.kind in ("recommendations", "motion")
        if carried and delegates(meeting, question):
            yield Duty(f"{what} ({question.id})", "N13", None, question.item, question.event)
    for placed, event in _of(meeting, Noted):
        if event.construct == _DELEGATION:
            yield Duty(f"{what} ({event.facts.get('to', '')})", "N13", None, event.item, placed.id)


def _corrections(meeting: Meeting, history: History) -> Iterator[Duty]:
    signed = {fact.meeting for _, fact in history.library.of(Signed)}
    for placed, event in _of(meeting, MinutesApproved):
        changes = [change for _, change in _of(meeting, MinutesCorrected) if change.meeting in event.meetings]
        done = any(event.meetings) and set(event.meetings) <= signed
        if (event.corrections or changes) and not done:
            days = " and ".join(map(say_date, event.dates))
            what = f"Publish the minutes of {days} as corrected here, and have them signed"
            yield Duty(what, "N5", None, event.item, placed.id)


SENT = "R2"
"""The rule of what is to be sent to another body."""


def _references(meeting: Meeting) -> Iterator[Duty]:
    for one in references(meeting, ""):
        yield Duty(f"Send “{one.title}” to {one.to}: {one.why}", SENT, None, one.item, one.event)


def references(meeting: Meeting, id_: str) -> tuple[Reference, ...]:
    """What a meeting, whose record has this id, sends to other bodies."""
    found: list[Reference] = []
    for placed, event in _of(meeting, OutcomeDeclared):
        if event.to and event.what in _SENDS:
            found.append(_reference(meeting, id_, placed, event.to, event.what, event.of or ""))
    for placed, noted in _of(meeting, Noted):
        if noted.construct == _CALL_IN:
            title = str(noted.facts.get("decision", ""))
            to = meeting.setup.body if meeting.setup else ""
            sent = _reference(meeting, id_, placed, to, "called in", "")
            found.append(sent if sent.exempt else replace(sent, title=title or sent.title))
    return tuple(found)


_SENDS = ("recommended", "referred", "referred up", "referred back")


def _reference(meeting: Meeting, id_: str, placed: Placed, to: str, why: str, of: str) -> Reference:
    item = meeting.items.get(placed.event.item or "")
    here = [q.id for q in meeting.questions.values() if item and q.item == item.id and q.parent is None]
    carried = [label for label in here if meeting.questions[label].state in ("carried", "accepted", "divided")]
    label = of or (ending_of(meeting, item.id).question if item else "") or next(iter(reversed(carried)), "")
    question = meeting.questions.get(label)
    exempt = placed.id in meeting.private or label in meeting.private_questions
    title = item.title if item else ""
    if exempt:
        return Reference(to, title, "", (), (), id_, placed.id, placed.event.item, True, why)
    clauses = text_of(meeting.questions, label) if question is not None else ()
    votes = tuple(
        read_out(meeting, vote)
        for vote in meeting.votes.values()
        if label in vote.both and not vote.superseded and vote.event not in meeting.private
    )
    given = tuple(
        event.text
        for other, event in _of(meeting, ReasonsGiven)
        if event.item == placed.event.item and other.id not in meeting.private
    )
    said = getattr(placed.event, "text", "")
    reasons = tuple(filter(None, (*given, said)))
    return Reference(to, title, written(clauses), votes, reasons, id_, placed.id, placed.event.item, False, why)


def _of(meeting: Meeting, kind: type[Kind]) -> Iterator[tuple[Placed, Kind]]:
    return ((placed, placed.event) for placed in meeting.events if isinstance(placed.event, kind))
