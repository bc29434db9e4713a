"""What happened, in a line: for the clerk's record pane, and to say what an undo takes back.

None of this is printed in the minutes, whose wording belongs to the house style.
"""

from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING, Any

from clerk import events as e
from clerk.meeting.record import Placed
from clerk.rare import rare_of
from clerk.saying.doors import excluded, how_carried, readmitted
from clerk.saying.moves import moved_where
from clerk.saying.names import brief_name, brief_names, clip, item_name, kind_named, listed, without_stop
from clerk.saying.speakers import addressed
from clerk.saying.voted import casting_line, own_vote_line, vote_line
from clerk.times import say_date, say_time

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting


def what_happened(meeting: "Meeting", placed: Placed) -> str:
    """One event in a short line, without a full stop; what it names is looked up as the meeting now stands."""
    words = without_stop(clip(words_of(placed.event)))
    facts = facts_of(meeting, placed)
    return f"{facts}{before_words(facts)}{words}" if words else facts


def before_words(facts: str) -> str:
    """What stands between the facts of a line and the words typed with them."""
    return " – " if ": " in facts else ": "


def facts_of(meeting: "Meeting", placed: Placed) -> str:
    """As `what_happened`, without the words that were typed with it."""
    said = " ".join(_LINES[type(placed.event)](meeting, placed.event).split())
    # A post begins a line as it does a sentence; a label ("m1 fell") stays as it is.
    return f"T{said[1:]}" if said.startswith("the ") else said


def what_entry_did(meeting: "Meeting", entry: int) -> str:
    """One entry in a line; putting a question is left out where its vote is said."""
    recorded = next((known for known in meeting.entries if known.n == entry), None)
    if recorded is None:
        return f"entry {entry}, which is not there"
    return what_events_say(meeting, recorded.events, entry)


def what_events_say(
    meeting: "Meeting", events: Sequence[e.AnyEvent], entry: int = 0, new: Container[str] = frozenset()
) -> str:
    """Several events in a line; `new` are people who are known by them alone."""
    voted = any(isinstance(event, e.VoteTaken) for event in events)
    shown = [event for event in events if not (voted and isinstance(event, e.QuestionPut))]
    # Only what was recorded before can be taken back: two entries that name each other would be told for ever.
    shown = [event for event in shown if not (isinstance(event, e.Retracted) and 0 < entry <= event.entry)]
    lines = [(event, what_happened(meeting, Placed(f"{entry}.{n}", event))) for n, event in enumerate(shown)]
    met = [isinstance(event, e.PersonMet) and event.person.id in new for event, _ in lines]
    return "; ".join(f"A new p{line[1:]}" if is_new else line for is_new, (_, line) in zip(met, lines, strict=True))


def words_of(event: e.AnyEvent) -> str:
    """What was typed in full with an event, beside the facts that its line gives: a reason, a task, a motion's text."""
    if isinstance(event, e.Noted):
        row = rare_of(event.construct)
        named = [fact.name for fact in row.operands if fact.kind in ("words", "choice", "number")] if row else []
        said = [event.text, *(str(event.facts[name]) for name in named if name in event.facts)]
        return next((text for text in said if text), "")
    return str(getattr(event, event.nature.words)) if event.nature.words else ""


def _convened(meeting: "Meeting", event: e.Convened) -> str:
    return f"Set up: {event.body}, {say_date(event.date)}, {len(event.seats)} seats, {len(event.items)} items"


def _seat_changed(meeting: "Meeting", event: e.SeatChanged) -> str:
    holder = brief_name(meeting, event.seat.holder) if event.seat.holder else "vacant"
    of = f" of {brief_name(meeting, event.was)}" if event.was in meeting.people else ""
    return f"Seat{of}: {holder}" + (f", {event.seat.office}" if event.seat.office else "")


def _apology(meeting: "Meeting", event: e.ApologyReceived) -> str:
    of = {"absence": "Apology", "lateness": "Apology for lateness", "part": "Apology for part of the meeting"}
    of["early"] = "Apology for leaving early"
    return f"{of[event.kind]}: {brief_name(meeting, event.person)}"


def _left(meeting: "Meeting", event: e.Left) -> str:
    why = " because of an interest" if event.interest else ""
    if event.connection:
        return f"{brief_name(meeting, event.person)} lost the connection{why}"
    return f"{brief_name(meeting, event.person)} went out{why}"


def _seat_holder(meeting: "Meeting", seat: str) -> str:
    known = meeting.seats.get(seat)
    return brief_name(meeting, known.holder) if known and known.holder else "a vacant seat"


