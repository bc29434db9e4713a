"""Members whose names are words for roads are members; the numbered clauses of a motion are no items."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from store.packs import Pack
from store.packs.finding import find_facts
from store.packs.from_docx import read_docx
from store.packs.from_text import read_text

HEAD = "BROOKSIDE BOROUGH COUNCIL\n\nCouncil\n\nThursday 5 December 2030 at 7.00 pm\nThe Arena, Brookside\n\nAGENDA\n\n"


def _members(roll: str) -> list[str]:
    pack = find_facts([read_text(f"{HEAD}{roll}\n\n1 Apologies\n2 Minutes\n", "a.txt")])
    return [member.get("name") for member in pack.meeting.of("member")]


def _items(business: str) -> list[str]:
    pack = find_facts([read_text(f"{HEAD}Councillors: A Fen, B Oak and C Yew\n\n{business}", "a.txt")])
    return [item.get("number") for item in pack.meeting.of("item")]


@pytest.mark.parametrize("name", ["L Way", "P Lane", "D Street", "K. Close", "J M Farm", "A House", "R Drive"])
def test_a_surname_that_is_a_word_for_a_road_is_one(name: str) -> None:
    found = _members(f"Councillors: M Barney, J Billin, {name}, R Walker and T Wells")
    assert len(found) == 5
    assert any(name.split()[-1] in one for one in found)


@pytest.mark.parametrize("name", ["Mrs Street", "Cllr Way"])
def test_so_is_one_behind_a_title(name: str) -> None:
    assert any(name.split()[-1] in one for one in _members(f"Councillors: Mr Barney, {name}, Mr Walker and Miss Wells"))


def test_an_address_behind_a_name_is_none() -> None:
    assert _members(
        "Members:\nCouncillor Meg Barney, Mill Cottage, Fen Lane, Ponds\nCouncillor Jo Billin, 3 Oak Way, Ponds"
    ) == [
        "Meg Barney",
        "Jo Billin",
    ]


def test_the_clauses_of_motions_are_no_items() -> None:
    business = (
        "1 Apologies\n2 Minutes\n3 Notices of Motion\n"
        "a) The following motion will be proposed by Councillor A Fen:\n"
        '"This Council resolves to:\n1. Plant more trees;\n2. Write to the Secretary of State."\n'
        "b) The following motion will be proposed by Councillor B Oak:\n"
        '"Council notes the state of the roads and\n(1) asks Cabinet to report;\n(2) thanks the officers."\n'
        "4 Exclusion of the Public\n5 Land at Mill Lane\n"
    )
    assert _items(business) == ["1", "2", "3", "3a", "3b", "4", "5"]


def _word(tmp_path: Path, lines: list[str]) -> Pack:
    document = Document()
    for line in [*HEAD.splitlines(), "Councillors: A Fen, B Oak and C Yew", *lines]:
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    return find_facts([read_docx(tmp_path / "a.docx")])


def test_recommendations_set_in_by_a_tab_are_of_their_item(tmp_path: Path) -> None:
    lines = ["1\tAPOLOGIES FOR ABSENCE", "\tTo note any apologies."]
    for number, title in ((2, "VILLAGE HALL"), (3, "BUSES"), (4, "NEW SCHOOL")):
        lines += [
            f"{number}\t{title}",
            "\tIt is recommended that Cabinet:",
            "\t1. Approves the plan.",
            "\t2. Notes the cost.",
        ]
        lines += [
            "\t(The decisions on this item can be called in by the Select Committee)",
            f"(Pages {number}1 - {number}9)",
        ]
    lines += ["5\tEXCLUSION OF THE PUBLIC"]
    pack = _word(tmp_path, lines)
    items = pack.meeting.of("item")
    assert [item.get("number") for item in items] == ["1", "2", "3", "4", "5"]
    assert [item.get("recommendations") for item in items[1:4]] == ["1. Approves the plan.\n2. Notes the cost."] * 3
