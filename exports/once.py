"""One resolution once (A9): what an outcome or a standing sentence says of a decision that stands at the item joins the
sentence of that decision, and what says the same again is left out."""

import re
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from clerk.events import CastingVote, Minuted, MinutesApproved, Noted, NothingToRecord, OutcomeDeclared, Reworded
from clerk.meeting.directions import decided_by
from clerk.meeting.motions import text_of
from clerk.meeting.parts import Question
from clerk.meeting.record import Placed
from clerk.meeting.rivals import won_outright
from exports.blocks import AnyBlock, ListEntry, Listing, Prose, Span, Spans
from exports.fitting import own_sentence
from exports.grammar import sentences
from exports.outcomes import Mood, joining, words_added
from exports.rare import noted
from exports.resolutions import going_on, resolves
from exports.within import small
from exports.writer import Writer

_MAIN = ("recommendations", "motion", "members' item", "award", "adoption", "minutes")
"""Questions that decide an item."""

_GOES_WITH = ("noted", "recommended", "referred", "to respond", "referred up", "referred back")
"""Outcomes that say more of what was decided, and nothing against it."""

_MADE = {"approved": "approval", "refused": "refusal"}

_SAID = {
    "noted": r"\bnot(?:ed?|es|ing)\b",
    "recommended": r"\brecommend",
    "referred": r"\brefer",
    "referred up": r"\brefer",
    "referred back": r"\brefer.*\bback\b",
    "deferred": r"\b(?:defer|continu)",
    "withdrawn": r"\bwithdrawn?\b",
    "no further action": r"\bno (?:further )?action\b",
}
"""Words of a question that was carried by which it says by itself how the item ended."""

_PUTS_OFF = ("deferral", "adjournment")
"""Motions by which an item is put off: that it was deferred, until when and why go on in their sentence."""

_ENDS = ("deferred", "withdrawn", "no further action")
"""Outcomes that stand by themselves, unless a question that was carried says them."""


def in_one_sentence(writer: Writer, blocks: Sequence[AnyBlock], events: Sequence[Placed]) -> list[AnyBlock]:
    """The blocks of an item where what goes with a resolution that stands there is said in its sentence; `events` are
    those of the item."""
    found = list(blocks)
    own_words = {id_ for p in writer.meeting.events if isinstance(p.event, Reworded) for id_ in p.event.of}
    for placed in events:
        event = placed.event
        own = [block for block in found if block.events == (placed.id,)]
        # What the clerk reworded stands as it was written.
        first = own[0] if own else None
        if not isinstance(first, Prose) or placed.id in own_words or not may_join(event):
            continue
        names_who = isinstance(event, OutcomeDeclared) and event.by and not _lead(first)
        host, repeated = _host(writer, found, placed, events, first)
        if host is None or names_who or host.private != first.private:
            continue
        words: Spans = _clause(first.spans)
        if isinstance(event, OutcomeDeclared):
            words = _clause(joining(writer, placed, event, _mood(found, host)).spans)
        if (
            isinstance(event, OutcomeDeclared)
            and event.what == "deferred"
            and host.wording == "OU-07.words"
            and _says_put_off(host)
        ):
            # The motion to defer is the decision: only until when and why goes on.
            words = _put_off(writer, placed, event, host)
            found = _with(writer, [block for block in found if block is not first], host, placed, words)
            continue
        if _mood(found, host) == "was":
            words = tuple(replace(span, text=re.sub(r"^that (.+) be ", r"\1 was ", span.text)) for span in words)
        if not repeated and not any(letter.isalnum() for span in words for letter in span.text):
            # "NOTED." is one word, and no sentence goes on with it.
            continue
        if repeated:
            text = words_added(writer, placed, event) if isinstance(event, OutcomeDeclared) else ""
            words = (Span(text),) if text else ()
        found = _with(writer, [block for block in found if block is not first], host, placed, words)
    return found


