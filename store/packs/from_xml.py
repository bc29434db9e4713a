"""Modern.gov's GetMeeting XML, saved from the browser: the same lines and tables as an agenda has on paper.

No entity is expanded, and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from store.packs.from_html import ITEMS
from store.packs.kinds import CannotRead
from store.packs.marks import one_space, unescaped, visible
from store.packs.stream import Line, Place, Stream, bounded

_MEMBERS = ("Member", "Role", "Party", "Ward", "Attendance", "Reference")
_YES = ("true", "yes", "1")
_OTHER = {
    "getmeetings": "Modern.gov's list of meetings",
    "getmeetingsbydate": "Modern.gov's list of meetings",
    "committees": "Modern.gov's list of committees",
    "councillorsbyward": "Modern.gov's list of councillors",
}


def read_xml(data: bytes, path: Path) -> Stream:
    """The lines of a meeting. Raises `CannotRead` for XML that is something else."""
    notes: list[str] = []
    root, broken = _parsed(data, path)
    if b"<!ENTITY" in data[:200_000].upper() or b"<!ENTITY" in data:
        notes.append(f"{path.name} defines entities of its own; none of them was expanded.")
    if broken:
        notes.append(f"{path.name} is damaged ({broken}); what stands before that was read.")
    name = _name(root)
    if name != "meeting":
        found = next(
            (each for each in root.iter() if _name(each) == "meeting" and _child(each, "agendaitems") is not None), None
        )
        if found is None:
            what = _OTHER.get(name, f"XML, but no meeting (its outermost element is “{name[:40]}”)")
            raise CannotRead(path, f"this is {what}. What can be read is the answer to GetMeeting.")
        root = found
    return Stream(bounded(_lines(root, path.name)), notes, "modern.gov XML")


def _parsed(data: bytes, path: Path) -> tuple[Any, str]:
    for recover in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            recover=recover,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        if root is not None:
            where = parser.error_log[0] if recover and len(parser.error_log) else None
            return root, f"line {where.line}" if where is not None else ""
    raise CannotRead(path, "this is XML that cannot be read: it is damaged from its beginning.")


def _name(element: Any) -> str:
    # A damaged tag may end in a colon, and is then a name that lxml will not make.
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def _child(element: Any, name: str) -> Any | None:
    return next((child for child in element if _name(child) == name), None)


def _raw(element: Any, name: str) -> str:
    child = _child(element, name)
    return "" if child is None or not child.text else str(child.text)


def _text(element: Any, name: str) -> str:
    """A field's words: titles are escaped twice, numbers have blanks before them, empty ones hold a line end."""
    return one_space(visible(unescaped(_raw(element, name))))


def _lines(meeting: Any, file: str) -> Iterator[Line]:
    items = _child(meeting, "agendaitems")
    rows = [item for item in items if _name(item) == "agendaitem"] if items is not None else []
    for label, value in (
        ("Committee", _text(meeting, "committeetitle") or _committee(rows)),
        ("Date", _text(meeting, "meetingdate")),
        ("Time", _text(meeting, "meetingtime")),
        ("Venue", _text(meeting, "meetinglocation") or _text(meeting, "meetingroom")),
        ("Meeting reference", f"moderngov:{number}" if (number := _text(meeting, "meetingid")) else ""),
    ):
        if value:
            yield Line(f"{label} {value}", Place(file, part=label.lower()), (label, value), gap=True)
    if re.match(r"cancel|postpon", _text(meeting, "meetingstatus"), re.IGNORECASE):
        state = _text(meeting, "meetingstatus").upper()
        yield Line(
            f"{state} {_committee(rows)} - {_text(meeting, 'meetingdate')}", Place(file, part="status"), gap=True
        )
    yield Line("", Place(file, part="items"), ITEMS, gap=True)
    for item in rows:
        yield _item(item, file)
    yield from _members(meeting, file)
    for item in rows:
        yield from _below(item, file)


def _committee(rows: list[Any]) -> str:
    """The committee's name, which a meeting's own fields do not have."""
    for name in ("refertocommittee", "committeetitle"):
        for item in rows:
            if found := _text(item, name) or next((t for each in item.iter() if (t := _text(each, name))), ""):
                return found
    return ""


def _number(item: Any) -> str:
    """The number as shown, not the one it is counted by; "" for a heading."""
    shown = _text(item, "fulldisplaynumberformat").rstrip(".")
    if shown and shown != "0":
        return shown
    counted, sub = _text(item, "agendaitemnumber"), _text(item, "agendaitemsubnumber")
    if counted in ("", "0"):
        return ""
    if not sub or sub == "0":
        return counted
    return f"{counted}{sub}" if sub.isalpha() else f"{counted}.{sub}"


def _documents(item: Any) -> list[str]:
    linked = _child(item, "linkeddocuments")
    found = [_text(each, "title") for each in linked if _name(each) == "linkeddoc"] if linked is not None else []
    return [title for title in found if title]


def _item(item: Any, file: str) -> Line:
    number, title, documents = _number(item), _text(item, "agendaitemtitle"), _documents(item)
    place = Place(file, item.sourceline or 0, part=f"item {number}" if number else f"“{title[:30]}”")
    id_ = _text(item, "agendaitemid")
    # Without a number and without papers it is a heading; Barnet has real items without one.
    real = number or documents
    restricted = "yes" if _text(item, "isrestricted").lower() in _YES else ""
    presented = next(
        (
            _text(item, f"commenttext{n}")
            for n in (1, 2)
            if _text(item, f"commentlabel{n}").lower().startswith("present")
        ),
        "",
    )
    reference = f"moderngov:{id_}" if id_ and real else ""
    return Line(title, place, (number, title, "", restricted, reference, "\n".join(documents), presented))


def _members(meeting: Any, file: str) -> Iterator[Line]:
    attendees = _child(meeting, "attendees")
    people = [each for each in attendees if _name(each) == "attendee"] if attendees is not None else []
    if people:
        yield Line("People", Place(file, part="attendees"), heading=2, gap=True)
        yield Line("", Place(file, part="attendees"), _MEMBERS, gap=True)
    for one in people:
        given = {str(key).lower(): one_space(visible(unescaped(str(value)))) for key, value in one.attrib.items()}
        id_ = given.get("memberid", "")
        cells = tuple(
            given.get(name, "") for name in ("name", "roledescription", "politicalparty", "ward", "attendance")
        )
        yield Line(
            cells[0], Place(file, one.sourceline or 0, part=cells[0]), (*cells, f"moderngov:{id_}" if id_ else "")
        )


def _below(item: Any, file: str) -> Iterator[Line]:
    """What the agenda says under an item, which is HTML within the XML. Its minutes are not of this agenda."""
    text = _raw(item, "agendatext")
    if "<" not in unescaped(text) and not text.strip():
        return
    from bs4 import BeautifulSoup

    from store.packs.from_html import html_lines

    number = _number(item)
    markup = text if "<" in text else unescaped(text)
    yield from html_lines(BeautifulSoup(markup, "lxml"), file, f"item {number}, text", number)
