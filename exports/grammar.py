"""What free words are, as far as a sentence that they join must know: a clause, a noun phrase, a cause, a question.

English is not parsed. What is certain by its first word or its verb is said; where nothing is, the words are taken for
what the construct expects. A form that the construct cannot join stands as a sentence of its own, so a doubt costs
style and never grammar.
"""

import re
from typing import Literal

Form = Literal["", "that", "clause", "wish", "cause", "deed", "indirect", "circumstance", "question", "phrase"]
"""`clause`: she had a train. `wish`: a statement be inserted. `that`: the same, typed with its *that*. `cause`: because
…, owing to …. `deed`: to mend the gate. `indirect`: whether it leaked. `circumstance`: at her own request, until May.
`phrase`: the lease."""


def _words(together: str) -> frozenset[str]:
    return frozenset(together.split())


CAUSES = ("because of", "because", "owing to", "due to", "as a result of", "by virtue of", "by reason of", "since")
"""Leads of a cause; "as", "having" and "being" are too, where no clause of their own follows them."""

_PREPOSITIONS = _words(
    "about above across after against along among around as at before behind below beside between beyond by "
    "concerning despite during except for from in inside into like near of off on onto out outside over past pending "
    "per regarding so while although though once unless through throughout till to toward towards under until up upon "
    "via with within without following given subject"
)
_LEADS_TO = _words("further prior subsequent previous contrary next close thanks according")
_INDIRECT = _words("whether if how what why when where which who whom whose")
_DETERMINERS = _words(
    "a an the this these those any some no each every all both either neither another other such many most more "
    "several few two three four five six seven eight nine ten my our your his her its their first second third last "
    "next"
)
_SUBJECTS = _words("i he she it they we you there nobody everyone everybody somebody someone nothing this that")
_FINITE = _words(
    "is are was were has have had does did do will would shall should can could may might must needed needs wished "
    "wanted wants felt feels went came comes took takes gave gives made makes said says told knew knows thought "
    "thinks saw found began became ran sat spoke stood kept held led lost paid wrote understood believed believes "
    "hoped hopes agreed agrees asked asks lived lives owned owns worked belonged belongs seemed remained remains "
    "existed exists deserves deserved opposes opposed lies isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t won’t "
    "wouldn’t can’t couldn’t didn’t doesn’t don’t cannot live want need feel think believe know agree oppose belong "
    "seem remain exist lay rang sank wore drove rode flew slept threw shook broke chose drew fell bought brought "
    "caught taught sought fought built sent spent meant dealt won stuck rose grew stood wept sang swam forgot got "
    "gets gives goes says am sits stands lapsed lapses ended ends began begins leaked leaks arrived failed fails "
    "resigned"
)
_ALSO_NOUNS = _words("need will can might may must do found felt saw needs can lies ends lives feel")
"""Finite verbs that are as often nouns: after a determiner they are."""
_RELATIVE = _words("that which who whom where whose when")
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


def form_of(text: str, expected: Form = "phrase") -> Form:
    """What words are; of those that may be several things, what is `expected`."""
    flat = " ".join(text.split()).rstrip(" .;,:")
    # What follows a semicolon says nothing of how the words before it join.
    words = words_of(flat.partition(";")[0])
    if not words:
        return "phrase" if flat else ""
    first = words[0]
    if flat.endswith("?"):
        indirect = first in ("whether", "if") or (
            flat[:1].islower() and first in _INDIRECT and not _FINITE & {words[1]}
        )
        return "indirect" if indirect else "question"
    if first == "that" and len(words) > 2:
        return "that"
    if first in _INDIRECT:
        joins = first in ("when", "where", "if") and expected in ("cause", "circumstance", "deed", "phrase")
        return "circumstance" if joins else "indirect"
    if _led_by_cause(flat, words):
        return "cause"
    if first == "to":
        return "deed" if _STARTS_DEED.match(flat.lower()) and flat[3:4].islower() else "circumstance"
    if first in _PREPOSITIONS or (words[1:2] == ["to"] and first in _LEADS_TO):
        return _after_comma(flat) or _after_time(words) or "circumstance"
    if expected == "deed" and (not first[0].isalpha() or _is_a_name(flat)):
        return _clause(words) or "phrase"
    if expected == "deed" and first not in _DETERMINERS | _SUBJECTS and not _clause(words):
        return "phrase" if first.endswith("ing") or (first.endswith("s") and first[-2:] != "ss") else "deed"
    if expected == "phrase" and _done_to(words):
        return "phrase"
    if _participle(words) and not _after_comma(flat):
        return "phrase"
    return _clause(words) or _doubtful(words, expected)


def _participle(words: list[str]) -> bool:
    """Whether words name what somebody was or did without saying it of them: "her husband being employed there", "his
    sister running the firm that tendered"."""
    for place, word in enumerate(words[1:8], 1):
        before = words[place - 1]
        if word in _FINITE and word not in _ALSO_NOUNS:
            return False
        if word in ("being", "having") and before not in _PREPOSITIONS | _RELATIVE and place < len(words) - 1:
            return before not in ("a", "an", "human", "well", "well-")
        if word.endswith("ing") and before in _NEAR and place < len(words) - 1:
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


