"""What publishing takes: `python -m tests.bench.bench_publishing`.

The PDF against an empty document as typst itself makes it, forty items and the data of 10,000 events against time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import perf_counter

import typst

from clerk.events import ActionAgreed, AnyEvent, ItemTaken, Minuted, MotionMoved, QuestionPut, RollCalled, VoteTaken
from clerk.meeting.fold import fold
from clerk.meeting.state import Meeting
from exports.data.record import write_json
from exports.draft import draft
from exports.pdf import write_pdf
from exports.style import shipped_style
from tests.bench.bench_seed import meeting_of_bench
from tests.bench.table import Row, show
from tests.exports.drafts import forty_items
from tests.support.minute import desk, entries_of

EMPTY = b'#set document(title: "Empty", date: datetime(year: 2031, month: 3, day: 12))\n#set text(lang: "en")\n= Empty'
PDF, JSON = 3.0, 1.0
"""The most that a seed meeting's PDF may be of an empty one; the most seconds that the data of 10,000 events take."""
ROUNDS = 15


def rows() -> list[Row]:
    """A whole meeting's PDF against an empty one by bare typst; forty items, and 10,000 events' data, against time."""
    style = shipped_style()
    name, meeting = meeting_of_bench()
    whole, forty, many = draft(meeting, style), forty_items(), _many(10_000)
    timed: dict[str, Callable[[], object]] = {
        "empty": lambda: typst.compile(EMPTY, format="pdf", pdf_standards=["a-2a", "ua-1"]),
        "whole": lambda: write_pdf(whole, BytesIO()),
        "forty": lambda: write_pdf(forty, BytesIO()),
    }
    taken: dict[str, list[float]] = {what: [] for what in timed}
    for turn in range(ROUNDS + 2):
        for what, work in timed.items():
            begun = perf_counter()
            work()
            if turn >= 2:
                taken[what].append((perf_counter() - begun) * 1000)
    data = []
    for _ in range(3):
        begun = perf_counter()
        text = write_json(many, style)
        data.append((perf_counter() - begun) * 1000)
    assert json.loads(text)
    middle = {what: median(times) for what, times in taken.items()}
    return [
        Row.of(f"PDF of {name}, against typst's empty document", middle["whole"], middle["empty"], PDF),
        Row.of("PDF of 40 items, against a second", middle["forty"], 1000.0, 1.0),
        Row.of("JSON of 10,000 events, against half a second", median(data), 500.0, JSON),
    ]


def _many(count: int) -> Meeting:
    """A long evening: so many events, motions, votes and actions among them."""
    people = tuple(person for _, person in desk().meeting.acting)
    events: list[AnyEvent] = [desk().meeting.entries[0].events[0], RollCalled(present=people), ItemTaken(taken="i7")]
    for n in range((count - len(events)) // 5):
        question, item = f"m{n}", "i7"
        events += [
            MotionMoved(question=question, text=f"That bench {n} be bought.", mover="oak", seconder="elm", item=item),
            QuestionPut(questions=(question,), item=item),
            VoteTaken(
                vote=f"v{n}",
                questions=(question,),
                method="named",
                for_names=people[:8],
                against_names=people[8:],
                item=item,
            ),
            ActionAgreed(owner="reed", task=f"buy bench {n}", item=item),
            Minuted(text="So it was.", item=item),
        ]
    return fold(entries_of((event,) for event in events))


if __name__ == "__main__":
    show(rows())
