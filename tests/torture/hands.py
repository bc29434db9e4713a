"""Other programs, that synchronise, back up and clear away, let loose on an open meeting at any moment."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from store import Kept, StoreError
from tests.torture.calls import overheard
from tests.torture.keeping import NAME, assert_there, entry
from tests.torture.trial import Lost

ENTRIES = 8

Hand = Callable[[Path, "Hands"], None]


class Hands:
    """A program with its hands in a folder: it remembers older versions of a file, and writes one now and then."""

    def __init__(
        self, chance: Random, path: Path, deeds: dict[str, Hand], *, within: int = 120, at_most: int = 3
    ) -> None:
        self.chance, self.path = chance, path
        self._deeds = deeds
        self.older: list[bytes] = []
        self.done: list[str] = []
        self._at = sorted(chance.randrange(within) for _ in range(chance.randint(1, at_most)))
        self._calls = 0
        self._busy = False

    def __call__(self, name: str, args: tuple[Any, ...]) -> None:
        """Before each of the store's system calls."""
        if self._busy:
            return
        self._calls += 1
        while self._at and self._at[0] <= self._calls:
            self._at.pop(0)
            self.act()

    def act(self) -> None:
        """Do something, whatever it is; what is impossible just now is not done."""
        name = self.chance.choice(sorted(self._deeds))
        self._busy = True
        with contextlib.suppress(OSError):
            self._deeds[name](self.path, self)
            self.done.append(name)
        self._busy = False

    def version(self) -> bytes:
        """An older version of the file, as far as one was seen."""
        return self.chance.choice(self.older) if self.older else b""

    def see(self) -> None:
        """Remember the file as it is now."""
        with contextlib.suppress(OSError):
            self.older.append(self.path.read_bytes())


def _in_place(path: Path, data: bytes) -> None:
    with open(path, "r+b") as file:
        file.truncate(0)
        file.write(data)


def _renamed(path: Path, data: bytes) -> None:
    fresh = path.with_name(".sync-tmp")
    fresh.write_bytes(data)
    fresh.replace(path)


def _altered(path: Path, hands: Hands) -> None:
    data = bytearray(path.read_bytes() or b"?")
    data[hands.chance.randrange(len(data))] ^= 1
    _in_place(path, bytes(data))


def _folder_back(path: Path, hands: Hands) -> None:
    away = path.parent.with_name("away")
    if away.is_dir() and not path.parent.exists():
        away.rename(path.parent)


DEEDS: dict[str, Hand] = {
    "writes an older version in place": lambda path, hands: _in_place(path, hands.version()),
    "puts an older version in its place": lambda path, hands: _renamed(path, hands.version()),
    "writes the same again": lambda path, hands: _renamed(path, path.read_bytes()),
    "cuts it to nothing": lambda path, hands: os.truncate(path, 0),
    "cuts it short": lambda path, hands: os.truncate(path, hands.chance.randrange(1 + path.stat().st_size)),
    "alters a byte": _altered,
    "adds something": lambda path, hands: _in_place(path, path.read_bytes() + b"\n{}"),
    "deletes it": lambda path, hands: path.unlink(),
    "renames it": lambda path, hands: path.rename(path.with_name("conflicted copy")) and None,
    "deletes the folder": lambda path, hands: shutil.rmtree(path.parent),
    "renames the folder": lambda path, hands: path.parent.rename(path.parent.with_name("away")) and None,
    "puts the folder back": _folder_back,
    "makes the folder anew": lambda path, hands: path.parent.mkdir(),
    "deletes the lock": lambda path, hands: path.with_suffix(".lock").unlink(),
    "touches it": lambda path, hands: os.utime(path, (1, 1)),
}


def _record(kept: Kept, acknowledged: int, folder: Path) -> int:
    """Record the next entry; where nothing is on disk any more, as the desk does, in another folder."""
    try:
        return kept.append(entry(acknowledged + 1))
    except StoreError:
        if kept.adrift:
            with contextlib.suppress(StoreError):
                kept.keep_in(folder)
        return acknowledged


def let_loose(chance: Random, folder: Path, number: int) -> None:
    """A meeting goes on while a program does as it likes at any system call; at the end all of it is in a file."""
    kept = Kept.create(folder / "home", NAME, entry(1), by="jo")
    hands = Hands(chance, kept.path, DEEDS)
    hands.see()
    acknowledged = 1
    with _own_refuge(folder):
        with overheard(hands):
            for tried in range(ENTRIES):
                acknowledged = _record(kept, acknowledged, folder / f"other-{tried}")
                hands.see()
                if chance.random() < 0.3:
                    hands.act()
                if chance.random() < 0.5:
                    kept.look()
        # What is done after the desk has looked a last time is beyond it; this is not.
        hands.act()
        kept.close()
    try:
        assert_there(kept.path, acknowledged)
    except (Lost, StoreError) as error:
        raise Lost(f"{error}; {hands.done}; said {kept.messages()}") from None


@contextlib.contextmanager
def _own_refuge(folder: Path) -> Any:
    """What is kept in the user's own folder, since the meeting's is gone, is kept in the row's."""
    before, at = {name: os.environ.get(name) for name in ("HOME", "USERPROFILE")}, tempfile.tempdir
    (folder / "user").mkdir()
    os.environ.update(dict.fromkeys(before, str(folder / "user")))
    tempfile.tempdir = str(folder / "user")
    try:
        yield
    finally:
        tempfile.tempdir = at
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def at_the_copy(chance: Random, folder: Path, number: int) -> None:
    """The same at the second copy, which is whole again at the end and what was done to it is said."""
    kept = Kept.create(folder / "home", NAME, entry(1), by="jo", copy_to=folder / "stick" / "copy")
    copy = folder / "stick" / "copy" / kept.path.name
    hands = Hands(chance, copy, {name: deed for name, deed in DEEDS.items() if "lock" not in name})
    with overheard(hands):
        for tried in range(ENTRIES):
            kept.append(entry(tried + 2))
            hands.see()
            if chance.random() < 0.3:
                hands.act()
    kept.close()
    said = kept.messages()
    if copy.read_bytes() != kept.path.read_bytes():
        raise Lost(f"the copy is not whole; {hands.done}; said {said}")
    assert_there(copy, ENTRIES + 1, beyond=0)
