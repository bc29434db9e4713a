"""The papers of the meeting: what a clerk would have before it begins, as the TOML that sets a meeting up."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from .june import June, PrintedItem

TITLED = r"(?P<title>Ms|Mr|Mrs|Miss|Dr)"
PUT = re.compile(r"^(?:(?P<lead>.+) )?[Tt]he Chair(?:man)? moved to the vote on the .+:$")
SPOKE = re.compile(rf"^{TITLED} (?P<name>\S+) spoke to the report ['‘](?P<report>.+?)['’]\. (?P<text>.+)$")
PRESENTED = re.compile(r"^The (?P<post>.+) presented (?P<possessive>her|his|their) report to the Committee\.$")
INTRODUCED = re.compile(r"^The Chair(?:man)? introduced the report from the (?P<post>.+)\.$")
INVITED = re.compile(r"^The Chair(?:man)? invited to the table:$")
_AT_TABLE = re.compile(rf"^{TITLED} (?P<name>[^,]+), (?P<post>[^,]+)(?:, (?P<organisation>.+))?$")
_COLUMNS = re.compile(r"^(\D+?)(?: \(\d+\))?\t(\D+?)(?: \(\d+\))?$")
_MEMBER = re.compile(r"Councillor (?P<name>.+?)(?: \((?P<office>[^)]+)\))?(?=\s+Councillor |$)")


def meeting_toml(june: June) -> str:
    """The meeting set out as TOML. The printed numbers are taken as the agenda's."""
    offices = [match["office"] for match in _roll(june) if match["office"]]
    tables: list[tuple[str, dict[str, Any]]] = [("labels", {"chair": offices[0], "vice_chair": offices[1]})]
    tables += [("[members]", member) for member in members(june)]
    tables += [("[officers]", officer) for officer in officers(june)]
    tables += [("[items]", _item(item)) for item in june.items]
    head = {
        "body": june.body,
        "date": day(june.date).isoformat(),
        "time": f"{begins(june):%H:%M}",
        "quorum": int(re.findall(r"\(Quorum (\d+)\)", june.sheet)[0]),
    }
    return "\n".join([_fields(head), *(f"[{name}]\n{_fields(fields)}" for name, fields in tables)])


def members(june: June) -> list[dict[str, Any]]:
    """The roll in the order printed: those present row by row, then those whose apologies came."""
    groups = _groups(june)
    roles = iter(("chair", "vice-chair"))
    return [
        {"name": match["name"], "role": next(roles) if match["office"] else "", "group": groups[match["name"]]}
        for match in _roll(june)
    ]


def apologies(june: June) -> list[str]:
    """The names in the front block of those whose apologies came."""
    head = next(i for i, line in enumerate(june.front) if line.text.startswith("Apologies"))
    return [match["name"] for line in june.front[head:] for match in _MEMBER.finditer(line.text)]


def officers(june: June) -> Iterator[dict[str, Any]]:
    """The officers who presented reports or came to the table."""
    for item in june.items:
        at_table = False
        for line in item.lines:
            if match := PRESENTED.match(line.text):
                yield match.groupdict()
            elif at_table and line.bullet and (match := _AT_TABLE.match(line.text)):
                yield {key: value for key, value in match.groupdict().items() if value}
            at_table = bool(INVITED.match(line.text)) or (at_table and line.bullet)


def recommendations(item: PrintedItem) -> list[str]:
    """What the report recommended: the text put to the vote, without the clauses that an amendment added (1.1)."""
    put = next((i for i, line in enumerate(item.lines) if PUT.match(line.text)), None)
    if put is None:
        return []
    numbered = [found for line in item.lines[put + 1 :] if not line.bullet and (found := clause(line.text))]
    clauses = [text for number, text in numbered if number.isdigit()] if clause(item.lines[put + 1].text) else []
    return clauses or [item.lines[put + 1].text]


def clause(text: str) -> tuple[str, str] | None:
    """The number and the text of a numbered clause ("1. …", "1.1 …"), not of a row of a table."""
    match = re.match(r"^(\d+(?:\.\d+)*)\.? ([^\t]+)$", text)
    return (match[1], match[2]) if match else None


def groups_of(header: str) -> list[str]:
    """The parties that head the columns of a table of nominations; none where the line is no such head."""
    match = _COLUMNS.match(header)
    return list(match.groups()) if match and "Councillor" not in header else []


def rows_under(lines: list[str]) -> list[list[str]]:
    """The names in the rows of a table of nominations, "" for an empty cell, up to the first line that is no row."""
    rows = []
    for line in lines:
        if not re.match(r"^1?\d\. ", line):
            break
        left, _, right = line.partition("\t")
        rows.append([re.sub(r"^\d+\. ", "", cell).strip() for cell in (left, right)])
    return rows


def day(printed: str) -> date:
    """A date as printed ("11 June 2019")."""
    return datetime.strptime(printed, "%d %B %Y").date()


def clock(printed: str) -> time:
    """A time as printed ("9.19 pm", "7.00 PM")."""
    return datetime.strptime(printed.upper(), "%I.%M %p").time()


def begins(june: June) -> time:
    """The hour at which the committee meets, which only the front sheet says."""
    return clock(re.findall(r"^AT (\d+\.\d\d [AP]M)$", june.sheet, re.MULTILINE)[0])


def _roll(june: June) -> list[re.Match[str]]:
    return [match for line in june.front for match in _MEMBER.finditer(line.text.replace("\t", " "))]


def _groups(june: June) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in june.items:
        texts = [line.text for line in item.lines]
        for place, text in enumerate(texts):
            if parties := groups_of(text):
                for row in rows_under(texts[place + 1 :]):
                    found.update(zip(row, parties, strict=True))
    return found


def _item(item: PrintedItem) -> dict[str, Any]:
    found: dict[str, Any] = {"number": item.number, "title": item.title.title()}
    for line in item.lines:
        if match := INTRODUCED.match(line.text):
            found["report_of"] = match["post"]
        elif match := SPOKE.match(line.text):
            found["report"] = match["report"]
    if clauses := recommendations(item):
        found["recommendations"] = clauses
    return found


def _fields(fields: dict[str, Any]) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
