"""The pane of rows."""

from __future__ import annotations

from typing import Any

import pytest
from looking import text
from textual.app import App, ComposeResult
from textual.content import Content

from screens.kit import rows as kit_rows
from screens.kit.lines import Lines
from screens.kit.rows import Row


def row(key: str, words: str | None = None, right: str | None = None) -> Row:
    return Row(Content(words or f"row {key}"), key, left=Content(key), right=None if right is None else Content(right))


def rows(*keys: str) -> list[Row]:
    return [row(key) for key in keys]


class Pane(App[None]):
    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self.lines = lines
        self.moves: list[str | None] = []
        self.choices: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.lines

    def on_lines_moved(self, message: Lines.Moved) -> None:
        self.moves.append(message.key)

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        self.choices.append(message.key)


def shown(app: App[None]) -> list[str]:
    return [line.rstrip() for line in text(app).splitlines()]


async def test_a_row_wraps_beside_its_left_part_and_before_its_right_part() -> None:
    lines = Lines([Row(Content("Heading")), row("1", "one two three four five", "19:04")], left=3)
    async with Pane(lines).run_test(size=(24, 5)) as pilot:
        await pilot.pause()
        assert shown(pilot.app)[:4] == ["Heading", "1  one two three  19:04", "   four five", ""]


async def test_without_wrapping_a_row_has_one_line_and_says_that_more_is_left_out() -> None:
    lines = Lines([row("1", "one two three four five\nsix")], left=3, wrap=False)
    async with Pane(lines).run_test(size=(16, 3)) as pilot:
        await pilot.pause()
        assert shown(pilot.app) == ["1  one two thr…", "", ""]


async def test_the_cursor_keeps_its_key_when_rows_come_and_go_around_it() -> None:
    lines = Lines(rows("a", "b", "c"), cursor=True)
    async with Pane(lines).run_test(size=(20, 8)) as pilot:
        await pilot.press("tab", "down", "down")
        assert lines.cursor == "b"
        lines.show(rows("x", "c", "y", "b", "a"))
        await pilot.pause()
        assert lines.cursor == "b"
        assert [line for line in shown(pilot.app) if line.startswith("›")] == ["›b row b"]
        assert pilot.app.moves == ["a", "b"]  # type: ignore[attr-defined]


async def test_a_cursor_whose_row_goes_stands_on_the_nearest_row_that_stays_and_says_so() -> None:
    app = Pane(Lines(rows("a", "b", "c", "d"), cursor=True))
    async with app.run_test(size=(20, 8)) as pilot:
        app.lines.cursor = "b"
        app.lines.show(rows("a", "d"))
        await pilot.pause()
        assert app.lines.cursor == "d"
        app.lines.show(rows("a"))
        await pilot.pause()
        assert app.lines.cursor == "a"
        app.lines.show([])
        await pilot.pause()
        assert app.lines.cursor is None
        assert app.moves == ["d", "a", None]


async def test_the_cursor_walks_over_headings_and_its_row_is_kept_in_view() -> None:
    lines = Lines([Row(Content("Heading")), *rows(*"abcdef"), Row(Content("End"))], cursor=True, chooses=True)
    app = Pane(lines)
    async with app.run_test(size=(20, 4)) as pilot:
        await pilot.press("tab", "down", "down", "down", "down")
        assert lines.cursor == "d"
        assert "›d row d" in text(app)
        await pilot.press("pagedown", "enter")
        assert lines.cursor == "f"
        assert app.choices == ["f"]
        await pilot.press("down")
        assert shown(app)[-1] == " End"
        await pilot.press("home")
        assert lines.cursor == "a"
        assert shown(app)[0] == " Heading"
        await pilot.press("end", "pageup")
        assert lines.cursor in "bcd"


async def test_enter_is_left_to_others_unless_the_pane_chooses() -> None:
    app = Pane(Lines(rows("a"), cursor=True))
    app.bind("enter", "bell")
    async with app.run_test(size=(20, 4)) as pilot:
        await pilot.press("tab", "down")
        assert app.screen.active_bindings["enter"].binding.action == "bell"
        await pilot.press("enter")
        assert app.choices == []


async def test_what_is_added_at_the_foot_leaves_room_for_the_next_few() -> None:
    keys = [*"abcdefgh"]
    lines = Lines(rows(*keys), cursor=True)
    async with Pane(lines).run_test(size=(20, 8)) as pilot:
        tops = []
        for key in "ijklm":
            keys.append(key)
            lines.show(rows(*keys))
            lines.cursor = key
            await pilot.pause()
            assert f"row {key}" in text(pilot.app)
            tops.append(shown(pilot.app)[0].split()[-1])
        assert tops == ["d", "d", "d", "g", "g"]


