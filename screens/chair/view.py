"""The screen of the chair's view. It draws a board, and decides nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from screens.chair.board import Board, Tally, board, clock, is_live, time_warning
from screens.chair.commands import chair_commands
from screens.chair.figures import Figures, Part
from screens.chair.watching import Watching
from screens.chair.wording import Wording
from screens.kit.keybar import KeyBar
from screens.kit.line import Passage, Said
from screens.kit.lines import Lines
from screens.kit.rows import Row
from screens.kit.screen import CommandScreen
from screens.kit.themes import Tone, toned
from screens.sharing.speaking import speaking_until
from screens.wording import Clause

LOOK = 0.025
"""Seconds between one look at the journal and the next."""

ROOMY = 32
"""Lines of the terminal, at least, where clauses stand apart."""

NOTHING = Content("")

_QUORUM = {"QUORATE": Tone.GOOD, "AT LIMIT": Tone.WARN, "INQUORATE": Tone.BAD}
_RESULT = {"CARRIED": Tone.GOOD, "AGREED": Tone.GOOD, "LOST": Tone.BAD, "TIE": Tone.WARN}


class Chair(CommandScreen[None]):
    """Follows a meeting, and shows its board. `now` is the clock on the wall."""

    CSS_PATH = "chair.tcss"

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-beside")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-low"), (20, "-usual"), (32, "-tall"), (48, "-grand")]  # noqa: RUF012

    def __init__(self, watching: Watching, public: bool = False, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(chair_commands())
        self.watching = watching
        self.public = public
        self._now = now
        self._read: tuple[Wording, ...] = ()
        self.board = board(watching.meeting, public, watching.name)

    def compose(self) -> ComposeResult:
        yield Said(id="head")
        yield Passage(id="message")
        yield Passage(id="alone")
        yield Figures(id="quorum")
        yield Passage(id="room")
        yield Passage(id="note")
        yield Passage(id="item")
        yield Passage(id="name")
        with Horizontal(id="question"):
            with Vertical(id="now"):
                yield Said(id="now-name")
                yield _text("now-text")
            with Vertical(id="if-carried"):
                yield Said(id="carried-name")
                yield _text("carried-text")
        yield Passage(id="waiting")
        yield Figures(id="tally")
        yield Passage(id="missing")
        yield Passage(id="sentence")
        yield Passage(id="last")
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        super().on_mount()
        self._draw()
        self.set_interval(1, self._tick)
        self.run_worker(self._follow(), exit_on_error=True)

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._draw)

    async def _follow(self) -> None:
        # Not a timer of Textual's: forty a second of those would keep every queue of messages busy.
        while True:
            await asyncio.sleep(LOOK)
            if self.watching.look():
                self.board = board(self.watching.meeting, self.public, self.watching.name)
                self._draw()

    # -- drawing ---------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        with self.app.batch_update():
            shown = self.board
            self._tick()
            self._passage("message", self._message())
            self._passage("alone", Content(shown.alone))
            self._draw_room(shown)
            self._draw_question(shown)
            self._draw_tally(shown.tally)
            self._passage("last", Content(f"Last vote: {shown.last}") if shown.last else NOTHING)
            # What is to be read is the largest: the question while it is open, the figures once it is decided.
            self.set_class(bool(shown.questions) and shown.tally is None, "-asked")
            self.query_one(KeyBar).set_class(bool(shown.alone) and self.public, "off")

    def _message(self) -> Content:
        # A private session shows the public its name, and not even that a file is in trouble.
        if not self.watching.message or (self.public and self.board.alone):
            return NOTHING
        return toned(Tone.WARN, self.watching.message)

    def _tick(self) -> None:
        """The head and the warning of the clock change with it, and nothing else."""
        shown, now = self.board, self._now()
        if shown.alone:
            right = NOTHING
        elif is_live(shown, now):
            right = Content.assemble(toned(Tone.LIVE, "LIVE"), f"  {clock(shown, now)}")
        else:
            right = Content.styled("WRITTEN UP", "$text-muted") if shown.course != "before" else NOTHING
        if shown.exempt:
            right = Content.assemble(toned(Tone.WARN, "EXEMPT"), "  ", right)
        self.query_one("#head", Said).say(Content(shown.name), right)
        self._draw_note(shown, now)

    def _draw_note(self, shown: Board, now: datetime) -> None:
        """How the meeting stands; while it is open, what the clock and the rules warn of."""
        warning = "" if self.public or not is_live(shown, now) else time_warning(self.watching.meeting, now)
        warnings = Content.styled("  ".join(filter(None, (warning, shown.following))), "bold $text-warning")
        note = Content(shown.note) if shown.note else warnings
        speaker = NOTHING if shown.alone else speaker_left(speaking_until(self.watching.path, now), now)
        self._passage("note", Content("   ").join(part for part in (speaker, note) if part))

    def _draw_room(self, shown: Board) -> None:
        figures = self.query_one("#quorum", Figures)
        quorum = shown.quorum
        # A quorum that holds is a line while something is asked or was decided; one in danger stays in figures.
        quiet = quorum is None or (quorum.state == "QUORATE" and bool(shown.questions or shown.tally))
        figures.set_class(quorum is None, "off")
        figures.set_class(quiet, "-quiet")
        look = f"bold {_QUORUM[quorum.state].style}" if quorum is not None and quiet else ""
        self._passage("room", Content.styled(shown.room, look), Content(shown.presiding))
        if quorum is None:
            return
        label = "COUNT" if quorum.withdrawn or quorum.elsewhere else "IN THE ROOM"
        have = f"{quorum.have}/{shown.members}"
        figures.show(
            (
                Part(label, have),
                Part("QUORUM", str(quorum.need)),
                Part("", quorum.state, _QUORUM[quorum.state].style),
            ),
            (shown.room, f"{have}, quorum {quorum.need}: {quorum.state}", f"{have} {quorum.state}", have),
        )

    def _draw_question(self, shown: Board) -> None:
        title = f"{shown.number}  {shown.title}" if shown.number else shown.title
        self._passage("item", Content(title))
        self._passage("waiting", Content(shown.waiting))
        amended = [wording for wording in shown.questions if wording.carried]
        beside = amended[0] if len(shown.questions) == 1 and amended else None
        self._passage("name", Content(shown.questions[0].name if len(shown.questions) == 1 else ""))
        self._said("now-name", Content(beside.called if beside else ""), off=beside is None)
        self._said("carried-name", Content("If carried"), off=beside is None)
        self.query_one("#question").set_class(bool(shown.alone), "off")
        self.query_one("#if-carried").set_class(beside is None, "off")
        # Where there is room, a blank line between clauses: what is read from afar stands apart.
        apart = self.app.size.height >= ROOMY and shown.tally is None
        self.query_one("#now-text", Lines).show(_apart(_rows(shown.questions, beside), apart))
        carried = _keyed(_clauses(beside.carried, "bold underline")) if beside else []
        self.query_one("#carried-text", Lines).show(_apart(carried, apart))
        if shown.questions != self._read:
            # Another question is read from its beginning, wherever its reader was in the last; an amendment from what
            # it changes.
            self._read = shown.questions
            for lines in self.query(Lines):
                lines.scroll_to(y=0, animate=False)
            if beside:
                self.call_after_refresh(self._see_change, beside)

    def _see_change(self, wording: Wording) -> None:
        changed = [number for number, clause in enumerate(wording.carried) if clause.changed]
        gone = [number for number, clause in enumerate(wording.now) if clause.changed]
        first = min((changed or gone or [0])[0], (gone or changed or [0])[0])
        for lines in self.query(Lines):
            if rows := lines.rows:
                lines.see(str(min(first, sum(row.key is not None for row in rows) - 1)))

    def _draw_tally(self, tally: Tally | None) -> None:
        figures = self.query_one("#tally", Figures)
        figures.set_class(tally is None, "off")
        if tally is None:
            for name in ("missing", "sentence"):
                self._passage(name, NOTHING)
            return
        style = _RESULT[tally.result].style
        parts = [Part(tally.of.upper(), tally.result, style)]
        plain = [f"{tally.of.upper()} {tally.result}", tally.result]
        if tally.counts:
            names = tally.names
            parts = [*(Part(name.upper(), str(count)) for name, count in zip(names, tally.counts, strict=True)), *parts]
            words = "   ".join(f"{name} {count}" for name, count in zip(names, tally.counts, strict=True))
            score = "–".join(map(str, tally.counts))
            plain = [
                f"{words}   {tally.of.upper()} {tally.result}",
                f"{score} {tally.of.upper()} {tally.result}",
                f"{score} {tally.result}",
                score,
            ]
        figures.show(parts, plain)
        missing = toned(Tone.WARN, tally.missing) if tally.missing else NOTHING
        casting = Content.styled(tally.casting, "bold") if tally.casting else NOTHING
        self._passage("missing", Content("   ").join([part for part in (casting, missing) if part]))
        self._passage("sentence", Content(tally.sentence))

    def _passage(self, name: str, text: Content, right: Content = NOTHING) -> None:
        passage = self.query_one(f"#{name}", Passage)
        passage.set_class(not text, "off")
        passage.say(text, right)

    def _said(self, name: str, text: Content, off: bool) -> None:
        said = self.query_one(f"#{name}", Said)
        said.set_class(off, "off")
        said.say(text)

    # -- keys ------------------------------------------------------------------------------------------------------

    def action_scroll_question(self, by: int) -> None:
        """Scroll both texts together."""
        for lines in self.query(Lines):
            lines.scroll_relative(y=by, animate=False)

    def action_page_question(self, by: int) -> None:
        """Scroll both texts by what fits."""
        height = max(1, self.query_one("#now-text", Lines).size.height - 1)
        self.action_scroll_question(by * height)


LITTLE = 30
"""Seconds that are left of a speaker's time when it is said louder."""


