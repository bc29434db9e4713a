"""What other councils' papers do that the first twenty layouts do not: parts, notes below titles, joint bodies, numbers
that run on, raised ordinals, recommendations in a box, a report by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exports.style import shipped_styles
from store.packs import Pack, convened, read_pack

Found = Callable[..., Pack]
Items = list[tuple[str, str]]


def items(pack: Pack) -> Items:
    return [(item.get("number"), item.get("title")) for item in pack.meeting.of("item")]


def roll(pack: Pack) -> list[str]:
    return [" ".join(filter(None, (one.get("name"), one.get("role")))) for one in pack.meeting.of("member")]


def test_a_parish_calls_itself_the_parish_council_and_its_items_have_parts(found: Found) -> None:
    pack = found(
        "ALDERBROOK PARISH COUNCIL\nClerk: Jo Reed, 4 Mill Lane\n\nDear Councillor, you "
        "are hereby summoned to attend a "
        "meeting of the Parish Council to be held in the Village Hall, Mill Lane on "
        "Tuesday 2nd June 2026 at 7.15pm.\n\n"
        "26/031 Apologies\n26/032 To approve the minutes of the meeting held on 5th May 2026\n26/033 Finance\n"
        "   (i) To approve the payments\n   (ii) To receive the bank reconciliation\n   (iii) To agree the grants\n"
        "26/034 Planning\n   a) 26/00417/FUL The Old Forge\n   b) 26/00433/HOU 12 Mill Road\n"
    )
    assert pack.meeting.get("body") == "Alderbrook Parish Council"
    assert [(one.get("name"), one.get("post")) for one in pack.meeting.of("officer")] == [("Jo Reed", "Clerk")]
    assert pack.meeting.get("venue") == "Village Hall, Mill Lane"
    assert items(pack)[2:] == [
        ("26/033", "Finance"),
        ("26/033i", "To approve the payments"),
        ("26/033ii", "To receive the bank reconciliation"),
        ("26/033iii", "To agree the grants"),
        ("26/034", "Planning"),
        ("26/034a", "26/00417/FUL The Old Forge"),
        ("26/034b", "26/00433/HOU 12 Mill Road"),
    ]


def test_what_stands_below_a_title_is_no_part_of_it(found: Found) -> None:
    pack = found(
        "Weir Town Council\n\nAmenities Committee\n\nNotice is given that a meeting of "
        "the Committee will take place on "
        "MONDAY 6 JULY 2026 in the Council Chamber, Market Hall, Weir at 19:30\n\nAGENDA\n\n1 APOLOGIES\n2 ALLOTMENTS\n"
        "None let this quarter.\n3 TOILETS\nThe lease ends on 1 May 2027.\n4 TREES AND "
        "HEDGES OF THE RECREATION GROUND\n"
        "AND THE CEMETERY\n5 FOUNTAIN – Report by Head of Parks (Grounds) (copy herewith)\n6 FENCES\n"
        "   (Report of the Estates Manager attached, pages 5-18)\n7 DATE OF NEXT MEETING\n"
        "The next meeting will be held on 3 August 2026.\n"
    )
    assert [title for _, title in items(pack)] == [
        "APOLOGIES",
        "ALLOTMENTS",
        "TOILETS",
        "TREES AND HEDGES OF THE RECREATION GROUND AND THE CEMETERY",
        "FOUNTAIN",
        "FENCES",
        "DATE OF NEXT MEETING",
    ]
    assert pack.meeting.get("body") == "Amenities Committee"
    assert (pack.meeting.get("venue"), pack.meeting.get("time")) == ("Council Chamber, Market Hall, Weir", "19:30")
    presented = [item.get("presented by") for item in pack.meeting.of("item")]
    assert presented[4:6] == ["Head of Parks (Grounds)", "Estates Manager"]
    assert pack.meeting.of("item")[5].get("pages") == "5-18"


def test_the_members_that_each_council_sends_to_a_joint_committee(found: Found) -> None:
    pack = found(
        "NORTH AND SOUTH WEIR JOINT WASTE COMMITTEE\n\nFriday 18 September 2026 at 2 pm\n\n"
        "North Weir District Council: Councillors Ann Oak (joint Chair), Bob Elm\n"
        "South Weir Borough Council (2): Cllrs Cat Ash (joint Chair) and Dan Yew\n\nAGENDA\n1. Apologies\n2. Bins\n"
    )
    assert roll(pack) == ["Ann Oak chair", "Bob Elm", "Cat Ash chair", "Dan Yew"]
    assert any("Are they joint chairs?" in doubt.text for doubt in pack.all_doubts())


def test_one_who_speaks_for_a_church_is_no_councillor_and_part_one_is_nobody(found: Found) -> None:
    pack = found(
        "Education Committee\n\n4 June 2026 at 10.30am\n\nCouncillor Ann Oak (Convener)\nCouncillor Bob Elm\n"
        "Rev Cat Ash (Church Representative)\n\nPart I – Public\n\nAGENDA\n1. Sederunt and apologies\n"
        "2. Minute of meeting of 7 May 2026 (copy herewith)\n3. Schools\n4. Any other competent business\n"
    )
    assert roll(pack) == ["Ann Oak chair", "Bob Elm", "Cat Ash"]
    assert [one.get("kind") for one in pack.meeting.of("member")] == ["", "", "co-optee"]
    assert any("“Cat Ash” is taken for a co-opted member" in doubt.text for doubt in pack.all_doubts())
    assert pack.meeting.of("item")[1].get("minutes of") == "2026-05-07"


def test_numbers_that_run_on_in_a_page_pasted_with_its_minutes(found: Found) -> None:
    pack = found(
        "Agenda and draft minutes\n\nCabinet - Monday, 15th June, 2026 5.00 pm\n\nVenue: "
        "Room 1, Civic Offices, Weir. View "
        "directions\n\nItems\nNo. Item\n\n57.\n\nApologies for Absence\n\nMinutes:\n\nThere were none.\n\n58.\n\n"
        "Savings pdf icon PDF 702 KB\n\nAdditional documents:\n\nAppendix A , item 58. pdf icon PDF 61 KB\n\n59.\n\n"
        "Urgent Items\n"
    )
    assert items(pack) == [("57", "Apologies for Absence"), ("58", "Savings"), ("59", "Urgent Items")]
    assert pack.meeting.get("venue") == "Room 1, Civic Offices, Weir"


def test_a_supplement_by_itself_has_the_numbers_that_it_prints(found: Found) -> None:
    pack = found(
        "WEIR DISTRICT COUNCIL\nSUPPLEMENTARY AGENDA No. 1\n\nAudit Committee\nThursday 24th September 2026\n6.00 pm, "
        "Council Chamber\n\n9. Auditor's Annual Report\n12A. Appointment of a Treasurer\n"
    )
    assert items(pack) == [("9", "Auditor's Annual Report"), ("12A", "Appointment of a Treasurer")]
    assert pack.meeting.get("time") == "18:00"


PARKS = "PARKS COMMITTEE\n{day}1. Apologies\n2. Minutes of 1 September 2026\n3. Hives\n"
PONDS = "PONDS COMMITTEE\n{day}1. Apologies\n2. Declarations of interest\n3. Ducks\n"


@pytest.mark.parametrize(
    "text",
    [
        "Agenda for Tuesday 6 October 2026\n\n" + PARKS.format(day="") + "\n" + PONDS.format(day=""),
        PARKS.format(day="6 October 2026\n") + "\n" + PARKS.format(day="3 November 2026\n"),
    ],
    ids=["two bodies", "two days"],
)
def test_two_agendas_in_one_paper_are_asked_about(found: Found, text: str) -> None:
    assert any(doubt.text.startswith("Two meetings are in these papers") for doubt in found(text).all_doubts())


def test_the_share_that_is_a_quorum_is_that_of_the_law_of_the_body(found: Found) -> None:
    parish = found("ELDER PARISH COUNCIL\nMonday 1 June 2026 7pm\nAgenda\n1. Apologies\n2. Hives\n")
    county = found("ELDER COUNTY COUNCIL\nMonday 1 June 2026 7pm\nAgenda\n1. Apologies\n2. Hives\n")
    said = [[doubt.text for doubt in pack.all_doubts() if "the quorum" in doubt.text] for pack in (parish, county)]
    assert "a third of the members" in said[0][0]
    assert "a quarter of the members" in said[1][0]


# Reports


CLAUSES = "1. adopts the policy;\n2. spends £120,000; and\n3. asks again in a year."
ASKS = ("adopts the policy;", "spends £120,000; and", "asks again in a year.")


def _report(pack: Pack) -> tuple[str, str, str, str]:
    meeting = pack.meeting
    (item,) = meeting.of("item")
    (report,) = item.of("report")
    return meeting.get("body"), meeting.get("date"), item.get("title"), report.get("recommendations")


DAMP = ("Housing Committee", "2026-10-08", "Damp in Homes", CLAUSES)
HEAD = (
    "Weir District Council\n\nHousing Committee\n\n8 October 2026\n\n"
    "Damp in Homes\n\nReport of the Director of Homes\n\n"
)
AFTER = "\n1. Introduction\n\nThere are 4,200 homes.\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "+----------------------------------+\n| RECOMMENDATIONS                  |\n"
        "|                                  |\n"
        "| That the Committee:              |\n| (a) adopts the policy;           |\n| "
        "(b) spends £120,000; and         |\n"
        "| (c) asks again in a year.        |\n+----------------------------------+\n" + AFTER,
        HEAD + "┌────────────────────────┐\n│ Recommended decision   │\n│ 1) adopts the policy;  │\n"
        "│ 2) spends £120,000; and│\n"
        "│ 3) asks again in a     │\n│ year.                  │\n└────────────────────────┘\n" + AFTER,
        "Report to: Housing Committee, 8 October 2026\nFrom: Director of Homes\nReport "
        "title: Damp in Homes\n\nSummary\n"
        "Homes are damp.\n\n1. Background\n1.1 There are 4,200 homes.\n\nRecommended:\n1) adopts the policy;\n"
        "2) spends £120,000; and\n3) asks again in a year.\n\nBackground papers: None\n",
        "HOUSING COMMITTEE – 8 OCTOBER 2026\n\nDamp in Homes\n\nRECOMMENDATION:\n(i) "
        "adopts the policy;\n(ii) spends £120,000; "
        "and\n(iii) asks again in a year.\n\n1.0 THE HOMES\n1.1 There are 4,200.\n",
    ],
    ids=["box of signs", "box of lines", "labels and the end", "body and day in one line"],
)
def test_a_report_by_itself_in_text(found: Found, text: str) -> None:
    assert _report(found(text)) == DAMP


def test_a_councillor_behind_a_portfolio_is_the_author_and_no_post(found: Found) -> None:
    head = HEAD.replace("the Director of Homes", "Cabinet Member for Homes, Councillor Ann Oak")
    report = found(head + "Recommended:\n"
                   "That the policy be adopted.\n" + AFTER)  # fmt: skip
    author = next(one for one in report.meeting.of("officer"))
    assert (author.get("name"), author.get("post")) == ("Ann Oak", "Cabinet Member for Homes")


def _in_word(path: Path, box: str) -> Path:
    document = docx.Document()
    for line in HEAD.split("\n\n"):
        if line:
            document.add_paragraph(line)
    if box == "text box":
        text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("Recommendations", *_numbered()))
        inside = f"<w:txbxContent>{text}</w:txbxContent>"
        document.add_paragraph()._p.append(
            parse_xml(
                f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml' "
                "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
                "<mc:AlternateContent><mc:Choice "
                f"Requires='wps'>{inside}</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict>"
                "</mc:Fallback></mc:AlternateContent></w:r>"
            )
        )
    else:
        rows = 2 if box == "two rows" else 1
        table = document.add_table(rows, 2 if box == "beside" else 1)
        head, cell = table.cell(0, 0), table.cell(rows - 1, 1 if box == "beside" else 0)
        head.text = "Recommendations to the Committee"
        if box != "beside":
            cell.add_paragraph("It is recommended that the Committee:")
        for line in ASKS:
            cell.add_paragraph(line, style="List Number")
    document.add_heading("1. Introduction", 2)
    document.add_paragraph("There are 4,200 homes.")
    document.save(str(path))
    return path


def _numbered() -> list[str]:
    return [f"({number}) {line}" for number, line in enumerate(ASKS, 1)]


@pytest.mark.parametrize("box", ["text box", "one cell", "two rows", "beside"])
def test_recommendations_in_a_box_in_word(tmp_path: Path, box: str) -> None:
    pack, failed = read_pack([_in_word(tmp_path / "report.docx", box)])
    assert not failed
    assert _report(pack) == DAMP


def _in_print(path: Path, text: str) -> Path:
    source = path.with_suffix(".typ")
    source.write_text(f"#set page(margin: 2.2cm)\n#set text(size: 11pt)\n{text}", encoding="utf-8")
    typst.compile(str(source), output=str(path))
    return path


def test_a_box_centred_headings_and_raised_ordinals_in_print(tmp_path: Path) -> None:
    boxed = (
        "#align(center)[*WEIR DISTRICT COUNCIL* \\ *HOUSING COMMITTEE* \\ 8#super[TH] "
        "OCTOBER 2026]\n\n*Damp in Homes*\n\n"
        "Report of the Director of Homes\n\n#rect(width: 100%)[*Recommendations*\n\nThat the Committee:\n\n"
        + "\n".join(f"+ {line}" for line in ASKS)
        + "]\n\n*1. Introduction*\n\nThere are 4,200 homes, and many of them are old.\n"
    )
    table = (
        "Weir District Council\n\nHousing Committee\n\n8#super[th] October 2026\n\n#table(columns: (4cm, 1fr), "
        "[*Title*], [Damp in Homes], [*Report of*], [Director of Homes], [*Recommendations*], ["
        + " \\ ".join(_numbered())
        + "])\n\n*BACKGROUND*\n\nThere are 4,200 homes.\n"
    )
    for number, text in enumerate((boxed, table)):
        pack, failed = read_pack([_in_print(tmp_path / f"report{number}.pdf", text)])
        assert not failed
    assert _report(pack) == DAMP


def test_an_order_of_business_in_print_with_raised_ordinals_and_no_pages(tmp_path: Path) -> None:
    text = (
        "Weir Town Council\n\nA meeting of the *Planning Committee* will be held on "
        "Monday 7#super[th] September 2026 at "
        "7.00pm in the Council Chamber, Market Hall, "
        "Weir.\n\n*Membership:*\n#grid(columns: (1fr, 1fr), row-gutter: 6pt, "
        "[Cllr A. Oak (Chair)], [Cllr B. Elm MBE])\n\n#align(center)[*A G E N D A*]\n#grid(columns: (1cm, 1fr), "
        "row-gutter: 10pt, [*1*], [*Apologies*], [*2*], [*Minutes* \\ To confirm the minutes of the meeting held on "
        "3#super[rd] August 2026], [*3*], [*Naming of 1#super[st] Avenue*], [*4*], [*Date of Next Meeting* \\ Monday "
        "5#super[th] October 2026])\n"
    )
    pack, failed = read_pack([_in_print(tmp_path / "agenda.pdf", text)])
    assert not failed
    assert pack.meeting.get("date") == "2026-09-07"
    assert items(pack) == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "Naming of 1st Avenue"),
        ("4", "Date of Next Meeting"),
    ]
    assert pack.meeting.of("item")[1].get("minutes of") == "2026-08-03"
    assert roll(pack) == ["A. Oak chair", "B. Elm"]


def test_automatic_lists_of_an_agenda_in_word(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("Weir District Council", "Housing Committee", "8 October 2026 at 6.30pm", "Membership"):
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    for number, name in enumerate(("Cllr Ann Oak (Chair)", "Cllr Bob Elm", "Cllr Cat Ash BEM", "Vacancy")):
        table.cell(number // 2, number % 2).text = name
    document.add_paragraph("AGENDA")
    for line in ("Apologies", "Minutes"):
        document.add_paragraph(line, style="List Number")
    document.add_paragraph("To approve the minutes of the meeting held on 3 September 2026")
    document.add_paragraph("Grants", style="List Number")
    for line in ("Youth club", "Allotments"):
        document.add_paragraph(line, style="List Number 2")
    document.add_paragraph("Urgent business", style="List Number")
    document.save(str(tmp_path / "agenda.docx"))
    pack, failed = read_pack([tmp_path / "agenda.docx"])
    assert not failed
    assert items(pack) == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "Grants"),
        ("3.1", "Youth club"),
        ("3.2", "Allotments"),
        ("4", "Urgent business"),
    ]
    assert roll(pack) == ["Ann Oak chair", "Bob Elm", "Cat Ash"]
    assert sum("is it a part of that?" in doubt.text for doubt in pack.all_doubts()) == 2


@pytest.mark.parametrize(
    ("council", "style"),
    [
        ("ELDER TOWN COUNCIL", "parish"),
        ("Elder Community Council", "parish"),
        ("ELDER COUNTY COUNCIL", "county"),
        ("Elder District Council", "barnet"),
    ],
)
def test_whose_committee_it_is_and_how_it_is_minuted(found: Found, council: str, style: str) -> None:
    pack = found(f"{council}\n\nPlanning Committee\n\nMonday 1 June 2026 at 7pm\n\nAGENDA\n1. Apologies\n2. Hives\n")
    fact, whose = pack.meeting.facts["style"], pack.meeting.facts["council"]
    assert (fact.value, fact.doubt) == (style, "")
    others = ", ".join(sorted({*shipped_styles()} - {style}))
    told = f", and its minutes are written in the style “{style}” (others: {others}): is that so? There are: "
    assert told in pack.meeting.facts["profile"].doubt
    assert (whose.value.casefold(), whose.place.line) == (council.casefold(), 1)
    assert convened(pack).council == whose.value


HEARING = """PORT ELDER CITY COUNCIL
LICENSING SUB-COMMITTEE

