"""An event as the line that would record it again, for a clerk who puts it right: each subject's file says how its own
are typed, beside the verbs that record them."""

from collections.abc import Sequence
from functools import singledispatch
from typing import Protocol

from clerk.events import Event
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line


@singledispatch
def line_again(event: Event, meeting: Meeting, id_: str) -> Line | None:
    """The line that would record an event of this id again; None for one that has no line of its own.

    Whatever the line leaves out is lost where the event is put right by it.
    """
    return None


def given(**options: str) -> dict[str, str]:
    """The options that say something."""
    return {name: value for name, value in options.items() if value}


def yes(value: bool) -> str:
    """A flag as it is typed."""
    return "yes" if value else ""


def listed(ids: Sequence[str]) -> str:
    """People as they are typed."""
    return ",".join(ids)


class Moved(Protocol):
    """Whatever a member moves beside what it is."""

    @property
    def mover(self) -> str: ...
    @property
    def seconder(self) -> str: ...


def moved_by(event: Moved) -> str:
    """Who moved and seconded something, as it is typed after "by="."""
    return ",".join(filter(None, (event.mover, event.seconder)))


def numbered(meeting: Meeting, items: Sequence[str]) -> str:
    """Items as they are typed, by their numbers: "8+9"; one without a number, or that is no more, by its id."""
    numbers = {item.id: item.number for item in meeting.items.values()}
    return "+".join(numbers.get(item) or item for item in items)


def hour(event: Event) -> tuple[str, ...]:
    """When it was, as an operand: ("19:00",), or ()."""
    return (f"{event.at:%H:%M}",) if event.at else ()
