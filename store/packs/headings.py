"""What may stand above a list of names on a front sheet: members, substitutes, co-optees, parties, and who is not on
the body at all."""

from __future__ import annotations

import re

from msgspec import Struct

from store.packs.bodies import BODY, bare_body, ordinary
from store.packs.facts import Kind

_COUNT = r"(?:\s*[(\[]\s*\d{1,2}(?:\s+\w+)?\s*[)\]]|\s*[-–]\s*\d{1,2}\s+(?:members?|councillors?|seats?))?"
_WHO = r"(?:councillors?|cllrs?|cynghorwyr|members(?:hip)?|aelodau(?:eth)?|representatives|office[- ]?bearers)"
_WHICH = (
    r"(?:(?:the|other|ordinary|full|committee|sub-committee|panel|board|cabinet|council|elected|county|"
    r"district|borough|city|voting|appointed|core|"
    r"all)\s+)*"
)
_SUBSTITUTES = (
    r"(?:(?:named|nominated|standing|appointed|designated|approved|pool of|list of|reserve)\s+)*"
    r"(?:substitutes?|deput(?:y|ies)|reserves?|alternates?|substitute members?|deputy members?|reserve members?|"
    r"eilyddion)(?:\s+(?:members?|councillors?|pool|list))?"
    r"(?:\s+(?:are|may be drawn from)|\s+for (?:the )?[^:]{4,80}(?=:))?"
)
_COOPTED = re.compile(
    r"^(?P<no>non-?voting\s+)?(?:(?:voting|statutory|church|independent|education|diocesan)\s+)*"
    r"(?:co-?opt(?:ed(?: (?:members?|persons?|representatives?))?|ees?)(?:\s*\((?P<said>[^()]*)\))?|"
    r"(?(no)(?:members?|representatives?|persons?)|(?!))|"
    r"(?:(?:parish|church|diocesan|faith|teacher|parent governor|community|youth|user|tenant) )+(?:representatives?|"
    r"members?|governors?)\s*\((?P<not>non-?voting)\))"
    r"\s*(?::?-?\s*$|:\s*(?P<names>\S.*)$)",
    re.IGNORECASE,
)
_CHURCH = (
    r"(?:religious(?: denomination)?|church(?: of \w+)?|faith|diocesan|denominational|parent(?: governor)?|teacher|"
    r"governor|school governor|added|lay|independent|advisory|appointed independent|independent co-?opted)"
)
_SENT = re.compile(
    rf"^(?P<of>(?:{_CHURCH}|[A-Z][\w'’&/-]*(?: (?:of|and|for|the|&|[A-Z(][\w'’&/)-]*|[a-z'’-]+)){{0,5}}?)"
    r"(?: \([^()]{1,12}\))?) "
    r"(?P<what>representatives?|nominees?|appointees?|governors?|members?|reps?)"
    r"(?:\s*\(\d{1,2}\))?\s*(?::?\s*$|:\s*(?P<names>\S.*)$)",
    re.IGNORECASE,
)
"""Those whom somebody else sends to a body: "Employer representatives:", "Secretary of State appointees"."""

_SIDE = re.compile(
    r"^(?:the )?(?:employers?|employees?|management|council|councillors?|county|district|borough|authority|staff|"
    r"(?:recognised )?trades? unions?|unions?|teachers?|officers?|members?|workforce)['’]?s?['’]?\s+sides?"
    rf"{_COUNT}\s*(?:[:–-]*\s*$|[:–-]\s*(?P<names>\S.*)$)",
    re.IGNORECASE,
)
"""One of the two sides of a joint committee of a council and those who work for it."""

