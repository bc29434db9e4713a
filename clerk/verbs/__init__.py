"""The verbs of the shorthand, and what each records."""

from clerk.verbs import attendance, course, deciding, marks, moving, narrative
from clerk.verbs.table import VERBS, Verb, carry_out, find_verb, verb_table

__all__ = [
    "VERBS",
    "Verb",
    "attendance",
    "carry_out",
    "course",
    "deciding",
    "find_verb",
    "marks",
    "moving",
    "narrative",
    "verb_table",
]
