"""What is decided in place of a recommendation, which lapses; a deferral is the resolution; two decisions are found."""

from typing import Any

import pytest

from clerk.meeting.motions import newest_to_put
from clerk.names import Unclear
from tests.support.five import ITEMS, at_desk, held, papers, said, text_of, under
from tests.support.minute import Desk

SETTINGS: tuple[dict[str, Any], ...] = (
    *ITEMS[:2],
    {
        "number": 3,
        "title": "Mill Lane",
        "case": "31/0042/FUL",
        "recommendations": ["That permission be granted subject to conditions."],
    },
    {"number": 4, "title": "Wall at Mill Lane"},
)
REFUSED = ":take 3\n:motion elm ash -- That permission be refused because of harm.\n:vote 3 2 0\n"


def desk_of(script: str) -> Desk:
    return at_desk(script, papers(SETTINGS))


@pytest.mark.parametrize(
    "script",
    [
        REFUSED,
        ":take 3\n:motion elm ash -- That a temporary permission be granted.\n:vote 3 2 0\n",
        ":take 3\n:motion elm ash -- That the application be deferred for a site visit.\n:vote unanimous\n",
        ":take 2\n:motion elm ash kind=deferral -- for a survey\n:vote 3 2 0\n",
        ":take 2\n:motion elm ash -- That the recommendation be rejected.\n:vote 3 2 0\n",
    ],
)
def test_a_recommendation_lapses_and_its_label_alone_reaches_it(script: str) -> None:
    at = desk_of(script)
    assert newest_to_put(at.meeting, at.item) is None
    with pytest.raises(Unclear, match=r"r[23] lapsed, since m1 was carried; only its label reaches it"):
        at.play(":vote unanimous")
    label = "r3" if "take 3" in script else "r2"
    assert at.play(f":put {label}").meeting.puts[-1].questions == (label,)


@pytest.mark.parametrize(
    "more",
    [
        ":motion elm ash -- That officers be thanked.\n:vote 3 2 0\n",
        ":motion elm ash -- That it be refused.\n:vote 2 3 0\n",
    ],
)
def test_beside_other_motions_it_is_still_to_be_put(more: str) -> None:
    at = desk_of(f":take 2\n{more}")
    question = newest_to_put(at.meeting, at.item)
    assert question is not None
    assert question.id == "r2"


def test_a_recount_that_turns_the_motion_brings_it_back() -> None:
    at = desk_of(REFUSED + ":vote 2 3 0 recount=v1")
    question = newest_to_put(at.meeting, at.item)
    assert question is not None
    assert question.id == "r3"


def test_an_item_that_was_decided_both_ways_is_found() -> None:
    both = desk_of(REFUSED + ":vote unanimous of=r3").meeting
    assert [one for one in said(both, "V1") if one.startswith("HARD") and "refusal" in one]
    placed = desk_of(":take 2\n:motion elm ash -- That the recommendation be rejected.\n:vote 3 2 0\n:vote 3 2 0 of=r2")
    assert said(placed.meeting, "V1")
    assert not said(desk_of(REFUSED).meeting, "V1")
    assert not said(desk_of(":take 2\n:motion elm ash -- That x be y.\n:vote 3 2 0\n:vote 3 2 0").meeting, "V1")


def test_permission_and_consent_may_go_each_its_way() -> None:
    consent = ":motion elm ash -- That listed building consent be refused because of harm.\n:vote 3 2 0\n"
    assert not said(desk_of(f":take 3\n{consent}:vote unanimous of=r3").meeting, "V1")


@pytest.mark.parametrize(
    "motion",
    [
        "-- That the item be deferred for a site visit.",
        "kind=procedural -- That the item be deferred for a site visit.",
        "kind=deferral -- for a site visit",
        "kind=deferral -- That the item be deferred for a site visit",
    ],
)
def test_a_motion_to_defer_is_the_resolution_once(motion: str) -> None:
    at = desk_of(f":take 2\n:motion elm ash {motion}\n:vote unanimous\n")
    for more in ("", ":outcome deferred"):
        printed = under(at.play(more).meeting, "2")
        assert "RESOLVED unanimously – that the item be deferred for a site visit." in printed
        assert printed.count("RESOLVED") == 1
        assert "CARRIED" not in printed
    assert not said(at.meeting, "T3", "M18", "M20")


def test_until_when_and_why_go_on_in_its_sentence() -> None:
    script = ":take 2\n:motion elm ash kind=deferral\n:vote 3 2 0\n"
    script += ':outcome deferred to="the next meeting" -- plans were late'
    printed = under(held(script), "2")
    assert "RESOLVED – that the item be deferred, to the next meeting: plans were late." in printed


def test_what_is_put_off_for_a_time_is_the_matter_itself() -> None:
    printed = under(held(":take 2\n:motion elm ash -- That the fees be deferred for a year.\n:vote 3 2 0"), "2")
    assert "that the item" not in printed
    assert "CARRIED – the motion was approved." in printed


def test_an_item_whose_only_question_was_not_put_is_found() -> None:
    script = ":take 4\n:motion elm ash -- That a notice be issued.\n:notput m1\n"
    assert said(desk_of(script + ":close 20:00").meeting, "T3")[-1].endswith("nothing else decided item 4.")
    ended = desk_of(script + ":outcome noted\n:close 20:00").meeting
    assert not [one for one in said(ended, "T3") if "item 4" in one]


def test_time_is_extended_by_whom_and_with_which_figures() -> None:
    by_vote = text_of(held(":take 2\n:extend 22:30 by=elm,ash vote=3-2"))
    assert "and it was RESOLVED by 3 votes to 2 – that the time for the meeting be extended to 10.30 pm" in by_vote
    before = ":take 2\n:motion elm ash kind=procedural -- That the meeting go on to 10.30 pm\n:vote 3 2 0\n"
    carried = text_of(held(before + ":extend 22:30"))
    assert "The time for the meeting was extended accordingly to 10.30 pm" in carried
    assert "The Chairman extended" not in carried
    assert "The Chairman extended" in text_of(held(before.replace("3 2 0", "2 3 0") + ":extend 22:30"))
    with pytest.raises(Unclear, match="it was lost"):
        held(":take 2\n:extend 22:30 by=elm,ash vote=2-3")
