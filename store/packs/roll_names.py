"""The names in a row of a list of members, without what stands beside them: addresses, telephones, lost columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk.setup.honours import is_only_letters
from store.packs.names import JOBS, bare_name, is_name, is_office, is_titled, likeness
from store.packs.roll_lines import NO_SURNAME, SURNAME

VACANCY = re.compile(
    r"^[(\[]?(?:(?:\d{1,2}(?:\s?x)?|an?|one|two|three|four|five|six|seven|eight|there (?:is|are) "
    r"(?:currently )?\w+)\s+)?(?:(?:casual|current) )?(?:seats? )?vacan(?:t|cy|cies)\b.{0,40}$",
    re.IGNORECASE,
)
_COUNTED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_HOW_MANY = re.compile(
    r"^\W*(?:there (?:is|are) (?:currently |at present )?)?(?P<before>\d{1,2}|one|two|three|four|five|six|"
    r"seven|eight)\b|"
    r"(?<=[a-z])\W{1,3}(?:x\s?)?(?P<behind>\d{1,2})\W*$",
    re.IGNORECASE,
)


def vacant_in(text: str) -> int:
    """How many seats a text says are vacant: "Vacancy" one, "2 vacancies" and "Vacancies (2)" two."""
    found = _HOW_MANY.search(text)
    said = (found["before"] or found["behind"]).lower() if found else "1"
    return _COUNTED.get(said) or max(1, int(said) if said.isdigit() else 1)


_REPRESENTS = (
    r"(?:representatives?|reps?|(?:parent|teacher|school|staff)[ -]governors?|co-?opt(?:ed|ee)(?: "
    r"(?:member|governor))?|"
    r"(?:statutory|added|lay|independent|advisory|external|co-?opted) (?:member|person)|diocese(?: of \w+)"
    r"?|diocesan \w+|"
    r"non-?voting(?: member)?)"
)
_FOR_WHOM = re.compile(
    rf"^(?P<name>[^,–—()]{{3,60}}?)(?:\s*,\s*|\s+[-–—]\s+)(?P<of>[^,()]{{0,60}}?\b{_REPRESENTS}\b[^,()]{{0,40}}?)"
    r"(?P<more>(?:\s*[,–—-]\s*|\s*\()(?:no vote|non-?voting|without a vote|not voting|voting|with a vote)\)?)?\s*$",
    re.IGNORECASE,
)


def represents(cell: str) -> str:
    """A name with whom its bearer speaks for in brackets, where that stands behind a comma or a dash: "Cat Ash, Teacher
    Representative"; any other cell as it is."""
    found = _FOR_WHOM.match(cell.strip())
    if found is None or not is_name(found["name"]):
        return cell
    more = f", {found['more'].strip(' ,()–—-')}" if found["more"] else ""
    return f"{found['name']} ({found['of'].strip()}{more})"


_ROADS = "road|street|lane|close|avenue|drive|way|gardens|crescent|house|cottage|farm|terrace"
_NO_TITLE = "".join(
    rf"(?<!\b{title} )" for title in ("Mr", "Ms", "Mrs", "Dr", "Miss", "Cllr", "Councillor", "Sir", "Lady", "Lord")
)
REACHED = re.compile(
    r"^(?:tel|telephone|phone|mobile|mob|e-?mail)\b\.?\s*[:.]|"
    r"^[tem]\b\.?\s*:?\s*(?=[\d(+])|@|^\(?0\d[\d ()-]{7,}|^\d+[a-z]?,? [A-Z]|"
    rf"\b[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}\b|"
    rf"(?<=[\w’,] )(?<!\b[A-Z] )(?<!\b[A-Z]\. ){_NO_TITLE}\b(?:{_ROADS})\b\s*,?",
    re.IGNORECASE,
)
"""Where somebody is reached, and no name: but "L Way" and "Mrs Street" are people."""


_TELEPHONE = (
    r"(?:\(?(?:tel|telephone|phone|mobile|mob|[tme])\b\.?(?:\s*no\.?)?\s*:?\s*)?\(?(?:\+44\s?|0)\d[\d ()-]{7,}\)?|"
    r"(?:e-?mail\s*:?\s*)?[\w.+-]+@[\w.-]+"
)
_REACHED_AT = re.compile(rf"(?:\s*[,;–-]?\s+(?:{_TELEPHONE}))+\s*$", re.IGNORECASE)


def without_telephones(text: str) -> str:
    """A name without the telephone and the address for e-mail that stand behind it."""
    return _REACHED_AT.sub("", text)


_SAYS = re.compile(r"^(?:dear|you|notice|please|to be)\b|\b(?:is|are|will|hereby|requested|summoned)\b", re.IGNORECASE)


def is_reached(text: str) -> bool:
    """Whether a line says how somebody is reached, and is no sentence with an address in it."""
    return len(text) < 100 and bool(REACHED.search(text)) and not _SAYS.search(text)


def _called(part: str) -> bool:
    """Whether a part of a row is a person called by what stands before the name, or a vacancy."""
    titled = is_titled(part) or re.match(r"(?:lord |depute |deputy )*(?:provost|mayor)\b", part, re.IGNORECASE)
    return bool(titled or VACANCY.match(part))