def _says_put_off(host: Prose) -> bool:
    """Whether the words of a motion to defer say that: then no outcome says it again."""
    there = "".join(span.text for span in host.spans)
    return bool(re.search(r"\b(?:defer|adjourn|postpone|continu|put off|held over)", there, re.IGNORECASE))


def _put_off(writer: Writer, placed: Placed, event: OutcomeDeclared, host: Prose) -> Spans:
    """What an outcome says of a deferral beside the motion to defer: until when, if that does not say, and why."""
    there = "".join(span.text for span in host.spans).casefold()
    if event.to and event.to.casefold().removeprefix("the ") in there:
        event = replace(event, to="")
    text = words_added(writer, placed, event, to=True)
    return (Span(f",{text}" if event.to else text),) if text else ()


def may_join(event: object) -> bool:
    """Whether an event may be said in the sentence of a decision that stands at its item."""
    if isinstance(event, OutcomeDeclared):
        return (
            not event.clauses
            and event.what in (*_GOES_WITH, *_MADE, *_ENDS)
            and not (event.what in _MADE and (event.to or event.by))
        )
    return isinstance(event, Noted) and event.construct == "PL-06"


def _host(
    writer: Writer, blocks: Sequence[AnyBlock], placed: Placed, events: Sequence[Placed], own: Prose
) -> tuple[Prose | None, bool]:
    """The resolution with which an event goes, and whether it says that again and nothing else."""
    event = placed.event
    ends = isinstance(event, OutcomeDeclared) and event.what in _ENDS
    for question in reversed(_voted(writer, placed)):
        repeated = _repeats(writer, event, question)
        if ends and not repeated and question.kind not in _PUTS_OFF:
            continue
        votes = {writer.meeting.votes[question.vote].event}
        votes |= {p.id for p in events if isinstance(p.event, CastingVote) and p.event.vote == question.vote}
        host = next((b for b in reversed(blocks) if resolves(b) and votes & set(b.events)), None)
        if not isinstance(host, Prose):
            continue
        if repeated or question.kind != "motion" or isinstance(event, Noted) or _lead(host) == _lead(own):
            return host, repeated
    if not isinstance(event, OutcomeDeclared) or event.of is not None or ends:
        return None, False
    repeated = event.what in _MADE
    at = next(place for place, other in enumerate(events) if other.id == placed.id)
    for place in reversed(range(len(events))):
        other = events[place]
        if place < at and _waits(other.event):
            return None, False
        says = _says(other.event) if place < at or not isinstance(other.event, OutcomeDeclared) else ""
        host = next((b for b in reversed(blocks) if resolves(b) and other.id in b.events and b is not own), None)
        if not says or not isinstance(host, Prose) or (not repeated and _lead(own) not in ("", _lead(host))):
            continue
        same = says == event.what and (not isinstance(other.event, OutcomeDeclared) or other.event.to == event.to)
        alone = isinstance(other.event, Noted) and other.event.construct != "PL-06"
        if same or ("refused" not in (says, event.what) and not alone):
            return host, same
    return None, False


def _repeats(writer: Writer, event: Any, question: Question) -> bool:
    """Whether an outcome says again what the vote on a question decided: how it went, or what its words are."""
    if not isinstance(event, OutcomeDeclared):
        return False
    if event.what in _MADE:
        return True
    text = " ".join(clause.text for clause in text_of(writer.meeting.questions, question.id)).casefold()
    text = f"{text} deferred" if question.kind == "deferral" else text
    said = event.what in _SAID and re.search(_SAID[event.what], text)
    to = (event.to or ("council" if event.what == "recommended" else "")).casefold().removeprefix("the ")
    more = event.by or event.referrals or (event.text and event.what != "noted")
    return bool(said) and to in text and not more


def _waits(event: object) -> bool:
    """Whether an event brought up what an outcome after it is of: a Member's Item of which it is not said that it was
    agreed."""
    return isinstance(event, Noted) and event.construct == "MB-02" and not event.facts.get("agreed")


