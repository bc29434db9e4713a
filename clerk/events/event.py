"""What every event knows, whatever it records: where it stands."""

from datetime import datetime

from msgspec import Struct


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True, tag=True, tag_field="is"):
    """What every event knows of where it stands. `private` None means: as its item and its place say."""

    at: datetime | None = None
    item: str | None = None
    before: str | None = None
    after: str | None = None
    private: bool | None = None
