"""Published lines against our own: each that differs is explained by named rules, or by none.

The rules are those of section 19 of the constructs, under their numbers, and FM-02's stamp.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from .june import HEADING, is_stamp
from .minuting import spoken_on

_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("“”„‟", '"')})
_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")
_COUNCILLOR = re.compile(r"Councillor (?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)")


class Difference(NamedTuple):
    """A published line, ours ("" where either has none), and the rules that explain the difference: none, a failure."""

    rules: tuple[str, ...]
    published: str
    got: str


@dataclass(frozen=True)
class Known:
    """What the published text itself tells a rule: who is on the roll, who sent apologies, what stands under items."""

    roll: tuple[str, ...]
    apologies: tuple[str, ...]
    under: dict[str, list[str]]


@dataclass(frozen=True)
class Rule:
    """A rule that may change a published line into ours."""

    name: str
    says: str
    change: Callable[[str, Known], str]


def normal(line: str) -> str:
    """A line without its bullet, with plain quotes and dashes, and white space that does not matter taken out."""
    line = re.sub(r"^\s*[-•]\s+", "", line).translate(_QUOTES)
    return " ".join(_DASH.sub("-", line).split())


def known(published: Sequence[str]) -> Known:
    """What normal published lines tell."""
    first = next(i for i, line in enumerate(published) if HEADING.match(line))
    away = next(i for i, line in enumerate(published) if line.startswith("Apologies for"))
    under: dict[str, list[str]] = {}
    for line in published[first:]:
        if match := HEADING.match(line):
            under[match[1]] = []
        else:
            under[next(reversed(under))].append(line)
    return Known(_names(published[:first]), _names(published[away:first]), under)


def _names(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(re.sub(r" \(.*", "", name) for line in lines for name in re.split(r"\s*Councillor ", line)[1:])


def _lead_in(line: str, _: Known) -> str:
    return re.sub(r"^resolved\b", "RESOLVED", line, flags=re.IGNORECASE)


def _councillor(line: str, _: Known) -> str:
    return re.sub(r"\bCllr\b", "Councillor", line)


def _item_number(line: str, facts: Known) -> str:
    return re.sub(r"\bItem (\d+)\b", lambda match: f"Item {spoken_on(match[1], facts.under)}", line)


def _name_from_roll(line: str, facts: Known) -> str:
    def full(match: re.Match[str]) -> str:
        words = _letters(match["name"]).split()
        found = [name for name in facts.roll if _letters(name).split()[-len(words) :] == words]
        return f"Councillor {found[0]}" if len(found) == 1 else match[0]

    return _COUNCILLOR.sub(full, line)


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalpha() or c == " ")


def _one_order(line: str, facts: Known) -> str:
    if not line.startswith("Apologies "):
        return line
    named = [name for name in _COUNCILLOR.findall(line) if name in facts.apologies]
    ordered = iter(sorted(named, key=facts.apologies.index))
    return _COUNCILLOR.sub(lambda m: f"Councillor {next(ordered)}" if m["name"] in named else m[0], line)


RULES: tuple[Rule, ...] = (
    Rule("1", "RESOLVED is never typed, so it is always in capitals", _lead_in),
    Rule("4", "Councillor, never Cllr, in formal lines", _councillor),
    Rule("11", "an item's number in the text is the printed one", _item_number),
    Rule("14", "names only from the roll, in full", _name_from_roll),
    Rule("17", "apologies are one fact, printed twice in one order", _one_order),
)
"""The rules that change a line, in the order in which they apply."""

STAMP = "FM-02"
BLANK = "5"
WHOLE_LINES = {
    STAMP: "“AGENDA ITEM n” is the stamp of the pack on a bound-in page",
    BLANK: "None. under a heading, never blank",
}
"""The rules by which a line is there or is not."""


def differences(
    got: Iterable[str], published: Iterable[str], without: frozenset[str] | set[str] = frozenset()
) -> list[Difference]:
    """Every line that differs, in order. `without` leaves rules out, to show what needs them."""
    ours = [line for line in map(normal, got) if line]
    theirs = [line for line in map(normal, published) if line]
    facts = known(theirs)
    rules = [rule for rule in RULES if rule.name not in without]
    found: list[Difference] = []
    i = j = 0
    while i < len(theirs) or j < len(ours):
        their, our = _line(theirs, i), _line(ours, j)
        if their == our:
            i, j = i + 1, j + 1
        elif STAMP not in without and is_stamp(their):
            found.append(Difference((STAMP,), their, ""))
            i += 1
        elif BLANK not in without and our == "None." and _is_blank(theirs, i, facts) and ours[j - 1] == theirs[i - 1]:
            found.append(Difference((BLANK,), "", our))
            j += 1
        elif why := _why(their, our, rules, facts):
            found.append(Difference(why, their, our))
            i, j = i + 1, j + 1
        else:
            a, b = _next_alike(theirs[i:], ours[j:])
            found += [Difference((), _line(theirs[i : i + a], k), _line(ours[j : j + b], k)) for k in range(max(a, b))]
            i, j = i + a, j + b
    return found


def report(found: Sequence[Difference]) -> str:
    """The differences for reading: each rule with the lines it explains, then what no rule explains."""
    lines = []
    for name, says in {**{rule.name: rule.says for rule in RULES}, **WHOLE_LINES}.items():
        explained = [difference for difference in found if name in difference.rules]
        lines.append(f"Rule {name} ({says}): {len(explained)}")
        lines += [_pair(difference) for difference in explained]
    unexplained = [difference for difference in found if not difference.rules]
    return "\n".join([*lines, f"Unexplained: {len(unexplained)}", *map(_pair, unexplained)])


def _pair(difference: Difference) -> str:
    return f"    published: {difference.published or '(no line)'}\n    ours:      {difference.got or '(no line)'}"


def _line(lines: Sequence[str], place: int) -> str:
    return lines[place] if place < len(lines) else ""


def _is_blank(theirs: Sequence[str], place: int, facts: Known) -> bool:
    """Whether nothing is published between the heading above and what comes next: a heading, or the closing line."""
    heading = HEADING.match(theirs[place - 1])
    under = facts.under[heading[1]] if heading else [""]
    return not under or under == [theirs[-1]]


def _why(their: str, our: str, rules: Sequence[Rule], facts: Known) -> tuple[str, ...]:
    """The fewest rules that change their line into ours; () where none do."""
    for count in range(1, len(rules) + 1):
        for some in combinations(rules, count):
            line = their
            for rule in some:
                line = rule.change(line, facts)
            if line == our:
                return tuple(rule.name for rule in some)
    return ()


def _next_alike(theirs: Sequence[str], ours: Sequence[str]) -> tuple[int, int]:
    """How many lines on each side to pass over to come to a line that both have."""
    pairs = [(a + b, a, b) for a, their in enumerate(theirs) for b, our in enumerate(ours) if their == our]
    return min(pairs)[1:] if pairs else (len(theirs), len(ours))
