"""Kinds of body: what each calls itself, and what its minutes do differently."""

import re
from typing import Literal, NamedTuple, get_args

from clerk.meeting.state import Meeting
from exports.style import wrong_setting

Kind = Literal[
    "committee", "sub-committee", "licensing", "planning", "council", "cabinet", "scrutiny", "forum", "board"
]

_CALLED = re.compile(r"\b(Sub-Committee|Committee|Board|Panel|Forum|Council|Cabinet|Commission|Assembly|Group)\b")
_KINDS: tuple[tuple[str, Kind], ...] = (
    (r"\blicensing\b.*\b(panel|sub-committee)\b", "licensing"),
    (r"\bplanning\b", "planning"),
    (r"\bscrutiny\b", "scrutiny"),
    (r"\bforum\b", "forum"),
    (r"\bcabinet\b|\bexecutive\b", "cabinet"),
    (r"\bboard\b", "board"),
    (r"\bsub-committee\b|\bpanel\b", "sub-committee"),
    (r"\bcommittee\b", "committee"),
    (r"\bcouncil\b", "council"),
)
_PROFILES: dict[str, Kind] = {"executive": "cabinet"}


class Body(NamedTuple):
    """A body: its name, what it calls itself in a sentence, and its kind."""

    name: str
    called: str
    kind: Kind

    @classmethod
    def of(cls, meeting: Meeting) -> "Body":
        """The body that a meeting is of. What its name says goes before what its rule profile says, which knows fewer
        kinds."""
        name = meeting.setup.body if meeting.setup else ""
        called = _CALLED.findall(name)
        said = next((kind for pattern, kind in _KINDS if re.search(pattern, name.lower())), None)
        profile = str(meeting.setup.settings.get("body.kind", "")) if meeting.setup else ""
        own = str(meeting.setup.printing.get("kind", "")) if meeting.setup else ""
        kind = own or said or _PROFILES.get(profile, profile) or "committee"
        words = name.split()
        return cls(name, called[-1] if called else words[-1] if words else "Committee", kind)  # type: ignore[arg-type]


def wrong_choice(name: str, value: object) -> str:
    """Why a meeting's own choice of wording (its `printing`) cannot be one, in a sentence; "" where it can."""
    if name != "kind":
        return wrong_setting(name, value)
    kinds = get_args(Kind)
    return "" if value in kinds else f"the setting “kind” can be {', '.join(kinds)}, not “{value}”."
