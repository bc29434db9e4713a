"""The vote of what is resolved in the act itself: the public excluded, the time extended."""

import re
from typing import Any

from clerk.events import PublicExcluded, TimeExtended
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.names import brief_name
from clerk.shorthand.context import Context
from clerk.shorthand.scope import whole_number

Resolved = PublicExcluded | TimeExtended
"""What a meeting resolves without a question of its own."""

_CALLED: dict[type[Resolved], str] = {
    PublicExcluded: "that the public be excluded",
    TimeExtended: "that the time be extended",
}


def carried(context: Context, otherwise: str) -> dict[str, Any]:
    """How it was carried, from "vote=": unanimous, or figures with more for than against. `otherwise` is what a vote
    that was lost would have meant. Raises `Unclear`."""
    said = context.one("vote").strip().lower()
    unanimous = bool(said) and "unanimous".startswith(said)
    figures = tuple(map(whole_number, re.split(r"[\s–-]+", said))) if said and not unanimous else ()
    if len(figures) == 1 or len(figures) > 3:
        raise Unclear("“vote=” is unanimous, or the figures for and against: vote=28-3.")
    if figures and figures[0] <= figures[1]:
        raise Unclear(f"By those figures it was lost, and {otherwise}: record the motion and its vote.")
    return {"unanimous": unanimous, "vote": figures}


def carried_again(event: Resolved) -> str:
    """What "vote=" said of it."""
    return "unanimous" if event.unanimous else "-".join(map(str, event.vote))


def not_of_what_was_resolved(there: Meeting, label: str) -> None:
    """A vote that names no question, right after something was moved that is carried in its own act, may be meant for
    that: it is asked about. Raises `Unclear`."""
    last = there.events[-1].event if there.events else None
    if not isinstance(last, Resolved) or not last.mover or last.vote or last.unanimous:
        return
    who = brief_name(there, last.mover)
    raise Unclear(
        f"What was moved last is {who}’s motion {_CALLED[type(last)]}. If the vote was on that, open it again and add "
        f"“vote=”; if it was on {label}, put {label} first."
    )
