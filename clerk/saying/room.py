"""The room: how the quorum stands."""

from typing import TYPE_CHECKING

from clerk.meeting.quorum import quorum

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting


def quorum_line(meeting: "Meeting", item: str | None) -> str:
    """How the quorum stands: "8 of 11 in the room · quorum 4 · QUORATE". Who does not count for an
    interest may be in the room yet."""
    now = quorum(meeting, item)
    of = sum(meeting.people[person].voting for _, person in meeting.acting)
    room = f"{now.have + now.withdrawn} of {of} in the room"
    if now.withdrawn:
        room += f", {now.have} count ({now.withdrawn} with an interest)"
    return f"{room} · quorum {now.need} · {now.state}"
