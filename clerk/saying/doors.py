"""That the public goes out and comes back, in one line each."""

from typing import TYPE_CHECKING

from clerk import events as e
from clerk.saying.names import item_name, listed

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting


def how_carried(event: e.PublicExcluded | e.TimeExtended) -> str:
    """How what was resolved in its own act was carried: ", 4–1"; "" where that is not said."""
    figures = f", {'–'.join(map(str, event.vote))}" if event.vote else ""
    return f"{', unanimously' if event.unanimous else ''}{figures}"


def excluded(meeting: "Meeting", event: e.PublicExcluded, moved: str) -> str:
    """That the public was excluded: with whom, for what, under which paragraph; `moved` is who moved it, or ""."""
    items = f" for {listed([item_name(meeting, item) for item in event.items])}" if event.items else ""
    paragraph = f", paragraph {event.paragraph}" if event.paragraph else ""
    if event.more_paragraphs:
        paragraph = f", paragraphs {listed([str(n) for n in (event.paragraph, *event.more_paragraphs)])}"
    moved = (f", {moved}" if moved else "") + how_carried(event)
    who = "Public" if not event.basis else "Parties and public" if event.parties else "Public, not the parties,"
    weighed = ", the public interest weighed" if event.public_interest else ""
    return f"{who} excluded{items}{paragraph}{weighed}{moved}" + (f": {event.reason}" if event.reason else "")


def readmitted(meeting: "Meeting", event: e.PublicReadmitted) -> str:
    """That the public came back, and whether the rest of an item for which it was out is public."""
    if not event.items:
        stays = event.item in meeting.doors.excluded_items
        return "Public readmitted" + (f"; {item_name(meeting, event.item)} stays private" if stays else "")
    return f"Public readmitted: the rest of {listed([item_name(meeting, item) for item in event.items])} is public"
