"""The key bar."""

from __future__ import annotations

import gc

import psutil
from kit_demo import TABLE, DemoApp, demo_commands
from looking import text
from textual.app import App, ComposeResult

from screens.kit.command import Command
from screens.kit.commands import Commands
from screens.kit.common import COMMON
from screens.kit.keybar import KeyBar


class Bar(App[None]):
    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.commands = commands

    def compose(self) -> ComposeResult:
        yield KeyBar(self.commands)


async def test_it_shows_what_fits_by_weight_and_counts_the_rest() -> None:
    app = Bar(demo_commands())
    async with app.run_test(size=(80, 2)) as pilot:
        bar = app.query_one(KeyBar)
        bar.show(app.commands.in_context("home"), "home")
        await pilot.pause()
        assert text(app).splitlines()[-1].rstrip() == (
            " u unanimous   0-9 count   v by name   m amendment   o out   i in   +5 ?"
        )
        for width, expected in [
            (120, " u unanimous   0-9 count   v by name   m amendment   o out   i in   t paragraph   +4 ?"),
            (40, " u unanimous   0-9 count   +9 ?"),
            (18, " +11 ?"),
            (5, "+11 ?"),
            (4, "?"),
            (1, "?"),
        ]:
            await pilot.resize_terminal(width, 2)
            await pilot.pause()
            assert text(app).splitlines()[-1].rstrip() == expected.rstrip()


async def test_while_typing_it_shows_only_keys_that_are_not_typed() -> None:
    app = DemoApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        assert text(app).splitlines()[-1].rstrip() == " Ctrl+S done   Esc home   +4 F1"
        await pilot.press("escape")
        await pilot.pause()
        assert text(app).splitlines()[-1].startswith(" u unanimous")


async def test_it_shows_the_users_keys() -> None:
    commands = demo_commands()
    commands.use({"vote.unanimous": "F2", "help.keys": "F9"})
    app = Bar(commands)
    async with app.run_test(size=(40, 2)) as pilot:
        app.query_one(KeyBar).show(commands.in_context("home"), "home")
        await pilot.pause()
        assert text(app).splitlines()[-1].rstrip() == " F2 unanimous   0-9 count   +9 F9"


async def test_five_hundred_updates_leave_nothing_behind() -> None:
    many = [
        type(f"C{n}", (Command,), {"id": f"c.n{n}", "keys": (f"ctrl+f{n}",), "label": f"label {n}", "help": "H."})
        for n in range(1, 13)
    ]
    app = Bar(Commands([*many, *COMMON]))
    async with app.run_test(size=(80, 2)) as pilot:
        bar = app.query_one(KeyBar)

        async def updates(count: int) -> tuple[int, int]:
            for number in range(count):
                bar.show(many[number % 12 :] if number % 2 else TABLE[: number % 5])
                if number % 10 == 0:
                    await pilot.pause()
            await pilot.pause()
            gc.collect()
            return len(gc.get_objects()), psutil.Process().memory_info().rss

        await updates(100)
        objects, memory = await updates(50)
        objects_after, memory_after = await updates(500)
        assert objects_after - objects < 100
        assert memory_after - memory < 2**20
