"""Free words as they stand within a sentence: a small letter where it is no name's, no stop, no lead that is there."""

import re

from exports.grammar import days, points
from exports.vocabulary import words as _words

_SMALL = _words(
    "a an the this that these those there it its he she they we his her their our all some many no any each every both "
    "in on at for to of with from by as because since owing due when where whether what why how who if after before "
    "until while although though so through following given having being item items paragraph page section appendix "
    "one two three four five six seven eight nine ten several few more most other another such further under over "
    "only nobody nothing everyone everybody everything someone somebody something anyone anybody anything none neither "
    "either both half just even also still now then once here today tonight last next within without during against "
    "about above below between beyond through throughout despite except near outside inside up down out off per than "
    "never always often usually perhaps probably unfortunately however therefore nevertheless clearly me us them you "
    "mine ours yours theirs enough much little less least whoever whatever whichever whenever wherever unless"
)
"""First words that are small within a sentence: all others may be names."""

_COMMON = _words(
    "illness sickness work works family childcare holiday holidays bereavement lack traffic travel officers residents "
    "concerns delay delays benches repairs signs speeding parking flooding litter noise trees lighting access funding "
    "evidence information advice training progress changes improvements proposals thanks support opposition notice"
)
"""Nouns that are small too, unless a name goes on with another capital ("Works Department")."""
_SEVERAL = re.compile(r"[A-Z][a-z]+s (?:were|are|have)\b")
_PARTIES = _words("conservatives democrats liberals greens independents nationalists councillors")
"""Several things begin a clause with a small letter ("Letters were sent"), but for parties and what has a title."""
_NOUN = re.compile(r"[A-Za-z]+(?:ness|ment|tion|sion|ity|ance|ence|ship)s?$")


def trimmed(text: str) -> str:
    """Words without the space around them and without the stop that the sentence has itself."""
    text = days(" ".join(text.split()))
    return text if text.endswith("...") else text.rstrip(".;,:").rstrip()


def small(text: str) -> str:
    """Words as they stand within a sentence: a capital only where it may be a name's."""
    first = re.match(r"[A-Za-z’']+", text)
    word = first[0].lower().partition("’")[0].partition("'")[0] if first else ""
    goes_on = first is not None and text[first.end() :].lstrip()[:1].isupper()
    does = word.endswith("ing") and re.match(r"\w+ (the|an?|to|of|in|on|for|his|her|its|their|all|that)\b", text)
    several = _SEVERAL.match(text) and word not in _PARTIES
    common = (word in _COMMON or _NOUN.match(word)) and not goes_on and not text[1:2].isupper()
    if several or word in _SMALL or does or common:
        return text[:1].lower() + text[1:]
    return text


def without(text: str, *leads: str) -> str:
    """Words without the first of these leads that they begin with: the sentence has it."""
    for lead in leads:
        if lead == "that" and points(text):
            continue
        if match := re.match(rf"{lead}\b[ ,]*(?=\S)", text, re.IGNORECASE):
            return text[match.end() :]
    return text
