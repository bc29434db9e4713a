"""Bodies over meetings: each by its lasting id, whatever it is or was called, and who came after it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from clerk.library.facts import BodyRenamed
from clerk.library.state import Library
from clerk.names import plain


class Body(Struct, frozen=True):
    """A body as the library knows one: `id` for ever, `name` as last written, of which `council`; `also` are the names
    that it had before, or that others had which were joined to it, whose ids are `joined`. One of which only older
    records are kept has no id."""

    id: str
    name: str
    council: str = ""
    also: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """All ids that it has."""
        return frozenset((self.id, *self.joined)) - {""}

    @property
    def names(self) -> frozenset[str]:
        """All names that it has had."""
        return frozenset((self.name, *self.also))

    def called(self, name: str) -> "Body":
        """The body with another name from now on, or the one that it has."""
        also = tuple(dict.fromkeys(one for one in (*self.also, self.name) if one != name))
        return Body(self.id, name, self.council, also, self.joined)


_COUNCIL = frozenset({"council", "full council", "council meeting", "full council meeting", "meeting of the council"})
_SHORT = (
    (r"&", " and "),
    (r"\b(?:c(?:omm?)?tt?ee|ctte|cte|cmte)\b\.?", "committee"),
    (r"\bsub[\s-]*committee\b", "subcommittee"),
    (r"^\s*the\b|\b(?:of|for) the\b", " "),
)
"""How papers and clerks write the name of a body, and what it is read as."""


def spelt_out(name: str) -> str:
    """A body's name for comparison, whatever its signs and short forms."""
    said = name.casefold()
    for short, long in _SHORT:
        said = re.sub(short, long, said)
    return " ".join(plain(said).split())


_SMALL = ("and", "of", "for", "the")


def _initials(name: str) -> str:
    return "".join(word[0] for word in spelt_out(name).split() if word not in _SMALL)


def _shortened(wanted: str) -> str:
    """The initials that a name as it is written stands for: "HCC", "P&R Committee"; "" where it is no such."""
    words = [word for word in wanted.split() if word not in _SMALL]
    if len(words) > 1 and any(len(word) == 1 for word in words):
        return "".join(word[0] for word in words)
    return words[0] if len(words) == 1 and len(words[0]) > 1 else " "


class Bodies(Struct, frozen=True):
    """Every body that is known, and what the library was told of them."""

    known: tuple[Body, ...] = ()
    told: Library = Library()

    def of(self, name: str, id_: str = "") -> Body:
        """The body of a record: by its id, else by a name that it has or had, else by that name alone."""
        by_id = next((one for one in self.known if id_ in one.ids), None)
        return by_id or (Body(id_, name) if id_ else self.named(name) or Body("", name))

    def named(self, name: str, council: str = "") -> Body | None:
        """The body of a name within a council: by the name that it has, else by one that it had."""
        here = [one for one in self.known if not council or one.council in ("", council)]
        now = [one for one in here if plain(one.name) == plain(name)]
        before = [one for one in here if plain(name) in map(plain, one.also)]
        return next(iter((*now, *before)), None)

    def is_like(self, typed: str, name: str, id_: str = "") -> bool:
        """Whether a name as it is typed, or a part of one, is a name that the body of a record has or had."""
        return any(plain(typed) in plain(one) for one in (name, *self.of(name, id_).names))

    def goes_to(self, to: str, name: str, id_: str = "", council: bool = False) -> bool:
        """Whether what is sent `to` a body, as it was written, is for the body of this name and id: that is it, under
        whatever name, or does now what it did. "Council" and "Full Council" mean the council's own meeting; a part of
        a name, or its initials, will do where they are one body's alone, and “&”, “Cttee” and “Sub-Committee” are
        read as they are meant."""
        wanted = spelt_out(to)
        if council and wanted in _COUNCIL:
            return True
        return any(self._is(one, name, id_) for one in self._meant(wanted, name, id_))

    def _meant(self, wanted: str, name: str, id_: str) -> Iterator[Body]:
        everyone = {one.id or one.name: one for one in (*self.known, self.of(name, id_))}.values()
        called = {one: [spelt_out(other) for other in one.names] for one in everyone}
        meant = next((one for one, names in called.items() if wanted in names), None)
        if meant is None:
            like = [one for one, names in called.items() if wanted and any(wanted in other for other in names)]
            short = [one for one in everyone if _shortened(wanted) in map(_initials, one.names)]
            found = like or short
            meant = found[0] if len(found) == 1 else Body("", wanted)
        yield meant
        for after in self.told.successors_of(meant.name, meant.id):
            yield next((one for one in self.known if after in one.ids), self.named(after) or Body("", after))

    def _is(self, one: Body, name: str, id_: str) -> bool:
        return id_ in one.ids if one.ids and id_ else spelt_out(name) in map(spelt_out, one.names)


def joined(known: dict[str, Body], told: Library) -> dict[str, Body]:
    """Bodies by the ids by which they are known, those that were joined being one."""
    found = {id_: one for id_, one in known.items() if told.body(id_) == id_}
    for id_, one in known.items():
        if (by := told.body(id_)) != id_:
            first = found.get(by) or Body(by, one.name, one.council)
            also = tuple(dict.fromkeys(name for name in (*first.also, *one.names) if name != first.name))
            found[by] = Body(by, first.name, first.council or one.council, also, (*first.joined, id_))
    return found


def renamed(known: dict[str, Body], told: Library) -> dict[str, Body]:
    """Bodies by their ids, each called as the library was told last."""
    for _, fact in told.of(BodyRenamed):
        one = known.get(fact.body_id) or Body(fact.body_id, fact.body)
        known = known | {one.id: one.called(fact.name)}
    return known
