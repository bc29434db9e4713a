"""Every act of the evening: when, what, taken back or not. Enter turns to one, z takes it back alone or restores it."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from clerk.events import Retracted
from clerk.meeting.record import Entry, Placed
from clerk.meeting.state import Meeting
from clerk.saying.happened import what_happened
from clerk.shorthand.corrections import retractions
from clerk.shorthand.line import Line
from screens.desk.key import Desk
from screens.desk.steps import Confirm
from screens.kit.line import Said
from screens.kit.lines import Lines
from screens.kit.rows import Row


class Act(Struct, frozen=True):
    """An entry that was chosen: to turn to it, to take it back or restore it (`change`), to put it right (`edit`)."""

    entry: int
    change: bool = False
    edit: bool = False


class ActsScreen(ModalScreen["Act | None"]):
    """Closes with what was chosen, or None."""

    CSS = """
    ActsScreen { background: $background; }
    ActsScreen Said { background: $panel; color: $text; padding: 0 1; margin: 0 0 1 0; }
    ActsScreen Lines { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave"),
        Binding("z,y,delete", "change", "Take back, or restore"),
        Binding("e", "edit", "Put right"),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting

    def compose(self) -> ComposeResult:
        keys = Content("Enter goes there   e puts right   z takes back or restores   Esc leaves")
        yield Said(Content.styled("Everything that was recorded", "bold"), keys)
        yield Lines(list(self._rows()), cursor=True, chooses=True, empty=Content("Nothing is recorded yet."))

    def on_mount(self) -> None:
        lines = self.query_one(Lines)
        self.set_focus(lines)
        lines.action_edge(1)

    def _rows(self) -> Iterator[Row]:
        gone = retractions(self._meeting.entries)
        for entry in self._meeting.entries[1:]:
            if any(isinstance(event, Retracted) for event in entry.events):
                continue
            away = entry.n in gone
            yield Row(
                Content(what_it_was(self._meeting, entry)),
                key=str(entry.n),
                left=Content(f"{entry.recorded:%H:%M} {'×' if away else ' '} "),
                right=Content("taken back" if away else ""),
                style="$text-muted" if away else "",
            )

    @on(Lines.Chosen)
    def _go(self, message: Lines.Chosen) -> None:
        self.dismiss(Act(int(message.key)))

    def action_change(self) -> None:
        """Takes back the act under the cursor alone, or restores it."""
        if key := self.query_one(Lines).cursor:
            self.dismiss(Act(int(key), change=True))

    def action_edit(self) -> None:
        """Puts the act under the cursor right."""
        if key := self.query_one(Lines).cursor:
            self.dismiss(Act(int(key), edit=True))

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)


def what_it_was(meeting: Meeting, entry: Entry) -> str:
    """An entry in a line, whether or not it still stands."""
    placed = (Placed(f"{entry.n}.{number}", event) for number, event in enumerate(entry.events))
    return "; ".join(what_happened(meeting, one) for one in placed)


def show_acts(desk: Desk, put_right: Callable[[str], None]) -> None:
    """Lists every act; turns to the one chosen, puts it right, or asks for Enter to take it back or restore it."""
    meeting = desk.sitting.meeting

    def chosen(act: Act | None) -> None:
        if act is None:
            return
        # Of several things that one act recorded, the last is what it was for: the vote, not the putting.
        here = next((p for p in reversed(meeting.events) if p.id.partition(".")[0] == str(act.entry)), None)
        if act.edit and here is not None:
            desk.turn_to(here.event.item, here.id)
            put_right(here.id)
            return
        if not act.change:
            if here is None:
                desk.say_wrong("It was taken back, so it is nowhere in the record.")
            else:
                desk.turn_to(here.event.item, here.id)
            return
        away = act.entry in retractions(meeting.entries)
        line = Line("redo" if away else "undo", (f"e{act.entry}",))
        asks = "Restore this alone?" if away else "Take back this alone?"
        desk.begin(lambda now, item: Confirm(now, item, line, asks))

    desk.app.push_screen(ActsScreen(meeting), chosen)
