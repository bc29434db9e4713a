"""Agendas as other councils print them, in every form that has no tables of its own: the same facts from each."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from clerk.events import Convened
from store.packs import Pack, convened, read_pack

BOROUGH = """\
Thornmere Borough Council

AGENDA

Planning Committee

Date: Thursday, 6 March 2031
Time: 6.30 p.m.
Place: Council Chamber, Town Hall, Mill Lane, Thornmere TH4 4BG

Membership:
Councillors Ann Oak (Chair), Bob Elm (Vice-Chair), Cat Ash, Dan Gorse and Eve Rowan
Substitutes: Councillors Fay Holly and Gus Ivy

Quorum: 3

For further information contact: Una Reed, Democratic Services Officer, 020 7946 0001, una.reed@thornmere.example

1   Apologies for absence
2   Minutes of the previous meeting  (Pages 5 - 12)
To confirm as a correct record the minutes of the meeting held on 5 February 2031.
3   Declarations of interest
4   31/00123/FUL - Land at Mill Lane  (Pages 13 - 24)
Erection of a boathouse.
5   Exclusion of the press and public
6   Lease of the boathouse (exempt)  (Pages 25 - 30)
7   Any other urgent business
"""

SCRUTINY = """\
MEETING OF THE HOUSING SCRUTINY PANEL

to be held on

MONDAY, 10 MARCH 2031

at 10.00 am in

COMMITTEE ROOM 1, CIVIC CENTRE, THORNMERE

Panel Members:

Cllr Ann Oak (Chair)
Cllr Bob Elm (Deputy Chair)
Cllr Cat Ash
Cllr Dan Gorse

Non-voting Co-opted Members:

Mr Simon Page (Church of England Diocese)
Mrs Ruth Wells (Parent Governor)

Officer contact: Una Reed (020 7946 0001)

AGENDA

PART A - PUBLIC

1. APOLOGIES FOR ABSENCE

2. DECLARATIONS OF INTEREST

Members are reminded of the code.

Advice may be had from the Monitoring Officer.

3. MINUTES

To approve the minutes of the meeting held on 3 February 2031 (attached).

4. REPAIRS SERVICE UPDATE (Pages 5 - 14)

Report of the Director of Housing

5. WORK PROGRAMME (Pages 15 - 18)

PART B - EXEMPT

6. CONTRACT AWARD (Pages 19 - 24)
"""

TOWN = """\
Elderwick Town Council

To all Members of the Finance and General Purposes Committee

You are hereby summoned to attend a meeting of the Finance and General Purposes Committee to be held on Tuesday \
4th March 2031 at 7pm in the Village Hall, Church Lane, Elderwick EW1 2AB

Jo Reed
Town Clerk
26 February 2031

1. To receive apologies for absence

2. To receive declarations of interest from Members

3. To approve as a correct record the minutes of the meeting of 4 February 2031

4. Public participation

5. Finance

a) To note the bank reconciliation
b) To approve payments

6. Play area: to consider quotations for repair

7. Date of next meeting

