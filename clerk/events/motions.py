"""Motions and amendments, until they are put to the vote."""

from typing import Literal

from clerk.events.event import Event
from clerk.events.nature import Nature
from clerk.texts import Edit

Seconder = str
"""A person's id, "duly" (seconded, name not given), "none" (not seconded: it fell), "without" (none is wanted) or
"" (not recorded)."""


MotionKind = Literal[
    "motion", "order", "procedural", "deferral", "closure", "next business", "adjournment", "suspension"
]


class MotionMoved(Event, frozen=True, kw_only=True, tag="MotionMoved"):
    """A motion was moved (MT-05, MT-12, MT-13, MT-16); kind "order" is one to vary the order of business (OR-02),
    "closure" that the question be now put (M16), "suspension" one to suspend a rule of procedure (M24). `composite` are
    the motions that it brings together (MT-11)."""

    nature = Nature(decides=False, business=True, on_screen="in public", words="text")

    question: str
    text: str
    mover: str
    seconder: Seconder = ""
    kind: MotionKind = "motion"
    composite: tuple[str, ...] = ()


class AmendmentMoved(Event, frozen=True, kw_only=True, tag="AmendmentMoved"):
    """An amendment was moved to the question `to`, as edits addressed to its clauses (MT-02 to MT-07); `together` with
    another that is open, both being debated (M6). `whole` says that the text was given as it would then read."""

    nature = Nature(decides=False, business=True, on_screen="in public")

    question: str
    to: str
    edits: tuple[Edit, ...]
    mover: str
    seconder: Seconder = ""
    together: bool = False
    whole: bool = False


class QuestionDisposed(Event, frozen=True, kw_only=True, tag="QuestionDisposed"):
    """A question ended without a vote: withdrawn, fell, accepted without a vote or not put (MT-05, MT-09, MT-10); with
    whose consent, or why, as words; all of it, or some `clauses` of it alone (M21)."""

    nature = Nature(decides=False, business=True, on_screen="in public", words="reason")

    question: str
    how: Literal["withdrawn", "fell", "accepted", "not put"]
    reason: str = ""
    clauses: tuple[str, ...] = ()


MotionEvent = MotionMoved | AmendmentMoved | QuestionDisposed
"""Every event of this subject."""
