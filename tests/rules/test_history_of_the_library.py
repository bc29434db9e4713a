"""What the library tells of other meetings: read without harm, and read again only when changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clerk.events import Convened
from clerk.history import Past
from clerk.kept import entry_to
from store.history import history_of
from store.library import Library
from store.meetings import Kept
from store.places import journal_of
from tests.rules.halls import BODY, OPEN, TREES, hall, held
from tests.support.minute import minute


def keep(home: Path, script: str, setup: Convened) -> str:
    """A meeting in a library, noted as the front door notes it."""
    meeting = minute(script, setup)
    name = Library(home).new_name(setup.date, setup.short)
    first, *rest = meeting.entries
    with Kept.create(home, name, entry_to(first)) as kept:
        for entry in rest:
            kept.append(entry_to(entry))
    Library(home).note(name, body=setup.body, date=setup.date.isoformat(), state="closed")
    return name


def test_it_reads_the_other_meetings(tmp_path: Path) -> None:
    keep(tmp_path, ":apologies cedar\n" + OPEN + ":close 20:00", hall(day=date(2019, 3, 7)))
    keep(tmp_path, OPEN + ":close 20:00", hall(day=date(2019, 5, 2), name="Roads Committee"))
    june = hall(day=date(2019, 6, 11))
    own = keep(tmp_path, OPEN, june)
    history = history_of(held(OPEN, june), journal_of(tmp_path, own))
    assert {past.body for past in history.meetings} == {BODY, "Roads Committee"}
    assert [past.date for past in history.of_body(BODY)] == [date(2019, 3, 7)]
    assert history.last_attended(TREES[2], date(2019, 6, 11)) == date(2019, 5, 2)
    assert history.last_attended("Nobody Known", date(2019, 6, 11)) is None


def test_what_is_long_ago_is_left_out(tmp_path: Path) -> None:
    keep(tmp_path, OPEN, hall(day=date(2016, 3, 7)))
    keep(tmp_path, OPEN, hall(day=date(2018, 3, 7), name="Roads Committee"))
    keep(tmp_path, OPEN, hall(day=date(2018, 3, 8)))
    history = history_of(held(OPEN), journal_of(tmp_path, "new"))
    assert [past.date for past in history.meetings] == [date(2018, 3, 8)]


def test_a_meeting_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    name = keep(tmp_path, OPEN, hall(day=date(2019, 3, 7)))
    keep(tmp_path, OPEN, hall(day=date(2019, 4, 7)))
    (tmp_path / "meetings" / f"{name}.journal").write_bytes(b"nothing of the kind\n")
    assert [past.date for past in history_of(held(OPEN), journal_of(tmp_path, "new")).meetings] == [date(2019, 4, 7)]


def test_an_empty_library_and_no_meeting(tmp_path: Path) -> None:
    from clerk.meeting.state import Meeting

    assert history_of(held(OPEN), journal_of(tmp_path / "none", "new")).meetings == ()
    assert history_of(Meeting(), journal_of(tmp_path, "new")).meetings == ()


def test_later_meetings_of_the_body_are_read_for_what_they_approved(tmp_path: Path) -> None:
    keep(tmp_path, OPEN + ":take 1\n:minutes 2019-06-11 signed=chair -- Ash, not Oak\n", hall(day=date(2019, 9, 3)))
    (approval,) = history_of(held(OPEN), journal_of(tmp_path, "new")).approvals(BODY, date(2019, 6, 11))
    assert approval.on == date(2019, 9, 3)
    assert approval.corrections == ("Ash, not Oak",)
    assert approval.signed_by == "Councillor Rowan Ash"


def test_a_past_meeting_tells_what_it_decided_and_put_off() -> None:
    script = OPEN + ":take 6\n:motion elm fir -- That the boathouse be sold.\n:vote 6 4 0\n:take 7\n"
    past = Past.of(held(script + ":motion elm fir kind=deferral -- to May\n:vote unanimous"))
    assert past is not None
    assert [(one.text, one.carried) for one in past.decisions] == [("That the boathouse be sold.", True)]
    assert past.deferred == ("Boathouse Repairs",)
