"""A partnership board's memo: capitals for labels, what they label on the lines below (11 and 23)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.contacts import authors_in, officers_in
from store.packs.facts import Record
from store.packs.recommending import clauses
from store.packs.stream import Line

_LABELS = {
    "report of": r"report of",
    "summary": r"(?:summary|summary and purpose of report|purpose of report)",
    "input": r"input requested(?: from .{3,60})?",
    "contact": r"contact(?: for further information)?",
    "title": r"(?:title|subject)",
}
_LABEL = {name: re.compile(rf"^{words}\s*:\s*(?P<value>.*)$", re.IGNORECASE) for name, words in _LABELS.items()}
_PARTNER = re.compile(r"^(?:partner |officers? )?recommendations?$", re.IGNORECASE)


def memo_at(lines: Sequence[Line]) -> int:
    """Where a memo's labels begin, -1 where the lines are none: three of them at least, a summary or input among
    them."""
    found = {name: number for number, line in enumerate(lines[:60]) for name in _LABEL if _matches(name, line)}
    return min(found.values()) if len(found) >= 3 and {"summary", "input"} & set(found) else -1


def _matches(name: str, line: Line) -> re.Match[str] | None:
    return None if line.cells or line.mark else _LABEL[name].match(line.text)


def read_memo(lines: Sequence[Line]) -> Record:
    """The report that a memo is."""
    report = Record("report")
    start = memo_at(lines)
    sections: dict[str, list[Line]] = {}
    name = ""
    for line in lines[start:]:
        found = next((other for other in _LABEL if _matches(other, line)), "")
        if found:
            name = found
            match = _LABEL[found].match(line.text)
            value = match["value"] if match else ""
            sections[name] = [Line(value, line.place)] if value else []
        elif name and re.match(r"^\d+[.)]$", line.mark) and name != "input":
            break
        elif name:
            if name == "input" and line.mark == "1." and sections[name]:
                break
            sections[name].append(line)
    _plain(report, sections)
    _recommended(report, sections.get("input", []), _section(lines, start))
    return report


def _plain(report: Record, sections: dict[str, list[Line]]) -> None:
    for name in ("report of", "summary", "title"):
        if part := sections.get(name):
            report.put(name, " ".join(line.whole for line in part), part[0], f"memo.{name}")
    if part := sections.get("report of"):
        for author in authors_in(" ".join(line.whole for line in part)):
            one = Record("officer")
            one.put("name", author.name, part[0], "memo.author", "likely")
            one.put("post", author.post, part[0], "memo.author", "likely")
            one.put("is author", "yes", part[0], "memo.author")
            report.records.append(one)
    if part := sections.get("contact"):
        for officer in officers_in("\n".join(line.whole for line in part)):
            one = Record("officer")
            one.put("name", officer.name, part[0], "memo.contact", "likely")
            one.put("post", officer.post.replace("\n", " "), _line_of(officer.post, part), "memo.contact", "likely")
            one.put("details", officer.details, _line_of(officer.details, part), "memo.contact", "likely")
            report.records.append(one)


def _line_of(text: str, part: Sequence[Line]) -> Line:
    """The line on which a text begins, or ends where it is put together from several."""
    pieces = [piece for piece in re.split(r"\n|, ", text) if piece]
    return next((line for piece in pieces for line in part if piece in line.whole), part[0])


def _section(lines: Sequence[Line], start: int) -> list[Line]:
    """The clauses of a numbered section called "Partner Recommendations"."""
    head = next((n for n in range(start, len(lines)) if lines[n].mark and _PARTNER.match(lines[n].text)), -1)
    found: list[Line] = []
    for line in lines[head + 1 :] if head >= 0 else []:
        if re.match(r"^\d+\.$", line.mark) or line.heading:
            break
        if line.mark:
            found.append(line)
    return found


def _recommended(report: Record, asked: list[Line], partners: list[Line]) -> None:
    """What the board is asked to do; the partner recommendations stand under the clause that speaks of them."""
    if not asked and not partners:
        return
    first, second = clauses(asked).text, clauses(partners).text
    at = (asked or partners)[0]
    if not first or not second:
        report.put("recommendations", first or second, at, "memo.recommendations")
        return
    lines: list[str] = []
    for number, clause in enumerate(first.split("\n"), 1):
        text = re.sub(r"^\d+\. ", "", clause)
        lines.append(f"{number}. {text}")
        if re.search(r"\brecommendations\b", text, re.IGNORECASE):
            own = [re.sub(r"^\d+\. ", "", line) for line in second.split("\n")]
            lines += [f"{number}.{sub} {line}" for sub, line in enumerate(own, 1)]
            second = ""
    if second:
        lines += [
            f"{len(lines) + n}. {re.sub(r'^[0-9]+[.] ', '', line)}" for n, line in enumerate(second.split("\n"), 1)
        ]
    doubt = "What the board is asked to do is put together from two places of the report: check its clauses."
    report.put("recommendations", "\n".join(lines), at, "memo.recommendations", "likely", doubt)
