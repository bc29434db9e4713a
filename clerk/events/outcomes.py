"""How an item ended, why, and who is to do what about it."""

from datetime import date
from typing import Literal

from clerk.events.event import Event
from clerk.events.nature import Nature

OutcomeKind = Literal[
    "noted",
    "approved",
    "refused",
    "deferred",
    "referred",
    "withdrawn",
    "no further action",
    "not reached",
    "recommended",
    "to respond",
    "referred up",
    "referred back",
    "no decision",
]


class OutcomeDeclared(Event, frozen=True, kw_only=True, tag="OutcomeDeclared"):
    """How an item ended where it was not a vote that ended it, or what a vote meant (OU-03 to OU-13).

    `of` is the question that it is the outcome of. `referrals` "none" prints that there were none. `by` are the members
    who required a referral of their own right (R1).
    """

    nature = Nature(decides=True, business=True, on_screen="in public", words="text")

    what: OutcomeKind
    of: str | None = None
    to: str = ""
    referrals: Literal["", "none"] = ""
    text: str = ""
    by: tuple[str, ...] = ()


class ReasonsGiven(Event, frozen=True, kw_only=True, tag="ReasonsGiven"):
    """The reasons of a decision: of a planning body that goes against the recommendation (M20), or of an executive,
    with the alternatives that it rejected, conflicts of interest and dispensations (N12)."""

    nature = Nature(decides=False, business=True, detail="reasons", words="text")

    text: str
    alternatives: str = ""
    conflicts: str = ""
    dispensations: str = ""


class ActionAgreed(Event, frozen=True, kw_only=True, tag="ActionAgreed"):
    """Someone is to do something (AC-01). `owner` is a person's id or "" (AC-03: unassigned); an empty `task` means
    what the paragraph above says; `due` is the last day. `undertaking` prints it as a sentence (AC-04)."""

    nature = Nature(decides=False, business=True, words="task")

    owner: str = ""
    task: str = ""
    due: date | None = None
    undertaking: bool = False


OutcomeEvent = OutcomeDeclared | ReasonsGiven | ActionAgreed
"""Every event of this subject."""
