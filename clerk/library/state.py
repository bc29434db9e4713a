"""What is known of the library: every fact that counts, in order, and what they add up to. A value."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from clerk.library.facts import (
    BodiesJoined,
    BodiesParted,
    BodySucceeded,
    BodyUnder,
    Fact,
    HoldLifted,
    HoldPlaced,
    PersonsJoined,
    PersonsParted,
)

Kind = TypeVar("Kind", bound=Fact)


class Told(Struct, frozen=True):
    """A fact as told: under its own id, when (UTC) and by whom."""

    id: str
    recorded: datetime
    by: str
    fact: Fact

    @property
    def day(self) -> date:
        """The day on which it was told, as the clocks of this machine have it."""
        return self.recorded.astimezone().date()


class Library(Struct, frozen=True, dict=True):
    """All that the library was told: `told` counts, in order, the later word last; `void` was taken back.

    `newer`: something in it is not understood, so nothing more is told here. `troubles` are sentences on journals that
    could not be read whole.
    """

    told: tuple[Told, ...] = ()
    void: tuple[Told, ...] = ()
    newer: bool = False
    troubles: tuple[str, ...] = ()

    def of(self, kind: type[Kind]) -> Iterator[tuple[Told, Kind]]:
        """Every fact of a kind that counts, the later word last."""
        return ((one, one.fact) for one in self.told if isinstance(one.fact, kind))

    @cached_property
    def known_by(self) -> dict[str, str]:
        """By which lasting id each is known that was joined to another; one that stands alone is not among them.

        Of two that were joined and parted, the later word counts. Three that are joined in a ring are one person.
        """
        said: list[tuple[str, str, bool]] = []
        for one in self.told:
            match one.fact:
                case PersonsJoined(person=person, other=other):
                    said.append((person, other, True))
                case PersonsParted(person=person, other=other):
                    said.append((person, other, False))
        return _above(said)

    @cached_property
    def bodies_known_by(self) -> dict[str, str]:
        """The same of bodies, by their lasting ids."""
        said: list[tuple[str, str, bool]] = []
        for one in self.told:
            match one.fact:
                case BodiesJoined(body=body, other=other):
                    said.append((body, other, True))
                case BodiesParted(body=body, other=other):
                    said.append((body, other, False))
        return _above(said)

    def body(self, id_: str) -> str:
        """The lasting id by which a body is known, given any that it ever had."""
        return self.bodies_known_by.get(id_, id_)

    def ids_of_body(self, id_: str) -> frozenset[str]:
        """Every lasting id that is of the same body as this one; none for none."""
        known = self.body(id_)
        return frozenset((known, *(one for one, by in self.bodies_known_by.items() if by == known))) - {""}

    def same_body(self, one: tuple[str, str], other: tuple[str, str]) -> bool:
        """Whether two bodies, each its name and id, are one: by their ids where both have one, else by name."""
        return self.body(one[1]) == self.body(other[1]) if one[1] and other[1] else one[0] == other[0]

    def successors_of(self, body: str, id_: str = "") -> frozenset[str]:
        """The bodies that do now what one did, their names and ids: its successors, and theirs. It is known by its id
        where both have one, else by name."""
        found: set[str] = set()
        look = [(body, id_)]
        while look:
            here = look.pop()
            for _, fact in self.of(BodySucceeded):
                by = (fact.by, fact.by_id)
                itself = self.same_body((body, id_), by)
                if self.same_body(here, (fact.body, fact.body_id)) and fact.by not in found and not itself:
                    found |= {fact.by, *self.ids_of_body(fact.by_id)}
                    look.append(by)
        return frozenset(found - {body, id_, ""})

    def approvers_of(self, body: str, id_: str = "") -> frozenset[str]:
        """The other bodies that may approve a body's minutes, their names and ids: its successors, and the body that
        it is a part of; a successor's successor may, a parent's parent may not."""
        parents = [one for _, one in self.of(BodyUnder) if self.same_body((body, id_), (one.body, one.body_id))]
        found = {name for one in parents for name in (one.parent, *self.ids_of_body(one.parent_id))}
        return (self.successors_of(body, id_) | found) - {body, id_, ""}

    def held(self, own: tuple[str, ...]) -> str:
        """Why nothing of a meeting, known by any of its ids, may be disposed of; "" where it may."""
        reason = ""
        for one in self.told:
            match one.fact:
                case HoldPlaced(meeting=meeting, reason=why) if meeting in own:
                    reason = why
                case HoldLifted(meeting=meeting) if meeting in own:
                    reason = ""
        return reason

    def lasting(self, id_: str) -> str:
        """The lasting id by which a person is known, given any that the person ever had."""
        return self.known_by.get(id_, id_)

    def ids_of(self, id_: str) -> frozenset[str]:
        """Every lasting id that is of the same human as this one."""
        known = self.lasting(id_)
        return frozenset((known, *(one for one, by in self.known_by.items() if by == known)))


def _above(said: Iterable[tuple[str, str, bool]]) -> dict[str, str]:
    """By which id each is known that was joined to another, after what was said of pairs, joined or parted."""
    pairs: dict[frozenset[str], tuple[str, str]] = {}
    for one, other, joined in said:
        pairs.pop(frozenset((one, other)), None)
        if joined and one != other:
            pairs[frozenset((one, other))] = (one, other)
    above: dict[str, str] = {}

    def top(id_: str) -> str:
        while id_ in above:
            id_ = above[id_]
        return id_

    for one, other in pairs.values():
        first, second = top(one), top(other)
        if first != second:
            above[second] = first
    return {id_: top(id_) for id_ in above}
