"""Items that stand in a table without headings: parts with numbers of their own ("4.1", "b)"), and business that the
agenda gives no number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clerk.agenda import kind_of
from store.packs.marks import split_mark
from store.packs.names import is_titled
from store.packs.stream import Line

UNNUMBERED = "nothing"
"""What is said to stand before business that has no number among items that have."""

_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_PART = re.compile(
    r"(?P<of>\d{1,3})\s?(?:\.\s?(?P<part>\d{1,2})|[.]?\s?\(?(?P<letter>[a-z]|[ivx]{1,4})\)?)[.)]?", re.IGNORECASE
)
_LETTER = re.compile(r"\(?(?P<letter>[a-z])[.)]?")
_ROMAN = re.compile(r"\(?(?P<letter>[ivx]{1,4})[.)]?")
_ALPHABET = tuple("abcdefghijklmnopqrstuvwxyz")
_SERIES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LONGEST = 80
_ABOVE = 4
"""How many lines above the first item business without a number may begin."""


def with_item_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, the rows of an agenda that are parts of an item with their numbers as marks, and those that are
    business without a number known as such."""
    numbered = [place for place, line in enumerate(lines) if _number(line)]
    if len(numbered) < 2:
        return list(lines)
    found = with_letters(lines)
    kinds: set[str] = {kind_of(_title(lines[place])) for place in numbered}
    for place in range(max(0, numbered[0] - _ABOVE), numbered[-1]):
        if _is_business(found, place, numbered, kinds):
            found[place] = replace(found[place], counted=UNNUMBERED)
    return found


def with_letters(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that are parts of the item above, by the letters or the numbers that they begin with, with these
    as marks."""
    found = list(lines)
    above, letter = 0, ""
    for place, line in enumerate(lines):
        cells = _without_margin(line.cells)
        if number := _number(line):
            above, letter = number, ""
        elif above and (part := _lettered(lines, place, letter)):
            letter = part["letter"].lower()
            found[place] = replace(line, mark=f"{letter})", text=part["words"])
        elif above and (whole := _whole(line, above)):
            letter = whole["letter"].lower()
            found[place] = replace(line, mark=f"{above}{letter}", text=whole["words"])
        elif len(cells) > 1 and cells[1] and (mark := _part(cells[0].strip(), above, letter)):
            letter = _letter(mark, above)
            found[place] = replace(line, mark=mark, cells=(mark, *cells[1:]))
    return found


_WHOLE = re.compile(
    r"(?P<of>\d{1,3})\s?(?:\.\s?(?P<letter>[a-z])[.)]?|\(\s?(?P<inside>[a-z]|[ivx]{1,4})\s?\)[.]?)\s+(?P<words>[A-Z\d“\"'‘(].*)"
)


def _whole(line: Line, above: int) -> dict[str, str] | None:
    """The letter and the words of a part that has its item's number before its letter: "4(a) Barn"."""
    own = _WHOLE.fullmatch(line.text) if not line.cells and not line.mark and not line.within else None
    if own is None or int(own["of"]) != above:
        return None
    return {"letter": own["letter"] or own["inside"], "words": own["words"]}


def _without_margin(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a row without the empty one before a letter that is set further in."""
    return cells[1:] if len(cells) > 2 and not cells[0].strip() and _LETTER.fullmatch(cells[1].strip()) else cells


def _number(line: Line) -> int:
    """The number of an item: in a cell of its own, else the line's mark."""
    own = line.cells[0].strip() if line.cells else line.mark
    match = _NUMBER.fullmatch(own) if own and (not line.cells or (len(line.cells) > 1 and line.cells[1])) else None
    return int(match[1]) if match else 0


def _title(line: Line) -> str:
    return line.cells[1].split("\n")[0] if line.cells else line.text


def _part(cell: str, above: int, letter: str) -> str:
    """The mark of a part of the item above, as its cell has it; "" for any other row."""
    if (whole := _PART.fullmatch(cell)) and int(whole["of"]) == above:
        return f"{above}.{whole['part']}" if whole["part"] else f"{above}{whole['letter'].lower()}"
    for pattern, series in ((_LETTER, _ALPHABET), (_ROMAN, _SERIES)):
        own = pattern.fullmatch(cell)
        if above and own and own["letter"] in series:
            before = series.index(letter) if letter in series else -1
            if series.index(own["letter"]) == before + 1:
                return f"{own['letter']})"
    return ""


_LETTERED = re.compile(r"(?P<letter>[a-z]|[A-HJ-UWYZ](?=\.))(?:[.]\s+|\s+(?=[A-Z\d“\"'‘(]))(?P<words>\S.*)")
_FAR = 8
"""How many lines may stand between two parts of an item."""


def _lettered(lines: Sequence[Line], place: int, letter: str) -> re.Match[str] | None:
    """A line that begins with the letter of the next part of an item, "a. Payments"; the first only where another
    follows."""
    line = lines[place]
    own = _LETTERED.fullmatch(line.text) if not line.cells and not line.mark and not line.within else None
    if own is None or ord(own["letter"].lower()) != (ord(letter) + 1 if len(letter) == 1 else ord("a")):
        return None
    if letter:
        return own
    for below in lines[place + 1 : place + _FAR]:
        if _number(below):
            return None
        if not below.cells and (other := _LETTERED.fullmatch(below.text)) and other["letter"] in "bB":
            return own
    return None


def _letter(mark: str, above: int) -> str:
    """The letter of a part, for the next to follow."""
    return mark.removeprefix(str(above)).strip("().") if not mark[-1].isdigit() else ""


def _is_business(lines: Sequence[Line], place: int, numbered: Sequence[int], kinds: set[str]) -> bool:
    """Whether a line without a number is business that stands on any agenda, and that no numbered item is."""
    line, first = lines[place], numbered[0]
    if line.counted or line.mark not in ("", "-") or line.within:
        return False
    if line.cells:
        beside = any(lines[near].cells and len(lines[near].cells) == len(line.cells) for near in numbered)
        if line.cells[0].strip() or len(line.cells) < 2 or not line.cells[1] or not beside:
            return False
    elif place > first or any(lines[near].cells or lines[near].mark for near in range(place + 1, first)):
        return False
    title = _title(line)
    plain = title[:1].isupper() and len(title) < _LONGEST and not re.search(r"[.:;?@]|\d", title)
    plain = plain and not is_titled(title) and not split_mark(title)[0] and not title.startswith("To ")
    kind = kind_of(title)
    return plain and kind not in kinds and kind not in ("report", "heading")
