"""A disk that is full: it is said, nothing is shown as recorded, and nothing typed is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clerk.events import Minuted
from screens.desk.app import DeskApp
from screens.kit.line import Passage
from screens.sitting import Sitting
from store.errors import NotRecorded
from store.library import Library
from store.meetings import Kept
from tests.screens.desk.at_the_desk import Desk, desk, made
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


class FullDisk:
    """Fills the disk under a desk, and makes room again."""

    def __init__(self, at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self._kept, self._append, self._patch = at.sitting.kept, at.sitting.kept.append, monkeypatch

    def fill(self, after: int = 0) -> None:
        left = after

        def append(entry: Any) -> int:
            nonlocal left
            if left:
                left -= 1
                return self._append(entry)
            raise NotRecorded(self._kept.path, "the disk is full", kept="All entries before it are kept.")

        self._patch.setattr(self._kept, "append", append)

    def make_room(self) -> None:
        self._patch.setattr(self._kept, "append", self._append)


def narrative(at: Desk) -> list[str]:
    return [event.text for event in at.recorded() if isinstance(event, Minuted)]


async def test_paragraphs_stand_in_the_field_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        disk = FullDisk(at, monkeypatch)
        disk.fill()
        await at.type("The roof leaks.\n")
        assert "NOT recorded: the disk is full" in at.said
        assert at.field == "The roof leaks."
        assert "The roof leaks." not in at.rows
        await at.keys("ctrl+s")
        assert at.field == "The roof leaks."
        assert not at.home
        disk.make_room()
        await at.keys("enter")
        assert narrative(at) == ["The roof leaks."]
        assert at.field == ""


async def test_many_paragraphs_keep_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        disk = FullDisk(at, monkeypatch)
        disk.fill(after=1)
        await at.paste("One.\nTwo.\nThree.\nFour")
        assert narrative(at) == ["One."]
        assert at.field == "Two.\nThree.\nFour"
        await at.type(".\n")
        assert at.field == "Two.\nThree.\nFour."
        disk.fill(after=1)
        await at.keys("ctrl+s")
        assert at.field == "Three.\nFour."
        disk.make_room()
        await at.keys("ctrl+s")
        assert narrative(at) == ["Two.", "Three.", "Four."]
        assert at.home


async def test_a_list_is_not_left_with_an_empty_bullet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nMembers said:") as at:
        disk = FullDisk(at, monkeypatch)
        disk.fill()
        await at.paste("- it leaks;")
        await at.keys("enter")
        disk.make_room()
        await at.keys("ctrl+s")
        assert narrative(at) == ["- it leaks;"]


async def test_a_gesture_waits_for_enter_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        disk = FullDisk(at, monkeypatch)
        disk.fill()
        await at.keys("v e f H enter")
        assert "NOT recorded" in at.said
        assert not at.meeting.votes
        assert "Vote v1" not in at.text
        disk.make_room()
        await at.keys("enter")
        vote = at.meeting.votes["v1"]
        assert (vote.against_names, vote.abstained_names) == (("elm", "fir"), ("hazel",))
        assert at.home
        assert at.said.startswith("✓")


async def test_whatever_was_typed_after_a_verb_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        disk = FullDisk(at, monkeypatch)
        for begin, words, end, in_all in [
            ("a", "Mend it @reed", "enter", "Mend it @reed"),
            ("!", "the sum", "enter", "the sum"),
            (":", "in elm", "enter", ":in elm"),
            ("= u", "too dear", "enter", "too dear"),
            ("n e f", "That it be so.", "ctrl+s", "That it be so."),
            ("b 1 s", "She said so.", "ctrl+s", "She said so."),
            ("d e enter 7 enter n s", "a boat", "enter", "a boat"),
        ]:
            disk.fill()
            await at.keys(begin)
            await at.type(words)
            await at.keys(end)
            assert "NOT recorded" in at.said, begin
            assert at.field == in_all, begin
            disk.make_room()
            await at.keys(end)
            assert len(at.recorded()) == 1, begin
            if not at.home:
                await at.keys("escape")
        disk.fill()
        await at.keys("o e")
        assert "NOT recorded" in at.said
        assert "11 of 11 in the room" in at.text
        await at.keys("escape z")
        assert "NOT recorded" in at.said
        await at.keys("<")
        assert "NOT recorded" in at.said


async def test_a_warning_of_the_second_copy_is_said_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:out willow\n:take 7") as at:
        warnings = ["The second copy has stopped."]
        monkeypatch.setattr(at.sitting.kept, "messages", lambda: [warnings.pop()] if warnings else [])
        await at.keys("5 space 5 enter")
        assert "A tie." in at.said
        await at.keys("f enter")
        assert "second copy has stopped" in at.said
        assert at.meeting.questions["r7"].state == "carried"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_second_copy_that_fails_is_said_though_nothing_is_recorded_and_stands_in_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, script=ITEM_7, size=size) as at:
        warnings = ["The second copy has stopped."]
        monkeypatch.setattr(at.sitting.kept, "messages", lambda: [warnings.pop()] if warnings else [])
        monkeypatch.setattr(Kept, "uncopied", True)
        await at.type("Half a sen")
        await a_second_later(at)
        assert at.said == "✗ The second copy has stopped."
        await at.type("tence.\n")
        assert "⚠ No second copy" in at.text
        warnings.append("The second copy is complete again.")
        monkeypatch.setattr(Kept, "uncopied", False)
        await a_second_later(at)
        assert at.said == "The second copy is complete again."
        assert "No second copy" not in at.text


class Unkept:
    """A disk that takes entries but not the words being typed, until it is mended."""

    def __init__(self, at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self._save, self._patch, self._words = at.sitting.kept.words.save, monkeypatch, at.sitting.kept.words
        monkeypatch.setattr(self._words, "save", lambda words: "The words being typed cannot be kept just now.")

    def mend(self) -> None:
        self._patch.setattr(self._words, "save", self._save)


async def a_second_later(at: Desk) -> None:
    at.screen._every_second()
    await at.rest()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_words_that_cannot_be_kept_are_said_once_and_stand_in_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, script=ITEM_7, size=size) as at:
        disk = Unkept(at, monkeypatch)
        await at.type("Half a sen")
        await a_second_later(at)
        assert "cannot be kept" in at.said
        assert at.field == "Half a sen"
        assert "⚠ What you type is not kept yet" in at.text
        await at.keys("escape v e")
        asked = at.said
        await a_second_later(at)
        assert at.said == asked
        assert "⚠ What you type is not kept yet" in at.text
        disk.mend()
        await a_second_later(at)
        assert "not kept yet" not in at.text


async def test_what_was_not_recorded_is_not_talked_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        FullDisk(at, monkeypatch).fill()
        Unkept(at, monkeypatch)
        await at.type("The roof leaks.\n")
        await a_second_later(at)
        assert "NOT recorded" in at.said
        assert "⚠ What you type is not kept yet" in at.text


async def test_leaving_with_words_that_cannot_be_kept_asks_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        Unkept(at, monkeypatch)
        await at.type("Half a sen")
        await at.keys("ctrl+q")
        assert at.said.endswith("Ctrl+Q again leaves without them.")
        assert at.app._exit is False
        assert at.field == "Half a sen"
        await at.keys("ctrl+q")
        assert at.app._exit is True


async def test_the_last_words_are_kept_when_the_desk_is_left(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.type("Half a sen")
        await at.keys("ctrl+q")
        kept, _ = at.sitting.kept.words.load()
        assert kept["text"] == "Half a sen"


async def test_an_older_file_in_the_place_of_the_meetings_is_said_at_opening(tmp_path: Path) -> None:
    path = made(tmp_path, script=":open 19:00\n:present all\nOne.\nTwo.\n:close 21:00\n")
    Library(tmp_path).note(path.stem, body="Parks", date="2031-03-12", state="closed", entries="6")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-2]))
    with Kept.open(path, "Ivy") as kept:
        app = DeskApp(lambda: Sitting(kept, "Ivy"))
        async with app.run_test(size=(100, 30)) as pilot:
            for _ in range(60):
                await pilot.pause(0.1)
                said = app.screen.query_one("#said", Passage).text.plain
                if "6 entries when it was left last" in said:
                    break
            assert "6 entries when it was left last" in said
            assert "4 can be read now" in said
