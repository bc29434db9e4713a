"""How an item ended, in a word: worked out from what was declared and decided, never "the last vote" (M1, M18, M19)."""

from msgspec import Struct

from clerk.meeting.directions import decided_by, direction_of, reading
from clerk.meeting.parts import Question
from clerk.meeting.rivals import won_outright
from clerk.meeting.state import Meeting


class Ending(Struct, frozen=True):
    """How an item stands. `what` is a named outcome ("noted", "deferred"), "approved", "refused" or "carried" by vote,
    "lost" where a question was lost and nothing was decided, "open" while one waits, or "" where nothing was asked.
    `question` is the one that it is the ending of."""

    what: str
    question: str = ""

    @property
    def decided(self) -> bool:
        """Whether the matter itself was decided, one way or the other."""
        return self.what not in ("", "open", "lost", "deferred", "not reached", "no decision", "withdrawn")


def ending_of(meeting: Meeting, item: str) -> Ending:
    """How an item ended, or stands."""
    named = next((outcome for outcome in reversed(meeting.outcomes) if outcome.item == item), None)
    if named is not None:
        return Ending(named.what, named.of or "")
    questions = [question for question in meeting.questions.values() if question.item == item]
    deferral = next((q for q in questions if q.kind == "deferral" and q.state == "carried"), None)
    if deferral is not None:
        return Ending("deferred", deferral.id)
    kinds = ("recommendations", "motion")
    mains = [question for question in questions if question.kind in kinds or won_outright(meeting, question)]
    carried = next((q for q in reversed(mains) if q.state in ("carried", "accepted", "divided")), None)
    if carried is not None:
        return Ending(_carried(meeting, carried), carried.id)
    waiting = next((q for q in reversed(mains) if q.is_open and (q.kind == "motion" or q.vote or q.parts)), None)
    lost = next((q for q in reversed(mains) if q.state == "lost"), None)
    as_recommended = _as_recommended(meeting, mains)
    if waiting is None and as_recommended is not None:
        return as_recommended
    if waiting is not None:
        return Ending("open", waiting.id)
    if lost is not None:
        return Ending("lost", lost.id)
    return Ending("open", mains[-1].id) if any(q.is_open for q in mains) else Ending("")


def _as_recommended(meeting: Meeting, mains: list[Question]) -> Ending | None:
    """What the loss of the opposite of a recommendation makes of the item (M19)."""
    for question in reversed(mains):
        vote = meeting.votes.get(question.vote)
        if vote is not None and question.state == "lost" and (made := decided_by(meeting, vote, question)):
            return Ending(ENDED[made], question.id)
    return None


def _carried(meeting: Meeting, question: Question) -> str:
    vote = meeting.votes.get(question.vote)
    made = decided_by(meeting, vote, question) if vote is not None else direction_of(meeting, question)
    if made in ENDED:
        return ENDED[made]
    if question.kind == "recommendations":
        return "approved"
    return ENDED.get(reading(question.base), "carried")


ENDED: dict[str, str] = {"approval": "approved", "refusal": "refused"}
"""How an item ended by what a vote made of it."""
