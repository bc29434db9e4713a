"""Taking a meeting's events and recording them in any order, any number of times, anywhere, and putting them wrong."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.events import AnyEvent, Convened, Corrected, Retracted
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from tests.support.minute import entries_of, minute
from tests.support.rich import RICH

Gestures = list[tuple[AnyEvent, ...]]


@cache
def rich() -> Meeting:
    """The rich meeting."""
    return minute(RICH)


@cache
def pool() -> tuple[AnyEvent, ...]:
    """Every event of the rich meeting, in order."""
    return tuple(event for entry in rich().entries for event in entry.events)


IDS = st.builds(lambda entry, number: f"{entry}.{number}", st.integers(0, 30), st.integers(0, 2)) | st.just("nowhere")
TIMES = st.integers(0, 200).map(lambda minutes: datetime(2031, 3, 12, 18, 50) + timedelta(minutes=minutes))


@st.composite
def _events(draw: st.DrawFn) -> AnyEvent:
    event = pool()[draw(st.integers(0, len(pool()) - 1))]
    where = draw(st.sampled_from(("as it was", "as it was", "timeless", "at", "before", "after", "private")))
    if isinstance(event, Convened):
        return event
    changes: dict[str, Any] = {
        "as it was": dict,
        "timeless": lambda: {"at": None},
        "at": lambda: {"at": draw(TIMES)},
        "before": lambda: {"before": draw(IDS)},
        "after": lambda: {"after": draw(IDS)},
        "private": lambda: {"private": draw(st.booleans())},
    }[where]()
    return replace(event, **changes)


def _gesture(events: list[AnyEvent], retracts: int | None, corrects: tuple[str, AnyEvent | None] | None) -> Any:
    if retracts is not None:
        return (Retracted(entry=retracts),)
    return (*events, Corrected(event=corrects[0], now=corrects[1])) if corrects else tuple(events)


def scrambled(longest: int = 24) -> st.SearchStrategy[list[Entry]]:
    """Entries of events taken from the rich meeting: any of them, in any order, some twice, some taken back or
    corrected to another, some beside an event that is not there. Most begin with the set-up, some never have it."""
    gesture = st.builds(
        _gesture,
        st.lists(_events(), min_size=1, max_size=3),
        st.sampled_from((None, None, None, None, 2, 3, 5, 8, 13)),
        st.none() | st.none() | st.tuples(IDS, st.none() | _events()),
    )
    start = st.sampled_from([[(pool()[0],)], [(pool()[0],)], []])
    return st.builds(lambda first, rest: entries_of([*first, *rest]), start, st.lists(gesture, max_size=longest))
