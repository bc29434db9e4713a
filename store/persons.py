"""Persons over meetings: each human has one id in the library, by which meetings, registers and searches know them.

Matched by whole name within the council, never by a surname or by the id that a person has within one meeting: that is
made of the surname, and serves another person next year. Two of one name are kept apart.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from clerk.events import Convened
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.people import Person
from clerk.times import say_date
from store.facts import Facts
from store.library import Library

LONG = timedelta(days=365)
"""After so long without a meeting, one of the same name may be somebody else."""


class Human(Struct, frozen=True):
    """A person as the library knows one: `id` for ever, `name` as last written, of which `council`; an
    `officer` is never a member.

    `also` are the names of those who were joined to this one, which is not kept with it. `known_as` is the id that the
    person had at the last meeting of each body; `group`, `body` and `last` are those of the last meeting of any.
    """

    id: str
    name: str
    council: str = ""
    officer: bool = False
    group: str = ""
    body: str = ""
    last: date | None = None
    also: tuple[str, ...] = ()
    known_as: dict[str, str] = field(default_factory=dict)


class Doubt(Struct, frozen=True):
    """Someone who may be one of these humans, or none of them: `sentence` says who, and what makes it doubtful;
    `likely` is who, where nobody can be asked. `elsewhere`: all that is doubtful is that the one of that name has
    only been at other bodies."""

    person: Person
    humans: tuple[Human, ...]
    sentence: str
    likely: Human | None = None
    elsewhere: bool = False


Ask = Callable[[Sequence[Doubt]], Sequence[Human | None]]
"""Who each person is, where it is doubtful; None for somebody not known yet."""


def likely(doubts: Sequence[Doubt]) -> Sequence[Human | None]:
    """The answer where nobody can be asked: the one of that name; where there are several, none of them."""
    return [doubt.likely for doubt in doubts]


def with_lasting_ids(library: Library, convened: Convened, council: str, ask: Ask = likely) -> tuple[Convened, str]:
    """The meeting with the lasting id of everyone named on its papers, known to the library from now on; and "" or a
    sentence where the library could not be written."""
    known = _read(library, council)
    found: dict[str, Human] = {}
    later: list[Doubt] = []

    def is_(person: Person, human: Human | None) -> None:
        made = human or Human(secrets.token_hex(8), person.name, council, _is_officer(person))
        found[person.id] = replace(
            made,
            name=person.name,
            group=person.group or made.group,
            body=convened.body,
            last=max(filter(None, (made.last, convened.date))),
            also=(),
            known_as={**made.known_as, convened.body: person.id},
        )

    # Whoever was here under the same name and id comes before those of the same name who were not.
    for person in sorted(filter(_lasts, convened.people), key=lambda one: not _here(convened, one, known)):
        taken = {human.id for human in found.values()} | {doubt.humans[0].id for doubt in later}
        same = [one for one in known if _is_called(one, person) and one.id not in taken]
        who = _recognised(convened, person, same) if same else None
        if not isinstance(who, Doubt):
            is_(person, who)
        elif who.elsewhere:
            later.append(who)
        else:
            is_(person, ask([who])[0])
    if later:
        # A committee's members are known from other bodies mostly: one question is for them all.
        for doubt, answer in zip(later, ask(later), strict=True):
            is_(doubt.person, answer)
    said = library.put("persons", [msgspec.to_builtins(one) for one in found.values()])
    people = tuple(replace(one, lasting_id=found[one.id].id) if one.id in found else one for one in convened.people)
    return replace(convened, people=people), said


def learn(library: Library, meetings: Iterable[Meeting], council_of: Callable[[str], str]) -> str:
    """Know from now on who was given a lasting id elsewhere, in meetings that came from another machine; gives "" or a
    sentence where the library could not be written. `council_of` gives the council of a profile."""
    known = {human.id for human in known_people(library)}
    found: dict[str, Human] = {}
    for meeting in sorted(meetings, key=lambda one: one.setup.date if one.setup else date.min):
        setup = meeting.setup
        for person in meeting.people.values() if setup is not None else ():
            if setup is None or not person.lasting_id or person.lasting_id in known or not _lasts(person):
                continue
            before = found.get(person.lasting_id)
            found[person.lasting_id] = Human(
                person.lasting_id, person.name, council_of(setup.profile), _is_officer(person), person.group,
                setup.body, setup.date, known_as={**(before.known_as if before else {}), setup.body: person.id},
            )  # fmt: skip
    return library.put("persons", [msgspec.to_builtins(one) for one in found.values()]) if found else ""


def known_people(library: Library) -> list[Human]:
    """Every human of every council, each under the id that was given, joined to another or not. Never raises."""
    return [one for row in library.rows("persons") if (one := _human(row)) is not None]


def _read(library: Library, council: str) -> list[Human]:
    """The humans of a council, those who were joined being one."""
    joined = Facts(library.home).read().known_by
    rows = (one for one in known_people(library) if one.council == council)
    known: dict[str, Human] = {}
    for human in sorted(rows, key=lambda one: (one.last or date.min, one.id not in joined)):
        id_ = joined.get(human.id, human.id)
        before = known.get(id_)
        known_as = {**(before.known_as if before else {}), **human.known_as}
        also = (*before.also, before.name) if before else ()
        known[id_] = replace(human, id=id_, known_as=known_as, also=also)
    return list(known.values())


def _human(row: object) -> Human | None:
    try:
        return msgspec.convert(row, Human)
    except msgspec.ValidationError:
        return None


def _here(convened: Convened, person: Person, known: Iterable[Human]) -> bool:
    return any(_was(one, convened, person) for one in known if _is_called(one, person))


def _lasts(person: Person) -> bool:
    """Whether someone is known from meeting to meeting: not a member of the public, nor a post without a name."""
    return bool(plain(person.name)) and person.kind != "speaker"


def _is_officer(person: Person) -> bool:
    return person.kind in ("officer", "partner")


def _is_called(human: Human, person: Person) -> bool:
    names = map(plain, (human.name, *human.also))
    return plain(person.name) in names and human.officer == _is_officer(person)


def _was(human: Human, convened: Convened, person: Person) -> bool:
    """Whether this human had this id at the body's last meeting."""
    return human.known_as.get(convened.body) == person.id