async def test_walking_off_the_foot_shows_what_comes_and_off_the_head_what_came_before() -> None:
    lines = Lines(rows(*"abcdefghijklmnop"), cursor=True)
    async with Pane(lines).run_test(size=(20, 4)) as pilot:
        await pilot.press("tab", *["down"] * 5)
        assert lines.cursor == "e"
        assert [line.split()[1] for line in shown(pilot.app)] == ["row"] * 4
        assert "row g" in shown(pilot.app)[-1]
        await pilot.press("up", "up")
        assert lines.cursor == "c"
        assert "row a" in shown(pilot.app)[0]
        await pilot.press(*["down"] * 20)
        assert lines.cursor == "p"
        assert "row p" in shown(pilot.app)[-1]
        await pilot.press(*["up"] * 20)
        assert "row a" in shown(pilot.app)[0]


async def test_what_came_last_stays_in_sight_in_a_smaller_box() -> None:
    lines = Lines(rows(*"abcdef"), cursor=True)
    async with Pane(lines).run_test(size=(20, 6)) as pilot:
        await pilot.resize_terminal(20, 4)
        await pilot.pause()
        assert [line[2:] for line in shown(pilot.app)][-1].strip() == "row f"
        await pilot.press("tab", "home")
        await pilot.resize_terminal(20, 3)
        await pilot.pause()
        assert "row a" in shown(pilot.app)[0]


async def test_the_terminals_cursor_is_parked_on_the_cursor_row() -> None:
    lines = Lines(rows(*"abcdef"), cursor=True)
    async with Pane(lines).run_test(size=(20, 3)) as pilot:
        await pilot.press("tab", "down", "down")
        assert pilot.app.cursor_position == (0, 1)
        await pilot.press("down", "down", "down")
        assert pilot.app.cursor_position == (0, 2)


async def test_a_pane_without_rows_says_what_it_was_told_to() -> None:
    lines = Lines(empty=Content("Nothing recorded [/b] yet"))
    async with Pane(lines).run_test(size=(30, 3)) as pilot:
        await pilot.pause()
        assert shown(pilot.app)[0] == "Nothing recorded [/b] yet"
        lines.show(rows("a"))
        await pilot.pause()
        assert shown(pilot.app)[0] == "a row a"


def test_two_rows_cannot_have_one_key() -> None:
    with pytest.raises(ValueError, match="same key"):
        Lines(rows("a", "b", "a"))


def test_styles_count_when_rows_are_compared() -> None:
    assert Row(Content("a")).same(Row(Content("a")))
    assert not Row(Content("a")).same(Row(Content.styled("a", "bold")))
    assert not Row(Content("a")).same(Row(Content("a"), right=Content("")))


@pytest.mark.parametrize("count", [63, 2000])
async def test_changing_one_row_wraps_and_draws_one_row(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped: list[str] = []
    drawn: list[str] = []
    wrap, draw = kit_rows.wrapped, kit_rows.Laid._draw_line

    def watched_wrap(content: Content, width: int) -> list[Content]:
        wrapped.append(content.plain)
        return wrap(content, width)

    def watched_draw(laid: kit_rows.Laid, *args: Any) -> Any:
        drawn.append(laid.row.text.plain)
        return draw(laid, *args)

    keys = [str(number) for number in range(count)]
    lines = Lines(rows(*keys), cursor=True)
    async with Pane(lines).run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(kit_rows, "wrapped", watched_wrap)
        monkeypatch.setattr(kit_rows.Laid, "_draw_line", watched_draw)
        lines.change(row("7", "left at 19:42"))
        await pilot.pause()
        assert wrapped == drawn == ["left at 19:42"]
        fresh = [row(key, "came back" if key == "7" else None) for key in keys]
        lines.show(fresh)
        await pilot.pause()
        assert wrapped == drawn == ["left at 19:42", "came back"]
        assert "7 came back" in text(pilot.app)


async def test_a_row_that_grows_moves_those_below_it() -> None:
    lines = Lines(rows("a", "b"))
    async with Pane(lines).run_test(size=(12, 5)) as pilot:
        await pilot.pause()
        lines.change(row("a", "one two three"))
        await pilot.pause()
        assert shown(pilot.app) == ["a one two", "  three", "b row b", "", ""]
        with pytest.raises(KeyError):
            lines.change(row("c"))


@pytest.mark.parametrize("cursor", [True, False])
async def test_no_size_is_too_small(cursor: bool) -> None:
    wide = [row("1", "数字 and words", "右"), Row(Content("\ttabs\nand lines")), row("2", "")]
    lines = Lines(wide, cursor=cursor, left=3)
    async with Pane(lines).run_test(size=(8, 3)) as pilot:
        await pilot.press("tab", "down", "down")
        for width in range(9):
            for height in range(4):
                lines.styles.width, lines.styles.height = width, height
                await pilot.pause()
                lines.change(row("1", f"数字 {width} {height} and words"))
                lines.action_move(1 if height % 2 else -1)
                lines.action_page(1)
                text(pilot.app)


async def test_sizes_change_without_losing_the_place() -> None:
    keys = [str(number) for number in range(40)]
    lines = Lines([row(key, "word " * 12) for key in keys], cursor=True)
    async with Pane(lines).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines.cursor = "30"
        for size in [(120, 36), (20, 5), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "›30" in text(pilot.app)
