"""A motion of which notice was given: its words, mover and seconder are in the papers, and are moved at the meeting."""

from __future__ import annotations

import pytest

from clerk.names import Unclear
from clerk.rules.checks import findings
from tests.support.five import ITEMS, OPENED, papers, said
from tests.support.minute import minute

NOTICE = {
    "number": 8,
    "title": "Motion on hives",
    "motion": "That four hives be bought.",
    "mover": "Ash",
    "seconder": "Elm",
}


def test_the_motion_is_moved_as_notice_was_given() -> None:
    setup = papers(items=(*ITEMS, NOTICE))
    question = minute(f"{OPENED}:take 8\n:motion\n:vote unanimous", setup).questions["m1"]
    assert (question.mover, question.seconder, question.state) == ("ash", "elm", "carried")
    other = minute(f"{OPENED}:take 8\n:motion oak\n:vote unanimous", setup)
    assert (other.questions["m1"].mover, other.questions["m1"].seconder) == ("oak", "")
    typed = minute(f"{OPENED}:take 8\n:motion oak elm -- That one hive be bought.", setup)
    assert typed.questions["m1"].base != question.base


@pytest.mark.parametrize("line", [":take 8\n:motion\n:motion", ":take 2\n:motion oak elm"])
def test_nothing_else_is_moved_without_words(line: str) -> None:
    with pytest.raises(Unclear, match=r"the text of the motion|who moved it"):
        minute(f"{OPENED}{line}", papers(items=(*ITEMS, NOTICE)))


def test_a_finding_keeps_the_number_as_the_paper_has_it() -> None:
    item = {
        "number": "A2",
        "title": "Depot lease",
        "exempt": True,
        "paragraphs": "3+5",
        "recommendations": ["That it be let."],
    }
    setup = papers(items=(*ITEMS, item))
    text = " ".join(said(minute(f"{OPENED}:take A2\n:vote unanimous", setup)))
    assert "Item A2 is exempt" in text
    found = findings(minute(f"{OPENED}:take A2\n:exclude items=A2", setup))
    assert "The papers give it: :exclude para=3+5." in [one.remedy for one in found]
