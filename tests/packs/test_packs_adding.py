"""`clerk add`: papers that come later, beside what is recorded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from clerk.meeting.motions import text_of
from clerk.meeting.state import Meeting
from screens.sitting import read_back
from store.meetings import Kept

from . import papers

Clerk = Callable[..., Result]

LATE = """\
Parks and Waterways Committee
12 March 2031

Title\tBlueprint for quieter mornings: report
Report of\tHead of Parks
Wards\tAll
Status\tPublic
Urgent\tNo
Key\tNo
Enclosures\tNone
Officer Contact Details\tZara Mill, Head of Parks (zara.mill@thornmere.example)

Summary

Mornings are loud.

Recommendations

1. That mornings be quiet.

1. WHY THIS REPORT IS NEEDED
"""

MORE = """\
SUPPLEMENTARY AGENDA

PARKS AND WATERWAYS COMMITTEE

Item No\tTitle of Report\tPages
8.\tFriends of the Parks Report\t73 - 74
8a.\tFlooding of the lower meadow\t75 - 76
"""


def add_text(text: str, *, title: str, of: str = "Head of Parks", say: str = "That it be drained.") -> str:
    text = text.replace("Blueprint for quieter mornings: report", title).replace("That mornings be quiet.", say)
    return text.replace("Report of\tHead of Parks", f"Report of\t{of}")


@pytest.fixture
def first(clerk: Clerk) -> str:
    Path("pack.txt").write_text(papers.PACK, encoding="utf-8")
    return clerk("new", "--yes", "pack.txt").stdout.strip()


def kept(home: Path, name: str) -> Meeting:
    with Kept.open(home / "meetings" / f"{name}.journal", "test") as meeting:
        return read_back(meeting)


def test_a_late_report_goes_under_its_item(clerk: Clerk, home: Path, first: str) -> None:
    Path("late.txt").write_text(LATE, encoding="utf-8")
    added = clerk("add", first, "late.txt", "--yes")
    assert added.exit_code == 0, added.stderr
    assert "Item 7: the report “Blueprint for quieter mornings: report”." in added.stdout
    assert "Zara Mill, Head of Parks, can be named." in added.stdout
    meeting = kept(home, first)
    assert meeting.items["i7"].recommendations == "That mornings be quiet."
    assert meeting.items["i7"].report_of == "Head of Parks"
    assert "r7" in meeting.questions
    assert meeting.people["mill"].post == "Head of Parks"
    assert not meeting.problems
    again = clerk("add", first, "late.txt", "--yes")
    assert "Nothing in late.txt is new" in again.stdout or "a new version" in again.stdout
    assert len(kept(home, first).items["i7"].reports) == 1


def test_a_supplement_adds_items_where_they_stand(clerk: Clerk, home: Path, first: str) -> None:
    report = add_text(LATE, title="Flooding of the lower meadow")
    Path("more.md").write_text(f"{MORE}\n{report}", encoding="utf-8")
    added = clerk("add", first, "more.md", "--yes")
    assert added.exit_code == 0, added.stderr
    assert "Item 8a, “Flooding of the lower meadow”, is added." in added.stdout
    meeting = kept(home, first)
    numbers = [meeting.items[id_].number for id_ in meeting.agenda]
    assert numbers == [*map(str, range(1, 9)), "8a", "9", "10"]
    assert meeting.questions["r8a"].base[0].text == "That it be drained."


def test_what_was_amended_stays(clerk: Clerk, home: Path, first: str) -> None:
    script = (
        ":present rest\n:open 19:00\n:take 5\n:amend ash elm at=1 words=first -- repairs -> works\n:vote unanimous\n"
    )
    assert clerk("play", first, "-", typed=script).exit_code == 0
    before = kept(home, first)
    text = text_of(before.questions, "r5")
    report = add_text(LATE, title="Boathouse Repairs: costs", say="That the costs be met.")
    Path("costs.txt").write_text(report, encoding="utf-8")
    added = clerk("add", first, "costs.txt", "--yes")
    assert added.exit_code == 0
    assert "! The recommendations of item 5 have been amended" in added.stderr
    after = kept(home, first)
    assert text_of(after.questions, "r5") == text
    assert len(after.items["i5"].reports) == 2
    assert [e.n for e in after.entries][:-1] == [e.n for e in before.entries]
    assert after.votes == before.votes
    assert after.problems == before.problems


def test_a_second_report_lengthens_the_list_while_nothing_was_done(clerk: Clerk, home: Path, first: str) -> None:
    report = add_text(LATE, title="Boathouse Repairs: costs", say="That the costs be met.")
    Path("costs.txt").write_text(report, encoding="utf-8")
    clerk("add", first, "costs.txt", "--yes")
    texts = [clause.text for clause in kept(home, first).questions["r5"].base]
    assert len(texts) == 3
    assert texts[-1] == "That the costs be met."


def test_papers_of_another_day_are_doubted(clerk: Clerk, first: str) -> None:
    other = LATE.replace("12 March 2031", "13 March 2031").replace("Parks and Waterways", "Housing")
    Path("late.txt").write_text(other, encoding="utf-8")
    said = clerk("add", first, "late.txt", "--yes").stderr
    assert "! These papers are of another body: Housing Committee." in said
    assert "! These papers are for another day: 13 March 2031." in said


def test_an_unreadable_supplement_adds_nothing(clerk: Clerk, home: Path, first: str) -> None:
    Path("late.pdf").write_bytes(b"")
    refused = clerk("add", first, "late.pdf", "--yes")
    assert refused.exit_code == 1
    assert "the file is empty" in refused.stderr
    assert len(kept(home, first).entries) == 1


def test_another_title_under_a_number_is_a_doubt(clerk: Clerk, home: Path, first: str) -> None:
    Path("more.txt").write_text(MORE.replace("Friends of the Parks Report", "Flooding"), encoding="utf-8")
    said = clerk("add", first, "more.txt", "--yes").stderr
    assert (
        "! Item 8 is “Friends of the Parks Report”, but in more.txt, line 6 it is “Flooding”. The first stays." in said
    )
    assert kept(home, first).items["i8"].title == "Friends of the Parks Report"


def test_to_published_minutes_papers_are_added_with_a_reason_and_to_approved_ones_not(clerk: Clerk, first: str) -> None:
    Path("late.txt").write_text(LATE, encoding="utf-8")
    played = clerk("play", first, "-", typed=":open 19:00\n:present rest\n:close 20:00\n")
    assert played.exit_code == 0, played.output
    assert clerk("publish", first, "--on", "2031-03-14").exit_code == 0
    refused = clerk("add", first, "late.txt", "--yes")
    assert refused.exit_code == 1
    assert "give the reason first" in refused.output
    assert "--because" in refused.output
    added = clerk("add", first, "late.txt", "--yes", "--because", "the report came after the meeting")
    assert added.exit_code == 0, added.output
    assert "[the report came after the meeting]" in clerk("log", first).output
    approved = clerk("approve", first, "--by", "Cabinet", "--on", "2031-05-01", "--", "it met once")
    assert approved.exit_code == 0, approved.output
    Path("more.txt").write_text(add_text(LATE, title="Weirs"), encoding="utf-8")
    late = clerk("add", first, "more.txt", "--yes", "--because", "another")
    assert late.exit_code == 1
    assert "reopen them first" in late.output
