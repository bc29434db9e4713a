"""Motions short by nature, of which a clerk types the end or the whole: "that the item be deferred"."""

import re

from clerk.meeting.parts import STOCK
from exports.fitting import fit, form, that
from exports.style import capital
from exports.within import small

_RULE = re.compile(
    r"(?:suspend(?:ing)?\s+)?((?:the\s+)?(?:[\w.’'-]+\s+){0,3}?"
    r"(?:rules?|orders?|article|articles|paragraph|section|part|SO|CPR)\b.*?)"
    r"(,?\s+(?:so that|so as to|in order|to|for|until|in respect|because|as|since|while|under)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
"""What a motion to suspend a rule names, and why or for how long: "Procedure Rule 11 to let everyone speak"."""
_DOES = re.compile(r"suspend(?:ing)?\s+(\S.*)", re.IGNORECASE | re.DOTALL)


def in_short(kind: str, text: str) -> tuple[str, str]:
    """What the kind of a motion says, "" where the clerk typed the whole, and the words that join it."""
    said = text.strip().rstrip(".")
    stock = STOCK.get(kind, "")
    if form(said, "wish") in ("that", "wish"):
        return "", f"that {that(said)}"
    rule = _RULE.fullmatch(said) if kind == "suspension" else None
    if rule and form(rule[1], "clause") != "clause" and not re.match(r"(?:so|to|in order|for|until)\b", said, re.I):
        return "", f"that {small(rule[1])} be suspended{rule[2] or ''}"
    if kind == "suspension" and (what := _DOES.match(said)):
        return "", f"that {small(what[1])} be suspended"
    return stock, said


def whole_motion(kind: str, text: str) -> str:
    """A motion that a clerk types the end of, as a sentence of its own: "That the item be deferred to June."; of all
    other kinds the text as it is."""
    lead = {"order": "that the order of the agenda be amended", **STOCK}
    if kind not in lead:
        return text
    what, said = in_short(kind, text)
    what = what or lead["order"] if kind == "order" else what
    if form(said, "wish") in ("that", "wish"):
        return f"That {that(said)}."
    if not said:
        return f"{capital(what)}."
    return capital(what) + fit(said, phrase="for" if kind == "deferral" else ":", cause="", circumstance="", deed="")