_SUBSTITUTED = re.compile(
    rf"^{_SUBSTITUTES}{_COUNT}(?:\s*\([a-z][^()]{{2,80}}\))?\s*(?::?-?\s*$|[:–-]\s*(?P<names>\S.*)$)", re.IGNORECASE
)
_LISTED = re.compile(
    rf"^(?:to\s*:?\s+)?(?:{_WHICH}{_WHO}|(?:all )?(?:the )?(?:membership|members) of (?:the |this )?"
    rf"(?P<of>.{{4,100}}?)|"
    rf"(?P<body>[A-Z][\w ,&'’-]{{3,90}}?)\s+(?:members(?:hip)?|councillors))"
    rf"{_COUNT}(?:\s*\(quorum[^()]*\))?(?:\s*[:–-]+\s*$|\s*$|(?:\s*[:–]|\s+-)\s*(?P<names>\S.*)$)",
    re.IGNORECASE,
)
_INLINE = re.compile(
    rf"^(?:to\s*:?\s+)?(?:{_WHICH})(?:councillors|cllrs|cynghorwyr)\.?:?\s+(?P<names>[A-Z].*)$", re.IGNORECASE
)
_ADDRESSED = re.compile(
    r"^(?:to|(?:the )?(?:sub-?)?(?:committee|council|panel|board|working (?:group|party)))\s*:\s*(?P<names>(?:the\s+)?"
    r"(?:(?:lord|depute|deputy)\s+)*(?:provost|mayor|convener|bailie|councillors?|cllrs?)\b.*[,;].*)$",
    re.IGNORECASE,
)
"""Those to whom an agenda is sent, or of whom a panel is made: "Panel: Cllr Ann Oak, Cllr Bob Elm"."""

