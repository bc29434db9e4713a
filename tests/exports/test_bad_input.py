"""Whatever a clerk types, pastes or is called comes out as text in every form, or is refused: no document is broken."""

from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from clerk.shorthand.line import Line
from exports.blocks import Draft
from exports.data.votes_table import votes_csv
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.html import blocks_html, write_html
from exports.plain import write_text
from exports.sheets import action_list, actions_csv
from exports.style import shipped_style
from exports.word import write_docx
from exports.word_template import TemplateError
from tests.exports.reading import read_back
from tests.exports.structure import structure
from tests.support.bodies import COMMITTEE
from tests.support.minute import desk

STYLE = shipped_style()
PEOPLE = (
    "Seán Ó'Ceallaigh-Ngũgĩ",
    "Nguyễn Thị Minh-Khai d'Aubigné",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 4 + "Jones",
    "\u202eReversed Name\u202c",
    "Emoji 🦆 Drake",
)
TEXTS = {
    "controls": "Bell\x07 null\x00 escape\x1b[31m, form\x0cfeed, a\ttab",
    "right to left": "An \u202eoverride\u202c, \u05e9\u05dc\u05d5\u05dd, \u0645\u0631\u062d\u0628\u0627 \u200f.",
    "emoji": "🦆👩🏽‍⚖️🏴󠁧󠁢󠁥󠁮󠁧󠁿 and ﷽",
    "formula": "=1+1 and @SUM(A1), +2, -3",
    "markup": "<script>alert(1)</script> &amp; <w:p/> ]]> --> {{ 7*7 }} {% x %} **bold** [b]",
    "one word": "x" * 5000,
    "notes": " ".join(f"word{n}" for n in range(10_000)),
    "lone surrogate": "a\ud800b",
    "only spaces": "\u00a0\u2003 \u200b",
    "line separators": "a\u2028b\u2029c\x85d\x0be",
}


def setup() -> str:
    officers = "".join(f'[[officers]]\nname = "{name}"\npost = "Post of {n}"\n\n' for n, name in enumerate(PEOPLE))
    members = "".join(f'[[members]]\nname = "Cllr {name}"\ngroup = "Odd"\n\n' for name in PEOPLE)
    return COMMITTEE.replace("[[officers]]", officers + "[[officers]]", 1).replace(
        "[[substitutes]]", members + "[[substitutes]]", 1
    )


def forms(text: str) -> tuple[Draft, list[Draft], list[str]]:
    here = desk(setup())
    here.play(":open 19:00\n:present rest\n:take 7")
    for verb, operands in (
        ("", ()),
        ("action", ("reed",)),
        ("outcome", ("noted",)),
        ("petition", (text,)),
        ("tribute", ()),
        ("amend", ("oak", "elm", "add")),
        ("ask", ("oak",)),
        ("conditions", ("added",)),
        ("out", ("elm",)),
    ):
        try:
            here.enter(Line(verb, operands, {}, text))
        except ValueError:
            continue
    here.play(":put\n:vote 8 2 1\n:close 21:00")
    written = draft(here.meeting, STYLE)
    sheets = [decision_sheet(here.meeting, STYLE, written), action_list(here.meeting, STYLE, written)]
    return written, sheets, [actions_csv(here.meeting, STYLE), votes_csv(here.meeting, STYLE)]


@pytest.mark.parametrize("kind", TEXTS)
def test_every_form_takes_it(kind: str, tmp_path: Path) -> None:
    written, sheets, tables = forms(TEXTS[kind])
    for number, document in enumerate((written, *sheets)):
        stream = BytesIO()
        write_docx(document, stream)
        faults = [fault for fault in structure(stream) if "typed number" not in fault]
        assert faults == []
        text = [line for line in write_text(document, tabs=True).split("\n") if line.strip()]
        assert read_back(stream, marker=True) == text
        if number == 0:
            path = tmp_path / "minutes.docx"
            path.write_bytes(stream.getvalue())
            assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    page = write_html(written)
    html.document_fromstring(page.encode("utf-8"))
    assert "<script>" not in page
    for piece in (blocks_html(written.blocks),):
        piece.encode("utf-8")
        assert "<script>" not in piece
    for table in tables:
        table.encode("utf-8")
        assert not any(line.startswith(("=", "@", "+")) for line in table.splitlines())


@pytest.mark.parametrize("content", [b"", b"not a document", b"PK\x03\x04 broken", "=1+1".encode("utf-16")])
def test_a_template_that_is_no_document_is_refused(content: bytes, tmp_path: Path) -> None:
    template = tmp_path / "ours.docx"
    template.write_bytes(content)
    with pytest.raises(TemplateError, match=r"ours\.docx is not a Word document"):
        write_docx(forms("x")[0], tmp_path / "minutes.docx", template)
    assert not (tmp_path / "minutes.docx").exists()


def test_clauses_put_by_themselves_keep_the_numbers_under_which_they_were_put() -> None:
    script = ":open 19:00\n:present rest\n:take 7\n:amend ash birch at=3 before -- That it be quick.\n:vote unanimous\n"
    apart = script + ":put r7 only=3+4\n:vote 8 3\n"
    later = apart + ":amend elm fir at=1 before -- That thanks be recorded.\n:vote unanimous"
    wanted = "a separate vote on recommendations 3 and 4"
    assert wanted in write_text(draft(desk().play(apart).meeting, STYLE))
    printed = write_text(draft(desk().play(later).meeting, STYLE))
    assert wanted in printed
    assert "3. That it be quick." in printed
    # What was put may be gone altogether by the end of the meeting.
    gone = write_text(draft(desk().play(apart + ":withdraw A1").meeting, STYLE))
    assert "3. That it be quick." in gone


def test_a_question_asked_by_nobody_in_particular_is_printed() -> None:
    printed = write_text(draft(desk().play(":open 19:00\n:take 7\n:ask -- whether it leaked -> it did").meeting, STYLE))
    assert "A Member asked whether it leaked." in printed
