"""A desk with someone at it: a meeting kept in a folder, the app open on it, and every key counted."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from textual import events
from textual.app import _get_unicode_name_from_key  # type: ignore[attr-defined]
from textual.keys import REPLACED_KEYS, _character_to_key
from textual.pilot import Pilot

from clerk.events import AnyEvent, Convened
from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from clerk.shorthand.line import read_script
from screens.desk.app import DeskApp
from screens.desk.desk import DeskScreen
from screens.kit.field import Field, OneLine
from screens.sitting import Sitting, first_entry
from store.meetings import Kept
from tests.support.bodies import COMMITTEE, council
from tests.support.minute import flush

__all__ = ["COMMITTEE", "Clock", "Desk", "council", "desk", "made", "seated"]


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, hour: int, minute: int) -> None:
        self.now = self.now.replace(hour=hour, minute=minute)

    def later(self, minutes: int = 1) -> None:
        self.now += timedelta(minutes=minutes)


class Desk:
    """What a test sees and does. `pressed` counts keys; a paste counts as one key a character."""

    def __init__(self, app: DeskApp, pilot: Pilot[None], sitting: Sitting, clock: Clock | None) -> None:
        self.app = app
        self.pilot = pilot
        self.sitting = sitting
        self.clock = clock
        self.pressed = 0
        self._read = 0

    # -- doing -----------------------------------------------------------------------------------------------------

    async def keys(self, names: str) -> int:
        """Presses keys, named with a space between ("v a B tab enter"), and gives how many they are."""
        return await self._press(names.split())

    async def type(self, words: str) -> int:
        """Types words, a key a character."""
        return await self.press(list(words))

    async def press(self, keys: list[str]) -> int:
        """Presses keys, a character or a name each."""
        return await self._press([{" ": "space", "\n": "enter"}.get(key, key) for key in keys])

    async def paste(self, words: str) -> int:
        """Pastes words as the terminal does, counted as if they had been typed."""
        self.app.post_message(events.Paste(words))
        await self.rest()
        self.pressed += len(words)
        return len(words)

    async def begin(self, script: str) -> None:
        """Records lines of shorthand without the desk's keys: what had happened before the test begins. No key is
        counted, and `recorded` does not give them."""
        for _, line in read_script(flush(script)):
            self.sitting.take(line)
        self.screen.draw()
        self._read = len(self.meeting.entries)
        await self.pilot.pause()

    async def rest(self) -> None:
        """Waits until every key and all that it caused has come to rest and been drawn."""
        arrived = asyncio.Event()
        self.app.call_later(arrived.set)
        while not arrived.is_set() or self.app._keys_held or self.app._keys_waiting or self.app._key_limit is not None:
            if self.app._exception is not None:
                return
            await asyncio.sleep(0.001)
        await self.pilot.pause()

    @staticmethod
    def key_of(app: DeskApp, name: str) -> events.Key:
        """A key as the terminal sends it: a character, or a key's name."""
        key = _character_to_key(name) if len(name) == 1 and not name.isalnum() else name
        event = events.Key(key, name if len(name) == 1 else _character(key))
        event.set_sender(app)
        return event

    async def _press(self, names: list[str]) -> int:
        for name in names:
            self.app.post_message(self.key_of(self.app, name))
        await self.rest()
        self.pressed += len(names)
        return len(names)

    # -- seeing ----------------------------------------------------------------------------------------------------

    @property
    def screen(self) -> DeskScreen:
        return self.app.desk

    @property
    def meeting(self) -> Meeting:
        return self.sitting.meeting

    @property
    def text(self) -> str:
        """The screen, a line a row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    @property
    def flat(self) -> str:
        """The screen, its white space evened out."""
        return " ".join(self.text.split())

    async def sees(self, words: str, seconds: float = 5.0) -> bool:
        """Whether words come on the screen: a pane that has to scroll there is drawn later than the key, on a busy
        machine."""
        until = asyncio.get_running_loop().time() + seconds
        while words not in self.text and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.01)
        return words in self.text

    @property
    def said(self) -> str:
        """The line above the keys, whole."""
        return " ".join(str(self.screen.query_one("#said").text).split())  # type: ignore[attr-defined]

    @property
    def question(self) -> str:
        """The pane of the question now open."""
        return str(self.screen.query_one("#question").text)  # type: ignore[attr-defined]

    @property
    def field(self) -> str:
        """What stands in the field that is open; "" where none is."""
        writing = self.screen.writing
        if writing is None:
            return ""
        return self.screen.query_one("#line", OneLine).text if writing.in_one_line else self.words.text

    @property
    def entry(self) -> Field | OneLine:
        """The field that is open."""
        writing = self.screen.writing
        assert writing is not None
        return self.screen.query_one("#line", OneLine) if writing.in_one_line else self.words

    @property
    def words(self) -> Field:
        return self.screen.query_one("#words", Field)

    @property
    def rows(self) -> list[str]:
        """What the record pane shows, a row each."""
        return [str(row.text) for row in self.screen.query_one("#record").rows]  # type: ignore[attr-defined]

    @property
    def home(self) -> bool:
        return self.screen.context == "home"

    def recorded(self) -> list[AnyEvent]:
        """The events recorded since the last time of asking."""
        new = [event for entry in self.meeting.entries[self._read :] for event in entry.events]
        self._read = len(self.meeting.entries)
        return new

    def key(self, surname: str) -> str:
        """The keys of a member's seat, as `keys` reads them: "a", or "a d" for a two-letter code."""
        acting = {person: seat for seat, person in self.meeting.acting}
        person = next(id_ for id_ in acting if self.meeting.people[id_].surname.lower() == surname.lower())
        return " ".join(self.meeting.seats[acting[person]].letter)


