"""A roll that is read from a file: what `:members -- FILE` names is looked up before the line is carried out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clerk.names import Unclear
from clerk.shorthand.line import Line
from screens.typed_path import typed_file

if TYPE_CHECKING:
    from clerk.shorthand.gesture import Gesture

_TYPED = re.compile(r"^(?P<before>:members(?:\s+group=(?:\"[^\"]*\"|\S+))?\s+--\s*)(?P<text>.*)$", re.DOTALL)
_FILE = re.compile(
    r"^[^\n]+\.(?:toml|txt|md|docx|pdf|html?|xml|csv)$|^[~./\\][^\n]*$|^[A-Za-z]:\\[^\n]*$", re.IGNORECASE
)


_CALLED_ONE = re.compile(r"\b(?:ward|division)s?$", re.IGNORECASE)


def with_the_roll(line: Gesture | Line | str) -> Gesture | Line | str:
    """The same line with the members that its file lists, where it names one. Raises `Unclear`."""
    if isinstance(line, Line) and line.verb == "members":
        return Line(line.verb, line.operands, line.options, _listed(line.text))
    if isinstance(line, str) and (found := _TYPED.match(line.strip())):
        return found["before"] + _listed(found["text"])
    return line


def _listed(text: str) -> str:
    named = text.strip().strip("\"'")
    if not _FILE.match(named):
        return text
    try:
        path = typed_file(named)
    except Unclear as error:
        raise Unclear(f"{error} Type the members themselves, or another file's name.") from None
    from store.packs import read_pack

    pack, failed = read_pack([path])
    if failed:
        raise Unclear(f"{failed[0]} Type the members themselves, with a comma between.")
    rows = []
    for record in (*pack.meeting.of("member"), *pack.meeting.of("substitute")):
        name = " ".join(filter(None, (record.get("honorific"), record.get("name"), record.get("honours"))))
        marks = [record.get("role"), record.get("group"), "substitute" if record.kind == "substitute" else ""]
        ward = record.get("ward").replace(",", "")
        marks.append(ward if not ward or _CALLED_ONE.search(ward) else f"{ward} ward")
        co_opted = record.get("kind") == "co-optee"
        marks.append("co-opted, no vote" if record.get("voting") == "no" else "co-opted" if co_opted else "")
        rows.append(" ".join([name.replace(",", ""), *(f"({mark})" for mark in marks if mark)]))
    rows += ["Vacancy"] * int(pack.meeting.get("vacancies") or 0)
    if not rows:
        lines = [row for row in path.read_text(encoding="utf-8", errors="ignore").splitlines() if row.strip()]
        if path.suffix.lower() not in (".txt", ".md", ".csv") or len(lines) > 200:
            raise Unclear(f"No members were found in {path.name}. Type them, with a comma between.")
        rows = lines
    return ", ".join(rows)
