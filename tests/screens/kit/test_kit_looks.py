"""What can be read, in every theme, without colour, and whatever has been typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from contrast import Faint, low_contrast
from kit_demo import EVIL, DemoApp
from looking import flat, png, text
from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from screens.kit.field import Field, OneLine
from screens.kit.lines import Lines
from screens.kit.themes import THEME_LABELS, THEMES, Tone, toned

SIZES = [(80, 24), (120, 36)]


async def everything(app: DemoApp, size: tuple[int, int]) -> list[Faint]:
    """What is too faint in any of the states that the demo screen can be brought into."""
    faint: list[Faint] = []
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        faint += low_contrast(app)
        await pilot.press("down", "ctrl+c")
        await pilot.pause(0.1)
        faint += low_contrast(app)
        app.screen.query_one("#line", OneLine).begin(":vo")
        await pilot.pause()
        faint += low_contrast(app)
        app.screen.query_one("#field", Field).begin("Some words")
        app.screen.query_one("#field", Field).select_all()
        await pilot.pause()
        faint += low_contrast(app)
        app.screen.query_one("#field", Field).begin("(bracket)")
        await pilot.press("f1")
        await pilot.pause()
        faint += low_contrast(app)
        await pilot.press("escape", "ctrl+p")
        await pilot.pause(0.1)
        faint += low_contrast(app)
        await pilot.press("v", "o")
        await pilot.pause(0.1)
        faint += low_contrast(app)
    return faint


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_text_stands_out(theme: str) -> None:
    assert await everything(DemoApp(theme=theme), (80, 24)) == []


async def test_every_text_stands_out_in_grey(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = DemoApp()
    assert await everything(app, (80, 24)) == []
    assert app.no_color


async def test_what_is_too_faint_is_found() -> None:
    class Grey(App[None]):
        CSS = "Static { color: #777777; background: #888888; } #lines { background: #777777; }"

        def compose(self) -> ComposeResult:
            yield Static("words")
            yield Static("────", id="lines")

    app = Grey()
    async with app.run_test(size=(20, 3)) as pilot:
        await pilot.pause()
        assert [(faint.text, faint.row, faint.column) for faint in low_contrast(app)] == [("words", 0, 0)]


async def test_nothing_is_said_by_colour_alone() -> None:
    marks = {tone.mark for tone in Tone}
    assert len(marks) == len(Tone)
    assert toned(Tone.WARN, Content(EVIL)).plain == f"! {EVIL}"
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = text(app)
        assert "›2  Declarations" in screen
        assert "› 3" in screen or "›3  √ Carried" in screen
        assert "! Recorded after" in screen
        assert "× Not quorate" in screen


async def test_the_terminals_own_colours_can_be_used() -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in THEME_LABELS:
            app.action_colours()
            await pilot.pause()
            seen.append(app.theme)
            assert "Library hours" in text(app)
        assert set(seen) == set(THEME_LABELS)


@pytest.mark.parametrize("size", SIZES)
async def test_what_a_clerk_types_is_shown_whole_by_every_widget(size: tuple[int, int]) -> None:
    app = DemoApp()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for name in ["#agenda", "#record", "#question", "#field", "#filled", "#line", "#said"]:
            widget = app.screen.query_one(name)
            lines = text(app).splitlines()
            region = widget.region
            inside = [line[region.x : region.right] for line in lines[region.y : region.bottom]]
            seen = "".join("".join(inside).replace("▌", "").replace("19:04", "").split())
            assert "".join(EVIL.split()) in seen, name
        field = app.screen.query_one("#field", Field)
        field.begin(f"X{EVIL}")
        await pilot.press("enter")
        await pilot.pause()
        assert "".join(f"X{EVIL}".split()) in "".join(flat(app).split())
        app.screen.query_one("#line", OneLine).begin(EVIL)
        await pilot.pause()
        assert app.screen.query_one("#line", OneLine).text == EVIL


async def test_the_screen_survives_being_small_and_comes_back() -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = text(app)
        for overlay in [None, "question_mark", "ctrl+p"]:
            if overlay:
                await pilot.press(overlay)
            for size in [(20, 5), (4, 2), (1, 1), (120, 36), (80, 24)]:
                await pilot.resize_terminal(*size)
                await pilot.pause()
                text(app)
            if overlay:
                await pilot.press("escape")
        assert text(app) == before
        lines = app.screen.query_one("#record", Lines)
        assert lines.cursor == "v1"


async def test_a_window_made_small_and_large_at_once_is_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        painted = ""
        display = app._display

        def watched(screen: Any, what: Any) -> None:
            nonlocal painted
            painted += "" if what is None else what.render_segments(app.console)
            display(screen, what)

        monkeypatch.setattr(app, "_display", watched)
        for size in [Size(20, 5), Size(80, 24)]:
            app.post_message(events.Resize(size, size))
        await pilot.pause(0.05)
        assert "Community Leadership" in painted


async def test_a_picture_can_be_taken(tmp_path: Path) -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert png(app, tmp_path / "demo.png").stat().st_size > 1000


def test_the_kit_loads_nothing_that_the_first_paint_does_not_need() -> None:
    code = (
        "import sys; from screens.kit import app, commands, common, field, keybar, line, lines, screen, themes; "
        "late = ['textual.widgets._markdown', 'textual.widgets._footer', 'textual.widgets._data_table', 'markdown_it',"
        " 'docx', 'jinja2', 'arrow', 'tinydb', 'screens.kit.palette', 'screens.kit.help_screen', 'screens.kit.keymap'];"
        "print([name for name in late if name in sys.modules])"
    )
    root = Path(__file__).parents[3]
    run = subprocess.run([sys.executable, "-B", "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
