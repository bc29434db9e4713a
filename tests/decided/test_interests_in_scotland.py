"""Interests by the Scottish Code: what is declared bars and its holder leaves; a connection that is none does not."""

import pytest

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import at_desk, held, papers, said


def scots(script: str) -> Meeting:
    return held(script, papers(profile="scotland"))


def printed(meeting: Meeting, style: str) -> str:
    blocks = draft(meeting, shipped_style(style), True).blocks
    return " ".join(" ".join(line.split()) for block in blocks for line in lines(block))


@pytest.mark.parametrize("kind", ["financial", "non-financial"])
def test_who_declares_an_interest_leaves_and_has_no_vote(kind: str) -> None:
    meeting = scots(f":declare elm 2 kind={kind} effect=stayed -- being a trustee\n:take 2\n:vote unanimous\n:close\n")
    (vote,) = meeting.votes.values()
    assert "elm" not in vote.entitled
    assert any("D4" in line and "Elm" in line for line in said(meeting))
    assert f"declared a {kind} interest" in printed(meeting, "barnet")


def test_a_connection_is_no_interest_and_its_holder_votes() -> None:
    meeting = scots(
        ":declare elm 2 kind=connection effect=stayed -- being a parent\n:take 2\n:vote unanimous\n:close\n"
    )
    (vote,) = meeting.votes.values()
    assert "elm" in vote.entitled
    assert not any(line.split()[1].startswith("D") for line in said(meeting))
    text = printed(meeting, "barnet")
    assert "stated, for transparency, a connection with Item 2, by virtue of being a parent" in text
    assert "Having applied the objective test, the Member did not consider it to be an interest" in text
    assert "declared" not in text


def test_a_table_says_that_a_connection_is_no_interest() -> None:
    meeting = scots(":take 1\n:declare elm 2 kind=financial effect=left\n:declare ash 3 kind=transparency\n")
    text = printed(meeting, "county").casefold()
    assert "connection, not an" in text
    assert "objective test" in text


def test_elsewhere_the_law_of_scotland_bars_nobody() -> None:
    script = ":declare elm 2 kind=financial effect=stayed\n:take 2\n:vote unanimous\n"
    (vote,) = held(script, papers(profile="england")).votes.values()
    assert "elm" in vote.entitled


def test_a_connection_is_not_joined_to_an_interest() -> None:
    with pytest.raises(Unclear, match="no interest"):
        at_desk("", papers(profile="scotland")).enter(':declare elm 2 kind="financial and connection"')
