"""Every verb of the shorthand, and how an event is typed again: importing this enters them all in the table."""

from clerk.shorthand import (
    actions,
    attendance,
    casting,
    corrections,
    course,
    elections,
    exempt,
    interests,
    marks,
    members,
    motions,
    narrative,
    outcomes,
    papers,
    public,
    rare,
    votes,
)
from clerk.shorthand.again import line_again
from clerk.shorthand.table import VERBS, Verb, carry_out, find_verb, verb_table

__all__ = [
    "VERBS",
    "Verb",
    "actions",
    "attendance",
    "carry_out",
    "casting",
    "corrections",
    "course",
    "elections",
    "exempt",
    "find_verb",
    "interests",
    "line_again",
    "marks",
    "members",
    "motions",
    "narrative",
    "outcomes",
    "papers",
    "public",
    "rare",
    "verb_table",
    "votes",
]
