"""What was read of a meeting's papers, kept beside its journal: each fact with its source and how sure it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from store import disk
from store.errors import reason
from store.packs.facts import Fact, Pack, Record

SUFFIX = ".read.json"


def read_beside(journal: Path) -> Path:
    """Where what was read for a meeting is kept, whether or not there is anything."""
    return journal.with_suffix(SUFFIX)


def keep_read(journal: Path, pack: Pack) -> str:
    """Keep what was read, as it was taken. Returns "" or a sentence: nothing hangs on it."""
    try:
        disk.write_whole(read_beside(journal), msgspec.json.format(msgspec.json.encode(told(pack))))
    except OSError as error:
        return f"Where each fact was read could not be kept: {reason(error)}. The meeting is made all the same."
    return ""


def what_was_read(journal: Path) -> dict[str, Any] | None:
    """What was kept; None where nothing was, or nothing that can be read."""
    try:
        found = msgspec.json.decode(disk.read(read_beside(journal)))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def told(pack: Pack) -> dict[str, Any]:
    """A pack as plain values: its records with their facts, its doubts, and the lines that stand behind no fact."""
    return {
        **_record(pack.meeting),
        "doubts": [doubt.text for doubt in pack.all_doubts()],
        "not read": [{"source": str(fact.place), "text": fact.value} for fact in pack.unread],
        "notes": list(pack.notes),
    }


_MANY = {"planned": "planned", "minutes": "earlier minutes", "attendance": "attendance"}


def _record(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = {name: _fact(fact) for name, fact in record.facts.items()}
    many: dict[str, list[Any]] = {}
    for below in record.records:
        many.setdefault(_MANY.get(below.kind, f"{below.kind}s"), []).append(_record(below))
    # A fact may have the name of what there are many of: "minutes" says that the papers are some.
    return found | {f"{name} found" if name in found else name: rows for name, rows in many.items()}


def _fact(fact: Fact) -> dict[str, str]:
    said = {"value": fact.value, "source": str(fact.place), "rule": fact.rule, "certainty": fact.sure}
    return {**said, "doubt": fact.doubt} if fact.doubt else said
