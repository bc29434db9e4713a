"""A key at the desk, and what it may ask of the desk."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from textual.app import App

from clerk.events import AnyEvent
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.line import Line
from screens.desk.hand import Hand, Sought
from screens.desk.looking import Looking
from screens.desk.steps import Step
from screens.desk.writing import Writing
from screens.kit.command import Command
from screens.kit.commands import Commands
from screens.sitting import Sitting

if TYPE_CHECKING:
    from screens.desk.completing import Completing

Begin = Callable[[Meeting, str | None], Step]
"""Makes the step of a key, for a meeting and the item that is written under. Raises `Unclear` where it cannot be."""


class Begins(Protocol):
    """What makes a step, as a class has it."""

    def __call__(self, meeting: Meeting, item: str | None) -> Step: ...


class Typing(Protocol):
    """The fields of the desk, as its keys know them."""

    @property
    def text(self) -> str:
        """What stands in the field that is open."""

    def end(self) -> None:
        """Ends the field that is open."""

    def insert(self, words: str) -> None:
        """Puts words into the field that is open, where the cursor stands."""

    def with_words(self, words: str) -> Line | str:
        """What would be recorded with some words put into the field that is open."""

    def next_gap(self) -> None:
        """To the next gap of the line that is typed."""

    def to_an_end(self, key: str) -> None:
        """To the beginning of the text, or to its end."""

    def throw_away(self) -> None:
        """Leaves the field without keeping what was typed in it."""

    def bring_back(self) -> None:
        """Puts an edit that was left half typed in the field."""

    def take_word(self) -> None:
        """Takes the next word of what is offered."""

    def take_offer(self) -> None:
        """Takes all that is offered."""

    def next_best(self) -> None:
        """Shows the next best in place of what is offered."""


class Desk(Protocol):
    """The desk, as its keys know it."""

    commands: Commands
    sitting: Sitting
    hand: Hand
    sought: Sought
    looking: Looking
    previewing: bool
    told_of_loss: bool

    @property
    @abstractmethod
    def app(self) -> App[Any]:
        """The program, for a list that is laid over the desk."""

    @property
    @abstractmethod
    def completing(self) -> "Completing":
        """What may follow the words being typed."""

    @property
    @abstractmethod
    def fields(self) -> Typing:
        """The fields."""

    @abstractmethod
    def draw(self) -> None:
        """Shows the meeting as it now is."""

    @abstractmethod
    def look(self) -> None:
        """Looks at the rules, and shows what is to be seen of them."""

    @abstractmethod
    def leave(self) -> str:
        """Saves what is half typed as the last thing; gives why words would be lost."""

    @abstractmethod
    def say_of_the_file(self) -> None:
        """Says what there is to say of the file and its second copy."""

    @property
    @abstractmethod
    def said_whole(self) -> bool:
        """Whether all of what is said can be seen."""

    @property
    @abstractmethod
    def at_cursor(self) -> str | None:
        """The event of the line under the cursor."""

    @property
    @abstractmethod
    def below_cursor(self) -> str | None:
        """The event below which a new line goes, where the clerk went up to it; None: at the end."""

    @property
    @abstractmethod
    def row_at_cursor(self) -> str | None:
        """The row under the cursor, of which a line of the preview may be one of several."""

    @property
    @abstractmethod
    def lines(self) -> list[str]:
        """The events of the record in sight, in its order; none in the preview."""

    @abstractmethod
    def begin(self, make: Begin) -> None:
        """Opens a step, or says why it cannot be."""

    @abstractmethod
    def open_step(self, step: Step) -> None:
        """Takes the keys that follow for a step."""

    @abstractmethod
    def write(self, writing: Writing, text: str = "", typed: str = "") -> None:
        """Opens a field, begun with a text or with what is typed already."""

    @abstractmethod
    def take(self, line: Line | str) -> bool:
        """Carries a line out; False, with the reason said, where nothing was recorded."""

    @abstractmethod
    def would(self, line: Line | str) -> str:
        """What Enter would record of a line, in words; or why it would not."""

    @abstractmethod
    def ask_on(self) -> None:
        """Asks what is to be asked after what was recorded last."""

    @abstractmethod
    def warn(self, problem: str) -> None:
        """Shows what is to be warned of, a new problem among it."""

    @abstractmethod
    def say_parts(self, *parts: str | tuple[str, str]) -> None:
        """Says several things, each with its style."""

    @abstractmethod
    def say(self, text: str, style: str = "") -> None:
        """Says something above the keys."""

    @abstractmethod
    def say_wrong(self, text: str) -> None:
        """Says what could not be done."""

    @abstractmethod
    def turn_to(self, item: str | None, event: str | None = None) -> None:
        """Turns to an item, and to a line of its record."""

    @abstractmethod
    def press(self, key: str, character: str | None = None) -> None:
        """Gives a key to the step that is under way."""

    @abstractmethod
    def go_home(self, say: str | None = None) -> None:
        """Leaves whatever is under way."""


class Key(Command, abstract=True):
    """A command of the desk. Give it a `step` that it begins, or say in `press` what else it does."""

    step: ClassVar[Begins]

    def __init_subclass__(cls, *, abstract: bool = False) -> None:
        super().__init_subclass__(abstract=abstract)
        if not hasattr(cls, "step") and "press" not in cls.__dict__:
            raise ValueError(f"{cls.__name__} needs the step that it begins, or a `press`")
        cls.action = f"press('{cls.id}', '{{key}}')"

    @classmethod
    def reopen(cls, there: Meeting, event: AnyEvent) -> Step | None:
        """The step of this key as it was when it recorded an event, for a meeting as it was before; None where it
        records no such event."""
        return None

    @classmethod
    def followed_by(cls, screen: Desk) -> Mapping[str, str]:
        try:
            return cls.step(screen.sitting.meeting, screen.sitting.item).offers if hasattr(cls, "step") else {}
        except Unclear:
            return {}

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        """What the key does; `key` says which of its keys was pressed."""
        desk.begin(cls.step)
