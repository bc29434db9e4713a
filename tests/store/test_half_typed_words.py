"""The words being typed: kept whole or as they were, and never a reason to stop."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from keeping import NAME, Fail

from store.words import Words

WORDS = {"field": "paragraph", "item": "8", "text": "The Head of Libraries said “", "caret": [0, 28]}


def test_words_come_back_and_are_replaced_whole(path: Path) -> None:
    words = Words(path)
    assert words.load() == ({}, "")
    assert words.save(WORDS) == ""
    assert Words(path).load() == (WORDS, "")
    assert words.save({"text": "x"}) == ""
    assert Words(path).load() == ({"text": "x"}, "")
    assert {file.name for file in path.parent.iterdir()} == {f"{NAME}.journal", f"{NAME}.words"}


def test_no_words_leave_no_file(path: Path) -> None:
    words = Words(path)
    words.save(WORDS)
    assert words.save({}) == ""
    assert words.save({}) == ""
    assert not words.path.exists()
    assert words.load() == ({}, "")


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_full_disk_is_a_message_and_the_last_words_stay(path: Path, fail: Fail, step: str) -> None:
    words = Words(path)
    words.save(WORDS)
    fail(step)
    assert words.save({"text": "newer"}) == (
        "The words being typed cannot be kept just now: the disk is full. Recorded entries are not affected."
    )
    assert words.load() == (WORDS, "")
    assert {file.name for file in path.parent.iterdir()} == {f"{NAME}.journal", f"{NAME}.words"}
    assert words.save({"text": "newer"}) == ""


def test_half_written_words_never_replace_whole_ones(path: Path, fail: Fail) -> None:
    words = Words(path)
    words.save(WORDS)
    fail("write", errno.EFBIG, part=5)
    assert "cannot be kept" in words.save({"text": "newer"})
    assert words.load() == (WORDS, "")


def test_words_that_cannot_be_written_are_a_message(path: Path) -> None:
    words = Words(path)
    words.save(WORDS)
    assert "cannot be written to a file" in words.save({"text": "\ud83d"})
    assert words.load() == (WORDS, "")


@pytest.mark.parametrize("scrap", [b"", b"\0" * 40, b'{"text":"The He', b"[]", b'{"text":"\xff"}'])
def test_an_unreadable_file_is_no_words_and_a_message(path: Path, scrap: bytes) -> None:
    words = Words(path)
    words.path.write_bytes(scrap)
    kept, message = words.load()
    assert kept == {}
    assert "Every recorded entry is there" in message
    assert words.save(WORDS) == ""
    assert words.load() == (WORDS, "")


def test_a_file_that_may_not_be_read_is_a_message(path: Path) -> None:
    words = Words(path)
    words.path.mkdir()
    assert words.load()[0] == {}
    assert "cannot be read" in words.load()[1]