_BY_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Rev(?:erend|['’]?d)?|Rt\.? Hon)\b\.?\s+[A-Z]"
_ADDRESSED_BY_TITLE = re.compile(
    rf"^(?i:to)\s*:?\s+(?P<names>{_BY_TITLE}[^,;:]{{1,60}}(?:[,;]\s+(?:and\s+)?|\s+and\s+){_BY_TITLE}.*)$"
)
"""The same, where members have no other title than anybody has: "To: Mr R Oak (Chairman), Mrs S Elm"."""

_MADE_UP = re.compile(
    r"^(?:(?:the )?(?:current )?members(?:hip)? of (?:the )?[A-Z][^:.]{3,80}? (?:are|is|comprises|consists of)|"
    r"(?:the )?(?:sub-?)?(?:committee|panel|board) (?:(?:will|shall) (?:be made up of|consist of|comprise|be)|"
    r"(?:is|are) (?:made up of|drawn from)|comprises|consists of))\s*:?\s*"
    r"(?P<names>(?:councillors?|cllrs?)\b.*[,;].*)$",
    re.IGNORECASE,
)
"""The members in a sentence: "The Sub-Committee will be made up of Councillors …"."""

_OF_EACH = re.compile(
    r"^(?P<body>[A-Z][\w ,&'’-]{3,70}\bcouncil)(?:\s*\(\d+\))?\s*[:–-]\s*(?P<names>(?:councillors?|cllrs?)\b.*)$",
    re.IGNORECASE,
)
"""The members that one of several councils sends to a joint body."""

_NOT_OF_IT = re.compile(
    r"^(?:cc\b|copy|copies|also|for information|circulation|officers?\b|in attendance|invited|invitees|observers?|"
    r"(?:deputy|assistant|support) (?:cabinet|executive|portfolio) |"
    r"distribution|quorum|contact|agenda|venue|date|time|press|public|apolog|absent|present|guests?|speakers?|"
    r"all other|advis[eo]rs?|non-members|independent persons?|clerk|"
    r"applicants?|appellants?|respondents?|objectors?|supporters?|interested part|responsible authorit|other part|"
    r"other persons?|relevant representations?|licen[cs]e? ?holders?|premises|legal |ward (?:members?|councillors?)|"
    r"local (?:members?|councillors?)|witness|complainant|subject member|investigating|claimant|petitioner|"
    r"link officer)",
    re.IGNORECASE,
)
_PARTIES = (
    r"(?:conservatives?|labour(?: (?:and|&) co-?op(?:erative)?)?|lib(?:eral)?[ -]?dem(?:ocrat)?s?|greens?|green party|"
    r"independents?|plaid cymru|snp|scottish national(?: party)?|reform(?: uk)?|ukip|alliance|non-?aligned|ungrouped|"
    r"residents?['’]?(?: association)?s?|con|lab|ld|lib dem|grn|ind|pc|llafur|ceidwadwyr|administration|opposition|"
    r"cross-?party)"
)
_OWN = r"[A-Z][\w'’& -]{2,40}\s+(?:group|party|independents?|residents|ratepayers|alliance|coalition)"
_IN_NONE = re.compile(
    r"(?:members? )?(?:not (?:in|of)|(?:in )?no|outside) (?:a |any |the )?(?:political )?groups?", re.IGNORECASE
)
"""What stands above those who are in no group."""

_PARTY = re.compile(
    rf"^(?P<party>{_PARTIES}(?:\s+(?:group|party|members|councillors))*|{_OWN}){_COUNT}"
    r"\s*(?:[:–-]*\s*$|[:–-]\s*(?P<names>\S.*)$)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"^(?:{_PARTIES}|{_OWN})$", re.IGNORECASE)


_IN_WELSH = re.compile(r"^(?:aelodaeth|aelodau|cynghorwyr|eilyddion)\s*[/|]\s*", re.IGNORECASE)
"""A heading in Welsh, before the same in English."""


class Block(Struct, frozen=True):
    """A list of names under its heading. `voting` is "yes" or "no" of co-optees, "perhaps" of those who may be some, ""
    of others; `sent` is who sends them to the body; `names` stand on the
    heading's own line; `body` is the body whose members they are said to be, `party` the party, where either is."""

    kind: Kind
    voting: str = ""
    names: str = ""
    body: str = ""
    party: str = ""
    sent: str = ""
    inline: bool = False
    """Whether it is a line that begins with "Councillors" and names, which may belong to a heading above it."""


_NOBODY_SENT = re.compile(
    r"(?:questions?|apologies|reports?|items?|statements?|motions?|attendance|declarations?|welcome|"
    r"election|appointment|"
    r"number of|any|all|other|substitute|to |the |cabinet|executive|lead|portfolio)\b",
    re.IGNORECASE,
)


def is_apart(text: str) -> bool:
    """Whether what a line names is not on the body: officers, guests, whoever is sent a copy."""
    return bool(_NOT_OF_IT.match(text.strip(" *")))


def begun(text: str) -> Block | None:
    """The list of names that a line begins, where it begins one."""
    text = _IN_WELSH.sub("", text.strip(" *"))
    if len(text) < 600 and (found := _SIDE.match(text)):
        return Block("member", names=found["names"] or "")
    if _NOT_OF_IT.match(text) or len(text) > 1_500:
        return None
    if found := _COOPTED.match(text):
        said = found["no"] or found["not"] or re.search(r"non-?voting|no vote", found["said"] or "", re.IGNORECASE)
        return Block("member", "no" if said else "yes", names=found["names"] or "")
    if found := _SUBSTITUTED.match(text):
        return Block("substitute", names=found["names"] or "")
    if found := _MADE_UP.match(text):
        return Block("member", names=found["names"].rstrip("."))
    if (found := _LISTED.match(text)) and _is_heading(found):
        body = found["of"] or found["body"] or ""
        return Block("member", names=found["names"] or "", body=bare_body(body) if BODY.search(body) else "")
    if (found := _SENT.match(text)) and not _NOBODY_SENT.match(text):
        governs = found["what"].lower().startswith("governor")
        ours = r"parent|teacher" if governs else _CHURCH
        co_opted = re.fullmatch(ours, found["of"], re.IGNORECASE) is not None
        return Block("member", "perhaps" if co_opted else "", names=found["names"] or "", sent=found["of"])
    if found := _OF_EACH.match(text) or _ADDRESSED.match(text) or _ADDRESSED_BY_TITLE.match(text):
        return Block("member", names=found["names"])
    if found := _INLINE.match(text):
        return Block("member", names=found["names"], inline=True)
    return None


def _is_heading(found: re.Match[str]) -> bool:
    # "Planning Committee Members", but not "Ward Members" or "Questions by Members".
    body = found["body"] or ""
    return not body or bool(
        BODY.search(body) or re.fullmatch(r"(?:ordinary|standing|full|present|current)", body, re.I)
    )


def party(text: str) -> tuple[str, str] | None:
    """A party that stands above names of its own, and the names beside it: "Labour (3): Councillors Ash and Elm"."""
    found = _PARTY.match(text.strip(" *"))
    if found is None:
        return None
    name = re.sub(r"\s+(?:members|councillors)$", "", found["party"], flags=re.IGNORECASE)
    name = "" if _IN_NONE.fullmatch(name) else ordinary(name) if len(name) > 5 else name
    return name, found["names"] or ""


def is_party(text: str) -> bool:
    """Whether what stands in brackets after a name is a party: "Lab", "Mill Residents' Group"."""
    return bool(_IN_BRACKETS.match(text.strip()))