def _recognised(convened: Convened, person: Person, same: Sequence[Human]) -> Human | Doubt:
    here = [one for one in same if _was(one, convened, person)]
    twice = sum(_is_called(same[0], one) for one in convened.people) > 1
    if len(here) == 1 and (twice or len(same) > 1):
        return here[0]
    if len(same) > 1:
        several = f"{len(same)} people called {person.name} are known: {'; '.join(map(described, same))}."
        return Doubt(person, tuple(same), several)
    odd = _odd(convened, person, same[0])
    elsewhere = convened.body not in same[0].known_as
    if not twice and not odd and not elsewhere:
        return same[0]
    sentence = f"{person.name}{_in_group(person.group)} has the name of one who is known: {described(same[0])}."
    return Doubt(person, tuple(same), sentence, None if twice else same[0], elsewhere and not odd and not twice)


def _odd(convened: Convened, person: Person, human: Human) -> bool:
    gone = human.last is not None and abs(convened.date - human.last) > LONG
    return gone or bool(person.group and human.group and person.group != human.group)


def said_of(human: Human) -> str:
    """A human in a list: as described, an officer being said to be one."""
    return f"{described(human)}{', officer' if human.officer else ''}{f' [{human.council}]' if human.council else ''}"


def described(human: Human) -> str:
    """A human as a question names one: with the group, the body and the day of the last meeting."""
    when = f", {say_date(human.last)}" if human.last else ""
    return f"{human.name}{_in_group(human.group)} of {human.body}{when}"


def _in_group(group: str) -> str:
    return f" ({group})" if group else ""
