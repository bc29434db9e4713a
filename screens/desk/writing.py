"""Words being typed at the desk: which line of shorthand they will become, kept while they are half typed."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from clerk.meeting.parts import STOCK
from clerk.shorthand.line import PARAGRAPH, Line

WritingKind = Literal["paragraphs", "piece", "short", "line", "action", "find"]
"""Paragraphs one at a time; a piece of several lines; a short text; a line of shorthand; an action; words to find."""


class Writing(Struct, frozen=True):
    """What a field is being filled for. `line` is the command that the text completes."""

    kind: WritingKind
    line: Line = Line(PARAGRAPH)
    wants: str = "A paragraph"
    so_far: str = ""
    """What has been said by keys already, to stand in sight while the text is typed."""
    begun: str = ""
    """What stood in the field when it was opened: until that is changed, nothing has been typed."""

    goes_on: bool = False
    """Whether it is one line of a list: each is recorded at Enter, and an empty one ends it."""
    said: str = ""
    """The lines of the list that are recorded already."""

    @property
    def has_stock_words(self) -> bool:
        """Whether what is recorded has words of its own where none are typed: a motion to defer."""
        return self.line.verb == "motion" and self.line.options.get("kind") in STOCK

    @property
    def in_one_line(self) -> bool:
        """Whether the text is typed in the one-line field."""
        return self.kind in ("short", "line", "action", "find")

    @property
    def asks(self) -> str:
        """What is to be typed now, after what has been said already."""
        if self.so_far.endswith(self.wants):
            return self.so_far or self.wants
        return f"{self.so_far}. {self.wants}" if self.so_far else self.wants

    @property
    def context(self) -> str:
        """What is going on while it is typed, by which the key bar goes."""
        return "line" if self.in_one_line else "piece" if self.kind == "piece" else "text"

    def verb(self, text: str) -> str:
        """The verb of what is typed, ":" where a line of shorthand has none yet."""
        if self.kind != "line":
            return "action" if self.kind == "action" else self.line.verb
        words = [word for word in text.lstrip().removeprefix(":").split() if not word.startswith("@")]
        return words[0] if words else ":"

    @property
    def edits(self) -> bool:
        """Whether it puts right what is recorded already."""
        return self.line.verb in ("correct", "reword") or self.begun.startswith(":correct ")

    def unchanged(self, text: str) -> bool:
        """Whether a text that was opened to be put right has been left as it was."""
        # Beside the text of another gesture something else of it may have been put right.
        alone = self.line.verb == "reword" or (self.line.verb == "correct" and len(self.line.operands) == 1)
        return alone and text.strip() == self.begun.strip()

    def complete(self, text: str) -> Line:
        """The line with its text, after the lines of its list that are recorded already."""
        return replace(self.line, text=f"{self.said}\n{text}" if self.said else text)

    def next_of(self, event: str, text: str) -> "Writing":
        """The writing of the next line of a list, of which `text` is now recorded in an event."""
        line, said = self.line, self.complete(text).text
        if line.verb == "readas":
            # Once the minutes are approved each correction of them is an event of its own.
            said = ""
        elif line.verb != "correct":
            line = replace(line, verb="correct", operands=(event, line.verb, *line.operands))
        return replace(self, line=line, said=said, so_far="", wants="The next, or only Enter")


class Left(Struct, frozen=True):
    """Words that were left by Esc, for when the clerk comes back to the same, at the item where they were typed."""

    writing: Writing
    text: str
    item: str | None = None

    def answers(self, writing: Writing, item: str | None) -> bool:
        """Whether these words belong in a field about to be opened at an item. A bare colon brings back any line of
        shorthand that was typed there."""
        if self.item != item:
            return False
        if self.writing.edits and writing.edits:
            return self.writing.line == writing.line
        return self.writing == writing or (self.writing.kind == writing.kind == "line" and writing.begun == ":")


class Form(Struct, frozen=True):
    """What is typed in a form by half, by what is asked in it, of which `place` is asked now, and the `text` that
    follows; for when the clerk comes back to the same at the item where it was typed. `line` is the verb with what was
    said before, `edits` the event that it puts right."""

    line: Line
    title: str = ""
    edits: str = ""
    typed: dict[str, str] = {}
    place: int = 0
    text: str = ""
    item: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was typed in it."""
        return not self.typed and not self.text

    def answers(self, begun: "Form", item: str | None) -> bool:
        """Whether this belongs in a form that was begun at an item."""
        same = (self.line, self.title, self.edits) == (begun.line, begun.title, begun.edits)
        return same and self.item == item


class HalfTyped(Struct, frozen=True):
    """Where the desk stood: the item written under, the words in the open field, if one was open, those left; what was
    typed in the form that was open, and in those left; and which item the chair had called then ("" where an
    older clerk did not say)."""

    item: str | None = None
    writing: Writing | None = None
    text: str = ""
    left: tuple[Left, ...] = ()
    form: Form | None = None
    forms: tuple[Form, ...] = ()
    called: str | None = ""


def kept(half: HalfTyped) -> dict[str, Any]:
    """As plain values, to be kept beside the journal."""
    values: dict[str, Any] = msgspec.to_builtins(half)
    return values


def taken_up(values: Mapping[str, Any]) -> HalfTyped:
    """Read back; what cannot be read is as if nothing had been typed, but its text is saved in a paragraph."""
    try:
        return msgspec.convert(values, HalfTyped)
    except msgspec.ValidationError:
        text = values.get("text")
        return HalfTyped(None, Writing("paragraphs"), text) if isinstance(text, str) and text else HalfTyped()
