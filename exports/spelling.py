"""A check of spelling over what was typed, in British English; the roll and the agenda are known to it.

The word list is pyspellchecker's, which is American, with the British spellings of breame in place of the American
ones, and the words of committees that neither has. Both are imported late: nothing else needs them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from clerk.events import AnyEvent, Convened, ItemAdded, ItemChanged, PersonMet, Retracted, Reworded, SeatChanged
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.texts import texts_in
from exports.links import links_in

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TYPED = frozenset(
    ("text", "reason", "task", "corrections", "note", "lead", "alternatives", "conflicts", "ruling", "capacity")
)
_BOTH = frozenset(
    [
        "license",
        "licensed",
        "licenses",
        "licensing",
        "practice",
        "practices",
        "program",
        "programs",
        "meter",
        "meters",
        "story",
        "stories",
        "draft",
        "drafts",
        "inquiry",
        "inquiries",
        "disk",
        "disks",
        "gray",
        "tire",
        "tires",
        "analog",
        "dialog",
        "check",
        "curb",
        "per",
        "install",
        "enroll",
    ]
)
"""Spellings that are right in British English too, for another word or part of speech."""


_TWICE = re.compile(r"\b([^\W\d_]{2,})[ \t]+(?![A-Z])(?i:\1)\b")
"""A word that is typed twice over; "Wagga Wagga" is a name."""

_SAID_TWICE = frozenset({"had", "that"})
"""What may well stand twice: "it was said that that had had to wait"."""


class Doubt(NamedTuple):
    """A word that may be misspelt, or stands there twice: its item and event, the words about it, and what may be
    meant."""

    word: str
    item: str | None
    event: str
    about: str
    instead: tuple[str, ...]


class SpellingMissing(RuntimeError):
    """The word list is not installed."""


def doubts(meeting: Meeting, known: Iterable[str] = ()) -> list[Doubt]:
    """Every doubtful word of a meeting, in order of place, each once an item. `known` are words that are right here.

    Raises `SpellingMissing`.
    """
    return list(_doubts(meeting, known, meeting.events, suggest=True))


def doubtful_words(
    meeting: Meeting, known: Iterable[str] = (), item: str | None = None
) -> list[tuple[str, str | None]]:
    """The same without what may be meant, which takes longer: each word with the item that it stands in. With `item`,
    of that item alone. Raises `SpellingMissing`."""
    events = (placed for placed in meeting.events if item is None or placed.event.item == item)
    return [(doubt.word, doubt.item) for doubt in _doubts(meeting, known, events, suggest=False)]


def _doubts(meeting: Meeting, known: Iterable[str], events: Iterable[Placed], suggest: bool) -> Iterator[Doubt]:
    words = _Words({*_words_of(meeting), *(word.lower() for word in known)})
    seen: set[tuple[str, str | None]] = set()
    for placed in events:
        for text in typed_in(placed.event):
            for word, about in _words_in(text):
                if (word, placed.event.item) not in seen and not words.knows(word):
                    seen.add((word, placed.event.item))
                    instead = words.instead(word) if suggest else ()
                    yield Doubt(word, placed.event.item, placed.id, about, instead)
            for match in _TWICE.finditer(text):
                twice = " ".join(match[0].split())
                if match[1].lower() not in _SAID_TWICE and (twice, placed.event.item) not in seen:
                    seen.add((twice, placed.event.item))
                    about = " ".join(text[max(0, match.start() - 30) : match.end() + 30].split())
                    yield Doubt(twice, placed.event.item, placed.id, about, (match[1],))


def typed_in(event: AnyEvent) -> Iterator[str]:
    """The words that a clerk typed for an event, where they are prose; of a rewording, the new words alone."""
    if isinstance(event, Convened | PersonMet | SeatChanged | ItemChanged | Retracted):
        return
    if isinstance(event, ItemAdded):
        yield from (event.new.title, event.new.recommendations)
    elif isinstance(event, Reworded):
        yield event.text
    else:
        yield from _prose_of(event)


def _prose_of(struct: Struct) -> Iterator[str]:
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        if name in _TYPED:
            yield from (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
        elif name == "edits":
            for edit in value:
                yield from (str(getattr(edit, field, "")) for field in ("text", "new"))


def _words_in(text: str) -> Iterator[tuple[str, str]]:
    for piece, address in links_in(text):
        if address:
            continue
        for match in _WORD.finditer(piece):
            word = match[0]
            if len(word) > 1 and not word.isupper():
                about = piece[max(0, match.start() - 30) : match.end() + 30]
                yield word, " ".join(about.split())


def _words_of(meeting: Meeting) -> set[str]:
    """Every word of the roll and the agenda, and of all else that the papers say."""
    found: list[str] = []
    papers = [] if meeting.setup is None else [meeting.setup]
    for struct in (*meeting.people.values(), *meeting.items.values(), *papers):
        found += texts_in(msgspec.to_builtins(struct))
    return {word.lower() for text in found for word in _WORD.findall(text)}


class _Lists(NamedTuple):
    """The words that come with the program, read once."""

    english: Any
    shipped: frozenset[str]
    is_american: Any
    is_british: Any
    british: Any


@cache
def _lists() -> _Lists:
    try:
        from breame.spelling import american_spelling_exists, british_spelling_exists, get_british_spelling
        from spellchecker import SpellChecker
    except ImportError:
        raise SpellingMissing(
            "The word list is not installed. Install it with: pip install pyspellchecker breame"
        ) from None
    text = resources.files("exports").joinpath("words.txt").read_text(encoding="utf-8")
    shipped = frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
    english = SpellChecker(language="en", distance=1)
    return _Lists(english, shipped, american_spelling_exists, british_spelling_exists, get_british_spelling)


class _Words:
    def __init__(self, own: set[str]) -> None:
        lists = _lists()
        self._list = lists.english
        self._own = own | lists.shipped
        self._is_american = lists.is_american
        self._is_british = lists.is_british
        self._british = lists.british

    def knows(self, word: str) -> bool:
        """Whether a word is right in British English, in any form that its ending gives it."""
        return any(self._knows(form) for form in _forms(word.lower().replace("’", "'")))

    def _knows(self, word: str) -> bool:
        if word in self._own or self._is_british(word) or word in _BOTH:
            return True
        return word in self._list and not self._is_american(word)

    def instead(self, word: str) -> tuple[str, ...]:
        """What may be meant: the British spelling of an American word, else the likeliest few known."""
        from difflib import get_close_matches

        low = word.lower()
        if self._is_american(low):
            return (_cased(str(self._british(low)), word),)
        near = get_close_matches(low, self._own, n=2, cutoff=0.84)
        likely = sorted(self._list.candidates(low) or (), key=lambda known: -self._list[known])
        known = [candidate for candidate in likely if candidate != low and self._knows(candidate)]
        return tuple(_cased(candidate, word) for candidate in dict.fromkeys((*near, *known[:3])))


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending in ("'s", "s'", "'"):
        if word.endswith(ending):
            yield word.removesuffix(ending)
            yield word.removesuffix("'")


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word
