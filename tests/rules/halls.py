"""Invented bodies to judge: any number of seats, any day, any settings; and the lines with which a meeting opens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from clerk.events import AnyEvent, Convened
from clerk.findings import Finding
from clerk.history import Approval, Decision, History, Past, Suspended
from clerk.meeting.state import Meeting
from clerk.people import Suspension
from clerk.rules.checks import findings
from clerk.setup.convening import convene
from clerk.setup.profile import Profiles
from tests.support.bodies import surname
from tests.support.minute import minute, record

TREES = (
    "Rowan Ash",
    "Petra Birch",
    "Colin Cedar",
    "Dora Dogwood",
    "Ivo Elm",
    "Greta Fir",
    "Sten Gorse",
    "Hugh Hazel",
    "Ines Ivy",
    "Nell Juniper",
    "Lars Larch",
    "Omar Oak",
    "Lena Pine",
)

ITEMS: tuple[dict[str, Any], ...] = (
    {"number": 1, "title": "Minutes of the Last Meeting"},
    {"number": 2, "title": "Absence of Members"},
    {"number": 3, "title": "Declarations of Members' Interests"},
    {"number": 4, "title": "Public Questions and Comments"},
    {"number": 5, "title": "Members' Items"},
    {"number": 6, "title": "Review of Fees", "recommendations": "That the fees be approved."},
    {
        "number": 7,
        "title": "Boathouse Repairs",
        "recommendations": [
            "That the Committee approve the repairs.",
            "That officers report back in six months.",
            "That the budget be increased by £2,000.",
        ],
    },
    {
        "number": 8,
        "title": "Allotment Strategy",
        "recommendations": ["That the strategy be agreed.", "That it be published."],
    },
    {
        "number": 9,
        "title": "Disposal of the Old Pumphouse",
        "recommendations": "That the disposal be approved.",
        "exempt": True,
    },
    {"number": 10, "title": "Any Items that the Chairman decides are urgent"},
)

OPEN = ":open 19:00\n:present rest\n"

DAY = date(2019, 6, 11)
BODY = "Parks Committee"


def hall(
    seats: int = 10,
    *,
    name: str = BODY,
    day: date = DAY,
    quorum: int | None = 3,
    settings: Mapping[str, Any] | None = None,
    members: Mapping[str, Mapping[str, Any]] | None = None,
    items: Mapping[int, Mapping[str, Any]] | None = None,
    profiles: Profiles | None = None,
    **more: Any,
) -> Convened:
    """A body of so many seats on a day. `members` and `items` add fields to those of a surname or number."""
    people: list[dict[str, Any]] = []
    for number in range(seats):
        full = TREES[number] if seats <= len(TREES) else f"{'ABCDEFG'[number % 7]}da {surname(number + 1)}"
        role = {0: "chair", 1: "vice-chair"}.get(number, "")
        extra = (members or {}).get(full.split()[-1], {})
        people.append({"name": full, "role": role, "group": ("Lantern", "Harbour")[number % 2], **extra})
    papers: dict[str, Any] = {
        "body": name,
        "date": day.isoformat(),
        "time": "19:00",
        "venue": "The Long Room",
        "members": people,
        "substitutes": [
            {"name": "Mina Maple", "group": "Harbour"},
            {"name": "Theo Thorn", "group": "Lantern"},
        ],
        "officers": [
            {"name": "Jo Reed", "title": "Ms", "post": "Head of Parks"},
            {"name": "Abel Vale", "title": "Mr", "post": "Head of Governance"},
            {"name": "Una Yew", "kind": "councillor"},
        ],
        "items": [{**item, **(items or {}).get(item["number"], {})} for item in ITEMS],
        "profile": "barnet",
        "settings": dict(settings or {}),
        **more,
    }
    if quorum is not None:
        papers["quorum"] = quorum
    return convene(papers, profiles=profiles)


def held(script: str, setup: Convened | None = None, *events: AnyEvent) -> Meeting:
    """A meeting after a script, and after events that no line can record."""
    meeting = minute(script, setup or hall())
    return record(meeting, *events) if events else meeting


def judged(meeting: Meeting, history: History | None = None) -> tuple[Finding, ...]:
    """What is found in a meeting, by its own profile."""
    return findings(meeting, history=history)


def of(found: Sequence[Finding], rule: str, severity: str = "") -> list[Finding]:
    """What was found by one rule."""
    return [finding for finding in found if finding.rule == rule and severity in ("", finding.severity)]


def before(*meetings: Past) -> History:
    """A history of other meetings."""
    return History(meetings)


def past(day: date, *attended: str, body: str = BODY, **more: Any) -> Past:
    """An earlier meeting that these attended, by surname."""
    names = tuple(full for full in TREES if full.split()[-1] in attended)
    return Past(body, day, names, **more)


def suspends(until: date) -> Past:
    """An earlier meeting of the Council that recorded Councillor Cedar's suspension."""
    held = date(2019, 5, 14)
    return Past("Council", held, suspended=(Suspended("Colin Cedar", "", "Council", held, Suspension(held, until)),))


__all__ = ["BODY", "DAY", "OPEN", "Approval", "Decision", "before", "hall", "held", "judged", "of", "past", "suspends"]
