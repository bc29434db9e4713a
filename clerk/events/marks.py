"""The clerk's own marks, never printed."""

from clerk.events.event import Event
from clerk.events.nature import Nature


class Flagged(Event, frozen=True, kw_only=True, tag="Flagged"):
    """The clerk means to come back here."""

    nature = Nature(decides=False, words="text")

    text: str = ""


class FlagCleared(Event, frozen=True, kw_only=True, tag="FlagCleared"):
    """The clerk came back to the flag recorded as event `flag`."""

    nature = Nature(decides=False)

    flag: str


class FindingDismissed(Event, frozen=True, kw_only=True, tag="FindingDismissed"):
    """The clerk answered a finding with a reason: dismissed it, or overrode it. `of` is the finding's event, `text` its
    sentence, so that one whose facts have changed comes back; "" means any sentence of the rule at that place."""

    nature = Nature(decides=False, words="reason")

    rule: str
    of: str = ""
    text: str = ""
    reason: str


MarkEvent = Flagged | FlagCleared | FindingDismissed
"""Every event of this subject."""
