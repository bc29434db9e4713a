"""What free words are, as far as a sentence that they join must know: a clause, a noun phrase, a cause, a question.

English is not parsed. What is certain by its first word or its verb is said; where nothing is, the words are taken for
what the construct expects. A form that the construct cannot join stands as a sentence of its own, so a doubt costs
style and never grammar.
"""

import re
from itertools import takewhile
from typing import Literal

from exports.participles import done_to, names_a_state, without_asides
from exports.vocabulary import (
    ALSO_NOUNS,
    CAUSES,
    DETERMINERS,
    FINITE,
    INDIRECT,
    LEADS_TO,
    NEAR,
    PREPOSITIONS,
    RELATIVE,
    SUBJECTS,
)
from exports.vocabulary import words as _words

Form = Literal["", "that", "clause", "wish", "cause", "deed", "indirect", "circumstance", "question", "phrase"]
"""`clause`: she had a train. `wish`: a statement be inserted. `that`: the same, typed with its *that*. `cause`: because
…, owing to …. `deed`: to mend the gate. `indirect`: whether it leaked. `circumstance`: at her own request, until May.
`phrase`: the lease."""


_STARTS_DEED = re.compile(
    r"to\s+(?!(?:the|a|an|this|that|these|those|his|her|its|their|our|all|any|some|no|each|\d)\b)"
)
_SENTENCES = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bNo)(?<!\bSt)(?<!\b[A-Z])[.!?]['’”\"]?\s+(?=[A-Z“‘\"])"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its stop."""
    flat = " ".join(text.split())
    found: list[str] = []
    start = 0
    for match in _SENTENCES.finditer(flat):
        found.append(flat[start : match.end()].strip())
        start = match.end()
    return [*found, flat[start:]] if flat[start:] else found


def points(text: str) -> bool:
    """Whether words begin with a *that* which is somebody's or something's: "that was no reason". It leads to no
    clause, of which a verb is never the first word."""
    return bool(_POINTS.match(text))


_POINTS = re.compile(
    r"that (?:is|was|were|has|had|does|did|will|would|can|could|may|might|must|shall|should)(?:n[’']t)?\b(?!,)",
    re.IGNORECASE,
)


def form_of(text: str, expected: Form = "phrase") -> Form:
    """What words are; of those that may be several things, what is `expected`."""
    flat = " ".join(text.split()).rstrip(" .;,:")
    # What follows a semicolon says nothing of how the words before it join.
    before = flat.partition(";")[0]
    words = words_of(before)
    if not words:
        return "phrase" if flat else ""
    first = words[0]
    if flat.endswith("?"):
        indirect = first in ("whether", "if") or (flat[:1].islower() and first in INDIRECT and not FINITE & {words[1]})
        return "indirect" if indirect else "question"
    if first == "that" and len(words) > 2 and not points(flat):
        return "that"
    if first in INDIRECT:
        joins = first in ("when", "where", "if") and expected in ("cause", "circumstance", "deed", "phrase")
        return "circumstance" if joins else "indirect"
    if _led_by_cause(flat, words):
        return "cause"
    if first == "to":
        return "deed" if _STARTS_DEED.match(flat.lower()) and flat[3:4].islower() else "circumstance"
    if first in PREPOSITIONS or (words[1:2] == ["to"] and first in LEADS_TO):
        return _after_comma(flat) or _after_time(words) or _after_opening(words) or "circumstance"
    if expected == "deed" and (not first[0].isalpha() or _is_a_name(flat)):
        return _clause(words) or "phrase"
    if expected == "deed" and first not in DETERMINERS | SUBJECTS and not _clause(words):
        return "phrase" if first.endswith("ing") or (first.endswith("s") and first[-2:] != "ss") else "deed"
    if expected == "phrase" and done_to(words):
        return "phrase"
    if names_a_state(words) and not _after_comma(flat):
        return "phrase"
    words = words_of(without_asides(before)) or words
    return _clause(words) or _doubtful(words, expected)


_SHORT = re.compile(
    r"(?<![\w’])(i|he|she|it|they|we|you|there|that|who|nobody|everybody|everyone)’(s|d|re|ve|ll|m)(?![\w’])"
)
_IN_FULL = {"s": "is", "d": "had", "re": "are", "ve": "have", "ll": "will", "m": "am"}


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, “she’d” as two."""
    flat = text.lower().replace("'", "’")
    return re.findall(r"[a-z’0-9-]+", _SHORT.sub(lambda match: f"{match[1]} {_IN_FULL[match[2]]}", flat))


def _doubtful(words: list[str], expected: Form) -> Form:
    """What words are of whose verb nothing is certain: a clause where one is expected and a verb may be among them."""
    if expected == "cause" and _somebody_does(words):
        return "clause"
    if expected == "cause" and words[0] in _ITS_OWN:
        did = (n for n, word in enumerate(words[2:], 2) if word.endswith("ed") and words[n + 1 : n + 2] != ["by"])
        return "clause" if next(did, None) else "phrase"
    if expected not in ("clause", "wish") or words[0] in ("a", "an") or len(words) < 3:
        return "phrase"
    if expected == "wish":
        said = list(takewhile(lambda word: word not in _SUBORDINATES, words[1:]))
        acts = next((word for word in said if word in _BASE or word.removesuffix("s") in _BASE), "")
        to = acts and words[words.index(acts, 1) - 1] == "to"
        return "phrase" if to else "wish" if acts in _BASE else "clause" if acts else "phrase"
    return "clause" if any(_may_act(words, place) for place in range(1, len(words))) else "phrase"


def _may_act(words: list[str], place: int) -> bool:
    """Whether a word may be the verb of a clause whose verb is not known: not one that a determiner, a preposition or
    *to* makes a noun of ("the kerbs", "the cost of repairs"), that is done to it ("the proposed road"), or that ends
    the words or goes on with a preposition as a noun does ("the parking charges in the town")."""
    word, before, after = words[place], words[place - 1], words[place + 1] if place + 1 < len(words) else ""
    if before in DETERMINERS | PREPOSITIONS | _GOES_ON | {"and", "or"} or before.endswith(("’s", "s’", "ly")):
        return False
    if before.isdigit() and place > 1 and words[place - 2] in _NUMBERED:
        # "item 3 waits": a number that names a thing has none behind it that it counts.
        return word.endswith("s") and word not in _OF_A_NUMBER
    if before.isdigit() or word.endswith(("’s", "s’", "ss")) or len(word) < 3:
        return False
    if word.endswith("ed"):
        return after != "by"
    if word in _BASE:
        return before.endswith("s") and bool(after)
    return word.endswith("s") and bool(after) and after not in PREPOSITIONS | {"and", "or"}


_NUMBERED = _words(
    "item section paragraph part phase clause recommendation appendix policy condition schedule article rule plot unit "
    "lot stage note page motion question application annex table figure regulation option priority zone"
)
_OF_A_NUMBER = _words(
    "works repairs costs plans homes houses flats funds monies agreements contributions obligations matters reports "
    "drawings notices powers rights duties sites schemes areas roads trees is was has does as us this its"
)
"""What stands behind such a number and is no verb: "section 106 contributions"."""


def _somebody_does(words: list[str]) -> bool:
    """Whether words say what somebody near does: "her daughter acts with them", "his sons play there", but not "her
    daughter’s shop"."""
    if words[0] not in _ITS_OWN | {"a", "an", "one", "two", "three"}:
        return False
    for place, word in enumerate(words[1:4], 1):
        several = word.endswith("s") or word == "children"
        if (word if word in NEAR else word.removesuffix("s")) not in NEAR or place + 1 == len(words):
            continue
        after = words[place + 1]
        if after in PREPOSITIONS or after in ("and", "or", "who") or "’" in after:
            continue
        return several or (after.endswith("s") and after[-2:] != "ss") or after in FINITE
    return False


_ITS_OWN = _words("the his her their its our this")
_BASE = _words(
    "note agree approve refer defer instruct request receive thank write support oppose reject adopt report "
    "grant refuse recommend consider invite welcome endorse delegate authorise proceed go adjourn stay stand remain "
    "continue meet review provide ensure take make give set ask call urge resolve commit"
)
"""What a body or its officers are to do, as a motion says it: "the Committee note the report"."""


def _led_by_cause(flat: str, words: list[str]) -> bool:
    if words[0] == "since" and (_after_time(words) or _after_opening(words)):
        return False
    if flat.lower().startswith(tuple(f"{lead} " for lead in CAUSES)):
        return not _after_comma(flat)
    if words[0] in ("as", "having", "being"):
        return not _after_comma(flat)
    return False


def _after_comma(flat: str) -> Form:
    """The clause to which a first part with its comma only leads: "under the Act, it could not"."""
    head, comma, rest = flat.partition(", ")
    words = re.findall(r"[A-Za-z’'-]+", rest.lower())
    leads = bool(comma) and len(head.split()) < 16
    return _clause(words) if leads and words and words[0] not in {"and", "or"} | RELATIVE | INDIRECT else ""


_ITS_SUBJECT = _words(
    "the a an this these those his her their its our no any all some each every it he she they we there"
)
_HELPS = _words(
    "is are was were has have had did does will would could should may might must can cannot isn’t wasn’t aren’t "
    "weren’t"
)


def _after_opening(words: list[str]) -> Form:
    """The clause that follows an opening with neither a comma nor a time: "in his view the scheme was unsafe", but not
    "for the reasons the officer had given"."""
    for place, word in enumerate(words[2:12], 2):
        before = words[place - 1]
        if before in RELATIVE | INDIRECT | FINITE:
            return ""
        if word not in _ITS_SUBJECT or before in PREPOSITIONS | DETERMINERS | _WHEN | {"to", "and", "or"}:
            continue
        if before.endswith("ing"):
            continue
        rest = words[place:]
        verb = next((n for n, w in enumerate(rest[:10]) if n and w in _HELPS), 0)
        acts = any(n and w.endswith("ed") and _acts(rest, n) for n, w in enumerate(rest[:10]))
        if acts or (verb and len(rest) > verb + 1 and (len(rest) > verb + 2 or not rest[verb].startswith("ha"))):
            return _clause(rest)
    return ""


_OF_A_TIME = _words("in on at by during from since under until till with within over throughout")


def _after_time(words: list[str]) -> Form:
    """The clause that follows a time without a comma: "since 2029 there had been none", "in May she left"."""
    if words[0] not in _OF_A_TIME:
        return ""
    for place, word in enumerate(words[2:7], 2):
        if word in RELATIVE | INDIRECT | FINITE:
            return ""
        if word in _PERSONS and place + 1 < len(words) and words[place - 1] not in PREPOSITIONS | _WHEN:
            return "clause" if word != "there" or words[place + 1] in FINITE else ""
    return ""


_PERSONS = _words("i he she they we it there nobody")
_WHEN = _words(
    "time day week month year moment night way place date point stage form manner basis grounds reason reasons terms "
    "extent conditions words"
)
"""Nouns that a clause without *that* may follow: "at the time they married"."""


def _is_a_name(flat: str) -> bool:
    """Whether words begin as a name of several does: "Linden Avenue", "Mrs Moss’s fence", but not "Ask Mrs Moss"."""
    words = re.findall(r"[A-Za-z’'-]+", flat)
    first = words[0].lower() if words else ""
    if first in _TITLES or flat[:2].isupper():
        return True
    return len(words) > 1 and words[0][:1].isupper() and words[1][:1].isupper() and first not in _DEEDS


_TITLES = _words("mr mrs ms miss dr councillor cllr")
_DEEDS = _words(
    "ask tell inform invite contact thank notify brief consult remind advise instruct request meet visit write "
    "send give bring take make let help press lobby amend approve agree adopt report refer review revise repair "
    "mend renew replace remove restore open close keep build buy sell lease fund pay offer move install provide "
    "publish circulate share check confirm investigate monitor update prepare produce submit include add delete "
    "appoint nominate elect support oppose welcome note consider defer refuse reject accept draft seek obtain "
    "commission continue ensure protect save"
)
"""What somebody is asked to do, where whom it is done to may follow with a capital: “Ask Ward Members”."""


def begins_with_a_deed(text: str) -> bool:
    """Whether the first word may be what is to be done: "report to the Cabinet", and "report by the auditor" too."""
    return next(iter(words_of(text)), "") in _DEEDS | _BASE


def is_to_do(text: str) -> bool:
    """Whether words name no one and say what is to be done: "adopt the plan", but not "report by the auditor" or
    "support for the scheme"."""
    words = words_of(text)
    if len(words) < 2 or words[0] not in _DEEDS | _BASE or form_of(text, "deed") != "deed":
        return False
    if f"{words[0]} {words[1]}" in _TOGETHER:
        return True
    if words[0] in _ALSO_A_NOUN:
        return words[1] in DETERMINERS | _THEM | {"that"}
    return words[1] not in PREPOSITIONS | {"to", "and", "or"}


_ALSO_A_NOUN = _words(
    "report support request review approach note contact notice brief visit repair lease fund pay offer move update "
    "delay care help press lobby check draft commission save stay stand meet set call urge address advance change"
)
_THEM = _words("it them him her us themselves itself")
_TOGETHER = frozenset(
    f"{verb} {goes_on}"
    for verb, several in {
        "agree": "to in",
        "adjourn": "to until for",
        "call": "on for upon",
        "commit": "to",
        "consult": "with",
        "continue": "to",
        "delegate": "to",
        "go": "into",
        "note": "with",
        "pay": "for",
        "proceed": "to with",
        "provide": "for",
        "resolve": "to",
        "write": "to",
    }.items()
    for goes_on in several.split()
)
"""Verbs that go on with a preposition and are no nouns where they do."""


def _clause(words: list[str]) -> Form:
    """`clause` or `wish` where the words have a subject and its verb; "" where none is certain."""
    if "be" in words[2:8] and words[words.index("be") - 1] == "not" and not RELATIVE & set(words[1:8]):
        return "wish"
    if words[0] in SUBJECTS and len(words) > 1 and (words[0] not in _ALSO_ALONE or _does_at_once(words)):
        return "wish" if words[1] == "be" else "clause"
    open_relative = after_verb = False
    for place, word in enumerate(words[1:16], 1):
        before = words[place - 1]
        if word in RELATIVE | _SUBORDINATES:
            open_relative, after_verb = True, False
            continue
        is_verb = word in FINITE and not (word in ALSO_NOUNS and before in DETERMINERS | PREPOSITIONS)
        if open_relative and (is_verb or word == "be"):
            open_relative, after_verb = False, True  # the relative clause's own; the next is the sentence's
            continue
        if after_verb and (word in _GOES_ON or word.endswith(("ed", "ly")) or (is_verb and before in _AUXILIARY)):
            continue
        after_verb = False
        alone = before in _ALONE and is_verb and word not in ALSO_NOUNS and not word.endswith("ed")
        alone |= before in _ALONE and is_verb and bool(_PLACED.intersection(words[place + 1 : place + 2]))
        if not alone and (before in DETERMINERS | PREPOSITIONS | _GOES_ON or before == "and"):
            continue
        if word == "be":
            return "wish"
        at_end = place == len(words) - 1
        if is_verb and not (at_end and word.endswith("ed") and before not in SUBJECTS):
            return "wish" if word == "should" else "clause"
        if word.endswith("ed") and _acts(words, place):
            return "clause"
    return ""


_ALSO_ALONE = _words("this that nobody everyone everybody somebody someone nothing")
"""Subjects that are as often all that is said: "nothing so far", "everyone in the ward"."""


def _does_at_once(words: list[str]) -> bool:
    """Whether what follows the first word is its verb, but for how often or who else: "nobody else had asked"."""
    after = words[2:] if words[1] in ("else", "ever", "here", "there") or words[1].endswith("ly") else words[1:]
    if not after:
        return False
    did = after[0].endswith("ed") and after[1:2] != ["by"] and words[0] not in ("this", "that")
    return did or after[0] in FINITE | {"be", "left"}


_PLACED = PREPOSITIONS | _words("here there nearby locally to")
_SUBORDINATES = _words("until while unless because whether if")
"""Words whose verb is not that of the whole: "the rule until the budget is set"."""
_AUXILIARY = _words("will would shall should can could may might must do does did has have had")
_ALONE = _words(
    "all some many most both several few any none each either neither two three four five six seven eight nine ten"
)
"""Determiners that may stand for whom they are of: "many live here"."""
_GOES_ON = _words("be been being have not to never also now")
"""What stands between a verb and what belongs to it."""


def _acts(words: list[str], place: int) -> bool:
    """Whether a word in *-ed* is what its subject did, and not what was done to it: it has an object, or *to*."""
    return place + 1 < len(words) and words[place + 1] in _OBJECTS


_OBJECTS = _words("the a an this these those that their his her its our them him it to all no any every")


_ALWAYS = (
    r"january|february|april|june|july|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
)
_DAYS = re.compile(
    rf"\b({_ALWAYS})\b|(?<=\bin )(march|may|august)\b|(?<=\d )(march|august)\b"
    r"|\b(march|may|august)(?= \d{4}\b)|\b(?:(?<=on \d )|(?<=on \d\d )|(?<=by \d )|(?<=by \d\d ))(may)\b"
)


def days(text: str) -> str:
    """Words whose months and days of the week have their capitals, which were perhaps typed small; "may", "march" and
    "august" only where they can be nothing else."""
    return _DAYS.sub(lambda match: match[0].capitalize(), text)
