"""Entries that never reached the book before a take-over: told one by one, and recorded again where that is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from clerk.kept import entry_from
from clerk.meeting.record import Entry
from clerk.names import Unclear
from screens.cli.saying import Refused
from screens.sitting import Sitting
from store.book.sending import unsent_entries
from store.meetings import Kept

_REFERENCE = re.compile(r"\d+\.\d+")


def files_of(path: Path) -> list[Path]:
    """The files beside a journal that keep what was never sent, the oldest first."""
    return sorted(
        (file for file in path.parent.glob(f"{path.stem}.unsent-*") if file.suffix[8:].isdigit()),
        key=lambda file: int(file.suffix[8:]),
    )


def told(path: Path) -> Iterator[str]:
    """Each entry that was never sent, in a sentence."""
    files = files_of(path)
    if not files:
        yield f"Nothing of {path.stem} was left unsent."
    for file in files:
        yield f"{file.name}:"
        for number, raw in enumerate(unsent_entries(file), 1):
            yield f"  {number}. {_said(raw)}"


def _said(raw: msgspec.Raw) -> str:
    entry = msgspec.json.decode(raw, type=dict[str, Any])
    words = "; ".join(_event_said(event) for event in entry.get("events", ()))
    return f"{str(entry.get('recorded', ''))[11:16].replace(':', '.')} {words or 'nothing'}"


def _event_said(event: dict[str, Any]) -> str:
    """An event in the record's own words: whom and what it names may be of another state of the meeting."""
    kind = re.sub(r"(?<!^)(?=[A-Z])", " ", str(event.get("is", "something"))).capitalize()
    facts = [
        f"{key} {value}"
        for key, value in event.items()
        if key not in ("is", "at", "item") and value not in (None, "", [])
    ]
    where = f" (item {event['item']})" if event.get("item") else ""
    return f"{kind}{where}: {', '.join(facts)}" if facts else f"{kind}{where}"


def offer(path: Path, ask: Callable[[str], bool], say: Callable[[str], None]) -> int:
    """Asks of each whether to record it now, at the end of the record, and gives how many were.

    One that refers to an entry that was not recorded again is only shown: what it spoke of is not there.
    """
    count = 0
    files = files_of(path)
    if not files:
        say(f"Nothing of {path.stem} was left unsent.")
    with Kept.open(path) as kept:
        sitting = Sitting(kept, "")
        for file in files:
            count += _offer_file(file, sitting, ask, say)
            file.rename(file.with_name(f"{file.name}-offered"))
    return count


def _offer_file(file: Path, sitting: Sitting, ask: Callable[[str], bool], say: Callable[[str], None]) -> int:
    numbers = [int(number) for number in _numbers_in(file)]
    moved: dict[int, int] = {}
    first, count = min(numbers, default=1), 0
    for number, raw in zip(numbers, unsent_entries(file), strict=True):
        entry = msgspec.json.decode(raw, type=dict[str, Any])
        needs = {n for n in _refers_to(entry["events"]) if n >= first}
        if needs - set(moved):
            say(f"{_said(raw)}\n  It speaks of an entry that is not recorded here. Type it again if it is wanted.")
            continue
        if not ask(f"{_said(raw)}\n  Record it now?"):
            continue
        entry["events"] = _moved(entry["events"], moved, first)
        try:
            again = entry_from(len(sitting.meeting.entries) + 1, entry)
            recorded = _record(sitting, again)
        except (Unclear, msgspec.ValidationError) as error:
            raise Refused(f"This entry cannot be recorded: {error}") from None
        moved[number] = recorded.n
        count += 1
    return count


def _record(sitting: Sitting, again: Entry) -> Entry:
    sitting.by = again.by
    return sitting.record(again.events)


def _numbers_in(file: Path) -> Iterator[str]:
    from store.lines import EVENTS, decode_line

    for text in file.read_bytes().split(b"\n"):
        if text and (line := decode_line(text)).table == EVENTS:
            yield from line.changes or ()


def _refers_to(value: Any, key: str = "") -> Iterator[int]:
    """The numbers of the entries that something refers to."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _refers_to(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _refers_to(inner, key)
    elif isinstance(value, str) and key not in _WORDS and _REFERENCE.fullmatch(value):
        yield int(value.split(".")[0])
    elif key == "entry" and isinstance(value, int):
        yield value


_WORDS = ("text", "reason", "title", "number")


def _moved(value: Any, moved: dict[int, int], first: int, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _moved(inner, moved, first, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, moved, first, key) for inner in value]
    if isinstance(value, str) and key not in _WORDS and _REFERENCE.fullmatch(value):
        entry, _, event = value.partition(".")
        return f"{moved.get(int(entry), int(entry))}.{event}"
    if key == "entry" and isinstance(value, int):
        return moved.get(value, value)
    return value
