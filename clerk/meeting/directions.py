"""What a vote for a question is a vote for: approval or refusal (M19, M20, VO-04).

It is said (`to=`), or read from the text where the body determines the item and the clause's own verb is "refuse".
Where the text could mean either nothing is guessed: it is "unclear" until someone says.
"""

import re
from typing import Literal

from clerk.agenda import Item
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Question, Vote
from clerk.meeting.state import Meeting
from clerk.texts import Text

Direction = Literal["approval", "refusal", "unclear", ""]

_THING = (
    r"(?:permission|consents?|applications?|licen[cs]es?|certificates?|approval|variation|proposals?|scheme|works?"
    r"|it|this)"
)
_OBJECT = rf"(?:to grant )?(?:the |this |both |all )?(?:[\w/.\-]+ ){{0,5}}?{_THING}\b"
_END = r"(?=\s*$|\s*[.,;:–—(-]|\s+(?:for|of|on|as|because|due|under|in|at|by|with|subject|and|but|while)\b)"
_REFUSES = (
    rf"(?:that )?(?:(?:the )?[\w-]+ (?:should |do |resolves? to |agrees? to )?)?refuses?(?: {_OBJECT})?{_END}",
    rf"(?:that )?(?:to refuse)(?: {_OBJECT})?{_END}",
    rf"(?:that )?(?:the |this |both |all )?(?:[\w/.\-]+ ){{0,5}}?{_THING}\b[^;]*? "
    r"(?:be|is|are|was|were) (?:hereby )?refused\b",
    r"refusal\s*[.]?\s*$",
)
_REFUSE = "|".join(f"(?:{pattern})" for pattern in _REFUSES)
_STEM = r"\brefus"
_RUBBISH = (
    "and |or |bins?\\b|stor|collect|dispos|vehicle|lorr|truck|area|chute|facilit|provision|strateg|servic|manage"
    "|enclos|sack|contain|compound|round"
)
_NOUN = rf"\brefuse (?:{_RUBBISH})|\b(?:bins?|cycle|storage|domestic|household) (?:and )?refuse\b"
_APPROVE = (
    r"^(?:that )?(?:the )?(?:[\w-]+ )?(?:approves?|grants?|permits?|allows?)\b"
    r"|\b(?:be|is|are|was|were) (?:hereby )?(?:approved|granted|permitted|allowed|agreed)\b"
)
_PULLS_APART = r"\b(?:approv|grant|permit\b|permitted|allow)\w*"
_NOT = r"\b(?:not|no|never|nor|neither|rather than|instead of|without|against)\b|n['’]t\b"
_OTHER_THING = r"\b(?:costs|adjourn|deferral|defer|extension of time|site visit|appeal|overturn|request)\w*"
_TREES = r"\btree preservation|\bTPO\b|\btree works?\b|\bworks? to (?:a |the )?(?:protected )?trees?\b"


def _said(pattern: str, text: str) -> bool:
    # Compiled when a text is first read, and kept by `re`: a desk starts without.
    return re.search(pattern, text, re.IGNORECASE) is not None


def is_determined(meeting: Meeting, item: Item | None) -> bool:
    """Whether the body determines an item as an application: by its case number, its kind, or the body's."""
    if item is None or item.kind not in ("report", "application"):
        return False
    by_item = bool(item.case) or item.kind == "application" or _said(_TREES, item.title)
    return by_item or meeting.profile.body_kind in ("planning", "licensing")


def reading(text: Text) -> Direction:
    """What the words of a text decide: "" where nothing in them is of refusal, nor plainly of approval."""
    found = {said for clause in text if (said := _of_clause(clause.text.split("\n")[0].strip()))}
    if not found:
        return ""
    return found.pop() if len(found) == 1 else "unclear"


def _of_clause(text: str) -> Direction:
    text = re.sub(r"^(?:resolved|recommended|recommendation)\s*[:–-]?\s+", "", text, flags=re.IGNORECASE)
    approves = _said(_APPROVE, text)
    if not _said(_STEM, text):
        return "approval" if approves else ""
    if not _said(r"\brefus(?!e\b)", text) and _said(_NOUN, text):
        return "approval" if approves and not _said(_NOT, text) else "unclear"
    match = re.match(_REFUSE, text, re.IGNORECASE)
    if match is None or _said(_NOT, match.group()) or _said(_OTHER_THING, match.group()):
        return "unclear"
    rest = text[match.end() :]
    apart = re.search(r"\b(?:and|but|while|;)\s+(?:that )?[^.;]*", rest, re.IGNORECASE)
    if approves or (apart and _said(_PULLS_APART, apart.group())):
        return "unclear"
    return "refusal"


def said_direction(typed: str) -> Direction:
    """The direction that was said: "refusal" of "refuse", "approval" of "approve"; "" of anything else."""
    word = typed.strip().lower()
    if word.startswith(("refus", "reject")):
        return "refusal"
    return "approval" if word.startswith(("approv", "grant", "permit")) else ""


def recommended(meeting: Meeting, item: str | None) -> Direction:
    """What an item's recommendations would decide, from their words; "approval" where nothing in them is of refusal."""
    question = next((q for q in meeting.questions.values() if q.kind == "recommendations" and q.item == item), None)
    if question is None:
        return ""
    if not is_determined(meeting, meeting.items.get(item or "")):
        return "approval"
    return reading(question.base) or "approval"


def direction_of(meeting: Meeting, question: Question, typed: str = "") -> Direction:
    """What a vote for a question decides: as `typed`, else from its words where the body determines the item."""
    return _direction(meeting, question, typed, text_of(meeting.questions, question.id))


def _direction(meeting: Meeting, question: Question, typed: str, text: Text) -> Direction:
    if said := said_direction(typed):
        return said
    vote = meeting.votes.get(question.vote)
    alone = question.kind == "amendment" and vote is not None and vote.facing
    if question.kind not in ("recommendations", "motion", "application") and not alone:
        return ""
    if not is_determined(meeting, meeting.items.get(question.item or "")):
        return ""
    return reading(text)


def direction_of_vote(meeting: Meeting, vote: Vote, question: Question) -> Direction:
    """What a vote for was for, on one of its questions: by its words as they were put."""
    put = meeting.put_of(vote)
    text = put.text_of(question.id) if put is not None and not put.clauses else ()
    typed = "" if question.id == vote.facing else vote.direction
    return _direction(meeting, question, typed, text or text_of(meeting.questions, question.id))


def decided_by(meeting: Meeting, vote: Vote, question: Question) -> Direction:
    """What a vote made of an item: its direction where it was carried; where it was lost and had been the opposite of
    what was recommended, what was recommended (M19); "" where it decided neither."""
    direction = direction_of_vote(meeting, vote, question)
    state = vote.state_of(question.id)
    if state == "carried":
        return "" if direction == "unclear" else direction
    if state != "lost" or vote.facing or question.kind != "recommendations" or not said_direction(vote.direction):
        return ""
    by_words = recommended(meeting, question.item)
    opposite = {direction, by_words} == {"approval", "refusal"}
    return by_words if opposite else ""
