"""What would become public by a line is recorded only at a second Enter (X6)."""

from clerk.meeting.exempt import kept_back, known_to, may_unveil
from clerk.meeting.fold import add
from clerk.meeting.record import Entry
from clerk.shorthand.line import Line
from screens.sitting import Sitting


def would_publish(sitting: Sitting, line: Line | str) -> str:
    """What a line would make public, as a sentence; "" where it makes nothing so. Raises `Unclear`."""
    meeting = sitting.meeting
    made = sitting.would(line)
    if made is None or not made.events:
        return ""
    entry = Entry(meeting.entries[-1].n + 1, meeting.entries[-1].recorded, sitting.by, made.events)
    # Most of what is typed only adds to the record, and what it costs to look is seen at every key.
    if not may_unveil(entry, known_to(meeting, entry)) or not (meeting.once_private or kept_back(meeting)):
        return ""
    from clerk.saying.exempt import becomes_public

    return becomes_public(meeting, add(meeting, entry))


class Twice:
    """Which line waits for its second Enter."""

    def __init__(self) -> None:
        self._asked: tuple[Line | str, int] | None = None

    def first(self, sitting: Sitting, line: Line | str) -> str:
        """What to say where this was the first Enter of a line that makes something public; "" where the line is to be
        recorded. Raises `Unclear`."""
        asked, self._asked = self._asked, None
        now = (line, len(sitting.meeting.entries))
        public = would_publish(sitting, line)
        if not public or asked == now:
            return ""
        self._asked = now
        return f"⚠ {public} Enter again records it; Esc leaves all as it is."
