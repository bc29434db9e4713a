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

    `of` is the question that it is the outcome of, or some `clauses` of that alone. `word` is what a deferral was
    called: "continued", as in Scotland. `referrals` "none" prints that there were none. `by` are the members who
    required a referral of their own right (R1).
    """

    nature = Nature(decides=True, business=True, on_screen="in public", words="text")

    what: OutcomeKind
    of: str | None = None
    to: str = ""
    referrals: Literal["", "none"] = ""
    text: str = ""
    by: tuple[str, ...] = ()
    word: Literal["", "continued"] = ""
    clauses: tuple[str, ...] = ()


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


class ActionReported(Event, frozen=True, kw_only=True, tag="ActionReported"):
    """How an action of an earlier meeting stands, under the matters arising (AC-05). `meeting` is the id of that
    meeting's record and `event` the action's there, "" where it is not kept; `day`, `whose` and `task` are what it was,
    as it was known here; `due` is another last day, where it is still to be done."""

    nature = Nature(decides=False, business=True, detail="reasons", words="note")

    meeting: str = ""
    event: str = ""
    state: Literal["done", "dropped", "open"] = "done"
    day: date | None = None
    whose: str = ""
    task: str = ""
    due: date | None = None
    note: str = ""


OutcomeEvent = OutcomeDeclared | ReasonsGiven | ActionAgreed | ActionReported
"""Every event of this subject."""
