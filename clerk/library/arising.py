"""The matters arising at a meeting: the actions that its body agreed before, and how they stand."""

from datetime import date

from msgspec import Struct

from clerk.history import History
from clerk.library.actions import State, changes_of, reported_at, stands_as, told_of_actions
from clerk.meeting.state import Meeting
from clerk.times import say_date


class Arising(Struct, frozen=True):
    """An action of an earlier meeting: the ids of its record and of its event, and the `name` of the meeting; on which
    `day` it was agreed, `whose` it is, what, at which item, by when, and how it stands. `private`: the public may not
    know of it."""

    meeting: str
    event: str
    name: str
    day: date
    whose: str
    task: str
    item: str
    due: date | None
    state: State
    private: bool = False

    @property
    def reference(self) -> str:
        """By what it is ticked off, as `clerk actions` has it."""
        return f"{self.name}/{self.event}"

    @property
    def stands(self) -> bool:
        """Whether it is still to be done."""
        return self.state in ("open", "overdue")

    @property
    def said(self) -> str:
        """It in a line: "Head of Parks: buy the hives (12 May 2026, item 2; by 1 July 2026)"."""
        by = f"; by {say_date(self.due)}" if self.due else ""
        item = f", item {self.item}" if self.item else ""
        exempt = "; exempt" if self.private else ""
        return f"{self.whose or 'Nobody named'}: {self.task} ({say_date(self.day)}{item}{by}{exempt})"


def arising(meeting: Meeting, history: History) -> tuple[Arising, ...]:
    """Every action that the body agreed before, done or not, by the meetings that are known, the earliest first."""
    setup = meeting.setup
    if setup is None:
        return ()
    minuted = (one for past in history.meetings for one in past.reported)
    said = changes_of((*minuted, *reported_at(meeting), *told_of_actions(history.library)))
    found: list[Arising] = []
    for past in history.before(setup.body, setup.date):
        for one in past.tasks:
            due, state = stands_as(said.get((past.id, one.event), ()), one.due, setup.date)
            found.append(
                Arising(
                    past.id, one.event, past.name, past.date, one.whose, one.task, one.item, due, state, one.private
                )
            )
    return tuple(found)
