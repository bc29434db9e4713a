"""The keys that look for what is recorded, put it right, move it, take it back and mark it."""

from collections.abc import Collection

from clerk.events import ActionAgreed, CastingVote, Minuted
from clerk.facts import JOINED
from clerk.meeting.fold import before
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.happened import what_happened
from clerk.shorthand.line import Line
from screens.desk.correcting import Correcting
from screens.desk.filling import Filling
from screens.desk.finding import show_findings
from screens.desk.key import Desk, Key
from screens.desk.publishing import would_publish
from screens.desk.seats import Seats
from screens.desk.steps import Confirm, Step
from screens.desk.writing import Writing
from screens.kit.command import AnyCommand


class Edit(Key):
    id = "record.edit"
    keys = ("e",)
    label = "Edit"
    help = (
        "Edits the line under the cursor; lines put in a paragraph part it. On a vote Shift+Tab: recounted in the "
        "meeting, * who asked for that. Once published, asks first why."
    )
    words = "correct change fix split recount counted again recounted wrong restate"
    weight = 66

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        if desk.sitting.asks_why:
            desk.write(Writing("short", Line("because"), "Published. Why is it changed?"))
            return
        put_right(desk, desk.at_cursor)


def put_right(desk: Desk, id_: str | None) -> None:
    """Opens what recorded an event, as it was."""
    placed = next((p for p in desk.sitting.meeting.events if p.id == id_), None)
    if placed is None:
        desk.say_wrong("There is no line under the cursor to edit.")
        return
    if isinstance(placed.event, Minuted):
        desk.write(Writing("piece", Line("correct", (placed.id,)), "Edit; Ctrl+S when done"), placed.event.text)
        return
    if isinstance(placed.event, ActionAgreed) and not placed.event.undertaking:
        from clerk.shorthand.actions import action_as_typed

        action = Writing("action", Line("correct", (placed.id,)), "Put right: what, @name of the owner, by date")
        desk.write(action, action_as_typed(placed.event))
        return
    if step := reopened(desk, placed):
        desk.begin(lambda meeting, item: step)
        return
    words = str(getattr(placed.event, placed.event.nature.words or "text", ""))
    if not words:
        desk.say_wrong("This line cannot be edited. Strike it (Del) and record it anew, or undo it (z).")
        return
    # Words are all that there is of it: a flag, a summary, an answer to a finding.
    desk.write(Writing("piece", Line("correct", (placed.id,)), "Edit; Ctrl+S when done"), words)


class Words(Key):
    id = "record.words"
    keys = ("Space",)
    label = "Its words"
    help = "Adds the words that belong to the line under the cursor: why someone went out, or took the chair."
    words = "why reason cause because note remark explain"
    weight = 32

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        if desk.sitting.asks_why:
            Edit.press(desk, key)
            return
        add_words(desk, desk.at_cursor)


def add_words(desk: Desk, id_: str | None) -> None:
    """Asks for the words of an event that takes some; where it has them already, opens them to be put right."""
    from clerk.shorthand.verbs import VERBS, line_again

    placed = next((p for p in desk.sitting.meeting.events if p.id == id_), None)
    if placed is None:
        desk.say_wrong("There is no line under the cursor that words could be added to.")
        return
    line = line_again(placed.event, desk.sitting.meeting, placed.id)
    verb = VERBS.get(line.verb) if line is not None else None
    if line is None or verb is None or not verb.text or not placed.event.nature.words:
        desk.say_wrong("This line takes no words: e puts it right, t writes a paragraph.")
        return
    if "\n" in line.text or verb.text == "must" or verb.form == "lines":
        put_right(desk, id_)
        return
    form = f": {JOINED[verb.form]}" if verb.form else ""
    writing = Writing(
        "short", Line("correct", (placed.id,)), f"Its words{form}", what_happened(desk.sitting.meeting, placed)
    )
    desk.write(writing, line.text)


