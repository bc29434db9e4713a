"""A long evening of a full council, for the benches: 63 members, 40 items, as many events as asked."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from clerk.kept import entry_to
from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from store import lines
from tests.support.bodies import council, surname
from tests.support.minute import Desk, record

COUNCIL = "Thornmere Borough Council"
ITEMS = 40
BEGUN = datetime(2031, 7, 8, 19, 0)

_WORDS = (
    "The Committee considered the report, and heard that the works had been put off twice because of the weather. "
    "Members asked what they would now cost, who would bear it, and when the paths would be open again."
)


def setup(seats: int = 63) -> str:
    """The council's meeting with its items, as TOML."""
    more = [
        f'[[items]]\nnumber = {number}\ntitle = "Report of the Working Group on Ward {number}"\n'
        f'recommendations = ["That the report be noted.", "That ward {number} be visited."]'
        for number in range(2, ITEMS + 1)
    ]
    return "\n\n".join([council(seats), *more])


def meeting(events: int, every: float = 1.0) -> Meeting:
    """The meeting once it holds so many events, an entry every so many seconds; it is open still, and the last item's
    paragraphs are being written."""
    desk = Desk(record(Meeting(), read_meeting(setup())))
    for line in _evening(events):
        if len(desk.meeting.events) >= events:
            break
        desk.enter(line, BEGUN + timedelta(seconds=int(every * len(desk.meeting.entries))))
    return desk.meeting


def _evening(events: int) -> Iterator[str]:
    """An item at a time: taken, reported, debated, amended now and then, voted on; members come and go."""
    yield ":present rest"
    yield ":open"
    each = max(10, events // ITEMS)
    member = (surname(3 + n % 60) for n in count())
    for item in range(1, ITEMS + 1):
        yield f":take {item}"
        for turn in range(each - 9):
            if turn % 20 == 7:
                gone = next(member)
                yield f":out {gone}"
                yield f":in {gone}"
            elif turn % 40 == 15:
                yield f":action {next(member)} -- Write to everyone in ward {item}"
            else:
                yield f"{_WORDS} ({item}.{turn})"
        yield f":amend {next(member)} {next(member)} at=1 words=first -- the -> the revised"
        yield ":vote 40 20 3"
        yield ":put"
        yield ":vote unanimous"
    while True:
        yield _WORDS


def keep(home: Path, events: int, every: float = 1.0) -> str:
    """Write such a meeting as a journal, all at once, and return its name."""
    name = f"2031-07-08-{events}"
    data, place = lines.first_line(name, "0123456789abcdef")
    written = [data]
    for entry in meeting(events, every).entries:
        data, place = lines.next_line(place, lines.EVENTS, {str(entry.n): entry_to(entry)})
        written.append(data)
    path = home / "meetings" / f"{name}.journal"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(written))
    return name


CODES = [seat.letter for seat in read_meeting(setup()).seats]
"""The letters of every member's seat."""
