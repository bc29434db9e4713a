"""Whatever was recorded, corrected, taken back or moved can be told, shown to the chair and the public, and printed."""

from contextlib import suppress

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.events import Convened
from clerk.kept import entry_from, entry_to
from clerk.meeting.fold import fold
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.happened import what_entry_did, what_happened
from clerk.shorthand.typed import as_shorthand
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from screens.chair.board import board
from tests.support.inventing import anything
from tests.support.minute import Desk, entries_of
from tests.support.mistyping import lines
from tests.support.scramble import pool, rich, scrambled

quick = settings(max_examples=40, deadline=None)
STYLE = shipped_style()


def shown(meeting: Meeting) -> None:
    """Everything that people get to see of a meeting."""
    assert all(write_text(draft(meeting, STYLE, exempt)) for exempt in (False, True))
    assert all(what_happened(meeting, placed) for placed in meeting.events)
    assert all(board(meeting, public, "tonight").name for public in (False, True))
    # An event may have no shorthand, and an entry nothing to tell; neither may fail.
    for placed in meeting.events:
        as_shorthand(meeting, placed)
    for entry in meeting.entries:
        what_entry_did(meeting, entry.n)


@quick
@given(scrambled())
def test_a_meeting_whose_events_were_taken_apart(entries: list[Entry]) -> None:
    shown(fold(entries))


@quick
@given(anything())
def test_a_meeting_of_any_events_at_all(entries: list[Entry]) -> None:
    # What the papers hold is checked where they are read: a meeting of other papers is not made by an entry.
    rest = (tuple(e for e in entry.events if not isinstance(getattr(e, "now", e), Convened)) for entry in entries)
    shown(fold(entries_of([pool()[:1], *rest])))


@quick
@given(st.lists(lines(), min_size=5, max_size=20))
def test_a_meeting_minuted_by_a_tired_clerk(typed: list[str]) -> None:
    table = Desk(rich(), rich().item_taken)
    for line in typed:
        with suppress(Unclear):
            table.enter(line)
    kept = [msgspec.json.decode(msgspec.json.encode(entry_to(entry))) for entry in table.meeting.entries]
    again = fold([entry_from(n, entry) for n, entry in enumerate(kept, 1)])
    assert again == table.meeting
    shown(again)
