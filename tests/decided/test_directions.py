"""What a vote is for: said, or read where the body determines the item, and never guessed (A2)."""

import csv
import io
from typing import Any

import pytest

from exports.data.votes_table import votes_csv
from exports.style import shipped_style
from tests.support.five import held, papers, said, text_of, under


def planning(recommendation: str = "Approve.", kind: str = "application") -> Any:
    """A planning committee with one application at item 2."""
    items = (
        {"number": 1, "title": "Declarations of Members' interests"},
        {"number": 2, "title": "4 Reed Lane", "case": "31/0042/FUL", "ward": "Mill", "recommendations": recommendation},
        {"number": 3, "title": "Quarterly report", "recommendations": "That the report be noted."},
    )
    if kind == "report":
        del items[1]["case"], items[1]["ward"]
    return papers(items, settings={"body.kind": "planning"})


REFUSALS = (
    "Refuse",
    "Refuse consent",
    "That permission be refused",
    "Refusal",
    "That the Committee refuse the application",
    "Refuse, as the applicant had not shown a need",
    "That the application for a refuse store be refused for its bulk.",
)


@pytest.mark.parametrize("recommendation", REFUSALS)
def test_a_carried_refusal_is_refused_with_its_figures(recommendation: str) -> None:
    printed = under(held(":take 2\n:vote 3 2 0", planning(recommendation)), "2")
    assert "RESOLVED – that the application be REFUSED." in printed
    assert "For (refusal)" in printed
    assert "APPROVED" not in printed


@pytest.mark.parametrize(
    "recommendation", ["That the Refuse and Recycling store be approved", "Approve the refuse bins."]
)
def test_a_noun_is_not_a_refusal(recommendation: str) -> None:
    printed = under(held(":take 2\n:vote 3 2 0", planning(recommendation)), "2")
    assert "RESOLVED – that the application be APPROVED." in printed
    assert "refusal" not in printed


UNCLEAR = (
    "That permission not be refused",
    "That the refuse store be built",
    "That the request for a deferral be refused",
    "That the refusal of the earlier scheme be noted",
    "Approve the extension and refuse the dormer",
    "1. That permission be granted.\n2. That listed building consent be refused.",
)


@pytest.mark.parametrize("recommendation", UNCLEAR)
def test_where_the_words_could_mean_either_nothing_is_guessed(recommendation: str) -> None:
    meeting = held(":take 2\n:vote 3 2 0", planning(recommendation))
    printed = under(meeting, "2")
    assert "REFUSED" not in printed
    assert "APPROVED" not in printed
    assert any("approval or refusal" in line for line in said(meeting, "M20"))
    answered = held(":take 2\n:vote 3 2 0 to=refusal", planning(recommendation))
    assert "REFUSED" in under(answered, "2")
    assert not any("approval or refusal" in line for line in said(answered, "M20"))


def test_on_an_ordinary_committee_the_word_says_nothing() -> None:
    items = ({"number": 2, "title": "Grant", "recommendations": "That the grant be refused."},)
    assert "REFUSED" not in text_of(held(":take 2\n:vote 5 0 0", papers(items)))
    assert "REFUSED" in text_of(held(":take 2\n:vote 5 0 0 to=refusal", papers(items)))


@pytest.mark.parametrize(
    "script", [":put to=refusal\n:vote 3 2 0", ":put\n:vote 3 2 0 to=refusal", ":vote 3 2 0 to=refusal"]
)
def test_what_was_said_wins_over_the_words(script: str) -> None:
    meeting = held(":take 2\n" + script, planning("Approve."))
    printed = under(meeting, "2")
    assert "RESOLVED – that the application be REFUSED." in printed
    assert "For (refusal)" in printed


def test_a_decision_against_the_recommendation_wants_reasons_and_one_with_it_does_not() -> None:
    against = held(":take 2\n:vote 3 2 0 to=refusal\n:take 3", planning("Approve."))
    assert said(against, "M20") == ["HARD M20: Item 2 was decided against the recommendation, without reasons."]
    assert not said(held(":take 2\n:vote 3 2 0 to=approval\n:take 3", planning("Approve.")), "M20", "M19")


