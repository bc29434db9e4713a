"""The course of the meeting: its order, its times, and when the public was out."""

import re
from typing import Any

from clerk.events import (
    MeetingAdjourned,
    MeetingResumed,
    OrderVaried,
    PublicExcluded,
    PublicReadmitted,
    PublicSummary,
    TimeExtended,
)
from clerk.meeting.record import Placed
from clerk.rare import nature_of
from clerk.times import say_date, say_time
from exports.attendance import time_of
from exports.blocks import AnyBlock, FrontHeading, Prose
from exports.fitting import own_sentence
from exports.motions import who_moved
from exports.resolutions import excludes_the_public
from exports.writer import Writer, Writes, said


def order_varied(writer: Writer, placed: Placed, event: OrderVaried) -> list[AnyBlock]:
    """OR-01, or OR-03 without the list, unless a motion to vary the order (OR-02) was carried under the same item."""
    moved = {q.item for q in writer.meeting.questions.values() if q.kind == "order" and q.state == "carried"}
    if event.item in moved and not event.reason:
        return []
    items = [item for id_ in event.order if (item := writer.item(id_)) is not None]
    numbers = [item.number or f"‘{item.title}’" for item in items]
    shifted = any(item.number and writer.numbers.get(item.id) != item.number for item in items)
    if len(items) == 1 and items[0].number:
        numbers = [f"{'agenda ' if shifted else ''}item {items[0].number}"]
    return [
        writer.prose(
            "OR-03" if event.reflected else "OR-01", [placed], numbers=numbers, shifted=shifted, reason=event.reason
        )
    ]


def adjourned(writer: Writer, placed: Placed, event: MeetingAdjourned) -> list[AnyBlock]:
    """TI-03."""
    day = say_date(event.to) if event.to else ""
    return [writer.prose("TI-03", [placed], time=time_of(placed), day=day, reason=writer.words(placed, event.reason))]


def resumed(writer: Writer, placed: Placed, event: MeetingResumed) -> list[AnyBlock]:
    """TI-03, the end of it."""
    day = say_date(event.on) if event.on else ""
    said = writer.prose("TI-03.resumed", [placed], time=time_of(placed), day=day)
    if not day:
        return [said]
    # Who was there on another day stands below a heading of its own, and not as business of the item in hand.
    heading = writer.style.text("TI-03.heading", day=day)
    return [FrontHeading(text=heading, **writer.of("TI-03.heading", [placed])), said]


def extended(writer: Writer, placed: Placed, event: TimeExtended) -> list[AnyBlock]:
    """TI-02: by whoever presides, or as the meeting resolved, in the same act or by a motion carried before."""
    until = say_time(event.until) if event.until else ""
    article = str(writer.setup_value("time.article") or "")
    moved = who_moved(writer, placed, event)
    key = "TI-02.moved" if moved else "TI-02.resolved" if _was_to_go_on(writer, placed) else "TI-02"
    facts = {"until": until, "article": article if until else "", "time": time_of(placed)}
    return [writer.prose(key, [placed], **facts, **_how_carried(writer, event), **moved)]


def _how_carried(writer: Writer, event: PublicExcluded | TimeExtended) -> dict[str, Any]:
    """How what was resolved in its own act was carried, for a wording."""
    votes_for, against, abstained = (*event.vote, 0, 0, 0)[:3]
    counts = {"votes_for": votes_for, "against": against, "abstained": abstained}
    figures = writer.style.text("VO-02.resolved", **counts) if len(event.vote) > 1 else ""
    return {"unanimous": event.unanimous, "figures": figures}


