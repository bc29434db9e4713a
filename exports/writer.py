"""What every part of the write-up needs: the meeting, the house style, and how to name people and items."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from msgspec.structs import replace

from clerk.agenda import Item
from clerk.events import PersonMet
from clerk.events.event import Event
from clerk.kept import MadeWithNewer
from clerk.lettered import LEAD
from clerk.meeting.elections import elected_to_preside, new_officers
from clerk.meeting.exempt import behind_doors
from clerk.meeting.motions import root_of
from clerk.meeting.openly import openly
from clerk.meeting.parts import Question
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import plain, surnames
from clerk.people import Person
from clerk.texts import Clause, Text, numbers
from exports.amended_lists import ended, evened
from exports.blocks import AnyBlock, Grid, ListEntry, Listing, Prose, Span, Spans
from exports.bodies import Body, wrong_choice
from exports.fitting import goes_on, moved, own_sentence
from exports.grammar import sentences
from exports.naming import POST_ENDS, elsewhere, holder_called
from exports.numbering import printed_numbers
from exports.organisations import BODIES, SPEAKS_FOR
from exports.style import Style, StyleError, capital, listed, referring, small_number

COMMON = ("chair", "the_chair", "committee", "body", "record")
"""The slots that every wording has."""


class Named(NamedTuple):
    """Names as a template lists them, and how many people they are."""

    names: tuple[str, ...]
    people: int


class Writer:
    """A meeting being written up in a house style. Raises `MadeWithNewer` for one that holds what is not known."""

    def __init__(self, meeting: Meeting, style: Style, exempt: bool = True) -> None:
        if meeting.newer:
            raise MadeWithNewer("No draft is made of it")
        meeting = meeting if exempt else openly(meeting)
        self.meeting = meeting
        """What is written up: for the public what the public knows of it, and nothing else."""
        self.style = style
        self.exempt = exempt
        self.body = Body.of(meeting)
        self.numbers = printed_numbers(meeting)
        self._presiding = _presiding_by_event(meeting)
        self._behind_doors = behind_doors(meeting)
        self._check_choices()
        self._named: set[str] = set()
        self._new_chair = "chair" in new_officers(meeting).values()
        self._by_surname = self._surnames_alone()
        self.style = style.with_slots(self.common)

    def _check_choices(self) -> None:
        for name, value in (self.meeting.setup.printing if self.meeting.setup else {}).items():
            if reason := wrong_choice(name, value):
                raise StyleError(f"In the meeting's own “printing”: {reason}")

    def _surnames_alone(self) -> frozenset[str]:
        """Councillors who are printed without a first name (`names`): not two who share a surname."""
        if self.setting("names") != "surname":
            return frozenset()
        members = [person for person in self.meeting.people.values() if person.is_councillor]
        count = Counter(person.surname for person in members)
        return frozenset(person.id for person in members if count[person.surname] == 1)

    @property
    def committee(self) -> str:
        """What the body calls itself: "Committee", "Sub-Committee", "Board"."""
        return self.body.called

    def setting(self, name: str) -> Any:
        """A choice of wording: the body's own, else the house style's."""
        own = self.meeting.setup.printing if self.meeting.setup else {}
        return own.get(name, self.style.settings[name])

    def setup_value(self, name: str) -> Any:
        """A value of the profile that held that night, None where it has none."""
        return self.meeting.setup.settings.get(name) if self.meeting.setup else None

    def words(self, placed: Placed | None, text: str) -> str:
        """Words that go with a fact the public may know. Those recorded behind closed doors are left out of the public
        form, though the fact itself is in it (X6)."""
        return text if placed is None else self.words_of(placed.id, text)

    def words_of(self, event: str, text: str) -> str:
        """The same, of an event by its id."""
        return "" if not self.exempt and event in self._behind_doors else text

    @property
    def chair_label(self) -> str:
        """What the person in the chair is called (FM-03)."""
        return self.meeting.setup.chair_label if self.meeting.setup else "Chairman"

    @property
    def chair(self) -> str:
        """The chair as a sentence begins with it: "The Chairman"."""
        return f"The {self.chair_label}"

    def known(self, id_: str) -> Person:
        """A person by id as the roll has them, also one whose entry was taken back since: an id never prints (A15)."""
        return self.meeting.people.get(id_) or self._taken_back(id_)

    def person(self, id_: str) -> Person:
        """The same as the style names people: by surname alone, say."""
        person = self.known(id_)
        if person.style == "Councillor" and (called := self.setting("councillors")) != "Councillor":
            person = replace(person, title=str(called))
        if person.is_councillor and person.honorific and self.setting("honours") == "everywhere":
            person = replace(person, title=f"{person.style} {person.honorific}")
        return person if id_ not in self._by_surname else replace(person, name=person.surname)

    def _taken_back(self, id_: str) -> Person:
        """The person as any entry had it, taken back or not; without one, somebody."""
        events = (event for entry in reversed(self.meeting.entries) for event in entry.events)
        met = (event.person for event in events if isinstance(event, PersonMet) and event.person.id == id_)
        # An id has no space: what has one was a name in words.
        return next(met, None) or Person(id_, id_ if " " in id_ else "someone whose name was not recorded", "speaker")

    def formal(self, people: Sequence[str]) -> list[str]:
        """People's full names, as the roll has them (A9)."""
        return [self.person(person).formal for person in people]

    def brief(self, id_: str) -> str:
        """The form for one who has been introduced; the full name of one who might be taken for another."""
        person = self.person(id_)
        return person.formal if id_ in self.meeting.called_alike else person.brief

    def narrative(self, id_: str) -> str:
        """A name within narrative: "Councillor" or "Cllr" by setting (section 19, 4)."""
        person = self.person(id_)
        style, _, rest = person.style.partition(" ")
        if style == "Councillor" and self.setting("narrative") != "Councillor":
            return " ".join(filter(None, (str(self.setting("narrative")), rest, person.told)))
        return person.formal

    def public(self, people: Sequence[str]) -> Named:
        """People from outside, by name or, where the body does not print the names of residents, by their number."""
        residents = [id_ for id_ in people if self.person(id_).kind == "speaker"]
        if not residents or self.setting("public_names"):
            names = [self._for_another(name) for name in self.formal(people)]
            return Named(tuple(names), len(people))
        others = [self.person(id_).formal for id_ in people if id_ not in residents]
        number = small_number(len(residents))
        unnamed = self.style.text("PU-03.unnamed", number=number, count=len(residents))
        return Named((unnamed, *others), len(people))

    def of_body(self, id_: str, body: str) -> str:
        """Someone from outside with the organisation that they are of; a resident by no name, where the body that
        meets does not print the names of residents."""
        person = self.person(id_)
        if person.kind != "speaker" or self.setting("public_names"):
            return self.style.text("AT-11", person=person.formal, organisation=body)
        return self.style.text("PU-05", speaker=self.style.text("PU-03.unnamed", number="", count=1), other=body)

    def _for_another(self, name: str) -> str:
        """A resident who was typed with the person for whom they spoke: "Mr Teal for Mrs Rook" (PU-05). A body whose
        name has a "for" keeps it."""
        match = SPEAKS_FOR.match(name)
        if match is None or BODIES.search(match["who"]) or " " not in match["who"]:
            return name
        return self.style.text("PU-05", speaker=match["who"], other=match["other"])

    def mover(self, person: str, placed: Placed) -> str:
        """Someone who does something: "The Chairman" where the chairman presided then, else the full name; whoever took
        the chair that night is named as such; "A Member" where no name was given."""
        if not person:
            return "A Member"
        if self.is_chairman(person, placed):
            return self.chair
        name = capital(self.person(person).formal)
        return f"{name}, in the Chair{POST_ENDS}" if self.presided(person, placed) else name

    def is_chairman(self, person: str, placed: Placed) -> bool:
        """Whether whoever presided at an event is the body's chairman, or was elected to be that; who was elected for
        want of the chairman, that night alone, is not."""
        if not self.presided(person, placed):
            return False
        chairs = [seat.holder for seat in self.meeting.seats.values() if seat.office == "chair"]
        if elected_to_preside(self.meeting, person):
            return True
        # Where another was elected that night, the head names that one so: whoever retires is told by name.
        return not self._new_chair and (not any(chairs) or person in chairs)

    def presided(self, person: str, placed: Placed) -> bool:
        """Whether a person was in the chair at an event."""
        return bool(person) and self._presiding.get(placed.id) == person

    def named_before(self, person: str) -> bool:
        """Whether the minutes have already said who someone is; from now on they have."""
        before = person in self._named
        self._named.add(person)
        return before

    def begin_item(self) -> None:
        """An item is read alone on the web: who someone is stands at the first mention in each."""
        self._named.clear()

    def with_post(self, id_: str) -> str:
        """An officer or a partner by name, with the post at the first mention in an item; what follows the post goes on
        after a comma, but for a stop."""
        person = self.person(id_)
        setup = self.meeting.setup
        if of := elsewhere(person, setup.ours if setup else ""):
            return self.narrative(id_) if self.named_before(id_) else f"{self.narrative(id_)}, {of}{POST_ENDS}"
        if person.kind not in ("officer", "partner") or not person.name:
            return self.narrative(id_)
        if self.named_before(id_):
            return self.brief(id_)
        return f"{person.beside_the_post.formal}, {person.post}{POST_ENDS}" if person.post else person.formal

    def visiting(self, id_: str, said: Sequence[str], name: str) -> str:
        """Someone by `name`; a councillor who does not sit here with the ward or post that is known, at the first
        mention in an item, unless what is `said` of them names it, or names the ward that it is of."""
        person = self.person(id_)
        if person.kind != "councillor" or not person.post or person.apart == person.post or self.named_before(id_):
            return name
        post = plain(person.post).removesuffix(" ward")
        told = [re.sub(r"^as (?:an? |the |local )?", "", plain(one)) for one in said]
        if any(post in one or one in post for one in told if one):
            return name
        return self.style.text("PU-13.post", person=name, post=person.post)

    def holder(self, words: str) -> str:
        """Who was typed in words: one who is known an officer by the post, another by name; else the words (A15)."""
        typed = plain(words)
        known = self.meeting.people.values()
        called = [p for p in known if typed in (plain(p.id), *surnames(p), plain(p.name))] if typed else []
        if len(called) != 1:
            return holder_called(words)
        (person,) = called
        return f"the {person.post}" if person.kind == "officer" and person.post else self.narrative(person.id)

    def item(self, id_: str | None) -> Item | None:
        """An item by id."""
        return self.meeting.items.get(id_ or "")

    def item_numbers(self, items: Sequence[str]) -> str:
        """Items as a sentence names them: "item 8", "items 8 and 9"; "" for none that is known."""
        numbered = [item for item in items if self.item(item) and self.numbers.get(item)]
        titled = [f"‘{self.meeting.items[item].title}’" for item in items if self.item(item) and item not in numbered]
        known = [referring(item, self._told_apart(item)) for item in numbered]
        if titled:
            return listed([*([self.item_numbers(numbered)] if numbered else []), *titled])
        return f"{'item' if len(known) == 1 else 'items'} {listed(known)}" if known else ""

    def _told_apart(self, item: str) -> str:
        """An item's number, with the agenda's own beside it where the order taken has given that to another."""
        printed, own = self.numbers[item], self.meeting.items[item].number
        return printed if own in ("", printed) else f"{printed} (agenda item {own})"

    def prose(self, key: str, placed: Sequence[Placed], more: str = "", /, **facts: Any) -> Prose:
        """A paragraph by its template; `more` goes on in the clerk's own words."""
        spans = self.style.render(key, **{**self.common, **facts})
        if more:
            spans = _and_more(spans, more)
        return Prose(spans=spans, **self.of(key, placed))

    @property
    def common(self) -> dict[str, Any]:
        """What every template may speak of."""
        return {
            "chair": self.chair,
            "the_chair": f"the {self.chair_label}",
            "committee": self.committee,
            "body": self.body.name,
            "record": "an accurate" if self.setting("record") == "accurate" else f"a {self.setting('record')}",
        }

    def of(self, key: str, placed: Sequence[Placed]) -> dict[str, Any]:
        """What a block says of where it came from."""
        first = placed[0].event if placed else Event()
        return {
            "construct": key.split(".")[0],
            "wording": key,
            "events": tuple(p.id for p in placed),
            "item": first.item,
            "private": any(p.id in self.meeting.private for p in placed),
        }

    def joined(self, block: Prose, spans: Spans) -> Prose:
        """A paragraph that goes on with another sentence."""
        return replace(block, spans=(*block.spans, Span(" "), *spans))

    def before(self, placed: Placed) -> Iterator[Placed]:
        """The events that stand before one."""
        return takewhile(lambda other: other.id != placed.id, self.meeting.events)

    def clauses(
        self, text: Text, key: str, placed: Sequence[Placed], printed: Mapping[str, str] | None = None
    ) -> Listing:
        """The text of a question as a list: numbers where it has more than one clause, bullets below their clause.
        `printed` are the numbers where they are not counted from 1: those of clauses put by themselves."""
        printed = printed or numbers(text)
        entries: list[ListEntry] = []
        for clause, line in zip(text, self._first_lines(text), strict=True):
            rest = clause.text.split("\n")[1:]
            first = line if rest or clause is not text[-1] else ended(line)
            alone = len(text) == 1 or not printed.get(clause.id)
            numbered = ListEntry((Span(first),), "number", printed.get(clause.id, ""), clause.depth)
            entries.append(ListEntry((Span(first),), "plain") if alone else numbered)
            entries += [below(line, 0 if len(text) == 1 else clause.depth + 1) for line in rest]
        return Listing(entries=tuple(entries), **self.of(key, placed))

    def _first_lines(self, text: Text) -> list[str]:
        """The first line of each clause, what was moved as a motion is written, or as the officers' own beside it."""
        led = False
        lines: list[str] = []
        put_in: dict[int, bool] = {}
        for place, clause in enumerate(text):
            first, *rest = clause.text.split("\n")
            of = self._moved_in(clause)
            if of is not None:
                under = led and clause.mark != LEAD
                first = moved(first, of, last=clause is text[-1] and not rest, joins=under)
            led = led or clause.mark == LEAD
            lines.append(first)
            if clause.mark != LEAD:
                put_in[place] = of == ""
        if any("\n" in text[place].text or text[place].depth != text[-1].depth for place in put_in):
            return lines
        own = evened([lines[place] for place in put_in], self._recommended(text[0]), list(put_in.values()))
        return [dict(zip(put_in, own, strict=True)).get(place, line) for place, line in enumerate(lines)]

    def _recommended(self, clause: Clause) -> list[str]:
        """The clauses that were recommended, of the text in which a clause stands."""
        came_with = self.meeting.questions.get(clause.id.partition(".")[0])
        of = root_of(self.meeting.questions, came_with).base if came_with is not None else ()
        return [one.text for one in of if one.mark != LEAD]

    def _moved_in(self, clause: Clause) -> str | None:
        """The body that is to do what a clause says, for one that a Member moved; "" for one put among the officers'
        own; None for one that is as their report has it."""
        question = self.meeting.questions.get(clause.id.partition(".")[0])
        of = root_of(self.meeting.questions, question) if question is not None else None
        if of is None or of.kind != "recommendations":
            return self.committee
        return None if question is of and clause in of.base else ""

    def questions(self, labels: Sequence[str]) -> list[Question]:
        """The questions of these labels that are recorded."""
        return [self.meeting.questions[label] for label in labels if label in self.meeting.questions]


