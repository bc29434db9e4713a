"""One table of commands, and the keys a user may choose."""

from __future__ import annotations

import pytest
from kit_demo import TABLE, Count, Demo, DemoApp, Unanimous, demo_commands
from textual.widgets import Input, TextArea

from screens.kit.command import AnyCommand, Command
from screens.kit.commands import Commands, bindings, readme_table
from screens.kit.keys import EDITING, key_name, shown_key
from screens.kit.screen import CommandScreen


def command(id_: str, *keys: str, contexts: tuple[str, ...] = ("home",)) -> AnyCommand:
    told = {"id": id_, "keys": keys, "label": id_, "help": f"Does {id_}.", "contexts": contexts}
    return type("Made", (Command,), told)


def test_a_command_without_what_the_screen_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an id"):
        command("nodot", "x")


def test_the_table_refuses_two_commands_of_one_id_or_on_one_key_in_one_context() -> None:
    with pytest.raises(ValueError, match=r"the id 'a\.b'"):
        Commands([command("a.b", "x"), command("a.b", "y")])
    with pytest.raises(ValueError, match=r"a\.b and a\.c both want the key 'x'"):
        Commands([command("a.b", "x"), command("a.c", "x")])
    with pytest.raises(ValueError, match="both want"):
        Commands([command("a.b", "F2"), command("a.c", "f2", contexts=("*",))])
    Commands([command("a.b", "x"), command("a.c", "x", contexts=("closing",))])


def test_actions_and_bindings_come_from_the_command() -> None:
    made = bindings([Unanimous, Count], {"vote.unanimous": ["F2"]})
    assert [(binding.key, binding.action, binding.id) for binding in made[:2]] == [
        ("f2", "vote_unanimous", "vote.unanimous"),
        ("0", "vote_count('0')", "vote.count"),
    ]
    assert made[0].tooltip == Unanimous.help


@pytest.mark.parametrize(
    ("written", "name", "shown"),
    [
        ("Ctrl+S", "ctrl+s", "Ctrl+S"),
        ("?", "question_mark", "?"),
        ("!", "exclamation_mark", "!"),
        ("/", "slash", "/"),
        ("=", "equals_sign", "="),
        ("-", "minus", "-"),
        (":", "colon", ":"),
        (".", "full_stop", "."),
        ("f2", "f2", "F2"),
        ("F12", "f12", "F12"),
        ("A", "A", "A"),
        ("Alt+v", "alt+v", "Alt+V"),
        ("Escape", "escape", "Esc"),
        ("Space", "space", "Space"),
        ("pagedown", "pagedown", "PgDn"),
        ("Shift+F3", "shift+f3", "Shift+F3"),
        ("ctrl++", "ctrl+plus", "Ctrl++"),
        ("+", "plus", "+"),
    ],
)
def test_keys_are_read_as_people_write_them_and_shown_so(written: str, name: str, shown: str) -> None:
    assert key_name(written) == name
    assert shown_key(name) == shown


def test_the_keys_of_text_editing_are_those_of_textuals_fields() -> None:
    theirs = {
        key.strip()
        for widget in (TextArea, Input)
        for binding in widget.BINDINGS
        for key in binding.key.split(",")  # type: ignore[union-attr]
    }
    assert theirs <= EDITING | {"ctrl+shift+a"}


def test_a_keymap_is_put_in_force() -> None:
    table = demo_commands()
    assert table.use({"vote.unanimous": "F2, Ctrl+G", "vote.named": ["n"]}) == []
    assert table.keys(Unanimous) == ("f2", "ctrl+g")
    assert table.shown(Unanimous) == "F2 Ctrl+G"
    assert table.shown(Count) == "0-9"


def test_two_commands_may_change_keys_with_each_other() -> None:
    table = demo_commands()
    assert table.use({"vote.unanimous": "v", "vote.named": "u"}) == []


