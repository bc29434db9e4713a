"""What a motion says that the body itself is to do names the body; what was resolved at once, its mover."""

import pytest

from exports.fitting import moved
from tests.support.five import held, papers, under


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("adopt the plan for the bees", "That the Committee adopt the plan for the bees."),
        ("Note the report.", "That the Committee note the report."),
        ("that note the report", "That the Committee note the report."),
        ("note with concern the closure", "That the Committee note with concern the closure."),
        ("call on the Government to act", "That the Committee call on the Government to act."),
        (
            "Delegate to the Director the power to sign",
            "That the Committee delegate to the Director the power to sign.",
        ),
        ("to adopt the plan", "To adopt the plan."),
        ("the plan be adopted", "That the plan be adopted."),
        ("Report of the auditor", "Report of the auditor."),
        ("support for the scheme be given", "That support for the scheme be given."),
        ("Approve", "Approve."),
        ("Standards Committee to review", "Standards Committee to review."),
        ("This Committee notes the report", "This Committee notes the report."),
    ],
)
def test_what_the_body_is_to_do(typed: str, said: str) -> None:
    assert moved(typed, "Committee") == said


def test_officers_recommend_as_they_wrote() -> None:
    ponds = {"number": 2, "title": "Ponds", "recommendations": ["Note the report", "Dredge the ponds"]}
    minutes = under(
        held(":take 2\n:amend elm ash add -- approve the plan\n:vote 5 0 0\n:vote 5 0 0\n", papers((ponds,))), "2"
    )
    assert "Approve the plan." in minutes
    assert "That the Committee" not in minutes


def test_a_motion_and_what_is_added_to_it_say_whose_deed_it_is() -> None:
    minutes = under(held(":take 2\n:motion oak elm -- adopt the plan\n:amend ash yew add -- thank the officers\n"), "2")
    assert "That the Committee adopt the plan." in minutes
    assert "That the Committee thank the officers." in minutes


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("by=elm,ash", "Councillor Dora Elm moved, seconded by Councillor Ivo Ash, and it was RESOLVED – that"),
        ("by=elm", "Councillor Dora Elm moved and it was RESOLVED – that"),
        ("by=oak,duly", "The Chairman moved, duly seconded, and it was RESOLVED – that"),
    ],
)
@pytest.mark.parametrize(
    ("line", "end"),
    [
        (":exclude items=3 para=3", "that the press and public be excluded from the meeting for Item 3,"),
        (":extend 22:30", "that the time for the meeting be extended to 10.30 pm."),
    ],
)
def test_what_was_resolved_at_once_names_who_moved_it(line: str, end: str, by: str, said: str) -> None:
    minutes = under(held(f":take 2\n{line} {by}\n"), "2")
    assert said in minutes
    assert end in minutes


def test_the_chair_extends_alone() -> None:
    assert "The Chairman extended the time for the meeting to 10.30 pm." in under(held(":take 2\n:extend 22:30\n"), "2")
