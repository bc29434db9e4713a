"""A ballot as it is typed: names, each with its votes."""

from collections.abc import Callable

from clerk.meeting.elections import is_of_a_coopted_member
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.scope import whole_number

VOID = "void"
"""What stands in place of the names of a ballot, or before them, of which nothing came."""


def coopts(meeting: Meeting, item: str | None, post: str) -> bool:
    """Whether a ballot co-opts, by the post that is named or by its item, so that it may name somebody new."""
    here = meeting.items.get(item or "")
    return is_of_a_coopted_member((post or (here.title if here else "")).strip('"'))


def read_ballot(typed: str, find: Callable[[str], str]) -> tuple[tuple[str, int], ...]:
    """Names, each with its votes; a name may be of several words, since a number ends it. One alone has none, and a
    void ballot may have no names. `find` gives the id of a name. Raises `Unclear`."""
    words = typed.split()
    if words[:1] == [VOID]:
        words = words[1:]
    if not words:
        return ()
    if not any(map(str.isdecimal, words)):
        return ((find(" ".join(words)), 0),)
    pairs, name = list[tuple[str, int]](), list[str]()
    for word in words:
        if not word.isdecimal():
            name.append(word)
        elif not name:
            break
        else:
            pairs.append((find(" ".join(name)), whole_number(word)))
            name = []
    if name or sum(map(str.isdecimal, words)) != len(pairs):
        raise Unclear("In “:ballot” every name has its votes after it: :ballot oak 5 elm 3 elected=oak.")
    return tuple(pairs)
