"""Programs that synchronise, back up or clear away, at work in the folder of an open meeting."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from keeping import NAME, OPEN_FILES_STAY, Fail, entry

from store import disk, read_meeting, refuge
from store.errors import CannotKeepThere, CannotOpen, NotRecorded, OnlyInThisWindow
from store.following import first_line_of
from store.meetings import Kept

pytestmark = OPEN_FILES_STAY

Hand = Callable[[Path, bytes], None]


def first_line(path: Path) -> dict[str, str]:
    return dict(json.loads(path.read_bytes().splitlines()[0]))


def last_hash(data: bytes) -> str:
    return str(json.loads(data.splitlines()[-1])["hash"])


def in_place(path: Path, data: bytes) -> None:
    """Other bytes in the very same file, as a program that does not rename writes them."""
    with open(path, "r+b") as file:
        file.truncate(0)
        file.write(data)


def renamed(path: Path, data: bytes) -> None:
    other = path.with_name("other")
    other.write_bytes(data)
    other.replace(path)


def swapped(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join([*lines[:-2], lines[-1], lines[-2]])


def linked(path: Path, data: bytes) -> None:
    other = path.parent.parent / "elsewhere.journal"
    other.write_bytes(data)
    path.unlink()
    path.symlink_to(other)


HANDS: dict[str, Callable[[Path, bytes, bytes], None]] = {
    "an older version, in place": lambda path, older, ours: in_place(path, older),
    "cut to nothing": lambda path, older, ours: in_place(path, b""),
    "an older version, renamed": lambda path, older, ours: renamed(path, older),
    "another program's file, in place": lambda path, older, ours: in_place(path, b"PK\x03\x04" * 50),
    "a letter altered": lambda path, older, ours: in_place(path, ours.replace(b"Paragraph 2", b"Paragraph 7")),
    "cut in the middle of a line": lambda path, older, ours: os.truncate(path, len(ours) - 30),
    "something added": lambda path, older, ours: in_place(path, ours + b"\n\n"),
    "every line end changed": lambda path, older, ours: in_place(path, ours.replace(b"\n", b"\r\n")),
    "all of it twice": lambda path, older, ours: in_place(path, ours * 2),
    "zeros, as a drive leaves them": lambda path, older, ours: in_place(path, b"\0" * len(ours)),
    "two lines swapped": lambda path, older, ours: in_place(path, swapped(ours)),
    "a mark of UTF-8 before it": lambda path, older, ours: in_place(path, b"\xef\xbb\xbf" + ours),
    "a link to an older version": lambda path, older, ours: linked(path, older),
    "older, then newer again without the last": lambda path, older, ours: (
        in_place(path, older),
        renamed(path, ours[:-9]),
    )[1],
}


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    kept = Kept.create(tmp_path / "home", NAME, entry(1), by="jo")
    kept.append(entry(2))
    return kept


def spoil(kept: Kept, hand: str) -> tuple[bytes, bytes]:
    older = kept.path.read_bytes()
    kept.append(entry(3))
    ours = kept.path.read_bytes()
    HANDS[hand](kept.path, older, ours)
    return older, kept.path.read_bytes()


@pytest.mark.parametrize("hand", HANDS)
def test_all_that_was_recorded_goes_on_beside(kept: Kept, hand: str) -> None:
    path, identity = kept.path, first_line(kept.path)["id"]
    _, theirs = spoil(kept, hand)
    kept.words.save({"text": "half a sent"})
    assert kept.append(entry(4)) == 4
    assert kept.name == f"{NAME}-kept-1"
    [said] = kept.messages()
    assert f"All 3 entries are kept as the meeting {NAME}-kept-1, and it goes on there" in said
    assert kept.append(entry(5)) == 5
    kept.close()
    assert kept.messages() == []
    assert path.read_bytes() == theirs
    with Kept.open(path.with_name(f"{NAME}-kept-1.journal")) as again:
        assert again.entries == [entry(number) for number in range(1, 6)]
        assert again.report == []
        assert again.words.load()[0] == {"text": "half a sent"}
    first = first_line(again.path)
    assert first["meeting"] == f"{NAME}-kept-1"
    assert first["id"] != identity == first["replaces"]
    assert len(first["in_common"]) == 64


def test_the_new_record_names_the_last_line_that_both_have(kept: Kept) -> None:
    older, _ = spoil(kept, "an older version, in place")
    kept.look()
    assert first_line(kept.path)["in_common"] == last_hash(older)
    kept.close()


def test_where_nothing_is_left_in_common_the_last_line_recorded_is_named(kept: Kept) -> None:
    kept.append(entry(3))
    ours = kept.path.read_bytes()
    in_place(kept.path, b"")
    kept.look()
    assert first_line(kept.path)["in_common"] == last_hash(ours)
    kept.close()


@pytest.mark.parametrize("hand", HANDS)
def test_it_is_noticed_without_an_entry_and_at_the_latest_when_the_desk_closes(kept: Kept, hand: str) -> None:
    path = kept.path
    spoil(kept, hand)
    kept.close()
    [said] = kept.messages()
    assert f"{NAME}-kept-1" in said
    assert read_meeting(path.with_name(f"{NAME}-kept-1.journal")).entries == [entry(1), entry(2), entry(3)]


def test_the_same_bytes_written_anew_and_a_touch_change_nothing(kept: Kept) -> None:
    for hand in (in_place, renamed, lambda path, data: os.utime(path, (1, 1))):
        hand(kept.path, kept.path.read_bytes())
        kept.append(entry(len(kept) + 1))
        kept.look()
    assert kept.name == NAME
    assert kept.messages() == []
    kept.close()
    assert read_meeting(kept.path).entries == [entry(number) for number in range(1, 6)]


@pytest.mark.parametrize("moment", ["write_all", "sync"])
@pytest.mark.parametrize("hand", HANDS)
def test_the_hand_comes_in_the_middle_of_an_entry(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, moment: str, hand: str
) -> None:
    real = getattr(disk, moment)
    older = kept.path.read_bytes()
    kept.append(entry(3))
    path, ours = kept.path, kept.path.read_bytes()

    def then(*args: object) -> None:
        monkeypatch.undo()
        real(*args)
        HANDS[hand](path, older, ours)

    monkeypatch.setattr(disk, moment, then)
    kept.append(entry(4))
    kept.append(entry(5))
    kept.close()
    assert read_meeting(kept.path).entries == [entry(number) for number in range(1, 6)]


def test_a_journal_deleted_in_the_middle_of_an_entry_is_put_back(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    real = disk.sync

    def then(fd: int) -> None:
        monkeypatch.undo()
        real(fd)
        kept.path.unlink()

    monkeypatch.setattr(disk, "sync", then)
    kept.append(entry(3))
    assert read_meeting(kept.path).entries == [entry(1), entry(2), entry(3)]
    kept.close()


def test_a_deleted_lock_is_taken_again(kept: Kept) -> None:
    kept.path.unlink()
    kept.path.with_suffix(".lock").unlink()
    kept.look()
    with pytest.raises(Exception, match="is open already, at the desk of jo"):
        Kept.open(kept.path)
    kept.close()


# The folder goes


@pytest.fixture
def refuges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a meeting without a folder is kept at last: all of it in the test's own."""
    user = tmp_path / "user"
    user.mkdir()
    monkeypatch.setenv("HOME", str(user))
    monkeypatch.setenv("USERPROFILE", str(user))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(user))
    return user


