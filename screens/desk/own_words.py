"""The step that puts a sentence of the draft in the clerk's own words."""

from typing import TYPE_CHECKING

from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.steps import Choice

if TYPE_CHECKING:
    from exports.rewording import Sentence


class OwnWords(Choice):
    """A sentence of the draft, to be put in the clerk's own words, or back in those of the house style."""

    multiline = True

    def __init__(self, meeting: Meeting, item: str | None, line: Line, sentence: "Sentence") -> None:
        self._house = f"The house style says “{sentence.was}”"
        options = {"e": ("in your own words", line), "h": ("the house style's again", line)}
        super().__init__(meeting, item, self._house, options, texts=frozenset("e"))
        self.text = sentence.says

    @property
    def so_far(self) -> str:
        return self._house
