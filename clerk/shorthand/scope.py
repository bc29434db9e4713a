"""From text to ids: the people, parties, items, questions, votes and events that words on a line mean.

Names are resolved here and nowhere else. In this order: a person's id, a whole name, a surname or initials, a party's
whole name, parts of either. A word that fits a person and a party is refused; `group:green` is always the party and
`id:green` always the person.
"""

import re
from collections.abc import Container, Iterable
from datetime import date, datetime

from msgspec import Struct

from clerk.agenda import Item, as_called
from clerk.facts import NO_NAME, Fact
from clerk.meeting.exempt import out_of_reach
from clerk.meeting.motions import NEWEST, newest_to_put
from clerk.meeting.parts import Question, Vote
from clerk.meeting.state import Meeting
from clerk.names import NobodyCalled, Unclear, find_person, fits_whole, names_alone, nearest_word, plain
from clerk.people import Person, Seat
from clerk.saying.exempt import waits_in_private
from clerk.times import read_date

_GROUP, _ID = "group:", "id:"
_CHAIR = ("chair", "chairman", "chairwoman", "chairperson")
_VICE = tuple(f"{before}{chair}" for before in ("vice-", "deputy-") for chair in _CHAIR)


class Named(Struct, frozen=True):
    """What one word of a list means: one person, or the members of a party who are meant."""

    people: tuple[str, ...]
    party: str = ""


