"""What may be learned: who is here, the agenda, what was recorded tonight, and earlier minutes without what is not ours
to offer.

Nothing exempt is ever learned; of earlier papers no name that tonight's papers do not hold; of a transcript, which
mishears names and figures, none of either.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Any

import msgspec

from clerk.completion.words import START, is_word, words_of
from clerk.meeting.openly import openly
from clerk.meeting.state import Meeting
from clerk.people import Person
from clerk.texts import texts_in

_TEXT = re.compile(r"\w.*\s.*\w", re.DOTALL)
"""What is typed in words, and no id or label."""

_KEPT_OUT = frozenset(("Convened", "Retracted", "Corrected", "Reworded"))
"""Kinds of event that hold papers, or words that stand elsewhere too."""


def people_lines(meeting: Meeting, named: Collection[str] = ()) -> Iterator[str]:
    """How people are named: those in the room twice as often. At first mention the full form, with title or post; of
    those who were `named` already (by id), the brief one."""
    public = {person for person in meeting.people if meeting.people[person].kind == "speaker"}
    for id_, person in meeting.people.items():
        times = 2 if id_ in meeting.in_room or id_ in public else 1
        first, then = list(_full(person)), list(_brief(person))
        yield from (then * 3 + first if id_ in named else first * 2 + then) * times


def _full(person: Person) -> Iterator[str]:
    yield person.formal
    if person.name and person.post:
        organisation = f", {person.organisation}" if person.organisation else ""
        yield f"{person.formal}, {person.post}{organisation}"


def _brief(person: Person) -> Iterator[str]:
    yield person.brief
    if person.is_councillor and person.name:
        yield f"Cllr {person.surname}"


def agenda_lines(meeting: Meeting) -> Iterator[str]:
    """The words of the agenda: titles, reports, recommendations, posts; of exempt items only the title, which is on
    the public's agenda."""
    setup = meeting.setup
    if setup is not None:
        yield from (setup.body, f"the {setup.chair_label}", f"the {setup.vice_chair_label}")
    for item in meeting.items.values():
        title = item.title.title() if item.title.isupper() else item.title
        yield from (title, f"the {title}")
        if item.exempt:
            continue
        yield from (item.report, item.report_of, *item.recommendations.splitlines())
        for report in item.reports:
            yield from (report.title, *report.enclosures)
        yield from (matter.task for matter in item.matters)


def minutes_lines(meeting: Meeting) -> list[str]:
    """The words of an earlier meeting's public minutes, without the events in which the public speak."""
    public = openly(meeting)
    return [
        text
        for placed in public.events
        if placed.id not in public.private
        and type(placed.event).__name__ not in ("Addressed", "QuestionReceived", "PersonMet")
        and (text := words_in(placed.event))
    ]


def words_in(event: Any) -> str:
    """What one event holds in words; "" where there are none, or they stand elsewhere too."""
    if type(event).__name__ in _KEPT_OUT:
        return ""
    return "\n".join(text for text in texts_in(msgspec.to_builtins(event)) if _TEXT.search(text))


def names_known(meeting: Meeting) -> frozenset[str]:
    """The words that stand with a capital in tonight's own papers: people of the body and its officers, titles. A
    member of the public is not among them."""
    lines = [*agenda_lines(meeting)]
    for person in meeting.people.values():
        if person.kind != "speaker":
            lines += [*_full(person), *_brief(person)]
    return frozenset(word for line in lines for word in words_of(line))


def without_strangers(words: Iterable[str], known: frozenset[str], ordinary: frozenset[str]) -> Iterator[str]:
    """Words of an earlier paper without names that tonight's papers do not hold: somebody may have spoken there. What
    is `ordinary` stands there in small letters too; it is a name all the same after a title, or beside one."""
    after_title = named = False
    for word in words:
        capital = word[:1].isupper()
        if word in _TITLES:
            after_title, named = True, False
            yield word
        elif not capital or word in known:
            after_title = named = False
            yield word
        elif not (after_title or named) and (word.lower() in ordinary or _is_short_for_something(word)):
            yield word
        else:
            if not named:
                # One boundary stands for the whole name.
                yield START
            after_title, named = False, True


_TITLES = frozenset(("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Dame", "Prof", "Professor", "Rev", "Revd", "Cllr"))


def _is_short_for_something(word: str) -> bool:
    return word.isupper() and len(word) <= _SHORT


_SHORT = 5
"""Letters of "VAWG" and the like; a longer word in capitals may be a name in a heading."""


def ordinary_words(words: Iterable[str]) -> frozenset[str]:
    """The words that stand somewhere in small letters."""
    return frozenset(word for word in words if word[:1].islower())


_FIGURES = frozenset(
    (
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty"),
        *("forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion"),
        *("dozen", "half", "quarter", "once", "twice"),
    )
)
_CAPITALS = 0.01
"""Of the words within sentences, at least: a machine that writes fewer gives no way to tell a name."""


def spoken_words(texts: Iterable[str], meeting: Meeting) -> Iterator[str]:
    """The common words of a transcript in their order: what was said twice at least, once in small letters, and is
    neither a figure nor a name. A name is what has a capital anywhere within a sentence, and what anybody on the
    meeting's papers is called."""
    heard = [word for text in texts for word in words_of(text)]
    inside = [word for before, word in pairwise(heard) if before != START and is_word(word)]
    capitals = {word.lower() for word in inside if word[0].isupper() and word not in ("I", "I'm", "I’m")}
    if sum(word[0].isupper() for word in inside) < _CAPITALS * len(inside):
        return
    names = {word.lower() for person in meeting.people.values() for word in words_of(person.name)} | capitals
    counts, small = Counter(map(str.lower, heard)), ordinary_words(heard)
    for word in heard:
        plain = word.lower()
        if not is_word(word):
            yield word
        elif plain in small and counts[plain] > 1 and not any(_is_no_common_word(p, names) for p in _parts(plain)):
            yield plain
        else:
            yield START


def _parts(word: str) -> list[str]:
    return [word, *re.split(r"\W", word)]


def _is_no_common_word(part: str, names: Collection[str]) -> bool:
    return part in names or part in _FIGURES or any(letter.isdigit() for letter in part)
