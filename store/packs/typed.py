"""Facts and records as they are typed: "7pm", "12 May 2031", "Jo Reed, chair, Harbour"."""

from __future__ import annotations

import re
from datetime import date

from store.packs.dates import date_in, dates_in
from store.packs.facts import Kind, Record
from store.packs.hours import time_in
from store.packs.names import office_in
from store.packs.saying import said
from store.packs.stream import Place

BY_HAND = Place("typed here")
_PARTS: dict[Kind, tuple[str, ...]] = {
    "member": ("name", "role", "group"),
    "substitute": ("name", "group"),
    "officer": ("name", "post"),
    "action": ("owner", "task"),
    "planned": ("title", "meeting"),
}


def on_one_line(record: Record) -> str:
    """A record as it is edited on one line: "Jo Reed, chair, Harbour"."""
    if record.kind == "item":
        number = record.get("number")
        return f"{number}. {record.get('title')}" if number else record.get("title")
    parts = [said(name, record.get(name)) for name in _PARTS.get(record.kind, ("title",))]
    return ", ".join(filter(None, parts))


def beside(record: Record) -> str:
    """What is known of somebody that is not typed on their line: title and honours as they print, and that they are
    co-opted, for whom, and without a vote."""
    if record.kind not in ("member", "substitute", "officer"):
        return ""
    co_opted = record.get("kind") == "co-optee"
    parts = [
        ", ".join(filter(None, (record.get("honorific") or record.get("title"), record.get("honours")))),
        "co-opted" if co_opted else "",
        f"for {record.get('organisation')}" if co_opted and record.get("organisation") else "",
        "without a vote" if record.get("voting") == "no" else "",
    ]
    return " · ".join(filter(None, parts))


def tidied(field: str, text: str, held: date | None) -> str:
    """A day or an hour however it is typed, as facts have it; `held` is the day of the meeting."""
    day = date_in(text) if field in ("date", "published", "question deadline") else None
    if field in ("date", "published") and day is not None and (on := day.on()):
        return on.isoformat()
    if field == "time":
        return time_in(text) or text
    if field == "minutes of":
        return " ".join(on.isoformat() for each in dates_in(text) if (on := each.on())) or text
    if day is not None and (on := day.near(held) if held else day.on()):
        clock = time_in(text[day.end :]) or time_in(text[: day.start])
        return f"{on.isoformat()} {clock}".strip()
    return text


def put_in(record: Record, field: str, text: str) -> None:
    """Put what was typed in the place of a fact."""
    before = record.facts.get(field)
    if before is not None and before.value == text:
        # What is not typed over stays as it was found, with what is doubtful of it.
        return
    record.facts.pop(field, None)
    if field == "name" and before is not None:
        record.put("spelt", before.value, before.place, "by hand")
    record.put(field, text, BY_HAND, "by hand")


def take(record: Record, text: str) -> None:
    """Reads a record as it is typed on one line."""
    parts = [part.strip() for part in text.split(",")]
    match record.kind:
        case "member" | "substitute":
            roles = [office for part in parts[1:] if (office := office_in(part))]
            others = [part for part in parts[1:] if part and not office_in(part)]
            put_in(record, "name", parts[0])
            put_in(record, "role", roles[0] if roles and record.kind == "member" else "")
            put_in(record, "group", others[0] if others else "")
        case "officer":
            put_in(record, "name", parts[0])
            put_in(record, "post", ", ".join(parts[1:]))
        case "action":
            put_in(record, "owner", parts[0])
            put_in(record, "task", ", ".join(parts[1:]))
        case "planned":
            title, _, meeting = text.rpartition(", ")
            day = date_in(meeting)
            if title and (day or meeting == record.get("meeting")):
                on = day.on() if day else None
                put_in(record, "meeting", on.isoformat() if on else meeting)
                text = title
            put_in(record, "title", text)
        case "item":
            numbered = re.match(r"(\d{1,3}[a-z]?(?:[./]\d{1,3})?)\.\s+(.*)$", text)
            put_in(record, "number", numbered[1] if numbered else "")
            put_in(record, "title", numbered[2] if numbered else text)
        case _:
            put_in(record, "title", text)


def place(records: list[Record], record: Record) -> None:
    """Put a record with the others: an item where its number stands, anything else at the end."""
    items = [number for number, other in enumerate(records) if record.kind == other.kind == "item"]
    before = [number for number in items if _count(records[number]) <= _count(record)]
    spot = before[-1] + 1 if before else items[0] if items else len(records)
    records.insert(spot, record)


def _count(item: Record) -> tuple[int, str]:
    """An item's number for order: 8, 8a, 9; one without a number comes last."""
    found = re.match(r"(\d+)(.*)", item.get("number"))
    return (int(found[1]), found[2]) if found else (10_000, "")
