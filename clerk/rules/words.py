"""What words in a clerk's own prose make a rule look twice. Each text is read once, and remembered."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from clerk.names import plain

_TEXTS = 1 << 16
"""How many texts are remembered: more than any meeting holds, since one more than are remembered, read in order again
and again, would be as if none were."""

_MARKS: dict[str, re.Pattern[str]] = {
    "unanimous": re.compile(r"\bunanimous", re.IGNORECASE),
    "special majority": re.compile(r"\b(two[- ]thirds|three[- ]quarters|special majority)\b", re.IGNORECASE),
    "absence approved": re.compile(
        r"\bapprov\w*\b[^.]{0,80}\babsence\b|\babsence\b[^.]{0,80}\bapproved\b|\bsection 85\b|\bsix[- ]month rule\b",
        re.IGNORECASE,
    ),
    "item number": re.compile(r"\b[Ii]tem \d+"),
    # "Councillor I Brown" and "Part I" speak of nobody; what somebody does follows in small letters.
    "first person": re.compile(
        r"(?<![“‘\"'\w])\b(?<!Part )(?<!Phase )(?<!Class )(?<!Grade )(?<!Stage )(?<!Tier )(?<!Zone )(?<!Schedule )"
        r"(?:I(?=[’'](?:m|ve|d|ll)\b| [a-z])|(?:we|We|our|Our|my|My|us|you|You|your|Your)\b(?![’'\w]))"
    ),
    "of oneself": re.compile(
        r"(?<!\bpart )(?<!\bphase )(?<!\bclass )(?<!\bgrade )(?<!\bstage )(?<!\bschedule )(?<!\btier )(?<!\bzone )"
        r"(?<![(“‘\"'\w])\bI(?:[’'](?:m|ve|d|ll))? (?-i:[a-z])"
        r"|(?<![“‘\"'\w])\b(?-i:my|our|we|me|myself|ourselves)\b(?![’'\w])",
        re.IGNORECASE,
    ),
    "whipping": re.compile(r"\bwhip", re.IGNORECASE),
    "106": re.compile(r"\bsection 106\b|\bs\.? ?106\b|\barrears\b", re.IGNORECASE),
    "public interest": re.compile(r"\bpublic interest\b", re.IGNORECASE),
    "apologies": re.compile(r"\bapolog", re.IGNORECASE),
}
_OF_OURS = frozenset({"unanimous", "special majority"})
"""Marks of what is said of this meeting: not within words that are quoted of somebody or of a paper."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘.*?’(?!\w)")
_ANY = re.compile(
    r"unanim|two[- ]thirds|three[- ]quarters|special maj|absence|section 85|six[- ]month|item \d|\bI\b|\bwe\b|\bour"
    r"|\bmy|\bme\b|\bus\b|\byou|whip|106|arrears|public interest|apolog",
    re.IGNORECASE,
)


@lru_cache(maxsize=_TEXTS)
def marked(text: str) -> frozenset[str]:
    """Which of the marks a text has."""
    if not _ANY.search(text):
        return frozenset()
    own = _QUOTED.sub("", text)
    return frozenset(name for name, pattern in _MARKS.items() if pattern.search(own if name in _OF_OURS else text))


@lru_cache(maxsize=_TEXTS)
def item_numbers(text: str) -> tuple[str, ...]:
    """The items that a text speaks of by number."""
    return tuple(re.findall(r"\b[Ii]tem (\d+[a-z]?)\b", text))


_NAMED = re.compile(r"\b(?:Councillors?|Cllrs?\.?|Ms|Mr|Mrs|Miss|Dr)\s+((?:[A-Z][\w'’-]+\s?){1,3})")


@lru_cache(maxsize=_TEXTS)
def named(text: str) -> tuple[tuple[str, ...], ...]:
    """The names that a text gives after a title, each as its words."""
    return tuple(tuple(typed.split()) for typed in _NAMED.findall(text))


def variants(names: Iterable[str], known: frozenset[str] | None = None) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ only by case, hyphens, apostrophes or one letter: among themselves, or each with one
    that is known (A9)."""
    typed = list(dict.fromkeys(names))
    by_first: dict[str, list[str]] = {}
    for name in known if known is not None else ():
        by_first.setdefault(_bare(name)[:1], []).append(name)
    for name in typed:
        same = by_first.setdefault(_bare(name)[:1], [])
        if known is None:
            yield from ((other, name) for other in same if _alike(name, other))
            same.append(name)
        elif name not in known and name.removesuffix("’s").removesuffix("'s") not in known:
            yield from ((name, other) for other in same[:] if _alike(name, other))


def _alike(one: str, other: str) -> bool:
    a, b = _bare(one), _bare(other)
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 3:
        return False
    return a == b or (min(len(a), len(b)) > 4 and a[0] == b[0] and _one_edit(a, b))


@lru_cache(maxsize=_TEXTS)
def _bare(name: str) -> str:
    return plain(name).replace(" ", "").removesuffix("s" if name.endswith(("’s", "'s")) else "\0")


def _one_edit(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) == len(b):
        swapped = a[start + 1 : start + 2] + a[start : start + 1] == b[start : start + 2]
        return a[start + 1 :] == b[start + 1 :] or (swapped and a[start + 2 :] == b[start + 2 :])
    return a[start:] == b[start + 1 :]
