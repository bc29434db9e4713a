"""The step of a verb without one of its own: it asks for what the verb takes, one thing after another."""

from collections.abc import Mapping

from clerk.facts import JOINED, Fact
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.asked import IN_WORDS, KNOWN, PEOPLE, SHAPE, WORDY, begins_one, called, titled
from screens.desk.new_people import doubtful_names
from screens.desk.run_together import parted
from screens.desk.steps import ENTER, Next, Step, offered
from screens.desk.writing import Form
from screens.kit.fitting import NO_BREAK

_FEW = 6
"""How many officers are named with their digits."""


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
        only: Mapping[str, str] | None = None,
    ) -> None:
        """`line` is the verb with what is said already; `title` what is being recorded, `wants` what its words are.
        It asks first for the fact `first`, or for the words at once where that is "words"; the facts of `order` come
        before the others. `words` says that there must be words, though the verb does not say so; `only` is all
        that it asks for beside them, each with what it is called."""
        from clerk.shorthand.verbs import VERBS

        super().__init__(meeting, item)
        self._verb = VERBS[line.verb]
        places = {name: place for place, name in enumerate(order)}
        facts = sorted(self._verb.facts, key=lambda fact: places.get(fact.name, len(order)))
        self._only = only or {}
        self._facts = [f for f in facts if not self._kept(f, line) and (only is None or f.name in only)]
        self.people = any(self._of_people(fact) or fact.kind == "ballot" for fact in self._facts)
        self._sure = False
        """Whether it was asked if what stands for a name is one."""
        self._title = title or titled(self._verb)
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
        return fact.kind in ("event", "entry", "line") or (fact.name == "id" and bool(line.operands))

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
            after = self._words.lower() if self._words_first else "words after it"
            left.append("its words" if self._wants_text else after)
        tab = f". Tab: {', '.join(left)}" if left else ". Tab: the next" if len(self._facts) > 1 else ""
        return f"{tab}. Enter: its words" if self._wants_text and self._fact is not None else tab

    def _called(self, fact: Fact) -> str:
        return self._only.get(fact.name) or called(self._verb.name, fact)

    def _of_people(self, fact: Fact) -> bool:
        return fact.kind in PEOPLE or self._in_words(fact)

    def _in_words(self, fact: Fact) -> bool:
        """Whether a fact says who somebody is, and keeps it as words."""
        return f"{self._verb.name} {fact.name}" in IN_WORDS

    def _how(self, fact: Fact) -> str:
        if self._of_people(fact) and (officers := self._officers):
            few = offered({str(n): self.meeting.briefs[id_] for n, id_ in enumerate(officers[:_FEW], 1)})
            more = f"   {_FEW + 1}-{len(officers)}{NO_BREAK}others" if len(officers) > _FEW else ""
            return f"{SHAPE.get(fact.kind, 'a name')}; {few}{more}"
        if fact.kind == "hour" and (by := self._by_whom(fact)) is not None:
            return f"{SHAPE[fact.kind]}; a letter: {self._called(self._facts[by])}"
        return ", ".join(fact.choices) if fact.choices else SHAPE.get(fact.kind, "words")

    @property
    def _officers(self) -> list[str]:
        """Officers and partners, who have no seat: each by a digit."""
        return [person.id for person in self.meeting.people.values() if person.kind in ("officer", "partner")][:9]

    def _with_caret(self, fact: Fact) -> str:
        if fact.kind in PEOPLE or fact.kind == "ballot":
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
        if fact.kind in PEOPLE:
            return ", ".join(self._name(word) for word in self._words_of(fact, typed))
        return self._as_words(typed) if self._in_words(fact) else self._chosen(fact, typed)

    def _as_words(self, typed: str) -> str:
        """An officer's digit or a seat's letter that stands alone, as the words that name whose it is."""
        person = self.meeting.people.get(self._person(typed.strip()))
        if person is None or typed.strip() == person.id:
            return typed
        of_post = self._verb.name == "delegate" and person.post
        return f"the {person.post}" if of_post else person.formal

    def _words_of(self, fact: Fact, typed: str) -> list[str]:
        """The words that stand for people, one each: where only those who are known can be named, seats' letters need
        no comma between them, as after any other verb."""
        words = [word.strip() for word in typed.split(",")]
        if fact.kind not in KNOWN:
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
        given = (fact for fact in self._verb.facts if self._is_said(fact))
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
        if len(typed) > 1 and typed[0] == typed[-1] == '"' and '"' not in typed[1:-1]:
            # In shorthand words that belong together stand in quotes, which are none of them.
            typed = typed[1:-1].strip()
        if fact.kind == "ballot":
            words = typed.split()
            return " ".join(self._person(word) if place % 2 == 0 else word for place, word in enumerate(words))
        if fact.kind in PEOPLE:
            return ",".join(self._person(word) for word in self._words_of(fact, typed) if word)
        return self._as_words(typed) if self._in_words(fact) else self._chosen(fact, typed)

    def _is_said(self, fact: Fact) -> bool:
        """Whether anything is said of a fact: a comma alone names nobody."""
        return bool(self._typed.get(fact.name, "").strip()) and bool(self._value(fact))

    @property
    def _missing(self) -> int | None:
        """The place of the first fact that must be said and is not."""
        wanted = (n for n, fact in enumerate(self._facts) if fact.needed and not self._is_said(fact))
        return next(wanted, None)

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, key: str, character: str | None) -> Next:
        self.wants = ""
        if key == "enter":
            return self._enter()
        self._sure = False
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
            self.trouble = f"{self._called(self._facts[missing]).capitalize()} is still wanted"
            return "no" if missing == self._place else self._go(missing)
        if not self._sure and (names := doubtful_names(self.meeting, self.item, self.line)):
            self._sure = True
            self.trouble = f"A new person, called “{names[0]}”? Enter again: yes. Backspace, or Esc, if not"
            return "no"
        if self._opens_words:
            self.wants = self._words
            return "text"
        return "record"

    @property
    def _opens_words(self) -> bool:
        """Whether Enter opens the field of its words: they must be said, or were begun."""
        return self._wants_text or (self._fact is None and bool(self._verb.text) and bool(self.text))

    def _go(self, place: int) -> Next:
        self._place = place
        self._caret = len(self._now)
        return "stay"

    def _back(self) -> Next:
        fact = self._fact
        if fact is None or not self._now:
            return self._go(self._place - 1) if self._place else "home"
        if fact.kind in PEOPLE and self._caret == len(self._now):
            # A name goes whole: it was one key.
            before, comma, last = self._now.rpartition(",")
            known = self._person(last.strip()) in self.meeting.people
            run = self._run(last) if fact.kind in KNOWN else []
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
        if fact.kind == "choice" and not begins_one(fact, f"{now[: self._caret]}{character}{now[self._caret :]}"):
            self.trouble = f"{self._called(fact).capitalize()} can be {', '.join(fact.choices)}"
            return "no"
        if (other := self._elsewhere(fact, character)) is not None:
            self._go(other)
            return self._type(character)
        if fact.kind == "hour" and not now and character.isalpha() and character not in "mn":
            self.trouble = f"{self._called(fact).capitalize()} is a time, as 22:30"
            return "no"
        self._typed[fact.name] = now[: self._caret] + character + now[self._caret :]
        self._caret += 1
        return "stay"

    def _by_whom(self, hour: Fact) -> int | None:
        """Where it is asked who moved what has this hour; None where it is not, or said already."""
        return next((n for n, f in enumerate(self._facts) if f.kind == "moved" and not self._typed.get(f.name)), None)

    def _elsewhere(self, fact: Fact, character: str) -> int | None:
        """Where a character goes that can be no part of what is asked: a seat's letter in the place of an hour goes to
        who moved, an hour's digit in the place of who moved to the hour. Either may be typed first."""
        if fact.kind == "hour" and not self._now and character.lower() in {one[:1] for one in self.letters.people}:
            return self._by_whom(fact)
        if fact.kind == "moved" and character.isdigit():
            hours = (n for n, f in enumerate(self._facts) if f.kind == "hour" and not self._typed.get(f.name))
            return next(hours, None)
        return None

    def _is_whole(self, fact: Fact) -> bool:
        """Whether a space goes on from what is typed: no kind that has spaces, no name of which a first name alone is
        there. Of names it does where other people are asked for next, as in a line."""
        asked_before = fact.kind == "names" and fact in self._verb.operands[:-1]
        if fact.kind not in ("person", "seconder") and not asked_before:
            return fact.kind not in WORDY
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
