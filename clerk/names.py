"""Finding the person that a few letters mean: any unambiguous part of a name, initials, or the person's id."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from clerk.people import Person

SIGNS = frozenset("!?;:@#=<>|*+%")
"""Signs of which a name has none, mostly; what else stands between letters is passed over."""


class Unclear(ValueError):
    """What was typed does not say one thing; the message is a sentence for the clerk. Nothing of it is recorded."""


class NobodyCalled(Unclear):
    """There is no one of that name."""


def plain(text: str) -> str:
    """A name for comparison: no case, accents, hyphens, apostrophes or dots."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in bare if c.isalnum() or c == " ").strip()


def find_person(people: Iterable[Person], typed: str) -> Person:
    """The one person that is meant. Raises `Unclear`, naming the nearest, where there is more than one, and its
    `NobodyCalled` where there is none."""
    everyone = list(people)
    wanted = plain(typed)
    if not wanted:
        raise Unclear("A name is missing here.")
    in_post = [person for person in everyone if person.post]
    the_post = wanted.removeprefix("the ") if wanted.startswith("the ") else ""
    for meant, name in ((everyone, wanted), _without_style(everyone, wanted), (in_post, the_post)):
        for matches in _tiers(meant, name) if name else ():
            if len(matches) == 1:
                return _as_written(matches[0], typed)
            if matches:
                raise Unclear(f"“{typed}” could be {_either(matches)}. Type a little more{_ids(matches)}.")
    raise NobodyCalled(f"There is nobody called “{typed}” here.{_nearest(everyone, wanted)}")


def names_alone(people: Iterable[Person], typed: str) -> bool:
    """Whether a word can be nobody and nothing else: a name in full, or an id that is no part of its person's name."""
    wanted = plain(typed)
    return any(
        (wanted == plain(person.name) and " " in wanted)
        or (wanted == plain(person.id) and wanted not in plain(person.name).split())
        for person in people
    )


def fits_whole(people: Iterable[Person], typed: str) -> bool:
    """Whether a word is somebody's id, surname, other name or initials: more than a part of one."""
    wanted = plain(typed)
    return any(
        wanted in (plain(person.id), _initials(person), *surnames(person), *plain(person.name).split())
        for person in people
    )


def surnames(person: Person) -> tuple[str, ...]:
    """What is typed for someone's surname, for comparison: the whole of it, and its last word."""
    return plain(person.surname), plain(person.last_word)


def _initials(person: Person) -> str:
    return "".join(word[0] for word in plain(person.name).split())


def _as_written(person: Person, typed: str) -> Person:
    # A sign may have been meant for something: that it did nothing must not pass in silence.
    if stray := [sign for sign in typed if sign in SIGNS and sign not in person.name + person.post]:
        raise Unclear(f"“{typed}”: the “{stray[0]}” is no part of the name of {person.formal}.")
    return person


def _tiers(people: list[Person], wanted: str) -> Iterable[list[Person]]:
    named = [(person, plain(person.name)) for person in people]
    yield [person for person in people if plain(person.id) == wanted]
    yield [person for person, name in named if wanted in _told_apart(person)]
    yield [person for person, name in named if name == wanted or wanted in surnames(person)]
    yield [person for person, name in named if wanted in name.split()]
    yield [person for person, name in named if "".join(word[0] for word in name.split()) == wanted]
    yield [person for person, name in named if _initial_and_surname(name, wanted)]
    yield [person for person, name in named if any(word.startswith(wanted) for word in name.split())]
    yield [person for person, name in named if wanted in name]
    yield [person for person in people if person.post and wanted in plain(person.post)]


def _told_apart(person: Person) -> tuple[str, ...]:
    """What may be typed for one who shares a name: the name, or the surname, with what tells the two apart."""
    more = {plain(said) for said in (person.apart, person.ward) if said} if person.apart else set()
    return tuple(f"{name} {said}" for said in more for name in (plain(person.name), *surnames(person)))


_STYLES = {"cllr": "councillor", "clr": "councillor", "mister": "mr"}


def _without_style(people: list[Person], wanted: str) -> tuple[list[Person], str]:
    """A name without what people are called before it ("cllr oak", "ms reed"), and those who are called so; "" where it
    begins with nothing of the kind."""
    first, _, rest = wanted.partition(" ")
    style = _STYLES.get(first, first)
    so_called = [person for person in people if style in (plain(person.style), *plain(person.honorific).split())]
    return so_called, rest.strip()


def _initial_and_surname(name: str, wanted: str) -> bool:
    """Whether what was typed is the first letter, or letters, of a name's first words with its last: "k gurung"."""
    *first, last = wanted.split()
    *own, surname = name.split() or [""]
    if not first or last != surname or len(first) > len(own):
        return False
    return all(mine.startswith(typed) for typed, mine in zip(first, own, strict=False))


def _either(people: list[Person]) -> str:
    names = [person.formal for person in people[:4]]
    more = f" or {len(people) - 4} others" if len(people) > 4 else ""
    return " or ".join(names) + more


def _ids(people: list[Person]) -> str:
    """ ", or an id: elm-dora for Councillor Dora Elm, …": an id means one person whatever others are called; "" of
    many."""
    few = people if len(people) <= _FEW else []
    return ", or an id: " + ", ".join(f"{person.id} for {person.formal}" for person in few) if few else ""


_FEW = 4
"""As many ids as a line can offer and still be read."""


def _nearest(people: list[Person], wanted: str) -> str:
    words: dict[str, Person] = {}
    for person in people:
        for word in (plain(person.surname), plain(person.name), *plain(person.name).split()):
            words.setdefault(word, person)
    known = [word for word in words if word]
    near = get_close_matches(wanted, known, n=1, cutoff=0.5)
    # Of a whole name the surname tells more than letters that two names happen to share.
    own = get_close_matches(wanted.rpartition(" ")[2], [plain(p.surname) for p in people if p.surname], n=1, cutoff=0.7)
    near = own if " " in wanted and own and (not near or " " not in near[0]) else near
    nearest = f" Nearest: {words[near[0]].formal}." if near else ""
    if near and " " not in wanted:
        return nearest
    # A whole name is rather somebody new.
    return f"{nearest} Whoever is new is made known first: a member by :members, anyone else by :person."


def nearest_word(typed: str, known: Iterable[str]) -> str:
    """ " Nearest: …." for a message, or "" where nothing is near."""
    near = get_close_matches(typed, list(known), n=1, cutoff=0.5)
    return f" Nearest: {near[0]}." if near else ""
