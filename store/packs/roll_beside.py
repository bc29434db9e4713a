"""What stands beside a name on a list of members: whom a co-optee speaks for, what an office is called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from store.packs.bodies import same_body
from store.packs.facts import Doubt, Record
from store.packs.names import bare_name, honorific, is_office, office_in
from store.packs.stream import Line


def co_optee(one: Record, printed: str, voting: str, line: Line, sent: str = "") -> None:
    """Mark a co-optee, with whom they speak for in brackets, or as the heading of the list says it (`sent`)."""
    silent = bool(re.search(r"\bnon-?voting\b", printed, re.IGNORECASE))
    open_to_doubt = voting in ("", "perhaps") and not silent
    asked = f"“{bare_name(printed)}” is taken for a co-opted member with a vote: is that so?" if open_to_doubt else ""
    one.put("kind", "co-optee", line, "roll.co-optee", "unsure" if asked else "sure", asked)
    one.put("title", honorific(printed), line, "roll.co-optee")
    one.facts.pop("honorific", None)
    if voting == "no" or silent:
        one.put("voting", "no", line, "roll.co-optee")
    for speaks_for in re.findall(r"\(([^()]{3,80}?)(?:\s*[,–-]\s*non-?voting)?\)", printed, re.IGNORECASE):
        if not _FOR_NOBODY.fullmatch(speaks_for) and not is_office(speaks_for):
            one.put("organisation", speaks_for, line, "roll.co-optee", "likely")
    one.put("organisation", sent, line, "roll.co-optee", "likely")


_FOR_NOBODY = re.compile(
    r"(?:(?:non-?)?voting|co-?opted|appointed|added)?\s*(?:members?|co-?optees?|representatives?)?", re.IGNORECASE
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
