"""Automatic numbers: which paragraphs Word may count for itself, and the lists in which it counts them.

A number is left to Word only where Word's own counting comes to it; any other ("6a", an item taken out of its order)
is typed, since a wrong number is worse than one that does not move.
"""

from re import compile as pattern

from exports.word_xml import Element, child, w

_COUNTED = pattern("[1-9][0-9]{0,3}")


class Lists:
    """The lists of one document, kept in its numbering part."""

    def __init__(self, numbering: Element, places: dict[str, tuple[int, int]]) -> None:
        """`places` says for the id of each numbered style the list that the template ties it to, with the level."""
        self._numbering = numbering
        self._places = places
        self._kinds = {
            int(num.get(w("numId"))): num.find(w("abstractNumId")).get(w("val")) for num in numbering.iter(w("num"))
        }
        self._last = max(self._kinds, default=0)

    def level(self, style: str) -> int:
        """The level of its list that a style is."""
        return self._places[style][1]

    def begin(self, style: str, start: int = 1) -> int:
        """A new list of the style's kind that counts from `start`; its number."""
        self._last += 1
        made = child(self._numbering, "num", numId=self._last)
        number, level = self._places[style]
        child(made, "abstractNumId", val=self._kinds[number])
        child(child(made, "lvlOverride", ilvl=level), "startOverride", val=start)
        # The schema wants this one element, which Word leaves in some files, after every list.
        for tidying in self._numbering.findall(w("numIdMacAtCleanup")):
            self._numbering.append(tidying)
        return self._last


class Counting:
    """Which of the items' numbers, in the order printed, Word comes to by counting."""

    def __init__(self) -> None:
        self._count = 0

    def counts(self, number: str) -> bool:
        """Whether Word can count to the next item's number, from where it stands or from a new beginning."""
        if not _COUNTED.fullmatch(number) or int(number) <= self._count:
            return False
        self._count = int(number)
        return True


class ItemNumbers:
    """The numbers of the items, in the order printed."""

    def __init__(self, lists: Lists, style: str) -> None:
        self._lists = lists
        self._style = style
        self._count = 0
        self._counting = Counting()
        self._list: int | None = None
        self._stirred = False

    def stir(self) -> None:
        """Say that a paragraph of a level below the items' was counted: before the first item, that may count it on."""
        self._stirred = self._stirred or not self._count

    def place(self, number: str) -> tuple[bool, int | None]:
        """Whether Word may count this item itself and, if not in the style's own list, in which."""
        before = self._count
        if not self._counting.counts(number):
            return False, None
        self._count = int(number)
        if int(number) != before + 1 or self._stirred:
            # Those that follow stay in the new list: not every reader lets two lists share a count.
            self._list = self._lists.begin(self._style, int(number))
            self._stirred = False
        return True, self._list


class EntryNumbers:
    """The numbers of one list of recommendations, or of the lines of one cell: each counts from its own beginning."""

    def __init__(self, lists: Lists, style: str) -> None:
        self._lists = lists
        self._style = style
        self._counts: list[int] = []
        self._list = 0

    def place(self, number: str, depth: int) -> int:
        """The list in which Word counts this entry to its number, or 0 if the number must be typed."""
        parts = number.split(".")
        if len(parts) != depth + 1 or not all(_COUNTED.fullmatch(part) for part in parts):
            return 0
        counts = [int(part) for part in parts]
        *above, this = counts
        so_far = self._counts[depth] if len(self._counts) > depth else 0
        if self._counts[:depth] != above or this <= so_far or (depth and this != so_far + 1):
            return 0
        if not depth and (not self._list or this != so_far + 1):
            self._list = self._lists.begin(self._style, this)
        self._counts = counts
        return self._list
