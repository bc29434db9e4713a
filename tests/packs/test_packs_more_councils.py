"""Ways in which councils print a front sheet that were read wrongly and not doubted, or not at all: hours, days without
a year, letters that call a meeting, rolls by party and by ward, agendas on one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from store.packs import Pack, read_pack
from store.packs.checking import check
from store.packs.finding import find_facts
from store.packs.from_html import read_html
from store.packs.from_text import read_text

Found = Callable[..., Pack]
HEAD = "Quayle Borough Council\n\nHarbour Committee\n\n"
ITEMS = "\n\nAGENDA\n\n1. Apologies\n2. Minutes\n3. Seawall repairs\n"


def items(pack: Pack) -> list[tuple[str, str]]:
    return [(item.get("number"), item.get("title")) for item in pack.meeting.of("item")]


def roll(pack: Pack) -> list[str]:
    return [
        " ".join(filter(None, (one.get("name"), one.get("role"), one.get("group"), one.get("kind"))))
        for one in pack.meeting.of("member")
    ]


def doubts(pack: Pack) -> dict[str, str]:
    return {doubt.field: doubt.text for doubt in [*pack.all_doubts(), *check(pack)] if doubt.field}


@pytest.mark.parametrize(
    ("printed", "clock"),
    [
        ("at 6.00 pm", "18:00"),
        (", 6.00pm - 8.00pm", "18:00"),
        (", 10 - 11.30am", "10:00"),
        (", 11 - 1pm", "11:00"),
        (", 10.00 - 12 noon", "10:00"),
        (", 6pm for 6.30pm", "18:30"),
        ("at half past six in the evening", "18:30"),
        ("at quarter to ten in the morning", "09:45"),
        (", 18.00", "18:00"),
        ("at 18.00hrs", "18:00"),
        ("at 10.00 y.b.", "10:00"),
        ("at 1.00pm (pre-meet 12.30pm)", "13:00"),
    ],
)
def test_the_hour_is_when_the_meeting_begins(printed: str, clock: str, found: Found) -> None:
    pack = found(f"{HEAD}Tuesday 8 June 2027 {printed}{ITEMS}".replace(" ,", ","))
    assert (pack.meeting.get("date"), pack.meeting.get("time")) == ("2027-06-08", clock)
    assert "time" not in doubts(pack)


@pytest.mark.parametrize(
    ("printed", "doubt"),
    [
        (", doors 5.15pm, start 6.00pm", "More than one hour stands where the meeting's is: 17:15, 18:00."),
        ("at 7:30", "The papers say 07:30, early in the morning: is it the evening?"),
    ],
)
def test_an_hour_that_may_be_another_is_doubted(printed: str, doubt: str, found: Found) -> None:
    pack = found(f"{HEAD}Tuesday 8 June 2027 {printed}{ITEMS}".replace(" ,", ","))
    assert doubts(pack)["time"] == doubt


def test_a_day_without_a_year_has_the_year_of_its_weekday_and_is_doubted(found: Found) -> None:
    text = f"{HEAD}Tuesday 8 June at 6.00 pm\n\nTown Hall, Quayle\n\nIssued on 31 May 2027{ITEMS}"
    pack = found(text)
    assert [pack.meeting.get(name) for name in ("date", "time", "venue")] == [
        "2027-06-08",
        "18:00",
        "Town Hall, Quayle",
    ]
    assert doubts(pack)["date"].startswith("The papers give no year")
    # Without another day, or with a weekday that it is in none of these years, nobody knows.
    for other in (text.replace("Issued on 31 May 2027", ""), text.replace("Tuesday", "Friday")):
        pack = found(other)
        assert (pack.meeting.get("date"), pack.meeting.get("time")) == ("", "18:00")
        assert doubts(pack)["date"] == "The papers give the day of the meeting without a year."


def test_a_year_of_two_figures_is_read(found: Found) -> None:
    assert found(f"{HEAD}08/06/27 at 6.00 pm{ITEMS}").meeting.get("date") == "2027-06-08"
    assert found(f"{HEAD}Ref 127/06/271 at 6.00 pm{ITEMS}").meeting.get("date") == ""


def test_the_day_of_a_letter_is_not_the_day_that_it_calls_for(found: Found) -> None:
    letter = (
        "Wexcombe District Council\n\nDate: 6 April 2027\n\nYou are invited to a meeting of the Audit Committee to be "
        "held in the Council Chamber, Shire Hall on Wednesday, 14 April 2027 at 10.00 am.\n" + ITEMS
    )
    pack = found(letter)
    assert pack.meeting.get("date") == "2027-04-14"
    assert doubts(pack)["date"] == "The papers are dated 6 April 2027, and call a meeting for 14 April 2027."


def test_the_head_of_an_e_mail_says_nothing_of_when_the_meeting_is(found: Found) -> None:
    pack = found(
        "From: Gwen Parfitt\nSent: 08 April 2027 16:42\nTo: Allotments Working Party\nSubject: Agenda\n\nDear all,\n\n"
        "A meeting of the Allotments Working Party will take place on Monday 19 April 2027 at 6pm in the Mayor's "
        "Parlour, Town Hall.\n" + ITEMS
    )
    told = [pack.meeting.get(name) for name in ("body", "date", "time", "venue")]
    assert told == ["Allotments Working Party", "2027-04-19", "18:00", "Mayor's Parlour, Town Hall"]


def test_the_place_may_stand_below_held_at(found: Found) -> None:
    pack = found(
        f"NOTICE OF MEETING\n\nHARBOUR COMMITTEE\n\nto be held at\nTOWN HALL, QUAYLE\non\nTUESDAY, 8TH JUNE 2027\nat\n"
        f"6.00 P.M.\n{ITEMS}"
    )
    assert [pack.meeting.get(name) for name in ("date", "time", "venue")] == [
        "2027-06-08",
        "18:00",
        "Town Hall, Quayle",
    ]


def test_a_body_may_stand_before_its_day_with_a_dash(found: Found) -> None:
    pack = found(f"Quayle Borough Council\n\nHARBOUR COMMITTEE - 8 JUNE 2027 - 6.00 PM{ITEMS}")
    assert [pack.meeting.get(name) for name in ("body", "date")] == ["Harbour Committee", "2027-06-08"]


@pytest.mark.parametrize(
    ("members", "wanted"),
    [
        (
            "Conservative (2): Cllrs Ruth Abbot (Chair), Sam Boot\nGreen (1): Cllr Will Fenn",
            ["Ruth Abbot chair Conservative", "Sam Boot Conservative", "Will Fenn Green"],
        ),
        ("Quay Ward: Cllr Ruth Abbot, Cllr Sam Boot\nHill Ward: Cllr Tom Ward", ["Ruth Abbot", "Sam Boot", "Tom Ward"]),
        (
            "Membership\n\nCouncillor Iona Baird: Councillor Lorna Dunbar (Convener): Provost Alec Gillespie",
            ["Iona Baird", "Lorna Dunbar chair", "Alec Gillespie"],
        ),
        (
            "Members:\nThe Mayor, Councillor Ruth Abbot (ex-officio)\nCouncillor Tia Crane (Chairman)\n"
            "Councillor Sam Boot (Deputy Mayor)",
            ["Ruth Abbot", "Tia Crane chair", "Sam Boot"],
        ),
        (
            "Voting Members\nCouncillor Ruth Abbot (Chair)\nCouncillor Sam Boot\n\nNon-Voting Members\n"
            "Ms Pam Quirk (Sailing Club)",
            ["Ruth Abbot chair", "Sam Boot", "Pam Quirk co-optee"],
        ),
        (
            "Members\nCllr Ruth Abbot (Chair), Cllr Sam Boot\n\nParish Representatives (non-voting): Mr Noel Ogden, "
            "Mrs Pam Quirk",
            ["Ruth Abbot chair", "Sam Boot", "Noel Ogden co-optee", "Pam Quirk co-optee"],
        ),
        (
            "Councillor Ruth Abbot (Chair)\nCouncillor Sam Boot\n\nIndependent Persons (non-voting)\nMr Noel Ogden",
            ["Ruth Abbot chair", "Sam Boot"],
        ),
        (
            "Councillors:\nRuth Abbot in the Chair\nSam Boot, Vice-Chair\nTia Crane",
            ["Ruth Abbot chair", "Sam Boot vice-chair", "Tia Crane"],
        ),
        (
            "Ward\tCouncillor\nAbbey\tJane Pocock (Chair)\nBrook\tVACANCY\nDene\tWill Sayers",
            ["Jane Pocock chair", "Will Sayers"],
        ),
    ],
)  # fmt: skip
def test_rolls_by_party_by_ward_and_by_vote(members: str, wanted: list[str], found: Found) -> None:
    pack = found(f"{HEAD}Tuesday 8 June 2027 at 6.00 pm\n\nTown Hall, Quayle\n\n{members}{ITEMS}")
    assert roll(pack) == wanted
    vacant = any("has a vacancy: it is kept as a seat that nobody holds" in doubt.text for doubt in pack.all_doubts())
    assert vacant == ("VACANCY" in members)


def test_the_mayor_presides_over_a_council(found: Found) -> None:
    pack = found(
        "Quayle Town Council\n\nTuesday 8 June 2027 at 6.00 pm\n\nMembers:\nThe Mayor, Councillor Ruth Abbot\n"
        f"Councillor Tia Crane{ITEMS}"
    )
    assert roll(pack) == ["Ruth Abbot chair", "Tia Crane"]


def test_a_parish_agenda_on_one_line_has_its_items(found: Found) -> None:
    head = "Mellow Parish Council\n\nTuesday 8 June 2027 at 7.30pm in the Reading Room, Mellow\n\n"
    pack = found(f"{head}Agenda: 1. Apologies. 2. Minutes. 3. Oak Lane 27/003. 4. Planning.\n")
    wanted = [("1", "Apologies"), ("2", "Minutes"), ("3", "Oak Lane 27/003"), ("4", "Planning")]
    assert items(pack) == wanted
    # Numbers that do not follow each other are no agenda's.
    assert items(found(f"{head}Bins: 3. Apologies. 5. Minutes. 4. Oak Lane.\n")) == []


def test_items_with_capital_letters_and_members_with_initials(found: Found) -> None:
    head = f"{HEAD}Tuesday 8 June 2027 at 6.00 pm\n\n"
    pack = found(f"{head}AGENDA\n\nA. Apologies\nB. Minutes\nC. Seawall repairs\n")
    assert items(pack) == [("A", "Apologies"), ("B", "Minutes"), ("C", "Seawall repairs")]
    pack = found(f"{head}Members:\nA. Oak\nB. Elm\nC. Ash{ITEMS}")
    assert len(items(pack)) == 3
    assert roll(pack) == ["A. Oak", "B. Elm", "C. Ash"]


def test_years_and_leaders_are_no_pages(found: Found) -> None:
    pack = found(
        f"{HEAD}Tuesday 8 June 2027 at 6.00 pm\n\nAGENDA\n\n1. Apologies ................\n2. Minutes .......... 3\n"
        "3. School Places 2027 - 2030\n4. Budget 2027-28\n5. Moorings  7 - 9\n"
    )
    assert items(pack) == [
        ("1", "Apologies"), ("2", "Minutes"), ("3", "School Places 2027 - 2030"), ("4", "Budget 2027-28"),
        ("5", "Moorings"),
    ]  # fmt: skip
    assert [item.get("pages") for item in pack.meeting.of("item")] == ["", "3", "", "", "7-9"]


def test_what_stands_in_a_row_below_a_title_is_no_part_of_it(found: Found) -> None:
    pack = found(
        f"{HEAD}Tuesday 8 June 2027 at 6.00 pm\n\nNo.\tItem\tOfficer\n1.\tMinutes\tClerk\n\tTo confirm the minutes "
        "of 4 May 2027.\t\n2.\tDeclarations of Interest\t\n\tMembers are asked to declare any interests.\t\n3.\t"
        "Repairs of the\tHarbour Master\n\tseawall\t\n"
    )
    assert items(pack) == [("1", "Minutes"), ("2", "Declarations of Interest"), ("3", "Repairs of the seawall")]
    first, _, third = pack.meeting.of("item")
    assert (first.get("minutes of"), third.get("presented by")) == ("2027-05-04", "Harbour Master")


def test_a_page_keeps_its_broken_lines_and_its_columns_of_spaces() -> None:
    page = (
        "<html><body><p>Quayle Borough Council<br>Harbour Committee<br>Tuesday 8 June 2027<br>6.00 pm</p>"
        "<p>Councillor Ruth Abbot (Chair)          Councillor Una Dorset</p>"
        "<p>Councillor Sam Boot                    Councillor Vic Eames</p>"
        "<p>AGENDA</p><p>1. Apologies<br/>2. Minutes of the meeting of<br/>4 May 2027<br/>3. Repairs<br>of the "
        "seawall</p></body></html>"
    )
    pack = find_facts([read_html(page, Path("page.html"))])
    assert [pack.meeting.get(name) for name in ("body", "date", "time")] == ["Harbour Committee", "2027-06-08", "18:00"]
    assert sorted(roll(pack)) == ["Ruth Abbot chair", "Sam Boot", "Una Dorset", "Vic Eames"]
    assert items(pack) == [
        ("1", "Apologies"), ("2", "Minutes of the meeting of 4 May 2027"), ("3", "Repairs of the seawall"),
    ]  # fmt: skip


def test_short_lines_of_a_pdf_are_not_joined(tmp_path: Path) -> None:
    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    for line in (
        "Larkfield Council", "Strategic Planning Committee", "7pm, Thursday 8 April 2027", "PART A: IN PUBLIC",
        "A1 Apologies for absence", "A2 Declarations of interest", "A3 Minutes of the meeting held on 4 March 2027",
        "A4 Tall buildings guidance",
    ):  # fmt: skip
        pdf.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(tmp_path / "agenda.pdf"))
    pack, _ = read_pack([tmp_path / "agenda.pdf"])
    assert [title for number, title in items(pack) if number] == [
        "Apologies for absence", "Declarations of interest", "Minutes of the meeting held on 4 March 2027",
        "Tall buildings guidance",
    ]  # fmt: skip


def test_members_and_substitutes_beside_each_other(found: Found) -> None:
    pack = found(
        f"{HEAD}Tuesday 8 June 2027 at 6.00 pm\n\nMembers\tSubstitutes\nCouncillor Ruth Abbot (Chair)\tCouncillor Vera "
        f"Unwin\nCouncillor Sam Boot\tCouncillor Walt Vane\nCouncillor Tia Crane\t{ITEMS}"
    )
    assert roll(pack) == ["Ruth Abbot chair", "Sam Boot", "Tia Crane"]
    assert [one.get("name") for one in pack.meeting.of("substitute")] == ["Vera Unwin", "Walt Vane"]


def test_the_parties_of_columns_end_with_their_list(found: Found) -> None:
    pack = found(
        f"{HEAD}Tuesday 8 June 2027 at 6.00 pm\n\nLabour\tConservative\nRuth Abbot (Chair)\tTia Crane\nSam Boot\tUna "
        f"Dorset\n\nSubstitutes\nCouncillor Vera Unwin{ITEMS}"
    )
    groups = ["Ruth Abbot chair Labour", "Tia Crane Conservative", "Sam Boot Labour", "Una Dorset Conservative"]
    assert roll(pack) == groups
    assert [(one.get("name"), one.get("group")) for one in pack.meeting.of("substitute")] == [("Vera Unwin", "")]


def test_a_vacant_office_is_nobody(found: Found) -> None:
    pack = found(
        f"{HEAD}Tuesday 8 June 2027 at 6.00 pm\n\nChair: Cllr Ruth Abbot\nVice-Chair: VACANT\nMembers: Cllr Sam Boot"
        f"{ITEMS}"
    )
    assert roll(pack) == ["Ruth Abbot chair", "Sam Boot"]
    assert any("has a vacancy" in doubt.text for doubt in pack.all_doubts())


def test_a_page_behind_much_space_is_no_part_of_a_title(found: Found) -> None:
    head = f"{HEAD}Tuesday 8 June 2027 at 6.00 pm\n\nAGENDA\n\n"
    pack = found(f"{head}1   Apologies\n2   Minutes   3\n3   Tree strategy   9\n")
    assert items(pack) == [("1", "Apologies"), ("2", "Minutes"), ("3", "Tree strategy")]
    assert [item.get("pages") for item in pack.meeting.of("item")] == ["", "3", "9"]
    # With one space nobody knows: it is asked, but not of numbers that do not rise.
    pack = found(f"{head}1. Apologies\n2. Minutes 3\n3. Tree strategy 9\n")
    assert any("is 9 its page?" in doubt.text for doubt in pack.all_doubts())
    pack = found(f"{head}1. Apologies\n2. Budget, quarter 3\n3. Quay works, phase 2\n")
    assert not any("its page?" in doubt.text for doubt in pack.all_doubts())


def test_parts_of_an_item_that_a_tab_puts_further_in(tmp_path: Path) -> None:
    lines = ["Elmsby Parish Council", "Tuesday 8 June 2027 at 7.15 pm", "AGENDA", "1. Apologies", "2. Finance"]
    lines += ["\t(a) Payments", "\t(b) Receipts", "3. Planning"]
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(tmp_path / "agenda.docx"))
    (tmp_path / "agenda.txt").write_text("\n".join(lines), encoding="utf-8")
    wanted = [("1", "Apologies"), ("2", "Finance"), ("2a", "Payments"), ("2b", "Receipts"), ("3", "Planning")]
    for form in ("docx", "txt"):
        pack, _ = read_pack([tmp_path / f"agenda.{form}"])
        assert items(pack) == wanted


AGENDA = (
    HEAD + "Tuesday 8 June 2027 at 6.00 pm\n\nAGENDA\n\n1. Apologies\n2. Minutes\n3. Seawall repairs\n4. Dredging\n"
)


def with_agenda(report: str) -> Pack:
    return find_facts([read_text(AGENDA, "agenda.txt"), read_text(report, "report.txt")])


def test_a_report_with_its_item_above_its_title_and_a_summary_before_its_recommendations() -> None:
    report = (
        "Item 3\n\nSeawall repairs\n\nAuthor: Lee Marsh, Principal Engineer\n\nExecutive Summary\nThe wall leaks.\n\n"
        "Recommendation to Committee:\n1) Approve option B.\n2) Delegate the detail to the Director.\n\nReasons for "
        "recommendation\nOption B is cheaper.\n"
    )
    pack = with_agenda(report)
    third = pack.meeting.of("item")[2]
    (one,) = third.of("report")
    assert one.get("title") == "Seawall repairs"
    assert one.get("recommendations") == "1. Approve option B.\n2. Delegate the detail to the Director."
    assert len(items(pack)) == 4
    assert "body" not in one.facts


def test_a_post_is_nobodys_name() -> None:
    report = (
        "HARBOUR COMMITTEE – 8 JUNE 2027\n\nAGENDA ITEM NO. 4\n\nDREDGING\n\nREPORT BY THE HARBOUR MASTER\n\n"
        "2.0 RECOMMENDATIONS\n2.1 That the contract be let.\n\n3.0 BACKGROUND\n3.1 The channel silts.\n"
    )
    (one,) = with_agenda(report).meeting.of("item")[3].of("report")
    assert [(each.get("name"), each.get("post")) for each in one.of("officer")] == [("", "Harbour Master")]


def of_page(*paragraphs: str) -> Pack:
    """What is found in a web page whose every line is a paragraph of its own."""
    body = "".join(f"<p>{line}</p>\n" for line in paragraphs)
    return find_facts([read_html(f"<html><body>{body}</body></html>", Path("page.html"))])


def test_a_name_over_three_paragraphs_is_one() -> None:
    council, day, agenda = "Weirshire Council", "Tuesday 8 June 2027", ("AGENDA", "1. Apologies", "2. Minutes")
    pack = of_page(council, "PLANNING, LICENSING AND", "PROTECTION", "COMMITTEE", day, *agenda)
    assert pack.meeting.get("body") == "Planning, Licensing and Protection Committee"
    pack = of_page(council, "Overview and Scrutiny", "Management Committee", day, *agenda)
    assert "stands above “Management Committee”" in doubts(pack)["body"]
    # A Cabinet has a name of its own, and a council's is no beginning of another.
    pack = of_page(council, "Cabinet", day, *agenda)
    assert (pack.meeting.get("body"), doubts(pack).get("body")) == ("Cabinet", None)


def test_a_label_without_a_colon_is_no_part_of_the_place() -> None:
    pack = of_page("Harbour Committee", "Date  8 June 2027", "Time  7.00 pm", "Venue  Room 102, Quayle Town Hall")
    assert pack.meeting.get("venue") == "Room 102, Quayle Town Hall"


def test_recommendations_with_capital_letters_go_on_over_paragraphs() -> None:
    pack = of_page(
        "Harbour Committee", "8 June 2027", "Dredging", "Report of the Head of Harbours", "Recommended action:",
        "A. Adopts the policy.", "B. Spends £120,000.", "Background", "There are 42 moorings.",
    )  # fmt: skip
    (one,) = [report for item in pack.meeting.of("item") for report in item.of("report")]
    assert one.get("recommendations") == "1. Adopts the policy.\n2. Spends £120,000."


def test_a_row_of_a_page_goes_on_below_in_its_column() -> None:
    pack = of_page(
        "Harbour Committee", "8 June 2027", "No.  Item                         Presenter     Page",
        "1.   Apologies                    Chair", "2.   Damp in homes that are       Cat Ash       9-20",
        "     older than the council",
    )  # fmt: skip
    assert items(pack) == [("1", "Apologies"), ("2", "Damp in homes that are older than the council")]
    assert [item.get("presented by") for item in pack.meeting.of("item")] == ["Chair", "Cat Ash"]