def _says(event: object) -> str:
    """The outcome that an event says by itself, without a vote; "" for none."""
    match event:
        case OutcomeDeclared(what=what, of=None):
            return what if what in (*_MADE, *_GOES_WITH) else ""
        case MinutesApproved():
            return "approved"
        case Noted(construct="MB-02", facts=facts):
            return "approved" if facts.get("agreed") else ""
        case Noted(construct="MB-07", facts=facts):
            return "refused" if facts.get("refused") else "approved"
        case Noted(construct="PL-06", facts=facts):
            return "refused" if facts.get("how") == "unconfirmed" else "approved"
    return ""


def _voted(writer: Writer, placed: Placed) -> list[Question]:
    """The questions of an item whose votes made of it what an event says, or with whose decision it goes: none that was
    moved only after it."""
    event: Any = placed.event
    before = {p.id for p in writer.before(placed)}
    found: list[Question] = []
    of = event.of if isinstance(event, OutcomeDeclared) else None
    what = event.what if isinstance(event, OutcomeDeclared) else ""
    kinds = (*_MAIN, *_PUTS_OFF) if what == "deferred" else _MAIN
    for question in writer.meeting.questions.values():
        vote = writer.meeting.votes.get(question.vote)
        if question.item != event.item or vote is None or of not in (None, question.id):
            continue
        if question.kind != "recommendations" and question.event and question.event not in before:
            continue
        if question.kind not in kinds and not won_outright(writer.meeting, question):
            continue
        if question.state == "divided" or _another_waits(writer, question):
            continue
        made = decided_by(writer.meeting, vote, question)
        carried = vote.state_of(question.id) == "carried"
        goes = made == _MADE[what] or (not made and carried and what == "approved") if what in _MADE else carried
        if goes:
            found.append(question)
    return found


def _another_waits(writer: Writer, question: Question) -> bool:
    """Whether a later question of the same kind has no result yet, of which an outcome is then (two Members' Items)."""
    same = [q for q in writer.meeting.questions.values() if (q.item, q.kind) == (question.item, question.kind)]
    later = same[next(place for place, q in enumerate(same) if q.id == question.id) + 1 :]
    return question.kind != "motion" and any((q.is_open or q.state == "raised") and not q.vote for q in later)


def _mood(blocks: Sequence[AnyBlock], host: Prose) -> Mood:
    """How a resolution says what it resolves: that something was done, or that it be."""
    text = "".join(span.text for span in _clause(host.spans)).strip()
    at = next(place for place, block in enumerate(blocks) if block is host)
    if _leads(host, blocks[at + 1] if at + 1 < len(blocks) else None):
        return "be"
    return "was" if re.search(r"\b(was|were)\b", text) and not text.startswith("that ") else "be"


def _leads(host: Prose, below: AnyBlock | None) -> bool:
    """Whether a resolution leads to a list below it."""
    said = "".join(span.text for span in host.spans).rstrip()
    return isinstance(below, Listing) and said.endswith((":", "–")) and bool(set(host.events) & set(below.events))


def _lead(block: Prose) -> str:
    """The word of decision with which a sentence begins: "resolved"; "" for none."""
    first = next((span.text for span in block.spans if span.text.strip()), "")
    decision = block.spans[0].decision if block.spans else False
    return first.casefold().removeprefix("decision: ") if decision else ""


def _clause(spans: Spans) -> Spans:
    """What a sentence resolves, without the word of decision that leads to it and without its stop."""
    rest = list(spans)
    while rest and (rest[0].decision or not rest[0].text.strip(" –—:-")):
        rest.pop(0)
    if not rest:
        return ()
    return (replace(rest[0], text=small(re.sub(r"^[\s–—:-]+", "", rest[0].text))), *rest[1:])