To: Councillors Oak-Reed, de la Mare, O'Neill and Ash

You are summoned to attend a hearing of the Sub-Committee on 9/6/2026 at 14:00 hrs in Committee Room 3, City Hall.

AGENDA

(1) Election of Chair
(2) The Heron, 4 Quay Street

Chief Executive
1 June 2026

Membership (Quorum: three)
Cllr Patricia Oak-Reed JP, 14 Mill Lane, PE1 4QT  01632 960100
Cllr James de la Mare, The Old Rectory, Weir Road  01632 960101
Cllr Sean O'Neill BSc (Hons)
Cllr Morag Ash
Reserve: Cllr Una Hay FRSE
"""


def test_a_summons_is_dated_before_the_meeting_and_names_each_member_twice(found: Found) -> None:
    pack = found(HEARING)
    meeting = pack.meeting
    assert [meeting.get(name) for name in ("date", "time", "venue")] == [
        "2026-06-09",
        "14:00",
        "Committee Room 3, City Hall",
    ]
    # The day below the business is that on which the summons was signed.
    assert not any("More than one day" in doubt.text for doubt in pack.all_doubts())
    assert roll(pack) == ["Patricia Oak-Reed", "James de la Mare", "Sean O'Neill", "Morag Ash"]
    assert [one.get("name") for one in meeting.of("substitute")] == ["Una Hay"]
    assert "summoned by" not in meeting.facts
    assert [fact.value for fact in pack.unread] == ["1 June 2026"]


@pytest.mark.parametrize(
    "below",
    ["8 July 2026 at 7pm", "\nWednesday 8th July 2026", "8 July 2026\n9 September 2026, both at 6.30pm\n\nUna Fell"],
)
@pytest.mark.parametrize("title", ["Date of next meeting", "DATES OF FUTURE MEETINGS", "To note the next meeting"])
def test_the_day_below_an_item_on_the_next_meeting_is_not_the_meetings(found: Found, title: str, below: str) -> None:
    pack = found(
        "BRINDLE TOWN COUNCIL\n\nYou are summoned to a meeting of the Town Council on Wednesday 10th June 2026 at "
        f"7.15pm in the Moot Hall, Brindle.\n\nAGENDA\n\n26/14 Apologies\n26/15 Hives\n26/16 {title}\n{below}\n"
    )
    assert (pack.meeting.get("date"), pack.meeting.get("time")) == ("2026-06-10", "19:15")
    assert items(pack)[-1] == ("26/16", title)


def test_the_members_of_a_council_are_not_its_name(found: Found) -> None:
    pack = found(
        "Agenda\nFull Council\nDate: 14th July 2026\nTime: 6:30pm\n\nCouncil members:\nIndependent\nCllr A. Oak\n"
        "The Mayor: Cllr B. Elm\n\n01 Apologies\n02 Rivers\n03 Urgent business\n"
    )
    assert pack.meeting.get("body") == "Full Council"
    assert [(one.get("name"), one.get("group")) for one in pack.meeting.of("member")] == [
        ("A. Oak", "Independent"),
        ("B. Elm", ""),
    ]


def test_a_meeting_that_will_now_be_on_another_day_is_asked_about(found: Found) -> None:
    pack = found(
        "Elder Parish Council – Notice of Extraordinary Meeting\n\nThe meeting called for Monday 1 June 2026 will now "
        "take place on Thursday 4 June 2026 at 7.00 p.m. in the Church Rooms.\n\nBusiness:\n1. Apologies\n2. Clerk\n"
    )
    assert pack.meeting.get("body") == "Elder Parish Council"
    assert "will now take place" in pack.meeting.get("state")


def test_recommendations_lettered_in_capitals(found: Found) -> None:
    text = "Recommended action:\nA. Adopts the policy.\nB. Spends £120,000.\n\nBackground\nThere are 4,200 homes.\n"
    assert _report(found(HEAD + text))[3] == "1. Adopts the policy.\n2. Spends £120,000."


def test_initials_are_no_telephone(found: Found) -> None:
    pack = found(
        "Parks Committee\n4 May 2026 at 7pm\n\nMembers: Councillors T. Oak (Chair), M. Elm (Vice-Chair), E. Ash, "
        "T. Yew\n\nAGENDA\n1. Apologies\n2. Hives\n"
    )
    assert roll(pack) == ["T. Oak chair", "M. Elm vice-chair", "E. Ash", "T. Yew"]


def test_wards_behind_names_are_no_members_and_hours_behind_items_no_words(found: Found) -> None:
    pack = found(
        "ELDERSHIRE COUNCIL\nAREA BOARD (WEST)\n\nDate: Tuesday 13 October 2026\nTime: 7.00 pm\n\nMembership:\n"
        "Cllr Ann Oak, Weir North          Cllr Bob Elm, Weir South (Chairman)\n"
        "Cllr Cat Ash, Mill & Ponds        Cllr Dan Yew, Heath\nCllr Eve Fir, Weir East\n\n"
        "Items to be considered      Time\n1   Welcome                 7.00pm\n2   Apologies\n"
        "3   Grants (Pages 11 - 20)  7.45pm\n4   Close   8.30pm\n"
    )
    assert pack.meeting.get("body") == "Area Board (West)"
    assert roll(pack) == ["Ann Oak", "Bob Elm chair", "Cat Ash", "Dan Yew", "Eve Fir"]
    assert any("“Weir East”, after Eve Fir, is taken for a ward" in doubt.text for doubt in pack.all_doubts())
    assert [title for _, title in items(pack)] == ["Welcome", "Apologies", "Grants", "Close"]
    assert pack.meeting.of("item")[2].get("pages") == "11-20"
    assert "summoned by" not in pack.meeting.facts


def test_a_body_with_a_chair_has_no_vice_chairman(found: Found) -> None:
    pack = found(
        "Parks Committee\n4 May 2026 at 7pm\nMembers:\nCllr Ann Oak (Chair)\nCllr Bob Elm\n\n"
        "AGENDA\n1. Apologies\n2. Bees\n"
    )
    assert convened(pack).vice_chair_label == "Vice-Chair"
