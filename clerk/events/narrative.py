"""What is minuted under an item in words: narrative, reports, and the sentences that stand by themselves."""

from datetime import date
from typing import Literal

from msgspec import field

from clerk.events.event import Event
from clerk.events.nature import Nature


class Minuted(Event, frozen=True, kw_only=True, tag="Minuted"):
    """Narrative, in the clerk's words: a paragraph, or one line of a list ("- …", "1. …"). Lines below the first
    belong to it."""

    nature = Nature(decides=False, business=True, detail="debate")

    text: str


class NothingToRecord(Event, frozen=True, kw_only=True, tag="NothingToRecord"):
    """There was none: no interests, no report, no urgent items (DE-01, MO-01, MB-01, PU-01, UR-01)."""

    nature = Nature(decides=False)


class Introduced(Event, frozen=True, kw_only=True, tag="Introduced"):
    """Someone introduced the report (RE-01), alone or with `others`, or `what` else was before the meeting. `text` goes
    on in the same paragraph."""

    nature = Nature(decides=False, business=True, detail="reasons", words="text")

    person: str
    manner: Literal["introduced", "presented", "spoke"] = "introduced"
    text: str = ""
    what: str = ""
    others: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who introduced it."""
        return (self.person, *self.others)


class Invited(Event, frozen=True, kw_only=True, tag="Invited"):
    """The person presiding invited people to the table (RE-02), or with `to` ("speak") to address the meeting."""

    nature = Nature(decides=False, business=True, detail="reasons")

    people: tuple[str, ...]
    to: Literal["", "speak"] = ""


class MinutesApproved(Event, frozen=True, kw_only=True, tag="MinutesApproved"):
    """The minutes of earlier meetings were approved (MI-01), with the corrections made (MI-02), and signed (N1).

    `meetings` are the ids of the records of those meetings, one for each of `dates`, "" where it is not kept here. An
    older entry has none: it is known by body and date, and by neither where two meetings of that day are kept.
    `question` is the label of the question that this is, should it be put to the vote. `exempt`: the minutes that the
    public may not see, which have their own approval. `mover` and `seconder` moved it, where a council has that."""

    nature = Nature(decides=True, business=True)

    dates: tuple[date, ...]
    corrections: tuple[str, ...] = ()
    signed_by: str = ""
    meetings: tuple[str, ...] = ()
    question: str = ""
    exempt: bool = False
    mover: str = ""
    seconder: str = ""


class Noted(Event, frozen=True, kw_only=True, tag="Noted"):
    """One of the rare constructs: `construct` is the key of its wording ("PU-10"), `facts` what its row in
    `clerk.rare` asks for (people and items by id), `text` what the clerk typed; `question` the label of the question
    that a Member's Item, an award or an adoption is."""

    nature = Nature(decides=False, business=True)

    construct: str
    facts: dict[str, str | int | tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    question: str = ""

    def named(self, fact: str = "who") -> tuple[str, ...]:
        """The ids of the people that a fact names: one, several, or none."""
        named = self.facts.get(fact, ())
        return named if isinstance(named, tuple) else (str(named),) if named else ()


class Reworded(Event, frozen=True, kw_only=True, tag="Reworded"):
    """One block of the minutes, put in the clerk's own words; the facts stay. The block is named by its construct
    ("" for whichever there is), the events it came from and its place among those alike. `was` is what the house style
    made of the facts then, "" where that is not known. An empty `text` lets the house style speak again."""

    nature = Nature(decides=False, public=True, words="text")

    block: str
    of: tuple[str, ...]
    text: str
    was: str = ""
    nth: int = 0


NarrativeEvent = Minuted | NothingToRecord | Introduced | Invited | MinutesApproved | Noted | Reworded
"""Every event of this subject."""
