"""What is answered to each line of the conversation. No terminal: text in, sentences out."""

import re
from collections.abc import Callable, Iterator
from textwrap import wrap

from clerk.completion.lines import goes_on
from clerk.names import Unclear
from clerk.rules.checks import findings
from clerk.rules.coming import what_comes_next
from clerk.saying.gestures import names_said, say_back
from clerk.saying.names import brief_names
from clerk.saying.questions import question_now
from clerk.saying.room import quorum_line, quorum_now
from clerk.shorthand.line import Line
from clerk.shorthand.verbs import VERBS
from screens.desk import recording
from screens.desk.asking import asked_next
from screens.desk.commands import desk_commands
from screens.desk.commands.votes import Count
from screens.desk.half_typed import BACK, KEPT, THROWN, HalfTypedWords
from screens.desk.hand import GO_ON, Deed, Hand
from screens.desk.key import Key
from screens.desk.publishing import Twice
from screens.desk.steps import Step
from screens.desk.writing import Left, Writing
from screens.joined import joined
from screens.kit.keys import character as typed_by
from screens.kit.keys import key_name
from screens.sitting import Sitting
from screens.typed_path import typed_path
from store.errors import StoreError
from store.refuge import folders

WIDTH = 80
"""Characters of a line at most: what a Braille display or a reader's ear holds."""

HELP = (
    "A line of shorthand begins with a colon; a capital begins a paragraph; a small letter is a verb's key, as at the "
    "desk: u, v a B, 6 3 1, o e. Then Enter alone records it; stop leaves what was begun and keeps its words, drop "
    "throws them away. Ask: who, tally, question, item, findings, next. leave ends."
)


def in_lines(said: str) -> list[str]:
    """A sentence in lines of at most `WIDTH` characters, without the marks that are only for the eye."""
    return wrap(re.sub("[✓⚠✗] ", "", said), WIDTH)


