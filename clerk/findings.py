"""Findings: what the rules say of a record. They never refuse; only a final export waits for a HARD."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Severity = Literal["HARD", "WARN", "NOTE"]
WORST: dict[Severity, int] = {"HARD": 0, "WARN": 1, "NOTE": 2}


class Finding(Struct, frozen=True, omit_defaults=True):
    """One thing that a clerk should know. `rule` is an id of the rule book, or "" for the record itself; `text` one
    sentence, `remedy` what to do about it, `sum` the figures behind it. `answer` is the clerk's reason for leaving it
    as it is: a WARN so answered is dismissed, a HARD overridden."""

    severity: Severity
    rule: str
    text: str
    remedy: str = ""
    sum: str = ""
    event: str = ""
    item: str | None = None
    answer: str = ""


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """What a final export waits for: each HARD that nobody has answered."""
    return [finding for finding in findings if finding.severity == "HARD" and not finding.answer]
