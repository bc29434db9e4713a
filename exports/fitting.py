"""Free words fitted into the sentence that they join, whatever their first letter, lead word or stop.

A template states the form that a construct takes, one filter a form: a clause after *that* (`text | that`), a cause or
circumstance (`text | cause`), a noun phrase after a word of its own (`text | phrase('on')`), what someone is to do
(`text | to_do`). What is a sentence by nature is `| sentence`. What
cannot be joined, such as a question, stands quoted.
"""

import re
from collections.abc import Mapping
from typing import cast

from exports.consenting import consented
from exports.grammar import Form, days, form_of, is_to_do, sentences, words_of
from exports.naming import seconded, the
from exports.participles import is_absolute, is_bare
from exports.someone import being, being_where
from exports.vocabulary import words as _words
from exports.within import small, trimmed, without

_JOINS = _words(
    "because since as owing due for to in on at after before until till while so through following given having by "
    "with without during pending when where although though if under from unless upon again early briefly together "
    "shortly temporarily throughout instead"
)
"""Words with which a circumstance begins, so that it follows a verb as it is."""

_SUBJECTS = _words("i he she it they we you there")
_VERBS = _words(
    "is are was were had has have would will could can did does may might must should needed wished wanted felt went "
    "came left asked lives lived owns owned works worked knows knew sits sat holds held be"
)
_DOES = re.compile(
    r"(?:is|was|has|had|does|did|goes|studies|(?:own|live|work|know|rent|keep|sit|belong|teach|coach|serve|employ|attend|"
    r"advise|represent|volunteer|receive|owe|sell|buy|manage|fish|swim|sing|run|play|support|farm|lead|chair|lease|use|"
    r"edit|act|get|give|write|speak|pay|care|help|drive|ride|object|contribute|subscribe|donate|campaign)(?:s|es)|"
    r"(?:own|live|work|rent|belong|serve|attend|advise|represent|volunteer|receive|manage|support|farm|chair|help|"
    r"object|contribute|subscribe|donate|campaign|sign|vote|visit|play|coach|edit)e?d(?! by\b)|(?:led|kept|held|"
    r"taught|sold|bought|sent)(?! by\b)|knew|holds|sat|got|went|gave|wrote|spoke|ran|drove|rode|swam|sang)"
    r"\s+(?=\w)(?<!chairs )(?<!runs )(?<!leases )(?<!uses )(?<!plays )(?<!acts )(?<!supports )(?<!farms )(?<!drives )"
    r"(?<!rides )(?<!objects )(?<!gives )"
    r"|(?:chairs|runs|leases|uses|plays|supports|farms|drives|rides|gives)\s+"
    r"(?:an?|the|his|her|their|its|one|two|three|for|with|to)\b|plays\s+(?:in|at)\b|objects\s+to\b|acts\s+(?:for|as)\b",
    re.IGNORECASE,
)
"""What someone is said of begins with, where the name stands already: "owns a shop". Words that may be nouns too want
what follows a verb alone: "runs the shop"."""

_RELATIVE = frozenset(("that", "which", "who", "whom", "where", "whose"))
_SUBORDINATES = _words("until till when while if unless because whether why how once")
"""Words behind which a verb is not that of the whole: "the rule until the budget is set"."""


def that(text: str) -> str:
    """A clause that follows *that*: "There was no paper." is "there was no paper"."""
    text = trimmed(text)
    if text.endswith("?"):
        return f"the question was: “{text}”"
    rest = re.match(r"(?:because(?! of)|since|as) (.+)", text, re.IGNORECASE)
    if rest and form_of(text) == "cause" and form_of(rest[1], "clause") in ("clause", "wish"):
        return small(rest[1])
    return small(without(text, "that"))


def that_clause(text: str) -> str:
    """A clause with its *that*, or the noun phrase that stands in its place."""
    text = trimmed(text)
    if re.match(r"that\b", text, re.IGNORECASE) or is_clause(text):
        return f"that {that(text)}"
    return small(text)


_ASKS = re.compile(
    r"(?:(?:why|when) )?"
    r"(?:is|are|was|were|will|would|could|can|should|shall|do|does|did|has|have|had|may|might|must)(?:n[’']t)? "
    r"(?:there|it|he|she|they|we|you|this|these|that|those|the|an?|any|all|members|officers|residents|councillors?)\b",
    re.IGNORECASE,
)
"""A question in its own words, which was perhaps typed without its mark."""


