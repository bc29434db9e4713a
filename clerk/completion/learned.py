"""What was learned of a text: its words in their order, and where each pair of them stands."""

from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from clerk.completion.words import START, is_word

DEEPEST = 4
"""Words before the one that is sought that are looked at."""

NEAREST = 1_000
"""Places of one word or a pair, the last learned, that are looked at: "the" has thousands, and a key has five
milliseconds."""

SLICE = 500
"""Words taken in between two pauses: a millisecond or two."""


class Kept(Struct, array_like=True, frozen=True):
    """What was learned as it is kept: each word once, and the text as their numbers (four bytes each)."""

    words: list[str]
    text: bytes
    form: int = 1


class Learned:
    """A text in its order, and where each word and each pair of words in it is followed by what.

    There is no table of longer phrases: from the places of a pair the text itself is read, as far back and on as is
    wanted, so that learning costs two entries a word (150,000 words take less than a second) whatever is asked.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {START: 0}
        self._words: list[str] = [START]
        self._plain = array("I", [0])
        """The number of each word in small letters."""
        self._counts = array("I", [0])
        self._sorted: list[str] = []
        self._unsorted: list[str] = []
        self._text = array("I")
        self._after_one: dict[int, array[int]] = {}
        self._after_two: dict[tuple[int, int], array[int]] = {}

    def __len__(self) -> int:
        return len(self._text)

    # -- learning --------------------------------------------------------------------------------------------------

    def learn(self, words: Iterable[str]) -> None:
        """Takes in words in their order, after what was learned before."""
        for _ in self.learning(words):
            pass

    def learning(self, words: Iterable[str]) -> Iterator[None]:
        """The same a little at a time: it pauses every `SLICE` words."""
        for count, word in enumerate(words, 1):
            self._add(self._number(word))
            if not count % SLICE:
                yield
        self._sort()

    def _number(self, word: str) -> int:
        number = self._numbers.get(word)
        if number is None:
            number = len(self._words)
            self._numbers[word] = number
            self._words.append(word)
            self._counts.append(0)
            small = word.lower()
            self._plain.append(number)
            if small != word:
                self._plain[number] = self._number(small)
        return number

    def _add(self, number: int) -> None:
        text, plain = self._text, self._plain
        here = len(text)
        if number and here:
            last = plain[text[-1]]
            if not last and (small := plain[number]) != number and self._counts[small]:
                # A capital that only the beginning of the sentence gave it.
                number = small
            self._after_one.setdefault(last, array("I")).append(here)
            if here > 1 and last:
                self._after_two.setdefault((plain[text[-2]], last), array("I")).append(here)
        text.append(number)
        if not self._counts[number]:
            self._unsorted.append(self._words[number])
        self._counts[number] += 1

    # -- asking ----------------------------------------------------------------------------------------------------

    def following(self, before: Sequence[str], deep: bool = False) -> list[Counter[str]]:
        """How often each word follows the last words of `before`: first by the most of them that are known, at last by
        one alone; with `deep`, by one alone only where nothing is known of two. Words of `before` are in small
        letters."""
        numbers = [self._numbers.get(word, -1) for word in before[-DEEPEST:]]
        if not numbers or numbers[-1] < 0:
            return []
        found = []
        if len(numbers) > 1 and (places := self._after_two.get((numbers[-2], numbers[-1]))):
            deeper: Sequence[int] = places[-NEAREST:]
            found.append(self._at(deeper))
            for back in range(3, len(numbers) + 1):
                wanted, text, plain = numbers[-back], self._text, self._plain
                deeper = [place for place in deeper if place >= back and plain[text[place - back]] == wanted]
                if not deeper:
                    break
                found.append(self._at(deeper))
        found.reverse()
        if not (deep and found) and (places := self._after_one.get(numbers[-1])):
            found.append(self._at(places[-NEAREST:]))
        return found

    def _at(self, places: Iterable[int]) -> Counter[str]:
        words, text = self._words, self._text
        return Counter({words[number]: count for number, count in Counter(map(text.__getitem__, places)).items()})

    def beginning(self, begun: str) -> Counter[str]:
        """How often each word that begins so was met."""
        self._sort()
        found: Counter[str] = Counter()
        for place in range(bisect_left(self._sorted, begun), len(self._sorted)):
            word = self._sorted[place]
            if not word.startswith(begun):
                break
            found[word] = self._counts[self._numbers[word]]
        return found

    def knows(self, word: str) -> bool:
        """Whether the word was met in this very form."""
        number = self._numbers.get(word)
        return number is not None and self._counts[number] > 0

    def _sort(self) -> None:
        if len(self._unsorted) > 50:
            self._sorted = sorted([*self._sorted, *filter(is_word, self._unsorted)])
        else:
            for word in filter(is_word, self._unsorted):
                insort(self._sorted, word)
        self._unsorted = []


def kept(words: Sequence[str]) -> bytes:
    """Words in their order, to be kept; `words_kept` reads them."""
    numbers: dict[str, int] = {}
    text = array("I", (numbers.setdefault(word, len(numbers)) for word in words))
    return msgspec.msgpack.encode(Kept(list(numbers), text.tobytes()))


def words_kept(data: bytes) -> list[str]:
    """The words that were kept. Raises ValueError where they cannot be read."""
    try:
        read = msgspec.msgpack.decode(data, type=Kept)
        text = array("I")
        text.frombytes(read.text)
        return [read.words[number] for number in text]
    except (msgspec.MsgspecError, ValueError, IndexError) as error:
        raise ValueError("What was learned cannot be read.") from error
