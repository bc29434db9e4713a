"""Readers: they see each entry once, never half a line, and say when what they read was taken back."""

from __future__ import annotations

import builtins
import errno
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from keeping import Fail, entry

from store import disk
from store.errors import CannotOpen, NewerJournal, NotAJournal, NotRecorded
from store.following import Follower, News, read_meeting
from store.journal import Journal, create
from store.lines import EVENTS


def append(journal: Journal, *numbers: int) -> None:
    for number in numbers:
        journal.append(EVENTS, {str(number): entry(number)})


def poll(follower: Follower) -> News:
    news = follower.poll()
    assert news is not None
    return news


def test_each_entry_comes_once(journal: Journal) -> None:
    append(journal, 1, 2)
    follower = Follower(journal.path)
    assert poll(follower).entries == [entry(1), entry(2)]
    assert follower.poll() is None
    append(journal, 3)
    journal.append("people", {"1": {}})
    append(journal, 4)
    news = poll(follower)
    assert news.entries == [entry(3), entry(4)]
    assert (news.again, news.message, follower.count) == (False, "", 4)
    assert follower.poll() is None


def test_an_idle_look_costs_one_stat(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    append(journal, 1)
    follower = Follower(journal.path)
    follower.poll()
    stats: list[Any] = []
    real = os.stat
    monkeypatch.setattr(os, "stat", lambda *args, **more: (stats.append(args), real(*args, **more))[1])
    monkeypatch.setattr(builtins, "open", lambda *args: pytest.fail("opened"))
    assert follower.poll() is None
    assert len(stats) == 1


def test_half_a_line_is_left_until_it_is_whole(journal: Journal) -> None:
    append(journal, 1)
    follower = Follower(journal.path)
    follower.poll()
    whole = journal.path.read_bytes()
    append(journal, 2)
    line = journal.path.read_bytes()[len(whole) :]
    for length in (1, len(line) // 2, len(line) - 1):
        journal.path.write_bytes(whole + line[:length])
        assert follower.poll() is None
    journal.path.write_bytes(whole + line)
    assert poll(follower).entries == [entry(2)]


def test_a_line_taken_back_is_said_and_all_is_read_again(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    append(journal, 1)
    follower = Follower(journal.path)
    follower.poll()

    def seen_and_failed(fd: int) -> None:
        monkeypatch.undo()
        assert poll(follower).entries == [entry(2)]
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(disk, "sync", seen_and_failed)
    with pytest.raises(NotRecorded):
        append(journal, 2)
    news = poll(follower)
    assert (news.again, news.entries) == (True, [entry(1)])
    assert "took back" in news.message
    append(journal, 2)
    news = poll(follower)
    assert (news.again, news.entries, news.message) == (False, [entry(2)], "")


@pytest.mark.parametrize("more", [1, 5])
def test_a_line_taken_back_and_others_written_between_two_looks(journal: Journal, more: int) -> None:
    append(journal, 1)
    start = journal.path.read_bytes()
    append(journal, 2)
    follower = Follower(journal.path)
    follower.poll()
    journal.close()
    journal.path.write_bytes(start)
    again = Journal(journal.path)
    others = [entry(number, text="Said again ") for number in range(2, 2 + more)]
    for number, other in enumerate(others, start=2):
        again.append(EVENTS, {str(number): other})
    again.close()
    # A slow clock gives two writes within one tick the same time.
    os.utime(journal.path, ns=(1, 1))
    news = poll(follower)
    assert (news.again, news.entries) == (True, [entry(1), *others])


def test_a_replaced_file_is_said_and_read_again(journal: Journal, tmp_path: Path) -> None:
    append(journal, 1)
    follower = Follower(journal.path)
    follower.poll()
    other = tmp_path / "other.journal"
    create(other, "other", [(EVENTS, {"1": entry(7), "2": entry(8)})])
    other.replace(journal.path)
    news = poll(follower)
    assert (news.again, news.entries) == (True, [entry(7), entry(8)])
    assert "replaced" in news.message
    assert follower.count == 2


def test_a_file_that_goes_away_is_said_once_and_followed_when_back(journal: Journal) -> None:
    append(journal, 1)
    follower = Follower(journal.path)
    follower.poll()
    away = journal.path.rename(journal.path.with_name("away"))
    assert "cannot be read just now: the file or folder is not there" in poll(follower).message
    assert follower.poll() is None
    away.rename(journal.path)
    assert poll(follower).entries == []
    append(journal, 2)
    assert poll(follower).entries == [entry(2)]


def test_damage_is_said_with_what_could_be_read(journal: Journal) -> None:
    append(journal, 1, 2, 3, 4)
    follower = Follower(journal.path)
    follower.poll()
    journal.path.write_bytes(journal.path.read_bytes().replace(b"Paragraph 3", b"Paragraph 7"))
    os.utime(journal.path, ns=(1, 1))
    # What was read and verified stays valid; only a reader who begins now is stopped by the damage.
    assert follower.poll() is None
    news = read_meeting(journal.path)
    assert news.entries == [entry(1), entry(2)]
    assert "damaged after line 3. 2 entries before the damage can be read" in news.message


def test_a_torn_last_line_is_not_news(journal: Journal) -> None:
    append(journal, 1)
    journal.path.write_bytes(journal.path.read_bytes() + b'{"n":2,')
    news = read_meeting(journal.path)
    assert (news.entries, news.message) == ([entry(1)], "")


def test_the_first_look_raises_what_cannot_be_followed(tmp_path: Path) -> None:
    path = tmp_path / "m.journal"
    with pytest.raises(CannotOpen):
        Follower(path).poll()
    path.write_bytes(b"\n")
    with pytest.raises(NotAJournal):
        Follower(path).poll()
    path.write_bytes(b'{"clerk":"journal","version":9}\n')
    with pytest.raises(NewerJournal):
        Follower(path).poll()


def test_a_newer_file_in_its_place_is_a_message(journal: Journal) -> None:
    append(journal, 1)
    follower = Follower(journal.path)
    follower.poll()
    journal.path.write_bytes(b'{"clerk":"journal","version":9}\n')
    assert "written by a newer clerk" in poll(follower).message
    assert follower.poll() is None


def test_readers_beside_a_writer_at_work_see_every_entry_in_order(journal: Journal, fail: Fail) -> None:
    followers = [Follower(journal.path) for _ in range(3)]
    seen: list[list[Any]] = [[] for _ in followers]
    done = threading.Event()

    def read(follower: Follower, into: list[Any]) -> None:
        while not done.is_set() or follower.count < 200:
            news = follower.poll()
            if news is not None:
                assert not news.again
                into.extend(news.entries)
            time.sleep(0.001)

    switch = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    threads = [threading.Thread(target=read, args=pair) for pair in zip(followers, seen, strict=True)]
    for thread in threads:
        thread.start()
    append(journal, *range(1, 201))
    done.set()
    for thread in threads:
        thread.join(10)
    sys.setswitchinterval(switch)
    assert all(entries == [entry(number) for number in range(1, 201)] for entries in seen)
