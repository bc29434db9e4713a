"""Standing sentences: the rare constructs, each a construct id and a few named facts, recorded as one kind of event.

One row says all of a construct: the verb that records it, what facts it takes, how a clerk would search for it, and
how much detail it belongs to. The wording is the house style's.
"""

from collections.abc import Mapping

from clerk.standing import attendance, public, reports, session
from clerk.standing.row import DETAILS, Detail, Fact, FactKind, Standing

__all__ = ["DETAILS", "STANDING", "Detail", "Fact", "FactKind", "Standing", "standing"]

STANDING: Mapping[str, Standing] = {
    row.key: row for rows in (attendance.ROWS, public.ROWS, reports.ROWS, session.ROWS) for row in rows
}
"""Every standing sentence by the key of its wording."""


def standing(key: str) -> Standing | None:
    """The standing sentence of a key; None for one that this version does not know."""
    return STANDING.get(key)
