"""A record that goes on in the place of another: its file was spoilt or its folder gone, or it was mended. It has an id
of its own, and the book has the one that it replaces. What the book lacks of it enters as a take-over.

The book takes only lines that follow what it has. So a second journal is kept beside the record, ``NAME.onward``: the
book's own lines, the take-over by this machine, then the record's lines sealed anew to follow. That is what is sent.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from store import disk
from store.book.connection import Book, Head
from store.book.errors import BookRefused, machine_name
from store.book.journal_lines import TAKEN_OVER, JournalLines, as_bytes, hash_of, whole
from store.errors import StoreError
from store.holding import this_holder
from store.lines import TAIL, FirstLine, Place, next_line, sealed

_TAKE_OVER = f'"table":"{TAKEN_OVER}",'


def onward_file(journal: Path) -> Path:
    """Where what is sent of a record is kept, that goes on in the place of the book's."""
    return journal.with_suffix(".onward")


class Onward(JournalLines):
    """What is sent of a record that goes on in the place of the book's: it grows as the record does.

    Raises BookRefused where the record is not the book's with more after it: it was mended, and lacks something.
    """

    def __init__(self, record: JournalLines, book: Book, head: Head) -> None:
        super().__init__(onward_file(record.path))
        self._record = record
        if not self._is_there(head):
            self._begin(book, head)
        self.look()

    def look(self) -> bool:
        """As that of any journal, once what is new in the record has been added."""
        self._record.look()
        super().look()
        if new := _said(self._record)[len(_said(self)) :]:
            self._add(new)
        return super().look() or bool(new)

    def _is_there(self, head: Head) -> bool:
        try:
            super().look()
        except (StoreError, OSError):
            return False
        return self.meeting == head.id and not self.damaged and bool(self.lines)

    def _begin(self, book: Book, head: Head) -> None:
        rows = whole(book, head)
        shared = [_what(row.line) for row in rows[1:] if _TAKE_OVER not in row.line]
        if _said(self._record)[: len(shared)] != shared:
            raise BookRefused(
                f"{self._record.path.stem} was mended, and the shared book has that meeting unmended: nothing of this "
                "one is sent. “clerk share fetch” brings the meeting here as the book has it; what only the mended one "
                "has is entered again there, once this machine has taken it over."
            )
        data = as_bytes(rows)
        place = Place(head.number, hash_of(rows[-1].line).encode(), len(data))
        epoch = head.epoch + 1
        recorded = datetime.now().replace(microsecond=0).isoformat()
        row = {"epoch": epoch, "by": this_holder().user, "machine": machine_name(), "recorded": recorded}
        line, _ = next_line(place, TAKEN_OVER, {str(epoch): row})
        disk.write_whole(self.path, data + line)
        self._seen = None

    def _add(self, new: Iterable[str]) -> None:
        number, before, parts = self.place.number, self.place.hash, []
        for what in new:
            number += 1
            line, before = sealed(b'{"n":%d,%b' % (number, what.encode()), before)
            parts.append(line)
        fd = disk.open_to_append(self.path)
        try:
            disk.cut(fd, self.place.end)
            disk.write_all(fd, b"".join(parts))
        finally:
            os.close(fd)


def replaced_in(book: Book, record: JournalLines) -> Head | None:
    """The meeting of the book in whose place a record goes on, be it by way of another beside it; None for none."""
    first = record.first
    known: set[str] = set()
    while first is not None and first.replaces and first.replaces not in known:
        if (head := book.head(first.replaces)) is not None:
            return head
        known.add(first.replaces)
        first = _beside(record.path, first.replaces)
    return None


def _beside(path: Path, identity: str) -> FirstLine | None:
    """The first line of the journal of an id in the same folder, or None."""
    from store.following import first_line_of

    for other in path.parent.glob(f"*{path.suffix}"):
        first = first_line_of(other)
        if first is not None and first.id == identity:
            return first
    return None


def _said(journal: JournalLines) -> list[str]:
    """What each line of a journal records, without its number and hash; its take-overs are left out."""
    return [_what(line.text) for line in journal.lines[1:] if _TAKE_OVER not in line.text]


def _what(line: str) -> str:
    # What ends a line is ASCII: as many letters as bytes.
    return line[line.index(",") + 1 : -TAIL]
