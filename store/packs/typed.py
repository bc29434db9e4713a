"""Facts and records as they are typed: "7pm", "12 May 2031", "Jo Reed, chair, Harbour"."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from store.packs.dates import date_in, dates_in
from store.packs.facts import Kind, Record
from store.packs.hours import time_in
from store.packs.names import office_in
from store.packs.roll_beside import NO_VOTE
from store.packs.roll_columns import WARD
from store.packs.saying import said
from store.packs.stream import Place

BY_HAND = Place("typed here")
_PARTS: dict[Kind, tuple[str, ...]] = {
    "member": ("name", "role", "group", "ward"),
    "substitute": ("name", "group", "ward"),
    "officer": ("name", "post"),
    "action": ("owner", "task"),
    "planned": ("title", "meeting"),
}


def on_one_line(record: Record) -> str:
    """A record as it is edited on one line: "Jo Reed, chair, Harbour"."""
    if record.kind == "item":
        number = record.get("number")
        return f"{number}. {record.get('title')}" if number else record.get("title")
    parts = [_typed(record, name) for name in _PARTS.get(record.kind, ("title",))]
    return ", ".join(filter(None, parts))


def _typed(record: Record, name: str) -> str:
    """A fact as it is typed on its record's line. A ward that no party stands before is called one, or it would be
    taken for the party."""
    value = said(name, record.get(name))
    bare = name == "ward" and value and not record.get("group") and not WARD.search(value)
    return f"{value} Ward" if bare else value


def beside(record: Record) -> str:
    """What is known of somebody that is not typed on their line: title and honours as they print, and that they are
    co-opted, for whom, without a vote, and of which council."""
    if record.kind not in ("member", "substitute", "officer"):
        return ""
    co_opted = record.get("kind") == "co-optee"
    parts = [
        ", ".join(filter(None, (record.get("honorific") or record.get("title"), record.get("honours")))),
        "co-opted" if co_opted else "",
        f"{'for' if co_opted else 'of'} {record.get('organisation')}" if record.get("organisation") else "",
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


_CO_OPTED = re.compile(r"(?:a )?co-?opt(?:ed|ee)(?: member)?", re.IGNORECASE)
_VOTES = re.compile(r"(?:with (?:a )?(?:vote|voting rights)|voting(?: member)?|(?:has|have) a vote)", re.IGNORECASE)
_SPEAKS = re.compile(
    r"(?:for|representing|on behalf of|from)\s+(?:the\s+)?(?P<whom>\S.*)|(?P<rep>.*\b(?:representative|rep|governor|"
    r"nominee|appointee)s?)",
    re.IGNORECASE,
)


def _as_co_optee(record: Record, parts: list[str]) -> list[str]:
    """Takes what is typed of a co-optee: that they are one, whether with a vote, and for whom. Returns the other
    parts."""
    others: list[str] = []
    said: dict[str, str] = {}
    for part in parts:
        if NO_VOTE.search(part):
            said |= {"kind": "co-optee", "voting": "no"}
        elif _VOTES.fullmatch(part):
            said["voting"] = "yes"
        elif _CO_OPTED.fullmatch(part):
            said["kind"] = "co-optee"
        elif spoken := _SPEAKS.fullmatch(part):
            said |= {"kind": "co-optee", "organisation": spoken["whom"] or spoken["rep"]}
        elif sits := re.fullmatch(r"of (?:the )?(?P<of>[A-Z].+)", part):
            said["organisation"] = sits["of"]
        else:
            others.append(part)
    for name, value in said.items():
        put_in(record, name, value)
    if said and record.get("kind") == "co-optee" and (fact := record.facts.get("kind")) and fact.doubt:
        # What is doubtful of a co-optee is the vote, and that has been said.
        record.facts["kind"] = replace(fact, sure="sure", doubt="")
    return others


def take(record: Record, text: str) -> None:
    """Reads a record as it is typed on one line."""
    parts = [part.strip() for part in re.split(r",(?![^()]*\))", text)]
    match record.kind:
        case "member" | "substitute":
            if record.get("name") and not _as_co_optee(record, parts):
                # The answer alone, typed in the place of the name: who it is stays.
                return
            beside = _as_co_optee(record, parts[1:])
            roles = [office for part in beside if (office := office_in(part))]
            others = [part for part in beside if part and not office_in(part)]
            put_in(record, "name", _told_in_brackets(record, parts[0]))
            put_in(record, "role", roles[0] if roles and record.kind == "member" else "")
            _beside_the_name(record, others)
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
            text = _private(record, text)
            numbered = re.match(
                r"(\d{1,3}[a-z]?(?:[./]\d{1,3})?|[A-Z]{1,3}\d{1,3}|\d{1,3}\([a-z\d]{1,4}\))\.\s+(.*)$", text
            )
            put_in(record, "number", numbered[1] if numbered else "")
            put_in(record, "title", numbered[2] if numbered else text)
        case _:
            put_in(record, "title", text)


def _beside_the_name(record: Record, parts: list[str]) -> None:
    """Takes the party and the ward: what is called a ward, else what stands behind the party."""
    called = [part for part in parts if WARD.search(part)]
    others = [part for part in parts if part not in called]
    group, ward = others[0] if others else "", ", ".join([*called, *others[1:]])
    put_in(record, "group", group)
    if ward.casefold() != f"{record.get('ward')} ward".casefold():
        put_in(record, "ward", ward)


_IN_PRIVATE = re.compile(
    r"\s*(?:\((?:exempt|private|in private|confidential|not for publication)(?P<para>[^()]{0,60})\)|"
    r",\s*(?:exempt|in private)(?P<number>[,\s]*(?:para(?:graph)?s?\b[^()]{0,30})?))\s*$",
    re.IGNORECASE,
)
_IN_PUBLIC = re.compile(r"\s*\((?:public|in public|open|not exempt)\)\s*$", re.IGNORECASE)


def _private(record: Record, text: str) -> str:
    """An item's line without "(exempt)" or "(public)" behind it, which say how it is taken; "(exempt, paragraph 3)"
    has the paragraph too."""
    if found := _IN_PUBLIC.search(text):
        put_in(record, "exempt", "no")
        put_in(record, "paragraphs", "")
        return text[: found.start()]
    found = _IN_PRIVATE.search(text)
    if found is None or not found.start():
        return text
    put_in(record, "exempt", "yes")
    numbers = re.findall(r"\d{1,2}", found["para"] or found["number"] or "")
    if numbers:
        put_in(record, "paragraphs", "+".join(numbers))
    return text[: found.start()]


def _told_in_brackets(record: Record, name: str) -> str:
    """A name without what its brackets say of a co-optee: "Cat Ash (co-opted, no vote)"."""
    found = re.search(r"\s*\(([^()]+)\)\s*$", name)
    if found is None or _as_co_optee(record, [part.strip() for part in found[1].split(",")]):
        return name
    return name[: found.start()]


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
