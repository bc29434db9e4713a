"""A resolution in one sentence, as parish and town councils have it: what was resolved, who proposed, who seconded."""

import re
from typing import Any

from msgspec.structs import replace

from clerk.meeting.directions import is_determined
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Put, Question, Vote
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from exports.blocks import AnyBlock, Prose, Spans
from exports.fitting import is_clause
from exports.writer import Writer

_KINDS = ("recommendations", "motion")


def in_one(writer: Writer, question: Question) -> bool:
    """Whether how a question ended is said in one sentence with its words (`resolution = "whole"`)."""
    return writer.setting("resolution") == "whole" and question.kind in _KINDS


def told_at_the_end(writer: Writer, question: Question | None) -> bool:
    """Whether what was moved is printed with its result alone: it was put to the vote once, as moved, and decided, and
    no figures, names or casting vote stand before that, of which nobody could tell what they are of."""
    if question is None or not in_one(writer, question) or question.parts:
        return False
    if question.state not in ("carried", "lost") or _amended(writer.meeting, question):
        return False
    vote = writer.meeting.votes.get(question.vote)
    return not _shows_votes(writer.meeting, question) and not (vote is not None and vote.facing)


def _shows_votes(meeting: Meeting, question: Question) -> bool:
    """Whether the figures or the names of a vote on a question are printed."""
    votes = [vote for vote in meeting.votes.values() if question.id in vote.questions and not vote.superseded]
    return any(vote.votes_for is not None and (vote.method != "unanimous" or vote.secret) for vote in votes)


def _amended(meeting: Meeting, question: Question) -> bool:
    return any(other.parent == question.id for other in meeting.questions.values())


def whole(writer: Writer, vote: Vote, put: Put, question: Question, placed: Placed, seconder: str) -> list[AnyBlock]:
    """OU-02 or VO-15: what was resolved or lost, with its words; as a list where it has several clauses. `seconder` as
    a sentence names one."""
    clauses = [clause for text in put.texts for clause in text]
    mover = put.mover or question.mover
    facts: dict[str, Any] = {
        "mover": mover_of(writer, mover, placed),
        "seconder": seconder,
        "unanimous": vote.unanimous,
        "declared": vote.method == "declared",
    }
    key = "OU-02" if vote.carried else "VO-15"
    if len(clauses) == 1 and "\n" not in clauses[0].text:
        words = resolved(clauses[0].text)
        bare = _BARE.match(words) if is_determined(writer.meeting, writer.item(question.item)) else None
        if bare:
            words = f"to {bare[1].lower()} the application{bare[2]}"
        if _NO.match(words) and not vote.carried:
            # “No objection” is no clause that a proposal can have after it.
            words = f"“{words}”"
        return [writer.prose(f"{key}.whole", [placed], text=words, **facts)]
    own = put.printed if put.clauses else None
    listing = [writer.clauses(text, key, [placed], own) for text in put.texts if text]
    return [writer.prose(f"{key}.whole.many", [placed], text="", **facts), *listing]


_EXCLUDES = re.compile(r"\bpublic\b.*\bexclu|\bexclu\w*\b.*\bpublic\b", re.IGNORECASE | re.DOTALL)


def excludes_the_public(question: Question) -> bool:
    """Whether what was moved is that the public go out: the resolution is then the exclusion's own (EX-01)."""
    return bool(_EXCLUDES.search(" ".join(clause.text for clause in question.base)))


def made_of_parts(writer: Writer, vote: Vote, put: Put, question: Question, placed: Placed) -> list[AnyBlock]:
    """MT-15: what came of a motion as a whole once the last of its parts was voted on, at the Council and where it was
    amended; its words where they are others than as it was moved."""
    votes = writer.meeting.votes
    parts = [(clauses, votes[id_]) for clauses, id_ in question.parts if id_ in votes]
    current = [(clauses, one) for clauses, one in parts if not one.superseded]
    if question.kind != "motion" or not current or current[-1][1].id != vote.id or len(current) < 2:
        return []
    told = put.amended or writer.body.kind == "council"
    if not told or question.state not in ("carried", "lost", "divided"):
        return []
    made = {clause: one.carried for clauses, one in current for clause in clauses}
    text = [c for c in text_of(writer.meeting.questions, question.id) if made.get(c.id, True)]
    facts = {"state": question.state, "amended": put.amended}
    below = question.state == "divided" or (put.amended and question.state == "carried")
    said = writer.prose("MT-15.whole", [placed], below=below, **facts)
    return [said, writer.clauses(tuple(text), "MT-15", [placed])] if below else [said]


_BARE = re.compile(
    r"(refuse|reject|approve|grant)((?:$|\s*[,;:]|\s+(?:for|on|as|because|due|under|subject|with|contrary)\b).*)$",
    re.IGNORECASE,
)
"""What a motion says to do, of what not: "Refuse", "Approve, subject to conditions"."""

RIDER = re.compile(r"(subject to|provided that|on condition|with effect|save (for|that)|except|until|for a )\b", re.I)
"""Words that go on in the resolution's own sentence."""


def resolves(block: AnyBlock) -> bool:
    """Whether a block is a sentence that carries a decision."""
    return isinstance(block, Prose) and any(span.decision for span in block.spans)


def joined_to(spans: Spans, text: str) -> Spans:
    """A resolution that goes on with a rider before its stop."""
    words = text[:1].lower() + text[1:].rstrip(".")
    return going_on(spans, f", {words}.")


def going_on(spans: Spans, text: str) -> Spans:
    """A sentence that goes on with words before its stop."""
    last = spans[-1]
    return (*spans[:-1], replace(last, text=f"{last.text.rstrip().removesuffix('.')}{text}"))


def mover_of(writer: Writer, person: str, placed: Placed) -> str:
    """Who moved, as a sentence goes on with the name; "" where nobody did."""
    if not person:
        return ""
    return f"the {writer.chair_label}" if writer.presided(person, placed) else writer.person(person).formal


_THAT = re.compile(r"^(?:that|to)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|this|these|all|no|councillor|members?|officers?)\b", re.IGNORECASE)
_NO = re.compile(r"^no\b", re.IGNORECASE)
_ASKED = re.compile(
    r"^(?:it is )?(?:recommended|resolved|the \w+ is (?:asked|recommended|invited) to(?: resolve)?)\s*:?\s+(?=that|to)",
    re.I,
)


def resolved(text: str) -> str:
    """A clause as a sentence goes on with it: "That the fees be approved." is "that the fees be approved"."""
    text = _ASKED.sub("", text.strip()).rstrip(" .;")
    if _THAT.match(text):
        return text[:1].lower() + text[1:]
    if _NO.match(text) and not is_clause(text):
        return f"{text[:1].lower()}{text[1:]}"
    if _ARTICLE.match(text) and not text.lower().startswith("councillor"):
        return f"that {text[:1].lower()}{text[1:]}"
    return f"that {text}" if text.lower().startswith("councillor") else text
