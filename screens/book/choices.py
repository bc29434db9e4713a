"""What is chosen in the book: the book ends with it, and whoever runs the book carries it out and opens it again."""

from pathlib import Path
from typing import Literal, NamedTuple

Deed = Literal["open", "chair", "check", "draft", "handover", "log", "done", "drop", "votes", "next", "leave"]


class Choice(NamedTuple):
    """A deed, and what it is done to: a meeting, perhaps one line of it; or what is known by a `reference`: an action,
    a member or a body by name."""

    deed: Deed
    path: Path | None = None
    item: str = ""
    event: str = ""
    reference: str = ""


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
WITH_A_MEMBER = (Offer("enter", "votes recorded by name", "votes"),)
WITH_A_BODY = (Offer("enter", "begin its next meeting", "next"),)