@pytest.mark.parametrize(
    ("keymap", "sentence"),
    [
        ({"vote.unanimus": "F2"}, "There is no command “vote.unanimus”; the nearest is “vote.unanimous”."),
        ({"zzz": "F2"}, "There is no command “zzz”."),
        ({"vote.unanimous": "v"}, "v cannot do both “by name” and “unanimous”: “unanimous” keeps u."),
        ({"text.finish": "ctrl+k"}, "Ctrl+K belongs to text editing: “done” keeps Ctrl+S."),
        ({"text.finish": "d"}, "d would be typed into the text: “done” keeps Ctrl+S."),
        ({"help.find": "/"}, "/ would be typed into the text: “find a command” keeps Ctrl+P."),
        ({"vote.unanimous": "Ctrl+I"}, "A terminal cannot tell Ctrl+I from Tab: “unanimous” keeps u."),
        ({"vote.unanimous": "ctrl+["}, "A terminal cannot tell Ctrl+[ from Esc: “unanimous” keeps u."),
        ({"vote.unanimous": "ctrl+m"}, "A terminal cannot tell Ctrl+M from Enter: “unanimous” keeps u."),
        ({"vote.unanimous": "ctrl+h"}, "A terminal cannot tell Ctrl+H from Backspace: “unanimous” keeps u."),
        ({"vote.unanimous": "ctrl+@"}, "Some terminals send Ctrl+@ without its being pressed: “unanimous” keeps u."),
        ({"vote.unanimous": "hyper+q"}, "No key is called “hyper+q”: “unanimous” keeps u."),
        ({"vote.unanimous": "ctlr+x"}, "No key is called “ctlr+x”: “unanimous” keeps u."),
        ({"vote.unanimous": ""}, "No key is given for “unanimous”: it keeps u."),
    ],
)
def test_a_choice_that_cannot_work_is_one_sentence_and_the_default_stays(keymap: dict[str, str], sentence: str) -> None:
    table = demo_commands()
    before = [table.keys(each) for each in table]
    assert table.use(keymap) == [sentence]
    assert table.problems == [sentence]
    assert [table.keys(each) for each in table] == before


def test_one_bad_choice_does_not_spoil_the_good_ones() -> None:
    table = demo_commands()
    assert len(table.use({"vote.named": "F3", "vote.unanimous": "ctrl+i", "room.out": "f3"})) == 2
    assert table.shown(table["vote.named"]) == "F3"
    assert table.shown(table["room.out"]) == "o"


def test_printable_keys_are_not_offered_while_typing() -> None:
    table = demo_commands()
    assert table.shown(table["help.keys"]) == "? F1"
    assert table.shown(table["help.keys"], "home") == "?"
    assert table.shown(table["help.keys"], "text") == "F1"


def test_the_readme_has_every_command_once_with_its_keys() -> None:
    table = readme_table([*TABLE, command("odd.one", "|")])
    assert table.splitlines()[2] == "| `u` | unanimous | Put the newest open question; all present voted for it. |"
    assert "| `?` `F1` | all keys |" in table
    assert "| `\\|` | odd.one |" in table
    assert "| Ctrl+P | colours |" in table
    assert len(table.splitlines()) == len(TABLE) + 3


async def test_a_screen_runs_only_what_its_context_has() -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, Demo)
        await pilot.press("u")
        assert screen.query_one("#said").text.plain == "√ All 8 for: carried. Enter"  # type: ignore[attr-defined]
        await pilot.press("6")
        assert screen.query_one("#said").text.plain == "Counting: 6"  # type: ignore[attr-defined]
        screen.context = "text"
        await pilot.press("u")
        assert screen.query_one("#said").text.plain == "Counting: 6"  # type: ignore[attr-defined]


async def test_one_key_in_two_contexts_keeps_both_when_one_is_given_another() -> None:
    ran: list[str] = []

    class Two(CommandScreen[None]):
        def action_a_home(self) -> None:
            ran.append("home")

        def action_a_close(self) -> None:
            ran.append("close")

    table = Commands([command("a.home", "x"), command("a.close", "x", contexts=("closing",))])
    table.use({"a.home": "y"})

    class TwoApp(DemoApp):
        def first_screen(self) -> Two:  # type: ignore[override]
            return Two(table)

    app = TwoApp()
    async with app.run_test() as pilot:
        await pilot.press("x", "y")
        app.screen.context = "closing"  # type: ignore[attr-defined]
        await pilot.press("x", "y")
        assert ran == ["home", "close"]
