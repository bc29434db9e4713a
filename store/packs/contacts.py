"""Officers' names, posts and contact details, several of which may share one cell (10, 20 and 21)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from store.packs.names import JOBS, bare_name, is_councillor, is_name, is_titled

_EMAIL = r"[\w.+'-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,5}|\[email\s*protected\]"
_PHONE = r"(?:\+44[ \t]?(?:\(0\))?|\(?0)\d[\d \t)-]{7,13}\d"
_DETAIL = re.compile(
    rf"(?:[\s,;:.()<>|]|\b(?:tel(?:ephone)?|phone|mobile|e-?mail(?: address)?|ext)\b\.?:?|mailto:|{_EMAIL}|{_PHONE})+",
    re.IGNORECASE,
)
_REACHED = re.compile(rf"{_EMAIL}|{_PHONE}", re.IGNORECASE)
_PARTED = re.compile(r",\s+|\s+[–—-]\s+|:\s+|\n")
_WORD = r"[A-Z][^\W\d_]*(?:[-'’][A-Z]?[^\W\d_]+)*"
_NAMED = re.compile(rf"(?<![\w-])({_WORD}(?:\s{_WORD}){{1,2}})(?=\s+[–—-]\s)")


_HELD_BY = re.compile(
    r"(?P<post>(?:portfolio|cabinet|executive|lead|deputy|leader|chair)\b.{3,80}?)(?:,| [–—-]|:)?\s+"
    r"(?P<name>(?:councillor|cllr)\.? [A-Z].*)",
    re.IGNORECASE,
)
"""A councillor behind the post that they hold: "Cabinet Member for Housing, Cllr Jo Reed"."""


_POST_BEHIND = re.compile(r"(?P<name>[^()]{3,60}?)\s*\((?P<post>[^()]{4,80})\)")
"""Somebody with a post in brackets behind the name: "Jo Reed (clerk to the Committee)"."""


class Officer(Struct, frozen=True):
    """Someone named with a post; either may be "". `details` are telephone and e-mail as printed."""

    name: str
    post: str = ""
    details: str = ""
    councillor: bool = False


def officers_in(cell: str) -> list[Officer]:
    """Everyone in a cell of contact details, however they are parted."""
    found: list[Officer] = []
    for words, details in _chunks(cell):
        if words:
            people = [_person(words)] if details and "\n" not in words else _people(words)
            last = len(people) - 1
            found += [
                Officer(one.name, one.post, details if number == last else "", one.councillor)
                for number, one in enumerate(people)
            ]
        elif found and details:
            found[-1] = replace(found[-1], details=f"{found[-1].details}, {details}".strip(", "))
    return found


_REACHES = re.compile(r"(?:direct (?:line|dial)|tel(?:ephone)?|phone|mobile|e-?mail)\b", re.IGNORECASE)


def reached_in(text: str) -> list[str]:
    """The telephones and addresses of a line that says how somebody is reached: "Telephone (direct line): 01632"."""
    return _REACHED.findall(text) if _REACHES.match(text) and len(text) < 100 else []


def _chunks(cell: str) -> Iterator[tuple[str, str]]:
    """The cell as pairs of words and the telephone numbers and addresses that follow them."""
    start = 0
    for match in _DETAIL.finditer(cell):
        reached = _REACHED.findall(match[0])
        if reached:
            said = ", ".join(" ".join(each.split()).lstrip("(") for each in reached)
            yield _closed(cell[start : match.start()].strip(" ,;-–(")), said
            start = match.end()
    if rest := cell[start:].strip(" ,;-–()\n."):
        yield _closed(rest), ""


def _closed(words: str) -> str:
    """Words without what was cut off them, and with the bracket closed that they open."""
    return f"{words})" if words.count("(") > words.count(")") else words


def _people(words: str) -> list[Officer]:
    """The people named in words without contact details: "Jo Reed – Head of Parks Abel Vale – Clerk"."""
    names = [match for match in _NAMED.finditer(words) if is_name(_last_words(match[1]))]
    starts = [match.end(1) - len(_last_words(match[1])) for match in names]
    starts = [start for start in starts if start == 0 or words[start - 1] in " \n"]
    if len(starts) > 1 and starts[0] == 0:
        ends = [*starts[1:], len(words)]
        return [_person(words[start:end]) for start, end in zip(starts, ends, strict=True)]
    lines = [line for line in re.split(r"\n|;\s*", words) if line.strip()]
    if len(lines) > 1 and all(is_name(_PARTED.split(line)[0]) for line in lines):
        return [_person(line) for line in lines]
    return [_person(words.replace("\n", " "))]


def _last_words(text: str) -> str:
    """What of a run of capitalised words can be a name: after the last that is of a post."""
    words = text.split(" ")
    jobs = [number for number, word in enumerate(words) if JOBS.fullmatch(word.strip("()"))]
    return " ".join(words[jobs[-1] + 1 :] if jobs and jobs[-1] + 1 < len(words) else words)


def _person(words: str) -> Officer:
    words = " ".join(words.split()).strip(" ,;-–")
    first, *_ = _PARTED.split(words, maxsplit=1)
    rest = words[len(first) :].strip(" ,:;-–—")
    if not rest and (held := _POST_BEHIND.fullmatch(first)) and is_name(held["name"]) and JOBS.search(held["post"]):
        return Officer(bare_name(held["name"]), held["post"], councillor=is_councillor(first))
    if is_name(first) or is_titled(first):
        return Officer(bare_name(first), rest, councillor=is_councillor(first))
    if rest and is_name(rest) and JOBS.search(first):
        return Officer(bare_name(rest), first)
    if (holder := _HELD_BY.fullmatch(words)) and is_name(holder["name"]):
        return Officer(bare_name(holder["name"]), holder["post"].strip(" ,;:-–—"), councillor=True)
    return Officer("", words)


def authors_in(cell: str) -> list[Officer]:
    """Whose report it is: posts, councillors, or people with posts."""
    return _people(cell) if cell.strip() else []
