"""Sending a journal's lines to the book, in order, as they come: what stands there is asked, never assumed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from store import disk
from store.book.connection import Book, Head, Label, Row
from store.book.errors import BookError
from store.book.going_on import Onward, replaced_in
from store.book.journal_lines import TAKEN_OVER, JournalLines, Known, hash_of
from store.errors import entries
from store.lines import EVENTS, decode_line, entries_in

BATCH = 200
"""Lines in one transaction, when there is much to catch up."""

Labelling = Callable[[Sequence[Known]], Label]


class TakenOver(msgspec.Struct, frozen=True):
    """One take-over, as the record itself has it."""

    epoch: int
    by: str
    machine: str
    recorded: str
    """By the taker's clock: ``2019-06-11T19:42:07``."""

    def __str__(self) -> str:
        day, _, time = self.recorded.partition("T")
        return f"{self.by or 'somebody'} on {self.machine or 'another machine'}, {day} {time[:5].replace(':', '.')}"


class Elsewhere(BookError):
    """The book has gone on without this journal. ``common`` is the number of the last line that both have; ``over``
    the take-over after it, or None where there was none (two machines wrote one meeting, or this is an older copy)."""

    def __init__(self, common: int, over: TakenOver | None, unsent: Sequence[Known]) -> None:
        self.common = common
        self.over = over
        self.unsent = list(unsent)
        if over is not None:
            said = f"This meeting was taken over by {over}."
        elif unsent:
            said = (
                "The shared book has other entries of this meeting than this machine: another copy of it was written."
            )
        else:
            said = "The shared book has entries of this meeting that this machine has not: this is an older copy."
        super().__init__(f"{said} Nothing more is written here.")


class MadeTwice(BookError):
    """The book has another meeting of the same body on the same day."""

    def __init__(self, other: Head, name: str) -> None:
        self.other = other
        who = " on ".join(filter(None, (other.holder, other.machine)))
        super().__init__(
            f"The shared book has a meeting of the {other.body} on {other.day} already ({other.name}"
            f"{', made by ' + who if who else ''}), and this is another, made of the same papers. Nothing of it was "
            f"sent. If it is a second meeting, say so with “clerk share send {name} --another”. If it is the same, "
            f"minute that one: “clerk open {other.name} --take-over”."
        )


class Sending:
    """Sends one journal. ``label`` gives what lists show of it. After an error, ``meet`` again before ``send``."""

    def __init__(self, journal: Path, label: Labelling = lambda lines: Label(), another: bool = False) -> None:
        self.journal = JournalLines(journal)
        self.sent = -1
        self._label = label
        self._another = another

    @property
    def epoch(self) -> int:
        """The epoch of the last line that was sent."""
        return self.journal.lines[self.sent].epoch if self.sent >= 0 else 1

    @property
    def behind(self) -> int:
        """How many lines the book has not got."""
        return len(self.journal.lines) - 1 - self.sent

    def meet(self, book: Book) -> None:
        """Find how much of the journal the book has. Raises Elsewhere, MadeTwice and BookError."""
        self.journal.look()
        lines, head = self.journal.lines, book.head(self.journal.meeting)
        if head is not None:
            if head.number < len(lines) and lines[head.number].hash == head.hash:
                self.sent = head.number
                return
            common = last_in_common(book, head, lines)
            raise Elsewhere(common, take_over_after(book, head.id, common), lines[common + 1 :])
        self.sent = -1
        if (replaced := replaced_in(book, self.journal)) is not None:
            self.journal = Onward(self.journal, book, replaced)
            self.meet(book)
            return
        label = self._label(lines)
        other = None if self._another else book.alike(label.body, label.day, self.journal.meeting)
        if other is not None:
            raise MadeTwice(other, self.journal.path.stem)

    def send(self, book: Book) -> int:
        """Send all that is new, and return how many lines. Raises DoesNotFollow and BookError."""
        lines, count = self.journal.lines, 0
        while self.sent + 1 < len(lines):
            some = lines[self.sent + 1 : self.sent + 1 + BATCH]
            label = self._label(lines[: some[-1].number + 1]) if len(some) > 1 or self.sent < 2 else None
            book.add(self.journal.meeting, [line.row for line in some], label)
            self.sent = some[-1].number
            count += len(some)
        return count

    def check(self, book: Book) -> None:
        """Look whether the book has gone on without us. Raises Elsewhere and BookError."""
        head = book.head(self.journal.meeting)
        if head is None or head.number != self.sent or head.hash != self.journal.lines[self.sent].hash:
            self.meet(book)


def last_in_common(book: Book, head: Head, lines: Sequence[Known]) -> int:
    """The number of the last line that the book and a journal have alike; -1 for none."""
    low, high = -1, min(head.number, len(lines) - 1)
    while low < high:
        middle = (low + high + 1) // 2
        found = book.lines(head.id, middle - 1, 1)
        if found and hash_of(found[0].line) == lines[middle].hash:
            low = middle
        else:
            high = middle - 1
    return low


def take_over_after(book: Book, meeting: str, number: int) -> TakenOver | None:
    """The first take-over after a line, or None: whoever wrote that line was taken over by it."""
    while rows := book.lines(meeting, number):
        if found := next((over for row in rows if (over := take_over_in(row))), None):
            return found
        number = rows[-1].number
    return None


def take_over_in(row: Row) -> TakenOver | None:
    """The take-over that a line records, or None."""
    line = decode_line(row.line.encode())
    if line.table != TAKEN_OVER or not line.changes:
        return None
    return msgspec.json.decode(list(line.changes.values())[-1], type=TakenOver)


def keep_unsent(journal: Path, unsent: Sequence[Known], epoch: int) -> str:
    """Keep lines that the book has not got in a file beside the journal, and give its name; "" where there are none.

    The name is the same for the same take-over, so that what is typed before the desk has heard of it is added. What
    the file keeps already stays: of a journal that was damaged since, less can be read than was.
    """
    if not any(decode_line(line.text.encode()).table == EVENTS for line in unsent):
        return ""
    file = journal.with_name(f"{journal.stem}.unsent-{epoch}")
    before = file.read_bytes() if file.exists() else b""
    kept = before.splitlines(keepends=True)
    known = set(kept)
    new = [text for line in unsent if (text := f"{line.text}\n".encode()) not in known]
    if new:
        disk.write_whole(file, b"".join([*kept, *new]))
    return file.name


def unsent_entries(file: Path) -> list[msgspec.Raw]:
    """The entries that such a file keeps, as JSON, in order."""
    return entries_in(decode_line(text) for text in file.read_bytes().split(b"\n") if text)


def said_of_unsent(file: str, count: int, name: str) -> str:
    """Where unsent entries are kept, and what can be done with them; "" where there are none."""
    if not file:
        return ""
    are = "is" if count == 1 else "are"
    return (
        f"{entries(count).capitalize()} that had not been sent {are} kept in {file}. "
        f"“clerk share unsent {name}” shows them one by one."
    )
