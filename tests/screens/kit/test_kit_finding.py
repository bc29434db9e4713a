"""The palette and the help."""

from __future__ import annotations

import asyncio

from kit_demo import TABLE, Amend, Count, DemoApp, Named, Unanimous, demo_commands
from looking import flat, text
from textual import events
from textual.command import CommandList
from textual.style import Style
from textual.widgets import OptionList

from screens.kit.help_screen import HelpScreen, help_rows
from screens.kit.lines import Lines
from screens.kit.palette import NOTHING_FOUND, highlighted, score


def best(query: str) -> str:
    return max(TABLE, key=lambda command: score(query, command)).id


def test_commands_are_found_by_label_by_other_words_and_by_what_they_do() -> None:
    assert best("unan") == "vote.unanimous"
    assert best("recorded vote") == "vote.named"
    assert best("nem con") == "vote.unanimous"
    assert best("seconded") == "motion.amend"
    assert best("contrast") == "view.colours"
    assert score("division", Count) == score("division", Named)
    assert score("unnms", Unanimous) > 0
    assert score("unanimous zebra", Unanimous) == 0
    assert score("", Unanimous) == 0
    assert score("amend", Amend) > score("edit", Amend) > 0


def test_what_is_found_is_marked_and_never_read_as_markup() -> None:
    content = highlighted("x]", "[x] y", Style(underline=True))
    assert content.plain == "[x] y"
    assert [(span.start, span.end) for span in content.spans] == [(1, 3)]


async def test_the_palette_runs_what_it_finds() -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause(0.1)
        assert "unanimous   u" in text(app)
        assert "Put the newest open question" in text(app)
        assert app.screen.query_one(OptionList).option_count == len(TABLE) - 3
        await pilot.press(*"nem")
        await pilot.pause(0.1)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert "All 8 for: carried" in flat(app)


async def test_the_palette_offers_only_what_can_be_done_now() -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T", "ctrl+p")
        await pilot.pause(0.1)
        shown = flat(app)
        assert "The text is finished." in shown
        assert "Put the newest open question" not in shown


def test_the_help_has_every_command_the_present_context_first() -> None:
    commands = demo_commands()
    headings = [row.text.plain for row in help_rows(commands, "text") if row.left is None and row.text]
    assert headings == ["In a text", "At home", "Everywhere"]
    listed = [row for row in help_rows(commands) if row.left is not None]
    assert len(listed) == len(TABLE)
    commands.use({"vote.unanimous": "ctrl+i"})
    assert help_rows(commands)[-1].text.plain.endswith("Ctrl+I from Tab: “unanimous” keeps u.")


async def test_the_help_is_read_and_closed_by_keys() -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 12)) as pilot:
        for close in ["escape", "question_mark", "f1"]:
            await pilot.press("question_mark")
            assert isinstance(app.screen, HelpScreen)
            assert "Put the newest open question" in text(app)
            await pilot.press("end")
            await pilot.pause()
            assert "Leave the program" in text(app)
            assert "Put the newest open question" not in text(app)
            await pilot.press("home", "down", "pagedown", "space", close)
            await pilot.pause()
            assert not isinstance(app.screen, HelpScreen)
        assert app.screen.focused is app.screen.query_one("#record", Lines)


async def in_a_burst(app: DemoApp, *keys: str) -> None:
    """Sends keys as fast fingers and a slow machine send them: nothing waits between them. Waits until all are at
    rest."""
    for key in keys:
        app.post_message(events.Key("space" if key == " " else key, key if len(key) == 1 else None))
    sent = asyncio.Event()
    app.call_later(sent.set)
    while not sent.is_set() or app._keys_waiting or app._key_limit is not None:
        await asyncio.sleep(0.01)


async def test_enter_and_down_mean_the_list_of_the_words_that_stand_there() -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await in_a_burst(app, "ctrl+p", *"nem", "enter")
        await pilot.pause()
        assert "All 8 for: carried" in flat(app)
        await pilot.press("escape", "ctrl+p", *"vote")
        answers = app.screen.query_one(CommandList)
        second = str(answers.get_option_at_index(1).prompt)
        await in_a_burst(app, " ", "down")
        await pilot.pause()
        assert answers.highlighted == 1
        assert str(answers.get_option_at_index(1).prompt) == second
        await pilot.press(*"zebra")
        assert NOTHING_FOUND in flat(app)
        await pilot.press("enter", "down", "pageup")
        assert NOTHING_FOUND in flat(app)
