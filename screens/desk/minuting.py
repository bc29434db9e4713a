"""How the desk records: a verb's key opens a step, the step's keys make a line, the line is carried out."""

from collections.abc import Callable

from textual import events

from clerk.events import CastingVote, VoteTaken
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.gestures import chair_passes
from clerk.saying.happened import what_happened
from clerk.saying.votes import not_adding_up, read_out
from clerk.shorthand.line import Line
from screens.desk import beginning
from screens.desk.closing import if_closed
from screens.desk.roll import Count, Named
from screens.desk.showing import ShowingDesk
from screens.desk.steps import Confirm, Step
from screens.desk.writing import Writing
from screens.kit.commands import EVERYWHERE
from screens.kit.keys import shown_key
from screens.kit.lines import Lines
from screens.sitting import Taken
from store.errors import StoreError

STOPPED = "What followed a key that meant nothing is left out. Backspace goes on, Esc leaves"

Begin = Callable[[Meeting, str | None], Step]

_ANOTHER_FOLDER = " Ctrl+Q names one; nothing is lost while this window is open."


class MinutingDesk(ShowingDesk):
    """The desk at home and in a step."""

    def take(self, line: Line | str) -> bool:
        """Carries a line out; False, with the reason said, where nothing was recorded."""
        self._unkept = False
        try:
            taken = self.sitting.take(line)
        except (Unclear, StoreError) as error:
            self._unkept = isinstance(error, StoreError)
            self.say_wrong(str(error) + (_ANOTHER_FOLDER if self.sitting.kept.adrift else ""))
            self._draw_title()
            return False
        if self.previewing and taken.entry is None:
            self.previewing = False
        self.draw()
        self._say_taken(taken)
        self.say_of_the_file()
        return True

    def say_of_the_file(self) -> None:
        """Says what there is to say of the file and its second copy; never in place of what is asked or what else went
        wrong."""
        kept = self.sitting.kept
        kept.look()
        stands = (kept.name, kept.uncopied, kept.adrift)
        if self.stands != stands:
            self.stands = stands
            self._draw_title()
        if self.step is None and not self.said_wrong and (messages := kept.messages()):
            say = self.say_wrong if kept.uncopied or kept.adrift else self.say
            say(" ".join(messages) + (_ANOTHER_FOLDER if kept.adrift else ""))

    def _say_taken(self, taken: Taken) -> None:
        if taken.entry is None:
            self.say("")
            return
        meeting = self.sitting.meeting
        placed = self.sitting.placed(taken.entry)
        if placed and placed[-1].event.item == self.sitting.item and not self.previewing:
            self.query_one("#record", Lines).cursor = placed[-1].id
        labels = [p.event.vote for p in placed if isinstance(p.event, VoteTaken | CastingVote)]
        if labels and (vote := meeting.votes.get(labels[-1])):
            amiss = not_adding_up(meeting, vote)
            self.say(f"✓ {read_out(meeting, vote)}{f'  ⚠ {amiss}' if amiss else ''}", "bold")
            if vote.state == "tied":
                self.begin(beginning.casting)
            return
        shown = placed or [Placed(f"{taken.entry.n}.0", taken.entry.events[0])]
        said = "; ".join(dict.fromkeys(what_happened(meeting, p) for p in shown))
        before = len(taken.before.problems)
        problems = "  ⚠ " + meeting.problems[-1].text if len(meeting.problems) > before else ""
        chair = chair_passes(taken.before, meeting)
        self.say(f"✓ {said}{f'. {chair}' if chair else ''}{problems}")

    def begin(self, make: Begin) -> None:
        """Opens the step of a verb, or says why it cannot be."""
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
        self.step = step
        self.context = "step"
        self._draw_for(step)
        self._say_step()

    def _draw_for(self, step: Step | None) -> None:
        """Shows what a step changes of the members: how they vote, or on a narrow terminal whose letters they are."""
        if isinstance(step, Named):
            self.draw()
        if step is not None and step.people:
            self._draw_names()

    def go_home(self, say: str | None = None) -> None:
        """Back to home: letters are commands again."""
        step, self.step = self.step, None
        self.writing = None
        self.remove_class("-writing", "-lining")
        self.context = "home"
        record = self.query_one("#record", Lines)
        self.set_focus(record)
        record.park()
        if say is not None:
            self.say(say)
        self._draw_for(step)

    def on_key(self, event: events.Key) -> None:
        """At home a capital letter begins a paragraph with it; in a step the keys are the step's."""
        character = event.character if event.is_printable else None
        if character is None and self.commands.has_key(event.key, EVERYWHERE):
            return
        if self.context == "step" and self.step is not None:
            event.stop()
            event.prevent_default()
            self._press(event.key, character)
        elif self.context == "home" and character and character.isalpha() and character.isupper():
            event.stop()
            event.prevent_default()
            self.write(Writing("paragraphs"), typed=character)
        elif self.context == "home" and character and not self.commands.has_key(event.key, "home"):
            self.say_wrong(f"{shown_key(event.key)} means nothing here: ? shows the keys, Ctrl+P finds by name.")

    def on_paste(self, event: events.Paste) -> None:
        """A paste at home is a paragraph, or several."""
        if self.context == "home" and event.text.strip():
            event.stop()
            self.write(Writing("paragraphs"), typed=event.text)
        elif self.context == "step":
            event.stop()
            self.say_wrong("A paste means nothing here, and was not recorded. Esc, then paste at home.")

    def _press(self, key: str, character: str | None) -> None:
        step = self.step
        assert step is not None
        if key == "escape":
            self.go_home("")
            return
        if key == "space" and step.line is not None and not isinstance(step, Count):
            self._take_to_line(step.line)
            return
        if step.stopped and (character or key == "backspace" or (key == "enter" and step.left_out)):
            step.stopped = step.left_out = key != "backspace"
            self._say_step(STOPPED if step.stopped else "")
            return
        step.letters.wrong = step.trouble = ""
        led_to = step.press(key, character)
        if led_to == "no" and character and character.isupper() and not step.people:
            # Words typed too early: a sentence begins with a capital here as at home.
            self.write(Writing("paragraphs"), typed=character)
        elif led_to == "no":
            step.stopped = bool(character)
            self._refuse(step, key)
        else:
            self._follow(step, led_to)

    def _follow(self, step: Step, led_to: str) -> None:
        if step.follow is not None:
            self.open_step(step.follow)
        elif led_to == "home":
            self.go_home("")
        elif led_to == "findings":
            self.go_home("")
            self.show_findings(if_closed(self.sitting.meeting))
        elif led_to == "record" and step.line is not None and not self.said_whole and not step.at_once:
            self._say_step("It does not fit on this screen, so Enter records nothing: make the window larger, or Esc")
        elif led_to == "record" and step.line is not None:
            line = step.line
            self.go_home()
            if not self.take(line) and self._unkept:
                # Nothing was wrong with it but the disk: Enter tries again.
                self.step, self.context = step, "step"
        elif led_to == "text" and step.line is not None:
            kind = "piece" if step.multiline else "paragraphs" if step.line.verb == "introduce" else "short"
            self.write(Writing(kind, step.line, step.wants, so_far=step.so_far), step.text)  # type: ignore[arg-type]
        elif led_to == "line":
            self.write(Writing("line", wants="A line of shorthand"), step.text)
        else:
            self._say_step()
            self._draw_for(step if isinstance(step, Named) else None)

    def _refuse(self, step: Step, key: str) -> None:
        """Says why a key did nothing, and again what is asked."""
        if step.trouble:
            self._say_step(step.trouble)
        elif step.letters.wrong:
            self._say_step(f"No seat has “{step.letters.wrong}”")
        elif key == "enter":
            self._say_step("Not enough yet to record")
        else:
            self._say_step(f"{shown_key(key)} means nothing here")

    def _take_to_line(self, line: Line) -> None:
        from clerk.shorthand.line import as_typed

        self.write(Writing("line", wants="A line of shorthand"), as_typed(line))

    def write(self, writing: Writing, text: str = "", typed: str = "") -> None:
        """Opens a field for a text."""
        raise NotImplementedError

    def show_findings(self, meeting: Meeting) -> None:
        """Lists what does not add up in a meeting."""
        raise NotImplementedError
