"""Members listed in a table with headings: "Member | Role | Party"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from store.packs.facts import Kind, Record
from store.packs.names import bare_name, is_name, is_office, names_in, office_in
from store.packs.roll_groups import group_over
from store.packs.roll_names import VACANCY
from store.packs.stream import Line
from store.packs.tables import Row, Table, headings, table_at

COLUMNS = {
    "name": r"(?:(?:board|committee|panel|forum|full|lead|appointed|voting|principal) )?"
    r"(?:member|councillor|name|attendee|representative)s?(?: name)?",
    "substitute": r"(?:(?:named|nominated|appointed) )?(?:substitute|deputy|reserve|alternate)s?(?: members?)?",
    "surname": r"(?:surname|last ?name|family ?name)",
    "forename": r"(?:forenames?|first ?names?|given ?names?|known as)",
    "role": r"(?:committee )?role",
    "group": r"(?:political )?(?:party|group|affiliation)(?: ?/ ?(?:party|group))?",
    "ward": r"(?:electoral )?(?:wards?|divisions?)(?: ?/ ?(?:wards?|divisions?))?",
    "post": r"position|post|portfolio|office|job title|title",
    "organisation": r"organisation|representing|agency|body|employer|"
    r"(?:constituent |member |partner )?(?:council|authority)",
    "attendance": r"attendance",
    "reference": r"reference",
    "kind": r"type",
}
Add = Callable[[Kind, str, Line, str, str], Record | None]
"""Takes a member: kind, name as printed, line, office, and what the office is called there."""


def read_table(meeting: Record, lines: Sequence[Line], add: Add) -> tuple[int, int] | None:
    """Put the members of a table into the meeting; returns where it stands, None where there is none."""
    for number in range(len(lines)):
        # Where the name is not the first, a row without the first is of the next member, and no rest of the row above.
        first = headings(lines[number], COLUMNS)[:1]
        whole = "name" if first and first[0] in ("ward", "group") else ""
        table = _in_groups(lines, number, whole) or table_at(lines, number, COLUMNS, {"surname", "forename"})
        # Members beside their substitutes, and nothing more, are two lists and no table.
        if table is None or not _of_people(table) or set(filter(None, table.columns)) == {"name", "substitute"}:
            continue
        _carried(table, first)
        for row in table.rows:
            if re.search(r"officer|clerk|secretary", row.get("role") + row.get("kind"), re.IGNORECASE):
                _officer(meeting, row)
            elif row.get("name") or row.get("surname"):
                _member(row, add)
        return number, table.end
    return None


def _in_groups(lines: Sequence[Line], number: int, whole: str) -> Table | None:
    """The table whose headings stand at `number`, over the headings of groups between its rows."""
    table = table_at(lines, number, COLUMNS, {"name"}, whole)
    while table is not None and table.end < len(lines) and "group" not in table.columns:
        group = group_over(lines, table.end, len(table.columns))
        below = [lines[number], *lines[table.end + 1 :]]
        more = table_at(below, 0, COLUMNS, {"name"}, whole) if group is not None else None
        if more is None or not _of_people(more):
            break
        for row in more.rows:
            row.cells["group"] = group or ""
        table = Table(table.columns, [*table.rows, *more.rows], table.end + more.end)
    return table


def _carried(table: Table, first: Sequence[str]) -> None:
    """Says again the ward or the party that stands once for several members."""
    above = ""
    for row in table.rows if first and first[0] in ("ward", "group") else ():
        above = row.cells[first[0]] = row.get(first[0]) or above


def _of_people(table: Table) -> bool:
    """Whether a table says who its people are, and not what somebody's action is."""
    named = [name for row in table.rows for name in _names(row)]
    return "role" in table.columns or (bool(named) and all(is_name(name) or VACANCY.match(name) for name in named))


def _names(row: Row) -> list[str]:
    """Those whom a row names: several in one cell, or one with the surname in a cell of its own."""
    if row.get("surname"):
        return [f"{row.get('forename')} {row.get('surname')}".strip()]
    return names_in(row.cells.get("name", ""))


def _member(row: Row, add: Add) -> None:
    role, post, names = row.get("role"), row.get("post"), _names(row)
    name = " ".join(names)
    # "Chair of Audit" is an office on another body.
    called = role if office_in(role) else post if is_office(post) else ""
    kind: Kind = "substitute" if re.search(r"substitut|reserve", role, re.IGNORECASE) else "member"
    for one in names:
        office = (office_in(called) if one == name else "") or office_in(one)
        person = add(kind, one, row.line, office, called if one == name else "")
        if person is not None:
            for field in ("group", "ward", "reference"):
                person.put(field, row.get(field), row.line, f"roll.{field}")
    for one in names_in(row.cells.get("substitute", "")):
        if is_name(one):
            add("substitute", one, row.line, "", "")


def _officer(meeting: Record, row: Row) -> None:
    one = Record("officer")
    one.put("name", bare_name(row.get("name")), row.line, "roll.officer")
    one.put("post", row.get("role"), row.line, "roll.officer")
    meeting.records.append(one)
