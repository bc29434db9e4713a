"""A motion and an amendment in one vote, as in Scotland: what has more votes is the decision, and the other falls."""

import pytest

from clerk.events import VoteTaken
from clerk.meeting.endings import ending_of
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.saying.gestures import say_back
from clerk.saying.votes import read_out
from clerk.shorthand.minuting import recording
from exports.data.votes_table import votes_csv
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from screens.chair.board import board
from tests.support.five import at_desk, held, papers, said, text_of

MOVED = """\
:take 2
:motion oak elm -- That the ponds be dredged in May.
:amend ash yew on=m1 text -- That the matter be continued to 4 June.
"""
TWO = f"{MOVED}:amend green elm on=m1 text -- That the ponds stay as they are.\n"
STYLES = ("barnet", "county", "parish")
NEVER = ("M1", "M6", "M7", "M9", "M10", "M14", "M19", "M21")


def scots(script: str, **settings: str) -> Meeting:
    return held(script, papers(profile="scotland", settings=dict(settings)))


def printed(meeting: Meeting, style: str) -> str:
    blocks = draft(meeting, shipped_style(style), True).blocks
    return "\n".join(line.strip() for block in blocks for line in lines(block))


def sheet_of(meeting: Meeting) -> str:
    style = shipped_style()
    made = decision_sheet(meeting, style, draft(meeting, style, True), True)
    return "\n".join(line.strip() for block in made.blocks for line in lines(block))


def no_false_finding(meeting: Meeting) -> None:
    assert [line for line in said(meeting) if line.split()[1].rstrip(":") in NEVER] == []


@pytest.mark.parametrize("style", STYLES)
def test_a_carried_amendment_is_the_decision_and_the_motion_falls(style: str) -> None:
    meeting = scots(f"{MOVED}:vote 3 2\n:close 20:00\n")
    assert {label: q.state for label, q in meeting.questions.items() if label in ("m1", "A1")} == {
        "m1": "fell",
        "A1": "carried",
    }
    assert ending_of(meeting, "i2").question == "A1"
    assert sum(isinstance(placed.event, VoteTaken) for placed in meeting.events) == 1
    text = printed(meeting, style)
    assert "2 voted for the motion and 3 for the amendment" in text
    assert text.lower().count("resolved") == 1
    assert text.count("the motion fell") == 1
    no_false_finding(meeting)


@pytest.mark.parametrize("style", STYLES)
def test_a_lost_amendment_carries_the_motion_by_the_same_vote(style: str) -> None:
    meeting = scots(f"{MOVED}:vote 1 3 1\n:close 20:00\n")
    assert meeting.questions["m1"].state == "carried"
    assert meeting.questions["A1"].state == "lost"
    text = printed(meeting, style)
    assert "3 voted for the motion and 1 for the amendment, and 1 abstained" in text
    assert text.lower().count("resolved") == 1
    no_false_finding(meeting)


def test_which_figure_is_for_which_is_said_before_enter() -> None:
    table = at_desk(MOVED, papers(profile="scotland"))
    would = recording(table.meeting, ":vote 3 2", table.item)
    assert would is not None
    assert "3 for the amendment A1, 2 for the motion m1" in say_back(table.meeting, would.events)
    turned = recording(table.meeting, ":vote 3 2 of=m1", table.item)
    assert turned is not None
    assert "3 for the motion m1, 2 for the amendment A1" in say_back(table.meeting, turned.events)


@pytest.mark.parametrize("style", STYLES)
def test_names_stand_by_what_they_voted_for(style: str) -> None:
    meeting = scots(f"{MOVED}:vote named for=ash,yew against=rest\n:record ash amendment\n:close 20:00\n")
    text = printed(meeting, style)
    assert "3 voted for the motion and 2 for the amendment" in text
    assert "For the motion" in text
    assert "for the amendment was recorded" in text
    assert "Against" not in text
    no_false_finding(meeting)


@pytest.mark.parametrize(
    ("cast", "won", "words"),
    [
        ("amendment", "A1", "used the casting vote for the amendment."),
        ("motion", "m1", "used the casting vote for the motion."),
        ("for", "A1", "used the casting vote for the amendment."),
        ("against", "m1", "used the casting vote for the motion."),
    ],
)
def test_the_casting_vote_is_for_either(cast: str, won: str, words: str) -> None:
    meeting = scots(f"{MOVED}:vote 2 2 1\n:cast {cast}\n:close 20:00\n")
    assert meeting.questions[won].state == "carried"
    text = text_of(meeting)
    assert words in text
    assert text.count("RESOLVED") == 1
    no_false_finding(meeting)


def test_a_tie_that_nobody_breaks_carries_neither() -> None:
    meeting = scots(f"{MOVED}:vote 2 2 1\n:close 20:00\n")
    assert {meeting.questions[label].state for label in ("m1", "A1")} == {"tied"}
    assert any("V8" in line for line in said(meeting))
    declined = scots(f"{MOVED}:vote 2 2 1\n:cast declined\n:close 20:00\n")
    assert {declined.questions[label].state for label in ("m1", "A1")} == {"lost"}
    assert "neither the motion nor the amendment was agreed" in text_of(declined)


