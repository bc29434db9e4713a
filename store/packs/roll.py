"""Members and substitutes on the front sheet (15, 16, 47 and 48 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from store.packs.facts import Kind, Record
from store.packs.names import bare_name, honorific, is_name, key, likeness, names_in, office_in
from store.packs.stream import Line
from store.packs.tables import table_at

_CHAIR = re.compile(
    r"^(?P<office>(?:(?:vice|deputy)[\s-]*)?(?:chair(?:man|woman|person)?|mayor))\s*:\s*(?P<name>\S.{2,60})$",
    re.IGNORECASE,
)
_WHICH = r"(?:(?:other|committee|sub-committee|panel|board|cabinet|elected|voting|appointed)\s+)*"
_OF = r"(?: of (?:the|this) [\w-]+(?: [\w-]+)?)?"
_COOPTED = re.compile(
    r"^(?P<no>non-?voting\s+)?(?:(?:voting|statutory|church|independent)\s+)*co-?opt(?:ed (?:members?|persons?)|ees?)"
    r"(?:\s*\((?P<said>[^()]*)\))?\s*:?-?$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"^(?:(?P<sub>(?:named )?substitutes?(?: members?| councillors?)?)|{_WHICH}(?:councillors|members(?:hip)?){_OF})"
    r"\s*(?::?-?|:\s*(?P<names>\S.*))$",
    re.IGNORECASE,
)
_VACANCY = re.compile(r"^\(?vacan(?:t|cy)\)?$", re.IGNORECASE)


class _Block(Struct, frozen=True):
    """A list of names under its heading. `voting` is "yes" or "no" of co-optees, "" of others; `names` stand on the
    heading's own line."""

    kind: Kind
    voting: str = ""
    names: str = ""


def read_roll(meeting: Record, lines: Sequence[Line], known: Iterable[str] = ()) -> None:
    """Put members and substitutes into the meeting. `known` names help where columns were lost."""
    known = list(known)
    table = _read_table(meeting, lines)
    block: _Block | None = None
    for number, line in enumerate(lines):
        if table and table[0] <= number < table[1]:
            block = None
        elif found := _CHAIR.match(line.text):
            office = office_in(found["office"])
            _add(meeting, "member", found["name"], line, office)
            _labelled(meeting, office, found["office"], line)
        elif begun := _begun(line.text):
            block = begun
            if begun.names:
                _row(meeting, begun.kind, (begun.names,), line, known)
        elif block is not None:
            voting, cells = block.voting, line.cells or (line.whole,)
            more = _coopted(meeting, line, voting) if voting else _row(meeting, block.kind, cells, line, known)
            block = block if more else None


def _begun(text: str) -> _Block | None:
    """The list of names that a line begins, where it begins one."""
    if found := _COOPTED.match(text):
        said = found["no"] or re.search(r"non-?voting|no vote", found["said"] or "", re.IGNORECASE)
        return _Block("member", "no" if said else "yes")
    if found := _LISTED.match(text):
        return _Block("substitute" if found["sub"] else "member", names=found["names"] or "")
    return None


def _coopted(meeting: Record, line: Line, voting: str) -> bool:
    """Adds a co-optee, with whom they speak for in brackets. False where the line is no such thing."""
    added = False
    for part in line.filled:
        name = bare_name(part)
        if not is_name(part) or _VACANCY.match(part):
            continue
        _add(meeting, "member", part, line, office_in(part))
        one = next(record for record in meeting.of("member") if key(record.get("name")) == key(name))
        one.put("kind", "co-optee", line, "roll.co-optee")
        one.put("voting", "no" if voting == "no" else "", line, "roll.co-optee")
        one.put("title", honorific(part), line, "roll.co-optee")
        if speaks_for := re.search(r"\(([^()]{3,80})\)\s*$", part):
            one.put("organisation", speaks_for[1], line, "roll.co-optee", "likely")
        added = True
    return added


def _labelled(meeting: Record, office: str, printed: str, line: Line) -> None:
    """Keeps what an office is called, as the body prints it: "VICE CHAIRMAN" is "Vice-Chairman"."""
    words = " ".join(word.capitalize() for word in re.split(r"[\s-]+", printed.strip(" ()")))
    meeting.put(f"{office.replace('-', '_')}_label", words.replace("Vice ", "Vice-"), line, "roll.label")


def _row(meeting: Record, kind: Kind, cells: Sequence[str], line: Line, known: list[str]) -> bool:
    """Adds the names in a row. False where it is no row of names: the block has ended."""
    names = [name for cell in cells if cell for part in names_in(cell) for name in _parted(part, known)]
    if not names or not all(is_name(name.replace(_GUESSED, "")) or _VACANCY.match(name) for name in names):
        return False
    for name in names:
        if not _VACANCY.match(name):
            office = office_in(name)
            _add(meeting, kind, name, line, office)
            if called := re.search(r"\(([^()]*(?:chair|mayor)[^()]*)\)", name, re.IGNORECASE):
                _labelled(meeting, office, called[1], line)
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
                _labelled(meeting, office, row.get("role"), row.line)
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
