"""What does not add up, and the flags to come back to, as a list; Enter goes to the place, `a` answers a finding, `?`
says what its rule is."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from clerk.findings import Finding
from clerk.history import History
from clerk.meeting.state import Meeting
from clerk.rules.checks import findings
from screens.kit.commands import Commands
from screens.kit.line import Said
from screens.kit.lines import Lines
from screens.kit.rows import Row


class Picked(Struct, frozen=True):
    """What was chosen: a place to go to, or with `answer` a finding to be answered there."""

    item: str | None
    event: str
    answer: Finding | None = None


class FindingsScreen(ModalScreen["Picked | None"]):
    """Closes with what was picked, or None."""

    CSS = """
    FindingsScreen { background: $background; }
    FindingsScreen Said { background: $panel; color: $text; padding: 0 1; margin: 0 0 1 0; }
    FindingsScreen Lines { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f,q", "leave", "Leave"),
        Binding("a", "answer", "Answer"),
        Binding("question_mark", "explain", "What the rule is"),
        Binding("f1", "guide", "Guide"),
    ]

    def __init__(self, meeting: Meeting, keys: Commands, history: History | None = None) -> None:
        super().__init__()
        self._meeting = meeting
        self._keys = keys
        self._history = history
        self._picks: dict[str, Picked] = {}
        self._rules: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        keys = Content("Enter goes there   a answers   ? explains   Esc leaves")
        yield Said(Content.styled("Findings and flags", "bold"), keys)
        yield Lines(list(self._rows()), cursor=True, chooses=True, empty=Content("Nothing to look at. All adds up."))

    def on_mount(self) -> None:
        lines = self.query_one(Lines)
        if self._picks:
            lines.cursor = next(iter(self._picks))
        self.set_focus(lines)

    def _rows(self) -> Iterator[Row]:
        found = findings(self._meeting, history=self._history)
        # What is wrong with what happened comes before what is merely answered for.
        for finding in [one for one in found if not one.answer]:
            yield self._row(finding, Picked(finding.item, finding.event, finding))
        for flag in self._meeting.flags:
            item = self._meeting.items.get(flag.item or "")
            key = self._key(Picked(flag.item, flag.event))
            where = Content(f"item {item.number}" if item else "")
            yield Row(Content(flag.text or "come back"), key=key, left=Content("FLAG !    "), right=where)
        for finding in [one for one in found if one.answer]:
            yield self._row(finding, Picked(finding.item, finding.event))

    def _row(self, finding: Finding, pick: Picked) -> Row:
        figures = f" ({finding.sum})" if finding.sum else ""
        answer = f" Answered: {finding.answer}" if finding.answer else ""
        text = Content(f"{finding.text}{figures} {finding.remedy}{answer}")
        style = "$text-muted" if finding.answer else "$text-error" if finding.severity == "HARD" else ""
        key = self._key(pick)
        self._rules[key] = finding.rule
        return Row(text, key=key, left=Content(f"{finding.severity} {finding.rule:<4} "), style=style)

    def _key(self, pick: Picked) -> str:
        key = f"f{len(self._picks)}"
        self._picks[key] = pick
        return key

    @on(Lines.Chosen)
    def _go(self, message: Lines.Chosen) -> None:
        pick = self._picks[message.key]
        self.dismiss(Picked(pick.item, pick.event))

    def action_answer(self) -> None:
        """Leaves to give the reason why a finding may stand; a note needs none."""
        pick = self._picks.get(self.query_one(Lines).cursor or "")
        if pick is not None and pick.answer is not None and pick.answer.severity != "NOTE":
            self.dismiss(pick)

    def action_explain(self) -> None:
        """What the rule of the finding under the cursor is, over the list."""
        from screens.desk.explanation import ExplanationScreen

        rule = self._rules.get(self.query_one(Lines).cursor or "", "")
        if rule:
            self.app.push_screen(ExplanationScreen(rule, self._keys))

    def action_guide(self) -> None:
        """The chapter of the guide on findings."""
        from screens.guide.screen import GuideScreen

        self.app.push_screen(GuideScreen("findings"))

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
