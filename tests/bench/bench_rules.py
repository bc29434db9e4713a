"""How long the rules take on a full council: `python -m tests.bench.bench_rules`.

What must be known before the screen is drawn has 4 ms, everything 50 ms. The last row is how many times as much all of
it costs on a meeting twice as long: what is found grows with what there is to look at, and no faster.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

from clerk.meeting.entitlement import ledger
from clerk.meeting.fold import add
from clerk.meeting.quorum import quorum
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.rules.checks import findings
from clerk.rules.live import look_ahead, next_steps
from tests.bench.evening import meeting
from tests.bench.table import Row, show
from tests.support.minute import RECORDED, Desk

QUICK_MS = 4.0
ALL_MS = 50.0
GROWTH = 2.6


def rows(rounds: int = 20) -> list[Row]:
    """The rules on 63 members, 40 items and 2,000 events, against what they may take; and how that grows."""
    full, half = _declared(meeting(2000)), _declared(meeting(1000))
    last = full.events[-1].event
    grown = Entry(len(full.entries) + 1, RECORDED, "bench", (last,))
    timed: dict[str, Callable[[], object]] = {
        "quick": lambda: _the_room(full),
        "quick at half": lambda: _the_room(half),
        "ahead": lambda: (look_ahead(full), next_steps(full, full.item_taken)),
        "all": lambda: findings(full),
        "half": lambda: findings(half),
        "add": lambda: add(full, grown),
    }
    taken: dict[str, list[float]] = {name: [] for name in timed}
    for turn in range(rounds + 2):
        for name, work in timed.items():
            begun = perf_counter()
            work()
            if turn >= 2:
                taken[name].append((perf_counter() - begun) * 1000)
    ms = {name: median(times) for name, times in taken.items()}
    count = len(full.events)
    return [
        Row.of(f"the quorum and who may vote, {count:,} events, against 4 ms", ms["quick"], QUICK_MS, 1.0),
        Row.of("the same, against half the events", ms["quick"], ms["quick at half"], 2.2),
        Row.of("look-ahead and next steps, against 4 ms", ms["ahead"], QUICK_MS, 1.0),
        Row.of(f"all findings, {count:,} events, against 50 ms", ms["all"], ALL_MS, 1.0),
        Row.of("all findings, against half the events", ms["all"], ms["half"], GROWTH),
        Row.of("one more event, recorded and folded, against 4 ms", ms["add"], QUICK_MS, 1.0),
    ]


def _the_room(evening: Meeting) -> object:
    item = evening.item_taken
    return quorum(evening, item), ledger(evening, (item,) if item else ())


def _declared(evening: Meeting) -> Meeting:
    """The evening with interests declared, so that there is something to work out of who may vote."""
    desk = Desk(evening)
    for number in range(3, 13):
        members = [person for _, person in evening.acting][number : number + 2]
        desk.enter(f":declare {','.join(members)} {number}+{number + 20} kind=dpi effect=left")
    return desk.meeting


if __name__ == "__main__":
    raise SystemExit(not show(rows()))
