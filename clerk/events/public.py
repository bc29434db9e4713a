"""People from outside the body: their questions, and what they came to say."""

from datetime import datetime

from msgspec import Struct

from clerk.events.event import Event
from clerk.events.nature import Nature


class Spoke(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One speaker, the person spoken for (PU-05), and for how long (PP4); `read_by` read the words out instead."""

    person: str
    on_behalf_of: str = ""
    seconds: int | None = None
    read_by: str = ""


class Addressed(Event, frozen=True, kw_only=True, tag="Addressed"):
    """People from outside the body addressed it: residents (PU-03) or other councillors (PU-13).

    `about` is the item spoken on, where it is not the item under which it is minuted, `also_about` more of them;
    `capacity` is what a councillor spoke as ("as ward Member", "in support", "having provided notice to the Chairman").
    """

    nature = Nature(decides=False, business=True, detail="reasons")

    speakers: tuple[Spoke, ...]
    about: str | None = None
    capacity: str = ""
    also_about: tuple[str, ...] = ()


class QuestionReceived(Event, frozen=True, kw_only=True, tag="QuestionReceived"):
    """A public question, or a request to speak, came in before the meeting (PU-02, PP1 to PP12).

    `received` to the second; `about` the item; `allowed_by` who let a late one in (PP10); `words` its length, None
    where nobody counted. Never printed itself.
    """

    nature = Nature(decides=False)

    person: str
    received: datetime | None = None
    about: str | None = None
    words: int | None = None
    on_behalf_of: str = ""
    allowed_by: str = ""
    supplementaries: int = 0


PublicEvent = Addressed | QuestionReceived
"""Every event of this subject."""