def away(folder: Path) -> None:
    folder.rename(folder.with_name("away"))


def a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"")


GONE: dict[str, Callable[[Path], None]] = {"deleted": shutil.rmtree, "renamed": away, "a file now": a_file}


@pytest.mark.parametrize("how", GONE)
def test_a_folder_that_is_gone_is_said_and_another_takes_all(kept: Kept, tmp_path: Path, how: str) -> None:
    GONE[how](kept.path.parent)
    for _ in range(2):
        with pytest.raises(
            OnlyInThisWindow, match="2 entries before it are in this window only, not on disk"
        ) as caught:
            kept.append(entry(3))
        assert "safe on disk" not in str(caught.value)
    assert kept.adrift
    assert "2 entries are in this window only" in kept.only_here
    kept.words.save({"text": "half"})
    assert "All 2 entries are kept in" in kept.keep_in(tmp_path / "stick" / "minutes")
    assert not kept.adrift
    assert kept.append(entry(3)) == 3
    kept.close()
    with Kept.open(tmp_path / "stick" / "minutes" / f"{NAME}.journal") as again:
        assert again.entries == [entry(1), entry(2), entry(3)]
        assert again.words.load()[0] == {"text": "half"}
        assert "replaces" in first_line(again.path)


def test_a_folder_that_is_gone_is_said_without_an_entry_and_when_it_is_back(kept: Kept) -> None:
    folder = kept.path.parent
    away(folder)
    kept.look()
    [said] = kept.messages()
    assert said.startswith("2 entries are in this window only, not on disk: the file or folder is not there.")
    kept.look()
    assert kept.messages() == []
    folder.with_name("away").rename(folder)
    kept.look()
    assert not kept.adrift
    assert kept.append(entry(3)) == 3
    kept.close()
    assert read_meeting(kept.path).entries == [entry(1), entry(2), entry(3)]


