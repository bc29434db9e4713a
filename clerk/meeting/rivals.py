"""A motion and its amendments where they are put against each other in one vote, as in Scotland: whoever votes against
the one votes for the other, and the one that is left is the decision. Here: which is put against which.
"""

from clerk.meeting.parts import Question, Questions
from clerk.meeting.state import Meeting

_MAIN = ("recommendations", "motion")


def rivals(questions: Questions, label: str) -> list[Question]:
    """What is open at the same time as a question and could be decided in its place: what it would amend, or is amended
    by, and the other amendments to that; the question itself among them, in the order in which they were moved."""
    question = questions[label]
    main = question.parent if question.kind == "amendment" else label
    if main is None or main not in questions or questions[main].kind not in _MAIN:
        return []
    among = (q for q in questions.values() if q.id == main or (q.parent == main and q.kind == "amendment"))
    return [q for q in among if q.is_open and q.seconder != "none"]


def facing(meeting: Meeting, label: str) -> str:
    """What a question is put against by the body's practice; "" where it is put by itself.

    With several amendments, by "last" the last is put against the one before it, and the one that is left against the
    motion; by "motion" each against the motion, or what has taken its place.
    """
    how, question = meeting.profile.amendments_against, meeting.questions.get(label)
    if how is None or question is None:
        return ""
    open_ = rivals(meeting.questions, label)
    others = [q for q in open_ if q.id != label]
    if question.kind != "amendment":
        # A motion is not put by itself while there is one amendment to put it against; of several nobody knows which.
        return others[0].id if len(others) == 1 else ""
    if question.parent not in meeting.questions or not others:
        return ""
    motion = next((q for q in others if q.kind != "amendment"), None)
    amendments = [q for q in others if q.kind == "amendment"]
    if how == "motion" and motion is not None:
        return motion.id
    if how == "motion":
        return next((q.id for q in amendments if q.vote), amendments[-1].id)
    at = [q.id for q in open_].index(label)
    before = [q for q in open_[:at] if q.kind == "amendment"]
    nearest = before[-1:] or amendments[:1] or others[:1]
    return nearest[0].id


def next_to_put(meeting: Meeting, label: str) -> str:
    """Which of the amendments that wait beside a question is put next: the last that was moved, but where each is put
    against the motion the first that has not been."""
    how = meeting.profile.amendments_against
    amendments = [q for q in rivals(meeting.questions, label) if q.kind == "amendment"] if how is not None else []
    if how != "motion" or len(amendments) < 2:
        return amendments[-1].id if amendments else label
    return next((q.id for q in amendments if not q.vote), label)


def won_outright(meeting: Meeting, question: Question) -> bool:
    """Whether an amendment is the decision itself, in place of what it would have amended."""
    vote = meeting.votes.get(question.vote)
    return question.kind == "amendment" and question.state == "carried" and vote is not None and bool(vote.facing)