_EFFECTS = {
    "": "",
    "stayed": ", stays",
    "left": ", will leave the room",
    "no vote": ", does not vote",
    "dispensation": ", has a dispensation",
    "no part": ", takes no part in the discussion",
}


_EXTENTS = {"": "", "meeting": " throughout", "item": " for this item only", "for now": " for now"}


def _declared(meeting: "Meeting", event: e.Declared) -> str:
    items = listed([item_name(meeting, item) for item in event.items]) or "no item"
    effect = _EFFECTS[event.effect]
    if event.effect == "left" and event.dispensed == "speak":
        effect = ", will speak and then leave the room"
    return f"{brief_names(meeting, event.members)}: {kind_named(event)}, {items}{effect}"


def _outcome(meeting: "Meeting", event: e.OutcomeDeclared) -> str:
    to = f" to {event.to}" if event.to else ""
    return f"Outcome{f' of {event.of}' if event.of else ''}: {event.word or event.what}{to}"


def _action(meeting: "Meeting", event: e.ActionAgreed) -> str:
    who = brief_name(meeting, event.owner) if event.owner else "nobody yet"
    due = f", by {say_date(event.due)}" if event.due else ""
    return f"Action for {who}{due}"


def _reported(meeting: "Meeting", event: e.ActionReported) -> str:
    state = {"done": "done", "dropped": "dropped", "open": "still to be done"}[event.state]
    of = f" of {say_date(event.day)}" if event.day else ""
    due = f", by {say_date(event.due)}" if event.due else ""
    return f"Action{of} {state}{due}: {clip(event.task, 40).rstrip('.')}" if event.task else f"Action{of} {state}{due}"


def _seconded(meeting: "Meeting", seconder: str) -> str:
    known = {"": "", "duly": ", duly seconded", "none": ", not seconded: it fell", "without": ", no seconder wanted"}
    return known.get(seconder, f", seconded {brief_name(meeting, seconder)}")


_MOTIONS = {
    "motion": "Motion",
    "order": "Motion on the order of business",
    "procedural": "Procedural motion",
    "deferral": "Motion to defer",
    "closure": "Motion that the question be now put",
    "next business": "Motion to go to next business",
    "adjournment": "Motion to adjourn",
    "suspension": "Motion to suspend a rule",
}


def _motion(meeting: "Meeting", event: e.MotionMoved) -> str:
    return f"{_MOTIONS[event.kind]} {event.question}: {_moved(meeting, event.mover, event.seconder)}"


def _amendment(meeting: "Meeting", event: e.AmendmentMoved) -> str:
    return f"Amendment {event.question} to {event.to}: {_moved(meeting, event.mover, event.seconder)}"


def _moved(meeting: "Meeting", mover: str, seconder: str) -> str:
    return f"{brief_name(meeting, mover) if mover else 'duly moved'}{_seconded(meeting, seconder)}"


def _put(meeting: "Meeting", event: e.QuestionPut) -> str:
    moved = who_moved(meeting, event)
    against = f" against {event.facing}" if event.facing else ""
    return f"Put to the vote: {listed(event.questions)}{against}{f', {moved}' if moved else ''}"


def who_moved(meeting: "Meeting", event: e.QuestionPut | e.PublicExcluded | e.TimeExtended) -> str:
    """Who moved and seconded recommendations that are put, an exclusion or an extension; "" for nobody."""
    seconded = _seconded(meeting, event.seconder) if event.seconder else ""
    return f"moved by {brief_name(meeting, event.mover)}{seconded}" if event.mover else ""


def _ballot(meeting: "Meeting", event: e.BallotTaken) -> str:
    how = f"{brief_name(meeting, event.elected)} elected" if event.elected else "nobody elected yet"
    called = f"{'Show of hands' if event.how else 'Ballot'} for {event.post}"
    if event.void:
        called += ", void"
        how = "nothing came of it"
    if not any(count for _, count in event.votes):
        return called if event.void else f"{called}, not counted: {how}"
    votes = ", ".join(f"{brief_name(meeting, person)} {count}" for person, count in event.votes)
    return f"{called}: {votes}: {how}"


def _extended(meeting: "Meeting", event: e.TimeExtended) -> str:
    until = f" until {say_time(event.until)}" if event.until else ""
    moved = f", {moved}" if (moved := who_moved(meeting, event)) else ""
    return f"The meeting was extended{until}{moved}{how_carried(event)}"