def _character(key: str) -> str | None:
    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        return key if len(key) == 1 else None


def made(home: Path, papers: str | Convened = COMMITTEE, script: str = "") -> Path:
    """A meeting kept in a folder, after a script."""
    convened = read_meeting(papers) if isinstance(papers, str) else papers
    with Kept.create(home, "sitting", first_entry(convened, "jo"), by="jo") as kept:
        sitting = Sitting(kept, "jo", lambda: datetime(2031, 1, 1, 12))
        for _, line in read_script(flush(script)):
            sitting.take(line)
        return kept.path


@asynccontextmanager
async def desk(
    home: Path,
    papers: str | Convened = COMMITTEE,
    script: str = "",
    *,
    at: str = "19:05",
    written_up: bool = False,
    size: tuple[int, int] = (120, 36),
    theme: str = "clerk-dark",
    keymap: Mapping[str, Any] | None = None,
    completion: str = "on",
) -> AsyncIterator[Desk]:
    """The desk, open on a meeting after a script; a meeting that is in the folder already is opened again.

    The clock stands at `at` on the meeting's own night, unless the meeting is `written_up`.
    """
    path = home / "meetings" / "sitting.journal"
    if not path.exists():
        path = made(home, papers, script)
    async with seated(
        path, at=at, written_up=written_up, size=size, theme=theme, keymap=keymap, completion=completion
    ) as opened:
        yield opened


@asynccontextmanager
async def seated(
    path: Path,
    *,
    at: str = "19:05",
    written_up: bool = False,
    size: tuple[int, int] = (120, 36),
    theme: str = "clerk-dark",
    keymap: Mapping[str, Any] | None = None,
    completion: str = "on",
) -> AsyncIterator[Desk]:
    """The desk, open on a meeting that is kept at `path`."""
    with Kept.open(path, "jo") as kept:
        sitting = Sitting(kept, "jo")
        setup = sitting.meeting.setup
        assert setup is not None
        hour, minute = map(int, at.split(":"))
        clock = Clock(datetime(setup.date.year, setup.date.month, setup.date.day, hour, minute))
        sitting.clock = None if written_up else clock
        app = DeskApp(lambda: sitting, theme=theme, keymap=keymap, completion=completion)
        async with app.run_test(size=size, notifications=True) as pilot:
            opened = Desk(app, pilot, sitting, None if written_up else clock)
            opened._read = len(sitting.meeting.entries)
            await opened.rest()
            # The desk is drawn once more when it has its size.
            await pilot.pause()
            yield opened
