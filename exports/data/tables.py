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


def restricted(name: str, text: str, restriction: str) -> str:
    """A file of data that says inside that it is not for publication, in the way of its kind: a column more, a note, a
    line. `restriction` is what it says, "" for what the public may have."""
    if not restriction.strip():
        return text
    said = clean(restriction)
    if name.endswith(".csv"):
        header, *rows = csv.reader(StringIO(text))
        # The header says it too, since there may be no rows.
        return csv_of((*header, said), ([*row, "EXEMPT"] for row in rows))
    if name.endswith(".vtt"):
        first, _, rest = text.partition("\n")
        return f"{first}\n\nNOTE {said}\n{rest}"
    return f"{said}\n{text}"
