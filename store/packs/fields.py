"""A meeting set out as TOML, beside other papers: its fields as facts, before anything else is read."""

from __future__ import annotations

from typing import Any

from clerk.setup.honours import parts_of, turned
from clerk.setup.papers_faults import misfits
from store.packs.facts import Doubt, Kind, Pack, Record
from store.packs.stream import Place

_PLAIN = ("body", "council", "short", "time", "venue", "style", "profile")
_MEMBER = (
    "id", "title", "role", "group", "kind", "organisation", "scope", "category", "letter", "honorific", "honours",
    "ward",
)  # fmt: skip
_TABLES: tuple[tuple[str, Kind], ...] = (("members", "member"), ("substitutes", "substitute"), ("officers", "officer"))


def take_fields(pack: Pack, data: dict[str, Any], file: str) -> None:
    """Put the fields of a file into the pack. What cannot be read of it is a doubt each."""
    place = Place(file)
    wrong = [fault for fault in misfits(data) if not fault.endswith("is missing.")]
    pack.doubts += [Doubt(f"{file}: {fault}") for fault in wrong]
    meeting = pack.meeting
    for name in _PLAIN:
        meeting.put(name, _text(data.get(name)), place, "fields")
    for name in ("date", "published"):
        meeting.put(name, _text(data.get(name)), place, "fields")
    for name in ("annual", "extraordinary"):
        meeting.put(name, "yes" if data.get(name) is True else "", place, "fields")
    vacant = data.get("vacancies")
    meeting.put("vacancies", str(vacant) if isinstance(vacant, int) and vacant > 0 else "", place, "fields")
    meeting.put("quorum", str(data["quorum"]) if isinstance(data.get("quorum"), int) else "", place, "fields")
    labels = data.get("labels")
    for name, label in labels.items() if isinstance(labels, dict) else ():
        meeting.put(f"{name}_label", _text(label), place, "fields")
    for table, kind in _TABLES:
        for row in _rows(data, table):
            meeting.records.append(_person(row, kind, place))
    for row in _rows(data, "items"):
        meeting.records.append(_item(row, place))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _rows(data: dict[str, Any], table: str) -> list[dict[str, Any]]:
    rows = data.get(table)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _person(row: dict[str, Any], kind: Kind, place: Place) -> Record:
    one = Record(kind)
    honorific, name, honours = parts_of(turned(_text(row.get("name"))))
    one.put("name", name, place, "fields")
    for field in (*_MEMBER, "post", "possessive"):
        one.put(field, _text(row.get(field)), place, "fields")
    if kind != "officer":
        one.put("honorific", honorific, place, "fields")
        one.put("honours", honours, place, "fields")
    if row.get("voting") is False:
        one.put("voting", "no", place, "fields")
    return one


def _item(row: dict[str, Any], place: Place) -> Record:
    item = Record("item")
    number = row.get("number", "")
    item.put("number", str(number) if isinstance(number, str | int) else "", place, "fields")
    item.put("title", _text(row.get("title")), place, "fields")
    item.put("presented by", _text(row.get("report_of")), place, "fields")
    item.put("exempt", "yes" if row.get("exempt") is True else "", place, "fields")
    for name in ("case", "ward", "paragraphs", "motion", "mover", "seconder"):
        item.put(name, _text(row.get(name)), place, "fields")
    under = row.get("under", "")
    item.put("under", str(under) if isinstance(under, str | int) else "", place, "fields")
    item.put("heading", "yes" if row.get("kind") == "heading" else "", place, "fields")
    asked = row.get("recommendations")
    if isinstance(asked, list):
        clauses = [clause for clause in asked if isinstance(clause, str)]
        many = len(clauses) > 1
        asked = "\n".join(f"{n}. {clause}" if many else clause for n, clause in enumerate(clauses, 1))
    if asked and isinstance(asked, str):
        report = Record("report")
        report.put("title", _text(row.get("report")) or item.get("title"), place, "fields")
        report.put("recommendations", asked, place, "fields")
        report.put("report of", _text(row.get("report_of")), place, "fields")
        item.records.append(report)
    return item
