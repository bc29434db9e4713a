"""Whether a motion stood on the agenda in its mover's name (CN-04)."""

import re

from clerk.agenda import Item, whole_of
from exports.writer import Writer

_OF_MOTIONS = re.compile(
    r"\bmotions?\b|\bpolicy item\b|\b(?:administration|opposition) (?:business|item)", re.IGNORECASE
)


_OF_OTHERS = re.compile(
    r"\b(?:petitions?|questions?|announcements?|correspondence|deputations?|statements?|reports? (?:of|from)|minutes|"
    r"appointments?|recommendations? (?:of|from)|urgent|scheme|budget|policy|plan|strategy)\b",
    re.IGNORECASE,
)


def on_notice(writer: Writer, item: Item, mover: str) -> bool:
    """Whether a motion at an item stood on the agenda in its mover's name: where the item, or what it is a part of, is
    called so or was raised by that Member, or nothing says that the item is of other business. One that was moved in
    the debate of a petition, upon a report, at an item added on the night or where another Member's motion stood, did
    not; nor did one elsewhere on an agenda that has a place for motions."""
    known = writer.meeting.items
    whose = item.raised_by or _named_in(writer, item.title)
    if whose and mover not in whose.split("+"):
        return False
    if whose or any(_OF_MOTIONS.search(one.title) for one in (item, whole_of(known, item)) if one is not None):
        return True
    setup = writer.meeting.setup
    if setup is None or item.id not in {one.id for one in setup.items}:
        return False
    if any(_OF_MOTIONS.search(one.title) for one in known.values()):
        return False
    return not (item.kind != "report" or item.report_of or item.reports or _OF_OTHERS.search(item.title))


def _named_in(writer: Writer, title: str) -> str:
    """The members whom a heading names with the word that they are called by, joined by "+": "Notice of Motion from
    Councillor Elm"."""
    if not re.search(r"\b(?:councillors?|cllrs?)\b", title, re.IGNORECASE):
        return ""
    said = {word.casefold() for word in re.findall(r"[^\W\d_][\w’'-]*", title)}
    seats = (seat.holder for seat in writer.meeting.seats.values() if seat.holder)
    return "+".join(id_ for id_ in seats if writer.meeting.people[id_].name.split()[-1].casefold() in said)
