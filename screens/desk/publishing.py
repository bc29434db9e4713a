"""What would become public by a line is recorded only at a second Enter (X6)."""

from clerk.meeting.exempt import kept_back
from clerk.meeting.fold import add
from clerk.meeting.record import Entry
from clerk.shorthand.line import Line
from screens.sitting import Sitting


def would_publish(sitting: Sitting, line: Line | str) -> str:
    """What a line would make public, as a sentence; "" where it makes nothing so. Raises `Unclear`."""
    meeting = sitting.meeting
    if not meeting.once_private and not kept_back(meeting):
        return ""
    made = sitting.would(line)
    if made is None or not made.events:
        return ""
    from clerk.saying.exempt import becomes_public

    last = meeting.entries[-1]
    return becomes_public(meeting, add(meeting, Entry(last.n + 1, last.recorded, sitting.by, made.events)))


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
