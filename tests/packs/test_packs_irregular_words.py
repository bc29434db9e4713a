"""Irregularities 24 to 44: recommendations, headings and numbers, lines and pages, each by its number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clerk.texts import read_clauses
from store.packs import Pack, Record
from store.packs.flow import flowing
from store.packs.from_text import read_text
from store.packs.marks import inline, split_mark, visible
from store.packs.recommending import clauses, joined

Found = Callable[..., Pack]

TABLE = """\
Parks and Waterways Committee
12 March 2031

Title\tBoathouse
Report of\tHead of Parks
Wards\tAll
Status\tPublic
Enclosures\tNone
Officer Contact Details\tJo Reed (jo.reed@thornmere.example)

Summary

It leaks.

Recommendations

"""
SECTION = "\n1. WHY THIS REPORT IS NEEDED\n\n- 1.1 It leaks.\n"


def report(pack: Pack) -> Record:
    return next(record for _, record in pack.meeting.walk() if record.kind == "report")


def recommended(found: Found, text: str, section: str = SECTION) -> str:
    return report(found(TABLE + text + section)).get("recommendations")


def lines(text: str) -> list[str]:
    return [line.whole for line in flowing(read_text(text, "x.txt"))]


def test_24_numbered(found: Found) -> None:
    assert (
        recommended(found, "1. That it be mended.\n2. That it be painted.\n")
        == "1. That it be mended.\n2. That it be painted."
    )


def test_25_a_lone_bullet_in_bold(found: Found) -> None:
    assert recommended(found, "- **The Committee is asked to review it.**\n") == "The Committee is asked to review it."
    assert recommended(found, "- The Committee is asked to review it.**\n") == "The Committee is asked to review it."


@pytest.mark.parametrize(
    "section", ["1. WHY THIS REPORT IS NEEDED", "1. INTRODUCTION", "1. Introduction", "### 1. WHY"]
)
def test_26_followed_at_once_by_section_1(section: str, found: Found) -> None:
    assert recommended(found, "1. That it be mended.\n", f"{section}\n\n1.1 It leaks.\n") == "That it be mended."


@pytest.mark.parametrize(
    "words",
    ["That the Committee agree it.", "To note it.", "The Committee is asked to note it.", "To continue to pool data"],
)
def test_27_however_they_begin(words: str, found: Found) -> None:
    assert recommended(found, f"1. {words}\n") == words


def test_28_sub_numbers_and_nested_bullets(found: Found) -> None:
    text = "1. That it be mended.\n - 1.1 That the roof be first.\n - Tiles\n - Gutters\n2. That it be painted.\n"
    got = recommended(found, text)
    assert got.split("\n") == [
        "1. That it be mended.",
        "1.1 That the roof be first.",
        "- Tiles",
        "- Gutters",
        "2. That it be painted.",
    ]
    assert [(clause.depth, clause.text) for clause in read_clauses(got)] == [
        (0, "That it be mended."),
        (1, "That the roof be first.\n- Tiles\n- Gutters"),
        (0, "That it be painted."),
    ]


def test_28_a_lead_and_its_clauses() -> None:
    stream = read_text("That the Committee:\n\n1. agree it\n2. note it", "x.txt")
    assert clauses(stream.lines).text == "1. That the Committee:\n1.1 agree it\n1.2 note it"


def test_28_lettered_clauses() -> None:
    stream = read_text("1. That it be agreed:\n a) at once\n b) in full\n2. That it be noted", "x.txt")
    assert clauses(stream.lines).text.split("\n") == [
        "1. That it be agreed:",
        "- at once",
        "- in full",
        "2. That it be noted",
    ]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("That Officers be instructed to implement the Plan.", id="29-duties"),
        pytest.param(
            "That authority be delegated to the Director, in consultation with the Chairman.", id="29-delegated"
        ),
        pytest.param("That it be recommended to Full Council for approval.", id="30-council"),
        pytest.param("That referrals be made to the Policy and Resources Committee.", id="30-committee"),
    ],
)
def test_29_30_others_duties_and_other_bodies(words: str, found: Found) -> None:
    pack = found(TABLE + f"1. That it be noted.\n2. {words}\n" + SECTION)
    assert report(pack).get("recommendations").endswith(f"2. {words}")
    assert pack.meeting.get("body") == "Parks and Waterways Committee"


def test_31_a_report_with_none(found: Found) -> None:
    pack = found(TABLE.replace("Recommendations\n\n", "") + SECTION)
    assert report(pack).get("recommendations") == ""
    assert any("makes no recommendation" in doubt.text for doubt in pack.all_doubts())


@pytest.mark.parametrize(
    ("printed", "mark", "words"),
    [
        ("1. INTRODUCTION", "1.", "INTRODUCTION"),
        ("## **2 REASONS FOR RECOMMENDATIONS**", "2.", "REASONS FOR RECOMMENDATIONS"),
        ("## **5.6 Equalities and Diversity**", "5.6", "Equalities and Diversity"),
        ("6 BACKGROUND PAPERS", "6.", "BACKGROUND PAPERS"),
        ("- 1.1 It is so.", "1.1", "It is so."),
        ("1.1 It is so.", "1.1", "It is so."),
        ("20 NOVEMBER 2019", "", "20 NOVEMBER 2019"),
        ("2015 the Committee agreed", "", "2015 the Committee agreed"),
    ],
    ids=["32", "32", "32", "32", "35", "35", "32-date", "32-year"],
)
def test_32_35_numbers_with_and_without_dots(printed: str, mark: str, words: str) -> None:
    line = read_text(printed, "x.txt").lines[0]
    assert (line.mark, line.text) == (mark, words)


def test_33_numbers_repeated_or_wrong_are_a_doubt(found: Found) -> None:
    pack = found(TABLE + "1. That it be mended.\n3. That it be painted.\n" + SECTION)
    fact = report(pack).facts["recommendations"]
    assert fact.value == "1. That it be mended.\n2. That it be painted."
    assert "not one after another" in fact.doubt


@pytest.mark.parametrize(
    "section", ["1. WHY THIS REPORT IS NEEDED AND REASONS FOR RECOMMENDATIONS", "2. BACKGROUND PAPERS"]
)
def test_34_sections_merged_or_missing(section: str, found: Found) -> None:
    assert recommended(found, "1. That it be mended.\n", f"\n{section}\n") == "That it be mended."


def test_35_footnotes_between_paragraphs_are_no_items(found: Found) -> None:
    pack = found(TABLE + "1. That it be noted.\n" + SECTION + "\n¹ A note at the foot.\n\n² Another.\n")
    assert len(pack.meeting.of("item")) == 1


def test_36_headings_glued_to_what_is_before_and_after(found: Found) -> None:
    text = (
        "Annual Report to the Committee 12 March 2031**1. SUMMARY**\n\n5.1 Summary of Actions Satisfactory progress\n"
    )
    pack = found(TABLE + "1. That it be noted.\n" + SECTION + text)
    assert len([record for _, record in pack.meeting.walk() if record.kind == "report"]) == 1
    assert report(pack).get("summary") == "It leaks."


def test_37_a_sentence_cut_by_a_page() -> None:
    cut = "You will be directed to the nearest exit by uniformed\n\ncustodians. It is vital."
    assert lines(cut) == ["You will be directed to the nearest exit by uniformed custodians. It is vital."]
    assert len(lines("The council keeps its papers in the town hall.\n\nand so on")) == 2
    assert len(lines("Parks Committee\n\nof the council")) == 2


def test_38_a_hyphen_at_the_break_that_belongs_or_does_not() -> None:
    belongs = "There is to be a vote on the new membership of the Sub-\n\nCommittee of the council."
    assert lines(belongs) == ["There is to be a vote on the new membership of the Sub-Committee of the council."]
    artefact = "All of the many and various move-\n\nments of reserves were seen."
    assert "movements of reserves" in lines(artefact)[0]
    kept = "It is a multi-agency plan, and there is to be more multi-\n\nagency work in the year."
    assert lines(kept)[0].count("multi-agency") == 2
    cells = "The reserve movements\nReserve Move-ments\tTotal\nLong-term\tplan"
    rows = [line.cells for line in flowing(read_text(cells, "x.txt"))]
    assert rows[1:] == [("Reserve Movements", "Total"), ("Long-term", "plan")]


def test_39_furniture() -> None:
    blank = "This page is intentionally left blank"
    text = f"Members Present:-\n\nAGENDA ITEM 1\n\nCouncillor Ash\n\n{blank}\n\n17\n\nPage 3 of 9\n\nEnd"
    assert lines(text) == ["Members Present:-", "Councillor Ash", "End"]
    stamped = flowing(read_text(text, "x.txt"))
    assert [line.stamp for line in stamped][:2] == ["", "1"]


def test_39_running_titles() -> None:
    pages = "\f".join(f"Thornmere Council\n\nWords of page {number}.\n\nParks pack" for number in range(1, 8))
    got = lines(pages)
    assert got.count("Thornmere Council") == got.count("Parks pack") == 1
    assert sum(line.startswith("Words") for line in got) == 7


def test_40_blank_lines_and_no_final_newline() -> None:
    assert lines("\n \n\n\t\n   \nOne\n \n\nTwo") == ["One", "Two"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Performance &amp; Risk", "Performance & Risk"),
        ("Strategy & Lead", "Strategy & Lead"),
        ("<https://thornmere.example/a?b=1&c=2>", "https://thornmere.example/a?b=1&c=2"),
        ("the [Corporate Plan](#) of", "the Corporate Plan of"),
        ('<a href="mailto:jo@x.example">jo@x.example</a>', "jo@x.example"),
        ("Members&amp;#39; Items", "Members' Items"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_41_entities_links_and_tags(raw: str, words: str) -> None:
    assert inline(raw) == words


@pytest.mark.parametrize("quotes", ["Members' Items", "Members’ Items"])
def test_42_quotes_and_dashes(quotes: str, found: Found) -> None:
    text = f"Item No\tTitle of Report\tPages\n1.\t{quotes}\t3 – 4\n2.\tX\t5 - 6\n"
    items = found(text).meeting.of("item")
    assert items[0].get("title") == quotes
    assert [item.get("pages") for item in items] == ["3-4", "5-6"]
    assert split_mark("– an aside") == ("-", "an aside")


def test_43_marks_within_words_are_left_and_signs_are_data() -> None:
    assert inline("**Priority** of *overall performance*⁴ ↑ I") == "Priority of overall performance⁴ ↑ I"
    assert inline("5 * 6 * 7") == "5 * 6 * 7"
    assert inline("snake_case stays") == "snake_case stays"
    assert visible("of\ufb01ce\u00ad \u200bdoor\u00a0way") == "office door way"


def test_44_blacked_out_and_slips(found: Found) -> None:
    pack = found(TABLE.replace("Wards\tAll", "Wards\txxxxxxx") + "1. That it be noted.\n" + SECTION)
    assert report(pack).facts["wards"].sure == "unsure"
    assert any("blacked out" in doubt.text for doubt in pack.all_doubts())
    pack = found("Item No\tTitle of Report\tPages\n1.\tBlueprint for for parks\t\n2.\tLocks\t\n")
    assert "“for for”" in pack.meeting.of("item")[0].facts["title"].doubt


def test_reports_under_one_item_make_one_list() -> None:
    assert joined(["That A.", "1. That B.\n1.1 in full\n- soon\n2. That C.", "That D."]).split("\n") == [
        "1. That A.", "2. That B.", "2.1 in full", "- soon", "3. That C.", "4. That D.",
    ]  # fmt: skip
    assert joined(["That A."]) == "That A."
