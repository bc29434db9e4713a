"""Officers whom a front sheet lists under a heading of their own: "Lead officers", "Officers in attendance"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.bodies import is_body
from store.packs.facts import Record
from store.packs.names import JOBS, bare_name, honorific, is_councillor, is_name, key
from store.packs.stream import Line

_HEAD = re.compile(
    r"^(?:(?:the|lead|statutory|supporting|principal|attending|key|link|council|relevant)\s+){0,3}officers?"
    r"(?:\s+(?:in attendance|attending|(?:expected )?to attend|present|supporting .{3,60}|of the .{3,60}))?\s*:?$|"
    r"^(?:also )?in attendance\s*:?$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"^(?P<name>[^,:–]{3,60}?)(?:\s*[,:–]\s+|\s+-\s+)(?P<post>\S.{2,90})$")


_POST_FIRST = re.compile(
    r"(?P<post>[A-Z][^:;.]{2,60}?)(?:\s*[,:–-]\s+|\s+)"
    r"(?P<name>(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Rev)\.? [A-Z][^()]{2,60}?)"
    r"\s*(?P<more>\([^()]{3,80}\))?"
)
"""A post before whoever holds it: "Legal Adviser  Ms Una Reeve"."""


def read_officers(meeting: Record, lines: Sequence[Line]) -> None:
    """Puts the officers of such a list among those of the meeting, each with the post that stands beside the name."""
    known = {key(one.get("name")) for one in meeting.of("officer")}
    within = False
    for line in lines:
        if _HEAD.match(line.text.strip()):
            within = True
            continue
        told = _told(line) if within else None
        within = told is not None
        if told is None or key(told[0]) in known:
            continue
        name, post = told
        one = Record("officer")
        one.put("name", bare_name(name), line, "front.officers", "likely")
        one.put("title", honorific(name), line, "front.officers", "likely")
        one.put("post", post.strip(" ."), line, "front.officers", "likely")
        meeting.records.append(one)
        known.add(key(name))


def _told(line: Line) -> tuple[str, str] | None:
    """The name and the post of a line of the list; None where it is no such line."""
    cells = line.filled
    first = _POST_FIRST.fullmatch(" ".join(cells)) if not line.mark else None
    if first is not None and is_name(first["name"]) and _is_post(first["post"]):
        return first["name"], f"{first['post']} {first['more'] or ''}".strip()
    if len(cells) == 2:
        found: tuple[str, str] | None = (cells[0].strip(" ,:-–"), cells[1])
    else:
        match = _TOLD.match(line.text) if len(cells) <= 1 else None
        found = (match["name"].strip(), match["post"]) if match else None
    if found is None or not is_name(found[0]) or is_councillor(found[0]):
        return None
    return found if _is_post(found[1]) else None


def _is_post(text: str) -> bool:
    return bool(JOBS.search(text)) or is_body(text) or bool(re.search(r"\badvis[eo]r\b", text, re.IGNORECASE))
