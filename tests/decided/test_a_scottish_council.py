"""What is otherwise at a Scottish council: exclusion, the suspension of standing orders, and what is continued."""

import pytest

from clerk.meeting.endings import ending_of
from clerk.meeting.state import Meeting
from clerk.rules.explanations import rule_explanations
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import held, papers, said

STYLES = ("barnet", "county", "parish")
SUSPENSION = {"vote.suspension": {"name": "SO 22", "enactment": "Standing Order 22"}}
MOVED = ":take 2\n:motion oak elm kind=suspension -- that Standing Order 5.7 be suspended\n"


def scots(script: str, **settings: object) -> Meeting:
    return held(script, papers(profile="scotland", settings=dict(settings)))


def printed(meeting: Meeting, style: str = "barnet") -> str:
    blocks = draft(meeting, shipped_style(style), True).blocks
    return "\n".join(line.strip() for block in blocks for line in lines(block))


@pytest.mark.parametrize("style", STYLES)
def test_exclusion_is_under_the_section_of_the_act(style: str) -> None:
    text = printed(scots(":take 2\n:exclude items=3 para=6+9\n:take 3\n"), style)
    assert "under Section 50A(4) of the Local Government (Scotland) Act 1973, the press and public be excluded" in text
    assert "paragraphs 6 and 9 of Part 1 of Schedule 7A" in text


def test_elsewhere_no_section_of_scotland_is_named() -> None:
    text = printed(held(":take 2\n:exclude items=3 para=3\n:take 3\n", papers(profile="england")))
    assert "50A" not in text
    assert "– that the press and public be excluded" in text


@pytest.mark.parametrize(("figures", "state", "how"), [("3 2", "lost", "not reached"), ("4 1", "carried", "reached")])
def test_suspension_wants_what_the_bodys_own_standing_order_wants(figures: str, state: str, how: str) -> None:
    meeting = scots(f"{MOVED}:vote {figures}\n", **SUSPENSION)
    assert meeting.questions["m1"].state == state
    text = printed(meeting)
    assert f"A majority of two-thirds of the Members voting was required by Standing Order 22, and was {how}" in text


def test_without_the_setting_a_majority_suspends() -> None:
    meeting = scots(f"{MOVED}:vote 3 2\n")
    assert meeting.questions["m1"].state == "carried"
    assert "two-thirds" not in printed(meeting)


def test_another_motion_wants_no_more_than_a_majority() -> None:
    meeting = scots(":take 2\n:motion oak elm -- That the ponds stay.\n:vote 3 2\n", **SUSPENSION)
    assert meeting.questions["m1"].state == "carried"


@pytest.mark.parametrize("style", STYLES)
def test_continued_is_told_by_its_own_word_and_is_a_deferral(style: str) -> None:
    meeting = scots(':take 2\n:outcome continued to="4 June" -- for a site visit\n')
    assert ending_of(meeting, "i2").what == "deferred"
    text = printed(meeting, style).casefold()
    assert "continued to 4 june for a site visit" in text
    assert "deferred" not in text
    deferred = printed(scots(':take 2\n:outcome deferred to="4 June"\n'), style).casefold()
    assert "deferred to 4 june" in deferred
    assert "continued" not in deferred


def test_a_roll_call_vote_is_asked_for_in_the_words_of_the_country() -> None:
    script = ":take 2\n:division elm,ash\n:vote named rest=for\n"
    assert "called for a roll call vote." in printed(scots(script))
    assert "asked for a roll call vote." in printed(scots(script), "county")
    assert "called for a recorded vote." in printed(held(script, papers(profile="england")))


def test_a_right_that_england_gives_may_be_suspended_in_scotland() -> None:
    script = ":take 2\n:motion oak elm kind=suspension -- that the rule on recorded votes be suspended\n:vote 4 1\n"
    assert not any("M24" in line for line in said(scots(script)))
    assert any(line.startswith("HARD M24") for line in said(held(script, papers(profile="england"))))


@pytest.mark.parametrize("rule", ["V8", "V12", "V25", "M24"])
def test_an_explanation_says_of_which_country_its_law_is(rule: str) -> None:
    law = rule_explanations()[rule].law
    assert "Scotland" in law
    assert law.startswith("England")
