"""A small meeting for what is decided: Oak in the chair, Elm, Ash, Yew and Green; three items."""

from typing import Any

from clerk.events import Convened
from clerk.meeting.state import Meeting
from clerk.rules.checks import findings
from clerk.setup.convening import convene
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.minute import Desk, desk

ITEMS: tuple[dict[str, Any], ...] = (
    {"number": 1, "title": "Declarations of Members' interests"},
    {"number": 2, "title": "Ponds", "recommendations": ["That the ponds be dredged."]},
    {"number": 3, "title": "Bees", "recommendations": ["That the hives be moved."]},
)
OPENED = ":open 18:30\n:present rest\n"


def papers(items: tuple[dict[str, Any], ...] = ITEMS, settings: dict[str, Any] | None = None, **head: Any) -> Convened:
    """The papers of the small meeting; `settings` are the profile's values, `head` what else its file would say."""
    members = [{"name": "Tom Oak", "role": "chair"}]
    members += [{"name": name} for name in ("Dora Elm", "Ivo Ash", "Petra Yew", "Hugh Green")]
    file = {
        "body": "Ponds Committee",
        "date": "2031-03-12",
        "time": "18:30",
        "venue": "The Long Room",
        "quorum": 2,
        "members": members,
        "officers": [{"name": "Jo Reed", "title": "Ms", "post": "Head of Ponds"}],
        "items": list(items),
        "settings": settings or {},
    }
    return convene({name: value for name, value in (file | head).items() if value is not None})


def at_desk(script: str, setup: Convened | None = None) -> Desk:
    """A desk after a script; everyone is there."""
    return desk(setup or papers()).play(OPENED + script)


def held(script: str, setup: Convened | None = None) -> Meeting:
    """The meeting after a script; everyone is there."""
    return at_desk(script, setup).meeting


def text_of(meeting: Meeting, exempt: bool = True) -> str:
    """The draft as text, a line a paragraph."""
    written = draft(meeting, shipped_style(), exempt)
    return "\n".join(line.strip() for block in written.blocks for line in lines(block))


def under(meeting: Meeting, item: str, exempt: bool = True) -> str:
    """What the draft says under one item, by the agenda's number, as text."""
    found = next(i for i in meeting.items.values() if i.number == item)
    written = draft(meeting, shipped_style(), exempt)
    heading = [block for block in written.blocks if block.item == found.id]
    return "\n".join(line.strip() for block in heading[1:] for line in lines(block))


def said(meeting: Meeting, *rules: str) -> list[str]:
    """The findings of some rules, each as "HARD V9: its sentence"; of all where none is named."""
    return [f"{f.severity} {f.rule}: {f.text}" for f in findings(meeting) if not rules or f.rule in rules]
