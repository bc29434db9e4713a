"""What papers say of business from which the public is to be excluded: in a heading, a title, below it, in a cell."""

from __future__ import annotations

import re
from typing import Literal

How = Literal["", "yes", "likely", "partly", "perhaps"]
"""Whether words have an item in private: "likely" and "perhaps" are asked about, and the first is taken to be so; of
"partly" a part of it is, such as an appendix."""

_NOT_SO = re.compile(
    r"\bnon-?(?:exempt|confidential|restricted|private)\b|\bnot (?:exempt|confidential|private|restricted)\b|"
    r"\bunrestricted\b",
    re.IGNORECASE,
)
_SHUT = re.compile(
    r"\b(?:exempt|confidential|private|restricted|excluded|closed|in[- ]camera|nfp|pink)\b|\bnot for (?:publication|"
    r"public\b)|\bnot (?:open|available) to the (?:press|public)|\bnon-public\b|\bnot in public\b",
    re.IGNORECASE,
)
"""What a heading says of a part of an agenda from which the public is excluded."""

_SHUT_OUT = re.compile(
    r"\b(?:closed|not open|not available|exclu\w+|private|absence|without)\b[^.]{0,25}\b(?:press|public)(?: "
    r"(?:and|or|&) (?:the )?"
    r"(?:press|public))?\b|\b(?:press|public)\b[^.]{0,25}\b(?:exclu\w+|not (?:present|admitted|permitted|allowed))\b|"
    r"\bnon-public\b|\bnot (?:for|in) (?:the )?public\w*",
    re.IGNORECASE,
)
"""Words in which the public is spoken of as gone."""

_OPEN = re.compile(r"\b(?:public|open)\b", re.IGNORECASE)
_SECOND = re.compile(
    r"(?:part|section|agenda)\s+(?:2|ii|two|b)\b[\s.:–-]*(?:(?:items?|business|agenda|reports?|matters|session|papers)"
    r"(?: of business)?)?\W*",
    re.IGNORECASE,
)

_WHAT = (
    r"(?:items?(?: of business)?|business|matters?|reports?|papers?|agenda|session|part|section|information|"
    r"appendix|appendices|minutes?|documents?|meeting)"
)
_HEADS = re.compile(
    rf"(?:(?:the |any |all |further |other |following |the following )*(?:exempt|confidential|private|"
    rf"restricted|closed|"
    rf"non-public|pink|part (?:2|ii|two|b))(?: ?(?:/|and|or|&) ?(?:exempt|confidential|private))?(?: {_WHAT})*"
    rf"(?: {_WHAT})?|{_WHAT} (?:(?:which|that) (?:are|is) )?(?:to be )?(?:(?:considered|taken|dealt with|heard|held|"
    rf"discussed|transacted) )?(?:(?:in private|in camera|in closed session|in committee)\b.*|"
    rf"(?:not for publication|exempt|confidential|containing exempt|likely to be (?:considered|taken) in private|"
    rf"from which the|during (?:which|consideration of which) the|with the (?:press|public)|in the absence of)\b.*)|"
    rf"not for publication\b.{{0,60}}|in (?:camera|private|closed session)\b.{{0,40}})",
    re.IGNORECASE,
)
"""How a line reads that heads business in private, and is no item of it."""

_OF_SEVERAL = re.compile(
    r"\b(?:items|business|matters|reports|papers|session|part|section|agenda|meeting|information)\b|^(?:\w+ ){0,2}"
    r"(?:private|camera)\b.{3,}",
    re.IGNORECASE,
)
"""What is said of several items, and not of the one above: "exempt items", but not "exempt report"."""

