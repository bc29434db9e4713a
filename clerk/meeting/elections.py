"""Elections: the ballot that was a tie and waits for a decision (C4, V23)."""

import re

from clerk.events import BallotTaken
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting


def first_equals(ballot: BallotTaken) -> tuple[str, ...]:
    """Those who had as many votes as each other, and more than the rest; one alone where it was no tie."""
    most = max((count for _, count in ballot.votes), default=0)
    return tuple(person for person, count in ballot.votes if count == most and most)


_PRESIDES = re.compile(r"\b(?:chair\w*|mayor|convener|provost|president)\b", re.IGNORECASE)
_NEXT_TO_IT = re.compile(r"\b(?:vice|deputy)\b", re.IGNORECASE)


def elected_to_preside(meeting: Meeting, person: str) -> bool:
    """Whether a ballot of the meeting has elected someone to the post of whoever presides."""
    for placed in meeting.events:
        ballot = placed.event
        if isinstance(ballot, BallotTaken) and ballot.elected == person:
            label = meeting.setup.chair_label.casefold() if meeting.setup else ""
            named = bool(_PRESIDES.search(ballot.post)) or (label and label in ballot.post.casefold())
            if named and not _NEXT_TO_IT.search(ballot.post):
                return True
    return False


def tied_ballot(meeting: Meeting) -> Placed | None:
    """The newest ballot, where it was a tie that nobody has decided; None else."""
    ballots = [placed for placed in meeting.events if isinstance(placed.event, BallotTaken)]
    if not ballots:
        return None
    last = ballots[-1].event
    assert isinstance(last, BallotTaken)
    waits = not last.elected and not last.declined_by and len(first_equals(last)) > 1
    return ballots[-1] if waits else None
