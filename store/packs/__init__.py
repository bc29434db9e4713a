"""Reading agenda packs: what councils really have, into facts with their sources, for a clerk to look at.

Every reader makes one stream of lines and tables of a file; one set of rules finds the facts in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from clerk.setup.profile import Profiles
from store.packs.apart import Progress
from store.packs.checking import check
from store.packs.convening import convened
from store.packs.facts import Doubt, Fact, Pack, Record
from store.packs.finding import find_safely, join_people
from store.packs.kinds import BY_HAND, CannotRead
from store.packs.known import Remembered, recognise, recognise_officers, settle_house
from store.packs.reading import note_failures, read_files
from store.packs.stream import Stream

__all__ = [
    "BY_HAND",
    "CannotRead",
    "Doubt",
    "Fact",
    "Pack",
    "Progress",
    "Record",
    "Remembered",
    "check",
    "convened",
    "read_pack",
]


def read_pack(
    paths: Iterable[Path],
    library: Iterable[Remembered] = (),
    progress: Progress | None = None,
    profiles: Profiles | None = None,
    read: Callable[[Sequence[Stream]], None] | None = None,
) -> tuple[Pack, list[CannotRead]]:
    """Everything that the files say of a meeting, with doubts; and the files that could not be read, with why.

    `library` is what is remembered of bodies and their people, `profiles` the rules that there are (the shipped ones
    where it is None). Without files it is a pack in which everything is still to be typed. `read` is given what was
    read, before anything is found in it.
    """
    known = list(library)
    streams, failed = read_files(paths, progress)
    if read is not None:
        read(streams)
    names = [str(row.get("name", "")) for each in known for row in each.members]
    pack = find_safely(streams, names)
    remembered = recognise(pack, known)
    join_people(pack)
    if remembered is not None:
        recognise_officers(pack, remembered)
    settle_house(pack, known, profiles)
    note_failures(pack, failed)
    pack.doubts += check(pack, profiles)
    return pack, failed
