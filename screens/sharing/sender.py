"""The sender's process: `python -m screens.sharing.sender JOURNAL`. It ends when its standard input does, all sent."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path


def main(argv: list[str]) -> int:
    """Sends one journal until the desk has left; the exit code is 0 when all is sent."""
    from screens.cli.settings import book_address
    from screens.sharing.logs import log_to
    from screens.sharing.public import MeetingForms
    from store import places
    from store.book.errors import BookError
    from store.book.sender import Sender

    # A Ctrl+C at the desk goes to its whole group of processes, and is not for us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    path = Path(argv[0])
    log_to(places.home(), "sender")
    try:
        where = book_address()
    except BookError:
        return 1
    if where is None:
        return 1
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
