"""`clerk guide`: the guide by itself."""

from pathlib import Path
from typing import Any

from textual.screen import Screen

from screens.guide.screen import GuideScreen
from screens.kit.app import ClerkApp, run_app


class GuideApp(ClerkApp[None]):
    """The guide, open at a chapter; leaving it leaves the program."""

    def __init__(self, chapter: str, *, theme: str = "clerk-dark", log: Path | None = None) -> None:
        super().__init__(theme=theme, log=log)
        self._chapter = chapter

    def first_screen(self) -> Screen[Any]:
        """An empty one, under the guide."""
        return Screen()

    def on_mount(self) -> None:
        self.push_screen(GuideScreen(self._chapter), lambda _: self.exit())


def open_guide(chapter: str, *, theme: str = "clerk-dark", log: Path | None = None) -> int:
    """Runs the guide on the terminal and gives the exit code."""
    return run_app(GuideApp(chapter, theme=theme, log=log))