def test_the_loss_of_the_opposite_is_as_recommended() -> None:
    meeting = held(":take 2\n:put to=refusal\n:vote 1 4 0\n:take 3", planning("Approve."))
    assert "RESOLVED – that the application be APPROVED, as recommended." in under(meeting, "2")
    assert not said(meeting, "M19", "M20", "T3")
    other = held(":take 2\n:put to=approval\n:vote 1 4 0\n:take 3", planning("Refuse."))
    assert "REFUSED, as recommended" in under(other, "2")
    plain = held(":take 2\n:put to=approval\n:vote 1 4 0\n:take 3", planning("Approve."))
    assert "The recommendation was LOST." in under(plain, "2")
    assert said(plain, "M19")


def test_an_alternative_that_is_carried_is_the_decision() -> None:
    script = ":take 2\n:vote 0 5 0\n:motion elm ash -- That permission be refused for loss of light.\n:vote 4 1 0\n"
    meeting = held(script + ":take 3", planning("Approve."))
    assert "RESOLVED – that the application be REFUSED." in under(meeting, "2")
    assert not said(meeting, "M19", "M20")
    assert said(held(script + ":outcome approved", planning("Approve.")), "V1") == [
        "HARD V1: The motion moved by Councillor Elm (m1) was carried, and the item is said to be approved."
    ]
    assert not said(held(script + ":outcome refused", planning("Approve.")), "V1", "V26")


def test_an_alternative_on_an_ordinary_item_is_resolved_too() -> None:
    meeting = held(":take 2\n:vote 0 5 0\n:motion elm ash -- That the ponds be fenced.\n:vote 4 1 0")
    assert "RESOLVED – the motion was approved." in under(meeting, "2")


def test_an_approval_as_recommended_after_a_loss_wants_no_reasons() -> None:
    script = ":take 2\n:vote 1 4 0\n:motion elm ash -- That permission be granted.\n:vote 4 1 0\n:take 3"
    assert not said(held(script, planning("Approve.")), "M20")


def directions(script: str, recommendation: str, kind: str = "application") -> list[str]:
    """The direction column of the votes file, a row a question."""
    rows = list(csv.DictReader(io.StringIO(votes_csv(held(script, planning(recommendation, kind)), shipped_style()))))
    (column,) = (name for name in rows[0] if "irection" in name)
    return [row[column] for row in rows]


def test_the_votes_file_says_an_approval_that_its_words_are_of() -> None:
    assert directions(":take 2\n:vote 3 2 0", "Approve.") == ["approval"]
    assert directions(":take 2\n:vote 3 2 0", "That permission be granted.") == ["approval"]
    assert directions(":take 2\n:vote 3 2 0", "Refuse.") == ["refusal"]
    assert directions(":take 2\n:vote 3 2 0 to=refusal", "Approve.") == ["refusal"]
    assert directions(":take 2\n:vote 3 2 0", "That a site visit be made.") == [""]
    assert "For (approval)" not in text_of(held(":take 2\n:vote 3 2 0", planning("Approve.")))


@pytest.mark.parametrize(
    ("moved", "printed"),
    [
        (
            "That the premises licence be granted until 1 am, subject to the conditions agreed.",
            "RESOLVED – that the premises licence be granted until 1 am, subject to the conditions agreed.",
        ),
        ("That the licence be revoked", "RESOLVED – that the licence be revoked."),
        ("That the licence be suspended for a month", "RESOLVED – that the licence be suspended for a month."),
        ("That the licence be refused because of the noise", "RESOLVED – that the licence be REFUSED."),
        ("That the licence be granted.", "RESOLVED – that the licence be APPROVED."),
    ],
)
def test_what_a_panel_made_of_a_licence_is_said_with_all_that_it_decided(moved: str, printed: str) -> None:
    script = f":take 2\n:motion elm ash -- {moved}\n:vote 3 2 0"
    assert printed in text_of(held(script, papers(body="Licensing Sub-Committee")))
