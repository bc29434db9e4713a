"""Words that a clerk types in short: people after a sign, "@ra", and snippets of the clerk's own."""

import re
from collections.abc import Mapping

from clerk.meeting.state import Meeting
from clerk.names import plain, surnames


def expand(meeting: Meeting, word: str, snippets: Mapping[str, str]) -> str | None:
    """What a word stands for, or None where it stands for itself.

    Nothing is written out that was not asked for: "HR" in running text may be a department. A snippet of the clerk's
    own goes first: "fd" may be "following discussion of the item". In a snippet `{chair}`, `{committee}`, `{item}` and
    `{title}` are of this meeting and its item in hand. Then a person after the sign "@", by initials or surname,
    whatever the case: "@rp" is "Councillor Reema Patel". Whatever is unclear stays as it was typed.
    """
    if word in snippets:
        return _filled(meeting, snippets[word])
    asked = _PERSON.fullmatch(word)
    if asked is None:
        return None
    wanted = plain(asked["who"])
    by_initials = [person for person in meeting.people.values() if plain(_initials(person.name)) == wanted]
    found = by_initials or [person for person in meeting.people.values() if wanted in surnames(person)]
    return f"{found[0].formal}{asked['after']}" if len(found) == 1 else None


_PERSON = re.compile(r"@(?P<who>[^\W\d_][\w'’-]+)(?P<after>[.,;:)]*)")


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.replace("-", " ").split())


def _filled(meeting: Meeting, text: str) -> str:
    """A snippet with what it names of the meeting; braces that name nothing stay as they are."""
    setup = meeting.setup
    item = meeting.items.get(meeting.item_taken or "")
    body = setup.body.split() if setup else []
    known = {
        "{chair}": f"the {setup.chair_label}" if setup else "",
        "{committee}": body[-1] if body else "",
        "{item}": item.number if item else "",
        "{title}": item.title if item else "",
    }
    for name, value in known.items():
        text = text.replace(name, value)
    return text
