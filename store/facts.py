"""The library's facts on disk: a journal like a meeting's, held only for the moment in which something is told.

Each home has one, ``facts.journal``. Another of that kind beside it (a synchronising program keeps both where two
machines wrote at once, and what other machines told comes from the shared book) is read with it: every act has an id
of its own, so what stands in both is told once.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace

from clerk.library.facts import Fact
from clerk.library.fold import Telling, fold, telling_from, telling_to
from clerk.library.state import Library as Known
from clerk.names import Unclear
from store import disk, places
from store.errors import CannotOpen, LibraryIsBusy, StoreError
from store.journal import Journal, create, read_file
from store.lines import EVENTS, entries_in
from store.mending import mend

_PATIENCE = 5.0
"""Seconds to wait while another window tells the library something; it does so in milliseconds."""

NAME = "facts"


class Facts:
    """The facts of the library kept under ``home`` (``CLERK_HOME``, or this user's data folder)."""

    def __init__(self, home: Path | None = None) -> None:
        self.home = home or places.home()
        self.path = self.home / f"{NAME}{places.SUFFIX}"
        self.said: list[str] = []
        """Sentences about what had to be put right on the way."""

    @property
    def are_any(self) -> bool:
        """Whether anything was ever told, here or to a library whose facts stand beside: costs a look at a folder."""
        return bool(self._journals())

    def read(self) -> Known:
        """All that the library was told, whoever is writing. Never raises: what cannot be read is a trouble of it."""
        tellings: list[Telling] = []
        troubles: list[str] = []
        for path in self._journals():
            try:
                reading = read_file(path)
            except StoreError as error:
                troubles.append(str(error))
                continue
            chain = reading.first.id if reading.first else path.stem
            rows = entries_in([*reading.lines, *reading.after])
            tellings += [telling_from(chain, n, msgspec.json.decode(row)) for n, row in enumerate(rows, 1)]
            if reading.bad:
                troubles.append(
                    f"{path.name} is damaged: {reading.wrong}. What can be read of it counts; it is mended "
                    "when something is next recorded in the library."
                )
        return replace(fold(tellings), troubles=tuple(troubles))

    def tell(self, by: str, *facts: Fact) -> tuple[str, ...]:
        """Record facts as one act, and return their ids once they are on disk.

        Raises LibraryIsBusy, Unclear where a newer clerk's facts are there, and what ``Journal`` and ``create`` raise:
        nothing of it is then recorded, and it may be tried again.
        """
        id_ = secrets.token_hex(8)
        with self._held():
            known = self.read()
            if known.newer:
                raise Unclear(
                    "This library was written in with a newer clerk: update to record in it. Nothing was changed."
                )
            row = telling_to(Telling(id_, "", 0, self._moment(known), by, facts))
            if not self.path.exists():
                create(self.path, NAME, [(EVENTS, {"1": row})])
            else:
                self.said += mend(self.path)
                self._append(row)
        return tuple(f"{id_}.{number}" for number in range(len(facts)))

    def _moment(self, known: Known) -> datetime:
        """When what is told now is told: never before the last word that is known here, whatever the clocks say. Of
        two journals with the same second nobody could tell which was the later."""
        now = datetime.now(UTC).replace(microsecond=0)
        if not known.told or known.told[-1].recorded < now:
            return now
        last = known.told[-1]
        own = self.path.exists() and last.id.partition(".")[0].encode() in disk.read(self.path)
        return last.recorded if own else last.recorded + timedelta(seconds=1)

    def _append(self, row: dict[str, object]) -> None:
        journal = Journal(self.path)
        try:
            journal.append(EVENTS, {str(journal.entries + 1): row})
        finally:
            self.said += journal.report
            journal.close()

    def _journals(self) -> list[Path]:
        try:
            found = sorted(self.home.glob(f"{NAME}*{places.SUFFIX}"))
        except OSError:
            return []
        return [path for path in found if path.is_file()]

    @contextmanager
    def _held(self) -> Iterator[None]:
        # Late, because it takes longer to load than the rest of the store, and whoever only reads needs no lock.
        from filelock import FileLock, Timeout

        try:
            disk.make_folder(self.home)
            lock = FileLock(self.path.with_suffix(".lock"), mode=disk.OWN_FILE)
            lock.acquire(timeout=_PATIENCE)
        except Timeout:
            raise LibraryIsBusy() from None
        except OSError as error:
            raise CannotOpen(self.path, error) from error
        try:
            yield
        finally:
            lock.release()
