"""Verbs for the clerk's own marks, which are never printed: flags, and answers to findings."""

from clerk.events import AnyEvent, FindingDismissed, FlagCleared, Flagged
from clerk.meeting.state import Meeting
from clerk.names import Unclear, nearest_word
from clerk.rules.checks import findings
from clerk.rules.explanations import rule_explanations
from clerk.shorthand.again import line_again
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]


@verb(
    "flag", ":flag -- three words", "Come back here; flags are listed at the close.", takes="^words:loose", text="may"
)
def _flag(context: Context) -> Events:
    return (context.event(Flagged, text=" ".join((context.one("words"), context.text)).strip()),)


@line_again.register(Flagged)
def _flag_again(event: Flagged, meeting: Meeting, id_: str) -> Line:
    return Line("flag", (), {}, event.text)


@verb("unflag", ":unflag e41", "The flag is dealt with.", takes="^event:event")
def _unflag(context: Context) -> Events:
    flags = context.meeting.flags
    if not flags and context.old is None:
        raise Unclear("There is no flag to take down.")
    id_ = context.one("event") or (flags[-1].event if flags else "")
    if context.old is None and all(flag.event != id_ for flag in flags):
        raise Unclear(f"Entry {id_} is not a flag that stands.")
    return (FlagCleared(flag=id_, item=context.item, at=context.now),)


@line_again.register(FlagCleared)
def _unflag_again(event: FlagCleared, meeting: Meeting, id_: str) -> Line:
    return Line("unflag", (event.flag,))


@verb(
    "dismiss",
    ":dismiss V9 e41 -- REASON",
    "Answers a finding with a reason: dismisses a warning, or overrides what is hard.",
    takes="^rule:words! ^event:event",
    text="must",
)
def _dismiss(context: Context) -> Events:
    rule, of, reason = context.one("rule").upper(), context.one("event"), context.text
    known = [f for f in findings(context.meeting) if f.rule == rule and not f.answer and of in ("", f.event)]
    if known:
        return tuple(
            context.event(FindingDismissed, rule=rule, of=f.event, text=f.text, reason=reason, item=f.item)
            for f in known
        )
    if rule not in rule_explanations():
        raise Unclear(f"There is no rule {rule}.{nearest_word(rule, rule_explanations())} “clerk explain” lists them.")
    # What other meetings tell is not known here; the clerk answers for the rule at that place.
    return (context.event(FindingDismissed, rule=rule, of=of, reason=reason),)
