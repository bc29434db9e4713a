"""Verbs for the clerk's own marks and for putting the record right; none of them is printed."""

from collections.abc import Sequence

from msgspec.structs import replace

from clerk.events import (
    AmendmentMoved,
    AnyEvent,
    Convened,
    Corrected,
    FlagCleared,
    Flagged,
    ItemTaken,
    Minuted,
    MotionMoved,
    PersonMet,
    QuestionPut,
    Retracted,
    VoteTaken,
)
from clerk.meeting.fold import before
from clerk.meeting.placing import moved
from clerk.meeting.record import Entry
from clerk.names import Unclear
from clerk.shorthand.context import Context, whole_number
from clerk.shorthand.line import Line
from clerk.shorthand.table import ANY, carry_out, verb

Events = tuple[AnyEvent, ...]


@verb("flag", ":flag -- three words", "Come back here; flags are listed at the close.", words=ANY, text=True)
def _flag(context: Context) -> Events:
    return (context.event(Flagged, text=" ".join((*context.line.operands, context.line.text)).strip()),)


@verb("unflag", ":unflag e41", "The flag is dealt with.", words=1)
def _unflag(context: Context) -> Events:
    flags = context.meeting.flags
    if not flags:
        raise Unclear("There is no flag to take down.")
    id_ = context.reference(context.line.operands[0]) if context.line.operands else flags[-1].event
    if all(flag.event != id_ for flag in flags):
        raise Unclear(f"Entry {id_} is not a flag that stands.")
    return (FlagCleared(flag=id_, item=context.item, at=context.now),)


def history(entries: Sequence[Entry]) -> tuple[list[int], list[int]]:
    """The entries that undo can take back, newest last, and the retractions that redo can take back, newest last.

    The first entry, the meeting as convened, is neither. Recording anything new empties the second list.
    """
    done: list[int] = []
    undone: dict[int, int] = {}
    for entry in entries[1:]:
        taken_back = [event.entry for event in entry.events if isinstance(event, Retracted)]
        if not taken_back:
            done.append(entry.n)
            undone.clear()
        for n in taken_back:
            if n in undone:
                done.append(undone.pop(n))
            elif n in done:
                done.remove(n)
                undone[entry.n] = n
    return done, list(undone)


@verb("undo", ":undo e41", "Takes back the last entry, or the one named.", words=1)
def _undo(context: Context) -> Events:
    can, _ = history(context.meeting.entries)
    if context.line.operands:
        typed = context.line.operands[0].lower().removeprefix("e").split(".")[0]
        if not typed.isdecimal() or whole_number(typed) not in can:
            raise Unclear(f"There is no entry {typed} that can be taken back.")
        return (Retracted(entry=int(typed)),)
    if not can:
        raise Unclear("There is nothing to undo.")
    return (Retracted(entry=can[-1]),)


@verb("redo", ":redo", "Brings back what was undone last.")
def _redo(context: Context) -> Events:
    _, can = history(context.meeting.entries)
    if not can:
        raise Unclear("There is nothing to redo.")
    return (Retracted(entry=can[-1]),)


@verb("strike", ":strike e41", "An event was recorded by mistake: it did not happen.", words=1)
def _strike(context: Context) -> Events:
    id_ = context.reference(context.operand(0, "what to strike"))
    _standing_event(context, id_)
    return (Corrected(event=id_, now=None),)


@verb(
    "correct",
    ":correct e41 in oak · :correct e12 -- TEXT",
    "An event was recorded wrongly: it was this.",
    words=ANY,
    options="*",
    text=True,
)
def _correct(context: Context) -> Events:
    id_ = context.reference(context.operand(0, "what to correct"))
    old = _standing_event(context, id_)
    rest = context.line.operands[1:]
    if not rest:
        if not isinstance(old, Minuted):
            raise Unclear("Say what it was: :correct e41 in oak.")
        return (Corrected(event=id_, now=replace(old, text=context.text("the new text"))),)
    typed = context.line
    options = dict(typed.options)
    if isinstance(old, VoteTaken) and old.supersedes in context.meeting.votes:
        options.setdefault("recount", str(old.supersedes))
    elif isinstance(old, VoteTaken):
        options.setdefault("of", "+".join(old.questions))
    line = Line(rest[0].lower(), rest[1:], options, typed.text, typed.at)
    # Not the clock's time: only one that is typed takes the place of the old.
    said = carry_out(replace(context, line=line, item=old.item, there=before(context.meeting, id_), now=None))
    new = [event for event in said if type(event) is type(old)]
    if not new:
        raise Unclear(f"Entry {id_} is of another kind. Undo it (:undo e{id_.split('.')[0]}) and record it anew.")
    if len(new) > 1:
        raise Unclear("An event can be corrected to one other, not to several. Record the rest on lines of their own.")
    # Whoever the line names for the first time is to be there by then; what else it records was recorded already.
    others = tuple(replace(event, at=None, before=id_, after=None) for event in said if isinstance(event, PersonMet))
    return (*others, Corrected(event=id_, now=_in_place_of(old, new[0], line)))


