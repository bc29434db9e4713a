"""What is asked of all meetings together: answered from the index, so that a journal is read only where it must be."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from clerk.history import History, Past
from clerk.library.actions import may_stand
from clerk.library.facts import BodiesJoined, BodiesParted, BodyRenamed, BodySucceeded, BodyUnder
from clerk.library.pointed import What
from clerk.library.records import Record
from clerk.library.registers import Evening, evening_of
from clerk.library.state import Library as Told
from clerk.library.tomorrow import Duty, duties
from clerk.meeting.state import Meeting
from store.bodies import names_of
from store.errors import StoreError
from store.facts import Facts
from store.index.database import Indexed
from store.index.keeping import Search
from store.library import Library
from store.records import Progress, Wanted, read_records, record_of


class CannotLookThrough(StoreError):
    """The meetings of a home cannot be looked through together; the message says why."""


@contextmanager
def up_to_date(home: Path, progress: Progress | None = None) -> Iterator[Search]:
    """The index of a home, up to date. Where it cannot be kept in this user's cache it is made for this once, and
    thrown away. Raises CannotLookThrough where it cannot be made even so."""
    with ExitStack() as stack:
        try:
            search = stack.enter_context(Search(home))
            search.bring_up_to_date(progress)
        except (OSError, sqlite3.Error):
            try:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
                search = stack.enter_context(Search(home, folder))
                search.bring_up_to_date(progress)
            except (OSError, sqlite3.Error) as error:
                raise CannotLookThrough(
                    f"The meetings cannot be looked through: {error}. No record is touched."
                ) from error
        yield search


Pointing = Callable[[Indexed, str], bool]
"""Whether what points is wanted: by the meeting, and the id."""


def records_pointing(
    home: Path,
    what: What,
    progress: Progress | None = None,
    wanted: Pointing = lambda one, id_: True,
    which: Wanted = lambda one: True,
) -> tuple[list[Record], list[str]]:
    """The meetings of a home from which something points, or in which it is pointed to, that is wanted; and sentences
    on those that cannot be read. Raises CannotLookThrough."""
    with up_to_date(home, progress) as search:
        there = {one.path: one for one in search.public.meetings()}
        names = {path.stem for path, id_ in search.public.pointing(what) if path in there and wanted(there[path], id_)}
        if what == "action":
            names |= set(_reporting(search, [one for path, one in there.items() if path.stem in names]))
        troubles = search.troubles
    records, more = read_records(home, lambda one: one.name in names and which(one), progress)
    return records, [*dict.fromkeys([*troubles, *more])]


def _reporting(search: Search, wanted: Iterable[Indexed]) -> Iterator[str]:
    """The names of the meetings that minuted how an action of these stands."""
    ids = {id_ for one in wanted for id_ in (one.replaces, one.meeting)} - {""}
    return (path.stem for path, said in search.public.pointing("reports") if said.partition("/")[0] in ids)


def records_of_open_actions(home: Path, progress: Progress | None = None) -> tuple[list[Record], list[str]]:
    """The meetings of a home with an action that may still be to be done, and those that minuted how one stands; and
    sentences on those that cannot be read. Raises CannotLookThrough."""
    with up_to_date(home, progress) as search:
        stands = may_stand(Facts(home).read(), [said for _, said in search.public.pointing("reports")])
    return records_pointing(home, "action", progress, lambda one, event: stands(one.meeting, event))


def evenings(search: Search) -> list[Evening]:
    """Who attended each meeting, as it was corrected when its minutes were approved; as the public knows it."""
    kept = dict(search.public.evenings())
    corrected = {id_ for _, id_ in search.public.pointing("corrects")}
    there = search.public.meetings()
    again = {one.path.stem for one in there if one.meeting in corrected}
    put_right: list[Record] = read_records(search.home, lambda one: one.name in again)[0] if again else []
    by_name = {record.name: evening_of(record.openly) for record in put_right}
    decode = msgspec.json.Decoder(Evening).decode
    return [by_name.get(one.path.stem) or decode(kept[one.path]) for one in there]


class Owed(Struct, frozen=True, array_like=True):
    """A duty as it is listed: of which body and day, and the number of its item, "" for none."""

    duty: Duty
    body: str
    day: date
    number: str = ""


def owed_of(meeting: Meeting, history: History) -> tuple[Owed, ...]:
    """What must be done after a meeting, with where each comes from."""
    if meeting.setup is None or meeting.newer:
        return ()
    setup = meeting.setup

    def number(item: str | None) -> str:
        known = meeting.items.get(item or "")
        return known.number.rstrip(".") if known is not None else ""

    return tuple(Owed(one, setup.body, setup.date, number(one.item)) for one in duties(meeting, history))


def owed(search: Search, progress: Progress | None = None) -> list[tuple[Path, Owed]]:
    """What must be done after each meeting, whether the public may know of it or not. It is worked out again only where
    the meeting, what the library was told of it, or a meeting that approves its minutes has changed since."""
    told = Facts(search.home).read()
    there, known = search.public.meetings(), search.exempt.owed()
    approving, approved = _approving(search, there), _by_path(search.public.pointing("approves"))
    facts = _facts_of(told)
    ways = "".join(one.id for one in told.told if isinstance(one.fact, _OF_BODIES))
    found: list[tuple[Path, Owed]] = []
    for number, one in enumerate(there, 1):
        by = (*approving.get(one.meeting, ()), *approving.get(one.day, ()))
        # Whether the minutes that it approved were signed is told of those.
        about = [facts.get(id_, "") for id_ in (one.meeting, one.replaces, *approved.get(one.path, ())) if id_]
        key = sha256(repr((one, by, about, ways)).encode()).hexdigest()
        before, data = known.get(str(one.path), ("", b""))
        if before != key:
            data = msgspec.json.encode(_worked_out(search, one, by, there, told))
            search.exempt.keep_owed(str(one.path), key, data)
            if progress is not None:
                progress(number, len(there))
        found += [(one.path, duty) for duty in _DECODE(data)] if data != b"[]" else []
    return found


_OF_BODIES = (BodySucceeded, BodyUnder, BodyRenamed, BodiesJoined, BodiesParted)
_DECODE = msgspec.json.Decoder(tuple[Owed, ...]).decode


def _approving(search: Search, there: list[Indexed]) -> Mapping[str, tuple[Indexed, ...]]:
    """The meetings that approved minutes, by the record's id, or by the day where they do not say which."""
    by_path = {one.path: one for one in there}
    found: dict[str, tuple[Indexed, ...]] = {}
    for path, value in search.public.pointing("approves"):
        if path in by_path:
            found[value] = (*found.get(value, ()), by_path[path])
    return found


