"""A paragraph that looks like a command which lost its colon: it is asked about, never kept as words in silence."""

import re
from datetime import datetime

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.line import PARAGRAPH, read_line
from clerk.shorthand.resolving import resolve
from clerk.shorthand.table import VERBS

_COMMAND = re.compile(r"^:(?:@\S+\s+)?(?P<verb>[a-z]+)\b")
_PLACE = re.compile(r"^:?@[<>\d]\S*(?:\s*[ap]\.?m\.?)?\s+(?P<rest>\S.*)$")


def is_command(typed: str) -> bool:
    """Whether what was typed is a line of shorthand, by its colon and the verb behind it."""
    found = _COMMAND.match(typed)
    return found is not None and found["verb"] in VERBS and "\n" not in typed


def paragraph_of(meeting: Meeting, typed: str, item: str | None, now: datetime | None) -> str:
    """What was typed as a paragraph, without the backslash that says that it is one. Raises `Unclear`, with how to say
    either, where it looks like a command."""
    bare = typed.lstrip()
    if bare.startswith("\\"):
        rest = bare[1:]
        return rest if rest[:1] in (":", "#", "@", "\\") or _meant(meeting, rest, item, now) else typed
    if (line := _meant(meeting, typed, item, now)) is not None:
        shown = line if line.startswith(":") else f":{line}"
        raise Unclear(
            f"“{line}” looks like the command “{shown}”, and nothing was recorded. Type it at the beginning of a line, "
            f"with its colon; or as \\{line} to keep it as words."
        )
    return typed


def _meant(meeting: Meeting, typed: str, item: str | None, now: datetime | None) -> str | None:
    """The line of a paragraph that looks like a command; None where none does."""
    first, *others = typed.split("\n")
    if _is_command(meeting, first.strip(), item, now):
        return first.strip()
    for other in others:
        line = other.strip()
        found = _COMMAND.match(line)
        if (found and found["verb"] in VERBS) or _has_options(line):
            return line
    return None


def _is_command(meeting: Meeting, line: str, item: str | None, now: datetime | None) -> bool:
    """Whether a line is a command but for its colon, or for the spaces before it."""
    found = _COMMAND.match(line)
    if (found and found["verb"] in VERBS) or _has_options(line):
        return True
    if place := _PLACE.match(line):
        rest = place["rest"]
        return rest.startswith("-- ") or rest.split()[0].lower() in VERBS
    word = line.split(" ", 1)[0]
    if word not in VERBS or line[-1:] in ".!?:;":
        return False
    try:
        read = read_line(f":{line}")
        return read is not None and read.verb != PARAGRAPH and bool(resolve(meeting, read, item, now))
    except Unclear:
        return False


def _has_options(line: str) -> bool:
    """Whether a line begins with a verb and says one of its options, or any at all where it is not written as a word
    that begins a sentence, or has the dashes that its words stand after."""
    word, _, rest = line.partition(" ")
    verb = VERBS.get(word.lower())
    if verb is None:
        return False
    named = any(re.search(rf"(?:^|\s){re.escape(fact.name)}=\S", rest) for fact in verb.facts)
    named = named or (word.islower() and re.search(r"(?:^|\s)[a-z]+=\S", rest) is not None)
    return named or (bool(verb.text) and word.islower() and re.search(r"(?:^|\s)-- \S", rest) is not None)