Members: Cllrs A Oak (Chairman), B Elm, C Ash, D Gorse
"""


def as_text(text: str, path: Path) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def as_word(text: str, path: Path) -> Path:
    from docx import Document

    document = Document()
    for line in filter(str.strip, text.splitlines()):
        document.add_paragraph(re.sub(r" {2,}", "\t", line))
    document.save(str(path))
    return path


def as_pdf(text: str, path: Path) -> Path:
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    for line in text.splitlines():
        item = re.match(r"(\d+\.?) +(.+?)(?: +\((Pages [^()]*)\))?$", line)
        for words, width in zip(item.groups() if item else (), (12, 140, 30), strict=False):
            pdf.cell(width, 6, words or "")
        if item or not line:
            pdf.ln(6)
        else:
            pdf.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))
    return path


FORMS: dict[str, Callable[[str, Path], Path]] = {"txt": as_text, "docx": as_word, "pdf": as_pdf}


@pytest.fixture(params=FORMS)
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Pack]:
    """What is found in an agenda, in one form after the other."""

    def pack_of(text: str) -> Pack:
        pack, failed = read_pack([FORMS[request.param](text, tmp_path / f"agenda.{request.param}")])
        assert not failed
        return pack

    return pack_of


def doubts(pack: Pack) -> list[str]:
    return [doubt.text for doubt in pack.all_doubts()]


def head(made: Convened) -> tuple[str, str, str, str]:
    return made.body, f"{made.date} {made.time}", made.venue, made.chair_label


def roll(made: Convened) -> list[str]:
    people = {person.id: person for person in made.people}
    return [" ".join(filter(None, (people[seat.holder or ""].name, seat.office))) for seat in made.seats]


def business(made: Convened) -> list[tuple[str, str, str]]:
    return [(item.number, item.kind, item.pages) for item in made.items]


def test_a_borough_with_its_members_in_one_sentence(read: Callable[[str], Pack]) -> None:
    pack = read(BOROUGH)
    made = convened(pack)
    assert [doubt.field for doubt in pack.all_doubts()] == ["profile"]
    assert head(made) == (
        "Planning Committee", "2031-03-06 18:30", "Council Chamber, Town Hall, Mill Lane, Thornmere TH4 4BG", "Chair",
    )  # fmt: skip
    assert (made.quorum, made.contact) == (3, "Una Reed, 020 7946 0001, una.reed@thornmere.example")
    assert roll(made) == ["Ann Oak chair", "Bob Elm vice-chair", "Cat Ash", "Dan Gorse", "Eve Rowan"]
    assert [person.name for person in made.people if person.id in made.substitutes] == ["Fay Holly", "Gus Ivy"]
    assert business(made) == [
        ("1", "absence", ""), ("2", "minutes", "5-12"), ("3", "declarations", ""), ("4", "application", "13-24"),
        ("5", "exempt", ""), ("6", "report", "25-30"), ("7", "urgent", ""),
    ]  # fmt: skip
    assert made.items[1].title == "Minutes of the previous meeting"
    assert [str(day) for day in made.items[1].minutes_of] == ["2031-02-05"]
    assert [item.number for item in made.items if item.exempt] == ["6"]


def test_a_panel_with_co_optees_and_a_private_part(read: Callable[[str], Pack]) -> None:
    pack = read(SCRUTINY)
    made = convened(pack)
    assert [doubt.field for doubt in pack.all_doubts()] == ["quorum", "profile"]
    assert head(made) == (
        "Housing Scrutiny Panel", "2031-03-10 10:00", "Committee Room 1, Civic Centre, Thornmere", "Chair",
    )  # fmt: skip
    assert made.vice_chair_label == "Deputy Chair"
    assert roll(made)[:2] == ["Ann Oak chair", "Bob Elm vice-chair"]
    page = next(person for person in made.people if person.name == "Simon Page")
    assert (page.kind, page.title, page.organisation, page.voting) == (
        "co-optee", "Mr", "Church of England Diocese", False,
    )  # fmt: skip
    assert business(made) == [
        ("", "heading", ""), ("1", "absence", ""), ("2", "declarations", ""), ("3", "minutes", ""),
        ("4", "report", "5-14"), ("5", "forward plan", "15-18"), ("", "heading", ""), ("6", "report", "19-24"),
    ]  # fmt: skip
    assert made.items[4].report_of == "Director of Housing"
    assert [item.number for item in made.items if item.exempt] == ["6"]


def test_a_town_that_summons_in_a_sentence(read: Callable[[str], Pack]) -> None:
    pack = read(TOWN)
    made = convened(pack)
    assert [doubt.field for doubt in pack.all_doubts()] == ["quorum", "profile"]
    assert head(made) == (
        "Finance and General Purposes Committee", "2031-03-04 19:00", "Village Hall, Church Lane, Elderwick EW1 2AB",
        "Chairman",
    )  # fmt: skip
    assert roll(made) == ["A Oak chair", "B Elm", "C Ash", "D Gorse"]
    assert [(item.number, item.kind) for item in made.items[:6]] == [
        ("1", "absence"), ("2", "declarations"), ("3", "minutes"), ("4", "public"), ("5", "report"), ("5a", "report"),
    ]  # fmt: skip
    assert [str(day) for day in made.items[2].minutes_of] == ["2031-02-04"]


def test_two_days_on_a_front_sheet_are_a_doubt(found: Callable[..., Pack]) -> None:
    text = BOROUGH.replace("Date: Thursday, 6 March 2031", "6 March 2031").replace("Quorum: 3", "26 February 2031")
    pack = found(text)
    assert any("26 February 2031, 6 March 2031" in doubt for doubt in doubts(pack))
    assert pack.meeting.get("date") == "2031-03-06"


CABINET_REPORT = """\
Cabinet

