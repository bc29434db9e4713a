"""The key of exempt business."""

from clerk.events import PublicExcluded
from clerk.meeting.exempt import last_at_the_doors
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line
from screens.desk.filling import Filling
from screens.desk.key import Desk, Key
from screens.desk.steps import Choice, Step


class Exempt(Key):
    id = "item.exempt"
    keys = ("x",)
    label = "Exempt"
    help = "Excludes the press and public, lets them back, or says by hand that the line under the cursor is private."
    words = "exclude press and public private confidential readmit schedule 12a summary closed session part two"
    weight = 44
    constructs = ("EX-01", "EX-05")

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        row = desk.at_cursor
        desk.begin(lambda meeting, item: exempt(meeting, item, row))


def exempt(meeting: Meeting, item: str | None, row: str | None) -> Step:
    """Exempt session, or one line of the record made private or public by hand."""
    options = {"r": ("readmit", Line("readmit"))} if meeting.doors.closed else {}
    if meeting.doors.closed and (called := _ours(meeting, item)):
        options["b"] = (f"back for the rest of item {called}", Line("readmit", options={"items": called}))
    if row is not None:
        private = row in meeting.private
        options["p"] = ("this line is public" if private else "this line is private", _private(row, not private))
    options["s"] = ("a public summary", Line("summary"))
    options["a"] = ("the decision announced", Line("decision"))
    steps: dict[str, tuple[str, Step]] = {}
    if not meeting.doors.closed:
        options["n"] = ("the public need not go", Line("inpublic"))
        label = "exclude the press and public"
        line = _excluding(meeting, item)
        # What the papers say is there already: a digit more would make another paragraph of it.
        first = "weighed" if "para" in line.options else "para" if line.options else "items"
        steps["e"] = (label, Filling(meeting, item, line, label.capitalize(), first=first))
    steps["d"] = ("private deliberation", Filling(meeting, item, Line("deliberate"), "Private deliberation"))
    later = Filling(meeting, item, Line("decision", ("later",)), "The decision is announced later")
    steps["l"] = ("the decision is announced later", later)
    return Choice(meeting, item, "Exempt", options, texts=frozenset("sa"), steps=steps, about="exclude")


def _ours(meeting: Meeting, item: str | None) -> str:
    """What the item under way is called, where it is private for the resolution alone: its papers are public."""
    here, last = meeting.items.get(item or ""), last_at_the_doors(meeting)
    if isinstance(last, PublicExcluded) and last.basis == "licensing":
        # The parties come back to it by the return alone.
        return ""
    if here is None or here.exempt or here.confidential or here.id not in meeting.doors.excluded_items:
        return ""
    return here.called


def _excluding(meeting: Meeting, here: str | None) -> Line:
    """The line for it, with the items that the papers have in private: this one, and those that were not taken yet."""
    marked = [item for id_ in meeting.agenda if (item := meeting.items.get(id_)) and (item.exempt or item.confidential)]
    ours = [item for item in marked if item.id == here or item.id not in meeting.taken]
    items = "+".join(item.called for item in ours)
    named = dict.fromkeys(number for item in ours for number in item.paragraphs.split("+") if number)
    return Line("exclude", options={"items": items, **({"para": "+".join(named)} if named else {})} if items else {})


def _private(row: str, private: bool) -> Line:
    return Line("private", (row, "yes" if private else "no"))
