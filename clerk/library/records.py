"""Records of meetings as the library reads them together: each meeting with what it is and is called."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from clerk.library.state import Library
from clerk.meeting.openly import openly
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.people import Person


class Record(Struct, frozen=True):
    """A meeting, its record's `id`, and the `name` that it is kept under. Only what was convened is a record."""

    id: str
    name: str
    meeting: Meeting

    @property
    def openly(self) -> "Record":
        """The record as the public knows it."""
        return Record(self.id, self.name, openly(self.meeting))

    @property
    def body(self) -> str:
        """The body that met."""
        return self.meeting.setup.body if self.meeting.setup else ""

    @property
    def body_id(self) -> str:
        """The lasting id of the body, "" where the record has none."""
        return self.meeting.setup.body_id if self.meeting.setup else ""

    @property
    def day(self) -> date:
        """The day for which it was called."""
        return self.meeting.setup.date if self.meeting.setup else date.min


def in_order(records: Iterable[Record]) -> list[Record]:
    """The records by day, then by body."""
    return sorted(records, key=lambda record: (record.day, record.body, record.name))


def identity(person: Person, library: Library) -> str:
    """By what a human is known in all meetings: the library's id, or the whole name where a meeting gave none."""
    return library.lasting(person.lasting_id) if person.lasting_id else f"name:{plain(person.name or person.post)}"