Date: 12 March 2031

Report title: Housing Repairs Contract
Report author: Jo Reed, Director of Housing
Ward(s) affected: Mill, Weir
Is this a key decision? Yes
Classification: Part exempt - Appendix B is not for publication
Contact: Una Reed, 020 7946 0001, una.reed@thornmere.example

1. Recommendations

The Cabinet is recommended to:

1.1 Approve the award of the contract; and
1.2 Delegate authority to the Director of Housing to sign it.

2. Reasons for recommendations

2.1 The present contract ends in May.
"""

LICENSING_REPORT = """\
THORNMERE COUNCIL

REPORT TO: LICENSING COMMITTEE

DATE: 12 March 2031

SUBJECT: Review of taxi fares

REPORT BY: Head of Regulatory Services

WARDS: All

PURPOSE OF REPORT

To ask for new fares.

RECOMMENDATION

That the fares in Appendix 1 be agreed from 1 April 2031.

BACKGROUND

Fares were last set in 2029.
"""


def test_a_cover_of_lines_with_other_labels(found: Callable[..., Pack]) -> None:
    item = convened(found(CABINET_REPORT)).items[0]
    (report,) = item.reports
    assert (item.title, item.report_of) == ("Housing Repairs Contract", "Director of Housing")
    assert (report.wards, report.key, report.officers[-1]) == (
        "Mill, Weir", True, "Una Reed, 020 7946 0001, una.reed@thornmere.example",
    )  # fmt: skip
    assert item.recommendations.split("\n") == [
        "1. The Cabinet is recommended to:",
        "1.1 Approve the award of the contract; and",
        "1.2 Delegate authority to the Director of Housing to sign it.",
    ]


def test_the_committee_that_a_report_is_to_goes_before_its_council(found: Callable[..., Pack]) -> None:
    made = convened(found(LICENSING_REPORT))
    assert (made.body, str(made.date)) == ("Licensing Committee", "2031-03-12")
    assert made.items[0].recommendations == "That the fares in Appendix 1 be agreed from 1 April 2031."


@pytest.mark.parametrize(
    ("status", "exempt", "doubt"),
    [
        ("Public", False, ""),
        ("Exempt", True, "is not public: “Exempt”"),
        ("Not for publication by virtue of paragraph 3", True, "is not public"),
        ("Public with exempt appendices", False, "Its item is taken in public"),
        ("Part exempt", False, "Its item is taken in public"),
    ],
)
def test_a_report_is_exempt_whole_or_in_part(status: str, exempt: bool, doubt: str, found: Callable[..., Pack]) -> None:
    pack = found(CABINET_REPORT.replace("Part exempt - Appendix B is not for publication", status))
    assert convened(pack).items[0].exempt is exempt
    assert any(doubt in said for said in doubts(pack)) if doubt else not any("public" in said for said in doubts(pack))
