"""The PDF: conforming, set in our own fonts, tagged as the Draft's blocks are, and there whatever was typed."""

from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.blocks import (
    ActionLine,
    Closing,
    Draft,
    FrontHeading,
    Grid,
    ItemHeading,
    ListEntry,
    Listing,
    NameColumns,
    Prose,
    Span,
    plain,
)
from exports.nesting import nested
from exports.pdf import write_pdf
from exports.pdf_letters import COVERAGE, FONTS, REPLACEMENT, Letters, named
from exports.plain import cells_of, is_empty, item_label, name_rows
from exports.saving import WritingError
from tests.exports.drafts import bullet, draft, number, plain_line, prose, whole_meeting
from tests.exports.reading_pdf import Tag, tags, words
from tests.making.coverage import ranges
from tests.meetings.holding import NAMES, public

CHINESE, PRIVATE = "\u4e2d", "\ue005"


def pdf_of(written: Draft) -> bytes:
    stream = BytesIO()
    write_pdf(written, stream)
    return stream.getvalue()


def fonts_of(content: bytes) -> set[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        found = {str(thing.FontName) for thing in pdf.objects if _is_font(thing)}
    return {name.partition("+")[2] for name in found}


def _is_font(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"


@pytest.mark.parametrize("name", NAMES)
def test_it_says_that_it_conforms_and_in_which_language(name: str) -> None:
    with pikepdf.open(BytesIO(pdf_of(public(name)))) as pdf:
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
            assert about["dc:title"] == public(name).marked_title
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize("name", NAMES)
def test_its_fonts_are_ours_and_none_of_the_machine(name: str) -> None:
    assert fonts_of(pdf_of(public(name))) == {"LiberationSans", "LiberationSans-Bold"}


@pytest.mark.parametrize("name", [*NAMES, "whole"])
def test_pdfua_finds_nothing(name: str, tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed")
    file = tmp_path / "minutes.pdf"
    write_pdf(whole_meeting() if name == "whole" else public(name), file)
    report = pdfua.validate(str(file))
    assert not report.findings, report.findings


@pytest.mark.parametrize("name", [*NAMES, "whole"])
def test_its_tags_are_the_blocks_of_the_draft(name: str) -> None:
    written = whole_meeting() if name == "whole" else public(name)
    found = tags(pdf_of(written))
    headings = [tag for tag in found if tag.kind.startswith("H")]
    expected = [_heading(block) for block in written.blocks if isinstance(block, FrontHeading | ItemHeading)]
    assert [tag.title for tag in headings[1:]] == expected
    assert headings[0].text == written.blocks[0].text  # type: ignore[union-attr]
    rows = [tag.texts for tag in found if tag.kind == "TR"]
    assert rows == [row for block in written.blocks if isinstance(block, Grid) for row in _rows(block)]
    entries = [tag.text for tag in found if tag.kind == "LI" and "\t" not in tag.text]
    listed = [entry for block in written.blocks if isinstance(block, Listing) for entry in _entries(block)]
    # Lists within cells are of cells.
    assert [entry for entry in entries if entry in listed] == listed
    paragraphs = [tag.text for tag in found if tag.kind == "P"]
    for block in written.blocks:
        if isinstance(block, Prose):
            assert " ".join(plain(block.spans).split()) in paragraphs
        elif isinstance(block, ActionLine | Closing):
            assert block.text in paragraphs
        elif isinstance(block, NameColumns):
            assert {name for row in name_rows(block.names) for name in row} <= set(paragraphs)


def _heading(block: FrontHeading | ItemHeading) -> str:
    label = item_label(block.number) if isinstance(block, ItemHeading) and block.number else ""
    return f"{label} {block.text}".strip()


def _rows(grid: Grid) -> list[tuple[str, ...]]:
    if is_empty(grid):
        return []
    header, rows = cells_of(grid)
    shown = [
        tuple(" ".join(f"{n}. {line}" if grid.numbered else line for n, line in enumerate(cell, 1)) for cell in row)
        for row in rows
    ]
    return [header, *shown]


def _entries(block: Listing) -> list[str]:
    found: list[str] = []

    def walk(nodes: object) -> None:
        for node in nodes:  # type: ignore[attr-defined]
            for entry in node.entries:
                label = "•" if node.kind == "bullet" else entry.label
                if node.kind != "plain":
                    found.append(f"{label} {' '.join(plain(entry.spans).split())}")
                walk(entry.below)

    walk(nested(block.entries))
    return found


def test_tables_have_headers_that_say_what_they_head() -> None:
    with pikepdf.open(BytesIO(pdf_of(whole_meeting()))) as pdf:
        heads = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]
        scopes = ["/Column" in repr(head.A) for head in heads]
    assert len(heads) == 8
    assert all(scopes)


@pytest.mark.parametrize("name", NAMES)
def test_its_bookmarks_are_its_headings(name: str) -> None:
    content = pdf_of(public(name))
    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_outline() as outline:
        # A day is not broken over two lines, which a text read back out does not tell.
        marks = [mark.title.replace("\u00a0", " ") for mark in _flat(list(outline.root))]
    assert marks == [tag.title for tag in tags(content) if tag.kind.startswith("H")]


def _flat(items: list[pikepdf.OutlineItem]) -> list[pikepdf.OutlineItem]:
    return [one for item in items for one in (item, *_flat(list(item.children)))]


def test_every_page_is_marked_and_the_marks_are_read_out_once() -> None:
    written = draft(*(prose(f"Paragraph {n}. " * 30) for n in range(40)))
    content = pdf_of(written)
    assert [tag.text for tag in tags(content)].count(written.status) == 1
    import pdfplumber

    with pdfplumber.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) > 2
        assert all(written.status in (page.extract_text() or "") for page in pdf.pages)
        assert f"Page 2 of {len(pdf.pages)}" in (pdf.pages[1].extract_text() or "")


def test_a_sheet_that_is_not_signed_asks_for_no_initials() -> None:
    signed, sheet = pdf_of(draft(prose("A."))), pdf_of(draft(prose("A."), chair=""))
    import pdfplumber

    for content, wanted in ((signed, True), (sheet, False)):
        with pdfplumber.open(BytesIO(content)) as pdf:
            text = pdf.pages[0].extract_text() or ""
        assert ("Initials" in text) == wanted
        assert ("Chairman" in text) == wanted


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert pdf_of(whole_meeting()) == pdf_of(whole_meeting())


def test_what_no_font_has_is_replaced_and_named() -> None:
    stream = BytesIO()
    written = draft(
        prose(f"Councillor {CHINESE}{PRIVATE}{CHINESE} spoke."), ItemHeading(number="1", text=f"{CHINESE}!")
    )
    assert write_pdf(written, stream) == (CHINESE, PRIVATE)
    assert named((CHINESE, PRIVATE)) == "中 (U+4E2D), U+E005"
    assert f"Councillor {REPLACEMENT * 3} spoke." in [tag.text for tag in tags(stream.getvalue())]
    assert fonts_of(stream.getvalue()) == {
        "LiberationSans",
        "LiberationSans-Bold",
        "DejaVuSansMono",
        "DejaVuSansMono-Bold",
    }


def test_what_shows_nothing_is_left_out_without_a_word() -> None:
    letters = Letters()
    assert letters.of("a\u200d\ufe0f\u2066b\ufeff\u2011c") == "ab-c"
    assert letters.lost == ()


def test_the_list_of_letters_is_what_the_fonts_have() -> None:
    assert COVERAGE.read_text(encoding="utf-8") == ranges()
    assert all(TTFont(file)["name"].getDebugName(1) == "Liberation Sans" for file in FONTS.glob("*.ttf"))
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


MARKUP = (
    '#panic() $x$ *b* _i_ `raw` @ref <l> = heading // gone /* gone */ \\u{41} [c] --- ~ " https://e.org #import "x"'
)


def test_what_was_typed_is_never_markup() -> None:
    content = pdf_of(draft(Prose(spans=(Span(MARKUP),)), ItemHeading(number="#1", text="#eval")))
    assert any(tag.text == " ".join(MARKUP.split()) for tag in tags(content))


@pytest.mark.parametrize("letter", ["ɤ", "ŉ", "ß", "ﬁ", "ƛ"])
def test_a_heading_in_a_letter_that_has_no_capital_comes(letter: str) -> None:
    content = pdf_of(draft(ItemHeading(number="1", text=f"The {letter} of the pond")))
    assert content.startswith(b"%PDF")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.text(max_size=6), st.lists(st.text(max_size=12), min_size=1, max_size=3))
