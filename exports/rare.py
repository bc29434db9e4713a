"""The standing sentences (`clerk.rare`): their facts named, counted and dated, the wording the house style's."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from clerk.events import Addressed, Noted
from clerk.meeting.moments import SEATED
from clerk.meeting.record import Placed
from clerk.rare import Fact, rare_of
from clerk.shorthand.scope import split_list
from clerk.texts import read_entries
from clerk.times import read_date, say_date
from exports.announced import announced, timed
from exports.at_council import adopted, adoption, prayers
from exports.blocks import AnyBlock, ListEntry, Listing, Span
from exports.fitting import own_sentence
from exports.heard import allowed, at_hearing, heard, lobbied
from exports.house_rules import of_the_hour, welcomed
from exports.interests import restated
from exports.naming import the
from exports.style import Names, capital, listed
from exports.writer import Named, Writer, Writes

_BY_ITEM = {
    ("RE-09", "declarations"): "DE-14",
    ("RE-09", "monitoring officer"): "MO-02",
}
"""One verb records advice; what it is depends on the item."""

_LISTS = frozenset({"MI-07", "PL-03", "PL-08", "CN-02", "SC-02"})
"""Those whose words are a list, a line each, under a sentence that leads to them."""

_ELSEWHERE = frozenset({"FM-04"})
"""Printed in the front block."""


def noted(writer: Writer, placed: Placed, event: Noted) -> list[AnyBlock]:
    """One standing sentence, with the list that it leads to."""
    row = rare_of(event.construct)
    if row is None or event.construct in _ELSEWHERE:
        return []
    if event.construct == "DE-12":
        return restated(writer, placed, event)
    if event.construct in ("UR-02", "EX-05.decision") and _said_before(writer, placed, event):
        return []
    if event.question and event.construct == "MB-07" and _was_put(writer, event):
        return []
    if event.question and event.construct == "MB-02" and _was_put(writer, event):
        # Its vote says whether it was agreed.
        event = replace(event, facts={name: value for name, value in event.facts.items() if name != "agreed"})
    return award(writer, placed, event)


def _said_before(writer: Writer, placed: Placed, event: Noted) -> bool:
    """Whether the same stands at the item already: the same sentence, or all that one without words would say."""
    said = [p.event for p in writer.before(placed) if isinstance(p.event, Noted)]
    alike = [one for one in said if (one.construct, one.item, one.facts) == (event.construct, event.item, event.facts)]
    words = event.text.strip(" .").casefold()
    return any(not words or one.text.strip(" .").casefold() == words for one in alike)


def _was_put(writer: Writer, event: Noted) -> bool:
    return any(event.question in put.questions for put in writer.meeting.puts)


def award(writer: Writer, placed: Placed, event: Noted) -> list[AnyBlock]:
    """One standing sentence wherever it stands: an award that was put to the vote stands under its vote."""
    row = rare_of(event.construct)
    if row is None:
        return []
    item = writer.item(event.item)
    key = _BY_ITEM.get((event.construct, item.kind if item else ""), event.construct)
    together = _listed_together(writer, placed, event) if event.construct in _LISTS else [placed]
    if together[0].id != placed.id:
        return []
    lines = [line for one in together for line in _entries(one)]
    facts: dict[str, Any] = {"text": event.text, "count": len(lines)}
    for fact in row.facts:
        facts |= _named(writer, placed, fact, event)
    if more := _MORE.get(event.construct):
        facts |= more(writer, placed, event)
    if event.construct == "PU-14" and facts["resolved"]:
        key = "PU-14.resolved"
    facts["public"] = item is not None and item.kind == "public"
    facts["member"] = item is not None and item.kind == "members' items"
    if event.construct == "FM-10":
        facts["by"] = facts["by"] or writer.chair
    if event.construct == "CN-06":
        return [writer.prose(key, together, **facts), *adopted(writer, placed, event)]
    if event.construct not in _LISTS:
        return [writer.prose(key, together, **facts)]
    entries = tuple(
        ListEntry((Span(own_sentence(line)),), "number" if key == "PL-03" else "bullet", str(n))
        for n, line in enumerate(lines, 1)
    )
    if key != "PL-03":
        entries = tuple(ListEntry(entry.spans, "bullet") for entry in entries)
    return [writer.prose(key, together, **facts), Listing(entries=entries, **writer.of(key, together))]


def _entries(placed: Placed) -> list[str]:
    return read_entries(placed.event.text) if isinstance(placed.event, Noted) else []


def _listed_together(writer: Writer, placed: Placed, event: Noted) -> list[Placed]:
    """The lists of one kind that were typed one after the other, and stand below one sentence."""
    events = writer.meeting.events
    private = writer.meeting.private

    def alike(other: Placed) -> bool:
        one = other.event
        return (
            isinstance(one, Noted)
            and (one.construct, one.item, one.facts) == (event.construct, event.item, event.facts)
            and (other.id in private) is (placed.id in private)
        )

    at = next(place for place, other in enumerate(events) if other.id == placed.id)
    first, last = at, at
    while first and alike(events[first - 1]):
        first -= 1
    while last + 1 < len(events) and alike(events[last + 1]):
        last += 1
    return list(events[first : last + 1])


def _named(writer: Writer, placed: Placed, fact: Fact, event: Noted) -> dict[str, Any]:
    """A fact as a template takes it; names that Jinja2 keeps for itself, and `chair`, have another."""
    value = event.facts.get(fact.name)
    name = {"with": "with_", "from": "from_", "for": "for_", "chair": "chair_of"}.get(fact.name, fact.name)
    # What was one person when it was recorded may be several today.
    ids = value if isinstance(value, tuple) else (value,) if isinstance(value, str) and value else ()
    match fact.kind:
        case "person":
            return {name: _person(writer, placed, value) if isinstance(value, str) else ""}
        case "seconder":
            known = isinstance(value, str) and value in writer.meeting.people
            return {name: _person(writer, placed, str(value)) if known else _in_words(value)}
        case "people":
            names = Names(_person(writer, placed, id_) for id_ in ids)
            return {name: names, f"{name}_count": len(ids)}
        case "names":
            here = ids and all(writer.person(id_).kind != "speaker" for id_ in ids)
            named = writer.public(ids) if ids else Named((), 0)
            named = Named(tuple(_person(writer, placed, id_) for id_ in ids), len(ids)) if here else named
            return {name: Names(named.names), f"{name}_count": named.people}
        case "item" | "items":
            itself = event.construct == "MB-05" and len(ids) > 1
            items = [item for item in ids if item != event.item or not itself]
            return {name: writer.item_numbers(items), f"{name}_count": len(items)}
        case "date":
            return {name: _day(_in_words(value))}
        case "number":
            return {name: value if isinstance(value, int) else 0}
        case "choices":
            return {name: list(ids)}
        case "words" if fact.name in _WHO:
            return {name: _holders(writer, event, _in_words(value), fact.name)}
        case "flag":
            return {name: value or ""}
        case _:
            return {name: _in_words(value)}


def _in_words(value: str | int | tuple[str, ...] | None) -> str:
    """A value as it is printed, whatever kind it is of: a record from elsewhere may hold another than its fact has."""
    return listed(value) if isinstance(value, tuple) else str(value or "")


def _day(said: str) -> str:
    """A day in full; what is none, as it stands."""
    try:
        return say_date(read_date(said)) if said else ""
    except ValueError:
        return said


_WHO = frozenset({"by", "to", "with", "read", "from"})
"""Facts in words that say who: a post or a body, or someone who is known here."""


def _holders(writer: Writer, event: Noted, typed: str, name: str) -> str:
    """Whom words say, of whom several stand in quotes or with a comma close between them."""
    if not re.search(r'"\s*,|,(?=\S)', typed):
        return writer.holder(typed)
    each = [writer.holder(one) for one in split_list(typed)]
    return listed([the(one) for one in each] if event.construct in ("OU-15", "PL-05") and name == "to" else each)


def _person(writer: Writer, placed: Placed, id_: str) -> str:
    if writer.is_chairman(id_, placed):
        return f"the {writer.chair_label}"
    return writer.with_post(id_)


def _question(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    question, _, answer = event.text.partition("->")
    second = _SUPPLEMENTARY.match(question)
    question = question[second.end() :] if second else question
    by = event.named("by")
    # Whoever asks from the public is named where residents are.
    hidden = not writer.setting("public_names") and any(writer.person(id_).kind == "speaker" for id_ in by)
    names = writer.public(by).names if hidden else [_person(writer, placed, id_) for id_ in by]
    asker = capital(Names(names)) if by else ""
    setting = writer.setting("questioners")
    # The setting is of Members: of anybody else “a Member asked” would not be true.
    others = any(writer.person(id_).kind not in SEATED for id_ in by)
    named = bool(by) and (others or setting == "named" or (setting == "by kind" and writer.body.kind == "council"))
    said = {"asker": asker, "named": named, "question": question.strip(), "answer": answer.strip()}
    return said | {"supplementary": second is not None or bool(event.facts.get("supplementary"))}


_SUPPLEMENTARY = re.compile(
    r"\s*(?:\(\s*supplementary(?: question)?\s*\)|supplementary(?: question)?\s*[:–-])\s*", re.IGNORECASE
)
"""What is typed before a second question: it is said in the sentence, and no part of what was asked."""


def _erratum(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    old, _, new = event.text.partition("->")
    return {"old": _unquoted(old.strip()), "new": _unquoted(new.strip())}


def _unquoted(words: str) -> str:
    """Words without the marks round the whole of them, which the sentence has itself."""
    match = re.fullmatch(r"[\"“”'‘’]([^\"“”]+)[\"“”'‘’]", words)
    return match[1] if match else words


def _people(event: Noted, *names: str) -> set[str]:
    found: set[str] = set()
    for name in names:
        value = event.facts.get(name, ())
        found |= set(value) if isinstance(value, tuple) else {str(value)}
    return found


def _petition(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Of the lead petitioners, those who were there, and those who were said not to be, before or after."""
    leads = event.facts.get("lead", ())
    leads = leads if isinstance(leads, tuple) else (str(leads),)
    absent = {p for e in _noted(writer, "PU-06") for p in _people(e, "who")}
    there = [id_ for id_ in leads if id_ not in absent]
    away = [id_ for id_ in leads if id_ in absent]
    named = writer.public(there) if there else Named((), 0)
    gone = writer.public(away).names if away else ()
    return {"lead": list(named.names), "lead_count": named.people, "away": list(gone)}


