"""How one journal stands to the shared book: a small file beside it, ``NAME.book``, that the sender writes and the desk
reads. Losing it loses nothing but the answer to a question."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Literal

import msgspec

from store import disk

State = Literal["ok", "behind", "taken", "elsewhere", "twice", "refused"]


class Status(msgspec.Struct, frozen=True):
    """``state``: "ok" all is sent, "behind" not all, "taken" another machine took the meeting over, "elsewhere" this
    is a copy of the book's, "twice" the book has another meeting of the same papers, "refused" nothing is sent."""

    id: str = ""
    state: State = "ok"
    sent: int = -1
    """The number of the last line that the book has."""
    epoch: int = 1
    since: str = ""
    """When the book could last be written, by this machine's clock: ``2019-06-11T19:42``; "" while it can."""
    why: str = ""
    """A sentence; "" when all is well."""
    unsent: str = ""
    """The file beside that keeps what another's take-over left unsent."""
    another: bool = False
    """Whether the clerk has said that this is a meeting of its own, and not the one that the book has."""
    pid: int = 0
    """The sender that wrote this; an older one that finds it here ends."""


MINUTED_ELSEWHERE = ("taken", "elsewhere")
"""The states in which nobody writes to the journal here."""


OURS = ("ok", "behind")
"""The states in which this machine holds the meeting."""


def status_file(journal: Path) -> Path:
    """Where the status of a journal is kept."""
    return journal.with_suffix(".book")


def read_status(journal: Path) -> Status | None:
    """The status as last written, or None."""
    try:
        return msgspec.json.decode(disk.read(status_file(journal)), type=Status)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def write_status(journal: Path, status: Status) -> None:
    """Replace the status at one stroke; a failure is passed over, since nothing depends on it but what is shown."""
    file = status_file(journal)
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    with contextlib.suppress(OSError):
        fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(fd, "wb") as out:
            out.write(msgspec.json.encode(status))
        os.replace(fresh, file)


def said_shortly(status: Status | None, lines: int) -> str:
    """How the book stands in two words, for the head of the desk; ``lines`` is the number of the journal's last one."""
    if status is None:
        return "book …"
    if status.state in MINUTED_ELSEWHERE:
        return "book TAKEN OVER"
    if status.state == "twice":
        return "book ?"
    behind = max(0, lines - status.sent)
    if status.state == "refused":
        return "book off"
    if status.state == "behind" and behind:
        since = status.since[11:].replace(":", ".")
        return f"book {behind} behind since {since}" if since else f"book {behind} behind"
    return "book ✓"
