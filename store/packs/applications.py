"""What an agenda says of an application beside its title: the number that it was lodged under, and its ward."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.packs.facts import Record
from store.packs.stream import Line

_TOKEN = re.compile(r"(?<![\w/])(?=[A-Z\d./]*\d{2})[A-Z\d][A-Z\d.]*(?:/[A-Z\d][A-Z\d.-]*){1,4}(?![\w/])")
_DAY = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})|\d{1,2}/(?:19|20)\d\d|(?:19|20)\d\d/(?:(?:19|20)\d\d|\d{2})")
"""A day, a month or a year that is written with a stroke: "12/05/2026", "2025/26"."""

_FORM = re.compile(r"/(?:[A-Z]{1,7}\d?|[A-Z]\d{1,2})$")
"""What kind of application a number is of, behind it: "26/00417/FUL"."""

_OF_PLANNING = re.compile(
    r"\b(?:erection|dwellings?|applications?|change of use|extensions?|conversion|retention|retrospective|"
    r"variation of condition|outline|construction|demolition|siting|land (?:at|off|adjacent|to|north|south|east|west)|"
    r"installation|formation|replacement|alterations?|listed building|reserved matters|permission|planning|"
    r"development|wind turbine|solar|residential|tree works?|works to|certificate of lawful|advertisement|"
    r"buildings?|garage|fence|quarry|waste)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"^(?P<label>(?:planning |licence |licensing |lpa )?(?:application|app|case|file|reference|ref|planning ref|"
    r"register)s?\.?"
    r"(?: (?:no|nos|number|ref|reference|id)s?\b\.?)?(?: ?(?:no|number)\b\.?)?)"
    r"(?:\s*[:–-]\s*|\s+(?=(?=[A-Z\d./]*\d{2})[A-Z\d.]+/[A-Z\d./-]+$))(?P<value>\S.*)$",
    re.IGNORECASE,
)
_WARD = re.compile(
    r"^(?:(?:electoral )?(?:wards?|divisions?)(?:\(s\))?(?: ?/ ?(?:wards?|divisions?|parish))?(?: (?:affected|name))?)"
    r"\s*[:–-]\s*(?P<value>\S.*)$|^(?P<of>[A-Z][\w'’&. -]{2,40}) (?:Ward|Division)$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\s*[,;|(]?\s+(?=(?:wards?|divisions?|parish|case officer|officer|applicant|agent|date|proposal|location|site|"
    r"application (?:no|number|type)|ref|target date|expiry|grid ref|received|valid)\b[^:]{0,20}:)",
    re.IGNORECASE,
)
"""Where another label begins on a line."""

_WHAT = re.compile(
    r"^(?P<label>(?:full )?(?:description(?: of (?:the )?(?:development|proposal))?|proposals?|proposed development|"
    r"development)|(?:site |application )?(?:location|address|site|premises))\s*[:–-]\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?:all|n/?a|none|borough|county|district|city)\b.{0,14}", re.IGNORECASE)


_OTHER = re.compile(
    r"^(?:case officer|planning officer|contact officer|officer|applicant|agent|parish|grid ref(?:erence)?|target date|"
    r"expiry(?: date)?|valid(?:ated)?(?: date)?|date (?:valid|received|registered)|(?:application )?type|"
    r"premises licence holder|licence holder|designated premises supervisor)s?(?:\(s\))?(?: \w+)?\s*[:–-]\s*\S",
    re.IGNORECASE,
)
"""What else is said of an application beside a label."""


_SHEET = re.compile(
    r"^(?:(?:report|agenda|schedule|plans? list) )?item(?: no\.?| number)?\s*[:.]?\s*(?:[A-Z]{1,3})?\d{1,3}[a-z]?$|"
    r"^report (?:no|number)\.?\s*[:.]?\s*(?:[A-Z]{1,3})?\d{1,3}[a-z]?$",
    re.IGNORECASE,
)
"""What begins the sheet of an application: "Report Item No A1"."""


def begins_sheet(line: Line) -> bool:
    """Whether a line, or a cell of it, gives the number of an application's sheet."""
    return any(_SHEET.match(" ".join(cell.split())) for cell in line.filled)


def _labels(line: Line) -> list[str]:
    """What a line says beside its labels, each apart; a label may stand in a cell of its own, or in one with what it is
    of."""
    cells = [" ".join(cell.split()) for cell in line.filled]
    if len(cells) > 1 and any(
        pattern.match(cell) for cell in cells for pattern in (_CASE, _WARD, _WHAT, _OTHER, _SHEET)
    ):
        return [part for cell in cells for part in parted_labels(cell)]
    return parted_labels(_told(line))


