"""The forward plan or work programme: what is planned, by the meeting that it is planned for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.packs.dates import date_in, is_date_line
from store.packs.facts import Record
from store.packs.names import JOBS
from store.packs.stream import Line
from store.packs.tables import headings, table_at

_COLUMNS = {
    "title": r"(?:title(?: of (?:report|item))?|report title|subject|item|report)",
    "decision": r"(?:overview(?: of decision)?|decision(?: required)?|purpose|description|summary)",
    "report of": r"(?:report of|report author|author|lead officer|officer|responsible officer)",
    "issue": r"(?:issue type|issue|type|key)",
    "meeting": r"(?:meeting|date|meeting date)",
}
_DEFERRED = re.compile(r"\s*[-–(]\s*deferred\)?\s*$|^deferred\s*[-–:]\s*", re.IGNORECASE)
_POST = re.compile(
    r"^(?:(?:interim|assistant|deputy|acting|strategic)\s+)*(?:head|director|chief|leader|manager)\b|\b(?:lead|officer|director|manager)$",
    re.I,
)


def plan_at(lines: Sequence[Line]) -> int:
    """The line with the headings of a forward plan, -1 where there is none."""
    for number, line in enumerate(lines):
        names = set(headings(line, _COLUMNS))
        if "title" in names and len(names & {"decision", "report of", "issue"}) >= 2:
            return number
    return -1


def read_plan(lines: Sequence[Line], start: int) -> tuple[list[Record], int]:
    """What is planned, as records, and the line after the table."""
    table = table_at(lines, start, _COLUMNS, {"title"})
    if table is None:
        return [], start
    planned: list[Record] = []
    meeting, held = "", None
    for row in table.rows:
        if row.alone and (is_date_line(row.alone) or re.match(r"(?:to be|unallocated|tbc|future)", row.alone, re.I)):
            printed = date_in(row.alone)
            day = printed.on() if printed else None
            meeting, held = (day.isoformat() if day else row.alone), row.line
            continue
        if row.get("title"):
            record = _planned(row.line, {name: row.get(name) for name in _COLUMNS})
            record.put("meeting", meeting, held or row.line, "plan.meeting")
            planned.append(record)
    return planned, table.end


def _planned(line: Line, cells: dict[str, str]) -> Record:
    record = Record("planned")
    title = cells["title"]
    deferred = bool(_DEFERRED.search(title)) or "DEFERRED" in cells["decision"]
    record.put("title", _DEFERRED.sub("", title), line, "plan.title")
    decision, report_of = cells["decision"], cells["report of"]
    sure = True
    if decision and not report_of and len(decision) < 90 and _POST.search(decision) and JOBS.search(decision):
        # A column was lost: what stands under the decision is whose report it is.
        decision, report_of, sure = "", decision, False
    record.put("decision", decision, line, "plan.decision")
    record.put("report of", report_of, line, "plan.report of", "sure" if sure else "likely")
    record.put("issue", cells["issue"], line, "plan.issue")
    record.put("meeting", cells["meeting"], line, "plan.meeting")
    if deferred:
        record.put("deferred", "yes", line, "plan.deferred")
    return record
