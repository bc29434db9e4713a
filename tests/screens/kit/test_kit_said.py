"""Lines that say one thing."""

from __future__ import annotations

from looking import text
from textual.app import App, ComposeResult
from textual.content import Content

from screens.kit.line import Passage, Said


class Speaker(App[None]):
    CSS = "#three { height: 3; } #long { max-height: 3; }"

    def __init__(self) -> None:
        super().__init__()
        self.layouts = 0

    def compose(self) -> ComposeResult:
        yield Said(Content("one"), Content("19:42"), id="one")
        yield Said(Content("three"), id="three")
        yield Passage(Content("long"), id="long")
        yield Said(Content("below"), id="below")


def shown(app: App[None]) -> list[str]:
    return [line.rstrip() for line in text(app).splitlines()]


async def test_new_words_never_cause_a_new_layout() -> None:
    app = Speaker()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        layouts = app.screen._layout_updates
        for words in ["a", "[/b] " * 30, "line\nline\nline\nline", ""]:
            app.query_one("#one", Said).say(Content(words))
            app.query_one("#three", Said).say(Content(words))
            await pilot.pause()
            assert all(not widget._layout_required for widget in app.query(Said))
        assert app.screen._layout_updates == layouts


async def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    app = Speaker()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        app.query_one("#one", Said).say(Content("All eight for: the motion is carried"))
        app.query_one("#three", Said).say(Content("word " * 40))
        await pilot.pause()
        lines = shown(app)
        assert lines[0] == "All eight for: the moti… 19:42"
        assert lines[1].startswith("word word")
        assert lines[3].endswith("…")
        assert lines[4] == "long"


async def test_the_right_part_gives_way_to_the_words() -> None:
    app = Speaker()
    async with app.run_test(size=(14, 8)) as pilot:
        await pilot.pause()
        assert shown(app)[0] == "one"


async def test_a_passage_is_as_tall_as_its_words_up_to_a_point() -> None:
    app = Speaker()
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.pause()
        assert shown(app)[5] == "below"
        app.query_one("#long", Passage).say(Content("one two three four five six"))
        await pilot.pause()
        assert shown(app)[4:7] == ["one two three four", "five six", "below"]
        app.query_one("#long", Passage).say(Content("word " * 40))
        await pilot.pause()
        assert shown(app)[6].endswith("…")
        assert shown(app)[7] == "below"


async def test_no_size_is_too_small() -> None:
    app = Speaker()
    async with app.run_test(size=(30, 8)) as pilot:
        for width, height in [(w, h) for w in range(9) for h in range(4)]:
            for said in app.query(Said):
                said.styles.width, said.styles.height = width, height
                said.say(Content(f"数字 {width} {height}"), Content("右"))
            await pilot.pause()
            text(app)
