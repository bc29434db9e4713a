"""Every act of the evening: when, what, by which number, taken back or not. Enter turns to one, z takes it back or
restores it, alone."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from clerk.events import Corrected, Retracted
from clerk.meeting.record import Placed
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
    """What was chosen: an `event` of an entry, to turn to it or to put it right (`edit`); or all of the entry, to take
    it back or restore it (`change`)."""

    entry: int
    event: str
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
            for number, event in enumerate(entry.events):
                # Of what one act recorded each thing is a line of its own, to be turned to and put right by itself.
                id_ = f"{entry.n}.{number}"
                when = f"{entry.recorded:%H:%M}" if number == 0 else "    +"
                yield Row(
                    Content(what_happened(self._meeting, Placed(id_, event))),
                    key=id_,
                    left=Content(f"{when} {'×' if away else ' '} "),
                    right=Content("taken back" if away else f"e{entry.n}" if number == 0 else ""),
                    style="$text-muted" if away else "",
                )

    @on(Lines.Chosen)
    def _go(self, message: Lines.Chosen) -> None:
        self.dismiss(_act(message.key))

    def action_change(self) -> None:
        """Takes back the act under the cursor alone, all that it recorded, or restores it."""
        if key := self.query_one(Lines).cursor:
            self.dismiss(_act(key, change=True))

    def action_edit(self) -> None:
        """Puts what is under the cursor right."""
        if key := self.query_one(Lines).cursor:
            self.dismiss(_act(key, edit=True))

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)


def _act(event: str, *, change: bool = False, edit: bool = False) -> Act:
    return Act(int(event.partition(".")[0]), event, change, edit)


def _where(meeting: Meeting, act: Act) -> Placed | None:
    """What was chosen as it stands in the record, of a correction what it put right; None where it stands no more."""
    chosen = next(event for entry in meeting.entries if entry.n == act.entry for event in entry.events[_nth(act) :])
    id_ = chosen.event if isinstance(chosen, Corrected) else act.event
    return next((placed for placed in meeting.events if placed.id == id_), None)


def _nth(act: Act) -> int:
    return int(act.event.partition(".")[2])


def show_acts(desk: Desk, put_right: Callable[[str], None]) -> None:
    """Lists every act; turns to the one chosen, puts it right, or asks for Enter to take it back or restore it."""
    meeting = desk.sitting.meeting

    def chosen(act: Act | None) -> None:
        if act is None:
            return
        here = _where(meeting, act)
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
