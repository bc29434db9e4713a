"""Finding words in many meetings: `python -m tests.bench.bench_find [MEETINGS]`, with 1,000 of 300 entries each.

Shows how long the index takes to make and to bring up to date, its size beside the journals', what a query costs of
1,000 drawn by how often words stand in the record, a tenth of them beginnings, the ten commonest among them, and after
how long the book shows its first screen.
"""

from __future__ import annotations

import asyncio
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from clerk.events import AnyEvent, ItemTaken, MeetingClosed, MeetingOpened, Minuted, MotionMoved, QuestionPut, VoteTaken
from clerk.kept import entry_to
from clerk.meeting.record import Entry
from clerk.setup.convening import convene
from screens.book.app import BookApp
from screens.cli.finding import listed
from store import places
from store.index.keeping import Search, folder, rebuilt
from store.journal import create
from store.lines import EVENTS
from tests.bench.table import Row, show
from tests.library.year import names

MEETINGS, ENTRIES, QUERIES = 1_000, 300, 1_000
WORDS_EACH = 14


def vocabulary(rng: random.Random) -> tuple[list[str], list[float]]:
    """Words, and how often each and those before it stand, as in a language: the n-th an n-th as often as the first."""
    syllables = ("ba", "co", "den", "fi", "gra", "hol", "in", "ja", "ker", "lo", "mi", "nor", "pa", "qui", "ro", "sta")
    common = ["the", "that", "of", "and", "to", "council", "report", "be", "committee", "for"]
    made = {"".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(9_000)}
    words = [*common, *sorted(made)]
    return words, [*accumulate(1 / rank for rank in range(1, len(words) + 1))]


def write(
    home: Path, number: int, rng: random.Random, words: list[str], weights: list[float], seen: Counter[str]
) -> None:
    """One meeting of so many entries."""
    day = date(1990, 1, 1) + timedelta(days=number)
    people = [{"name": name, **({"role": "chair"} if place == 0 else {})} for place, name in enumerate(names(11))]
    items = [{"number": n, "title": f"{' '.join(rng.choices(words, cum_weights=weights, k=4))}"} for n in range(1, 9)]
    data = {"body": f"Committee {number % 12}", "date": day, "time": "19:00", "members": people, "items": items}
    convened = convene(data)
    events: list[AnyEvent] = [convened, MeetingOpened(at=datetime(day.year, day.month, day.day, 19))]
    item = convened.items[0].id
    for place in range(ENTRIES - 3):
        if place % 37 == 0:
            item = convened.items[(place // 37) % 8].id
            events.append(ItemTaken(taken=item, item=item))
        elif place % 37 == 5:
            label, text = f"m{place}", f"That {' '.join(rng.choices(words, cum_weights=weights, k=WORDS_EACH))}."
            events.append(MotionMoved(question=label, text=text, mover=convened.people[1].id, item=item))
        elif place % 37 == 6:
            events.append(QuestionPut(questions=(f"m{place - 1}",), item=item))
        elif place % 37 == 7:
            events.append(VoteTaken(vote=f"v{place}", questions=(f"m{place - 2}",), method="counted", votes_for=6,
                                    against=2, abstained=1, item=item))  # fmt: skip
        else:
            chosen = rng.choices(words, cum_weights=weights, k=WORDS_EACH)
            seen.update(chosen)
            events.append(Minuted(text=" ".join(chosen), item=item))
    events.append(MeetingClosed())
    stamp = datetime(2026, 1, 1)
    rows = [(EVENTS, {str(n): entry_to(Entry(n, stamp, "Jo", (event,)))}) for n, event in enumerate(events, 1)]
    path = places.journal_of(home, f"{day.isoformat()}-c{number}")
    path.parent.mkdir(parents=True, exist_ok=True)
    create(path, path.stem, rows)


def queries(rng: random.Random, seen: Counter[str]) -> list[str]:
    """As often as the words stand in the record; a tenth are beginnings; the ten commonest are among them."""
    words, counts = list(seen), list(seen.values())
    found = [" ".join(rng.choices(words, counts, k=rng.choice((1, 1, 2, 3)))) for _ in range(QUERIES - 10)]
    found = [one[: max(2, len(one) // 2)] if place % 10 == 0 else one for place, one in enumerate(found)]
    return [*(word for word, _ in seen.most_common(10)), *found]


def rows(meetings: int = MEETINGS) -> Iterator[Row]:
    """The figures, each beside its limit as the reference."""
    rng = random.Random(7)
    words, weights = vocabulary(rng)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder_:
        home = Path(folder_) / "home"
        os.environ["CLERK_CACHE"] = str(Path(folder_) / "cache")
        for number in range(meetings):
            write(home, number, rng, words, weights, seen)
        began = time.perf_counter()
        rebuilt(home, None, 2)
        took = time.perf_counter() - began
        yield Row.of(f"index of {meetings:,} meetings made", took, 0.036 * meetings, 1.0, "s")
        yield Row.of("its size beside the journals’", _size(folder(home)) / 1e6, _size(home) / 1e6, 1.5, "MB")
        most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
        yield Row.of("memory", most, 500, 1.0, "MB")
        with Search(home) as search:
            spent = []
            for query in queries(rng, seen):
                began = time.perf_counter()
                search.find(query)
                spent.append(time.perf_counter() - began)
            yield Row.of("find, p95", statistics.quantiles(spent, n=20)[-1] * 1000, 50, 1.0)
            yield Row.of("find, median", statistics.median(spent) * 1000, 50, 1.0)
            write(home, meetings + 1, rng, words, weights, seen)
            began = time.perf_counter()
            search.bring_up_to_date()
            yield Row.of("brought up to date after a meeting", (time.perf_counter() - began) * 1000, 200, 1.0)
        os.environ["CLERK_HOME"] = str(home)
        # What the library knows nothing of yet is read and noted, once.
        listed()
        yield Row.of("first screen of the book", asyncio.run(_first_screen(home)) * 1000, 500, 1.0)


async def _first_screen(home: Path) -> float:
    """Seconds until the book shows its meetings."""
    began = time.perf_counter()
    app = BookApp(home)
    async with app.run_test(size=(120, 36)) as pilot:
        while not app.book.shows:
            await pilot.pause(0.005)
        return time.perf_counter() - began


def _size(folder_: Path) -> int:
    return sum(path.stat().st_size for path in folder_.rglob("*") if path.is_file())


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MEETINGS
    sys.exit(0 if show(rows(count)) else 1)
