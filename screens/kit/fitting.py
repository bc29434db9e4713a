"""Fitting Content to a number of cells, and drawing one line of it."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

GetStyle = Callable[[str | Style], Style]
"""Resolves a style named in a Content, theme variables included: a widget's `_get_style`."""


NO_BREAK = "\u00a0"
"""The space at which a line is not broken, such as the one between a key and what it does."""

_HELD = "\u2800"
"""As wide and as blank as a space, but none to Textual, which breaks lines at those too that are not to be broken."""


def wrapped(text: Content, width: int, most: int | None = None) -> list[Content]:
    """`text` in lines of at most `width` cells; beyond `most` lines the last one ends with an ellipsis."""
    width = max(1, width)
    if text.cell_length <= width and "\n" not in text.plain and "\t" not in text.plain:
        return [text]
    if NO_BREAK in text.plain:
        held = Content(text.plain.replace(NO_BREAK, _HELD), list(text.spans)).wrap(width)
        lines = [Content(line.plain.replace(_HELD, NO_BREAK), list(line.spans)) for line in held]
    else:
        lines = text.wrap(width)
    if most is not None and len(lines) > most:
        lines = lines[:most]
        lines[-1] = lines[-1].truncate(width - 1).rstrip() + "…"
    return lines


def evenly(parts: Sequence[Content], width: int, most: int) -> Content:
    """Parts that stand below each other, in at most so many lines: of each as much as there is room for, so that
    something of every one is seen. Where there are more parts than lines, the last line says how many are left."""
    needs = [len(wrapped(part, width)) for part in parts]
    if sum(needs) <= most:
        return Content("\n").join(parts)
    if len(parts) > most:
        *firsts, last = parts[: max(1, most)]
        more = f" … and {len(parts) - len(firsts) - 1} more"
        told = one_line(last, max(1, width - len(more))).append(more)
        return Content("\n").join([*(one_line(part, width) for part in firsts), told])
    given = [1] * len(parts)
    for _ in range(most - len(parts)):
        # The one that has least of what it needs, the first of several.
        given[min((n for n in range(len(parts)) if given[n] < needs[n]), key=lambda n: given[n])] += 1
    cut = [line for part, lines in zip(parts, given, strict=True) for line in wrapped(part, width, lines)]
    return Content("\n").join(cut)


def one_line(text: Content, width: int) -> Content:
    """`text` on one line of at most `width` cells, ending with an ellipsis when something is left out."""
    if "\n" in text.plain or "\t" in text.plain:
        text = Content(" ").join(text.expand_tabs(4).split("\n", allow_blank=True))
    return text if text.cell_length <= width else text.truncate(max(0, width), ellipsis=True)


def drawn(text: Content, style: Style, get_style: GetStyle, *, plain: bool = False) -> Strip:
    """One line of Content as a strip. With `plain`, colours inside it give way to `style` and only weight is kept."""
    over = Style(style.background, style.foreground) if plain else Style.null()
    return Strip(
        [
            Segment(part, (style + part_style + over).rich_style)
            for part, part_style in text.render(style, end="", parse_style=get_style)
        ],
        text.cell_length,
    )
