"""Names of people as packs print them, and whether two of them are one person's (56 of the irregularities)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Literal

from clerk.setup.honours import is_only_letters, parts_of
from clerk.surnames import PARTICLE
from store.packs.marks import one_space

_TITLED = re.compile(
    r"^(?:the\s+)?(?:councillors?|cllrs?|cllr|cyng(?:horydd)?|bailie|alderman|ald|mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|"
    r"rev(?:erend|['’]?d)?|lord|lady|rt\.? hon)\b\.?:?\s*",
    re.IGNORECASE,
)
_CHAIR = r"(?:chair(?:man|woman|person|e)?|convenor|convener|mayor|provost|president|cadeirydd|maer)"
_OFFICE = re.compile(
    rf"\(?\b(?P<vice>vice|deputy|depute|assistant|is)?[\s-]*(?:(?:town|lord|city|joint|independent)\s+)?{_CHAIR}\b(?:\s+of\s+the\s+(?:committee|council|board))?"
    r"(?:\s+(?:elect|designate))?\)?|\((?P<vc>v\.?c\.?|d\.?c\.?)\)|\(c\.?(?:h(?:air)?)?\)",
    re.IGNORECASE,
)
_NAME_WORD = rf"(?:[A-Z][^\W\d_]*(?:[-'’.][^\W\d_]+)*\.?|{PARTICLE})"
_NAME = re.compile(rf"^{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}$")
JOBS = re.compile(
    r"\b(?:director|officer|head|lead|manager|chief|councillor|cllr|chair(?:man|woman)?|leader|mayor|executive|assistant|"
    r"clerk|solicitor|engineer|surveyor|treasurer|secretary|accountant|auditor|registrar|harbour master|"
    r"deputy|interim|strategic|commissioning|partner|business|finance|governance|service|services|team|committee|council|"
    r"representatives?|nominees?|appointees?|"
    r"weithredwr|cyfarwyddwr|pennaeth|swyddog|clerc|arweinydd|"
    r"contact|email|tel|telephone|report|title|date|members?|substitutes?|apologies|agenda|item|meeting|venue|quorum)\b",
    re.IGNORECASE,
)


_STOPPED = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=\)))\.+$")
_SHORTENED = re.compile(r"\b(?:jnr|snr|jr|sr|esq|bart|hons)\.$", re.IGNORECASE)


def without_stop(name: str) -> str:
    """A name without the full stop of the sentence that it ends; one that shortens a word stays: "Hay Jnr."."""
    return name if _SHORTENED.search(name) else _STOPPED.sub("", name)


def bare_name(text: str) -> str:
    """A name without honorific, honours, office or party in brackets: "Councillor Jo Reed CBE (Chairman)" is "Jo
    Reed"."""
    text = one_space(text).strip(" ,;:*†‡#+•●▪-–—")
    text = _HONS.sub(r" \1", text)
    # A name that was broken at its hyphen.
    text = re.sub(r"(?<=[a-z])- (?=[A-Z][a-z])", "-", text)
    text = re.sub(r"\s*\((?!hons?\b)[^()]*\)\s*", " ", text, flags=re.IGNORECASE).strip(" ,;:*†‡#+-–—")
    text = re.sub(r"\s+\.$", "", without_stop(text))
    _, text, _ = parts_of(_TAILED.sub("", text))
    if text.isupper() and len(text) > 3:
        return _ordinary(text)
    return " ".join(
        _ordinary(word) if word.isupper() and len(word) > 2 and number else word
        for number, word in enumerate(text.split())
    )


_TAILED = re.compile(rf"\s+(?:[-–—:]|in)\s+(?:the\s+)?(?:(?:vice|deputy|depute)[\s-]*)?{_CHAIR}\b.*$", re.IGNORECASE)
_HONS = re.compile(r"\s*(\((?:hons?|oxon|cantab)\.?\))", re.IGNORECASE)


def honours_in(text: str) -> str:
    """The letters after a name: "MBE JP"."""
    bare = re.sub(r"\s*\((?!hons?\b)[^()]*\)\s*", " ", one_space(text), flags=re.IGNORECASE).strip(" *,;")
    letters = parts_of(without_stop(bare))[2]
    # The stop of a sentence is none of "M.B.E.".
    return letters.removesuffix(".") if letters.count(".") == 1 else letters


def honorific(text: str) -> str:
    """What stands before a name and is no post: "Mrs", "Rt Hon"."""
    return parts_of(one_space(text).strip(" *•-–"))[0]


def is_titled(text: str) -> bool:
    """Whether a name is printed with what stands before a name: "Cllr", "Ms"."""
    return bool(_TITLED.match(text.strip()))


