"""What a key came to, where it leads somewhere else on the desk."""

from screens.desk.below import below
from screens.desk.closing import if_closed
from screens.desk.finding import show_findings
from screens.desk.hand import Deed
from screens.desk.key import Desk, Key
from screens.desk.steps import ENTER, Step
from screens.desk.writing import Writing

PLAIN = Writing("paragraphs")
"""A paragraph, as a capital or a paste begins it."""

NOTHING = "Nothing recorded."
"""What is said where a step that was begun is left."""


def leads_on(desk: Desk, deed: Deed) -> bool:
    """Goes where a key led: home, and there perhaps on at once, to the findings, to another step, to a text, or to why
    not. False where it led nowhere: there is something to record, or to be said of the step."""
    if deed.what == "home":
        desk.go_home(NOTHING if _was_begun(desk.hand.step) else "")
    elif deed.what == "on":
        desk.go_home("")
        command = desk.commands.of_key(deed.typed, "home")
        if command is not None and issubclass(command, Key):
            command.press(desk, deed.typed)
    elif deed.what == "refuse":
        desk.say_wrong(deed.wrong)
    elif deed.what == "findings":
        desk.go_home("")
        show_findings(desk, if_closed(desk.sitting.meeting))
    elif deed.step is not None and deed.what == "open":
        desk.open_step(deed.step)
    elif deed.writing is not None:
        left = _left(desk) if deed.typed else ""
        desk.write(below(desk, deed.writing) if deed.writing == PLAIN else deed.writing, deed.text, deed.typed)
        if left:
            desk.say_wrong(f"Not recorded: {left}. These words are a paragraph; Esc, then the keys again")
    else:
        return False
    return True


def _left(desk: Desk) -> str:
    """What Enter would have recorded of the step under way, which a capital leaves, or what was begun of it; "" for
    no step."""
    step = desk.hand.step
    if step is None:
        return ""
    if step.line is not None:
        return desk.would(step.line).removesuffix(ENTER).strip().rstrip(".")
    return step.so_far or step.asks.split(":")[0].strip()


def _was_begun(step: Step | None) -> bool:
    """Whether Enter would have recorded something of a step, or part of it was said: whoever leaves it is told that
    none of it is recorded. What is kept of a form is told by the form."""
    if step is None or (step.form is not None and not step.form.empty):
        return False
    return step.line is not None or bool(step.so_far)
