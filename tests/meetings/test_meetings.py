"""Whole meetings of every kind of body: their drafts are as they were approved, and every form of them is sound."""

from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from clerk.rules.checks import findings
from exports.draft import draft
from exports.examples import construct_explanations
from exports.plain import write_text
from exports.style import shipped_style
from exports.word import write_docx
from tests.exports.constructs import Listening
from tests.exports.reading import read_back
from tests.exports.structure import structure
from tests.meetings.holding import FOLDER, IN_STYLES, NAMES, STYLES, approved, approved_in, in_style, meeting, public

IDS = construct_explanations()


def test_there_are_twelve_at_least() -> None:
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_the_record_adds_up(name: str) -> None:
    assert meeting(name).problems == ()
    rules = ("A3", "A11", "M9", "M10", "V9", "V19")
    found = [finding for finding in findings(meeting(name)) if finding.severity == "HARD"]
    wrong = [finding.text for finding in found if finding.rule in rules]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_the_draft_is_as_approved(name: str) -> None:
    """Where a wording was meant to change: read it, then `python -m tests.meetings.holding`."""
    assert write_text(public(name)) == approved(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", IN_STYLES)
def test_the_draft_in_another_style_is_as_approved(name: str, style: str) -> None:
    assert write_text(in_style(name, style)) == approved_in(name, style).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_its_word_document_is_well_built_and_reads_as_its_text(name: str, tmp_path: Path) -> None:
    written = BytesIO()
    write_docx(public(name), written)
    assert structure(written) == []
    text = [line for line in write_text(public(name), tabs=True).split("\n") if line.strip()]
    assert read_back(written, marker=True) == text
    path = tmp_path / "minutes.docx"
    path.write_bytes(written.getvalue())
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", [path.stem for path in sorted(FOLDER.glob("*.facts"))])
def test_every_fact_of_the_evening_stands_in_the_draft_and_nothing_is_found(name: str) -> None:
    """The facts were listed before the script was written: a line each as it is printed, under what it is."""
    text = write_text(public(name)).split("\n")
    facts = (FOLDER / f"{name}.facts").read_text(encoding="utf-8").splitlines()
    assert [fact for fact in facts if not fact.startswith("#") and fact not in text] == []
    assert [f"{one.rule}: {one.text}" for one in findings(meeting(name)) if one.severity != "NOTE"] == []


def test_between_them_they_print_every_construct() -> None:
    style = Listening(shipped_style())
    printed: set[str] = set()
    for name in NAMES:
        printed |= {block.construct for block in draft(meeting(name), style, exempt=True).blocks}
    assert set(IDS) - printed - style.asked == set()
