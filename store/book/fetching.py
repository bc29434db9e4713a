"""Bringing a meeting from the book into this machine's library: a journal like any other, that nobody writes here."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from store import disk, places
from store.book.connection import Book, Head, Row
from store.book.errors import BookError
from store.book.journal_lines import JournalLines, Known, as_bytes, known_lines, whole
from store.book.sending import keep_unsent, last_in_common, said_of_unsent, take_over_after
from store.book.status import OURS, Status, read_status, write_status
from store.errors import MeetingIsHeld, StoreError, entries
from store.holding import read_holder
from store.journal import read_file
from store.lines import EVENTS, FirstLine, decode_line
from store.reading import read_journal

_PATIENCE = 2.0


@dataclass(slots=True)
class Fetched:
    """Where a meeting was fetched to, and what there is to say of it."""

    path: Path
    said: list[str] = field(default_factory=list)
    new: int = 0
    """How many lines were written."""
    unsent: str = ""
    """The file beside that keeps what the book has not got."""


def path_of(home: Path, head: Head) -> Path:
    """The journal that holds a meeting here, or would: two meetings of one name get a number."""
    plain = re.sub(r"[^\w.-]+", "-", head.name).strip(".-") or "meeting"
    number = 1
    while True:
        path = places.journal_of(home, plain if number == 1 else f"{plain}-{number}")
        if not path.exists() or id_of(path) in (head.id, ""):
            return path
        number += 1


def id_of(path: Path) -> str:
    """The meeting's id, by the first line of its journal; "" where that cannot be read."""
    try:
        with disk.open_to_read(path) as file:
            return msgspec.json.decode(file.readline(4096), type=FirstLine).id
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        status = read_status(path)
        return status.id if status else ""


@contextlib.contextmanager
def writing(path: Path, wait: float = _PATIENCE) -> Iterator[None]:
    """Hold a journal's lock for as long as lines are written to it. Raises MeetingIsHeld."""
    from filelock import FileLock, Timeout

    disk.make_folder(path.parent)
    lock = FileLock(path.with_suffix(".lock"), thread_local=False, mode=disk.OWN_FILE)
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        raise MeetingIsHeld(path.stem, str(read_holder(path) or "another window")) from None
    try:
        yield
    finally:
        lock.release()


def fetch(home: Path, book: Book, head: Head) -> Fetched:
    """Bring this machine's journal of a meeting to what the book has, damage and all put right.

    What only this machine has is kept: as it is where it merely has not been sent yet, else in a file that is named.
    Raises MeetingIsHeld while a desk has it open, and BookError.
    """
    fetched = Fetched(path_of(home, head))
    with writing(fetched.path):
        bring(book, head, fetched)
    return fetched


def bring(book: Book, head: Head, fetched: Fetched) -> None:
    """As ``fetch``, for who holds the lock."""
    path = fetched.path
    there = _readable(path)
    if there is None:
        _write(path, as_bytes(whole(book, head)), fetched)
        fetched.new = head.number + 1
    else:
        common = last_in_common(book, head, there.lines)
        unsent = there.lines[common + 1 :]
        if not there.damaged and not unsent:
            _append(book, there, head, fetched)
        elif not there.damaged and common == head.number:
            fetched.said.append(
                f"{path.stem} has {len(unsent)} lines more than the shared book: they are not sent yet."
            )
            return
        else:
            _replace(book, there, head, common, fetched)
    status = read_status(path)
    ours = status is not None and status.state in OURS and status.epoch == head.epoch
    write_status(path, Status(head.id, "ok" if ours else "elsewhere", head.number, head.epoch))


def _readable(path: Path) -> JournalLines | None:
    """The journal that is there; None where there is none, or nothing of it can be read."""
    journal = JournalLines(path)
    try:
        journal.look()
    except StoreError:
        return None
    return journal


def _write(path: Path, data: bytes, fetched: Fetched) -> None:
    if path.exists():
        beside = disk.first_free(path, "before")
        disk.write_whole(beside, disk.read(path))
        fetched.said.append(f"What was here is kept whole as {beside.name}.")
    disk.write_whole(path, data)


def _append(book: Book, there: JournalLines, head: Head, fetched: Fetched) -> None:
    rows: list[Row] = []
    while some := book.lines(head.id, rows[-1].number if rows else there.lines[-1].number):
        rows += some
    data = disk.read(there.path)[: there.place.end] + as_bytes(rows)
    if read_journal(data, there.path).place.end != len(data):
        raise BookError(f"What the shared book has of {head.name} does not follow what is here, and was not used.")
    fd = disk.open_to_append(there.path)
    try:
        disk.cut(fd, there.place.end)
        disk.write_all(fd, as_bytes(rows))
        disk.sync(fd)
    finally:
        os.close(fd)
    fetched.new = len(rows)


def _replace(book: Book, there: JournalLines, head: Head, common: int, fetched: Fetched) -> None:
    rows = whole(book, head)
    unsent = [*there.lines[common + 1 :], *_behind_damage(there, rows)]
    over = take_over_after(book, head.id, common)
    fetched.unsent = keep_unsent(there.path, unsent, over.epoch if over else head.epoch)
    _write(there.path, as_bytes(rows), fetched)
    fetched.new = len(rows)
    count = sum(
        len(decode_line(line.text.encode()).changes or ()) for line in unsent if '"table":"events"' in line.text
    )
    fetched.said += filter(None, [said_of_unsent(fetched.unsent, count, there.path.stem)])


def _behind_damage(there: JournalLines, rows: Sequence[Row]) -> list[Known]:
    """Lines that can be read behind the damage and that the book has not got: it may have others of their numbers."""
    if not there.damaged:
        return []
    shared = {row.line for row in rows}
    wanted = {line.n for line in read_file(there.path).after if line.table == EVENTS}
    found = []
    for text in disk.read(there.path)[there.place.end :].split(b"\n"):
        with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
            if text and text.decode() not in shared and decode_line(text).n in wanted:
                found += known_lines(text + b"\n", decode_line(text).n - 1, 1)
    return found


def fetch_all(home: Path, book: Book, said: Callable[[str], None]) -> int:
    """Fetch every meeting of the book, and return how many had anything new; what cannot be is said."""
    count = 0
    for head in book.heads():
        try:
            fetched = fetch(home, book, head)
        except MeetingIsHeld as error:
            said(str(error))
            continue
        for sentence in fetched.said:
            said(f"{head.name}: {sentence}")
        count += fetched.new > 0
    return count


def said_of(fetched: Fetched, head: Head) -> str:
    """What a fetch did, in a sentence."""
    if not fetched.new:
        return f"{fetched.path.stem} is as the shared book has it."
    return f"{fetched.path.stem}: fetched from the shared book ({entries(head.entries)})."