def _retracted(meeting: "Meeting", event: e.Retracted) -> str:
    taken_back = next((entry for entry in meeting.entries if entry.n == event.entry), None)
    if taken_back is None:
        return f"Undone: entry {event.entry}, which is not there"
    inner = taken_back.events[0] if len(taken_back.events) == 1 else None
    if isinstance(inner, e.Retracted) and inner.entry < event.entry:
        return f"Redone: {what_entry_did(meeting, inner.entry)}"
    if isinstance(inner, e.Corrected):
        return f"Undone: the correction of “{_told_at_first(meeting, inner.event)}”"
    if isinstance(inner, e.Retracted):
        return f"Undone: the correction recorded as entry {event.entry}"
    own = {placed.id for placed in meeting.events if placed.id.partition(".")[0] == str(event.entry)}
    # The line of a vote tells of its put too, but not that this was put right by itself.
    right = [one.event for entry in meeting.entries for one in entry.events if isinstance(one, e.Corrected)]
    also = [_put_alone(meeting, id_) for id_ in dict.fromkeys(right) if id_ in own]
    return "; ".join(filter(None, [f"Undone: {what_entry_did(meeting, event.entry)}", *also]))


def _put_alone(meeting: "Meeting", id_: str) -> str:
    """A put as it was put right, of which the line of its vote says nothing; "" of all else."""
    placed = next(placed for placed in meeting.events if placed.id == id_)
    return what_happened(meeting, placed) if isinstance(placed.event, e.QuestionPut) else ""


def _corrected(meeting: "Meeting", event: e.Corrected) -> str:
    if event.now is None:
        return f"Struck: {_told_at_first(meeting, event.event)}"
    if isinstance(event.now, e.Retracted | e.Corrected):
        return "Put right"
    where = moved_where(meeting, event, lambda id_: _line_of(meeting, id_))
    return f"{where or 'Put right'}: {what_happened(meeting, Placed(event.event, event.now))}"


def _line_of(meeting: "Meeting", id_: str) -> str:
    """The line of an event that stands."""
    return next(
        (what_happened(meeting, placed) for placed in meeting.events if placed.id == id_), "a line that is gone"
    )


def _told_at_first(meeting: "Meeting", id_: str) -> str:
    """A line of an event that no longer stands, as it was recorded first."""
    entry, _, number = id_.partition(".")
    for known in meeting.entries:
        if str(known.n) == entry and number.isdecimal() and int(number) < len(known.events):
            event = known.events[int(number)]
            if not isinstance(event, e.Corrected | e.Retracted):
                return what_happened(meeting, Placed(id_, event))
    return "it did not happen"


def _noted(meeting: "Meeting", event: e.Noted) -> str:
    known = rare_of(event.construct)
    label = known.label if known else event.construct
    who = [person for fact in (known.who if known else ()) for person in event.named(fact)]
    told = [brief_names(meeting, who)] if who else []
    whose = [f"{fact} {event.facts[fact]}" for fact in (known.whose if known else ()) if event.facts.get(fact)]
    # Where nothing was typed after it, the words of the line say it.
    told += whose if event.text else []
    return f"{label} ({', '.join(told)})" if told else label


def _flagged(meeting: "Meeting", event: e.Flagged) -> str:
    return f"Come back here ({item_name(meeting, event.item)})"


def _division(meeting: "Meeting", event: e.DivisionDemanded) -> str:
    who = brief_names(meeting, event.by) if event.by else f"{event.count} Members"
    more = f", {event.supporters} in all" if event.by and event.supporters else ""
    return f"A division was called for by {who}{more}{', by too few' if event.refused else ''}"


