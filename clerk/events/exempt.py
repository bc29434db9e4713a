"""Exempt session: the public goes, comes back, and is told what was done."""

from typing import Literal

from clerk.events.event import Event
from clerk.events.nature import Nature


class PublicExcluded(Event, frozen=True, kw_only=True, tag="PublicExcluded"):
    """The press and public were excluded for some items, under a paragraph of the schedule that its law has, or for
    a `reason` (EX-01, X1); `public_interest` says that it was weighed (X3). At a hearing it is under the regulations on
    "licensing", with the parties but where `parties_stay`. `mover` and `seconder` where it was moved; `unanimous` where
    all agreed, or the figures of its `vote`, for and against and perhaps abstained."""

    nature = Nature(decides=True, public=True, on_screen="always")

    items: tuple[str, ...] = ()
    paragraph: int | None = None
    more_paragraphs: tuple[int, ...] = ()
    public_interest: bool = False
    basis: Literal["", "licensing"] = ""
    parties_stay: bool = False
    reason: str = ""
    mover: str = ""
    seconder: str = ""
    unanimous: bool = False
    vote: tuple[int, ...] = ()

    @property
    def parties(self) -> bool:
        """Whether the parties to a hearing went out too."""
        return self.basis == "licensing" and not self.parties_stay


class PublicReadmitted(Event, frozen=True, kw_only=True, tag="PublicReadmitted"):
    """The press and public came back (EX-05, X5). Of `items` for which they had been excluded, what is recorded from
    here on is public: the rest of them was taken in public."""

    nature = Nature(decides=False, public=True, on_screen="always")

    items: tuple[str, ...] = ()


class PublicSummary(Event, frozen=True, kw_only=True, tag="PublicSummary"):
    """What the public minutes say of business done in exempt session (X6). Never private itself."""

    nature = Nature(decides=False, public=True, words="text")

    text: str


ExemptEvent = PublicExcluded | PublicReadmitted | PublicSummary
"""Every event of this subject."""