def speaker_left(until: datetime | None, now: datetime) -> Content:
    """How long whoever of the public speaks has left; nothing where nobody does."""
    if until is None:
        return NOTHING
    seconds = int((until - now).total_seconds())
    tone = Tone.BAD if seconds < 0 else Tone.WARN if seconds <= LITTLE else Tone.GOOD
    said = f"{abs(seconds) // 60}:{abs(seconds) % 60:02} {'left' if seconds >= 0 else 'OVER'}"
    return toned(tone, f"Speaker {said}").stylize("bold")


def _text(name: str) -> Lines:
    lines = Lines(id=name)
    # The screen's own keys scroll both texts at once.
    lines.can_focus = False
    return lines


def _rows(questions: tuple[Wording, ...], beside: Wording | None) -> list[Row]:
    if beside:
        return _keyed(_clauses(beside.now, "underline"))
    rows: list[Row] = []
    for wording in questions:
        if len(questions) > 1:
            rows.append(Row(Content(wording.name), style="$text-muted"))
        rows += _clauses(wording.carried or wording.now, "bold underline")
    return rows


def _clauses(clauses: tuple[Clause, ...], touched: str) -> list[Row]:
    return [
        Row(
            Content.assemble(*((words, touched if changed else "") for words, changed in clause.pieces)),
            left=Content(clause.number) if clause.number else None,
        )
        for clause in clauses
    ]


def _apart(rows: list[Row], apart: bool) -> list[Row]:
    """The rows, where they stand `apart` with a blank line between each two."""
    return [row for one in rows for row in (one, Row(NOTHING))][:-1] if apart else rows


def _keyed(rows: list[Row]) -> list[Row]:
    """Rows that can be found by their place."""
    return [replace(row, key=str(number)) for number, row in enumerate(rows)]
