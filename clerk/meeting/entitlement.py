"""Who may vote on an item, and why not (E, V16, V28): worked out from the room, never stored as truth."""

from clerk.meeting.interests import Bar, bar_of
from clerk.meeting.parts import Voter
from clerk.meeting.state import Meeting


def ledger(meeting: Meeting, items: tuple[str, ...]) -> tuple[Voter, ...]:
    """Every acting member, in the order of the roll, and whether each may vote on all of these items."""
    declared = {declaration.member for declaration in meeting.declarations}
    return tuple(_voter(meeting, seat, person, items, person in declared) for seat, person in meeting.acting)


def _voter(meeting: Meeting, seat: str, person: str, items: tuple[str, ...], declared: bool) -> Voter:
    bar = _bar(meeting, person, items, declared)
    return Voter(person, seat, True) if bar is None else Voter(person, seat, False, bar.why, bar.rule)


def _bar(meeting: Meeting, person: str, items: tuple[str, ...], declared: bool) -> Bar | None:
    if person not in meeting.in_room:
        return Bar("not in the room", "V19")
    if person in meeting.remote and not meeting.remote_counts:
        return Bar("on a video link", "Q11")
    who = meeting.people[person]
    if not who.voting:
        return Bar("non-voting member", "V22")
    for item in items:
        if declared and (bar := bar_of(meeting, person, item)):
            return bar
        if who.kind == "co-optee" and who.scope and not _in_scope(meeting, who.scope, item):
            return Bar("co-opted for other business", "V22")
        if meeting.profile.body_full_presence and person in meeting.missed.get(item, ()):
            return Bar("was not there for the whole item", "V17")
    return None


def _in_scope(meeting: Meeting, scope: str, item: str) -> bool:
    found = meeting.items.get(item)
    return found is not None and found.subject.casefold() == scope.casefold()
