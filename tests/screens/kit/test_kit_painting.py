"""Painting a change, and no more than the change."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from random import Random

from kit_demo import DemoApp
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
        for _ in range(100):
            changed = [somewhere(random) for _ in range(random.choice((1, 2, 4)))]
            ours = await painted(app, changed, ours=True)
            assert ours == await painted(app, changed, ours=False), changed
            assert ours


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
    app = DemoApp()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        for _ in range(3):
            await pilot.press("question_mark")
            assert isinstance(app.screen, HelpScreen)
            await pilot.press("escape")
        await pilot.pause()
        gc.collect()
        on_screen = {id(widget._styles_cache) for widget in [app.screen, *app.screen.walk_children()]}
        kept = [thing for thing in gc.get_objects() if isinstance(thing, StylesCache) and id(thing) not in on_screen]
        assert sum(len(cache._cache) for cache in kept) == 0
