"""The whole rule book in one place: importing it enters every rule in the table."""

from clerk.rules import (
    amendments,
    attendance,
    chairing,
    course,
    elections,
    exempt,
    interests,
    leaving,
    motions,
    narrative,
    outcomes,
    papers,
    procedural,
    public,
    quorum,
    substitutes,
    votes,
    votes_by_name,
)
from clerk.rules.case import Case
from clerk.rules.table import CHECKED, FUNCTIONS

__all__ = [
    "CHECKED",
    "FUNCTIONS",
    "Case",
    "amendments",
    "attendance",
    "chairing",
    "course",
    "elections",
    "exempt",
    "interests",
    "leaving",
    "motions",
    "narrative",
    "outcomes",
    "papers",
    "procedural",
    "public",
    "quorum",
    "substitutes",
    "votes",
    "votes_by_name",
]
