"""The terminal of a screen on Linux and macOS, read by our own `KeyReader`."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from screens.kit.arriving import KeyReader

if TYPE_CHECKING:
    from textual.app import App

LOOK = 0.1
"""Seconds after which it is looked whether the program is ending."""


class Outlet(TextIOWrapper):
    """What is written to a terminal that is gone is dropped: the thread that writes lives on, and nobody waits for it
    for ever."""

    def write(self, text: str) -> int:
        with suppress(OSError):
            return super().write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()


class Terminal(LinuxDriver):
    """Textual's own, but for how keys are read: an Esc waits as long as it must and no longer (Textual's looks only
    every tenth of a second), and bytes that are no UTF-8 do not end the program; and that whoever has lost their
    terminal without a word from the system does not go on, holding the meeting, where nobody sees it."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._wait: float | None = getattr(app, "escape_wait", None)
        self._hang_up: Callable[[], None] = getattr(app, "hang_up", app.exit)
        if self._file is not None:
            # Through a buffer: written to alone, a file drops what a terminal does not take in one write.
            out = BufferedWriter(FileIO(self._file.fileno(), "w", closefd=False))
            self._file = Outlet(out, "utf-8", "replace", write_through=True)

    def run_input_thread(self) -> None:
        """Reads keys until the program ends."""
        reader = KeyReader(wait=self._wait)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                due = reader.due
                if selector.select(LOOK if due is None else min(LOOK, due)):
                    data = self._read()
                    if not data:
                        self._loop.call_soon_threadsafe(self._hang_up)
                        return
                    if text := decode(data):
                        for message in reader.feed(text):
                            self.process_message(message)
                for message in reader.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """What was typed; nothing once the other end is gone."""
        try:
            return os.read(self.fileno, 1 << 12)
        except OSError:
            return b""
