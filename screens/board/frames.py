"""What is sent of a board just now, made once for everyone: a page's inside, a stream's event and `/state.json`."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import msgspec

from screens.board.html import board_html, said, title
from screens.board.shown import Shown


@dataclass(frozen=True, slots=True)
class Frame:
    """One board, ready to be sent. `tag` changes when what is shown does, and with nothing else."""

    shown: Shown
    board: str
    event: bytes
    state: bytes
    tag: str


def frame(shown: Shown, decisions: str = "", today: date | None = None) -> Frame:
    """The frame of a board; `decisions` are the public's, as HTML."""
    board = board_html(shown, decisions, today)
    data = msgspec.json.encode({"board": board, "say": said(shown), "title": title(shown)})
    state = msgspec.json.encode(shown)
    return Frame(shown, board, b"data: " + data + b"\n\n", state, sha256(state + data).hexdigest()[:16])


class Hub:
    """The newest frame, and a way to wait for the next. Whoever is slow misses frames, never the last one."""

    def __init__(self, first: Frame) -> None:
        self.frame = first
        self._changed = asyncio.Event()

    def put(self, new: Frame) -> None:
        """Show another frame; nothing is sent where it says the same."""
        if new.tag == self.frame.tag:
            return
        self.frame = new
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def newer(self, than: Frame | None, seconds: float) -> Frame | None:
        """The newest frame as soon as it is another, or None after so many seconds."""
        if self.frame is not than:
            return self.frame
        try:
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        except TimeoutError:
            return None
        return self.frame
