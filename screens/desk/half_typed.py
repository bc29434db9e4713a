"""Words that are half typed, in a text or in a form: kept where they were typed, offered there again, and saved once a
second for when the desk was ended."""

from collections.abc import Callable
from typing import Protocol

from msgspec.structs import replace

from screens.desk.hand import Hand
from screens.desk.steps import Step
from screens.desk.writing import Form, HalfTyped, Left, Writing, kept, taken_up
from screens.sitting import Sitting

KEPT = "Nothing recorded; the words are kept for when you come back to the same."
THROWN = "Nothing recorded; the words are thrown away."
WAITING = "An edit of this was left half typed: Ctrl+R brings it back."
BACK = "What was typed here is back; Ctrl+T throws it away."
WAITS_ABOVE = "↑ brings back the line that was left half typed."


class Sat(Protocol):
    """What somebody types at: the desk, or the conversation of lines."""

    @property
    def hand(self) -> Hand:
        """What has been begun."""

    @property
    def sitting(self) -> Sitting:
        """The meeting."""

    def warn(self, problem: str) -> None:
        """Says what is wrong with keeping the words."""


class HalfTypedWords:
    """What was left half typed at a desk, and what is being typed; `text` gives what stands in the open field."""

    def __init__(self, desk: Sat, text: Callable[[], str]) -> None:
        self._desk, self._text = desk, text
        self.to_go_on: HalfTyped | None = None
        """The words that were being typed when the desk was last left, until their field is there."""
        self._saved = HalfTyped()
        self.unsaved = ""
        """Why the words being typed cannot be kept just now."""

    # -- left and offered again ------------------------------------------------------------------------------------

    def leave_text(self, writing: Writing, text: str) -> None:
        """Keeps the words of a text that is left; of one to which a form led, in the form."""
        hand = self._desk.hand
        if hand.came_from is not None:
            self.leave_form(replace(hand.came_from, text=text if text.strip() else ""))
        else:
            hand.left.append(Left(writing, text, self._desk.sitting.item))

    def leave_form(self, form: Form | None) -> bool:
        """Keeps what was typed in a form that is left; false where nothing was."""
        if form is None or form.empty:
            return False
        self._desk.hand.forms.append(replace(form, item=self._desk.sitting.item))
        return True

    def begun(self, writing: Writing, text: str) -> tuple[Writing, str, str]:
        """A writing about to be opened and the text that it begins with: words that were left half typed in the same,
        where they were. What is recorded is never hidden by them: of an edit that was left it is only said."""
        writing = replace(writing, begun=text)
        here = self._left(writing)
        if not here:
            return writing, text, ""
        if writing.edits:
            return writing, text, WAITING
        self._desk.hand.left.remove(here[-1])
        if writing.kind == "line" and text == ":":
            # What is typed next would join it, and be carried out as one line.
            self._desk.hand.earlier.append(here[-1].text)
            return replace(writing, wants=f"{writing.wants}. {WAITS_ABOVE}"), text, ""
        return here[-1].writing, here[-1].text, BACK

    def text_back(self, writing: Writing | None) -> str | None:
        """The words of an edit that was left half typed; None where none was."""
        here = self._left(writing) if writing is not None else []
        if not here:
            return None
        self._desk.hand.left.remove(here[-1])
        return here[-1].text

    def begin_form(self, step: Step) -> str:
        """Goes on with what was left in a form that begins, and gives what is said of it; an edit as with a text."""
        if not self._forms(step):
            return ""
        if step.form is not None and step.form.edits:
            return WAITING
        self.form_back(step)
        return BACK

    def form_back(self, step: Step) -> bool:
        """Puts what was left in a form there again; false where nothing was."""
        here = self._forms(step)
        if here:
            self._desk.hand.forms.remove(here[-1])
            step.take_up(here[-1])
            step.adds = ""
        return bool(here)

    def _left(self, writing: Writing) -> list[Left]:
        return [left for left in self._desk.hand.left if left.answers(writing, self._desk.sitting.item)]

    def _forms(self, step: Step) -> list[Form]:
        now, item = step.form, self._desk.sitting.item
        return [form for form in self._desk.hand.forms if now is not None and form.answers(now, item)]

    # -- saved -----------------------------------------------------------------------------------------------------

    @property
    def now(self) -> HalfTyped:
        """Where the desk stands now."""
        if self.to_go_on is not None:
            return self.to_go_on
        hand = self._desk.hand
        form = hand.step.form if hand.step is not None else hand.came_from
        return HalfTyped(
            self._desk.sitting.item,
            hand.writing,
            self._text() if hand.writing is not None else "",
            tuple(hand.left),
            None if form is None or form.empty else form,
            tuple(hand.forms),
            self._desk.sitting.meeting.item_taken,
        )

    def save(self) -> str:
        """Keeps what is half typed; gives why it could not be kept. That stands in sight until it can; it is said once,
        and never in place of what is asked or what else went wrong."""
        half, sitting = self.now, self._desk.sitting
        if half == self._saved or sitting.read_only:
            return ""
        problem, before = sitting.kept.words.save(kept(half)), self.unsaved
        self.unsaved = problem
        if not problem:
            self._saved = half
        if problem != before:
            self._desk.warn(problem)
        return problem

    def take_up(self) -> tuple[HalfTyped, list[str]]:
        """Where the desk stood when it was left; and what is to be said of the words."""
        desk = self._desk
        values, problem = desk.sitting.kept.words.load()
        half = taken_up(values)
        # Words kept by an older clerk do not say where they were typed: where the desk stood.
        desk.hand.left = [replace(left, item=left.item or half.item) for left in half.left]
        desk.hand.forms = list(half.forms)
        if half.form is not None and half.writing is None:
            desk.hand.forms.append(replace(half.form, item=half.item))
        said = [problem] if problem else []
        if desk.hand.left or desk.hand.forms:
            said.append("Words left half typed are kept for when you come back to the same.")
        if half.writing is not None and half.text.strip():
            said.append("The words you were typing are here.")
            self.to_go_on = half
        self._saved = half
        return half, said

    def last(self) -> str:
        """Saves what is half typed as the last thing; gives why words would be lost."""
        self._saved = HalfTyped()
        problem = self.save()
        half = self.now
        return problem if half.left or half.form or half.forms or half.text.strip() else ""
