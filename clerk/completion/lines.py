"""How a line of shorthand may go on: verbs, the facts that a verb takes, names; and words where words are typed."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clerk.completion.offers import WORTH
from clerk.facts import Fact
from clerk.meeting.state import Meeting
from clerk.names import plain
from clerk.shorthand.table import Verb

_NAMING = frozenset(("person", "people", "present", "names", "seconder", "moved"))
_LAST = re.compile(r"[^\s,+]*\Z")


class GoesOn(NamedTuple):
    """How a line may go on: the `rests` of the word begun, the best first, or None with the `words` that are being
    typed, to which anything may be offered that is offered in a paragraph."""

    rests: tuple[str, ...] = ()
    words: str | None = None


def goes_on(meeting: Meeting, typed: str, worth: int = WORTH) -> GoesOn:
    """How a line of shorthand that begins with a colon may go on at its end, where that saves so many keys."""
    from clerk.shorthand.verbs import VERBS

    head, text_follows, text = typed.partition(" -- ")
    if text_follows:
        return GoesOn(words=text)
    if head.count('"') % 2:
        return GoesOn(words=head.rpartition('"')[2])
    before, _, last = head.removeprefix(":").rpartition(" ")
    said = [word for word in before.split() if not word.startswith("@")]
    if last.startswith("@"):
        return GoesOn()
    if not said:
        return GoesOn(_rests(last, [name for name in VERBS if last], worth))
    verb = VERBS.get(said[0].lower())
    return GoesOn() if verb is None or not last else GoesOn(_facts(meeting, verb, last, worth))


def action_goes_on(meeting: Meeting, typed: str) -> GoesOn:
    """The same of an action typed in one line: a name after "@", else words."""
    last = typed.rpartition(" ")[2]
    if not last.startswith("@"):
        return GoesOn(words=typed)
    return GoesOn(_rests(last[1:], _names(meeting)) if len(last) > 1 else ())


def _facts(meeting: Meeting, verb: Verb, last: str, worth: int) -> tuple[str, ...]:
    name, given, value = last.partition("=")
    if given:
        fact = next((fact for fact in verb.options if fact.name == name), None)
        return _rests(_begun(value), _values(meeting, fact), worth) if fact is not None and _begun(value) else ()
    begun = _begun(last)
    if not begun:
        return ()
    known = [value for fact in verb.operands for value in _values(meeting, fact)]
    options = [f"{fact.name}=" for fact in verb.options] if begun == last else []
    return _rests(begun, [*known, *options], worth)


def _begun(value: str) -> str:
    """The last of a list."""
    found = _LAST.search(value)
    return found.group() if found else ""


def _values(meeting: Meeting, fact: Fact) -> Iterator[str]:
    if fact.kind in _NAMING:
        yield from _names(meeting)
    yield from (choice for choice in fact.choices if " " not in choice)


def _names(meeting: Meeting) -> list[str]:
    """How people can be typed: those in the room first, by surname, or by id where several have that or it has several
    words."""
    people = sorted(meeting.people.values(), key=lambda person: person.id not in meeting.in_room)
    surnames = [plain(person.surname) for person in people]
    return [
        person.surname.lower() if person.name and surnames.count(surname) == 1 and " " not in surname else person.id
        for person, surname in zip(people, surnames, strict=True)
    ]


def _rests(begun: str, known: Iterable[str], worth: int = WORTH) -> tuple[str, ...]:
    rests = (word[len(begun) :] for word in dict.fromkeys(known) if word.startswith(begun.lower()))
    return tuple(rest for rest in rests if len(rest) >= worth)
