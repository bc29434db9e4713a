"""A resolution that a clerk typed, beside what was carried at its item: it repeats that, or differs from it (A9)."""

import re

from clerk.events import Minuted, Noted, OutcomeDeclared, ReasonsGiven
from clerk.meeting.directions import decided_by
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Question, Vote
from clerk.meeting.state import Meeting

_RESOLVED = re.compile(
    r"^\W{0,2}(?:RESOLVED\b|it was (?:unanimously )?resolved\b|resolved(?: unanimously)?\s*[:–-])", re.IGNORECASE
)
_COUNTS = re.compile(r"\b(\d{1,3})\s*(?:votes?\s*)?(?:to|[–-]|for\W+(?:and )?)\s*(\d{1,3})\b")
_SMALL = re.compile(
    r"(?:an?|at|as|by|be|in|is|it|of|on|or|to|that|th[eio]s?e?|was|were|are|and|for|from|with|been|ha[vsd]e?|its|their)$"
)
_OF_A_VOTE = frozenset(
    re.findall(
        r"\w+",
        "recommendation recommendations motion amendment substantive approved agreed carried accepted noted minutes "
        "item report officer accordingly votes vote against abstained abstentions abstention moved seconded proposed "
        "chair councillor councillors cllr cllrs chairman committee council set out above following meeting members "
        "unanimously unanimous",
    )
)
"""Words by which a resolution is told, and which say nothing of what was resolved."""


def is_resolution(text: str) -> bool:
    """Whether a paragraph says itself that something was resolved; what is quoted does not."""
    return text[:1] not in "“\"'‘" and bool(_RESOLVED.match(text))


def differs(meeting: Meeting, item: str | None, text: str) -> str:
    """How a typed resolution differs from what was carried at its item; "" where it does not, or nothing was carried
    there."""
    known = [q for q in meeting.questions.values() if q.item == item and q.state == "carried"]
    votes = [v for v in meeting.votes.values() if not v.superseded and any(q.id in v.both for q in known)]
    if not known:
        return ""
    figures = {(vote.votes_for, vote.against) for vote in votes if vote.votes_for is not None}
    # Of a motion and an amendment either may be told first.
    figures |= {(vote.against or 0, vote.votes_for) for vote in votes if vote.facing and vote.votes_for is not None}
    typed = _COUNTS.search(text)
    if typed and figures and (int(typed[1]), int(typed[2])) not in figures:
        return "its figures are not those of the vote"
    made = {decided_by(meeting, meeting.votes[q.vote], q) for q in known if q.vote in meeting.votes}
    if "refusal" in made and re.search(r"\b(approved|granted)\b", text, re.IGNORECASE) and "refus" not in text.lower():
        return "what was carried is a refusal"
    if made == {"approval"} and re.search(r"\brefused\b", text, re.IGNORECASE):
        return "what was carried is an approval"
    bare = _words(_COUNTS.sub("", _RESOLVED.sub("", text)))
    said = _said_of(meeting, item, known)
    took_part = _took_part(meeting, known, votes)
    others = [
        person
        for person in meeting.people.values()
        if person.is_councillor and person.id not in took_part and _names(text, person.last_word)
    ]
    if others:
        return f"it names {meeting.briefs[others[0].id]}, who is recorded neither as mover nor in the vote"
    names = {word for id_ in took_part if id_ in meeting.people for word in _words(meeting.people[id_].formal)}
    strange = [word for word in bare if not _within(word, said | names | _OF_A_VOTE)]
    return "its words are not those of what was carried" if strange else ""


def repeats(meeting: Meeting, item: str | None, text: str) -> bool:
    """Whether a paragraph says no more than what was carried at its item, which is printed as it was carried."""
    known = [q for q in meeting.questions.values() if q.item == item and q.state == "carried"]
    if not known or not is_resolution(text) or differs(meeting, item, text):
        return False
    all_for = any(meeting.votes[q.vote].unanimous for q in known if q.vote in meeting.votes)
    return all_for or "unanimous" not in text.lower()


def _said_of(meeting: Meeting, item: str | None, known: list[Question]) -> set[str]:
    """The words of what was carried, and those that were recorded with it: a rider, reasons, a standing sentence."""
    said = set().union(*(_words(clause.text) for q in known for clause in text_of(meeting.questions, q.id)))
    for placed in meeting.events:
        event = placed.event
        if event.item == item and isinstance(event, OutcomeDeclared | ReasonsGiven | Noted):
            said |= _words(event.text)
            said |= _words(" ".join(map(str, event.facts.values()))) if isinstance(event, Noted) else set()
    return said


def _took_part(meeting: Meeting, known: list[Question], votes: list[Vote]) -> set[str]:
    """Who moved or seconded what was carried, or is named in a vote on it."""
    people = {person for q in known for person in (q.mover, q.seconder)}
    for vote in votes:
        put = meeting.put_of(vote)
        people |= {put.mover, put.seconder} if put is not None else set()
        people |= {*vote.for_names, *vote.against_names, *vote.abstained_names, *vote.not_voting}
        people |= {person for person, _ in (*vote.own_votes, *((vote.casting,) if vote.casting else ()))}
    return people - {""}


def _names(text: str, surname: str) -> bool:
    return bool(re.search(rf"\b(?:Councillors?|Cllrs?)\b\.?(?: [\w’'-]+,?)*? {re.escape(surname)}\b", text))


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z0-9]{2,}", text.lower()) if not _SMALL.match(word)}


def _within(word: str, said: set[str]) -> bool:
    """Whether a word, or one with the same beginning ("dredged", "dredging"), is among others."""
    return word in said or (len(word) > 5 and any(other[:5] == word[:5] for other in said))


def typed_none(event: object) -> bool:
    """Whether a paragraph says "None." and nothing else."""
    return isinstance(event, Minuted) and event.text.strip(" .").casefold() in ("none", "nil")
