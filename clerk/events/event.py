"""What every event knows, whatever it records: where it stands."""

from datetime import datetime
from typing import Any, ClassVar

from msgspec import Struct

from clerk.events.nature import Nature


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="is", forbid_unknown_fields=True):
    """What every event knows of where it stands. `private` None means: as its item and its place say.

    Each kind writes its own `tag`, under which journals hold it for ever, whatever the class comes to be called.
    """

    at: datetime | None = None
    item: str | None = None
    before: str | None = None
    after: str | None = None
    private: bool | None = None

    nature: ClassVar[Nature]
    """What kind of thing it is: decides, is business, is public, and so on. Each class says its own."""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if not isinstance(getattr(cls, "nature", None), Nature):
            raise TypeError(f"The event {cls.__name__} does not say its nature: nature = Nature(decides=…).")


class NotUnderstood(Event, frozen=True, kw_only=True, tag="NotUnderstood"):
    """Stands for what a newer clerk recorded and this one cannot read. Never written, and no part of `AnyEvent`."""

    nature = Nature(decides=False)
