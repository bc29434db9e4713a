"""What the library remembers of a body and its people from one meeting to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from screens.cli.saying import hint, in_a_terminal
from store.library import Library

if TYPE_CHECKING:
    from clerk.events import Convened
    from clerk.people import Person
    from store.packs import Pack, Remembered
    from store.persons import Doubt, Human

Row = Mapping[str, Any]


def remembered(library: Library) -> list[Remembered]:
    """Every body in the library, with its people."""
    from store.packs import Remembered

    return [Remembered(*library.recall(name)) for name in library.bodies()]


def letters_of(library: Library, body: str) -> dict[str, str]:
    """The letters that the seats of a body have, by the names of those who held them."""
    return {
        str(row["name"]): str(row["letter"]) for row in library.recall(body)[1] if row.get("name") and row.get("letter")
    }


def remember(library: Library, convened: Convened, council: str, pack: Pack | None = None) -> str:
    """Remember the body, the council whose rules it goes by, and everyone on it, for its next meeting; `pack` is what
    the meeting was made from, which knows how names were spelt. Returns "" or a sentence."""
    was = known_as(pack, convened.body)
    body, people = library.recall(was or convened.body)
    now = {
        "name": convened.body,
        "short": convened.short,
        "chair_label": convened.chair_label,
        "vice_chair_label": convened.vice_chair_label,
        "quorum": convened.quorum,
        "venue": convened.venue,
        "council": convened.council,
        "style": convened.style,
        **({"profile": council} if council else {}),
        "spellings": _spellings(body, pack.meeting.get("body spelt") if pack else "", convened.body),
    }
    return library.remember(now, [*_here(convened, people, pack), *_gone(convened, people)], was)


def who_is(doubts: Sequence[Doubt]) -> list[Human | None]:
    """Asks who people are of whom the library is not sure; where nobody is at the keyboard, says what is taken. Those
    who are only new to this body are asked about together."""
    if len(doubts) > 1:
        return _from_elsewhere(doubts)
    return [_who_is(doubt) for doubt in doubts]


def _who_is(doubt: Doubt) -> Human | None:
    if not in_a_terminal():
        hint(f"{doubt.sentence} {'They are taken to be one.' if doubt.likely else 'This is taken to be another.'}")
        return doubt.likely
    if len(doubt.humans) == 1:
        return doubt.humans[0] if click.confirm(f"{doubt.sentence} Are they one?", default=True, err=True) else None
    hint(doubt.sentence)
    which = click.IntRange(0, len(doubt.humans))
    number = click.prompt("Which? (1, 2 … in that order; 0: somebody else)", default=0, type=which, err=True)
    return doubt.humans[number - 1] if number else None


def _from_elsewhere(doubts: Sequence[Doubt]) -> list[Human | None]:
    from store.persons import described

    hint(f"{len(doubts)} people here have the names of some who are known from other bodies:")
    for number, doubt in enumerate(doubts, 1):
        hint(f"  {number}. {described(doubt.humans[0])}")
    if not in_a_terminal():
        hint("They are taken to be the same. “clerk people part” parts two who are not.")
        return [doubt.likely for doubt in doubts]
    question = "Are they the same people? (Enter: all are; the numbers of those who are others, as 2 5)"
    while True:
        typed = click.prompt(question, default="", show_default=False, err=True).replace(",", " ").split()
        others = {int(word) for word in typed if word.isdecimal() and 0 < int(word) <= len(doubts)}
        if len(others) == len(set(typed)):
            return [None if number in others else doubt.likely for number, doubt in enumerate(doubts, 1)]
        hint(f"Give numbers from 1 to {len(doubts)}, or nothing.")


def known_as(pack: Pack | None, body: str) -> str:
    """The name under which the library has the body, where that is another."""
    from store.packs.bodies import same_body

    was = pack.meeting.get("known as") if pack else ""
    return was if was != body and same_body(was, body) else ""


def _here(convened: Convened, people: Iterable[Row], pack: Pack | None) -> list[Row]:
    """A row for each person of the meeting."""
    rows = {str(row.get("name")): row for row in people}
    taken = {str(row["id"]): str(row.get("name")) for row in rows.values()}
    seats = {seat.holder: seat for seat in convened.seats if seat.holder}
    spelt = _spelt(pack)
    found: list[Row] = []
    for person in convened.people:
        seat = seats.get(person.id)
        row = {
            **_person(person),
            "id": _own_id(person, taken),
            "role": seat.office if seat else "",
            "substitute": person.id in convened.substitutes,
            "gone": False,
            "spellings": _spellings(rows.get(person.name, {}), spelt.get(person.name, ""), person.name),
        }
        found.append(row | ({"letter": seat.letter} if seat else {}))
    return found


def _person(person: Person) -> dict[str, Any]:
    import msgspec

    return dict(msgspec.to_builtins(person))


def _own_id(person: Person, taken: Mapping[str, str]) -> str:
    """An id that nobody else was remembered by: a new Member may have the surname of one who has gone."""
    free = (person.id, *(f"{person.id}-{number}" for number in range(2, len(taken) + 3)))
    return next(id_ for id_ in free if taken.get(id_, person.name) == person.name)


def _gone(convened: Convened, people: Iterable[Row]) -> list[Row]:
    """Members of earlier meetings who are not on the body any more, where the meeting says who is."""
    here = {person.name for person in convened.people}
    said = {False: bool(convened.seats), True: bool(convened.substitutes)}
    return [
        {"id": row["id"], "gone": True}
        for row in people
        if row.get("kind", "member") in ("member", "co-optee")
        and row.get("name") not in here
        and said[bool(row.get("substitute"))]
    ]


def _spelt(pack: Pack | None) -> dict[str, str]:
    """How the papers spelt each name that is known otherwise."""
    if pack is None:
        return {}
    everyone = (record for kind in ("member", "substitute", "officer") for record in pack.meeting.of(kind))
    return {" ".join(person.get("name").split()): person.get("spelt") for person in everyone}


def _spellings(row: Row, spelling: str, name: str) -> list[str]:
    known = [str(each) for each in row.get("spellings", [])]
    return [each for each in dict.fromkeys([*known, spelling]) if each and each != name]
