"""Free words fitted into the sentence that they join, whatever their first letter, lead word or stop.

A template states the form that a construct takes, one filter a form: a clause after *that* (`text | that`), a cause or
circumstance (`text | cause`), a noun phrase after a word of its own (`text | phrase('on')`), what someone is to do
(`text | to_do`). What is a sentence by nature is `| sentence`. What
cannot be joined, such as a question, stands quoted.
"""

import re


def _words(together: str) -> frozenset[str]:
    return frozenset(together.split())


_SMALL = _words(
    "a an the this that these those there it its he she they we his her their our all some many no any each every both "
    "in on at for to of with from by as because since owing due when where whether what why how who if after before "
    "until while although though so through following given having being item items"
)
"""First words that are small within a sentence: all others may be names."""

_JOINS = _words(
    "because since as owing due for to in on at after before until till while so through following given having by "
    "with without during pending when where although though if under from unless upon again early briefly together "
    "shortly temporarily throughout instead"
)
"""Words with which a circumstance begins, so that it follows a verb as it is."""

_SUBJECTS = _words("i he she it they we you there nobody everyone somebody")
_VERBS = _words(
    "is are was were had has have would will could can did does may might must should needed wished wanted felt went "
    "came left asked lives lived owns owned works worked knows knew sits sat holds held be"
)
_RELATIVE = frozenset(("that", "which", "who", "whom", "where", "whose"))


def trimmed(text: str) -> str:
    """Words without the space around them and without the stop that the sentence has itself."""
    text = " ".join(text.split())
    return text if text.endswith("...") else text.rstrip(".;,:").rstrip()


def small(text: str) -> str:
    """Words as they stand within a sentence: a capital only where it may be a name's."""
    first = re.match(r"[A-Za-z’']+", text)
    word = first[0].lower() if first else ""
    return text[:1].lower() + text[1:] if word.partition("’")[0].partition("'")[0] in _SMALL else text


def without(text: str, *leads: str) -> str:
    """Words without the first of these leads that they begin with: the sentence has it."""
    for lead in leads:
        if match := re.match(rf"{lead}\b[ ,]*(?=\S)", text, re.IGNORECASE):
            return text[match.end() :]
    return text


def that(text: str) -> str:
    """A clause that follows *that*: "There was no paper." is "there was no paper"."""
    text = trimmed(text)
    return f"the question was: “{text}”" if text.endswith("?") else small(without(text, "that"))


def that_clause(text: str) -> str:
    """A clause with its *that*, or the noun phrase that stands in its place."""
    text = trimmed(text)
    if re.match(r"that\b", text, re.IGNORECASE) or is_clause(text):
        return f"that {that(text)}"
    return small(text)


def asked(text: str) -> str:
    """What was asked: a clause of its own ("whether …"), or a question in its own words, quoted."""
    text = " ".join(text.split())
    if text.endswith("?") and text[:1].isupper():
        return f": “{text}”"
    return f" {small(text if text.endswith('?') else trimmed(text))}"


def phrase(text: str, *leads: str) -> str:
    """A noun phrase after the template's own word, which was perhaps typed too."""
    return small(without(trimmed(text), *leads))


def to_do(text: str) -> str:
    """What someone is to do, after *to*."""
    text = without(trimmed(text), "that they", "to")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def is_clause(text: str) -> bool:
    """Whether words have a subject and a verb: "she had a train", but not "a train that had gone"."""
    words = re.findall(r"[A-Za-z’']+", text.lower())[:10]
    verb = next((place for place, word in enumerate(words) if word in _VERBS or word in ("hasn’t", "wasn’t")), None)
    if not words:
        return False
    if words[0].partition("’")[0] in _SUBJECTS:
        return True
    return verb is not None and verb > 0 and not _RELATIVE & set(words[1:verb])


def cause(text: str, lead: str = "owing to") -> str:
    """A cause or a circumstance: "because she had a train", "as a trustee", "to confer", "owing to illness"; a noun
    phrase takes the `lead`."""
    text = without(trimmed(text), "by reason of", re.escape(lead))
    first = re.match(r"[A-Za-z]*", text)
    word = first[0].lower() if first else ""
    if word in _JOINS:
        return text[:1].lower() + text[1:]
    if text.lower().startswith("that ") or is_clause(text):
        return f"because {that(text)}"
    verb = re.match(r"(is|was|has|had|owns|lives|works|knows|holds)\b", text, re.IGNORECASE)
    return f"because that Member {small(text[:1].lower() + text[1:])}" if verb else f"{lead} {small(text)}"


FORMS = {
    "that": that,
    "that_clause": that_clause,
    "asked": asked,
    "phrase": phrase,
    "to_do": to_do,
    "cause": cause,
}
"""The forms that a template can ask for, by the name of the filter."""
