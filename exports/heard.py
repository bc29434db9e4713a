"""Who was heard on an application, and of what or for whom each spoke; and who was lobbied."""

import re
from typing import Any

from clerk.councils import is_another_council
from clerk.events import Noted
from clerk.meeting.record import Placed
from clerk.shorthand.met import with_capitals
from clerk.shorthand.scope import split_list
from exports.interests import people_called
from exports.style import Names
from exports.writer import Writer


def heard(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Whether a councillor was heard for another council; each with the organisation that is known of them, where the
    line names none, and a councillor who visits with the ward."""
    of = _bodies(writer, event.facts.get("of"))
    council = writer.meeting.setup.council if writer.meeting.setup else ""
    elsewhere: dict[str, Any] = {"of": of, "elsewhere": any(is_another_council(one, council) for one in of)}
    ids = event.named()
    if event.facts.get("how") == "councillor":
        return {**elsewhere, "who": Names(writer.visiting(id_, of, writer.narrative(id_)) for id_ in ids)}
    known = dict.fromkeys(one for id_ in ids if (one := writer.person(id_).organisation))
    if of or not known:
        return elsewhere
    if event.facts.get("how") in ("parish", "town", "community"):
        return {**elsewhere, "of": list(known)}
    return {**elsewhere, "who": Names(_with_organisation(writer, id_) for id_ in ids)}


def _with_organisation(writer: Writer, id_: str) -> str:
    person = writer.person(id_)
    if not person.organisation:
        return writer.public([id_]).names[0]
    return writer.style.text("AT-11", person=person.formal, organisation=person.organisation)


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
