"""Lines of shorthand as a tired clerk might type them: each verb as the README shows it, some of its words wrong."""

import re

from hypothesis import strategies as st

from clerk.shorthand.verbs import VERBS

_PEOPLE = ["ash", "elm", "birch", "oak", "fir", "reed", "vale", "cedar", "nobody", "chair", "lantern", "all", "rest"]
_ITEMS = ["1", "2", "3", "7", "8", "9", "10", "11", "99", "7+8", "i7"]
_LABELS = ["r7", "r8", "m1", "A1", "A2", "v1", "v3", "e1", "e5", "e5.1", "e40", "e99"]
_ODD = ["", "0", "-1", "999999", "19:00", "25:00", "31/12/9999", "none", "duly", "no", "²", "[/b]", '"', "{x}"]
_PLACES = ["", "", "", "", "@19:30 ", "@00:10 ", "@<v1 ", "@>A1 ", "@<e1 ", "@>e5 ", "@<r7 "]
_TEXTS = ["Some words.", "six -> nine", "1. One\n  1.1 Two\n  - three", "[/b] [Cllr X] 50% [/]"]
_MORE = [":move e41 before=e12", ":undo", ":redo", ":undo", ":amend oak elm at=2 before -- TEXT", ":take 9", ":exclude"]
_USAGES = [*_MORE, *(usage.strip() for verb in VERBS.values() for usage in verb.usage.split(" · "))]


@st.composite
def lines(draw: st.DrawFn) -> str:
    """One line."""
    usage = draw(st.sampled_from(_USAGES))
    verb, _, rest = usage.removeprefix(":").partition(" ")
    head, dashes, _ = rest.partition(" -- ")
    typed = re.sub(r"[A-Za-z]\w*|\d+", lambda word: draw(_in_place_of(word[0])), head)
    text = f" -- {draw(st.sampled_from(_TEXTS))}" if dashes or draw(st.integers(0, 9)) == 0 else ""
    return f":{draw(st.sampled_from(_PLACES))}{verb} {typed}{text}"


def _in_place_of(word: str) -> st.SearchStrategy[str]:
    kin = [word]
    if word in _PEOPLE:
        kin = _PEOPLE
    elif word.isdecimal():
        kin = _ITEMS
    elif re.fullmatch(r"[a-zA-Z]\d+", word):
        kin = _LABELS
    return st.just(word) | st.just(word) | st.sampled_from(kin) | st.sampled_from(_ODD)
