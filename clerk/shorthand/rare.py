"""Verbs for the standing sentences: one for each row of `clerk.rare`, made from it."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from clerk.events import ActionAgreed, AnyEvent, Noted, PersonMet
from clerk.names import Unclear, nearest_word
from clerk.people import Person
from clerk.rare import RARE, Fact, Rare, rare_of
from clerk.shorthand.attendance import day_of
from clerk.shorthand.context import Context, whole_number
from clerk.shorthand.line import Line
from clerk.shorthand.narrative import speaker_named
from clerk.shorthand.table import verb
from clerk.times import read_date

Events = tuple[AnyEvent, ...]
Value = str | int | tuple[str, ...]


class _Read(Struct):
    """The facts of a line so far, and the people who are met by it."""

    context: Context
    facts: dict[str, Value]
    met: list[Person]


def _reads(context: Context, row: Rare) -> _Read:
    read = _Read(context, {}, [])
    typed = dict(zip((fact.name for fact in row.operands), context.line.operands, strict=False))
    typed |= context.line.options
    for fact in row.facts:
        value = typed.get(fact.name, "")
        if value:
            read.facts[fact.name] = _value(read, fact, value)
        elif fact.needed:
            where = f"{fact.name}=" if not fact.operand else f"“{fact.name}”"
            raise Unclear(f"“:{row.verb}” needs {where}, as in {row.example}")
    return read


def _value(read: _Read, fact: Fact, typed: str) -> Value:
    context = read.context
    match fact.kind:
        case "person":
            return context.person(typed).id
        case "people":
            if typed.lower() in ("all", "everyone"):
                return tuple(person for _, person in context.there.acting)
            return context.people(typed)
        case "names":
            return tuple(_named(read, name).id for name in _split_names(typed))
        case "item":
            return context.item_numbered(typed).id
        case "items":
            return context.items(typed)
        case "number":
            return whole_number(typed.replace(",", "").removeprefix("£"))
        case "date":
            try:
                return read_date(typed, day_of(context.meeting)).isoformat()
            except ValueError as error:
                raise Unclear(str(error)) from None
        case "flag":
            return "yes" if _one_of(fact.name, typed, ("yes", "no")) == "yes" else ""
        case "choice":
            return _one_of(fact.name, typed, fact.choices)
        case "choices":
            return tuple(_one_of(fact.name, part, fact.choices) for part in typed.split(",") if part)
        case "words":
            return typed


def _one_of(name: str, typed: str, known: tuple[str, ...]) -> str:
    found = [value for value in known if value == typed.lower()] or [v for v in known if v.startswith(typed.lower())]
    if len(found) != 1:
        raise Unclear(f"“{typed}” is not known for {name}; it can be {', '.join(known)}.{nearest_word(typed, known)}")
    return found[0]


def _split_names(typed: str) -> list[str]:
    return [name.strip() for name in re.split(r",|\s+and\s+", typed.rstrip(".")) if name.strip()]


def _named(read: _Read, name: str) -> Person:
    """A person by name; one who is not known yet is a member of the public, met by this line."""
    context = read.context
    try:
        return context.person(name)
    except Unclear:
        if " " not in name:
            raise
    person = speaker_named(context, name, read.met)
    if person.id not in context.meeting.people and person not in read.met:
        read.met.append(person)
    return person


def _enter(row: Rare) -> None:
    options = " ".join(fact.name for fact in row.options)

    @verb(
        row.verb,
        row.example,
        row.help,
        row.construct,
        *_ALSO.get(row.key, ()),
        words=len(row.operands),
        options=options,
        text=row.text != "",
    )
    def note(context: Context) -> Events:
        if row.text == "must" or (row.key == "DE-13" and "declared" in context.line.operands):
            context.text(f"words, as in {row.example}")
        read = _reads(context, row)
        met = tuple(context.event(PersonMet, person=person, item=None) for person in read.met)
        # That a panel deliberated in private, and with whom, is said in public (EX-04).
        private = False if row.key == "EX-04" else None
        noted = context.event(Noted, construct=row.key, facts=read.facts, text=context.line.text, private=private)
        return (*met, noted, *_follows(context, noted))


_ALSO = {
    "FM-04": ("AT-12",),
    "RE-09": ("MO-02", "DE-14"),
    "PU-09": ("AC-04",),
    "EX-05.decision": ("EX-05",),
}
"""What else a row records, by the item that it is recorded under."""


def _follows(context: Context, noted: Noted) -> Iterable[AnyEvent]:
    """A reply promised in writing is an action too (PU-09)."""
    if noted.construct != "PU-09":
        return
    due = noted.facts.get("due", "")
    owner = str(noted.facts["by"])
    yield context.event(ActionAgreed, owner=owner, task="Reply in writing", due=read_date(str(due)) if due else None)


def line_of(noted: Noted, numbers: Mapping[str, str]) -> Line | None:
    """The line that would record a standing sentence again, items called by their numbers; None for one that is not
    known here."""
    row = rare_of(noted.construct)
    if row is None:
        return None
    given = [fact for fact in row.facts if fact.name in noted.facts]
    typed = {fact.name: _typed(fact, noted.facts[fact.name], numbers) for fact in given}
    operands: list[str] = []
    for fact in row.operands:
        if fact.name not in typed:
            break
        operands.append(typed.pop(fact.name))
    return Line(row.verb, tuple(f'"{word}"' if " " in word else word for word in operands), typed, noted.text)


def _typed(fact: Fact, value: Value, numbers: Mapping[str, str]) -> str:
    values = value if isinstance(value, tuple) else (str(value),)
    if fact.kind in ("item", "items"):
        return "+".join(numbers.get(item) or item for item in values)
    return ",".join(values)


for _row in RARE.values():
    _enter(_row)
