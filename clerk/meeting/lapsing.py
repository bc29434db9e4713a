"""When what officers recommend is no longer before the meeting: the item was put off, or decided otherwise (M18)."""

import re

from msgspec.structs import replace

from clerk.meeting.directions import decided_by, is_determined, recommended
from clerk.meeting.parts import Question, Vote
from clerk.meeting.state import Meeting
from clerk.texts import Text

_IN_PLACE = re.compile(
    r"\b(?:instead|in place) of the (?:officers?[’']?s? )?recommendation|\brecommendations? (?:be|is|are) (?:hereby )?"
    r"(?:not (?:be )?(?:agreed|approved|accepted|adopted)|rejected|refused)\b"
    r"|^(?:that )?the [\w-]+ (?:do(?:es)? not|not) (?:agree|approve|accept|adopt)\b"
    r"|^(?:that )?(?:the [\w-]+ )?(?:rejects?|refuses?) the (?:[\w’-]+ )?recommendations?\b",
    re.IGNORECASE,
)
"""Words of a motion that sets aside what was recommended."""


def lapsed(meeting: Meeting, vote: Vote) -> Meeting:
    """The meeting once a vote was counted: what was recommended at an item lapses by a motion that was carried in its
    place, and is before the meeting again where that was put right."""
    questions = dict(meeting.questions)
    for label in vote.questions:
        of = questions.get(label)
        if of is None or of.kind not in ("motion", "deferral"):
            continue
        by = label if of.state == "carried" and in_its_place(meeting, vote, of) else ""
        for other in meeting.questions.values():
            waits = other.is_open and not other.vote and not other.parts
            if other.kind != "recommendations" or other.item != of.item or other.lapsed not in ("", label):
                continue
            if waits and other.lapsed != by:
                questions[other.id] = replace(other, lapsed=by)
    return replace(meeting, questions=questions)


def refused(meeting: Meeting, item: str | None, how: str) -> Meeting:
    """The same once an application was said to be refused that was recommended for approval."""
    if not is_determined(meeting, meeting.items.get(item or "")) or recommended(meeting, item) != "approval":
        return meeting
    questions = {
        label: replace(q, lapsed=how)
        if q.kind == "recommendations" and q.item == item and q.is_open and not q.vote and not q.parts
        else q
        for label, q in meeting.questions.items()
    }
    return replace(meeting, questions=questions)


def in_its_place(meeting: Meeting, vote: Vote, question: Question) -> bool:
    """Whether a motion that was carried left nothing of what was recommended to be put: it put the item off, approved
    or refused what was applied for, or set the recommendation aside."""
    if question.kind == "deferral":
        return True
    if decided_by(meeting, vote, question):
        return True
    put = meeting.put_of(vote)
    text: Text = ()
    if put is not None and question.id in put.questions and len(put.texts) == len(put.questions):
        text = put.texts[put.questions.index(question.id)]
    return any(_IN_PLACE.search(clause.text) for clause in text or question.base)
