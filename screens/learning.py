"""What completion learns of papers when they are taken in, on the command line or at the desk."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.packs.stream import Stream


def learn_papers(journal: Path, streams: Sequence["Stream"]) -> None:
    """Keeps the words of a meeting's public papers, for completion at the desk; later papers beside the earlier."""
    from store.following import first_line_of
    from store.learned import BOUND, PAPERS, keep_words, read_words
    from store.packs.public_words import public_words
    from store.places import home_of

    home, first = home_of(journal), first_line_of(journal)
    if first is None or not streams:
        return
    words = public_words(streams)
    for what, found in ((PAPERS, words.reports), (BOUND, words.minutes)):
        if found:
            keep_words(home, first.id, what, [*(read_words(home, first.id, what) or ()), *found])
