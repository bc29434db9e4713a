"""What Word is given by choice: comments, an annex, a template to begin one's own from; and what it keeps together."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from exports.blocks import ActionLine, Draft, Grid, ItemHeading, Prose, Span
from exports.draft import draft as write_up
from exports.extracts import annex
from exports.plain import write_text
from exports.style import shipped_style
from exports.unbroken import unbroken
from exports.word import write_docx
from exports.word_comments import Comment
from tests.exports.drafts import draft, prose, whole_meeting
from tests.exports.reading import Reading, read_back, w
from tests.exports.structure import structure
from tests.meetings.holding import public
from tests.support.minute import minute

STYLE = shipped_style()


def opened(written: Draft, *comments: Comment) -> "docx.document.Document":
    stream = BytesIO()
    write_docx(written, stream, comments=comments)
    stream.seek(0)
    return docx.Document(stream)


def test_flags_are_comments_beside_their_items(tmp_path: Path) -> None:
    written = draft(ItemHeading(number="1", text="Ponds", item="i1"), prose("So it was."))
    comments = (Comment("i1", "name of the contractor"), Comment(None, "Come back here."))
    found = [comment.text for comment in opened(written, *comments).comments]
    assert found == ["name of the contractor", "Come back here."]
    path = tmp_path / "commented.docx"
    write_docx(written, path, comments=comments)
    assert structure(path) == []
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    again = BytesIO()
    write_docx(written, again, comments=comments)
    assert again.getvalue() == path.read_bytes()


def test_without_them_there_is_no_comment() -> None:
    stream = BytesIO()
    write_docx(whole_meeting(), stream)
    assert "word/comments.xml" not in ZipFile(stream).namelist()


def test_the_annex_has_the_exempt_items_alone() -> None:
    held = minute("""
        :open 19:00
        :present rest
        :take 8
        Openly said.
        :take 9
        :exclude items=9 para=3
        The price was named.
        :readmit
        :close 20:00
    """)
    made = annex(STYLE, write_up(held, STYLE, exempt=True))
    text = write_text(made)
    assert "The price was named." in text
    assert "Openly said." not in text
    assert "Members Present" not in text
    assert text.startswith("NOT FOR PUBLICATION")
    assert made.file_name.endswith(" EXEMPT")
    assert "Exempt annex" in made.file_name


def test_a_table_of_votes_stays_with_its_result_and_its_total_is_bold() -> None:
    tables = opened(public("05-annual-council")).tables
    named = next(table for table in tables if table.rows[-1].cells[0].text == "Total")
    for row in named.rows[1:]:
        assert all(p.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs)
    assert all(run.bold for run in named.rows[-1].cells[0].paragraphs[0].runs)
    assert named.rows[-1].cells[1].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_figures_stand_to_the_right_and_words_do_not() -> None:
    grid = Grid(header=("Nominee", "Votes"), rows=((("Ash",), ("4",)),), title="Ballot", description="Votes")
    cells = opened(draft(grid)).tables[0].rows[1].cells
    assert cells[1].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert cells[0].paragraphs[0].alignment is None


def test_63_names_are_a_line_for_each_side() -> None:
    text = write_text(public("06-budget-council"))
    (line,) = [line for line in text.splitlines() if line.startswith("Against (37): ")]
    assert line.count(",") == 36


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("on 3 March 2031", "on 3~March 2031"),
        ("item 13 and items 8 and 9", "item~13 and items~8 and 9"),
        ("paragraph 3 of Part 1 of Schedule 12A", "paragraph~3 of Part~1 of Schedule~12A"),
        ("set out in Appendix C", "set out in Appendix~C"),
        ("at 7.30 pm", "at 7.30~pm"),
        ("a part of it, and the item was", "a part of it, and the item was"),
        ("13 trees", "13 trees"),
    ],
)
def test_what_belongs_together_is_not_parted(typed: str, kept: str) -> None:
    assert unbroken(typed) == kept.replace("~", "\u00a0")


def test_long_actions_and_long_numbers_hang() -> None:
    long = "Action: Ms Reed – " + "write to everyone who lives by the pond and to those who fish in it " * 2
    found = opened(
        draft(ItemHeading(number="26/045", text="Ponds"), ActionLine(text=long), ActionLine(text="Action: Ms Reed"))
    )
    titled, hanging, short = found.paragraphs[-4:-1]
    assert titled.paragraph_format.left_indent == -titled.paragraph_format.first_line_indent
    assert hanging.alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert hanging.paragraph_format.first_line_indent < 0
    assert short.alignment is None


def test_titles_behind_long_numbers_stand_under_each_other() -> None:
    labels = ("27/101", "27/104.1", "27/105(a)", "6a")
    found = opened(draft(*(ItemHeading(number=label, text="Hives") for label in labels)))
    indents = [p.paragraph_format.left_indent for p in found.paragraphs if "Hives" in p.text]
    assert indents[0] == indents[1] == indents[2] is not None
    assert indents[3] is None


def test_its_properties_say_what_it_is() -> None:
    about = opened(public("01-parks-committee")).core_properties
    assert about.title.startswith("DRAFT Decisions of the Parks and Waterways Committee")
    assert (about.subject, about.category, about.content_status) == (
        "Parks and Waterways Committee",
        "Minutes",
        "Draft",
    )
    assert about.created is not None
    assert about.created.date() == date(2018, 10, 9)
    assert about.author == ""


def test_what_nobody_signs_asks_for_no_initials() -> None:
    for written, wanted in ((draft(prose("A.")), True), (draft(prose("A."), chair=""), False)):
        footer = opened(written).sections[0].footer
        assert ("Initials" in "".join(p.text for p in footer.paragraphs)) == wanted


def test_an_item_named_in_a_sentence_follows_its_number() -> None:
    held = minute("""
        :open 19:00
        :present rest
        :take 3
        :declare elm 7+8 -- owning a boat
        :take 7
        Nothing of item 8 is meant here.
        :close 20:00
    """)
    stream = BytesIO()
    write_docx(write_up(held, STYLE), stream)
    body = Reading(stream).body
    fields = [element.text.strip() for element in body.iter(w("instrText"))]
    marks = {element.get(w("name")): element.getparent() for element in body.iter(w("bookmarkStart"))}
    assert fields == ["REF item_7 \\n \\h", "REF item_8 \\n \\h"]
    assert "Boathouse" in "".join(marks["item_7"].itertext())
    assert structure(stream) == []
    assert any("Items 7 and 8" in line for line in read_back(stream)), "and it reads as before"


def test_a_typed_number_is_referred_to_by_its_text() -> None:
    span = Span("6a", item="x")
    written = draft(
        ItemHeading(number="6a", text="Ponds", item="x"), Prose(spans=(Span("See item "), span, Span("."))), prose("B.")
    )
    stream = BytesIO()
    write_docx(written, stream)
    body = Reading(stream).body
    (field,) = [element.text.strip() for element in body.iter(w("instrText"))]
    assert field == "REF item_1 \\h"
    assert "See item 6a." in read_back(stream)
    assert structure(stream) == []
