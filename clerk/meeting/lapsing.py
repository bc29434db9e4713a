"""When what officers recommend is no longer before the meeting: the item was put off, or decided otherwise (M18)."""

import re

from msgspec.structs import replace

from clerk.meeting.directions import decided_by, is_determined, recommended
from clerk.meeting.parts import Question, Vote
from clerk.meeting.state import Meeting

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
    for label in vote.questions:
        of = meeting.questions.get(label)
        if of is not None and of.kind in ("motion", "deferral"):
            by = label if of.state == "carried" and in_its_place(meeting, vote, of) else ""
            meeting = _lapse(meeting, of.item, by, unless=label)
    return meeting


def _lapse(meeting: Meeting, item: str | None, by: str, unless: str = "") -> Meeting:
    """The meeting once what waits of an item's recommendations lapsed by something, or no longer did: not what lapsed
    by another than that, `unless` by this one."""
    questions = dict(meeting.questions)
    for label, one in meeting.questions.items():
        waits = one.kind == "recommendations" and one.item == item and one.is_open and not one.vote and not one.parts
        if waits and one.lapsed in ("", unless):
            questions[label] = replace(one, lapsed=by)
    return replace(meeting, questions=questions)


def refused(meeting: Meeting, item: str | None, how: str) -> Meeting:
    """The same once an application was said to be refused that was recommended for approval."""
    if not is_determined(meeting, meeting.items.get(item or "")) or recommended(meeting, item) != "approval":
        return meeting
    return _lapse(meeting, item, how)


def in_its_place(meeting: Meeting, vote: Vote, question: Question) -> bool:
    """Whether a motion that was carried left nothing of what was recommended to be put: it put the item off, approved
    or refused what was applied for, or set the recommendation aside."""
    if question.kind == "deferral":
        return True
    if decided_by(meeting, vote, question):
        return True
    put = meeting.put_of(vote)
    text = put.text_of(question.id) if put is not None else ()
    return any(_IN_PLACE.search(clause.text) for clause in text or question.base)
