"""Rolls as councils print them: who sits, in what office, with which honours, and what is doubtful."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clerk.setup.honours import parts_of, turned
from store.packs import Pack, convened, read_pack

HEAD = "BRACKENFORD BOROUGH COUNCIL\n\nParks Committee\n\nTuesday, 12 May 2026 at 6.30 pm\n\nVenue: Town Hall\n\n"
TAIL = "\n\nAGENDA\n\n1. Apologies for absence\n2. Hives\n"


@pytest.fixture
def roll(tmp_path: Path) -> object:
    def read(text: str) -> Pack:
        (tmp_path / "a.txt").write_text(HEAD + text + TAIL, encoding="utf-8")
        return read_pack([tmp_path / "a.txt"])[0]

    return read


def people(pack: Pack, kind: str = "member") -> list[str]:
    names = ("honorific", "name", "honours", "role", "group", "organisation")
    return ["|".join(filter(None, map(one.get, names))) for one in pack.meeting.records if one.kind == kind]


def doubts(pack: Pack) -> str:
    return "\n".join(doubt.text for doubt in pack.all_doubts())


@pytest.mark.parametrize(
    ("text", "members", "substitutes"),
    [
        ("Members: Cllrs A Rowan (C), B Larch (VC), C Holly", ["A Rowan|chair", "B Larch|vice-chair", "C Holly"], []),
        (
            "Membership of the Parks Committee:\n\nConservative Group (3)\nCllr Ann Rowan (Chair)\nVacancy\n\n"
            "Labour Group (1)\nCllr Cat Holly\n\nSubstitutes\nConservative: Cllr Gil Sorb\nLabour: Cllr Hal Vine",
            ["Ann Rowan|chair|Conservative Group", "Cat Holly|Labour Group"],
            ["Gil Sorb|Conservative", "Hal Vine|Labour"],
        ),
        (
            "To: Members of the Parks Committee\n\nCouncillor Ann Rowan, 3 Mill Lane, Ford BR1 2AB. Tel: 01234 567890\n"
            "Councillor Bob Larch, 4 Quay Road, Ford\nTel: 01234 567891\nCouncillor Cat Holly OBE\n5 High Street\n"
            "Ford BR1 3AA\nEmail: cat@ford.example",
            ["Ann Rowan", "Bob Larch", "Cat Holly|OBE"],
            [],
        ),
        (
            "Councillors:\tAnn Rowan (Chair)\tBob Larch (Vice Chairman)\nCat Holly\tDan Sorb",
            ["Ann Rowan|chair", "Bob Larch|vice-chair", "Cat Holly", "Dan Sorb"],
            [],
        ),
        (
            "Committee Membership\n\nAnn Rowan (Labour) (Chairman)     Bob Larch (Green)\n"
            "Dan Sorb     Eve Vine MBE (Con)",
            ["Ann Rowan|chair|Labour", "Bob Larch|Green", "Dan Sorb", "Eve Vine|MBE|Con"],
            [],
        ),
        (
            "Chair – Councillor Ann Rowan\nVice-Chair – Councillor Bob Larch\n"
            "Members – Councillors Cat Holly, Dan Sorb\n"
            "Reserves – Councillors Gil Vine",
            ["Ann Rowan|chair", "Bob Larch|vice-chair", "Cat Holly", "Dan Sorb"],
            ["Gil Vine"],
        ),
        (
            "Councillors Ann Rowan (Convener), Bob Larch (Depute Convener), Dr Dan Sorb, Rt Hon Eve Vine KC MSP and "
            "Mrs Flo Holly BSc (Hons)",
            [
                "Ann Rowan|chair",
                "Bob Larch|vice-chair",
                "Dr|Dan Sorb",
                "Rt Hon|Eve Vine|KC MSP",
                "Mrs|Flo Holly|BSc (Hons)",
            ],
            [],
        ),
        (
            "The Mayor, Councillor Ann Rowan\nThe Deputy Mayor, Councillor Bob Larch\nCouncillors C Holly, D Sorb",
            ["Ann Rowan|chair", "Bob Larch|vice-chair", "C Holly", "D Sorb"],
            [],
        ),
        (
            "Voting members\nCllr Ann Rowan - Chair\nCllr Bob Larch\n\nNon-voting co-opted members\n"
            "Mr Simon Page, Diocese of Ford\nMrs Ruth Wells – representing Parent Governors",
            ["Ann Rowan|chair", "Bob Larch", "Simon Page|Diocese of Ford", "Ruth Wells|Parent Governors"],
            [],
        ),
        (
            "Copies to: Councillors Zed Other, Yan Thing\n\nMembers\n- Cllr Ann Rowan (Chair)\n- Cllr Bob Larch",
            ["Ann Rowan|chair", "Bob Larch"],
            [],
        ),
    ],
)
def test_layouts(text: str, members: list[str], substitutes: list[str], roll: object) -> None:
    pack = roll(text)  # type: ignore[operator]
    assert (people(pack), people(pack, "substitute")) == (members, substitutes)


@pytest.mark.parametrize(
    ("text", "members", "said"),
    [
        (
            "To: Councillors Rowan (Chair), Larch MBE and O'Holly",
            ["Rowan|chair", "Larch|MBE", "O'Holly"],
            "give no first name",
        ),
        (
            "Members\nCouncillor Rowan, Ann (Chair)\nCouncillor Larch, Gus MBE JP",
            ["Ann Rowan|chair", "Gus Larch|MBE JP"],
            "surname first",
        ),
        (
            "Membership:\nCllr Jo Rowan (Mill)\nCllr Jo Rowan (Quay)",
            ["Jo Rowan (Mill)", "Jo Rowan (Quay)"],
            "Not known yet",
        ),
        ("Membership:\nCllr Jo Rowan\nCllr Jo Rowan", ["Jo Rowan"], "are they two of one name"),
        (
            "Members: Cllrs Ann Rowan (Joint Chair), Bob Larch (Joint Chair)",
            ["Ann Rowan|chair", "Bob Larch|chair"],
            "more than one chair",
        ),
        (
            "Licensing Committee Members\nCllr Ann Rowan (Chair)\nCllr Bob Larch",
            ["Ann Rowan|chair", "Bob Larch"],
            "is it the right list",
        ),
        (
            "Membership: Cllrs Ann ROWAN (Chairman); Bob LARCH and 1 vacancy",
            ["Ann Rowan|chair", "Bob Larch"],
            "vacancy",
        ),
    ],
)
def test_what_is_doubtful(text: str, members: list[str], said: str, roll: object) -> None:
    pack = roll(text)  # type: ignore[operator]
    assert people(pack) == members
    assert said in doubts(pack)


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("Ann Rowan CBE", ("", "Ann Rowan", "CBE")),
        ("Gus Larch MBE, JP", ("", "Gus Larch", "MBE JP")),
        ("Councillor the Rt Hon. Ian Vine", ("the Rt Hon.", "Ian Vine", "")),
        ("Cllr Mrs Ann Rowan BA (Hons), FRSA", ("Mrs", "Ann Rowan", "BA (Hons) FRSA")),
        ("Ann MA", ("", "Ann MA", "")),
        ("Larch MBE", ("", "Larch", "MBE")),
        ("Dean Major", ("", "Dean Major", "")),
        ("JP Larch", ("", "JP Larch", "")),
        ("Phil Mba", ("", "Phil Mba", "")),
        ("Bob van der Elm M.B.E.", ("", "Bob van der Elm", "M.B.E.")),
    ],
)
def test_honours_are_kept_and_never_a_surname(printed: str, parts: tuple[str, str, str]) -> None:
    assert parts_of(printed) == parts


def test_a_surname_that_stands_first_is_turned() -> None:
    assert turned("Larch, Gus MBE") == "Gus Larch MBE"
    assert turned("van der Elm, Bob") == "Bob van der Elm"
    for name in ("Gus Larch", "Gus Larch, JP", "Ann Rowan, Mill Ward"):
        assert turned(name) == name


WREN = "WREN DISTRICT COUNCIL\n\nHarbour Committee\n\nMonday 8 June 2026 at 10.00 am\n\n{roll}\n\n"
WREN += "AGENDA\n\n1. Apologies\n2. Quay\n"


@pytest.mark.parametrize(
    ("roll_", "members"),
    [
        (
            "Conservative Group (2)\nCouncillors Ann Oak (Chair) and Bob Elm\n\nLabour Group (1)\nCouncillor Cat Ash",
            ["Ann Oak chair Conservative Group", "Bob Elm Conservative Group", "Cat Ash Labour Group"],
        ),
        (
            "Members: Oak, Ann (Chair); Elm, Bob (Vice-Chair); Ash, Cat",
            ["Ann Oak chair", "Bob Elm vice-chair", "Cat Ash"],
        ),
        (
            "Councillors Ann Oak*, Bob Elm†, Cat Ash, Dan Yew\n* Chairman  † Vice-Chairman",
            ["Ann Oak chair", "Bob Elm vice-chair", "Cat Ash", "Dan Yew"],
        ),
        (
            "Membership: Councillor Ann Oak (Convener), Councillor Bob Elm (Depute Convener), Provost Cat Ash",
            ["Ann Oak chair", "Bob Elm vice-chair", "Cat Ash"],
        ),
        ("Councillor Ann Oak (Chairman)\nCouncillor Bob Elm", ["Ann Oak chair", "Bob Elm"]),
    ],
)
def test_more_layouts(roll_: str, members: list[str], found: Callable[..., Pack]) -> None:
    pack = found(WREN.format(roll=roll_))
    names = ("name", "role", "group")
    assert [" ".join(filter(None, map(one.get, names))) for one in pack.meeting.of("member")] == members
    assert pack.unread == []


def test_joint_chairs_are_asked_about_and_no_dead_end(found: Callable[..., Pack]) -> None:
    pack = found(WREN.format(roll="Members:\nCouncillor Ann Oak (Joint Chair)\nCouncillor Bob Elm (Joint Chair)"))
    assert any("Are they joint chairs?" in doubt.text for doubt in pack.all_doubts())
    assert [seat.office for seat in convened(pack).seats] == ["chair", "chair"]


def test_a_welsh_town_council_is_the_body(found: Callable[..., Pack]) -> None:
    pack = found(
        "CYNGOR TREF DRYW\n\nCyfarfod o'r Cyngor\n\nMonday 8 June 2026 at 7.00 pm\n\nAGENDA\n\n1. Apologies\n2. Quay\n"
    )
    assert (pack.meeting.get("body"), pack.meeting.get("profile")) == ("Cyngor Tref Dryw", "wales-community")


def test_surnames_of_several_words(roll: Callable[[str], Pack]) -> None:
    pack = roll(
        "Members: Cllrs Karl van den Bosch (Chairman), Ana do Carmo, Ann St John, Luigi Della Rocca, P Dos Santos"
    )
    assert people(pack) == [
        "Karl van den Bosch|chair",
        "Ana do Carmo",
        "Ann St John",
        "Luigi Della Rocca",
        "P Dos Santos",
    ]
    assert doubts(pack).count("first name") == doubts(pack).count("nobody's name") == 0


def test_surnames_of_several_words_alone_have_no_first_name(roll: Callable[[str], Pack]) -> None:
    pack = roll("Members: Cllrs Oak (Chairman), van den Bosch, do Carmo, St John, ap Dafydd, Le Grice and Van Hill")
    assert people(pack) == ["Oak|chair", "van den Bosch", "do Carmo", "St John", "ap Dafydd", "Le Grice", "Van Hill"]
    assert "Of Oak, van den Bosch, do Carmo, St John, ap Dafydd, Le Grice the papers give no first name" in doubts(pack)
