"""From a line to a gesture: each word of it to what the verb takes there, by id. What it does not take is refused."""

import re
from collections.abc import Callable, Container, Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from clerk.facts import NO_NAME, SEVERAL, Fact
from clerk.meeting.attendance import expected
from clerk.meeting.fold import before
from clerk.meeting.state import Meeting
from clerk.names import NobodyCalled, Unclear, nearest_word, plain
from clerk.people import Person
from clerk.shorthand.ballots import VOID, coopts, read_ballot
from clerk.shorthand.context import Context, on_that_night
from clerk.shorthand.gesture import Gesture, Place, Value
from clerk.shorthand.line import PARAGRAPH, Line
from clerk.shorthand.met import person_called
from clerk.shorthand.scope import (
    Named,
    Scope,
    choices_of,
    events_named,
    joined_choice,
    number_of,
    one_of,
    several_days,
    split_list,
)
from clerk.shorthand.table import Verb, find_verb
from clerk.times import is_bare, read_date, read_moment, read_time

EVERYONE = ("all", "everyone")


def resolve(
    meeting: Meeting,
    line: Line,
    item: str | None,
    now: datetime | None = None,
    *,
    by_id: bool = False,
    there: Meeting | None = None,
) -> Gesture:
    """The gesture that a line says, for a clerk who writes under `item`. `there` is the meeting as it stood where the
    line stands, where that is known. With `by_id` people are named by id alone. Raises `Unclear`."""
    if line.verb == "person":
        line = replace(line, options={_AS_IN_THE_FILE.get(name, name): said for name, said in line.options.items()})
    place = _place(meeting, line)
    if line.verb == PARAGRAPH:
        return Gesture(PARAGRAPH, text=line.text, place=place)
    verb = find_verb(line.verb, placed=not place.is_last)
    context = Context.of(meeting, Gesture(verb.name, text=line.text, place=place), item, now)
    if there is not None:
        context = replace(context, there=there)
    reading = _Reading(verb, context, Scope(meeting, context.there, context.here, now, by_id))
    reading.check(line)
    if verb.name == "correct":
        return _correction(reading, line)
    reading.read(_typed(verb, line))
    return reading.gesture()


_AS_IN_THE_FILE = {"organisation": "org", "party": "group"}
"""What the file of a meeting or its clerk calls a fact about a person, and how the shorthand has it."""


def _place(meeting: Meeting, line: Line) -> Place:
    if line.before or line.after:
        return Place(
            before=events_named(meeting, line.before)[0] if line.before else "",
            after=events_named(meeting, line.after)[-1] if line.after else "",
        )
    return Place(on_that_night(meeting, line.at, line.bare)) if line.at else Place()


def _correction(reading: "_Reading", line: Line) -> Gesture:
    """`:correct e41 in oak`: a line within the line, resolved as things stood at the event."""
    meeting, item = reading.context.meeting, reading.context.item
    if not line.operands:
        raise Unclear("“:correct” needs what to correct: :correct e41 in oak.")
    named = events_named(meeting, line.operands[0])
    if line.before or line.after:
        raise Unclear("What is put right stands where it stood; :move takes it elsewhere.")
    options: dict[str, Value] = {"event": named}
    rest = line.operands[1:]
    if rest and rest[0].startswith("@"):
        raise Unclear(f"A time stands before the verb: :{rest[0]} correct {line.operands[0]}.")
    if rest:
        old = next(placed.event for placed in meeting.events if placed.id == named[0])
        inner = Line(rest[0].lower(), rest[1:], line.options, line.text, line.at, number=line.number, bare=line.bare)
        options["line"] = resolve(
            meeting, inner, old.item or item, by_id=reading.scope.by_id, there=before(meeting, named[0])
        )
        return Gesture("correct", options=options)
    if line.options:
        raise Unclear(f"“{next(iter(line.options))}=” says nothing without a verb, as in :correct e41 in oak.")
    return Gesture("correct", options=options, text=line.text, place=reading.context.gesture.place)


