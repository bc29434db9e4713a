"""The step of a verb without one of its own: it asks for what the verb takes, one thing after another."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from clerk.facts import JOINED, Fact
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.run_together import parted
from screens.desk.steps import ENTER, Next, Step, offered
from screens.desk.writing import Form

if TYPE_CHECKING:
    from clerk.shorthand.table import Verb

_PEOPLE = frozenset({"person", "people", "present", "names", "seconder", "moved"})
_KNOWN = frozenset({"people", "present", "moved"})
"""Kinds of fact in which only those who are known can be named."""
_WORDY = frozenset(
    {"words", "loose", "names", "people", "moved", "items", "ballot", "dates", "date", "moment", "day", "choice"}
)
"""Kinds of fact in which a space stands; in all others it goes on to what is asked next."""
_CALLED: Mapping[str, str] = {
    "para": "paragraphs of the Schedule",
    "reg": "under regulations",
    "weighed": "public interest weighed",
    "nominate to": "the post",
    "ballot to": "the post",
    "appoint to": "to what body",
    "invite to": "to the table, or to speak",
    "outcome to": "to whom",
    "on": "on items",
    "org": "of what body",
    "was": "the words as they stand",
    "votes": "each name with its votes",
    "presides": "takes the chair",
    "elected": "who was elected",
    "seat for": "in whose place",
    "person id": "a short name",
    "item after": "after item",
    "item before": "before item",
    "item under": "a part of item",
    "appoint columns": "as a table of",
    "speakers as": "speaking as",
    "speakers seconds": "seconds for each",
    "sub for": "in whose seat",
}
"""What a fact is called where its name would not do, of one verb alone where that stands before it."""
_SHAPE: Mapping[str, str] = {
    "person": "a seat letter or a name",
    "people": "seat letters, or names with commas between",
    "names": "seat letters or names, commas between",
    "seconder": "a seat letter or a name; duly, none",
    "moved": "who moved, who seconded (or duly), each a seat letter or a name, a comma between",
    "items": "numbers of items, + between",
    "item": "a number",
    "ballot": "a name, its votes, the next name",
    "flag": "yes or no",
    "dates": "a date; + between several",
    "date": "a date",
    "day": "a date",
    "moment": "a date and a time",
    "hour": "a time",
    "clock": "a time",
    "number": "a number",
}
"""How a fact is typed, by its kind."""


class Filling(Step):
    """What a verb takes, one fact after another: Tab goes on, Backspace back, Enter records once all is said that must
    be. A seat's letter stands for whoever sits there; anybody may be named in letters, too."""

    spaced = True

    def __init__(
        self,
        meeting: Meeting,
        item: str | None,
        line: Line,
        title: str = "",
        wants: str = "",
        *,
        first: str = "",
        order: tuple[str, ...] = (),
        words: bool = False,
    ) -> None:
        """`line` is the verb with what is said already; `title` what is being recorded, `wants` what its words are.
        It asks first for the fact `first`, or for the words at once where that is "words"; the facts of `order` come
        before the others. `words` says that there must be words, though the verb does not say so."""
        from clerk.shorthand.verbs import VERBS

        super().__init__(meeting, item)
        self._verb = VERBS[line.verb]
        places = {name: place for place, name in enumerate(order)}
        facts = sorted(self._verb.facts, key=lambda fact: places.get(fact.name, len(order)))
        self._facts = [fact for fact in facts if not self._kept(fact, line)]
        self.people = any(fact.kind in _PEOPLE or fact.kind == "ballot" for fact in self._facts)
        self._title = title or _titled(self._verb)
        self._typed = self._begun(line)
        self._line, self._first = line, self._said
        self._wants_text = words or self._verb.text == "must"
        self._words_first = first == "words"
        at_words = len(self._facts) if self._words_first else 0
        self._place = next((n for n, fact in enumerate(self._facts) if fact.name == first), at_words)
        self._caret = len(self._now)
        form = JOINED.get(self._verb.form) if self._verb.form else None
        self._words = wants or (f"Its words: {form}" if form else "Its words")
        self.text = line.text
        self.multiline = self._verb.form == "lines" or "\n" in line.text

    @staticmethod
    def _kept(fact: Fact, line: Line) -> bool:
        """Whether no key asks for a fact: what it is of, and the short name of somebody who is known already."""
        return fact.kind in ("event", "line") or (fact.name == "id" and bool(line.operands))

    def _begun(self, line: Line) -> dict[str, str]:
        words, typed = list(line.operands), dict(line.options)
        operands = self._verb.operands
        for fact in operands:
            if not words:
                break
            whole = fact is operands[-1]
            typed[fact.name] = " ".join(words) if whole else words[0]
            words = [] if whole else words[1:]
        return {name: value.strip('"') for name, value in typed.items()}

    # -- what is asked ---------------------------------------------------------------------------------------------

    @property
    def _fact(self) -> Fact | None:
        """What is asked now; None: the words that may follow, or nothing."""
        return self._facts[self._place] if self._place < len(self._facts) else None

    @property
    def _now(self) -> str:
        return self._typed.get(self._fact.name, "") if self._fact is not None else ""

    @property
    def verb(self) -> str:
        return self._verb.name

    @property
    def takes_signs(self) -> bool:
        return self._fact is not None and self._fact.kind in ("words", "loose", "names")

    @property
    def so_far(self) -> str:
        said = [f"{self._called(fact)} {self._shown(fact)}" for fact in self._facts if self._typed.get(fact.name)]
        return f"{self._title}: {'; '.join(said)}" if said else self._title

    @property
    def asks(self) -> str:
        parts = []
        for place, fact in enumerate(self._facts):
            if place == self._place:
                parts.append(f"{self._called(fact)} ‹{self._with_caret(fact)}› ({self._how(fact)})")
            elif self._typed.get(fact.name):
                parts.append(f"{self._called(fact)} {self._shown(fact)}")
        if self._fact is None and self._verb.text:
            parts.append(f"words ‹{self.text or '…'}› ({self._words}; type them)")
        return f"{self._title}: {'; '.join(parts)}{self._more}" if parts else f"{self._title}{self._more}"

    @property
    def _more(self) -> str:
        """What else may be said, by Tab; and the words that follow."""
        left = [
            self._called(fact)
            for n, fact in enumerate(self._facts)
            if n != self._place and not self._typed.get(fact.name)
        ]
        if self._verb.text and self._fact is not None:
            left.append("its words" if self._wants_text else "words after it")
        tab = f". Tab: {', '.join(left)}" if left else ". Tab: the next" if len(self._facts) > 1 else ""
        return f"{tab}. Enter: its words" if self._wants_text and self._fact is not None else tab

    def _called(self, fact: Fact) -> str:
        from clerk.rare import called_by

        own = called_by(self._verb.name).get(fact.name) or _CALLED.get(f"{self._verb.name} {fact.name}")
        return own or _CALLED.get(fact.name, fact.name)

    def _how(self, fact: Fact) -> str:
        if fact.kind in _PEOPLE and (officers := self._officers):
            few = offered({str(n): self.meeting.briefs[id_] for n, id_ in enumerate(officers[:4], 1)})
            return f"{_SHAPE[fact.kind]}; {few}"
        return ", ".join(fact.choices) if fact.choices else _SHAPE.get(fact.kind, "words")

    @property
    def _officers(self) -> list[str]:
        """Officers and partners, who have no seat: each by a digit."""
        return [person.id for person in self.meeting.people.values() if person.kind in ("officer", "partner")][:9]

    def _with_caret(self, fact: Fact) -> str:
        if fact.kind in _PEOPLE or fact.kind == "ballot":
            return self._shown(fact) or "…"
        typed = self._typed.get(fact.name, "")
        rest = self._chosen(fact, typed)[len(typed) :]
        return f"{typed[: self._caret]}▏{typed[self._caret :]}{rest}" if typed else "…"

    @staticmethod
    def _chosen(fact: Fact, typed: str) -> str:
        """Of a choice, the one that begins as is typed, where no other does."""
        begun = [choice for choice in fact.choices if fact.kind == "choice" and choice.startswith(typed.casefold())]
        return begun[0] if typed and len(begun) == 1 else typed

    def _shown(self, fact: Fact) -> str:
        """A fact as it is said: people by name."""
        typed = self._typed.get(fact.name, "")
        if fact.kind == "ballot":
            # A name, then its votes: a number there is no officer's digit.
            return " ".join(self._name(word) if n % 2 == 0 else word for n, word in enumerate(typed.split(" ")))
        if fact.kind in _PEOPLE:
            return ", ".join(self._name(word) for word in self._words_of(fact, typed))
        return self._chosen(fact, typed)

    def _words_of(self, fact: Fact, typed: str) -> list[str]:
        """The words that stand for people, one each: where only those who are known can be named, seats' letters need
        no comma between them, as after any other verb."""
        words = [word.strip() for word in typed.split(",")]
        if fact.kind not in _KNOWN:
            return words
        return [one for word in words for one in self._run(word) or [word]]

    def _run(self, word: str) -> list[str]:
        return parted(word, self.letters, self._officers, self.meeting.people.values())

    def _name(self, word: str) -> str:
        id_ = self._person(word)
        return self.meeting.briefs.get(id_, word)

    def _person(self, word: str) -> str:
        """The id of a seat's letter, of an officer's digit or of an id; any other word as it is."""
        if word.isdecimal() and 0 < int(word) <= len(self._officers):
            return self._officers[int(word) - 1]
        return self.letters.people.get(word.lower(), word)

    # -- what it comes to ------------------------------------------------------------------------------------------

    @property
    def line(self) -> Line | None:
        if self._missing is not None:
            return None
        given = (fact for fact in self._verb.facts if self._typed.get(fact.name, "").strip())
        said = {fact.name: self._value(fact) for fact in given}
        return Line(self._verb.name, (), said, self.text)

    @property
    def _said(self) -> dict[str, str]:
        return {name: value for name, value in self._typed.items() if value}

    @property
    def form(self) -> Form:
        if (self._said, self.text) == (self._first, self._line.text):
            return Form(self._line, self._title)
        return Form(self._line, self._title, typed=self._said, place=self._place, text=self.text)

    def take_up(self, form: Form) -> None:
        self._typed, self.text = dict(form.typed), form.text
        self.multiline = self.multiline or "\n" in form.text
        self._place = min(form.place, len(self._facts))
        self._caret = len(self._now)

    def told(self, would: str) -> str:
        # Without the words that must follow nothing is said yet of what Enter would record.
        if self._wants_text and not self.text:
            return ""
        if not self._opens_words or not would.endswith(ENTER):
            return would
        return f"{would.removesuffix(ENTER)}{ENTER}: its words"

    def _value(self, fact: Fact) -> str:
        typed = self._typed[fact.name].strip()
        if fact.kind == "ballot":
            words = typed.split()
            return " ".join(self._person(word) if place % 2 == 0 else word for place, word in enumerate(words))
        if fact.kind in _PEOPLE:
            return ",".join(self._person(word) for word in self._words_of(fact, typed) if word)
        return self._chosen(fact, typed)

    @property
    def _missing(self) -> int | None:
        """The place of the first fact that must be said and is not."""
        wanted = (n for n, fact in enumerate(self._facts) if fact.needed and not self._typed.get(fact.name, "").strip())
        return next(wanted, None)

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, key: str, character: str | None) -> Next:
        self.wants = ""
        if key == "enter":
            return self._enter()
        if key in ("tab", "down"):
            return self._go((self._place + 1) % (len(self._facts) + bool(self._verb.text) or 1))
        if key in ("shift+tab", "up"):
            return self._go((self._place - 1) % (len(self._facts) or 1))
        if key == "backspace":
            return self._back()
        if key in ("left", "right", "home", "end", "delete"):
            return self._move(key)
        if character and self._fact is None and self._verb.text and self._missing is None:
            # The words themselves: the field goes on with them.
            self.text, self.wants = self.text + character, self._words
            return "text"
        return self._type(character) if character and self._fact is not None else "no"

    def _enter(self) -> Next:
        missing = self._missing
        if missing is not None:
            if missing == self._place:
                self.trouble = f"{self._called(self._facts[missing]).capitalize()} is still wanted"
                return "no"
            return self._go(missing)
        if self._opens_words:
            self.wants = self._words
            return "text"
        return "record"

    @property
    def _opens_words(self) -> bool:
        """Whether Enter opens the field of its words: they must be said, or are what it asked for first."""
        asked = self._fact is None and bool(self._verb.text)
        return self._wants_text or (asked and (self._words_first or bool(self.text)))

    def _go(self, place: int) -> Next:
        self._place = place
        self._caret = len(self._now)
        return "stay"

    def _back(self) -> Next:
        fact = self._fact
        if fact is None or not self._now:
            return self._go(self._place - 1) if self._place else "home"
        if fact.kind in _PEOPLE and self._caret == len(self._now):
            # A name goes whole: it was one key.
            before, comma, last = self._now.rpartition(",")
            known = self._person(last.strip()) in self.meeting.people
            run = self._run(last) if fact.kind in _KNOWN else []
            less = last.rstrip()[: -len(run[-1])].rstrip() if run else last[:-1]
            self._typed[fact.name] = (before if known else f"{before}{comma}{less}") if last else before
            self._caret = len(self._now)
        elif self._caret:
            self._typed[fact.name] = self._now[: self._caret - 1] + self._now[self._caret :]
            self._caret -= 1
        return "stay"

    def _move(self, key: str) -> Next:
        """The caret in what is typed."""
        if key == "delete" and self._fact is not None:
            self._typed[self._fact.name] = self._now[: self._caret] + self._now[self._caret + 1 :]
        step = {"left": self._caret - 1, "right": self._caret + 1, "home": 0, "end": len(self._now)}
        self._caret = min(max(0, step.get(key, self._caret)), len(self._now))
        return "stay"

    def _type(self, character: str) -> Next:
        fact, now = self._fact, self._now
        assert fact is not None
        if character == " " and (not now or (self._is_whole(fact) and self._place + 1 < len(self._facts))):
            return self._go(self._place + 1) if now else "stay"
        if character == "=" and (named := self._named(now.rpartition(" ")[2])) is not None:
            # Typed as in the shorthand: "to=" goes there.
            self._typed[fact.name] = now.rpartition(" ")[0].rstrip()
            return self._go(named)
        if fact.kind == "flag":
            return self._say(fact, character.lower())
        self._typed[fact.name] = now[: self._caret] + character + now[self._caret :]
        self._caret += 1
        return "stay"

    def _is_whole(self, fact: Fact) -> bool:
        """Whether a space goes on from what is typed: no kind that has spaces, no name of which a first name alone is
        there. Of names it does where other people are asked for next, as in a line."""
        asked_before = fact.kind == "names" and fact in self._verb.operands[:-1]
        if fact.kind not in ("person", "seconder") and not asked_before:
            return fact.kind not in _WORDY
        typed = self._now.casefold()
        names = {name.casefold() for one in self.meeting.people.values() for name in (one.surname, one.name, one.id)}
        return self._person(typed) != typed or typed in names | {"duly", "none", "without"}

    def _say(self, fact: Fact, character: str) -> Next:
        """Yes or no, by its first letter; the letters that follow say nothing new."""
        said = next((word for word in ("yes", "no") if word.startswith(character)), "")
        if not said and not (self._now and character in self._now):
            return "no"
        self._typed[fact.name] = said or self._now
        self._caret = len(self._now)
        return "stay"

    def _named(self, word: str) -> int | None:
        return next((n for n, fact in enumerate(self._facts) if fact.name == word.lower()), None)


def _titled(verb: "Verb") -> str:
    """What a verb records, in a few words."""
    from clerk.rare import by_verb

    row = by_verb().get(verb.name)
    return row.label if row is not None else re.split(r"[:;(]|, \w+=", verb.help)[0].strip().rstrip(".")
