"""What would become public by a line, and a vote typed as shorthand that names someone who may not vote, is recorded
only at a second Enter (X6, V19)."""

from clerk.events import VoteTaken
from clerk.meeting.exempt import kept_back, known_to, may_unveil
from clerk.meeting.fold import add
from clerk.meeting.record import Entry
from clerk.saying.votes import barred_line
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


def names_who_may_not(sitting: Sitting, line: Line | str) -> str:
    """Whom a vote that is typed as shorthand names, who may not vote, and why; "" where there is nobody. What keys say
    of a vote stands in sight before Enter."""
    if not isinstance(line, str) or " named" not in line:
        return ""
    made, meeting = sitting.would(line), sitting.meeting
    votes = [event.vote for event in made.events if isinstance(event, VoteTaken)] if made is not None else []
    if not votes or made is None:
        return ""
    after = add(meeting, Entry(meeting.entries[-1].n + 1, meeting.entries[-1].recorded, sitting.by, made.events))
    return " ".join(barred_line(after, after.votes[vote]) for vote in votes if vote in after.votes)


class Twice:
    """Which line waits for its second Enter."""

    def __init__(self) -> None:
        self._asked: tuple[Line | str, int] | None = None

    def first(self, sitting: Sitting, line: Line | str) -> str:
        """What to say where this was the first Enter of a line that makes something public, or names in a vote someone
        who has none; "" where the line is to be recorded. Raises `Unclear`."""
        asked, self._asked = self._asked, None
        now = (line, len(sitting.meeting.entries))
        public = would_publish(sitting, line) or names_who_may_not(sitting, line)
        if not public or asked == now:
            return ""
        self._asked = now
        return f"⚠ {public} Enter again records it; Esc leaves all as it is."
