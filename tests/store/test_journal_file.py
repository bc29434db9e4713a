"""The journal's file: what is appended is there, and what goes wrong leaves it as it was."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from keeping import NAME, OPEN_FILES_STAY, Fail, entry, lines_of

from store import disk
from store.errors import (
    CannotBeStored,
    CannotOpen,
    JournalChanged,
    JournalIsDamaged,
    MeetingExists,
    NewerJournal,
    NotAJournal,
    NotRecorded,
)
from store.journal import Journal, create, read_file
from store.lines import EVENTS

JOURNALS = Path(__file__).parent / "journals"


def texts(path: Path) -> list[str]:
    return [
        json.loads(row)["events"][0]["text"]
        for line in read_file(path).lines
        for row in map(bytes, (line.changes or {}).values())
    ]


def append(journal: Journal, *numbers: int) -> None:
    for number in numbers:
        journal.append(EVENTS, {str(number): entry(number)})


def test_first_line_names_the_format_and_the_meeting(path: Path) -> None:
    first = json.loads(path.read_bytes().splitlines()[0])
    assert first["clerk"] == "journal"
    assert first["version"] == 1
    assert first["meeting"] == NAME
    assert len(first["id"]) == 16


def test_every_line_carries_the_hash_of_the_one_before_and_its_own_body(journal: Journal) -> None:
    append(journal, 1, 2)
    before = b""
    for number, line in enumerate(journal.path.read_bytes().splitlines()):
        body, _, tail = line.partition(b',"hash":"')
        assert tail[:-2] == sha256(before + body).hexdigest().encode()
        assert json.loads(line).get("n", 0) == number
        before = tail[:-2]


def test_an_entry_is_synced_before_append_returns(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    real = disk.sync
    monkeypatch.setattr(disk, "sync", lambda fd: (real(fd), sizes.append(journal.path.stat().st_size)))
    append(journal, 1)
    assert sizes == [journal.path.stat().st_size] == [journal.place.end]


def test_reopening_gives_what_was_appended(journal: Journal) -> None:
    append(journal, 1, 2, 3)
    journal.close()
    again = Journal(journal.path)
    assert [line.n for line in again.take_lines()] == [1, 2, 3]
    assert again.report == []
    append(again, 4)
    again.close()
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2", "Paragraph 3", "Paragraph 4"]


def test_text_of_every_kind_comes_back(journal: Journal) -> None:
    odd = "[/b] [Cllr X] 50% [/] \u2028 \x00 \x1b[31m “é” 🗳 \r\n\t\\ \x7f"
    journal.append(EVENTS, {"1": entry(1, text=odd)})
    assert lines_of(journal.path) == 1
    assert texts(journal.path) == [odd]


@pytest.mark.parametrize("value", ["\ud800", object(), {"deep": 1}], ids=["surrogate", "object", "deep"])
def test_what_json_cannot_hold_is_refused_before_anything_is_written(journal: Journal, value: object) -> None:
    if isinstance(value, dict):
        for _ in range(2_000):
            value = {"deep": value}
    size = journal.path.stat().st_size
    with pytest.raises(CannotBeStored, match="NOT recorded"):
        journal.append(EVENTS, {"1": {"text": value}})
    assert journal.path.stat().st_size == size
    append(journal, 1)
    assert texts(journal.path) == ["Paragraph 1"]


def test_create_leaves_an_existing_meeting_alone(journal: Journal) -> None:
    append(journal, 1)
    with pytest.raises(MeetingExists):
        create(journal.path, NAME)
    assert texts(journal.path) == ["Paragraph 1"]


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_meeting_that_cannot_be_created_leaves_nothing_behind(tmp_path: Path, fail: Fail, step: str) -> None:
    fail(step, errno.EROFS)
    with pytest.raises(CannotOpen, match=r"cannot be created: the disk is read-only\. .*CLERK_HOME"):
        create(tmp_path / "m.journal", "m")
    assert list(tmp_path.iterdir()) == []


# A disk that fails


def test_full_disk(journal: Journal, fail: Fail) -> None:
    append(journal, 1, 2)
    fail("write")
    with pytest.raises(NotRecorded, match=r"NOT recorded: the disk is full\. 2 entries before it are safe"):
        append(journal, 3)
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]
    append(journal, 3)
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2", "Paragraph 3"]


def test_a_short_write_is_continued(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    real = disk.write
    monkeypatch.setattr(disk, "write", lambda fd, data: real(fd, data[:7]))
    append(journal, 1, 2)
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]


def test_half_a_line_on_a_full_disk_is_cut_back(journal: Journal, fail: Fail) -> None:
    append(journal, 1)
    good = journal.path.read_bytes()
    fail("write", part=40)
    with pytest.raises(NotRecorded, match="the disk is full"):
        append(journal, 2)
    assert journal.path.read_bytes() == good
    append(journal, 2)
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]


def test_half_a_line_that_cannot_be_cut_back_is_cut_before_the_next_entry(journal: Journal, fail: Fail) -> None:
    append(journal, 1)
    fail("write", part=40)
    fail("cut", errno.EIO, times=2)
    with pytest.raises(NotRecorded, match="the disk is full"):
        append(journal, 2)
    with pytest.raises(NotRecorded, match="the disk reported a fault"):
        append(journal, 2)
    append(journal, 2)
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]


def test_half_a_line_that_cannot_be_cut_back_is_set_aside_on_opening(journal: Journal, fail: Fail) -> None:
    append(journal, 1)
    fail("write", part=40)
    fail("cut", errno.EIO)
    with pytest.raises(NotRecorded):
        append(journal, 2)
    journal.close()
    again = Journal(journal.path)
    assert again.report[0].endswith(f"set aside in {NAME}.torn-1.")
    assert len((journal.path.parent / f"{NAME}.torn-1").read_bytes()) == 40
    again.close()


def test_after_a_failed_sync_the_entry_is_taken_back_and_the_file_verified(journal: Journal, fail: Fail) -> None:
    append(journal, 1)
    good = journal.path.read_bytes()
    fail("sync", errno.EIO)
    with pytest.raises(NotRecorded, match=r"the disk reported a fault\. 1 entry before it is safe"):
        append(journal, 2)
    assert journal.path.read_bytes() == good
    append(journal, 2)
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]


def test_after_a_failed_sync_what_is_not_as_written_is_said(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    append(journal, 1)

    def lose(fd: int) -> None:
        journal.path.write_bytes(journal.path.read_bytes().replace(b"Paragraph 1", b"Paragraph 9"))
        monkeypatch.undo()
        raise OSError(errno.EIO, "lost")

    monkeypatch.setattr(disk, "sync", lose)
    with pytest.raises(JournalChanged, match="NOT recorded"):
        append(journal, 2)


def test_an_interrupt_in_the_middle_of_an_entry_takes_it_back(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(journal, 1)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync", lambda fd: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            append(journal, 2)
    append(journal, 2)
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_file_that_may_really_not_grow(journal: Journal) -> None:
    append(journal, 1)
    script = f"""
