"""The review as a program: run before a meeting is made, or papers are added to one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual import on
from textual.screen import Screen

from screens.kit.app import ClerkApp, run_app
from screens.kit.themes import DARK
from screens.review.screen import ReviewScreen
from store.packs.reviewing import Review
from store.packs.unfinished import Keep, kept_nowhere


class ReviewApp(ClerkApp[bool]):
    """One review. Ends with True where what was found is to be used."""

    TITLE = "clerk"

    def __init__(
        self,
        review: Review,
        title: str,
        keep: Keep = kept_nowhere,
        *,
        theme: str = DARK.name,
        log: Path | None = None,
    ) -> None:
        super().__init__(theme=theme, log=log)
        self.review = review
        self._review_screen = ReviewScreen(review, title, keep)
        self.used = False

    def first_screen(self) -> Screen[Any]:
        return self._review_screen

    @on(ReviewScreen.Finished)
    def _finished(self, message: ReviewScreen.Finished) -> None:
        self.used = message.used
        self.exit(message.used)


def open_review(
    review: Review,
    title: str,
    keep: Keep = kept_nowhere,
    *,
    theme: str = DARK.name,
    log: Path | None = None,
) -> tuple[bool, int]:
    """Runs the review on the terminal: whether what was found is to be used, and the exit code. `keep` is given how
    far it has come, after each change."""
    app = ReviewApp(review, title, keep, theme=theme, log=log)
    code = run_app(app)
    return app.used and code == 0, code
