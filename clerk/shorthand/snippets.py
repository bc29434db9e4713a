"""Words that a clerk types in short: initials of the people of the meeting, and snippets of the clerk's own."""

from collections.abc import Mapping

from clerk.meeting.state import Meeting


def expand(meeting: Meeting, word: str, snippets: Mapping[str, str]) -> str | None:
    """What a word stands for, or None where it stands for itself.

    A snippet goes first: "fd" may be "following discussion of the item". In a snippet `{chair}`, `{committee}`,
    `{item}` and `{title}` are of this meeting and its item in hand. Then initials in capitals, of at least two letters,
    that are one person's alone: "RP" is "Councillor Reema Patel". Whatever is unclear stays as it was typed.
    """
    if word in snippets:
        return _filled(meeting, snippets[word])
    if len(word) < 2 or not (word.isalpha() and word.isupper()):
        return None
    found = [person for person in meeting.people.values() if _initials(person.name) == word]
    return found[0].formal if len(found) == 1 else None


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.replace("-", " ").split()).upper()


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
