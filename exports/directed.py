"""What a vote made of something that was applied for, which its sentence names: approved or refused is the application,
consent, a licence, never the motion; and what was not put to the vote in its place."""

import re
from collections.abc import Sequence
from typing import Any

from clerk.events import QuestionDisposed
from clerk.meeting.directions import is_determined
from clerk.meeting.parts import Put, Question
from clerk.meeting.record import Placed
from clerk.meeting.rivals import won_outright
from exports.blocks import AnyBlock
from exports.resolutions import resolved
from exports.short_motions import whole_motion
from exports.within import small
from exports.writer import Writer

_THING = (
    r"(?:permission|consents?|applications?|licen[cs]es?|certificates?|approval|variation|proposals?|scheme|works?)"
)
_DONE = r"(?:hereby )?(?P<did>refused|rejected|approved|granted|permitted|allowed|agreed)\b"
_PASSIVE = re.compile(
    r"^(?:that )?(?P<what>(?:(?!be |is |are |was |were )(?:Mr|Mrs|Ms|Dr|St)\. |[^\s.;]+ ){1,20}?)"
    rf"(?:be|is|are|was|were) {_DONE}",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"^(?:that )?(?:(?:the )?[\w-]+ )?(?:should |do |resolves? to |agrees? to |to )?"
    r"(?P<did>refuses?|rejects?|approves?|grants?|permits?|allows?) (?:to grant )?"
    rf"(?P<what>(?:[^\s.;,]+ ){{0,6}}?{_THING}\b)",
    re.IGNORECASE,
)

_BARE = re.compile(
    r"^(?:that )?(?:(?:the )?[\w-]+ )?(?:to )?(?:refuses?|refusal|rejects?|approves?|approval|grants?)\b"
    r"(?=\s*$|\s*[.,;:–—(-]|\s+(?:for|on|as|because|due|under|in|at|by|with|subject|and|but|contrary|against)\b)",
    re.IGNORECASE,
)
"""A verb that does not say what: "Refuse", "Approve, subject to conditions"."""

_MORE = re.compile(r"(?:\band|;)\s+(?:that|to)\b", re.IGNORECASE)


_WHY = re.compile(
    r"\W*(?:$|(?:because|as|since|for|on (?:the )?grounds?|due to|owing to|contrary to|in (?:line|accordance|"
    r"conflict) with|under|by reason)\b)",
    re.IGNORECASE,
)
"""What follows a decision without being a part of it: nothing, or the reason for it."""


def _says_more(rest: str) -> bool:
    """Whether the words after the verb decide something too: until when, on what conditions, what else."""
    return bool(_MORE.search(rest)) or not _WHY.match(rest)


def directed(
    writer: Writer, made: str, put: Put, question: Question, placed: Placed, facts: dict[str, Any]
) -> AnyBlock:
    """The resolution by which something was approved or refused: of an application as that, else of what the words put
    name; where they name nothing, the words themselves as resolved."""
    key = "OU-06" if made == "refusal" else "OU-04"
    what = what_decided(writer, put, question, made)
    if what:
        return writer.prose(f"{key}.application", [placed], what=what, **facts)
    if question.kind == "motion" and (words := words_resolved(put)):
        # What was moved and carried is what was resolved; a recommendation that was refused is not.
        refused = made == "refusal" and is_determined(writer.meeting, writer.item(question.item))
        return writer.prose(f"{key}.words", [placed], words=words, what="the application" if refused else "", **facts)
    return writer.prose(key, [placed], **{"text": "", **facts})


def words_resolved(put: Put) -> str:
    """What was put as the resolution goes on with it, "that the licence be revoked"; "" where it is several clauses, or
    no sentence of that form."""
    clauses = [clause.text for text in put.texts for clause in text]
    words = resolved(clauses[0]) if len(clauses) == 1 and "\n" not in clauses[0] else ""
    return words if words.lower().startswith(("that ", "to ")) else ""


def what_decided(writer: Writer, put: Put, question: Question, made: str) -> str:
    """What was approved or refused, as a sentence names it: "the application", "listed building consent"; "" where
    neither the item nor the words say, or the words would do the opposite of what was made of it."""
    item = writer.item(question.item)
    if item is not None and item.kind == "application":
        return "the application"
    determined = is_determined(writer.meeting, item)
    for clause in (clause.text.split("\n")[0] for text in put.texts for clause in text):
        match = _PASSIVE.match(clause) or _ACTIVE.match(clause)
        if match and not re.match(r"(no|not|neither|none)\b", match["what"], re.IGNORECASE):
            if (match["did"][:3].lower() in ("ref", "rej")) is not (made == "refusal"):
                return ""
            if question.kind == "motion" and _says_more(clause[match.end() :]):
                # What else was moved with it is resolved too.
                return ""
            return small(match["what"].strip())
        if determined and _BARE.match(clause):
            return "the application"
    return ""


def deferred(writer: Writer, put: Put, placed: Placed, facts: dict[str, Any]) -> AnyBlock:
    """OU-07: that an item was put off, by a motion to defer it, is the resolution of that item."""
    clauses = [clause.text for text in put.texts for clause in text]
    words = resolved(whole_motion("deferral", clauses[0])) if clauses else "that the item be deferred"
    return writer.prose("OU-07.words", [placed], words=words, **facts)


def decides_item(writer: Writer, question: Question) -> bool:
    """Whether a motion decides its item in place of what was recommended, which was lost, lapsed by it or was never
    put (M19)."""
    others = [q for q in writer.meeting.questions.values() if q.kind == "recommendations" and q.item == question.item]
    put_aside = any(q.state in ("lost", "not put") or q.lapsed == question.id for q in others)
    return question.kind == "motion" and put_aside


def not_put_before(
    writer: Writer, placed: Placed, blocks: list[AnyBlock], written: Sequence[AnyBlock]
) -> list[AnyBlock]:
    """The blocks of an item with the sentence that its recommendation was not put to the vote: above the vote on the
    motion that was carried in its place, so that the reasons go on from the decision."""
    event = placed.event
    of = writer.meeting.questions.get(event.question) if isinstance(event, QuestionDisposed) else None
    if of is None or of.kind != "recommendations":
        return [*blocks, *written]
    others = (q for q in writer.meeting.questions.values() if q.item == of.item)
    others = (q for q in others if q.kind == "motion" or won_outright(writer.meeting, q))
    votes = {writer.meeting.votes[q.vote].event for q in others if q.state == "carried" and q.vote}
    at = next((place for place, block in enumerate(blocks) if votes & set(block.events)), len(blocks))
    return [*blocks[:at], *written, *blocks[at:]]
