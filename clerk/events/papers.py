"""The meeting as it was set up from its papers, and what changes them."""

from datetime import date
from typing import Any

from msgspec import field

from clerk.agenda import Item
from clerk.events.event import Event
from clerk.events.nature import Nature
from clerk.people import Person, Seat

Day = date
"""A date, where a field of its own is called `date`."""


class Convened(Event, frozen=True, kw_only=True, tag="Convened"):
    """The meeting as read from its papers: always the first event (FM-01, FM-03, FM-05).

    `time` is the hour printed on the agenda ("19:00"); `settings` are the rule profile's values that night; `source`
    says what was read. `published` is the day on which the agenda was (U0), `public_deadline` the sentence in which it
    prints the deadline for public questions (PP2), `extraordinary` a meeting called for its own business (N2),
    `annual` the one at which a council elects who presides for a year.
    `council` is whose committee the body is ("" for the council itself, or where the papers do not say),
    `contact` whom the agenda says to ask, `reference` the meeting's id in the system that it came from. `printing`
    are choices of wording for this body, in place of its house style's.
    """

    nature = Nature(decides=False, public=True, papers=True, on_screen="in public")

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
    settings: dict[str, Any] = field(default_factory=dict)
    source: str = ""
    published: Day | None = None
    public_deadline: str = ""
    extraordinary: bool = False
    annual: bool = False
    contact: str = ""
    council: str = ""
    reference: str = ""
    printing: dict[str, str | int | bool] = field(default_factory=dict)
    body_id: str = ""
    """The library's lasting id of the body, which is the same whatever it is called."""

    @property
    def ours(self) -> str:
        """The council that meets or whose committee does; the body itself, where the papers name no other."""
        return self.council or self.body


class PersonMet(Event, frozen=True, kw_only=True, tag="PersonMet"):
    """Someone who was not on the papers can now be named; a person met again under the same id is put right."""

    nature = Nature(decides=False, public=True, papers=True, on_screen="without words")

    person: Person


class SeatChanged(Event, frozen=True, kw_only=True, tag="SeatChanged"):
    """A seat was added, or its holder, office or letter changed (FM-12); `was` held it before."""

    nature = Nature(decides=False, public=True, room=True, on_screen="always")

    seat: Seat
    was: str = ""


class ItemAdded(Event, frozen=True, kw_only=True, tag="ItemAdded"):
    """An item or heading that the agenda did not have (FM-08, UR-02); `follows` is the item it stands after,
    or `precedes` the one it stands before."""

    nature = Nature(decides=False, public=True, papers=True, on_screen="without words")

    new: Item
    follows: str | None = None
    precedes: str | None = None


class DecisionsPublished(Event, frozen=True, kw_only=True, tag="DecisionsPublished"):
    """The decisions were published, before the minutes are: from this day a call-in is counted (CI1). The last such day
    stands. Never printed in the minutes."""

    nature = Nature(decides=False, public=True)

    on: date


class MinutesReopened(Event, frozen=True, kw_only=True, tag="MinutesReopened"):
    """The minutes of this meeting, which had been approved, are to be changed and approved again. `of` are the
    approvals that are set aside: each the id of the meeting that gave it and the event's own, `5f0c…/12.0`; or the id
    of what the library was told. Never printed."""

    nature = Nature(decides=False, public=True, words="reason")

    reason: str
    of: tuple[str, ...] = ()


class ItemChanged(Event, frozen=True, kw_only=True, tag="ItemChanged"):
    """An item's particulars were put right."""

    nature = Nature(decides=False, public=True, papers=True, on_screen="in public")

    now: Item


PapersEvent = Convened | PersonMet | SeatChanged | ItemAdded | ItemChanged | DecisionsPublished | MinutesReopened
"""Every event of this subject."""
