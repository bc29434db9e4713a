"""Irregularities 45 to 58: the front sheet, and what lies between the parts; each by its number."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.packs import Pack, convened
from store.packs.bodies import known_as, ordinary, same_body
from store.packs.convening import plain_values
from store.packs.dates import date_in, is_date_line
from store.packs.hours import time_in
from store.packs.names import best_match, likeness

from . import papers

Found = Callable[..., Pack]

FRONT = "MEETING\n\nPARKS AND WATERWAYS COMMITTEE\n\nDATE AND TIME\n\nWEDNESDAY 12TH MARCH, 2031\n\nAT 7.00 PM\n\n"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("WEDNESDAY 20TH NOVEMBER, 2019", date(2019, 11, 20)),
        ("24th June 2015", date(2015, 6, 24)),
        ("8 March 2017", date(2017, 3, 8)),
        ("21st November 2018", date(2018, 11, 21)),
        ("Tuesday, 11th June, 2019 7.00 pm", date(2019, 6, 11)),
        ("10/02/2026", date(2026, 2, 10)),
        ("2019-06-11", date(2019, 6, 11)),
        ("1 Sept 2020", date(2020, 9, 1)),
        ("March 5, 2020", date(2020, 3, 5)),
        ("the 3rd of May 2021", date(2021, 5, 3)),
    ],
)
def test_45_dates(printed: str, day: date) -> None:
    found = date_in(printed)
    assert found is not None
    assert found.on() == day


def test_45_a_date_without_a_year() -> None:
    found = date_in("18 November")
    assert found is not None
    assert found.on() is None
    assert found.near(date(2019, 11, 20)) == date(2019, 11, 18)
    assert found.near(date(2020, 1, 5)) == date(2019, 11, 18)
    assert date_in("31 June 2019") is None
    assert is_date_line("WEDNESDAY 20TH NOVEMBER, 2019 AT 7.00 PM")
    assert not is_date_line("Approved by Council on 20 November 2019")


@pytest.mark.parametrize(
    ("printed", "clock"),
    [
        ("7.00 PM", "19:00"),
        ("9.19 pm", "21:19"),
        ("10AM", "10:00"),
        ("12.30 am", "00:30"),
        ("19:00", "19:00"),
        ("12 noon", "12:00"),
    ],
)
def test_45_times(printed: str, clock: str) -> None:
    assert time_in(f"at {printed}, or so") == clock


FIVE = (
    "COMMUNITY LEADERSHIP AND LIBRARIES COMMITTEE",
    "Community Leadership & Libraries",
    "Community Leadership Libraries Committee",
    "CLLC",
)


@pytest.mark.parametrize("spelt", FIVE)
def test_46_a_committee_in_all_its_spellings(spelt: str) -> None:
    bodies = [
        ("Parks Committee", []),
        ("Community Leadership and Libraries Committee", ["Community Leadership Committee"]),
    ]
    assert known_as(spelt, bodies) == bodies[1][0]
    assert known_as("Community Leadership Committee", bodies) == bodies[1][0]
    assert known_as("Housing Committee", bodies) == ""
    assert not same_body("Community Leadership Committee", "Community Leadership and Libraries Committee")
    assert ordinary(FIVE[0]) == bodies[1][0]


@pytest.mark.parametrize(
    ("chair", "vice"),
    [
        ("Chairman: Cllr Ann Ash", "Vice Chairman: Cllr Bob Birch"),
        ("Chair: Councillor Ann Ash", "Vice-Chair: Councillor Bob Birch"),
    ],
)
def test_47_the_chair_on_a_line(chair: str, vice: str, found: Found) -> None:
    pack = found(f"{FRONT}{chair}\n{vice}\n\nCouncillors\n\nCy Cedar\n")
    assert [(m.get("name"), m.get("role")) for m in pack.meeting.of("member")] == [
        ("Ann Ash", "chair"), ("Bob Birch", "vice-chair"), ("Cy Cedar", ""),
    ]  # fmt: skip
    assert pack.meeting.get("chair_label") == chair.partition(":")[0]
    assert pack.meeting.get("vice_chair_label") == vice.partition(":")[0].replace(" ", "-")


def test_47_the_chair_in_brackets(found: Found) -> None:
    text = (
        f"{FRONT}Members\n\nCouncillor Ann Ash (Chairman)\nCouncillor Bob Birch (Vice-Chairman)\nCouncillor Cy Cedar\n"
    )
    assert [(m.get("name"), m.get("role")) for m in found(text).meeting.of("member")] == [
        ("Ann Ash", "chair"), ("Bob Birch", "vice-chair"), ("Cy Cedar", ""),
    ]  # fmt: skip


def test_48_substitute_members(found: Found) -> None:
    substitutes = "Substitute Members\n\nCouncillor Cy Cedar\tCouncillor Di Elm\n\nWords.\n"
    text = f"{FRONT}Councillors\n\nAnn Ash\tBob Birch\n\n{substitutes}"
    pack = found(text)
    assert [m.get("name") for m in pack.meeting.of("substitute")] == ["Cy Cedar", "Di Elm"]
    assert len(pack.meeting.of("member")) == 2


@pytest.mark.parametrize(
    "printed", ["(Quorum 3)**", "Quorum: 3", "**(Quorum 3)**", "The quorum is three members", "QUORUM – 3"]
)
def test_49_the_quorum(printed: str, found: Found) -> None:
    assert found(f"{FRONT}**TO: MEMBERS {printed}\n").meeting.get("quorum") == "3"


def test_50_the_deadline_in_a_paragraph(found: Found) -> None:
    text = (
        "Questions must come by 10AM on the third working day. Therefore, the deadline is **Friday 7 March at 10AM**."
    )
    meeting = found(f"{FRONT}{text} Ask.\n").meeting
    assert meeting.get("question deadline") == "2031-03-07 10:00"
    assert meeting.get("public deadline") == "Therefore, the deadline is Friday 7 March at 10AM."


@pytest.mark.parametrize(
    "lines",
    [
        "Requests to Una Reed Tel 020 7946 0001 una@x.example\n\nGovernance Services contact: Una Reed 020 7946 0001\n",
        "Contact: Una Reed, Tel: 020 7946 0001 Email: una@x.example\n",
        "Contact Officer:\n\nUna Reed 020 7946 0001 una@x.example\n",
    ],
)
def test_50_the_contact_named_in_several_forms(lines: str, found: Found) -> None:
    assert found(f"{FRONT}{lines}").meeting.get("contact") == "Una Reed, 020 7946 0001, una@x.example"


def test_50_an_address_that_a_mirror_hid(found: Found) -> None:
    assert (
        found(f"{FRONT}Contact: Una Reed 020 7946 0001 [email protected]\n").meeting.get("contact")
        == "Una Reed, 020 7946 0001"
    )


def test_51_pages_sub_items_and_parts(found: Found) -> None:
    text = (
        f"{FRONT}ORDER OF BUSINESS\n\nItem No\tTitle of Report\tPages\n1.\tMinutes of last meeting\t5 - 10\n"
        "2.\tAbsence of Members (If any)\t\n3.\tReports\t\na)\tLocks\t11 - 12\nb)\tWeirs\t13 - 14\n"
        "PART 2\t\t\n1.\tLand\t15\n"
    )
    pack = found(text)
    shown = [(item.get("number"), item.get("pages")) for item in pack.meeting.of("item")]
    assert shown == [("1", "5-10"), ("2", ""), ("3", ""), ("3a", "11-12"), ("3b", "13-14"), ("", ""), ("2.1", "15")]
    assert pack.meeting.of("item")[1].get("title").endswith("(If any)")
    assert any("printed twice" in doubt.text for doubt in pack.all_doubts())
    assert [item.kind for item in convened(pack).items][5] == "heading"


def test_51_an_agenda_as_a_list(found: Found) -> None:
    text = "AGENDA\n\n1. Minutes of last meeting 5 - 10\n2. Declarations of interest\n3. Budget 2031\n\n"
    items = found(f"{FRONT}{text}FACILITIES\n\nLifts.\n").meeting.of("item")
    assert [(item.get("number"), item.get("title"), item.get("pages")) for item in items] == [
        ("1", "Minutes of last meeting", "5-10"), ("2", "Declarations of interest", ""), ("3", "Budget 2031", ""),
    ]  # fmt: skip


def test_51_numbers_that_run_on_all_year(found: Found) -> None:
    pack = found(f"{FRONT}Item No\tTitle of Report\tPages\n39.\tMinutes\t\n40.\tLocks\t\n77/21\tWeirs\t\n")
    assert [item.get("number") for item in pack.meeting.of("item")] == ["39", "40", "77/21"]
    assert not any("no item 1" in doubt.text or "After item" in doubt.text for doubt in pack.all_doubts())


def test_52_the_report_has_another_title(invented: Pack) -> None:
    item = convened(invented).items[4]
    assert (item.title, item.report) == ("Boathouse Repairs", "Renewing the Boathouse")


def test_53_two_reports_under_one_item(invented: Pack) -> None:
    item = convened(invented).items[5]
    assert [report.for_information for report in item.reports] == [True, False]
    assert item.recommendations.count("\n") == 1
    assert item.report == ""
    assert any("has 2 reports" in doubt.text for doubt in invented.all_doubts())


def test_54_items_without_reports(invented: Pack) -> None:
    items = convened(invented).items
    assert [len(item.reports) for item in items] == [0, 0, 0, 0, 1, 2, 0, 1, 0, 0]
    assert items[8].kind == "forward plan"
    assert items[8].work
    assert items[0].minutes_of == (date(2030, 12, 11),)


def test_54_a_report_that_should_be_there_is_missed(found: Found, invented: Pack) -> None:

    text = papers.PACK.replace("7.\tBlueprint for quieter mornings\t", "7.\tBlueprint for quieter mornings\t56 - 57")
    assert any("Item 7 has pages 56-57" in doubt.text for doubt in found(text).all_doubts())


def test_55_numbers_of_the_earlier_minutes_are_not_the_agendas(invented: Pack) -> None:
    assert [item.get("number") for item in invented.meeting.of("item")] == [str(n) for n in range(1, 11)]
    assert invented.meeting.of("minutes")[0].get("items") == "5"
    assert convened(invented).items[0].matters[0].item_then == "4"


def test_55_minutes_of_another_body_are_not_to_be_approved(found: Found) -> None:
    other = papers.MINUTES.replace("Parks and Waterways Committee", "Weirs Sub-Committee").replace(
        "11 December 2030", "2 January 2031"
    )
    item = convened(found(papers.PACK + other)).items[0]
    assert [str(day) for day in item.minutes_of] == ["2030-12-11"]


def test_55_an_action_may_say_its_task_itself(found: Found) -> None:
    text = papers.PACK.replace("Action: Ms Ferry", "Action: Ms Ferry to have the gates greased")
    (matter,) = convened(found(text)).items[0].matters
    assert (matter.owner, matter.task, matter.item_then) == ("Ms Ferry", "have the gates greased", "4")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Minutes of last meeting", "no item of the agenda approves them"),
        ("Forward Plan", "no item of the agenda is for"),
    ],
)
def test_54_what_belongs_to_no_item_is_said(title: str, said: str, found: Found) -> None:
    pack = found(papers.PACK.replace(f"\t{title}\t", "\tLocks\t"))
    assert any(said in doubt.text for doubt in pack.all_doubts())


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Ianthe Bahar Quill", "Ianthy Quill", "likely"),
        ("O-Marrow", "O'Marrow", "same"),
        ("Cllr. Thornbury", "Cllr Rufus Thornbury", "likely"),
        ("Councillor R. Thornbury", "Rufus Thornbury", "same"),
        ("Helene Rowe", "Hélène Rowe", "same"),
        ("Danny Row", "Helene Rowbotham", ""),
        ("Ann Oak", "Bob Oak", ""),
    ],
)
def test_56_one_person_in_two_spellings(one: str, other: str, how: str) -> None:
    assert likeness(one, other) == likeness(other, one) == how


def test_56_who_is_not_clear_is_asked() -> None:
    assert best_match("Cllr Oak", ["Ann Oak", "Bob Oak", "Cy Elm"]) == ("Ann Oak", "perhaps", ["Ann Oak", "Bob Oak"])
    assert best_match("Cllr Elm", ["Ann Oak", "Bob Oak", "Cy Elm"])[:2] == ("Cy Elm", "likely")


@pytest.mark.parametrize(
    ("head", "item", "annual"),
    [
        ("ANNUAL MEETING OF THE TOWN COUNCIL", "Ponds", True),
        ("You are hereby summoned to attend the Annual Meeting of Pondham Town Council", "Ponds", True),
        ("MEETING OF THE TOWN COUNCIL", "Minutes of the Annual Meeting held on 7 May 2030", False),
        ("MEETING OF THE TOWN COUNCIL", "Annual meeting of the council", False),
        ("ANNUAL TOWN MEETING", "Ponds", False),
    ],
)
def test_46_an_annual_meeting_is_known_by_its_head(found: Found, head: str, item: str, annual: bool) -> None:
    front = f"PONDHAM TOWN COUNCIL\n\n{head}\n\nDATE AND TIME\n\nWEDNESDAY 12TH MARCH, 2031\n\nAT 7.00 PM\n\n"
    pack = found(f"{front}1. Election of Mayor\n\n2. {item}\n\nTo consider the ponds.\n")
    assert bool(pack.meeting.get("annual")) is annual


@pytest.mark.parametrize(
    ("head", "item", "extraordinary"),
    [
        ("EXTRAORDINARY MEETING OF THE TOWN COUNCIL", "Ponds", True),
        ("Extraordinary Town Council Meeting", "Ponds", True),
        ("TOWN COUNCIL – EXTRAORDINARY", "Ponds", True),
        ("Town Council (Extraordinary Meeting)", "Ponds", True),
        ("You are hereby summoned to attend an Extraordinary Meeting of Pondham Town Council", "Ponds", True),
        ("Notice is given of an extraordinary meeting of the Council", "Ponds", True),
        ("MEETING OF THE TOWN COUNCIL", "Minutes of the Extraordinary Meeting held on 7 May 2030", False),
        ("MEETING OF THE TOWN COUNCIL", "Extraordinary meeting of the council in June", False),
        ("MEETING OF THE TOWN COUNCIL, to deal with an extraordinary winter", "Ponds", False),
    ],
)
def test_46_an_extraordinary_meeting_is_known_by_its_head(
    found: Found, head: str, item: str, extraordinary: bool
) -> None:
    front = f"PONDHAM TOWN COUNCIL\n\n{head}\n\nDATE AND TIME\n\nWEDNESDAY 12TH MARCH, 2031\n\nAT 7.00 PM\n\n"
    pack = found(f"{front}1. Apologies\n\n2. {item}\n\nTo consider the ponds.\n")
    assert bool(pack.meeting.get("extraordinary")) is extraordinary
    assert bool(plain_values(pack).get("extraordinary")) is extraordinary


def test_57_look_alike_tables_and_resolutions_in_background_papers(found: Found) -> None:

    more = (
        "\n6. BACKGROUND PAPERS\n\n- 6.3 At their meeting the Committee noted it. "
        "The Committee RESOLVED that: 1. The council adopts it.\n"
        "\nDate\tAction\tDescription\nASAP\tMeet\tTo meet\n\nPriority\tAction\nHigh\tMend\n"
    )
    pack = found(papers.FRONT + papers.MINUTES + papers.REPORTS + more + papers.PLAN)
    assert len(pack.meeting.of("item")) == 10
    assert len([record for _, record in pack.meeting.walk() if record.kind == "action"]) == 1
    assert pack.meeting.of("item")[7].of("report")[0].get("recommendations").startswith("That the Committee note")


def test_58_apologies_that_disagree(found: Found, invented: Pack) -> None:

    assert not any("apologies" in doubt.text for doubt in invented.all_doubts())
    text = papers.PACK.replace("from Cllr Lena Pine and Cllr Dora O'Dogwood", "from Cllr Lena Pine and Cllr Greta Fir")
    doubts = [doubt.text for doubt in found(text).all_doubts() if "apologies" in doubt.text]
    assert len(doubts) == 1
    assert "Dora O-Dogwood" in doubts[0]
    assert "Greta Fir" in doubts[0]


def test_every_irregularity_has_its_test() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_packs_irregular_*.py")
    )
    named = {int(n) for names in re.findall(r"def test((?:_\d\d)+)_", sources) for n in re.findall(r"\d\d", names)}
    named |= {int(n) for n in re.findall(r'id="(\d\d)-', sources)}
    assert named == set(range(1, 59))
