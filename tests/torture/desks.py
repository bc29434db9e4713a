"""The real desk, in a terminal of its own: killed at any moment, and with another program in its folder."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from random import Random

from store import Kept, StoreError, read_meeting
from tests.bench.pty_app import NothingPainted, PtyApp, surroundings
from tests.screens.desk.at_the_desk import made
from tests.support.minute import OPEN
from tests.torture.hands import DEEDS, Hands
from tests.torture.trial import Lost

_WORDS = ("roof", "boathouse", "lease", "footpath", "willow", "kiosk", "bench", "gate")


class _Clerk:
    """Someone who types paragraphs, and knows which of them the screen has said to be recorded."""

    def __init__(self, app: PtyApp, chance: Random, path: Path) -> None:
        self._app, self._chance = app, chance
        self.journal = path
        self.acknowledged: list[str] = []
        self.typed: list[str] = []

    def begin(self) -> None:
        """Wait for the desk, and open a paragraph."""
        self._app.wait_for("Boathouse", 60)
        self._app.settle(0.3)

    def paragraph(self) -> None:
        """Type a paragraph and Enter; wait until it is said to be recorded."""
        number = len(self.typed)
        text = f"P{number:03}q {' '.join(self._chance.choice(_WORDS) for _ in range(self._chance.randint(1, 12)))}."
        self.typed.append(text)
        self._app.send(text, 0.01)
        said = self._app.answered("\r", (f"✓ P{number:03}q", "NOT"), 15.0)
        if f"✓ P{number:03}q" in said:
            self.acknowledged.append(text)

    def half(self) -> str:
        """Type half a paragraph."""
        text = f"Half {self._chance.randrange(1_000)}"
        self._app.send(text, 0.05)
        return text


def _texts(path: Path) -> list[str]:
    return [event.get("text", "") for entry in read_meeting(path).entries for event in entry["events"]]


def _begun(folder: Path, chance: Random) -> tuple[PtyApp, _Clerk]:
    environment = surroundings(Path(os.environ.get("CLERK_TORTURE_COMPILED", folder)))
    environment |= {"CLERK_HOME": str(folder / "home"), "HOME": str(folder / "user")}
    (folder / "user").mkdir()
    path = made(folder / "home", script=f"{OPEN}\n:take 7")
    app = PtyApp(["-m", "clerk", "open", "sitting", "--by", "jo"], environment)
    return app, _Clerk(app, chance, path)


def killed(chance: Random, folder: Path, number: int) -> None:
    """Paragraphs are typed; the desk is killed, terminated or hung up on at some moment; all that it said is there."""
    app, clerk = _begun(folder, chance)
    how = chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP))
    with app:
        clerk.begin()
        for _ in range(chance.randint(1, 6)):
            clerk.paragraph()
        half = clerk.half()
        # The words being typed are kept once a second.
        kept_by_now = chance.random() < 0.5
        time.sleep(1.6 if kept_by_now else chance.random() * 0.2)
        os.kill(app.process.pid, how)
        app.process.wait(20)
    missing = [text for text in clerk.acknowledged if text not in _texts(clerk.journal)]
    if missing:
        raise Lost(f"{how.name}: the screen had said {missing}")
    if not clerk.acknowledged:
        raise Lost(f"nothing was acknowledged of {clerk.typed}")
    with Kept.open(clerk.journal) as kept:
        words, problem = kept.words.load()
        if problem or ((kept_by_now or how != signal.SIGKILL) and half not in str(words)):
            raise Lost(f"{how.name}: half typed was {half!r}, kept are {words}; {problem}")


def beset(chance: Random, folder: Path, number: int) -> None:
    """Paragraphs are typed while another program is at the file and the folder; the desk is left, or its window closed;
    every paragraph that the screen said to be recorded is in some journal of the folders that it may be kept in."""
    app, clerk = _begun(folder, chance)
    deeds = {name: deed for name, deed in DEEDS.items() if "lock" not in name}
    with app:
        clerk.begin()
        hands = Hands(chance, clerk.journal, deeds)
        for _ in range(chance.randint(2, 5)):
            hands.see()
            clerk.paragraph()
            if chance.random() < 0.6:
                hands.act()
            time.sleep(chance.choice((0, 0, 1.3)))
        _leave(app, chance)
    found = {text for file in folder.rglob("*.journal") for text in _readable(file)}
    missing = [text for text in clerk.acknowledged if text not in found]
    if missing:
        raise Lost(f"after {hands.done} these are in no journal: {missing}")


def _readable(file: Path) -> list[str]:
    try:
        return _texts(file)
    except StoreError:
        return []


def _leave(app: PtyApp, chance: Random) -> None:
    """As a clerk does: Esc, Ctrl+Q, and Enter where another folder is offered; or the window is simply closed."""
    if chance.random() < 0.4:
        os.kill(app.process.pid, signal.SIGHUP)
    else:
        app.send("\x1b", 0.3)
        app.send("\x11", 0.5)
        if app.process.poll() is None:
            app.send("\r", 0.5)
            app.send("\x11", 0.5)
        if app.process.poll() is None:
            app.send("\x11", 0.5)
    seen = app.answered("", (), 15.0)
    if app.process.poll() is not None:
        return
    raise NothingPainted(f"the desk was not left:\n{seen}")
