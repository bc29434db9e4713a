"""The book as a program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.screen import Screen

from screens.book.choices import Choice
from screens.book.screen import BookScreen
from screens.kit.app import ClerkApp, run_app
from screens.kit.themes import DARK


class BookApp(ClerkApp[None]):
    """The book of a home. `choice` is what was chosen, None where the book was left."""

    TITLE = "clerk"

    def __init__(
        self, home: Path, view: int = 0, said: str = "", *, theme: str = DARK.name, log: Path | None = None
    ) -> None:
        super().__init__(theme=theme, log=log)
        self.book = BookScreen(home, view, said, self.chosen)
        self.choice: Choice | None = None

    def first_screen(self) -> Screen[Any]:
        return self.book

    def chosen(self, choice: Choice) -> None:
        """Ends the book with a choice."""
        self.choice = choice
        self.exit()


def open_book(
    home: Path, view: int = 0, said: str = "", *, theme: str = DARK.name, log: Path | None = None
) -> tuple[Choice | None, int, int]:
    """Runs the book on the terminal, at one of its views with something said: what was chosen (None: it was left), the
    view that stood open, and the exit code."""
    app = BookApp(home, view, said, theme=theme, log=log)
    code = run_app(app)
    return app.choice if code == 0 else None, app.book.view, code
