"""The panes of the desk: they draw rows of a meeting, and over their foot what is said. They hold no facts."""

from typing import Protocol, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Offset

from clerk.meeting.motions import newest_shown
from screens.desk import rows
from screens.desk.members import as_marks, in_columns, member_rows, seated
from screens.desk.opening import title
from screens.desk.question import decided_last, question_passage
from screens.desk.steps import Step
from screens.kit.containers import Across, Down
from screens.kit.fitting import wrapped
from screens.kit.line import Passage, Said
from screens.kit.lines import Lines
from screens.kit.rows import Row
from screens.sitting import Sitting

MARGINS = 2
"""Cells left free at the sides of what is said."""

FEW_LINES = 3
"""How many lines the members' names may take, on a narrow terminal, when nobody asks for them."""

LOW = 16
"""Lines of a narrow terminal, at least, for the members to be named above the record."""

HIGH = 30
"""Lines of a terminal, at least, for the question to be as long as two fifths of it."""

SHORT = 24
"""Cells that a warning may take beside what comes next, on a narrow terminal."""

BESIDE = 12
"""Lines of the terminal that are not for the members, when there is one to a line: they stand in columns above the
other panes where those left are too few."""

OF_TITLES = 8
"""Cells of the agenda's pane that are not for an item's title."""


class Follows(Protocol):
    """A pane that goes where the record's cursor goes."""

    def redraw(self) -> None:
        """Shows what is kept now."""

    def follow_record(self) -> None:
        """Goes to what belongs to the line under the record's cursor."""

    def lead_record(self) -> None:
        """Has the record go to what belongs to its own cursor."""


