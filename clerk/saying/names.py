"""How people, items and texts are spoken of, in brief."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clerk.events.interests import STATED, Declared

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting


def brief_name(meeting: "Meeting", person: str) -> str:
    """A person in brief ("Councillor Ash"); in full where someone else would be called the same."""
    return meeting.briefs.get(person, person)


def brief_names(meeting: "Meeting", people: Sequence[str], last: str = "and") -> str:
    """Several people in brief: "Councillors Ash, Birch and Elm"."""
    names = [brief_name(meeting, person) for person in people]
    shared = "Councillor "
    if len(names) > 1 and all(name.startswith(shared) for name in names):
        return "Councillors " + listed([name.removeprefix(shared) for name in names], last)
    return listed(names, last)


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: "a, b and c"."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def clip(text: str, most: int = 60) -> str:
    """How a text begins, on one line of so many letters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def item_name(meeting: "Meeting", item: str | None) -> str:
    """An item as it is spoken of: "item 8"; an inserted heading by its title."""
    known = meeting.items.get(item or "")
    if known is None:
        return "an item that is gone" if item else "no item"
    return f"item {known.number.rstrip('.')}" if known.number else f"“{known.title}”"


def capital(text: str) -> str:
    """A text that begins a sentence: "Item A2", with its letters as the paper has them."""
    return text[:1].upper() + text[1:]


def without_stop(words: str) -> str:
    """Words without the full stop that they end with; three dots stay."""
    return words if words.endswith("...") else words.rstrip(".")


def with_stop(words: str) -> str:
    """Words with a full stop, unless they end otherwise."""
    return words if words.endswith(("...", "…", "!", "?")) else f"{words.rstrip('.')}."


def kind_named(event: Declared) -> str:
    """The kind, or two kinds, of what was declared, as a line on the screen has it."""
    kind = "pecuniary interest (DPI)" if event.kind == "dpi" else f"{event.kind} interest".strip()
    kind = f"{event.kind} {event.joined} {event.also} interest" if event.also else kind
    return kind.removesuffix(" interest") if (event.also or event.kind) in STATED else kind
