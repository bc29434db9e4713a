"""The keys of a vote, with the steps that they begin."""

from typing import ClassVar

from msgspec.structs import replace

from clerk.events import AnyEvent, QuestionPut, VoteTaken
from clerk.meeting.motions import newest_to_put
from clerk.meeting.state import Meeting
from clerk.saying.questions import question_name
from clerk.saying.votes import coming_sides
from clerk.shorthand.line import Line
from screens.desk.calling import Named, question_of
from screens.desk.key import Desk, Key
from screens.desk.steps import Confirm, Next, Step


class Unanimous(Key):
    id = "vote.unanimous"
    keys = ("u",)
    label = "Unanimous"
    help = "Puts the newest open question; everyone entitled voted for it. Tab: agreed without a vote, declared."
    words = "agreed all in favour carried nem con resolution"
    weight = 100
    constructs = ("VO-01",)

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        return WithoutCount(meeting, item)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, VoteTaken) or event.method not in ("assent", "unanimous", "declared"):
            return None
        return WithoutCount(there, event.item, event.result or event.method)


class WithoutCount(Confirm):
    """A vote that has no figures to type: all for, agreed without a vote, declared carried or lost; Tab goes through
    them. `of` is the question, where it is not what a vote at the item would be on."""

    _WAYS: ClassVar[dict[str, str]] = {
        "unanimous": "agreed without a vote",
        "assent": "declared carried",
        "carried": "declared lost",
        "lost": "all for",
    }

    def __init__(self, meeting: Meeting, item: str | None, way: str = "unanimous", *, of: str = "") -> None:
        super().__init__(meeting, item, Line("vote", (way,), {"of": of} if of else {}), "")
        self._of = of

    @property
    def asks(self) -> str:
        return f"Tab: {self._WAYS[self._line.operands[0]]}"

    def press(self, key: str, character: str | None) -> Next:
        if character and (character.isdigit() or character == "v"):
            # There were figures after all, or names.
            self.follow = (
                Named(self.meeting, self.item, of=self._of)
                if character == "v"
                else Count(self.meeting, self.item, character, of=self._of)
            )
            return "stay"
        if key == "tab":
            ways = list(self._WAYS)
            way = ways[(ways.index(self._line.operands[0]) + 1) % len(ways)]
            self._line = replace(self._line, operands=(way,))
            return "stay"
        return super().press(key, character)


class Count(Step):
    """A count: for, against and abstained, with a space between; Enter."""

    spaced = True

    def __init__(self, meeting: Meeting, item: str | None, first: str, *, was: bool = False, of: str = "") -> None:
        """`was`: `first` is what was recorded before, which the first digit replaces whole, as in a field whose text
        is marked; Backspace goes into it. `of`: the question, where it is not what a vote at the item would be on."""
        super().__init__(meeting, item)
        self._of = of
        self.typed = first
        self._was = self._again = was

    @property
    def asks(self) -> str:
        names = (*coming_sides(self.meeting, question_of(self.meeting, self.item, self._of)), "abstained")
        parts = self.typed.split() or [""]
        said = [f"{part or '…'} {name}" for part, name in zip(parts, names, strict=False)]
        waiting = names[len(parts) :]
        anew = "   (digits: the whole count anew, Backspace: into it)" if self._was else ""
        return ", ".join(said) + (f"   (space: {waiting[0]})" if waiting else anew)

    @property
    def line(self) -> Line | None:
        numbers = self.typed.split()
        of = {"of": self._of} if self._of else {}
        return Line("vote", tuple(numbers), of) if 0 < len(numbers) <= 3 else None

    def press(self, key: str, character: str | None) -> Next:
        was, self._was = self._was, self._was and key == "enter"
        if key == "backspace":
            # Emptied, a count that is put right still waits for its figures: at home they would begin another vote.
            stays = len(self.typed) > (0 if self._again else 1)
            self.typed = self.typed[:-1]
            return "stay" if stays else "home"
        if was and character and character.isdigit():
            self.typed = character
            return "stay"
        if character and (character.isdigit() or (character == " " and len(self.typed.split()) < 3)):
            self.typed += character
            return "stay"
        if key == "tab":
            self.typed += " "
            return "stay"
        if character == "v":
            self.follow = Named(self.meeting, self.item, of=self._of)
            return "stay"
        return super().press(key, character)