def _in_place_of(old: AnyEvent, new: AnyEvent, line: Line) -> AnyEvent:
    """The new event where the old one stood, under its label, with all of it that the line does not speak of."""
    names = [
        "before",
        "after",
        "private",
        *(name for name in ("question", "vote", "shown") if hasattr(old, name)),
    ]
    if new.at is None:
        names.append("at")
    if not isinstance(old, ItemTaken):
        names.append("item")
    if isinstance(old, QuestionPut) and not line.operands:
        names.append("questions")
    if isinstance(old, MotionMoved) and "of" not in line.options:
        names.append("composite")
    if isinstance(old, AmendmentMoved) and "on" not in line.options:
        names.append("to")
    return replace(new, **{name: getattr(old, name) for name in names})


@verb(
    "move",
    ":move e41 after=e12 under=8",
    "Moves an event before or after another, or to another item.",
    words=1,
    options="before after under",
)
def _move(context: Context) -> Events:
    id_ = context.reference(context.operand(0, "what to move"))
    old = _standing_event(context, id_)
    options = context.line.options
    before = context.reference(options["before"]) if options.get("before") else None
    after = context.reference(options["after"]) if options.get("after") else None
    if id_ in (before, after):
        raise Unclear("An event cannot stand beside itself.")
    item = context.item_numbered(options["under"]).id if options.get("under") else old.item
    if not before and not after and item == old.item:
        raise Unclear("“:move” needs before=, after= or under=.")
    if not before and not after:
        return (Corrected(event=id_, now=replace(old, item=item)),)
    return moved(context.meeting.entries, id_, replace(old, before=before, after=after, item=item))


@verb(
    "split",
    ':split e41 at="words"',
    "Splits a paragraph before these words; or after --, a line a paragraph.",
    words=1,
    options="at",
    text=True,
)
def _split(context: Context) -> Events:
    id_ = context.reference(context.operand(0, "what to split"))
    old = _standing_event(context, id_)
    words = context.line.options.get("at", "")
    if not isinstance(old, Minuted):
        raise Unclear("Only a paragraph can be split.")
    parts = [line.strip() for line in context.line.text.split("\n") if line.strip()]
    if not parts:
        if not words or words not in old.text[1:]:
            raise Unclear('“:split” needs at="words" that stand in the paragraph.')
        place = old.text.index(words, 1)
        parts = [old.text[:place].rstrip(), old.text[place:].lstrip()]
    first, *more = parts
    # The parts of an earlier split stand after these.
    earlier = next((placed.id for placed in context.meeting.events if placed.event.after == id_), None)
    after = None if earlier else id_
    tails = tuple(replace(old, text=text, at=None, before=earlier, after=after) for text in more)
    return (Corrected(event=id_, now=replace(old, text=first)), *tails)


@verb("private", ":private e41 yes", "Says by hand whether an event is private (yes, no).", words=2)
def _private(context: Context) -> Events:
    id_ = context.reference(context.operand(0, "which event"))
    old = _standing_event(context, id_)
    typed = (context.line.operands[1:] or ("yes",))[0].lower()
    if typed not in ("yes", "y", "no", "n"):
        raise Unclear(f"“{typed}” can be yes or no.")
    return (Corrected(event=id_, now=replace(old, private=typed[0] == "y")),)


def _standing_event(context: Context, id_: str) -> AnyEvent:
    event = next(placed.event for placed in context.meeting.events if placed.id == id_)
    if isinstance(event, Convened):
        raise Unclear("That is the meeting as it was set up. Change what is in it: :person, :seat, :item, :retitle.")
    return event
