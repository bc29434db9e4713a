"""Figures and words large enough to be read from two metres, drawn with blocks that every console font has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from screens.kit.fitting import drawn, one_line

HIGH = 5
"""Dots from the top of a figure to its foot."""

_DOTS = """
0 .##. #..# #..# #..# .##.
1 .# ## .# .# .#
2 ###. ...# .##. #... ####
3 ###. ...# .##. ...# ###.
4 #..# #..# #### ...# ...#
5 #### #... ###. ...# ###.
6 .##. #... ###. #..# .##.
7 #### ...# ..#. .#.. .#..
8 .##. #..# .##. #..# .##.
9 .##. #..# .### ...# .##.
/ ..# ..# .#. #.. #..
A .##. #..# #### #..# #..#
C .### #... #... #... .###
D ###. #..# #..# #..# ###.
E #### #... ###. #... ####
G .### #... #.## #..# .###
I # # # # #
L #... #... #... #... ####
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O .##. #..# #..# #..# .##.
Q .##. #..# #..# #.#. .#.#
R ###. #..# ###. #.#. #..#
S .### #... .##. ...# ###.
T ### .#. .#. .#. .#.
U #..# #..# #..# #..# .##.
V #.# #.# #.# #.# .#.
"""

GLYPHS = {line[0]: line[2:].split() for line in _DOTS.strip().splitlines()} | {" ": [".."] * HIGH}


@dataclass(frozen=True, slots=True)
class Part:
    """One figure or word, with what it is the figure of above it. `style` is a theme variable."""

    label: str
    figure: str
    style: str = "$text"


def dots(figure: str) -> list[str]:
    """A figure as rows of dots, "#" for each that is set."""
    return [".".join(GLYPHS[character][row] for character in figure) for row in range(HIGH)]


def small(figure: str) -> list[str]:
    """A figure in three rows, two dots to a cell."""
    rows = dots(figure)
    rows.append("." * len(rows[0]))
    pairs = [zip(rows[at], rows[at + 1], strict=True) for at in range(0, HIGH + 1, 2)]
    return ["".join(" ▀▄█"[(above == "#") + 2 * (below == "#")] for above, below in pair) for pair in pairs]


def large(figure: str) -> list[str]:
    """A figure in five rows, a dot two cells wide."""
    return ["".join("██" if dot == "#" else "  " for dot in row) for row in dots(figure)]


def huge(figure: str) -> list[str]:
    """A figure in ten rows, a dot four cells wide."""
    return ["".join(cell * 2 for cell in row) for row in large(figure) for _ in range(2)]


Draw = Callable[[str], list[str]]

_SIZES: tuple[tuple[Draw, Draw, int], ...] = (
    (huge, huge, 14),
    (huge, large, 14),
    (large, large, 7),
    (large, small, 7),
    (small, small, 4),
)
"""How figures are drawn, and words, and the cells between them, the largest first. There is much more between two
figures than within one, or 10/11 and 4 are read as 10/114."""


def big_lines(parts: Sequence[Part], plain: Sequence[str], width: int, height: int) -> list[Content]:
    """The parts as large as fit in a box; where not even small figures do, the first of the `plain` lines that fits.

    A figure is never cut, but in a box narrower than the shortest of those.
    """
    for figures, words, gap in _SIZES:
        columns = [(part, (figures if _is_figure(part) else words)(part.figure)) for part in parts]
        tall = max((len(rows) for _, rows in columns), default=0) + 1
        widths = [max(len(part.label), len(rows[0])) for part, rows in columns]
        if tall <= height and sum(widths) + gap * (len(parts) - 1) <= width:
            return _beside(columns, widths, tall - 1, Content(" " * gap))
    line = next((line for line in plain if len(line) <= width), plain[-1] if plain else "")
    style = parts[-1].style if parts else "$text"
    return [one_line(Content.styled(line, f"bold {style}"), width)]


def _is_figure(part: Part) -> bool:
    return part.figure[:1].isdigit()


def _beside(columns: Sequence[tuple[Part, list[str]]], widths: Sequence[int], tall: int, gap: Content) -> list[Content]:
    labels = [
        Content.styled(part.label.ljust(width), "$text-muted" if _is_figure(part) else f"bold {part.style}")
        for (part, _), width in zip(columns, widths, strict=True)
    ]
    lines = [gap.join(labels)]
    for number in range(tall):
        cells = []
        for (part, rows), width in zip(columns, widths, strict=True):
            above = (tall - len(rows)) // 2
            row = rows[number - above] if above <= number < above + len(rows) else ""
            cells.append(Content.styled(row.ljust(width), part.style))
        lines.append(gap.join(cells))
    return lines


class Figures(Widget):
    """Parts beside each other, as large as the box allows."""

    DEFAULT_CSS = """
    Figures { height: 4; width: 1fr; }
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._parts: tuple[Part, ...] = ()
        self._plain: tuple[str, ...] = ()
        self._laid: tuple[tuple[int, int], list[Content]] | None = None

    def show(self, parts: Sequence[Part], plain: Sequence[str]) -> None:
        """Show these parts, or in a small box one of the `plain` lines, the longest first. The same again costs
        nothing."""
        if (tuple(parts), tuple(plain)) != (self._parts, self._plain):
            self._parts, self._plain = tuple(parts), tuple(plain)
            self._laid = None
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width, height = self.size
        style = self.visual_style
        if self._laid is None or self._laid[0] != (width, height):
            self._laid = ((width, height), big_lines(self._parts, self._plain, max(1, width), height))
        lines = self._laid[1]
        strip = drawn(lines[y], style, self._get_style) if y < len(lines) else Strip([])
        return strip.adjust_cell_length(max(0, width), style.rich_style)
