"""The meeting of June 2019, minuted through the desk's keys: the same Draft as by shorthand, and the keys it takes."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from msgspec.structs import replace

from clerk.meeting.state import Meeting
from clerk.names import find_person
from clerk.setup.convening import read_meeting
from clerk.shorthand.line import Line, read_line
from exports.blocks import Draft
from exports.draft import draft as written_up
from exports.style import shipped_style
from tests.journals.keep import HASHES, expected, hashed
from tests.screens.desk.at_the_desk import Desk, desk

from . import minuting, papers
from .comparing import differences, report
from .june import June
from .test_the_published_minutes import as_text, as_word

OPENED, CLOSED = "19:00", (21, 19)


class AtTheKeys:
    """Does each gesture of the meeting by the keys that the desk has for it."""

    def __init__(self, at: Desk, steps: list[minuting.Gesture]) -> None:
        self.at = at
        self.steps = steps
        self.counted: list[int] = []

    async def minute(self) -> None:
        for number, step in enumerate(self.steps):
            before = self.at.pressed
            follows = self.steps[number + 1] if number + 1 < len(self.steps) else None
            await self._do(step, in_text_after=follows is not None and follows.kind == "narrative")
            self.counted.append(self.at.pressed - before)

    async def _do(self, step: minuting.Gesture, in_text_after: bool) -> None:
        if step.kind == "narrative":
            await self.at.paste(step.typed)
            await self.at.keys("enter" if in_text_after else "ctrl+s")
            return
        line = read_line(step.line)
        assert line is not None
        do: Callable[[Line], Coroutine[Any, Any, None]] = getattr(self, f"_{line.verb}")
        entries = len(self.at.meeting.entries)
        await do(line)
        assert len(self.at.meeting.entries) > entries, f"{step.line}: {self.at.said}"
        if not self.at.home and not in_text_after:
            await self.at.keys("escape")

    # -- the keys of each verb -------------------------------------------------------------------------------------

    async def _open(self, line: Line) -> None:
        await self.at.keys(". o enter")

    async def _close(self, line: Line) -> None:
        assert self.at.clock is not None
        self.at.clock.set(*CLOSED)
        await self.at.keys(". c enter")

    async def _apologies(self, line: Line) -> None:
        for name in line.operands[0].split(","):
            await self.at.keys(f"j {self._seat(name)} enter")

    async def _present(self, line: Line) -> None:
        await self.at.keys("r enter")

    async def _take(self, line: Line) -> None:
        await self.at.keys("g")
        if not self.at.said.startswith(f"Take item {line.operands[0]} "):
            await self.at.type(line.operands[0])
        await self.at.keys("enter")

    async def _none(self, line: Line) -> None:
        await self.at.keys("= 0 enter")

    async def _minutes(self, line: Line) -> None:
        await self.at.keys("= m")
        await self._send(line.operands[0])

    async def _outcome(self, line: Line) -> None:
        await self.at.keys(f"= {'r' if line.options else line.operands[0][0]} enter")

    async def _introduce(self, line: Line) -> None:
        how = line.options.get("how", "introduced")
        if line.operands[0] == "chair":
            await self.at.keys("b c enter")
            return
        await self.at.keys(f"b {self._officer(line.operands[0])} {how[0]}")
        if line.text:
            await self.at.paste(line.text)
        await self.at.keys("enter")

    async def _invite(self, line: Line) -> None:
        await self.at.keys("b i")
        await self._send(line.operands[0])

    async def _speakers(self, line: Line) -> None:
        await self.at.keys("b s")
        if about := line.options.get("on"):
            await self.at.keys("left left left")
            await self.at.type(f"on={about} ")
            await self.at.keys("end")
        await self._send(line.text)

    async def _appoint(self, line: Line) -> None:
        await self.at.keys("b p")
        options = " ".join(
            f'{key}="{value}"' if " " in value else f"{key}={value}" for key, value in line.options.items()
        )
        await self._send(f"{line.operands[0]} {options} -- {line.text}")

    async def _put(self, line: Line) -> None:
        await self.at.keys("q space" if line.text else "q enter")
        if line.text:
            await self._send(line.text)

    async def _vote(self, line: Line) -> None:
        assert line.operands == ("unanimous",)
        await self.at.keys("u enter")

    async def _motion(self, line: Line) -> None:
        assert line.options == {"kind": "order"}
        assert line.operands[1] == "duly"
        await self.at.keys(f"n tab {self._seat(line.operands[0])} .")
        await self.at.paste(line.text)
        await self.at.keys("ctrl+s")

    async def _amend(self, line: Line) -> None:
        mover, seconder, how = line.operands
        assert how == "add"
        await self.at.keys(f"m {self._seat(mover)} {self._seat(seconder)}")
        clauses = self.at.field.split("\n")
        above = next(n for n, clause in enumerate(clauses) if clause.startswith(f"{line.options['at']}."))
        while self.at.words.cursor_location[0] > above:
            await self.at.keys("up")
        while self.at.words.cursor_location[1] < len(clauses[above]):
            await self.at.keys("end")
        await self.at.keys("enter backspace backspace backspace")
        first, *bullets = line.text.split("\n")
        await self.at.paste(f"{line.options['at']}.1 {first}")
        await self.at.keys("enter backspace backspace backspace backspace")
        for number, bullet in enumerate(bullets):
            if number:
                await self.at.keys("enter")
            await self.at.paste(bullet if number == 0 else bullet.removeprefix("- "))
        await self.at.keys("ctrl+s")

    async def _action(self, line: Line) -> None:
        await self.at.keys("a")
        await self._send(f"@{line.operands[0]}")

    # -- the parts of them -----------------------------------------------------------------------------------------

    async def _send(self, words: str) -> None:
        await self.at.paste(words)
        await self.at.keys("enter")

    def _seat(self, name: str) -> str:
        meeting = self.at.meeting
        person = (meeting.presiding or "") if name == "chair" else find_person(meeting.people.values(), name).id
        return next(seat.letter for seat in meeting.seats.values() if seat.holder == person)

    def _officer(self, name: str) -> int:
        people = [person for person in self.at.meeting.people.values() if person.kind in ("officer", "partner")]
        return people.index(find_person(people, name)) + 1


async def by_the_keys(june: June, steps: list[minuting.Gesture], home: Path) -> tuple[Meeting, list[int]]:
    """The meeting as the keys record it in a folder, and the keys that each gesture takes."""
    async with desk(home, read_meeting(papers.meeting_toml(june)), at=OPENED) as at:
        keys = AtTheKeys(at, steps)
        await keys.minute()
        return at.meeting, keys.counted


@pytest.fixture(scope="module")
def steps(june: June) -> list[minuting.Gesture]:
    return minuting.gestures(june)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def minuted(
    june: June, steps: list[minuting.Gesture], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Meeting, list[int]]:
    """The meeting as the keys recorded it, and the keys that each gesture took."""
    return await by_the_keys(june, steps, tmp_path_factory.mktemp("june"))


@pytest.fixture(scope="module")
def by_keys(minuted: tuple[Meeting, list[int]]) -> Draft:
    return written_up(minuted[0], shipped_style())


def without_events(draft: Draft) -> Draft:
    return replace(draft, blocks=tuple(replace(block, events=()) for block in draft.blocks))


def test_keys_and_shorthand_give_the_same_draft(draft: Draft, by_keys: Draft) -> None:
    for block, other in zip(draft.blocks, by_keys.blocks, strict=True):
        assert replace(block, events=()) == replace(other, events=())
    assert without_events(by_keys) == without_events(draft)


@pytest.mark.parametrize("form", [as_text, as_word])
def test_it_is_what_was_published(june: June, by_keys: Draft, form: Callable[[Draft], list[str]]) -> None:
    found = differences(form(by_keys), june.lines)
    assert [difference for difference in found if not difference.rules] == [], report(found)


def test_its_journal_gives_what_it_gave(minuted: tuple[Meeting, list[int]]) -> None:
    assert hashed("seed-by-keys", minuted[0].entries) == expected("seed-by-keys", HASHES).read_text(encoding="utf-8")


def test_nothing_is_amiss_with_it(minuted: tuple[Meeting, list[int]]) -> None:
    assert minuted[0].problems == ()
    assert minuted[0].course == "closed"


def test_the_keys_that_it_takes(
    june: June, steps: list[minuting.Gesture], minuted: tuple[Meeting, list[int]], capsys: pytest.CaptureFixture[str]
) -> None:
    counted = dict(zip(map(id, steps), minuted[1], strict=True))
    at_the_keys = minuting.effort(june, steps, lambda step: counted[id(step)])
    with capsys.disabled():
        print(f"\nThe meeting of June 2019 through the desk's keys.\n{at_the_keys}")
    assert at_the_keys.procedural_keys < minuting.effort(june, steps).procedural_keys
    assert at_the_keys.procedural_keys < at_the_keys.procedural_published / 3
