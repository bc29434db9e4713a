"""The colours of the program, and the marks that say the same without colour.

Every text in the three themes of ours stands out from what is behind it by at least 4.5 to 1; a test walks the screen
to see. Screens name colours only by theme variable ("$text-muted", "$text-warning"), never by value.
"""

from enum import Enum

from textual.content import Content
from textual.theme import Theme


def _theme(name: str, *, dark: bool, **colours: str) -> Theme:
    """Solid colours throughout: Textual's own derive many by transparency, too faint to read at this contrast."""
    muted, text = colours["muted"], colours["text"]
    return Theme(
        name=name,
        dark=dark,
        primary=colours["primary"],
        secondary=colours["primary"],
        accent=colours["accent"],
        foreground=text,
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        boost=colours["surface"],
        success=colours["good"],
        warning=colours["warn"],
        error=colours["bad"],
        variables={
            "text": text,
            "text-muted": muted,
            "text-disabled": muted,
            "foreground-muted": muted,
            "foreground-disabled": muted,
            "text-primary": colours["primary"],
            "text-secondary": colours["primary"],
            "text-accent": colours["accent"],
            "text-success": colours["good"],
            "text-warning": colours["warn"],
            "text-error": colours["bad"],
            "border": colours["primary"],
            "border-blurred": colours["line"],
            "block-cursor-foreground": colours["on_cursor"],
            "block-cursor-background": colours["cursor"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": text,
            "block-cursor-blurred-background": colours["resting"],
            "block-cursor-blurred-text-style": "none",
            "block-hover-background": colours["resting"],
            "input-cursor-foreground": colours["background"],
            "input-cursor-background": text,
            "input-cursor-text-style": "none",
            "input-selection-foreground": colours["on_cursor"],
            "input-selection-background": colours["cursor"],
            "footer-foreground": text,
            "footer-background": colours["panel"],
            "footer-key-foreground": colours["accent"],
            "footer-description-foreground": text,
            "scrollbar": colours["line"],
            "scrollbar-hover": colours["primary"],
            "scrollbar-active": colours["primary"],
            "scrollbar-background": colours["background"],
            "scrollbar-background-hover": colours["background"],
            "scrollbar-background-active": colours["background"],
            "scrollbar-corner-color": colours["background"],
        },
    )


DARK = _theme(
    "clerk-dark",
    dark=True,
    background="#15191e",
    surface="#1d232a",
    panel="#262e37",
    line="#4a5664",
    text="#e4e8ec",
    muted="#a3afbb",
    primary="#7fb4e6",
    accent="#9ccbf3",
    cursor="#2c567f",
    on_cursor="#ffffff",
    resting="#2a333d",
    good="#8bcb9a",
    warn="#e6bd6a",
    bad="#f29a8e",
)

LIGHT = _theme(
    "clerk-light",
    dark=False,
    background="#fcfbf8",
    surface="#f3f1eb",
    panel="#e8e5dc",
    line="#a9a598",
    text="#1d2126",
    muted="#535b64",
    primary="#1c5a92",
    accent="#174c7c",
    cursor="#1c5a92",
    on_cursor="#ffffff",
    resting="#dbe5ee",
    good="#1a6333",
    warn="#734a00",
    bad="#9b2318",
)

CONTRAST = _theme(
    "clerk-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    line="#ffffff",
    text="#ffffff",
    muted="#e0e0e0",
    primary="#ffe500",
    accent="#ffe500",
    cursor="#ffe500",
    on_cursor="#000000",
    resting="#3d3d3d",
    good="#8dff9c",
    warn="#ffd24d",
    bad="#ffb0a6",
)

TERMINAL = "ansi-dark"
"""Textual's theme of the terminal's own sixteen colours, for someone whose terminal is already set as they need it."""

THEMES = (DARK, LIGHT, CONTRAST)

THEME_LABELS = {
    DARK.name: "dark",
    LIGHT.name: "light",
    CONTRAST.name: "high contrast",
    TERMINAL: "the terminal's own",
}
"""Each theme a person can choose, in the order in which they follow each other, with what it is called."""


class Tone(Enum):
    """What a piece of text means, as a mark and a colour; never the colour alone. Every console font has the marks."""

    GOOD = "√", "$text-success"
    WARN = "!", "$text-warning"
    BAD = "×", "$text-error"
    NOTE = "·", "$text-muted"
    LIVE = "●", "$text-accent"

    @property
    def mark(self) -> str:
        return self.value[0]

    @property
    def style(self) -> str:
        return self.value[1]


def toned(tone: Tone, text: Content | str) -> Content:
    """`text` with the mark of its tone before it, in its colour. A `str` here is ours, and is not read as markup."""
    return Content.assemble(f"{tone.mark} ", text).stylize_before(tone.style)
