"""Characters that nobody sees, which turn words about or part them: shown to the clerk, left out of what is published.

A name or a text that came from elsewhere may hold a bidirectional override, which shows what follows backwards, or
characters of no width, which make two names that look alike two. The record keeps what it was given.
"""

import re

HIDDEN = re.compile(
    "["
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
"""Marks, overrides and isolates of direction; spaces, joiners, fillers, selectors and tags that have no width."""

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal obeys instead of showing it; a line end and a tab are not among them."""

UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
"""What no file of minutes can hold, or no two programs show alike: controls, halves of pairs, private characters."""

UNSEEN = re.compile(f"{HIDDEN.pattern}|{CONTROLS.pattern}|{UNWRITABLE.pattern}|[\u2028\u2029]")
"""All that must not reach a screen as it is."""

_BULLETS = dict.fromkeys("\uf0b7\uf0a7", "•")
"""What the fonts Symbol and Wingdings have in the place of a bullet, as a paste from Word brings it."""

_MARK = re.compile("‹U\\+([0-9A-F]{2,6})›")


def mark(character: str) -> str:
    """What stands on the screen for a character that would not be seen: `‹U+202E›`."""
    return f"‹U+{ord(character):04X}›"


def shown(text: str) -> str:
    """The text as the clerk is to see it: a mark where there is a hidden character."""
    return text if text.isascii() else HIDDEN.sub(lambda found: mark(found[0]), text)


def writable(text: str) -> str:
    """The text as it can be kept: a bullet where Word's symbols have theirs, and the mark itself, for everybody to
    see, in the place of what cannot be written."""
    return UNWRITABLE.sub(lambda found: _BULLETS.get(found[0]) or mark(found[0]), text)


def as_given(text: str) -> str:
    """The text behind what was `shown`: hidden characters again in the place of their marks."""
    return text if text.isascii() else _MARK.sub(_character, text)


def left_out(text: str) -> str:
    """The text as it is published: without hidden characters."""
    return text if text.isascii() else HIDDEN.sub("", text)


def for_a_terminal(text: str) -> str:
    """The text as it may be printed on a terminal, whatever is in it: marks also for what a terminal would obey."""
    return UNSEEN.sub(lambda found: mark(found[0]), text)


def as_a_name(text: str) -> str:
    """A name, of a file perhaps, as it may be printed among other words: marks for line ends too, behind which what
    follows would pass for words of ours."""
    return for_a_terminal(text).replace("\n", mark("\n"))


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    character = chr(number) if number <= 0x10FFFF else ""
    return character if HIDDEN.fullmatch(character) else found[0]
