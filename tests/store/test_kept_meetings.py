"""A meeting open to be written, from creation to reopening after a crash."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from keeping import NAME, OPEN_FILES_STAY, Fail, entry

from store import Follower, Kept, Library, StoreError
from store.errors import (
    CannotCopyThere,
    CannotOpen,
    MeetingExists,
    MeetingIsHeld,
    NotRecorded,
    UnknownMeeting,
)


class Arrived(msgspec.Struct, tag=True, frozen=True):
    member: str


class Entry(msgspec.Struct, frozen=True):
    recorded: str
    by: str
    events: list[Arrived]


def test_a_meeting_begins_goes_on_and_reopens(tmp_path: Path) -> None:
    with Kept.create(tmp_path, NAME, entry(1), by="Jo") as kept:
        assert (kept.name, kept.path) == (NAME, tmp_path / "meetings" / f"{NAME}.journal")
        assert kept.entries == [entry(1)]
        assert [kept.append(entry(2)), kept.append(entry(3))] == [2, 3]
        assert kept.report == []
    with Kept.open(NAME, "Jo", home=tmp_path) as kept:
        assert kept.entries == [entry(1), entry(2), entry(3)]
        assert len(kept) == 3
        assert kept.report == []
        assert kept.append(entry(4)) == 4
    assert sorted(file.name for file in (tmp_path / "meetings").iterdir()) == [f"{NAME}.journal", f"{NAME}.lock"]


def test_entries_are_the_callers_own(tmp_path: Path) -> None:
    with Kept.create(tmp_path, NAME, entry(1)) as kept:
        kept.entries[0]["events"].clear()
        assert kept.entries == [entry(1)]


def test_entries_may_hold_structs_and_be_read_into_them(tmp_path: Path) -> None:
    first = Entry("2019-06-11T19:00:00", "jo", [Arrived("ash")])
    with Kept.create(tmp_path, NAME, {"recorded": first.recorded, "by": "jo", "events": first.events}) as kept:
        assert [msgspec.json.decode(raw, type=Entry) for raw in kept.raw] == [first]
        assert kept.entries[0]["events"] == [{"type": "Arrived", "member": "ash"}]


def test_a_second_writer_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    with Kept.create(tmp_path, NAME, entry(1), by="Jo") as kept:
        with pytest.raises(MeetingIsHeld, match="at the desk of Jo"):
            Kept.open(NAME, "Al", home=tmp_path)
        with pytest.raises(MeetingExists):
            Kept.create(tmp_path, NAME, entry(1))
        assert kept.append(entry(2)) == 2
    with pytest.raises(MeetingExists):
        Kept.create(tmp_path, NAME, entry(1))


def test_after_a_kill_it_stands_where_it_stood_and_says_so_in_a_line(tmp_path: Path) -> None:
    script = """
import os, signal, sys
from pathlib import Path
from store import Kept
kept = Kept.create(Path(sys.argv[1]), sys.argv[2], {"recorded": "", "by": "jo", "events": []}, by="Jo")
kept.append({"recorded": "", "by": "jo", "events": [1]})
kept.words.save({"text": "half a sent"})
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script, tmp_path, NAME], check=False)
    with Kept.open(NAME, home=tmp_path) as kept:
        assert [found["events"] for found in kept.entries] == [[], [1]]
        assert kept.words.load() == ({"text": "half a sent"}, "")
        [said] = kept.report
        assert said.startswith("The meeting was not closed by Jo (on ")
        assert said.endswith("All 2 entries are kept.")


def test_a_torn_line_is_reported_and_the_meeting_goes_on(tmp_path: Path) -> None:
    Kept.create(tmp_path, NAME, entry(1)).close()
    path = tmp_path / "meetings" / f"{NAME}.journal"
    path.write_bytes(path.read_bytes() + b'{"n":2,"table":"events","chan')
    with Kept.open(path) as kept:
        assert kept.report == [
            f"The last line had not been written whole and was never confirmed: it was set aside in {NAME}.torn-1."
        ]
        assert kept.append(entry(2)) == 2
        assert kept.messages() == []


