"""`clerk new` of a pack, what is remembered of it, and the second agenda of a committee."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from clerk.meeting.state import Meeting
from screens.sitting import read_back
from store.library import Library
from store.meetings import Kept

from . import papers, rebuilding

Clerk = Callable[..., Result]


def kept(home: Path, name: str) -> Meeting:
    with Kept.open(home / "meetings" / f"{name}.journal", "test") as meeting:
        return read_back(meeting)


@pytest.fixture
def first(clerk: Clerk) -> str:
    """The name of a meeting made of the invented pack."""
    Path("pack.txt").write_text(papers.PACK, encoding="utf-8")
    made = clerk("new", "--yes", "pack.txt")
    assert made.exit_code == 0, made.stderr
    return made.stdout.strip()


def later(text: str = papers.PACK) -> str:
    """The next agenda of the same committee."""
    return text.replace("WEDNESDAY 12TH MARCH, 2031", "THURSDAY 5TH JUNE, 2031").replace(
        "Friday 7 March", "Monday 2 June"
    )


def test_new_makes_a_meeting_and_says_what_is_doubtful(clerk: Clerk, home: Path, first: str) -> None:
    assert first == "2031-03-12-pwc"
    meeting = kept(home, first)
    assert (len(meeting.seats), len(meeting.agenda)) == (10, 10)
    assert meeting.setup is not None
    assert meeting.setup.source == "pack.txt"
    assert set(meeting.questions) == {"r5", "r6", "r8"}
    again = clerk("new", "--yes", "pack.txt")
    assert "! Item 6 has 2 reports" in again.stderr
    assert "10 seats, 10 items" in again.stderr
    assert f"It is beside {first}, of the same body on that day." in again.stderr


def test_without_a_terminal_it_is_not_taken_unseen(clerk: Clerk) -> None:
    Path("pack.txt").write_text(papers.PACK, encoding="utf-8")
    refused = clerk("new", "pack.txt")
    assert refused.exit_code == 1
    assert "--yes" in refused.stderr
    assert clerk("list").stdout == ""


def test_the_second_agenda_needs_no_questions(clerk: Clerk, home: Path, first: str) -> None:
    text = later(papers.FRONT).replace("Ivo Bahram Elm", "Ivo Ellm").replace("Dora O-Dogwood", "Dora O’Dogwood")
    text = text.replace("PARKS AND WATERWAYS COMMITTEE", "PARKS & WATERWAYS COMMITTEE")
    Path("june.txt").write_text(text, encoding="utf-8")
    made = clerk("new", "--yes", "june.txt")
    assert made.exit_code == 0
    assert "!" not in made.stderr
    one, two = kept(home, first), kept(home, made.stdout.strip())
    assert two.setup is not None
    assert two.setup.body == "Parks and Waterways Committee"
    names = [{p.name: s.letter for s in m.seats.values() for p in [m.people[s.holder or ""]]} for m in (one, two)]
    assert names[0] == names[1]
    assert {p.id: p.group for p in one.people.values() if p.group}.items() <= {
        p.id: p.group for p in two.people.values()
    }.items()


def test_a_report_alone_brings_the_roll_that_is_remembered(clerk: Clerk, home: Path, first: str) -> None:
    start = papers.REPORTS.index("Parks Waterways Committee")
    Path("report.md").write_text(papers.REPORTS[start:].replace("12 March 2031", "5 June 2031"), encoding="utf-8")
    made = clerk("new", "--yes", "report.md")
    assert made.exit_code == 0, made.stderr
    meeting = kept(home, made.stdout.strip())
    assert [seat.office for seat in meeting.seats.values()][:2] == ["chair", "vice-chair"]
    assert (len(meeting.seats), len(meeting.setup.substitutes)) == (10, 2)  # type: ignore[union-attr]
    assert meeting.setup.quorum == 3  # type: ignore[union-attr]
    assert [item.title for item in meeting.items.values()] == ["Friends of the Parks: Annual Report"]


def test_a_new_spelling_is_asked_about_once(clerk: Clerk, home: Path, first: str) -> None:
    for name, asked in (("june.txt", True), ("july.txt", False)):
        text = later(papers.FRONT).replace("Nell Juniper", "Nel Juniper")
        Path(name).write_text(text, encoding="utf-8")
        made = clerk("new", "--yes", name)
        assert ("“Nel Juniper” is taken to be Nell Juniper" in made.stderr) is asked
    people = {row["name"]: row for row in Library(home).recall("Parks and Waterways Committee")[1]}
    assert people["Nell Juniper"]["spellings"] == ["Nel Juniper"]
    assert "Nel Juniper" not in people


def test_who_came_and_who_went_is_asked(clerk: Clerk, home: Path, first: str) -> None:
    text = later(papers.FRONT).replace("Lena Pine", "Zed Quince")
    Path("june.txt").write_text(text, encoding="utf-8")
    said = clerk("new", "--yes", "june.txt").stderr
    assert "! Zed Quince was not a member at the last meeting." in said
    assert "! Lena Pine was a member at the last meeting and is not on this agenda." in said
    again = clerk("new", "--yes", "june.txt").stderr
    assert "Lena Pine" not in again
    assert "Zed Quince" not in again


def test_several_files_make_one_meeting(clerk: Clerk, home: Path, invented: object) -> None:
    from store.packs import Pack

    assert isinstance(invented, Pack)
    items = invented.meeting.of("item")
    rebuilding.to_xml(invented, Path("agenda.xml"))
    rebuilding.to_docx(list(rebuilding.report(items[4].of("report")[0], items[4])), Path("report.docx"))
    made = clerk("new", "--yes", "agenda.xml", "report.docx")
    assert made.exit_code == 0, made.stderr
    meeting = kept(home, made.stdout.strip())
    assert set(meeting.questions) == {"r5"}
    assert meeting.setup is not None
    assert meeting.setup.source == "agenda.xml, report.docx"
    assert meeting.setup.reference == "moderngov:9999"


def test_one_file_of_several_that_cannot_be_read_is_said(clerk: Clerk) -> None:
    Path("pack.txt").write_text(papers.PACK, encoding="utf-8")
    Path("scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    made = clerk("new", "--yes", "pack.txt", "scan.png")
    assert made.exit_code == 0
    assert "! scan.png: this is a picture, which has no text. Nothing was read from it." in made.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("password.pdf", "this PDF has a password. Ask for one without it, or print it to a new PDF."),
        ("scan.pdf", "there is no text to read. Ask for the PDF that Word made."),
        ("cut.pdf", "this is a PDF that is damaged or cut short. Fetch it again."),
        ("empty.pdf", "the file is empty"),
        ("sheet.xlsx", "this is a spreadsheet."),
        ("old.doc", "Save it as .docx without one."),
        ("bomb.docx", "Nothing of it was unpacked."),
    ],
)
def test_what_cannot_be_read_is_said_with_the_way_on(
    name: str, said: str, clerk: Clerk, unreadable: Callable[[str], Path]
) -> None:
    refused = clerk("new", "--yes", unreadable(name))
    assert refused.exit_code == 1
    assert f"{name}: " in refused.stderr
    assert said in refused.stderr
    assert "“clerk new” alone opens a form" in refused.stderr
    assert clerk("list").stdout == ""


def test_a_form_needs_a_terminal(clerk: Clerk) -> None:
    assert "needs a terminal" in clerk("new").stderr
    assert clerk("new", "--yes").exit_code == 1


def test_a_toml_file_by_any_name_is_one(clerk: Clerk) -> None:
    toml = 'body = "Parks Committee"\ndate = 2031-05-12\nmembers = [{name = "Ann Oak"}]\nitems = [{title = "Bees"}]\n'
    for name in ("a.toml", "a.txt", "a.meeting"):
        Path(name).write_text(toml, encoding="utf-8")
        assert clerk("new", name).exit_code == 0
    missing = clerk("new", "none.txt")
    assert missing.exit_code == 1
    assert "There is no file none.txt" in missing.stderr


def test_what_is_missing_is_named_and_nothing_is_made(clerk: Clerk) -> None:
    Path("report.txt").write_text(papers.REPORTS.split("\n\t<p")[1], encoding="utf-8")
    refused = clerk("new", "--yes", "report.txt")
    assert refused.exit_code == 1
    assert "the field “date” is missing" in refused.stderr
    assert "Without “--yes” what is missing can be typed" in refused.stderr