def test_a_pdf_always_comes(text: str, label: str, cells: list[str]) -> None:
    blocks = (
        ItemHeading(number=label, text=text),
        Prose(spans=(Span(text), Span(label, decision=True))),
        Listing(entries=(number(label, text), bullet(text, 2), plain_line(text, 1), number("1", label))),
        Grid(header=tuple(cells), rows=((tuple(cells),),), title=text, description=text),
        ItemHeading(number=label, text=text, sub=True),
        NameColumns(names=(text, label)),
        ActionLine(text=text),
        Closing(text=text),
    )
    assert pdf_of(draft(*blocks, status=text, chair=label)).startswith(b"%PDF")


def placed(written: Draft) -> list[tuple[str, float, float, int]]:
    """Each word on the pages: what it is, where it begins and ends, on which line."""
    with pdfplumber.open(BytesIO(pdf_of(written))) as pdf:
        return [
            (word["text"], word["x0"], word["x1"], round(word["top"])) for p in pdf.pages for word in p.extract_words()
        ]


LEFT, RIGHT = 72, 595.3 - 72
"""The margins, in points."""


def test_a_word_wider_than_its_line_is_broken_and_read_whole() -> None:
    long = "Teichuferbefestigung" * 12
    named = "O'Shaughnessy-Featherstonehaugh"
    written = draft(
        ItemHeading(number="1", text=long),
        ItemHeading(number="1a", text=long, sub=True),
        prose(f"A pond ({long}) and https://example.org/{'pond/' * 60} too."),
        Listing(entries=(number("1", long), number("1.1", long), ListEntry((Span(long),), "number", "1.1.1", 2))),
        Grid(
            header=("Member", long, "Vote"), rows=(((long,), (named,), ("For",)),), title="Votes", description="Votes"
        ),
        ActionLine(text=f"Action: {long}"),
    )
    found = placed(written)
    assert max(end for _, _, end, _ in found) <= RIGHT + 1
    said = " ".join(tag.text for tag in tags(pdf_of(written)))
    assert said.count(long) == 8
    assert said.count(long.upper()) == 1
    assert named in said


