"""Lists about the words that were said: whose a label is, and what was said that the record does not have."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from clerk.names import plain
from clerk.transcripts.beside import Beside, item_at, line_near, unrecorded
from clerk.transcripts.comparing import notes
from screens.desk.key import Desk
from screens.desk.spoken import NOTHING_KEPT, pane_of, turn_to_words
from screens.kit.keys import typed_by
from screens.kit.line import Said
from screens.kit.lines import Lines
from screens.kit.rows import Row
from store.errors import StoreError


class PickScreen(ModalScreen["str | None"]):
    """Rows of which one is chosen; letters narrow them. Closes with the chosen row's key, or None."""

    CSS = """
    PickScreen { background: $background; }
    PickScreen Said { background: $panel; color: $text; padding: 0 1; margin: 0 0 1 0; }
    PickScreen Lines { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]
    KEYS = "letters narrow   Enter chooses   Esc leaves"

    def __init__(self, title: str, rows: Sequence[Row], empty: str) -> None:
        super().__init__()
        self._title, self._rows, self._empty = title, list(rows), empty
        self._typed = ""

    def compose(self) -> ComposeResult:
        yield Said(Content.styled(self._title, "bold"), Content(self.KEYS))
        yield Lines(self._rows, cursor=True, chooses=True, empty=Content(self._empty))

    def on_mount(self) -> None:
        lines = self.query_one(Lines)
        self.set_focus(lines)
        lines.action_edge(-1)

    def on_key(self, event: events.Key) -> None:
        """Letters narrow the list; Backspace takes the last back."""
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif character := typed_by(event):
            self._typed += character
        else:
            return
        event.stop()
        lines = self.query_one(Lines)
        lines.show([row for row in self._rows if plain(self._typed) in plain(row.text.plain)])
        lines.action_edge(-1)
        title = f"{self._title}   {self._typed}" if self._typed else self._title
        self.query_one(Said).say(Content.styled(title, "bold"))

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        self.dismiss(message.key)

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)


def match_speaker(desk: Desk) -> None:
    """Asks whose the label under the transcript's cursor is, and keeps the answer for the evening."""
    heard, pane = desk.sitting.heard, pane_of(desk)
    spoken = pane.at_cursor if pane is not None else None
    label = heard.label_of(spoken.key) if heard is not None and spoken is not None else ""
    if heard is None or not label:
        desk.say_wrong('No label is under the transcript’s cursor: " shows what was said.')
        return
    people = [Row(Content(person.formal), key=person.id) for person in desk.sitting.meeting.people.values()]

    def chosen(person: str | None) -> None:
        if person is None:
            return
        try:
            heard.match(label, person)
        except StoreError as error:
            desk.say_wrong(str(error))
            return
        desk.draw()
        desk.say(f"{label} is {desk.sitting.meeting.name(person)}, for the whole evening.")

    desk.app.push_screen(PickScreen(f"Who is “{label}”?", people, "Nobody of that name."), chosen)


def show_unrecorded(desk: Desk) -> None:
    """Lists when people spoke with nothing recorded, and what differs from the record near a vote; goes to the one
    that is chosen."""
    heard, meeting = desk.sitting.heard, desk.sitting.meeting
    if heard is None:
        desk.say_wrong(NOTHING_KEPT.format(name=desk.sitting.kept.name))
        return
    beside = Beside(heard.transcripts, meeting)
    rows: list[Row] = []
    go: dict[str, Callable[[], None]] = {}
    for stretch in unrecorded(beside, meeting):
        rows.append(Row(Content(stretch.said), key=stretch.key))
        item = item_at(meeting, stretch.first)
        go[stretch.key] = _to_words(desk, item, line_near(beside, meeting, item, stretch.first), stretch.key)
    for number, note in enumerate(notes(beside, meeting)):
        key = f"note{number}"
        rows.append(Row(Content(note.text), key=key))
        go[key] = _to_line(desk, note.item, note.event)

    def chosen(key: str | None) -> None:
        if key is not None:
            go[key]()

    empty = "Nothing: whenever people spoke something is recorded, and no vote was said to have gone otherwise."
    desk.app.push_screen(PickScreen("What was said and not recorded", rows, empty), chosen)


def _to_words(desk: Desk, item: str | None, line: str | None, key: str) -> Callable[[], None]:
    def go() -> None:
        desk.turn_to(item or desk.sitting.item, line)
        turn_to_words(desk, key)

    return go


def _to_line(desk: Desk, item: str | None, event: str) -> Callable[[], None]:
    return lambda: desk.turn_to(item, event)
