"""Every verb of the shorthand: importing this enters them all in the table."""

from clerk.shorthand import attendance, course, elections, marks, motions, narrative, rare, ruling, votes
from clerk.shorthand.table import VERBS, Verb, carry_out, find_verb, verb_table

__all__ = [
    "VERBS",
    "Verb",
    "attendance",
    "carry_out",
    "course",
    "elections",
    "find_verb",
    "marks",
    "motions",
    "narrative",
    "rare",
    "ruling",
    "verb_table",
    "votes",
]
