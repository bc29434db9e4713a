"""Every form in which a meeting is published: nothing exempt in any of them, and nothing that none can be made of."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from random import Random

from clerk.names import Unclear
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from screens.chair.board import board
from tests.exports.at_random import Found, tried
from tests.exports.test_leaks import LINES, SECRET, every_public_form, held
from tests.support.minute import Desk
from tests.support.mistyping import _ITEMS, _LABELS, _ODD, _PEOPLE, _PLACES, _TEXTS, _USAGES
from tests.support.scramble import rich
from tests.torture.trial import Leaked


def leaking(chance: Random, folder: Path, number: int) -> None:
    """Lines with a word that must not come out, recorded in exempt session; the word is looked for in every byte."""
    # The last two may be recorded for the public as well.
    lines = [chance.choice(LINES[:-2]) for _ in range(chance.randint(1, 14))]
    meeting = held(lines, chance.choice(("item", "session")))
    for content in every_public_form(meeting):
        if SECRET in content.decode("utf-8", "replace").lower():
            raise Leaked(f"of {lines} something is in {content[:80]!r}…")
    shown = str(board(meeting, True, "tonight")).lower()
    if SECRET in shown:
        raise Leaked(f"of {lines} something is on the public's board")


def pairs(chance: Random, folder: Path, number: int) -> int:
    """Two meetings that differ in what is private alone: no word of it in any form, and no form differs; nothing
    becomes public in silence. Word and PDF are made of one in twenty. Gives two, the meetings tried."""
    try:
        tried(number, chance.randrange(1 << 30), heavy=number % 20 == 0)
    except Found as error:
        raise Leaked(str(error)) from None
    return 2


def anything(chance: Random, folder: Path, number: int) -> None:
    """A meeting minuted by a tired clerk, written up in every form: none may fail."""
    table = Desk(rich(), rich().item_taken)
    for _ in range(chance.randint(3, 25)):
        with suppress(Unclear):
            table.enter(mistyped(chance))
    assert write_text(draft(table.meeting, shipped_style(), exempt=True))
    assert len(every_public_form(table.meeting)) > 20


def mistyped(chance: Random) -> str:
    """A line of shorthand as the guide shows it, some of its words put wrong."""
    usage = chance.choice(_USAGES)
    verb, _, rest = usage.removeprefix(":").partition(" ")
    head, dashes, _ = rest.partition(" -- ")
    typed = re.sub(r"[A-Za-z]\w*|\d+", lambda word: _in_place_of(chance, word[0]), head)
    text = f" -- {chance.choice(_TEXTS)}" if dashes or chance.random() < 0.1 else ""
    return f":{chance.choice(_PLACES)}{verb} {typed}{text}"


def _in_place_of(chance: Random, word: str) -> str:
    if chance.random() < 0.5:
        return word
    if chance.random() < 0.2:
        return chance.choice(_ODD)
    if word in _PEOPLE:
        return chance.choice(_PEOPLE)
    if word.isdecimal():
        return chance.choice(_ITEMS)
    return chance.choice(_LABELS) if re.fullmatch(r"[a-zA-Z]\d+", word) else word
