"""The one table of commands, and the three ways to them: key, palette, shorthand line; and the help that shows all."""

from __future__ import annotations

from pathlib import Path

from clerk.events import VoteTaken
from screens.desk.app import DeskApp
from screens.desk.commands import TABLE, desk_commands
from screens.desk.desk import DeskScreen
from screens.kit.command import EVERYWHERE
from screens.kit.commands import readme_table
from screens.kit.help_screen import help_rows
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"

DESIGNED = {
    "r": "room.roll", "u": "vote.unanimous", "6": "vote.count", "v": "vote.named", "m": "question.amend",
    "a": "text.action", "o": "room.out", "i": "room.in", "g": "item.take", "n": "question.motion",
    "d": "interest.declare", "s": "room.substitute", "p": "room.preside", "c": "vote.casting",
    "w": "question.dispose", "equals_sign": "item.outcome", "e": "record.edit", "x": "item.exempt",
    "z": "record.undo", "y": "record.redo", "f": "record.findings", "exclamation_mark": "record.flag",
    "slash": "record.find", "t": "text.paragraph", "colon": "text.shorthand", "question_mark": "help.keys",
    "ctrl+p": "help.palette",
}  # fmt: skip
"""Every key at home that the design names."""


def test_every_key_of_the_design_is_there() -> None:
    commands = desk_commands()
    keys = {key: command.id for command in commands for key in commands.keys(command) if command.in_context("home")}
    assert {key: keys.get(key) for key in DESIGNED} == DESIGNED
    assert all(keys.get(str(digit)) == "vote.count" for digit in range(10))
    in_text = {key: c.id for c in commands for key in commands.keys(c) if c.in_context("text")}
    assert (in_text["enter"], in_text["ctrl+s"], in_text["escape"]) == ("text.next", "text.end", "step.home")


def test_every_command_can_be_done_and_is_shown() -> None:
    commands = desk_commands()
    shown = "\n".join(f"{row.left} {row.text}" for row in help_rows(commands))
    table = readme_table(commands)
    for command in TABLE:
        owner = DeskApp if command.action.startswith("app.") else DeskScreen
        action = command.action.removeprefix("app.").partition("(")[0]
        assert callable(getattr(owner, f"action_{action}", None)), command.id
        assert command.label in shown
        assert command.help in shown
        assert (commands.shown(command) or "Ctrl+P") in shown
        assert command.label in table
        assert command.weight > 0 or not command.keys, f"{command.id} would never stand on the key bar"


def test_no_letter_that_begins_a_paragraph_is_a_command() -> None:
    commands = desk_commands()
    for command in commands:
        if command.in_context("home") or EVERYWHERE in command.contexts:
            assert not any(len(key) == 1 and key.isupper() for key in commands.keys(command)), command.id


async def test_the_palette_finds_a_vote_by_name_as_a_division_and_runs_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("ctrl+p")
        await at.type("division")
        for _ in range(20):
            if "By name" in at.text:
                break
            await at.pilot.pause(0.05)
        assert "By name" in at.text
        await at.keys("enter")
        await at.keys("e enter")
        assert isinstance(at.recorded()[-1], VoteTaken)


async def test_help_shows_every_command_and_closes(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("?")
        seen = at.flat
        for _ in range(12):
            await at.keys("pagedown")
            seen += at.flat
        missing = [command.id for command in TABLE if command.label not in seen]
        assert missing == []
        await at.keys("escape")
        assert at.app.screen is at.screen
        await at.keys("u escape")
        assert at.home


async def test_a_key_that_did_something_is_not_said_to_mean_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        for keys in ("? escape", "f escape", "l l", "ctrl+p escape"):
            await at.keys(keys)
            assert "means nothing" not in at.said, keys
        await at.keys("~")
        assert "means nothing" in at.said


async def test_the_users_own_keys_are_on_the_key_bar_and_work(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7, keymap={"vote.unanimous": "f9"}) as at:
        assert "F9 Unanimous" in at.text.splitlines()[-1]
        await at.keys("u enter")
        assert at.recorded() == []
        await at.keys("f9 enter")
        assert isinstance(at.recorded()[-1], VoteTaken)


async def test_the_key_bar_says_what_the_keys_are_for_now(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        assert "u Unanimous" in at.text.splitlines()[-1]
        await at.keys("v")
        assert "Enter Record it" in at.text.splitlines()[-1]
        await at.keys("escape t")
        bar = at.text.splitlines()[-1]
        assert "Ctrl+S Done" in bar
        assert "Unanimous" not in bar


async def test_the_shorthand_line_names_the_nearest_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        for typed, near in [
            (":vot 6 3 1", "vote"),
            (":in okk", "Oak"),
            (":declare elm 7 knd=dpi", "kind"),
            (":in a", ""),
            (":vote six", "three numbers"),
            (":@25:00 in elm", "time"),
            (":cast sideways", "for, against"),
        ]:
            await at.keys(":")
            await at.keys("ctrl+u")
            await at.type(f"{typed}\n")
            assert at.said.startswith("✗"), typed
            assert near in at.said, (typed, at.said)
            assert at.field == typed
            await at.keys("ctrl+u escape")
        assert at.recorded() == []
        await at.type(":vote 6 3 1\n")
        assert at.meeting.votes["v1"].votes_for == 6
        assert at.home


async def test_earlier_lines_come_back_with_up_and_a_verb_is_completed(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.type(":out elm\n")
        await at.keys(": up")
        assert at.field == ":out elm"
        await at.keys("down")
        assert at.field == ":"
        await at.type("decl")
        await at.keys("tab")
        assert at.field == ":declare "


async def test_space_takes_a_step_into_the_shorthand_line(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("v e space")
        assert at.field.startswith(":vote named against=elm rest=for")
        await at.keys("escape")
        assert at.recorded() == []


async def test_colours_change_from_the_palette(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        before = at.app.theme
        await at.keys("ctrl+p")
        await at.type("contrast")
        for _ in range(20):
            if "Colours" in at.text:
                break
            await at.pilot.pause(0.05)
        await at.keys("enter")
        assert at.app.theme != before
