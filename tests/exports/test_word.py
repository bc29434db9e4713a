"""The Word document: what it says, how it is built, and that it takes whatever was typed."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from exports.blocks import (
    ActionLine,
    AnyBlock,
    ChairLines,
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
    Title,
)
from exports.plain import write_text
from exports.word import write_docx
from tests.exports.drafts import bullet, draft, long_meeting, number, plain_line, prose, whole_meeting
from tests.exports.reading import Reading, read_back, w
from tests.exports.structure import structure

HOSTILE = "\x00\x1b[31mred\x9b \u202eedispu\u202c [/b] <w:p/> & \U0001f986 \ud800 \ufffe" + "x" * 5000


def written(what: Draft) -> BytesIO:
    stream = BytesIO()
    write_docx(what, stream)
    stream.seek(0)
    return stream


def text_lines(what: Draft) -> list[str]:
    # A space where a line may not break is read as any other.
    shown = write_text(what, tabs=True).replace("\u00a0", " ")
    return [line.strip(" ") for line in shown.split("\n") if line.strip()]


def hostile_meeting() -> Draft:
    return draft(
        FrontHeading(text=HOSTILE),
        ChairLines(lines=(HOSTILE,)),
        NameColumns(names=("Short", HOSTILE)),
        ItemHeading(number="1", text=HOSTILE),
        ItemHeading(number=HOSTILE, text="Odd number"),
        prose(HOSTILE.replace("*", "")),
        Listing(entries=(number("1", HOSTILE), bullet(HOSTILE))),
        Grid(header=(HOSTILE, ""), rows=(((HOSTILE, "b"), ()), ((), (), ("c",))), title=HOSTILE, description=""),
        Closing(text=HOSTILE),
        status=HOSTILE,
        chair=HOSTILE,
    )


MEETINGS = {
    "whole": whole_meeting,
    "long": long_meeting,
    "empty": draft,
    "approved": lambda: draft(prose("This was noted."), status=""),
    "hostile": hostile_meeting,
}


@pytest.mark.parametrize("name", MEETINGS)
def test_every_meeting_is_well_built_and_reads_as_its_text(name: str) -> None:
    meeting = MEETINGS[name]()
    assert structure(written(meeting)) == []
    assert read_back(written(meeting), marker=True) == text_lines(meeting)


@pytest.mark.parametrize("name", MEETINGS)
def test_word_would_open_it_without_complaint(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("audit") / "minutes.docx"
    write_docx(MEETINGS[name](), path)
    found = OpenXmlValidator().validate(path)
    assert [error.description for error in found.errors] == []


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert written(whole_meeting()).getvalue() == written(whole_meeting()).getvalue()


def test_a_draft_says_so_in_its_header_and_its_title() -> None:
    document = Reading(written(draft()))
    assert document.header() == ["DRAFT – not yet approved by the Committee"]
    assert (
        b"<dc:title>DRAFT Decisions of the Allotments and Ponds Committee, 4 March 2031<"
        in document.parts["docProps/core.xml"]
    )


def test_approved_minutes_have_no_marker() -> None:
    document = Reading(written(draft(status="")))
    assert not [name for name in document.parts if "header" in name]
    assert b"DRAFT" not in b"".join(document.parts.values())


def test_properties_tell_nothing_of_the_machine_or_the_clock() -> None:
    core = Reading(written(draft())).parts["docProps/core.xml"]
    for word in (b"created", b"modified", b"lastModifiedBy", b"python-docx"):
        assert word not in core
    with ZipFile(written(draft())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name or "Effects" in name]


def test_items_are_counted_by_word_unless_their_numbers_are_out_of_order() -> None:
    numbers = ("1", "2", "5", "6", "6a", "4", "7", "77/21", "08", "8")
    meeting = draft(*(ItemHeading(number=n, text=f"Item {n}") for n in numbers))
    document = Reading(written(meeting))
    typed = [p for p in document.body.iter(w("p")) if document.style_name(p) == "Typed Number Item"]
    assert [document.lines(p)[0].split(" ")[0] for p in typed] == ["6a.", "4.", "77/21", "08."]
    assert read_back(written(meeting))[2:] == [
        "1. ITEM 1",
        "2. ITEM 2",
        "5. ITEM 5",
        "6. ITEM 6",
        "6a. ITEM 6A",
        "4. ITEM 4",
        "7. ITEM 7",
        "77/21 ITEM 77/21",
        "08. ITEM 08",
        "8. ITEM 8",
    ]


def test_titles_keep_their_own_case() -> None:
    document = Reading(written(draft(ItemHeading(number="1", text="Bees and wasps"))))
    assert b"Bees and wasps" in document.parts["word/document.xml"]


def test_each_list_counts_from_its_own_beginning() -> None:
    first = Listing(
        entries=(number("1", "a"), number("1.1", "b"), number("2", "c"), number("2.1", "d"), number("2.2", "e"))
    )
    second = Listing(entries=(number("3", "f"), number("4", "g"), number("1.1", "h"), number("4.2", "i")))
    meeting = draft(ItemHeading(number="1", text="Bees"), first, second, first)
    assert read_back(written(meeting)) == text_lines(meeting)[1:]
    document = Reading(written(meeting))
    typed = [p for p in document.body.iter(w("p")) if document.style_name(p).startswith("Typed Recommendation")]
    assert [document.lines(p) for p in typed] == [["1.1 h"], ["4.2 i"]]


def test_bullets_may_be_read_without_their_marks() -> None:
    meeting = draft(Listing(entries=(plain_line("To buy:"), bullet("nets"), bullet("floats", 1))))
    assert read_back(written(meeting))[2:] == ["To buy:", "- nets", "- floats"]
    assert read_back(written(meeting), bullets=False)[2:] == ["To buy:", "nets", "floats"]


def test_words_of_decision_are_bold_by_their_style() -> None:
    document = Reading(
        written(draft(ItemHeading(number="1", text="Bees"), prose("The Recommendations were *APPROVED*.")))
    )
    styled = [run for run in document.body.iter(w("r")) if run.find(f"{w('rPr')}/{w('rStyle')}") is not None]
    assert ["".join(run.itertext()) for run in styled] == ["APPROVED"]


def test_tables_under_one_header_have_columns_of_one_width() -> None:
    header = ("Action", "By")
    grids = [
        Grid(header=header, rows=(((task,), ("1 May 2031",)),), title="Actions", description="")
        for task in ("Mend the gate", "Write to the owners of the mooring rights along the whole of the lower basin")
    ]
    document = Reading(written(draft(*grids)))
    first, second = (table.findall(".//" + w("gridCol")) for table in document.body.iter(w("tbl")))
    assert [column.get(w("w")) for column in first] == [column.get(w("w")) for column in second]


def test_two_tables_in_a_row_are_parted_by_the_title_of_the_second() -> None:
    votes = Grid(
        header=("For", "Against"), rows=((("3",), ("2",)),), title="Votes", description="Votes for and against"
    )
    meeting = draft(ItemHeading(number="1", text="Bees"), votes, votes, prose("Carried."))
    assert read_back(written(meeting))[3:] == ["For\tAgainst", "3\t2", "Votes", "For\tAgainst", "3\t2", "Carried."]
    document = Reading(written(meeting))
    assert document.style_name(document.body.findall(w("p"))[-2]) == "Minute Text After Table"


def test_columns_are_as_wide_as_what_they_hold() -> None:
    def widths(*rows: tuple[str, ...]) -> list[int]:
        header, *body = rows
        cells = tuple(tuple((text,) for text in row) for row in body)
        grid = Grid(header=header, rows=cells, title="Votes", description="")
        document = Reading(written(draft(ItemHeading(number="1", text="Bees"), grid)))
        return [int(column.get(w("w"))) for column in document.body.iter(w("gridCol"))]

    assert widths(("For", "Against"), ("4", "3")) == [4153, 4153]
    assert widths(("Green (2)", "Blue (1)"), ("Ada Birch\nFlo Maple-Alder\nEd O'Hazel", "Di Oak")) == [4153, 4153]
    division = widths(("Member", "For", "Against", "Abstained"), ("Councillor Theodora Rowan-Ash", "", "For", ""))
    assert division[0] > max(division[1:])
    assert min(division) > 700
    interests = widths(("Councillor", "Item", "Interest"), ("Ada Birch", "8", "a director of the works " * 9))
    assert interests[0] > 10 * 150
    assert interests[2] == max(interests)
    many = widths(tuple(f"Column {n}" for n in range(20)), ("long " * 20,) * 20)
    assert sum(division) == sum(interests) == sum(many) == 9026 - 720


def test_a_list_before_the_first_item_does_not_count_it_on() -> None:
    meeting = draft(
        Listing(entries=(number("1", "Hives"),)),
        ItemHeading(number="1", text="Bees"),
        ItemHeading(number="2", text="Ponds"),
    )
    assert read_back(written(meeting), marker=True) == text_lines(meeting)


def test_numbered_names_have_room_for_their_numbers_and_longest_word() -> None:
    names = ("Oyelaran O'Shaughnessy", "Hamza Hollingsworth", "Ioana Müller", "Vasily Vandervelde")
    grid = Grid(
        header=("Green (5)", "Labour (5)", "Civic (5)", "Residents (5)"),
        rows=(tuple((name,) for name in names),),
        title="Places",
        description="",
        numbered=True,
    )
    document = Reading(written(draft(ItemHeading(number="1", text="Bees"), grid)))
    found = [int(column.get(w("w"))) for column in document.body.iter(w("gridCol"))]
    # What the longest word takes in Arial 12, beside the number and the margins of the cell.
    for width, longest in zip(found, (1687, 1441, 655, 1320), strict=True):
        assert width >= longest + 360 + 216


def test_what_leads_to_something_stays_on_its_page() -> None:
    meeting = draft(
        ItemHeading(number="1", text="Bees"),
        prose("To write."),
        ActionLine(text="Action: Ms Reed"),
        prose("These spoke:"),
        prose("Ms Reed and Dr Pond."),
        prose("The motion was put."),
        Listing(entries=(number("1", "To buy:"), bullet("nets", 1))),
        prose("This was noted."),
        Closing(text="The meeting finished at 9.07 pm"),
    )
    document = Reading(written(meeting))
    kept = [p for p in document.body.iter(w("p")) if p.find(f"{w('pPr')}/{w('keepNext')}") is not None]
    text = ["".join(t.text or "" for t in p.iter(w("t"))).replace("\u00a0", " ") for p in kept]
    last = ["This was noted.", "The meeting finished at 9.07 pm"]
    assert text == ["To write.", "These spoke:", "The motion was put.", "To buy:", *last]


def test_the_block_for_signing_is_no_part_of_the_minutes() -> None:
    meeting = draft(Closing(text="The meeting finished at 9.07 pm"), chair="Chair")
    assert read_back(written(meeting))[-1] == "The meeting finished at 9.07 pm"
    assert read_back(written(meeting), signature=True)[-1] == "Chair \t\tDate \t"
    assert "Date" not in "".join(read_back(written(draft(chair="")), signature=True))


def test_what_xml_forbids_is_shown_as_a_replacement_character() -> None:
    meeting = draft(prose("a\x00b\x1bc\ud800d"))
    assert read_back(written(meeting))[-1] == "a\ufffdb\ufffdc\ufffdd"


texts = st.text(
    st.one_of(st.characters(), st.sampled_from(" \t\n\r\x0b\u200f\u202e&<>*•\x00ab")), min_size=1, max_size=12
)
some_spans = st.lists(st.builds(Span, texts, st.booleans()), min_size=1, max_size=3).map(tuple)
some_names = st.lists(texts, max_size=4).map(tuple)
numbers = st.sampled_from(("", "1", "2", "3", "4", "9", "1.1", "1.2", "2.1", "1.1.1", "6a", "77/21"))
entries = st.builds(
    ListEntry,
    some_spans,
    st.sampled_from(("number", "bullet", "plain")),
    numbers,
    st.integers(min_value=0, max_value=3),
)
cells = st.lists(texts, max_size=2).map(tuple)
grid_rows = st.lists(st.lists(cells, max_size=3).map(tuple), max_size=3).map(tuple)
blocks: st.SearchStrategy[AnyBlock] = st.one_of(
    st.builds(Title, text=texts, date=texts),
    st.builds(FrontHeading, text=texts),
    st.builds(ItemHeading, number=numbers, text=texts),
    st.builds(ChairLines, lines=some_names),
    st.builds(NameColumns, names=some_names),
    st.builds(Prose, spans=some_spans, keep_with_next=st.booleans()),
    st.builds(Listing, entries=st.lists(entries, max_size=5).map(tuple)),
    st.builds(Grid, header=some_names, rows=grid_rows, title=texts, description=texts, numbered=st.booleans()),
    st.builds(ActionLine, text=texts),
    st.builds(Closing, text=texts),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(blocks, max_size=8))
def test_any_draft_reads_back_as_its_text(some: list[AnyBlock]) -> None:
    meeting = draft(*some)
    assert read_back(written(meeting), marker=True) == text_lines(meeting)


@settings(max_examples=40, deadline=None)
@given(st.lists(numbers, max_size=12))
def test_items_are_never_given_another_number(some: list[str]) -> None:
    meeting = draft(*(ItemHeading(number=n, text="Bees") for n in some))
    assert read_back(written(meeting), marker=True) == text_lines(meeting)


def test_addresses_can_be_followed_and_parts_of_items_are_headings_of_the_third_level() -> None:
    meeting = draft(
        ItemHeading(number="8", text="Reports"),
        ItemHeading(number="8a", text="Ponds", sub=True),
        prose("See https://example.org/ponds, https://example.org/ponds and parks@example.org."),
    )
    document = Reading(written(meeting))
    links = b"".join(document.parts[name] for name in document.parts if name.endswith("document.xml.rels"))
    assert links.count(b'Target="https://example.org/ponds"') == 1
    assert b'Target="mailto:parks@example.org" TargetMode="External"' in links
    parts = [p for p in document.body.iter(w("p")) if document.style_name(p) == "heading 3"]
    assert [document.lines(p) for p in parts] == [["8a. Ponds"]]
    assert structure(written(meeting)) == []
