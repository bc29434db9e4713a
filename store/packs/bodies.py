"""Names of committees: put into ordinary letters, and known again however they are spelt (46)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.packs.marks import folded, one_space

BODY = re.compile(
    r"\b(?:committee|sub-committee|council|cabinet|board|panel|forum|executive|commission|partnership|assembly|"
    r"authority|working (?:group|party)|task group|review body|parish meeting|charter trustees|pwyllgor|cyngor)\b",
    re.IGNORECASE,
)
_SMALL = {"and", "of", "the", "for", "in", "on", "to", "with", "at", "a"}
_IDLE = {"and", "the", "committee", "of", "meeting"}
_SENTENCE = re.compile(
    r"[.!?](?:\s|$)|\b(?:is|are|was|were|will|has|have|that|this|asked|agreed|which)\b", re.IGNORECASE
)


_ROUND = re.compile(
    r"^(?:(?:extraordinary|special|ordinary|annual|additional)\s+)?(?:meeting|agenda)\s+(?:of|for)\s+(?:the\s+|a\s+)?|^cyfarfod\s+(?:o'r\s+|o’r\s+|y\s+)?"
    r"|\s*[(\[]\s*quorum\b[^()]*[)\]]$|\s+(?:(?:which is )?to be held\b.*|agenda|hearing|(?<!parish )meeting)$|"
    r"^(?:notice of|agenda)\s*[:–-]\s*|^(?:(?:committee|meeting|council|body) details?|browse meetings|membership|"
    r"members|forthcoming meetings)\s+[:–-]\s+|^notice of (?:a |an |the )?(?:meeting of (?:the )?)?(?=.*\bcommittee\b)|"
    r"\s+[–-]\s+(?:notice|agenda|summons)\b.*$",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"\b(?:council|authority)$|^cyngor\b|^(?:london borough|royal borough|city) of\b", re.IGNORECASE)


ANY_COUNCIL = (
    r"(?:(?:full|parish|town|community|village|city|county|borough|district)\s+)?council|"
    r"cyngor(?: llawn| cymuned| tref)?"
)
"""What a council is called among its own, and which tells nobody else which council it is."""


def bare_body(text: str) -> str:
    """A body's name without what stands round it: "Meeting of the Parks Committee to be held on"."""
    name = in_english(_ROUND.sub("", _ROUND.sub("", one_space(text))).strip(" ,.:;–-"))
    name = re.sub(r"^the (?=charter trustees\b)", "", name, flags=re.IGNORECASE)
    of, _, own = name.partition(" - ") if " - " in name else name.partition(" – ")
    # "Harbourtown Council - Scrutiny Board" is that board's name below its council's.
    return own if own and is_council(of) and is_body(own) else name


def is_council(text: str) -> bool:
    """Whether a body is a whole council, which stands above the name of its committee on an agenda."""
    return bool(_COUNCIL.search(text.strip()))


_PLACE = re.compile(
    r"\b(?:(?:town|city|county|shire|village|guild|church|parish|memorial|community|jubilee|scout|assembly|great|"
    r"drill) ?(?:hall|rooms?|centre)|"
    r"civic (?:centre|offices|suite)|(?:corn|cloth|wool) exchange|guild ?hall|reading room|sports pavilion|"
    r"(?:municipal|county|council) buildings?|(?:assembly|reading) rooms?|headquarters|"
    r"council (?:offices|house|chambers?)|workspace|pavilion|institute|theatre|library|"
    r"(?:committee|meeting|conference|board|assembly|function|training|members['’]?) ?(?:rooms?|suite)|chambers?|"
    r"zoom|microsoft teams|ms teams)\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$",
    re.IGNORECASE,
)


_BUILDING = re.compile(
    r"\b(?:rooms?|suite|hall|house|centre|offices?|church|chapel|school|college|academy|hotel|club|headquarters|"
    r"building|exchange|parlour|annexe|depot|station|crematorium|museum|stadium|campus|hub|barn|arms|inn|castle|abbey|tower|lodge|park|court|civic)\b",
    re.IGNORECASE,
)


def may_be_place(text: str) -> bool:
    """Whether a line may be where a meeting is held, by a word for a building in it."""
    return 5 < len(text) < 120 and text[:1].isupper() and bool(_BUILDING.search(text)) and not _SENTENCE.search(text)


def is_place(text: str) -> bool:
    """Whether a line looks like where a meeting is held: a hall, a room, an address with its postcode."""
    return len(text) < 160 and bool(_PLACE.search(text)) and not _SENTENCE.search(text)


