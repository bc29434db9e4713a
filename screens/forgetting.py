"""Transcripts are deleted on their day: what was said is no part of the record, and is not kept longer than needed."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from time import time

from clerk.times import say_date
from store import places
from store.errors import StoreError

WARNED = timedelta(days=7)
"""How long before its day the clerk is told."""


_AT_WORK = 60.0
"""Seconds for which a file that is being written may be at work yet."""


def forget_what_was_said(home: Path, today: date) -> list[str]:
    """Deletes each transcript of a home whose day has come, or whose minutes are approved, unless it is held; warns of
    those that go within a week. Gives sentences; never raises."""
    _clear_up(home)
    return [said for journal in _with_transcripts(home) if (said := _look(journal, today))]


def forget_what_is_due() -> list[str]:
    """The same for this user's home, today. Not where a meeting is being opened: it looks through the folder."""
    return forget_what_was_said(places.home(), date.today())


def _clear_up(home: Path) -> None:
    """Deletes what an import left that was killed as it wrote: its words have no day of their own."""
    with suppress(OSError):
        for left in places.meetings_in(home).glob("*.transcript.new"):
            if time() - left.stat().st_mtime > _AT_WORK:
                left.unlink()


def _with_transcripts(home: Path) -> Iterator[Path]:
    try:
        found = sorted(places.meetings_in(home).glob("*.transcript"))
    except OSError:
        return
    names = dict.fromkeys(path.name.removesuffix(".transcript").removesuffix(".exempt") for path in found)
    yield from (path for name in names if (path := places.journal_of(home, name)).exists())


def _look(journal: Path, today: date) -> str:
    from store.transcripts.keeping import delete

    try:
        day, why = _day_of(journal)
        if day is None or today < day - WARNED:
            return ""
        if hold := held(journal):
            return f"What was said at {journal.stem} would be deleted {why}, but it is held: {hold}"
        if today < day:
            return (
                f"What was said at {journal.stem} is deleted on {say_date(day)}. "
                f"“clerk transcript {journal.stem} --until DAY” sets another day."
            )
        gone = delete(journal)
    except StoreError as error:
        return str(error)
    return f"What was said at {journal.stem} was deleted {why}: {', '.join(gone)}."


def _day_of(journal: Path) -> tuple[date | None, str]:
    """The day from which it is deleted, and why then: its own, or that of the approval; None where neither is known."""
    from store.transcripts.keeping import day_of, load

    kept = [one for exempt in (False, True) if (one := load(journal, exempt=exempt)) is not None]
    days = [day for one in kept if (day := day_of(one)) is not None]
    if days:
        return min(days), f"on its day, {say_date(min(days))}"
    approved = _approved_on(journal) if kept else None
    if approved is None:
        return None, ""
    # The clerk is told first: nobody waits for an approval with a transcript open.
    return approved + WARNED, f"since the minutes were approved on {say_date(approved)}"


def _approved_on(journal: Path) -> date | None:
    from screens.minutes import stands
    from store.records import record_at

    record, _ = record_at(journal)
    approvals = stands(record.meeting, journal)[0].approvals if record is not None else ()
    return approvals[0].on if approvals else None


def held(journal: Path) -> str:
    from store.facts import Facts
    from store.following import ids_of

    return Facts(places.home_of(journal)).read().held(ids_of(journal))