def reopened(desk: Desk, placed: Placed) -> Step | None:
    """The gesture that recorded an event, as it was: the step of its key, or else what its verb takes; None where
    words are all that there is of it."""
    from clerk.shorthand.verbs import line_again

    meeting, item = desk.sitting.meeting, placed.event.item
    there = before(meeting, placed.id)
    line = line_again(placed.event, meeting, placed.id)
    inner = next((step for command in desk.commands if (step := _of_key(command, there, placed)) is not None), None)
    if isinstance(inner, Seats) and line and line.verb == inner.verb:
        inner.keeping(line)
    if inner is None:
        if line is None or (line.text and not line.operands and not line.options):
            return None
        inner = Filling(there, item, line)
    vote = next((vote.id for vote in meeting.votes.values() if vote.event == placed.id), "")
    was = what_happened(meeting, placed)
    if isinstance(placed.event, CastingVote):
        return Correcting(there, item, placed.id, inner, was, placed.event.vote, line, "of")
    return Correcting(there, item, placed.id, inner, was, vote, line)


def _of_key(command: AnyCommand, there: Meeting, placed: Placed) -> Step | None:
    return command.reopen(there, placed.event) if issubclass(command, Key) else None


class Earlier(Key):
    id = "record.earlier"
    keys = ("<", "Ctrl+Up")
    label = "Move up"
    help = "Moves the line under the cursor up by one; Ctrl+↑ from the first of an item to the item before."
    words = "move paragraph earlier before"
    weight = 12

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        shift(desk, -1, over="up" in key)


class Later(Key):
    id = "record.later"
    keys = (">", "Ctrl+Down")
    label = "Move down"
    help = "Moves the line under the cursor down by one; Ctrl+↓ from the last of an item to the next item."
    words = "move paragraph later after"
    weight = 12

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        shift(desk, 1, over="down" in key)


def shift(desk: Desk, by: int, *, over: bool) -> None:
    """Moves the line under the cursor by one; `over` the edge of its item too."""
    here, keys = desk.at_cursor, desk.lines
    if here is None or here not in keys:
        desk.say_wrong("There is no line under the cursor to move.")
        return
    there = keys.index(here) + by
    if 0 <= there < len(keys):
        line = Line("move", (here,), {"before" if by < 0 else "after": keys[there]})
    else:
        further = _over(desk, here, by) if over else None
        if further is None:
            way = "there is no item further." if over else f"Ctrl+{'↑' if by < 0 else '↓'} takes it further."
            desk.say_wrong(f"It is at the edge of this {'agenda' if over else 'item'}: {way}")
            return
        line = further
    if asks_first(desk, line, "Move this line?"):
        return
    if desk.take(line):
        now = next((p.event.item for p in desk.sitting.meeting.events if p.id == here), desk.sitting.item)
        desk.turn_to(now, here)


def _over(desk: Desk, here: str, by: int) -> Line | None:
    """The line that takes an event from the edge of its item to the next one's; None at the edge of the agenda."""
    meeting = desk.sitting.meeting
    order = [id_ for id_ in meeting.order if id_ in meeting.items]
    there = order.index(desk.sitting.item) + by if desk.sitting.item in order else -1
    if not 0 <= there < len(order):
        return None
    there_now = [p.id for p in meeting.events if p.event.item == order[there] and p.id != here]
    beside = {"after": there_now[-1]} if by < 0 and there_now else {"before": there_now[0]} if there_now else {}
    return Line("move", (here,), {"under": order[there], **beside})


def asks_first(desk: Desk, line: Line, asks: str) -> bool:
    """Whether a line that a key records at once is asked about instead, since it would make something public, or cut
    what is kept of the words that were said."""
    try:
        matters = would_publish(desk.sitting, line) or desk.sitting.would_lose(desk.sitting.would(line))
    except Unclear:
        return False
    if matters:
        desk.begin(lambda meeting, item: Confirm(meeting, item, line, asks))
    return bool(matters)