def _with(writer: Writer, blocks: Sequence[AnyBlock], host: Prose, placed: Placed, words: Spans) -> list[AnyBlock]:
    """The blocks with a resolution that goes on with more words: in its sentence, in the one clause that it leads to,
    or else in a sentence after it."""
    if not words:
        return list(blocks)
    at = next(place for place, block in enumerate(blocks) if block is host)
    events = tuple(dict.fromkeys((*host.events, placed.id)))
    on = words[0].text.startswith((",", ".", " ", ":"))
    text = "".join(span.text for span in words)
    joined = replace(words[0], text=words[0].text if on else f", and {words[0].text}")
    listing = blocks[at + 1] if at + 1 < len(blocks) else None
    said = "".join(span.text for span in host.spans).rstrip()
    leads = _leads(host, listing)
    if isinstance(listing, Listing) and leads and len(listing.entries) == 1 and text.startswith((",", " ")):
        entry: ListEntry = listing.entries[0]
        more = replace(entry, spans=(*going_on(entry.spans, joined.text), *words[1:]))
        return [*blocks[: at + 1], replace(listing, entries=(more,), events=events), *blocks[at + 2 :]]
    if leads or (not on and len(sentences(said)) > 1):
        after = at + (2 if leads else 1)
        return [*blocks[:after], _after(writer, placed, text, on), *blocks[after:]]
    whole = replace(host, spans=(*going_on(host.spans, joined.text), *words[1:]), events=events)
    return [*blocks[:at], whole, *blocks[at + 1 :]]


def _after(writer: Writer, placed: Placed, text: str, on: bool) -> Prose:
    if text.startswith("."):
        return Prose(spans=(Span(own_sentence(text.lstrip(" ."))),), **writer.of("OU-04", [placed]))
    return writer.prose("OU-04.more", [placed], text=text, on=on)


def alone(writer: Writer, placed: Placed) -> list[AnyBlock]:
    """What an event that joined the sentence of a vote says beside it, for a reader who has that in other words; empty
    where it says no more."""
    event = placed.event
    if isinstance(event, OutcomeDeclared) and any(_repeats(writer, event, q) for q in _voted(writer, placed)):
        text = words_added(writer, placed, event)
        return [_after(writer, placed, text, True)] if text else []
    own: list[AnyBlock] = []
    if isinstance(event, OutcomeDeclared):
        own = [joining(writer, placed, event, "be")]
    own = noted(writer, placed, event) if isinstance(event, Noted) else own
    text = "".join(span.text for block in own if isinstance(block, Prose) for span in _clause(block.spans))
    return [_after(writer, placed, text, False)] if text else own


_SAYS_AGAIN = (Minuted, MinutesApproved, Noted, NothingToRecord, OutcomeDeclared)
"""What may say again what stands there. A vote never does: each has its own result, in the same words or not."""


def once(blocks: Sequence[AnyBlock], events: Sequence[Placed]) -> list[AnyBlock]:
    """The blocks of an item without a "None." where something was decided, and without a "None." or a resolution that
    says what stands there already; `events` are those of the item."""
    decided = any(map(resolves, blocks))
    again = {placed.id for placed in events if isinstance(placed.event, _SAYS_AGAIN)}
    found: list[AnyBlock] = []
    said: set[str] = set()
    dropped: tuple[str, ...] = ()
    for place, block in enumerate(blocks):
        if dropped and isinstance(block, Listing) and block.events == dropped:
            continue
        dropped = ()
        words = " ".join("".join(span.text for span in block.spans).split()) if isinstance(block, Prose) else ""
        alike = words.casefold().replace("-", "–").rstrip(".")
        resolved = alike.startswith("resolved") or (isinstance(block, Prose) and bool(_lead(block)))
        below = blocks[place + 1] if place + 1 < len(blocks) else None
        if resolved and isinstance(below, Listing) and below.events == block.events:
            alike += "".join(span.text for entry in below.entries for span in entry.spans)
        told = alike in said or (alike == "none" and decided)
        if (alike == "none" or resolved) and told and again >= set(block.events):
            dropped = block.events
            continue
        said.add(alike)
        found.append(block)
    return found