def with_wards(parts: Sequence[str]) -> bool:
    """Whether each in a row is called a councillor by name, and followed by a ward: "Cllr Ann Oak, Weir North"."""
    called = [_called(part) for part in parts]
    one = bool(parts) and bool(re.match(r"(?:councillor|cllr)\b", parts[0], re.IGNORECASE))
    return one and not all(called) and (sum(called) > 1 or len(parts) == 2)


def _with_offices(parts: Sequence[str]) -> list[str]:
    """The names of a row with wards, each with the office that stands in brackets behind its ward."""
    found: list[str] = []
    for part in parts:
        if _called(part):
            found.append(part)
        elif office := re.search(r"\([^()]*\)\s*$", part):
            found[-1] += f" {office[0]}"
    return found


def without_addresses(parts: Sequence[str]) -> list[str]:
    """The names among the parts of a line: what follows one and is an address, a telephone or a ward is left out."""
    found: list[str] = []
    away = False
    if with_wards(parts):
        return _with_offices(parts)
    one = is_titled(parts[0]) and not re.match(r"(?:councillors|cllrs)\b", parts[0], re.IGNORECASE) if parts else False
    if one and any(REACHED.search(part) and not VACANCY.match(part) for part in parts[1:]):
        # One name, and where its bearer lives.
        parts = [parts[0], *(part for part in parts[1:] if is_titled(part) or VACANCY.match(part))]
    for part in parts:
        if VACANCY.match(part):
            found.append(part)
            continue
        if found and is_titled(part) and is_name(re.sub(r"\s*\([^()]*\)", "", part)):
            # "Mr S Ward" is no ward.
            found.append(part)
            away = False
            continue
        away = found != [] and not is_titled(part) and (away or bool(re.match(r"^\d+[a-z]?,? ", part)))
        if away or (
            found and (REACHED.search(part) or re.match(r"^[\d+(]", part) or re.search(r"\bward\b", part, re.I))
        ):
            continue
        found.append(re.sub(r"\s+(?:[–-]\s*)?(?:tel|telephone|mob|mobile|e-?mail)\b.*$", "", part, flags=re.IGNORECASE))
    return found


def with_post(cells: Sequence[str]) -> tuple[str, str] | None:
    """The one name in a row and what stands in the cells beside it, "" for an office, which is put with the name: "Ann
    Oak | Chair", "Cllr Bob Elm | Cabinet Member for Finance"; None for any other row."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or not is_name(filled[0]) or any(is_name(cell) or VACANCY.match(cell) for cell in filled[1:]):
        return None
    called = re.search(r"\(([^()]+)\)$", filled[-1])
    office = next((cell for cell in filled[1:] if is_office(cell)), "")
    if not office and called and is_office(bare := called[1].removeprefix("in the ")):
        office = bare
    beside = ", ".join(cell for cell in filled[1:] if cell != office and not REACHED.search(cell))
    return (f"{filled[0]} ({office})" if office else filled[0]), beside


def is_surname(text: str) -> bool:
    """Whether a name on a list may be a surname alone."""
    bare = bare_name(text)
    return bool(SURNAME.match(bare)) and bare.casefold() not in NO_SURNAME and not JOBS.search(bare)


_INITIALS_LAST = re.compile(
    r"^(?:(?:Cllr|Councillor)\.?\s+)?(?P<surname>(?:O['’]|Mc|Mac)?[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)*),?\s+"
    r"(?P<initials>(?:[A-Z]\.?\s?){1,4})(?P<rest>\s*\([^()]*\))?$"
)


def initials_last(cell: str) -> str:
    """A name whose initials stand behind the surname, turned round: "Ash EF" is "E F Ash"; "" for any other."""
    found = _INITIALS_LAST.match(cell.strip())
    if found is None or is_only_letters(found["initials"].strip()) or is_titled(found["surname"]):
        return ""
    initials = " ".join(sign for sign in found["initials"] if sign.isalpha())
    return f"{initials} {found['surname']}{found['rest'] or ''}"


def words_of(name: str) -> int:
    """How many words of a name begin with a capital: "James de la Mare" has two."""
    return sum(word[:1].isupper() for word in name.split())


GUESSED = "\u2060"
"""Marks a name that was cut out of a row without columns; nobody sees it."""


def parted(text: str, known: list[str]) -> list[str]:
    """A text as the names in it, where columns were lost and the names are known: "Jo Reed Abel Vale"."""
    words = bare_name(text).split()
    if len(words) < 4 or len(words) > 12:
        return [text]
    for cut in range(2, len(words) - 1):
        first = " ".join(words[:cut])
        rest = parted(" ".join(words[cut:]), known)
        if all(any(likeness(part, name) in ("same", "likely") for name in known) for part in (first, *rest)):
            return [first, *rest]
    if len(words) > 5 and len(words) % 2 == 0 and all(word[:1].isupper() for word in words):
        return [f"{given} {surname}{GUESSED}" for given, surname in zip(words[::2], words[1::2], strict=True)]
    return [text]
