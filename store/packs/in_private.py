"""Which items of an agenda are taken in private: by a word of their own, the part of the agenda in which they stand, or
the exclusion of the public above them."""

from __future__ import annotations

import re

from clerk.agenda import kind_of
from store.packs.facts import Record
from store.packs.listing import PART
from store.packs.tables import Row

_EXEMPT = re.compile(
    r"\b(?:exempt|confidential|private|closed|restricted|not for publication|excluded)\b", re.IGNORECASE
)
_CLOSES = re.compile(
    r"\bexclu(?:sion|ded?)\b.*\bpublic\b|\bnot in public\b|\bin the absence of the (?:press|public)\b|\bin private\b|"
    r"\bwithout the (?:press|public)\b|\b(?:press|public) (?:is|are|to be) (?:not present|excluded)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"^(?:(?:the )?(?:following|remaining) (?:items?|reports?|business)\b|items? below\b).*\b(?:exempt|confidential|"
    r"in private|excluded)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\(?(?:private|exempt|confidential|restricted|not for publication)(?: (?:report|item|paper|business))?\b"
    r"[^.]{0,60}\)?\.?",
    re.IGNORECASE,
)
"""What an agenda says of an item from which the public is to be excluded, on a line of its own."""

_RESTRICTED = re.compile(r"(?:yes|true|restricted|exempt|confidential|private)", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:public|open|non-exempt)\b(?! excluded)", re.IGNORECASE)
_ADMITS = re.compile(
    r"\b(?:re-?admi(?:t|ssion)\w*|return\w* of the (?:press|public)|re-?open\w* (?:to|in|of)|"
    r"resum\w+ in (?:public|open session))\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"\bif (?:necessary|required|needed|any|appropriate)\b|\bwhere (?:necessary|appropriate)\b", re.I)
"""What an agenda says of an exclusion that may not come to pass."""


class Private:
    """Goes down the items. `closed` says that what follows is in the private part of the agenda, `excluded` that it
    stands below a resolution to exclude the public."""

    def __init__(self) -> None:
        self._closed = self._excluded = False

    def take(self, item: Record, row: Row, number: str, title: str) -> None:
        """Keep of an item whether the public is to be excluded from it; `title` is as printed."""
        notes = row.cells.get("note", "").split("\n")
        if _ADMITS.search(title):
            self._closed = self._excluded = False
        elif not number:
            self._closed = self._closed or bool(_CLOSES.search(title))
        excludes = kind_of(title) == "exempt" or (bool(number) and _resolves(title, notes))
        if PART.match(title):
            self._closed = bool(_CLOSES.search(title)) or (bool(_EXEMPT.search(title)) and not _OPEN.search(title))
            self._excluded = self._excluded and not _OPEN.search(title)
        elif not item.get("heading"):
            if not excludes or self._closed:
                _kept_private(item, row, self._closed)
            if self._excluded and not excludes and not item.get("exempt") and kind_of(title) == "report":
                said = f"“{item.get('title')}” stands below the exclusion of the public"
                doubt = f"{said}, and is taken in private: is that so?"
                if not _NEXT.search(title):
                    item.put("exempt", "yes", row.line, "business.below", "unsure", doubt)
        self._closed = self._closed or any(_FOLLOWING.search(note) for note in notes)
        said = " ".join([title, *notes])
        self._excluded = (self._excluded or excludes) and not (excludes and _PERHAPS.search(said))


_NEXT = re.compile(r"\b(?:next|future) meeting", re.IGNORECASE)


def _resolves(title: str, notes: list[str]) -> bool:
    """Whether an item is the resolution to exclude the public, by what stands below its title."""
    acts = re.search(r"\b(?:act (?:1960|1972)|admission to meetings|exclu\w+|confidential|exempt)\b", title, re.I)
    leaves = _LEAVES.search(" ".join([title, *notes]))
    return bool(leaves and (acts or _CLOSES.search(title) or re.match(r"to resolve\b", title, re.IGNORECASE)))


_LEAVES = re.compile(r"\b(?:press|public)\b.{0,60}\b(?:be (?:now )?excluded|leave|withdraw)\b", re.IGNORECASE)


def _kept_private(item: Record, row: Row, closed: bool) -> None:
    """Whether the public is to be excluded: by the row's own word, its title's, or the part of the agenda."""
    if _RESTRICTED.match(row.get("restricted")):
        item.put("exempt", "yes", row.line, "business.restricted")
    elif closed:
        item.put("exempt", "yes", row.line, "business.part", "likely")
    elif any(_PRIVATE.fullmatch(note) for note in row.cells.get("note", "").split("\n")):
        item.put("exempt", "yes", row.line, "business.note", "likely")
    elif re.search(
        r"\((?:exempt|restricted|confidential|private|not for publication)\b[^()]*\)", row.get("title"), re.IGNORECASE
    ):
        item.put("exempt", "yes", row.line, "business.title", "likely")