def asked(text: str) -> str:
    """What was asked, with its stop: a clause of its own ("whether …"), or a question in its own words, quoted."""
    if _ASKS.match(text) and not text.rstrip().endswith("?"):
        text = f"{trimmed(text)}?"
    return fit(text, indirect="", question=":", wish="that", clause="whether", deed="", phrase="about", circumstance="")


def phrase(text: str, *leads: str) -> str:
    """A noun phrase after the template's own word, which was perhaps typed too."""
    return small(without(trimmed(text), *leads))


def to_do(text: str) -> str:
    """What someone is to do, after *to*."""
    return _deed(without(trimmed(text), "that they"))


def is_clause(text: str) -> bool:
    """Whether words have a subject and a verb: "she had a train", but not "a train that had gone"."""
    words = words_of(text)[:10]
    verb = next((place for place, word in enumerate(words) if word in _VERBS or word in ("hasn’t", "wasn’t")), None)
    if not words:
        return False
    if words[0] in _SUBJECTS or form_of(text) == "clause":
        return True
    return verb is not None and verb > 0 and not (_RELATIVE | _SUBORDINATES) & set(words[1:verb])


def cause(text: str, lead: str = "owing to") -> str:
    """A cause or a circumstance: "because she had a train", "as a trustee", "to confer", "owing to illness"; a noun
    phrase takes the `lead`."""
    text = without(trimmed(text), "by reason of", re.escape(lead))
    first = re.match(r"[A-Za-z]*", text)
    word = first[0].lower() if first else ""
    if lead == "because" and word == "of":
        return f"because {text}"
    if word in _JOINS or (word != "being" and form_of(text) in ("cause", "circumstance")):
        return text[:1].lower() + text[1:]
    if text.lower().startswith("that ") or is_clause(text):
        return f"because {that(text)}"
    if _DOES.match(text):
        return f"because that Member {small(text[:1].lower() + text[1:])}"
    return f"{'because of' if lead == 'because' else lead} {small(text)}"


def form(text: str, expected: Form = "phrase") -> Form:
    """What words are (`exports.grammar`), for a wording that goes by it; what is wished with its *that* is a wish."""
    found = form_of(text, expected)
    return "wish" if found == "that" and form_of(without(text, "that"), "clause") == "wish" else found


def fit(text: str, **leads: str) -> str:
    """The end of a sentence that words join, with its stop. `leads` says which forms the sentence can take and how each
    goes on: `fit(clause='that', phrase='on|about')`; the first is what the construct expects, and of several leads one
    that was typed stays; "." says that it stands alone. Words of another form go on after a comma or a colon, and a
    whole sentence follows as one of its own."""
    flat = " ".join(text.split())
    if not flat:
        return "."
    first, *rest = sentences(flat)
    also = re.match(r"(?:and|but) (?=\w)", first, re.IGNORECASE)
    joined = f", {trimmed(first)[:1].lower()}{trimmed(first)[1:]}" if also else _join(first, leads) or goes_on(first)
    if not joined:
        return f". {own_sentence(flat)}"
    return " ".join([joined if ends(joined) else f"{joined}.", *rest[:-1], *map(own_sentence, rest[-1:])])


def goes_on(text: str) -> str:
    """How words that are no sentence go on after one that could stop there: ", because she had a train", ": the state
    of the path"; "" for a sentence, and where it may be one."""
    words, typed_whole = trimmed(text), text[:1].isupper() and ends(text)
    said = words[:1].lower() + words[1:]
    if _absolute(words) or (is_bare(words_of(words)) and not typed_whole):
        return f", {small(words)}"
    if said.startswith("of "):
        return f", because {said}"
    match form_of(text, "clause"):
        case "cause":
            return f", {said}"
        case "deed" | "circumstance":
            return "" if typed_whole else f", {said}"
        case "that" | "wish":
            return f": that {small(without(words, 'that'))}"
        case "indirect":
            return f": {said}"
        case "phrase":
            says_all = len(words.split()) < 2 and (words[:1].isupper() or words.endswith("ed"))
            return "" if typed_whole or says_all else f": {small(words)}"
    return ""


_GOES_ON, _BEGINS = "\ue006", "\ue007"
"""Stand where words go on with the sentence before them, and where one begins after them, until the whole is written.
Private-use characters, which the shorthand never lets in."""


