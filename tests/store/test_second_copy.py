"""The second copy: whole when all is well, a warning when it is not, and never in the writer's way."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keeping import NAME, entry

from store import Kept, copying, disk, read_meeting
from store.copying import SecondCopy
from store.errors import CannotCopyThere
from store.journal import Journal
from store.lines import EVENTS


class Desk:
    """A journal being written, with its second copy."""

    def __init__(self, journal: Journal, folder: Path) -> None:
        self.journal = journal
        self.folder = folder
        self.number = 0
        self.copy: SecondCopy | None = None

    def begin(self) -> SecondCopy:
        self.copy = SecondCopy(self.journal, self.folder, retry=0.01, look=0.05)
        return self.copy

    def record(self, times: int = 1) -> None:
        for _ in range(times):
            self.number += 1
            self.journal.append(EVENTS, {str(self.number): entry(self.number)})
            if self.copy:
                self.copy.reached(self.journal.place.end)

    def same(self) -> bool:
        return (self.folder / self.journal.path.name).read_bytes() == self.journal.path.read_bytes()


@pytest.fixture
def desk(journal: Journal, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(journal, tmp_path / "stick" / "minutes")
    yield desk
    if desk.copy:
        desk.copy.close(0.1)


def wait_for_messages(copy: SecondCopy) -> list[str]:
    for _ in range(500):
        if messages := copy.messages():
            return messages
        time.sleep(0.01)
    pytest.fail("nothing was said")


def test_it_begins_with_what_is_there_and_goes_on(desk: Desk) -> None:
    desk.record(3)
    copy = desk.begin()
    assert copy.flush()
    assert desk.same()
    desk.record(50)
    copy.close()
    assert desk.same()
    assert copy.messages() == []


def test_it_adds_to_the_copy_of_an_earlier_session(desk: Desk) -> None:
    desk.record(3)
    desk.begin().close()
    before = os.stat(desk.folder / f"{NAME}.journal")
    desk.copy = None
    desk.record(2)
    desk.begin().close()
    assert desk.same()
    assert os.stat(desk.folder / f"{NAME}.journal").st_ino == before.st_ino
    assert len(list(desk.folder.iterdir())) == 1


@pytest.mark.parametrize("there", [b"somebody's own file", b"x" * 100_000], ids=["short", "long"])
def test_another_file_of_that_name_is_moved_aside_and_not_lost(desk: Desk, there: bytes) -> None:
    desk.folder.mkdir(parents=True)
    (desk.folder / f"{NAME}.journal").write_bytes(there)
    desk.record()
    desk.begin().close()
    assert desk.same()
    [aside] = [file for file in desk.folder.iterdir() if "older" in file.name]
    assert aside.read_bytes() == there


def test_a_copy_with_more_than_the_journal_is_moved_aside(desk: Desk) -> None:
    desk.record(2)
    desk.folder.mkdir(parents=True)
    (desk.folder / f"{NAME}.journal").write_bytes(desk.journal.path.read_bytes() + b'{"n":3,"table"')
    desk.begin().close()
    assert desk.same()
    assert len(list(desk.folder.iterdir())) == 2


def test_a_missing_folder_warns_once_stops_nothing_and_catches_up(desk: Desk) -> None:
    desk.folder.parent.write_bytes(b"a file where the folder should be")
    copy = desk.begin()
    desk.record(3)
    [message] = wait_for_messages(copy)
    assert message.startswith(f"The second copy in {desk.folder} cannot be written: ")
    assert "The meeting itself is not affected" in message
    desk.record(3)
    time.sleep(0.05)
    assert copy.messages() == []
    desk.folder.parent.unlink()
    assert wait_for_messages(copy) == [f"The second copy in {desk.folder} works again and is complete."]
    assert desk.same()
    desk.record()
    assert copy.flush()
    assert desk.same()


def test_a_full_stick_is_continued_where_it_broke_off(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = desk.begin()
    assert copy.flush()
    full = True
    real = disk.write_all

    def write_all(fd: int, data: bytes) -> None:
        # Only the copy calls this by the module's name; the journal's own line goes the same way, so tell them apart.
        if full and os.fstat(fd).st_ino == os.stat(copy.path).st_ino:
            real(fd, data[:20])
            raise OSError(errno.ENOSPC, "No space left on device")
        real(fd, data)

    monkeypatch.setattr(copying.disk, "write_all", write_all)
    desk.record(2)
    assert "the disk is full" in wait_for_messages(copy)[0]
    full = False
    assert "complete" in wait_for_messages(copy)[0]
    assert desk.same()


def test_a_folder_that_does_not_answer_does_not_hold_up_the_writer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = desk.begin()
    assert copy.flush()
    real, answers = SecondCopy._copy, threading.Event()
    monkeypatch.setattr(SecondCopy, "_copy", lambda self, goal: (answers.wait(30), real(self, goal))[1])
    # If the writer waited for the folder, this would not come to its end before the folder answers.
    desk.record(20)
    assert not answers.is_set()
    assert not desk.same()
    answers.set()
    copy.close()
    assert desk.same()


def test_closing_waits_only_so_long_and_says_what_is_missing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = desk.begin()
    assert copy.flush()
    answers = threading.Event()
    monkeypatch.setattr(SecondCopy, "_copy", lambda self, goal: answers.wait(30) and None)
    desk.record()
    copy.close(0.05)
    assert "is not complete" in copy.messages()[0]
    answers.set()


def test_the_meetings_own_folder_is_refused(desk: Desk) -> None:
    desk.folder = desk.journal.path.parent / "x" / ".."
    (desk.journal.path.parent / "x").mkdir()
    with pytest.raises(CannotCopyThere, match="the meeting itself is kept there"):
        desk.begin()


# Another program's hands on the copy


def the_copy(desk: Desk) -> Path:
    return desk.folder / desk.journal.path.name


HANDS = {
    "deleted": lambda path: path.unlink(),
    "its folder deleted": lambda path: shutil.rmtree(path.parent),
    "cut to nothing": lambda path: os.truncate(path, 0),
    "cut short": lambda path: os.truncate(path, path.stat().st_size - 20),
    "overwritten": lambda path: path.write_bytes(b"something else"),
    "swapped for another of its size": lambda path: path.write_bytes(b"x" * path.stat().st_size),
    "a letter altered": lambda path: path.write_bytes(path.read_bytes().replace(b"Paragraph 1", b"Paragraph 9")),
    "added to": lambda path: path.write_bytes(path.read_bytes() + b"more"),
}


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("then", ["an entry", "a look", "the close"])
def test_a_copy_that_another_program_changed_is_whole_again_and_said(desk: Desk, hand: str, then: str) -> None:
    desk.record(3)
    copy = desk.begin() if then == "a look" else SecondCopy(desk.journal, desk.folder, retry=0.01, look=60)
    desk.copy = copy
    assert copy.flush()
    HANDS[hand](the_copy(desk))
    if then == "an entry":
        desk.record()
        assert copy.flush()
    elif then == "the close":
        copy.close()
    said = wait_for_messages(copy)
    assert desk.same()
    assert len(said) == 1
    assert said[0].startswith(f"The second copy in {desk.folder} had been ")
    assert "whole" in said[0]
    if hand == "overwritten":
        [aside] = [file for file in desk.folder.iterdir() if "older" in file.name]
        assert aside.name in said[0]
        assert aside.read_bytes() == b"something else"


def test_the_copy_of_a_meeting_that_had_to_go_on_elsewhere_goes_with_it(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with Kept.create(tmp_path / "home", NAME, entry(1), copy_to=stick) as kept:
        kept.append(entry(2))
        kept.path.write_bytes(b"")
        kept.append(entry(3))
        assert kept.name == f"{NAME}-kept-1"
    assert (stick / f"{NAME}-kept-1.journal").read_bytes() == kept.path.read_bytes()
    assert read_meeting(stick / f"{NAME}-kept-1.journal").entries == [entry(1), entry(2), entry(3)]


def test_what_is_copied_is_what_was_recorded_and_not_what_another_program_made_of_the_file(desk: Desk) -> None:
    copy = desk.begin()
    desk.record(2)
    whole = bytes(desk.journal.written)
    desk.journal.path.write_bytes(b"x" * 5_000)
    copy.close()
    assert the_copy(desk).read_bytes() == whole


def test_a_stick_that_is_taken_away_is_not_written_again_on_the_disk_below_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own folder stays, empty: a copy in that would be beside the meeting."""
    stick, away = desk.folder.parent, desk.folder.parent.with_name("in a pocket")
    stick.mkdir()
    real = os.path.ismount
    monkeypatch.setattr(os.path, "ismount", lambda path: (str(path) == str(stick) and not away.exists()) or real(path))
    desk.record(2)
    copy = desk.begin()
    assert copy.flush()
    stick.rename(away)
    stick.mkdir()
    desk.record()
    [said] = wait_for_messages(copy)
    assert said.startswith(f"The second copy in {desk.folder} cannot be written: the drive is not connected.")
    assert copy.failing
    assert list(stick.iterdir()) == []
    stick.rmdir()
    away.rename(stick)
    [said] = wait_for_messages(copy)
    assert said.endswith("works again and is complete.")
    copy.close()
    assert desk.same()
