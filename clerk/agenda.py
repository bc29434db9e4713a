"""The agenda: its items, and what kind of business each is."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

Detail = Literal["decision", "reasons", "debate"]
"""How much of an item is minuted; each level holds the one before it."""

DETAILS: tuple[Detail, ...] = ("decision", "reasons", "debate")

ItemKind = Literal[
    "report",
    "minutes",
    "absence",
    "declarations",
    "monitoring officer",
    "members' items",
    "public",
    "forward plan",
    "urgent",
    "exempt",
    "heading",
    "election",
    "application",
]
"""What decides the standing wording of an item: "None." under `declarations` is DE-01, under `urgent` UR-01."""


class Report(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A report as its cover describes it. `report_of` is printed as it stands there: a post, a person, or several."""

    title: str
    report_of: str = ""
    wards: str = ""
    status: str = ""
    urgent: bool | None = None
    key: bool | None = None
    enclosures: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    recommendations: str = ""
    for_information: bool = False
    dated: date | None = None


class Planned(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A line of the forward plan. `meeting` is a day ("2020-03-05") or what is said in its place."""

    title: str
    decision: str = ""
    report_of: str = ""
    issue: str = ""
    meeting: str = ""
    deferred: bool = False


class Matter(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An action that earlier minutes left open. `owner` is as printed, `item_then` the number that it was minuted
    under."""

    owner: str
    task: str = ""
    item_then: str = ""


class Item(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An item of business. `number` is the agenda's own ("8", "6a", "" for an inserted heading, FM-08).

    `report_of` is the post whose report it is, `report` the report's title where it differs from the item's,
    `recommendations` one clause a line, numbered as in the report ("1. …", "1.1 …", "- …").
    An urgent item has the chair's `urgent_reason`, and who as chair agreed to it (U1). `confidential` is stronger than
    exempt (X4). `money_106` marks business on which those in arrears of council tax do not vote (D11), `budget` a
    decision of the Council on its budget (V15), `subject` what a co-optee's scope is compared with (V22). `published`
    is the day on which item and report were, where not with the agenda (U0); `raised_by` and `received` are a Member's
    Item's (MI1).
    `reports` are what was bound under it, `pages` where. `minutes_of` are the days of the minutes that are to be
    approved, `matters` the actions that they left open, `work` the forward plan. `reference` is the item's id in the
    system that it came from. `parent` is the item that this is a part of (FM-09), `detail` how much of it is minuted;
    an application has the `case` number that it was lodged under and a `ward` (PL-01). `majority` names the enactment
    that wants more than a simple one (V25). `paragraphs` are those of the schedule under which the papers have it in
    private, with "+" between. `motion` are the words of a motion of which notice was given, `mover` and `seconder` who
    the agenda says will move and second it, by id or as printed. `referred_from` says what sent the item here: the id
    of another meeting's record, and of its event, or of the item that was put off there.
    """

    id: str
    number: str
    title: str
    kind: ItemKind = "report"
    report_of: str = ""
    report: str = ""
    recommendations: str = ""
    exempt: bool = False
    urgent: bool = False
    urgent_reason: str = ""
    urgent_agreed: str = ""
    confidential: bool = False
    money_106: bool = False
    budget: bool = False
    subject: str = ""
    published: date | None = None
    raised_by: str = ""
    received: date | None = None
    pages: str = ""
    reports: tuple[Report, ...] = ()
    minutes_of: tuple[date, ...] = ()
    matters: tuple[Matter, ...] = ()
    work: tuple[Planned, ...] = ()
    reference: str = ""
    parent: str = ""
    detail: Detail = "debate"
    case: str = ""
    ward: str = ""
    majority: str = ""
    referred_from: str = ""
    paragraphs: str = ""
    motion: str = ""
    mover: str = ""
    seconder: str = ""

    @property
    def called(self) -> str:
        """Its number as people say and type it, without the full stop that may be printed after it: "8", "6a"; its id
        where it has none."""
        return as_called(self.number or self.id)


def as_called(typed: str) -> str:
    """A number of an item as `Item.called` has it."""
    return typed.strip().lower().rstrip(".")


_SECRET = r"(?:exempt |private |confidential |restricted |part (?:ii|2|two) )*"
"""How the standing item of urgent business is named in the part of an agenda that the public does not see."""

_OWN_MEETING = (
    r"(?:(?:last|previous|ordinary|annual|extraordinary|special|full|parish|town|community|council|committee|authority|"
    r"board|cabinet|executive|panel|forum) )*"
)
_WELCOME = r"(?:(?:chair\w*(?:'s)? )?(?:welcome|sederunt|attendance|roll call|introductions?)(?:,| and| &)+ )*"
_CHAIR = r"(?:vice[- ]|deputy |depute )?(?:chair|mayor|conven[eo]r|provost)"

_TITLES: tuple[tuple[str, ItemKind], ...] = (
    (r"\bminutes\b.*\b(last|previous)\b|\b(last|previous)\b.*\bminutes\b|^minutes$", "minutes"),
    (r"^(?:(?:un)?restricted |public |open |exempt |confidential |private |draft )+minutes$", "minutes"),
    (r"^minutes( of the meeting)?( held)?( of| on| [-–]|:)? \d", "minutes"),
    (rf"^minutes? of (?:the )?{_OWN_MEETING}meetings?\b.*\d|^minutes? of (?:the )?(?:last|previous)\b", "minutes"),
    (rf"^minutes? of (?:the )?(?!held){_OWN_MEETING}held\b.*\d", "minutes"),
    (r"^minutes ?(?:[-–:] ?(?:to )?(?:approve|confirm|agree|receive|sign|consider)\b|\(\d)", "minutes"),
    (rf"^minutes? of (?:the )?{_OWN_MEETING}meetings?(?: of (?:the )?\w+)?(?: held)?(?: on)?(?: the)?$", "minutes"),
    (r"^minutes (?:and|&) matters arising\b|^(?:confirmation|approval|adoption) of (?:the )?minutes\b", "minutes"),
    (rf"^absence\b|^{_WELCOME}apologies\b", "absence"),
    (rf"^(election|appointment) of (the |a )?{_CHAIR}", "election"),
    (rf"^to (?:elect|appoint) (?:the |a )?{_CHAIR}", "election"),
    (
        r"^declarations?\b(?!.*\bacceptance\b)|^disclosures? of .*\binterests?\b|^(members.? )?interests\b"
        r"|^(?:register of |potential )?conflicts? of interests?\b",
        "declarations",
    ),
    (r"\bmonitoring officer\b", "monitoring officer"),
    (r"^members.? items?\b", "members' items"),
    (r"^(?:public )?open (?:forum|session)$", "public"),
    (r"^public (?:questions?|comments|participation|session|forum|speaking)\b", "public"),
    (r"^questions (?:(?:asked|put|received|submitted) )?(?:from|by) (?:the |members of the )*public\b", "public"),
    (r"\b(forward plan|work programme)\b", "forward plan"),
    (rf"^any (?:other )?{_SECRET}(?:items?\b.*|business\b.*|matters?\b.*)?\burgent\b", "urgent"),
    (rf"^(?:other |{_SECRET})?urgent {_SECRET}(?:items?|business|matters?)\b", "urgent"),
    (r"^any other (?:competent )?business(?: \(?ao?c?b\)?)?$|^a\.?o\.?(?:c\.?)?b\.?$", "urgent"),
    (
        r"^(?:(?:to|that|motion|resolution|proposal|consider|agree|pass|move|resolve|the|a|for|of|on|whether)[ :–-]+)*"
        r"exclu(?:d(?:e|ing)|sion)\b.*\b(?:public|press)\b",
        "exempt",
    ),
    (
        r"\b(?:press and (?:the )?public|public(?: and (?:the )?press)?) (?:to )?be (?:excluded|asked to leave)\b",
        "exempt",
    ),
    (r"^(?:exempt|confidential) (?:information|business|items?)\b.*\bexclusion of\b.*\b(?:press|public)\b", "exempt"),
)


_ASKS = (
    r"^(?:to )?(?:receive|accept|consider|approve|adopt|confirm|agree|sign|note|record|make)(?: and \w+)?"
    r"(?: as a (?:correct|true|accurate) record)? (?:(?:any|the) )*"
)
"""What an agenda may ask of a meeting before it names the business: "to receive any declarations of interest"."""


def kind_of(title: str) -> ItemKind:
    """The kind of business that a standing item's title announces; "report" for all else."""
    words = title.lower().replace("’", "'").replace("(s)", "s").strip(" .")
    # A title in two languages says it twice: "Ymddiheuriadau / Apologies".
    said = [re.sub(_ASKS, "", part) for part in (words, *words.split(" / ")[1:])]
    return next((kind for part in said for pattern, kind in _TITLES if re.search(pattern, part)), "report")


_PART = re.compile(r"^(\d+(?:/\d+)?)(?:[a-z]+|\.\d+|\([a-z0-9]+\))$", re.IGNORECASE)


def whole_of(items: Mapping[str, Item], item: Item) -> Item | None:
    """The item that another is a part of (FM-09): said to be, or numbered as one ("6a" below "6", "11.1")."""
    if item.parent:
        return items.get(item.parent)
    match = _PART.match(item.number)
    whole = match[1] if match else ""
    return next((other for other in items.values() if whole and other.number.rstrip(".") == whole), None)


def whole_and_parts(items: Mapping[str, Item], id_: str) -> set[str]:
    """An item with the one that it is a part of, and its own parts: 9 with 9b; 9a and 9b with 9. By id."""
    this = items.get(id_)
    if this is None:
        return {id_}
    whole = whole_of(items, this)
    parts = {other.id for other in items.values() if whole_of(items, other) is this}
    return {id_, *parts} | ({whole.id} if whole is not None else set())


def standing_for(items: Mapping[str, Item], item: Item) -> list[Item]:
    """The items under which the business of another stands: its parts, and of the item that is on every agenda for
    urgent business whatever was taken as urgent. With something under one of them the other is not empty."""
    urgent = item.kind == "urgent"
    return [
        other
        for other in items.values()
        if other is not item and ((urgent and other.urgent) or whole_of(items, other) is item)
    ]