def _and_more(spans: Spans, more: str) -> Spans:
    """A sentence and what goes on in its paragraph as it was typed; what is no sentence joins the one before it."""
    if "\n" in more or not spans:
        return (*spans, Span(f" {more}"))
    first, *rest = sentences(more) or [more]
    on = goes_on(first)
    if not on:
        return (*spans, Span(f" {own_sentence(more)}"))
    last = replace(spans[-1], text=spans[-1].text.rstrip("."))
    return (*spans[:-1], last, Span(" ".join([f"{on}.", *rest])))


def below(line: str, depth: int) -> ListEntry:
    """A line that belongs to the clause above it: a bullet, or plain."""
    if line.startswith("- "):
        return ListEntry((Span(line[2:]),), "bullet", depth=depth)
    return ListEntry((Span(line),), "plain", depth=depth)


def said(text: str) -> Spans:
    """What a clerk typed, as spans."""
    return (Span(text),)


def table(header: Sequence[str], rows: Sequence[Sequence[str]], title: str, description: str, **of: Any) -> Grid:
    """A table of one line a cell."""
    cells = tuple(tuple((cell,) for cell in row) for row in rows)
    return Grid(header=tuple(header), rows=cells, title=title, description=description, **of)


def _presiding_by_event(meeting: Meeting) -> dict[str, str | None]:
    changes = {chairing.since: chairing.person for chairing in meeting.chairs}
    presiding: str | None = None
    found: dict[str, str | None] = {}
    for placed in meeting.events:
        presiding = changes.get(placed.id, presiding)
        found[placed.id] = presiding
    return found


Writes = dict[type, Callable[[Writer, Placed, Any], list[AnyBlock]]]
"""What is written of events, by their class: each subject's file says it of its own (`WRITES`)."""
