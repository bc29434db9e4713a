"""What the desk shows: agenda, the record of the open item, members, the question, what was said last."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Offset
from textual.timer import Timer

from clerk.names import Unclear
from clerk.saying.gestures import say_back
from clerk.shorthand.line import Line
from clerk.times import say_date
from screens.desk import rows
from screens.desk.commands import likely_last
from screens.desk.roll import Named
from screens.desk.speaking import SpeakerClock
from screens.desk.steps import Step
from screens.desk.writing import HalfTyped, Left, Writing
from screens.kit.commands import AnyCommand, Commands
from screens.kit.containers import Across, Down
from screens.kit.fitting import wrapped
from screens.kit.keybar import KeyBar
from screens.kit.line import Passage, Said
from screens.kit.lines import Lines
from screens.kit.rows import Row
from screens.kit.screen import CommandScreen
from screens.sitting import Sitting

if TYPE_CHECKING:
    from clerk.history import History
    from screens.desk.live import Look


LOOK_AFTER = 0.05
"""Seconds after a repaint before the rules are looked at."""

MARGINS = 2
"""Cells left free at the sides of what is said."""

FEW_LINES = 3
"""How many lines the members' names may take, on a narrow terminal, when nobody asks for them."""


class ShowingDesk(CommandScreen[None]):
    """The desk as something to look at. All that it shows comes from the sitting's meeting; it holds no facts.

    `context` is "home", "step" (a verb's keys), "text" (a field of paragraphs), "piece" (of one text
    of several lines) or "line" (of one line).
    """

    def __init__(self, sitting: Sitting, commands: Commands) -> None:
        super().__init__(commands)
        self.sitting = sitting
        self.step: Step | None = None
        self.writing: Writing | None = None
        self.previewing = False
        self._left: list[Left] = []
        self._earlier: list[str] = []
        self._saved = HalfTyped()
        self._back = ""
        self._unkept = False
        self.unsaved = ""
        """Why the words being typed cannot be kept just now."""
        self.stands = ("", False, False)
        """What the meeting was kept as when the file was last looked at, whether its second copy was failing then, and
        whether what was recorded was in this window only."""
        self.said_wrong = False
        """Whether what stands above the keys is what went wrong."""
        self._sought = ""
        self._found = 0
        self.snippets: Mapping[str, str] = {}
        self.seen: Look | None = None
        self.speaker = SpeakerClock()
        self.history: History | None = None
        self._looking: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Said(id="status")
        with Down(id="body"):
            yield Said(id="title")
            yield Said(id="turn")
            yield Passage(id="question")
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
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#agenda", Lines).can_focus = False
        self.query_one("#members", Lines).can_focus = False

    def commands_now(self) -> list[AnyCommand]:
        """What can be done now, likeliest first: before the meeting opens, opening it; with no question open, the
        text; so that the narrow bar shows the keys that are wanted."""
        commands = super().commands_now()
        if self.context != "home":
            return commands
        unlikely = likely_last(self.sitting.meeting, self.sitting.item)
        return sorted(commands, key=lambda command: command.id in unlikely)

    def draw(self) -> None:
        """Shows the meeting as it now is. What looks the same as before costs nothing."""
        meeting, item = self.sitting.meeting, self.sitting.item
        self._draw_status()
        self._draw_title()
        votes = self._votes_shown()
        self._draw_question()
        if self.has_class("-narrow"):
            self.query_one("#turn", Said).say(*rows.agenda_line(meeting, item))
            self._draw_strip()
        else:
            agenda = self.query_one("#agenda", Lines)
            agenda.show(rows.agenda_rows(meeting, item, agenda.size.width - 8))
            agenda.cursor = item
            self.query_one("#members", Lines).show(rows.member_rows(meeting, item, votes))
            self.query_one("#heading", Said).say(*rows.item_heading(meeting, item))
        self.query_one("#record", Lines).show(self._record_rows())
        self._show_keys(self)
        self._look_later()

    def _draw_strip(self) -> None:
        """The members on a narrow terminal: by name where that takes a few lines, else as marks."""
        if not self.has_class("-narrow"):
            return
        named = rows.member_strip(self.sitting.meeting)
        few = len(wrapped(named, max(1, self.size.width - MARGINS))) <= FEW_LINES
        self.query_one("#strip", Passage).say(named if few else rows.member_strip(self.sitting.meeting, named=False))

    def _draw_names(self) -> None:
        """Whose letters they are, over the foot of the panes, while a narrow terminal's verb wants letters."""
        names = self.query_one("#names", Passage)
        wanted = self.step is not None and self.step.people and self.has_class("-narrow")
        if wanted:
            # There is no room to say "for" of everyone: the exceptions stand out as they were pressed.
            shown = self._votes_shown() or {}
            votes = {person: shown[person] for person in self.step.sides} if isinstance(self.step, Named) else None
            names.say(rows.member_strip(self.sitting.meeting, votes))
            # What Enter would record comes first.
            wanted = self._lines_of(names) + self._lines_of(self.query_one("#said", Passage)) <= self._room_for_words
        names.display = wanted

    @property
    def _room_for_words(self) -> int:
        """Lines that what is said may take: all but the status line, the keys and an open field."""
        return self.query_one("#body").size.height

    @property
    def said_whole(self) -> bool:
        """Whether all of what is said can be seen."""
        return self._lines_of(self.query_one("#said", Passage)) <= self._room_for_words

    def _lines_of(self, passage: Passage) -> int:
        return passage.lines_needed(self.size.width - MARGINS)

    def _look_later(self) -> None:
        """What the rules find follows the repaint; a look that the next change overtakes is not taken."""
        if self._looking is not None:
            self._looking.stop()
        self._looking = self.set_timer(LOOK_AFTER, self.look)

    def look(self) -> None:
        """Looks at the rules, and shows what is to be seen of them."""
        from screens.desk.live import look

        self._looking = None
        if self.history is None:
            self._ask_the_library()
        self.seen = look(self.sitting.meeting, self.sitting.item, self.sitting.now, self.history)
        self._draw_title()
        self._draw_question()

    def _ask_the_library(self) -> None:
        """Reads what other meetings tell of this one, beside everything else: it may be many files."""
        from clerk.history import History
        from store.history import history_of

        self.history = History()
        kept, meeting = self.sitting.kept, self.sitting.meeting

        def read() -> None:
            found = history_of(meeting, kept.path)
            self.app.call_from_thread(self._told, found)

        self.run_worker(read, thread=True, exit_on_error=False)

    def _told(self, history: "History") -> None:
        self.history = history
        self.look()

    def _draw_title(self) -> None:
        setup = self.sitting.meeting.setup
        title = f"{setup.body} · {say_date(setup.date)} · {self.sitting.kept.name}" if setup is not None else ""
        right = self._warnings()
        self.set_class(bool(right), "-warned")
        self.query_one("#title", Said).say(Content("" if self.has_class("-narrow") else title), right)

    def _warnings(self) -> Content:
        marks = {
            "⚠ In this window only: Ctrl+Q": self.sitting.kept.adrift,
            "⚠ What you type is not kept yet": self.unsaved,
            "⚠ No second copy": self.sitting.kept.uncopied,
        }
        parts = [Content.styled(mark, "bold $text-error") for mark, stands in marks.items() if stands]
        if self.seen is not None:
            from clerk.rules.checks import profile_of
            from screens.desk.live import warnings

            speaker = self.speaker.said(profile_of(self.sitting.meeting), self.wall())
            parts += [Content.styled(speaker, "bold")] if speaker else []
            found = warnings(self.seen)
            parts += [found] if found else []
        return Content("   ").join(parts)

    def wall(self) -> datetime:
        """The wall clock, whether or not the meeting's times are taken from it."""
        return (self.sitting.clock or datetime.now)()

    def _draw_question(self) -> None:
        meeting, item = self.sitting.meeting, self.sitting.item
        following = self.seen.next if self.seen is not None else ""
        self.query_one("#question", Passage).say(rows.question_passage(meeting, item, following))

    def _record_rows(self) -> list[Row]:
        if not self.previewing:
            return rows.record_rows(self.sitting.meeting, self.sitting.item)
        from screens.desk.preview import preview_rows

        return preview_rows(self.sitting.meeting, self.sitting.item)

    def _draw_status(self) -> None:
        line = self.query_one("#status", Said)
        line.say(*rows.status(self.sitting.meeting, self.sitting.item, self._time_state(), line.size.width))

    def _time_state(self) -> str:
        if self.sitting.read_only:
            return "READ-ONLY"
        if behind := self.sitting.clock_jumped:
            return f"⚠ CLOCK {int(behind.total_seconds() // 60)} min BEHIND: no times"
        now = self.sitting.now
        return f"● LIVE {now:%H:%M}" if now and self.sitting.live else "WRITTEN UP" if now is None else f"{now:%H:%M}"

    def _votes_shown(self) -> dict[str, str] | None:
        if not isinstance(self.step, Named):
            return None
        words = {"for": "for", "against": "AGAINST", "abstain": "ABSTAINS", "out": "not voting"}
        line = self.step.line
        rest = words[line.options["rest"]]
        return {
            voter.person: words[self.step.sides[voter.person]] if voter.person in self.step.sides else rest
            for voter in self.step.voters
            if voter.may or voter.person in self.step.sides
        }

    def say(self, text: str, style: str = "") -> None:
        """Says something in the line above the keys."""
        self.said_wrong = False
        self.query_one("#said", Passage).say(Content.styled(text, style) if style else Content(text))

    def say_parts(self, *parts: str | tuple[str, str]) -> None:
        """Says several things, each with its style."""
        self.said_wrong = False
        self.query_one("#said", Passage).say(Content.assemble(*parts))

    def say_wrong(self, text: str) -> None:
        """Says what could not be done; a mark says so without colour."""
        self.say(f"✗ {text}", "bold $text-error")
        self.said_wrong = True

    def _say_step(self, wrong: str = "") -> None:
        """Says what the step asks and what Enter would record; before them what was wrong with a key, if it was."""
        if self.step is None:
            return
        line = self.step.line
        would = self._would(line) if line is not None and not self.step.wants else ""
        asks = self.step.asks
        parts: list[str | tuple[str, str]] = []
        if wrong:
            parts.append((f"✗ {wrong}. ", "bold $text-error"))
        if asks:
            parts.append((asks, "$text-accent"))
        if would:
            parts.append(("\n" if asks else "") + would)
        before = Content.assemble(*parts[:-1], "\n") if would and asks else Content("")
        if self.step.adds:
            parts.append("\n" + self.step.adds)
        self.say_parts(*parts)
        self._park(before)

    def _park(self, before: Content) -> None:
        """Puts the terminal's own cursor where what Enter would record begins, after what stands `before` it."""
        foot = self.query_one("#body").region.bottom
        said = self._lines_of(self.query_one("#said", Passage))
        above = len(wrapped(before, self.size.width - MARGINS)) - 1 if before.plain else 0
        self.app.cursor_position = Offset(MARGINS // 2, foot - min(said, self._room_for_words) + above)

    def _would(self, line: Line | str) -> str:
        """What Enter would record of a line, in words; or why it would not."""
        try:
            made = self.sitting.would(line)
        except Unclear as error:
            return str(error)
        return f"{say_back(self.sitting.meeting, made.events)}  Enter" if made and made.events else ""

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self.draw)

    def _expand(self, word: str) -> str | None:
        """What a word typed in short stands for; Ctrl+Z takes it back."""
        from clerk.shorthand.snippets import expand

        return expand(self.sitting.meeting, word, self.snippets)

    def _suggest(self, typed: str) -> str | None:
        """The rest of a verb being typed in the shorthand line."""
        from clerk.shorthand.verbs import VERBS

        if self.writing is None or self.writing.kind != "line" or not typed.startswith(":") or " " in typed:
            return None
        return next((f":{name} " for name in VERBS if name.startswith(typed[1:]) and typed[1:]), None)
