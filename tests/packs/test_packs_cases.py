"""The small papers beside the reference, one fault each: what their README says that each should give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from store.packs import Pack, read_pack

from .conftest import SEEDS

CASES = SEEDS.parent / "cases" / "papers"


@pytest.fixture
def case() -> Callable[..., Pack]:
    """What is found in papers by their names; skips where they are not here."""

    def read(*names: str) -> Pack:
        paths = [there(name) for name in names]
        pack, failed = read_pack(paths)
        assert not failed
        return pack

    return read


def there(name: str) -> Path:
    if not (CASES / name).is_file():
        pytest.skip(f"{name} is not here (CLERK_SEEDS names the folder beside it)")
    return CASES / name


def head(pack: Pack) -> tuple[str, ...]:
    return tuple(map(pack.meeting.get, ("body", "date", "time", "venue")))


def items(pack: Pack) -> list[str]:
    return [f"{item.get('number')} {item.get('title')}".strip() for item in pack.meeting.of("item")]


def people(pack: Pack, kind: str = "member") -> list[str]:
    names = ("honorific", "name", "honours", "role")
    return [" ".join(filter(None, map(one.get, names))) for one in pack.meeting.records if one.kind == kind]


def doubts(pack: Pack) -> str:
    return "\n".join(doubt.text for doubt in pack.all_doubts())


def test_a_body_that_is_no_place(case: Callable[..., Pack]) -> None:
    pack = case("body_wrong.txt")
    assert head(pack) == ("Elder Community Council", "2026-05-11", "19:00", "Board Room, Mill Workspace")
    assert items(pack) == ["1 Minutes of the April meeting", "2 Apologies for absence", "3 Hives"]


@pytest.mark.parametrize("name", ["date1.txt", "date3.txt"])
def test_a_day_in_a_sentence(name: str, case: Callable[..., Pack]) -> None:
    pack = case(name)
    place = "This is a Zoom Meeting" if name == "date1.txt" else ""
    assert head(pack) == ("Elder Parish Council", "2027-03-02", "19:30", place)
    assert items(pack) == ["1 To receive apologies for meeting", "2 Highways update"]


def test_a_page_in_pieces(case: Callable[..., Pack]) -> None:
    pack = case("fragment.html")
    assert (head(pack)[:3], items(pack)) == (("Parks Committee", "2026-05-12", "18:30"), ["1 Apologies", "2 Hives"])


def test_numbers_with_one_space(case: Callable[..., Pack]) -> None:
    pack = case("onespace.txt")
    assert items(pack) == [
        "Part A",
        "1 Welcome and Announcements",
        "1a The Chairman to welcome members.",
        "1b At the Chairman's discretion, to announce",
        "2 Substitutions",
        "3 Urgent Items",
        "4 Declarations of Interest",
        "5 Street Trading Policy",
    ]
    assert pack.meeting.of("item")[0].get("heading")


def test_a_page_pasted_as_text(case: Callable[..., Pack]) -> None:
    pack = case("pasted_page.txt")
    assert items(pack) == ["1 Apologies for Absence", "2 Minutes", "3 Hives in Mill Park"]
    assert pack.meeting.of("item")[1].get("minutes of") == "2026-03-03"
    assert pack.meeting.of("item")[2].get("presented by") == "Head of Parks"
    assert pack.meeting.get("contact").startswith("Jo Reed")


def test_letters_spaced_out(case: Callable[..., Pack]) -> None:
    pack = case("spaced.txt")
    venue = "The Meeting Room - Third Floor, The Guildhall"
    assert head(pack) == ("Parks Committee", "2026-05-13", "10:00", venue)
    assert len(items(pack)) == 4
    assert pack.meeting.of("item")[2].get("minutes of") == "2026-03-04"


@pytest.mark.parametrize(
    ("name", "members", "substitutes"),
    [
        (
            "roll_a.txt",
            ["Ann Oak chair", "Bob Elm vice-chair", "Cat Ash", "Dan Yew", "Eve Fir CBE"],
            ["Gil Bay", "Hal Box"],
        ),
        ("roll_b2.txt", ["Ann Oak chair", "Bob Elm vice-chair", "Cat Ash"], []),
        (
            "roll_barnet.txt",
            ["Ann Oak chair", "Bob Elm vice-chair", "Cat Ash", "Dan Yew", "Eve Fir"],
            ["Gil Bay", "Hal Box"],
        ),
        (
            "roll_cbe.txt",
            [
                "Ann Oak chair",
                "Bob Elm vice-chair",
                "Cat Ash",
                "Dan Yew",
                "Eve Fir CBE",
                "Frank Jonas BEM",
                "Gus Hay MBE JP",
                "Rt Hon Ian Law",
            ],
            [],
        ),
        ("roll_f.txt", ["Oak chair", "Elm", "Ash", "Yew"], []),
    ],
)
def test_rolls(name: str, members: list[str], substitutes: list[str], case: Callable[..., Pack]) -> None:
    pack = case(name)
    assert (people(pack), people(pack, "substitute")) == (members, substitutes)
    assert pack.meeting.get("body") == "Parks Committee"


def test_what_is_doubtful_about_a_roll(case: Callable[..., Pack]) -> None:
    assert "headed “Planning Committee”" in doubts(case("roll_a.txt"))
    assert "give no first name" in doubts(case("roll_f.txt"))
    assert case("roll_barnet.txt").meeting.get("quorum") == "3"


@pytest.mark.parametrize(
    ("name", "said"),
    [("cancelled.html", "CANCELLED"), ("minutes_as_agenda.txt", "These are minutes of 1 July 2026, not an agenda")],
)
def test_what_is_not_made_without_asking(name: str, said: str, clerk: Callable[..., Result]) -> None:
    refused = clerk("new", "--yes", there(name))
    assert refused.exit_code == 1
    assert said in refused.stderr
    assert "No meeting was made" in refused.stderr
    assert clerk("list").stdout == ""


def test_a_report_in_another_layout(case: Callable[..., Pack]) -> None:
    pack = case("agenda.txt", "report.txt")
    assert items(pack) == ["1 Apologies for absence", "2 Hives in Mill Park"]
    (report,) = pack.meeting.of("item")[1].of("report")
    assert report.get("report of") == "Jo Reed, Director of Parks"
    wanted = "1. four hives be bought for Mill Park; and\n2. a report be brought back in October."
    assert report.get("recommendations") == wanted


def test_an_agenda_and_a_file_of_fields(case: Callable[..., Pack]) -> None:
    pack = case("agenda.txt", "mem.toml")
    assert (items(pack), people(pack)) == (["1 Apologies for absence", "2 Hives in Mill Park"], ["Ann Oak"])
    assert pack.meeting.get("time") == "18:30"


def test_an_agenda_issued_again(clerk: Callable[..., Result], tmp_path: Path) -> None:
    name = clerk("new", "--yes", there("ag1.txt")).stdout.strip()
    (tmp_path / "evening.txt").write_text(
        ":open 18:30\n:none\n:take 3\nMembers liked the hives.\n:take 5\nNothing was urgent.\n", encoding="utf-8"
    )
    assert clerk("play", name, tmp_path / "evening.txt").exit_code == 0
    added = clerk("add", name, "--yes", there("ag2.txt"))
    assert "Item 3, “Petition about the bandstand”, is added." in added.stdout
    assert "“Hives in Mill Park” is now item 4; it was 3." in added.stdout
    draft = clerk("draft", name).stdout
    assert draft.index("BANDSTAND") < draft.index("HIVES IN MILL PARK") < draft.index("Members liked the hives.")
    assert draft.count("Nothing was urgent.") == 1


def test_honours_in_a_file_of_fields(clerk: Callable[..., Result]) -> None:
    made = clerk("new", "--yes", there("cbe.toml"))
    assert made.exit_code == 0
    assert '"name": "Ann Fir"' in (shown := clerk("show", made.stdout.strip(), "--json").stdout)
    assert '"honours": "OBE JP"' in shown
    assert '"id": "ash"' in shown