def sentence_of_its_own(text: str) -> str:
    """What was typed as a sentence of its own, after another; what is none goes on with that other."""
    flat = " ".join(text.split())
    first, *rest = sentences(flat) or [""]
    on = goes_on(first)
    stop = "" if ends(on) else "."
    return " ".join([f"{_GOES_ON}{on}{stop}", *rest[:-1], *map(own_sentence, rest[-1:])]) if on else own_sentence(flat)


def leading(text: str) -> str:
    """Words that lead to the sentence after them: "following discussion" and a cause with its comma as they are, a
    noun phrase after *on*, a whole sentence by itself."""
    words = trimmed(text)
    said = words[:1].upper() + words[1:]
    if _absolute(words):
        return f"{said},"
    match form_of(text, "phrase"):
        case "clause" | "question":
            return f"{own_sentence(text)}{_BEGINS}"
        case "cause" | "deed":
            return f"{said},"
        case "that" | "wish":
            return f"On the proposal that {small(without(words, 'that'))},"
        case "indirect":
            return f"On {small(words)},"
        case "phrase" if words.endswith(("!", "?")):
            return f"{own_sentence(text)}{_BEGINS}"
        case "phrase" if re.match(r"(the|an?|this|these|his|her|its|their)\b", words, re.IGNORECASE):
            said = f"On {small(words)}"
        case "phrase" if re.match(r"no\b", words, re.IGNORECASE):
            return f"There being {small(words)},"
        case "phrase" if not _LEADS.search(words):
            return f"On {small(words)},"
        case "phrase":
            return f"{said},"
    return f"{said}," if text.rstrip().endswith(",") else said


_LEADS = re.compile(r"\b(having|being)\b|^\w+ly\b|^(next|then|later|again|thereafter|afterwards)\b", re.IGNORECASE)
"""Words that lead to a sentence as they are."""


def settled(text: str) -> str:
    """A wording whose words go on and begin as they are to."""
    text = re.sub(rf"[.\s]*{_GOES_ON}", "", re.sub(rf"^\s*{_GOES_ON}[,:] ", "", text))
    return re.sub(rf"{_BEGINS}\s*(\w)", lambda match: f" {match[1].upper()}", text).replace(_BEGINS, "")


def because_of(reason: str) -> str:
    """A reason in a list that says so above: without the “because” that it may have been typed with; a sentence is
    written as one, and what is none stays as it was typed."""
    rest = re.match(r"(?:because(?! of)|since) (.+)", reason, re.IGNORECASE)
    said = rest[1] if rest else reason
    return own_sentence(said) if form_of(said, "clause" if rest else "phrase") == "clause" else reason


def own_sentence(text: str) -> str:
    """Words as a sentence of their own: a capital first, and a stop unless they end otherwise."""
    text = days(text.strip().rstrip(",;:") if text.strip()[-1:] in ",;:" else text.strip())
    text = text[:1].upper() + text[1:]
    return text if not text or ends(text) else f"{text}."


_STOPPED = re.compile(r"[.!?…][”’\"')\]]*$|^“[^“”]*”$")


def ends(text: str) -> bool:
    """Whether a sentence has its stop: within the quotation that ends it, or as one that is a quotation whole."""
    return bool(_STOPPED.search(text))


def _join(text: str, leads: Mapping[str, str]) -> str | None:
    """One sentence's words with what goes before them; None where the sentence cannot take their form."""
    expected = cast(Form, next(iter(leads), "phrase"))
    found = form_of(text, expected)
    words = trimmed(text)
    said = words[:1].lower() + words[1:]
    if (beside := _beside(words, leads)) is not None:
        return beside
    match found:
        case "question":
            return _led(leads, f"“{words[:1].upper()}{words[1:]}”", "question")
        case "cause":
            return _join_cause(said, leads)
        case "that" | "clause" | "wish":
            return _join_clause(words, found, leads)
        case "deed":
            return _led(leads, f"to {_deed(words)}", "deed", "cause")
        case "circumstance":
            return _circumstance(said, leads)
        case "indirect":
            return _led(leads, said, "indirect")
    if "cause" in leads and (_DOES.match(words) or "phrase" not in leads):
        return _led(leads, cause(words), "cause")
    words = (leads.get("phrase", "").endswith("by virtue of") and being(words)) or small(words)
    return _led(leads, words, "phrase")


def _absolute(words: str) -> bool:
    """Whether words are such a construction alone, and lead to no clause: "the building being listed, it mattered"."""
    return is_absolute(words_of(words)) and form_of(words) == "phrase"