def _typed(verb: Verb, line: Line) -> dict[str, str]:
    """What was typed for each fact. A word that is one of a choice may stand anywhere among the operands."""
    words = list(line.operands)
    typed: dict[str, str] = {}
    operands = list(verb.operands)
    for fact in [fact for fact in operands if fact.kind == "choice" and len(operands) > 1 and fact is operands[-1]]:
        if found := next((word for word in words[1:] if word.lower() in fact.choices), None):
            typed[fact.name] = found
            words.remove(found)
            operands.remove(fact)
    for fact in operands:
        if not words:
            break
        if fact.kind == "person" and words[0].lower() in NO_NAME and any(f.kind == "seconder" for f in operands):
            # "duly" alone: moved and seconded, by whom nobody wrote down.
            continue
        if fact.kind in SEVERAL:
            typed[fact.name] = " ".join(words)
            words = []
        else:
            typed[fact.name] = words.pop(0)
    if words:
        raise Unclear(
            f"“{words[0]}” is one word too many for “:{verb.name}”. Several names are joined by commas, and words that "
            'belong together stand in "quotes".'
        )
    rest = next((fact.choices for fact in verb.facts if fact.name == "rest"), ())
    for key, said in line.options.items():
        name, value = ("rest", key) if key in rest and said.lower() == "rest" else (key, said)
        if name in typed:
            raise Unclear(f"“{name}” is said twice in this “:{verb.name}”: “{typed[name]}” and “{value}”.")
        typed[name] = value
    return typed


_ONE_THING_EACH = frozenset({"vote", "present", "ballot"})
"""Verbs of whose facts each person is in one alone: one side of a vote, in the room or out of it."""


