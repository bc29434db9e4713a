"""Several papers of one meeting: a supplement of one item, an agenda issued again, a roll from a spreadsheet, a page or
a sentence, errata, and the papers of a joint evening."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.packs import Pack
from store.packs.finding import find_facts
from store.packs.from_csv import read_csv
from store.packs.from_html import read_html
from store.packs.from_text import read_text
from store.packs.kinds import kind_of_file
from store.packs.reading import said_of
from store.packs.stream import Stream

HEAD = "FENBY TOWN COUNCIL\n\nAmenities Committee\n\nTuesday 9 March 2027 at 7.00 pm\n\nTown Hall, Fenby\n\n"
AGENDA = (
    HEAD + "AGENDA\n\n1. Apologies\n2. Declarations of interest\n3. Minutes of the meeting held on 9 February 2027\n"
    "4. Allotments\n5. Play areas\n6. Date of next meeting\n"
)
TITLES = [
    "1 Apologies",
    "2 Declarations of interest",
    "3 Minutes of the meeting held on 9 February 2027",
    "4 Allotments",
    "5 Play areas",
    "6 Date of next meeting",
]


def together(*papers: Stream | str) -> Pack:
    return find_facts(
        [read_text(paper, f"{n}.txt") if isinstance(paper, str) else paper for n, paper in enumerate(papers, 1)]
    )


def items(pack: Pack) -> list[str]:
    return [f"{item.get('number')} {item.get('title')}" for item in pack.meeting.of("item")]


def roll(pack: Pack) -> list[str]:
    names = ("name", "role", "group", "ward")
    return [" ".join(filter(None, map(one.get, names))) for one in pack.meeting.of("member")]


@pytest.mark.parametrize(
    ("heading", "line"),
    [("SUPPLEMENTARY AGENDA", "5A. Skate park lease"), ("ADDITIONAL ITEMS", "5a) Skate park lease")],
)
def test_a_supplement_of_one_item_stands_by_its_number(heading: str, line: str) -> None:
    pack = together(AGENDA, f"{HEAD}{heading}\n\n{line}\n")
    assert [title.casefold() for title in items(pack)] == [
        title.casefold() for title in (*TITLES[:5], "5A Skate park lease", TITLES[5])
    ]
    assert pack.unread == []


def test_a_report_that_comes_later_goes_to_the_item_that_it_names() -> None:
    pack = together(
        AGENDA,
        "FENBY TOWN COUNCIL\n\nAmenities Committee - Tuesday 9 March 2027\n\nSupplementary papers\n\n"
        "Item 5 Play areas\n\nReport of the Town Clerk\n\nRecommendation: That the slide be replaced.\n\n"
        "Background\n\nIt is broken.\n",
    )
    (report,) = pack.meeting.of("item")[4].of("report")
    assert (items(pack), report.get("title")) == (TITLES, "Play areas")
    assert report.get("recommendations") == "That the slide be replaced."


def test_no_item_of_an_agenda_issued_again_is_unread() -> None:
    again = AGENDA.replace("4. Allotments\n5. Play areas\n6. ", "4. Petition\n5. Allotments\n6. Play areas\n7. ")
    pack = together(AGENDA, again.replace("AGENDA", "REVISED AGENDA"))
    assert items(pack)[3:] == ["4 Petition", "5 Allotments", "6 Play areas", "7 Date of next meeting"]
    assert pack.unread == []


CSV = {
    "named": 'Name,Role,Party\nCllr Ann Oak,Chair,Labour\nCllr Bob Elm,Vice-Chair,Green\n"Cllr Cat Ash",Member,\n',
    "in Excel's own way": "\ufeffCouncillor;Committee role;Party\r\nAnn Oak;Chair;Labour\r\n"
    "Bob Elm;Vice-Chair;Green\r\nCat Ash;Member;\r\n",
    "surname first": "Surname,Forename,Role,Party\nOak,Ann,Chair,Labour\nElm,Bob,Vice-Chair,Green\nAsh,Cat,,\n",
}


@pytest.mark.parametrize("table", CSV)
def test_a_roll_from_a_spreadsheet(table: str, tmp_path: Path) -> None:
    (tmp_path / "roll.csv").write_text(CSV[table], encoding="utf-8")
    said = list(said_of(tmp_path / "roll.csv", kind_of_file(tmp_path / "roll.csv")))
    pack = together(AGENDA, Stream(said[-1].lines, kind=said[-1].kind))
    assert (items(pack), roll(pack)) == (TITLES, ["Ann Oak chair Labour", "Bob Elm vice-chair Green", "Cat Ash"])
    assert pack.unread == []


def test_a_quote_without_end_takes_no_other_row() -> None:
    lines = read_csv('Name,Role\n"Ann Oak,Chair\nBob Elm,Member\n', Path("roll.csv")).lines
    assert [line.filled for line in lines][-1] == ["Bob Elm", "Member"]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Committee details - Amenities Committee</h1><h2>Membership</h2><ul><li>Councillor Ann Oak (Chair)</li>"
        "<li>Councillor Bob Elm</li></ul><h2>Contact information</h2><p>Support officer: Jo Reed</p>",
        "<h1>Amenities Committee</h1><table><tr><th>Councillor</th><th>Role</th></tr><tr><td>Ann Oak</td><td>Chair</td>"
        "</tr><tr><td>Bob Elm</td><td>Committee Member</td></tr></table>",
    ],
    ids=["list", "table"],
)
@pytest.mark.parametrize("first", ["page", "agenda"])
def test_a_roll_from_a_page(page: str, first: str) -> None:
    there = read_html(f"<html><body>{page}</body></html>", Path("roll.html"))
    pack = together(there, AGENDA) if first == "page" else together(AGENDA, there)
    assert (pack.meeting.get("body"), items(pack)) == ("Amenities Committee", TITLES)
    assert (roll(pack), pack.unread) == (["Ann Oak chair", "Bob Elm"], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The members of the Amenities Committee for 2026/27 are Councillors Ann Oak (Chair), Bob Elm and Cat Ash.",
        "The Committee will be made up of: Councillors Ann Oak (Chair), Bob Elm and Cat Ash",
    ],
)
def test_a_roll_from_a_sentence(sentence: str) -> None:
    assert roll(together(AGENDA, f"{sentence}\n")) == ["Ann Oak chair", "Bob Elm", "Cat Ash"]


@pytest.mark.parametrize("heading", ["ERRATA", "Corrigendum", "Corrections to the agenda"])
def test_errata_put_nothing_right_and_are_pointed_to(heading: str) -> None:
    wrong = "Item 4, Allotments: the rent shown as £30 should read £33."
    pack = together(AGENDA, f"Amenities Committee, 9 March 2027\n\n{heading}\n\n{wrong}\n")
    assert items(pack) == TITLES
    assert any(heading in doubt.text and "nothing of it was" in doubt.text for doubt in pack.all_doubts())
    assert [fact.value for fact in pack.unread] == [wrong]


SUMMONS = (
    "HOLLIN GREEN PARISH COUNCIL\n\nTo: Cllrs Ann Oak (Chairman), Bob Elm and Cat Ash\n\n{}\n\nJean Pike\n"
    "Clerk to the Council\n6th January 2027\n\nAGENDA\n\n1. Apologies\n2. Minutes\n3. Hives\n"
)


@pytest.mark.parametrize(
    "letter",
    [
        "Dear Councillor, you are hereby summoned to a meeting of Hollin Green Parish Council in the Memorial Hall, "
        "Church Lane, Hollin Green on Tuesday 12th January 2027 at 7.30pm.",
        "Dear Councillor\n\nA meeting will be held in the Memorial Hall, Church Lane on Tuesday 12th January 2027 at "
        "7.30pm.\n\nYours faithfully",
    ],
    ids=["one sentence", "a letter"],
)
def test_whoever_signs_a_summons_is_no_member(letter: str) -> None:
    pack = together(SUMMONS.format(letter))
    assert roll(pack) == ["Ann Oak chair", "Bob Elm", "Cat Ash"]
    (clerk,) = pack.meeting.of("officer")
    assert (clerk.get("name"), clerk.get("post")) == ("Jean Pike", "Clerk to the Council")
    assert pack.meeting.get("date") == "2027-01-12"


def test_items_without_numbers_are_counted_and_that_is_said_once(found: Callable[..., Pack]) -> None:
    bullets = "".join(f"• {title}\n" for title in ("Apologies", "Minutes of the last meeting", "Hives", "Close"))
    pack = found(f"{HEAD}AGENDA\n\n{bullets}")
    assert items(pack) == ["1 Apologies", "2 Minutes of the last meeting", "3 Hives", "4 Close"]
    said = [doubt.text for doubt in pack.all_doubts() if "counted here" in doubt.text]
    assert said == ["The agenda gives its items no numbers: they are counted here from 1."]


def test_bullets_that_only_tell_the_public_something_are_no_agenda() -> None:
    notices = "• Please switch off your telephone\n• The lift is out of order\n• Tea is served at six\n"
    pack = together(f"{HEAD}AGENDA\n\n{notices}\n1. Apologies\n2. Minutes\n3. Hives\n")
    assert items(pack) == ["1 Apologies", "2 Minutes", "3 Hives"]
