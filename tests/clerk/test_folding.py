"""Whatever is recorded, and in whatever order, adds up to a meeting."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.kept import entry_from, entry_to
from clerk.meeting.fold import add, as_of, before, fold
from clerk.meeting.motions import misfits_of, text_of
from clerk.meeting.quorum import quorum
from clerk.meeting.record import Entry, in_place
from clerk.meeting.state import Meeting
from clerk.texts import written
from tests.support.inventing import anything
from tests.support.minute import Desk, desk, entries_of
from tests.support.scramble import pool, rich, scrambled

quick = settings(max_examples=60, deadline=None)


def test_the_rich_meeting_is_rich_and_sound() -> None:
    kinds = {type(event) for event in pool()}
    assert len(kinds) >= 35
    assert rich().problems == ()
    assert len(rich().votes) >= 10


def look_everywhere(meeting: Meeting) -> None:
    """Reads all that other rooms read."""
    assert quorum(meeting).have <= len(meeting.seats)
    for item in meeting.items:
        assert quorum(meeting, item).sum
    assert sorted(meeting.order) == sorted(meeting.agenda)
    assert len({person for _, person in meeting.acting}) == len(meeting.acting)
    for label in meeting.questions:
        written(text_of(meeting.questions, label))
        misfits_of(meeting.questions, label)
    for vote in meeting.votes.values():
        assert vote.state in ("carried", "lost", "tied")
    assert {placed.id for placed in meeting.events} >= meeting.private
    assert meeting.open_questions is not None
    assert meeting.presiding is None or meeting.presiding in meeting.people
    assert all(finding.text and finding.remedy for finding in meeting.problems)


@quick
@given(scrambled())
def test_folding_never_raises(entries: list[Entry]) -> None:
    look_everywhere(fold(entries))


@quick
@given(scrambled())
def test_growing_is_folding(entries: list[Entry]) -> None:
    grown = Meeting()
    for count, entry in enumerate(entries, 1):
        grown = add(grown, entry)
        if count % 4 == 0 or count == len(entries):
            assert grown == fold(entries[:count])


def test_growing_is_folding_for_a_whole_meeting() -> None:
    meeting = rich()
    assert meeting == fold(meeting.entries)


@pytest.mark.parametrize(
    "line",
    [
        ":members -- Ann Moss, Bob Reed (Civic)",
        ':person moss kind=member name="Ann Moss"',
        ":person moss kind=co-optee name=Moss",
    ],
)
def test_a_member_who_is_named_late_has_missed_what_was_taken_before(line: str) -> None:
    table = Desk(rich(), rich().item_taken)
    table.enter(line)
    assert fold(table.meeting.entries) == table.meeting
    late = {id_ for id_ in table.meeting.people if id_ not in rich().people}
    assert late
    assert all(late <= missed for item, missed in table.meeting.missed.items() if item in ("i1", "i2"))


@quick
@given(scrambled())
def test_every_event_has_one_place(entries: list[Entry]) -> None:
    events, astray = in_place(entries)
    ids = [placed.id for placed in events]
    assert len(ids) == len(set(ids))
    assert {placed.id for placed in astray} <= set(ids)


@quick
@given(scrambled())
def test_what_is_kept_is_what_was_recorded(entries: list[Entry]) -> None:
    assert [entry_from(entry.n, entry_to(entry)) for entry in entries] == entries


@quick
@given(scrambled(16), st.data())
def test_the_meeting_before_an_event_is_the_meeting_then(entries: list[Entry], data: st.DataObject) -> None:
    meeting = fold(entries)
    if meeting.events:
        placed = data.draw(st.sampled_from(meeting.events))
        earlier = before(meeting, placed.id)
        look_everywhere(earlier)
        assert earlier.events == meeting.events[: meeting.events.index(placed)]
        look_everywhere(as_of(meeting, placed.event))


def without_history(meeting: Meeting) -> dict[str, object]:
    """All but the entries."""
    of_history = ("entries", "once_private")
    return {name: getattr(meeting, name) for name in meeting.__struct_fields__ if name not in of_history}


def test_undo_to_the_beginning_and_redo_to_the_end() -> None:
    table = desk()
    table.meeting = rich()
    count = len(rich().entries) - 1
    start = without_history(desk().meeting)
    for _ in range(count):
        table.enter(":undo")
    assert without_history(table.meeting) == start
    for _ in range(count):
        table.enter(":redo")
    assert without_history(table.meeting) == without_history(rich())


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from([":undo", ":undo", ":redo"]), max_size=12))
def test_undo_and_redo_in_any_order_go_back_to_where_they_were(steps: list[str]) -> None:
    from clerk.names import Unclear

    table = desk()
    table.play(":open 19:00\n:present rest\n:take 7\n:vote 6 5 0\n:@19:00 out elm\n:correct v1 vote 5 6 0\nText.")
    states = {}
    undone = 0
    for step in [*steps, *[":redo"] * 12]:
        states.setdefault(undone, without_history(table.meeting))
        assert without_history(table.meeting) == states[undone]
        try:
            table.enter(step)
        except Unclear:
            continue
        undone += 1 if step == ":undo" else -1
    assert undone == 0


@settings(max_examples=60, deadline=None)
@given(anything(), st.booleans())
def test_any_events_at_all_fold(entries: list[Entry], convened: bool) -> None:
    if convened:
        entries = entries_of([pool()[:1], *(entry.events for entry in entries)])
    grown = Meeting()
    for entry in entries:
        grown = add(grown, entry)
    look_everywhere(grown)
    assert grown == fold(entries)
    assert [entry_from(entry.n, entry_to(entry)) for entry in entries] == entries
