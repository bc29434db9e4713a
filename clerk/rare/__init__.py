"""Rare sentences: the rare constructs, each a construct id and a few named facts, recorded as one kind of event.

One row says all of a construct: the verb that records it, what facts it takes, how a clerk would search for it, and
how much detail it belongs to. The wording is the house style's.
"""

from collections.abc import Mapping

from clerk.facts import Fact, FactKind
from clerk.rare import attendance, public, reports, session
from clerk.rare.row import DETAILS, Detail, Rare

__all__ = ["DETAILS", "RARE", "Detail", "Fact", "FactKind", "Rare", "rare_of"]

RARE: Mapping[str, Rare] = {
    row.key: row for rows in (attendance.ROWS, public.ROWS, reports.ROWS, session.ROWS) for row in rows
}
"""Every standing sentence by the key of its wording."""


def rare_of(key: str) -> Rare | None:
    """The standing sentence of a key; None for one that this version does not know."""
    return RARE.get(key)
