"""The library's facts on disk: on it before anybody says so, never lost, never told twice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from clerk.library.facts import FactTakenBack, PersonsJoined
from clerk.names import Unclear
from store import disk, facts
from store.errors import LibraryIsBusy, NotRecorded
from store.facts import Facts
from store.lines import decode_line

JOINED = PersonsJoined(person="a", other="b", reason="one")


def test_a_fact_is_read_back_as_told(tmp_path: Path) -> None:
    told = Facts(tmp_path)
    assert told.read().told == ()
    ids = told.tell("jo", JOINED)
    more = told.tell("al", FactTakenBack(fact="none"), PersonsJoined(person="c", other="d"))
    known = told.read()
    assert [one.id for one in known.told] == [*ids, *more]
    assert [one.by for one in known.told] == ["jo", "al", "al"]
    assert known.lasting("b") == "a"
    assert told.path.stat().st_mode & 0o077 == 0


def test_it_is_refused_where_it_is_not_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Facts(tmp_path)
    told.tell("jo", JOINED)
    before = told.path.read_bytes()

    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(disk, "sync", full)
        with pytest.raises(NotRecorded, match="NOT recorded: the disk is full"):
            told.tell("jo", PersonsJoined(person="c", other="d"))
    assert told.path.read_bytes().startswith(before)
    told.tell("jo", PersonsJoined(person="e", other="f"))
    assert [one.fact for one in told.read().told] == [JOINED, PersonsJoined(person="e", other="f")]


def test_a_torn_line_was_never_told_and_is_set_aside(tmp_path: Path) -> None:
    told = Facts(tmp_path)
    told.tell("jo", JOINED)
    with open(told.path, "ab") as file:
        file.write(b'{"n":2,"table":"events","chan')
    assert [one.fact for one in told.read().told] == [JOINED]
    told.tell("jo", PersonsJoined(person="c", other="d"))
    assert len(told.read().told) == 2
    assert "set aside" in told.said[0]


def test_a_damaged_line_costs_that_line_alone(tmp_path: Path) -> None:
    told = Facts(tmp_path)
    for number in range(4):
        told.tell("jo", PersonsJoined(person="a", other=f"b{number}"))
    lines = told.path.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"PersonsJoined", b"PersonsJoimed")
    told.path.write_bytes(b"\n".join(lines))
    known = told.read()
    assert len(known.told) >= 3 - 1
    assert "is damaged" in known.troubles[0]
    told.tell("jo", PersonsJoined(person="a", other="b9"))
    known = told.read()
    assert not known.troubles
    assert not known.newer
    assert {one.fact.other for one in known.told} >= {"b0", "b2", "b3", "b9"}  # type: ignore[attr-defined]
    assert list(tmp_path.glob("facts.damaged-*"))


def test_two_copies_that_went_on_apart_are_read_as_one(tmp_path: Path) -> None:
    told = Facts(tmp_path)
    told.tell("jo", JOINED)
    copy = tmp_path / "facts (conflicted copy).journal"
    shutil.copy(told.path, copy)
    told.tell("jo", PersonsJoined(person="c", other="d"))
    other = Facts(tmp_path)
    other.path = copy
    other.tell("al", PersonsJoined(person="e", other="f"))
    known = told.read()
    assert [one.fact for one in known.told].count(JOINED) == 1
    assert {known.lasting(id_) for id_ in "bdf"} == {"a", "c", "e"}


def test_another_window_is_waited_for_and_then_said_to_be_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "_PATIENCE", 0.05)
    told = Facts(tmp_path)
    told.tell("jo", JOINED)
    with FileLock(told.path.with_suffix(".lock")), pytest.raises(LibraryIsBusy, match="NOT recorded"):
        told.tell("jo", JOINED)


_TELL = """
import sys
from pathlib import Path
from clerk.library.facts import PersonsJoined
from store.facts import Facts
for number in range(10):
    Facts(Path(sys.argv[1])).tell(sys.argv[2], PersonsJoined(person=sys.argv[2], other=f"{sys.argv[2]}{number}"))
"""


def test_several_windows_tell_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    windows = [subprocess.Popen([sys.executable, "-c", _TELL, str(tmp_path), who]) for who in "ab"]
    assert [window.wait(60) for window in windows] == [0, 0]
    known = Facts(tmp_path).read()
    assert len(known.told) == 20
    assert len(known.ids_of("a")) == len(known.ids_of("b")) == 11


def test_nothing_is_told_where_a_newer_clerk_has_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Facts(tmp_path)
    row = {"id": "x", "recorded": "2031-03-12T19:00:00Z", "by": "al", "facts": [{"is": "Waved"}]}
    monkeypatch.setattr(facts, "telling_to", lambda telling: row)
    told.tell("al", JOINED)
    monkeypatch.undo()
    before = told.path.read_bytes()
    with pytest.raises(Unclear, match="newer clerk"):
        told.tell("jo", JOINED)
    assert told.path.read_bytes() == before
    assert decode_line(before.split(b"\n")[1]).table == "events"
