"""The verbs of the shorthand, and what each records."""

from clerk.verbs import attendance, course, deciding, electing, marks, moving, narrative, ruling, standing
from clerk.verbs.table import VERBS, Verb, carry_out, find_verb, verb_table

__all__ = [
    "VERBS",
    "Verb",
    "attendance",
    "carry_out",
    "course",
    "deciding",
    "electing",
    "find_verb",
    "marks",
    "moving",
    "narrative",
    "ruling",
    "standing",
    "verb_table",
]
