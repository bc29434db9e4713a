"""The template: made by its script, restyled by a council, or not fit for use."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Length, Pt

from exports import word_styles as names
from exports.word import write_docx
from exports.word_numbers import EntryNumbers, ItemNumbers, Lists
from exports.word_template import TEMPLATE, TemplateError
from tests.exports.drafts import draft, prose, whole_meeting
from tests.exports.reading import Reading, read_back, w
from tests.exports.structure import structure
from tests.making.template import make, parts


def changed(to: Path, change: Callable[[str, str], str]) -> Path:
    """A copy of the template, each XML part passed through `change(name, text)`."""
    with ZipFile(TEMPLATE) as old, ZipFile(to, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name).decode()))
    return to


def refused(template: Path, tmp_path: Path) -> str:
    to = tmp_path / "minutes.docx"
    with pytest.raises(TemplateError) as caught:
        write_docx(draft(), to, template)
    assert not to.exists()
    return str(caught.value)


def test_the_template_is_what_its_script_makes(tmp_path: Path) -> None:
    with ZipFile(make(tmp_path / "made.docx")) as made, ZipFile(TEMPLATE) as kept:
        assert {n: made.read(n) for n in made.namelist()} == {n: kept.read(n) for n in kept.namelist()}


def test_the_template_is_a4_in_arial_and_british_english() -> None:
    document = docx.Document(str(TEMPLATE))
    (section,) = document.sections
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(Length(size).cm, 2) for size in sizes if size] == [21.0, 29.7, 2.54, 2.54]
    assert [round(Length(size).cm, 2) for size in (section.top_margin, section.bottom_margin) if size] == [2.0, 2.0]
    normal = document.styles["Normal"].font
    assert normal.name == "Arial"
    assert "Theme" not in parts()["word/styles.xml"]
    assert (
        'compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in parts()["word/settings.xml"]
    )


def test_every_style_is_there_by_name() -> None:
    there = {style.name for style in docx.Document(str(TEMPLATE)).styles}
    assert set(names.REQUIRED) <= there


def test_a_council_may_restyle_it_and_keep_ids_of_its_own(tmp_path: Path) -> None:
    theirs = changed(tmp_path / "theirs.docx", lambda _, text: re.sub('"(Minute[A-Z]|Heading|DraftM)', r'"Own\1', text))
    document = docx.Document(str(theirs))
    document.styles["Minute Text"].font.size = Pt(14)
    document.add_paragraph("Guidance that the council left in its template.")
    document.save(str(theirs))
    to = tmp_path / "minutes.docx"
    write_docx(whole_meeting(), to, theirs)
    write_docx(whole_meeting(), plain := BytesIO())
    assert read_back(to, marker=True) == read_back(plain, marker=True)
    assert structure(to) == []
    assert b'<w:pStyle w:val="OwnMinuteText"/>' in Reading(to).parts["word/document.xml"]


def test_the_marker_is_on_first_and_even_pages_too(tmp_path: Path) -> None:
    document = docx.Document(str(TEMPLATE))
    document.sections[0].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_header.paragraphs[0].text = "Borough of Ponds"
    document.save(str(tmp_path / "theirs.docx"))
    write_docx(draft(), tmp_path / "draft.docx", tmp_path / "theirs.docx")
    marker = "DRAFT – not yet approved by the Committee"
    assert sorted(Reading(tmp_path / "draft.docx").header()) == ["Borough of Ponds", marker, marker, marker]
    write_docx(draft(status=""), tmp_path / "approved.docx", tmp_path / "theirs.docx")
    assert Reading(tmp_path / "approved.docx").header() == ["Borough of Ponds"]


def test_lacking_styles_are_named(tmp_path: Path) -> None:
    def without(_: str, text: str) -> str:
        return text.replace('w:name w:val="Chair Line"', 'w:name w:val="X"').replace('"Decision Word"', '"Y"')

    message = refused(changed(tmp_path / "theirs.docx", without), tmp_path)
    assert "lacks these styles: Chair Line, Decision Word. Add them in Word" in message


def test_a_numbered_style_without_its_list_is_named(tmp_path: Path) -> None:
    def without(name: str, text: str) -> str:
        return text.replace('<w:numId w:val="2"/>', "") if name == "word/styles.xml" else text

    message = refused(changed(tmp_path / "theirs.docx", without), tmp_path)
    assert "no list numbers the styles Minute Bullet, Minute Bullet 2, Minute Bullet 3" in message


@pytest.mark.parametrize("content", [b"", b"Dear Sir", b"PK\x03\x04 half a file"])
def test_what_is_no_word_document_is_refused_in_a_sentence(content: bytes, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.docx"
    theirs.write_bytes(content)
    assert "is not a Word document (.docx)" in refused(theirs, tmp_path)


def test_other_files_of_word_are_refused(tmp_path: Path) -> None:
    def as_template(_: str, text: str) -> str:
        return text.replace("document.main+xml", "template.main+xml")

    assert "save it as .docx" in refused(changed(tmp_path / "theirs.dotx", as_template), tmp_path)
    with ZipFile(tmp_path / "some.zip", "w") as other:
        other.writestr("readme.txt", "no document")
    assert "is not a Word document" in refused(tmp_path / "some.zip", tmp_path)
    assert "There is no template" in refused(tmp_path / "gone.docx", tmp_path)
    assert "is not a Word document" in refused(changed(tmp_path / "cut.docx", lambda _, text: text[:-9]), tmp_path)
    assert "is not a Word document" in refused(tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("part", "by"),
    [
        ("word/document.xml", "docProps/core.xml"),
        ("word/styles.xml", "word/document.xml"),
        ("word/numbering.xml", "word/styles.xml"),
        ("word/settings.xml", "word/numbering.xml"),
        ("docProps/core.xml", "word/document.xml"),
    ],
)
def test_a_template_whose_parts_are_not_what_they_should_be_is_named(part: str, by: str, tmp_path: Path) -> None:
    """As another program, or a disk, may leave it: a document comes out, or a sentence that names the template."""
    theirs = tmp_path / "theirs.docx"
    with ZipFile(TEMPLATE) as ours, ZipFile(theirs, "w") as changed_:
        for name in ours.namelist():
            changed_.writestr(name, ours.read(by if name == part else name))
    try:
        write_docx(whole_meeting(), tmp_path / "minutes.docx", theirs)
    except TemplateError as error:
        message = str(error)
        assert str(theirs) in message
        assert message.endswith((".", ")"))


def test_a_template_without_properties_gets_them_without_a_date(tmp_path: Path) -> None:
    def without(name: str, text: str) -> str:
        if name == "_rels/.rels":
            return re.sub(r'<Relationship Id="rId2"[^>]*>', "", text)
        return text

    write_docx(draft(prose("None.")), tmp_path / "a.docx", changed(tmp_path / "theirs.docx", without))
    core = Reading(tmp_path / "a.docx").parts["docProps/core.xml"]
    assert b"DRAFT Decisions" in core
    assert b"python-docx" not in core
    assert b"modified" not in core


def test_lists_are_counted_only_as_word_counts() -> None:
    numbering = Reading(TEMPLATE).trees["word/numbering.xml"]
    items = ItemNumbers(Lists(numbering, {"Heading2": (1, 0)}), "Heading2")
    assert [items.place(n) for n in ("1", "2", "2", "4", "5", "0", "-1", "٦")] == [
        (True, None),
        (True, None),
        (False, None),
        (True, 4),
        (True, 4),
        (False, None),
        (False, None),
        (False, None),
    ]
    entries = EntryNumbers(Lists(numbering, {"Recommendation": (1, 1)}), "Recommendation")
    asked = (("1.1", 1), ("2", 0), ("2.1", 1), ("2.1.1", 2), ("2.3", 1), ("2.2", 1), ("5", 0), ("4", 0))
    assert [entries.place(*one) for one in asked] == [0, 5, 5, 5, 0, 5, 6, 0]
    assert [num.get(w("numId")) for num in numbering.iter(w("num"))] == ["1", "2", "3", "4", "5", "6"]


def test_recommendations_begin_anew_under_each_item_when_a_person_picks_their_style(tmp_path: Path) -> None:
    document = docx.Document(str(TEMPLATE))
    picked = [
        ("Hives", "Heading 2"),
        ("first", "Recommendation"),
        ("below it", "Recommendation 2"),
        ("second", "Recommendation"),
        ("Ponds", "Heading 2"),
        ("first again", "Recommendation"),
        ("below that", "Recommendation 2"),
        ("6a.", "Typed Number Item"),
        ("anew", "Recommendation"),
        ("anew below", "Recommendation 2"),
        ("a part", "Heading 3"),
        ("anew", "Recommendation"),
        ("no number", "Unnumbered Item"),
        ("anew", "Recommendation"),
        ("and on", "Recommendation"),
        ("Bees", "Heading 2"),
        ("anew", "Recommendation"),
    ]
    for text, style in picked:
        document.add_paragraph(text, style=style)
    document.save(str(tmp_path / "picked.docx"))
    reading = Reading(tmp_path / "picked.docx")
    labels = [reading.label(paragraph) for paragraph in reading.body.findall(w("p"))]
    assert labels == [
        *("1.", "1.", "1.1", "2."),
        *("2.", "1.", "1.1"),
        *("", "1.", "1.1"),
        *("", "1."),
        *("", "1.", "2."),
        *("3.", "1."),
    ]


def test_recommendations_begin_anew_under_an_item_that_a_person_adds_to_a_draft(tmp_path: Path) -> None:
    write_docx(whole_meeting(), tmp_path / "draft.docx")
    document = docx.Document(str(tmp_path / "draft.docx"))
    for text, style in (("Added", "Heading 2"), ("first", "Recommendation"), ("second", "Recommendation")):
        document.add_paragraph(text, style=style)
    document.save(str(tmp_path / "draft.docx"))
    reading = Reading(tmp_path / "draft.docx")
    assert [reading.label(paragraph) for paragraph in reading.body.iter(w("p"))][-2:] == ["1.", "2."]
