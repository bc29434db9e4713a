"""Ghost text: what it shows, which keys take it, and that no other key means anything else for it."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from screens.kit.entry import TextEntry
from screens.kit.field import Field, OneLine

PHRASES = (
    ("The Committee noted that", "the boathouse was shut", "the slipway was safe"),
    ("Members asked", "about the lease"),
)


def offers(typed: str, place: int) -> tuple[str, ...]:
    """The rest of a phrase whose beginning is typed."""
    for begun, *ends in PHRASES:
        wholes = [f"{begun} {end}" for end in ends]
        going = [whole for whole in wholes if whole.startswith(typed) and whole != typed and len(typed) > 2]
        if place < len(going):
            return (
                tuple(going[place][len(typed) :].split(" ")) if not going[place][len(typed) :].startswith(" ") else ()
            )
    return ()


class Writer(App[None]):
    def __init__(self, entry: TextEntry, tab: bool = False) -> None:
        super().__init__()
        self.entry = entry
        self.heard: list[str] = []
        entry.ghost.offer(offers)
        entry.ghost.tab = tab

    def compose(self) -> ComposeResult:
        yield self.entry

    def on_field_paragraph(self, message: Field.Paragraph) -> None:
        self.heard.append(message.text)


def keys(words: str) -> list[str]:
    return [{" ": "space", ".": "full_stop", ",": "comma"}.get(character, character) for character in words]


@pytest.mark.parametrize(
    ("pressed", "stands"),
    [
        ([*keys("The Com"), "right"], "The Committee "),
        ([*keys("The Com"), "right", "right"], "The Committee noted "),
        ([*keys("The Com"), "ctrl+right"], "The Committee noted that the boathouse was shut "),
        # The space goes again before a sign, and is not doubled by one that is typed.
        ([*keys("The Com"), "right", *keys(", ")], "The Committee, "),
        ([*keys("The Com"), "ctrl+right", *keys(".")], "The Committee noted that the boathouse was shut."),
        ([*keys("The Com"), "right", "space", *keys("sat")], "The Committee sat"),
        # Backspace is one letter as ever; Ctrl+Z gives the whole back, and nothing else.
        ([*keys("The Com"), "right", "backspace"], "The Committee"),
        ([*keys("The Com"), "right", "ctrl+z"], "The Com"),
        ([*keys("The Com"), "right", "right", "ctrl+z"], "The Committee "),
        # Another word of the same offer goes on though its letters were typed.
        ([*keys("The Com"), "right", *keys("no"), "right"], "The Committee noted "),
        # After a slip it comes back.
        ([*keys("The Comx"), "right", "backspace", "right"], "The Committee "),
        # The next best, and after the last the first again.
        (
            [*keys("The Committee noted that "), "alt+right", "ctrl+right"],
            "The Committee noted that the slipway was safe ",
        ),
        ([*keys("Members asked ab"), "alt+right", "ctrl+right"], "Members asked about the lease "),
        # Inside what is typed every key moves as ever.
        ([*keys("The Com"), "left", "right", "right", "x"], "The Committee x"),
        ([*keys("The Com"), "home", "right", "x"], "Txhe Com"),
        ([*keys("The Com"), "ctrl+left", "ctrl+right", "x"], "The Comx"),
        # Nothing is offered: the keys are what they always were.
        ([*keys("Nothing"), "right", "ctrl+right", "alt+right", "x"], "Nothingx"),
    ],
)
async def test_keys_that_take_what_is_offered(pressed: list[str], stands: str) -> None:
    app = Writer(Field())
    async with app.run_test(size=(70, 5)) as pilot:
        await pilot.press(*pressed)
        assert app.entry.text == stands


async def test_enter_never_takes_what_is_offered() -> None:
    app = Writer(Field())
    async with app.run_test(size=(70, 5)) as pilot:
        await pilot.press(*keys("The Com"), "enter")
        assert app.heard == ["The Com"]


async def test_tab_takes_a_word_where_the_setting_says_so() -> None:
    app = Writer(Field(), tab=True)
    async with app.run_test(size=(70, 5)) as pilot:
        await pilot.press(*keys("The Com"), "tab")
        assert app.entry.text == "The Committee "


async def test_in_a_line_tab_goes_to_the_next_gap_where_nothing_is_offered() -> None:
    app = Writer(OneLine(), tab=True)
    async with app.run_test(size=(70, 5)) as pilot:
        app.entry.begin(':noshow ""  x')
        await pilot.press("x", "tab", "y")
        assert app.entry.text.count("y") == 1


async def test_a_selection_and_a_text_of_spaces_are_offered_nothing() -> None:
    app = Writer(Field())
    async with app.run_test(size=(70, 5)) as pilot:
        await pilot.press("space", "space")
        assert app.entry.suggestion == ""
        await pilot.press("backspace", "backspace", *keys("The Com"))
        assert app.entry.suggestion.startswith("mittee")
        await pilot.press("shift+left")
        assert app.entry.suggestion == ""


async def test_no_key_takes_what_cannot_be_seen() -> None:
    app = Writer(Field())
    async with app.run_test(size=(36, 5)) as pilot:
        await pilot.press(*keys("The Com"))
        assert app.entry.suggestion == "mittee noted that the"
        await pilot.press("ctrl+right")
        assert app.entry.text == "The Committee noted that the "
        # What there was no room for follows on the next row.
        assert app.entry.suggestion == "boathouse"
        await pilot.press("right")
        assert app.entry.suggestion == "was shut"
