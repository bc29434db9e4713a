"""Containers that keep out of the way of keys."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen

from screens.kit.containers import Across, Down
from screens.kit.lines import Lines
from screens.kit.rows import Row


class Heeding(Across):
    """Would note every key that came to it."""

    seen = 0

    def on_key(self, event: events.Key) -> None:
        self.seen += 1


class Home(Screen[None]):
    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []
        self.pastes: list[str] = []

    def compose(self) -> ComposeResult:
        with Heeding(), Down():
            yield Lines([Row(Content("one"), "one")], cursor=True)

    def on_key(self, event: events.Key) -> None:
        self.keys.append(event.key)

    def on_paste(self, event: events.Paste) -> None:
        self.pastes.append(event.text)


class Demo(App[None]):
    def get_default_screen(self) -> Home:
        return Home()


async def test_keys_and_pastes_go_past_a_container_to_the_screen() -> None:
    app = Demo()
    async with app.run_test() as pilot:
        await pilot.press("x", "down")
        app.query_one(Lines).post_message(events.Paste("words"))
        await pilot.pause()
        assert isinstance(app.screen, Home)
        assert (app.screen.keys, app.screen.pastes) == (["x", "down"], ["words"])
        assert app.query_one(Lines).cursor == "one"
        assert app.query_one(Heeding).seen == 0


async def test_they_lay_out_as_textuals_own_do() -> None:
    app = Demo()
    async with app.run_test():
        assert app.query_one(Heeding).styles.layout is not None
        assert app.query_one(Heeding).styles.layout.name == "horizontal"
        assert isinstance(app.query_one(Across), Horizontal)
        assert app.query_one(Down).styles.layout is not None
