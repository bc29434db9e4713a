"""The rules that find something, and the functions that find it. What each is stands in the TOML files beside them."""

from collections.abc import Callable, Iterator

from clerk.findings import Finding, Severity
from clerk.rules.case import Case

Rule = Callable[[Case], Iterator[Finding]]

CHECKED: dict[str, tuple[Severity, ...]] = {}
"""The rules that find something, with the severities that each can have."""

FUNCTIONS: list[Rule] = []
"""The functions that check them, in the order of the rule book."""


def rule(**checked: str) -> Callable[[Rule], Rule]:
    """Enters a function in the table: `@rule(Q5="HARD WARN", Q7="HARD")` finds by these rules, so severely."""

    def enter(function: Rule) -> Rule:
        for id_, severities in checked.items():
            known = CHECKED.get(id_, ())
            CHECKED[id_] = tuple(dict.fromkeys((*known, *severities.split())))  # type: ignore[arg-type]
        FUNCTIONS.append(function)
        return function

    return enter
