"""Measuring whether text stands out from what is behind it, by the WCAG formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rich.color import Color
from rich.style import Style
from textual.app import App


@dataclass(frozen=True)
class Faint:
    """A piece of text that is too faint."""

    text: str
    ratio: float
    colour: str
    background: str
    column: int
    row: int


def low_contrast(app: App[Any], minimum: float = 4.5) -> list[Faint]:
    """The pieces of text on the screen whose contrast is below `minimum`.

    Lines and blocks drawn with characters are not text. Nor can colours be measured that the terminal chooses.
    """
    faint = []
    for row, strip in enumerate(app.screen._compositor.render_strips()):
        column = 0
        for segment in strip:
            if segment.control is None and _says_something(segment.text) and segment.style is not None:
                measured = _ratio(segment.style)
                if measured is not None and measured[0] < minimum:
                    ratio, colour, background = measured
                    faint.append(Faint(segment.text.strip(), round(ratio, 2), colour, background, column, row))
            column += segment.cell_length
    return faint


def _says_something(text: str) -> bool:
    return any(not character.isspace() and not "\u2500" <= character <= "\u259f" for character in text)


def _ratio(style: Style) -> tuple[float, str, str] | None:
    colours = [style.color, style.bgcolor]
    if style.reverse:
        colours.reverse()
    front, back = (_rgb(colour) for colour in colours)
    if front is None or back is None:
        return None
    if style.dim:
        front = tuple((one + other) / 2 for one, other in zip(front, back, strict=True))
    light, dark = sorted((_luminance(front), _luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05), _hex(front), _hex(back)


def _rgb(colour: Color | None) -> tuple[float, ...] | None:
    if colour is None or colour.is_default or colour.triplet is None:
        return None
    return tuple(float(part) for part in colour.triplet)


def _luminance(rgb: tuple[float, ...]) -> float:
    def linear(part: float) -> float:
        part /= 255
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(rgb: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in rgb)
