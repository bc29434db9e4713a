"""What each rule of the rule book is, from the TOML files beside the functions that check them."""

from functools import cache

from clerk.explanations import Explanation, read_explanations
from clerk.findings import WORST, Severity
from clerk.rules.book import CHECKED


class RuleExplanation(Explanation, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rule. `verbs` are those of the shorthand that bear on it, `settings` the profile's keys, both with spaces
    between; `says` is a sentence that a finding of it may have. A rule by which nothing is found says why: the program
    does it by itself (`worked_out`), or no record can show it (`informs`)."""

    verbs: str = ""
    settings: str = ""
    says: str = ""
    worked_out: str = ""
    informs: str = ""


@cache
def rule_explanations() -> dict[str, RuleExplanation]:
    """Every rule, by id."""
    return read_explanations("clerk", "rules", RuleExplanation)


def severities_of(rule: str) -> tuple[Severity, ...]:
    """How severely a rule can be found, worst first; () where it never is."""
    return tuple(sorted(CHECKED.get(rule, ()), key=lambda severity: WORST[severity]))
