"""How the lines of a list of members look."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk.surnames import PARTICLE
from store.packs.headings import begun
from store.packs.stream import Line

CHAIR = re.compile(
    r"^(?:the\s+)?(?:independent\s+)?(?P<office>(?:(?:vice|deputy|depute|joint|co)[\s-]*)?(?:town\s+|"
    r"lord\s+|city\s+)?(?:chair(?:man|woman|person)?|convenor|convener|mayor|provost|"
    r"cadeirydd|is-gadeirydd)(?: of the (?:committee|council|board))?)(?:\s*[:–-]\s*|,?\s+(?=councillor|cllr))"
    r"(?P<name>\S.{2,80})$",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(r"^(?:councillor|cllr|cynghorydd)\.?\s+[A-Z][^,;:]{2,60}\([^()]+\)\s*$", re.IGNORECASE)
CALLED_SO = re.compile(
    r"^(?:councillor\s+)?(?:the\s+)?(?P<title>(?:lord\s+)?(?:(?:depute|deputy)\s+)?(?:provost|mayor))\s+(?=[A-Z])",
    re.IGNORECASE,
)
PAIRS = re.compile(r"^[A-Z][\w'’-]+, [A-Z][^;,]{1,40}(?:;\s*[A-Z][\w'’-]+, [A-Z][^;,]{1,40})+[.;]?$")
SURNAME = re.compile(rf"^(?:(?i:{PARTICLE}|st\.)\s){{0,3}}(?:O['’]\s?)?[A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)*$")
NO_SURNAME = frozenset(
    """all members member councillors councillor press public committee dear the residents officers vacancy council
    copies sir madam chair chairman both others""".split()  # noqa: SIM905
)
SITS = re.compile(
    r"^(?P<name>(?i:Councillor|Cllr)\.? (?:[A-Z][\w'’.-]*\s?){2,4}?)"
    r"(?:\s+[–-]\s+(?P<post>[A-Z].{2,80}?(?:\s*\([^()]*\))?))?(?:\s*\([^()]*\))?$"
)
"""A councillor on a line, with a post or without."""

IN_A_WARD = re.compile(
    r"(?P<name>(?i:Cllr|Councillor)\.? [^,&]{3,40}?), (?P<ward>(?!(?i:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b)[A-Z][^,()]*? "
    r"(?:&|and) (?!(?i:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b)[A-Z][^,()]*)(?<!Ward)"
)
"""One who sits for a ward of two names: "Cllr Cat Ash, Mill & Ponds"."""

OF_A_WARD = re.compile(
    r"^[A-Z][\w '’&-]{2,40}\s(?:ward|division)(?:\s*\(\d\))?\s*[:–-]\s*(?P<names>(?:councillors?|cllrs?)\b.*|vacan.*)$",
    re.IGNORECASE,
)
"""Those who sit for a ward: "Mill Ward: Cllr Ann Oak"."""

WARD_ALONE = re.compile(
    r"(?P<ward>[A-Z][\w '’&-]{2,40}\s(?:ward|division))(?:\s*[(\[]\d{1,2}(?: \w+)?[)\]])?\s*[:–-]?", re.IGNORECASE
)
"""A ward by itself, above those who sit for it: "Mill Ward (2)"."""

CLASS = re.compile(r"^(?P<of>[A-Z][\w ,&'’/-]{2,50})(?:\s*\(\d{1,2}\))?\s*:\s*(?P<names>[A-Z]\S*\s.*)$")
LEGEND = re.compile(r"(?P<sign>[*†‡#^]+)\s*(?:=|denotes|indicates|[-–])?\s*(?P<office>[A-Za-z][A-Za-z -]{3,30})")
SPEAKS_FOR = re.compile(
    r"\((?:[^()]*\b(?:representatives?|non-?voting|co-?opted|co-?optee|parent governor|diocese|diocesan)\b[^()]*|"
    r"(?:independent|lay|external|advisory|added) (?:person|member)(?:,[^()]*)?|church of \w+|[^()"
    r"]*\b(?:no vote|without a "
    r"vote)\b[^()]*|(?:teacher|school|staff)[ -]governor[^()]*)\)",
    re.IGNORECASE,
)
"""What stands behind a name on a list of members and says that its bearer was not elected."""


def named_on(line: Line, names: str) -> Sequence[str]:
    """The names on a heading's own line, by its cells where it has some."""
    first = begun(line.cells[0]) if len(line.cells) > 1 else None
    return (first.names, *line.cells[1:]) if first is not None and first.names else (names,)


def mostly_people(people: int, odd: Sequence[str], line: Line, inline: bool) -> bool:
    """Whether a row is of people for all that a part or two of it is nobody's name: it says that it is."""
    said = inline or bool(re.match(r"(?:councillors|cllrs)\b", line.text, re.IGNORECASE))
    return said and people - len(odd) >= 3 and len(odd) * 3 <= people
