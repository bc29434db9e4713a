"""The budget, on which the law wants every vote by name (V15)."""

import re
from collections.abc import Iterable

from clerk.meeting.parts import PROCEDURAL
from clerk.meeting.quorum import is_parish
from clerk.meeting.state import Meeting


def named_by_law(meeting: Meeting, item: str | None, questions: Iterable[str]) -> bool:
    """Whether the law wants the names of those who vote on questions of an item: at a principal council, on its budget
    and what amends it, and on no motion about how to go on."""
    profile, known = meeting.profile, meeting.items.get(item or "")
    if profile.body_kind != "council" or not profile.vote_budget_named or known is None:
        return False
    if not (known.budget or sets_the_budget(known.title)):
        return False
    voted_on = [meeting.questions.get(label) for label in questions]
    about_procedure = all(question is not None and question.kind in _HOW_TO_GO_ON for question in voted_on)
    return not about_procedure and not is_parish(meeting)


_HOW_TO_GO_ON = {*PROCEDURAL, "order", "deferral"}

_YEARS = r"20\d\d ?[/–-] ?(?:20)?\d\d"
_STRATEGY = r"medium[ -]term financial (?:strategy|plan)\b"
_SETS = re.compile(
    r"\bcouncil tax (?:setting|resolution|requirement|levels?|for 20\d\d|20\d\d)"
    r"|\bsetting (?:of )?(?:the )?council tax\b|\bcouncil tax and budget\b|\bbudget[^.]{0,40}\bcouncil tax\b"
    r"|\b(?:revenue|general fund|council|annual) budget\b|^(?:the )?budget(?: report)?$|\bbudget setting\b"
    rf"|\b{_YEARS},? (?:\w+ ){{0,3}}budget\b|\bbudget,? (?:\w+ ){{0,3}}{_YEARS}"
    rf"|\bsetting (?:of )?(?:the |a )?(?:\w+ )?budget\b|\b{_STRATEGY}.*\bbudget\b|\bbudget\b.*\b{_STRATEGY}",
    re.IGNORECASE,
)
_AFTER_IT = re.compile(
    r"\b(?:monitor\w*|out-?turn|consult\w*|timetable|process|update|scrutin\w*|quarter\w*|q[1-4]|progress|performance|"
    r"position|framework|virements?|supplementary|supplemental|carry[ -]forwards?|"
    r"support scheme|reduction scheme|base|savings delivery|book|questions?|petition)\b",
    re.IGNORECASE,
)
"""What a title says of a budget that is not the setting of one."""


def sets_the_budget(title: str) -> bool:
    """Whether an item is by its title the setting of a budget or of council tax: "Council Tax Resolution", not "Budget
    monitoring"."""
    return bool(_SETS.search(title)) and not _AFTER_IT.search(title)
