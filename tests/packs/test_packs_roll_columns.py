"""Rolls in columns without headings: a party and a ward beside each name, in any order and any kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clerk.events import Convened
from store.packs import Pack, convened, read_pack
from store.packs.reviewing import Review

Found = Callable[..., Pack]
HEAD = "ELDERWICK COMMUNITY COUNCIL\n\nTuesday, 12 May 2026 at 6.30 pm\n\nVenue: Memorial Hall, Elderwick\n\n"
TAIL = "\n\nQuorum: 3\n\nAGENDA\n\n1. Apologies for absence\n2. Ponds\n3. Date of next meeting\n"

ROWS = (
    ("Cllr Ann Oak (Chair)", "Independent", "Upper Ward"),
    ("Cllr Bob Elm (Vice-Chair)", "Plaid Cymru", "Upper Ward"),
    ("Cllr Cat Ash", "Gwlad", "Mill Ward"),
    ("Cllr Dan Yew", "Independent", "Mill Ward"),
)
WANTED = [
    "Ann Oak|chair|Independent|Upper Ward",
    "Bob Elm|vice-chair|Plaid Cymru|Upper Ward",
    "Cat Ash||Gwlad|Mill Ward",
    "Dan Yew||Independent|Mill Ward",
]
VACANT = ("VACANCY", "", "Mill Ward")


def people(pack: Pack) -> list[str]:
    return ["|".join(map(one.get, ("name", "role", "group", "ward"))) for one in pack.meeting.of("member")]


def _wide(rows: object, order: tuple[int, ...]) -> str:
    return "\n".join("".join(row[n].ljust(32) for n in order).rstrip() for row in rows)  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (2, 0, 1), (1, 0, 2), (2, 1, 0)])
@pytest.mark.parametrize("heading", ["Members (5 seats)\n", "Councillors:\n\n", "MEMBERSHIP\n"])
def test_columns_by_wide_spaces(order: tuple[int, ...], heading: str, found: Found) -> None:
    pack = found(HEAD + heading + _wide((*ROWS, VACANT), order) + TAIL)
    assert people(pack) == WANTED
    assert pack.meeting.get("vacancies") == "1"
    assert not pack.unread
    assert not any("two of one name" in doubt.text for doubt in pack.all_doubts())


def test_columns_by_one_tab(found: Found) -> None:
    text = "\n".join("\t".join(row) for row in (*ROWS, VACANT))
    assert people(found(HEAD + "Members\n" + text + TAIL)) == WANTED


def test_columns_by_as_many_tabs_as_it_took(found: Found) -> None:
    rows = [*ROWS, VACANT]
    text = "\n".join("\t\t".join(filter(None, row)) if n % 2 else "\t".join(row) for n, row in enumerate(rows))
    pack = found(HEAD + "Members\n" + text + TAIL)
    assert people(pack) == WANTED
    assert pack.meeting.get("vacancies") == "1"


@pytest.mark.parametrize("heads", [False, True])
def test_a_table_of_word_whose_wards_stand_once(tmp_path: Path, heads: bool) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in HEAD.strip().split("\n\n"):
        document.add_paragraph(line)
    document.add_paragraph("Members")
    rows = [(ward, name, party) for name, party, ward in (*ROWS, VACANT)]
    told = [("Ward", "Councillor", "Party")] * heads + [
        ("" if n % 2 else ward, name, party) for n, (ward, name, party) in enumerate(rows)
    ]
    table = document.add_table(len(told), 3)
    for row, cells in zip(table.rows, told, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    for line in TAIL.strip().split("\n"):
        document.add_paragraph(line)
    document.save(tmp_path / "agenda.docx")
    pack = read_pack([tmp_path / "agenda.docx"])[0]
    assert people(pack) == WANTED
    assert pack.meeting.get("vacancies") == "1"


@pytest.mark.parametrize("heads", ["", "<tr><th>Ward<th>Member<th>Political party</tr>"])
def test_a_table_of_a_page_whose_wards_reach_down(found: Found, heads: str) -> None:
    table = (
        "<tr><td rowspan=2>Upper Ward<td>Cllr Ann Oak (Chair)<td>Independent</tr>"
        "<tr><td>Cllr Bob Elm (Vice-Chair)<td>Plaid Cymru</tr>"
        "<tr><td rowspan=3>Mill Ward<td>Cllr Cat Ash<td>Gwlad</tr><tr><td>Cllr Dan Yew<td>Independent</tr>"
        "<tr><td>Vacancy<td></tr>"
    )
    front = "".join(f"<p>{line}</p>" for line in HEAD.split("\n") if line)
    back = "".join(f"<p>{line}</p>" for line in TAIL.split("\n") if line)
    pack = found(f"<html><body>{front}<p>Members</p><table>{heads}{table}</table>{back}</body></html>", "a.html")
    assert people(pack) == WANTED
    assert pack.meeting.get("vacancies") == "1"


def test_names_without_a_title_and_parties_that_nobody_knows(found: Found) -> None:
    rows = (
        ("Ann Oak (Chair)", "Elderwick First", "Upper"),
        ("Bob Elm", "Open Door", "Upper"),
        ("Cat Ash", "Elderwick First", "Mill"),
        ("Dan Yew", "Open Door", "Mill"),
    )
    pack = found(HEAD + "Members\n" + _wide(rows, (0, 1, 2)) + TAIL)
    assert people(pack)[:2] == ["Ann Oak|chair|Elderwick First|Upper", "Bob Elm||Open Door|Upper"]
    said = [doubt.text for doubt in pack.all_doubts() if "taken for" in doubt.text]
    assert any(text.startswith("“Elderwick First”, “Open Door”") and "parties" in text for text in said)
    assert any("“Upper”, “Mill”" in text and "wards" in text for text in said)


def test_names_side_by_side_are_still_names(found: Found) -> None:
    text = "Cllr Ann Oak (Chair)\tCllr Bob Elm\nCllr Cat Ash\tCllr Dan Yew\n"
    assert len(people(found(HEAD + "Members\n" + text + TAIL))) == 4
    text = "Ann Oak (Chair)          Bob Elm          Cat Ash\nDan Yew                  Eve Green        Flo Hay\n"
    assert len(people(found(HEAD + "Councillors\n\n" + text + TAIL))) == 6


def test_the_ward_is_of_the_meeting_and_can_be_typed(found: Found) -> None:
    review = Review(found(HEAD + "Members\n" + _wide((*ROWS, VACANT), (0, 1, 2)) + TAIL))
    assert review.text_of("member 1") == "Ann Oak, chair, Independent, Upper Ward"
    review.put("member 1", "", "Ann Oak, chair, Independent, Mill Ward")
    review.add("member", "Eve Green, Green, Mill")
    review.add("member", "Flo Hay, Upper Ward")
    made: Convened = convened(review.pack)
    assert [
        (one.name, one.group, one.ward) for one in made.people if one.name in ("Ann Oak", "Eve Green", "Flo Hay")
    ] == [
        ("Ann Oak", "Independent", "Mill Ward"),
        ("Eve Green", "Green", "Mill"),
        ("Flo Hay", "", "Upper Ward"),
    ]
    assert review.text_of("member 6") == "Flo Hay, Upper Ward"


def test_what_is_doubtful_of_somebody_goes_with_them(found: Found) -> None:
    roll = "Councillors: Oak (Chair), Elm, Ash\nCllr Dan Yew\nCllr Dan Yew\nCouncillor Hay, Eve\n"
    review = Review(found(HEAD + "Members\n" + roll + TAIL))
    said = "\n".join(doubt.text for doubt in review.doubts())
    assert "Of Oak, Elm, Ash the papers" in said
    assert "two of one name" in said
    assert "surname first" in said
    while members := review.pack.meeting.of("member"):
        review.leave_out(f"member {len(members)}")
    said = "\n".join(doubt.text for doubt in review.doubts())
    assert not any(name in said for name in ("Oak", "Elm", "Ash", "Yew", "Hay"))


@pytest.mark.parametrize(
    ("line", "quorum"),
    [
        ("Quorum: one third of the members, being 3", "3"),
        ("Quorum (3)", "3"),
        ("Three members form a quorum", "3"),
        ("3 Members are needed for a quorum.", "3"),
        ("Quorum: one third of the 9 members", ""),
    ],
)
def test_what_makes_a_quorum_is_a_number_and_no_share(line: str, quorum: str, found: Found) -> None:
    pack = found(HEAD + "Members: Cllrs Ann Oak (Chair), Bob Elm, Cat Ash\n\n" + line + TAIL.replace("Quorum: 3", ""))
    assert pack.meeting.get("quorum") == quorum
    assert [fact.value for fact in pack.unread] == ([] if quorum else [line])


@pytest.mark.parametrize("line", ["Members (5 seats)", "Councillors (5)", "Membership of the Council (5 members)"])
def test_how_many_seats_there_are_is_held_against_the_members(line: str, found: Found) -> None:
    rows = [*ROWS, VACANT]
    assert "seats" not in "".join(
        doubt.text for doubt in found(HEAD + line + "\n" + _wide(rows, (0, 1, 2)) + TAIL).doubts
    )
    pack = found(HEAD + line + "\n" + _wide(ROWS, (0, 1, 2)) + TAIL)
    assert "The papers say that there are 5 seats; 4 members were found." in [doubt.text for doubt in pack.doubts]
