"""What other meetings tell of this one: a value that the store makes from the library, empty where nobody looked.

People of other meetings are known by their lasting id, or by whole name where a meeting has none: the ids that people
have within a meeting are its own.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from clerk.events import Convened, MinutesApproved, MinutesCorrected, Noted
from clerk.library.actions import Said, reported_at, task_of
from clerk.library.state import Library
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.people import Suspension
from clerk.texts import written


class Approval(Struct, frozen=True):
    """Minutes that a meeting approved: those of the day `of`, on the day `on`, with the corrections made (N5).

    `meeting` is the id of the record approved, "" where the entry does not say; `event` the entry's own, at the
    meeting `at` of `body`, at which `presided` did, a name and the office; `exempt`: of the minutes that the public may
    not see. Those told to the library have no `at`, and its own id for the event."""

    of: date
    on: date
    corrections: tuple[str, ...] = ()
    signed_by: str = ""
    meeting: str = ""
    event: str = ""
    at: str = ""
    body: str = ""
    presided: str = ""
    exempt: bool = False
    changes: tuple[MinutesCorrected, ...] = ()

    @property
    def pointer(self) -> str:
        """What points to it from another record: the meeting's id and the event's."""
        return f"{self.at}/{self.event}" if self.at else self.event


class Decision(Struct, frozen=True):
    """A question that a meeting decided (M23)."""

    text: str
    carried: bool


class Excused(Struct, frozen=True):
    """The Council approved why someone does not attend: on the day `on`, until `until`, None for no day set."""

    name: str
    lasting_id: str
    on: date
    until: date | None = None


def excused(meeting: Meeting) -> Iterator[tuple[str, Excused]]:
    """Whose absence a meeting excused, by person: only a council can (A7)."""
    setup = meeting.setup
    if setup is None or meeting.profile.body_kind != "council":
        return
    for placed in meeting.events:
        event = placed.event
        if isinstance(event, Noted) and event.construct == EXCUSED:
            until = event.facts.get("until")
            for id_ in event.named():
                if (person := meeting.people.get(id_)) is not None:
                    day = date.fromisoformat(str(until)) if until else None
                    yield id_, Excused(person.name, person.lasting_id, setup.date, day)


EXCUSED = "AT-15"
"""The construct of an absence whose reason is approved."""

SUSPENDED = "AT-16"
"""The construct of a member's suspension."""


class Suspended(Struct, frozen=True):
    """A meeting of `body` recorded that someone is suspended on the days of `days`."""

    name: str
    lasting_id: str
    body: str
    on: date
    days: Suspension


def suspension_of(noted: Noted, held: date) -> Suspension:
    """The days of a suspension that was recorded at a meeting held on a day, the first where none is said."""
    first, last = noted.facts.get("from"), noted.facts.get("until")
    bodies = (one.strip().removeprefix("the ") for one in re.split(r"[;,]| and ", str(noted.facts.get("bodies", ""))))
    return Suspension(
        date.fromisoformat(str(first)) if first else held,
        date.fromisoformat(str(last)) if last else None,
        tuple(filter(None, bodies)),
    )


def suspended(meeting: Meeting) -> Iterator[tuple[str, Suspended]]:
    """Who was recorded at a meeting as suspended, by person (A13)."""
    setup = meeting.setup
    for placed in meeting.events if setup is not None else ():
        event = placed.event
        if setup is not None and isinstance(event, Noted) and event.construct == SUSPENDED:
            days = suspension_of(event, setup.date)
            for id_ in event.named():
                if (person := meeting.people.get(id_)) is not None:
                    yield id_, Suspended(person.name, person.lasting_id, setup.body, setup.date, days)


class Task(Struct, frozen=True):
    """An action that a meeting agreed: whose it is, a name as printed, what it is, at which item, by its number, and by
    when. `private`: the public may not know of it."""

    event: str
    whose: str
    task: str
    item: str = ""
    due: date | None = None
    private: bool = False


