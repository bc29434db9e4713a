"""What someone is, as a reason tells it: "being employed by the Trust", "being on the board of the club"."""

import re

from exports.grammar import form_of


def _words(together: str) -> frozenset[str]:
    return frozenset(together.split())


_DONE = re.compile(
    r"(?:\w+ly |once |still )?(\w+ed|known|paid|sworn|chosen|born|kept|run) (by|to|with|as|in|on|at|for)\b",
    re.IGNORECASE,
)
_ONE_OF_MANY = _words(
    "member trustee governor director employee owner tenant resident friend patron shareholder parent customer user "
    "volunteer supporter leaseholder landlord councillor neighbour subscriber partner student pupil patient members "
    "trustees governors directors tenants friend relative cousin former teacher coach manager worker officer adviser "
    "allotment-holder player user customer colleague client licensee occupier objector applicant"
)
_SOMEBODY = re.compile(
    r"(?:an?|the|one of the|also an?)\s+(?:[\w-]+\s+){0,2}?"
    r"([a-z-]+)(?=\s*$|\s+(?:of|at|in|for|on|with|to|who|there|and|since)\b|,)",
    re.IGNORECASE,
)
"""Someone, as a phrase with an article names one: "a life member of the club"."""
_ONE_ALONE = _words("chair chairman chairwoman vice-chair president vice-president treasurer secretary leader mayor")

_ONE = re.compile(r"(?:(?P<what>[a-z-]+) )?(?P<who>[a-z-]+)(?= (?:of|at|in|for|on|with|to)\b|$)")
"""Someone, named by one word or two without an article: "member of the club", "near neighbour"."""
_OWNED = _words("a an the this that his her their its our my no one some all both two three of by for from as in on at")
_PLACES = _words("on in with near under among within opposite at next beside behind inside outside of off between")
"""Prepositions with which it is said where someone is: "on the board", "in the same choir"."""
_NO_PLACE = re.compile(
    r"\w+ (?:the )?(?:behalf|respect|relation|regard|view|that|account|advice|grounds?|light|connection|reference|case|"
    r"order|request|interests?|spite|\d|(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\b)",
    re.IGNORECASE,
)


def being(text: str) -> str:
    """What someone is, after "by virtue of": "employed by the Trust" is "being employed by the Trust", "member of the
    club" is "being a member of the club"; "" for a thing."""
    first = text.split(" ")[0].lower()
    said = text[:1].lower() + text[1:]
    goes_on = text.split(" ")[1:2] in (["of"], ["at"], ["in"], ["for"], ["on"], ["with"], [])
    person = _SOMEBODY.match(text)
    named = person is not None and person[1].lower() in _ONE_OF_MANY | _ONE_ALONE
    if _DONE.match(text) or (first in _ONE_ALONE and goes_on) or named:
        return f"being {said}"
    one = _ONE.match(said)
    if one and one["who"] in _ONE_OF_MANY and one["what"] not in _OWNED:
        several = one["who"].endswith("s") and one["who"].removesuffix("s") in _ONE_OF_MANY
        return f"being {said}" if several else f"being {'an' if said[0] in 'aeio' else 'a'} {said}"
    return f"being {said}" if first in _PLACES else ""


def being_where(said: str) -> str:
    """Where someone is, after "by virtue of": "on the board" is "being on the board"; "" where it is no such place."""
    first, _, rest = said.partition(" ")
    if first not in _PLACES or _NO_PLACE.match(said) or form_of(rest) == "clause":
        return ""
    return being(said)
