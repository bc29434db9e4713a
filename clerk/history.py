"""What other meetings tell of this one: a value that the store makes from the library, empty where nobody looked.

People of other meetings are known by name, since each meeting has ids of its own.
"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from clerk.events import MinutesApproved
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.texts import written


class Approval(Struct, frozen=True):
    """Minutes that a meeting approved: those of the day `of`, on the day `on`, with the corrections made (N5)."""

    of: date
    on: date
    corrections: tuple[str, ...] = ()
    signed_by: str = ""


class Decision(Struct, frozen=True):
    """A question that a meeting decided (M23)."""

    text: str
    carried: bool


class Past(Struct, frozen=True):
    """Another meeting: earlier than this one, or later. `deferred` are the titles of the items that it put off."""

    body: str
    date: date
    attended: tuple[str, ...] = ()
    approved: tuple[Approval, ...] = ()
    decisions: tuple[Decision, ...] = ()
    deferred: tuple[str, ...] = ()

    @classmethod
    def of(cls, meeting: Meeting) -> "Past | None":
        """A meeting as others need to know it; None for one that is not set up."""
        setup = meeting.setup
        if setup is None:
            return None
        return cls(
            setup.body,
            setup.date,
            tuple(meeting.people[person].name for person in meeting.stays if person in meeting.people),
            tuple(_approvals(meeting, setup.date)),
            tuple(
                Decision(" ".join(written(question.base).split()), question.state == "carried")
                for question in meeting.questions.values()
                if question.kind == "motion" and question.state in ("carried", "lost")
            ),
            tuple(dict.fromkeys(_deferred(meeting))),
        )


def _approvals(meeting: Meeting, on: date) -> Iterable[Approval]:
    for placed in meeting.events:
        event = placed.event
        if isinstance(event, MinutesApproved):
            signed = meeting.name(event.signed_by) if event.signed_by else ""
            # Corrections belong to one set of minutes: of several approved at once, the first.
            for number, day in enumerate(event.dates):
                yield Approval(day, on, () if number else event.corrections, signed)


def _deferred(meeting: Meeting) -> Iterable[str]:
    items = {outcome.item for outcome in meeting.outcomes if outcome.what == "deferred"}
    items |= {q.item for q in meeting.questions.values() if q.kind == "deferral" and q.state == "carried"}
    return (meeting.items[item].title for item in meeting.agenda if item in items and item in meeting.items)


class History(Struct, frozen=True):
    """Every other meeting that is known."""

    meetings: tuple[Past, ...] = ()

    def of_body(self, body: str) -> tuple[Past, ...]:
        """The meetings of a body, the earliest first."""
        return tuple(sorted((past for past in self.meetings if past.body == body), key=lambda past: past.date))

    def before(self, body: str, day: date) -> tuple[Past, ...]:
        """The meetings of a body before a day, the earliest first."""
        return tuple(past for past in self.of_body(body) if past.date < day)

    def last_attended(self, name: str, before: date) -> date | None:
        """The last day before another on which someone attended any meeting of the authority (A6)."""
        wanted = plain(name)
        days = [p.date for p in self.meetings if p.date < before and wanted in {plain(one) for one in p.attended}]
        return max(days, default=None)

    def approvals(self, body: str, of: date, by: date | None = None) -> tuple[Approval, ...]:
        """The approvals of a body's minutes of a day; `by` those given before that day only."""
        return tuple(
            approval
            for past in self.of_body(body)
            for approval in past.approved
            if approval.of == of and (by is None or past.date < by)
        )
