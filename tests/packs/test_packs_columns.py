"""Agendas and rolls that keep their columns apart by spaces alone, names over two lines, numbers of other kinds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import fill

import docx
import pytest

from store.packs import Pack, read_pack

Found = Callable[..., Pack]
HEAD = "Weirshire Council\n\nHousing Committee\n\nThursday 8 October 2026 at 6.30 pm\nTown Hall, Weir\n\n"
ITEMS = "\nAGENDA\n\n1. Apologies\n2. Minutes of 3 September 2026\n3. Damp\n"


def items(pack: Pack) -> list[tuple[str, str]]:
    return [(item.get("number"), item.get("title")) for item in pack.meeting.of("item")]


def roll(pack: Pack) -> list[str]:
    return [" ".join(filter(None, (one.get("name"), one.get("role")))) for one in pack.meeting.of("member")]


def doubts(pack: Pack) -> str:
    return "\n".join(doubt.text for doubt in pack.all_doubts())


@pytest.mark.parametrize(
    "members",
    [
        "Membership:\n\nCllr Ann Oak        Leader and Cabinet Member for Homes (Chair)\n"
        "Cllr Bob Elm        Deputy Leader\nCllr Cat Ash        Cabinet Member for Parks\n",
        "Membership\nCouncillor Ann Oak          Chair\nCouncillor Bob Elm\nCouncillor Cat Ash\n",
        "Members\n\nName                    Organisation\nCllr Ann Oak (Chair)    Weir Council\n"
        "Dr Bob Elm              Weirshire Health\nCat Ash                 Director of Public Health\n",
        "Conservative Group      Labour Group      Green Group\nAnn Oak (Chair)         Bob Elm           Cat Ash\n",
        "Housing Committee\n\nCouncillor Ann Oak (Chair)      Councillor Bob Elm\nCouncillor Cat Ash\n",
        "MEMBERS\n\nTenants: Ann Oak (Chair), Bob Elm\nLandlords: Cat Ash\n",
        "Office bearers: Ann Oak (Chair), Bob Elm (Treasurer), Cat Ash (Secretary)\n",
        "Members of the Committee:\nThe Chair, Cllr Ann Oak, 12 High Street, Weir - 01632 960201\n"
        "Cllr Bob Elm, Mill House, Weir - 07700 900123\nCllr Cat Ash, 1 The Close, Weir - 01632 960204\n",
        "AELODAETH / MEMBERSHIP\n\nCynghorwyr / Councillors: Ann Oak (Cadeirydd / Chair), Bob Elm, Cat Ash\n",
        "Members: Cllrs Ann Oak (Chair), Bob Elm, Cat Ash, one vacancy\n",
    ],
    ids="posts offices table parties announced classes bearers addresses welsh vacancy".split(),  # noqa: SIM905
)
def test_members_in_columns_and_under_other_headings(found: Found, members: str) -> None:
    assert roll(found(HEAD + members + ITEMS)) == ["Ann Oak chair", "Bob Elm", "Cat Ash"]


def test_surnames_alone_behind_a_dash_and_initials_behind_surnames(found: Found) -> None:
    alone = found(
        HEAD + "Membership of the Housing Committee\n\nCouncillors - Oak (Chair), Elm, Fir-Hay and Y Dar\n" + ITEMS
    )
    assert roll(alone) == ["Oak chair", "Elm", "Fir-Hay", "Y Dar"]
    turned = found(HEAD + "Councillors:\nOak AB        Elm CD\nAsh EF        Hay JP\n" + ITEMS)
    assert roll(turned)[:3] == ["A B Oak", "C D Elm", "E F Ash"]
    assert "“A B Oak” is printed with the surname first" in doubts(turned)


def test_who_is_nobody_in_a_list_of_members_is_said(found: Found) -> None:
    pack = found(HEAD + "Councillors Ann Oak (Chair), Bob Elm, Cat Ash and The Mayor's 4th pew\n" + ITEMS)
    assert roll(pack) == ["Ann Oak chair", "Bob Elm", "Cat Ash"]
    assert "was read as nobody's name" in doubts(pack)


def test_a_co_optee_without_a_vote_by_what_stands_behind_the_name(found: Found) -> None:
    pack = found(HEAD + "Co-opted: Mr Ian Dale (Tenants), Ms Jan Eames (Landlords - non-voting)\n" + ITEMS)
    assert [(one.get("name"), one.get("organisation"), one.get("voting")) for one in pack.meeting.of("member")] == [
        ("Ian Dale", "Tenants", ""),
        ("Jan Eames", "Landlords", "no"),
    ]


def test_an_agenda_in_columns_with_who_presents_and_when(found: Found) -> None:
    pack = found(
        HEAD + "No.  Item                         Presenter     Page\n1.   Apologies                    Chair\n"
        "2.   Minutes of 3 September 2026  Chair         1-8\n3.   Damp in homes that are       Cat Ash       9-20\n"
        "     older than the council\n"
    )
    assert items(pack) == [
        ("1", "Apologies"),
        ("2", "Minutes of 3 September 2026"),
        ("3", "Damp in homes that are older than the council"),
    ]
    assert [item.get("presented by") for item in pack.meeting.of("item")] == ["Chair", "Chair", "Cat Ash"]
    assert [item.get("pages") for item in pack.meeting.of("item")] == ["", "1-8", "9-20"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        (
            "NORTH WEIR AND SOUTH WEIR COUNCILS'\nJOINT WASTE COMMITTEE",
            "North Weir and South Weir Councils' Joint Waste Committee",
        ),
        ("MILL VALE AND ELDER\nJOINT CREMATORIUM BOARD", "Mill Vale and Elder Joint Crematorium Board"),
        ("Overview and Scrutiny (Homes\nand Waste) Committee", "Overview and Scrutiny (Homes and Waste) Committee"),
        ("PLANNING, LICENSING AND\nPROTECTION\nCOMMITTEE", "Planning, Licensing and Protection Committee"),
    ],
)
def test_a_name_over_two_lines_is_one_name_and_a_doubt(found: Found, name: str, body: str) -> None:
    pack = found(f"Weirshire Council\n\n{name}\n\nThursday 8 October 2026 at 6.30 pm\n{ITEMS}")
    assert pack.meeting.get("body") == body
    assert "lines: is it all one name?" in doubts(pack)


def test_a_name_over_two_paragraphs_of_word_is_one_name_and_a_doubt(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("MILL VALE AND ELDER", "JOINT CREMATORIUM BOARD", "Thursday 8 October 2026 at 6.30 pm", "AGENDA"):
        document.add_paragraph(line)
    for line in ("Apologies", "Minutes of 3 September 2026", "Damp"):
        document.add_paragraph(line, style="List Number")
    document.save(str(tmp_path / "agenda.docx"))
    pack, _ = read_pack([tmp_path / "agenda.docx"])
    assert pack.meeting.get("body") == "Mill Vale and Elder Joint Crematorium Board"
    assert "lines: is it all one name?" in doubts(pack)


def test_a_cabinet_below_another_paragraph_is_a_cabinet(found: Found) -> None:
    assert found(f"Mid Weald\n\nCabinet\n\n8 October 2026\n{ITEMS}").meeting.get("body") == "Cabinet"


def test_a_name_that_the_line_above_may_begin_is_a_doubt(found: Found) -> None:
    pack = found(f"OVERVIEW AND SCRUTINY\nMANAGEMENT COMMITTEE\n\n8 OCTOBER 2026\n{ITEMS}")
    assert "“Overview and Scrutiny” stands above “Management Committee”" in doubts(pack)
    above = found(f"WEIR BOROUGH COUNCIL\nPARKS COMMITTEE\n\n8 OCTOBER 2026\n{ITEMS}")
    assert above.meeting.get("body") == "Parks Committee"
    assert "part of the name" not in doubts(above)


@pytest.mark.parametrize(
    "numbers",
    [("I.", "II.", "III."), ("A1", "A2", "B1"), ("041/26", "042/26", "043/26"), ("a)", "b)", "c)")],
)
def test_items_numbered_in_other_ways(found: Found, numbers: tuple[str, ...]) -> None:
    titles = ("Apologies", "Minutes of 3 September 2026", "Damp")
    pack = found(HEAD + "\n\n".join(f"{n} {title}" for n, title in zip(numbers, titles, strict=True)) + "\n")
    assert items(pack) == [(n.strip(".)"), title) for n, title in zip(numbers, titles, strict=True)]


def test_items_of_a_supplement_under_their_numbers(found: Found) -> None:
    pack = found(
        "Weirshire Council\n\nSecond Supplementary Agenda\n\nHousing Committee\n\n8 October 2026 at 10.15 am\n\nThe "
        "following were late:\n\nAgenda Item 7\nDamp (Pages 3 - 18)\n\nAgenda Item 9\nRents (Pages 19 - 30)\n"
    )
    assert items(pack) == [("7", "Damp"), ("9", "Rents")]


@pytest.mark.parametrize(
    ("line", "hour", "place"),
    [
        ("Monday, 9 November 2026 at 18.30 hours in the Assembly Rooms, Weir", "18:30", "Assembly Rooms, Weir"),
        ("Thursday 12 November 2026, 10.30am, Committee Room 4, Shire Hall", "10:30", "Committee Room 4, Shire Hall"),
        ("Date: 11 November 2026 Time: 5.30pm Venue: Online via Zoom", "17:30", "Online via Zoom"),
        ("Date  11 November 2026\nTime  7.00 pm\nVenue  Room 102, Weir Town Hall", "19:00", "Room 102, Weir Town Hall"),
        (
            "To be held on 10 June 2026 in the Memorial Hall, commencing at 7 o'clock in the evening",
            "19:00",
            "Memorial Hall",
        ),
    ],
)
def test_hours_and_places_in_one_line(found: Found, line: str, hour: str, place: str) -> None:
    pack = found(f"Weir Borough Council\n\nParks Committee\n\n{line}\n{ITEMS}")
    assert (pack.meeting.get("time"), pack.meeting.get("venue")) == (hour, place)


def test_a_place_by_where_it_stands_is_a_doubt(found: Found) -> None:
    pack = found(f"Parks Committee\n\nMonday 14 September 2026 at 2 pm\nThe Chapel Office, Elder Crematorium\n{ITEMS}")
    assert pack.meeting.get("venue") == "The Chapel Office, Elder Crematorium"
    assert "stands below the day, and is taken for the place" in doubts(pack)


def test_the_day_that_a_meeting_was_moved_to(found: Found) -> None:
    pack = found(
        "Amenities Committee\n\nThe meeting of the Amenities Committee previously arranged for Tuesday 6th October "
        f"2026 will now take place on Tuesday 13th October 2026 at 6.45pm in The Guildhall, Weir.\n{ITEMS}"
    )
    assert pack.meeting.get("date") == "2026-10-13"
    assert any(doubt.grave for doubt in pack.all_doubts())
    hearing = found(f"{HEAD}Please note: the hearing listed for this date has been cancelled as nobody came.\n{ITEMS}")
    assert any(doubt.grave for doubt in hearing.all_doubts())


def test_what_is_not_for_publication_is_exempt_and_whom_to_ask(found: Found) -> None:
    pack = found(
        f"{HEAD}Please direct any enquiries on this Agenda to Una Reed, Democratic Services, 01632 960123\n\nAGENDA\n"
        "1. Apologies\n2. Damp - Report of the Head of Homes.\n3. Staffing (not for publication by "
        "reason of paragraph 1)\n"
    )
    assert [item.get("exempt") for item in pack.meeting.of("item")] == ["", "", "yes"]
    assert (items(pack)[1][1], pack.meeting.of("item")[1].get("presented by")) == ("Damp", "Head of Homes")
    assert pack.meeting.get("contact").startswith("Una Reed")


def test_lines_that_were_broken_at_a_width_are_whole_again(found: Found) -> None:
    text = (
        "TILLERTON PARISH COUNCIL\n\nCouncillors are hereby summoned to attend the meeting of Tillerton Parish Council "
        "to be held in the Reading Room, Church Lane, Tillerton on Tuesday 13th October 2026 at 7.30pm for the "
        "business below.\n\nCouncillors: Mr A Oak (Chair), Mrs B Elm (Vice Chair), Dr C Ash, Miss D Yew, Mr E Fir\n\n"
        "AGENDA\n\n1. To receive apologies for absence and to approve the reasons given by those who "
        "are unable to attend\n2. Hives\n"
        "3. Ponds\n"
    )
    pack = found("\n".join(fill(line, 76) for line in text.split("\n")))
    assert (pack.meeting.get("date"), pack.meeting.get("venue")) == (
        "2026-10-13",
        "Reading Room, Church Lane, Tillerton",
    )
    assert roll(pack) == ["A Oak chair", "B Elm vice-chair", "C Ash", "D Yew", "E Fir"]
    assert items(pack)[0][1].endswith("the reasons given by those who are unable to attend")
    assert items(pack)[1:] == [("2", "Hives"), ("3", "Ponds")]


def test_long_lines_of_a_roll_are_not_one(found: Found) -> None:
    members = "North Weir District Council: Councillors Ann Oak (joint Chair) and Bob Elm\nSouth Weir Borough Council: "
    pack = found(
        f"Joint Waste Committee\n\n8 October 2026\n\n{members}Councillors Cat Ash (joint Chair) and Dan Yew\n{ITEMS}"
    )
    assert roll(pack) == ["Ann Oak chair", "Bob Elm", "Cat Ash chair", "Dan Yew"]


def test_labels_in_a_row_above_what_they_are_of(found: Found) -> None:
    pack = found(
        "Weirshire County Council\n\nPlace and Homes Committee\n\nDate & time\tPlace\tContact\tChief Executive\n"
        f"Thursday, 8 October 2026 at 10.00 am\tCommittee Room, Shire Hall\tUna Reed, Clerk\tJo Reed\n{ITEMS}"
    )
    head = [pack.meeting.get(name) for name in ("body", "date", "time", "venue")]
    assert head == ["Place and Homes Committee", "2026-10-08", "10:00", "Committee Room, Shire Hall"]
    assert pack.meeting.get("contact").startswith("Una Reed")


@pytest.mark.parametrize(
    "members",
    [
        "To: Provost Ann Oak; Depute Provost Bob Elm; and Councillors Cat Ash and Dan Yew\n",
        "Weir Residents' Group      Labour Group\n(2)                        (2)\nAnn Oak (Chair)            Cat Ash\n"
        "                           Dan Yew\nBob Elm (Vice-Chair)\n",
        "Councillor Ann Oak - Leader (in the Chair)\nCouncillor Bob Elm - Deputy Leader (Vice-Chair)\n"
        "Councillor Cat Ash - Homes\nCouncillor Dan Yew - Parks\n",
        "Council: Cllr Ann Oak (Chair), Cllr Bob Elm (Vice-Chair), Cllr Cat Ash, Cllr Dan Yew\n",
    ],
    ids="addressed parties posts council".split(),  # noqa: SIM905
)
def test_members_of_a_council_by_how_they_are_called(found: Found, members: str) -> None:
    pack = found(f"WEIR COUNCIL\n\nThursday 8 October 2026 at 6.30 pm\n\n{members}{ITEMS}")
    assert sorted(roll(pack)) == ["Ann Oak chair", "Bob Elm vice-chair", "Cat Ash", "Dan Yew"]


def test_who_gets_a_copy_is_no_member(found: Found) -> None:
    pack = found(f"{HEAD}Copies to:\nCouncillor Eve Fir - Leader\nCouncillor Gus Hay\n{ITEMS}")
    assert roll(pack) == []


@pytest.mark.parametrize(
    "members",
    [
        "Members of the Committee:\nCllr Ann Oak (Leader and Chair), Cllr Bob Elm (Homes) and Cllr Cat Ash (Parks)\n",
        "Members of the Committee\nCouncillor Ann Oak (Chairwoman)\nCouncillors Bob Elm        Cat Ash\n",
        "PLAID CYMRU GROUP - 2 MEMBERS\n1. Councillor Ann Oak (Chair)\n2. Councillor Bob Elm\n\n"
        "LABOUR GROUP - 1 MEMBERS\n1. Councillor Cat Ash\n",
    ],
    ids="brackets inline numbered".split(),  # noqa: SIM905
)
def test_members_by_brackets_columns_and_numbers(found: Found, members: str) -> None:
    assert roll(found(HEAD + members + ITEMS)) == ["Ann Oak chair", "Bob Elm", "Cat Ash"]


def test_items_under_a_code_and_titles_that_begin_with_a_day(found: Found) -> None:
    coded = found(HEAD + "FPGP/27/001 APOLOGIES\nFPGP/27/002 MINUTES of 14th December 2026\nFPGP/27/003 GRANTS\n")
    assert [number for number, _ in items(coded)] == ["FPGP/27/001", "FPGP/27/002", "FPGP/27/003"]
    plain = found(HEAD + "1 Apologies\n2 Minutes of 20 November 2026\n3 Local Plan\n")
    assert items(plain) == [("1", "Apologies"), ("2", "Minutes of 20 November 2026"), ("3", "Local Plan")]


def test_a_board_behind_the_name_of_its_council_and_a_place_behind_the_hour(found: Found) -> None:
    pack = found(
        f"Harbour Council - Scrutiny Board\n\nWednesday 9 December 2026 at 7.15pm at Little Fold School Hall\n{ITEMS}"
    )
    assert pack.meeting.get("body") == "Scrutiny Board"
    assert pack.meeting.get("venue") == "Little Fold School Hall"
    assert "is taken for the place" in doubts(pack)