_NO_BODY = re.compile(
    r"^(?:venue|place)\s*(?::|$)|"
    r"^(?:held|to be|will|at|in|the meeting|meeting|please|members|dear|this|that|all|from|for|by|"
    r"on|a|an|and|or|councillors?|cllrs?|"
    r"if|any|see|cc|copies|clerk|contact|report|item|to|your|our|you|we|i|public|press|minutes|agenda|"
    r"notice)\b(?! of the\b)"
    r"|\b(?:chief|assistant|deputy) executive\b|\bexecutive (?:director|head|officer|member|manager|summary)\b"
    r"|\b(?:held|tel|email|www|https?|am|pm|p\.m|a\.m)\b|@|\d{4}|\b\d{1,2}[.:]\d\d\b",
    re.IGNORECASE,
)
_NOBODYS = re.compile(
    r"(?:the\s+)?(?:above(?:-named)?\s+)?(?:sub-?committee|committee|board|panel|forum|commission|partnership|assembly|authority)",
    re.IGNORECASE,
)
"""What any body calls itself: "the Committee"."""

_ENDS = re.compile(
    r"\b(?:committee|sub-committee|council|cabinet|board|panel|forum|executive|commission|partnership|assembly|"
    r"authority|working (?:group|party)|task group|review body|trust|bench|parish meeting|court|pwyllgor|cyngor)s?$"
    r"|^(?:cabinet|council|executive|cyngor|pwyllgor)\b|^(?:london borough|royal borough|city) of\b|\([^()]*\)$|"
    r"\bcommittee\s*[–-]\s*\w+$|\b(?:committee|board|panel|forum)\s*[–-]?\s*(?:(?:north|south|east|west)(?:ern)?|"
    r"central|[a-d]|[1-9]|one|two|three)(?:[ -](?:and )?(?:north|south|east|west|central)(?:ern)?)?$|"
    r"\b(?:advisory|consultative|joint|standing)\b.*\b(?:council|committee|board|panel|forum|commission|partnership)"
    r"\s+(?:on|for)\s+\w|^(?:the )?charter trustees\b",
    re.IGNORECASE,
)


def is_named_as_body(text: str) -> bool:
    """Whether a line not only has a word such as "Board" in it, but is named as bodies are: "Parks Board"."""
    return bool(_ENDS.search(text.strip()))


def is_body(text: str) -> bool:
    """Whether a line looks like the name of a committee and nothing else."""
    if _NO_BODY.search(text):
        return False
    if _NOBODYS.fullmatch(text):
        return False
    named = bool(BODY.search(re.sub(r"\([^()]*\)", "", text))) and not _SENTENCE.search(text) and not is_place(text)
    return 4 < len(text) < 110 and named and text[:1].isalpha()


_BREAKS_OFF = re.compile(r"(?:\b(?:and|of|for|the|to|in|on|with|&)|[,/&’'])\s*$", re.IGNORECASE)
_TAKES_UP = re.compile(r"^(?:and|of|for|&)\s", re.IGNORECASE)
KIND_ALONE = re.compile(rf"(?:sub-?)?{BODY.pattern}s?", re.IGNORECASE)
_JOINT = re.compile(r"^joint\b", re.IGNORECASE)


def goes_on(above: str, below: str) -> bool:
    """Whether a name that one line begins goes on in the next: "North Weir and South Weir Councils'" and "Joint Waste
    Committee", "Overview and Scrutiny (Housing" and "and Waste) Committee"."""
    above = above.strip()
    if re.search(r"\bdear\b", above, re.IGNORECASE):
        return False
    if is_council(above.rstrip(",")) or len(above) + len(below) > 140 or any(sign in above for sign in ":.;"):
        return False
    if above.count("(") > above.count(")"):
        return True
    if _BREAKS_OFF.search(above) or _TAKES_UP.match(below):
        return not _SENTENCE.search(above)
    return bool(KIND_ALONE.fullmatch(below.strip()) or _JOINT.match(below)) and may_begin(above, below)


def may_begin(above: str, below: str) -> bool:
    """Whether a line could be the beginning of the name below it: set in the same letters, and nothing by itself."""
    words = above.strip()
    alike = words.isupper() == below.isupper() and _in_capitals(words) == _in_capitals(below)
    nothing = (
        not BODY.search(words) and not is_place(words) and not _NO_BODY.search(words) and not _OWN_LINE.search(words)
    )
    return alike and nothing and not is_council(words) and 4 < len(words) < 80 and len(words.split()) > 1


def _in_capitals(words: str) -> bool:
    """Whether each word begins with a capital, but for the small ones."""
    return all(word[:1].isupper() or word in _SMALL for word in words.split())


