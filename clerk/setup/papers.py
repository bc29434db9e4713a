"""The papers of a meeting, as set out in TOML: which fields there are, and what each can hold."""

import datetime as dt
from typing import Any, Literal

from msgspec import Struct

from clerk.agenda import Detail, ItemKind
from clerk.people import Proxy, Suspension
from clerk.setup.profile import DEFAULT
from clerk.shorthand.line import clean, trimmed


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    """What the offices are called."""

    chair: str = "Chairman"
    vice_chair: str = ""

    @property
    def vice(self) -> str:
        """What the vice-chair is called: as is said, or as goes with what the chair is called."""
        kind = (
            "Depute " if self.chair == "Provost" else "Deputy " if self.chair.endswith(("Mayor", "Leader")) else "Vice-"
        )
        return self.vice_chair or kind + self.chair


class Member(Struct, frozen=True, forbid_unknown_fields=True):
    """One who sits on the body, or may substitute."""

    name: str
    id: str = ""
    title: str = ""
    role: Literal["", "chair", "vice-chair", "joint chair"] = ""
    group: str = ""
    kind: Literal["member", "co-optee"] = "member"
    organisation: str = ""
    post: str = ""
    possessive: str = ""
    voting: bool = True
    scope: str = ""
    category: str = ""
    office_ended: dt.date | None = None
    letter: str = ""
    honorific: str = ""
    honours: str = ""
    suspended: list[Suspension] = []
    trained_planning: dt.date | None = None
    proxies: list[Proxy] = []
    ward: str = ""


class Officer(Struct, frozen=True, forbid_unknown_fields=True):
    """Anyone else who may be named."""

    name: str = ""
    id: str = ""
    title: str = ""
    post: str = ""
    organisation: str = ""
    possessive: str = ""
    kind: Literal["officer", "partner", "speaker", "councillor"] = "officer"
    ward: str = ""


class PaperItem(Struct, frozen=True, forbid_unknown_fields=True):
    """One item of the agenda. `kind` None: as its title says; `under` numbers the item that it is a part of."""

    title: str
    number: str | int = ""
    kind: ItemKind | None = None
    report_of: str = ""
    report: str = ""
    recommendations: str | list[str] = ""
    exempt: bool = False
    confidential: bool = False
    money_106: bool = False
    budget: bool = False
    subject: str = ""
    published: dt.date | None = None
    raised_by: str = ""
    received: dt.date | None = None
    under: str | int = ""
    detail: Detail = "debate"
    case: str = ""
    ward: str = ""
    majority: str = ""
    paragraphs: str = ""
    motion: str = ""
    mover: str = ""
    seconder: str = ""


class Papers(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. What each field means to a clerk, the README says."""

    body: str
    date: str
    items: list[PaperItem]
    members: list[Member]
    short: str = ""
    time: str = ""
    venue: str = ""
    quorum: int | None = None
    vacancies: int = 0
    """Seats that nobody holds, beside those of the members (Q9)."""
    labels: Labels = Labels()
    style: str = "barnet"
    profile: str = DEFAULT
    settings: dict[str, Any] = {}
    printing: dict[str, str | int | bool] = {}
    published: dt.date | None = None
    public_deadline: str = ""
    extraordinary: bool = False
    annual: bool = False
    council: str = ""
    """Whose committee the body is, for the styles that print it."""
    substitutes: list[Member] = []
    officers: list[Officer] = []


TABLES: dict[str, type] = {
    "members": Member,
    "substitutes": Member,
    "officers": Officer,
    "items": PaperItem,
    "labels": Labels,
}
"""The tables of the file, each with the kind of its rows."""


def as_text(value: Any, field: str = "") -> Any:
    """TOML's own dates and times as text, so that both ways of writing them are read alike; and text that any file
    of minutes can hold, on one line but for recommendations."""
    match value:
        case dict():
            return {key: as_text(inner, key) for key, inner in value.items()}
        case list():
            return [as_text(inner, field) for inner in value]
        case str():
            return trimmed(value) if field in ("recommendations", "motion") else " ".join(clean(value).split())
        case dt.time():
            return value.strftime("%H:%M")
        case dt.datetime():
            return value.date().isoformat()
        case dt.date():
            return value.isoformat()
    return value
