"""Painting a change, and no more than the change."""

from __future__ import annotations

import gc
import re
from collections.abc import Sequence
from random import Random

from kit_demo import DemoApp
from rich.cells import cell_len
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual.geometry import Region

from screens.kit.help_screen import HelpScreen
from screens.kit.painting import Painter

WIDTH, HEIGHT = 100, 24


def somewhere(random: Random) -> Region:
    """A part of the screen; now and then a line or a column."""
    x, y = random.randrange(WIDTH), random.randrange(HEIGHT)
    part = Region(x, y, random.choice((1, 7, WIDTH)), random.choice((1, 1, 5, HEIGHT)))
    return part.intersection(Region(0, 0, WIDTH, HEIGHT))


class Terminal(dict[tuple[int, int], tuple[str, str]]):
    """What stands on a terminal, by column and row: a character and how it looks."""

    def write(self, data: str) -> int:
        """Writes bytes as they are sent; gives how many characters they put on the screen."""
        x, y, look, put = 0, 0, "", 0
        for move_y, move_x, style, words in _SENT.findall(data):
            if move_y:
                x, y = int(move_x) - 1, int(move_y) - 1
            elif style:
                look = "" if style == "0" else style
            else:
                for character in words:
                    self[x, y] = (character, look)
                    x, put = x + cell_len(character), put + 1
        return put


_SENT = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|([^\x1b]+)")


async def painted(app: DemoApp, changed: Sequence[Region], *, ours: bool) -> str:
    """The bytes that a change of these parts would send to the terminal."""
    painter = app.screen._compositor
    painter._dirty_regions = set(changed)
    update = painter.render_partial_update() if ours else Compositor.render_partial_update(painter)
    return update.render_segments(app.console) if update else ""


async def test_a_change_is_painted_as_textual_would_paint_it() -> None:
    random = Random(1)
    app = DemoApp()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        app.notify("This lies over what is painted.", timeout=60)
        await pilot.pause()
        assert isinstance(app.screen._compositor, Painter)
        here, there = Terminal(), Terminal()
        for _ in range(100):
            changed = [somewhere(random) for _ in range(random.choice((1, 2, 4)))]
            here.write(await painted(app, changed, ours=True))
            there.write((await painted(app, changed, ours=False)).replace("\n", ""))
            seen = [(x, y) for part in changed for y in part.line_range for x in part.column_range]
            assert [here.get(cell) for cell in seen] == [there.get(cell) for cell in seen], changed
            await pilot.press(random.choice(("up", "down", "u", "o", "A", "b", "enter", "escape")))


async def test_what_stands_on_the_terminal_already_is_not_written_again() -> None:
    app = DemoApp()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        terminal = Terminal()
        whole = [Region(0, 0, WIDTH, HEIGHT - 1)]
        assert terminal.write(await painted(app, whole, ours=True)) > WIDTH * HEIGHT / 2
        assert await painted(app, whole, ours=True) == ""
        await pilot.press("o")
        assert 0 < terminal.write(await painted(app, whole, ours=True)) <= WIDTH
        assert "Out" in "".join(terminal[x, HEIGHT - 2][0] for x in range(WIDTH))


async def test_what_another_screen_lay_over_is_written_again() -> None:
    app = DemoApp()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        whole = [Region(0, 0, WIDTH, HEIGHT - 1)]
        first = await painted(app, whole, ours=True)
        await pilot.press("question_mark")
        await pilot.press("escape")
        await pilot.pause()
        assert await painted(app, whole, ours=True) == first


async def test_what_a_change_does_not_touch_is_not_drawn() -> None:
    app = DemoApp()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        drew: list[str] = []
        for widget in app.screen._compositor.visible_widgets:
            was = widget.render_lines

            def render_lines(crop: Region, widget=widget, was=was):  # type: ignore[no-untyped-def]
                drew.append(f"{type(widget).__name__} {crop.height}")
                return was(crop)

            widget.render_lines = render_lines  # type: ignore[method-assign]
        await painted(app, [Region(2, HEIGHT - 1, 5, 1)], ours=True)
        assert drew == ["KeyBar 1"]


async def test_nothing_changed_is_nothing_painted() -> None:
    app = DemoApp()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        assert await painted(app, [], ours=True) == ""


async def test_nothing_that_was_painted_outlives_its_screen() -> None:
    # What a test before this one left, if it failed, is held by what is told of its failure.
    of_others = [thing for thing in gc.get_objects() if isinstance(thing, StylesCache)]
    app = DemoApp()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        for _ in range(3):
            await pilot.press("question_mark")
            assert isinstance(app.screen, HelpScreen)
            await pilot.press("escape")
        await pilot.pause()
        gc.collect()
        known = {id(widget._styles_cache) for widget in [app.screen, *app.screen.walk_children()]}
        known |= {id(thing) for thing in of_others}
        kept = [thing for thing in gc.get_objects() if isinstance(thing, StylesCache) and id(thing) not in known]
        assert sum(len(cache._cache) for cache in kept) == 0
