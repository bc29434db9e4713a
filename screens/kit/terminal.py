"""The terminal of a screen on Linux and macOS, read by our own `KeyReader`."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from screens.kit.arriving import KeyReader

if TYPE_CHECKING:
    from textual.app import App

LOOK = 0.1
"""Seconds after which it is looked whether the program is ending."""


class Terminal(LinuxDriver):
    """Textual's own, but for how keys are read: an Esc waits as long as it must and no longer (Textual's looks only
    every tenth of a second), and bytes that are no UTF-8 do not end the program."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._wait: float | None = getattr(app, "escape_wait", None)

    def run_input_thread(self) -> None:
        """Reads keys until the program ends."""
        reader = KeyReader(wait=self._wait)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                due = reader.due
                if selector.select(LOOK if due is None else min(LOOK, due)):
                    data = os.read(self.fileno, 1 << 12)
                    if not data:  # The other end is gone.
                        self.exit_event.wait(LOOK)
                    elif text := decode(data):
                        for message in reader.feed(text):
                            self.process_message(message)
                for message in reader.tick():
                    self.process_message(message)
