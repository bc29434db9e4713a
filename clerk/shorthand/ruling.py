"""Verbs for facts that rules ask for: questions received, an item's particulars; and for answering what rules find."""

import re
from datetime import datetime

from msgspec.structs import replace

from clerk.events import AnyEvent, FindingDismissed, ItemChanged, PersonMet, QuestionReceived
from clerk.names import Unclear
from clerk.rules.checks import findings
from clerk.shorthand.context import Context, whole_number
from clerk.shorthand.narrative import speaker_named
from clerk.shorthand.table import verb
from clerk.times import read_date, read_time

Events = tuple[AnyEvent, ...]


@verb(
    "submitted",
    ':submitted on=8 received="2019-11-15 9:40" words=90 allowed=vale -- Jo Reed for Al Moss',
    "A public question, or a request to speak, came in before the meeting (allowed=: who let a late one in; more=: "
    "supplementary questions).",
    "PU-02",
    options="on received words allowed more",
    text=True,
)
def _submitted(context: Context) -> Events:
    options = context.line.options
    who, _, behalf = re.sub(r"\s+on behalf of\s+", " for ", context.text("who asks")).partition(" for ")
    person = speaker_named(context, who.strip(), [])
    met: Events = () if person.id in context.meeting.people else (context.event(PersonMet, person=person, item=None),)
    about, words, more = options.get("on"), options.get("words"), options.get("more")
    allowed = options.get("allowed")
    return (
        *met,
        context.event(
            QuestionReceived,
            person=person.id,
            received=_moment(options.get("received", "")),
            about=context.item_numbered(about).id if about else None,
            words=whole_number(words) if words else None,
            on_behalf_of=behalf.strip(),
            allowed_by=context.person(allowed).id if allowed else "",
            supplementaries=whole_number(more) if more else 0,
            item=None,
        ),
    )


def _moment(typed: str) -> datetime | None:
    if not typed:
        return None
    day, _, clock = typed.partition(" ")
    try:
        return datetime.combine(read_date(day), read_time(clock or "0:00"))
    except ValueError as error:
        raise Unclear(str(error)) from None


_FLAGS = ("money", "budget", "confidential", "urgent")


@verb(
    "mark",
    ":mark 8 money=yes · :mark 13 urgent=yes agreed=chair -- REASON",
    "An item's particulars: money (council tax), budget, confidential or urgent (yes, no); subject=, published=, "
    "received=, by=; the reason of urgency after --.",
    "UR-02",
    words=1,
    options="money budget confidential urgent agreed subject published received by",
    text=True,
)
def _mark(context: Context) -> Events:
    item = context.item_numbered(context.operand(0, "the item's number"))
    options = context.line.options
    said = {name: context.option(name, ("yes", "no"), "no") == "yes" for name in _FLAGS if name in options}
    by, agreed = options.get("by"), options.get("agreed")
    now = replace(
        item,
        money_106=said.get("money", item.money_106),
        budget=said.get("budget", item.budget),
        confidential=said.get("confidential", item.confidential),
        urgent=said.get("urgent", item.urgent),
        subject=options.get("subject", item.subject),
        published=context.day("published") or item.published,
        received=context.day("received") or item.received,
        raised_by=context.person(by).id if by else item.raised_by,
        urgent_agreed=context.person(agreed).id if agreed else item.urgent_agreed,
        urgent_reason=context.line.text or item.urgent_reason,
    )
    if now == item:
        raise Unclear(f"“:mark” changes nothing of item {item.number}. Say what: :mark {item.number} money=yes.")
    return (context.event(ItemChanged, now=now, item=None),)


@verb(
    "dismiss",
    ":dismiss V9 e41 -- REASON",
    "Answers a finding with a reason: dismisses a warning, or overrides what is hard.",
    words=2,
    text=True,
)
def _dismiss(context: Context) -> Events:
    rule = context.operand(0, "the rule's id").upper()
    reason = context.text("the reason")
    named = context.line.operands[1] if len(context.line.operands) > 1 else ""
    of = context.reference(named) if named else ""
    known = [f for f in findings(context.meeting) if f.rule == rule and not f.answer and of in ("", f.event)]
    if known:
        return tuple(
            context.event(FindingDismissed, rule=rule, of=f.event, text=f.text, reason=reason, item=f.item)
            for f in known
        )
    # What other meetings tell is not known here; the clerk answers for the rule at that place.
    return (context.event(FindingDismissed, rule=rule, of=of, reason=reason),)
