"""What the library remembers of a body, put beside what a pack says of it (46 and 56 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from clerk.setup.law import CALLED, guess_law
from clerk.setup.profile import BEFORE, DEFAULT, Profiles, shipped
from store.packs.bodies import fuller, known_as
from store.packs.facts import Doubt, Fact, Kind, Pack, Record
from store.packs.names import best_match, key, without_stop
from store.packs.stream import Place

Row = Mapping[str, Any]
MEMORY = Place("the library")
USUAL = Place("what is usual")


class Remembered(Struct):
    """A body and its people as the library has them."""

    body: Row
    people: Sequence[Row] = field(default_factory=list)

    @property
    def name(self) -> str:
        return str(self.body.get("name", ""))

    @property
    def members(self) -> list[Row]:
        """Those of its people who sit on it."""
        return [
            row for row in self.people if row.get("kind", "member") in ("member", "co-optee") and not row.get("gone")
        ]


def spellings(row: Row) -> list[str]:
    """Other ways in which a name has been spelt."""
    found = row.get("spellings", [])
    return [str(each) for each in found] if isinstance(found, list | tuple) else []


def recognise(pack: Pack, library: Iterable[Remembered]) -> Remembered | None:
    """Put remembered names, letters, parties and roles into the pack; what is not clear becomes a doubt.

    Returns the body as remembered, None where it is new.
    """
    known = list(library)
    fact = pack.meeting.facts.get("body")
    if fact is None:
        return None
    name = known_as(fact.value, ((each.name, spellings(each.body)) for each in known))
    remembered = next((each for each in known if each.name == name), None)
    if remembered is None:
        return None
    pack.meeting.put("known as", name, MEMORY, "known.body")
    # A name that was typed with care goes before the one remembered, where neither leaves out more.
    typed = fact.rule == "by hand" and fact.value[:1].isupper() and not fact.value.isupper()
    best = fuller(fact.value, name) if typed else fuller(name, fact.value)
    if best != fact.value:
        pack.meeting.facts["body"] = Fact(best, fact.place, "known.body", "sure")
        pack.meeting.put("body spelt", fact.value, fact.place, "known.body")
    elif best != name:
        pack.meeting.put("body spelt", name, MEMORY, "known.body")
    _settings(pack.meeting, remembered.body)
    _members(pack, remembered)
    return remembered


def forget(pack: Pack) -> None:
    """Take out what came from the library and from usage alone, so that another body can be recognised."""
    pack.doubts = [doubt for doubt in pack.doubts if doubt.rule != "known"]
    _without_memory(pack.meeting)
    pack.meeting.records = [
        record for record in pack.meeting.records if record.kind not in ("member", "substitute") or record.get("name")
    ]


def _without_memory(record: Record) -> None:
    record.facts = {name: fact for name, fact in record.facts.items() if fact.place not in (MEMORY, USUAL)}
    for below in record.records:
        _without_memory(below)


def as_on_the_roll(member: Record, remembered: Remembered) -> None:
    """What the roll knows of a member whose name was typed; nothing of whoever stood there before."""
    _without_memory(member)
    rows = {str(row.get("name", "")): row for row in remembered.members}
    name, how, _ = best_match(member.get("name"), rows)
    if how == "same":
        _take(member, rows[name])


def _settings(meeting: Record, body: Row) -> None:
    for name in ("council", "short", "chair_label", "vice_chair_label", "style", "profile"):
        meeting.put(name, str(body.get(name) or ""), MEMORY, "known.body")
    for name in ("quorum", "venue"):
        meeting.put(name, str(body.get(name) or ""), MEMORY, "known.body", "likely")


def settle_house(pack: Pack, library: Iterable[Remembered], profiles: Profiles | None = None) -> None:
    """Whose rules a body goes by and whose wording its minutes have, where nothing is remembered of it: as the
    library's other bodies do, else as a profile of the user's own says, else as is usual."""
    known, profiles = list(library), profiles or shipped()
    _guess_law(pack, known, profiles)
    law = pack.meeting.facts.get("profile")
    # Papers of another law than the library's bodies go by are another council's: nothing of theirs is taken.
    for name in ("profile", "style") if law is None or law.rule != "usual.law" else ():
        others = {str(each.body[name]) for each in known if each.body.get(name)}
        if len(others) == 1:
            pack.meeting.put(name, others.pop(), MEMORY, "known.council", "likely")
    if "profile" not in pack.meeting.facts:
        own = [council for council in profiles.councils if council not in shipped().councils]
        council = own[0] if len(own) == 1 else DEFAULT
        whose = f"{CALLED[council]} (“{council}”)" if council in CALLED else f"that of “{council}”"
        doubt = (
            f"Nothing says whose rules this body goes by; {whose} is taken: is that so? "
            f"There are: {', '.join(profiles.councils)}."
        )
        pack.meeting.put("profile", council, USUAL, "usual.profile", "unsure", doubt)
    _guess_style(pack.meeting)


def _guess_style(meeting: Record) -> None:
    """Whose wording the minutes have: by the law that the body goes by and what its council is. Where the law is in
    doubt, the same doubt says it; else it is one where it is not Barnet's."""
    law, council = meeting.get("profile"), meeting.get("council") or meeting.get("body")
    if law in ("england-parish", "wales-community"):
        guessed = "parish"
    elif law in ("england", "wales") and _OF_COUNTIES.search(council):
        guessed = "county"
    else:
        guessed = STYLE
    if "style" in meeting.facts:
        return
    law_taken = meeting.facts.get("profile")
    if law_taken is not None and _ASKED in law_taken.doubt:
        others = ", ".join(name for name in STYLES if name != guessed)
        said = f", and its minutes are written in the style “{guessed}” (others: {others}){_ASKED}"
        meeting.facts["profile"] = replace(law_taken, doubt=law_taken.doubt.replace(_ASKED, said, 1))
        meeting.put("style", guessed, USUAL, "usual.style", "likely")
        return
    doubt = (
        "" if guessed == STYLE else f"Taken to be minuted in the style “{guessed}”, by what its council is: is it so?"
    )
    meeting.put("style", guessed, USUAL, "usual.style", "unsure" if doubt else "likely", doubt)


