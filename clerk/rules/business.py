"""What counts as business done, and what decides nothing."""

from clerk.events import (
    ActionAgreed,
    Addressed,
    AmendmentMoved,
    Appointed,
    BallotTaken,
    CastingVote,
    Introduced,
    Invited,
    Minuted,
    MinutesApproved,
    MotionMoved,
    Nominated,
    Noted,
    OutcomeDeclared,
    OwnVote,
    QuestionDisposed,
    QuestionPut,
    ReasonsGiven,
    VoteTaken,
)

BUSINESS = (
    ActionAgreed,
    Addressed,
    AmendmentMoved,
    Appointed,
    BallotTaken,
    CastingVote,
    Introduced,
    Invited,
    Minuted,
    MinutesApproved,
    MotionMoved,
    Nominated,
    Noted,
    OutcomeDeclared,
    OwnVote,
    QuestionDisposed,
    QuestionPut,
    ReasonsGiven,
    VoteTaken,
)
"""Events that are business done, not people coming or papers changing."""

UNDECIDED = ("not reached", "no decision", "withdrawn", "deferred")
"""Outcomes by which nothing of the matter itself is decided."""
