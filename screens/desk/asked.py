"""What a form of the desk asks: what a fact is called, and how it is typed."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from clerk.facts import Fact

if TYPE_CHECKING:
    from clerk.shorthand.table import Verb

PEOPLE = frozenset({"person", "people", "present", "names", "seconder", "moved"})
KNOWN = frozenset({"people", "present", "moved"})
"""Kinds of fact in which only those who are known can be named."""
WORDY = frozenset(
    {"words", "loose", "names", "people", "moved", "items", "ballot", "dates", "date", "moment", "day", "choice"}
)
"""Kinds of fact in which a space stands; in all others it goes on to what is asked next."""
_CALLED: Mapping[str, str] = {
    "para": "paragraphs of the Schedule",
    "reg": "under regulations",
    "exclude at": "the hour",
    "exclude by": "who moved it",
    "extend by": "who moved it",
    "weighed": "public interest weighed",
    "nominate to": "the post",
    "ballot to": "the post",
    "appoint to": "to what body",
    "invite to": "to the table, or to speak",
    "outcome to": "to whom",
    "on": "on items",
    "org": "of what body",
    "was": "the words as they stand",
    "votes": "each name with its votes",
    "presides": "takes the chair",
    "elected": "who was elected",
    "seat for": "in whose place",
    "person id": "a short name",
    "item after": "after item",
    "item before": "before item",
    "item under": "a part of item",
    "appoint columns": "as a table of",
    "speakers as": "speaking as",
    "speakers seconds": "seconds for each",
    "sub for": "in whose seat",
}
"""What a fact is called where its name would not do, of one verb alone where that stands before it."""
SHAPE: Mapping[str, str] = {
    "person": "a seat letter or a name",
    "people": "seat letters, or names with commas between",
    "names": "seat letters or names, commas between",
    "seconder": "a seat letter or a name; duly, none",
    "moved": "who moved, who seconded (or duly), each a seat letter or a name, a comma between",
    "items": "numbers of items, + between",
    "item": "a number",
    "ballot": "a name, its votes, the next name",
    "flag": "yes or no",
    "dates": "a date; + between several",
    "date": "a date",
    "day": "a date",
    "moment": "a date and a time",
    "hour": "a time",
    "clock": "a time",
    "number": "a number",
}
"""How a fact is typed, by its kind."""

IN_WORDS = frozenset(
    {
        "heard read",
        "minutes signed",
        "suspend by",
        "dispensation by",
        "lobbied by",
        "nocallin by",
        "prayers who",
        "delegate to",
        "delegate with",
    }
)
"""Facts that are kept as words and say who somebody is: an officer's digit or a seat's letter stands for them there
too."""


def called(verb: str, fact: Fact) -> str:
    """What a fact of a verb is called."""
    from clerk.rare import called_by

    own = called_by(verb).get(fact.name) or _CALLED.get(f"{verb} {fact.name}")
    return own or _CALLED.get(fact.name, fact.name)


def begins_one(fact: Fact, typed: str) -> bool:
    """Whether what is typed of a choice may still become one of those that there are."""
    from clerk.shorthand.scope import SHORT

    wanted = typed.casefold()
    short = [said for said, choice in SHORT.items() if choice in fact.choices]
    return any(choice.startswith(wanted) for choice in (*fact.choices, *short))


def titled(verb: "Verb") -> str:
    """What a verb records, in a few words."""
    from clerk.rare import by_verb

    row = by_verb().get(verb.name)
    return row.label if row is not None else re.split(r"[:;(]|, \w+=", verb.help)[0].strip().rstrip(".")