_ASKED = ": is that so?"
_OF_COUNTIES = re.compile(r"\b(?:county|unitary|shire) council\b", re.IGNORECASE)


def _guess_law(pack: Pack, known: Sequence[Remembered], profiles: Profiles) -> None:
    """Whose law a body goes by that is not remembered, by its name and its council's: a doubt until it is confirmed."""
    meeting = pack.meeting
    told = ("council", "body", "venue", "chair_label", "vice_chair_label", "languages")
    law = guess_law([*map(meeting.get, told)])
    if "profile" in meeting.facts or law is None or law.profile not in profiles.councils:
        return
    if law.profile == BEFORE:
        meeting.put("profile", law.profile, USUAL, "usual.profile", "likely")
        return
    others = {str(each.body.get("profile")) for each in known if each.body.get("profile")}
    own = [council for council in profiles.councils if council not in shipped().councils]
    if others == {law.profile} or own:
        # The council's other bodies, or a profile of its own, say more than a name does; bodies of several laws do not.
        return
    doubt = (
        f"Taken to go by {CALLED[law.profile]} (“{law.profile}”), because the papers say “{law.because}”: is that so? "
        f"There are: {', '.join(profiles.councils)}."
    )
    meeting.put("profile", law.profile, USUAL, "usual.law", "unsure", doubt)


STYLE = "barnet"
"""The house style of a body of which nothing says another."""

STYLES = ("barnet", "county", "parish", "plain-english")
"""The house styles that there are, as `exports` has them."""


