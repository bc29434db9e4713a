"""The rule book: every rule a plain function of a meeting, a profile and a history. They read, and refuse nothing."""

from clerk.rules import (
    agenda,
    amendments,
    attendance,
    chairing,
    clock,
    electing,
    exempt,
    interests,
    minutes,
    motions,
    named,
    procedural,
    public,
    quorum,
    substitutes,
    voting,
)
from clerk.rules.case import Case
from clerk.rules.table import CHECKED, FUNCTIONS

__all__ = [
    "CHECKED",
    "FUNCTIONS",
    "Case",
    "agenda",
    "amendments",
    "attendance",
    "chairing",
    "clock",
    "electing",
    "exempt",
    "interests",
    "minutes",
    "motions",
    "named",
    "procedural",
    "public",
    "quorum",
    "substitutes",
    "voting",
]
