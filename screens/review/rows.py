"""What was found as rows of the screen. What stands in a file reaches the screen only as Content."""

from textual.content import Content

from screens.kit.rows import Row
from screens.kit.themes import Tone, toned
from store.packs.reviewing import Shown

_ABOUT_ONE = "Enter: go to it. y: it is right as it is."
_ABOUT_ALL = "y: it is right as it is. m adds a member, i an item, o an officer, s a substitute."
LABELS = 18
"""Cells kept for labels."""


def rows_of(found: list[Shown]) -> list[Row]:
    """A row for each thing found."""
    return [_row(shown) for shown in found]


def _row(shown: Shown) -> Row:
    match shown.kind:
        case "heading":
            return Row(Content(shown.text), style="bold underline")
        case "doubt":
            return Row(toned(Tone.WARN, shown.text), key=shown.key)
        case "note":
            return Row(toned(Tone.NOTE, shown.text))
    label = Content.styled(shown.label[:LABELS], "$text-muted")
    text = Content(shown.text) if shown.text else Content.styled("not found", "$text-muted")
    if shown.doubt:
        text = Content.assemble(("! ", Tone.WARN.style), text)
    if shown.beside:
        text = Content.assemble(text, (f"   {shown.beside}", "$text-muted"))
    style = "bold" if shown.label == "item" else ""
    return Row(text, key=shown.key, left=label, style=style)


def about(shown: Shown | None) -> Content:
    """Where a fact comes from, and what is doubtful about it."""
    if shown is None:
        return Content("")
    source = Content.styled(shown.source or "Found in none of the files.", "$text-muted")
    if shown.kind == "doubt":
        return Content.styled(_ABOUT_ONE if shown.path or shown.field else _ABOUT_ALL, "$text-muted")
    if shown.doubt:
        return Content.assemble(toned(Tone.WARN, shown.doubt), "  ", source)
    return source