class MoveTo(Key):
    id = "record.move"
    label = "Move to another item"
    help = "Moves the line under the cursor to another item."
    words = "move paragraph under item"
    weight = 0

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.write(Writing("line", wants="Move it under which item?"), f":move {desk.at_cursor or ''} under=")


class Strike(Key):
    id = "record.strike"
    keys = ("Delete",)
    label = "Strike"
    help = "The line under the cursor was recorded by mistake."
    words = "delete remove"
    weight = 14

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        id_ = desk.at_cursor
        if id_ is None:
            desk.say_wrong("There is no line under the cursor.")
            return
        line = Line("strike", (id_,))
        desk.begin(lambda meeting, item: Confirm(meeting, item, line, "Strike this line?"))


class Undo(Key):
    id = "record.undo"
    keys = ("z",)
    label = "Undo"
    help = "Takes back the last thing recorded."
    words = "mistake back"
    weight = 74

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        take_back(desk, "undo", "Undone", "y does it again.")


class Redo(Key):
    id = "record.redo"
    keys = ("y",)
    label = "Redo"
    help = "Brings back what was undone last."
    words = "again"
    weight = 30

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        take_back(desk, "redo", "Gone again", "z takes it back.")


def take_back(desk: Desk, verb: str, away: str, other: str) -> None:
    """Undoes or redoes, and says what is gone, and what is there again."""
    before = desk.sitting.meeting
    if asks_first(desk, Line(verb), "Take it back?" if verb == "undo" else "Do it again?") or not desk.take(Line(verb)):
        return
    now = desk.sitting.meeting
    was = {placed.id: placed.event for placed in before.events}
    stands = {placed.id: placed.event for placed in now.events}
    gone, back = was.keys() - stands.keys(), stands.keys() - was.keys()
    otherwise = {id_ for id_ in was.keys() & stands.keys() if was[id_] != stands[id_]}
    parts = [f"{away}: {_listed(before, gone)}."] if gone else []
    parts += [f"Brought back: {_listed(now, back)}."] if back else []
    parts += [f"Again as it was: {_listed(now, otherwise)}."] if otherwise and not (gone or back) else []
    desk.say(" ".join([*(parts or [f"{away}: the last correction."]), other]))


def _listed(meeting: Meeting, ids: Collection[str]) -> str:
    """Lines of the record, the first few of them."""
    lines = [what_happened(meeting, placed).rstrip(".") for placed in meeting.events if placed.id in ids]
    return "; ".join([*lines[:3], *([f"{len(lines) - 3} more"] if len(lines) > 3 else [])])


class Flag(Key):
    id = "record.flag"
    keys = ("!",)
    label = "Come back"
    help = "A flag here, with a few words: listed again at the close."
    words = "flag mark return later"
    weight = 46

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        desk.write(Writing("short", Line("flag"), "A few words: what to come back to"))


class Findings(Key):
    id = "record.findings"
    keys = ("f",)
    label = "Findings"
    help = "What does not add up, and the flags to come back to."
    words = "problems check warnings flags"
    weight = 42

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        show_findings(desk, desk.sitting.meeting)


class Find(Key):
    id = "record.find"
    keys = ("/",)
    label = "Find"
    help = "Finds words anywhere in the record, the agenda or the names."
    words = "search look up"
    weight = 38

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        again = f" (Enter: {desk.sought.words} again)" if desk.sought.words else ""
        desk.write(Writing("find", wants=f"Find: words{again}"))


class Acts(Key):
    id = "record.acts"
    keys = (";",)
    label = "History"
    help = (
        "Everything that was recorded tonight, what was taken back among it: takes one act back alone, or restores it."
    )
    words = "history log undo one list acts entries"
    weight = 28

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        from screens.desk.acts import show_acts

        show_acts(desk, lambda id_: put_right(desk, id_))