def is_label(text: str) -> bool:
    """Whether a line says something of an application beside a label: "Ward: Holt", "Case Officer: Jo Reed"."""
    first = parted_labels(text)[:1]
    return any(pattern.match(part) for part in first for pattern in (_CASE, _WARD, _WHAT, _OTHER)) and len(text) < 250


def is_case(line: Line) -> bool:
    """Whether a line says the number of an application beside a label: "Application No: 26/00417/FUL"."""
    for part in _labels(line):
        if found := _CASE.match(part):
            called = re.match(r"(?:planning |licen\w+ )?app", found["label"], re.IGNORECASE)
            return bool(case_in(found["value"]) or (called and re.search(r"\d", found["value"])))
    return False


def _told(line: Line) -> str:
    """What a line says; a label in a cell of its own is put before what it is of."""
    return (
        ": ".join(cell.replace("\n", " ").strip(" :") for cell in line.filled) if len(line.filled) == 2 else line.text
    )


def case_in(text: str) -> str:
    """The number of an application in a text: "PF/15/0640", "26/00417/FUL"; "" for none."""
    for found in _TOKEN.finditer(text):
        token = found[0].rstrip(".-")
        digits = re.findall(r"\d+", token)
        if not _DAY.fullmatch(token) and sum(map(len, digits)) >= 5 and any(len(each) >= 3 for each in digits):
            return token
    return ""


def parted_labels(text: str) -> list[str]:
    """The labels of a line with what each says: "Ward: Holt  Case Officer: Jo Reed" has two."""
    starts = [0]
    for found in _NEXT.finditer(text):
        # "Electoral Ward:" is one label.
        if ":" in text[starts[-1] : found.start()]:
            starts.append(found.end())
    ends = [*starts[1:], len(text)]
    return [text[start:end].strip(" ,;|(") for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def read_application(item: Record, below: Sequence[Line], line: Line, above: str = "") -> None:
    """Put the case number and the ward that an item's title, or what stands below it, says into the item. `above` is
    the heading, or the item, that it stands under."""
    title = item.get("title")
    labelled = [(part, each) for each in below for part in _labels(each)]
    named = next(((found, each) for part, each in labelled if (found := _CASE.match(part))), None)
    own = case_in(title)
    if own and not (
        _FORM.search(own) or _OF_PLANNING.search(" ".join([above, title, *(part for part, _ in labelled[:12])]))
    ):
        own = ""
    case, at = own, line
    if not case and named is not None:
        found, at = named
        case = case_in(found["value"])
        if not case and re.match(r"(?:planning |licen\w+ )?(?:app|case)", found["label"], re.IGNORECASE):
            # Called the number of an application, whatever it looks like.
            case = (
                re.split(r"\s*[,;(]|\s{2,}|\s+(?=[A-Z][a-z])", found["value"])[0]
                if re.search(r"\d", found["value"])
                else ""
            )
    if not case:
        return
    item.put("case", case, at, "business.case", "likely")
    if ward := next(((found, each) for part, each in labelled if (found := _WARD.match(part))), None):
        words = (ward[0]["value"] or ward[0]["of"]).strip(" .;,")
        if not _NONE.fullmatch(words) and len(words) < 80:
            item.put("ward", re.sub(r"\s+(?:ward|division)$", "", words, flags=re.IGNORECASE), ward[1], "business.ward")
    elif brackets := re.search(r"\((?P<ward>[A-Z][\w'’&. -]{2,40}) (?i:ward|division)\)", title):
        item.put("ward", brackets["ward"], line, "business.ward")
    _called(item, [part for part, _ in labelled])


def _called(item: Record, parts: Sequence[str]) -> None:
    """A title that is nothing but the number of an application is said by what it is for, and where."""
    fact = item.facts["title"]
    rest = fact.value.replace(item.get("case"), "")
    if re.sub(r"\b(?:planning|application|case|ref(?:erence)?|no|number|item)\b|\W", "", rest, flags=re.IGNORECASE):
        return
    what = [found for part in parts if (found := _WHAT.match(part))]
    said = [next((one["value"] for one in what if _is_where(one["label"]) is where), "") for where in (True, False)]
    if any(said):
        words = " – ".join(filter(None, said)).rstrip(" .")
        item.facts["title"] = replace(fact, value=words, rule="business.below", sure="likely")


def _is_where(label: str) -> bool:
    return bool(re.search(r"location|address|site|premises", label, re.IGNORECASE))
