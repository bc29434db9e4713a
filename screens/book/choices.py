"""What is chosen in the book: the book ends with it, and whoever runs the book carries it out and opens it again."""

from pathlib import Path
from typing import Literal, NamedTuple

Deed = Literal[
    "open", "chair", "check", "draft", "handover", "log", "done", "drop", "duty", "publish", "decisions", "sign",
    "votes", "next", "leave",
]  # fmt: skip


class Choice(NamedTuple):
    """A deed, and what it is done to: a meeting, perhaps one line of it; or what is known by a `reference`: an action,
    a member or a body by name, a duty by its rule, with `what` it is."""

    deed: Deed
    path: Path | None = None
    item: str = ""
    event: str = ""
    reference: str = ""
    what: str = ""


class Offer(NamedTuple):
    """One thing that can be done with the row under the cursor: the key that does it, and its name."""

    key: str
    label: str
    deed: Deed


WITH_A_MEETING = (
    Offer("enter", "open at the desk", "open"),
    Offer("c", "the chair's view", "chair"),
    Offer("k", "check", "check"),
    Offer("d", "draft in Word", "draft"),
    Offer("h", "hand over", "handover"),
    Offer("l", "log", "log"),
)
WITH_AN_ACTION = (
    Offer("enter", "done", "done"),
    Offer("x", "dropped", "drop"),
    Offer("o", "open its meeting", "open"),
)
_OPEN = Offer("o", "open its meeting", "open")
_AT_THE_DESK, *_ELSE = WITH_A_MEETING
WITH_A_DUTY = {
    "told": (Offer("enter", "done today", "duty"), _OPEN, *_ELSE),
    "published": (_AT_THE_DESK, Offer("p", "published today", "publish"), *_ELSE),
    "decisions published": (_AT_THE_DESK, Offer("p", "decisions published today", "decisions"), *_ELSE),
    "signed": (_AT_THE_DESK, Offer("s", "signed today", "sign"), *_ELSE),
    "approved": WITH_A_MEETING,
}
"""By the fact that ends it: what can be done with a duty."""
WITH_A_REFERENCE = (Offer("enter", "received there", "duty"), _OPEN)
WITH_A_MEMBER = (Offer("enter", "votes recorded by name", "votes"),)
WITH_A_BODY = (Offer("enter", "begin its next meeting", "next"),)