_NOUN = (
    r"(?:items?|reports?|papers?|business|session|information|minutes?|appendix|appendices|annex\w*|"
    r"documents?|under|by|"
    r"pursuant|in accordance|from (?:publication|disclosure)|para(?:graph|s)?\b\.?|categor\w+|schedule|section|s\.?\d|"
    r"rule|reasons?|part|for|agenda|matters?)"
)
_WORDS = (
    r"(?:exempt|confidential|private|restricted|closed|in camera|in private|nfp|not for publication|not public|"
    r"pink papers?|(?:part|section) (?:b|2|ii|two)\b(?! of ))"
)
_IN_BRACKETS = re.compile(
    rf"[(\[][^()\[\]]{{0,80}}?\b{_WORDS}(?!\w)[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"(?:\s[-–—]|[:;,*]|\.)\s*(?:wholly |fully |this (?:item|report) is )?{_WORDS}(?:\s*$|[\s:–—-]*\W?\s*{_NOUN}\b.*$|"
    r"\s*[-–—:(].*$)",
    re.IGNORECASE,
)
_PLAINLY = re.compile(
    rf"\b(?:exempt|confidential|in camera|in private|nfp|not for publication|not public|pink papers?)\b|"
    rf"\b(?:private|restricted|closed|(?:part|section) (?:b|2|ii|two))\b(?:\s*[)\]*]?\s*$|"
    rf"[\s:–—(-]+{_NOUN}\b|\s*[-–—:,;(])",
    re.IGNORECASE,
)
"""What leaves no doubt: "private" alone or before a report, but not "private sector"."""

_SECOND_PART = re.compile(r"(?:part|section) (?:b|2|ii|two)", re.IGNORECASE)
_BEFORE = re.compile(
    rf"^\W*(?:exempt|confidential|private|restricted|in camera|nfp|not for publication|part (?:b|2|ii|two))"
    rf"(?: {_WHAT})?\s*(?:[–—:]|\s-\s|-\s)\s*\S",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(
    r"\bschedule (?:12 ?a|7 ?a)\b|\b(?:section|s\.?) ?(?:100|50) ?a\b|\bpara(?:graph|s)?\.?(?:\(?s\)?)"
    r"?\s*(?:nos?\.?\s*)?"
    r"\d{1,2}[^.]{0,40}\b(?:part (?:1|i|one|4)\b|schedule)|\badmission to meetings\b",
    re.IGNORECASE,
)
_LONE = re.compile(r"[(\[](?:para(?:graph|s)?\.?|category)\s*\(?s?\)?\s*\d{1,2}[^()\[\]]{0,30}[)\]]\s*$", re.IGNORECASE)
"""Nothing but a paragraph, behind a title: "(Paragraph 3)"."""

_OUT = re.compile(r"\bnot for publication\b|\bin camera\b|\bin private$|\bclosed session\b", re.IGNORECASE)
_MINUTES = re.compile(r"\b(?:exempt|confidential|private|restricted|part (?:ii|2|b)) minutes?\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:exempt|confidential)\b(?! (?:accommodation|housing|dwelling\w*|propert\w+|waste|reporting|suppl\w+|"
    r"organi[sz]ations?|vehicles?|help\w*|counselling|advice|shredding|support|persons?|landlords?))",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:part(?:ly|ially)?|some(?: of)?)[- ](?:exempt|confidential|private|closed|restricted)\b|\bin part\b|"
    r"\b(?:exempt|confidential|private|restricted|pink) (?:appendix|appendices|annex\w*|attachments?|enclosures?|"
    r"schedules?)\b|\b(?:appendix|appendices|annex\w*|attachments?|enclosures?)\b",
    re.IGNORECASE,
)

_SAID = re.compile(
    r"\bnot (?:for|available for|to be made available for) publication\b|\bexempt (?:information|items?|reports?|from "
    r"(?:publication|disclosure)|by|under|in accordance|pursuant|para\w*\b|category|business)|\bexemption\b|"
    r"\bconfidential (?:information|items?|reports?|business|papers?)\b|\b(?:is|are|as|being|considered|marked|deemed) "
    r"(?:wholly |fully )?(?:exempt|confidential|not public|private)\b|\bschedule (?:12 ?a|7 ?a)\b|\b(?:press|public)\b"
    r"[^.]{0,60}\b(?:exclu\w+|leave|withdraw)\b|\bexclu\w+\b[^.]{0,40}\b(?:press|public)\b|\bin (?:private|camera|"
    r"closed session)\b|\bpink papers?\b|\bclosed session\b|\bprivate (?:session|report|item|paper|business)\b|"
    r"^\W*(?:exempt|confidential|private|restricted|closed|nfp)\W*$|^\W*(?:private|restricted) (?:report|item|paper)|"
    r"^\W*(?:exempt|confidential|private|restricted)\s*[-–—:(]|^\W*(?:part|section) (?:2|ii|two|b)"
    r"(?: (?:report|item|business|paper|agenda))?\W*$",
    re.IGNORECASE,
)
"""What stands below a title and may have the item in private."""

_EXCLUDES = re.compile(r"\b(?:exclu\w+|leave|withdraw)\b", re.IGNORECASE)
_OF_THIS = re.compile(
    r"\b(?:this|the) (?:item|report|matter|business)\b|\bduring (?:the )?(?:consideration|discussion|debate)\b|"
    r"\bexempt information\b|\bschedule\b",
    re.IGNORECASE,
)
"""What says that the public is to be excluded for the item itself."""

_DEPENDS = re.compile(
    r"\b(?:if|unless|whether|should (?:members|the)|may (?:be|need|wish|resolve|exclude|go)|might|in the event|"
    r"could|(?:may|must|can)(?:not| not)|where (?:necessary|appropriate)|any (?:items?|reports?|part))\b",
    re.IGNORECASE,
)


def heads_private(heading: str) -> How:
    """Whether a heading without a number begins a part of the agenda that is private; "perhaps" where it says both
    ways, or is a second part of which nothing is said."""
    words = _NOT_SO.sub(" open ", heading)
    rest = _SHUT_OUT.sub(" ", words)
    shut = bool(_SHUT.search(words)) or rest != words
    if shut:
        return "perhaps" if _OPEN.search(rest) else "yes"
    return "perhaps" if _SECOND.fullmatch(words.strip()) else ""


def heads_public(heading: str) -> bool:
    """Whether a heading begins a part in which the public is there."""
    return heads_private(heading) == "" and bool(_OPEN.search(_NOT_SO.sub(" open ", heading)))


def is_private_heading(text: str) -> bool:
    """Whether all of a line is the heading of business in private: "EXEMPT ITEMS", "Private session"."""
    words = text.strip(" .:–-*")
    heads = len(text) < 120 and not text.endswith(".") and not paragraphs_in(words)
    return heads and bool(_HEADS.fullmatch(words)) and bool(_OF_SEVERAL.search(words))


def title_says(title: str) -> How:
    """Whether a title has its item in private: by what stands in brackets, behind a dash, or before a colon."""
    words = _NOT_SO.sub(" ", title)
    marked = [found[0] for pattern in (_IN_BRACKETS, _BEHIND) for found in pattern.finditer(words)]
    whole = [each for each in marked if not _PARTLY.search(each)]
    second = [each for each in whole if _SECOND_PART.fullmatch(each.strip(" -–—:;,*.([)]"))]
    if _BEFORE.match(words) or _LONE.search(words) or any(map(_PLAINLY.search, set(whole) - set(second))):
        return "yes"
    if second:
        return "likely"
    if marked:
        return "perhaps" if whole else "partly"
    named = bool(_NAMED.search(words) or _SCHEDULE.search(words))
    if _MINUTES.search(words) or _OUT.search(words) or (named and paragraphs_in(words)):
        return "likely"
    return "perhaps" if named else ""


def note_says(note: str) -> How:
    """Whether a line below a title has its item in private."""
    words = _NOT_SO.sub(" ", note)
    if not _SAID.search(words) and not (_SCHEDULE.search(words) and paragraphs_in(words)):
        return ""
    if _DEPENDS.search(words) or (_EXCLUDES.search(words) and not _OF_THIS.search(words)):
        return "perhaps"
    return "partly" if _PARTLY.search(words) else "yes"


_OF_WHAT = (
    r"(?:(?:the|this|an?|that|both|all|some)\s+)?(?:(?:full|covering|accompanying|attached|main)\s+)?"
    r"(?:reports?|items?|papers?|business|matter|minutes?|document|plans?|schedules?|appendi(?:x|ces)|annex(?:e|es)?|"
    r"enclosures?|attachments?)"
)
_PAPER = re.compile(
    rf"\W*(?:(?:please )?note(?: that)?\s*[:–-]?\s*)?(?:{_OF_WHAT}\b[^.;]{{0,60}}?(?:\b(?:is|are|being|contains?|has|"
    r"have|includes?|will be)\b|[(:–—-])|(?:wholly |fully |partly )?(?:exempt|confidential|private|restricted|closed|"
    r"nfp|pink|not for (?:publication|public)|in private|in camera|not public|exclusion|excluded|"
    r"(?:part|section) (?:2|ii|two|b)|(?:by virtue of |under |reason: ?)?"
    r"(?:schedule|para(?:graph|s)?\.?(?:\(?s\)?)?) ?\d)\b)",
    re.IGNORECASE,
)
_LONG = 320


def is_private_note(text: str) -> bool:
    """Whether all that a line says is that its item, or a paper of that, is private: "(exempt: para 3)", "Appendix B is
    exempt". It is no item, no title and no part of what is recommended."""
    return len(text) < _LONG and bool(_PAPER.match(text)) and bool(note_says(text) or _LONE_NOTE.fullmatch(text))


_LONE_NOTE = re.compile(
    r"\W*(?:(?:exempt|confidential|private|restricted|schedule 12a)\W+)?para(?:graph|s)?\.?(?:\(?s\)?)?\s*"
    r"\d{1,2}(?:(?:\s*(?:,|&|and|or)\s*)+\d{1,2})*(?: appl(?:y|ies)| refers?)?\W*|"
    r"\W*(?:appendi(?:x|ces)|annex(?:e|es)?|enclosures?|attachments?)\b[^.;]{0,40}?\W(?:is |are )?"
    r"(?:wholly |fully )?(?:exempt|confidential|private|restricted|not public|not for publication)\W*",
    re.IGNORECASE,
)


def cell_says(cell: str) -> bool:
    """Whether a cell beside a title has its item in private: "Exempt", "Part 2", "Private (3)"."""
    return bool(_CELL.fullmatch(cell.strip(" .*")))


_CELL = re.compile(
    r"(?:wholly |fully )?(?:exempt|confidential|private|restricted|closed|nfp|not for publication|not public|in camera|"
    r"pink|(?:part|section) (?:2|ii|two|b))(?: (?:item|report|paper|business|session|information))?"
    r"(?:\W{0,3}(?:para(?:graph|s)?\.?\(?s?\)?|category|schedule|part|under|by virtue|\d).*)?",
    re.IGNORECASE,
)


_NUMBERS = re.compile(
    r"\b(?:para(?:graph|s)?\.?|categor(?:y|ies)|exempt(?:ion)?(?: information)?|s?chedule 12a(?: of [^,.;]{0,40})?)"
    r"(?:\s*\(?s\)?)?[\s.:(–-]*(?:nos?\.?\s*|numbers?\s*)?"
    r"(?P<numbers>(?<!\d)\d{1,2}(?![\d.]*\d|\()(?:(?:\s*(?:,|&|/|and|or)\s*)+\d{1,2}\b|\s*(?:-|–|to)\s*\d{1,2}\b)*)(?!\d)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\s*(?:of|in) (?:the|this|that) (?:report|appendix|minutes|constitution|code|officer)", re.IGNORECASE
)
_HIGHEST = 18
"""The last paragraph of any of the schedules: Wales has the most."""


def paragraphs_in(text: str) -> str:
    """The paragraphs of the schedule that words name, with "+" between: "3", "1+2+3"; "" for none."""
    found: list[int] = []
    for each in _NUMBERS.finditer(text):
        if _ELSEWHERE.match(text, each.end()):
            continue
        for first, last in re.findall(r"(\d{1,2})(?:\s*(?:-|–|to)\s*(\d{1,2}))?", each["numbers"]):
            found += range(int(first), int(last or first) + 1)
    return "+".join(str(each) for each in dict.fromkeys(found) if 0 < each <= _HIGHEST)
