"""What was found, to be looked at and put right before any of it enters a meeting."""

from __future__ import annotations

import copy
import re

from msgspec import Struct
from msgspec.structs import replace

from store.packs.checking import check
from store.packs.facts import Doubt, Fact, Kind, Pack, Record
from store.packs.stream import Place

_BY_HAND = Place("by hand")

_FIELDS: dict[Kind, tuple[str, ...]] = {
    "meeting": ("body", "date", "time", "venue", "quorum", "contact", "question deadline"),
    "report": (
        "title", "report of", "recommendations", "wards", "status", "urgent", "key", "enclosures", "for information",
    ),
    "minutes": ("date",),
}  # fmt: skip
_GROUPS: tuple[tuple[Kind, str], ...] = (("member", "Members"), ("substitute", "Substitutes"), ("officer", "Officers"))
LONG = ("recommendations", "summary", "enclosures")
"""Facts of several lines."""


class Shown(Struct, frozen=True):
    """A row: a heading, a doubt or a fact. `key` is "" for what cannot be chosen; `path` and `field` say what it is
    of, a field of "" standing for the whole record on one line."""

    kind: str
    text: str
    label: str = ""
    key: str = ""
    path: str = ""
    field: str = ""
    source: str = ""
    doubt: str = ""


class Review:
    """A pack under review. Every change can be taken back."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._settled: set[str] = set()
        self._before: list[tuple[Pack, set[str]]] = []
        self._checked = {doubt.text for doubt in check(pack)}

    # -- what is to be seen ----------------------------------------------------------------------------------------

    def doubts(self) -> list[Doubt]:
        """What is still doubtful."""
        return [doubt for doubt in self.pack.all_doubts() if doubt.text not in self._settled]

    def rows(self) -> list[Shown]:
        """Everything found, doubts first."""
        found: list[Shown] = []
        doubts = self.doubts()
        if doubts:
            found.append(Shown("heading", f"Look at {'this' if len(doubts) == 1 else f'these {len(doubts)}'} first"))
            for number, doubt in enumerate(doubts):
                key = f"doubt|{number}"
                found.append(Shown("doubt", doubt.text, "!", key, doubt.path, doubt.field, doubt=doubt.text))
        found.append(Shown("heading", "The meeting"))
        meeting = self.pack.meeting
        found += [self._fact("", meeting, name, name) for name in _FIELDS["meeting"]]
        records = list(meeting.walk())
        for kind, title in _GROUPS:
            listed = [(path, record) for path, record in records if record.kind == kind and "/" not in path]
            if listed:
                found.append(Shown("heading", f"{title} ({len(listed)})"))
                found += [self._whole(path, record) for path, record in listed]
        items = [(path, record) for path, record in records if record.kind == "item"]
        found.append(Shown("heading", f"Order of business ({len(items)})"))
        for path, item in items:
            found.append(self._whole(path, item))
            found += self._below(path, item)
        if self.pack.notes:
            found.append(Shown("heading", "The files"))
            found += [Shown("note", note) for note in self.pack.notes]
        return found

    def _below(self, path: str, item: Record) -> list[Shown]:
        found: list[Shown] = []
        if item.get("minutes of"):
            found.append(self._fact(path, item, "minutes of", "minutes of"))
        for below, record in item.walk(path):
            if record.kind == "report":
                found += [self._fact(below, record, n, n) for n in _FIELDS["report"] if record.get(n) or n == "title"]
            elif record.kind in ("action", "planned"):
                found.append(self._whole(below, record))
        return found

    def _fact(self, path: str, record: Record, field: str, label: str) -> Shown:
        fact = record.facts.get(field, Fact(""))
        doubt = next((d.text for d in self.doubts() if (d.path, d.field) == (path, field)), "")
        return Shown(
            "fact", fact.value, label, f"{path}|{field}", path, field, fact.source if fact.value else "", doubt
        )

    def _whole(self, path: str, record: Record) -> Shown:
        first = record.facts.get(_NAMED.get(record.kind, "title")) or next(iter(record.facts.values()), Fact(""))
        doubt = next((d.text for d in self.doubts() if d.path == path and path), "")
        label = {"item": "item", "action": "open action", "planned": "planned"}.get(record.kind, "")
        return Shown("record", self.text_of(path), label, f"{path}|", path, "", first.source, doubt)

    # -- what is typed ---------------------------------------------------------------------------------------------

    def text_of(self, path: str, field: str = "") -> str:
        """A fact, or a record on one line, as it is edited: "Jo Reed, chair, Harbour"."""
        record = self.pack.at(path)
        if record is None:
            return ""
        if field:
            return record.get(field)
        if record.kind == "item":
            number = record.get("number")
            return f"{number}. {record.get('title')}" if number else record.get("title")
        return ", ".join(filter(None, (record.get(name) for name in _PARTS.get(record.kind, ("title",)))))

    def put(self, path: str, field: str, text: str) -> None:
        """Put right what was found. An empty text leaves it out."""
        record = self.pack.at(path)
        if record is None or text.strip() == self.text_of(path, field):
            return
        self._remember()
        record = self.pack.at(path)
        assert record is not None
        if field:
            _replace(record, field, text.strip())
        elif not text.strip():
            self._drop(path)
        else:
            _take(record, text.strip())
        self._check_again()

    def accept(self, path: str, field: str, text: str = "") -> None:
        """What was doubtful is right as it stands."""
        gone = {d.text for d in self.doubts() if (d.text == text) or (not text and (d.path, d.field) == (path, field))}
        record = self.pack.at(path)
        if record is not None and not text:
            gone |= {f.doubt for name, f in record.facts.items() if f.doubt and field in ("", name)}
        if gone:
            self._remember()
            self._settled |= gone

    def leave_out(self, path: str, field: str = "") -> None:
        """Leave out a fact, or a member, officer, item or report with all that belongs to it."""
        if field:
            self.put(path, field, "")
        elif path:
            self._remember()
            self._drop(path)
            self._check_again()

    def add(self, kind: Kind, text: str) -> None:
        """Add a member, substitute, officer or item, typed as it would be edited."""
        if text.strip():
            self._remember()
            record = Record(kind)
            _take(record, text.strip())
            self.pack.meeting.records.append(record)
            self._check_again()

    def undo(self) -> bool:
        """Take the last change back."""
        if not self._before:
            return False
        self.pack, self._settled = self._before.pop()
        return True

    def _remember(self) -> None:
        self._before.append((copy.deepcopy(self.pack), set(self._settled)))
        del self._before[:-50]

    def _drop(self, path: str) -> None:
        above, _, _ = path.rpartition("/")
        owner, record = self.pack.at(above), self.pack.at(path)
        if owner is not None and record is not None:
            owner.records = [each for each in owner.records if each is not record]
            # Paths count what is above: a doubt about what has moved up must not lead to another.
            kept = [doubt for doubt in self.pack.doubts if not f"{doubt.path}/".startswith(f"{path}/")]
            self.pack.doubts = [replace(doubt, path="", field="") if doubt.path else doubt for doubt in kept]

    def _check_again(self) -> None:
        own = [doubt for doubt in self.pack.doubts if doubt.text not in self._checked]
        now = check(self.pack)
        self._checked |= {doubt.text for doubt in now}
        self.pack.doubts = own + now


_NAMED = {"member": "name", "substitute": "name", "officer": "name", "action": "task"}
_PARTS: dict[Kind, tuple[str, ...]] = {
    "member": ("name", "role", "group"),
    "substitute": ("name", "group"),
    "officer": ("name", "post"),
    "action": ("owner", "task"),
    "planned": ("title", "meeting"),
}


def _replace(record: Record, field: str, text: str) -> None:
    before = record.facts.pop(field, None)
    if field == "name" and before is not None and before.value != text:
        record.put("spelt", before.value, before.place, "by hand")
    record.put(field, text, _BY_HAND, "by hand")


def _take(record: Record, text: str) -> None:
    """Reads a record as it is typed on one line."""
    parts = [part.strip() for part in text.split(",")]
    match record.kind:
        case "member" | "substitute":
            roles = [part.lower() for part in parts[1:] if part.lower() in ("chair", "vice-chair")]
            others = [part for part in parts[1:] if part and part.lower() not in ("chair", "vice-chair")]
            _replace(record, "name", parts[0])
            _replace(record, "role", roles[0] if roles and record.kind == "member" else "")
            _replace(record, "group", others[0] if others else "")
        case "officer":
            _replace(record, "name", parts[0])
            _replace(record, "post", ", ".join(parts[1:]))
        case "action":
            _replace(record, "owner", parts[0])
            _replace(record, "task", ", ".join(parts[1:]))
        case "item":
            numbered = re.match(r"(\d{1,3}[a-z]?(?:[./]\d{1,3})?)\.\s+(.*)$", text)
            _replace(record, "number", numbered[1] if numbered else "")
            _replace(record, "title", numbered[2] if numbered else text)
        case _:
            _replace(record, "title", text)