class Conversation:
    """One meeting, line by line. `answer` takes what was typed and gives the sentences to print."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.hand = Hand()
        self.over = False
        self._commands = desk_commands()
        self._pending: Line | str | None = None
        self._typed: tuple[Writing, str] | None = None
        """The text that waits for Enter, and what it is of."""
        self._offered = ""
        """Words that were left half typed in the text that is asked for."""
        self.half = HalfTypedWords(self, lambda: "")
        self._twice = Twice()
        self._shown = ""
        """The question's text, as it was last said."""
        half, self._kept_before = self.half.take_up()
        if self.half.to_go_on is not None and half.writing is not None:
            # The words that were being typed at the desk: offered where they belong.
            self.half.to_go_on = None
            self.hand.left.append(Left(half.writing, half.text, half.item))
        self._asked: dict[str, Callable[[], str]] = {
            "who": self._who,
            "tally": self._tally,
            "question": self._question,
            "item": self._item,
            "findings": self._findings,
            "next": self._next,
            "help": lambda: HELP,
        }

    @property
    def prompt(self) -> str:
        """What stands before the line: the item, and whether times are the clock's."""
        item = self.sitting.meeting.items.get(self.sitting.item or "")
        live = "LIVE " if self.sitting.live else ""
        return f"{live}{item.number.rstrip('.') if item and item.number else '-'}> "

    def answer(self, typed: str) -> list[str]:
        """The sentences that answer a line, none longer than `WIDTH`."""
        said = [*self._answers(typed), *self._of_the_file()]
        if problem := self.half.save():
            said.append(problem)
        return [line for one in said for line in in_lines(one)]

    def warn(self, problem: str) -> None:
        """What is wrong with keeping the words is said in the answer."""

    def begin(self) -> list[str]:
        """What is said first: of words that were left half typed, and the item."""
        return [*(line for said in self._kept_before for line in in_lines(said)), *self.answer("item")]

    def _of_the_file(self) -> Iterator[str]:
        """What became of the meeting's file meanwhile, and of its second copy."""
        kept = self.sitting.kept
        kept.look()
        yield from kept.messages()
        if kept.adrift:
            yield f"{kept.only_here} Type keep and a folder, such as keep {next(folders(kept.path))}"

    def _keep(self, folder: str) -> str:
        try:
            return self.sitting.kept.keep_in(typed_path(folder))
        except (StoreError, Unclear) as error:
            return str(error)

    def completions(self, typed: str) -> list[str]:
        """What a word begun may become: a verb, an option, one of a choice, a question, somebody's name."""
        if typed.startswith(":") and " " in typed:
            on = goes_on(self.sitting.meeting, typed, worth=1)
            if on.words is None:
                begun = re.split("[ ,+=]", typed)[-1]
                return [begun + rest for rest in on.rests]
        word = typed.rsplit(" ", 1)[-1].casefold()
        if typed.startswith(":") and " " not in typed:
            return [f":{name}" for name in VERBS if f":{name}".startswith(typed)]
        names = [person.surname for person in self.sitting.meeting.people.values()]
        known = [*self._asked, "leave"] if " " not in typed else []
        return [one for one in (*known, *names) if word and one.casefold().startswith(word)]

    def _answers(self, typed: str) -> Iterator[str]:
        typed = typed.rstrip("\n")
        adrift = self.sitting.kept.adrift
        if adrift and typed.startswith("keep "):
            yield self._keep(typed.removeprefix("keep "))
        elif adrift and typed.strip() in ("leave", "quit"):
            # Left now, all that was recorded would be gone with the window; why is said below.
            yield "Not left."
        elif not typed.strip():
            yield self._enter()
        elif typed.strip() in ("stop", "drop"):
            yield self._stop(keep=typed.strip() == "stop")
        elif self.hand.writing is not None:
            yield self._text(self.hand.writing, typed)
        elif typed.strip() in ("leave", "quit"):
            self.over = True
            yield "All that is recorded is kept."
        elif typed.strip() in self._asked:
            yield self._asked[typed.strip()]() or "Nothing."
        elif self.hand.step is not None:
            yield self._keys(typed)
        elif typed.startswith(":") or typed[:1].isupper():
            self._leave()
            self._typed = (Writing("line" if typed.startswith(":") else "paragraphs"), typed)
            self._pending = typed
            yield self._would(typed)
        else:
            yield self._verb(typed)

    def _stop(self, *, keep: bool) -> str:
        """Leaves what was begun, and keeps what was typed in it or throws it away; a paragraph that begins so has a
        capital."""
        begun = self.hand.step is not None or self.hand.writing is not None or self._pending is not None
        typed = self._leave(keep=keep)
        if typed:
            return KEPT if keep else THROWN
        return "Left; nothing is recorded." if begun else "Nothing was begun."

    def _leave(self, *, keep: bool = True) -> bool:
        """Leaves what is under way, and keeps what was typed in it; whether anything was."""
        form = self.hand.step.form if self.hand.step is not None else self.hand.came_from
        left, self._typed, offered, self._offered = self._typed, None, self._offered, ""
        writing = self.hand.writing
        typed = left is not None or bool(offered) or (form is not None and not form.empty)
        if keep and left is not None:
            self.half.leave_text(*left)
        elif keep and offered and writing is not None:
            self.half.leave_text(writing, offered)
        elif keep:
            self.half.leave_form(form)
        self.hand.go_home()
        self._pending = None
        return typed

    # -- recording -------------------------------------------------------------------------------------------------

    def _enter(self) -> str:
        if self.hand.step is not None:
            if self.hand.step.stopped:
                self.hand.press("backspace", None)
            return self._do(self.hand.press("enter", None))
        if self.hand.writing is not None and self._offered:
            return self._text(self.hand.writing, self._offered)
        if self._pending is None:
            return "Nothing to record."
        line, self._pending = self._pending, None
        return self._take(line)

    def _take(self, line: Line | str) -> str:
        # What was typed is recorded now; refused, it is offered again.
        form = self.hand.step.form if self.hand.step is not None else self.hand.came_from
        left, self._typed = self._typed, None
        self.hand.go_home()
        self._pending = None
        try:
            if first := self._twice.first(self.sitting, line):
                self._pending = line
                return first.removeprefix("⚠ ").replace("Esc leaves all as it is", "anything else leaves all as it is")
            taken = self.sitting.take(line)
        except (Unclear, StoreError) as error:
            self.hand.came_from = form
            if left is not None:
                self.half.leave_text(*left)
            else:
                self.half.leave_form(form)
            self.hand.came_from = None
            return f"Not recorded: {error}"
        done = recording.done(self.sitting, taken)
        said = done.said.removeprefix("✓ ") or "Turned."
        asks = asked_next(self.sitting, taken)
        return f"{said} {self._open(asks)}" if asks is not None else said

    def _would(self, line: Line | str) -> str:
        try:
            made = self.sitting.would(line)
        except Unclear as error:
            self._pending = None
            return f"Not clear: {error}"
        if made is None or not made.events:
            return "Enter turns there." if made is not None else "Nothing to record."
        names = names_said(self.sitting.meeting, made.events)
        said = f"{say_back(self.sitting.meeting, made.events, made.clock)}{f' {names}.' if names else ''}"
        return f"{said}{joined(self.sitting.meeting, made.events)} Enter?"

    # -- keys ------------------------------------------------------------------------------------------------------

    def _verb(self, typed: str) -> str:
        first, meeting, item = typed[0], self.sitting.meeting, self.sitting.item
        command = self._commands.of_key(key_name(first), "home")
        try:
            if first.isdigit():
                said = self._open(Count(meeting, item, first))
            elif command is None or not issubclass(command, Key):
                return f"“{first}” means nothing here. help says what does."
            elif hasattr(command, "step"):
                said = self._open(command.step(meeting, item))
            else:
                return f"“{command.label}” is not in lines: say it as shorthand, or ask by a word. help says how."
        except Unclear as error:
            return f"Not clear: {error}"
        return self._keys(typed[1:]) if typed[1:].strip() else said

    def _open(self, step: Step) -> str:
        if self.hand.step is None:
            self._leave()
        self._pending = None
        self.hand.step = step
        back = self.half.begin_form(step)
        return f"{BACK.replace('Ctrl+T', 'drop')} {self._asks()}" if back == BACK else self._asks()

    def _asks(self) -> str:
        step = self.hand.step
        if step is None:
            return ""
        if step.line is not None and not step.wants:
            return step.told(self._would(step.line)) or step.asks
        return f"{step.asks}?"

    def _keys(self, typed: str) -> str:
        said = ""
        if self.hand.step is not None and self.hand.step.stopped:
            # There is no going back within a line: the next begins where the last went wrong.
            self.hand.press("backspace", None)
        for number, character in enumerate(typed):
            step = self.hand.step
            if step is None or self.hand.writing is not None:
                rest = typed[number:].strip()
                return self._text(self.hand.writing, rest) if self.hand.writing is not None and rest else said
            if character == " " and not step.spaced:
                continue
            key, before = "space" if character == " " else key_name(character), step.text
            deed = self.hand.press(key, character)
            said = self._do(deed)
            if deed is not None and deed.writing is not None and deed.text == f"{before}{character}":
                # The words of a form, which this letter begins.
                return self._text(deed.writing, deed.text + typed[number + 1 :])
            if self.hand.step is not None and self.hand.step.stopped:
                break
        return said

    def _do(self, deed: Deed | None) -> str:
        if deed is None or deed.what == "home":
            return KEPT if self._leave() else "Left; nothing is recorded."
        if deed.what == "on":
            self.hand.go_home()
            return self._verb(typed_by(deed.typed) or deed.typed)
        if deed.what == "open" and deed.step is not None:
            return self._open(deed.step)
        if deed.line is not None:
            return self._take(deed.line)
        if deed.writing is not None:
            form = self.hand.step.form if self.hand.step is not None else None
            self.hand.go_home()
            writing, self._offered, _ = (
                (deed.writing, "", "") if deed.typed else self.half.begun(deed.writing, deed.text)
            )
            self.hand.writing, self.hand.came_from = writing, form
            if deed.typed:
                return self._text(writing, deed.typed)
            return f"{writing.asks}: {f'Enter alone takes “{self._offered}”' if self._offered else ''}".strip()
        if deed.what == "findings":
            return self._findings()
        return f"{deed.wrong.removesuffix(f'. {GO_ON}')}. {self._asks()}" if deed.wrong else self._asks()

    def _text(self, writing: Writing, typed: str) -> str:
        form, self._offered = self.hand.came_from, ""
        self.hand.go_home()
        self.hand.came_from, self._typed = form, (writing, typed.strip())
        self._pending = typed if writing.kind == "line" else writing.complete(typed.strip())
        return self._would(self._pending)

    # -- what is asked ---------------------------------------------------------------------------------------------

    def _who(self) -> str:
        meeting = self.sitting.meeting
        out = [person for person in meeting.stays if person not in meeting.in_room]
        said = quorum_line(meeting, self.sitting.item).replace(" · ", ", ")
        chair = meeting.name(meeting.presiding) if meeting.presiding else "nobody"
        return f"{said}; {chair} in the chair{f'; out: {brief_names(meeting, out)}' if out else ''}."

    def _tally(self) -> str:
        votes = list(self.sitting.meeting.votes.values())
        if not votes:
            return "No vote was taken yet."
        from clerk.saying.votes import read_out

        return read_out(self.sitting.meeting, votes[-1])

    def _question(self) -> str:
        question = question_now(self.sitting.meeting, self.sitting.item)
        if question is None:
            return "No question is open."
        whole = f"{question.label} {question.text_if_carried or question.text_now}"
        if whole == self._shown:
            return f"{question.label} as before."
        self._shown = whole
        return whole.replace("\n", " ")

    def _item(self) -> str:
        item = self.sitting.meeting.items.get(self.sitting.item or "")
        return f"{item.number} {item.title}".strip() if item else "No item."

    def _findings(self) -> str:
        found = [one for one in findings(self.sitting.meeting) if not one.answer and one.severity != "NOTE"]
        return (
            f"{len(found)} to look at: {'; '.join(one.text.rstrip('.') for one in found)}." if found else "All adds up."
        )

    def _next(self) -> str:
        steps = what_comes_next(self.sitting.meeting, self.sitting.item)
        have = quorum_now(self.sitting.meeting, self.sitting.item)
        return f"{steps[0].text.rstrip('.')}." if steps else f"Nothing in particular; {have.state.lower()}."
