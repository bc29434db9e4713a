"""The book's screen: views side by side, words that narrow them, and what can be done with the row under the cursor."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer

from clerk.names import plain
from screens.book.choices import Choice, Offer
from screens.book.tabs import views
from screens.book.views import WIDEST, Progress, Thing, View
from screens.kit.keys import typed_by
from screens.kit.line import Passage, Said
from screens.kit.lines import Lines
from screens.kit.rows import Row
from store.errors import StoreError

SEARCH_AFTER = 0.3
"""Seconds after a key before what is typed is looked for."""

FIND = 3

PATIENCE = 0.4
"""Seconds after which it is said how far reading has come."""


class BookScreen(Screen[None]):
    """Letters narrow the list; Enter asks what to do with the row, and Enter again does the first of it. What was found
    is opened by Enter alone, and Tab asks. ← and → turn to another view, `/` to Find."""

    CSS = """
    BookScreen { layout: vertical; background: $background; overflow: hidden; }
    BookScreen #tabs { background: $panel; color: $text; padding: 0 1; height: 1; }
    BookScreen #typed { height: 1; padding: 0 1; color: $text-accent; }
    BookScreen Lines { height: 1fr; padding: 0 1; }
    BookScreen #offers { height: auto; padding: 0 1; background: $surface; color: $text; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Previous view", priority=True),
        Binding("right", "turn(1)", "Next view", priority=True),
        Binding("tab", "ask", "What can be done", priority=True),
        Binding("escape", "back", "Back"),
        Binding("ctrl+q", "app.quit", "Leave"),
    ]

    def __init__(self, home: Path, view: int, said: str, chosen: Callable[[Choice], None]) -> None:
        super().__init__()
        self._views: list[View] = views(home)
        self.view = view
        self._said = said
        self._chosen = chosen
        self._typed = ""
        self._things: dict[str, Thing] = {}
        self._asking: Thing | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Said(id="tabs")
        yield Said(id="typed")
        yield Lines(id="rows", cursor=True, chooses=True)
        yield Passage(id="offers")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Lines))
        self._turn_to(self.view)

    @property
    def shows(self) -> bool:
        """Whether it shows something that can be opened or read."""
        return bool(self._things)

    # -- views -----------------------------------------------------------------------------------------------------

    def action_turn(self, by: int) -> None:
        """To the view beside."""
        self._turn_to((self.view + by) % len(self._views))

    def _turn_to(self, view: int) -> None:
        self.view, self._typed, self._asking = view, "", None
        self._all: list[Thing] = []
        tabs = [
            (f" {one.name} ", "reverse bold" if number == view else "$text-muted")
            for number, one in enumerate(self._views)
        ]
        self.query_one("#tabs", Said).say(Content.assemble(*tabs))
        self._show([], "Reading …")
        # After the paint, so that the book stands at once, however many meetings there are.
        self.call_after_refresh(self._load)

    def _load(self) -> None:
        one = self._views[self.view]
        self.run_worker(lambda: self._read(one, self._typed), thread=True, exclusive=True, exit_on_error=False)

    def _read(self, view: View, words: str) -> None:
        try:
            things, wrong = view.things(words, self._telling(view)), ""
        except (OSError, StoreError, sqlite3.Error) as error:
            things, wrong = [], f"This cannot be shown: {error}"
        self.app.call_from_thread(self._came, view, things, wrong)

    def _telling(self, view: View) -> Progress:
        """Says how far reading has come, where it takes longer than a moment."""
        last = time.monotonic()

        def told(done: int, of: int) -> None:
            nonlocal last
            if (now := time.monotonic()) - last >= PATIENCE:
                last = now
                self.app.call_from_thread(self._reading, view, f"Reading {done:,} of {of:,} meetings …")

        return told

    def _reading(self, view: View, said: str) -> None:
        if view is self._views[self.view]:
            self.query_one(Lines).show([Row(Content(said), style="$text-muted")])

    def _came(self, view: View, things: list[Thing], wrong: str) -> None:
        if view is self._views[self.view]:
            self._all = things
            self._narrow(wrong)

    def _narrow(self, wrong: str = "") -> None:
        view = self._views[self.view]
        wanted = plain(self._typed)
        shown = self._all
        if wanted and not view.searches:
            shown = [one for one in shown if one.key is not None and wanted in one.words]
        nothing = f"Nothing has “{self._typed}”." if self._typed else view.empty
        self._show(shown[:WIDEST], wrong or nothing)

    def _show(self, things: list[Thing], empty: str) -> None:
        lines = self.query_one(Lines)
        self._things = {str(one.key): one for one in things}
        rows = [one.row for one in things] or [Row(Content(empty), style="$text-muted")]
        lines.show(rows)
        lines.cursor = next((one.key for one in things if one.key is not None), None)
        self._say_typed()
        self._say_keys()

    def _say_keys(self) -> None:
        """What was done last, and what the keys do here."""
        enter = "Enter opens it   Tab what else" if self._views[self.view].searches else "Enter what can be done"
        keys = Content.styled(f"{enter}   ← → views   / find   Esc leaves", "$text-muted")
        said = Content(f"{self._said}\n") if self._said else Content("")
        self.query_one("#offers", Passage).say(said + keys)

    def _say_typed(self) -> None:
        view = self._views[self.view]
        asks = "Find" if view.searches else "Narrow"
        typed = (
            Content(f"{asks}: {self._typed}▏") if self._typed else Content.styled(f"{asks}: type words", "$text-muted")
        )
        self.query_one("#typed", Said).say(typed)

    # -- keys ------------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A letter narrows the list, or answers what to do."""
        if self._asking is not None:
            self._answer(self._asking, event)
        elif event.key == "backspace":
            self._type(self._typed[:-1])
        elif event.character == "/" and not self._views[self.view].searches:
            self._turn_to(FIND)
        elif character := typed_by(event):
            self._type(self._typed + character)
        else:
            return
        event.stop()
        event.prevent_default()

    def _type(self, words: str) -> None:
        self._typed, self._said = words, ""
        self._say_typed()
        if not self._views[self.view].searches:
            self._narrow()
            return
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SEARCH_AFTER, self._load)

    @on(Lines.Chosen)
    def _enter(self, message: Lines.Chosen) -> None:
        """Enter on a row: opens what was found; else asks what to do with it, and asked, does the first of it."""
        thing = self._asking or self._things.get(message.key)
        if thing is not None and thing.offers:
            if self._asking or self._views[self.view].searches:
                self._do(thing, thing.offers[0])
            else:
                self._ask(thing)

    def action_ask(self) -> None:
        """What can be done with the row under the cursor."""
        thing = self._things.get(self.query_one(Lines).cursor or "")
        if thing is not None and thing.offers:
            self._ask(thing)

    def _ask(self, thing: Thing) -> None:
        self._asking = thing
        offers = "   ".join(f"{'Enter' if one.key == 'enter' else one.key} {one.label}" for one in thing.offers)
        self.query_one("#offers", Passage).say(Content(f"{thing.row.text.plain.strip()}\n{offers}   Esc back"))

    def _answer(self, thing: Thing, event: events.Key) -> None:
        offer = next((one for one in thing.offers if one.key == event.key), None)
        if offer is not None:
            self._do(thing, offer)
        else:
            self._stop_asking()

    def _do(self, thing: Thing, offer: Offer) -> None:
        self._asking = None
        self._chosen(thing.choice._replace(deed=offer.deed))

    def _stop_asking(self) -> None:
        self._asking = None
        self._say_keys()

    def action_back(self) -> None:
        """Esc: takes back the question, then the words, then leaves."""
        if self._asking is not None:
            self._stop_asking()
        elif self._typed:
            self._type("")
        else:
            self._chosen(Choice("leave"))
