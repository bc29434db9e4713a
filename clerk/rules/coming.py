"""What the chair will want next beside the questions of the item: who presides, who is expected, who goes out or may
come back, the roll before the first vote, the time.

Pure functions of a meeting, as `clerk.rules.live`, whose steps stand between these.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from clerk.agenda import whole_and_parts
from clerk.meeting.interests import withdraws
from clerk.meeting.leaving import was_decided
from clerk.meeting.motions import newest_open
from clerk.meeting.quorum import quorum
from clerk.meeting.state import Meeting
from clerk.rules.live import Step, TimeLeft, next_steps
from clerk.saying.names import brief_names
from clerk.times import say_time


def what_comes_next(meeting: Meeting, item: str | None, left: TimeLeft | None = None) -> tuple[Step, ...]:
    """All that the chair will want, the first thing first. `left` is the time left, where it is known."""
    if meeting.course == "before":
        return tuple(_before(meeting))
    if meeting.course != "open":
        return next_steps(meeting, item)
    return (*_first_of_all(meeting, item, left), *next_steps(meeting, item), *_besides(meeting, item, left))


def _before(meeting: Meeting) -> Iterator[Step]:
    """Who is expected, and who will preside."""
    if meeting.roll_called or not meeting.acting:
        return
    acting = [person for _, person in meeting.acting]
    away = {id_ for id_, apology in meeting.apologies.items() if apology.kind == "absence"}
    coming = quorum(replace(meeting, in_room=frozenset(acting) - away, remote=frozenset()))
    if coming.state == "INQUORATE":
        yield Step("Q6", f"Too few are expected: {coming.have} of {len(meeting.seats)}, and {coming.need} are needed")
    office = next((seat for seat in meeting.seats.values() if seat.office == "chair"), None)
    if office is not None and (office.holder is None or office.holder in away):
        yield Step("C1", "The chair is not expected: who presides?", ":preside", "p")
    if coming.state != "INQUORATE":
        yield Step("Q1", f"Expected {coming.have} of {len(meeting.seats)}, quorum {coming.need}", ":present rest", "r")


def _first_of_all(meeting: Meeting, item: str | None, left: TimeLeft | None) -> Iterator[Step]:
    """What comes before any question: without it what is decided may be void."""
    if left is not None and left.minutes <= 5:
        yield _time(left)
    if meeting.presiding is None and meeting.roll_called:
        yield Step("C1", "Nobody presides", ":preside", "p")
    if not meeting.roll_called and newest_open(meeting, item) is not None:
        yield Step("Q1", "The roll is to be called before the first vote", ":present rest", "r")
    if going := _to_go(meeting, item):
        keys = " ".join(_letter(meeting, person) for person in going[:3])
        leave = "leaves" if len(going) == 1 else "leave"
        yield Step("D3", f"{brief_names(meeting, going)} {leave} for this item", _line(going), f"o ! {keys}")


def _besides(meeting: Meeting, item: str | None, left: TimeLeft | None) -> Iterator[Step]:
    if back := _still_out(meeting, item):
        out = "is" if len(back) == 1 else "are"
        keys = " ".join(_letter(meeting, person) for person in back[:3])
        text = f"{brief_names(meeting, back)} {out} still out, and may come back"
        yield Step("D3", text, f":in {','.join(back)}", f"i {keys}")
    if left is not None and left.warn is not None and left.minutes > 5:
        yield _time(left)


def _time(left: TimeLeft) -> Step:
    limit = say_time(left.limit)
    if left.minutes < 0:
        return Step("T1", f"{limit} has passed: what is decided now is void")
    how = ", as extended" if left.extended else ", unless it is extended" if left.may_extend else ""
    minutes = "a minute" if left.minutes == 1 else f"{left.minutes} minutes"
    return Step(
        "T1",
        f"{minutes[0].upper()}{minutes[1:]} until {limit}{how}",
        ":extend" if left.may_extend else "",
        ". e" if left.may_extend else "",
    )


def _to_go(meeting: Meeting, item: str | None) -> list[str]:
    """Those in the room who have an interest in the item in hand for which they withdraw (D3, D9, D10)."""
    if item is None or item != meeting.item_taken or was_decided(meeting, item):
        # There is nothing left to go for.
        return []
    return [person for _, person in meeting.acting if person in meeting.in_room and withdraws(meeting, person, item)]


def _still_out(meeting: Meeting, item: str | None) -> list[str]:
    """Those who went out for an interest, and have none in the item in hand."""
    if item is None or item != meeting.item_taken:
        return []
    # An interest in an item is one in its parts: who left for 9 is still to be out at 9b.
    here = whole_and_parts(meeting.items, item)
    return [
        person
        for _, person in meeting.acting
        if person not in meeting.in_room
        and (stays := meeting.stays.get(person))
        and stays[-1].interest
        and not any(withdraws(meeting, person, one) for one in here)
    ]


def _letter(meeting: Meeting, person: str) -> str:
    return next((meeting.seats[seat].letter for seat, acting in meeting.acting if acting == person), "")


def _line(people: list[str]) -> str:
    return f":out {','.join(people)} interest=yes"
