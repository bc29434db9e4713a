"""Tables for a spreadsheet: comma-separated, a header first, no cell that would be taken for a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from exports.plain import clean

_NEVER = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_of(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their header, as CSV."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(header)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _safe(cell: str) -> str:
    text = clean(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_NEVER) else text