class _Reading(Struct):
    """A line being read: the facts so far, and who was named by name, by a party's name, and for the first time."""

    verb: Verb
    context: Context
    scope: Scope
    facts: dict[str, Value] = field(default_factory=dict)
    by_party: dict[str, list[Named]] = field(default_factory=dict)
    met: list[Person] = field(default_factory=list)
    at: datetime | None = None
    typed: Mapping[str, str] = field(default_factory=dict)

    def check(self, line: Line) -> None:
        """Raises `Unclear` where the line has something that the verb does not take."""
        known = [fact.name for fact in self.verb.facts]
        for key, value in line.options.items():
            if key not in known and not any(fact.kind == "line" for fact in self.verb.facts):
                takes = f" It takes {', '.join(f'{name}=' for name in known)}." if known else ""
                raise Unclear(f"“:{self.verb.name}” has no “{key}=”.{nearest_word(key, known) or takes}")
            if not value.strip() and not self.scope.by_id:
                raise Unclear(self._nothing_after(key, line))
        if line.text and not self.verb.text:
            raise Unclear(f"“:{self.verb.name}” takes no words after “--”. Type them as a paragraph of their own.")
        if " -> " in line.text and self.verb.form in ("clause", "phrase", "cause", "deed", "sentence"):
            raise Unclear(
                f"“->” stands between a question and its answer (:ask) or between old words and new (:erratum), and "
                f"would be printed as it is. Put what “:{self.verb.name}” is to say into words."
            )

    def _nothing_after(self, key: str, line: Line) -> str:
        """What is to be said for `key=`, and what stands before it: words meant for it are easily typed there."""
        needed = any(fact.name == key and fact.needed for fact in self.verb.facts)
        first = [fact for fact in self.verb.facts if fact.operand and fact.needed]
        if needed and first and not line.operands:
            return f"First the {first[0].name}, then (Tab) “{key}=”: both are wanted."
        said = f"“{key}=” has nothing after it. " + ("Say what." if needed else "Say what, or leave it out.")
        if needed and len(first) == 1 and first[0].kind == "words":
            said += f" “{' '.join(line.operands)}” stands for the {first[0].name}."
        return said

    def read(self, typed: Mapping[str, str]) -> None:
        """Reads all that was typed. Of whom a party's name is meant may hang on all other facts, so people go last."""
        self.typed = typed
        facts = [fact for fact in self.verb.facts if typed.get(fact.name, "").strip()]
        for fact in sorted(facts, key=lambda fact: fact.kind == "people"):
            if (value := self._value(fact, typed[fact.name].strip())) is not None:
                self.facts[fact.name] = value
        self._part_parties()
        missing = next((fact for fact in self.verb.facts if fact.needed and not typed.get(fact.name, "").strip()), None)
        if missing is not None:
            what = f"{missing.name}=" if not missing.operand else _WANTED.get(missing.kind, f"“{missing.name}”")
            raise Unclear(f"“:{self.verb.name}” needs {what}, as in {self._example}")
        if self.verb.text == "must" and not self.context.gesture.text:
            shown = self.verb.usage.split(" · ")[0].strip()
            raise Unclear(f"“:{self.verb.name}” needs words after “--”, as in {shown}")

    @property
    def _example(self) -> str:
        return self.verb.usage.split(" · ")[0].strip()

    def gesture(self) -> Gesture:
        """The gesture that was read."""
        facts = dict(self.facts)
        place = self.context.gesture.place
        if self.at is not None:
            place = Place(self.at)
        return replace(
            self.context.gesture,
            who=_ids(facts.pop("who", ())),
            items=_ids(facts.pop("items", ())),
            options=facts,
            place=place,
            met=tuple(self.met),
        )

    def _value(self, fact: Fact, typed: str) -> Value | None:
        try:
            return _READ[fact.kind](self, fact, typed)
        except ValueError as error:
            if isinstance(error, Unclear):
                raise
            raise Unclear(str(error)) from None

    def people(self, fact: Fact, typed: str) -> tuple[str, ...]:
        """A list of people; a party's name stands for its members of whom this can be said."""
        if typed.lower() in EVERYONE:
            return self._somebody(self.scope.everyone())
        among = self._among() if self.verb.among else None
        named = [self.scope.named(word, among) for word in split_list(typed)]
        if not named:
            raise Unclear("A name is missing here.")
        self.by_party[fact.name] = [one for one in named if one.party]
        return tuple(dict.fromkeys(person for one in named for person in one.people))

    def _somebody(self, people: tuple[str, ...]) -> tuple[str, ...]:
        if not people:
            raise Unclear("Nobody acts on this body yet, so this can be said of nobody.")
        return people

    def _among(self) -> Container[str] | None:
        assert self.verb.among is not None
        return self.verb.among(replace(self.context, gesture=self.gesture(), heard=set()))

    def _part_parties(self) -> None:
        """Whoever is named apart from the party is not meant by its name in another fact of the line, where it says of
        each one thing only: who challenges may well dissent too."""
        if self.verb.name not in _ONE_THING_EACH:
            return
        apart = {name: self._by_name(name) for name in self.by_party}
        for name, parties in self.by_party.items():
            elsewhere = {person for other, people in apart.items() if other != name for person in people}
            of_party = {person for one in parties for person in one.people} - set(apart[name])
            value = self.facts[name]
            assert isinstance(value, tuple)
            self.facts[name] = tuple(p for p in _ids(value) if p not in (of_party & elsewhere))

    def _by_name(self, name: str) -> list[str]:
        of_party = {person for one in self.by_party[name] for person in one.people}
        return [person for person in _ids(self.facts[name]) if person not in of_party]

    def names(self, typed: str) -> tuple[str, ...]:
        """People by name, of whom some may not be known yet: those are members of the public, met by this line."""
        if typed.lower() in EVERYONE:
            return self._somebody(self.scope.everyone())
        if '"' not in typed and typed.casefold().endswith(tuple(f" and {p}" for p in ("others", "another"))):
            raise Unclear("Name each of them, with commas between the names.")
        words = [word for part in split_list(typed.rstrip(".")) for word in re.split(r"\s+and\s+", part)]
        if not (named := [word.strip() for word in words if word.strip()]):
            raise Unclear("A name is missing here.")
        return tuple(dict.fromkeys(self._named(word) for word in named))

    def _named(self, name: str) -> str:
        try:
            return self.scope.person(name).id
        except NobodyCalled:
            if " " not in name:
                raise
        person = person_called(self.context.meeting, name, self.met)
        if person.id not in self.context.meeting.people and person not in self.met:
            self.met.append(person)
        return person.id

    def ballot(self, typed: str) -> tuple[tuple[str, int], ...]:
        """The votes of a ballot; who applies to be co-opted may be somebody who is not known yet."""
        self.facts |= {VOID: True} if typed.split()[0] == VOID else {}
        new = coopts(self.context.meeting, self.context.here, self.typed.get("to", ""))
        find = self._named if new else lambda name: self.scope.person(name).id
        return read_ballot(typed, find)

    def present(self, typed: str) -> tuple[str, ...]:
        """People; "rest" is all who sent no word."""
        if typed.lower() in ("rest", *EVERYONE):
            return expected(self.context.there)
        return self.people(Fact("who", "people"), typed)

    def clock(self, typed: str) -> None:
        """The time of the entry itself."""
        at = self.hour(typed)
        placed = self.context.gesture.place
        if not placed.is_last and placed.at != at:
            raise Unclear(f"The line says when twice: “{typed}” stands beside another place. Leave one of them out.")
        self.at = at

    def hour(self, typed: str) -> datetime:
        """A time of the meeting's own night."""
        return on_that_night(self.context.meeting, read_time(typed), is_bare(typed))

    def past(self) -> date | None:
        """The day before which a date without a year must lie: that after the meeting's own."""
        setup = self.context.meeting.setup
        return setup.date + timedelta(days=1) if setup else None

    def day(self, typed: str) -> date:
        """A date; one without a year is the first such after the meeting."""
        setup = self.context.meeting.setup
        return read_date(typed, setup.date if setup else None)