_GOES_ON = re.compile(
    r"\b(?:meeting|time|guillotine|business|sitting)\b.*\b(?:extend\w*|continue[sd]?|(?:go(?:es)?|sits?|carry) "
    r"(?:on|past|beyond|until|to))\b|\b(?:extend\w*|extension of) (?:the )?(?:time|meeting|guillotine|sitting)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words of a motion that the meeting last beyond its hour."""


def _was_to_go_on(writer: Writer, placed: Placed) -> bool:
    """Whether a motion that the meeting go on was carried at the item just before: that is what extended it."""
    before = {p.id for p in writer.before(placed)}
    for question in writer.meeting.questions.values():
        vote = writer.meeting.votes.get(question.vote)
        here = question.kind in ("motion", "procedural", "suspension") and question.item == placed.event.item
        carried = here and vote is not None and vote.carried and vote.event in before
        if carried and any(_GOES_ON.search(clause.text) for clause in question.base):
            return True
    return False


def _resolved_before(writer: Writer, placed: Placed) -> bool:
    """Whether a motion that the public be excluded was carried at the item just before."""
    before = {p.id for p in writer.before(placed)}
    for question in writer.meeting.questions.values():
        vote = writer.meeting.votes.get(question.vote)
        here = question.kind in ("motion", "procedural") and question.item == placed.event.item
        if here and vote is not None and vote.carried and vote.event in before and excludes_the_public(question):
            return True
    return False


def excluded(writer: Writer, placed: Placed, event: PublicExcluded) -> list[AnyBlock]:
    """EX-01, with the hour at which they left where it is known."""
    items = writer.item_numbers(event.items) if event.items else ""
    profile = writer.meeting.profile
    facts: dict[str, Any] = {
        "items": items,
        "paragraph": event.paragraph,
        "weighed": event.public_interest,
    }
    facts |= {"defined_in": profile.exempt_defined_in, "under": profile.exempt_under, "time": time_of(placed)}
    paragraphs = [str(number) for number in (event.paragraph, *event.more_paragraphs) if number]
    facts["means"] = "; ".join(filter(None, (profile.exempt_words.get(number, "") for number in paragraphs)))
    key = "EX-01.licensing" if event.basis == "licensing" else "EX-01"
    moved = who_moved(writer, placed, event)
    at_once = moved or event.unanimous or event.vote
    if not at_once and key == "EX-01" and _resolved_before(writer, placed):
        key = "EX-01.therefore"
    facts |= {"mover": "", "seconder": "", "parties_stay": not event.parties} | moved | _how_carried(writer, event)
    facts["ground"], facts["reason"] = _once(profile.exempt_ground, event.reason)
    return [writer.prose(key, [placed], paragraphs=paragraphs, **facts)]


_BY_REASON_OF = re.compile(r"\bby reason of (?P<nature>.+)$")
_LEADS_TO_IT = re.compile(
    r"^(?:by reason of|because of|owing to|due to|in view of|on account of|namely)\s+", re.IGNORECASE
)
_NATURE = re.compile(
    r"^(?:the |its )?(?:[\w-]+ ){0,3}(?:confidential|sensitive|private)(?: [\w-]+){0,2} nature of ", re.IGNORECASE
)


def _once(ground: str, reason: str) -> tuple[str, str]:
    """The ground of an exclusion and the reason that goes on from it, none of which says the other again: what is
    confidential is named in place of the business in general."""
    known = _BY_REASON_OF.search(ground)
    words = _LEADS_TO_IT.sub("", reason.strip())
    if known is None or not words:
        return ground, reason
    again = words.casefold().find(known["nature"].casefold())
    end = again + len(known["nature"])
    if again >= 0 and _LEADS_TO_IT.sub("", words[:end].strip()).casefold() in f"{ground} {known['nature']}".casefold():
        words = _LEADS_TO_IT.sub("", re.sub(r"^[\s,.;:–-]+", "", words[end:]))
        if not words:
            return ground, ""
        reason = words
    if _NATURE.match(words):
        article = "" if re.match(r"(?:the|its)\b", words, re.IGNORECASE) else "the "
        return f"{ground[: known.start('nature')]}{article}{words[:1].lower()}{words[1:].rstrip('. ')}", ""
    return ground, reason


def readmitted(writer: Writer, placed: Placed, event: PublicReadmitted) -> list[AnyBlock]:
    """EX-05, with the time where it is known, and the parties where they had been sent out too."""
    out = [p.event for p in writer.before(placed) if isinstance(p.event, PublicExcluded)]
    parties = bool(out) and out[-1].parties
    return [writer.prose("EX-05", [placed], time=time_of(placed), parties=parties)]


def summary(writer: Writer, placed: Placed, event: PublicSummary) -> list[AnyBlock]:
    """X6: what the public minutes say of exempt business; the exempt minutes have the business itself, where any of the
    item is recorded."""
    private = writer.meeting.private
    if writer.exempt and any(
        p.id in private and p.event.item == event.item and _told(p) for p in writer.meeting.events
    ):
        return []
    return [Prose(spans=said(own_sentence(event.text)), **writer.of("X6", [placed]))]


def _told(placed: Placed) -> bool:
    """Whether an event is business of which the minutes say something."""
    return nature_of(placed.event).business and not isinstance(placed.event, PublicSummary | PublicExcluded)


WRITES: Writes = {
    OrderVaried: order_varied,
    MeetingAdjourned: adjourned,
    MeetingResumed: resumed,
    TimeExtended: extended,
    PublicExcluded: excluded,
    PublicReadmitted: readmitted,
    PublicSummary: summary,
}
