"""The roll of a front sheet: a table with headings, columns without, or lines; whichever stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from store.packs.facts import Doubt, Record
from store.packs.headings import Block
from store.packs.names import office_in
from store.packs.roll import Roll
from store.packs.roll_beside import labelled
from store.packs.roll_columns import Columns, Seated, columns_at
from store.packs.roll_groups import miscounted
from store.packs.roll_names import VACANCY
from store.packs.roll_tables import read_table
from store.packs.roll_unheaded import unheaded_at
from store.packs.stream import Line


def read_roll(meeting: Record, lines: Sequence[Line], known: Iterable[str] = ()) -> list[Doubt]:
    """Put members and substitutes into the meeting; returns what is doubtful about the whole. `known` names help where
    columns were lost."""
    reader = _Reader(meeting, list(known))
    table = read_table(meeting, lines, reader.take)
    end = 0
    for number, line in enumerate(lines):
        if found := _SEATS.match(line.text):
            meeting.put("seats", next(filter(None, found.groups())), line, "roll.seats", "likely")
        if number < end:
            continue
        if table and table[0] <= number < table[1]:
            reader.block = None
        elif columns := reader.columns(lines, number):
            reader.take_columns(columns)
            end = columns.end
        else:
            if over := reader.is_free and unheaded_at(lines, number):
                reader.begin_below(over)
            reader.read(line, lines[number + 1] if number + 1 < len(lines) else None)
    return [*reader.doubts(), *miscounted(meeting, lines)]


_SEATS = re.compile(
    r"(?:all )?(?:the )?(?:current )?(?:members(?:hip)?|councillors|aelodau)(?: of (?:the |this )?[\w ,&'’-]{4,80})?"
    r"\s*[(\[](\d{1,3})(?: (?:seats?|members?|councillors?|sedd))?(?: in (?:all|total))?[)\]]\s*:?\s*$|"
    r"(?:(?:total )?(?:number|no\.?) of )?(?:seats|members|councillors|membership)\s*[:–-]\s*(\d{1,3})"
    r"(?: (?:seats?|members?|councillors?))?\.?\s*$|"
    r"(?:the |this )?(?:[\w'’-]+ ){0,4}(?:council|committee|board|panel) (?:has|comprises|consists of|is made up of) "
    r"(\d{1,3}) (?:seats|members|councillors)\b",
    re.IGNORECASE,
)
"""How many seats a body has: in the heading of its members, or by itself."""


class _Reader(Roll):
    """Reads columns as well."""

    @property
    def is_free(self) -> bool:
        """Whether no list has begun, and none was read."""
        return self.block is None and not self.meeting.of("member")

    def begin_below(self, over: str) -> None:
        """A list without a heading begins, below a line that is none."""
        self._begin(Block("member"))
        self._doubtful.unheaded = over

    def columns(self, lines: Sequence[Line], number: int) -> Columns | None:
        """The members in columns that begin on a line, where it may be one of a list of members."""
        listed = self.block is not None
        if self._apart or (self.block is not None and (self.block.voting or self._parties or self._kinds)):
            return None
        return columns_at(lines, number, listed) if lines[number].cells else None

    def take_columns(self, columns: Columns) -> None:
        """The members of columns, each with the party, the ward and the office beside the name."""
        if self.block is None:
            self._begin(Block("member"))
        self._doubtful.columns += columns.doubts
        for row in columns.rows:
            self._take_seated(row)

    def _take_seated(self, row: Seated) -> None:
        if VACANCY.match(row.name):
            self._vacant(row.name, row.line, row.ward)
            return
        self._last = None
        if not self._row((row.name,), row.line) or self._last is None:
            return
        self._last.put("group", row.group, row.line, "roll.group")
        self._last.put("ward", row.ward, row.line, "roll.ward")
        if office := office_in(row.role):
            self._last.put("role", office, row.line, "roll.role")
            labelled(self.meeting, office, row.role, row.line)
