"""Which business is private by its papers: each mark of it makes the item exempt, with its paragraph, or is asked
about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from store.packs import Pack, convened, read_pack
from store.packs.reviewing import Review

Found = Callable[..., Pack]
HEAD = "Weir District Council\n\nPlanning Committee\n\nTuesday 4 May 2027 at 7.00 pm\n\nAGENDA\n\n"


def taken(found: Found, title: str, below: str = "", first: str = "") -> tuple[str, str, bool]:
    """Whether an item is exempt, its paragraphs, and whether anything is asked about that."""
    pack = found(f"{HEAD}{first}1. Apologies\n2. Minutes\n3. {title}\n{below}4. Allotments\n")
    item = next(item for item in pack.meeting.of("item") if item.get("number") == "3")
    assert not any(one.get("exempt") for one in pack.meeting.of("item") if one is not item)
    fact = item.facts.get("exempt")
    return item.get("exempt"), item.get("paragraphs"), bool(fact and fact.doubt)


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        ("Depot (PART B report - Exempt Paragraph 3)", "3"),
        ("Depot - EXEMPT Paragraph 3", "3"),
        ("Depot – Not for publication by virtue of paragraphs 1 and 2", "1+2"),
        ("Depot [Exempt]", ""),
        ("EXEMPT: Depot", ""),
        ("Confidential - Depot", ""),
        ("Depot (In Camera)", ""),
        ("Depot (Private)", ""),
        ("Depot (Para 3)", "3"),
        ("Depot, exempt under paragraphs 1-3", "1+2+3"),
    ],
)
def test_a_mark_in_a_title_makes_it_exempt(found: Found, title: str, paragraphs: str) -> None:
    assert taken(found, title) == ("yes", paragraphs, False)


@pytest.mark.parametrize(
    ("below", "paragraphs"),
    [
        ("Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A\n", "3"),
        ("Paragraph(s) 1, 2 and 3 of Part 1 of Schedule 12A\n", "1+2+3"),
        ("Exempt Paragraph 14 - Information relating to business affairs\n", "14"),
        ("This report contains exempt information.\n", ""),
        ("Reason for exemption: paragraph 5\n", "5"),
        ("Pink paper\n", ""),
        ("Private report\n", ""),
    ],
)
def test_a_mark_below_a_title_makes_it_exempt(found: Found, below: str, paragraphs: str) -> None:
    assert taken(found, "Depot", below) == ("yes", paragraphs, False)


@pytest.mark.parametrize(
    ("title", "below", "exempt"),
    [
        ("Depot (Part II)", "", "yes"),
        ("Depot (Schedule 12A, paragraph 3)", "", "yes"),
        ("Exempt minutes of the panel", "", "yes"),
        ("Depot (restricted covenant)", "", "no"),
        ("Depot", "Appendix B is exempt.\n", "no"),
        ("Depot", "If members wish to discuss Appendix B, the public will be excluded.\n", "no"),
    ],
)
def test_what_may_be_private_is_asked_about(found: Found, title: str, below: str, exempt: str) -> None:
    assert taken(found, title, below)[::2] == (exempt, True)


@pytest.mark.parametrize(
    "title",
    [
        "Supported exempt accommodation",
        "Private sector housing",
        "Private hire licensing",
        "Restricted byways",
        "Confidential waste contract",
        "Closed churchyards",
        "Local Plan Part 2",
    ],
)
def test_what_is_only_called_so_is_public(found: Found, title: str) -> None:
    assert taken(found, title, "See paragraph 3 of the report.\n") == ("", "", False)


@pytest.mark.parametrize(
    ("heading", "exempt"),
    [
        ("Part B Business (Closed to the Public)", ["", "yes"]),
        ("PART 2 - EXEMPT", ["", "yes"]),
        ("PRIVATE SESSION", ["", "yes"]),
        ("Confidential Items", ["", "yes"]),
        ("ITEMS FROM WHICH THE PUBLIC MAY BE EXCLUDED", ["", "yes"]),
        ("PART 2 - OPEN BUSINESS", ["", ""]),
        ("PRIVATE HIRE LICENSING", ["", ""]),
    ],
)
def test_a_heading_makes_what_is_below_it_exempt(found: Found, heading: str, exempt: list[str]) -> None:
    pack = found(f"{HEAD}PART A - OPEN TO THE PUBLIC\n\n1. Apologies\n2. Allotments\n\n{heading}\n\n3. Depot\n")
    assert [item.get("exempt") for item in pack.meeting.of("item") if item.get("number") in ("2", "3")] == exempt


def test_a_part_of_which_nothing_is_said_is_asked_about(found: Found) -> None:
    pack = found(f"{HEAD}PART A - OPEN TO THE PUBLIC\n\n1. Apologies\n2. Allotments\n\nPART B BUSINESS\n\n3. Depot\n")
    assert any("“Depot” stands under “PART B BUSINESS”" in doubt.text for doubt in pack.all_doubts())


def test_a_sign_is_what_the_agenda_says_of_it(found: Found) -> None:
    text = "Items marked (E) contain exempt information.\n\n"
    assert taken(found, "Depot (E)", "", text) == ("yes", "", False)
    lost = found(f"{HEAD}Items marked (E) contain exempt information.\n\n1. Apologies\n2. Minutes\n3. Depot\n")
    assert any("with “E”, and no item was read with it" in doubt.text for doubt in lost.all_doubts())


def test_a_number_of_its_own_without_a_word_is_asked_about(found: Found) -> None:
    pack = found(f"{HEAD}1. Apologies\n2. Minutes\n3. Allotments\nE1. Depot lease\n")
    last = pack.meeting.of("item")[-1]
    assert (last.get("number"), last.get("exempt")) == ("E1", "yes")
    assert "is marked “E1”" in last.facts["exempt"].doubt


def test_a_cell_beside_the_title_and_a_ward(tmp_path: Path) -> None:
    document = docx.Document()
    for words in HEAD.split("\n\n")[:-1]:
        document.add_paragraph(words)
    table = document.add_table(0, 5)
    for row in (("", "", "Ward", "", "Pages"), ("1.", "Apologies", "", "", ""), ("2.", "Mill", "Weir", "", "3 - 4"),
                ("3.", "Depot", "Mill End", "Exempt - paragraph 3", "5 - 9")):  # fmt: skip
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(str(tmp_path / "agenda.docx"))
    pack, _ = read_pack([tmp_path / "agenda.docx"])
    items = pack.meeting.of("item")
    told = [[item.get(name) for name in ("wards", "exempt", "paragraphs", "presented by")] for item in items]
    assert told == [["", "", "", ""], ["Weir", "", "", ""], ["Mill End", "yes", "3", ""]]


@pytest.mark.parametrize(
    ("typed", "title", "exempt", "paragraphs"),
    [
        ("3. Depot (exempt, paragraph 3)", "Depot", "yes", "3"),
        ("3. Depot (exempt)", "Depot", "yes", ""),
        ("3. Depot, exempt", "Depot", "yes", ""),
        ("3. Exempt accommodation", "Exempt accommodation", "", ""),
    ],
)
def test_an_item_is_typed_as_exempt(found: Found, typed: str, title: str, exempt: str, paragraphs: str) -> None:
    review = Review(found(f"{HEAD}1. Apologies\n2. Minutes\n"))
    item = review.pack.at(review.add("item", typed))
    assert item is not None
    assert [item.get(name) for name in ("title", "exempt", "paragraphs")] == [title, exempt, paragraphs]
    review.put("item 3", "", f"3. {title} (public)")
    assert not convened(review.pack).items[2].exempt


@pytest.mark.parametrize(
    ("said", "exempt", "paragraphs"),
    [
        (
            "(not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972)",
            "yes",
            "3",
        ),
        ("(exempt: para 3)", "yes", "3"),
        ("Exempt under paragraphs 1 and 3 of Schedule 12A", "yes", "1+3"),
        ("This report is exempt by virtue of paragraph 3", "yes", "3"),
        ("NOT FOR PUBLICATION", "yes", ""),
        ("Paragraph 3 applies", "yes", "3"),
        ("Appendix B is exempt", "no", ""),
        ("Appendix B is not for publication (paragraph 3)", "no", ""),
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        "Recommended:\n{}",
        "Recommendation: {}",
        "RECOMMENDATIONS\n1. {}\n2. That the money be kept.",
        "Report of the Director of Parks\n\nIt is recommended that the depot be sold.",
    ],
)
@pytest.mark.parametrize("below", ["", "\n\n5. Weirs\n\n6. Date of next meeting\n", "\n\nJo Reed\nTown Clerk\n"])
def test_below_what_is_recommended(
    said: str, exempt: str, paragraphs: str, asked: str, below: str, found: Found
) -> None:
    asked = asked.format("That the depot be sold.")
    pack = found(f"{HEAD}1. Apologies\n\n2. Minutes\n\n3. Ponds\n\n4. Depot\n{asked}\n{said}{below}")
    items = pack.meeting.of("item")
    assert len(items) == (6 if "5." in below else 4)
    own = next(item for item in items if item.get("number") == "4")
    assert (own.get("exempt"), own.get("paragraphs")) == (exempt, paragraphs)
    assert exempt == "yes" or own.facts["exempt"].doubt
    clauses = own.get("recommendations").split("\n")
    assert len(clauses) == (2 if "money" in asked else 1)
    assert clauses[0].endswith("depot be sold.")
