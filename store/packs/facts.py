"""What was found in a pack: facts with where they come from, and what is doubtful about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct, field

from store.packs.stream import Line, Place

Sure = Literal["sure", "likely", "unsure"]
"""How sure a fact is: read where it belongs, made out from its form, or a guess that the clerk has to look at."""


class Fact(Struct, frozen=True):
    """One fact, as text ("2019-11-20", "3", "yes"). `rule` names the rule that found it; `doubt` is a sentence."""

    value: str
    place: Place = Place()
    rule: str = ""
    sure: Sure = "sure"
    doubt: str = ""

    @property
    def source(self) -> str:
        """Where it comes from, in words: "pack.txt, line 9 (front.date, sure)"."""
        where = str(self.place)
        return f"{where} ({self.rule}, {self.sure})" if where else f"({self.rule}, {self.sure})"


Kind = Literal[
    "meeting", "member", "substitute", "officer", "item", "report", "action", "planned", "minutes", "attendance"
]


class Record(Struct):
    """A thing with facts: the meeting, a member, an item. `records` are the things that belong to it."""

    kind: Kind
    facts: dict[str, Fact] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)

    def get(self, name: str) -> str:
        """A fact's value, "" where it was not found."""
        return self.facts[name].value if name in self.facts else ""

    def put(self, name: str, value: str, line: Line | Place, rule: str, sure: Sure = "sure", doubt: str = "") -> None:
        """Keep a fact, unless it is empty or one as sure is there already."""
        place = line.place if isinstance(line, Line) else line
        rank = {"sure": 2, "likely": 1, "unsure": 0}
        before = self.facts.get(name)
        if value and (before is None or rank[before.sure] < rank[sure]):
            self.facts[name] = Fact(value, place, rule, sure, doubt)

    def of(self, kind: Kind) -> list[Record]:
        """What belongs to it of one kind."""
        return [record for record in self.records if record.kind == kind]

    def walk(self, path: str = "") -> Iterator[tuple[str, Record]]:
        """The record and all below it, each with a path such as "item 3/report 1"."""
        yield path, self
        counts: dict[str, int] = {}
        for record in self.records:
            counts[record.kind] = counts.get(record.kind, 0) + 1
            below = f"{record.kind} {counts[record.kind]}"
            yield from record.walk(f"{path}/{below}" if path else below)


class Doubt(Struct, frozen=True):
    """Something for the clerk to look at. `path` and `field` say which fact, where it is about one. `rule` names who
    doubts, where that may come to look again: "check" or "known". One that is `grave` is asked about before a meeting
    is made of the papers at all."""

    text: str
    path: str = ""
    field: str = ""
    rule: str = ""
    grave: bool = False


class Pack(Struct):
    """Everything found in the files. `notes` are sentences about the files themselves, `unread`
    lines that look like a fact and are behind none, `council` whose papers they
    are, for the law that the body goes by."""

    meeting: Record
    notes: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    unread: list[Fact] = field(default_factory=list)

    def facts(self) -> Iterator[tuple[str, str, Fact]]:
        """Every fact, with its record's path and its name."""
        for path, record in self.meeting.walk():
            for name, fact in record.facts.items():
                yield path, name, fact

    def at(self, path: str) -> Record | None:
        """The record of a path."""
        return dict(self.meeting.walk()).get(path)

    def all_doubts(self) -> list[Doubt]:
        """What the checks found, and the doubts that came with facts; each sentence once."""
        own = [Doubt(fact.doubt, path, name) for path, name, fact in self.facts() if fact.doubt]
        found: dict[tuple[str, str, str], Doubt] = {}
        for doubt in (*self.doubts, *own):
            found.setdefault((doubt.text, doubt.path, doubt.field), doubt)
        return list(found.values())


def texts(lines: Iterable[Line]) -> str:
    """The words of several lines, as one."""
    return " ".join(line.text for line in lines)
