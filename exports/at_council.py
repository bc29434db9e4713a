"""What a Council alone has: prayers or a moment of reflection, and a recommendation that is adopted (CN-01, CN-06)."""

import re
from typing import Any

from clerk.events import Noted
from clerk.meeting.motions import own_recommendation
from clerk.meeting.record import Placed
from clerk.texts import Text, read_clauses
from exports.blocks import AnyBlock
from exports.writer import Writer


def adoption(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """What is to be adopted where it is a recommendation itself, and whether its words stand below."""
    first = event.text.strip().partition("\n")[0].rstrip(" .:")
    return {"own": own_recommendation(first), "below": bool(_recommended(writer, event))}


def _recommended(writer: Writer, event: Noted) -> Text:
    """The words of a recommendation that is to be adopted: as they were typed below it, else as its item has them."""
    first, _, typed = event.text.strip().partition("\n")
    if not own_recommendation(first):
        return ()
    if typed:
        return read_clauses(typed, "c")
    put = {label for one in writer.meeting.puts for label in one.questions}
    waiting = (q for q in writer.meeting.questions.values() if q.kind == "recommendations" and q.id not in put)
    return next((q.base for q in waiting if q.item == event.item), ())


def adopted(writer: Writer, placed: Placed, event: Noted) -> list[AnyBlock]:
    """The words of what is to be adopted, below the motion that it be."""
    text = _recommended(writer, event)
    return [writer.clauses(text, "CN-06", [placed])] if text else []


def prayers(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Whether prayers were said, or a moment was kept that the item is called by: "moment of reflection"; and whether
    it is the Mayor who presides."""
    item = writer.item(event.item)
    title = item.title.strip() if item else ""
    moment = _MOMENT.search(title)
    return {
        "moment": moment[0].lower() if moment else "",
        "mayor": "mayor" in writer.chair_label.casefold(),
        "prayers": "prayer" in title.lower() or not _NO_PRAYERS.search(title),
    }


_MOMENT = re.compile(
    r"\b(?:moment|minute|time|period) (?:of|for) (?:\w+ )?(?:reflection|contemplation|silence)\b", re.I
)
_NO_PRAYERS = re.compile(r"\b(?:reflections?|contemplation|thoughts?|silence|address|words)\b", re.I)
