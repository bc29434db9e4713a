"""The rows of a table: as TinyDB's readers see them, and as one TinyDB call would have them.

Rows stay in memory as the JSON that the journal holds and are decoded for each reader, so that whatever anybody does to
a row that was read or inserted cannot reach the record.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, MutableMapping
from typing import Any

import msgspec

from store.lines import encode

Row = dict[str, Any]
Rows = dict[str, msgspec.Raw]

_decode_row = msgspec.json.Decoder(Row).decode


class RowsRead(Mapping[str, Row]):
    """A table's rows by number (``str``, as TinyDB's storages have them); each look gives a fresh copy."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def __getitem__(self, number: str) -> Row:
        return _decode_row(self.rows[number])

    def __contains__(self, number: object) -> bool:
        return number in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(list(self.rows))

    def __len__(self) -> int:
        return len(self.rows)

    def items(self) -> ItemsView[str, Row]:
        """Numbers and rows as they are now, however the table changes while somebody goes through them."""
        return _Items(self)


class _Items(ItemsView[str, Row]):
    def __init__(self, read: RowsRead) -> None:
        super().__init__(read)
        self._now = list(read.rows.items())

    def __iter__(self) -> Iterator[tuple[str, Row]]:
        return ((number, _decode_row(row)) for number, row in self._now)


class Draft(MutableMapping[int, Row]):
    """A table as one TinyDB call would have it, rows by number (``int``, as TinyDB's calls expect).

    Only rows that the call looks at are decoded, so that an insert costs the same however long the table is.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._seen: dict[int, Row] = {}
        self._gone: set[int] = set()

    def __getitem__(self, number: int) -> Row:
        if number not in self._seen:
            if number in self._gone:
                raise KeyError(number)
            try:
                self._seen[number] = _decode_row(self._rows[str(number)])
            except KeyError:
                raise KeyError(number) from None
        return self._seen[number]

    def __setitem__(self, number: int, row: Row) -> None:
        self._gone.discard(number)
        self._seen[number] = row

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._seen.pop(number, None)
        if str(number) in self._rows:
            self._gone.add(number)

    def __contains__(self, number: object) -> bool:
        return number in self._seen or (str(number) in self._rows and number not in self._gone)

    def __iter__(self) -> Iterator[int]:
        for number in map(int, list(self._rows)):
            if number not in self._gone:
                yield number
        for number in list(self._seen):
            if str(number) not in self._rows:
                yield number

    def __len__(self) -> int:
        return len(self._rows) - len(self._gone) + sum(str(number) not in self._rows for number in self._seen)

    def clear(self) -> None:
        """Remove every row."""
        self._seen.clear()
        self._gone = set(map(int, self._rows))

    def changes(self) -> dict[str, msgspec.Raw | None]:
        """What the call changed: new and altered rows, and None for each that is gone. Raises CannotBeStored."""
        changed: dict[str, msgspec.Raw | None] = {str(number): None for number in self._gone}
        changed.update(altered(self._rows, {str(number): row for number, row in self._seen.items()}))
        return changed


def altered(old: Rows, new: Mapping[str, Row]) -> Iterator[tuple[str, msgspec.Raw]]:
    """The rows of ``new`` that are not in ``old`` as they are. Raises CannotBeStored."""
    for number, row in new.items():
        # Compared as text: to Python 1, 1.0 and True are equal, and the change from one to another would be lost.
        text = encode(row)
        if number not in old or bytes(old[number]) != text:
            yield number, msgspec.Raw(text)
