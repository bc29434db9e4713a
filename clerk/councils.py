"""Councils by their names as people type them: a parish or town council beside the one whose body meets."""

import re

from clerk.names import plain

_OF_PLACES = re.compile(
    r"\b(?:parish|town|village|community|neighbourhood|city|county|district|borough|unitary|metropolitan)\b"
    r"(?: \w+)* (?:council|meeting|authority)s?\b|\b(?:PC|TC|CC|DC|BC)$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:residents?|tenants?|youth|young|school|students?|pupils?|parochial|church|trades?|sports?|arts?|faith|"
    r"patients?|workers?|works|staff|leaseholders?)\b",
    re.IGNORECASE,
)
"""Of whom there are councils that no councillor sits on."""


def is_another_council(words: str, ours: str) -> bool:
    """Whether words name a council ("Holt Town Council", "the Parish Council", "Bodham PC") that is not ours."""
    named = plain(words).removeprefix("the ")
    if not named or (ours and named in (plain(ours).removeprefix("the "), "council")):
        return False
    if _OF_PLACES.search(words):
        return True
    return named.endswith(" council") and not _OTHER.search(words)
