"""What may follow what is typed: shown after the caret, and taken by keys that otherwise do nothing there."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual import events
from textual.widgets import TextArea

Offers = Callable[[str, int], tuple[str, ...]]
"""Given what is typed, the words that may follow: the rest of the one begun first. 1 gives the next best, and so on; ()
where there is none."""

NO_SPACE_BEFORE = frozenset(",.;:)?!")
"""Before these the space goes again that came with a word that was taken."""


class Offered:
    """What is offered after a text, by the text alone: no field."""

    def __init__(self, offers: Offers) -> None:
        self._offers = offers
        self._place = 0
        self._of = ""
        """The text that the offer was made for."""
        self._going_on: tuple[str, tuple[str, ...]] | None = None
        """After a word was taken: the text then, and the words of the offer that are left."""
        self._spaced = ""
        """The text as it stood when a word was taken with the space after it."""
        self._all: tuple[str, ...] = ()
        self.words: tuple[str, ...] = ()
        """The words that are shown: no key takes one that cannot be seen."""

    def show(self, text: str, room: int = 1_000) -> None:
        """What may follow a text, as much of it as there is room for: whole words, the first at least."""
        if text == self._of:
            return
        self._place = 0
        self._put((self._left(text) or self._offers(text, self._place)) if text.strip() else (), room)
        self._of = text

    def _put(self, words: tuple[str, ...], room: int) -> None:
        fit = 1
        while fit < len(words) and cell_len(" ".join(words[: fit + 1])) <= room:
            fit += 1
        self._all, self.words = words, words[:fit]

    def hide(self) -> None:
        """Nothing is offered where the caret is."""
        self.words, self._of = (), ""

    def take(self, text: str, count: int) -> str:
        """What is typed when so many words are taken after a text: a space follows, but not after "name="."""
        taken, left = " ".join(self.words[:count]), self._all[count:]
        typed = taken if taken.endswith("=") else f"{taken} "
        self._spaced = text + typed if typed != taken else ""
        self._going_on = (text + typed, left) if left else None
        self.words = ()
        return typed

    def is_there(self, text: str, character: str) -> bool:
        """Whether a space that is typed stands there already, with the word that was taken."""
        if character != " " or not self._spaced or text != self._spaced:
            return False
        self._spaced = ""
        return True

    def drops_space(self, text: str, character: str | None) -> bool:
        """Whether the space that came with a word goes again before a character."""
        return bool(self._spaced) and text == self._spaced and character is not None and character in NO_SPACE_BEFORE

    def next_best(self, text: str, room: int = 1_000) -> None:
        """The next best in place of what is shown; after the last, the first again."""
        self._going_on, self._of = None, text
        self._place += 1
        self._put(self._offers(text, self._place), room)
        if not self.words:
            self._place = 0
            self._put(self._offers(text, 0), room)

    def _left(self, text: str) -> tuple[str, ...]:
        """What is left of an offer of which a word was taken, while what is typed goes along with it."""
        if self._going_on is None or self._place:
            return ()
        taken, words = self._going_on
        typed, rest = text[len(taken) :], " ".join(words)
        if not text.startswith(taken) or not rest.startswith(typed) or len(rest) - len(typed) < 2:
            self._going_on = None
            return ()
        rest = rest[len(typed) :]
        return () if rest.startswith(" ") else tuple(rest.split(" "))


class Ghost:
    """The ghost text of a field. It stands only at the end of what is typed, and only there do its keys act: Right
    takes the next word, Ctrl+Right all, Alt+Right shows the next best in its place; Tab too where `tab` says so."""

    def __init__(self, entry: TextArea) -> None:
        self._entry = entry
        self._offered: Offered | None = None
        self.tab = False

    def offer(self, offers: Offers) -> None:
        """Words are offered from now on."""
        self._offered = Offered(offers)

    def update(self) -> None:
        """Shows what may follow now."""
        if self._offered is None:
            return
        entry = self._entry
        if self._at_end:
            self._offered.show(entry.text, self._room)
        else:
            self._offered.hide()
        entry.suggestion = " ".join(self._offered.words)

    @property
    def _room(self) -> int:
        """Columns from the caret to the end of its row."""
        width = self._entry.wrap_width
        return (width or 1_000) - self._entry.wrapped_document.location_to_offset(self._entry.cursor_location).x

    @property
    def _at_end(self) -> bool:
        return self._entry.cursor_at_end_of_text and self._entry.selection.is_empty

    def key(self, event: events.Key) -> bool:
        """A key before the field sees it; true when it has been dealt with."""
        offered, entry = self._offered, self._entry
        if offered is None or not self._at_end:
            return False
        if event.character:
            text = entry.text
            if offered.is_there(text, event.character):
                return True
            if offered.drops_space(text, event.character):
                row, column = entry.cursor_location
                entry.replace("", (row, column - 1), (row, column))
        if not offered.words:
            return False
        if event.key == "right" or (self.tab and event.key == "tab"):
            self.take(1)
        elif event.key == "ctrl+right":
            self.take()
        elif event.key == "alt+right":
            self.next_best()
        else:
            return False
        return True

    def next_best(self) -> None:
        """Shows the next best in place of what is offered."""
        if self._offered is not None and self._offered.words:
            self._offered.next_best(self._entry.text, self._room)
            self._entry.suggestion = " ".join(self._offered.words)

    def take(self, count: int | None = None) -> None:
        """Takes so many words of what is offered, or all."""
        offered, entry = self._offered, self._entry
        if offered is None or not offered.words:
            return
        # One Ctrl+Z gives it back, and nothing typed before it.
        entry.history.checkpoint()
        entry.replace(
            offered.take(entry.text, count or len(offered.words)), *entry.selection, maintain_selection_offset=False
        )
        entry.history.checkpoint()
        self.update()
