"""What members state beside interests, or instead of one: predetermination, an open mind, an appearance of bias,
arrears of council tax. Whoever leaves for one of these has declared no interest."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from clerk.events import Declared
from clerk.events.interests import STATED
from clerk.meeting.interests import in_force
from exports.blocks import Spans
from exports.style import capital, listed
from exports.writer import Writer


def parted(event: Declared) -> tuple[Declared, str]:
    """A declaration of two kinds as its own sentence says the first, and what is stated after it; "" where one sentence
    says all."""
    if event.also in STATED:
        return replace(event, also=""), event.also
    if event.also and event.kind in STATED:
        return replace(event, kind=event.also, also=""), event.kind
    return event, ""


def stated(writer: Writer, kind: str, count: int, where: str = "") -> str:
    """One kind of declaration as a sentence goes on after "declared": "predetermination in relation to Item 2"."""
    return writer.style.text("DE-08.stated", kind=kind, count=count, where=where)


def also_stated(writer: Writer, event: Declared, kind: str, people: Sequence[str], where: str) -> Spans:
    """The sentence for the second kind: "Councillor Elm also declared an open mind"."""
    said = stated(writer, kind, len(event.members), where)
    facts = {"people": [capital(people[0]), *people[1:]], "joined": event.joined, "stated": said}
    return writer.style.render("DE-08.also", **{**writer.common, **facts})


def what_declared(writer: Writer, people: Sequence[str], items: Iterable[str | None]) -> str:
    """What some people declared in an item, or in one of several, as "having declared" goes on: "an interest" unless
    it is known to have been something else."""
    kinds: set[str] = set()
    for person in people:
        for item in items:
            kinds |= {kind for one in in_force(writer.meeting, person, item or "") for kind in _kinds_of(one)}
    others = [kind for kind in STATED if kind in kinds]
    if not others:
        return stated(writer, "", len(people))
    own = [stated(writer, "", len(people))] if kinds - set(STATED) else []
    return listed([*own, *(stated(writer, kind, len(people)) for kind in others)])


def _kinds_of(declared: object) -> tuple[str, ...]:
    kind, also = str(getattr(declared, "kind", "")), str(getattr(declared, "also", ""))
    return (kind, also) if also else (kind,)
