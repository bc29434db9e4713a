"""A correction of earlier minutes, as it was typed, held against them: which paragraph, which fact it is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from clerk.events import AnyEvent, Corrected, MinutesApproved, MinutesCorrected
from clerk.kept import entries_from_json
from clerk.meeting.fold import fold
from clerk.meeting.record import Entry
from clerk.names import Unclear
from exports.blocks import AnyBlock
from exports.corrected import place_of, said_by
from exports.draft import draft as write_up
from exports.extracts import item_called
from exports.rewording import sentence
from screens.house_styles import style_of
from screens.minutes import as_it_was, standing_of
from store import places
from store.following import read_meeting
from store.library import Library

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting
    from exports.blocks import Draft


def filled(typed: MinutesCorrected, journal: Path) -> tuple[MinutesCorrected, ...]:
    """What a correction comes to, for a meeting kept at `journal`: the paragraph that it is of, the note's item, or the
    fact with every paragraph that it changes. Raises `Unclear` where the earlier minutes do not bear it out."""
    earlier, path = _earlier(typed.meeting, journal)
    if typed.event:
        return _of_a_fact(typed, earlier)
    written = _written(earlier, path)
    if not typed.was:
        item = item_called(earlier, typed.under)
        private = item.exempt or any(block.private for block in written.of_item(item.id))
        return (replace(typed, under=item.id, exempt=private, private=private or None),)
    return (_picked(typed, earlier, written.blocks),)


def _earlier(id_: str, journal: Path) -> tuple[Meeting, Path]:
    """The earlier meeting of that id, in the library of a journal, and where it is kept. Raises `Unclear`."""
    path = next((one.path for one in Library(places.home_of(journal)).meetings() if one.id == id_), None)
    if path is None:
        raise Unclear("The minutes that are corrected are not kept here. Nothing was recorded.")
    return fold(entries_from_json(read_meeting(path).raw)), path


def _written(earlier: Meeting, path: Path) -> Draft:
    return as_it_was(earlier, path, standing_of(earlier, path), exempt=bool(earlier.private))


_NUMBERED = re.compile(r"(\d+): *(?=\S)")
"""Which of several paragraphs is meant: "2: seven hives"."""


def _picked(typed: MinutesCorrected, earlier: Meeting, blocks: tuple[AnyBlock, ...]) -> MinutesCorrected:
    """The correction with the paragraph that its words are of: the only one that has them, or that of a number."""
    here, which = _standing(blocks, typed.was), 0
    if not here and (number := _NUMBERED.match(typed.was)):
        typed, which = replace(typed, was=typed.was[number.end() :]), int(number[1])
        here = _standing(blocks, typed.was)
    if not here or which > len(here):
        raise Unclear(f"The words “{typed.was}” do not stand in those minutes{' so often' if here else ''}.")
    if len(here) > 1 and not which:
        several = "; ".join(f"{number} {_around(earlier, one, typed.was)}" for number, one in enumerate(here[:9], 1))
        raise Unclear(
            f"The words “{typed.was}” stand in {len(here)} paragraphs: {several}. Give more of them, or the number: "
            f"2: {typed.was} -> …"
        )
    block = here[max(which, 1) - 1]
    times = said_by(block).count(typed.was)
    if times > 1:
        raise Unclear(f"The words “{typed.was}” stand {times} times in that paragraph. Give more of them.")
    return _at(typed, blocks, block)


def _standing(blocks: tuple[AnyBlock, ...], words: str) -> list[AnyBlock]:
    return [block for block in blocks if words in said_by(block)]


_BESIDE = 30
"""Signs shown on either side of the words that are corrected."""


def _around(earlier: Meeting, block: AnyBlock, words: str) -> str:
    """Some words where they stand: "item 2, “… that seven hives had been …”"."""
    said = " ".join(said_by(block).split())
    at = said.find(" ".join(words.split()))
    start, end = max(0, at - _BESIDE), at + len(words) + _BESIDE
    cut = f"{'… ' if start else ''}{said[start:end].strip()}{' …' if end < len(said) else ''}"
    item = earlier.items.get(block.item or "")
    return f"{f'item {item.called}, ' if item else ''}“{cut}”"


def said_of(events: Sequence[AnyEvent], journal: Path) -> str:
    """Where what is corrected in earlier minutes stands there, and that of a free correction whose words stand there;
    "" where nothing of the kind is recorded."""
    said: list[str] = []
    for event in events:
        if isinstance(event, MinutesCorrected) and event.was and not event.event:
            earlier, path = _earlier(event.meeting, journal)
            blocks = _written(earlier, path).blocks
            place = place_of(blocks, event)
            said += [_around(earlier, blocks[place], event.was)] if place is not None else []
        elif isinstance(event, MinutesApproved) and event.corrections and any(event.meetings):
            earlier, path = _earlier(event.meetings[0], journal)
            words = event.corrections[-1]
            found = [_around(earlier, block, words) for block in _standing(_written(earlier, path).blocks, words)]
            said += [f"{'; '.join(found[:3])}: go on with “-> ” and what is to be read"] if found else []
    return f" Stands in {'; '.join(said)}." if said else ""


def _at(typed: MinutesCorrected, blocks: tuple[AnyBlock, ...], block: AnyBlock) -> MinutesCorrected:
    known = sentence(blocks, block)
    nth = known.nth if known else 0
    private = block.private
    of = {"block": block.construct, "of": block.events, "nth": nth, "exempt": private, "private": private or None}
    return replace(typed, **of)


def _of_a_fact(typed: MinutesCorrected, earlier: Meeting) -> tuple[MinutesCorrected, ...]:
    from clerk.shorthand.minuting import recording

    line = typed.now.strip().removeprefix(":")
    made = recording(earlier, f":correct {typed.event} {line}", None)
    events = made.events if made else ()
    if len(events) != 1 or not isinstance(events[0], Corrected) or events[0].now is None:
        raise Unclear(
            "A correction puts one event right: entry=e12 -- in oak. Someone new is named at that meeting first."
        )
    put_right, held = events[0], events[0].now
    after = fold((*earlier.entries, Entry(len(earlier.entries) + 1, earlier.entries[-1].recorded, "", events)))
    style = style_of(earlier)
    was, now = (write_up(one, style, exempt=True).blocks for one in (earlier, after))
    changes = _changes(typed, was, now)
    if not changes:
        from clerk.meeting.record import Placed
        from clerk.saying.happened import what_happened

        private = put_right.event in earlier.private
        said = what_happened(after, Placed(put_right.event, held))
        under = held.item or ""
        changes = [replace(typed, now=said, under=under, exempt=private, private=private or None)]
    first, *rest = changes
    fact = replace(first, event=put_right.event, fact=held)
    return (fact, *(replace(one, event="", fact=None) for one in rest))


def _changes(typed: MinutesCorrected, was: tuple[AnyBlock, ...], now: tuple[AnyBlock, ...]) -> list[MinutesCorrected]:
    """Every paragraph that reads otherwise, one correction each."""
    from difflib import SequenceMatcher

    before, after = ([said_by(block) for block in blocks] for blocks in (was, now))
    found: list[MinutesCorrected] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for old, new in zip_longest(was[a:b], now[c:d]):
            if old is not None:
                text = said_by(new) if new is not None else ""
                found.append(_at(replace(typed, was=said_by(old), now=text, under=""), was, old))
            else:
                found.append(
                    replace(
                        typed,
                        was="",
                        now=said_by(new),
                        under=new.item or "",
                        exempt=new.private,
                        private=new.private or None,
                    )
                )
    return found
