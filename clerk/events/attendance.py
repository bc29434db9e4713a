"""Who is in the room, who sent word, and who sits in whose place."""

from datetime import datetime
from typing import Literal

from clerk.events.event import Event
from clerk.events.nature import Nature


class RollCalled(Event, frozen=True, kw_only=True, tag="RollCalled"):
    """The roll was called and these answered: the room holds them and no other member (FM-02). `remote` are those of
    them who answered over a link (Q11)."""

    nature = Nature(decides=False, public=True, room=True, on_screen="always")

    present: tuple[str, ...]
    remote: tuple[str, ...] = ()


class Arrived(Event, frozen=True, kw_only=True, tag="Arrived"):
    """Someone came in, or came back (AT-07); `remote` over a link only (Q11), `in_room` in person after a link was
    lost."""

    nature = Nature(decides=False, public=True, room=True, on_screen="always")

    person: str
    remote: bool = False
    in_room: bool = False


class Left(Event, frozen=True, kw_only=True, tag="Left"):
    """Someone went out (AT-08); `interest` says that it was because of a declared interest (DE-05), `connection` that
    the connection was lost (AT-10)."""

    nature = Nature(decides=False, public=True, room=True, on_screen="without words", words="reason")

    person: str
    interest: bool = False
    reason: str = ""
    connection: bool = False


class ApologyReceived(Event, frozen=True, kw_only=True, tag="ApologyReceived"):
    """An apology for absence (AT-01), for lateness (AT-04), for a part of the meeting (AT-13) or for leaving early.
    `substitute` "none" prints that there was no substitute (AT-03)."""

    nature = Nature(decides=False, public=True, on_screen="without words", words="text")

    person: str
    kind: Literal["absence", "lateness", "part", "early"] = "absence"
    text: str = ""
    substitute: Literal["", "none"] = ""


class Substituted(Event, frozen=True, kw_only=True, tag="Substituted"):
    """A substitute took a seat (AT-02, AT-09). `notified` is when notice of it came (AP7)."""

    nature = Nature(decides=False, public=True, room=True, on_screen="always")

    person: str
    seat: str
    notified: datetime | None = None


class SubstitutionEnded(Event, frozen=True, kw_only=True, tag="SubstitutionEnded"):
    """The substitute gave the seat back (AT-09)."""

    nature = Nature(decides=False, public=True, room=True, on_screen="always")

    seat: str


class Presided(Event, frozen=True, kw_only=True, tag="Presided"):
    """Someone took the chair, until another does (CH-01 to CH-04); `elected` by those present (C1, AP9).
    `extent` is how long it was said to be for: the whole "meeting" (CH-01), one "item" (CH-02: it ends when another is
    taken), or "for now" (CH-03: it ends when the chairman comes in)."""

    nature = Nature(decides=False, public=True, on_screen="without words", words="reason")

    person: str
    reason: str = ""
    elected: bool = False
    extent: Literal["", "meeting", "item", "for now"] = ""


AttendanceEvent = RollCalled | Arrived | Left | ApologyReceived | Substituted | SubstitutionEnded | Presided
"""Every event of this subject."""
