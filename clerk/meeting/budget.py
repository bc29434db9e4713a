"""The budget, on which the law wants every vote by name (V15)."""

from collections.abc import Iterable

from clerk.meeting.parts import PROCEDURAL
from clerk.meeting.quorum import is_parish
from clerk.meeting.state import Meeting


def named_by_law(meeting: Meeting, item: str | None, questions: Iterable[str]) -> bool:
    """Whether the law wants the names of those who vote on questions of an item: at a principal council, on its budget
    and what amends it, and on no motion about how to go on."""
    profile, known = meeting.profile, meeting.items.get(item or "")
    if profile.body_kind != "council" or not profile.vote_budget_named or known is None or not known.budget:
        return False
    voted_on = [meeting.questions.get(label) for label in questions]
    about_procedure = all(question is not None and question.kind in {*PROCEDURAL, "order"} for question in voted_on)
    return not about_procedure and not is_parish(meeting)
