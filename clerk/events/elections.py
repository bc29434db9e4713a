"""Who is proposed for a post or a place, and who gets it."""

from typing import Literal

from clerk.events.event import Event
from clerk.events.motions import Seconder
from clerk.events.nature import Nature


class Nominated(Event, frozen=True, kw_only=True, tag="Nominated"):
    """Someone was proposed for a post, such as "Chairman" (CH-04, CN-05)."""

    nature = Nature(decides=False, business=True)

    person: str
    post: str
    proposer: str = ""
    seconder: Seconder = ""


class BallotTaken(Event, frozen=True, kw_only=True, tag="BallotTaken"):
    """One round of an election: the votes for each nominee (V23, C4). `elected` is "" where the round elected nobody;
    `by_casting` and `by_lot` say what decided between equals, `declined_by` who would not use the casting vote. `how`
    is "hands" of a show of hands, "" of a ballot. Of a `void` one nothing came, whatever was counted, and `why`."""

    nature = Nature(decides=True, business=True, words="why")

    post: str
    votes: tuple[tuple[str, int], ...]
    abstained: int = 0
    elected: str = ""
    by_casting: str = ""
    by_lot: bool = False
    declined_by: str = ""
    how: Literal["", "hands"] = ""
    void: bool = False
    why: str = ""


class Appointed(Event, frozen=True, kw_only=True, tag="Appointed"):
    """People were appointed or nominated to places, shown by party (OU-16).

    `to` names the body ("" prints no heading), `seats` the number of places; `seats_by_group` prints the number
    of places in the head of each column.
    """

    nature = Nature(decides=True, business=True)

    people: tuple[str, ...]
    to: str = ""
    seats: int | None = None
    seats_by_group: bool = True
    note: str = ""


ElectionEvent = Nominated | BallotTaken | Appointed
"""Every event of this subject."""
