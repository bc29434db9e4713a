"""Fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from looking import text
from textual import events
from textual.app import App, ComposeResult

from screens.kit.entry import TextEntry
from screens.kit.field import Field, OneLine
from screens.kit.lists import after
from screens.kit.turns import InTurn


class Writer(App[None]):
    def __init__(self, field: TextEntry) -> None:
        super().__init__()
        self.field = field
        self.heard: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield self.field

    def on_mount(self) -> None:
        self.screen.set_focus(self.field)

    def on_field_paragraph(self, message: Field.Paragraph) -> None:
        assert message.control is self.field
        self.heard.append(("paragraph", message.text))

    def on_field_done(self, message: Field.Done) -> None:
        self.heard.append(("done", message.text))

    def on_field_left(self, message: Field.Left) -> None:
        self.heard.append(("left", message.text))

    def on_one_line_done(self, message: OneLine.Done) -> None:
        self.heard.append(("done", message.text))

    def on_one_line_left(self, message: OneLine.Left) -> None:
        self.heard.append(("left", message.text))

    def paste(self, words: str) -> None:
        self.post_message(events.Paste(words))


def keys(words: str) -> list[str]:
    return ["space" if character == " " else character for character in words]


@pytest.mark.parametrize(
    ("line", "next_line"),
    [
        ("The motion was put.", ""),
        ("- apples", "- "),
        ("  * apples", "  * "),
        ("• apples", "• "),
        ("1. one", "2. "),
        ("9) nine", "10) "),
        ("1.1 one", "1.2 "),
        ("2.9. one", "2.10. "),
        ("(a) one", "(b) "),
        ("19 members were present", ""),
        ("-5 degrees", ""),
        ("2019. A year", "2020. "),
        ("- ", None),
        ("3. ", None),
        ("", ""),
    ],
)
def test_how_the_next_line_begins(line: str, next_line: str | None) -> None:
    assert after(line) == next_line


async def test_enter_hands_over_a_paragraph_and_begins_the_next() -> None:
    app = Writer(Field())
    async with app.run_test() as pilot:
        await pilot.press(*keys("One"), "enter", *keys("Two "), "enter", "enter", *keys("Three"), "ctrl+s")
        assert app.heard == [("paragraph", "One"), ("paragraph", "Two"), ("done", "Three")]
        assert app.field.text == "Three"
        await pilot.press("escape")
        assert app.heard[-1] == ("left", "Three")
        assert app.field.text == "Three"


async def test_undo_does_not_bring_back_a_paragraph_handed_over() -> None:
    app = Writer(Field())
    async with app.run_test() as pilot:
        await pilot.press(*keys("One"), "enter", "ctrl+z")
        assert app.field.text == ""


async def test_enter_within_a_paragraph_hands_over_what_stands_before() -> None:
    app = Writer(Field())
    async with app.run_test() as pilot:
        await pilot.press(*keys("One two"), "left", "left", "left", "enter")
        assert app.heard == [("paragraph", "One")]
        assert (app.field.text, app.field.cursor_location) == ("two", (0, 0))


async def test_lists_go_on_until_an_empty_one() -> None:
    app = Writer(Field())
    async with app.run_test() as pilot:
        await pilot.press(*keys("- a"), "enter", *keys("b"), "enter", "enter", *keys("c"), "enter")
        assert [words for _, words in app.heard] == ["- a", "- b", "c"]
        app.field.begin("1. ")
        await pilot.press(*keys("x"), "enter")
        assert app.field.text == "2. "
        assert app.field.cursor_location == (0, 3)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028"])
async def test_a_paste_of_lines_is_as_many_paragraphs(ends: str) -> None:
    app = Writer(Field())
    async with app.run_test() as pilot:
        await pilot.press(*keys("A "))
        app.paste(ends.join(["one", "", "two ", "three"]))
        await pilot.pause()
        assert app.heard == [("paragraph", "A one"), ("paragraph", "two")]
        assert app.field.text == "three"
        app.paste(ends.join([" four", "five", ""]))
        await pilot.pause()
        assert app.heard[2:] == [("paragraph", "three four"), ("paragraph", "five")]
        assert app.field.text == ""


async def test_a_paste_of_one_line_stands_where_the_caret_is() -> None:
    app = Writer(Field())
    async with app.run_test() as pilot:
        await pilot.press(*keys("ac"), "left")
        app.paste("b")
        await pilot.pause()
        assert app.field.text == "abc"
        assert app.heard == []


async def test_it_begins_with_a_capital_or_with_a_paste() -> None:
    app = Writer(Field("old"))
    async with app.run_test() as pilot:
        app.field.begin("T")
        await pilot.press(*keys("he"))
        assert app.field.text == "The"
        app.field.begin("one\r\ntwo")
        await pilot.pause()
        assert app.heard == [("paragraph", "one")]
        assert app.field.text == "two"


async def test_text_that_could_not_be_recorded_is_put_back_before_what_was_typed_since() -> None:
    app = Writer(Field())
    async with app.run_test() as pilot:
        await pilot.press(*keys("One"), "enter", *keys("Tw"))
        app.field.put_back("One")
        await pilot.press(*keys("o"))
        assert app.field.text == "One\nTwo"


async def test_a_text_of_several_lines_is_edited_in_one_piece() -> None:
    app = Writer(Field("1. one\n2. two", multiline=True))
    async with app.run_test() as pilot:
        await pilot.press("enter", *keys("three"), "enter", "enter", *keys("end"), "ctrl+s")
        assert app.heard == [("done", "1. one\n2. two\n3. three\nend")]
        app.paste("x\r\ny")
        await pilot.pause()
        assert app.field.text.endswith("endx\ny")


async def test_an_initialism_may_be_spelt_out_and_undo_takes_it_back() -> None:
    app = Writer(Field(expand={"CLLC": "Community Leadership and Libraries Committee"}.get))
    async with app.run_test() as pilot:
        await pilot.press(*keys("The CLLC met"))
        assert app.field.text == "The Community Leadership and Libraries Committee met"
        app.field.begin("")
        await pilot.press(*keys("CLLC "), "ctrl+z")
        assert app.field.text == "CLLC "
        await pilot.press("ctrl+z")
        assert app.field.text == "CLLC"


async def test_another_mark_takes_the_place_of_the_number_that_was_carried() -> None:
    app = Writer(Field(multiline=True))
    async with app.run_test() as pilot:
        await pilot.press(*keys("1. One"), "enter", *keys("1.1 Under it"), "enter", *keys("- a bullet"), "enter")
        assert app.field.text == "1. One\n1.1 Under it\n- a bullet\n- "
        await pilot.press(*keys("1.5 million"))
        assert app.field.text.endswith("\n- 1.5 million")
        app.field.begin("")
        await pilot.press(*keys("2. 19 members"))
        assert app.field.text == "2. 19 members"


async def test_tab_leaves_and_a_tab_pasted_stays() -> None:
    app = Writer(Field())
    async with app.run_test() as pilot:
        app.paste("a\tb")
        await pilot.pause()
        assert app.field.text == "a\tb"


async def test_one_line_is_sent_by_enter_and_left_by_escape() -> None:
    app = Writer(OneLine())
    async with app.run_test() as pilot:
        await pilot.press(*keys(":in oak"), "enter", "escape")
        assert app.heard == [("done", ":in oak"), ("left", ":in oak")]
        assert app.field.text == ":in oak"


async def test_up_and_down_walk_through_earlier_lines_and_back_to_an_empty_one() -> None:
    app = Writer(OneLine(":", earlier=["one", "two"], blank=":"))
    async with app.run_test() as pilot:
        await pilot.press("up")
        assert app.field.text == "two"
        await pilot.press("up", "up")
        assert app.field.text == "one"
        await pilot.press("down", "down")
        assert app.field.text == ":"
        await pilot.press("down")
        assert app.field.text == ":"


async def test_a_line_that_was_changed_is_never_replaced_by_an_earlier_one() -> None:
    app = Writer(OneLine(earlier=["one", "two"]))
    async with app.run_test() as pilot:
        await pilot.press(*keys("dra"), "up", "down", "up")
        assert app.field.text == "dra"
        await pilot.press("end", "backspace", "backspace", "backspace", "up")
        assert app.field.text == "two"
        await pilot.press("x", "up", "down")
        assert app.field.text == "twox"


@pytest.mark.parametrize("make", [lambda: OneLine("one two\n  three"), lambda: Field("word " * 60)])
async def test_home_and_end_go_to_the_ends_of_the_text(make: Callable[[], Field | OneLine]) -> None:
    field = make()
    app = Writer(field)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("home")
        assert field.cursor_location == (0, 0)
        await pilot.press("end")
        assert field.cursor_location == field.document.end


async def test_a_paste_of_lines_is_kept_as_continuation_lines() -> None:
    app = Writer(OneLine())
    async with app.run_test() as pilot:
        app.paste(":motion oak -- first\r\n  second\n\nthird\n")
        await pilot.pause()
        assert app.field.text == ":motion oak -- first\n  second\n  third"
        await pilot.press("enter")
        assert app.heard == [("done", ":motion oak -- first\n  second\n  third")]


@pytest.mark.parametrize("accept", ["right", "tab"])
async def test_ghost_text_is_shown_and_accepted(accept: str) -> None:
    def suggest(typed: str) -> str | None:
        return next((verb for verb in (":present", ":preside") if verb.startswith(typed)), None)

    app = Writer(OneLine(suggest=suggest))
    async with app.run_test(size=(30, 3)) as pilot:
        await pilot.press(*keys(":pres"))
        assert ":present" in text(app)
        assert app.field.text == ":pres"
        await pilot.press("i")
        assert ":preside" in text(app)
        await pilot.press(accept)
        assert app.field.text == ":preside"


async def test_a_placeholder_is_not_markup() -> None:
    app = Writer(OneLine(placeholder="[/b] type"))
    async with app.run_test(size=(30, 3)) as pilot:
        await pilot.pause()
        assert "[/b] type" in text(app)


@pytest.mark.parametrize("kind", [Field, OneLine])
async def test_no_size_is_too_small(kind: type[TextEntry]) -> None:
    app = Writer(kind("数字 and words\nand more", placeholder="数字 here"))
    async with app.run_test(size=(20, 5)) as pilot:
        for width in range(9):
            for height in range(4):
                app.field.styles.width, app.field.styles.height = width, height
                app.field.styles.min_height = 0
                app.field.begin("" if height % 2 else "数字 words")
                await pilot.pause()
                text(app)


async def test_keys_that_arrive_together_each_wait_for_the_one_before() -> None:
    class Home(InTurn[None]):
        AUTO_FOCUS = None
        heard: list[str]

        def compose(self) -> ComposeResult:
            yield Field(id="field")

        def on_mount(self) -> None:
            self.heard = []

        def on_key(self, event: events.Key) -> None:
            if self.screen.focused is None:
                if event.key == "T":
                    self.query_one(Field).begin("T")
                else:
                    self.heard.append(event.key)

        def on_field_done(self) -> None:
            self.screen.set_focus(None)

    app = Home()
    async with app.run_test() as pilot:
        for key in ["u", *keys("The vote"), "ctrl+s", "u", "v"]:
            app.post_message(events.Key(key, None if len(key) > 1 and key != "space" else key.replace("space", " ")))
        await pilot.pause()
        await pilot.pause(0.1)
        assert app.query_one(Field).text == "The vote"
        assert app.heard == ["u", "u", "v"]


async def test_a_key_whose_widget_goes_away_does_not_hold_up_the_next() -> None:
    class Going(InTurn[None]):
        def compose(self) -> ComposeResult:
            yield Field(id="one")
            yield Field(id="two")

        def on_field_paragraph(self, message: Field.Paragraph) -> None:
            self.screen.set_focus(self.query_one("#two"))
            message.control.remove()

    app = Going()
    async with app.run_test() as pilot:
        await pilot.pause()
        for key in ["a", "enter", "b", "c"]:
            app.post_message(events.Key(key, None if len(key) > 1 else key))
        await pilot.pause(0.2)
        assert app.query_one("#two", Field).text == "bc"
