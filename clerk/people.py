"""People are persons and seats, never text: every name that is printed comes from here (A9)."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clerk.surnames import surname_of

PersonKind = Literal["member", "co-optee", "councillor", "officer", "speaker", "partner"]
"""`councillor` is a councillor who does not sit on the body; `speaker` a member of the public."""

Office = Literal["", "chair", "vice-chair"]


class Suspension(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """Days on which a member is suspended, both included, from the `bodies` named; from every body where none is."""

    since: date
    until: date | None = None
    bodies: tuple[str, ...] = ()

    def holds(self, day: date, body: str) -> bool:
        """Whether the member is suspended on a day from a body."""
        named = {" ".join(name.casefold().split()) for name in self.bodies}
        here = not named or " ".join(body.casefold().split()) in named
        return here and self.since <= day and (self.until is None or day <= self.until)


class Proxy(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """Who votes for a member, and on which days, where the law lets a member name someone (`vote.proxies`)."""

    holder: str
    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is a day on which the holder votes."""
        return self.since <= day and (self.until is None or day <= self.until)


class Person(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Someone who can be named in the minutes.

    `name` may be "" for an officer known only by post. `title` is what stands before the name; a councillor without
    one is "Councillor". `possessive` ("her") is printed in "presented her report"; unset, "the" stands there.
    `voting` is False for a non-voting co-optee, `scope` the subject on which a voting one may vote (V22). `category` is
    one that a composite quorum asks for ("health", Q7), `office_ended` the last day on the council (A10).
    `reference` is the person's id in the system that the name came from, `lasting_id` the library's, which is the same
    at every meeting; `id` is of this meeting alone. `honorific` ("Dr", "Rt Hon") stands before a councillor's name and
    `honours` ("MBE JP") after it, in a style that prints them; neither is part of `name`.
    `ward` is the ward or division of a councillor. `apart` tells the person from another of the same name, at this
    meeting: worked out from all who are known, never recorded.
    `suspended` are days without office (A13), `trained_planning` the day of the training (V29), `proxies` who votes for
    the person (V19).
    """

    id: str
    name: str
    kind: PersonKind = "member"
    title: str = ""
    post: str = ""
    organisation: str = ""
    group: str = ""
    possessive: str = ""
    voting: bool = True
    scope: str = ""
    category: str = ""
    office_ended: date | None = None
    reference: str = ""
    lasting_id: str = ""
    honorific: str = ""
    honours: str = ""
    suspended: tuple[Suspension, ...] = ()
    trained_planning: date | None = None
    proxies: tuple[Proxy, ...] = ()
    ward: str = ""
    apart: str = ""

    def suspended_on(self, day: date, body: str) -> Suspension | None:
        """The suspension in force on a day from a body, if there is one (A13)."""
        return next((one for one in self.suspended if one.holds(day, body)), None)

    def proxy_on(self, day: date) -> str:
        """The id of whoever votes for the person on a day, "" for nobody (V19)."""
        return next((one.holder for one in self.proxies if one.holds(day)), "")

    @property
    def surname(self) -> str:
        """The last word of the name, with what belongs to it: "Weeden-Sanz", "van der Berg"."""
        return surname_of(self.name)

    @property
    def last_word(self) -> str:
        """The last word of the surname, by which it is said and typed in short: "Berg" of "van der Berg"."""
        return self.surname.rpartition(" ")[2]

    @property
    def is_councillor(self) -> bool:
        """Whether the person is addressed as Councillor (AT-11: co-optees and partners are not)."""
        return self.kind in ("member", "councillor")

    @property
    def style(self) -> str:
        """What is printed before the name: "Councillor", "Ms" or nothing."""
        return self.title or ("Councillor" if self.is_councillor else "")

    @property
    def told(self) -> str:
        """The name, with what tells the person from another of that name: "David Lorne (Cobham)"."""
        return f"{self.name} ({self.apart})" if self.apart else self.name

    @property
    def formal(self) -> str:
        """The full form: "Councillor Sara Conway"; "the Head of Libraries" where only the post is known."""
        if not self.name:
            return f"the {self.post}"
        return f"{self.style} {self.told}".strip()

    @property
    def beside_the_post(self) -> "Person":
        """The same, where the post stands beside the name and tells the person apart already."""
        return replace(self, apart="") if self.apart and self.apart == self.post else self

    @property
    def brief(self) -> str:
        """The form used once a person has been introduced: "Ms Vale", "Councillor Ashdown", "Jo Reed"."""
        if not self.name:
            return f"the {self.post}"
        if self.apart or self.style.rpartition(" ")[2] in _WITH_FIRST_NAME:
            return self.formal
        return f"{self.style} {self.surname}" if self.style else self.name


def told_apart(people: Mapping[str, Person]) -> Mapping[str, Person]:
    """People, those of one name each with what tells them apart: the ward or division, else the post, the group or the
    organisation. What none of these tells apart stays as it was (A9)."""
    named: dict[str, list[Person]] = {}
    for person in people.values():
        if person.name:
            named.setdefault(f"{person.style} {person.name}".casefold(), []).append(person)
    apart: dict[str, str] = {}
    for same in named.values():
        if len(same) > 1:
            apart |= next(filter(None, (_by(same, what) for what in _TELLS)), {})
    changed = {
        id_: replace(person, apart=apart.get(id_, ""))
        for id_, person in people.items()
        if person.apart != apart.get(id_, "")
    }
    return {**people, **changed} if changed else people


_TELLS = ("ward", "post", "group", "organisation")


def _by(same: list[Person], what: str) -> dict[str, str]:
    said = [str(getattr(person, what)) for person in same]
    alike = len({one.casefold() for one in said}) < len(said)
    return {} if alike or not all(said) else {person.id: one for person, one in zip(same, said, strict=True)}


_WITH_FIRST_NAME = ("Sir", "Dame")
"""Titles that no surname alone follows: "Sir Denzil", never "Sir Oakes"."""


class Seat(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A place on the body. `holder` is the person appointed to it, None where it is vacant; `letter` is the key that
    stands for it at the desk, kept for the body from meeting to meeting."""

    id: str
    holder: str | None = None
    office: Office = ""
    letter: str = ""


def letter_seats(names: list[str], taken: dict[str, str] | None = None) -> list[str]:
    """A letter for each seat, in the order of `names`: the surname's initial where free, else the next letter of the
    surname or name that is free, else any. Above 26 seats, two-letter codes; where those run out, "".

    `taken` keeps the letters that the body already uses, by name; of two that have the same, the first keeps it.
    """
    wide = len(names) > 26
    codes: dict[int, str] = {}
    for number, name in enumerate(names):
        code = (taken or {}).get(name, "")
        if len(code) == (2 if wide else 1) and code not in codes.values():
            codes[number] = code
    used = set(codes.values())
    for number, name in enumerate(names):
        if number not in codes:
            codes[number] = next((code for code in _candidates(name, wide) if code not in used), "")
            used.add(codes[number])
    return [codes[number] for number in range(len(names))]


_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def _candidates(name: str, wide: bool) -> list[str]:
    surname = "".join(c for c in surname_of(name).lower() if c in _ALPHABET)
    given = "".join(c for c in name.lower() if c in _ALPHABET)
    own = list(surname + given)
    if not wide:
        return own + list(_ALPHABET)
    first = surname[:1] or "a"
    return [first + c for c in surname[1:] + given + _ALPHABET] + [a + b for a in _ALPHABET for b in _ALPHABET]
