"""Names that stand on a front sheet without a heading that calls them members: straight below the body's name, below
"To:" or "Present:", or with somebody in the chair among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk.agenda import kind_of
from store.packs.bodies import bare_body, is_body, may_be_place
from store.packs.dates import date_in
from store.packs.headings import is_apart, party
from store.packs.names import is_councillor, is_name, office_in
from store.packs.stream import Line

_OVER = re.compile(r"(?:to|present|attending|in attendance|summoned|councillors?|cllrs?)\s*[:–-]*", re.IGNORECASE)
"""What may stand above the names of those who are called to a meeting, and is no heading of members."""

_LEAST = 3
"""So many names one below another are a list."""


def is_bare_name(line: Line) -> bool:
    """Whether a line, or each cell of a row, is somebody's name and nothing else but an office in brackets."""
    told = [cell for cell in line.filled if cell]
    return line.mark in ("", "-") and bool(told) and all(map(_is_somebody, (line.cells and told) or [line.text]))


def _is_somebody(text: str) -> bool:
    odd = is_body(text) or may_be_place(text) or is_apart(text) or party(text) or date_in(text)
    # Councillors who are called so need nothing that says it of them.
    return is_name(text) and not is_councillor(text) and not odd and kind_of(text) == "report" and not text.isupper()


def unheaded_at(lines: Sequence[Line], number: int) -> str:
    """What stands above a list of names that begins on a line and has no heading; "" where none does. Names below
    nothing that tells are a list where one of them is in the chair."""
    run = 0
    while number + run < len(lines) and is_bare_name(lines[number + run]):
        run += 1
    named = sum(len(line.filled) for line in lines[number : number + run])
    if named < _LEAST or not number:
        return ""
    above = lines[number - 1]
    text = above.whole.strip()
    over = bool(_OVER.fullmatch(text)) or is_body(bare_body(text))
    presides = any(office_in(line.text) for line in lines[number : number + run])
    return text if (over or presides) and not is_bare_name(above) else ""
