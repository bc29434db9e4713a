"""Names of which a form would make people: those are asked about that look like none."""

import re

from clerk.events import PersonMet
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.line import Line

_LONGEST = 6
"""How many words a name has at most that is not asked about."""

_OF_A_SENTENCE = re.compile(
    r"(?:^|\s)(?:that|be|been|is|was|were|are|has|have|had|would|should|shall|not|it|they|this|and that)(?:\s|$)",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"^[a-z]{1,4}[A-Z](?!\.)")
"""Keys that were meant for something else, with the sentence that followed them."""


def doubtful_names(meeting: Meeting, item: str | None, line: Line | None) -> list[str]:
    """Whom a line would make a person of by a name that looks like none: a sentence, or a few keys."""
    from clerk.shorthand.minuting import recording

    if line is None or line.verb == "person":
        return []
    try:
        made = recording(meeting, line, item)
    except Unclear:
        return []
    met = [event.person for event in (made.events if made else ()) if isinstance(event, PersonMet)]
    return [person.name for person in met if person.id not in meeting.people and not like_a_name(person.name)]


def like_a_name(name: str) -> bool:
    """Whether words look like somebody's name, or a body's."""
    letters = "".join(character for character in name if character.isalpha())
    if len(letters) < 2 or (len(letters) < 5 and not re.search(r"[aeiouyáéíóúäëïöü]", letters, re.IGNORECASE)):
        return letters.casefold() == "ng"
    if len(name.split()) > _LONGEST or re.search(r"\d|[;:?!]|[a-z]{4,}\.$", name):
        return False
    return _OF_A_SENTENCE.search(name) is None and _RUN_TOGETHER.search(name) is None
