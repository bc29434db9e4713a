"""Findings: what the rules say of a record. They never refuse; only a final export waits for a HARD."""

from typing import Literal

from msgspec import Struct

Severity = Literal["HARD", "WARN", "NOTE"]


class Finding(Struct, frozen=True, omit_defaults=True):
    """One thing that a clerk should know. `rule` is an id of the rule book, or "" for the record itself; `text` one
    sentence, `remedy` what to do about it, `sum` the figures behind it."""

    severity: Severity
    rule: str
    text: str
    remedy: str = ""
    sum: str = ""
    event: str = ""
    item: str | None = None
