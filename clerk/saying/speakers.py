"""Who spoke from outside the body, in one line."""

from typing import TYPE_CHECKING

from clerk import events as e
from clerk.saying.names import brief_name, brief_names, item_name, listed

if TYPE_CHECKING:
    from clerk.events.public import Spoke
    from clerk.meeting.state import Meeting


def addressed(meeting: "Meeting", event: e.Addressed) -> str:
    """Who spoke, and on what."""
    on = [item_name(meeting, item) for item in (event.about, *event.also_about) if item]
    about = f" on {listed(on)}" if on else ""
    if not any(spoke.on_behalf_of or spoke.read_by or spoke.seconds for spoke in event.speakers):
        return f"{brief_names(meeting, [spoke.person for spoke in event.speakers])} spoke{about}"
    return f"{listed([_speaker(meeting, spoke) for spoke in event.speakers])} spoke{about}"


def _speaker(meeting: "Meeting", spoke: "Spoke") -> str:
    """Who spoke, for whom, whose words were read by another, and for how long."""
    other = f" for {spoke.on_behalf_of}" if spoke.on_behalf_of else ""
    read = f", read by {spoke.read_by}" if spoke.read_by else ""
    seconds = f" ({spoke.seconds} seconds)" if spoke.seconds else ""
    return f"{brief_name(meeting, spoke.person)}{other}{read}{seconds}"
