"""The sender's process: `python -m screens.sharing.sender JOURNAL`. It ends when its standard input does, all sent."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path

NOT_USED = 3
"""The exit code where the book's address is not one that may be used: there is no use in trying again."""


def main(argv: list[str]) -> int:
    """Sends one journal until the desk has left; the exit code is 0 when all is sent."""
    from msgspec.structs import replace

    from screens.cli.settings import book_address
    from screens.sharing.logs import log_to
    from screens.sharing.public import MeetingForms
    from store import places
    from store.book.errors import BookError
    from store.book.sender import Sender
    from store.book.status import Status, read_status, write_status

    # A Ctrl+C at the desk goes to its whole group of processes, and is not for us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    path = Path(argv[0])
    log_to(places.home(), "sender")
    try:
        where = book_address()
    except BookError as error:
        known = read_status(path) or Status()
        why = f"{error} The meeting is kept on this machine alone."
        write_status(path, replace(known, state="refused", why=why, pid=os.getpid()))
        return NOT_USED
    if where is None:
        return NOT_USED
    return Sender(path, where, MeetingForms(path), _left_by_desk().is_set).run()


def _left_by_desk() -> threading.Event:
    """Set when nothing holds the other end of standard input any more: the desk has left, or was killed."""
    left = threading.Event()

    def wait() -> None:
        # Not by sys.stdin, whose lock this thread would still hold when the program ends.
        with suppress(OSError):
            while os.read(0, 4096):
                pass
        left.set()

    threading.Thread(target=wait, name="desk", daemon=True).start()
    return left


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
