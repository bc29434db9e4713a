"""The room: how the quorum stands, and who is in it who was to be out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clerk.events import AnyEvent, Arrived
from clerk.meeting.interests import withdraws
from clerk.meeting.leaving import back_for, keeps_out, left_for, was_decided
from clerk.meeting.quorum import quorum
from clerk.saying.names import brief_names, item_name

if TYPE_CHECKING:
    from clerk.meeting.parts import Quorum
    from clerk.meeting.state import Meeting


def quorum_now(meeting: "Meeting", item: str | None) -> "Quorum":
    """The quorum as it stands with an item in hand: who went out for it, and is back once it is decided, counts
    again."""
    now = quorum(meeting, item)
    if item is None or not now.withdrawn or now.elsewhere or not was_decided(meeting, item):
        return now
    went = left_for(meeting)
    there = [person for _, person in meeting.acting if person in meeting.in_room and withdraws(meeting, person, item)]
    return quorum(meeting, None) if all((person, item) in went for person in there) else now


def quorum_line(meeting: "Meeting", item: str | None) -> str:
    """How the quorum stands: "8 of 11 in the room · quorum 4 · QUORATE". Who does not count for an
    interest may be in the room yet."""
    now = quorum_now(meeting, item)
    of = sum(meeting.people[person].voting for _, person in meeting.acting)
    room = f"{now.room} of {of} in the room"
    why = [f"{now.withdrawn} with an interest"] if now.withdrawn else []
    why += [f"{now.elsewhere} co-opted for other business"] if now.elsewhere else []
    if why:
        room += f", {now.have} count ({', '.join(why)})"
    return f"{room} · quorum {now.need} · {now.state}"


def to_be_out(before: "Meeting", after: "Meeting", events: Sequence[AnyEvent]) -> str:
    """That somebody comes in, or is there for what goes on, whom an interest keeps out of the item under way (D4); ""
    where there is nobody, or the item is decided."""
    item = after.item_taken
    if item is None:
        return ""
    came = [e.person for e in events if isinstance(e, Arrived) and e.person in after.in_room - before.in_room]
    those = [person for person in came if keeps_out(after, person, item) and not was_decided(after, item)]
    back = {person: there for (person, of), there in back_for(after).items() if of == item}
    was = back_for(before) if back else {}
    those += [person for person, there in back.items() if len(there) > len(was.get((person, item), ()))]
    if not those:
        return ""
    name, are = brief_names(after, tuple(dict.fromkeys(those))), "is" if len(set(those)) == 1 else "are"
    out = ",".join(dict.fromkeys(those))
    return f"{name} {are} to be out for {item_name(after, item)}, which is under way (D4): :out {out} interest=yes."
