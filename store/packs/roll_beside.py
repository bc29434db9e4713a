"""What stands beside a name on a list of members: whom a co-optee speaks for, what an office is called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from clerk.surnames import surname_of
from store.packs.bodies import same_body
from store.packs.facts import Doubt, Record
from store.packs.names import bare_name, honorific, is_office, key, office_in
from store.packs.stream import Line


def co_optee(one: Record, printed: str, voting: str, line: Line, sent: str = "") -> None:
    """Mark a co-optee, with whom they speak for in brackets, or as the heading of the list says it (`sent`)."""
    silent = bool(NO_VOTE.search(printed))
    open_to_doubt = voting in ("", "perhaps") and not silent and not _WITH_A_VOTE.search(printed)
    asked = (
        f"“{bare_name(printed)}” is taken for a co-opted member with a vote: is that so? Without one, type “, no vote” "
        "behind the name."
        if open_to_doubt
        else ""
    )
    one.put("kind", "co-optee", line, "roll.co-optee", "unsure" if asked else "sure", asked)
    one.put("title", honorific(printed), line, "roll.co-optee")
    one.facts.pop("honorific", None)
    if voting == "no" or silent:
        one.put("voting", "no", line, "roll.co-optee")
    for speaks_for in re.findall(rf"\(([^()]{{3,80}}?)(?:\s*[,–-]\s*{_OF_VOTES})?\)", printed, re.IGNORECASE):
        if not _FOR_NOBODY.fullmatch(speaks_for) and not is_office(speaks_for):
            one.put("organisation", speaks_for, line, "roll.co-optee", "likely")
    one.put("organisation", sent, line, "roll.co-optee", "likely")


_OF_VOTES = r"(?:non-?voting|no vote|without a vote|not voting|voting|with a vote)"
NO_VOTE = re.compile(r"\b(?:non-?voting|no vote|without (?:a )?vot(?:e|ing)(?: rights)?|not voting)\b", re.IGNORECASE)
"""What says that somebody has no vote."""

_WITH_A_VOTE = re.compile(r"\b(?:with a vote|with voting rights|(?<!non-)(?<!non)(?<!not )voting)\b", re.IGNORECASE)
_FOR_NOBODY = re.compile(
    r"(?:no vote|without a vote|with a vote)|(?:(?:non-?)?voting|co-?opted|appointed|added)"
    r"?\s*(?:members?|co-?optees?|representatives?)?",
    re.IGNORECASE,
)
"""What is said of a co-optee and names nobody for whom they speak."""

Civic = tuple[Record | None, str, Line]
"""A member who holds an office of the council's own, what it is called, and where it says so."""


def preside(meeting: Record, civic: Sequence[Civic]) -> None:
    """Take the Mayor of a list without a chair for the one in the chair, and doubt it."""
    if any(member.get("role") == "chair" for member in meeting.of("member")):
        return
    for member, printed, line in civic:
        if member is not None and (office := office_in(printed)):
            words = f"“{member.get('name')}” is called {printed}, and is taken for the {office}: is that so?"
            member.put("role", office, line, "roll.civic", "unsure", words)
            labelled(meeting, office, printed, line)


def of_others(meeting: Record, lists: Mapping[str, Sequence[str]]) -> list[Doubt]:
    """What is doubtful of lists of members that are headed with the name of another body than the one that meets."""
    body = meeting.get("body")
    return [
        Doubt(f"The list of members is headed “{other}”, but the meeting is of the {body}: is it the right list?")
        for other in lists
        if body and not same_body(other, body) and other.casefold() not in body.casefold()
    ]


def labelled(meeting: Record, office: str, printed: str, line: Line) -> None:
    """Keep what an office is called, as the body prints it: "VICE CHAIRMAN" is "Vice-Chairman"."""
    words = " ".join(word.capitalize() for word in re.split(r"[\s-]+", printed.strip(" ()")))
    words = re.sub(r" Of The .*$", "", words)
    if office:
        meeting.put(f"{office.replace('-', '_')}_label", re.sub(r"^(Vice|Is) ", r"\1-", words), line, "roll.label")


def by_surname(name: str, everyone: Sequence[Record], line: Line, surnames: list[str]) -> Record | None:
    """The one member that a list above gave by surname alone, whose whole name this is; or whose surname it is.
    `surnames` are those that no list gave more of."""
    whole, fits = key(name), []
    for record in everyone:
        other = record.get("name")
        if name != other and (whole.endswith(f" {key(other)}") or key(other).endswith(f" {whole}")):
            fits.append(record)
    if len(fits) != 1 or all(surname_of(one) != one for one in (name, fits[0].get("name"))):
        return None
    fact = fits[0].facts["name"]
    if len(whole) > len(key(fact.value)):
        fits[0].put("spelt", fact.value, fact.place, "roll.surname", "likely")
        fits[0].facts["name"] = replace(fact, value=name, place=line.place, sure="sure")
        surnames[:] = [each for each in surnames if each != fact.value]
    return fits[0]
