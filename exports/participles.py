"""Words that say what somebody was without saying it of them: "the Chairman having left", "held up at work"."""

import re

from exports.vocabulary import ALSO_NOUNS, FINITE, NEAR, PREPOSITIONS, RELATIVE
from exports.vocabulary import words as _words


def names_a_state(words: list[str]) -> bool:
    """Whether words name what somebody was or did without saying it of them: "her husband being employed there", "his
    sister running the firm that tendered"."""
    for place, word in enumerate(words[1:12], 1):
        before = words[place - 1]
        if word in FINITE and word not in ALSO_NOUNS:
            return False
        if word in ("being", "having") and before not in PREPOSITIONS | RELATIVE and place < len(words) - 1:
            return before not in ("a", "an", "human", "well", "well-")
        if word.endswith("ing") and before in NEAR and place < len(words) - 1:
            return True
    return False


_DONE = _words(
    "agreed asked made said kept held led lost paid found built sent bought brought caught taught sold spent opposed "
    "needed felt understood sought fought owned wanted believed"
)
"""Verbs of the past that say as often what was done to what stands before them."""
_WHO_ACTS = _words(
    "police residents members officers council committee applicant applicants councillors chairman chair mayor cabinet "
    "panel board people parties owner owners neighbours tenants parents objectors residents trustees governors staff "
    "everybody everyone nobody somebody someone who which that he she it they we i you there"
)


def done_to(words: list[str]) -> bool:
    """Whether the only verb of words, expected to be a noun phrase, says what was done to the thing that they name: "a
    list of conditions agreed between the parties", but not "the police agreed with it"."""
    for place, word in enumerate(words[1:], 1):
        if word not in _DONE or words[place + 1 : place + 2] == [] or words[place - 1] in _WHO_ACTS:
            continue
        others = (FINITE - ALSO_NOUNS).intersection(words[:place] + words[place + 1 :])
        if words[place + 1] in PREPOSITIONS | {"to"} and not others:
            return True
    return False


def is_absolute(words: list[str]) -> bool:
    """Whether words say beside a sentence what somebody else was or did: "the Chairman having left", "there being no
    quorum". They go on after a comma, and no *because* or *owing to* goes before them."""
    return names_a_state(words) and any(word in ("being", "having") for word in words[1:])


_WAS = _words(
    "unwell ill sick poorly indisposed injured tired exhausted unable abroad away late early absent busy elsewhere "
    "ineligible disqualified pregnant housebound bereaved bereft"
)
"""What somebody was, said by one word that no noun need follow."""
_BEFELL = _words(
    "held kept stuck taken called caught detained delayed needed required prevented summoned stranded hospitalised "
    "admitted recalled obliged forced tied trapped marooned snowed flooded locked laid struck blocked diverted "
    "hindered hampered overcome engaged occupied invited committed booked double-booked wanted sent asked told advised "
    "rushed confined"
)
"""What befell somebody; before a noun or its article it is what somebody did, or what kind of thing it was."""
_AFTER_IT = _words("up away off out back down ill home over behind indoors abroad again unexpectedly suddenly late to")


def is_bare(words: list[str]) -> bool:
    """Whether words say what somebody was or what befell them, without who and without a verb: "held up at work",
    "unwell", but not "delayed trains", "sick leave" or "held the office"."""
    place = next((place for place, word in enumerate(words[:3]) if not word.endswith("ly") and word != "still"), 0)
    rest = words[place + 1 :]
    if not words or words[place] not in _WAS | _BEFELL or set(words[:place]) & FINITE:
        return False
    followed = not rest or rest[0] in PREPOSITIONS | _AFTER_IT or rest[0].endswith("ly")
    return followed or (words[place] in _WAS and rest[0] in ("and", "or", "with"))


_SET_OFF = re.compile(r",\s+\w+ed\b[^,]*(?=,|[.;]?$)")


def without_asides(text: str) -> str:
    """Words without what is set off by commas with a participle, whose verb is not theirs: “the letter, copied to
    all”."""
    return _SET_OFF.sub("", text)
