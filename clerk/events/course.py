"""The course of the meeting: its opening and its close, the breaks between, and the order of its business."""

from datetime import date, datetime

from clerk.events.event import Event
from clerk.events.nature import Nature


class MeetingOpened(Event, frozen=True, kw_only=True, tag="MeetingOpened"):
    """The chair opened the meeting."""

    nature = Nature(decides=False, public=True, room=True, on_screen="always")


class MeetingClosed(Event, frozen=True, kw_only=True, tag="MeetingClosed"):
    """The chair closed the meeting (CL-01)."""

    nature = Nature(decides=False, public=True, on_screen="always")


class MeetingAdjourned(Event, frozen=True, kw_only=True, tag="MeetingAdjourned"):
    """The meeting was adjourned (TI-03), `to` a later day where that was said (T4)."""

    nature = Nature(decides=False, public=True, on_screen="without words", words="reason")

    reason: str = ""
    to: date | None = None


class MeetingResumed(Event, frozen=True, kw_only=True, tag="MeetingResumed"):
    """The meeting went on (TI-03); `on` is the day, where that is a later one (T4)."""

    nature = Nature(decides=False, public=True, room=True, on_screen="always")

    on: date | None = None


class TimeExtended(Event, frozen=True, kw_only=True, tag="TimeExtended"):
    """The chair extended the meeting past its limit (TI-02), `until` an hour, where that was said (T2); or the meeting
    resolved to, where there is a `mover`: `unanimous` where all agreed, or by the figures of its `vote`, for and
    against and abstained."""

    until: datetime | None = None
    mover: str = ""
    seconder: str = ""
    unanimous: bool = False
    vote: tuple[int, ...] = ()

    nature = Nature(decides=False, public=True, on_screen="always")


class OrderVaried(Event, frozen=True, kw_only=True, tag="OrderVaried"):
    """The chair varied the order of business (OR-01); `order` are item ids, the rest follow in agenda order.
    `reflected` prints that it is as these minutes have it, without the list (OR-03). `reason` says why."""

    nature = Nature(decides=False, public=True, on_screen="without words", words="reason")

    order: tuple[str, ...]
    reflected: bool = False
    reason: str = ""


class ItemTaken(Event, frozen=True, kw_only=True, tag="ItemTaken"):
    """The chair called an item: `taken`, not the `item` that the clerk happened to be writing under."""

    nature = Nature(decides=False, room=True, on_screen="always")

    taken: str


CourseEvent = MeetingOpened | MeetingClosed | MeetingAdjourned | MeetingResumed | TimeExtended | OrderVaried | ItemTaken
"""Every event of this subject."""