def test_a_word_that_fits_its_line_is_not_broken() -> None:
    fits = "Teichuferbefestigung" * 2
    assert fits in [word for word, *_ in placed(draft(prose(f"A pond and another pond and then {fits} again.")))]


@pytest.mark.parametrize(("many", "right"), [(1, True), (40, False)])
def test_a_short_action_stands_to_the_right_and_a_long_one_hangs(many: int, right: bool) -> None:
    written = draft(ItemHeading(number="1", text="Ponds"), ActionLine(text="Action: Ms Reed" + " – dig" * many))
    action = next(word for word in placed(written) if word[0] == "Action:")
    assert (action[1] > LEFT + 200) == right


def test_titles_behind_long_numbers_stand_under_each_other() -> None:
    labels = ("27/101", "27/104.1", "27/105(a)", "3")
    written = draft(*(ItemHeading(number=label, text=f"Pond{n}") for n, label in enumerate(labels)))
    begins = {word: begin for word, begin, _, _ in placed(written) if word.startswith("POND")}
    assert begins["POND0"] == pytest.approx(begins["POND1"]) == pytest.approx(begins["POND2"])
    assert begins["POND3"] == pytest.approx(LEFT + 36, abs=1)


def test_tables_of_one_kind_have_columns_of_one_width() -> None:
    def votes(*names: str) -> Grid:
        rows = tuple(((name,), ("For",)) for name in names)
        return Grid(header=("Councillor", "Vote"), rows=rows, title="Votes", description="Votes")

    long = "Councillor Wilhelmina Featherstonehaugh-Cholmondeley of the Upper Ponds"
    written = draft(votes("Councillor Al Oak"), prose("Then again."), votes("Councillor Al Oak", long))
    assert len({round(begin) for word, begin, _, _ in placed(written) if word in ("Vote", "For")}) == 1


def test_names_in_columns_with_numbers_are_not_broken() -> None:
    names = ("Oyelaran O'Shaughnessy", "Vasily Vandervelde", "Małgorzata Hollingsworth", "Qing Kowalczyk")
    grid = Grid(
        header=tuple(f"Party {n} (1)" for n in range(4)),
        rows=(tuple((name,) for name in names),),
        title="The Parks Committee",
        description="Places",
        numbered=True,
    )
    found = [word for word, *_ in placed(draft(ItemHeading(number="1", text="Places"), grid))]
    assert [name.split()[1] for name in names] == [word for word in found if word in " ".join(names).split()][-4:]


def test_a_part_of_an_item_may_come_first() -> None:
    found = tags(pdf_of(draft(ItemHeading(number="6a", text="Ponds", sub=True), prose("So it was."))))
    assert Tag("H2", ("6a.Ponds",), "6a. Ponds") in found
    assert "Ponds" in " ".join(words(pdf_of(draft(prose("Ponds")))))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(WritingError, match="There is no folder"):
        write_pdf(whole_meeting(), tmp_path / "none" / "x.pdf")