def _members(pack: Pack, remembered: Remembered) -> None:
    rows = {str(row.get("name", "")): row for row in remembered.members}
    if not rows:
        return
    if not pack.meeting.of("member"):
        pack.meeting.records += [_from_roll(row) for row in remembered.members]
        return
    met: set[str] = set()
    for path, member in list(pack.meeting.walk()):
        if member.kind in ("member", "substitute"):
            met.add(_match(pack, path, member, rows))
    if not pack.meeting.of("substitute"):
        # Few agendas print them.
        reserves = [row for name, row in rows.items() if row.get("substitute") and name not in met]
        pack.meeting.records += map(_from_roll, reserves)
    seated = {name for name, row in rows.items() if not row.get("substitute")}
    for name in sorted(seated - met):
        text = f"{name} was a member at the last meeting and is not on this agenda."
        pack.doubts.append(Doubt(text, rule="known"))


def _named(row: Row) -> str:
    """The name on the roll, without a stop that was kept with it when a line that it ended was read as a list."""
    return without_stop(str(row.get("name") or ""))


def _from_roll(row: Row) -> Record:
    member = Record("substitute" if row.get("substitute") else "member")
    member.put("name", _named(row), MEMORY, "known.roll", "likely")
    for name in ("role", "group"):
        member.put(name, str(row.get(name) or ""), MEMORY, "known.roll", "likely")
    _person(member, row)
    return member


def _person(member: Record, row: Row) -> None:
    """What only the roll knows of a member."""
    kept = (
        "id",
        "letter",
        "title",
        "reference",
        "kind",
        "organisation",
        "scope",
        "category",
        "honorific",
        "honours",
        "ward",
    )
    for name in kept:
        member.put(name, str(row.get(name) or ""), MEMORY, "known.roll")
    if row.get("voting") is False:
        member.put("voting", "no", MEMORY, "known.roll")


def _match(pack: Pack, path: str, member: Record, rows: Mapping[str, Row]) -> str:
    """Finds a member on the roll, and takes what the roll knows. Returns the name on the roll, or ""."""
    printed = member.facts["name"]
    spelt = {spelling: name for name, row in rows.items() for spelling in (name, *spellings(row))}
    exact = spelt.get(printed.value) or next((n for s, n in spelt.items() if key(s) == key(printed.value)), "")
    if exact:
        _take(member, rows[exact])
        return exact
    name, how, others = best_match(printed.value, rows)
    if how in ("same", "likely"):
        _take(member, rows[name])
        if how == "likely":
            doubt = f"“{printed.value}” is taken to be {_named(rows[name])}, who is on the roll."
            member.facts["name"] = Fact(_named(rows[name]), printed.place, "known.spelling", "unsure", doubt)
        return name
    if how == "perhaps":
        doubt = f"“{printed.value}” could be {' or '.join(others[:3])}, on the roll under that name."
        member.facts["name"] = Fact(printed.value, printed.place, "known.spelling", "unsure", doubt)
        return ""
    if member.kind == "member":
        text = f"{printed.value} was not a member at the last meeting."
        pack.doubts.append(Doubt(text, path, "name", "known"))
    return ""


def _take(member: Record, row: Row) -> None:
    printed = member.facts["name"]
    name = _named(row)
    if printed.value != name:
        member.facts["name"] = Fact(name, printed.place, "known.spelling", "sure")
        member.put("spelt", printed.value, printed.place, "known.spelling")
    _person(member, row)
    if group := str(row.get("group") or ""):
        before = member.facts.get("group")
        if before is None or before.sure != "sure":
            member.facts["group"] = Fact(group, MEMORY, "known.roll", "sure")


def recognise_officers(pack: Pack, remembered: Remembered) -> None:
    """Officers met before keep their id, title and possessive."""
    kind: Kind = "officer"
    rows = {str(row["name"]): row for row in remembered.people if row.get("kind") == "officer" and row.get("name")}
    for officer in pack.meeting.of(kind):
        name, how, _ = best_match(officer.get("name"), rows) if officer.get("name") else ("", "", [])
        if how in ("same", "likely"):
            for field_ in ("id", "title", "possessive", "organisation"):
                officer.put(field_, str(rows[name].get(field_) or ""), MEMORY, "known.officer")
