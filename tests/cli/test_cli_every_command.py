"""Every command of `clerk`, over one evening: its papers, the night, the minutes, the weeks after. Run as on Windows
too (tests/test_on_windows.py): there is no front door that is not gone through here.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest

from screens.cli.main import cli
from tests.cli.running import Clerk
from tests.transcripts.evening import TOML, at, talk, teams_vtt

NIGHT = """\
:@18:30:10 open 18:30:10
:present all
:@18:31 take 1
:@18:32 minutes 2026-03-10
:@18:34 take 2
:@18:36 introduce reed
:motion oak elm -- That the hives be red.
:@18:50 vote named against=ash rest=for
:action reed due=2026-06-01 -- Buy the hives
:outcome recommended to=Council -- the hives
:@18:55 exclude items=3 para=3 weighed=yes
:@18:56 take 3
The price of the lodge was named.
:@19:11 vote unanimous
:summary -- The lodge was let.
:@19:20 readmit
:@19:21 take 4
:declare elm 4 effect=stayed -- being a carpenter
:@19:41 vote unanimous
:@19:50 close 19:50
"""
WITHOUT_A_TERMINAL = ("demo", "chair", "keys", "open")
"""Commands that want a terminal, and say so in a sentence where there is none."""


@pytest.fixture
def port() -> Iterator[int]:
    """A port at which something else is served already."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield int(taken.getsockname()[1])


def names_of(group: click.Group = cli, before: str = "") -> Iterator[str]:
    """Every command with its group before it: "register votes"."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from names_of(command, f"{before}{name} ")
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield f"{before}{name}"


class Evening:
    """What is done, command by command; which were given is remembered."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self.done: set[str] = set()
        self.known = set(names_of())

    def __call__(self, *arguments: object, code: int = 0, typed: str = "") -> str:
        words = [*str(arguments[0]).split(), *map(str, arguments[1:])]
        self.done.add(next(name for name in (" ".join(words[:2]), words[0]) if name in self.known))
        ran = self._clerk(*words, typed=typed)
        assert ran.exit_code == code, f"{words}: {ran.exit_code} {ran.output[-800:]} {ran.exception!r}"
        return str(ran.output)


def written(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_every_command_over_one_evening(clerk: Clerk, home: Path, port: int) -> None:
    do = Evening(clerk)
    before(do)
    the_night(do, port)
    the_minutes(do)
    the_weeks_after(do)
    the_book(do)
    assert do.known - do.done == set()


def before(do: Evening) -> None:
    assert "2026-05-12-pc" in do("new", written("parks.toml", TOML), "--yes")
    do("add", "pc", written("late.txt", "Addendum\n\nItem 2 Bees\n\nThe hives are blue.\n"), "--yes")
    for form in ("docx", "txt", "html", "pdf"):
        do("order", "pc", "--to", f"order.{form}")
        do("paper", "pc", "--to", f"notes.{form}")
    do("template", "own.docx")
    do("show", "pc", "--json")
    do("list")
    do("style check", written("own.toml", 'name = "Ours"\ninherits = "barnet"\n'))
    do("explain", "V27")
    do("guide", "votes")
    do("verbs")
    do("about")
    for name in WITHOUT_A_TERMINAL:
        do(name, *(() if name in ("demo", "keys") else ("pc",)), code=1)


def the_night(do: Evening, port: int) -> None:
    do("open", "pc", "--lines", "--by", "jo", typed="who\nleave\n")
    do("play", "pc", written("night.txt", NIGHT))
    assert "cannot be had" in do("board", "pc", "--port", port, code=1)
    do("check", "pc", "--json")
    do("motion", "pc", "m1", "--to", "motion.docx")
    do("spell", "pc")
    do("log", "pc")


def the_minutes(do: Evening) -> None:
    for form in ("docx", "pdf", "html", "txt", "json", "xml"):
        do("draft", "pc", "--to", f"minutes.{form}")
        do("draft", "pc", "--exempt", "--to", f"exempt.{form}")
    do("draft", "pc", "--to", "own-minutes.docx", "--template", "own.docx", "--comments")
    do("handover", "pc", "--to", "out")
    do("handover", "pc", "--to", "out", "--exempt")
    assert "It reads as the minutes do." in do("readback", "pc", "minutes.docx")
    do("changes", "pc", "--since", date.today().isoformat())
    talked = written("talk.vtt", teams_vtt(talk(30), at("18:25")))
    do("transcript", "pc", talked, "--anchor", "0:05:10=opened", "--anchor", "1:25:00=closed")
    do("publish", "pc", "--on", "2026-05-14", "--where", "Website")


def the_weeks_after(do: Evening) -> None:
    do("tomorrow", "pc")
    do("references")
    do("approve", "pc", "--by", "Council", "--on", "2026-07-01", "it", "met", "once")
    do("sign", "pc", "--by", "Councillor Ann Oak", "--on", "2026-07-02")
    do("draft", "pc", "--final", "--to", "final.docx")
    assert "Buy the hives" in do("actions")
    reference = next(word for word in do("actions", "--json").replace('"', " ").split() if "/" in word)
    do("actions done", reference, "bought")
    do("actions reopen", reference, "one was broken")
    do("actions drop", reference, "no money")
    do("register attendance", "--to", "attendance.csv")
    do("register declarations", "--to", "declarations.html")
    do("register votes", "oak", "--to", "votes.csv")
    do("index", "--rebuild")
    assert "That the hives be red." in do("find", "hives")
    do("reopen", "pc", "the", "vote")
    do("new", written("next.toml", TOML.replace("2026-05-12", "2026-06-12").replace("Parks", "Ponds")), "--yes")
    do("hold", "2026-05-12-pc", "a", "complaint")
    do("hold", "2026-05-12-pc", "over", "--lift")
    do("dispose", "2026-05-12-pc", "the", "minutes", "are", "signed", code=1)


def the_book(do: Evening) -> None:
    people = do("people")
    ids = [line.split()[0] for line in people.splitlines() if line.strip()]
    assert len(ids) >= 2
    do("people join", ids[0], ids[1], "one", "human")
    do("people part", ids[0], ids[1], "two", "after", "all")
    do("body", "Ponds Committee", "--part-of", "Parks Committee")
    assert "Ponds Committee" in do("bodies")
    do("bodies join", "Parks Committee", "Ponds Committee", "one", "body")
    do("bodies part", "Parks Committee", "Ponds Committee", "two", "after", "all")
    fact = next(line.split()[0] for line in do("library").splitlines() if line.strip())
    do("library back", fact, "it", "was", "wrong")
    for words in (
        ("list",), ("fetch", "pc"), ("init", "postgresql://127.0.0.1:1/none"), ("send", "pc"), ("unsent", "pc"),
        ("upgrade", "postgresql://127.0.0.1:1/none"), ("verify",),
    ):  # fmt: skip
        do("share", *words, code=1)