def _beside(words: str, leads: Mapping[str, str]) -> str | None:
    """Words that stand beside a sentence, after a comma: "the Chairman having left", "held up at work"; None for
    others. *By virtue of* takes both, and what is answered or advised is introduced instead."""
    absolute = _absolute(words)
    if not absolute and not is_bare(words_of(words)):
        return None
    if leads.get("phrase", "").endswith("by virtue of"):
        return _led(leads, small(words) if absolute else f"being {small(words)}", "phrase")
    if leads.get("clause", "").endswith("that"):
        return f": {small(words)}"
    return f", {small(words)}"


def _deed(words: str) -> str:
    words = without(words, "to")
    return words[:1].lower() + words[1:] if re.match(r"[A-Z][a-z’-]+\b", words) else words


def _join_clause(words: str, found: Form, leads: Mapping[str, str]) -> str | None:
    said = small(without(words, "that"))
    order = {"that": ("that", "wish", "clause"), "wish": ("wish", "clause"), "clause": ("clause",)}[found]
    if "cause" in leads and not leads.keys() & set(order):
        wished = found == "wish" or form_of(said, "clause") == "wish"
        return _led(leads, f"{'so that' if wished else 'because'} {said}", "cause")
    key = next((key for key in order if key in leads), "")
    if leads.get(key) == ".":
        return None
    typed = found == "that" and bool(key) and not leads[key].endswith("that")
    return _led(leads, f"that {said}" if typed else said, key)


def _join_cause(said: str, leads: Mapping[str, str]) -> str | None:
    close = leads.get("cause", "").startswith(",")
    if leads.get("phrase") and (said.startswith("being ") or (said.startswith("having ") and not close)):
        return _led(leads, said, "phrase")
    if "cause" in leads:
        return _led(leads, said, "cause")
    rest = re.match(r"(?:because(?! of)|since|as) (.+)", said)
    if rest and form_of(rest[1], "clause") in ("clause", "wish"):
        return _led(leads, rest[1], "clause", "wish")
    return None


def _circumstance(said: str, leads: Mapping[str, str]) -> str | None:
    """Words that begin with a preposition: it may be one with which a noun phrase is joined."""
    alike = leads.get("phrase", "").split("|")
    if any(said.startswith(f"{lead} ") for lead in alike if lead):
        return f" {said}"
    if alike[0].endswith("by virtue of") and (where := being_where(said)):
        return _led(leads, where, "phrase")
    if said.startswith("of ") and leads.get("cause") in ("", ","):
        return _led(leads, f"because {said}", "cause")
    return _led(leads, said, "circumstance", "cause")


def _led(leads: Mapping[str, str], words: str, *keys: str) -> str | None:
    """Words after the first lead that the sentence has for their form: a word, or a mark that stands close."""
    key = next((key for key in keys if key in leads), None)
    if key is None:
        return None
    lead = leads[key].split("|")[0].strip()
    space = "" if lead[:1] in (",", ":", ".") and lead else " "
    return f"{space}{lead} {words}" if lead else f" {words}"


def moved(text: str, committee: str, last: bool = True, joins: bool = False) -> str:
    """The first line of what was moved, as a motion is written: *That* before what is to be, the body before what it is
    itself to do ("That the Committee adopt the plan"; without a `committee` it stays "Adopt the plan", as officers
    recommend), a capital, and where it is the `last` of its text a stop. What `joins` a lead above it begins as it was
    typed."""
    if not joins:
        if committee and is_to_do(deed := without(text, "that")):
            text = f"That the {committee} {deed[:1].lower()}{deed[1:]}"
        elif form_of(text, "wish") == "wish":
            text = f"That {small(text)}"
        text = text[:1].upper() + text[1:]
    if last:
        text = re.sub(r"[,;]?\s+(?:and|or)$|[,;]$", "", text)
    return text if not last or text[-1:] in ".!?:”’" else f"{text}."


FORMS = {
    "seconded": seconded,
    "the": the,
    "that": that,
    "that_clause": that_clause,
    "asked": asked,
    "phrase": phrase,
    "to_do": to_do,
    "cause": cause,
    "consented": consented,
    "form": form,
    "fit": fit,
    "sentence": sentence_of_its_own,
    "leading": leading,
}
"""The forms that a template can ask for, by the name of the filter."""
