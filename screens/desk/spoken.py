"""The words that were said, in a pane beside the record: moving in one moves in the other, and a key takes words into
a paragraph."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.css.query import NoMatches

from clerk.events import VoteTaken
from clerk.names import Unclear
from clerk.transcripts.beside import Beside, LeftOut, Spoken, exempt_item_at, item_at, line_near, time_of
from clerk.transcripts.clock import Clock, clocks_of
from screens.desk.panes import Panes
from screens.desk.quoting import begun_with
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
        self._clocks: list[Clock | None] = []
        self._place = 0
        self._laid_out = "", ""
        """The first and the last words that are laid out."""
        self.beside = Beside([], desk.sitting.meeting)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Shows what is kept now: words that have become exempt are gone from it at once."""
        heard = self._desk.sitting.heard
        now, meeting = heard.transcripts if heard is not None else [], self._desk.sitting.meeting
        clocks = clocks_of(now, meeting)
        if now != self._of or clocks != self._clocks:
            self._of, self._clocks = now, clocks
            self.beside = Beside(now, meeting)
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
        self.show(self._rows(words))
        if words:
            self._laid_out = words[0].key, words[-1].key
            self.cursor = self.beside.words[self._place].key
            self.call_after_refresh(self._centre)

    def _rows(self, words: Sequence[Spoken]) -> list[Row]:
        """Words with a mark wherever some between them were left out and are not here from the exempt file."""
        every = self.beside.words
        first = words[0].at if words and words[0] is not every[0] else datetime.min
        last = words[-1].at if words and words[-1] is not every[-1] else datetime.max
        rows: list[Row] = []
        left = [gap for gap in self.beside.left_out if first <= gap.at <= last and not _is_filled(gap, words)]
        for spoken in words:
            while left and left[0].at <= spoken.at:
                rows.append(row_of_gap(left.pop(0)))
            rows.append(row_of(spoken))
        return [*rows, *map(row_of_gap, left)]

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
        if self._desk.at_cursor is not None:
            self._go_to(self._desk.at_cursor)

    def begin(self) -> None:
        """To what was being said at the line under the record's cursor, without one at the last of its item."""
        lines = self._desk.lines
        self._go_to(self._desk.at_cursor or (lines[-1] if lines else self._desk.sitting.meeting.events[-1].id))

    def _go_to(self, event: str) -> None:
        meeting = self._desk.sitting.meeting
        at = time_of(self.beside, meeting, event)
        if at is None:
            return
        voted = any(placed.id == event and isinstance(placed.event, VoteTaken) for placed in meeting.events)
        self.to(self.beside.before(at) if voted else self.beside.near(at))

    def lead_record(self) -> None:
        """The record goes to what was recorded last when these words were said."""
        spoken, meeting = self.at_cursor, self._desk.sitting.meeting
        if spoken is None:
            return
        at_hand = exempt_item_at if spoken.exempt else item_at
        item = at_hand(meeting, spoken.at) or self._desk.sitting.item
        line = line_near(self.beside, meeting, item, spoken.at)
        if item != self._desk.sitting.item:
            self._desk.turn_to(item, line)
        elif line != self._desk.at_cursor and line in self._desk.lines:
            # The record stays as it is drawn: only its cursor moves.
            self._desk.app.screen.query_one(Panes).record.cursor = line
        place = self.beside.keys[spoken.key]
        if self._near_an_edge(place):
            self._show(place)
        self._place = place

    def _near_an_edge(self, place: int) -> bool:
        """Whether few of the words that are laid out are left on a side on which there are more."""
        keys, last = self.beside.keys, len(self.beside.words) - 1
        first, end = (keys[key] for key in self._laid_out)
        return (first > 0 and place - first < SHOWN // 5) or (end < last and end - place < SHOWN // 5)

    # -- taking words ----------------------------------------------------------------------------------------------

    def taken(self, writing: Writing) -> tuple[Writing, str] | None:
        """The words under the cursor for a `writing`, and that with its place; the cursor goes on to the next. None,
        with the reason said, where they may not stand there."""
        spoken = self.at_cursor
        if spoken is None:
            self._desk.say_wrong("No words are under the cursor.")
            return None
        try:
            writing = begun_with(self._desk, writing, spoken, self.beside)
        except Unclear as error:
            self._desk.say_wrong(str(error))
            return None
        self.to(min(self.beside.keys[spoken.key] + 1, len(self.beside.words) - 1))
        return writing, spoken.text

    def action_choose(self) -> None:
        """Begins a paragraph with the words under the cursor."""
        if taken := self.taken(Writing("paragraphs")):
            self._desk.write(taken[0], typed=taken[1])


def row_of(spoken: Spoken) -> Row:
    """Words with their time and who is thought to speak."""
    who = (f"{spoken.speaker}: ", "$text-accent") if spoken.speaker else ""
    exempt = "⌧" if spoken.exempt else ""
    left = Content.styled(f"{spoken.at:%H:%M:%S} {exempt}", "$text-muted")
    return Row(Content.assemble(who, spoken.text), key=spoken.key, left=left)


def row_of_gap(gap: LeftOut) -> Row:
    """A mark where words were left out, by its times; no cursor stands on it."""
    left = Content.styled(f"{gap.at:%H:%M:%S} ", "$text-muted")
    return Row(Content.styled(f"— {gap.said}", "$text-muted"), left=left)


def _is_filled(gap: LeftOut, words: Sequence[Spoken]) -> bool:
    return any(spoken.exempt and gap.at <= spoken.at <= gap.until for spoken in words)


def pane_of(desk: "Desk") -> SpokenPane | None:
    """The pane, where it is open."""
    try:
        return desk.app.screen.query_one(SpokenPane)
    except NoMatches:
        return None


def in_transcript(desk: "Desk") -> bool:
    """Whether the keys go to the pane."""
    pane = pane_of(desk)
    return pane is not None and pane.has_focus


def show_or_leave(desk: "Desk") -> None:
    """Opens the pane; from the record goes into it; from within it closes it."""
    pane = pane_of(desk)
    if pane is None:
        open_pane(desk)
    elif not pane.has_focus:
        pane.begin()
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
        pane.begin()
    panes = desk.app.screen.query_one(Panes)
    desk.app.screen.add_class("-spoken")
    panes.show_beside(pane)
    desk.app.call_after_refresh(desk.app.screen.set_focus, pane)
    if key:
        pane.lead_record()
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
    pane.lead_record()
    desk.app.screen.set_focus(pane)


def take_into_text(desk: "Desk") -> None:
    """Puts the words under the pane's cursor into the text being typed."""
    pane = pane_of(desk)
    if pane is None:
        desk.say_wrong('What was said is not open: Esc, then " shows it.')
    elif desk.hand.writing is not None and (taken := pane.taken(desk.hand.writing)):
        writing, words = taken
        placed = writing != desk.hand.writing
        desk.hand.writing = writing
        desk.fields.insert(words)
        if placed:
            desk.say(writing.asks, "$text-accent")
