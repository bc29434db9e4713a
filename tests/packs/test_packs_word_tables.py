"""An agenda whose items stand in a Word table without headings: parts, rows without a number, and cells with several
paragraphs; and what such agendas say beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest

from store.packs import Pack, convened, read_pack

Found = Callable[..., Pack]

HEAD = ("WEIRHAM BOROUGH COUNCIL", "SCRUTINY COMMITTEE", "Tuesday, 16 February 2027 at 6.30 p.m.", "Town Hall, Weirham")
ROWS = (
    ("", "APOLOGIES FOR ABSENCE\nTo receive any apologies.", ""),
    ("1.", "DECLARATIONS OF INTEREST\nMembers are reminded of the Code", "5 - 8"),
    ("2.", "UNRESTRICTED MINUTES\nTo confirm as a correct record the minutes held on 25 January 2027.", "9 - 18"),
    ("3.", "REPORTS 'CALLED IN'", ""),
    ("3 .1", "Closing the boathouse\nReport of the Director of Parks\nRecommendation: That it be noted.", "19 - 84"),
    ("4.", "Waste services\nReport of the Director of Waste\nRecommendations: The Committee is recommended to:\n"
     "1. Note the report; and\n2. Make recommendations to the Mayor.", "85 - 92"),
    ("5.", "EXCLUSION OF THE PRESS AND PUBLIC\nThe Committee is asked to exclude the press and public", ""),
    ("6.", "Depot lease\nReport of the Director of Place", "93 - 99"),
)  # fmt: skip


def word(path: Path, rows: Sequence[tuple[str, ...]], breaks: bool = False, below: Sequence[str] = ()) -> Pack:
    document = docx.Document()
    for words in HEAD:
        document.add_paragraph(words)
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            first, *more = [words.replace("\n", "\n\n")] if breaks else words.split("\n")
            cell.text = first
            for paragraph in more:
                cell.add_paragraph(paragraph)
    for words in below:
        document.add_paragraph(words)
    document.save(str(path / "agenda.docx"))
    pack, failed = read_pack([path / "agenda.docx"])
    assert not failed
    return pack


@pytest.mark.parametrize("breaks", [False, True])
def test_each_row_is_an_item_with_the_first_paragraph_as_its_title(tmp_path: Path, breaks: bool) -> None:
    pack = word(tmp_path, ROWS, breaks)
    items = pack.meeting.of("item")
    assert [(item.get("number"), item.get("title")) for item in items] == [
        ("", "APOLOGIES FOR ABSENCE"),
        ("1", "DECLARATIONS OF INTEREST"),
        ("2", "UNRESTRICTED MINUTES"),
        ("3", "REPORTS 'CALLED IN'"),
        ("3.1", "Closing the boathouse"),
        ("4", "Waste services"),
        ("5", "EXCLUSION OF THE PRESS AND PUBLIC"),
        ("6", "Depot lease"),
    ]
    assert items[2].get("minutes of") == "2027-01-25"
    assert (items[4].get("presented by"), items[4].get("recommendations")) == ("Director of Parks", "That it be noted.")
    assert items[5].get("recommendations") == "1. Note the report; and\n2. Make recommendations to the Mayor."
    assert not items[3].get("recommendations")
    assert not items[0].get("heading")


def test_what_stands_below_the_exclusion_is_taken_in_private_and_asked_about(tmp_path: Path) -> None:
    pack = word(tmp_path, ROWS)
    assert [item.get("exempt") for item in pack.meeting.of("item")] == ["", "", "", "", "", "", "", "yes"]
    said = [doubt.text for doubt in pack.all_doubts()]
    assert "“Depot lease” stands below the exclusion of the public, and is taken in private: is that so?" in said
    assert (
        "“APOLOGIES FOR ABSENCE” has no number on the agenda, and is taken for an item of its own: is that so?" in said
    )


@pytest.mark.parametrize(
    ("title", "after"),
    [
        ("Exclusion of the press and public (if required)", "Depot lease"),
        ("Exclusion of the press and public", "Date of next meeting"),
        ("Waste services", "Depot lease"),
    ],
)
def test_an_exclusion_that_may_not_come_closes_nothing(tmp_path: Path, title: str, after: str) -> None:
    pack = word(tmp_path, [("1", "Apologies", ""), ("2", title, ""), ("3", after, "")])
    assert not any(item.get("exempt") for item in pack.meeting.of("item"))


def test_the_public_comes_back(found: Found) -> None:
    pack = found(
        "Weir Town Council\n\nMeeting on Tuesday 6 April 2027 at 7pm in the Guildhall, Weir\n\nAGENDA\n\n"
        "1. Apologies\n2. Public Bodies (Admission to Meetings) Act 1960:\n"
        "To resolve that the public and press leave the meeting.\n"
        "3. Tenders for the toilets\n4. To resolve that the public and press be re-admitted.\n5. Allotments\n"
    )
    assert [item.get("exempt") for item in pack.meeting.of("item")] == ["", "", "yes", "", ""]


def test_letters_in_the_column_of_numbers_are_parts(tmp_path: Path) -> None:
    rows = [("1", "Apologies"), ("2", "Finance"), ("a", "Payments"), ("b", "Accounts"), ("3", "Hives"), ("3i", "Wax")]
    pack = word(tmp_path, rows)
    assert [item.get("number") for item in pack.meeting.of("item")] == ["1", "2", "2a", "2b", "3", "3i"]


@pytest.mark.parametrize(
    "below",
    [
        (
            "Next Meeting of the Scrutiny Committee",
            "Monday, 22 March 2027 at 7.00 p.m. to be held in the Corn Exchange",
        ),
        ("Date of next meeting: Monday 22 March 2027 at 7pm",),
        ("Dates of future meetings", "22 March 2027", "26 April 2027", "All at 7pm in the Guildhall"),
    ],
)
def test_the_next_meetings_day_is_never_this_ones(tmp_path: Path, below: Sequence[str]) -> None:
    pack = word(tmp_path, ROWS, below=below)
    meeting = pack.meeting
    assert (meeting.get("date"), meeting.get("time")) == ("2027-02-16", "18:30")
    assert meeting.get("venue") == "Town Hall, Weirham"
    assert not any("More than one" in doubt.text for doubt in pack.all_doubts())


SUMMONS = (
    "TUESDAY, 9TH FEBRUARY, 2027\n\nTO: ALL MEMBERS OF THE COUNTY COUNCIL\n\n"
    "I HEREBY SUMMON YOU TO ATTEND A MULTI-LOCATION MEETING OF LLANDERWEN COUNTY\n"
    "BOROUGH COUNCIL WHICH WILL BE HELD IN THE CHAMBER, COUNTY HALL, LLANDERWEN\n"
    "AND REMOTELY AT 10.00 AM, ON TUESDAY, 16TH FEBRUARY, 2027 FOR THE\nTRANSACTION OF THE BUSINESS BELOW\n\n"
    "Ann Oak\nCHIEF EXECUTIVE\n\nThe meeting can be attended in person at the\n"
    "venue detailed above or remotely via Zoom.\n\nCOUNTY COUNCIL\nMEMBERSHIP - 2 MEMBERS\n\n"
    "PLAID CYMRU GROUP - 1 MEMBER\n1. Councillor Bob Elm (Chair)\n\nLABOUR GROUP - 1 MEMBER\n1. Councillor Cat Ash\n\n"
    "AGENDA\n\n1. APOLOGIES FOR ABSENCE.\n"
    "2. TO APPROVE AND SIGN AS A CORRECT RECORD THE MINUTES OF THE MEETINGS OF THE COUNCIL HELD ON THE:-\n"
    "2.1 13TH JANUARY, 2027;\n2.2 20TH JANUARY, 2027.\n3. NOTICE OF MOTION PROPOSED BY COUNCILLOR CAT ASH\n"
    '"That this Council calls for a bridge."\n4. LEASE.\nRECOMMENDED that the lease be granted.\n'
)


def test_a_summons_broken_at_a_width_gives_the_day_and_the_place(found: Found) -> None:
    pack = found(SUMMONS)
    meeting = pack.meeting
    assert {name: meeting.get(name) for name in ("body", "date", "time", "venue", "profile", "council")} == {
        "body": "Llanderwen County Borough Council",
        "date": "2027-02-16",
        "time": "10:00",
        "venue": "Chamber, County Hall, Llanderwen and Remotely",
        "profile": "wales",
        "council": "Llanderwen County Borough Council",
    }
    assert [(one.get("name"), one.get("group")) for one in meeting.of("member")] == [
        ("Bob Elm", "Plaid Cymru Group"),
        ("Cat Ash", "Labour Group"),
    ]
    assert [item.get("title") for item in meeting.of("item")][-3:] == [
        "20TH JANUARY, 2027",
        "NOTICE OF MOTION PROPOSED BY COUNCILLOR CAT ASH",
        "LEASE",
    ]
    assert meeting.of("item")[1].get("minutes of") == "2027-01-13 2027-01-20"
    assert meeting.of("item")[-1].get("recommendations") == "That the lease be granted."
    moved = meeting.of("item")[-2]
    assert (moved.get("motion"), moved.get("mover")) == ("That this Council calls for a bridge.", "Cat Ash")


@pytest.mark.parametrize(
    ("said", "called"),
    [("1. Election of a Chair", "Chair"), ("1. Election of a Chairman", "Chairman"), ("1. Chair\n2. Chairman", "")],
)
def test_what_the_papers_call_the_chair_is_taken(found: Found, said: str, called: str) -> None:
    pack = found(
        "Licensing Sub-Committee\n6 October 2026\n6.30 pm\nTown Hall, Weirham\nPublication date: 28 September 2026\n\n"
        f"Agenda\n\n{said}\n3. Disclosure of interests\n4. Application for a licence\n"
    )
    assert pack.meeting.get("chair_label") == called
    assert pack.meeting.get("published") == "2026-09-28"
    assert not any("28 September" in fact.value for fact in pack.unread)


def test_the_day_of_publication_reaches_the_meeting(found: Found) -> None:
    pack = found(
        "Licensing Sub-Committee\n6 October 2026\n6.30 pm\nTown Hall, Weirham\nDate of publication: 28 September 2026\n"
        "\nMembers:\nCouncillor Ann Oak\nCouncillor Bob Elm\n\nAgenda\n\n1. Apologies\n2. A licence\n3. Another\n"
    )
    assert str(convened(pack).published) == "2026-09-28"


def test_a_row_of_people_that_is_not_read_is_listed(found: Found) -> None:
    pack = found(
        "Parks Committee\n12 May 2026\n\nDeputy Cabinet Members:\nCouncillor Ann Oak\n\n"
        "Agenda\n\n1. Apologies\n2. Hives\n3. Ponds\n"
    )
    assert not pack.meeting.of("member")
    assert "Councillor Ann Oak" in [fact.value for fact in pack.unread]


def test_notes_below_the_agenda_are_no_items_and_prose_below_a_verdict_is_none_of_it(found: Found) -> None:
    pack = found(
        "Weir Parish Council\n\nMeeting on Tuesday 6 April 2027 at 7pm in the Village Hall, Weir\n\nAGENDA\n"
        "1. Apologies for absence\n2. Declarations of Interest\n3. 12 Port View, new shed\nRecommendation: Approve\n"
        "The site lies north of the road.\n4. Allotments\nNOTES:\n1. Please switch off your phones.\n"
        "2. The press and public are welcome.\n"
    )
    items = pack.meeting.of("item")
    assert [item.get("number") for item in items] == ["1", "2", "3", "4"]
    assert items[2].get("recommendations") == "Approve"


@pytest.mark.parametrize(
    "call",
    [
        "The meeting will take place in the Long Room, Market Hall, on Thursday, 27 March 2031 at 7.00pm",
        "Notice is hereby given of a meeting in the Long Room, Market Hall, on Thursday, 27 March 2031 at 7.00pm",
    ],
)
def test_the_sentence_that_calls_a_meeting_is_of_it_though_the_next_one_s_day_stands_above(
    found: Found, call: str
) -> None:
    paper = (
        f"Environment Overview Committee\n\nDate of the next meeting: Monday 4 May 2031\n\n{call}\n\nAGENDA\n\n"
        "1. Apologies for absence\n2. Depot lease\n3. Any other business\n"
    )
    meeting = found(paper).meeting
    assert (meeting.get("date"), meeting.get("time")) == ("2031-03-27", "19:00")


@pytest.mark.parametrize(
    "note",
    [
        "NOTES: Members are reminded to bring their passes.",
        "Please note: the lift is out of order.",
        "Publication date: 19 March 2031",
        "For further information about this agenda ask the clerk.",
    ],
)
def test_what_a_paper_says_of_itself_is_no_clause_of_what_is_recommended_above(found: Found, note: str) -> None:
    paper = (
        "Environment Overview Committee\n\nThursday, 27 March 2031 at 7.00pm\n\nAGENDA\n\n1. Apologies for absence\n"
        "2. Rents\nRecommendation: That the rents be kept.\n3. Depot lease\nRecommendation:\n"
        f"1. That the lease be signed.\n2. That notice be given.\n{note}\n"
    )
    items = found(paper).meeting.of("item")
    assert items[-1].get("recommendations") == "1. That the lease be signed.\n2. That notice be given."
    assert items[1].get("recommendations") == "That the rents be kept."


def test_a_lettered_part_below_a_report_is_an_item_and_no_clause(found: Found) -> None:
    paper = (
        "Parks Committee\n\nThursday, 27 March 2031 at 7.00pm\n\nAGENDA\n\n1. Apologies\n2. Minutes\n3. Hives\n"
        "REPORT OF THE HEAD OF PARKS\nRECOMMENDATION:\nThat four hives be bought.\n3a. Benches in Mill Park\n4. Ponds\n"
    )
    items = {item.get("number"): item for item in found(paper).meeting.of("item")}
    assert items["3a"].get("title") == "Benches in Mill Park"
    assert items["3"].get("recommendations") == "That four hives be bought."
    assert "4" in items
