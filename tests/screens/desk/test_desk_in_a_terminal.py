"""The desk in a real terminal: what its bytes do, however they arrive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from clerk.events import Minuted
from screens.kit.arriving import STILL
from screens.sitting import meeting_of
from store.following import read_meeting
from tests.bench.bench_repaint import measured
from tests.bench.pty_app import PtyApp, surroundings
from tests.screens.desk.at_the_desk import made
from tests.support.minute import OPEN

LONG_ENOUGH = 20.0
"""Seconds after which what was pressed is held not to have been recorded."""


class Sat:
    """A desk in a terminal, and what it has recorded."""

    def __init__(self, folder: Path) -> None:
        env = {**surroundings(folder), "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}
        self.path = made(folder / "home", script=f"{OPEN}\n:take 7")
        self.app = PtyApp(["-m", "clerk", "open", "sitting"], env)
        self.app.wait_for("QUORATE")
        self.app.settle()
        self._before = len(self._recorded())

    def send(self, *pieces: str) -> None:
        """Sends bytes in pieces, with a tenth of a second between them."""
        for piece in pieces:
            self.app.send(piece, 0.1)

    def _recorded(self) -> list[str]:
        events = (placed.event for placed in meeting_of(read_meeting(self.path).raw).events)
        return [event.text if isinstance(event, Minuted) else type(event).__name__ for event in events]

    def wait_for(self, *recorded: str) -> None:
        """Waits until just these have been recorded: paragraphs by their text, all else by its kind."""
        end = monotonic() + LONG_ENOUGH
        while (now := self._recorded()[self._before :]) != list(recorded) and monotonic() < end:
            self.app.settle(0.2)
        assert now == list(recorded)


@pytest.fixture
def sat(tmp_path: Path) -> Iterator[Sat]:
    there = Sat(tmp_path)
    with there.app:
        yield there


def test_esc_and_the_count_after_it_in_one_read_record_the_count(sat: Sat) -> None:
    sat.send("The library was discussed", "\x1b6 4 0\r")
    sat.wait_for("QuestionPut", "VoteTaken")


def test_an_arrow_in_pieces_is_no_text_and_a_paste_without_its_end_leaves_the_desk_hearing(sat: Sat) -> None:
    sat.send("\x1b", "[", "B", "\x1b[200~Pasted words\x1b[20", "1~\x13")
    sat.wait_for("Pasted words")
    sat.send("\x1b[200~More words")
    sleep(2 * STILL)
    sat.send("\x13")
    sat.wait_for("Pasted words", "More words")


@pytest.mark.parametrize(
    ("size", "seats", "names"), [((80, 24), 63, 16), ((80, 24), 11, 0), ((120, 36), 11, 0), ((120, 36), 63, 0)]
)
def test_a_verb_rewrites_what_is_said_and_the_seats_that_it_marks(
    size: tuple[int, int], seats: int, names: int
) -> None:
    for key, opened, left, entered in measured(*size, seats, "uv"):
        most = 4 + (names if key == "v" else 0)
        assert 0 < opened.rows <= most
        assert 0 < left.rows <= most
        if entered is not None:
            # Besides: the question, in its place, which is open no more; two lines of the record and the one above.
            assert 0 < entered.rows <= most + 3 + 6
            assert entered.bytes < 4_000


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_the_first_picture_of_the_desk_is_as_broad_as_the_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    made(tmp_path / "home", script=f"{OPEN}\n:take 7")
    with PtyApp(["-m", "clerk", "open", "sitting"], surroundings(tmp_path), *size) as app:
        shown = app.answered("", ["kept."], LONG_ENOUGH)
    assert "11 of 11 in the room" in shown
    assert "QUORATE 11/3" not in shown
    # Cut to nothing stood what is cut to no breadth at all.
    assert "Min…" not in shown
    assert "Disposal of the Old" in shown or size[0] == 80