class Past(Struct, frozen=True):
    """Another meeting: earlier than this one, or later. `deferred` are the titles of the items that it put off.

    The meeting is its `id`; `name` is what its record is called, and `replaces` the id that it had before it was
    mended."""

    body: str
    date: date
    attended: tuple[str, ...] = ()
    approved: tuple[Approval, ...] = ()
    decisions: tuple[Decision, ...] = ()
    deferred: tuple[str, ...] = ()
    id: str = ""
    name: str = ""
    replaces: str = ""
    parent: str = ""
    """The body that this one is a part of, by its council's settings."""
    lasting_ids: tuple[str, ...] = ()
    """Those of `attended`, in their order; "" for one that has none."""
    excused: tuple[Excused, ...] = ()
    body_id: str = ""
    suspended: tuple[Suspended, ...] = ()
    tasks: tuple[Task, ...] = ()
    reported: tuple[Said, ...] = ()
    """What it minuted of the actions of earlier meetings."""

    @classmethod
    def of(cls, meeting: Meeting, id_: str = "", name: str = "", replaces: str = "") -> "Past | None":
        """A meeting as others need to know it; None for one that is not set up."""
        setup = meeting.setup
        if setup is None:
            return None
        came = [meeting.people[person] for person in meeting.stays if person in meeting.people]
        return cls(
            setup.body,
            setup.date,
            tuple(person.name for person in came),
            tuple(_approvals(meeting, setup, id_)),
            tuple(
                Decision(" ".join(written(question.base).split()), question.state == "carried")
                for question in meeting.questions.values()
                if question.kind == "motion" and question.state in ("carried", "lost")
            ),
            tuple(dict.fromkeys(_deferred(meeting))),
            id_,
            name,
            replaces,
            meeting.profile.body_parent,
            tuple(person.lasting_id for person in came),
            tuple(one for _, one in excused(meeting)),
            setup.body_id,
            tuple(one for _, one in suspended(meeting)),
            tuple(_tasks(meeting)),
            tuple(reported_at(meeting)),
        )

    def had(self, name: str, lasting_id: str = "") -> bool:
        """Whether someone attended: by lasting id, or by whole name where either has none."""
        ids = self.lasting_ids or ("",) * len(self.attended)
        return any(
            lasting_id == known if lasting_id and known else plain(name) == plain(other)
            for other, known in zip(self.attended, ids, strict=True)
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that the record of it has had, as far as is known."""
        return tuple(filter(None, (self.id, self.replaces)))

    def is_called(self, wanted: str) -> bool:
        """Whether an id, or a name as typed, means this meeting."""
        return wanted in self.ids or wanted.casefold() == self.name.casefold()


AGREED = ("raised", "carried", "accepted")
"""How the question stands on which minutes were approved: never put to the vote, or carried."""


def _approvals(meeting: Meeting, setup: Convened, id_: str) -> Iterable[Approval]:
    """What minutes a meeting approved: only where the question was agreed, and never an extraordinary meeting of the
    Council (N2)."""
    if setup.extraordinary and meeting.profile.body_kind == "council":
        return
    for placed in meeting.events:
        event = placed.event
        if not isinstance(event, MinutesApproved):
            continue
        question = meeting.questions.get(event.question)
        if question is not None and question.state not in AGREED:
            continue
        signed = meeting.name(event.signed_by) if event.signed_by else ""
        presided = presided_at(meeting, placed.id)
        # Corrections belong to one set of minutes: of several approved at once, the first.
        for number, day in enumerate(event.dates):
            which = event.meetings[number] if number < len(event.meetings) else ""
            corrections = () if number else event.corrections
            of = (day, setup.date, corrections, signed, which, placed.id)
            changes = tuple(
                other.event
                for other in meeting.events
                if isinstance(other.event, MinutesCorrected) and other.event.meeting == which
            )
            mine = tuple(change for change in changes if which and change.exempt == event.exempt)
            yield Approval(*of, id_, setup.body, presided, event.exempt, mine)


def presided_at(meeting: Meeting, event: str) -> str:
    """The name of who presided when an event happened, "" where nobody is known to have."""
    order = {placed.id: number for number, placed in enumerate(meeting.events)}
    until = order.get(event, len(order))
    chairs = [one.person for one in meeting.chairs if order.get(one.since, 0) <= until]
    return meeting.name(chairs[-1]) if chairs and chairs[-1] else ""


def _tasks(meeting: Meeting) -> Iterator[Task]:
    for action in meeting.actions:
        owner, item = meeting.people.get(action.owner), meeting.items.get(action.item or "")
        number = item.number.rstrip(".") if item else ""
        private = action.event in meeting.private
        whose = owner.formal if owner else ""
        yield Task(action.event, whose, task_of(meeting, action), number, action.due, private)


def _deferred(meeting: Meeting) -> Iterable[str]:
    items = {outcome.item for outcome in meeting.outcomes if outcome.what == "deferred"}
    items |= {q.item for q in meeting.questions.values() if q.kind == "deferral" and q.state == "carried"}
    return (meeting.items[item].title for item in meeting.agenda if item in items and item in meeting.items)


class History(Struct, frozen=True):
    """Every other meeting that is known. `own` are the ids of the one that is looked at, `body` its body's name and
    `body_id` its lasting id, `names` all that it was ever called; `library` is what the library was told besides."""

    meetings: tuple[Past, ...] = ()
    own: tuple[str, ...] = ()
    library: Library = Library()
    body: str = ""
    body_id: str = ""
    names: frozenset[str] = frozenset()

    def of_body(self, body: str) -> tuple[Past, ...]:
        """The meetings of a body, the earliest first: of that which is looked at those under its other names too."""
        own = body == self.body and bool(self.body_id)

        def is_of_it(past: Past) -> bool:
            if own and past.body_id:
                return self.library.body(past.body_id) == self.library.body(self.body_id)
            return past.body == body or (own and past.body in self.names)

        return tuple(sorted(filter(is_of_it, self.meetings), key=lambda past: (past.date, past.name)))

    def before(self, body: str, day: date) -> tuple[Past, ...]:
        """The meetings of a body before a day, the earliest first."""
        return tuple(past for past in self.of_body(body) if past.date < day)

    def last_attended(self, name: str, before: date, lasting_id: str = "") -> date | None:
        """The last day before another on which someone attended any meeting of the authority (A6)."""
        ids = self.library.ids_of(lasting_id) if lasting_id else frozenset(("",))
        days = [p.date for p in self.meetings if p.date < before and any(p.had(name, id_) for id_ in ids)]
        return max(days, default=None)

    def excused(self, name: str, lasting_id: str = "") -> tuple[Excused, ...]:
        """The approvals of why someone does not attend (A6)."""
        ids = self.library.ids_of(lasting_id) if lasting_id else frozenset(("",))
        every = (one for past in self.meetings for one in past.excused)
        return tuple(
            one
            for one in every
            if (one.lasting_id in ids if lasting_id and one.lasting_id else plain(one.name) == plain(name))
        )

    def suspended_on(self, day: date, body: str, name: str, lasting_id: str = "") -> Suspended | None:
        """By which meeting someone was recorded as suspended from a body on a day (A13); None where by none."""
        ids = self.library.ids_of(lasting_id) if lasting_id else frozenset(("",))
        every = (one for past in self.meetings for one in past.suspended if one.days.holds(day, body))
        return next(
            (
                one
                for one in every
                if (one.lasting_id in ids if lasting_id and one.lasting_id else plain(one.name) == plain(name))
            ),
            None,
        )

    def on(self, body: str, day: date) -> tuple[Past, ...]:
        """The other meetings of a body on a day: most often one, or none."""
        return tuple(past for past in self.of_body(body) if past.date == day)

    def approvals(
        self, body: str, of: date, by: date | None = None, ids: tuple[str, ...] = (), parent: str = ""
    ) -> tuple[Approval, ...]:
        """The approvals of a body's minutes of a day, by the body, its successor or its `parent`; `by` those before
        that day only; of the meeting that has one of these `ids`, where any are given. One that names no meeting is the
        body's own, and of neither where two of that day are known."""
        others = [past for past in self.on(body, of) if past.id not in ids]
        found = [
            approval
            for past in self.of_body(body)
            for approval in past.approved
            if approval.of == of and (by is None or past.date < by)
            if not ids or (approval.meeting in ids if approval.meeting else not others)
        ]
        if ids:
            own_id = self.body_id if body == self.body else ""
            others_may = self.library.approvers_of(body, own_id) | ({parent} if parent else set()) - {body}
            elsewhere = sorted(
                (past for past in self.meetings if {past.body, past.body_id} & others_may),
                key=lambda past: (past.body, past.date, past.name),
            )
            found += [
                approval
                for past in elsewhere
                for approval in past.approved
                if approval.meeting in ids and (by is None or past.date < by)
            ]
        return tuple(found)
