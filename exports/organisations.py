"""Organisations, as their names show them, and who speaks for one."""

import re

from clerk.surnames import PARTICLE

SPEAKS_FOR = re.compile(
    r"(?P<who>(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Sir|Dame)\.? )?[A-Z][\w’'.-]*"
    rf"(?: (?:{PARTICLE})){{0,3}}(?: [A-Z][\w’'.-]*){{0,2}}?) (?:on behalf of|for) (?P<other>.+)$"
)
"""Somebody with the person or the body for whom they spoke: "Mr Teal for Mrs Rook"."""

BODIES = re.compile(
    r"\b(?:residents|friends|neighbours|parents|campaign|action|people|alliance|group|association|trust|council|forum|"
    r"citizens|mothers|centre|society|network|partnership)\b",
    re.IGNORECASE,
)
"""Words in the names of bodies, none of which is a surname."""

_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Sir|Dame|Councillor|Cllr)\b\.? (?!and\b|&)", re.IGNORECASE)
_FIRMS = re.compile(
    r"\b(?:council|ltd|limited|plc|llp|inc|co|company|school|college|academy|church|club|committee|board|union|homes|"
    r"developments?|architects|planning|estates?|agency|charity|foundation|institute|university|practice|hospital|"
    r"PC|TC)\b",
    re.IGNORECASE,
)


def is_a_body(words: str) -> bool:
    """Whether words name an organisation, as far as they show it; a name alone may be a person's, and one with a
    person's title is ("Mrs Church")."""
    if _TITLED.match(words.strip()):
        return False
    return bool(BODIES.search(words) or _FIRMS.search(words))
