"""Irregularities 1 to 23: tables, labels and values, each by its number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.packs import Pack, Record, read_pack
from store.packs.contacts import authors_in, officers_in
from store.packs.from_text import read_text
from store.packs.labels import cover_starts, label

Found = Callable[..., Pack]

HEAD = "Parks and Waterways Committee\n12 March 2031\n"
REST = "Wards\tAll\nStatus\tPublic\nUrgent\tNo\nKey\tYes\nEnclosures\tNone\n"
OFFICER = "Officer Contact Details\tJo Reed, Head of Parks (jo.reed@thornmere.example, 020 7946 0001)\n"
TABLE = f"Title\tBoathouse\nReport of\tHead of Parks\n{REST}{OFFICER}"
WHY = "\n1. WHY THIS REPORT IS NEEDED\n\n- 1.1 It leaks.\n"
BODY = f"\nSummary\n\nIt leaks.\n\nRecommendations\n\n1. That it be mended.\n{WHY}"


def report(pack: Pack) -> Record:
    """The one report that there is."""
    found = [record for _, record in pack.meeting.walk() if record.kind == "report"]
    assert len(found) == 1
    return found[0]


def tags(lines: str, opening: str) -> str:
    """Rows with each cell in tags."""
    rows = [line.split("\t") for line in lines.strip().split("\n")]
    closing = "".join(f"</{tag.split()[0]}>" for tag in reversed(opening.strip("<>").split("><")))
    return "\n".join("\t".join(f"{opening}{cell}{closing}" for cell in row) for row in rows) + "\n"


MIXED = "\n".join(
    line.split("\t")[0] + "\t<p style='x'>" + line.split("\t")[1] + "</p>" for line in TABLE.strip().split("\n")
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD + "\n" + TABLE + BODY, id="01-tabs"),
        pytest.param(
            HEAD
            + tags(TABLE, '<p style="text-align: right;">')
            + "<p>Summary</p>\t\n<p>It leaks.</p>\t\n<p>Recommendation</p>\t\n<p>1. That it be mended.</p>\t\n\n1. WHY",
            id="02-one-cell-rows",
        ),
        pytest.param(
            HEAD
            + tags(TABLE, '<p align="center">')
            + '<p align="center">Summary</p>\t\n<p>It</p>\t\n\nleaks.\n\nOfficers Recommendations\n\n'
            + "1. That it be mended.\n\n1. WHY THIS REPORT IS NEEDED\n",
            id="03-table-becomes-text",
        ),
        pytest.param(
            "\t<h2>Parks and Waterways Committee</h2> <h3>12 March 2031</h3>\n"
            + tags(TABLE, "<p><b>")
            + "\n## Summary\n\nIt leaks.\n\n## Recommendations\n\n1. That it be mended.\n\n### 1. WHY THIS REPORT",
            id="04-markdown-below",
        ),
        pytest.param(HEAD + MIXED + "\n" + BODY, id="05-plain-and-tagged"),
        pytest.param(HEAD + tags(TABLE, "<p>") + BODY, id="06-tagged-both-sides"),
    ],
)
def test_a_cover_in_any_markup(text: str, found: Found) -> None:
    pack = found(text)
    one = report(pack)
    assert [one.get(name) for name in ("title", "report of", "wards", "status")] == [
        "Boathouse",
        "Head of Parks",
        "All",
        "Public",
    ]
    assert (one.get("urgent"), one.get("key"), one.get("enclosures")) == ("no", "yes", "none")
    assert one.get("recommendations") == "That it be mended."
    assert " ".join(one.get("summary").split()) == "It leaks."
    assert (one.get("body"), one.get("date")) == ("Parks and Waterways Committee", "2031-03-12")
    assert one.of("officer")[-1].get("name") == "Jo Reed"


def test_02_summary_and_recommendations_in_cells_as_wide_as_the_table(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    table = document.add_table(rows=0, cols=2)
    rows = [
        "Title|Boathouse",
        "Report of|Head of Parks",
        "Wards|All",
        "Status|Public",
        "Officer Contact Details|Jo Reed",
    ]
    for row in rows:
        for cell, words in zip(table.add_row().cells, row.split("|"), strict=True):
            cell.text = words
    for words in ("Summary\nIt leaks.", "Officers Recommendations"):
        left, right = table.add_row().cells
        left.merge(right).text = words
    for words in ("That it be mended.", "That the cost be met."):
        table.rows[-1].cells[0].add_paragraph(words, style="List Number")
    document.add_paragraph("Why this report is needed", style="Heading 1")
    document.save(str(tmp_path / "report.docx"))
    pack, _ = read_pack([tmp_path / "report.docx"])
    (report,) = pack.meeting.of("item")[0].of("report")
    assert report.get("summary") == "It leaks."
    assert report.get("recommendations") == "1. That it be mended.\n2. That the cost be met."
    assert [one.get("name") for one in report.of("officer") if not one.get("is author")] == ["Jo Reed"]


def test_07_paragraphs_in_a_cell_are_not_rows() -> None:
    stream = read_text("<p>Title</p>\t<p>One</p> <p>Two</p>\n<p>Wards</p>\t<p>All</p>", "x.txt")
    assert [line.cells for line in stream.lines] == [("Title", "One\nTwo"), ("Wards", "All")]


def test_08_a_first_cell_that_is_empty_or_a_logo(found: Found) -> None:
    for first in ("", "<p>PWC</p> "):
        pack = found(f"{first}\t<p>Parks and Waterways Committee</p> <p>12 March 2031</p>\n{TABLE}{BODY}")
        assert report(pack).get("body") == "Parks and Waterways Committee"
        assert pack.meeting.get("date") == "2031-03-12"


def test_09_body_and_date_outside_the_table_or_for_information(found: Found) -> None:
    assert report(found(f"Parks & Waterways\n12 March 2031\n\n{TABLE}{BODY}")).get("body") == "Parks & Waterways"
    one = report(found(f"\t<p>Parks Committee</p> <p>FOR INFORMATION</p>\n{TABLE}{BODY}"))
    assert (one.get("date"), one.get("for information")) == ("", "yes")


@pytest.mark.parametrize(
    "cell",
    [
        "Jo Reed, Head of Parks jo.reed@x.example Abel Vale, Lead Officer abel.vale@x.example",
        "Jo Reed – Head of Parks Tel. 020 7946 0001. Email: jo@x.example Abel Vale – Lead Officer Tel: 020 7946 0002",
        "Jo Reed, Head of Parks (jo.reed@x.example, 020 7946 0001)\nAbel Vale, Lead Officer (abel.vale@x.example)",
        "Jo Reed, Head of Parks 020 7946 0001; Abel Vale, Lead Officer 020 7946 0002",
    ],
)
def test_10_several_officers_in_one_cell(cell: str) -> None:
    assert [(one.name, one.post) for one in officers_in(cell)] == [
        ("Jo Reed", "Head of Parks"),
        ("Abel Vale", "Lead Officer"),
    ]


def test_10_several_enclosures_in_one_cell(found: Found) -> None:
    text = HEAD + TABLE.replace("Enclosures\tNone", "Enclosures\tAppendix 1 The plan Appendix 2 The costs") + BODY
    assert report(found(text)).get("enclosures") == "Appendix 1 The plan\nAppendix 2 The costs"


def test_11_a_rule_row_without_bars_is_no_row() -> None:
    stream = read_text(
        "MEETING: Parks Board\tDate: 18 November\n---\t-----------\n|---|---|\n| a | b |\nwords", "x.txt"
    )
    assert [line.cells for line in stream.lines] == [("MEETING: Parks Board", "Date: 18 November"), ("a", "b"), ()]


def test_12_a_table_over_pages_with_its_head_repeated_and_a_row_cut(found: Found) -> None:
    head = "Title of Report\tOverview of decision\tReport Of (officer)\tIssue Type\n"
    text = f"{head}12 March 2031\t\t\t\nWeirs\tThe first\t\tKey\n\n\thalf of it\t\t\n\n{head}Locks\tAll\t\tNon-key\n"
    planned = found(text).meeting.of("planned")
    assert [(one.get("title"), one.get("decision")) for one in planned] == [
        ("Weirs", "The first half of it"),
        ("Locks", "All"),
    ]
    assert {one.get("meeting") for one in planned} == {"2031-03-12"}


def test_13_lists_in_cells() -> None:
    stream = read_text('Theme\t<ul style="x"> <li>• One</li> <li>• Two</li> </ul>\n\t<ul> iv. Plan v. Build', "x.txt")
    assert stream.lines[0].cells == ("Theme", "• One\n• Two")
    assert stream.lines[1].cells[1] == "iv. Plan v. Build"


def test_14_columns_of_numbers_with_blank_heads_are_no_agenda(found: Found) -> None:
    text = f"{HEAD}{TABLE}{BODY}\nService\tBudget\t\n\t£000\t£000\nParks\t1,936\t2,179\n"
    assert len(found(text).meeting.of("item")) == 1


FRONT = "MEETING\n\nPARKS COMMITTEE\n\nDATE AND TIME\n\n12 March 2031\n\nAT 7.00 PM\n\n(Quorum 3)\n\n"


def test_15_columns_as_tabs_and_columns_lost(found: Found) -> None:
    text = FRONT + "Councillors\n\nCouncillor Ann Ash\tCouncillor Bob Birch\nCouncillor Cy Cedar Councillor Di Elm\n"
    names = [member.get("name") for member in found(text).meeting.of("member")]
    assert names == ["Ann Ash", "Bob Birch", "Cy Cedar", "Di Elm"]


def test_15_columns_lost_without_titles_are_parted_by_known_names_or_doubted(found: Found) -> None:
    text = FRONT + "Councillors\n\nAnn Ash Bob Birch\nCy Cedar Di Elm Flo Fir\n"
    pack = found(text)
    assert [member.get("name") for member in pack.meeting.of("member")] == [
        "Ann Ash Bob Birch",
        "Cy Cedar",
        "Di Elm",
        "Flo Fir",
    ]
    assert sum("ran together" in doubt.text for doubt in pack.all_doubts()) == 4


def test_16_ragged_rows(found: Found) -> None:
    text = FRONT + "Councillors\n\nAnn Ash\t\t\nBob Birch\tCy Omar Cedar\tDi Elm\nFlo Fir\tGus Oak\t\n"
    assert [m.get("name") for m in found(text).meeting.of("member")] == [
        "Ann Ash", "Bob Birch", "Cy Omar Cedar", "Di Elm", "Flo Fir", "Gus Oak",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Officer Contact Details", "officers"),
        ("Officers Contact Details", "officers"),
        ("Recommendations", "recommendations"),
        ("Officers Recommendations", "recommendations"),
        ("Officer Recommendations", "recommendations"),
        ("Partner Recommendations", "recommendations"),
        ("INPUT REQUESTED FROM PARKS BOARD:", "recommendations"),
    ],
    ids=["17", "17", "18", "18", "18", "18", "18"],
)
def test_17_18_labels_as_they_are_spelt(printed: str, name: str) -> None:
    assert label(printed) == name


def test_19_urgent_and_key_missing_or_enclosures_none(found: Found) -> None:
    text = HEAD + TABLE.replace("Urgent\tNo\nKey\tYes\n", "") + BODY
    one = report(found(text))
    assert (one.get("urgent"), one.get("key"), one.get("enclosures")) == ("", "", "none")


def test_20_title_of_a_person_is_no_cover() -> None:
    first = "Contact Name: Jo Reed\nTitle: Member Champion\nEmail: jo@x.example\n\n"
    second = "Title: Champion\nTelephone: 020\nAddress: Mill Lane\n"
    assert cover_starts(read_text(first + second, "x.txt").lines) == []


def test_21_report_of_a_post_a_councillor_two_people_or_nobody() -> None:
    assert [(a.name, a.post) for a in authors_in("Director of Strategy")] == [("", "Director of Strategy")]
    assert [(a.name, a.councillor) for a in authors_in("Cllr Rowan Ash")] == [("Rowan Ash", True)]
    two = authors_in("Jo Reed – Chief Officer (Interim) Abel Vale – Director – Environment")
    assert [(a.name, a.post) for a in two] == [
        ("Jo Reed", "Chief Officer (Interim)"),
        ("Abel Vale", "Director – Environment"),
    ]
    assert [(a.name, a.post) for a in authors_in("Cllr. Ash, Chairman of the Parks Committee")] == [
        ("Ash", "Chairman of the Parks Committee")
    ]
    assert authors_in(" ") == []


def test_22_wards_all_and_some(found: Found) -> None:
    text = HEAD + TABLE.replace("Wards\tAll", "Wards\tMill, Quay and Lock") + BODY
    assert report(found(text)).get("wards") == "Mill, Quay and Lock"


MEMO = """\
MEETING: Thornmere Partnership Board\tDate: 18 November
---\t-----

REPORT OF:

Leader of the Council

SUMMARY AND PURPOSE OF REPORT:

To update the Board.

INPUT REQUESTED FROM PARTNERSHIP BOARD:

- To note the draft
- To give consideration to the partner recommendations.

CONTACT FOR FURTHER INFORMATION:

Una Reed,
Policy Officer, TBC
una@thornmere.example (020 7946 0001)

1. Introduction

1.1 It is so.

7. Partner Recommendations

7.1 To go on
7.2 To pool data
"""


def test_23_a_memo(found: Found) -> None:
    pack = found(MEMO)
    one = report(pack)
    assert pack.meeting.get("body") == "Thornmere Partnership Board"
    assert (one.get("report of"), one.get("summary")) == ("Leader of the Council", "To update the Board.")
    assert one.get("recommendations").split("\n") == [
        "1. To note the draft",
        "2. To give consideration to the partner recommendations.",
        "2.1 To go on",
        "2.2 To pool data",
    ]
    assert [(o.get("name"), o.get("post")) for o in one.of("officer")][-1] == ("Una Reed", "Policy Officer, TBC")
    assert any("without a year" in doubt.text for doubt in pack.all_doubts())