class Panes(Down):
    """All of the desk but the keys and the fields."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(id="body")
        self.sitting = sitting
        self.said_wrong = False
        """Whether what is said is what went wrong."""
        self._opening = True
        """Whether the record has not been drawn yet where it can be seen."""
        self.marks_unseen = False
        """Whether there is no room to show how each member is marked by the step under way."""
        self._beside: Lines | None = None
        """What stands beside the record, in place of the members; it `Follows` the record."""

    def compose(self) -> ComposeResult:
        yield Said(id="status")
        yield Said(id="title")
        yield Said(id="turn")
        yield Passage(id="question")
        yield Passage(id="next")
        yield Passage(id="strip")
        with Across(id="panes"):
            yield Lines(id="agenda", cursor=True)
            with Down(id="middle"):
                yield Said(id="heading")
                yield Lines(id="record", cursor=True, empty=Content("Nothing recorded under this item yet."))
            yield Lines(id="members")
        # On a layer over the foot of the panes: however long what is said, nothing moves for it.
        with Down(id="foot"):
            yield Passage(id="names")
            yield Passage(id="said")

    def on_mount(self) -> None:
        self.query_one("#agenda", Lines).can_focus = False
        self.query_one("#members", Lines).can_focus = False

    def on_descendant_focus(self) -> None:
        self._see_focus()

    def on_descendant_blur(self) -> None:
        self._see_focus()

    def _see_focus(self) -> None:
        """The heading of the record stands out while keys go there, and not into a field."""
        for name in ("#heading", "#turn"):
            self.query_one(name).set_class(self.record.has_focus, "-in-hand")

    @property
    def narrow(self) -> bool:
        """Whether agenda and members have no panes of their own."""
        return self.screen.has_class("-narrow")

    @property
    def record(self) -> Lines:
        """The pane of the record, or of its preview."""
        return self.query_one("#record", Lines)

    # -- what stands beside the record -----------------------------------------------------------------------------

    def show_beside(self, pane: Lines | None) -> None:
        """Shows a pane beside the record, or below it on a narrow terminal; None: the record alone again."""
        was, self._beside = self._beside, pane
        if was is not None:
            was.remove()
        if pane is not None:
            self.query_one("#panes", Across).mount(pane)

    def on_lines_moved(self, message: Lines.Moved) -> None:
        """Where one cursor was moved, the other pane's follows."""
        if self._beside is None:
            return
        follows = cast(Follows, self._beside)
        if message.lines is self._beside:
            follows.lead_record()
        elif message.lines is self.record and not self._beside.has_focus:
            # Led by the pane it may lose its line, with its item: that leads nobody back.
            follows.follow_record()

    # -- what it shows ---------------------------------------------------------------------------------------------

    def draw(self, record: list[Row], step: Step | None, following: str, warnings: Content) -> None:
        """Shows the meeting as it now is. What looks the same as before costs nothing."""
        meeting, item = self.sitting.meeting, self.sitting.item
        self.draw_status()
        self.draw_question(following, warnings)
        self.query_one("#members").set_class(self._many, "-many")
        if self.narrow:
            self.query_one("#turn", Said).say(*rows.agenda_line(meeting, item, self._across))
        else:
            self._draw_agenda()
            self.query_one("#heading", Said).say(*rows.item_heading(meeting, item))
        self.draw_members(step)
        self.record.show(record)
        if self._opening and self.record.size.height:
            # What came last is where the meeting goes on, whatever took the record's room meanwhile.
            self._opening = False
            if self.record.cursor is None:
                self.record.scroll_end(animate=False, force=True)
        if self._beside is not None:
            cast(Follows, self._beside).redraw()

    @property
    def _across(self) -> int:
        """Cells of a line that goes from side to side. The app knows them before the panes do, in the first picture."""
        return self.app.size.width - MARGINS

    def _draw_agenda(self) -> None:
        """The agenda, in a pane whose breadth follows the terminal's."""
        agenda = self.query_one("#agenda", Lines)
        broad = min(48, self.app.size.width * 27 // 100)
        agenda.styles.width = broad
        high = agenda.size.height or self.app.size.height - BESIDE
        agenda.show(rows.agenda_rows(self.sitting.meeting, self.sitting.item, broad - OF_TITLES, high))
        agenda.cursor = self.sitting.item

    def draw_status(self) -> None:
        """The line that is always in sight."""
        line = self.query_one("#status", Said)
        at_length, briefly = self._time_state()
        state = ("  ".join(filter(None, (self.sitting.kept.book, at_length))), at_length, briefly)
        line.say(*rows.status(self.sitting.meeting, self.sitting.item, state, self._across))

    def _time_state(self) -> tuple[str, str]:
        """What times are, at length and briefly."""
        if self.sitting.read_only:
            return "READ-ONLY", "READ-ONLY"
        if behind := self.sitting.clock_jumped:
            return f"⚠ CLOCK {int(behind.total_seconds() // 60)} min BEHIND: no times", "⚠ CLOCK"
        now = self.sitting.now
        at = f"{now:%H:%M}" if now else ""
        return (f"● LIVE {at}", f"● {at}") if now and self.sitting.live else (at or "WRITTEN UP",) * 2

    def draw_title(self, warnings: Content) -> None:
        """Which meeting it is, and what is to be warned of; on a narrow terminal warnings stand beside what comes next,
        in a line of their own where they are long."""
        setup = self.sitting.meeting.setup
        shown = title(setup.body, setup.date, self.sitting.kept.name) if setup is not None else ""
        following = self.query_one("#next", Passage)
        # In the midst of a sentence that takes several lines they would be read as a part of it.
        fits = following.text.cell_length + warnings.cell_length < self._across
        beside = self.narrow and warnings.cell_length <= SHORT and fits
        self.screen.set_class(bool(warnings) and not beside, "-warned")
        self.query_one("#title", Said).say(Content("" if self.narrow else shown), Content("") if beside else warnings)
        following.say(following.text, warnings if beside else Content(""))

    def draw_question(self, following: str, warnings: Content) -> None:
        """The question now open, what comes next, and what is to be warned of."""
        meeting, item = self.sitting.meeting, self.sitting.item
        question = self.query_one("#question", Passage)
        question.set_class(newest_shown(meeting, item) is not None, "-asked")
        question.set_class(decided_last(meeting, item) is not None, "-decided")
        self._say_question(self._question_lines)
        said = Content.styled(f"Next: {following}", "bold $text-warning") if following else Content("")
        self.query_one("#next", Passage).say(said)
        self.draw_title(warnings)

    @property
    def _question_lines(self) -> int:
        """Lines that the question may take; the sheet says the same, and leaves as many free about it."""
        if self.app.size.height < LOW:
            return 1
        high = (self.size.height or self.app.size.height - 1) * 2 // 5 - self._question_free
        return high if self.app.size.height >= HIGH else 7

    @property
    def _question_free(self) -> int:
        """Lines left free above and below the question."""
        return 2 if self.app.size.height >= HIGH else 0

    def _say_question(self, lines: int) -> None:
        passage = question_passage(self.sitting.meeting, self.sitting.item, self._across, lines)
        self.query_one("#question", Passage).say(passage)

    def draw_members(self, step: Step | None) -> None:
        """The members; while a step marks them, how each is marked. On a narrow terminal, over the foot of the panes,
        while a step wants letters."""
        if self.narrow:
            self._draw_narrow(step)
            return
        meeting, item = self.sitting.meeting, self.sitting.item
        members = self.query_one("#members", Lines)
        at = next((seat for seat, person in meeting.acting if step is not None and person == step.at), None)
        # Only what is not the rule is said, so that it is seen, and so that opening a verb rewrites no seat.
        those = seated(meeting, item, step.marks if step is not None else None)
        if not self._many:
            members.show(member_rows(those))
            if at is not None:
                members.see(at)
            return
        # The sheet gives them half of the panes.
        most = self.query_one("#panes").size.height // 2 or self.app.size.height * 2 // 5
        lines = in_columns(those, self._across, most)
        members.show([Row(line, key=str(number)) for number, line in enumerate(lines)])
        if at is not None:
            members.see(str([member.seat for member in those].index(at) % len(lines)))

    @property
    def _many(self) -> bool:
        """Whether the members are too many to stand beside the record, one to a row."""
        return not self.narrow and len(self.sitting.meeting.seats) > self.app.size.height - BESIDE

    def _draw_narrow(self, step: Step | None) -> None:
        """The members on a narrow terminal: above the record by name where that takes a few lines, else as marks; over
        the foot of the panes while a step wants letters that do not stand there, with how each is marked."""
        meeting, item, width = self.sitting.meeting, self.sitting.item, self._across
        those = seated(meeting, item, step.marks if step is not None else None)
        named = in_columns(those, width, len(in_columns(those, width, noted=False)))
        named_above = len(named) <= FEW_LINES and self.app.size.height >= LOW
        self.query_one("#strip", Passage).say(Content("\n").join(named) if named_above else as_marks(those))
        names = self.query_one("#names", Passage)
        wanted, lines = step is not None and step.people and not named_above, self._question_lines
        if wanted:
            room = self._room - self._lines_of(self.query_one("#said", Passage))
            # As broad as they can be rather than over the question, of which each clause keeps a part.
            left = room - (self.query_one("#question", Passage).region.y - self.region.y - 1) - self._question_free
            whole = question_passage(meeting, item, width, lines)
            columns = in_columns(those, width, max(1, left - len(wrapped(whole, width))))
            names.say(Content("\n").join(columns))
            # What Enter would record comes first.
            wanted = len(columns) <= room
            lines = max(1, min(lines, left - len(columns))) if wanted else lines
        names.display = wanted
        self.marks_unseen = step is not None and bool(step.marks) and not wanted and not named_above
        self._say_question(lines)

    # -- what is said ----------------------------------------------------------------------------------------------

    def say(self, said: Content, wrong: bool = False) -> None:
        """Says something above the keys; `wrong`: it is what could not be done."""
        self.said_wrong = wrong
        self.query_one("#said", Passage).say(said)

    def say_step(self, step: Step, would: str, wrong: str = "") -> None:
        """Says what a step asks and what Enter `would` record; before them what was wrong with a key, if it was."""
        asks = step.asks
        parts: list[str | tuple[str, str]] = [(f"✗ {wrong}. ", "bold $text-error")] if wrong else []
        parts += [(asks, "$text-accent")] if asks else []
        before = Content.assemble(*parts, "\n" if would and asks else "")
        parts += [("\n" if asks else "") + would] if would else []
        parts += ["\n" + step.adds] if step.adds else []
        self.say(Content.assemble(*parts))
        self._park(before)

    def _park(self, before: Content) -> None:
        """Puts the terminal's own cursor where what Enter would record begins, after what stands `before` it."""
        said = self._lines_of(self.query_one("#said", Passage))
        above = len(wrapped(before, self.size.width - MARGINS)) - 1 if before.plain else 0
        self.app.cursor_position = Offset(MARGINS // 2, self.region.bottom - min(said, self._room) + above)

    @property
    def said_whole(self) -> bool:
        """Whether all of what is said can be seen."""
        return self._lines_of(self.query_one("#said", Passage)) <= self._room

    @property
    def _room(self) -> int:
        """Lines that what is said may take: all but the status line."""
        return self.size.height - 1

    def _lines_of(self, passage: Passage) -> int:
        return passage.lines_needed(self.size.width - MARGINS)
