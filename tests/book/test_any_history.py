"""Whatever writers, cuts, crashes, fetches and take-overs follow each other: the book is one chain, and every entry
that was acknowledged is in it or in a file that is named.

`python -m tests.book.test_any_history 10000` tries so many histories.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from store.book.address import Address
from store.book.connection import Book
from store.errors import StoreError
from tests.book.machines import Machine, lost, settled
from tests.book.serving import Server

WHO = st.integers(0, 2)


class Histories(RuleBasedStateMachine):
    """Three machines and one book."""

    server: Server

    @initialize()
    def begin(self) -> None:
        self.url = self.server.database()
        self.book = Book(Address(self.url))
        home = Path(tempfile.mkdtemp(prefix="clerk-history-"))
        self.machines = [Machine(home / name, Address(self.url)) for name in ("one", "two", "three")]
        self.machines[0].create()
        self.machines[0].record()
        self.machines[0].turn()

    @rule(who=WHO, count=st.integers(1, 3))
    def record(self, who: int, count: int) -> None:
        if self.machines[who].may_record:
            self.machines[who].record(count)

    @rule(who=WHO)
    def send(self, who: int) -> None:
        if self.machines[who].path.exists():
            self.machines[who].turn()

    @rule(who=WHO)
    def crash(self, who: int) -> None:
        self.machines[who].crash()

    @rule()
    def cut_every_connection(self) -> None:
        self.book.connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid()"
        )

    @rule(who=WHO)
    def take_over(self, who: int) -> None:
        self.machines[who].take_over()

    @rule(who=WHO)
    def fetch(self, who: int) -> None:
        self.machines[who].fetch()

    @rule(who=WHO, line=st.integers(1, 4), at=st.integers(0, 30))
    def damage(self, who: int, line: int, at: int) -> None:
        """A line of what the book has already is spoilt, and mended by fetching."""
        machine = self.machines[who]
        if not machine.path.exists():
            return
        texts = machine.path.read_bytes().split(b"\n")
        if line >= len(texts) - 2 or len(texts[line]) <= at:
            return
        spoilt = bytearray(texts[line])
        spoilt[at] ^= 1
        texts[line] = bytes(spoilt)
        try:
            machine.crash()
            sent = machine.turn() in ("ok", "taken", "elsewhere")
            if sent:
                machine.crash()
                machine.path.write_bytes(b"\n".join(texts))
                machine.fetch()
        except StoreError:
            return

    @precondition(lambda self: hasattr(self, "book"))
    @invariant()
    def one_chain(self) -> None:
        lost([], self.book)

    def teardown(self) -> None:
        if hasattr(self, "book"):
            settled(self.machines)
            missing = lost(self.machines, self.book)
            for machine in self.machines:
                machine.crash()
            self.book.close()
            name = self.url.split("/")[3].split("?")[0]
            with psycopg.connect(self.server.url("postgres"), autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]
            assert not missing, missing


def try_histories(server: Server, examples: int, steps: int = 20) -> None:
    """Try so many histories of so many steps."""
    Histories.server = server
    wide = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Histories, settings=wide)


def test_any_history(server: Server) -> None:
    try_histories(server, 12)


@pytest.mark.parametrize("heard_before", [True, False])
def test_what_a_damaged_journal_no_longer_has_stays_in_the_file_that_kept_it(
    server: Server, heard_before: bool
) -> None:
    """The book went on past the numbers of what was never sent, and then a line of that was spoilt."""
    Histories.server = server
    state = Histories()
    state.begin()
    state.take_over(who=1)
    state.machines[1].record(3)
    state.take_over(who=0)
    state.take_over(who=2)
    two = state.machines[1]
    if heard_before:
        assert two.turn() == "taken"
    texts = two.path.read_bytes().split(b"\n")
    texts[4] = texts[4].replace(b"two-2", b"two-9")
    two.path.write_bytes(b"\n".join(texts))
    two.fetch()
    assert two.kept_in_files() >= ({"two-1", "two-2", "two-3"} if heard_before else {"two-1", "two-3"})
    if not heard_before:
        # What was spoilt itself can be read by nobody: the file as it was is kept for whoever would try.
        two.acknowledged.remove("two-2")
    state.teardown()


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    own = Server()
    try:
        try_histories(own, count)
        print(f"{count} histories of up to 20 steps by three machines: nothing lost, one chain in each.")
    finally:
        own.stop()
