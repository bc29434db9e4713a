"""Whose council's papers these are, and what that says of the body and its business."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from clerk.setup.law import guess_law
from store.packs.bilingual import LANGUAGES
from store.packs.bodies import ANY_COUNCIL, bare_body, is_body, is_council, ordinary
from store.packs.facts import Pack, Record
from store.packs.stream import Line, Stream

HEAD = 60
"""How many lines of a paper are its head."""

_OURS = re.compile(r"\bbarnet\b", re.IGNORECASE)


def put_council(pack: Pack, streams: Sequence[Stream]) -> None:
    """Whose council's papers these are, for the law that it goes by: what their first lines call one, else the one that
    is spoken of, else what any line calls a council. Another council that is only spoken of is not theirs."""
    heads = _councils_named(line for stream in streams for line in stream.lines[:HEAD])
    ours = any(_OURS.search(line.text) for stream in streams for line in stream.lines)
    if (ours and not heads) or any(_OURS.search(name) for name in heads):
        line = next(line for stream in streams for line in stream.lines if _OURS.search(line.text))
        pack.meeting.put("council", "London Borough of Barnet", line, "front.council", "likely")
    elif len({one.get("organisation") for one in pack.meeting.of("member") if _sent_by_a_council(one)}) > 1:
        # Of a body to which several councils send members none is the council.
        return
    elif named := heads or _councils_named(line for stream in streams for line in stream.lines):
        name = max(named, key=lambda name: (len(named[name]), name))
        pack.meeting.put("council", name, named[name][0], "front.council", "likely")


def _sent_by_a_council(one: Record) -> bool:
    return one.get("kind") != "co-optee" and is_council(one.get("organisation"))


def put_language(pack: Pack, streams: Sequence[Stream]) -> None:
    """That papers are in Welsh and in English, which says whose law their council goes by; and that it was read in
    English alone."""
    for stream in streams:
        pack.notes.append(f"{stream.file or 'A paper'} is in {LANGUAGES}: the English of it was read.")
        pack.meeting.put("languages", LANGUAGES, stream.lines[0], "front.languages", "likely")


def put_own_name(pack: Pack) -> None:
    """The whole name of a small council whose papers call it "the Parish Council": as it stands at their head."""
    fact = pack.meeting.facts.get("body")
    if fact is not None and is_council(fact.value) and re.fullmatch(ANY_COUNCIL, pack.meeting.get("council"), re.I):
        # "County Council" says not whose, and the body does.
        pack.meeting.facts["council"] = replace(pack.meeting.facts["council"], value=fact.value)
        return
    local = fact is not None and re.fullmatch(rf"(?:the\s+)?{ANY_COUNCIL}", fact.value, re.IGNORECASE)
    words = fact.value.split()[-2:] if fact is not None else []
    council = pack.meeting.get("council")
    # "The Council" of a parish is all of it, and a principal council's may be its full Council.
    whole = len(words) == 2 or (len(words) == 1 and _is_local(pack.meeting))
    if local and fact is not None and whole and council.casefold().endswith(" ".join(words).casefold()):
        pack.meeting.facts["body"] = replace(fact, value=council)


_CHAIRS = re.compile(r"\bchair(?:man|woman|person)?\b|\bconven[eo]r\b", re.IGNORECASE)


def put_chair_called(pack: Pack, lines: Iterable[Line]) -> None:
    """What the papers call whoever presides, where the list of members does not say and they have one word for it."""
    meeting = pack.meeting
    if meeting.get("chair_label"):
        return
    found: dict[str, Line] = {}
    for line in lines:
        for each in _CHAIRS.findall(" ".join(line.filled)):
            found.setdefault(each.capitalize(), line)
    if len(found) == 1:
        called, line = next(iter(found.items()))
        meeting.put("chair_label", called, line, "front.chair", "likely")


def only_consulted(pack: Pack) -> None:
    """A parish, town or community council is asked about applications and determines none: its items are no
    applications, and keep the numbers that stand in their titles."""
    if not _is_local(pack.meeting):
        return
    for item in pack.meeting.of("item"):
        item.facts.pop("case", None), item.facts.pop("ward", None)


def _is_local(meeting: Record) -> bool:
    """Whether a body is of a parish, town or community council."""
    law = guess_law(meeting.get(name) for name in ("body", "council", "languages"))
    return law is not None and law.profile in ("england-parish", "wales-community")


def _councils_named(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """What lines that are the name of a council, and no more, call one, with the lines; "Full Council" says not
    whose."""
    named: dict[str, list[Line]] = {}
    for line in lines:
        name = bare_body(line.text) if len(line.text) < 90 and not line.mark else ""
        if name and is_council(name) and is_body(name) and guess_law([name]) is not None:
            named.setdefault(ordinary(name), []).append(line)
    return named
