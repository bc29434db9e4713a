"""The people whom a cell or a line of a list of members names, each as printed, without what else stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clerk.setup.honours import turned
from store.packs.bodies import BODY, is_council
from store.packs.names import JOBS, ORGANISATION, bare_name, is_name, is_office, is_titled, names_in
from store.packs.roll_doubts import Doubtful
from store.packs.roll_lines import IN_A_WARD, PAIRS
from store.packs.roll_names import REACHED, initials_last, represents, with_wards, without_addresses, without_telephones
from store.packs.stream import Line

_OF = re.compile(
    r"^(?P<name>[^,–]{3,50}?(?:\([^()]*\))?)\s*(?:,|\s[-–])\s+(?P<of>[A-Z][^,;]{1,70}?)\s*(?P<office>\([^()]*\))?$"
)
"""One with whom they speak for, or what they are, behind the name: "Donna Coe, NHS (Vice-Chair)"."""

_DASHED = re.compile(r"(?P<name>[A-Z][^,;–]{3,50}?(?:\s*\([^()]*\))?)\s+[-–]\s+(?P<ward>[A-Z][\w '’&-]{2,40})")
"""One with what may be a ward behind a dash: "Mr Ivo Oak (Leader of the Council) - Mill"."""

_FOR_WHOM = re.compile(r"^(?!(?:Councillor|Cllr)\b)[A-Z][\w '’&-]{2,40}:\s+(?=(?:Councillors?|Cllrs?)\b)")
"""For which council or ward those sit who stand behind it."""

_YEAR = r"20\d\d\s?[/–-]\s?(?:20)?\d\d\b"
_FOR_A_YEAR = re.compile(
    rf"\b(chair\w*|mayor|conven[oe]r|provost|president)\s+(?:for\s+)?(?:\({_YEAR}\)|{_YEAR})", re.IGNORECASE
)
"""An office with the year for which it is held."""

_TAIL = re.compile(r"\s+[-–]\s+(?P<of>[A-Z][^()]*)$")


def people_in(cell: str, co_opted: str, inline: bool, doubtful: Doubtful) -> list[str]:
    """The names in a cell. `co_opted` says that they are co-optees', `inline` that it is a line of the list's own
    heading."""
    if co_opted:
        # Whom a co-optee speaks for stands behind a comma or a dash as well.
        whole = re.sub(r"^(.*?\w)\s*(?:,|\s[–-])\s+((?:representing )?[^()]{3,80})$", r"\1 (\2)", cell)
        parted = len(names_in(cell)) > 1 and all(map(is_name, names_in(cell)))
        titled = re.search(r"\((?:mr|mrs|ms|miss|dr|rev|prof|cllr|councillor)\b", whole, re.IGNORECASE)
        if is_name(whole) and not titled and not (parted and inline):
            return [re.sub(r"\(representing ", "(", whole)]
    cell = _FOR_WHOM.sub("", cell)
    if PAIRS.match(cell):
        # "Oak, Ann (Chair); Elm, Bob": the surname stands first, and a semicolon between people.
        return [one for pair in cell.strip(" .;").split(";") for one in _turned_round(pair.strip(), doubtful)]
    if not inline and (named := IN_A_WARD.fullmatch(cell)):
        doubtful.wards.append((bare_name(named["name"]), named["ward"]))
        return [named["name"]]
    if not inline and (sits := _DASHED.fullmatch(cell)) and _sits_for(sits["name"], sits["ward"]):
        doubtful.wards.append((bare_name(sits["name"]), sits["ward"]))
        return [sits["name"]]
    if not inline and (alone := _with_whom(cell)):
        return [alone]
    single = not inline and not re.match(r"(?:councillors|cllrs)\b", cell, re.IGNORECASE)
    if single and (other := initials_last(cell)):
        doubtful.turned.append(other)
        return [other]
    bare = re.sub(r"\s*\([^()]*\)", "", cell)
    if single and turned(bare) != bare:
        # One to a line, with the surname first: "Hay, Gus MBE (Chair)".
        return _turned_round(cell, doubtful)
    parts = [_without_whom(part) for part in names_in(cell)]
    if with_wards(parts) and len(parts) == 2 and not REACHED.search(parts[1]):
        doubtful.wards.append((bare_name(parts[0]), parts[1]))
    return without_addresses(parts)


def _sits_for(name: str, ward: str) -> bool:
    """Whether what stands behind somebody's name and a dash may be a ward: no post, no body and nobody else."""
    other = JOBS.search(ward) or _stands_for_no_name(ward) or is_office(ward) or is_titled(ward)
    return is_titled(name) and is_name(name) and not other


def with_no_label(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells of a row, the first left empty where it says for which council, ward or group those beside it sit."""
    beside = [cell for cell in cells[1:] if cell]
    label = cells[0] and (not is_name(cells[0]) or is_council(cells[0])) and not is_titled(cells[0])
    if label and beside and all(is_titled(cell) for cell in beside):
        return ("", *cells[1:])
    return tuple(cells)


def people_below(below: Line | None) -> bool:
    """Whether a line is of people called by what stands before a name."""
    return below is not None and all(
        is_titled(cell) and is_name(without_telephones(cell)) for cell in below.filled if cell
    )


def without_reach(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells of a row without telephones; of a name that has one, without where its bearer lives: "T Cope, The Old
    Forge 01632 960126"."""
    bare = [without_telephones(f" {cell}").strip() for cell in cells]
    if bare == list(cells):
        return tuple(cells)
    return tuple(_without_home(cell) for cell in bare)


def with_whom(line: Line) -> Line:
    """The line, whom those who are named speak for in brackets behind each name, and an office without its year."""
    if line.cells:
        cells = tuple(represents(_FOR_A_YEAR.sub(r"\1", cell)) for cell in line.cells)
        return line if cells == line.cells else replace(line, cells=cells, text=" ".join(filter(None, cells)))
    said = represents(_FOR_A_YEAR.sub(r"\1", line.text))
    return line if said == line.text else replace(line, text=said)


def _without_home(cell: str) -> str:
    name, _, rest = cell.partition(",")
    return name if rest and is_name(name) and not is_titled(rest) and not is_name(rest.split(",")[0]) else cell


def _stands_for_no_name(text: str) -> bool:
    """Whether words beside a name are a body's, a post's, or letters that stand for one."""
    known = BODY.search(text) or JOBS.search(text) or ORGANISATION.search(text)
    return bool(known or text.isupper()) and not is_office(text)


def _with_whom(cell: str) -> str:
    """The one name in a cell that says whom its bearer speaks for, with an office that stands behind that."""
    found = _OF.match(cell)
    if found is None or not is_name(found["name"]) or is_titled(found["of"]) or is_name(found["of"]):
        return ""
    if not _stands_for_no_name(found["of"]):
        return ""
    return " ".join(filter(None, (found["name"].strip(), found["office"])))


def _without_whom(part: str) -> str:
    """A name of a line of several, without the body that it is followed by: "Cllr Ann Oak (Chair) - Weir Council"."""
    found = _TAIL.search(part)
    if found is None or not is_name(part[: found.start()]) or not _stands_for_no_name(found["of"]):
        return part
    return part[: found.start()]


def _turned_round(cell: str, doubtful: Doubtful) -> list[str]:
    """A name with its surname last, and what stands in brackets after it."""
    other = turned(re.sub(r"\s*\([^()]*\)", "", cell))
    doubtful.turned.append(bare_name(other))
    return [" ".join([other, *(f"({part})" for part in re.findall(r"\(([^()]+)\)", cell))])]
