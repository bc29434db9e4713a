"""Several people in one word of a field: seats' letters, or officers' digits, one after the other without a comma."""

from collections.abc import Iterable, Sequence

from clerk.facts import NO_NAME
from clerk.people import Person
from screens.desk.letters import Letters


def parted(word: str, letters: Letters, officers: Sequence[str], known: Iterable[Person]) -> list[str]:
    """The letters or digits of several that were typed in one; none where a word is a part of somebody's name."""
    spaced = word.lower().split()
    if len(spaced) > 1 and all(_stands(one, letters, officers) or one in NO_NAME for one in spaced):
        return spaced
    broad, run = 2 if letters.wide else 1, word.lower().replace(" ", "")
    if run.isdecimal():
        # An officer's digit is one: a number of two is none of them.
        return list(run) if len(run) > 1 and all(_stands(one, letters, officers) for one in run) else []
    if len(run) <= broad or len(run) % broad or word.lower() in letters.people or run in NO_NAME:
        return []
    if any(word.casefold() in one.name.casefold() or word == one.id for one in known):
        return []
    cut = [run[n : n + broad] for n in range(0, len(run), broad)]
    return cut if all(one in letters.people for one in cut) else []


def _stands(word: str, letters: Letters, officers: Sequence[str]) -> bool:
    return word in letters.people or (word.isdecimal() and 0 < int(word) <= len(officers))
