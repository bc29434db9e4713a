"""The key of declared interests, and its step."""

from typing import Any, get_args

from clerk.agenda import as_called
from clerk.events import AnyEvent, Declared
from clerk.events.interests import InterestKind
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.filling import Filling
from screens.desk.key import Key
from screens.desk.steps import Next, Step, offered
from screens.kit.fitting import NO_BREAK

KINDS_OF_INTEREST = frozenset(get_args(InterestKind)) - {""}
"""Each of which may be joined by another; two that are joined already may not."""

KINDS = {
    "n": "non-pecuniary",
    "d": "dpi",
    "p": "pecuniary",
    "o": "other",
    "e": "personal",
    "j": "non-prejudicial",
    "g": "other registrable",
    "t": "non-registrable",
    "r": "predetermination",
    "b": "bias",
    "a": "arrears",
    "m": "open mind",
    "u": "",
}
_OTHERS = {
    "f": "financial",
    "n": "non-financial",
    "t": "connection",
    "p": "personal",
    "j": "personal and prejudicial",
    "c": "declarable",
    "r": "predetermination",
    "b": "bias",
    "a": "arrears",
    "m": "open mind",
}
EFFECTS = {"s": "stayed", "l": "left", "v": "no vote", "t": "no part", "g": "dispensation", "u": ""}
_OF_A_DISPENSATION = {
    "scope": "what it is for",
    "by": "granted by",
    "ref": "reference",
    "since": "from",
    "until": "until",
}
_OF_ANY = {"told": "told by", "registered": "registered", "sensitive": "sensitive"}
"""What more may be said of a declaration, each with what it is called."""

PECUNIARY = {"y": "dpi", "n": "non-disclosable pecuniary", "u": "pecuniary"}
"""Which pecuniary interest it is: asked once, since only a disclosable one bars."""
_SAID = {
    "dpi": "disclosable pecuniary",
    "arrears": "arrears of council tax",
    "connection": "connection, no interest",
    "stayed": "stays and takes part",
    "left": "leaves",
    "no vote": "does not vote",
    "no part": "takes no part in the discussion",
    "dispensation": "has a dispensation",
    "": "not stated",
}


def _said(value: str) -> str:
    return _SAID.get(value, value)


def kinds_for(meeting: Meeting) -> dict[str, str]:
    """The kinds of interest that the meeting's law and code know, each with its key."""
    known = meeting.profile.code_kinds
    if not known or "dpi" in known:
        return KINDS
    return {key: kind for key, kind in _OTHERS.items() if kind in known}


