"""Verbs that put the record right: undo and redo, strike, correct, move, split. None of them is printed."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import to_builtins
from msgspec.structs import replace

from clerk.events import (
    AmendmentMoved,
    AnyEvent,
    Arrived,
    CastingVote,
    Convened,
    Corrected,
    ItemTaken,
    Minuted,
    MinutesApproved,
    MinutesCorrected,
    MotionMoved,
    Noted,
    NothingToRecord,
    OutcomeDeclared,
    OwnVote,
    PersonMet,
    QuestionPut,
    Retracted,
    Substituted,
    VoteTaken,
)
from clerk.meeting.fold import add, before
from clerk.meeting.motions import text_of
from clerk.meeting.placing import moved, put_before
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.happened import what_happened
from clerk.shorthand.context import Context
from clerk.shorthand.gesture import Gesture
from clerk.shorthand.scope import whole_number
from clerk.shorthand.table import carry_out, verb
from clerk.texts import apply_edits, texts_in

Events = tuple[AnyEvent, ...]


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


def retractions(entries: Sequence[Entry]) -> dict[int, int]:
    """Each entry that stands taken back, by its number, and the entry that took it back."""
    taken_back: dict[int, int] = {}
    bears_on: dict[int, int] = {}
    for entry in entries[1:]:
        for n in (event.entry for event in entry.events if isinstance(event, Retracted)):
            # What takes back a taking back restores the entry that it is all about.
            about = bears_on[entry.n] = bears_on.get(n, n)
            if about in taken_back:
                del taken_back[about]
            else:
                taken_back[about] = entry.n
    return taken_back


@verb("undo", ":undo e41", "Takes back the last entry, or the one named.", takes="^entry:words")
def _undo(context: Context) -> Events:
    can, _ = history(context.meeting.entries)
    if said := context.one("entry"):
        typed = said.lower().removeprefix("e").split(".")[0]
        if not typed.isdecimal() or whole_number(typed) not in can:
            raise Unclear(f"There is no entry {typed} that can be taken back.")
        return (Retracted(entry=int(typed)),)
    if not can:
        raise Unclear("There is nothing to undo.")
    return (Retracted(entry=can[-1]),)


@verb("redo", ":redo e41", "Brings back what was undone last, or the entry named.", takes="^entry:words")
def _redo(context: Context) -> Events:
    if said := context.one("entry"):
        typed = said.lower().removeprefix("e").split(".")[0]
        away = retractions(context.meeting.entries)
        if not typed.isdecimal() or whole_number(typed) not in away:
            raise Unclear(f"There is no entry {typed} that was taken back.")
        return (Retracted(entry=away[int(typed)]),)
    _, can = history(context.meeting.entries)
    if not can:
        raise Unclear("There is nothing to redo.")
    return (Retracted(entry=can[-1]),)


@verb(
    "strike",
    ":strike e41",
    "An entry was recorded by mistake, all of it: it did not happen; e41.1: its second line alone.",
    takes="^event:entry!",
)
def _strike(context: Context) -> Events:
    named = _all_of(context, "what to strike")
    votes = {event.vote for event in (_recorded(context, id_) for id_ in named) if isinstance(event, VoteTaken)}
    said = (CastingVote, OwnVote)
    on_it = [p.id for p in context.meeting.events if isinstance(p.event, said) and p.event.vote in votes]
    # What was said of a vote goes with it.
    return tuple(Corrected(event=gone, now=None) for gone in dict.fromkeys((*named, *on_it)))


def _all_of(context: Context, wanted: str) -> tuple[str, ...]:
    """The events that a line is of: all of an entry, but for people met with it who are named elsewhere too."""
    context.needed("event", wanted)
    named = context.many("event")
    alone = named[1:] == ()
    return tuple(id_ for id_ in named if alone or not _named_elsewhere(context, _recorded(context, id_), named))


def _named_elsewhere(context: Context, event: AnyEvent, named: Sequence[str]) -> bool:
    """Whether an event is that someone was met of whom another speaks than those `named`."""
    if not isinstance(event, PersonMet):
        return False
    others = (to_builtins(placed.event) for placed in context.meeting.events if placed.id not in named)
    return any(event.person.id in texts_in(other) for other in others)


class OfAnotherKind(Unclear):
    """What was to stand in the place of an event is of another kind."""


@verb(
    "correct",
    ":correct e41 in oak · :correct e12 -- TEXT · :@20:55 correct e12",
    "An event was recorded wrongly: it was this, or (a time before the verb) then.",
    takes="^event:entry! ^line:line",
    text="may",
)
def _correct(context: Context) -> Events:
    id_ = _meant(context)
    old, inner = _recorded(context, id_), context.value("line")
    at = context.gesture.place.at
    if not isinstance(inner, Gesture) and at is not None and not context.text:
        return _at_another_time(context, id_, old, at)
    if not isinstance(inner, Gesture):
        words = old.nature.words or ("text" if isinstance(old, Minuted | Noted) else "")
        if not words or not context.text:
            anew = ", its new words (:correct e41 -- TEXT)" if words else ""
            raise Unclear(f"Say what it was (:correct e41 in oak){anew}, or when (:@20:55 correct e41).")
        now = replace(old, **{words: context.needed_text("the new text"), "at": at or old.at})
        return (_put_right(id_, old, now),)
    if isinstance(old, QuestionPut) and inner.verb == "vote":
        taken = [vote.id for vote in context.meeting.votes.values() if set(old.questions) & set(vote.questions)]
        raise Unclear(
            f"That entry put the question; the vote on it is {' or '.join(taken)}."
            if taken
            else "That entry put the question, and no vote followed."
        )
    options = dict(inner.options)
    if isinstance(old, VoteTaken) and old.supersedes in context.meeting.votes:
        options.setdefault("recount", str(old.supersedes))
        if old.asked_by:
            options.setdefault("by", old.asked_by)
    elif isinstance(old, VoteTaken):
        options.setdefault("of", old.questions)
    elif isinstance(old, MinutesApproved) and not options.get("dates"):
        options |= {"dates": old.dates} | ({"of": "+".join(old.meetings)} if any(old.meetings) else {})
    # Not the clock's time: only one that is given takes the place of the old.
    there = before(context.meeting, id_)
    within = Context(context.meeting, replace(inner, options=options), old.item, None, there, old=old)
    said = carry_out(within)
    kinds = _HOW_IT_ENDED if isinstance(old, _HOW_IT_ENDED) else type(old)
    new = [event for event in said if isinstance(event, kinds)]
    if not new:
        raise OfAnotherKind("That is of another kind. Undo what was recorded (z, or its number) and record it anew.")
    if len(new) > 1:
        raise Unclear("An event can be corrected to one other, not to several. Record the rest on lines of their own.")
    # Whoever the line names for the first time is to be there by then; what else it records was recorded already.
    others = tuple(
        replace(event, at=None, before=id_, after=None)
        for event in said
        if isinstance(event, PersonMet) and event is not new[0]
    )
    now = _in_place_of(old, new[0], inner)
    if isinstance(old, AmendmentMoved) and isinstance(now, AmendmentMoved) and old.to == now.to:
        text = text_of(there.questions, old.to)
        if apply_edits(text, old.edits, old.question) == apply_edits(text, now.edits, old.question):
            # The whole text was gone through, and reads as it did.
            now = replace(now, edits=old.edits)
    more = _more_corrections(context.meeting, said)
    put_right = () if more and now == old else (_put_right(id_, old, now),)
    return (*others, *put_right, *more, *_struck_with(context.meeting, id_, old, now))


def _at_another_time(context: Context, id_: str, old: AnyEvent, at: datetime) -> Events:
    """What happened then, and all else of its entry that is recorded for the same moment, at another time."""
    entry, _, part = id_.partition(".")
    whole = part in ("", "0")
    beside = [p for p in context.meeting.events if whole and p.id.partition(".")[0] == entry and p.event.at == old.at]
    others = [p for p in beside if p.id != id_ and not isinstance(p.event, PersonMet)]
    return (
        _put_right(id_, old, replace(old, at=at)),
        *(Corrected(event=p.id, now=replace(p.event, at=at)) for p in others),
    )


def _more_corrections(meeting: Meeting, said: Events) -> Events:
    """The corrections of earlier minutes that a line now makes too: those that stand already are not made again."""
    known = {(p.event.was, p.event.now) for p in meeting.events if isinstance(p.event, MinutesCorrected)}
    return tuple(e for e in said if isinstance(e, MinutesCorrected) and (e.was, e.now) not in known)


_HOW_IT_ENDED = (OutcomeDeclared, NothingToRecord)
"""Ways in which an item ended without a vote: the one may be put right to be the other."""


def _struck_with(meeting: Meeting, id_: str, old: AnyEvent, now: AnyEvent) -> Events:
    """What cannot stand once a vote is put right: the casting vote on a tie that was none."""
    if not isinstance(old, VoteTaken) or not isinstance(now, VoteTaken):
        return ()
    if old.vote not in meeting.votes or not meeting.votes[old.vote].is_tied:
        return ()
    after = add(meeting, Entry(len(meeting.entries) + 1, datetime.min, "", (Corrected(event=id_, now=now),)))
    if old.vote in after.votes and after.votes[old.vote].is_tied:
        return ()
    casts = (p.id for p in meeting.events if isinstance(p.event, CastingVote) and p.event.vote == old.vote)
    return tuple(Corrected(event=cast, now=None) for cast in casts)


def _meant(context: Context) -> str:
    """The event of an entry of several that a line is of: its vote, where the question was put by the same line; of
    several alike the one of the same person. Raises `Unclear` where it may be of more than one."""
    id_ = context.needed("event", "what to correct")
    inner, entry, named = context.value("line"), id_.split(".")[0], context.many("event")
    events = context.meeting.events
    if isinstance(inner, Gesture) and (id_.endswith(".0") or named[1:]):
        kind = _KINDS.get(inner.verb)
        beside = [placed for placed in events if placed.id.split(".")[0] == entry]
        of_kind = [placed.id for placed in beside if kind is not None and isinstance(placed.event, kind)]
        if len(of_kind) == 1:
            return of_kind[0]
    several = [placed for placed in events if placed.id in named and not isinstance(placed.event, PersonMet)]
    if isinstance(inner, Gesture):
        several = [placed for placed in several if type(placed.event) is type(several[0].event)]
        who = {*inner.who, *texts_in([list(value) for value in inner.options.values() if isinstance(value, tuple)])}
        who |= {value for value in inner.options.values() if isinstance(value, str)}
        who &= set(context.meeting.people)
        of_them = [placed for placed in several if who & {*texts_in(to_builtins(placed.event))}]
        several = of_them or several
    elif context.text:
        several = [placed for placed in several if placed.event.nature.words or hasattr(placed.event, "text")]
    else:
        return id_
    if len(several) > 1:
        told = [f"e{placed.id} ({what_happened(context.meeting, placed)})" for placed in several]
        raise Unclear(f"Entry {entry} recorded several. Say which to put right: {' or '.join(told)}.")
    return several[0].id if several else id_


_KINDS: dict[str, type] = {"vote": VoteTaken, "put": QuestionPut, "in": Arrived, "sub": Substituted}
"""What the verbs record that other events may stand beside in one entry."""


def _put_right(id_: str, old: AnyEvent, now: AnyEvent) -> Corrected:
    """The correction. Raises `Unclear` where it would change nothing."""
    if now == old:
        raise Unclear("That is what the record says already: there is nothing to put right.")
    return Corrected(event=id_, now=now)


def _in_place_of(old: AnyEvent, new: AnyEvent, said: Gesture) -> AnyEvent:
    """The new event where the old one stood, under its label, with all of it that the gesture does not speak of."""
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
    if isinstance(old, QuestionPut) and not {"questions", "of"} & said.options.keys():
        names.append("questions")
    if isinstance(old, MotionMoved) and "of" not in said.options:
        names.append("composite")
    if isinstance(old, AmendmentMoved) and "on" not in said.options:
        names.append("to")
    return replace(new, **{name: getattr(old, name) for name in names})


@verb(
    "move",
    ":move e41 after=e12 under=8",
    "Moves an event before or after another, or to another item.",
    takes="^event:entry! before:event after:event under:item",
)
def _move(context: Context) -> Events:
    context.needed("event", "what to move")
    named = context.many("event")
    ahead, behind = context.one("before") or None, context.one("after") or None
    if {ahead, behind} & set(named):
        raise Unclear("An event cannot stand beside itself.")
    if ahead and behind:
        raise Unclear("An event stands before one or after another: leave out before= or after=.")
    # People are known throughout, wherever it was written that they were met.
    movable = [id_ for id_ in named if not _recorded(context, id_).nature.papers] or list(named)
    under = context.one("under")
    if not ahead and not behind and all(under in ("", _recorded(context, id_).item) for id_ in movable):
        raise Unclear("“:move” needs before=, after= or under=.")
    made: Events = ()
    for id_ in movable:
        made += _moved_to(context, id_, ahead, behind, under, made)
        ahead, behind = (None, id_) if ahead or behind else (None, None)
    return made


def _moved_to(
    context: Context, id_: str, ahead: str | None, behind: str | None, under: str, made: Events
) -> tuple[Corrected, ...]:
    """The corrections that move one event, after those that were `made` for others of its entry."""
    old = _recorded(context, id_)
    item = under or old.item
    if not ahead and not behind and isinstance(old, Minuted):
        # What was said of an item was said before it was decided.
        ahead = put_before(context.meeting, replace(old, item=item), id_)
    if not ahead and not behind:
        return (Corrected(event=id_, now=replace(old, item=item)),)
    entries = context.meeting.entries
    if made:
        entries = (*entries, Entry(len(entries) + 1, datetime.min, "", made))
    return moved(entries, id_, replace(old, before=ahead, after=behind, item=item))


@verb(
    "split",
    ':split e41 at="words"',
    "Splits a paragraph before these words; or after --, a line a paragraph.",
    takes="^event:event! at:words",
    text="may",
)
def _split(context: Context) -> Events:
    id_ = context.needed("event", "what to split")
    old = _recorded(context, id_)
    if not isinstance(old, Minuted):
        raise Unclear("Only a paragraph can be split.")
    parts = [line.strip() for line in context.text.split("\n") if line.strip()]
    if not parts:
        words = context.one("at")
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


@verb(
    "private",
    ":private e41 yes",
    "Says by hand whether an event is private (yes, no).",
    takes="^event:entry! ^private:flag",
)
def _private(context: Context) -> Events:
    private = context.value("private") is not False
    context.needed("event", "which event")
    old = {id_: _recorded(context, id_) for id_ in context.many("event")}
    other = {id_: event for id_, event in old.items() if event.private is not private and not event.nature.papers}
    # Where nothing would be otherwise, that is said.
    return tuple(_put_right(id_, event, replace(event, private=private)) for id_, event in (other or old).items())


def _recorded(context: Context, id_: str) -> AnyEvent:
    event = next((placed.event for placed in context.meeting.events if placed.id == id_), None)
    if event is None:
        raise Unclear(f"Entry {id_} no longer stands.")
    if isinstance(event, Convened):
        raise Unclear("That is the meeting as it was set up. Change what is in it: :person, :seat, :item, :retitle.")
    return event
