"""The meeting of June 2019, minuted through the desk's keys: the same Draft as by shorthand, and the keys it takes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from msgspec.structs import replace
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from clerk.completion.words import parted
from clerk.meeting.state import Meeting
from clerk.names import find_person
from clerk.setup.convening import read_meeting
from clerk.shorthand.line import Line, read_line
from exports.blocks import Draft
from exports.draft import draft as written_up
from exports.style import shipped_style
from screens.cli.papers import learn_papers
from screens.kit.ghost import NO_SPACE_BEFORE, Offered
from screens.sitting import first_entry
from store.library import Library
from store.meetings import Kept
from store.packs.reading import read_files
from tests.journals.keep import HASHES, expected, hashed
from tests.screens.desk.at_the_desk import Desk, desk

from . import minuting, papers
from .comparing import differences, report
from .june import PACK, SEEDS, June
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
            await self.write(step.typed)
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
        await self._fill(line)

    async def _outcome(self, line: Line) -> None:
        await self.at.keys(f"= {'r' if line.options else line.operands[0][0]} enter")

    async def _introduce(self, line: Line) -> None:
        how = line.options.get("how", "introduced")
        if line.operands[0] == "chair":
            await self.at.keys("b c enter")
            return
        await self.at.keys(f"b {self._officer(line.operands[0])} {how[0]}")
        if line.text:
            await self.write(line.text)
        await self.at.keys("enter")

    async def _invite(self, line: Line) -> None:
        await self.at.keys("b i")
        await self._fill(line)

    async def _speakers(self, line: Line) -> None:
        await self.at.keys("b s")
        if about := line.options.get("on"):
            await self.at.keys("tab")
            await self.at.type(about)
            await self.at.keys("enter")
        await self._send(line.text)

    async def _appoint(self, line: Line) -> None:
        await self.at.keys("b p")
        await self.at.type(",".join(self._letter(name) for name in line.operands[0].split(",")))
        for key in ("to", "seats", "columns"):
            await self.at.keys("tab")
            await self.at.type(line.options.get(key, "")[: 1 if key == "columns" else None])
        if line.text:
            await self.at.keys("tab")
            await self.write(line.text)
        await self.at.keys("enter")

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
        await self.write(line.text)
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
        await self.write(f"{line.options['at']}.1 {first}")
        await self.at.keys("enter backspace backspace backspace backspace")
        for number, bullet in enumerate(bullets):
            if number:
                await self.at.keys("enter")
            await self.write(bullet if number == 0 else bullet.removeprefix("- "))
        await self.at.keys("ctrl+s")

    async def _action(self, line: Line) -> None:
        await self.at.keys("a")
        await self._send(f"@{line.operands[0]}")

    # -- the parts of them -----------------------------------------------------------------------------------------

    async def write(self, words: str) -> None:
        """Words, as a whole."""
        await self.at.paste(words)

    async def _fill(self, line: Line) -> None:
        """What a verb takes."""
        await self.at.type(",".join(self._letter(name) for name in line.operands[0].split(",")))
        await self.at.keys("enter")

    def _letter(self, name: str) -> str:
        """What stands for somebody: a seat's letter, an officer's digit; else the word as it is."""
        people = self.at.meeting.people
        if name not in people:
            return name
        held = [seat.letter for seat in self.at.meeting.seats.values() if seat.holder == name]
        return held[0] if held else str(self._officer(name))

    async def _send(self, words: str) -> None:
        await self.write(words)
        await self.at.keys("enter")

    def _seat(self, name: str) -> str:
        meeting = self.at.meeting
        person = (meeting.presiding or "") if name == "chair" else find_person(meeting.people.values(), name).id
        return next(seat.letter for seat in meeting.seats.values() if seat.holder == person)

    def _officer(self, name: str) -> int:
        people = [person for person in self.at.meeting.people.values() if person.kind in ("officer", "partner")]
        return people.index(find_person(people, name)) + 1


class WithOffers(AtTheKeys):
    """The same by a clerk who takes what is offered where it is right, and never where it is not."""

    def __init__(self, at: Desk, steps: list[minuting.Gesture]) -> None:
        super().__init__(at, steps)
        self.shown = 0
        """The offers shown: one lasts as long as its next word is shown."""
        self.taken = 0
        self.in_words: list[int] = []
        """The keys that the words of each gesture took, without those of its command."""
        self.characters = 0
        """Those that were typed or taken."""

    async def _do(self, step: minuting.Gesture, in_text_after: bool) -> None:
        self.in_words.append(0)
        await super()._do(step, in_text_after)

    async def write(self, words: str) -> None:
        before = self.at.pressed
        await self._write(words)
        self.in_words[-1] += self.at.pressed - before
        self.characters += len(words)

    async def _write(self, words: str) -> None:
        """Words, with what is offered taken by Right and Ctrl+Right: what that will be is found out beforehand from the
        same offers, so that the keys can be pressed in one go."""
        if self.at.screen.writing is None:
            await self.at.keys(words[0])
            words = words[1:]
        entry, writing = self.at.entry, self.at.screen.writing
        if not entry.cursor_at_end_of_text:
            # Inside a text nothing is offered.
            await super().write(words)
            return
        offered = Offered(lambda text, place: self.at.screen.completing.offers(writing, text, place))
        keys = Taking(offered, entry.text, entry.text + words, entry.wrap_width)
        keys.find()
        self.shown += keys.shown
        self.taken += keys.taken
        await self.at.press(keys.keys)
        assert entry.text.rstrip() == keys.wanted.rstrip()


class Taking:
    """The keys that make one text of another, with what is offered taken where it is right."""

    def __init__(self, offered: Offered, text: str, wanted: str, width: int) -> None:
        self.offered = offered
        self.width = width
        self.text = text
        self.wanted = wanted
        self.keys: list[str] = []
        self.shown = self.taken = 0
        self._seen = self._took = (-1, "")

    def find(self) -> None:
        while self.text != self.wanted and self.text.rstrip() != self.wanted:
            self.offered.show(self.text, self._room())
            if self.offered.words:
                begun = parted(self.text)[1]
                here = (len(self.text) - len(begun), begun + self.offered.words[0])
                self.shown += here != self._seen
                self._seen = here
            if not self._take():
                self._type()

    def _room(self) -> int:
        """Columns that are left in the row where the text ends, in a field of this width."""
        rows = WrappedDocument(Document(self.text), self.width)
        return self.width - rows.location_to_offset(Document(self.text).end).x

    def _type(self) -> None:
        if self.offered.drops_space(self.text, self.wanted[len(self.text) - 1]):
            self.text = self.text[:-1]
        self.keys.append(self.wanted[len(self.text)])
        self.text += self.keys[-1]

    def _take(self) -> bool:
        """Takes what is right of an offer, or a word that is the beginning of a longer one; whether that saves keys."""
        words, rest = self.offered.words, self.wanted[len(self.text) :]
        right = 0
        while right < len(words) and self._is_whole(rest, " ".join(words[: right + 1])):
            right += 1
        if not right and not (words and rest.startswith(words[0]) and len(words[0]) > 3):
            return False
        whole = " ".join(words[: right or 1])
        after = rest[len(whole) :][:1]
        needless = after not in ("", " ", *NO_SPACE_BEFORE)
        all_of_it = right == len(words)
        if len(whole) + 1 <= (1 if all_of_it else right or 1) + 2 * needless:
            return False
        self.taken += self._took != self._seen
        self._took = self._seen
        self.keys.append("ctrl+right" if all_of_it else "right")
        self.text += self.offered.take(self.text, right if all_of_it else 1)
        if rest[len(self.text.rstrip()) - len(self.wanted) + len(rest) :][:1] not in ("", " ", *NO_SPACE_BEFORE):
            self.keys.append("backspace")
            self.text = self.text[:-1]
        return True

    @staticmethod
    def _is_whole(rest: str, words: str) -> bool:
        return rest.startswith(words) and not rest[len(words) : len(words) + 1].isalnum()


def keep_earlier_papers(june: June, home: Path) -> None:
    """The other seeds as the papers of earlier meetings of the body; of the pack that printed the decisions of June all
    but those."""
    for number, seed in enumerate(sorted(SEEDS.glob("*.txt")), 1):
        text = seed.read_text(encoding="utf-8")
        if seed == PACK:
            begins = text.index(june.title)
            ends = text.index("\n", text.index(june.closing))
            text = text[:begins] + text[ends:]
        (copy := home / seed.name).write_text(text, encoding="utf-8")
        streams, failed = read_files([copy])
        assert not failed
        day = f"2019-0{number}-07"
        papers_of = (
            f'body = "{june.body}"\ndate = "{day}"\n[[members]]\nname = "A Member"\n[[items]]\ntitle = "Minutes"\n'
        )
        with Kept.create(home, day, first_entry(read_meeting(papers_of), "jo"), by="jo") as kept:
            journal = kept.path
        Library(home).note(day, body=june.body, date=day)
        learn_papers(journal, streams)


async def by_the_keys(june: June, steps: list[minuting.Gesture], home: Path) -> tuple[Meeting, WithOffers]:
    """The meeting as the keys record it in a folder, and what that took."""
    keep_earlier_papers(june, home)
    async with desk(home, read_meeting(papers.meeting_toml(june)), at=OPENED) as at:
        while not at.screen.completing.learned:
            await asyncio.sleep(0.01)
        keys = WithOffers(at, steps)
        await keys.minute()
        return at.meeting, keys


@pytest.fixture(scope="module")
def steps(june: June) -> list[minuting.Gesture]:
    return minuting.gestures(june)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def minuted(
    june: June, steps: list[minuting.Gesture], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Meeting, WithOffers]:
    """The meeting as the keys recorded it, and what that took."""
    return await by_the_keys(june, steps, tmp_path_factory.mktemp("june"))


@pytest.fixture(scope="module")
def by_keys(minuted: tuple[Meeting, WithOffers]) -> Draft:
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


def test_its_journal_gives_what_it_gave(minuted: tuple[Meeting, WithOffers]) -> None:
    assert hashed("seed-by-keys", minuted[0].entries) == expected("seed-by-keys", HASHES).read_text(encoding="utf-8")


def test_nothing_is_amiss_with_it(minuted: tuple[Meeting, WithOffers]) -> None:
    assert minuted[0].problems == ()
    assert minuted[0].course == "closed"


def test_the_keys_that_it_takes(
    june: June, steps: list[minuting.Gesture], minuted: tuple[Meeting, WithOffers], capsys: pytest.CaptureFixture[str]
) -> None:
    keys = minuted[1]
    counted, in_words = (dict(zip(map(id, steps), counts, strict=True)) for counts in (keys.counted, keys.in_words))
    taken = minuting.effort(june, steps, lambda step: counted[id(step)], lambda step: in_words[id(step)])
    without = sum(keys.counted) + keys.characters - sum(keys.in_words)
    narrative = (taken.keys - taken.procedural_keys) / (taken.published - taken.procedural_published)
    with capsys.disabled():
        print(
            f"\nThe meeting of June 2019 through the desk's keys.\n{taken}\n"
            f"Its narrative: {narrative:.3f} keys a character. Offers: {keys.taken:,} taken of {keys.shown:,} shown "
            f"({keys.taken / keys.shown:.0%}). Without them: {without:,} keys ({without / taken.published:.0%})."
        )
    assert taken.keys <= 0.50 * taken.published
    assert taken.procedural_keys <= 0.20 * taken.procedural_published
    assert narrative <= 0.62
    assert keys.taken >= keys.shown / 3
