"""No word recorded in exempt session is in any byte of any public form."""

from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.meeting.state import Meeting
from exports import html, sheets
from exports.blocks import Draft
from exports.data.akoma_ntoso import write_akoma_ntoso
from exports.data.record import write_json
from exports.data.times_table import times_csv, times_vtt
from exports.data.vocabulary import vocabulary
from exports.data.votes_table import votes_csv
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.extracts import extract, note
from exports.moderngov import attendance_csv, index, pieces
from exports.pdf import write_pdf
from exports.plain import write_text
from exports.style import Style, shipped_style
from exports.word import write_docx
from tests.exports.reading_pdf import tags
from tests.support.minute import desk

STYLE = shipped_style()


def chapters(meeting: Meeting, style: Style, exempt: bool = False) -> str:
    return repr(times_vtt(meeting, style, exempt))


DATA = (votes_csv, write_json, vocabulary, times_csv, chapters)
SECRET = "qzsecret"

# Whatever can be typed in exempt session, each with a word that must not come out.
LINES = (
    "The {w} was named.",
    "- The {w} was listed.",
    ":action reed -- the {w}",
    ":action -- {w}",
    ":introduce reed -- Of the {w}.",
    ":ask elm to=reed -- whether {w} -> {w}",
    ":motion oak elm -- That the {w} be sold.",
    ":motion oak none -- That the {w} be sold.",
    ":amend oak elm at=1 add -- That the {w} be sold.",
    ":amend oak elm at=1 words=first -- disposal -> {w}",
    ":outcome noted -- the {w}",
    ":outcome referred to={w} -- the {w}",
    ":reasons alternatives={w} -- The {w}.",
    ":delegate {w} with={w} -- sell the {w}",
    ":advice vale -- the {w}",
    ":oral reed -- the {w}",
    ":decision -- The {w} was let.",
    ":award {w} amount=812345 budget={w}",
    ":petition {w} ward={w} signatures=812345",
    ":declare elm 9 -- the {w}",
    ":declare elm 9 kind=dpi effect=dispensation by={w} -- {w}",
    ":appoint oak to={w} -- {w}",
    ":put r9 -- After the {w}",
    ":vote 812345 0 0 of=r9",
    ":out elm -- because of {w}",
    ":in elm",
    ":adjourn -- because of {w}",
    ":resume",
    ":preside birch -- because of {w}",
    ":apologies hazel kind=part -- because of {w}",
    ":apologies hazel kind=lateness -- because of {w}",
    ":flag -- {w}",
    ":record elm against",
    ":division elm,oak",
    ":nominate oak elm to={w}",
    ":ballot oak 812345 elm 1 to={w} elected=oak",
    ":speakers -- Jo {w}, Al Moss for {w}",
    ':heard objection who="Jo {w}"',
    ":item 77 title={w}",
    ":heading -- The {w}",
)


def every_public_form(meeting: Meeting) -> list[bytes]:
    """The bytes of each, those within a document unpacked."""
    written = draft(meeting, STYLE)
    documents = [written, decision_sheet(meeting, STYLE, written), sheets.action_list(meeting, STYLE, written)]
    documents += [note(meeting, STYLE, written), extract(meeting, STYLE, written, meeting.items["i9"])]
    handed = pieces(meeting, STYLE, written)
    found = [text.encode() for piece in handed for text in (piece.html, piece.name, piece.title)]
    found += [index(written, handed).encode(), attendance_csv(meeting, STYLE).encode()]
    found += [html.write_html(written).encode(), *(write_text(document).encode() for document in documents)]
    found += [sheets.actions_csv(meeting, STYLE).encode()]
    found += [make(meeting, STYLE).encode() for make in DATA]
    found.append(write_akoma_ntoso(meeting, STYLE, written).encode())
    found += [document.file_name.encode() for document in documents]
    for document in documents:
        found += _of_pdf(document)
        stream = BytesIO()
        write_docx(document, stream)
        found.append(stream.getvalue())
        with ZipFile(stream) as package:
            found += [package.read(name) for name in package.namelist()]
            found += [package.comment, *(part.extra + part.comment for part in package.infolist())]
    return found


def _of_pdf(document: Draft) -> list[bytes]:
    """What is read out of a PDF, its title and its bookmarks; and its bytes."""
    stream = BytesIO()
    write_pdf(document, stream)
    read = " ".join(f"{tag.text} {tag.title}" for tag in tags(stream.getvalue()))
    with pikepdf.open(stream) as pdf, pdf.open_metadata() as about:
        read += str(about) + str(pdf.docinfo)
    return [read.encode(), stream.getvalue()]


def held(lines: list[str], how: str) -> Meeting:
    """A meeting in which these lines were recorded in exempt session: under an exempt item, or under any while the
    public was out."""
    here = desk()
    here.play(":open 19:00\n:present rest\n:take 7\n:put r7\n:vote unanimous")
    here.play(":take 9\n:exclude items=9 para=3" if how == "item" else ":take 8\n:exclude")
    for line in lines:
        try:
            here.enter(line.format(w=SECRET))
        except ValueError:
            continue
    return here.play(":readmit\n:take 10\n:none\n:close 21:00").meeting


@pytest.mark.parametrize("how", ["item", "session"])
@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith((":item", ":heading"))])
def test_nothing_of_it_is_public(line: str, how: str) -> None:
    for content in every_public_form(held([line], how)):
        assert SECRET not in content.decode("utf-8", "replace").lower()
        assert "812345" not in content.decode("utf-8", "replace").replace(",", "")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(LINES[:-2]), min_size=3, max_size=12), st.sampled_from(["item", "session"]))
def test_nothing_of_any_of_it_is_public(lines: list[str], how: str) -> None:
    meeting = held(lines, how)
    for content in every_public_form(meeting):
        assert SECRET not in content.decode("utf-8", "replace").lower()


def test_the_exempt_document_has_it_all() -> None:
    meeting = held([line for line in LINES if line.startswith(("The", ":action", ":adjourn", ":preside"))], "item")
    text = write_text(draft(meeting, STYLE, exempt=True))
    assert text.count(SECRET) >= 4


def test_the_public_one_has_the_heading_the_resolution_and_the_summary() -> None:
    here = desk()
    here.play(":open 19:00\n:present rest\n:take 9\n:exclude items=9 para=3\nThe price was named.\n:vote unanimous")
    here.play(":summary -- The disposal was agreed.\n:readmit\n:close 21:00")
    text = write_text(draft(here.meeting, STYLE))
    assert "9. DISPOSAL OF THE OLD PUMPHOUSE" in text
    assert "RESOLVED – that the press and public be excluded from the meeting for Item 9" in text
    assert "The disposal was agreed." in text
    assert "price" not in text