def test_of_several_the_last_is_put_against_the_one_before_it() -> None:
    meeting = scots(f"{TWO}:vote 2 3\n:vote 4 1\n:close 20:00\n")
    votes = list(meeting.votes.values())
    assert [(vote.questions[0], vote.facing) for vote in votes] == [("A2", "A1"), ("A1", "m1")]
    assert meeting.questions["A1"].state == "carried"
    text = text_of(meeting)
    assert text.count("RESOLVED") == 1
    assert "carried against the amendment of Councillor Hugh Green, which fell" in text
    no_false_finding(meeting)


def test_each_against_the_motion_where_a_council_has_it_so() -> None:
    meeting = scots(f"{TWO}:vote 2 3\n:vote 3 2\n:close 20:00\n", **{"amendments.against": "motion"})
    assert [(vote.questions[0], vote.facing) for vote in meeting.votes.values()] == [("A1", "m1"), ("A2", "m1")]
    assert meeting.questions["A2"].state == "carried"
    assert meeting.questions["m1"].state == "fell"
    no_false_finding(meeting)


def test_what_wins_while_another_waits_is_the_decision_once_that_is_withdrawn() -> None:
    meeting = scots(f"{TWO}:vote 3 2\n:withdraw A2\n:close 20:00\n", **{"amendments.against": "motion"})
    assert meeting.questions["A1"].state == "carried"
    no_false_finding(meeting)


def test_a_recount_turns_both_round() -> None:
    meeting = scots(f"{MOVED}:vote 3 2\n:vote 2 3 recount=v1 by=elm\n:close 20:00\n")
    assert meeting.questions["m1"].state == "carried"
    assert meeting.questions["A1"].state == "lost"
    assert "(for the amendment, for the motion, abstained)" in text_of(meeting)
    no_false_finding(meeting)


def test_recommendations_that_win_are_printed_with_the_decision() -> None:
    script = ":take 2\n:amend ash yew at=1 text -- That the ponds be sold.\n:vote 1 4\n:close 20:00\n"
    meeting = scots(script)
    assert meeting.questions["r2"].state == "carried"
    assert ending_of(meeting, "i2").what == "approved"
    assert "That the ponds be dredged." in text_of(meeting)
    no_false_finding(meeting)


def test_a_second_vote_on_what_was_decided_is_found() -> None:
    meeting = scots(f"{MOVED}:vote 1 4\n:vote carried of=m1\n:close 20:00\n")
    assert any(line.startswith("HARD M21") for line in said(meeting))


def test_an_amendment_by_itself_is_put_again_as_amended() -> None:
    meeting = scots(f"{MOVED}:vote 3 2 facing=none\n:close 20:00\n")
    assert meeting.questions["m1"].merged == ("A1",)
    assert any("M10" in line for line in said(meeting))


@pytest.mark.parametrize("typed", [":put A1 facing=A1", ":put A1 facing=r3", ":put A1+m1 facing=r2"])
def test_what_cannot_be_put_against_each_other_is_refused(typed: str) -> None:
    table = at_desk(MOVED, papers(profile="scotland"))
    with pytest.raises(Unclear):
        table.enter(typed)


def test_any_council_can_say_it_of_one_vote() -> None:
    meeting = held(f"{MOVED}:vote 3 2 of=A1 facing=m1\n:close 20:00\n", papers(profile="england"))
    assert meeting.questions["m1"].state == "fell"
    assert meeting.votes["v1"].facing == "m1"


def test_elsewhere_an_amendment_still_alters_the_motion() -> None:
    meeting = held(f"{MOVED}:vote 3 2\n:close 20:00\n", papers(profile="england"))
    assert meeting.votes["v1"].facing == ""
    assert any("M10" in line for line in said(meeting))


def test_the_sheet_the_table_and_the_chair_say_the_same() -> None:
    meeting = scots(f"{MOVED}:vote 3 2\n")
    sheet = sheet_of(meeting)
    assert sheet.count("RESOLVED") == 1
    assert "For the amendment 3, For the motion 2" in sheet
    assert "Motion moved by Councillor Tom Oak, seconded by Councillor Dora Elm – fell:" in sheet
    rows = [line.split(",") for line in votes_csv(meeting, shipped_style()).splitlines() if ",vote," in line]
    assert [(row[6], row[13], row[14], row[18]) for row in rows] == [
        ("amendment", "3", "2", "carried"),
        ("motion", "2", "3", "lost"),
    ]
    tally = board(meeting).tally
    assert tally is not None
    assert tally.names[:2] == ("Amendment A1", "Motion m1")
    assert (tally.of, tally.result) == ("Amendment A1", "CARRIED")
    assert read_out(meeting, meeting.votes["v1"]).endswith("and is the decision; the motion m1 falls.")


def test_a_motion_that_wins_is_named_on_the_chairs_view() -> None:
    tally = board(scots(f"{MOVED}:vote 1 4\n")).tally
    assert tally is not None
    assert (tally.of, tally.result) == ("Motion m1", "CARRIED")
