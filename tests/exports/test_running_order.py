"""The chair's running order, from the papers and from what is recorded before the meeting."""

from __future__ import annotations

from exports.plain import write_text
from exports.running_order import running_order
from exports.style import shipped_style
from tests.support.minute import minute

STYLE = shipped_style()


def order(script: str) -> str:
    return write_text(running_order(minute(script), STYLE))


def test_every_item_with_its_officer_and_recommendation() -> None:
    meeting = minute("")
    said = order("")
    for item in meeting.items.values():
        assert item.title.lower() in said.lower()
        if item.report_of:
            assert f"Report of the {item.report_of}" in said
        if item.recommendations:
            assert " ".join(item.recommendations.split())[:25].removeprefix("1. ") in " ".join(said.split())
    assert "Quorum" in said


def test_what_is_known_before_is_in_it() -> None:
    said = order(":apologies ash\n:declare elm 8 kind=dpi -- owns it\n")
    assert "Apologies so far: Councillor" in said
    assert "Interests declared: Councillor" in said
    assert "May not vote: Councillor Elm (" in said
    assert "not in the room" not in said
    quiet = order("")
    assert "Apologies so far" not in quiet
    assert "May not vote" not in quiet


def test_the_words_of_exclusion_stand_at_the_exempt_item_and_mark_the_document() -> None:
    made = running_order(minute(""), STYLE)
    said = write_text(made)
    exempt = [item for item in minute("").items.values() if item.exempt]
    assert bool(made.restriction) is bool(exempt)
    assert ("That the press and public be excluded" in said) is bool(exempt)
    assert "RESOLVED" not in said
