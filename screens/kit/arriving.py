"""Keys as a terminal sends them: bytes in, keys out, so that Esc and the key after it are always two keys.

A terminal sends an arrow as Esc and two characters, and sends for Alt with a letter what it sends for Esc and then that
letter. Textual's own reader takes the second for one key, which swallows the Esc; and where a key comes in pieces (a
slow line, a loaded machine) it loses its way. Here only what begins with Esc and "[" or "O" can be one key; what is
held back is held for a time, which grows where a line shows that it needs more.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Iterator, Mapping
from time import monotonic

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

ESC = "\x1b"

_SEQUENCE = re.compile(r"\x1b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-Z\\-~]|O[A-DFHMP-S])")
_PART = re.compile(r"\x1b(?:\[(?:\[|[0-?]*[ -/]*)|O)?\Z")
_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"

HERE, FAR = 0.05, 0.25
"""Seconds that an Esc waits for the rest of a longer key: in a terminal on this machine, and over SSH."""

LONGEST = 0.6
"""Seconds that it comes to wait at most, on a line that has torn keys apart."""

LATE = 1.5
"""Seconds after an Esc in which "[B" is still the rest of a key that was torn apart, and is never typed."""

STILL = 1.0
"""Seconds without more of a paste after which what has come of it is handed on, lest its lost end leave us deaf."""


def usual_wait(surroundings: Mapping[str, str] | None = None) -> float:
    """How long an Esc waits where nothing is set: by `ESCDELAY` (milliseconds, as elsewhere), or longer over SSH."""
    known = os.environ if surroundings is None else surroundings
    if (given := known.get("ESCDELAY", "")).isdecimal():
        return int(given) / 1000
    return FAR if any(known.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")) else HERE


class KeyReader:
    """Reads what a terminal sends. `feed` takes text as it arrives, `tick` lets go of what has been held long enough;
    both give messages of Textual's. `wait` are the seconds that an Esc is held."""

    def __init__(
        self, debug: bool = False, *, wait: float | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        self.wait = usual_wait() if wait is None else wait
        self._clock = clock
        self._known = XTermParser(debug)
        self._held = ""
        """The beginning of a longer key, of which the rest may come."""
        self._pasted: list[str] | None = None
        """What has come of a paste whose end has not."""
        self._quiet = False
        """Whether a paste was handed on before its end came."""
        self._since = 0.0
        """When the last of what is held arrived."""
        self._escaped: float | None = None
        """When an Esc that was held arrived, after it was let go for itself."""

    @property
    def due(self) -> float | None:
        """Seconds until `tick` will have something to let go; None where nothing is held."""
        if self._pasted is not None:
            return None if self._quiet else max(0.0, self._since + STILL - self._clock())
        if not self._held:
            return None
        return max(0.0, self._since + self._patience - self._clock())

    @property
    def _patience(self) -> float:
        # Nobody types Esc and "[" by chance: more than a moment can be spared for the rest.
        return max(self.wait, LONGEST) if self._held.startswith(f"{ESC}[") else self.wait

    def tick(self) -> Iterator[Message]:
        """What has been held long enough."""
        due = self.due
        if due is None or due > 0:
            return
        if self._pasted is not None:
            self._quiet = True
            yield from self._paste("".join(self._pasted))
            self._pasted = []
            return
        held, self._held = self._held, ""
        told, self._escaped = self._escaped is not None, self._since if held == ESC else None
        if not told:
            yield events.Key("escape", ESC)
        if held != ESC:
            yield from self._known.feed(held[1:])

    def feed(self, data: str) -> Iterator[Message]:
        """What arrived, as messages; "" at the end of all input."""
        if not data:
            yield from self._known.feed("")
            return
        data, self._held = self._joined(data), ""
        self._since = self._clock()
        while data:
            if self._pasted is not None:
                data = yield from self._more_of_a_paste(data)
                continue
            plain, escape, rest = data.partition(ESC)
            if plain:
                yield from self._known.feed(plain)
            if not escape:
                return
            data = yield from self._escape(escape + rest)

    def _joined(self, data: str) -> str:
        """What arrived, after what was held; and the rest of a key whose Esc was let go, with its Esc again."""
        escaped, now = self._escaped, self._clock()
        if self._held or self._pasted is not None or escaped is None:
            return self._held + data
        if data[0] == "[" and now - escaped <= LATE and (_SEQUENCE.match(ESC + data) or _PART.match(ESC + data)):
            return ESC + data
        self._escaped = None
        return data

    def _escape(self, data: str) -> Generator[Message, None, str]:
        """One key at the start of `data`, which is an Esc; returns what comes after it."""
        if _PART.match(data):
            self._held = data
            return ""
        found = _SEQUENCE.match(data)
        told, self._escaped = self._escaped, None
        if found is None:
            if told is None:
                yield events.Key("escape", ESC)
            return data[1:]
        if told is not None:
            self.wait = min(LONGEST, max(2 * self.wait, 1.5 * (self._since - told)))
        if found.group() == _PASTE_BEGINS:
            self._pasted, self._quiet = [], False
        elif found.group() != _PASTE_ENDS:
            yield from self._sequence(found.group())
        return data[found.end() :]

    def _sequence(self, sequence: str) -> Iterator[Message]:
        """A whole sequence; nothing where it means nothing, and then nothing after it is lost either."""
        messages = list(self._known.feed(sequence))
        if not messages:
            before, self._known = self._known, XTermParser()
            self._known.mouse_pixels = before.mouse_pixels
            self._known.terminal_size = before.terminal_size
            self._known.terminal_pixel_size = before.terminal_pixel_size
        yield from messages

    def _more_of_a_paste(self, data: str) -> Generator[Message, None, str]:
        """More of a paste; returns what comes after its end."""
        assert self._pasted is not None
        if self._quiet and (len(data) == 1 or _SEQUENCE.fullmatch(data)) and data != _PASTE_ENDS:
            # A single key, long after: its end was lost, and someone goes on.
            self._pasted = None
            return data
        whole = "".join(self._pasted) + data
        text, end, rest = whole.partition(_PASTE_ENDS)
        if not end:
            self._pasted, self._quiet = [whole], False
            return ""
        self._pasted = None
        yield from self._paste(text)
        return rest

    def _paste(self, text: str) -> Iterator[Message]:
        if text:
            yield events.Paste(text.replace("\x00", ""))
