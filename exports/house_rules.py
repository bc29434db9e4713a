"""What is said of the rules of the house: the notices with which a meeting begins, the hour at which it has to end."""

import re
from typing import Any

from clerk.events import Noted
from clerk.meeting.record import Placed
from clerk.times import read_time, say_time
from exports.writer import Writer

_NOTICE_SAID = {
    "recording": r"\b(?:be|being|is|was|are|were) (?:\w+[- ])?recorded\b|\b(?:audio|video|recordings?)\b|\bfilm|"
    r"\brecord(?:ing|s|ed)? (?:the|this|our) (?:meeting|proceedings|session|evening|debate)\b",
    "webcast": r"\bwebcast|\bbroadcast|\bstream",
    "fire": r"\bfire (?:alarms?|drills?|exits?|procedures?|evacuation)\b|\bevacuat|\b(?:emergency )?exits?\b",
    "phones": r"\bphones?\b|\btelephones?\b|\bmobiles?\b",
    "distancing": r"\bdistancing\b|\bkeep (?:their|a) distance",
    "introductions": r"\bintroduced (?:themselves|each|him|her)|\bintroductions\b",
    "paperlight": r"\bpaper-?(?:light|less)\b",
}
"""Words of a notice in the clerk's own words, beside which the standing sentence of it would be another fact."""


def welcomed(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """The notices that the clerk did not give in words, and whether everyone had been welcomed before."""
    given = [one for one in event.named("notices") if not re.search(_NOTICE_SAID[one], event.text, re.IGNORECASE)]
    before = (other.event for other in writer.before(placed) if isinstance(other.event, Noted))
    again = any(other.construct == event.construct for other in before) and bool(given or event.text)
    return {"notices": given, "again": again}


def of_the_hour(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """The hour after which nothing may be done and whether what is decided later is void, as the council's rules say:
    one rule is not another council's."""
    profile = writer.meeting.profile
    hour = say_time(read_time(profile.time_guillotine)) if profile.time_guillotine else ""
    return {"hour": hour, "void": bool(hour) and profile.time_void}