def _done_to(words: list[str]) -> bool:
    """Whether the only verb of words, expected to be a noun phrase, says what was done to the thing that they name: "a
    list of conditions agreed between the parties", but not "the police agreed with it"."""
    for place, word in enumerate(words[1:], 1):
        if word not in _DONE or words[place + 1 : place + 2] == [] or words[place - 1] in _WHO_ACTS:
            continue
        others = (_FINITE - _ALSO_NOUNS).intersection(words[:place] + words[place + 1 :])
        if words[place + 1] in _PREPOSITIONS | {"to"} and not others:
            return True
    return False


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
        acts = next((word for word in words[1:] if word in _BASE or word.removesuffix("s") in _BASE), "")
        to = acts and words[words.index(acts, 1) - 1] == "to"
        return "phrase" if to else "wish" if acts in _BASE else "clause" if acts else "phrase"
    return "clause" if any(_may_act(words, place) for place in range(1, len(words))) else "phrase"


def _may_act(words: list[str], place: int) -> bool:
    """Whether a word may be the verb of a clause whose verb is not known: not one that a determiner, a preposition or
    *to* makes a noun of ("the kerbs", "the cost of repairs"), that is done to it ("the proposed road"), or that ends
    the words or goes on with a preposition as a noun does ("the parking charges in the town")."""
    word, before, after = words[place], words[place - 1], words[place + 1] if place + 1 < len(words) else ""
    if before in _DETERMINERS | _PREPOSITIONS | _GOES_ON | {"and", "or"} or before.endswith(("’s", "s’", "ly")):
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
    return word.endswith("s") and bool(after) and after not in _PREPOSITIONS | {"and", "or"}


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
        if (word if word in _NEAR else word.removesuffix("s")) not in _NEAR or place + 1 == len(words):
            continue
        after = words[place + 1]
        if after in _PREPOSITIONS or after in ("and", "or", "who") or "’" in after:
            continue
        return several or (after.endswith("s") and after[-2:] != "ss") or after in _FINITE
    return False


_NEAR = _words(
    "daughter son wife husband partner spouse brother sister mother father parent child children niece nephew aunt "
    "uncle cousin friend neighbour employer grandson granddaughter grandmother grandfather mother-in-law "
    "father-in-law brother-in-law sister-in-law son-in-law daughter-in-law stepson stepdaughter tenant landlord firm"
)
_ITS_OWN = _words("the his her their its our this")
_BASE = _words(
    "note agree approve refer defer instruct request receive thank write support oppose reject adopt report "
    "grant refuse recommend consider invite welcome endorse delegate authorise proceed go adjourn stay stand remain "
    "continue meet review provide ensure take make give set ask call urge resolve commit"
)
"""What a body or its officers are to do, as a motion says it: "the Committee note the report"."""


def _led_by_cause(flat: str, words: list[str]) -> bool:
    if words[0] == "since" and _after_time(words):
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
    return _clause(words) if comma and len(head.split()) < 9 and words and words[0] not in ("and", "or") else ""


_OF_A_TIME = _words("in on at by during from since under until till with within over throughout")


def _after_time(words: list[str]) -> Form:
    """The clause that follows a time without a comma: "since 2029 there had been none", "in May she left"."""
    if words[0] not in _OF_A_TIME:
        return ""
    for place, word in enumerate(words[2:7], 2):
        if word in _RELATIVE | _INDIRECT | _FINITE:
            return ""
        if word in _PERSONS and place + 1 < len(words) and words[place - 1] not in _PREPOSITIONS | _WHEN:
            return "clause" if word != "there" or words[place + 1] in _FINITE else ""
    return ""


_PERSONS = _words("i he she they we it there nobody")
_WHEN = _words("time day week month year moment night way place date")
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


def is_to_do(text: str) -> bool:
    """Whether words name no one and say what is to be done: "adopt the plan", but not "report by the auditor" or
    "support for the scheme"."""
    words = words_of(text)
    if len(words) < 2 or words[0] not in _DEEDS | _BASE or form_of(text, "deed") != "deed":
        return False
    if f"{words[0]} {words[1]}" in _TOGETHER:
        return True
    if words[0] in _ALSO_A_NOUN:
        return words[1] in _DETERMINERS | _THEM | {"that"}
    return words[1] not in _PREPOSITIONS | {"to", "and", "or"}


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
    if (
        len(words) > 2
        and "be" in words[2:8]
        and words[words.index("be") - 1] == "not"
        and not _RELATIVE & set(words[1:8])
    ):
        return "wish"
    if words[0] in _SUBJECTS and len(words) > 1 and (words[0] not in ("this", "that") or words[1] in _FINITE | {"be"}):
        return "wish" if words[1] == "be" else "clause"
    open_relative = after_verb = False
    for place, word in enumerate(words[1:16], 1):
        before = words[place - 1]
        if word in _RELATIVE:
            open_relative, after_verb = True, False
            continue
        is_verb = word in _FINITE and not (word in _ALSO_NOUNS and before in _DETERMINERS | _PREPOSITIONS)
        if open_relative and (is_verb or word == "be"):
            open_relative, after_verb = False, True  # the relative clause's own; the next is the sentence's
            continue
        if after_verb and (word in _GOES_ON or word.endswith(("ed", "ly")) or (is_verb and before in _AUXILIARY)):
            continue
        after_verb = False
        alone = before in _ALONE and is_verb and word not in _ALSO_NOUNS and not word.endswith("ed")
        alone |= before in _ALONE and is_verb and bool(_PLACED.intersection(words[place + 1 : place + 2]))
        if not alone and (before in _DETERMINERS | _PREPOSITIONS | _GOES_ON or before == "and"):
            continue
        if word == "be":
            return "wish"
        at_end = place == len(words) - 1
        if is_verb and not (at_end and word.endswith("ed") and before not in _SUBJECTS):
            return "wish" if word == "should" else "clause"
        if word.endswith("ed") and _acts(words, place):
            return "clause"
    return ""


_PLACED = _PREPOSITIONS | _words("here there nearby locally to")
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
