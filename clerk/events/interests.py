"""What members declare."""

from datetime import date
from typing import Literal

from clerk.events.event import Event
from clerk.events.nature import Nature

InterestKind = Literal[
    "",
    "non-pecuniary",
    "dpi",
    "pecuniary",
    "other",
    "personal",
    "predetermination",
    "blanket",
    "arrears",
    "open mind",
    "personal and prejudicial",
    "non-disclosable pecuniary",
    "declarable",
    "prejudicial",
    "non-prejudicial",
    "other registrable",
    "bias",
    "non-registrable",
    "financial",
    "non-financial",
    "connection",
]


STATED: tuple[InterestKind, ...] = ("predetermination", "bias", "open mind", "arrears", "connection")
"""Kinds of declaration that are of no interest, in the order in which they are told; a "connection" is one that, by the
objective test of the Scottish Code, is none."""

InterestEffect = Literal["", "stayed", "left", "no vote", "dispensation", "no part"]


class Declared(Event, frozen=True, kw_only=True, tag="Declared"):
    """Members declared an interest (DE-02). The effect does not follow from the kind (DE-07); "" is not stated, of
    either. `also` is a second kind, `joined` to the first by a word ("non-pecuniary and non-prejudicial"). With
    "no part" a member stayed and took no part in the discussion. An interest in no item bears on none.

    With "left" and `dispensed` to "speak" a member spoke first, as the public may, and then left.

    `arrears` is of council tax (D11). A dispensation has a `reference`, is `since` and `until`, and lets its holder
    speak, vote or do both (D7). `registered` says whether the interest is in the register (D5); of a `sensitive` one
    only that there is one is recorded (D6). `spoken_by` declared it for them (DE-10); `granted_by` gave the
    dispensation.
    """

    nature = Nature(decides=False, public=True, room=True, on_screen="without words", words="reason")

    members: tuple[str, ...]
    items: tuple[str, ...]
    kind: InterestKind = "non-pecuniary"
    effect: InterestEffect = ""
    reason: str = ""
    reference: str = ""
    since: date | None = None
    until: date | None = None
    dispensed: Literal["both", "speak", "vote"] = "both"
    registered: Literal["", "yes", "no"] = ""
    sensitive: bool = False
    spoken_by: str = ""
    granted_by: str = ""
    also: InterestKind = ""
    joined: Literal["and", "but"] = "and"


InterestEvent = Declared
"""Every event of this subject."""