_OWN_LINE = re.compile(
    r"\b(?:agenda|notice|summons|meeting|pack|supplement\w*|public|document|extraordinary|special|council|services|"
    r"department|directorate|borough|district|county|city|town|office)\b|[\d:@]",
    re.IGNORECASE,
)
"""What a line says that is no beginning of a committee's name."""


def in_english(text: str) -> str:
    """Of a body's name in Welsh and in English the English one; any other name as it is."""
    halves = re.split(r"\s+[/|]\s+", text.strip())
    if len(halves) != 2 or not all(is_body(half) for half in halves):
        return text
    welsh = [bool(re.search(r"\b(?:pwyllgor|cyngor|bwrdd)\b", half, re.IGNORECASE)) for half in halves]
    return halves[welsh.index(False)] if any(welsh) and not all(welsh) else text


def ordinary(text: str) -> str:
    """The name in ordinary letters: "PARKS AND WATERWAYS COMMITTEE" becomes "Parks and Waterways Committee"."""
    text = one_space(text).strip(" ,.:;–-")
    if not text.isupper():
        return text
    words = text.lower().split(" ")
    return " ".join(
        _capital(word) if number == 0 or word not in _SMALL or words[number - 1].endswith(",") else word
        for number, word in enumerate(words)
    )


def _capital(word: str) -> str:
    if any(sign.isdigit() for sign in word):
        return word.upper()
    return "-".join(re.sub(r"[^\W\d_]", lambda sign: sign[0].upper(), part, count=1) for part in word.split("-"))


_ASIDE = re.compile(
    r"\s*\((?=[^()]*\b(?:hybrid|multi-?location|members|councillors|public|joining|attend\w*|remote\w*|vote|link)\b)"
    r"(?:[^\s()]+\s+){3,}[^()]*\)",
    re.IGNORECASE,
)


def without_aside(text: str) -> str:
    """A text without what brackets say of who joins a meeting from where, which is no place: "(members on Zoom may
    vote)". Of a word or two, "(hybrid)", the place is told."""
    return _ASIDE.sub("", text)


def asides_in(text: str) -> list[str]:
    """What `without_aside` leaves out of a text."""
    return [found[0].strip() for found in _ASIDE.finditer(text)]


def place_name(text: str) -> str:
    """A venue in ordinary letters, its postcode in capitals."""
    text = without_aside(text)
    text = re.sub(r"^(?i:venue|place|location)\s+(?=[A-Z\d])", "", text)
    text = re.sub(r"^(?i:via|held (?:in|at|via)|in|at)\s+(?:the\s+)?(?=[A-Z])", "", text)
    halves = re.split(r"\s+[/|]\s+", text)
    if len(halves) == 2 and re.search(r"\b(?:neuadd|siambr|ystafell|swyddfeydd|canolfan)\b", halves[0], re.IGNORECASE):
        # In Welsh and in English.
        text = halves[1]
    text = re.sub(r"[.,;]?\s*\(?view (?:directions|map)\)?\.?$", "", text, flags=re.IGNORECASE)
    if not text.isupper():
        return text
    postcode = re.search(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$", text)
    head, tail = (text[: postcode.start()], postcode[0]) if postcode else (text, "")
    return ordinary(head) + (" " + tail if tail else "")


def significant(text: str) -> frozenset[str]:
    """The words that tell one body from another."""
    return frozenset(word for word in folded(text).split() if word not in _IDLE)


def initials(text: str) -> str:
    """What a body is called for short: "Parks and Waterways Committee" is "PWC"."""
    return "".join(word[0] for word in folded(text).split() if word not in _SMALL).upper()


def same_body(one: str, other: str) -> bool:
    """Whether two names are one body's: the same words but for "and" and "Committee", or one the other's initials."""
    first, second = significant(one), significant(other)
    if not first or not second:
        return False
    if first == second:
        return True
    return one.strip().upper() == initials(other) or other.strip().upper() == initials(one)


def fuller(one: str, other: str) -> str:
    """Of two names of one body the one that leaves less out: "Parks and Waterways Committee" rather than "Parks &
    Waterways" or "PWC"; the first where neither does."""
    return max(one, other, key=lambda name: sum(word not in ("the", "of", "meeting") for word in folded(name).split()))


def known_as(name: str, bodies: Iterable[tuple[str, Iterable[str]]]) -> str:
    """The remembered body that a name means, each given with its other spellings; "" where there is none."""
    listed = list(bodies)
    for body, spellings in listed:
        if name in (body, *spellings):
            return body
    return next((body for body, spellings in listed if any(same_body(name, each) for each in (body, *spellings))), "")