class Scope(Struct, frozen=True):
    """What words on a line are looked up in: `meeting` is all that is recorded, `there` the meeting as it stood where
    the line stands, `item` the one it belongs under. `now` is the clock where the meeting is live. With `by_id` people
    are named by their ids alone, as a key names them."""

    meeting: Meeting
    there: Meeting
    item: str | None
    now: datetime | None = None
    by_id: bool = False

    def person(self, typed: str) -> Person:
        """The person meant; "chair", or what this body calls its own ("mayor"), is whoever presides, "vice-chair" who
        has that office. Raises `Unclear`."""
        people = self.meeting.people
        if typed.casefold().startswith(_ID) or (self.by_id and typed in people):
            id_ = typed[len(_ID) :] if typed.casefold().startswith(_ID) else typed
            if id_ not in people:
                raise NobodyCalled(f"There is nobody with the id “{id_}” here.")
            return people[id_]
        return people.get(self._in_office(typed)) or find_person(people.values(), typed)

    def _in_office(self, typed: str) -> str:
        """Who presides, or is vice-chair, where a word means that office and nobody is called so; "" for any other."""
        said, setup = typed.casefold().replace(" ", "-"), self.there.setup
        labels = (setup.chair_label, setup.vice_chair_label) if setup else ("", "")
        chair, vice = (label.casefold().replace(" ", "-") for label in labels)
        if said in (*_CHAIR, chair) and not fits_whole(self.meeting.people.values(), typed):
            return self.there.presiding or ""
        if said in (*_VICE, vice) and not fits_whole(self.meeting.people.values(), typed):
            held = [seat.holder for seat in self.there.seats.values() if seat.office == "vice-chair" and seat.holder]
            return held[0] if len(held) == 1 else ""
        return ""

    def seconder(self, typed: str) -> str:
        """A person, "duly" or "none", or "without" where none is wanted."""
        return typed.lower() if typed.lower() in NO_NAME else self.person(typed).id

    def moved(self, typed: str) -> tuple[str, ...]:
        """Who moved and who seconded, whose name may not have been given: "oak,elm", "oak,duly"."""
        mover, *seconder = split_list(typed) or [""]
        if len(seconder) > 1 or mover.lower() in NO_NAME:
            raise Unclear("“by=” is who moved and who seconded: by=oak,elm, or by=oak,duly where no name was given.")
        by, second = self.person(mover).id, self.seconder(seconder[0]) if seconder else "without"
        if second == "none":
            raise Unclear("What was not seconded fell, and is not put. Record the motion: :motion oak none -- TEXT.")
        if second == by:
            raise Unclear("“by=” is who moved and who seconded, and names one person twice. Say who seconded.")
        return (by,) if second == "without" else (by, second)

    def named(self, typed: str, among: Container[str] | None = None) -> Named:
        """What a word of a list of people means. A party stands for its members who act, or those `among` them.
        Raises `Unclear`, naming both, where it fits a person and a party."""
        if typed.casefold().startswith(_GROUP):
            return self._members_of(self._party(typed[len(_GROUP) :]), among)
        if self.by_id or typed.casefold().startswith(_ID):
            return Named((self.person(typed).id,))
        whole, begun = self._parties_called(typed)
        everyone = self.meeting.people.values()
        if (not whole and not begun) or self._in_office(typed) or names_alone(everyone, typed):
            return Named((self.person(typed).id,))
        if fits_whole(everyone, typed):
            if whole:
                raise Unclear(self._both(self._meant_by(typed), whole[0], typed))
            return Named((self.person(typed).id,))
        if whole:
            return self._members_of(whole[0], among)
        try:
            person = self.person(typed)
        except NobodyCalled:
            return self._members_of(self._party(typed), among)
        raise Unclear(self._both(person.formal, begun[0], typed))

    def _parties_called(self, typed: str) -> tuple[list[str], list[str]]:
        """The parties of that name, and those whose name begins so."""
        wanted = plain(typed)
        whole = [party for party in self.parties if plain(party) == wanted]
        return whole, [party for party in self.parties if wanted and plain(party).startswith(wanted)]

    def _meant_by(self, typed: str) -> str:
        try:
            return self.person(typed).formal
        except Unclear as error:
            return str(error).partition(" could be ")[2].partition(". Type a little more")[0]

    def _both(self, person: str, party: str, typed: str) -> str:
        of_person = next((f"id:{p.id}" for p in self.meeting.people.values() if p.formal == person), "the name in full")
        return (
            f"“{typed}” is {person}, and the party {party}. Type {of_person} for the one, or group:{_word(party)} for "
            "the other."
        )

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of those who act on the body, each once."""
        people = self.meeting.people
        acting = {person for _, person in self.there.acting} | {seat.holder for seat in self.meeting.seats.values()}
        return tuple(dict.fromkeys(one.group for one in people.values() if one.group and one.id in acting))

    def _party(self, typed: str) -> str:
        wanted = plain(typed)
        found = [party for party in self.parties if plain(party) == wanted]
        found = found or [party for party in self.parties if wanted and plain(party).startswith(wanted)]
        if len(found) != 1:
            shown = ", ".join(self.parties) or "none"
            raise Unclear(f"There is no party “{typed}” here. Parties: {shown}.")
        return found[0]

    def _members_of(self, party: str, among: Container[str] | None) -> Named:
        people = self.meeting.people
        acting = [person for _, person in self.there.acting if people[person].group == party]
        meant = tuple(person for person in acting if among is None or person in among)
        if not meant:
            raise Unclear(f"There is nobody of {party} of whom this can be said now.")
        return Named(meant, party)

    def everyone(self) -> tuple[str, ...]:
        """All who act on the body and are there; before the roll, all who act and sent no word that they are absent."""
        acting = tuple(person for _, person in self.there.acting)
        if self.there.roll_called:
            return tuple(p for p in acting if p in self.there.in_room)
        apologies = self.there.apologies
        return tuple(p for p in acting if p not in apologies or apologies[p].kind != "absence")

    def seat_of(self, person: str) -> Seat:
        """The seat that a person holds. Raises `Unclear` where there is none."""
        seats = (*self.there.seats.values(), *self.meeting.seats.values())
        seat = next((seat for seat in seats if seat.holder == person), None)
        if seat is None:
            raise Unclear(f"{self.meeting.name(person)} holds no seat on this body.")
        return seat

    def item_numbered(self, typed: str) -> Item:
        """The item with a number on the agenda, with a title or the beginning of one, or an item's id. Raises
        `Unclear`."""
        wanted = as_called(typed)
        items = self.meeting.items
        found = next((item for item in items.values() if item.called == wanted), items.get(wanted))
        found = found or self._item_titled(typed)
        if found is None:
            shown = ", ".join(item.number or f"“{item.title}”" for item in items.values())
            raise Unclear(f"There is no item “{typed}” on the agenda. Items: {shown}.")
        return found

    def _item_titled(self, typed: str) -> Item | None:
        """The item whose title is so, begins so or has these words. Raises `Unclear` where several do."""
        wanted = " ".join(plain(typed.strip('"“”')).split())
        titles = {item.id: " ".join(plain(item.title).split()) for item in self.meeting.items.values()}
        if len(wanted) < 3:
            return None
        for fits in (str.__eq__, str.startswith, lambda title, words: f" {words}" in f" {title}"):
            found = [self.meeting.items[id_] for id_, title in titles.items() if fits(title, wanted)]
            if len(found) > 1:
                shown = ", ".join(f"“{item.title}”" for item in found)
                raise Unclear(f"“{typed}” may be {shown}. Type a little more, or the number.")
            if found:
                return found[0]
        return None

    def items_named(self, typed: str) -> tuple[str, ...]:
        """The ids of the items of a list, by number or title; what stands in quotes is one. Raises `Unclear`."""
        if '"' not in typed and not re.search(r"[+,]", typed) and re.search(r"[^\W\d_]{3}", typed):
            return (self.item_numbered(typed).id,)
        parts = re.findall(r'"[^"]+"|[^+,\s"]+', typed)
        found = [self.item_numbered(part.strip('"')) for part in parts]
        if twice := next((item for n, item in enumerate(found) if item in found[:n]), None):
            raise Unclear(f"Item {twice.number or twice.title} stands twice in “{typed}”.")
        return tuple(item.id for item in found)

    @property
    def questions(self) -> dict[str, Question]:
        """Every question by its label, as it stood at the place of the line where it was moved by then."""
        return {**self.meeting.questions, **self.there.questions}

    @property
    def votes(self) -> dict[str, Vote]:
        """Every vote by its label, as it stood at the place of the line where it was taken by then."""
        return {**self.meeting.votes, **self.there.votes}

    def question(self, typed: str) -> Question:
        """The question with a label, whatever its case. Raises `Unclear`."""
        found = next((q for label, q in self.questions.items() if label.lower() == typed.lower()), None)
        if found is None:
            moved = [open_.id for open_ in self.there.open_questions]
            shown = f" Open: {', '.join(moved)}." if moved else ""
            item = next((one for one in self.meeting.items.values() if one.called == as_called(typed)), None)
            under = f" “{typed}” is an item: what is said of it is recorded under it (:under {typed})." if item else ""
            raise Unclear(f"There is no question “{typed}”.{under}{shown}")
        return found

    def open_question(self, what: str = "put") -> Question:
        """The open question of this item that something is said of without its label: the newest; to be amended, the
        newest that is no amendment; withdrawn, fallen or accepted, the newest that was moved. Raises `Unclear` where
        there is none: what was left open elsewhere is reached by its label."""
        find = NEWEST.get(what, newest_to_put)
        question = find(self.there, self.item)
        if question is None:
            item = self.meeting.items.get(self.item or "")
            where = f" under item {item.number}" if item and item.number else ""
            be = {"fell": "to have fallen", "not put": "to stay unput"}.get(what, f"to be {what}")
            first = self._to_change_what_was_decided() if what == "amended" else ""
            first = first or "Move a motion first (m or n)."
            raise Unclear(f"Nothing is open{where} {be}. {first}{self._elsewhere(what)}")
        return question

    def _to_change_what_was_decided(self) -> str:
        """How what the item decided tonight is changed; "" where it has decided nothing."""
        votes = (vote for vote in self.there.votes.values() if vote.carried and not vote.superseded)
        labels = [label for vote in votes for label in vote.questions]
        here = [q.id for label in labels if (q := self.there.questions.get(label)) and q.item == self.item]
        if not here:
            return ""
        return (
            f"{here[-1]} was carried: what was decided is changed by a motion that says so (:motion oak elm -- That in "
            "the decision … read …), a slip of the record by :correct."
        )

    def _elsewhere(self, what: str) -> str:
        """The questions that are open and can be reached by their labels alone, with how."""
        private = [question.id for question in out_of_reach(self.there, self.item)]
        others = [q.id for q in self.there.open_questions if q.item != self.item and q.id not in private]
        said = f" Open elsewhere, by its label: {', '.join(others)}." if others else ""
        for q in (q for q in self.there.questions.values() if q.lapsed and q.item == self.item):
            by = "the item was refused" if q.lapsed == "refused" else f"{q.lapsed} was carried"
            said += f" {q.id} lapsed, since {by}; only its label reaches it."
        return f"{said} {waits_in_private(self.there, self.item, what)}".rstrip()

    def vote(self, typed: str = "") -> Vote:
        """The vote with a label, or the last one taken. Raises `Unclear`."""
        if typed:
            found = next((vote for label, vote in self.votes.items() if label.lower() == typed.lower()), None)
            if found is None:
                raise Unclear(f"There is no vote “{typed}”.{nearest_word(typed, self.votes)}")
            return found
        current = [vote for vote in self.there.votes.values() if not vote.superseded]
        if not current:
            raise Unclear("No vote has been taken yet.")
        return current[-1]

    def events(self, typed: str) -> tuple[str, ...]:
        """The events that a label names, all those of an entry. Raises `Unclear` where there is none."""
        return events_named(self.meeting, typed)


def events_named(meeting: Meeting, typed: str) -> tuple[str, ...]:
    """The event that a label names ("v3", "A2", "41.1"), or all of an entry that stand ("e41"), in their order. Raises
    `Unclear` where there is none."""
    key = typed.lower()
    by_label = {label.lower(): vote.event for label, vote in meeting.votes.items()}
    by_label |= {label.lower(): question.event for label, question in meeting.questions.items() if question.event}
    by_label |= {label.lower(): put.event for put in meeting.puts for label in put.questions if label.startswith("r")}
    ids = {placed.id for placed in meeting.events}
    for id_ in (by_label.get(key), key.removeprefix("e")):
        if id_ in ids:
            return (str(id_),)
    entry = [id_ for id_ in ids if id_.partition(".")[0] == key.removeprefix("e")]
    if entry:
        return tuple(sorted(entry, key=lambda id_: int(id_.partition(".")[2])))
    raise Unclear(f"Nothing recorded is called “{typed}”.{nearest_word(key, by_label)}")


_PARTS = re.compile(r'(?:"[^"]*"|[^,"])+')


def split_list(typed: str) -> list[str]:
    """The words of a list that are parted by commas; what stands in quotes is one."""
    return [word for part in _PARTS.findall(typed) if (word := part.replace('"', "").strip())]


def number_of(fact: Fact, typed: str) -> int:
    """A number as an option takes it: a sum of money may be of millions ("£1.5m"), nought says nothing but of what is
    counted from there."""
    flat = typed.replace(",", "").removeprefix("£").lower()
    money = re.fullmatch(r"(\d{1,9})(?:\.(\d{1,6}))?([km]?)", flat) if fact.name == "amount" else None
    if money:
        noughts = {"": 0, "k": 3, "m": 6}[money[3]]
        more = (money[2] or "").rstrip("0")
        if len(more) > noughts:
            raise Unclear(f"“{typed}”: give it in whole pounds.")
        number = int(f"{money[1]}{more.ljust(noughts, '0')}")
    else:
        number = whole_number(flat)
    if not number and fact.name not in ("abstain", "nth"):
        raise Unclear(f"“{fact.name}={typed}” says nothing: leave it out, or give a number from 1.")
    return number


def whole_number(typed: str) -> int:
    """A number as typed. Raises `Unclear` where it is none, or has more digits than anything here can count."""
    if not typed.isdecimal() or len(typed) > 6:
        raise Unclear(f"“{typed}” is not a number that can be meant here.")
    return int(typed)


SHORT = {"no": "no vote", "pre": "predetermination", "disclosable pecuniary": "dpi"}
SHORT |= {"nri": "non-registrable", "non-registerable": "non-registrable", "not registrable": "non-registrable"}
SHORT |= {"ori": "other registrable", "other registerable": "other registrable"}
SHORT |= {"closed mind": "predetermination", "predetermined": "predetermination", "apparent bias": "bias"}
SHORT |= {"transparency": "connection", "transparency statement": "connection"}
"""What was short for one word before another came to begin in the same way, and what people call a thing."""


def one_of(name: str, typed: str, known: Iterable[str]) -> str:
    """One of the known words by its first letters. Raises `Unclear`, naming them all, where it is not one."""
    words = [word for word in known if word]
    wanted = SHORT.get(typed.lower(), typed.lower())
    wanted = wanted if wanted in words else typed.lower()
    found = [word for word in words if word == wanted] or [w for w in words if w.startswith(typed.lower())]
    shortest = min(found, key=len, default="")
    if len(found) > 1 and all(word.startswith(shortest) for word in found):
        # "oth" is other before it is other registrable.
        found = [shortest]
    if len(found) != 1 or not typed:
        said = f"“{name}={typed}”" if name else f"“{typed}”"
        alike = [word for word in words if _denied(word) == _denied(typed)]
        raise Unclear(f"{said} is not known; it can be {', '.join(words)}.{nearest_word(typed, alike)}")
    return found[0]


def _denied(words: str) -> bool:
    """Whether words say that something is not so: "non-prejudicial" is never near to "prejudicial"."""
    return re.search(r"\bnon(?!e\b)|\bnot\b", words.lower()) is not None


def _word(party: str) -> str:
    return f'"{party}"' if " " in party else party.lower()


def several_days(typed: str, past: date | None = None) -> tuple[date, ...]:
    """Dates parted by "+", by a comma, by "and", or where each is one word by a space."""
    parts = [part.strip() for part in re.split(r"\+|,(?!\s*\d{4}\b(?!-))|\band\b", typed) if part.strip()]
    days: list[date] = []
    for part in parts:
        words = part.split()
        together = len(words) > 1 and all(re.fullmatch(r"[\d./-]{5,}", word) for word in words)
        days += [read_date(word, before=past) for word in (words if together else [part])]
    return tuple(dict.fromkeys(days))


_JOINED = re.compile(r"(.+?)(?:,?\s+(and|but)\s+|\s*[,+/&]\s*)(.+)$", re.IGNORECASE)
"""Two that are said together, with the word between them or a comma."""


def joined_choice(fact: Fact, typed: str) -> str:
    """One of a choice, or two of them as they were joined: "personal but non-prejudicial"."""
    plain = re.sub(r"\s+interest$", "", typed, flags=re.IGNORECASE)
    first, word, second = re.sub(r"\bnot[ -](?=pecuniary\b|prejudicial\b)", "non-", plain, flags=re.IGNORECASE), "", ""
    if first.lower() not in fact.choices and (match := _JOINED.match(first)):
        first, word, second = match[1], match[2] or "and", match[3]
    one = one_of(fact.name, first, fact.choices)
    return f"{one} {word.lower()} {one_of(fact.name, second, fact.choices)}" if second else one


def choices_of(fact: Fact, typed: str) -> tuple[str, ...]:
    """Several of a choice, joined by commas or plus signs."""
    return tuple(one_of(fact.name, part, fact.choices) for part in re.split(r"[,+]", typed) if part.strip())