_LINES: dict[type, Callable[["Meeting", Any], str]] = {
    e.Convened: _convened,
    e.PersonMet: lambda m, v: (
        f"Person: {v.person.formal}"
        + (f", {v.person.post}" if v.person.post else "")
        + (f" ({v.person.group})" if v.person.group else "")
    ),
    e.SeatChanged: _seat_changed,
    e.ItemAdded: lambda m, v: f"Added to the agenda: {v.new.number} {clip(v.new.title)}",
    e.DecisionsPublished: lambda m, v: f"Decisions published on {say_date(v.on)}",
    e.ItemChanged: lambda m, v: f"Item put right: {v.now.number} {clip(v.now.title)}",
    e.OrderVaried: lambda m, v: f"Order of business: {', '.join(item_name(m, item) for item in v.order)}",
    e.MeetingOpened: lambda m, v: "The meeting opened" + (f" at {say_time(v.at)}" if v.at else ""),
    e.MeetingClosed: lambda m, v: "The meeting closed" + (f" at {say_time(v.at)}" if v.at else ""),
    e.MeetingAdjourned: lambda m, v: f"Adjourned to {say_date(v.to)}" if v.to else "Adjourned",
    e.MeetingResumed: lambda m, v: f"Resumed on {say_date(v.on)}" if v.on else "Resumed",
    e.TimeExtended: _extended,
    e.ItemTaken: lambda m, v: f"Took {item_name(m, v.taken)}" + _title_after(m, v.taken),
    e.MinutesCorrected: lambda m, v: (
        "Earlier minutes corrected by a note"
        if not v.was
        else f"Earlier minutes corrected, for “{clip(v.was, 30)}” read"
        if v.now
        else f"Earlier minutes corrected: “{clip(v.was, 30)}” struck out"
    ),
    e.MinutesReopened: lambda m, v: "The approved minutes are reopened",
    e.RollCalled: lambda m, v: (
        f"Roll called: {len(v.present)} present{f', {len(v.remote)} of them over a link' if v.remote else ''}"
    ),
    e.Arrived: lambda m, v: f"{brief_name(m, v.person)} came in{' over a link' if v.remote else ''}",
    e.Left: _left,
    e.ApologyReceived: _apology,
    e.Substituted: lambda m, v: f"{brief_name(m, v.person)} substitutes for {_seat_holder(m, v.seat)}",
    e.SubstitutionEnded: lambda m, v: f"{_seat_holder(m, v.seat)} takes the seat back",
    e.Presided: lambda m, v: (
        f"{brief_name(m, v.person)} took the chair{_EXTENTS[v.extent]}{', elected' if v.elected else ''}"
    ),
    e.Declared: _declared,
    e.Minuted: lambda m, v: clip(v.text) or "An empty paragraph",
    e.NothingToRecord: lambda m, v: "None",
    e.Introduced: lambda m, v: (
        f"{brief_names(m, v.people)} "
        + (
            f"spoke to the {v.what}"
            if v.manner == "spoke" and v.what
            else "spoke"
            if v.manner == "spoke"
            else f"{v.manner} the {v.what or 'report'}"
        )
    ),
    e.Invited: lambda m, v: f"Invited to {'speak' if v.to else 'the table'}: {brief_names(m, v.people)}",
    e.Addressed: addressed,
    e.QuestionReceived: lambda m, v: (
        f"Question from {brief_name(m, v.person)}" + (f" on {item_name(m, v.about)}" if v.about else "")
    ),
    e.MinutesApproved: lambda m, v: (
        f"Minutes of {listed([say_date(day) for day in v.dates])} approved" + (", corrected" if v.corrections else "")
    ),
    e.Appointed: lambda m, v: f"Appointed{f' to {v.to}' if v.to else ''}: {brief_names(m, v.people)}",
    e.OutcomeDeclared: _outcome,
    e.ReasonsGiven: lambda m, v: "Reasons",
    e.ActionAgreed: _action,
    e.ActionReported: _reported,
    e.MotionMoved: _motion,
    e.AmendmentMoved: _amendment,
    e.QuestionPut: _put,
    e.VoteTaken: vote_line,
    e.CastingVote: casting_line,
    e.OwnVote: own_vote_line,
    e.DivisionDemanded: _division,
    e.BallotTaken: _ballot,
    e.QuestionDisposed: lambda m, v: (
        f"{v.question} "
        + {
            "withdrawn": "was withdrawn",
            "fell": "fell",
            "accepted": "was accepted without a vote",
            "not put": "was not put",
        }[v.how]
    ),
    e.PublicExcluded: lambda m, v: excluded(m, v, who_moved(m, v)),
    e.PublicReadmitted: readmitted,
    e.PublicSummary: lambda m, v: "Public summary",
    e.Noted: _noted,
    e.Nominated: lambda m, v: f"Nominated as {v.post}: {brief_name(m, v.person)}" + _seconded(m, v.seconder),
    e.Reworded: lambda m, v: "Reworded" if v.text else "Reworded as the house style has it",
    e.Flagged: _flagged,
    e.FlagCleared: lambda m, v: "Came back to a flag",
    e.FindingDismissed: lambda m, v: f"Finding {v.rule} answered",
    e.Retracted: _retracted,
    e.Corrected: _corrected,
}


def _title_after(meeting: "Meeting", item: str) -> str:
    known = meeting.items.get(item)
    return f": {clip(known.title)}" if known and known.number else ""
