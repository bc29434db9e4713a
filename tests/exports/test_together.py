"""What stands on one page, in Word and in the PDF alike; nobody signs a page with nothing else on it."""

from io import BytesIO

import pdfplumber
import pytest
from docx import Document

from exports.blocks import AnyBlock, Closing, Draft, Grid, ItemHeading, ListEntry, Listing, Prose, Span
from exports.html import write_html
from exports.pdf import write_pdf
from exports.together import in_one_piece, stays_with_next
from tests.exports.drafts import draft, prose
from tests.exports.test_word import written
from tests.meetings import holding

PUT = Prose(spans=(Span("The Chair moved to the vote on the recommendation."),), construct="MT-01")
FIGURES = Listing(entries=(ListEntry((Span("For – 5"),), "plain"),), construct="VO-03")
TABLE = Grid(header=("Councillor", "Item"), rows=(((("Cllr Fen",)), ("7",)),), title="Interests", description="")
END = Closing(text="The meeting finished at 9.07 pm")
NEXT = ItemHeading(number="2", text="Ponds", item="2")


def _pages(what: Draft) -> list[str]:
    stream = BytesIO()
    write_pdf(what, stream)
    with pdfplumber.open(stream) as pdf:
        return [page.extract_text() for page in pdf.pages]


@pytest.mark.parametrize("block", [prose("Noted."), FIGURES, TABLE, PUT])
def test_the_last_lines_stay_with_the_end_of_the_meeting(block: AnyBlock) -> None:
    assert stays_with_next(block, END)


def test_a_vote_stays_with_its_result_and_what_comes_before_an_item_does_not_stay_with_it() -> None:
    assert stays_with_next(PUT, prose("RESOLVED"))
    assert stays_with_next(FIGURES, prose("RESOLVED"))
    assert not stays_with_next(PUT, NEXT)
    assert not stays_with_next(FIGURES, NEXT)
    assert not stays_with_next(TABLE, prose("Thanks were given."))
    assert not stays_with_next(prose("Thanks were given."), prose("The Chair agreed."))


def test_words_of_a_housing_committee_stay_together_in_word() -> None:
    paragraphs = Document(written(holding.public("02-housing-committee"))).paragraphs
    kept = {p.text.replace("\u00a0", " "): p.paragraph_format.keep_with_next for p in paragraphs}
    assert kept["The Chair moved to the vote on the officer’s recommendation."]
    assert kept["Recommendation 2 was LOST."] is None
    assert kept["None."]
    assert kept["The meeting finished at 8.45 pm"]


def test_no_page_of_a_pdf_has_nothing_but_the_place_for_the_signature() -> None:
    for lines in range(18, 30):
        blocks = (*(prose(f"Line {n}.") for n in range(lines)), END)
        last = _pages(draft(*blocks, chair="Chair"))[-1]
        assert f"Line {lines - 1}.\nThe meeting finished" in last, lines


def test_a_table_that_is_no_vote_breaks_between_its_rows_rather_than_leave_a_page_half_empty() -> None:
    rows = tuple(((f"Cllr Fen {n}",), (str(n),)) for n in range(12))
    table = Grid(header=("Councillor", "Item"), rows=rows, title="Interests", description="")
    blocks = (*(prose(f"Line {n}.") for n in range(20)), table)
    first, second = _pages(draft(*blocks))
    assert "Councillor Item\nCllr Fen 0" in first
    assert "Councillor Item\nCllr Fen" in second
    assert "Cllr Fen 11" in second


def test_figures_of_a_page_stand_to_the_right() -> None:
    page = write_html(holding.public("04-planning-committee"))
    assert '<th scope="col" class="figure">For (approval)</th>' in page
    assert '<td class="figure">5</td>' in page


def _box(title: str, rows: int, columns: int = 2) -> Grid:
    header = tuple(f"Column {n}" for n in range(columns))
    return Grid(header=header, rows=(((),) * columns,) * rows, title=title, description=title, blank=True)


def test_a_box_to_be_written_in_is_in_one_piece_and_beside_the_box_of_its_words() -> None:
    assert stays_with_next(_box("Amendment 1", 1), _box("Amendment 1: its words", 2))
    assert not stays_with_next(_box("Amendment 1: its words", 2), _box("Amendment 2", 1))
    assert in_one_piece(_box("Roll", 14), False)
    assert not in_one_piece(_box("Roll", 15), False)
    assert not in_one_piece(TABLE, False)
    assert in_one_piece(TABLE, True)


def test_no_box_is_parted_in_word_or_on_a_page() -> None:
    for lines in range(14, 24):
        boxes = (_box("Amendment 1", 1), _box("Amendment 1: its words", 3, 1), _box("Actions", 3))
        form = draft(*(prose(f"Line {n}.") for n in range(lines)), *boxes)
        pages = _pages(form)
        assert [page for page in pages if "Amendment 1" in page] == [page for page in pages if "its words" in page], (
            lines
        )
    rows = [table.rows for table in Document(written(form)).tables]
    kept = [[bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in one] for one in rows]
    assert kept == [[True, True], [True, True, True, False], [True, True, True, False]]
