"""Who may vote on an item, and why not (E, V16, V28): worked out from the room, never stored as truth."""

from msgspec.structs import replace

from clerk.meeting.interests import Bar, bar_of
from clerk.meeting.parts import Put, Question, Voter
from clerk.meeting.seated import has_a_vote, in_whose_right, out_of_scope
from clerk.meeting.state import Meeting

FOR_OTHER_BUSINESS = "co-opted for other business"
IN_ANOTHERS_SEAT = "in the seat of a member co-opted for other business"


def ledger(meeting: Meeting, items: tuple[str, ...]) -> tuple[Voter, ...]:
    """Every acting member, in the order of the roll, and whether each may vote on all of these items."""
    declared = {declaration.member for declaration in meeting.declarations}
    return tuple(_voter(meeting, seat, person, items, person in declared) for seat, person in meeting.acting)


def ledger_at_vote(meeting: Meeting, put: Put) -> tuple[Voter, ...]:
    """Every acting member, and whether each may vote on what was put, now that the vote is taken (V27): who came in
    after it was put may, unless the profile closes the doors then, or the whole of the item must have been heard."""
    return tuple(_after_put(meeting, put, voter) for voter in ledger(meeting, items_of(meeting, put)))


def voters_now(meeting: Meeting, question: Question | None, item: str | None) -> tuple[Voter, ...]:
    """Every acting member, and whether each may vote on a question if it is taken now; on an item where there is no
    question."""
    put = next((p for p in reversed(meeting.puts) if not p.vote and question and question.id in p.questions), None)
    if put is not None:
        return ledger_at_vote(meeting, put)
    on = question.item if question and question.item else item
    return ledger(meeting, (on,) if on else ())


def items_of(meeting: Meeting, put: Put) -> tuple[str, ...]:
    """The items of the questions that were put, else the item at which they were."""
    items = (meeting.questions[label].item for label in put.questions if label in meeting.questions)
    return tuple(dict.fromkeys(item for item in items if item)) or ((put.item,) if put.item else ())


def came_in(put: Put, voters: tuple[Voter, ...]) -> tuple[str, ...]:
    """Those who may vote and were not in the room when the question was put."""
    were_out = {person for person, rule in put.bars if rule == "V19"}
    acted = {*put.entitled, *(person for person, _ in put.barred)}
    return tuple(v.person for v in voters if v.may and (v.person in were_out or v.person not in acted))


def _after_put(meeting: Meeting, put: Put, voter: Voter) -> Voter:
    if voter.person not in came_in(put, (voter,)):
        return voter
    profile = meeting.profile
    if profile.body_full_presence or profile.body_kind in ("planning", "licensing"):
        return replace(voter, may=False, why="came in after the question was put", rule="V17")
    if profile.vote_closed_at == "put":
        return replace(voter, may=False, why="came in after the question was put", rule="V27")
    return voter


def _voter(meeting: Meeting, seat: str, person: str, items: tuple[str, ...], declared: bool) -> Voter:
    bar = _bar(meeting, seat, person, items, declared)
    return Voter(person, seat, True) if bar is None else Voter(person, seat, False, bar.why, bar.rule)


def _bar(meeting: Meeting, seat: str, person: str, items: tuple[str, ...], declared: bool) -> Bar | None:
    if person not in meeting.in_room and not _by_proxy(meeting, person):
        return Bar("not in the room", "V19")
    if person in meeting.remote and not meeting.remote_counts:
        return Bar("on a video link", "Q11")
    who = meeting.people[person]
    if not has_a_vote(meeting, seat, person):
        return Bar("non-voting member", "V22")
    wants = meeting.profile.vote_planning_training and meeting.profile.body_kind == "planning"
    if wants and not (who.trained_planning and meeting.setup and who.trained_planning <= meeting.setup.date):
        return Bar("not trained for planning", "V29")
    for item in items:
        if declared and (bar := bar_of(meeting, person, item)):
            return bar
        if out_of_scope(meeting, seat, person, item):
            own = in_whose_right(meeting, seat, person) is who
            return Bar(FOR_OTHER_BUSINESS if own else IN_ANOTHERS_SEAT, "V22")
        if meeting.profile.body_full_presence and person in meeting.missed.get(item, ()):
            return Bar("was not there for the whole item", "V17")
    return None


def _by_proxy(meeting: Meeting, person: str) -> bool:
    """Whether someone in the room votes for a member who is not, where the council's law allows that (V19)."""
    if not meeting.profile.vote_proxies or meeting.setup is None:
        return False
    holder = meeting.people[person].proxy_on(meeting.setup.date)
    return holder in meeting.in_room and any(holder == other for _, other in meeting.acting)
