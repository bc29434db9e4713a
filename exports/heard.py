"""Who was heard on an application, and of what or for whom each spoke; who was let speak; and who was lobbied."""

import re
from typing import Any

from clerk.agenda import Item
from clerk.councils import is_another_council
from clerk.events import Noted, PersonMet
from clerk.meeting.record import Placed
from clerk.shorthand.met import with_capitals
from clerk.shorthand.scope import split_list
from exports.interests import people_called
from exports.organisations import is_a_body
from exports.style import Names
from exports.writer import Writer


def heard(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Whether a councillor was heard for another council; each with the organisation that is known of them, where the
    line names none, and a councillor who visits with the ward."""
    of = _bodies(writer, event.facts.get("of"))
    council = writer.meeting.setup.ours if writer.meeting.setup else ""
    other = any(is_another_council(one, council) for one in of)
    elsewhere: dict[str, Any] = {"of": of, "elsewhere": other, "itself": False, "stated": False}
    ids = event.named()
    if (itself := _organisations(writer, event, of)) and (not ids or not of):
        # An organisation says nothing for itself but by somebody: what was read out is its statement.
        stated = bool(event.facts.get("read"))
        said = {"who": Names(itself), "who_count": len(itself), "of": [], "itself": True, "stated": stated}
        return elsewhere | said
    if event.facts.get("how") == "councillor":
        return {**elsewhere, "who": Names(writer.visiting(id_, of, writer.narrative(id_)) for id_ in ids)}
    known = dict.fromkeys(one for id_ in ids if (one := writer.person(id_).organisation))
    if of or not known:
        return elsewhere
    if event.facts.get("how") in ("parish", "town", "community", "authority", "holder"):
        # Whom they speak for is said by that; it is no post of theirs.
        return {**elsewhere, "of": list(known), "who": Names(writer.narrative(id_) for id_ in ids)}
    return {**elsewhere, "who": Names(_with_organisation(writer, id_) for id_ in ids)}


_COUNCILS = {"parish": "the Parish Council", "town": "the Town Council", "community": "the Community Council"}
"""Councils that are heard, where none is named."""


def _organisations(writer: Writer, event: Noted, of: list[str]) -> list[str]:
    """The organisations that were heard themselves: no person is named, or what is named is no person."""
    ids, how = event.named(), str(event.facts.get("how", ""))
    if not ids:
        return of or [_COUNCILS[how]] if of or how in _COUNCILS else []
    people = [writer.person(id_) for id_ in ids]
    bodies = [one.name for one in people if one.kind == "speaker" and not one.organisation and is_a_body(one.name)]
    return bodies if len(bodies) == len(ids) else []


def at_hearing(writer: Writer, item: Item | None) -> bool:
    """Whether an item is heard with parties, who make representations and do not register to speak: by the body, or by
    what it is on."""
    return writer.body.kind == "licensing" or (item is not None and bool(_HEARING.search(item.title)))


_HEARING = re.compile(
    r"\b(?:applications?|reviews?|variations?|transfers?)\b.*\b(?:licen[cs]es?|permits?|certificates?)\b|\bhearing\b",
    re.IGNORECASE,
)


def allowed(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Whether the body resolved that someone be heard, and on whose motion: it is said to have been, or was voted on
    directly before. Else the chair allowed it."""
    by = [
        f"the {writer.chair_label}" if writer.is_chairman(id_, placed) else writer.with_post(id_)
        for id_ in event.named("by")
    ]
    before = [p for p in writer.before(placed) if not isinstance(p.event, PersonMet)]
    votes = {vote.event: vote for vote in writer.meeting.votes.values()}
    voted = votes.get(before[-1].id) if before and before[-1].event.item == event.item else None
    asked = writer.questions(voted.questions) if voted is not None and voted.carried else ()
    carried = any(_TO_BE_HEARD.search(clause.text) for question in asked for clause in question.base)
    resolved = bool(by or event.facts.get("agreed") or carried)
    return {"resolved": resolved, "mover": "".join(by[:1]), "seconder": "".join(by[1:2])}


_TO_BE_HEARD = re.compile(r"\b(?:heard|speak|address)\b", re.IGNORECASE)
"""Words of a motion that someone be heard."""


def _with_organisation(writer: Writer, id_: str) -> str:
    person = writer.person(id_)
    if not person.organisation:
        return writer.public([id_]).names[0]
    return writer.of_body(id_, person.organisation)


def lobbied(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Who was lobbied: everybody at once as "all Members"."""
    return {"who": Names(people_called(writer, event.named(), placed))}


def _bodies(writer: Writer, value: object) -> list[str]:
    """Firms, societies, councils and wards as they were typed, which are never taken for a person; a firm of an older
    record was met like one, and stands there by the id."""
    if isinstance(value, tuple):
        return [writer.known(one).name or one for one in value]
    if not isinstance(value, str) or not value:
        return []
    # A comma and a space stand within the name of one firm: "Lee, May and Orr LLP".
    each = split_list(value) if re.search(r'"\s*,|,(?=\S)', value) else [value.strip().strip('"')]
    return [with_capitals(one) for one in each]
