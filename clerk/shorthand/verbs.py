"""Every verb of the shorthand: importing this enters them all in the table."""

from clerk.shorthand import (
    actions,
    attendance,
    corrections,
    course,
    elections,
    exempt,
    interests,
    marks,
    motions,
    narrative,
    outcomes,
    papers,
    public,
    rare,
    votes,
)
from clerk.shorthand.table import VERBS, Verb, carry_out, find_verb, verb_table

__all__ = [
    "VERBS",
    "Verb",
    "actions",
    "attendance",
    "carry_out",
    "corrections",
    "course",
    "elections",
    "exempt",
    "find_verb",
    "interests",
    "marks",
    "motions",
    "narrative",
    "outcomes",
    "papers",
    "public",
    "rare",
    "verb_table",
    "votes",
]
