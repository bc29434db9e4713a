"""Sections 2 and 4, interests and the room: who is still out for one, who is due to preside (A3, D14)."""

from collections.abc import Iterator, Sequence

from clerk.agenda import whole_and_parts
from clerk.events import Arrived, Introduced, ItemTaken, Left, Noted, OutcomeDeclared, VoteTaken
from clerk.findings import Finding
from clerk.meeting.interests import barring_rule, in_force
from clerk.meeting.record import Placed
from clerk.rules.case import Case, found
from clerk.rules.interests import leaving_rule
from clerk.rules.table import rule
from clerk.saying.names import listed


@rule(D14="WARN")
def due_to_preside(case: Case) -> Iterator[Finding]:
    """Whoever presides and has an interest that bars, or is to leave for one, does not preside over its item."""
    meeting = case.meeting
    day = meeting.setup.date if meeting.setup else None
    for one in meeting.declarations:
        if one.member != meeting.presiding or case.closed or one.dispensed_on(day):
            continue
        if one.effect != "left" and not barring_rule(meeting, one):
            continue
        waiting = [item for item in one.items if item not in meeting.taken and item in meeting.items]
        if waiting:
            names = " and ".join(case.item_name(item) for item in waiting)
            text = f"{case.name(one.member)}, who presides, has an interest in {names}: who takes the chair for it?"
            remedy = "When it is called, record who took the chair (:preside NAME for=item)."
            yield found("WARN", "D14", text, remedy, at=one.event, item=waiting[0])


@rule(D4="WARN")
def officer_in_the_room(case: Case) -> Iterator[Finding]:
    """An officer or a guest who was to leave for an item that is over is recorded as having left. No roll is called of
    them: they were there unless they are known to have gone."""
    meeting = case.meeting
    for place, item in case.takings:
        end = next((p for p, _ in case.takings if p > place), case.closed_place)
        declared = [d for d in meeting.declarations if item in d.items and d.effect == "left"]
        if end >= len(meeting.events):
            continue
        for one in declared:
            person = meeting.people.get(one.member)
            if person is None or person.kind in ("member", "co-optee") or person.id in meeting.stays:
                continue
            moves = (p.event for p in meeting.events[:place] if isinstance(p.event, Arrived | Left))
            gone = [isinstance(move, Left) for move in moves if move.person == person.id][-1:]
            if (person.id, item) in case.left_for or gone == [True] or case.place(one.event) > end:
                continue
            text = f"{case.name(person.id)} was to leave the room for {case.item_name(item)}; that is not recorded."
            remedy = "Record who left (:out NAME interest=yes) and came back (:in NAME)."
            yield found("WARN", "D4", text, remedy, at=meeting.events[place], item=item)


@rule(A3="WARN")
def still_out(case: Case) -> Iterator[Finding]:
    """Who left for an interest comes back before the next item, unless there is an interest in that too."""
    meeting = case.meeting
    for person, stays in meeting.stays.items():
        last = stays[-1]
        if not last.left or not last.interest or person in meeting.in_room:
            continue
        place = case.place(last.left)
        was = case.meeting.events[place].event.item or case.in_hand(place) if place >= 0 else None
        own = {item for one in meeting.declarations if one.member == person for item in one.items}
        own = {other for item in own for other in whole_and_parts(meeting.items, item)}
        after = [item for at, item in case.takings if at > place and item != was]
        # One who left between two items left for that which was taken next.
        after = [item for item in after if item not in own]
        if after and place < case.closed_place:
            name = case.item_name(after[0])
            text = f"{case.name(person)} left for an interest, and is still out at {name}."
            taken = next(p for p in meeting.events if isinstance(p.event, ItemTaken) and p.event.taken == after[0])
            yield found("WARN", "A3", text, "Record that the Member came back (:in NAME).", at=taken, item=after[0])


@rule(D4="WARN", D9="WARN", D10="WARN")
def back_too_soon(case: Case) -> Iterator[Finding]:
    """Who is out for an interest, or comes late, stays out until the item is over; found once for a member and an
    item, with what went on before that member."""
    for (person, item), events in case.back_for.items():
        declared = in_force(case.meeting, person, item)
        if any(one.effect == "left" for one in declared):
            why, rule_id = "was to be out of the room", "D4"
        else:
            rules = [leaving_rule(case, one) for one in declared]
            rule_id = next((one for one in rules if one), "D4")
            why = "has a predetermined view" if rule_id == "D10" else "has a barring interest"
        text = f"{case.name(person)} {why} for {case.item_name(item)}, came in while it was under way, "
        if not why.startswith("was"):
            text = text.replace(" for item", " in item").replace("view in", "view of")
        text += f"and was there for {_what_went_on(case, events)}."
        remedy = "Record that the member left again (:out NAME interest=yes), or put right when the member came in."
        yield found("WARN", rule_id, text, remedy, at=events[0], item=item)


def _what_went_on(case: Case, events: Sequence[Placed]) -> str:
    """The vote, or the debate, that somebody was there for, with the labels of the votes."""
    votes = [p.event.vote for p in events if isinstance(p.event, VoteTaken)]
    stand = [vote for vote in votes if vote in case.meeting.votes and not case.meeting.votes[vote].superseded]
    debated = any(not isinstance(p.event, VoteTaken | OutcomeDeclared) for p in events)
    decided = any(isinstance(p.event, OutcomeDeclared) for p in events)
    said = ["the debate"] if debated else []
    said += [f"the vote{'s' if len(stand) > 1 else ''} ({listed(stand)})"] if stand else []
    said += ["its outcome"] if decided and not stand else []
    return listed(said or ["a vote"])


_SPOKEN = ("RE-03", "RE-04", "RE-06", "MB-02", "MI-04", "CN-04", "CN-06")
"""What is said or brought by whom it names: a presentation, a question, an update, an item or motion of a Member's."""


@rule(A3="WARN")
def spoke_from_outside(case: Case) -> Iterator[Finding]:
    """A member of whom it is minuted that they introduced, asked or brought something was there to do so."""
    meeting = case.meeting
    if not meeting.roll_called:
        return
    members = {seat.holder for seat in meeting.seats.values()} | {held.person for held in meeting.substitutions}
    for placed in meeting.events:
        event = placed.event
        if isinstance(event, Introduced):
            named: Sequence[str] = event.people
        elif isinstance(event, Noted) and event.construct in _SPOKEN:
            named = (*event.named(), *event.named("by"))
        else:
            continue
        place = max(case.place(placed.id), case.roll_place)
        away = [person for person in named if person in members and not case.was_in(person, place)]
        if away:
            was = "was" if len(away) == 1 else "were"
            text = f"{case.names(away)} took part in {case.item_name(event.item)}, and {was} not in the room."
            remedy = "Correct who it was, or record when the Member came in (:in NAME)."
            yield found("WARN", "A3", text, remedy, at=placed)