_ANSWERED = re.compile(
    r"\b(?:answer|answered|replied|reply|responded|response|said|told|explained|confirmed|stated|assured|in writing|"
    r"written)\b"
)


def _not_there(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Whether those who were not there are the lead petitioners of petitions that were received, or had sent a
    question, as one does for an item that is of questions alone."""
    leads = {p for e in _noted(writer, "PU-10") for p in _people(e, "lead")}
    item = writer.item(event.item)
    title = item.title.casefold() if item else ""
    asked = "question" in title and not _TO_SPEAK.search(title)
    text, _, then = event.text.partition("->")
    then = own_sentence(then) if then.strip() else ""
    party = str(event.facts.get("party", "")) or ("representation" if at_hearing(writer, item) else "")
    said = {"lead": _people(event, "who") <= leads, "asked": asked, "text": text.strip(), "then": then}
    return said | {"party": party}


_TO_SPEAK = re.compile(r"\b(?:comments?|speak\w*|participation|statements?|deputations?|address\w*|petitions?)\b")


def _noted(writer: Writer, construct: str) -> Iterator[Noted]:
    for placed in writer.meeting.events:
        if isinstance(placed.event, Noted) and placed.event.construct == construct:
            yield placed.event


def _asked_again(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Whether the item has said already that the questions and answers were published."""
    before = (other.event for other in writer.before(placed) if isinstance(other.event, Noted))
    said = any(other.construct == "PU-02" and other.item == event.item for other in before)
    again = said and any(event.facts.get(name) for name in ("who", "supplementary", "by"))
    words = event.text.casefold()
    known = writer.meeting.people
    who, by = ([known[id_].name for id_ in event.named(name) if id_ in known] for name in ("who", "by"))
    text = _named_in_full(event.text, who)
    told = bool(_ASKED.search(words)) and bool(who) and all(name in text for name in who)
    # What was typed names nobody more fully than a style does that leaves residents' names out.
    told = told and bool(writer.setting("public_names"))
    answered = any(name.split()[-1].casefold() in words for name in by) or bool(_ANSWERED.search(words))
    return {"again": again, "told": told, "answered": answered} | ({"text": text} if told else {})


def _named_in_full(text: str, names: list[str]) -> str:
    """Words that begin with who asked, by the surname, with the whole name: "Mr Peter Marsh asked"."""
    for name in names:
        if name not in text:
            title = r"((?:Mr|Mrs|Ms|Miss|Mx|Dr|Councillor|Cllr)\.? )?"
            text = re.sub(rf"^{title}{re.escape(name.split()[-1])}\b", lambda m, n=name: f"{m[1] or ''}{n}", text)  # type: ignore[misc]
    return text


_ASKED = re.compile(r"\b(?:asked|questions?|enquired|wished to know)\b")


def _spoke(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Whether those who were questioned had made a comment, at this item or on it."""
    spoke: set[str] = set()
    for other in writer.before(placed):
        if isinstance(other.event, Addressed) and event.item in (other.event.item, other.event.about):
            spoke |= {speaker.person for speaker in other.event.speakers}
        elif isinstance(other.event, Noted) and other.event.item == event.item:
            spoke |= _people(other.event, *_COMMENTS.get(other.event.construct, ()))
    deputed = {
        one
        for other in writer.before(placed)
        if isinstance(other.event, Noted) and other.event.construct == "PU-12" and other.event.item == event.item
        for one in _people(other.event, "who")
    }
    return {"spoke": _people(event, "who") <= spoke, "deputation": _people(event, "who") <= deputed}


_COMMENTS = {"PU-12": ("who",), "PU-10": ("lead",)}
"""Constructs by which someone from outside makes a comment, and who it is; what a hearing hears is none."""

_AFFIRMS = re.compile(
    r"\b(right|rightly|proper|properly|correct|correctly|lawful|valid|validly|quorate|enough|sufficient|fair|fairly)\b"
    r"|\bthere (was|is|were) (still )?(a|the) (quorum|balance)\b|\bwas (there|kept|in order|in balance)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(not|no|nobody|never|too|only|without|cannot|hardly)\b|n’t\b|n't\b", re.IGNORECASE)


def _challenged(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Whether a challenge says what ought to be so, which was questioned, or what was wrong, which was stated."""
    return {"doubts": bool(_AFFIRMS.search(event.text)) and not _DENIES.search(event.text)}


def _of_parts(writer: Writer, placed: Placed, event: Noted) -> dict[str, Any]:
    """Of which part of what was decided something is said, by the numbers that were typed ("2", "2+3"), and whether it
    is of several."""
    typed = str(event.facts.get("of", "")).strip()
    found = re.split(r"\s*(?:[+,&]|\band\b)\s*", re.sub(r"^recommendations?\s+", "", typed, flags=re.IGNORECASE))
    if typed and all(re.fullmatch(r"\d+(?:\.\d+)*|[a-z]\)?", number) for number in found):
        return {
            "of": f"{'recommendation' if len(found) == 1 else 'recommendations'} {listed(found)}",
            "of_many": len(found) > 1,
        }
    many = re.match(r"(?:the )?\w*(?:recommendation|resolution|decision|paragraph|clause)s\b", typed, re.IGNORECASE)
    return {"of": typed, "of_many": bool(many)}


_MORE = {
    "FM-10": welcomed,
    "CN-01": prayers,
    "CN-06": adoption,
    "CA-04": _of_parts,
    "CA-05": _of_parts,
    "DE-11.lobbied": lobbied,
    "EX-04": timed,
    "EX-04.back": timed,
    "EX-05.decision": announced,
    "TI-01": of_the_hour,
    "AT-14": _challenged,
    "RE-04": _question,
    "RE-07": _erratum,
    "PL-02": heard,
    "PU-02": _asked_again,
    "PU-06": _not_there,
    "PU-08": _spoke,
    "PU-10": _petition,
    "PU-14": allowed,
    "PU-15": timed,
}


WRITES: Writes = {
    Noted: noted,
}
