"""A few of each fault; `python -m tests.book.faults` tries as many as are wanted."""

from __future__ import annotations

import random
from pathlib import Path

from tests.book.faults import Row, holder_returns, server_killed, take_overs_at_once, through_proxy
from tests.book.serving import Server


def good(row: Row) -> None:
    assert row.acknowledged > 0
    assert (row.lost, row.forked) == (0, 0), row


def test_the_server_is_killed(tmp_path: Path) -> None:
    good(server_killed(tmp_path, 4, random.Random(1)))


def test_the_network_cuts_in_the_middle_of_a_line(tmp_path: Path) -> None:
    good(through_proxy(tmp_path, 5, random.Random(2), 0.0, 6000, "cut"))


def test_the_network_is_slow(tmp_path: Path) -> None:
    good(through_proxy(tmp_path, 3, random.Random(3), 0.1, 0, "slow"))


def test_two_take_over_at_once(tmp_path: Path, server: Server) -> None:
    good(take_overs_at_once(tmp_path, 2, server))


def test_the_old_holder_returns_with_clocks_an_hour_apart(tmp_path: Path, server: Server) -> None:
    good(holder_returns(tmp_path, 3, server, clocks=True))