import resource, signal, sys
from pathlib import Path
from store.errors import NotRecorded
from store.journal import Journal
journal = Journal(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (journal.place.end + 100, resource.RLIM_INFINITY))
try:
    journal.append("events", {{"2": {entry(2)!r}}})
except NotRecorded as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.append("events", {{"2": {entry(2)!r}}})
"""
    run = subprocess.run([sys.executable, "-c", script, journal.path], capture_output=True, text=True, check=True)
    assert "NOT recorded: the file may not grow any larger. 1 entry before it is safe on disk." in run.stdout
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]


# Another program's hands in the folder


@OPEN_FILES_STAY
def test_a_journal_deleted_while_open_is_put_back(journal: Journal) -> None:
    append(journal, 1)
    journal.path.unlink()
    append(journal, 2)
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]
    assert journal.report == [f"{NAME}.journal had been deleted while the meeting was open. It was put back whole."]


@OPEN_FILES_STAY
def test_a_journal_replaced_by_an_equal_one_is_gone_on_with(journal: Journal) -> None:
    append(journal, 1)
    other = journal.path.with_name("other")
    other.write_bytes(journal.path.read_bytes())
    other.replace(journal.path)
    append(journal, 2)
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]


@OPEN_FILES_STAY
@pytest.mark.parametrize("how", ["an older one", "another meeting", "something else", "one with more", "one cut short"])
def test_a_journal_replaced_by_another_is_left_alone_and_ours_is_kept(journal: Journal, how: str) -> None:
    append(journal, 1)
    older = journal.path.read_bytes()
    append(journal, 2)
    ours = journal.path.read_bytes()
    other = journal.path.with_name("other")
    create(other, "other", [(EVENTS, {"1": entry(7), "2": entry(8), "3": entry(9)})])
    theirs = {
        "an older one": older,
        "another meeting": other.read_bytes(),
        "something else": b"PK" * 9_000,
        "one with more": ours + b"{}\n",
        "one cut short": ours[:-9],
    }[how]
    other.write_bytes(theirs)
    other.replace(journal.path)
    for _ in range(2):
        with pytest.raises(JournalChanged, match=f"NOT recorded.* is kept as the meeting {NAME}-kept-1: go on"):
            append(journal, 3)
    assert journal.path.read_bytes() == theirs
    assert texts(journal.path.with_name(f"{NAME}-kept-1.journal")) == ["Paragraph 1", "Paragraph 2"]
    assert len(list(journal.path.parent.iterdir())) == 2


@OPEN_FILES_STAY
def test_a_file_put_in_its_place_while_the_disk_failed_is_not_cut(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(journal, 1)
    theirs = b"PK" * 9_000

    def swap(fd: int) -> None:
        monkeypatch.undo()
        other = journal.path.with_name("other")
        other.write_bytes(theirs)
        other.replace(journal.path)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(disk, "sync", swap)
    with pytest.raises(JournalChanged):
        append(journal, 2)
    assert journal.path.read_bytes() == theirs
    assert texts(journal.path.with_name(f"{NAME}-kept-1.journal")) == ["Paragraph 1"]


def test_what_is_recorded_cannot_be_saved_beside_either(journal: Journal, fail: Fail) -> None:
    append(journal, 1)
    with open(journal.path, "ab") as file:
        file.write(b"{}\n")
    fail("write")
    with pytest.raises(JournalChanged, match=r"could not be saved beside it either: the disk is full\."):
        append(journal, 2)
    with pytest.raises(JournalChanged, match=f"is kept as the meeting {NAME}-kept-1"):
        append(journal, 2)


# Opening what is not whole


def test_a_torn_last_line_is_set_aside_at_every_length(journal: Journal) -> None:
    append(journal, 1, 2)
    journal.close()
    data = journal.path.read_bytes()
    end = data[:-1].rindex(b"\n") + 1
    for length in range(end + 1, len(data)):
        journal.path.write_bytes(data[:length])
        again = Journal(journal.path)
        again.close()
        beside = journal.path.with_name(f"{NAME}.torn-{length - end}")
        assert beside.read_bytes() == data[end:length]
        assert beside.name in again.report[0]
        assert journal.path.read_bytes() == data[:end]


@pytest.mark.parametrize("tail", [b"\0" * 512, b"\0" * 90 + b'"}\n'], ids=["zeros", "zeros and the end of the line"])
def test_what_a_power_cut_leaves_is_set_aside(journal: Journal, tail: bytes) -> None:
    append(journal, 1)
    journal.close()
    good = journal.path.read_bytes()
    journal.path.write_bytes(good + tail)
    again = Journal(journal.path)
    assert len(again.report) == 1
    append(again, 2)
    again.close()
    assert journal.path.with_name(f"{NAME}.torn-1").read_bytes() == tail
    assert texts(journal.path) == ["Paragraph 1", "Paragraph 2"]


def test_a_torn_line_stays_where_it_is_when_it_cannot_be_set_aside(journal: Journal, fail: Fail) -> None:
    append(journal, 1)
    journal.close()
    torn = journal.path.read_bytes() + b'{"n":2,"tab'
    journal.path.write_bytes(torn)
    fail("write")
    with pytest.raises(CannotOpen, match="the disk is full"):
        Journal(journal.path)
    assert journal.path.read_bytes() == torn
    Journal(journal.path).close()


def test_reading_never_sets_anything_aside(journal: Journal) -> None:
    append(journal, 1)
    torn = journal.path.read_bytes() + b'{"n":2,"tab'
    journal.path.write_bytes(torn)
    assert read_file(journal.path).torn
    assert journal.path.read_bytes() == torn


@pytest.mark.parametrize("line", range(4))
def test_every_flipped_byte_is_noticed(journal: Journal, line: int) -> None:
    append(journal, 1, 2, 3)
    journal.close()
    whole = journal.path.read_bytes()
    lines = whole.splitlines(keepends=True)
    start = sum(map(len, lines[:line]))
    for at in range(start, start + len(lines[line]), 11):
        journal.path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        reading = None
        try:
            reading = read_file(journal.path)
        except NotAJournal:
            assert line == 0
        except NewerJournal:
            pytest.fail("a damaged line was taken for a newer one")
        assert reading is None or reading.rest
        assert reading is None or reading.bad or line == 3


def test_damage_in_the_middle_says_what_can_be_read_and_leaves_the_file(journal: Journal) -> None:
    append(journal, *range(1, 11))
    journal.close()
    damaged = journal.path.read_bytes().replace(b"Paragraph 4", b"Paragraph X")
    journal.path.write_bytes(damaged)
    with pytest.raises(JournalIsDamaged) as caught:
        Journal(journal.path)
    assert (caught.value.line, caught.value.before, caught.value.after, caught.value.bad) == (5, 3, 6, 1)
    assert "line 5 is not as written. 3 entries before the damage and 6 entries after it can be read" in str(
        caught.value
    )
    assert journal.path.read_bytes() == damaged


def test_a_spoilt_hash_costs_nothing(journal: Journal) -> None:
    append(journal, 1, 2, 3, 4)
    journal.close()
    lines = journal.path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2][:-8] + b"zzzzz" + lines[2][-3:]
    journal.path.write_bytes(b"".join(lines))
    reading = read_file(journal.path)
    assert [line.n for line in reading.lines] == [1]
    assert [line.n for line in reading.after] == [2, 3, 4]


@pytest.mark.parametrize("cut", ["removed", "twice", "swapped"])
def test_lines_removed_repeated_or_swapped_are_damage(journal: Journal, cut: str) -> None:
    append(journal, 1, 2, 3, 4, 5)
    journal.close()
    first, one, two, three, *rest = journal.path.read_bytes().splitlines(keepends=True)
    middle = {"removed": [one, three], "twice": [one, two, two, three], "swapped": [two, one, three]}[cut]
    journal.path.write_bytes(b"".join([first, *middle, *rest]))
    with pytest.raises(JournalIsDamaged):
        Journal(journal.path)


def test_a_newer_journal_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "m.journal"
    path.write_bytes(b'{"clerk":"journal","version":2,"unheard":[of]}\n'.replace(b"[of]", b"[1]") + b"\x01\x02")
    before = path.read_bytes()
    with pytest.raises(NewerJournal, match=r"newer clerk \(format 2; this one reads up to 1\)"):
        Journal(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 a Word document\n", b'{"clerk":"words","version":1}\n', b'{"clerk":"jour', b"\0" * 99]
)
def test_what_is_no_journal_is_refused_and_untouched(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "m.journal"
    path.write_bytes(data)
    with pytest.raises(NotAJournal, match="It was not changed"):
        Journal(path)
    assert path.read_bytes() == data


def test_a_missing_journal_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="the file or folder is not there"):
        Journal(tmp_path / "m.journal")


# Journals of every format ever released


@pytest.mark.parametrize("released", sorted(path.name for path in JOURNALS.glob("v*-good.journal")))
def test_a_whole_journal_of_any_format_opens(tmp_path: Path, released: str) -> None:
    path = tmp_path / released
    path.write_bytes((JOURNALS / released).read_bytes())
    journal = Journal(path)
    append(journal, 4)
    journal.close()
    assert texts(path) == ["Paragraph 1", "Paragraph 2", "Paragraph 3", "Paragraph 4"]


@pytest.mark.parametrize("released", sorted(path.name for path in JOURNALS.glob("v*-torn.journal")))
def test_a_torn_journal_of_any_format_opens(tmp_path: Path, released: str) -> None:
    path = tmp_path / released
    path.write_bytes((JOURNALS / released).read_bytes())
    journal = Journal(path)
    assert len(journal.report) == 1
    append(journal, 3)
    journal.close()
    assert texts(path) == ["Paragraph 1", "Paragraph 2", "Paragraph 3"]


@pytest.mark.parametrize("released", sorted(path.name for path in JOURNALS.glob("v*-damaged.journal")))
def test_a_damaged_journal_of_any_format_is_reported(tmp_path: Path, released: str) -> None:
    path = tmp_path / released
    path.write_bytes((JOURNALS / released).read_bytes())
    with pytest.raises(JournalIsDamaged) as caught:
        Journal(path)
    assert (caught.value.before, caught.value.after) == (1, 1)


def test_there_is_a_journal_of_each_kind_for_every_format() -> None:
    kept = {path.name for path in JOURNALS.iterdir()}
    assert kept >= {f"v{version}-{kind}.journal" for version in (1,) for kind in ("good", "torn", "damaged")}
