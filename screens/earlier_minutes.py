"""A correction of earlier minutes, as it was typed, held against them: which paragraph, which fact it is of."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from clerk.events import Corrected, MinutesCorrected
from clerk.kept import entries_from_json
from clerk.meeting.fold import fold
from clerk.meeting.record import Entry
from clerk.names import Unclear
from exports.blocks import AnyBlock
from exports.corrected import said_by
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


def filled(typed: MinutesCorrected, journal: Path) -> tuple[MinutesCorrected, ...]:
    """What a correction comes to, for a meeting kept at `journal`: the paragraph that it is of, the note's item, or the
    fact with every paragraph that it changes. Raises `Unclear` where the earlier minutes do not bear it out."""
    path = next((one.path for one in Library(places.home_of(journal)).meetings() if one.id == typed.meeting), None)
    if path is None:
        raise Unclear("The minutes that are corrected are not kept here. Nothing was recorded.")
    earlier = fold(entries_from_json(read_meeting(path).raw))
    if typed.event:
        return _of_a_fact(typed, earlier)
    written = as_it_was(earlier, path, standing_of(earlier, path), exempt=bool(earlier.private))
    if not typed.was:
        item = item_called(earlier, typed.under)
        private = item.exempt or any(block.private for block in written.of_item(item.id))
        return (replace(typed, under=item.id, exempt=private, private=private or None),)
    here = [block for block in written.blocks if typed.was in said_by(block)]
    times = sum(said_by(block).count(typed.was) for block in here)
    if times != 1:
        how = "do not stand" if not times else f"stand {times} times"
        raise Unclear(f"The words “{typed.was}” {how} in those minutes. Give words that stand there once.")
    return (_at(typed, written.blocks, here[0]),)


def _at(typed: MinutesCorrected, blocks: tuple[AnyBlock, ...], block: AnyBlock) -> MinutesCorrected:
    known = sentence(blocks, block)
    nth = known.nth if known else 0
    private = block.private
    of = {"block": block.construct, "of": block.events, "nth": nth, "exempt": private, "private": private or None}
    return replace(typed, **of)


def _of_a_fact(typed: MinutesCorrected, earlier: Meeting) -> tuple[MinutesCorrected, ...]:
    from clerk.shorthand.minuting import recording

    id_ = typed.event.lower().removeprefix("e")
    line = typed.now.strip().removeprefix(":")
    made = recording(earlier, f":correct e{id_} {line}", None)
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