def is_councillor(text: str) -> bool:
    """Whether a name is printed as a councillor's."""
    return bool(re.match(r"(?:cllrs?|councillors?|cyng(?:horydd)?|bailie|alderman)\b", text.strip(), re.IGNORECASE))


def office_in(text: str) -> str:
    """ "chair", "vice-chair" or ""."""
    found = _OFFICE.search(text)
    return "" if not found else "vice-chair" if found["vice"] or found["vc"] else "chair"


def is_civic(text: str) -> bool:
    """Whether an office is a council's own, Mayor or Provost, which gives nobody the chair of a committee."""
    found = _OFFICE.search(text)
    return found is not None and bool(re.search(r"mayor|provost|maer", found[0], re.IGNORECASE))


def is_name(text: str) -> bool:
    """Whether a text looks like one person's name."""
    bare = bare_name(text)
    if len(bare) >= 60 or bare.startswith("The ") or not _NAME.match(bare):
        return False
    return not JOBS.search(bare) and not ORGANISATION.search(bare)


ORGANISATION = re.compile(
    r"\b(?:board|trust|ltd|limited|llp|plc|association|authority|university|college|school|academy|federation|"
    r"forum|partnership|healthwatch|unison|gmb|unite|nhs|icb|police|constabulary|union|charity|foundation|alliance)\b",
    re.IGNORECASE,
)
"""What is in the name of those who send somebody to a body, and in nobody's own."""


def names_in(cell: str) -> list[str]:
    """The names in a cell or line: one, or several where columns ran together ("Councillor A B Councillor C D")."""
    if is_titled(cell):
        # "Councillor Ann Oak: Councillor Bob Elm", but not "Mill Ward: Councillor Ann Oak".
        cell = re.sub(r"\s*:\s+(?=(?:Councillor|Cllr|Provost|Bailie)\b)", "; ", cell)
    parts = re.split(
        r"(?:\n|[,;]\s+(?:and\s+)?|\s+(?:and|&|a|ac)\s+(?=[A-Z(\d])|(?:\s+|(?<=[a-z]))(?=(?:Councillor|Cllr)\b))"
        # Nothing within brackets parts names: "(Leader and Chair)".
        r"(?![^()]*\))",
        cell,
    )
    names: list[str] = []
    for part in filter(None, map(str.strip, parts)):
        if re.fullmatch(r"(?:Councillors?|Cllrs?)[.:]?", part):
            continue
        if names and (is_only_letters(part) or is_office(part)):
            # "Gus Hay MBE, JP" and "Ann Oak, Chair" are one person each.
            names[-1] = f"{names[-1]} ({part.strip('()')})" if is_office(part) else f"{names[-1]} {part}"
            continue
        names.append(part)
    return names


def is_office(text: str) -> bool:
    """Whether a text is an office and nothing else: "Vice-Chair"."""
    return bool(_OFFICE.fullmatch(text.strip(" -–")))


def _ordinary(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize() if word.end() - word.start() > 1 else word[0], text)


def key(text: str) -> str:
    """A name for comparison: no case, accents, hyphens, apostrophes or dots."""
    bare = unicodedata.normalize("NFKD", bare_name(text)).casefold()
    return " ".join("".join(c for c in bare if c.isalnum() or c == " ").split())


Likeness = Literal["", "perhaps", "likely", "same"]


def likeness(one: str, other: str) -> Likeness:
    """How sure it is that two names are one person's: by surname, initials and spelling."""
    first, second = key(one).split(), key(other).split()
    if not first or not second:
        return ""
    if first == second:
        return "same"
    surname = _near(first[-1], second[-1])
    if surname < 0.8:
        return ""
    if len(first) == 1 or len(second) == 1:
        return "likely" if surname == 1 else ""
    given = max(_given(a, b) for a in first[:-1] for b in second[:-1])
    if surname == 1:
        return "same" if given == 1 else "likely" if given >= 0.75 else ""
    return "likely" if given == 1 and surname >= 0.85 else "perhaps" if given >= 0.75 else ""


def _given(one: str, other: str) -> float:
    if len(one) == 1 or len(other) == 1:
        return 1.0 if one[0] == other[0] else 0.0
    return _near(one, other)


def _near(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def best_match(name: str, known: Iterable[str]) -> tuple[str, Likeness, list[str]]:
    """The known name that is meant, how sure that is, and all that it could be where that is not clear.

    A surname alone is sure enough where only one on the roll has it.
    """
    rank = {"same": 3, "likely": 2, "perhaps": 1, "": 0}
    found = sorted(((likeness(name, other), other) for other in known), key=lambda pair: -rank[pair[0]])
    found = [pair for pair in found if pair[0]]
    if not found:
        return "", "", []
    best = found[0][0]
    equals = [other for how, other in found if how == best]
    if len(equals) > 1:
        return equals[0], "perhaps", equals
    return found[0][1], best, [other for _, other in found]
