"""Journals torn, altered and with holes in them: what was not touched is kept, and nothing altered is believed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from store import Kept, Library, StoreError
from store.errors import NotAJournal
from tests.torture.keeping import NAME, entry
from tests.torture.trial import Lost

_ENTRIES = 6


@cache
def _whole() -> bytes:
    """A journal of a few entries, closed properly."""
    with TemporaryDirectory() as folder, Kept.create(Path(folder), NAME, entry(1)) as kept:
        for number in range(2, _ENTRIES + 1):
            kept.append(entry(number))
        return kept.path.read_bytes()


def _put(folder: Path, data: bytes, *, noted: bool) -> Path:
    path = folder / "meetings" / f"{NAME}.journal"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(data)
    if noted:
        Library(folder).note(NAME, entries=str(_ENTRIES))
    return path


def _read(path: Path, *, silent: bool = False) -> tuple[list[int], list[str]] | None:
    """Opens a journal, mending it if need be; which entries it has, and what was said. None where it is no journal."""
    try:
        kept = Kept.open(path)
    except NotAJournal:
        return None
    except StoreError:
        try:
            kept = Kept.open(path, mend=True)
        except NotAJournal:
            return None
    with kept:
        found = [number for number, one in enumerate(kept.entries, 1) if one["events"]]
        altered = [number for number in found if kept.entries[number - 1] != entry(number)]
        if altered:
            raise Lost(f"entries {altered} are not as they were recorded, and nothing says so")
        count = len(kept)
        kept.append(entry(count + 1))
        if len(found) < _ENTRIES and not kept.report and not silent:
            raise Lost(f"only {found} are left, and nothing is said of the others")
        return found, kept.report


def torn(chance: Random, folder: Path, number: int) -> None:
    """Cut at an offset, each in its turn: every whole line before it is kept, and what was recorded of the last is not
    said never to have been."""
    whole = _whole()
    offset = number % len(whole)
    # Half of them after the library noted how many entries there were.
    noted = bool(number // len(whole) % 2)
    data = whole[:offset]
    before = max(0, data.count(b"\n") - 1)
    if noted and data.count(b"\n") > 0 and whole[offset : offset + 1] == b"\n":
        # Of the last line only its end is gone, and the library knows that it was recorded: it is kept.
        before += 1
    # A cut between two lines leaves a whole journal, an older one, which nothing in the file can tell.
    answer = _read(_put(folder, data, noted=noted), silent=data.endswith(b"\n"))
    if answer is None:
        if before:
            raise Lost(f"cut at {offset}: nothing of {before} whole entries can be read")
        return
    found, said = answer
    if found != list(range(1, before + 1)):
        raise Lost(f"cut at {offset}: {before} whole lines, and the entries {found} are left")
    if noted and any("never confirmed" in one for one in said):
        raise Lost(f"cut at {offset}: a recorded line was said never to have been confirmed: {said}")


def altered(chance: Random, folder: Path, number: int) -> None:
    """One byte altered, at each offset in its turn: at most its own line is lost, and the one that it runs into."""
    whole = _whole()
    offset = number % len(whole)
    byte = chance.choice((0, 10, 13, 32, 48, 57, 65, 123, 255, chance.randrange(256)))
    if byte == whole[offset]:
        byte ^= 1
    data = whole[:offset] + bytes([byte]) + whole[offset + 1 :]
    line = whole[:offset].count(b"\n")
    touched = {line, line + 1} if whole[offset] == 10 else {line}
    _expect(folder, data, touched, f"byte {offset} altered to {byte}")


def holed(chance: Random, folder: Path, number: int) -> None:
    """Some bytes zeroed, left out or put twice: only the lines that they belong to are lost."""
    whole = _whole()
    start = chance.randrange(len(whole))
    stop = min(len(whole), start + chance.choice((1, 3, 20, 66, 300, 2_000)))
    how = chance.choice(("zeroed", "left out", "twice"))
    middle = {"zeroed": b"\0" * (stop - start), "left out": b"", "twice": whole[start:stop] * 2}[how]
    data = whole[:start] + middle + whole[stop:]
    touched = set(range(whole[:start].count(b"\n"), whole[:stop].count(b"\n") + 1))
    _expect(folder, data, touched, f"{start} to {stop} {how}")


def _expect(folder: Path, data: bytes, touched: set[int], what: str) -> None:
    answer = _read(_put(folder, data, noted=False)) if data != _whole() else (list(range(1, _ENTRIES + 1)), [""])
    untouched = set(range(1, _ENTRIES + 1)) - touched
    if answer is None:
        # A first line of another sort makes it no journal; of the rest there may be nothing left.
        if untouched and 0 not in touched:
            raise Lost(f"{what}: entries {sorted(untouched)} were not touched, and nothing can be read")
        return
    missing = untouched - set(answer[0])
    if missing:
        raise Lost(f"{what}: entries {sorted(missing)} were not touched, and are lost")