class Declaring(Step):
    """Who (letters, Enter), on which items (numbers with +, Enter; none: in no item), what kind, what effect; then the
    reason. Of a pecuniary interest it is asked whether it is disclosable."""

    people = True
    wants = "The reason: by virtue of …"

    def __init__(self, meeting: Meeting, item: str | None) -> None:
        super().__init__(meeting, item)
        self._members: list[str] = []
        self._items = ""
        self._kind = ""
        self._first = ""
        """The kind to which a second is being added."""
        self._effect: str | None = None
        self._stage = 0
        self._pecuniary = False

    def begin_as(self, event: Declared) -> None:
        """Begins as an event was declared; Backspace goes through it."""
        items = self.meeting.items
        self._members = list(event.members)
        self._items = "+".join(items[item].called for item in event.items if item in items)
        self._kind = f"{event.kind} {event.joined} {event.also}" if event.also else event.kind
        self._effect, self._stage = event.effect, 3
        self.text = event.reason

    @property
    def verb(self) -> str:
        return "declare"

    @property
    def asks(self) -> str:
        who = ", ".join(self.meeting.name(member) for member in self._members)
        if self._stage == 0:
            held = f" {self.letters.held}…" if self.letters.held else ""
            return f"Interest of {who or '…'}: seat letters (* all), Enter{held}"
        if self._stage == 1:
            return f"{who}: on items {self._items or '…'} (8 or 8+9; none: in no item), Enter"
        if self._pecuniary:
            return f"{self._where}: is it disclosable? {offered({'y': 'yes', 'n': 'no', 'u': 'not said'})}"
        options = kinds_for(self.meeting) if self._stage == 2 else EFFECTS
        what = "effect" if self._stage == 3 else "second kind" if self._first else "kind"
        known = self.so_far if self._effect is not None else self._where
        # Enter takes what nobody said: that is said of it before it is pressed.
        enter = "Enter: " + (_said(self._effect) if self._effect is not None else "not stated")
        more = {"+": "and a second kind"} if self._stage == 3 and self._may_join else {}
        keys = offered({key: _said(value) for key, value in options.items()} | more)
        return f"{known}. {what}: {keys}{f'   {enter}'.replace(' ', NO_BREAK) if self._stage == 3 else ''}"

    @property
    def _where(self) -> str:
        """What is known before the effect is."""
        who = ", ".join(self.meeting.name(member) for member in self._members)
        items = f"item{'s' * ('+' in self._items)} {self._items}" if self._items else "no item"
        return f"{who}: {items}{f', {_said(self._kind)}' if self._stage == 3 else ''}"

    @property
    def _may_join(self) -> bool:
        """Whether a second kind can be added to the one that was chosen."""
        return self._kind in KINDS_OF_INTEREST

    @property
    def so_far(self) -> str:
        return f"{self._where}, {_said(self._effect or '')}"

    @property
    def missing(self) -> str:
        return ("whose interest it is", "", "its kind", "its effect")[self._stage]

    @property
    def line(self) -> Line | None:
        if self._effect is None:
            return None
        options = {name: said for name, said in (("kind", self._kind), ("effect", self._effect)) if said}
        who = ",".join(self._members)
        # What is put right keeps its reason until that is changed too.
        return Line("declare", (who, self._items) if self._items else (who,), options, self.text)

    def press(self, key: str, character: str | None) -> Next:
        if key == "backspace":
            return self._back()
        if self._stage == 0:
            return self._member(key, character)
        if self._stage == 1:
            return self._item(key, character)
        if self._stage == 2:
            return self._of_kind(character)
        if self._stage == 3 and character == "+" and self._may_join:
            self._first, self._kind, self._stage = self._kind, "", 2
            return "stay"
        if self._stage == 3 and (character in EFFECTS or key == "enter"):
            self._effect = EFFECTS.get(character or "", self._effect or "")
            return self._to_its_words()
        return "no"

    def _to_its_words(self) -> Next:
        """To the reason; Tab leads from it to what more may be said: of a dispensation, what it is for."""
        of_it = _OF_A_DISPENSATION if self._effect == "dispensation" else _OF_ANY
        # Only a disclosable pecuniary interest stands in the register, or not yet.
        of_it = {name: called for name, called in of_it.items() if name != "registered" or "dpi" in self._kind}
        if line := self.line:
            more: dict[str, Any] = {"first": "words", "order": tuple(of_it), "only": of_it}
            self.beside = Filling(self.meeting, self.item, line, "The declaration", **more)
            self.wants = f"The reason: by virtue of … (Tab: {', '.join(of_it.values())})"
        return "text"

    def _of_kind(self, character: str | None) -> Next:
        if self._pecuniary and character in EFFECTS and character not in PECUNIARY:
            # Nobody said: it stands as it was declared, and the effect follows.
            self._kind, self._first = self._with_first("pecuniary"), ""
            self._effect, self._pecuniary, self._stage = EFFECTS[character], False, 3
            return self._to_its_words()
        offered_now = PECUNIARY if self._pecuniary else kinds_for(self.meeting)
        if character not in offered_now:
            return "no"
        if not self._pecuniary and offered_now[character] == "pecuniary":
            self._pecuniary = True
            return "stay"
        if self._first and offered_now[character] in ("", self._first):
            self.trouble = "That is no second kind"
            return "no"
        self._kind, self._stage, self._pecuniary = self._with_first(offered_now[character]), 3, False
        self._first = ""
        return "stay"

    def _with_first(self, kind: str) -> str:
        return f"{self._first} and {kind}" if self._first else kind

    def _member(self, key: str, character: str | None) -> Next:
        if key in ("enter", "space") and self._members:
            self._stage = 1
            return "stay"
        everyone = [person for _, person in self.meeting.acting if person in self.meeting.in_room]
        if character == "*" and self._members != everyone:
            self._members = everyone
            return "stay"
        person = self.letters.read(character) if character else ""
        if person in self._members:
            self.trouble = f"{self.meeting.name(person)} is named already"
            return "no"
        if person:
            self._members.append(person)
        return "no" if person == "" else "stay"

    def _item(self, key: str, character: str | None) -> Next:
        if key == "enter":
            typed = [part for part in self._items.split("+") if part.casefold() not in ("", "and")]
            self._items = "" if [part.casefold() for part in typed] == ["none"] else "+".join(typed)
            if amiss := self._amiss():
                self.trouble = amiss
                return "no"
            self._stage = 2
            return "stay"
        if character and character in ", &+":
            # However several are parted, they are parted once.
            self._items += "+" if self._items and not self._items.endswith("+") else ""
            return "stay"
        if character and (character.isalnum() or character in ".()"):
            self._items += character
            return "stay"
        return "no"

    def _amiss(self) -> str:
        """What is wrong with the numbers typed, said before a reason is typed for them: no item has one, or it stands
        there twice."""
        items = self.meeting.items
        known = {item.called for item in items.values()} | items.keys()
        typed = [n for n in self._items.split("+") if n]
        if missing := next((n for n in typed if as_called(n) not in known), ""):
            return f"There is no item {missing} on the agenda"
        twice = next((n for place, n in enumerate(typed) if as_called(n) in map(as_called, typed[:place])), "")
        return f"Item {twice} stands there twice" if twice else ""

    def _back(self) -> Next:
        if self._pecuniary:
            self._pecuniary = False
        elif self._first:
            self._kind, self._first, self._stage = self._first, "", 3
        elif self._stage > 1:
            self._stage -= 1
        elif self._stage == 1:
            if self._items:
                self._items = self._items[:-1]
            else:
                self._stage = 0
        elif self._members:
            self._members.pop()
        else:
            return "home"
        return "stay"


class Declare(Key):
    id = "interest.declare"
    keys = ("d",)
    label = "Declare"
    help = "A declaration of interest: who, on which items, of what kind and with what effect, then the reason."
    words = "interest declaration pecuniary dpi dispensation predetermination bias recusal lobbying"
    weight = 78
    constructs = ("DE-02", "DE-04", "DE-05", "DE-06", "DE-07")

    step = Declaring

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, Declared):
            return None
        step = Declaring(there, event.item)
        step.begin_as(event)
        return step
