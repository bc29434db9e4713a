"""Items that an agenda does not number: behind the hours at which they are to be taken, behind bullets, or a line each
below the heading. They are counted, and that is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clerk.agenda import kind_of
from store.packs.bodies import is_place
from store.packs.dates import date_in
from store.packs.listing import PART, is_announced
from store.packs.marks import split_mark
from store.packs.names import JOBS, is_name, is_titled
from store.packs.roll_names import REACHED
from store.packs.stream import Line

_CLOCK = r"\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?\s?m\b\.?|\d{1,2}[.:]\d\d(?:\s?(?:hrs|hours)\b)?|(?:12\s+)?noon\b"
_HOUR = re.compile(rf"^\(?(?P<hour>{_CLOCK})(?:\s*(?:[-–]|to|until)\s*(?:{_CLOCK}))?\)?\s*[-–:,]?", re.IGNORECASE)
_LEAST = 3
"""So many lines with an hour, a bullet or nothing at all before them are an agenda, and fewer are chance."""

_STANDING = 2
"""So many of them are business that stands on any agenda, where nothing but their place says that they are items."""

_BELOW = 40
"""How far below its heading a list without numbers may begin."""

_LONGEST = 140


def with_counts(lines: Sequence[Line], announced: int) -> list[Line]:
    """The lines, those that are items without a number with the number at which they stand. `announced` is where a
    heading says that items follow, -1 where none does."""
    found = list(lines)
    timed = _timed(found, max(announced + 1, 0))
    if _are_items([title for _, title in timed], announced >= 0):
        for count, (place, title) in enumerate(timed, 1):
            found[place] = _at_an_hour(found[place], title, count)
        return found
    start = announced + 1
    if announced < 0 or any(map(_is_numbered, found[start : start + _BELOW])):
        return found
    for places in (_bulleted(found, start), _bare(found, start)):
        if _are_items([found[place].text for place in places], False):
            for count, place in enumerate(places, 1):
                found[place] = _counted(found[place], count)
            break
    return found


def _counted(line: Line, count: int) -> Line:
    return replace(line, mark=f"{count}.", gap=True, counted="bullet" if line.mark else "line")


def _are_items(titles: Sequence[str], announced: bool) -> bool:
    standing = sum(kind_of(title) != "report" for title in titles)
    return len(titles) >= _LEAST and standing >= (1 if announced else _STANDING)


_ITEM = re.compile(r"(?:agenda )?item(?: no\.?)?\s+\d{1,3}[a-z]?\b.*", re.IGNORECASE)
"""A number behind the word, which may stand above its title: "Item 1"."""


def _is_numbered(line: Line) -> bool:
    return (
        bool(_ITEM.fullmatch(line.text))
        or line.mark not in ("", "-")
        or bool(line.cells and re.fullmatch(r"\d{1,3}[a-z]?[.)]?", line.cells[0]))
    )


# -- behind hours -----------------------------------------------------------------------------------------------------


def _timed(lines: Sequence[Line], start: int) -> list[tuple[int, str]]:
    """Where lines begin with an hour that is none before the one above, and what stands behind it."""
    found: list[tuple[int, str]] = []
    last = -1
    for place, line in enumerate(lines[start:], start):
        hour, title = _hour(line)
        if not hour or not title[:1].isalnum() or is_place(title):
            continue
        if date_in(title) is not None and kind_of(title) == "report":
            continue
        minutes = _minutes(hour, last)
        if minutes < last:
            if len(found) >= _LEAST:
                break
            found = []
        found.append((place, title))
        last = minutes
    return found


def _hour(line: Line) -> tuple[str, str]:
    """The hour that a line begins with, and the words behind it."""
    if line.cells:
        alone = _HOUR.fullmatch(line.cells[0].strip())
        return (alone["hour"], " ".join(filter(None, line.cells[1:2]))) if alone and len(line.cells) > 1 else ("", "")
    found = _HOUR.match(line.whole)
    return (found["hour"], line.whole[found.end() :].strip()) if found else ("", "")


def _minutes(hour: str, after: int) -> int:
    """The minutes since midnight; an hour of which nothing says whether it is of the morning is the next such."""
    if "noon" in hour.lower():
        return 720
    said = [int(part) for part in re.findall(r"\d+", hour)]
    minutes = said[0] % 24 * 60 + (said[1] if len(said) > 1 else 0)
    if half := re.search(r"[ap](?=\.?\s?m)", hour, re.IGNORECASE):
        return minutes % 720 + (720 if half[0].lower() == "p" else 0)
    return minutes + 720 if minutes < after and minutes + 720 >= after and minutes < 720 else minutes


def _at_an_hour(line: Line, title: str, count: int) -> Line:
    """An item without the hour at which it is to be taken; what number it has of its own stays."""
    mark, words = split_mark(title)
    counted = "" if mark not in ("", "-") else "hour"
    mark = mark if mark not in ("", "-") else f"{count}."
    if len(line.cells) > 2 and any(line.cells[2:]):
        own = line.cells[1].strip(" .)")
        if own.isdigit():
            return replace(line, text=" ".join(filter(None, line.cells[1:])), cells=line.cells[1:])
        return replace(line, cells=(mark, words, *line.cells[2:]), counted=counted)
    return replace(line, text=words, mark=mark, cells=(), gap=True, counted=counted)


# -- behind bullets, and behind nothing -------------------------------------------------------------------------------


def _bulleted(lines: Sequence[Line], start: int) -> list[int]:
    """Where the bullets of a list stand that begins below a heading; what is set further in is of the one above."""
    found: list[int] = []
    for place in range(start, len(lines)):
        line = lines[place]
        if line.mark == "-" and not line.cells:
            if not found or line.depth <= lines[found[0]].depth:
                found.append(place)
        elif (line.gap or line.cells) and not _goes_on(lines, place) if found else place - start > _BELOW:
            break
    return found


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Whether another bullet stands just below a line."""
    return any(line.mark == "-" for line in lines[place : place + 4])


def _bare(lines: Sequence[Line], start: int) -> list[int]:
    """Where short lines stand below a heading, up to the first that is no title."""
    found: list[int] = []
    for place in range(start, len(lines)):
        line = lines[place]
        over = found and re.search(r"\bnext (?:\w+ )?meetings?\b|^close\b", lines[found[-1]].text, re.IGNORECASE)
        if over or not _may_be_title(line):
            break
        found.append(place)
    return found


def _may_be_title(line: Line) -> bool:
    text = line.text
    if line.cells or line.mark or not text[:1].isupper() or len(text) > _LONGEST or is_announced(text):
        return False
    nobody = not is_titled(text) and not (is_name(text) and kind_of(text) == "report" and len(text.split()) < 4)
    post = bool(re.search(r"\b(?:clerk|chief executive|proper officer)\b", text, re.IGNORECASE) and JOBS.search(text))
    dated = date_in(text) is not None and kind_of(text) == "report"
    return nobody and not post and not dated and not REACHED.search(text) and not PART.match(text)
