"""The desk: it turns keys into lines and a meeting into Content, and decides nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.command import Provider
from textual.content import Content

from clerk.names import Unclear
from clerk.shorthand.line import PARAGRAPH, Line
from screens.desk import recording, rows, taking_up
from screens.desk.asking import asked_next
from screens.desk.commands import wanted_now
from screens.desk.deeds import leads_on
from screens.desk.fields import Fields
from screens.desk.half_typed import KEPT
from screens.desk.hand import Deed, Hand, Sought
from screens.desk.key import Begin, Key
from screens.desk.leaving import FileWatch, keep_elsewhere, leave
from screens.desk.looking import Looking
from screens.desk.panes import HIGH, LOW, Panes
from screens.desk.publishing import Twice
from screens.desk.steps import Confirm, Step
from screens.desk.writing import Form, Writing
from screens.kit.command import EVERYWHERE, AnyCommand
from screens.kit.commands import Commands
from screens.kit.keybar import KeyBar
from screens.kit.keys import typed_by
from screens.kit.screen import CommandScreen
from screens.kit.turns import InTurn
from screens.sitting import Sitting
from store.errors import StoreError

if TYPE_CHECKING:
    from screens.desk.completing import Completing


def _verbs() -> type[Provider]:
    from screens.desk.verb_palette import VerbProvider

    return VerbProvider


class DeskScreen(CommandScreen[None]):
    """Where a meeting is minuted. It owns the panes and the fields, gives keys to the hand, and carries out what they
    come to; `Desk` in `screens.desk.key` says what a key may ask of it.

    `context` is "home", "step" (a verb's keys), "text" (a field of paragraphs), "piece" (of one text of several lines)
    or "line" (of one line).
    """

    CSS_PATH = "desk.tcss"
    COMMANDS: ClassVar[set[Callable[[], type[Provider]]]] = {_verbs}  # type: ignore[assignment]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-low"), (LOW, "-tall"), (HIGH, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, sitting: Sitting, commands: Commands, completing: "Callable[[], Completing]") -> None:
        super().__init__(commands)
        self.sitting = sitting
        self.hand = Hand()
        self.sought = Sought()
        self.previewing = False
        self.panes = Panes(sitting)
        self.fields = Fields(self)
        self.looking = Looking(sitting, completing)
        self._file = FileWatch(sitting.kept)
        self._again = False
        """Whether what was to be recorded waits for another Enter: the disk refused it, or it publishes something."""
        self._twice = Twice()
        self._next: Step | None = None
        """What is asked after what was recorded last."""
        self.told_of_loss = False
        """Whether leaving was tried while words could not be kept."""

    @property
    def completing(self) -> "Completing":
        """What may follow the words being typed."""
        return self.looking.completing

    def compose(self) -> ComposeResult:
        yield self.panes
        yield self.fields
        yield KeyBar(self.commands)

    def on_mount(self) -> None:
        super().on_mount()
        said = taking_up.take_up(self, self.fields)
        self.draw()
        self.call_after_refresh(self._bring_fields, said)

    async def _bring_fields(self, said: str) -> None:
        """The fields follow the first picture; the app holds the keys until they are there."""
        if await self.fields.bring():
            self.call_after_refresh(self.say, said)
        self.set_interval(1.0, self._every_second)
        if isinstance(self.app, InTurn):
            self.app.let_keys_go()

    def leave(self) -> str:
        """The last thing before the desk closes, however it closes: what is half typed is saved. Gives why words would
        be lost."""
        return self.fields.half.last()

    @property
    def writing(self) -> Writing | None:
        """What a field is being filled for."""
        return self.hand.writing

    @property
    def said_wrong(self) -> bool:
        """Whether what stands above the keys is what went wrong."""
        return self.panes.said_wrong

    # -- keys ------------------------------------------------------------------------------------------------------

    def commands_now(self) -> list[AnyCommand]:
        """What can be done now, likeliest first, so that the narrow bar shows the keys that are wanted."""
        return wanted_now(super().commands_now(), self.sitting.meeting, self.sitting.item, self.hand)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "press":
            return super().check_action(action, parameters)
        command = self.commands[str(parameters[0])]
        return self.available(command) if command.in_context(self.context) else False

    def action_press(self, id_: str, key: str) -> None:
        """What a key of the command table does."""
        command = self.commands[id_]
        if issubclass(command, Key):
            command.press(self, key)

    def on_key(self, event: events.Key) -> None:
        """At home a capital letter begins a paragraph with it; in a step the keys are the step's."""
        character = typed_by(event)
        if character is None and self.commands.of_key(event.key, EVERYWHERE) is not None:
            return
        bound = self.commands.of_key(event.key, self.context) is not None
        deed = self.hand.press(event.key, character, bound=bound, whole=self.said_whole)
        if deed is not None:
            event.stop()
            event.prevent_default()
            self._do(deed)

    def on_paste(self, event: events.Paste) -> None:
        """A paste at home is a paragraph, or several."""
        deed = self.hand.paste(event.text)
        if deed is not None:
            event.stop()
            self._do(deed)

    def press(self, key: str, character: str | None = None) -> None:
        """Gives a key to the step that is under way."""
        deed = self.hand.press(key, character, whole=self.said_whole)
        if deed is not None:
            self._do(deed)

    def _do(self, deed: Deed) -> None:
        """Carries out what a key came to."""
        if leads_on(self, deed):
            return
        if deed.line is not None:
            self._record(deed.line, deed.step)
        elif self.hand.step is not None:
            self._say_step(deed.wrong)
            if self.hand.step.marks is not None or self.hand.step.people:
                self.panes.draw_members(self.hand.step)
                if self.panes.marks_unseen:
                    self._say_step(deed.wrong)

    def _record(self, line: Line, step: Step | None) -> None:
        self.go_home(keep=False)
        self._again = False
        form = step.form if step is not None else None
        if not self.take(line) and (self._again or (form is not None and not form.empty)):
            # Enter tries again, or says that it is meant; of a form what was wrong can be put right.
            self.hand.step = step
            self.context = self.hand.context

    def begin(self, make: Begin) -> None:
        """Opens the step of a key, or says why it cannot be."""
        if self.sitting.read_only:
            self.say_wrong(self.sitting.read_only)
            return
        try:
            step = make(self.sitting.meeting, self.sitting.item)
            if isinstance(step, Confirm):
                # It asks for nothing more: where it could record nothing, no key is to be taken for it.
                self.sitting.would(step.line)
        except Unclear as error:
            self.say_wrong(str(error))
        else:
            self.open_step(step)

    def open_step(self, step: Step) -> None:
        """Takes the keys that follow for a step."""
        if self.sitting.read_only:
            self.say_wrong(self.sitting.read_only)
            return
        self._twice = Twice()
        self.hand.step = step
        self.context = self.hand.context
        step.adds = self.fields.half.begin_form(step) or step.adds
        self._say_step()
        if step.people:
            self.panes.draw_members(step)

    def go_home(self, say: str | None = None, *, keep: bool = True) -> None:
        """Back to home: letters are commands again. What is half typed in a form is kept, unless told not to."""
        form = self._leave_step()
        kept = keep and self.fields.half.leave_form(form)
        self.fields.close()
        self.context = self.hand.context
        self.set_focus(self.panes.record)
        self.panes.record.park()
        if say is not None:
            self.say(say or (KEPT if kept else ""))

    def _leave_step(self) -> Form | None:
        """Leaves what is under way; gives what was typed in its form."""
        before = self.hand.came_from
        step = self.hand.go_home()
        if step is not None and step.people:
            self.panes.draw_members(None)
        return step.form if step is not None else before

    def write(self, writing: Writing, text: str = "", typed: str = "") -> None:
        """Opens a field for a text, begun with `text`, or with words that were left in the same half typed; or with
        what has been `typed` already."""
        if self.sitting.read_only and writing.kind != "find" and writing.line.verb != "because":
            self.say_wrong(self.sitting.read_only)
            return
        also = ""
        if not typed:
            writing, text, also = self.fields.half.begun(writing, text)
        form = self._leave_step()
        if writing.line.verb == PARAGRAPH:
            self.fields.half.leave_form(form)
        else:
            self.hand.came_from = form
        self._twice = Twice()
        self.hand.writing = writing
        self.context = self.hand.context
        self.fields.open(writing, typed or text)
        self.say(f"{writing.asks}{f'   {also}' if also else ''}", "$text-accent")
        # At once: a kill within a second must not leave older words to be taken for these.
        self.fields.half.save()

    # -- recording -------------------------------------------------------------------------------------------------

    def take(self, line: Line | str) -> bool:
        """Carries a line out; False, with the reason said, where nothing was recorded."""
        try:
            if first := self._twice.first(self.sitting, line):
                self._again = True
                self.say(first, "bold $text-warning")
                return False
            taken = self.sitting.take(line)
        except (Unclear, StoreError) as error:
            self._again = isinstance(error, StoreError)
            self.say_wrong(f"{error}{self._file.way_out}")
            self.warn("")
            return False
        self.hand.came_from = None
        if self.previewing and taken.entry is None:
            self.previewing = False
        self.draw()
        done = recording.done(self.sitting, taken)
        if done.line is not None and not self.previewing:
            self.panes.record.cursor = done.line
        self.say(done.said, done.style)
        self._next = asked_next(self.sitting, taken)
        self.ask_on()
        self.say_of_the_file()
        return True

    def would(self, line: Line | str) -> str:
        """What Enter would record of a line, in words; or why it would not."""
        # In a step the members' own pane shows how each is marked, where there is room.
        return recording.ahead(self.sitting, line, names=self.hand.step is None or self.panes.marks_unseen)

    def ask_on(self) -> None:
        """Asks what is to be asked after what was recorded last; after a line of shorthand as after keys."""
        if self._next is not None:
            self.open_step(self._next)

    def say_of_the_file(self) -> None:
        """Says what there is to say of the file and its second copy; never in place of what is asked or what else went
        wrong."""
        if self._file.changed():
            self.warn("")
        if self.hand.step is None and not self.said_wrong and (said := self._file.said()):
            say = self.say_wrong if self._file.amiss else self.say
            say(said)

    def _every_second(self) -> None:
        self.panes.draw_status()
        if self.looking.speaker.running:
            self.warn("")
        # What became of the file comes before what became of the words beside it.
        self.say_of_the_file()
        self.fields.half.save()

    # -- showing ---------------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Shows the meeting as it now is. What looks the same as before costs nothing."""
        shown = rows.shown_rows(self.sitting.meeting, self.sitting.item, preview=self.previewing)
        self.panes.draw(shown, self.hand.step, self.looking.following, self._warnings())
        self._show_keys(self)
        self.looking.after_repaint(self.set_timer, self.look)

    def look(self) -> None:
        """Looks at the rules, and shows what is to be seen of them."""
        if self.looking.look():
            self.run_worker(self._ask_the_library, thread=True, exit_on_error=False)
        self.panes.draw_question(self.looking.following, self._warnings())

    def _ask_the_library(self) -> None:
        self.looking.read_library()
        self.app.call_from_thread(self.look)

    def _warnings(self) -> Content:
        return self.looking.warnings(self.fields.half.unsaved)

    def warn(self, problem: str) -> None:
        """Shows what is to be warned of, and says a new problem where nothing else is being said."""
        self.panes.draw_title(self._warnings())
        if problem and self.hand.step is None and not self.said_wrong:
            self.say_wrong(problem)

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self.draw)

    @property
    def said_whole(self) -> bool:
        """Whether all of what is said can be seen."""
        return self.panes.said_whole

    def say(self, text: str, style: str = "") -> None:
        """Says something in the line above the keys."""
        self.panes.say(Content.styled(text, style) if style else Content(text))

    def say_parts(self, *parts: str | tuple[str, str]) -> None:
        """Says several things, each with its style."""
        self.panes.say(Content.assemble(*parts))

    def say_wrong(self, text: str) -> None:
        """Says what could not be done; a mark says so without colour."""
        self.panes.say(Content.styled(f"✗ {text}", "bold $text-error"), wrong=True)

    def _say_step(self, wrong: str = "") -> None:
        step = self.hand.step
        if step is not None:
            line = step.line
            would = step.told(self.would(line)) if line is not None and not step.wants else ""
            self.panes.say_step(step, would, wrong)

    # -- turning and looking ---------------------------------------------------------------------------------------

    @property
    def at_cursor(self) -> str | None:
        """The event of the line under the cursor, in the record or in its preview."""
        return (self.row_at_cursor or "").partition("#")[0] or None

    @property
    def below_cursor(self) -> str | None:
        """The event below which a new line goes, where the clerk went up to it; None: at the end."""
        here, lines = self.at_cursor, self.lines
        return here if self.panes.record.walked and here in lines and here != lines[-1] else None

    @property
    def row_at_cursor(self) -> str | None:
        """The row under the cursor, of which a line of the preview may be one of several."""
        return self.panes.record.cursor

    @property
    def lines(self) -> list[str]:
        """The events of the record in sight, in its order; none in the preview."""
        return [] if self.previewing else [row.key for row in self.panes.record.rows if row.key]

    def turn_to(self, item: str | None, event: str | None = None) -> None:
        """Turns to an item, and to a line of its record."""
        if item in self.sitting.meeting.items:
            self.sitting.item = item
        self.draw()
        if any(row.key == event for row in self.panes.record.rows if row.key):
            self.panes.record.cursor = event

    def action_help_palette(self) -> None:
        self.app.action_command_palette()

    def action_screen_quit(self) -> None:
        """Ctrl+Q, which the app takes before any screen."""
        leave(self)

    def action_screen_folder(self) -> None:
        """Asks for another folder where the meeting's own is gone."""
        keep_elsewhere(self)