def test_a_folder_that_takes_nothing_is_said_and_nothing_has_changed(kept: Kept, tmp_path: Path, fail: Fail) -> None:
    shutil.rmtree(kept.path.parent)
    kept.look()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotKeepThere, match=r"a file stands where a folder should be\. Name another folder"):
        kept.keep_in(tmp_path / "file")
    fail("write", times=2)
    with pytest.raises(CannotKeepThere, match="the disk is full"):
        kept.keep_in(tmp_path / "full")
    assert kept.adrift
    kept.keep_in(tmp_path / "other")
    assert read_meeting(tmp_path / "other" / f"{NAME}.journal").entries == [entry(1), entry(2)]
    kept.close()


def test_another_meeting_of_the_name_there_is_left_alone(kept: Kept, tmp_path: Path) -> None:
    with Kept.create(tmp_path / "there", NAME, entry(9)) as other:
        pass
    shutil.rmtree(kept.path.parent)
    kept.keep_in(tmp_path / "there" / "meetings")
    assert kept.name == f"{NAME}-kept-1"
    assert read_meeting(other.path).entries == [entry(9)]
    kept.close()


def test_the_same_folder_made_anew_takes_it_back_as_the_same_record(kept: Kept) -> None:
    identity = first_line(kept.path)["id"]
    folder = kept.path.parent
    shutil.rmtree(folder)
    kept.look()
    assert "are kept in" in kept.keep_in(folder)
    assert first_line(kept.path)["id"] == identity
    kept.append(entry(3))
    kept.close()
    assert read_meeting(kept.path).entries == [entry(1), entry(2), entry(3)]


def test_leaving_never_loses_what_is_in_memory_alone(kept: Kept, refuges: Path) -> None:
    shutil.rmtree(kept.path.parents[1])
    kept.close()
    said = kept.messages()[-1]
    assert f"All 2 entries are kept in {refuges / 'clerk-kept'}" in said
    assert read_meeting(refuges / "clerk-kept" / f"{NAME}.journal").entries == [entry(1), entry(2)]
    assert refuge.kept_apart() == [refuges / "clerk-kept" / f"{NAME}.journal"]


def test_leaving_puts_it_back_where_it_was_if_it_can(kept: Kept, refuges: Path) -> None:
    shutil.rmtree(kept.path.parent)
    kept.close()
    assert read_meeting(kept.path).entries == [entry(1), entry(2)]
    assert not list(refuges.iterdir())


def test_what_can_be_kept_nowhere_is_said(kept: Kept, refuges: Path) -> None:
    shutil.rmtree(kept.path.parents[1])
    refuges.rmdir()
    refuges.write_bytes(b"")
    kept.close()
    assert "could not be kept anywhere" in kept.messages()[-1]


NO_FILE = {"a folder": Path.mkdir} | ({"a pipe": os.mkfifo} if hasattr(os, "mkfifo") else {})


@pytest.mark.parametrize("what", NO_FILE)
def test_what_is_no_file_and_has_its_name_is_said_and_the_meeting_goes_on_beside(kept: Kept, what: str) -> None:
    """The place that is offered first takes it, under another name; a pipe holds nobody up, whoever looks."""
    kept.path.unlink()
    NO_FILE[what](kept.path)
    assert first_line_of(kept.path) is None
    with pytest.raises(CannotOpen):
        read_meeting(kept.path)
    with pytest.raises(OnlyInThisWindow, match=r"a folder stands where a file should be|what has its name is no file"):
        kept.append(entry(3))
    assert f"as {NAME}-kept-1" in kept.keep_in(kept.path.parent)
    assert kept.append(entry(3)) == 3
    kept.close()
    assert read_meeting(kept.path).entries == [entry(1), entry(2), entry(3)]


def test_a_disk_that_is_full_is_not_taken_for_a_folder_that_is_gone(kept: Kept, fail: Fail) -> None:
    fail("write")
    with pytest.raises(NotRecorded, match="2 entries before it are safe on disk") as caught:
        kept.append(entry(3))
    assert not isinstance(caught.value, OnlyInThisWindow)
    assert not kept.adrift
    kept.close()


def test_a_full_disk_and_a_spoilt_file_at_once(kept: Kept, fail: Fail) -> None:
    in_place(kept.path, b"")
    fail("write")
    with pytest.raises(Exception, match="in this window only, not on disk"):
        kept.append(entry(3))
    assert kept.adrift
    assert kept.append(entry(3)) == 3
    assert kept.name == f"{NAME}-kept-1"
    kept.close()
    assert read_meeting(kept.path).entries == [entry(1), entry(2), entry(3)]
