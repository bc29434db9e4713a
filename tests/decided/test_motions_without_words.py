"""A motion of which the kind says all, and one that was duly moved and seconded by nobody whose name was taken."""

import pytest

from clerk.names import Unclear
from tests.support.five import ITEMS, held, papers, said, under


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("closure", "that the question be now put"),
        ("next business", "that the meeting proceed to the next business"),
        ("adjournment", "that the meeting be adjourned"),
        ("suspension", "that the rules of procedure be suspended"),
        ("deferral", "that the item be deferred"),
    ],
)
def test_a_kind_that_says_all_needs_no_words(kind: str, words: str) -> None:
    meeting = held(f':take 2\n:motion elm ash kind="{kind}"\n:vote 4 1 0')
    assert f"Councillor Dora Elm moved, seconded by Councillor Ivo Ash, {words}." in under(meeting, "2")
    assert under(held(f':take 2\n:motion elm ash kind="{kind}" -- {words}'), "2").endswith(f"{words}.")
    assert meeting.questions["m1"].base[0].text.lower() == f"{words}."


@pytest.mark.parametrize("kind", ["motion", "order", "procedural"])
def test_one_that_says_nothing_by_its_kind_needs_them(kind: str) -> None:
    with pytest.raises(Unclear, match="needs the text of the motion"):
        held(f":take 2\n:motion elm ash kind={kind}")


def test_duly_moved_and_seconded_by_no_name() -> None:
    for line in (":motion duly -- That the ponds be filled.", ":amend duly on=r2 add -- That ducks be kept."):
        meeting = held(f":take 2\n{line}\n:vote 4 1 0")
        assert under(meeting, "2").startswith("A Member moved, duly seconded")
        assert not said(meeting, "M3")
    item = (ITEMS[0], {"number": 2, "title": "Members' Items"})
    assert "a Member moved, duly seconded" in under(held(":take 2\n:motion duly -- That it be.", papers(item)), "2")
    council = papers(body="Pond Borough Council", settings={"body.kind": "council"})
    assert under(held(":take 2\n:motion duly -- That it be so.", council), "2").startswith("A Member moved, duly")


@pytest.mark.parametrize(
    "line", [":motion -- That it be.", ":motion none -- That it be.", ":motion without -- That it be."]
)
def test_a_motion_that_nobody_moved_is_refused(line: str) -> None:
    with pytest.raises(Unclear, match="needs who moved it"):
        held(f":take 2\n{line}")


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (":withdraw -- with the consent of the Council", "The motion was withdrawn with the consent of the Council."),
        (":withdraw m1 -- as the meeting agreed.", "The motion was withdrawn as the meeting agreed."),
        (":fell -- for want of time", "The motion fell for want of time."),
        (
            ":notput m1 -- the ponds had been sold",
            "The motion was not put to the vote because the ponds had been sold.",
        ),
        (":withdraw", "The motion was withdrawn."),
    ],
)
def test_a_question_that_ended_without_a_vote_says_why_or_with_whose_consent(line: str, printed: str) -> None:
    assert printed in under(held(f":take 2\n:motion elm ash -- That ducks be fed\n{line}"), "2")
