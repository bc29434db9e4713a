"""Columns of print without rules, as a PDF has them: what wraps below an item goes on in its own column, and a line
that was not read is listed whatever else its page says."""

from pathlib import Path

import pytest
from fpdf import FPDF

from store.packs import Pack, read_pack

HEAD = (
    "Ravelby District Council",
    "PLANNING COMMITTEE",
    "Tuesday 14 May 2030 at 6.30 pm",
    "The Guildhall, Ravelby",
    "AGENDA",
)


def printed(path: Path, heads: tuple[tuple[float, str], ...], rows: list[list[str]], *after: str) -> Pack:
    """What is read of an agenda whose columns begin where their headings do; a row may have several lines, parted in
    its cells."""
    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    at = 20.0
    for line in HEAD:
        pdf.text(70, at, line)
        at += 8
    for left, words in heads:
        pdf.text(left, at + 6, words)
    at += 14
    for row in rows:
        for number in range(max(len(cell.split("\n")) for cell in row)):
            for (left, _), cell in zip(heads, row, strict=True):
                lines = cell.split("\n")
                if number < len(lines) and lines[number]:
                    pdf.text(left, at, lines[number])
            at += 5
        at += 4
    for line in after:
        pdf.text(20, at + 10, line)
        at += 10
    pdf.output(str(path))
    return read_pack([path])[0]


OFFICERS = ((20.0, "Item"), (35.0, "Subject"), (125.0, "Officer"), (175.0, "Page"))
STANDING = [["1", "Apologies for absence", "", "1"], ["2", "Declarations of interest", "", "1"]]


@pytest.mark.parametrize(
    ("title", "officer", "whole", "asked"),
    [
        ("The sale of land at the northern\nend of Mill Lane", "Head of Law", "northern end of Mill Lane", False),
        ("Request from the Friends of\nRavelby Castle", "Head of Law", "Friends of Ravelby Castle", False),
        ("Extension of the lease to\nMuseum Trust", "Head of Law", "the lease to Museum Trust", False),
        ("The lease of the Ravelby\nMuseum", "Head of Law", "The lease of the Ravelby Museum", True),
        ("Budget monitoring", "Head of\nFinance", "Budget monitoring", False),
    ],
)
def test_what_wraps_below_an_item_goes_on_in_its_column(
    tmp_path: Path, title: str, officer: str, whole: str, asked: bool
) -> None:
    pack = printed(tmp_path / "agenda.pdf", OFFICERS, [*STANDING, ["3", title, officer, "5 - 12"]])
    item = pack.meeting.of("item")[2]
    assert item.get("title").endswith(whole)
    assert item.get("presented by") == officer.replace("\n", " ")
    assert bool(item.facts["title"].doubt) is asked


def test_what_is_said_of_an_item_is_no_part_of_its_title(tmp_path: Path) -> None:
    rows = [*STANDING, ["3", "Budget monitoring\nReport of the Head of Finance", "", "22"]]
    item = printed(tmp_path / "agenda.pdf", OFFICERS, rows).meeting.of("item")[2]
    assert item.get("title") == "Budget monitoring"
    assert item.get("presented by") == "Head of Finance"


@pytest.mark.parametrize("subject", [35.0, 50.0])
def test_a_ward_stays_a_ward_where_the_title_beside_it_wraps(tmp_path: Path, subject: float) -> None:
    heads = ((20.0, "Item"), (subject, "Subject"), (135.0, "Ward"), (175.0, "Page"))
    rows = [*STANDING, ["3", "The closing of the footbridge and\nthe path beyond it", "Millside", "5"]]
    item = printed(tmp_path / "agenda.pdf", heads, rows).meeting.of("item")[2]
    assert item.get("title") == "The closing of the footbridge and the path beyond it"
    assert item.get("presented by") == ""


def test_a_line_that_was_not_read_is_listed_though_its_page_has_facts(tmp_path: Path) -> None:
    said = "Councillor Ann Bream will speak as a ward member."
    pack = printed(
        tmp_path / "agenda.pdf", OFFICERS, [*STANDING, ["3", "Grants", "", "2"]], said, "Have a safe journey"
    )
    assert [fact.value for fact in pack.unread] == [said]