def _ids(value: Value) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, tuple) else (str(value),)


def _person(reading: _Reading, fact: Fact, typed: str) -> Value:
    """One person; a list of several is refused as that."""
    try:
        id_ = reading.scope.person(typed).id
    except NobodyCalled:
        if met := [person for person in reading.met if plain(typed) in (plain(person.name), plain(person.surname))]:
            # Whom the same line has just made known.
            return met[0].id
        if len(split_list(typed)) < 2:
            raise
        what = "" if fact.operand else f" after “{fact.name}=”"
        text = f"“:{reading.verb.name}” takes one person{what}, and “{typed}” names several. Type a line for each."
        raise Unclear(text) from None
    return (id_,) if fact.name == "who" else id_


def _item(reading: _Reading, fact: Fact, typed: str) -> Value:
    """An item; "after=0" is the head of the agenda."""
    if fact.name == "after" and typed == "0":
        return typed
    id_ = reading.scope.item_numbered(typed).id
    return (id_,) if fact.name == "items" else id_


def _flag(fact: Fact, typed: str) -> bool:
    return one_of(fact.name, typed, ("yes", "no")) == "yes"


Read = Callable[[_Reading, Fact, str], Value | None]
_READ: dict[str, Read] = {
    "person": lambda reading, fact, typed: _person(reading, fact, typed),
    "people": lambda reading, fact, typed: reading.people(fact, typed),
    "present": lambda reading, fact, typed: reading.present(typed),
    "names": lambda reading, fact, typed: reading.names(typed),
    "seconder": lambda reading, fact, typed: reading.scope.seconder(typed),
    "moved": lambda reading, fact, typed: reading.scope.moved(typed),
    "item": lambda reading, fact, typed: _item(reading, fact, typed),
    "items": lambda reading, fact, typed: reading.scope.items_named(typed),
    "question": lambda reading, fact, typed: reading.scope.question(typed).id,
    "questions": lambda reading, fact, typed: tuple(
        dict.fromkeys(reading.scope.question(label.strip()).id for label in re.split(r"[+,]", typed) if label.strip())
    ),
    "vote": lambda reading, fact, typed: reading.scope.vote(typed).id,
    "event": lambda reading, fact, typed: reading.scope.events(typed)[-1 if fact.name == "after" else 0],
    "entry": lambda reading, fact, typed: reading.scope.events(typed),
    "words": lambda reading, fact, typed: typed,
    "loose": lambda reading, fact, typed: typed,
    "line": lambda reading, fact, typed: typed,
    "number": lambda reading, fact, typed: number_of(fact, typed),
    "date": lambda reading, fact, typed: reading.day(typed),
    "day": lambda reading, fact, typed: reading.day(typed),
    "dates": lambda reading, fact, typed: several_days(typed, reading.past()),
    "moment": lambda reading, fact, typed: read_moment(typed, reading.past()),
    "clock": lambda reading, fact, typed: reading.clock(typed),
    "hour": lambda reading, fact, typed: reading.hour(typed),
    "flag": lambda reading, fact, typed: _flag(fact, typed),
    "joined": lambda reading, fact, typed: joined_choice(fact, typed),
    "choice": lambda reading, fact, typed: one_of(
        "" if fact.operand else fact.name, " ".join(typed.lower().split()), fact.choices
    ),
    "choices": lambda reading, fact, typed: choices_of(fact, typed),
    "ballot": lambda reading, fact, typed: reading.ballot(typed),
}
"""How each kind of fact is read."""

_WANTED = {
    "person": "a name",
    "people": "names",
    "present": "names, or “rest”",
    "names": "names",
    "moved": "who moved, and who seconded",
    "item": "the item's number",
    "items": "the items",
    **dict.fromkeys(("event", "entry"), "what it is of (e41, v3)"),
    **dict.fromkeys(("day", "dates"), "a date"),
    "ballot": "names, each with its votes",
}
