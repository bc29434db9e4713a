"""Section 4: who took part in an item, or presided over it, for all an interest (D3, D14)."""

from collections.abc import Iterator

from clerk.events import Addressed, AmendmentMoved, AnyEvent, Introduced, MotionMoved, Noted
from clerk.findings import Finding
from clerk.meeting.interests import barring_rule, in_force
from clerk.meeting.leaving import went_on
from clerk.rules.case import Case, found
from clerk.rules.interests import leaving_rule
from clerk.rules.table import rule

_SPEAKS = {"RE-03": "who", "RE-04": "by", "RE-06": "who", "CN-04": "who", "MB-02": "who"}
"""Standing sentences of somebody who speaks on the item, and their fact that names whom."""


def _speakers(event: AnyEvent) -> tuple[str, ...]:
    """Who took part in the discussion by what happened."""
    match event:
        case Introduced():
            return event.people
        case Addressed():
            return tuple(spoke.person for spoke in event.speakers)
        case Noted() if event.construct in _SPEAKS:
            return event.named(_SPEAKS[event.construct])
        case MotionMoved() | AmendmentMoved():
            return (event.mover, event.seconder)
    return ()


@rule(D3="WARN")
def took_part(case: Case) -> Iterator[Finding]:
    """Who is barred, or has said so, takes no part in the discussion; found once for a member and an item."""
    meeting = case.meeting
    day = meeting.setup.date if meeting.setup else None
    declared = {one.member for one in meeting.declarations}
    said: set[tuple[str, str]] = set()
    for placed in case.business:
        item = placed.event.item or ""
        for person in declared.intersection(_speakers(placed.event)):
            for one in in_force(meeting, person, item):
                if case.place(one.event) > case.place(placed.id) or (person, item) in said:
                    continue
                may = one.dispensed_on(day) and one.dispensed in ("both", "speak")
                barred = barring_rule(meeting, one) in ("D3", "D10") and not may
                if barred and isinstance(placed.event, MotionMoved | AmendmentMoved):
                    continue  # of those D13 speaks
                if (not barred and one.effect != "no part") or one.spoke_first:
                    continue
                said.add((person, item))
                what = "spoke on" if barred else "took part in the discussion of"
                why = "though an interest bars that" if barred else "having declared to take none"
                text = f"{case.name(person)} {what} {case.item_name(item)}, {why}."
                remedy = "Correct the declaration (:correct), or who it was."
                remedy = "Tell the monitoring officer; check the record." if barred else remedy
                yield found("WARN", "D3", text, remedy, at=placed)


@rule(D14="HARD")
def chair_with_an_interest(case: Case) -> Iterator[Finding]:
    """Whoever is barred from an item, or was to take no part in it, does not preside over it."""
    meeting = case.meeting
    day = meeting.setup.date if meeting.setup else None
    said: set[tuple[str, str]] = set()
    for one in meeting.declarations:
        barring = leaving_rule(case, one) or one.effect == "left"
        if one.dispensed_on(day) or not (barring or one.effect == "no part"):
            continue
        for item in one.items:
            for placed in went_on(meeting, item):
                place = case.place(placed.id)
                if place < case.place(one.event) or case.presiding(place) != one.member or (one.member, item) in said:
                    continue
                said.add((one.member, item))
                why = "with an interest that bars" if barring else "having declared to take no part in it"
                text = f"{case.name(one.member)} presided over {case.item_name(item)} {why}."
                yield found("HARD", "D14", text, "Say who took the chair for it (p).", at=placed)
