"""A screen with every widget of the kit on it. It can be run by itself, to be looked at."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.content import Content

from screens.kit.app import ClerkApp, run_app
from screens.kit.command import Command
from screens.kit.commands import Commands
from screens.kit.common import COMMON
from screens.kit.containers import Across, Down
from screens.kit.field import Field, OneLine
from screens.kit.keybar import KeyBar
from screens.kit.line import Passage, Said
from screens.kit.lines import Lines
from screens.kit.rows import Row
from screens.kit.screen import CommandScreen
from screens.kit.themes import THEME_LABELS, Tone, toned

EVIL = "[/b] [Cllr X] 50% [/] [@click=app.quit]x[/]"
"""What Textual would read as markup, crash on, or swallow."""


class Unanimous(Command):
    id = "vote.unanimous"
    keys = ("u",)
    label = "unanimous"
    help = "Put the newest open question; all present voted for it."
    words = "agreed carried nem con"
    weight = 90
    constructs = ("VO-01",)


class Count(Command):
    id = "vote.count"
    keys = tuple("0123456789")
    shown = "0-9"
    label = "count"
    help = "Put the question and enter the figures: for, against, abstained."
    words = "division numbers tally"
    weight = 80
    action = "vote_count('{key}')"


class Named(Command):
    id = "vote.named"
    keys = ("v",)
    label = "by name"
    help = "Record how each member voted."
    words = "division recorded vote"
    weight = 70


class Amend(Command):
    id = "motion.amend"
    keys = ("m",)
    label = "amendment"
    help = "An amendment is moved and seconded; edit the text in place."
    weight = 60


class Out(Command):
    id = "room.out"
    keys = ("o",)
    label = "out"
    help = "A member leaves the room."


class In(Command):
    id = "room.in"
    keys = ("i",)
    label = "in"
    help = "A member comes in."


class Paragraph(Command):
    id = "text.begin"
    keys = ("t",)
    label = "paragraph"
    help = "Begin a paragraph; a capital letter does too."
    weight = 40


class Finish(Command):
    id = "text.finish"
    keys = ("Ctrl+S",)
    label = "done"
    help = "The text is finished."
    contexts = ("text",)


class Back(Command):
    id = "text.leave"
    keys = ("Escape",)
    label = "home"
    help = "Back to commands; what is typed stays."
    contexts = ("text",)


TABLE = (Unanimous, Count, Named, Amend, Out, In, Paragraph, Finish, Back, *COMMON)


def demo_commands() -> Commands:
    return Commands(TABLE, contexts={"home": "At home", "text": "In a text", "*": "Everywhere"})


def agenda() -> list[Row]:
    return [
        Row(Content(title), str(number), left=Content(str(number)), style="" if number != 4 else "bold")
        for number, title in enumerate(
            ["Apologies", "Declarations", "Minutes", "Library hours", "Grants to voluntary groups", EVIL], 1
        )
    ]


def record() -> list[Row]:
    mild = Content.assemble(("Councillor Ash", "bold"), " moved, and Councillor Birch seconded, that the opening hours")
    return [
        Row(Content("4  Library hours"), style="bold $text-accent"),
        Row(Content(EVIL), "p1", left=Content("1"), right=Content("19:04")),
        Row(mild + " at Oakleigh Road library be kept as they are until March.", "p2", left=Content("2")),
        Row(
            toned(Tone.GOOD, "Carried: 6 for, 3 against, 1 abstained"), "v1", left=Content("3"), right=Content("19:31")
        ),
        Row(toned(Tone.WARN, "Recorded after the vote it bears on"), "f1", left=Content("4")),
        Row(toned(Tone.BAD, "Not quorate"), "f2", left=Content("5")),
        Row(toned(Tone.NOTE, "No time is known for this"), "f3", left=Content("6")),
    ]


class Demo(CommandScreen[None]):
    CSS = """
    #top { height: 1; background: $panel; }
    #panes { height: 1fr; }
    #agenda { width: 26; padding: 0 1; }
    #right { padding: 0 1 0 0; }
    #said { background: $panel; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(demo_commands())

    def compose(self) -> ComposeResult:
        yield Said(
            Content.assemble((" Community Leadership and Libraries", "bold"), "   11 June 2019"),
            toned(Tone.LIVE, "LIVE 19:42 "),
            id="top",
        )
        with Across(id="panes"):
            yield Lines(agenda(), cursor=True, left=3, id="agenda")
            with Down(id="right"):
                yield Lines(record(), cursor=True, left=3, id="record")
                yield Passage(toned(Tone.NOTE, Content(f"The question is: {EVIL}")), id="question")
                yield Field(placeholder=f"Write here {EVIL}", id="field")
                yield Field(EVIL, multiline=True, id="filled")
                gone = Field(placeholder="Nobody can write here", id="gone")
                gone.disabled = True
                yield gone
                yield OneLine(placeholder=f": {EVIL}", suggest=guess, earlier=[":in oak", ":out ash"], id="line")
        yield Said(Content(f"Say {EVIL}"), id="said")
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        self.query_one("#agenda", Lines).cursor = "2"
        self.query_one("#record", Lines).cursor = "v1"
        self.set_focus(self.query_one("#record"))

    def on_key(self, event: Any) -> None:
        if event.character and event.character.isupper():
            event.stop()
            self.context = "text"
            self.query_one("#field", Field).begin(event.character)

    def on_field_left(self) -> None:
        self.context = "home"
        self.set_focus(self.query_one("#record"))

    on_field_done = on_field_left

    def on_field_paragraph(self, message: Field.Paragraph) -> None:
        lines = self.query_one("#record", Lines)
        key = f"n{len(lines.rows)}"
        lines.show([*lines.rows, Row(Content(message.text), key, left=Content("+"))])
        lines.cursor = key

    def action_vote_unanimous(self) -> None:
        self.query_one("#said", Said).say(toned(Tone.GOOD, "All 8 for: carried. Enter"))

    def action_vote_count(self, figure: str) -> None:
        self.query_one("#said", Said).say(Content(f"Counting: {figure}"))

    def action_room_out(self) -> None:
        self.query_one("#said", Said).say(Content("Out"))


def guess(typed: str) -> str | None:
    return next((line for line in [":vote unanimous", ":out ash"] if line.startswith(typed)), None)


class DemoApp(ClerkApp[None]):
    def first_screen(self) -> Demo:
        return Demo()


if __name__ == "__main__":
    import sys

    themes = {label: name for name, label in THEME_LABELS.items()}
    sys.exit(run_app(DemoApp(theme=themes.get(" ".join(sys.argv[1:]), "clerk-dark"))))