def test_a_full_disk_keeps_what_is_recorded_and_goes_on_when_there_is_room(tmp_path: Path, fail: Fail) -> None:
    with Kept.create(tmp_path, NAME, entry(1)) as kept:
        fail("write", times=3)
        for _ in range(3):
            with pytest.raises(NotRecorded, match=r"the disk is full\. 1 entry before it is safe on disk"):
                kept.append(entry(2))
        assert len(kept) == 1
        assert kept.append(entry(2)) == 2
        assert kept.entries == [entry(1), entry(2)]


def test_a_second_copy_goes_along(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    with Kept.create(tmp_path / "home", NAME, entry(1), copy_to=folder) as kept:
        kept.append(entry(2))
        kept.db.table("people").insert({"name": "Ash"})
    assert (folder / f"{NAME}.journal").read_bytes() == kept.path.read_bytes()
    with Kept.open(kept.path, copy_to=folder) as kept:
        kept.append(entry(3))
    assert (folder / f"{NAME}.journal").read_bytes() == kept.path.read_bytes()
    assert kept.messages() == []
    # The copy is a meeting like any other.
    with Kept.open(folder / f"{NAME}.journal") as copy:
        assert copy.entries == [entry(1), entry(2), entry(3)]


def test_a_second_copy_over_the_meeting_is_refused_before_anything_happens(tmp_path: Path) -> None:
    with pytest.raises(CannotCopyThere):
        Kept.create(tmp_path, NAME, entry(1), copy_to=tmp_path / "meetings")
    Kept.create(tmp_path, NAME, entry(1)).close()
    with pytest.raises(CannotCopyThere):
        Kept.open(NAME, home=tmp_path, copy_to=tmp_path / "meetings")
    Kept.open(NAME, home=tmp_path).close()


@OPEN_FILES_STAY
def test_a_journal_put_back_is_a_message(tmp_path: Path) -> None:
    with Kept.create(tmp_path, NAME, entry(1)) as kept:
        kept.path.unlink()
        kept.append(entry(2))
        assert "It was put back whole" in kept.messages()[0]
        assert kept.messages() == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")
    with pytest.raises(CannotOpen, match="cannot be created"):
        Kept.create(tmp_path / "home", NAME, entry(1))


def test_a_first_entry_that_cannot_be_written_begins_no_meeting(tmp_path: Path, fail: Fail) -> None:
    for bad in ({"text": "\ud800"}, None):
        if bad is None:
            fail("write", times=2)
        with pytest.raises(StoreError):
            Kept.create(tmp_path, NAME, bad or entry(1))
        assert Library(tmp_path).meetings() == []
    Kept.create(tmp_path, NAME, entry(1)).close()


def test_a_meeting_is_found_by_name_path_or_part(tmp_path: Path) -> None:
    Kept.create(tmp_path, NAME, entry(1)).close()
    path = tmp_path / "meetings" / f"{NAME}.journal"
    for name in (path, str(path), NAME, NAME.upper(), f"{NAME}.journal", "cllc"):
        with Kept.open(name, home=tmp_path) as kept:
            assert kept.name == NAME
    with pytest.raises(UnknownMeeting):
        Kept.open("2019-06-12-cllc", home=tmp_path)
    with pytest.raises(CannotOpen):
        Kept.open(tmp_path / "none.journal")
    assert not (tmp_path / "none.lock").exists()


def test_closing_twice_is_no_harm_and_a_follower_reads_on(tmp_path: Path) -> None:
    kept = Kept.create(tmp_path, NAME, entry(1))
    follower = Follower(kept.path)
    kept.append(entry(2))
    kept.close()
    kept.close()
    news = follower.poll()
    assert news is not None
    assert len(news.entries) == 2


def test_no_error_quotes_the_meeting(tmp_path: Path, fail: Fail) -> None:
    secret = {"recorded": "", "by": "jo", "events": ["Exempt: the price is £4m"]}
    with Kept.create(tmp_path, NAME, secret) as kept:
        fail("write")
        with pytest.raises(NotRecorded) as caught:
            kept.append(secret)
    assert "Exempt" not in str(caught.value)
    damaged = kept.path.read_text(encoding="utf-8").replace("Exempt", "exempt")
    kept.path.write_text(damaged + json.dumps(secret) + "\n" + json.dumps(secret) + "\n", encoding="utf-8")
    with pytest.raises(StoreError) as damage:
        Kept.open(NAME, home=tmp_path)
    assert "xempt" not in str(damage.value)
