"""What the data file of a meeting holds: its shape is its schema (`meeting.schema.json` is made from it).

Names of fields are published, so they are never changed, only added to; what would change them is another `VERSION`.
Times are local at the venue, to the second; null is "not known, or not public". People, items, questions and votes are
named by ids that mean something within the file alone.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

VERSION = 1
SCHEMA = f"committee-clerk meeting {VERSION}"

Direction = Literal["for", "against", "abstained"]


class Shape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every part of the file is: its fields are all there, and no others."""


class Sitting(Shape, frozen=True):
    """Whose meeting it was, and when."""

    body: str
    council: Annotated[
        str, Meta(description="Whose committee it is; empty for the council itself, or where not known.")
    ]
    date: date
    time: Annotated[str, Meta(description="The hour on the agenda, as it has it.")]
    venue: str
    reference: Annotated[str, Meta(description="The meeting's id in the system that its agenda came from.")]
    extraordinary: bool
    annual: Annotated[bool, Meta(description="Whether it was the annual meeting, where its papers say so.")]
    opened: datetime | None
    closed: datetime | None
    chair: Annotated[str, Meta(description="What whoever presides is called: Chairman, Chair, Mayor.")]
    contact: str


class Named(Shape, frozen=True):
    """Someone named anywhere in the file."""

    id: str
    name: Annotated[str, Meta(description="Empty where only the post is known.")]
    style: Annotated[str, Meta(description="What stands before the name: Councillor, Ms, or nothing.")]
    kind: Literal["member", "co-optee", "councillor", "officer", "speaker", "partner"]
    post: str
    organisation: str
    group: str
    reference: Annotated[str, Meta(description="The person's id in the system that the name came from.")]


class Time(Shape, frozen=True):
    """One stay in the room. Null is not known, or not public."""

    came: datetime | None
    left: datetime | None
    interest: Annotated[bool, Meta(description="Whether it ended because of a declared interest.")]


class Attended(Shape, frozen=True):
    """One member of the body, or a substitute, and whether that person came."""

    person: str
    seat: str
    office: Literal["", "chair", "vice-chair"]
    status: Literal["present", "apologies", "absent", "expected"]
    substitute_for: str | None
    apology: Annotated[
        Literal["", "absence", "lateness", "part", "early"], Meta(description="What an apology was for.")
    ]
    remote: Annotated[
        Literal["", "part", "throughout"], Meta(description="Whether the person attended over a link, and how long.")
    ]
    stays: tuple[Time, ...]


class InChair(Shape, frozen=True):
    """Who presided from a moment on; null where nobody did."""

    person: str | None
    since: datetime | None
    item: str | None


class Interest(Shape, frozen=True):
    """An interest that a member declared. An empty effect was not stated; a sensitive one has no reason here."""

    member: str
    items: tuple[str, ...]
    kind: str
    effect: str
    reason: str
    sensitive: bool


class Business(Shape, frozen=True):
    """An item of business: its number on the agenda, and the number printed before it in the minutes."""

    id: str
    number: str
    printed: str
    title: str
    kind: str
    exempt: Annotated[bool, Meta(description="Whether the press and public were, or were to be, excluded for it.")]
    reference: Annotated[str, Meta(description="The item's id in the system that its agenda came from.")]
    part_of: str | None
    taken: datetime | None


class Worded(Shape, frozen=True):
    """One clause of a text, with the number that it had in it."""

    number: str
    text: str


class Stage(Shape, frozen=True):
    """A text that a question had: as it was moved, as amended, or as it was put to a vote."""

    stage: Literal["moved", "amended", "put"]
    by: Annotated[str, Meta(description="The amendment that made it so, or the vote that it was put to; else empty.")]
    clauses: tuple[Worded, ...]


