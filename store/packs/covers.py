"""Report covers: what is in the table at the head of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.bodies import is_body, is_council, ordinary
from store.packs.contacts import authors_in, officers_in
from store.packs.dates import date_in, is_date_line
from store.packs.facts import Record, Sure
from store.packs.labels import cover_head, heading_parts, is_committee_like, is_remark, label, labelled
from store.packs.recommending import clauses, gather
from store.packs.stream import Line

_PLAIN = ("title", "report of", "wards", "status", "urgent", "key")
_ENCLOSURE = re.compile(r"(?:\n|;\s*|(?<=\S)\s+)(?=(?:Appendix|Annex|Enclosure)\s+(?:\w{1,5}|[IVX]+)\b)")
_CLOSED = re.compile(
    r"\b(?:exempt|restricted|confidential|private|not public|not for publication|part (?:2|two|ii|b))\b", re.IGNORECASE
)
_PARTLY = re.compile(r"^(?:public|open)\b(?! excluded)|\bpart(?:ly|ially)?[- ]exempt\b|\bin part\b", re.IGNORECASE)
_BLACKED = re.compile(r"^[xX]{4,}$|^[█■]+$")


def is_closed(status: str) -> bool:
    """Whether a status keeps a report from the public: "Exempt", but not "Public with exempt appendices"."""
    return bool(_CLOSED.search(status)) and not _PARTLY.search(status)


def is_partly_closed(status: str) -> bool:
    """Whether a status keeps some of a report from the public."""
    return bool(_CLOSED.search(status)) and not is_closed(status)


def read_cover(lines: Sequence[Line], start: int, floor: int) -> Record:
    """The report whose cover's title stands at `start`; `floor` is where the part before it ends."""
    report = Record("report")
    _heading(report, lines[cover_head(lines, start, floor) : start])
    values: dict[str, list[str]] = {}
    where: dict[str, Line] = {}
    name, place = "", start
    while place < len(lines):
        line = lines[place]
        found, value = labelled(line) if name not in ("summary",) or _ends_summary(line) else ("", "")
        if found == "recommendations":
            _recommended(report, lines, place, value)
            break
        if place > start and (found == "title" or place - start > 60):
            break
        if found and found not in values:
            name = found
            values[name], where[name] = ([value] if value else []), line
        elif name and (line.cells or name == "summary"):
            where[name] = where[name] if values[name] else line
            values[name].append("\n".join(line.filled))
        elif name not in ("", "summary") and not line.cells and values[name] == [] and line.text:
            where[name] = line
            values[name].append(line.whole)
        place += 1
    for field in _PLAIN:
        if field in values:
            _plain(report, field, " ".join(" ".join(values[field]).split()), where[field])
    if summary := values.get("summary"):
        report.put("summary", "\n".join(summary), where["summary"], "cover.summary")
    _people(report, values, where)
    if "enclosures" in values:
        _enclosures(report, "\n".join(values["enclosures"]), where["enclosures"])
    return report


def _ends_summary(line: Line) -> bool:
    return labelled(line)[0] == "recommendations" and (bool(line.cells) or label(line.text) == "recommendations")


def _heading(report: Record, lines: Sequence[Line]) -> None:
    bodies: list[tuple[str, Line]] = []
    for line in lines:
        for part in heading_parts(line):
            if is_date_line(part) and (printed := date_in(part)):
                if day := printed.on():
                    report.put("date", day.isoformat(), line, "cover.date")
            elif re.fullmatch(r"for information|for noting", part, re.IGNORECASE):
                report.put("for information", "yes", line, "cover.remark")
            elif is_body(part) or (is_committee_like(part, line) and not is_remark(part)):
                bodies.append((part, line))
    # A council's own name stands above that of its committee.
    for part, line in sorted(bodies, key=lambda body: is_council(body[0])):
        report.put("body", ordinary(part), line, "cover.body", "sure" if is_body(part) else "likely")


def _plain(report: Record, field: str, value: str, line: Line) -> None:
    if field in ("urgent", "key"):
        said = value.lower().strip(" .")
        if said.startswith(("yes", "no")):
            report.put(field, "yes" if said.startswith("yes") else "no", line, f"cover.{field}")
        elif said:
            doubt = f"“{field.capitalize()}” says neither yes nor no: “{value}”."
            report.put(field, value, line, f"cover.{field}", "unsure", doubt)
        return
    if _BLACKED.match(value):
        report.put(field, value, line, f"cover.{field}", "unsure", f"“{field.capitalize()}” is blacked out.")
        return
    report.put(field, value, line, f"cover.{field}")


def _people(report: Record, values: dict[str, list[str]], where: dict[str, Line]) -> None:
    if "report of" in values:
        for author in authors_in("\n".join(values["report of"])):
            one = Record("officer")
            one.put("name", author.name, where["report of"], "cover.author", "likely")
            one.put("post", author.post, where["report of"], "cover.author", "likely")
            one.put("is author", "yes", where["report of"], "cover.author")
            one.put("councillor", "yes" if author.councillor else "", where["report of"], "cover.author")
            report.records.append(one)
    if "officers" in values:
        line = where["officers"]
        for officer in officers_in("\n".join(values["officers"])):
            one = Record("officer")
            one.put("name", officer.name, line, "cover.officer", "likely")
            one.put("post", officer.post, line, "cover.officer", "likely")
            one.put("details", officer.details, line, "cover.officer", "likely")
            report.records.append(one)


def _enclosures(report: Record, cell: str, line: Line) -> None:
    parts = [part.strip(" ;,\n") for part in _ENCLOSURE.split(cell.strip())]
    parts = [" ".join(piece.split()) for part in parts for piece in part.split("\n") if piece.strip()]
    if len(parts) == 1 and parts[0].lower().strip(" .-") in ("none", "n/a", "not applicable", "nil", ""):
        report.put("enclosures", "none", line, "cover.enclosures")
    elif parts:
        report.put("enclosures", "\n".join(parts), line, "cover.enclosures", "sure" if len(parts) == 1 else "likely")


def _recommended(report: Record, lines: Sequence[Line], place: int, value: str) -> None:
    line = lines[place]
    if value:
        found = clauses([Line(value.replace("\n", " "), line.place, tuple(value.split("\n")))])
    else:
        found = clauses(gather(lines, place + 1))
    if found.text:
        at = found.lines[0] if found.lines else line
        sure: Sure = "unsure" if found.doubt else "sure"
        report.put("recommendations", found.text, at, "cover.recommendations", sure, found.doubt)
