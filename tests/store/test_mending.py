"""Mending: all that can be read goes on, under its own number, and the damaged file is kept whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from keeping import NAME, Fail, entry

from store.errors import CannotOpen, JournalIsDamaged, NotAJournal
from store.journal import Journal
from store.library import Library
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
            "in place of 1 entry that could not an empty one stands. What was wrong: line 5 is not as written. "
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


# What was lost at the end, and what a damaged hash does not take with it


def first(path: Path) -> dict[str, str]:
    return dict(json.loads(path.read_bytes().splitlines()[0]))


@pytest.fixture
def five(journal: Journal) -> Path:
    """A journal of five entries and nothing after them."""
    for number in range(1, 6):
        journal.append(EVENTS, {str(number): entry(number)})
    journal.close()
    return journal.path


def altered(path: Path, number: int, old: bytes, new: bytes) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    assert old in lines[number]
    lines[number] = lines[number].replace(old, new)
    path.write_bytes(b"".join(lines))


@pytest.mark.parametrize(
    ("old", "new"), [(b"Paragraph 5", b"Paragraph 9"), (b"jo", b"al"), (b'"n":5', b'"n":6'), (b"}\n", b"x\n")]
)
def test_a_confirmed_last_line_that_was_altered_is_not_called_unconfirmed(five: Path, old: bytes, new: bytes) -> None:
    altered(five, 5, old, new)
    with pytest.raises(JournalIsDamaged, match=r"line 6 is not as written\. 4 entries before the damage"):
        Kept.open(five)


def test_mending_names_what_was_lost_at_the_end(five: Path) -> None:
    altered(five, 5, b"Paragraph 5", b"Paragraph 9")
    with Kept.open(five, mend=True) as kept:
        assert kept.entries == [entry(number) for number in range(1, 5)]
        assert "lost at the end: 1 entry (number 5), to be recorded again" in kept.report[0]


def test_mending_names_several_lost_at_the_end_and_those_in_the_middle(five: Path) -> None:
    altered(five, 2, b"Paragraph 2", b"Paragraph 9")
    altered(five, 4, b"Paragraph 4", b"Paragraph 9")
    altered(five, 5, b"Paragraph 5", b"Paragraph 9")
    with Kept.open(five, mend=True) as kept:
        assert kept.entries == [entry(1), missing(1), entry(3)]
        assert "in place of 1 entry that could not an empty one stands" in kept.report[0]
        assert "lost at the end: 2 entries (number 4 to 5)" in kept.report[0]


@pytest.mark.parametrize("line", [1, 3, 5])
@pytest.mark.parametrize("hurt", ["a sign", "a third", "the quotes round it"])
def test_entries_behind_a_damaged_hash_are_kept(five: Path, line: int, hurt: str) -> None:
    lines = five.read_bytes().splitlines(keepends=True)
    text = lines[line]
    lines[line] = {
        "a sign": text[:-10] + b"g" + text[-9:],
        "a third": text[:-30] + b"z" * 20 + text[-10:],
        "the quotes round it": text[:-3] + b"??\n",
    }[hurt]
    five.write_bytes(b"".join(lines))
    with pytest.raises(JournalIsDamaged):
        Kept.open(five)
    with Kept.open(five, mend=True) as kept:
        assert kept.entries == [entry(number) for number in range(1, 6)]
        assert "5 entries could be read. What was wrong: " in kept.report[0]


def test_a_hash_that_is_gone_altogether_is_proved_by_the_line_after(five: Path) -> None:
    lines = five.read_bytes().splitlines(keepends=True)
    for number in (2, 3):
        lines[number] = lines[number][:-67] + b"0" * 64 + lines[number][-3:]
    five.write_bytes(b"".join(lines))
    with Kept.open(five, mend=True) as kept:
        assert kept.entries == [entry(number) for number in range(1, 6)]


def test_the_words_of_a_line_are_not_believed_because_its_hash_is_whole(five: Path) -> None:
    altered(five, 3, b"Paragraph 3", b"Paragraph 8")
    with Kept.open(five, mend=True) as kept:
        assert kept.entries == [entry(1), entry(2), missing(2), entry(4), entry(5)]


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ((2, 1, 3, 4, 5), "the lines from line 2 on stand in another order than they were written in"),
        ((1, 2, 3, 5, 4), "the lines from line 5 on stand in another order than they were written in"),
        ((5, 4, 3, 2, 1), "the lines from line 2 on stand in another order than they were written in"),
        ((1, 4, 5, 2, 3), "the lines from line 3 on stand in another order than they were written in"),
        ((1, 2, 2, 3, 4, 5), "1 line stands there twice"),
        ((1, 2, 3, 4, 5, 1, 2, 3, 4, 5), "5 lines stand there twice"),
        ((1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5), "6 lines stand there twice"),
        (
            (1, 3, 2, 2, 4, 5),
            "the lines from line 3 on stand in another order than they were written in; 1 line stands there twice",
        ),
    ],
)
def test_lines_out_of_their_order_or_twice_are_all_kept_and_it_is_said(
    five: Path, lines: tuple[int, ...], wrong: str
) -> None:
    texts = five.read_bytes().splitlines(keepends=True)
    five.write_bytes(b"".join([texts[0], *(texts[number] for number in lines)]))
    with pytest.raises(JournalIsDamaged, match=wrong):
        Kept.open(five)
    with Kept.open(five, mend=True) as kept:
        assert kept.entries == [entry(number) for number in range(1, 6)]
        assert kept.report == [
            f"{NAME}.journal was damaged and has been mended: 5 entries could be read. What was wrong: {wrong}. "
            f"The damaged file is kept whole as {NAME}.damaged-1."
        ]
    with Kept.open(five) as kept:
        assert len(kept) == 5


def test_of_lines_out_of_their_order_one_that_was_altered_is_not_believed(ten: Path) -> None:
    spoil(ten, 8)
    texts = ten.read_bytes().splitlines(keepends=True)
    ten.write_bytes(b"".join(texts[number] for number in (0, 1, 2, 5, 3, 4, 6, 7, 8, 9, 10, 11)))
    with Kept.open(ten, mend=True) as kept:
        assert kept.entries == [*map(entry, range(1, 8)), missing(7), *map(entry, (9, 10))]
        assert "order than they were written in; line 4 is not as written" in kept.report[0]


def test_a_mended_journal_is_a_new_record_that_names_the_old(ten: Path) -> None:
    old, lines = first(ten), ten.read_bytes().splitlines()
    spoil(ten, 4)
    Kept.open(ten, mend=True).close()
    new = first(ten)
    assert new["id"] != old["id"] == new["replaces"]
    assert new["in_common"] == json.loads(lines[3])["hash"]
    assert new["meeting"] == old["meeting"]
    before = ten.read_bytes()
    Kept.open(ten, mend=True).close()
    assert ten.read_bytes() == before


# A last line that is not whole


def noted(home: Path, number: int) -> Path:
    """A meeting of so many entries that was closed, and noted in the library."""
    with Kept.create(home, NAME, entry(1)) as kept:
        for each in range(2, number + 1):
            kept.append(entry(each))
    Library(home).note(NAME, entries=str(number), date="2019-06-11")
    return kept.path


def test_a_last_line_that_lacks_its_end_alone_is_whole(tmp_path: Path) -> None:
    path = noted(tmp_path, 3)
    old, data = first(path), path.read_bytes()
    path.write_bytes(data[:-1])
    with Kept.open(path) as kept:
        assert kept.report == [
            f"The end of the last line of {path.name} was missing and has been written again. Nothing is lost."
        ]
        assert len(kept) == 3
        assert path.read_bytes() == data
        assert kept.append(entry(4)) == 4
    assert first(path) == old
    assert [each.name for each in path.parent.iterdir() if "torn" in each.name] == []


@pytest.mark.parametrize("bytes_left", [1, 20, 100, -2])
def test_a_torn_line_that_had_been_recorded_is_said_to_be_lost(tmp_path: Path, bytes_left: int) -> None:
    path = noted(tmp_path, 3)
    old, data = first(path), path.read_bytes()
    start = data[:-1].rindex(b"\n") + 1
    path.write_bytes(data[: start + bytes_left] if bytes_left > 0 else data[:bytes_left])
    with Kept.open(path) as kept:
        [said] = kept.report
        assert "though it had been recorded: entry 3 is lost" in said
        assert f"set aside in {NAME}.torn-1" in said
        assert "never confirmed" not in said
        assert kept.append(entry(3)) == 3
    assert data[start:].startswith(path.with_name(f"{NAME}.torn-1").read_bytes())
    assert first(path)["replaces"] == old["id"]


def test_the_hash_in_common_is_whole_where_another_program_changed_the_line_ends(five: Path) -> None:
    last = json.loads(five.read_bytes().splitlines()[0])["hash"]
    five.write_bytes(five.read_bytes().replace(b"\n", b"\r\n"))
    with Kept.open(five, mend=True) as kept:
        assert len(kept) == 5
    assert first(five)["in_common"] == last


def test_a_line_that_was_being_written_when_the_program_was_killed_was_never_confirmed(tmp_path: Path) -> None:
    path = noted(tmp_path, 3)
    old = first(path)
    with open(path, "ab") as file:
        file.write(b'{"n":4,"table":"events","changes":{"4":{"rec')
    with Kept.open(path) as kept:
        assert "was never confirmed" in kept.report[0]
        assert len(kept) == 3
    assert first(path) == old


def test_the_last_line_is_kept_and_doubted_where_all_that_could_prove_it_is_lost(five: Path) -> None:
    lines = five.read_bytes().splitlines(keepends=True)
    lines[4] = b"\0" * 90 + b"\n"
    five.write_bytes(b"".join(lines))
    with Kept.open(five, mend=True) as kept:
        assert kept.entries == [entry(1), entry(2), entry(3), missing(3), entry(5)]
        assert "nothing is left that proves it" in kept.report[1]


def test_an_altered_figure_of_the_version_is_damage_and_no_newer_journal(five: Path) -> None:
    altered(five, 0, b'"version":1', b'"version":7')
    with Kept.open(five, mend=True) as kept:
        assert kept.entries == [entry(number) for number in range(1, 6)]