class Asked(Shape, frozen=True):
    """A question that the body was asked: recommendations, a motion, an amendment."""

    id: str
    kind: str
    item: str | None
    mover: str | None
    seconder: Annotated[str | None, Meta(description="A person; null where nobody is named. See seconded.")]
    seconded: Literal["", "yes", "no"]
    amends: str | None
    result: Annotated[
        str, Meta(description="carried, lost, tied, divided, withdrawn, fell, accepted, not put, open, put.")
    ]
    changes: Annotated[tuple[str, ...], Meta(description="What an amendment would change, in its own words.")]
    texts: Annotated[tuple[Stage, ...], Meta(description="An amendment's are those of what it amends, if carried.")]


class Recorded(Shape, frozen=True):
    """How one member voted, recorded by name. Nobody's vote is ever worked out from a count."""

    person: str
    vote: Direction | Literal["not voting"]
    on_request: Annotated[bool, Meta(description="Whether that member alone required it to be recorded.")]


class Casting(Shape, frozen=True):
    """The casting vote on a tie; it is in none of the figures."""

    person: str
    vote: Literal["for", "against", "declined"]


class Unable(Shape, frozen=True):
    """A member who was in the room and might not vote, and why."""

    person: str
    why: str


class Voted(Shape, frozen=True):
    """A vote. Figures are null where it was not counted; `names` is empty where it was not taken by name."""

    id: str
    questions: tuple[str, ...]
    item: str | None
    clauses: Annotated[tuple[str, ...], Meta(description="The numbers of the clauses put; empty for the whole.")]
    at: datetime | None
    method: str
    direction: Annotated[
        str,
        Meta(description="What a vote for it was for, as said or as its words have it: approval, refusal."),
    ]
    votes_for: int | None
    against: int | None
    abstained: int | None
    unanimous: bool
    result: str
    entitled: Annotated[tuple[str, ...], Meta(description="Who might vote.")]
    unable: tuple[Unable, ...]
    names: tuple[Recorded, ...]
    casting: Casting | None
    recounted: Annotated[bool, Meta(description="Whether a later vote took its place.")]
    facing: Annotated[
        str | None,
        Meta(description="The question that it was put against: a vote against the one was a vote for the other."),
    ] = None


class Task(Shape, frozen=True):
    """An action that was agreed."""

    item: str | None
    owner: str | None
    task: str
    due: date | None


class Decided(Shape, frozen=True):
    """How an item, or a question at it, ended. `how` is by vote, or as declared; `text` is the decision's own words."""

    item: str | None
    question: str | None
    how: Literal["vote", "declared", "minutes", "election", "appointment"]
    result: str
    text: str
    people: tuple[str, ...]


class Fact(Shape, frozen=True):
    """One fact of what happened, by its name: people, items, or values as words."""

    name: str
    people: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


class Happened(Shape, frozen=True):
    """Something else that happened and is minuted by a standing sentence: a petition, a question from the public, a
    minute's silence."""

    item: str | None
    question: str | None
    construct: Annotated[str, Meta(description="What it is, by the id that “clerk explain” explains: PU-10.")]
    at: datetime | None
    facts: tuple[Fact, ...]
    text: Annotated[str, Meta(description="As the house style says it, whatever the clerk made of it afterwards.")]


class Record(Shape, frozen=True):
    """A meeting."""

    schema: str
    version: int
    document: Annotated[Literal["public", "exempt"], Meta(description="The exempt one is not for publication.")]
    status: Literal["draft", "final"]
    meeting: Sitting
    people: tuple[Named, ...]
    attendance: tuple[Attended, ...]
    presiding: tuple[InChair, ...]
    declarations: tuple[Interest, ...]
    items: tuple[Business, ...]
    questions: tuple[Asked, ...]
    votes: tuple[Voted, ...]
    decisions: tuple[Decided, ...]
    actions: tuple[Task, ...]
    happened: Annotated[
        tuple[Happened, ...], Meta(description="Not in files that were written before there was it.")
    ] = ()


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the file."""
    made = msgspec.json.schema(Record)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": " ".join((__doc__ or "").split()),
        **made,
    }
