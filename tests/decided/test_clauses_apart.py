"""Some clauses of a question that end apart from the others: agreed without a vote, left, refused, put off (M21)."""

import pytest

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from tests.support.five import held, papers, said, under

ITEMS = (
    {
        "number": 1,
        "title": "Ponds",
        "recommendations": ["That ponds be dredged.", "That paths be mended.", "That trees be felled."],
    },
)
AGREED = ":take 1\n:put r1 only=1+2\n:vote assent"


def at(script: str, body: str = "Cabinet") -> Meeting:
    """A body after a script that ends with its close."""
    return held(f"{script}\n:close 20:00", papers(items=ITEMS, body=body))


def test_what_a_cabinet_agrees_in_part_without_a_vote_is_no_vote() -> None:
    printed = under(at(f"{AGREED}\n:notput"), "1")
    assert printed.startswith("DECISION: RESOLVED")
    assert "vote on" not in printed.split("Recommendation 3")[0]
    assert "1. That ponds be dredged.\n2. That paths be mended." in printed
    assert "separate vote on recommendation 3" in under(at(f"{AGREED}\n:put r1 only=3\n:vote 1 4 0"), "1")


@pytest.mark.parametrize("body", ["Cabinet", "Ponds Committee"])
@pytest.mark.parametrize(
    ("line", "told"),
    [
        (":notput r1", "Recommendation 3 was not put to the vote."),
        (":notput r1 only=3 -- it was too late", "Recommendation 3 was not put to the vote because it was too late."),
        (":withdraw r1 only=3", "Recommendation 3 was withdrawn."),
        (":fell r1", "Recommendation 3 fell."),
        (":outcome refused only=3", "RESOLVED – recommendation 3 was refused."),
        (":outcome deferred only=3 -- to June", "RESOLVED – recommendation 3 was deferred to June."),
        (":outcome referred only=3 to=Council", "RESOLVED – recommendation 3 was referred to Council."),
    ],
)
def test_what_is_left_of_a_question_ends_by_itself(body: str, line: str, told: str) -> None:
    meeting = at(f"{AGREED}\n{line}", body)
    assert told in under(meeting, "1")
    assert meeting.questions["r1"].state == "carried"
    assert not said(meeting, "M21", "V1", "T3")


def test_what_was_left_before_the_others_were_put_is_not_put_with_them() -> None:
    meeting = at(":take 1\n:withdraw r1 only=2\n:vote 5 0 0", "Ponds Committee")
    assert "recommendations 1 and 3 were unanimously approved" in under(meeting, "1")
    assert not said(meeting, "M21")


@pytest.mark.parametrize(
    "line", [":notput r1 only=2", ":outcome refused only=1", ":outcome recommended only=3", ":outcome noted only=9"]
)
def test_what_was_decided_is_not_left(line: str) -> None:
    with pytest.raises(Unclear):
        at(f"{AGREED}\n{line}")


@pytest.mark.parametrize("what", ["alternatives", "conflicts"])
def test_what_an_executive_rejected_may_be_said_without_reasons(what: str) -> None:
    printed = under(at(f':take 1\n:vote assent\n:reasons {what}="none was put forward"'), "1")
    assert printed.rstrip().endswith("None was put forward.")
    assert "Reasons for the decision" not in printed
    with pytest.raises(Unclear):
        at(":take 1\n:vote assent\n:reasons")