def _by_path(pointing: Iterable[tuple[Path, str]]) -> Mapping[Path, list[str]]:
    found: dict[Path, list[str]] = {}
    for path, id_ in pointing:
        found.setdefault(path, []).append(id_)
    return found


def _facts_of(told: Told) -> Mapping[str, str]:
    """The ids of the facts that are of each meeting, by its record's id."""
    found: dict[str, str] = {}
    for one in told.told:
        if meeting := getattr(one.fact, "meeting", ""):
            found[meeting] = found.get(meeting, "") + one.id
    return found


def _worked_out(
    search: Search, one: Indexed, by: tuple[Indexed, ...], there: list[Indexed], told: Told
) -> tuple[Owed, ...]:
    try:
        record, _ = record_of(one.path)
    except (StoreError, msgspec.MsgspecError, OSError):
        return ()
    if record is None:
        return ()
    # Of two meetings of the body on one day, neither is approved by an entry that does not say which.
    beside = [other for other in there if other.day == one.day and other != one] if by else []
    pasts = [past for other in dict.fromkeys((*by, *beside)) if (past := _past(other)) is not None]
    own = tuple(filter(None, (one.meeting, one.replaces)))
    names = names_of(Library(search.home), one.body_id) | {one.body}
    history = History(tuple(pasts), own, told, one.body, one.body_id, names)
    return owed_of(record.meeting, history)


def _past(one: Indexed) -> Past | None:
    try:
        record, replaces = record_of(one.path)
    except (StoreError, msgspec.MsgspecError, OSError):
        return None
    known = record is not None and not record.meeting.newer
    return Past.of(record.meeting, record.id, record.name, replaces) if record is not None and known else None
