"""Mending: all that can be read goes on, under its own number, and the damaged file is kept whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from keeping import NAME, Fail, entry

from store.errors import CannotOpen, JournalIsDamaged, NotAJournal
from store.journal import Journal
from store.lines import EVENTS
from store.meetings import Kept


@pytest.fixture
def ten(journal: Journal) -> Path:
    """A journal of ten entries and a person."""
    for number in range(1, 11):
        journal.append(EVENTS, {str(number): entry(number)})
    journal.append("people", {"1": {"name": "Ash"}})
    journal.close()
    return journal.path


def spoil(path: Path, *numbers: int) -> bytes:
    data = path.read_bytes()
    for number in numbers:
        data = data.replace(b'"Paragraph %d"' % number, b'"Paragr\0\0h %d"' % number)
    path.write_bytes(data)
    return data


def missing(like: int) -> dict[str, Any]:
    return {**entry(like), "events": []}


def test_a_damaged_meeting_does_not_open_unasked(ten: Path) -> None:
    damaged = spoil(ten, 4)
    with pytest.raises(JournalIsDamaged, match="Mend the meeting to go on"):
        Kept.open(ten)
    assert ten.read_bytes() == damaged
    # And it is not held by the attempt.
    with pytest.raises(JournalIsDamaged):
        Kept.open(ten)


def test_what_can_be_read_goes_on_under_its_own_number(ten: Path) -> None:
    damaged = spoil(ten, 4)
    with Kept.open(ten, mend=True) as kept:
        assert kept.entries == [*map(entry, (1, 2, 3)), missing(3), *map(entry, range(5, 11))]
        assert kept.db.table("people").all() == [{"name": "Ash"}]
        assert kept.report == [
            f"{NAME}.journal was damaged and has been mended: 9 entries could be read; "
            "in place of 1 entry that could not an empty one stands. "
            f"The damaged file is kept whole as {NAME}.damaged-1."
        ]
        assert kept.append(entry(11)) == 11
    assert ten.with_name(f"{NAME}.damaged-1").read_bytes() == damaged
    with Kept.open(ten) as kept:
        assert len(kept) == 11
        assert kept.report == []


def test_several_damaged_lines_and_the_first_and_last(ten: Path) -> None:
    spoil(ten, 1, 5, 6, 10)
    with Kept.open(ten, mend=True) as kept:
        assert kept.entries == [missing(2), *map(entry, (2, 3, 4)), *[missing(4)] * 2, *map(entry, (7, 8, 9))]


def test_a_damaged_first_line(ten: Path) -> None:
    data = ten.read_bytes()
    ten.write_bytes(b"\0" * 20 + data[20:])
    with pytest.raises(JournalIsDamaged, match="line 1 is not as written"):
        Kept.open(ten)
    with Kept.open(ten, mend=True) as kept:
        assert kept.entries == [entry(number) for number in range(1, 11)]


def test_a_hole_of_zeros_over_several_lines(ten: Path) -> None:
    data = ten.read_bytes()
    start, stop = data.index(b'"Paragraph 3"'), data.index(b'"Paragraph 6"')
    ten.write_bytes(data[:start] + b"\0" * (stop - start) + data[stop:])
    with Kept.open(ten, mend=True) as kept:
        assert kept.entries == [*map(entry, (1, 2)), *[missing(2)] * 4, *map(entry, range(7, 11))]


def test_the_first_lines_lost_altogether_do_not_take_the_set_up_with_them(ten: Path) -> None:
    _, *rest = ten.read_bytes().split(b"\n")
    ten.write_bytes(b"\n".join([b"\0" * 40, *rest]))
    with Kept.open(ten, mend=True) as kept:
        assert kept.entries == [entry(number) for number in range(1, 11)]


@pytest.mark.parametrize("left", [[b"\0" * 90], [], [b"one of another file"]])
def test_the_line_after_one_that_is_lost_altogether_is_kept(ten: Path, left: list[bytes]) -> None:
    lines = ten.read_bytes().split(b"\n")
    ten.write_bytes(b"\n".join([*lines[:4], *left, *lines[5:]]))
    with Kept.open(ten, mend=True) as kept:
        assert kept.entries == [*map(entry, (1, 2, 3)), missing(3), *map(entry, range(5, 11))]


def test_a_line_that_was_altered_after_another_that_was_is_not_believed(ten: Path) -> None:
    data = ten.read_bytes()
    ten.write_bytes(data.replace(b'"Paragraph 4"', b'"Parograph 4"').replace(b'"Paragraph 5"', b'"Parograph 5"'))
    with Kept.open(ten, mend=True) as kept:
        assert kept.entries == [*map(entry, (1, 2, 3)), *[missing(3)] * 2, *map(entry, range(6, 11))]


@pytest.mark.parametrize("first", [b"", b"\xef\xbb\xbf"])
def test_a_journal_that_another_program_saved_as_text_loses_nothing(ten: Path, first: bytes) -> None:
    ten.write_bytes(first + ten.read_bytes().replace(b"\n", b"\r\n"))
    with pytest.raises(JournalIsDamaged, match="10 entries after it can be read"):
        Kept.open(ten)
    with Kept.open(ten, mend=True) as kept:
        assert kept.entries == [entry(number) for number in range(1, 11)]


def test_a_file_of_which_nothing_can_be_read_is_no_empty_meeting(ten: Path) -> None:
    first, *rest = ten.read_bytes().split(b"\n")
    spaced = b"\n".join([first, *(line.replace(b":", b": ") for line in rest)])
    ten.write_bytes(spaced)
    with pytest.raises(NotAJournal, match="none of its lines is as it was written"):
        Kept.open(ten, mend=True)
    assert ten.read_bytes() == spaced


def test_a_whole_meeting_is_left_as_it_is(ten: Path) -> None:
    data = ten.read_bytes()
    with Kept.open(ten, mend=True) as kept:
        assert kept.report == []
    assert ten.read_bytes() == data


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_mending_that_fails_leaves_the_file(ten: Path, fail: Fail, step: str) -> None:
    damaged = spoil(ten, 4)
    # The holder's name is written first, and may fail without harm.
    fail(step, times=2)
    with pytest.raises(CannotOpen, match="cannot be mended: the disk is full"):
        Kept.open(ten, mend=True)
    assert ten.read_bytes() == damaged
    with Kept.open(ten, mend=True) as kept:
        assert len(kept) == 10
