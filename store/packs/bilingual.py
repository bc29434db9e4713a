"""Papers in Welsh and in English: the English of each line is read, and what says the same in Welsh beside it or above
it is left out, so that nothing stands there twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from store.packs.stream import Line, Stream
from store.packs.titles import SAYS_MORE

_SAME = {
    r"ymddiheur\w*": "apolog",
    r"dat(?:gan|ganiad)\w*": "declar",
    r"(?:f|b)uddian\w*": "interest",
    r"(?:ch|g|ngh)ofnod\w*|cofnod\w*": "minut",
    r"(?:g|ng)?ohebiaeth": "correspond",
    r"dyddiad\w*": "date",
    r"(?:g|ngh|ch)?yfarfod\w*|cyfarfod\w*": "meeting",
    r"(?:g|ngh|ch)?yngor|cyngor": "council",
    r"(?:b|ph|mh)wyllgor\w*|pwyllgor\w*|is-bwyllgor\w*": "committee",
    r"(?:g|ngh|ch)ynghorydd|cynghor(?:ydd|wyr)|cyng": "councillor",
    r"aelod\w*": "member",
    r"cadeirydd|gadeirydd": "chair",
    r"is-gadeirydd": "vice",
    r"neuadd|ystafell|canolfan": "hall|room|centre",
    r"siambr": "chamber",
    r"rhaglen": "agenda|programme",
    r"eitem\w*": "item",
    r"cynllun\w*|gynllun\w*": "plan",
    r"cyllid\w*|ariannol|gyllid\w*": "financ",
    r"adroddiad\w*": "report",
    r"hysbys\w*": "notice",
    r"cyhoedd\w*|gyhoedd\w*": "public",
    r"cwestiyn\w*": "question",
    r"croeso": "welcome",
    r"ethol\w*": "elect",
    r"nesaf": "next",
    r"brys": "urgent",
    r"archwili\w*": "audit",
    r"trwydded\w*": "licen",
    r"craffu": "scrutiny",
    r"argymhell\w*": "recommend",
    r"presennol|bresennol": "present",
    r"lleoliad|lle": "venue|place|location",
    r"amser": "time",
    r"clerc": "clerk",
    r"llwybrau|llwybr": "path",
    r"cynnig|gynnig\w*": "motion|proposal",
    r"eilyddion|dirprwy\w*": "substitut|deput",
    r"cais|ceisiadau": "application",
    r"nos|dydd": "day",
}
"""How words of an agenda begin or end in Welsh, and what they are in English."""

_WORDS = re.compile(
    r"(?:y|yr|yn|ac|â|gan|gyda|drwy|trwy|thrwy|wrth|dros|neu|ei|eu|ein|eich|hyn|hon|hwn|mae|bydd|sydd|ym|yng|nos|am|"
    r"o'r|i'r|a'r|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|llun|mercher|"
    r"iau|gwener|sadwrn|fawrth|fercher|wener|maes|tref|dref|sir|gwaith|busnes|unrhyw|arall|pentref|blynyddol|"
    rf"\w+(?:iadau|iaeth|aeth|ydd|oedd|aidd|yddion|iau|wch|wyr|ebau)|(?:rh|ll|ngh|gw)[aeiouwyâêîôûŵŷ]\w+|"
    rf"{'|'.join(_SAME)})",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"(?:the|of|and|to|for|in|on|at|is|are|be|will|with|by|from|or|held|hereby|agenda|council|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|(?:apolog|declar|interest|minut|correspond|date|meeting|councillor|committee|member|chair|vice|hall|room|"
    r"centre|chamber|item|plann|financ|report|notice|public|question|welcome|elect|next|urgent|audit|licen|scrutin|"
    r"recommend|present|venue|place|location|time|clerk|path|motion|substitut|deput|applic)\w*)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:rhaglen|eitem|cofnodion|ymddiheuriadau|datgan(?:iadau?)?|buddiant|aelodau|y cynghorydd|pwyllgor|hysbysir|"
    r"dyddiad|cyfarfod|cadeirydd|cynghorwyr|lleoliad|amser|neuadd|siambr|cyngor|gohebiaeth|ionawr|chwefror|ebrill|"
    r"mehefin|gorffennaf|awst|tachwedd|rhagfyr)\b",
    re.IGNORECASE,
)
_LEAST = 4
"""So many words of Welsh that agendas have, each once, make a paper one in two languages."""

LANGUAGES = "Welsh and English"

_HALVES = re.compile(r"\s*(?<![\d:/])[/|](?![\d/])\s*|\s+[/|]\s+")
_DASH = re.compile(r"\s+[–—-]\s+")
_LABELLED = re.compile(r"(?P<label>[^:]{2,60}):(?P<rest>\s+\S.*)")
_IN_BRACKETS = re.compile(r"\((?P<words>[^()]*[/|][^()]*)\)")
_TITLE_AFTER = re.compile(r"\b(?P<title>Councillor|Cllr\.?)\s*[/|]\s*(?:Y )?Cyng(?:horydd)?\b\.?", re.IGNORECASE)
_WHOSE = re.compile(
    r"\bCyngor\s+(?P<name>(?:(?:Cymuned|Tref|Sir|Dinas|Plwyf|Bwrdeistref(?: Sirol)?)\s+)?[^,.;/|]{3,60}?\s+"
    r"(?:(?:Community|Town|City|County(?: Borough)?|Borough)\s+)?Council)\b",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?:Cymuned|Tref|Sir|Dinas|Plwyf|Bwrdeistref(?: Sirol)?)\s+", re.IGNORECASE)
"""A council called in both languages at once: "Cyngor Cymuned Llanfair Community Council"."""


def is_bilingual(stream: Stream) -> bool:
    """Whether a paper says the same in Welsh and in English."""
    words = " ".join(line.whole for line in stream.lines)
    return len({found.casefold() for found in _TELLS.findall(words)}) >= _LEAST and bool(_ENGLISH.search(words))


def in_english(stream: Stream) -> Stream:
    """The stream with the English of each line alone, where it is in both languages; what is in Welsh alone stays."""
    if stream.data is not None or not is_bilingual(stream):
        return stream
    place = _english_at(stream.lines)
    lines = [_reduced(line, place) for line in stream.lines]
    return Stream(_paired(lines), stream.notes, stream.kind, stream.data, stream.file)


# -- beside one another ------------------------------------------------------------------------------------------------


_SURE = 3
"""So many lines that have the Welsh first, and none that has it last, tell of the others of a list."""


def _english_at(lines: Sequence[Line]) -> int | None:
    """Which half of a line is the English one, as far as their words tell; None where not always the same."""
    halves = [(line.text, english(line.text)) for line in lines if not line.cells and _HALVES.search(line.text)]
    told = [text.endswith(kept) for text, kept in halves if text != kept]
    return int(told[0]) if len(told) >= _SURE and len(set(told)) == 1 else None


def _reduced(line: Line, place: int | None) -> Line:
    if not line.cells:
        text = english(line.text)
        parts = _HALVES.split(text)
        if place is not None and line.mark not in ("", "-") and len(parts) == 2:
            text = parts[place]
        return line if text == line.text else replace(line, text=text)
    cells = tuple("\n".join(_without_twins(list(map(english, cell.split("\n"))))) for cell in line.cells)
    for place in range(len(cells) - 1):
        if _says_the_same(cells[place], cells[place + 1]):
            # The languages stand in columns of their own.
            cells = (*cells[:place], *cells[place + 1 :])
            break
    return replace(line, cells=cells, text=" ".join(filter(None, cells)).replace("\n", " "))


def _without_twins(parts: list[str]) -> list[str]:
    return [part for n, part in enumerate(parts) if n + 1 == len(parts) or not _says_the_same(part, parts[n + 1])]


def english(text: str) -> str:
    """The English of words that stand in both languages side by side; other words as they are."""
    text = _WHOSE.sub(lambda found: _KIND.sub("", found["name"], count=1), text)
    text = _TITLE_AFTER.sub(r"\g<title>", text)
    text = _IN_BRACKETS.sub(lambda found: f"({_half(found['words'])})", text)
    if found := _LABELLED.fullmatch(text):
        return f"{_half(found['label'])}: {_half(found['rest'].strip())}"
    return _half(text)


def _half(text: str) -> str:
    parts = _HALVES.split(text.strip())
    if len(parts) % 2:
        dashed = _DASH.split(text, maxsplit=1)
        return dashed[1] if len(dashed) == 2 and _says_the_same(*dashed) else text
    middle = len(parts) // 2
    one, other = " / ".join(parts[:middle]), " / ".join(parts[middle:])
    if _welsh(one) > 0 and _welsh(one) > _welsh(other):
        return other + _end(one, other)
    if _welsh(other) > 0 and _welsh(other) > _welsh(one):
        return one + _end(other, one)
    return text


def _end(welsh: str, other: str) -> str:
    """What closes a label that stood behind its Welsh alone."""
    return ":" if welsh.endswith(":") and not other.endswith(":") else ""


# -- above one another -------------------------------------------------------------------------------------------------


def _paired(lines: Sequence[Line]) -> list[Line]:
    """The lines; where one is in Welsh and the next, or the one before, says the same in English, the English takes its
    place and its number."""
    found: list[Line] = []
    numbered = [(line, below) for line, below in pairwise(lines) if line.mark not in ("", "-") and not below.mark]
    always = sum(_stands_for(line, below) for line, below in numbered) >= _SURE
    skip = False
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else None
        if skip:
            skip = False
        elif below is not None and (_stands_for(line, below) or (always and _may_stand_for(line, below))):
            found.append(replace(below, mark=line.mark or below.mark, gap=line.gap or below.gap))
            skip = True
        elif found and not line.mark and _stands_for(line, found[-1]):
            continue
        else:
            found.append(line)
    return found


def _stands_for(line: Line, other: Line) -> bool:
    """Whether a line is the Welsh of another, which has its number or none of its own."""
    plain = not line.cells and not other.cells and line.place.file == other.place.file
    return plain and other.mark in ("", line.mark) and _says_the_same(line.text, other.text)


def _may_stand_for(line: Line, below: Line) -> bool:
    """Whether a numbered line may be the Welsh of the one below, where others of the paper are."""
    plain = not line.cells and not below.cells and not below.text.endswith(".") and line.place.file == below.place.file
    titles = line.mark not in ("", "-") and not below.mark and line.text.isupper() == below.text.isupper()
    return plain and titles and _welsh(line.text) >= 0 and _welsh(below.text) <= 0 and not SAYS_MORE.match(below.text)


def _says_the_same(one: str, other: str) -> bool:
    """Whether words are Welsh, and those beside them English and of the same: they share a number, or a word that is
    the same in both languages."""
    if not one or not other or _welsh(one) <= 0 or _welsh(other) > 0:
        return False
    numbers = re.findall(r"\d+", one)
    if numbers or re.search(r"\d", other):
        return numbers == re.findall(r"\d+", other)
    return any(
        re.search(rf"\b(?:{welsh})\b", one, re.IGNORECASE) and re.search(rf"\b(?:{meant})", other, re.IGNORECASE)
        for welsh, meant in _SAME.items()
    )


def _welsh(text: str) -> int:
    """How many words of a text are Welsh, less those that are English."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    return sum((bool(_WORDS.fullmatch(word)) - bool(_ENGLISH.fullmatch(word))) for word in words)
