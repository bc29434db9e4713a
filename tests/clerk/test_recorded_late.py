"""A fact recorded late, with its time or its place, leaves the meeting as if it had been recorded in time."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.events import AnyEvent, FlagCleared
from clerk.meeting.fold import fold
from clerk.meeting.state import Meeting
from tests.support.minute import OPEN, entries_of, minute
from tests.support.scramble import pool

quick = settings(max_examples=40, deadline=None)
START = datetime(2031, 3, 12, 19, 0)


HOW = ("before", "after", "shown")
"""How events came to stand where they do, and what the screen showed when they were recorded."""


def state(meeting: Meeting) -> dict[str, Any]:
    """All that a meeting is, with events named by their place instead of their number, and without how they came to
    stand there."""
    places = {placed.id: f"#{place}" for place, placed in enumerate(meeting.events)}

    def named(value: Any) -> Any:
        match value:
            case str():
                return places.get(value, value)
            case dict():
                return {named(key): named(inner) for key, inner in value.items() if key not in HOW}
            case list() | tuple():
                return [named(inner) for inner in value]
            case set() | frozenset():
                return sorted(named(inner) for inner in value)
            case msgspec.Struct():
                return named(msgspec.structs.asdict(value))
        return value

    # In what order things were recorded is no part of the state.
    names = [name for name in meeting.__struct_fields__ if name not in ("entries", "once_private")]
    return {name: named(getattr(meeting, name)) for name in names}


def recorded(events: Sequence[AnyEvent], order: Sequence[int]) -> Meeting:
    """The meeting of events recorded in this order, each an entry."""
    id_of = {index: f"{n}.0" for n, index in enumerate(order, 1)}
    flags = {flag: id_of[index] for index, flag in enumerate(id_in_rich_meeting())}
    said = [
        replace(events[index], flag=flags[event.flag]) if isinstance(event := events[index], FlagCleared) else event
        for index in order
    ]
    return fold(entries_of([(event,) for event in said]))


def id_in_rich_meeting() -> list[str]:
    from tests.support.scramble import rich

    return [f"{entry.n}.{number}" for entry in rich().entries for number in range(len(entry.events))]


def timed() -> list[AnyEvent]:
    """The rich meeting with a time for every event but the set-up."""
    first, *rest = pool()
    return [first, *(replace(event, at=START + timedelta(seconds=n)) for n, event in enumerate(rest))]


def timeless() -> list[AnyEvent]:
    return [replace(event, at=None) for event in pool()]


@quick
@given(st.data())
def test_by_their_times_events_can_be_recorded_in_any_order(data: st.DataObject) -> None:
    events = timed()
    order = [0, *data.draw(st.permutations(range(1, len(events))))]
    assert state(recorded(events, order)) == state(recorded(events, range(len(events))))


@quick
@given(st.sets(st.integers(2, len(pool()) - 1), min_size=1, max_size=6), st.booleans())
def test_by_their_places_events_can_be_recorded_at_the_end(late: set[int], forwards: bool) -> None:
    events = timeless()
    in_time = [index for index in range(len(events)) if index not in late]
    order = [*in_time, *sorted(late)]
    id_of = {index: f"{n}.0" for n, index in enumerate(order, 1)}
    for index in sorted(late):
        # Each stands after the one before it, which is recorded by then.
        events[index] = replace(events[index], after=id_of[index - 1])
    assert state(recorded(events, order)) == state(recorded(timeless(), range(len(events))))


@quick
@given(st.integers(2, len(pool()) - 2))
def test_by_its_place_before_another(late: int) -> None:
    events = timeless()
    order = [*(index for index in range(len(events)) if index != late), late]
    events[late] = replace(events[late], before=f"{late + 1}.0")
    assert state(recorded(events, order)) == state(recorded(timeless(), range(len(events))))


LIVE = """
:@19:05 take 3
:@19:06 declare elm 7 kind=dpi effect=left -- own boats
:@19:10 sub maple for=hazel
:@19:11 out fir
:@19:20 take 7
:@19:21 -- The boathouse was described.
:@19:30 motion oak pine -- That it wait
:@19:31 put
:@19:32 vote 8 1 0
:@19:40 in fir
:@19:45 put r7
:@19:46 vote 5 5 0
:@19:47 cast for
:@19:50 preside birch
:@20:00 take 8
:@20:05 vote unanimous
""".strip().splitlines()


@pytest.mark.parametrize(
    "word", ["declare", "sub", "out", "boathouse", "8 1 0", "in fir", "5 5 0", "cast", "preside", "unanimous"]
)
def test_a_line_typed_late_with_its_time_says_what_it_would_have_said(word: str) -> None:
    late = next(line for line in LIVE if word in line)
    rest = [line for line in LIVE if line != late]
    if word == "8 1 0":
        rest = [line for line in rest if "5 5 0" not in line and "cast" not in line and "unanimous" not in line]
    if word == "5 5 0":
        rest = [line for line in rest if "cast" not in line and "unanimous" not in line]
    head = ":apologies hazel\n" + OPEN
    in_time = [line for line in LIVE if line in (late, *rest)]
    assert state(minute(head + "\n".join([*rest, late]))) == state(minute(head + "\n".join(in_time)))


def test_a_paragraph_typed_late_with_its_place() -> None:
    meeting = minute(OPEN + ":take 7\nOne.\n:take 8\nThree.\n:@>e5 -- Two.\n  - with a bullet")
    paragraph = next(placed.event for placed in meeting.events if placed.id == "8.0")
    assert (getattr(paragraph, "text", ""), paragraph.item) == ("Two.\n- with a bullet", "i7")
    assert [placed.id for placed in meeting.events][4:6] == ["5.0", "8.0"]


def test_a_clock_that_is_put_back_does_not_change_what_followed_what() -> None:
    from tests.support.minute import desk

    table = desk()
    table.play(":open 19:00\n:present rest\n:take 7")
    table.enter(":put", now=datetime(2031, 3, 12, 19, 30, 5))
    table.enter(":vote unanimous", now=datetime(2031, 3, 12, 19, 30, 1))
    table.enter(":take 8", now=datetime(2031, 3, 12, 19, 30, 2))
    table.enter(":out elm", now=datetime(2031, 3, 12, 19, 31))
    assert table.meeting.problems == ()
    assert table.meeting.votes["v1"].carried
    assert table.item == "i8"
    assert [placed.id for placed in table.meeting.events] == [f"{n}.0" for n in range(1, 9)]
    assert table.meeting.events[5].event.at == datetime(2031, 3, 12, 19, 30, 1)
