"""The words that were said, in a pane beside the record: moving in one moves in the other, and a key takes words into
a paragraph."""

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.css.query import NoMatches

from clerk.events import VoteTaken
from clerk.meeting.state import Meeting
from clerk.transcripts.beside import Beside, Spoken, item_at, line_near, time_of
from screens.desk.panes import Panes
from screens.desk.writing import Writing
from screens.kit.lines import Lines
from screens.kit.rows import Row

if TYPE_CHECKING:
    from clerk.transcripts.cues import Transcript
    from screens.desk.key import Desk

SHOWN = 150
"""Lines that are laid out on each side of the cursor: an evening has thousands."""

NOTHING_KEPT = "Nothing is kept of what was said. “clerk transcript {name} FILE” takes it in; F1 tells how."


class SpokenPane(Lines):
    """What was being said around the line under the record's cursor."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(id="spoken", cursor=True, chooses=True, empty=Content("Nothing was said."))
        self._desk = desk
        self._of: list[Transcript] = []
        self._place = 0
        self.beside = Beside([], desk.sitting.meeting)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Shows what is kept now: words that have become exempt are gone from it at once."""
        heard = self._desk.sitting.heard
        now = heard.transcripts if heard is not None else []
        if now != self._of:
            self._of = now
            self.beside = Beside(now, self._desk.sitting.meeting)
            self._show(min(self._place, len(self.beside.words) - 1))

    def to(self, place: int | None) -> None:
        """Puts the cursor on words, by their place in the evening."""
        if place is not None and self.beside.words:
            self._show(place)

    def _show(self, place: int) -> None:
        self._place = max(0, place)
        words = self.beside.words[max(0, place - SHOWN) : place + SHOWN]
        # Shown so, nothing is moved: only the clerk's own keys lead the record.
        self.cursor = None
        self.show([row_of(spoken) for spoken in words])
        if words:
            self.cursor = self.beside.words[self._place].key
            self.call_after_refresh(self._centre)

    def on_resize(self, event: events.Resize) -> None:
        """Opened, the pane has its height only now."""
        super().on_resize(event)
        self.call_after_refresh(self._centre)

    def _centre(self) -> None:
        """What was said before and after stands on both sides of the cursor."""
        if self.cursor is not None and (height := self.scrollable_content_region.height):
            self._scroll(max(0, self._stack.span(self.cursor)[0] - height // 2))

    @property
    def at_cursor(self) -> Spoken | None:
        """The words under the cursor."""
        return self.beside.words[self.beside.keys[self.cursor]] if self.cursor in self.beside.keys else None

    # -- moving ----------------------------------------------------------------------------------------------------

    def follow_record(self) -> None:
        """To what was being said at the line under the record's cursor; on a vote, to what was said just before it."""
        meeting, event = self._desk.sitting.meeting, self._desk.at_cursor
        at = time_of(meeting, event) if event is not None else None
        if at is None:
            return
        voted = any(placed.id == event and isinstance(placed.event, VoteTaken) for placed in meeting.events)
        self.to(self.beside.before(at) if voted else self.beside.near(at))

    def lead_record(self) -> None:
        """The record goes to what was recorded last when these words were said."""
        spoken, meeting = self.at_cursor, self._desk.sitting.meeting
        if spoken is None:
            return
        item = item_at(meeting, spoken.at) or self._desk.sitting.item
        line = line_near(meeting.events, item, spoken.at)
        if item != self._desk.sitting.item:
            self._desk.turn_to(item, line)
        elif line != self._desk.at_cursor and line in self._desk.lines:
            # The record stays as it is drawn: only its cursor moves.
            self._desk.app.screen.query_one(Panes).record.cursor = line
        place = self.beside.keys[spoken.key]
        first, last = self.rows[0].key, self.rows[-1].key
        if first is not None and last is not None:
            edge = min(place - self.beside.keys[first], self.beside.keys[last] - place)
            if edge < SHOWN // 5:
                self._show(place)
        self._place = place

    # -- taking words ----------------------------------------------------------------------------------------------

    def taken(self) -> str:
        """The words under the cursor, to stand in a paragraph; the cursor goes on to the next. "" with the reason said
        where they may not stand there."""
        spoken = self.at_cursor
        if spoken is None:
            self._desk.say_wrong("No words are under the cursor.")
            return ""
        if spoken.key.startswith("x") and not is_private(self._desk.sitting.meeting, self._desk.sitting.item):
            self._desk.say_wrong("These words are of exempt business: turn to its item (g) to take them.")
            return ""
        self.to(
            self.beside.keys[spoken.key] + 1 if self.beside.words[-1] is not spoken else self.beside.keys[spoken.key]
        )
        return spoken.text

    def action_choose(self) -> None:
        """Begins a paragraph with the words under the cursor."""
        if words := self.taken():
            self._desk.write(Writing("paragraphs"), typed=words)


def is_private(meeting: Meeting, item: str | None) -> bool:
    """Whether a paragraph of an item is private by itself."""
    found = meeting.items.get(item or "")
    return item in meeting.doors.excluded_items or (found is not None and found.exempt)


def row_of(spoken: Spoken) -> Row:
    """Words with their time and who is thought to speak."""
    who = (f"{spoken.speaker} ", "$text-accent") if spoken.speaker else ""
    exempt = "⌧" if spoken.key.startswith("x") else ""
    left = Content.styled(f"{spoken.at:%H:%M:%S} {exempt}", "$text-muted")
    return Row(Content.assemble(who, spoken.text), key=spoken.key, left=left)


def pane_of(desk: "Desk") -> SpokenPane | None:
    """The pane, where it is open."""
    try:
        return desk.app.screen.query_one(SpokenPane)
    except NoMatches:
        return None


def show_or_leave(desk: "Desk") -> None:
    """Opens the pane; from the record goes into it; from within it closes it."""
    pane = pane_of(desk)
    if pane is None:
        open_pane(desk)
    elif not pane.has_focus:
        pane.follow_record()
        desk.app.screen.set_focus(pane)
    else:
        close_pane(desk, pane)


def open_pane(desk: "Desk", key: str = "") -> None:
    """Opens the pane at the line under the record's cursor, or at words by their key."""
    heard = desk.sitting.heard
    if heard is None or not heard.transcripts:
        why = heard.problem if heard is not None and heard.problem else NOTHING_KEPT.format(name=desk.sitting.kept.name)
        desk.say_wrong(why)
        return
    pane = SpokenPane(desk)
    pane.redraw()
    if key:
        pane.to(pane.beside.keys.get(key))
    else:
        pane.follow_record()
    panes = desk.app.screen.query_one(Panes)
    desk.app.screen.add_class("-spoken")
    panes.show_beside(pane)
    desk.app.call_after_refresh(desk.app.screen.set_focus, pane)
    desk.say('What was said. Enter begins a paragraph with it, “"” goes back; ? marks a guess.')


def close_pane(desk: "Desk", pane: SpokenPane) -> None:
    """The record alone again."""
    desk.app.screen.remove_class("-spoken")
    desk.app.screen.query_one(Panes).show_beside(None)
    desk.go_home("")


def turn_to_words(desk: "Desk", key: str) -> None:
    """To words that were found, opening the pane where it is closed."""
    pane = pane_of(desk)
    if pane is None:
        open_pane(desk, key)
        return
    pane.to(pane.beside.keys.get(key))
    desk.app.screen.set_focus(pane)


def take_into_text(desk: "Desk") -> None:
    """Puts the words under the pane's cursor into the text being typed."""
    pane = pane_of(desk)
    if pane is None:
        desk.say_wrong('What was said is not open: Esc, then " shows it.')
    elif words := pane.taken():
        desk.fields.insert(words)
