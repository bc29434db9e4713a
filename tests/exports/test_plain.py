"""The plain text of a draft, whole and block by block."""

import subprocess
import sys

from exports.blocks import (
    ActionLine,
    ChairLines,
    Closing,
    FrontHeading,
    Grid,
    ItemHeading,
    Listing,
    NameColumns,
    Span,
    Title,
)
from exports.plain import clean, item_label, lines, name_rows, one_line, tidy, write_text
from tests.exports.drafts import bullet, draft, number, plain_line, prose


def test_a_draft_as_text() -> None:
    meeting = draft(
        FrontHeading(text="Members Present:-"),
        ChairLines(lines=("Councillor Ada Birch (Chairman)",)),
        NameColumns(names=("Councillor Cy Elm", "Councillor Di Oak", "Councillor Flo Maple")),
        ItemHeading(number="1", text="Bees (if any)"),
        prose("*RESOLVED* – to buy nets."),
        ActionLine(text="Action: Ms Reed"),
        Closing(text="The meeting finished at 9.07 pm"),
    )
    assert write_text(meeting) == (
        "DRAFT – not yet approved by the Committee\n\n"
        "Decisions of the Allotments and Ponds Committee\n4 March 2031\n\n"
        "Members Present:-\n\n"
        "Councillor Ada Birch (Chairman)\n\n"
        "Councillor Cy Elm     Councillor Di Oak\nCouncillor Flo Maple\n\n"
        "1. BEES (IF ANY)\n\n"
        "RESOLVED – to buy nets.\n\n"
        "Action: Ms Reed\n\n"
        "The meeting finished at 9.07 pm\n"
    )


def test_lists_are_set_in_by_their_depth() -> None:
    listing = Listing(
        entries=(plain_line("To buy:"), number("1", "Nets"), number("1.1", "of silk\nor linen"), bullet("green", 2))
    )
    assert lines(listing) == ["To buy:", "1. Nets", "   1.1 of silk", "       or linen", "      - green"]
    assert lines(listing, tabs=True) == ["To buy:", "1. Nets", "1.1 of silk", "or linen", "- green"]


def test_a_table_is_aligned_and_numbered_within_its_cells() -> None:
    grid = Grid(
        header=("Green (2)", "Blue (1)"),
        rows=((("Ada Birch", "Cy Elm"), ("Di Oak",)),),
        title="Nominations",
        description="",
        numbered=True,
    )
    assert lines(grid) == ["Green (2)     Blue (1)", "1. Ada Birch  1. Di Oak", "2. Cy Elm"]
    assert lines(grid, tabs=True) == ["Green (2)\tBlue (1)", "1. Ada Birch\t1. Di Oak", "2. Cy Elm\t"]


def test_a_wide_table_wraps_within_its_columns() -> None:
    grid = Grid(
        header=("Councillor", "Interest"),
        rows=((("Ada Birch",), ("keeps bees " * 20,)),),
        title="Interests",
        description="",
    )
    found = lines(grid)
    assert max(map(len, found)) <= 78
    assert " ".join(line[12:] for line in found[1:]).split() == ["keeps", "bees"] * 20


def test_a_ragged_table_is_squared_and_an_empty_one_is_left_out() -> None:
    ragged = Grid(header=("A",), rows=((("1",), ("2",)), ()), title="", description="")
    assert lines(ragged, tabs=True) == ["A\t", "1\t2"]
    assert lines(Grid(header=("",), rows=((("",),),), title="", description="")) == []


def test_names_fill_row_by_row_and_a_long_one_has_a_row_to_itself() -> None:
    long = "B" * 40
    assert name_rows(("A", "B", "", "C")) == [("A", "B"), ("C",)]
    assert name_rows(("A", long, "C", "D", "E", long)) == [("A",), (long,), ("C", "D"), ("E",), (long,)]


def test_numbers_of_items() -> None:
    labels = {"8": "8.", "6a": "6a.", "11.1": "11.1", "77/21": "77/21", "a)": "a)", "": ""}
    assert {number: item_label(number) for number in labels} == labels


def test_an_unnumbered_heading_is_its_title_alone() -> None:
    assert lines(ItemHeading(number="", text="Chairman’s introduction")) == ["CHAIRMAN’S INTRODUCTION"]


def test_nothing_reaches_a_terminal_but_text() -> None:
    assert clean("a\x1b[2Jb\x9bc\ud800") == "a\ufffd[2Jb\ufffdc\ufffd"
    assert clean("a\r\nb\rc\x0bd\u2028e\x85f") == "a\nb\nc\nd\ne\nf"
    assert one_line("  a\n\t b ") == "a b"
    assert one_line("\xa0") == ""


def test_spaces_do_not_double_where_two_spans_meet() -> None:
    assert tidy((Span(" RESOLVED ", True), Span("  – to\n\n buy  nets. "))) == (
        Span("RESOLVED ", True),
        Span("– to\nbuy nets."),
    )
    assert tidy((Span(" "), Span("\n", True))) == ()


def test_a_block_with_nothing_to_show_takes_no_lines() -> None:
    assert lines(Title(text="", date="")) == []
    assert write_text(draft(prose(" "), status="")) == "Decisions of the Allotments and Ponds Committee\n4 March 2031\n"


def test_text_is_written_without_word_or_a_terminal() -> None:
    heavy = ("docx", "lxml", "textual", "rich", "jinja2")
    asked = f"import sys, exports.plain; print([name for name in {heavy} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
