"""Members and substitutes on the front sheet (15, 16, 47 and 48 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from store.packs.facts import Kind, Record
from store.packs.names import bare_name, is_name, key, likeness, names_in, office_in
from store.packs.stream import Line
from store.packs.tables import table_at

_CHAIR = re.compile(
    r"^(?P<office>(?:(?:vice|deputy)[\s-]*)?(?:chair(?:man|woman|person)?|mayor))\s*:\s*(?P<name>\S.{2,60})$",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"^(?:(?:other |committee )?(?:councillors|members)|membership)(?: of the committee)?\s*:?-?$",
    re.IGNORECASE,
)
_SUBSTITUTES = re.compile(r"^(?:named )?substitutes?(?: members?| councillors?)?\s*:?-?$", re.IGNORECASE)
_VACANCY = re.compile(r"^\(?vacan(?:t|cy)\)?$", re.IGNORECASE)


def read_roll(meeting: Record, lines: Sequence[Line], known: Iterable[str] = ()) -> None:
    """Put members and substitutes into the meeting. `known` names help where columns were lost."""
    known = list(known)
    table = _read_table(meeting, lines)
    into: Kind | None = None
    for number, line in enumerate(lines):
        if table and table[0] <= number < table[1]:
            into = None
            continue
        if found := _CHAIR.match(line.text):
            office = office_in(found["office"])
            _add(meeting, "member", found["name"], line, office)
            meeting.put(f"{office.replace('-', '_')}_label", _label(found["office"]), line, "roll.label")
        elif _MEMBERS.match(line.text):
            into = "member"
        elif _SUBSTITUTES.match(line.text):
            into = "substitute"
        elif inline := re.match(r"^(?:substitute members?|substitutes)\s*:\s*(.+)$", line.text, re.IGNORECASE):
            into = "substitute"
            _row(meeting, into, (inline[1],), line, known)
        elif into and not _row(meeting, into, line.cells or (line.whole,), line, known):
            into = None


def _label(printed: str) -> str:
    """What an office is called, as the body prints it: "VICE CHAIRMAN" is "Vice-Chairman"."""
    return "-".join(word.capitalize() for word in re.split(r"[\s-]+", printed.strip()))


def _row(meeting: Record, kind: Kind, cells: Sequence[str], line: Line, known: list[str]) -> bool:
    """Adds the names in a row. False where it is no row of names: the block has ended."""
    names = [name for cell in cells if cell for part in names_in(cell) for name in _parted(part, known)]
    if not names or not all(is_name(name.replace(_GUESSED, "")) or _VACANCY.match(name) for name in names):
        return False
    for name in names:
        if not _VACANCY.match(name):
            _add(meeting, kind, name, line, office_in(name))
    return True


_GUESSED = "\u2060"
"""Marks a name that was cut out of a row without columns; nobody sees it."""


def _parted(text: str, known: list[str]) -> list[str]:
    """A text as the names in it, where columns were lost and the names are known: "Jo Reed Abel Vale"."""
    words = bare_name(text).split()
    if len(words) < 4 or len(words) > 12:
        return [text]
    for cut in range(2, len(words) - 1):
        first = " ".join(words[:cut])
        rest = _parted(" ".join(words[cut:]), known)
        if all(any(likeness(part, name) in ("same", "likely") for name in known) for part in (first, *rest)):
            return [first, *rest]
    if len(words) > 5 and len(words) % 2 == 0 and all(word[:1].isupper() for word in words):
        return [f"{given} {surname}{_GUESSED}" for given, surname in zip(words[::2], words[1::2], strict=True)]
    return [text]


def _add(meeting: Record, kind: Kind, printed: str, line: Line, office: str) -> None:
    guessed = _GUESSED in printed
    name = bare_name(printed.replace(_GUESSED, ""))
    if not name:
        return
    before = next(
        (r for r in (*meeting.of("member"), *meeting.of("substitute")) if key(r.get("name")) == key(name)), None
    )
    if before is None:
        before = Record(kind)
        meeting.records.append(before)
        doubt = f"“{name}” may be two people whose columns ran together." if len(name.split()) > 3 else ""
        if guessed:
            doubt = f"“{name}” was made out in a row whose columns ran together."
        before.put("name", name, line, "roll.name", "unsure" if doubt else "sure", doubt)
    if office:
        before.put("role", office, line, "roll.role")


def _read_table(meeting: Record, lines: Sequence[Line]) -> tuple[int, int] | None:
    """Members listed in a table with headings: "Member | Role | Party"."""
    columns = {
        "name": r"(?:member|councillor|name|attendee)s?",
        "role": r"role",
        "group": r"(?:political )?party|group",
        "ward": r"ward",
        "attendance": r"attendance",
        "reference": r"reference",
        "kind": r"type",
    }
    for number in range(len(lines)):
        table = table_at(lines, number, columns, {"name", "role"})
        if table is None:
            continue
        for row in table.rows:
            name = row.get("name")
            if not name:
                continue
            if re.search(r"officer|clerk|secretary", row.get("role") + row.get("kind"), re.IGNORECASE):
                _officer(meeting, row.get("name"), row.get("role"), row.line)
                continue
            kind: Kind = "substitute" if re.search(r"substitut|reserve", row.get("role"), re.IGNORECASE) else "member"
            office = office_in(row.get("role"))
            _add(meeting, kind, name, row.line, office)
            if office:
                meeting.put(f"{office.replace('-', '_')}_label", _label(row.get("role")), row.line, "roll.label")
            person = next(r for r in meeting.records if key(r.get("name")) == key(name))
            for field in ("group", "ward", "reference"):
                person.put(field, row.get(field), row.line, f"roll.{field}")
        return number, table.end
    return None


def _officer(meeting: Record, name: str, post: str, line: Line) -> None:
    one = Record("officer")
    one.put("name", bare_name(name), line, "roll.officer")
    one.put("post", post, line, "roll.officer")
    meeting.records.append(one)
