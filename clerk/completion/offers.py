"""Which words are offered after what is typed, and for how long they go on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clerk.completion.learned import DEEPEST, Learned
from clerk.completion.words import START, is_word, parted, words_of

WORTH = 3
"""Keys that an offer saves at least: one takes a word and the space after it."""

SURE_NEW = 0.8
"""How sure the best word must be where nothing of it is typed."""

SURE_BEGUN = 0.22
"""How sure it must be where a letter of it is."""

SURE_ON = 0.02
"""How sure all the words of an offer together, down to the last one."""

LONGEST = 10
"""Words of one offer."""

SHOWN = 5
"""Words that may be asked for in place of the best, one after another."""

LOOKED_AT = 240
"""Characters before the caret that are looked at."""

_DOUBT = (0.2, 0.4, 0.3, 0.2, 0.1)
"""How much is left open, for each kind of word met, by what 0, 1, 2, 3, 4 words before say."""


class Offer(NamedTuple):
    """What may follow the caret. `words` are the rest of the word begun, where one is, and whole words after it."""

    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """As it is shown."""
        return " ".join(self.words)


class Source(NamedTuple):
    """Something learned, and how much a word of it counts."""

    learned: Learned
    weight: float


class Level:
    """What follows the same words before: how often each, weighted, and how many kinds there are of them, by which
    goes what is left open."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.kinds = 0.0

    @property
    def total(self) -> float:
        """How much there is of all."""
        return sum(self.counts.values())

    def add(self, counts: Counter[str], weight: float) -> None:
        """Adds what one source knows."""
        for word, count in counts.items():
            self.counts[word] += count * weight  # type: ignore[assignment]
        self.kinds += len(counts) * weight


class Offering:
    """What may follow what is typed, from several sources. What follows the words before is kept while the letters of
    one word are typed."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = list(sources)
        self._before: str | None = None
        self._levels: list[Level] = []

    def forget(self) -> None:
        """Sources have learned: nothing that was kept holds."""
        self._before = None

    def offer(self, typed: str, also: Source | None = None, place: int = 0) -> Offer | None:
        """The best, none where nothing is sure enough or saves `WORTH` keys; at `place` 1 the next best, and so on.
        `also` is a source for this once: what stands before in the paragraph."""
        before, begun = parted(typed[-LOOKED_AT:])
        if (begun and not is_word(begun)) or (not begun and before[-1:] not in (" ", "\n")):
            return None
        sources = self.sources if also is None else [*self.sources, also]
        context = _context(before)
        ranked = self._ranked(sources, context, before, begun)
        if not ranked or ranked[0][1] < (SURE_BEGUN if begun else SURE_NEW):
            return None
        for word, chance in ranked[:SHOWN]:
            words = (word[len(begun) :], *_on(sources, [*context, word.lower()], chance))
            # The first may be all there: a space alone is no offer.
            if not words[0] or len(" ".join(words)) < WORTH:
                continue
            if not place:
                return Offer(words)
            place -= 1
        return None

    def _ranked(
        self, sources: Sequence[Source], context: Sequence[str], before: str, begun: str
    ) -> list[tuple[str, float]]:
        if before != self._before:
            self._before, self._levels = before, _levels(sources, context)
        starts = context[-1] == START
        levels = [_begun(level, begun, starts) for level in self._levels] if begun or starts else self._levels
        if begun:
            levels = [*levels, _begun_anywhere(sources, begun, starts)]
        chances = _chances(levels, 0 if begun else 1)
        return [(word, chance) for word, chance in chances.most_common(SHOWN * 2) if is_word(word)]


def _context(before: str) -> list[str]:
    """The words before, in small letters, from the beginning of the sentence at most."""
    words = words_of(before)
    last = len(words) - 1 - words[::-1].index(START)
    return [word.lower() for word in words[last:]][-DEEPEST:]


def _levels(sources: Sequence[Source], context: Sequence[str], deep: bool = False) -> list[Level]:
    """What follows the context, by the most words of it first, over all sources. `deep`: by one word alone only where
    two are not known together."""
    together: list[Level] = []
    for learned, weight in sources:
        found = learned.following(context, deep)
        while len(together) < len(found):
            together.insert(0, Level())
        for place, counts in enumerate(reversed(found), 1):
            together[-place].add(counts, weight)
    return together


def _chances(levels: Sequence[Level], shallowest: int) -> Counter[str]:
    """How likely each word is: by the most words before that are known, what they leave open by one less, and so on.
    `shallowest` is how many words before the last level looks at."""
    chances: Counter[str] = Counter()
    left = 1.0
    for number, level in enumerate(levels):
        total = level.total
        if not total:
            continue
        doubt = _DOUBT[min(len(levels) - 1 - number + shallowest, len(_DOUBT) - 1)] * level.kinds
        back = doubt / (total + doubt)
        for word, count in level.counts.items():
            chances[word] += left * (1 - back) * count / total  # type: ignore[assignment]
        left *= back
        if left < 0.005:
            break
    return chances


def _begun(level: Level, begun: str, starts: bool) -> Level:
    """Those that begin so; at the beginning of a sentence with a capital, whatever they were learned with."""
    found = Level()
    for word, count in level.counts.items():
        if starts and is_word(word) and word[0].islower() and (not begun or begun[0].isupper()):
            word = word[0].upper() + word[1:]
        if word.startswith(begun):
            found.counts[word] += count
    if level.counts:
        found.kinds = level.kinds * len(found.counts) / len(level.counts)
    return found


def _begun_anywhere(sources: Sequence[Source], begun: str, starts: bool) -> Level:
    found = Level()
    for learned, weight in sources:
        found.add(learned.beginning(begun), weight)
        if starts and begun[0].isupper():
            small = learned.beginning(begun[0].lower() + begun[1:])
            found.add(Counter({word[0].upper() + word[1:]: count for word, count in small.items()}), weight)
    return found


def _on(sources: Sequence[Source], context: list[str], chance: float) -> Iterator[str]:
    """The words that go on after those of the context, as long as it is likely enough that all of them do."""
    for _ in range(LONGEST - 1):
        chances = _chances(_levels(sources, context[-DEEPEST:], deep=True), 1)
        if not chances:
            return
        word, likely = chances.most_common(1)[0]
        chance *= likely
        if chance < SURE_ON or not is_word(word):
            return
        yield word
        context.append(word.lower())
