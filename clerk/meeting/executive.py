"""What of a meeting's business an executive decided, by the verbs of its clauses: to note something decides nothing."""

import re

from clerk.events import Noted
from clerk.meeting.endings import ending_of
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Question
from clerk.meeting.state import Meeting

_LEAD = re.compile(
    r"^(?:(?:it is )?(?:recommended|resolved)\s+)?(?:that\s+)?(?:(?:the\s+)?(?:cabinet|executive|committee|board|panel|"
    r"mayor|leader|members?|councillors?)\s+)?(?:to\s+)?",
    re.IGNORECASE,
)
_NOTING = r"(?:note|receive|welcome|thank|acknowledge|consider)"
_NOTED = re.compile(r"noted|received|welcomed|thanked|acknowledged|considered")
_NOTES = re.compile(rf"(?:\w+ly )?(?:{_NOTING}s?|{_NOTED.pattern})\b", re.IGNORECASE)
_PAST = r"(\w+(?:ed|en|ade|iven|old|ought|aid|ept|pent))\b(?:,? and (?:\w+ly )?(\w+ed)\b)?"
_IS_DONE = re.compile(rf"\b(?:be|is|are) (?:\w+ly )?(?:not )?{_PAST}", re.IGNORECASE)
_WAS_DONE = re.compile(rf"\b(?:was|were) (?:\w+ly )?(?:not )?{_PAST}", re.IGNORECASE)
_ALSO = re.compile(
    r"(?:\band|\bto|[,;])\s+(?:to\s+)?(?:approve|agree|authori[sz]e|delegate|adopt|award|appoint|grant|refuse|recommend|"
    r"instruct|endorse|accept|allocate|fund|spend|enter into|proceed|dispose|acquire|amend|publish|consult|refer|"
    r"request|ask|commission|increase|reduce|close)(?:e?s)?\b",
    re.IGNORECASE,
)
_PUBLICITY = re.compile(
    r"\b(?:be )?(?:made (?:available|public)|released)\b.*\b(?:press|public)\b|\bpress (?:release|notice|statement)\b",
    re.IGNORECASE,
)
"""What of business held in private may be told: no decision on the matter itself."""
_DELEGATES = re.compile(
    r"\bdelegat(?:e|es|ing)\b|\b(?:be|is|are|was|were) (?:\w+ly )?(?:delegated|authori[sz]ed|given authority)\b"
    r"|\bdelegated (?:authority|powers?) (?:be|is|to)\b|\bdelegation(?: of (?:authority|powers?))? to\b"
    r"|\bauthority (?:be |is |to be )?(?:given|granted|delegated)\b",
    re.IGNORECASE,
)


def only_notes(clause: str) -> bool:
    """Whether a clause has something noted, received or welcomed and nothing done: "that the decisions delegated to
    officers be noted"."""
    words = " ".join(clause.split())
    if _PUBLICITY.search(words):
        return True
    if _NOTES.match(_LEAD.sub("", words, count=1)):
        return not _ALSO.search(words)
    # What was done before is told of; what is to be done is decided.
    found = _IS_DONE.findall(words) or _WAS_DONE.findall(words)
    done = [one for pair in found for one in pair if one]
    return bool(done) and all(_NOTED.fullmatch(one.casefold()) for one in done)


def delegates(meeting: Meeting, question: Question) -> bool:
    """Whether what was carried gives an officer authority, of which a written record is to be kept (N13)."""
    clauses = [clause.text for clause in text_of(meeting.questions, question.id)]
    return any(_DELEGATES.search(text) and not only_notes(text) for text in clauses)


def decided_something(meeting: Meeting, item: str) -> bool:
    """Whether an executive decided something at an item: to note or receive a report is no decision, nor that somebody
    is to answer a petition or that another body is to have the matter."""
    ending = ending_of(meeting, item)
    if not ending.decided or ending.what in ("noted", "to respond", "referred", "referred up", "no further action"):
        return False
    question = meeting.questions.get(ending.question)
    if question is None:
        return True
    clauses = [clause.text for clause in text_of(meeting.questions, question.id)]
    return not clauses or any(not only_notes(text) for text in clauses)


_TO_COUNCIL = re.compile(r"\brecommend(?:s|ed)?\b.*\bcouncil\b|\bcouncil\b.*\bbe recommended\b", re.IGNORECASE)


def may_be_called_in(meeting: Meeting, item: str) -> bool:
    """Whether what was decided at an item may be called in: the Council is to decide what it is recommended, and some
    decisions are said not to be subject to it."""
    if not decided_something(meeting, item):
        return False
    ending = ending_of(meeting, item)
    question = meeting.questions.get(ending.question)
    clauses = [clause.text for clause in text_of(meeting.questions, question.id)] if question is not None else []
    if ending.what == "recommended" or (clauses and all(map(_TO_COUNCIL.search, clauses))):
        return False
    return item not in not_called_in(meeting)


def not_called_in(meeting: Meeting) -> frozenset[str]:
    """Items of which it is recorded that what was decided there, the whole of it, is not subject to call-in."""
    noted = [placed.event for placed in meeting.events if isinstance(placed.event, Noted)]
    return frozenset(e.item for e in noted if e.construct == "CA-05" and e.item and not e.facts.get("of"))