class CountVotes(Key):
    id = "vote.count"
    keys = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
    shown = "0-9"
    label = "Count"
    help = "Puts the newest open question and begins the count: for, space, against, space, abstained."
    words = "show of hands numbers tally abstention abstained tie lost"
    weight = 98
    constructs = ("VO-02",)

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.begin(lambda meeting, item: Count(meeting, item, key))

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, VoteTaken) or event.method != "counted":
            return None
        numbers = (event.votes_for, event.against, event.abstained)
        return Count(there, event.item, " ".join(str(number or 0) for number in numbers), was=True)


class VoteByName(Key):
    id = "vote.named"
    keys = ("v",)
    label = "By name"
    help = (
        "A vote named by exception: small letter against, capital abstains, - not voting, Tab: the rest are against; "
        "+ calls the roll. Whom no key names votes with the rest: “8 for (not called)”."
    )
    words = "division recorded vote named roll call vote abstention"
    weight = 96
    constructs = ("VO-08", "VO-10")

    step = Named

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, VoteTaken) or event.method != "named":
            return None
        step = Named(there, event.item)
        step.begin_as(event)
        return step


class PutQuestion(Key):
    id = "question.put"
    keys = ("q",)
    label = "Put"
    help = (
        "The chair puts the newest open question, before the vote is taken; seat letters say who moved and seconded, "
        "space adds the words that lead to it."
    )
    words = "question moved to the vote recommendations"
    weight = 70
    constructs = ("MT-01", "MT-08")

    @staticmethod
    def step(meeting: Meeting, item: str | None) -> Step:
        question = newest_to_put(meeting, item)
        what = question_name(meeting, question.id) if question else "nothing is open"
        return Putting(meeting, item, what)

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        if not isinstance(event, QuestionPut):
            return None
        step = Putting(there, event.item, " and ".join(question_name(there, label) for label in event.questions))
        step.begin_as(event)
        return step


class Putting(Confirm):
    """A question put; the letters of two seats say who moved and who seconded it, where a council has that."""

    people = True

    def __init__(self, meeting: Meeting, item: str | None, what: str) -> None:
        super().__init__(meeting, item, Line("put"), "")
        self._what = what
        self._by: list[str] = []
        self._questions: tuple[str, ...] = ()

    def begin_as(self, event: QuestionPut) -> None:
        """Begins as questions were put, with the words that led to it for Tab."""
        self._questions = ("+".join(event.questions),)
        self._by = [person for person in (event.mover, event.seconder) if person]
        self.text = event.lead

    @property
    def asks(self) -> str:
        names = [self.meeting.name(person) for person in self._by]
        by = f", moved by {names[0]}" if names else ""
        by += f", seconded by {names[1]}" if len(names) > 1 else ""
        more = ("seat letters: mover, seconder; ", "a seat letter: seconder; ", "")[len(names)]
        held = f" {self.letters.held}…" if self.letters.held else ""
        key = "Tab" if self._questions else "space"
        return f"Put {self._what}{by}?{held}  ({more}{key}: lead-in words)"

    @property
    def line(self) -> Line:
        return Line("put", self._questions, {"by": ",".join(self._by)} if self._by else {})

    def press(self, key: str, character: str | None) -> Next:
        if key == "tab":
            self.wants = f"The words that lead to it: {self._what}"
            return "text"
        if key == "backspace":
            if not self._by and not self.letters.held:
                return "home"
            if self.letters.held:
                self.letters.held = ""
            else:
                self._by.pop()
            return "stay"
        if character and character.isdigit():
            self.trouble = "A vote has the figures: Enter puts the question, then they are typed"
            return "no"
        if key != "enter" and character and character.isalnum() and len(self._by) < 2:
            person = self.letters.read(character)
            if person in self._by:
                self.trouble = f"{self.meeting.name(self._by[0])} is the mover already"
                return "no"
            if person:
                self._by.append(person)
            return "no" if person == "" else "stay"
        return super().press(key, character)
