"""What an amendment says is of the text as it stood when it was moved: nothing that comes after it changes that."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.events import AmendmentMoved, QuestionPut, VoteTaken
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import at_desk, held, said, under
from tests.support.minute import Desk

CLAUSES = "1. That the ponds be dredged.\n  2. That ducks be fed.\n  3. That the gate be painted."
MOVED = f":take 2\n:motion oak elm -- {CLAUSES}\n"


def sheet_of(meeting: Meeting) -> str:
    blocks = decision_sheet(meeting, shipped_style(), draft(meeting, shipped_style())).blocks
    return "\n".join(line for block in blocks for line in lines(block))


def test_an_amendment_that_was_lost_still_replaces_the_motion() -> None:
    script = (
        ":take 2\n:motion oak elm -- That the recommendations be agreed.\n:amend elm ash on=m1 text -- That it wait.\n"
        ":vote 1 4 0\n:amend ash yew on=m1 text -- 1. That the ponds be dredged.\n  2. That a report be brought.\n"
    )
    for more in (":vote 4 1 0", ":accept A2"):
        meeting = held(script + more)
        assert "That the motion be replaced by:" in under(meeting, "2")
        assert "paragraph 1 be replaced" not in under(meeting, "2") + sheet_of(meeting)
        assert "That the motion be replaced by:" in sheet_of(meeting)


def test_a_clause_keeps_the_number_that_it_had() -> None:
    first = ":amend elm ash at=3 words=first on=m1 -- painted -> mended\n:vote 1 4 0\n"
    meeting = held(f"{MOVED}{first}:amend yew green before at=1 on=m1 -- That a clerk be thanked.\n:accept A2")
    assert "in paragraph 3" in under(meeting, "2")
    assert "in paragraph 3" in sheet_of(meeting)
    assert "paragraph 4" not in under(meeting, "2") + sheet_of(meeting)


def test_an_amendment_to_recommendations_is_the_movers_own_only_where_they_had_moved_them() -> None:
    script = ":take 2\n:amend elm duly add -- That x be y.\n:vote lost\n"
    assert under(held(script + ":put by=elm,ash\n:vote 4 1 0"), "2").startswith(under(held(script), "2"))


def test_one_of_a_members_amendments_is_the_second_only_once_there_are_two() -> None:
    script = f"{MOVED}:amend elm ash add on=m1 -- That x be y.\n:amend yew green add on=m1 -- That z be w.\n"
    script += ":vote lost of=A1\n"
    later = under(
        held(script + ":vote lost\n:amend elm ash add on=m1 -- That v be w.\n:amend yew ash add on=m1 -- That u be v."),
        "2",
    )
    assert later.startswith(under(held(script), "2"))


@pytest.mark.parametrize("same", ["replace at=2 -- That geese be fed.", "delete at=2"])
def test_what_was_lost_is_not_said_to_change_nothing_once_another_did_it(same: str) -> None:
    script = f"{MOVED}:amend elm ash on=m1 {same}\n:vote 1 4 0\n:amend yew green on=m1 {same}\n:vote 4 1 0"
    assert not said(held(script), "M4", "M9")


LINES = st.sampled_from(
    (
        ":amend elm ash add -- That x be y.",
        ":amend elm duly add on=r2 -- That w be v.",
        ":amend yew green on=m1 at=2 words=first -- ducks -> geese",
        ":amend green elm on=m1 delete at=1",
        ":amend ash oak on=m1 text -- That it all wait.",
        ":amend oak ash on=m1 before at=1 -- That there be a lead.",
        ":amend ash yew on=A1 add -- That it be soon.",
        ":amend elm yew on=A2 text -- That nothing be done.",
        ":amend elm without on=m1 replace at=3 -- That the gate be shut.",
        ":vote 4 1 0",
        ":vote 1 4 0",
        ":vote 2 2 1",
        ":cast for",
        ":vote lost of=A1",
        ":vote carried of=A2",
        ":vote 4 1 0 of=A3",
        ":vote 3 1 0 recount=v1",
        ":accept A1",
        ":accept A2",
        ":withdraw A1",
        ":withdraw A2",
        ":fell A3",
        ":put",
        ":put A1",
        ":put r2 by=elm,ash",
        ":motion elm ash -- That bees be kept.",
        ":motion yew ash of=m1 -- That all be one.",
        ":notput m1",
        ":outcome deferred",
        ":take 3",
        ":take 2",
        "Members spoke.",
        ":record elm against",
        ":out yew",
    )
)


def _told(at: Desk) -> dict[str, list[str]]:
    """The lines that each amendment, its put and its vote gave, by the event; of what a vote or a tie may still decide
    the words as it was moved alone."""
    meeting = at.meeting
    amendments = {q.id for q in meeting.questions.values() if q.kind == "amendment"}
    ended = {q for vote in meeting.votes.values() if vote.state != "tied" for q in vote.questions}
    of = {}
    for placed in meeting.events:
        event = placed.event
        counted = isinstance(event, VoteTaken) and set(event.questions) <= ended & amendments
        if (
            isinstance(event, AmendmentMoved)
            or counted
            or (isinstance(event, QuestionPut) and event.questions[0] in ended & amendments)
        ):
            of[placed.id] = placed
    blocks = [b for b in draft(meeting, shipped_style()).blocks if b.events]
    blocks += [b for b in decision_sheet(meeting, shipped_style(), draft(meeting, shipped_style())).blocks if b.events]
    found: dict[str, list[str]] = {id_: [] for id_ in of}
    for block in blocks:
        if block.events[0] in found:
            found[block.events[0]] += lines(block)
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=2, max_size=14))
def test_nothing_later_changes_the_words_of_an_amendment(script: list[str]) -> None:
    at = at_desk(MOVED)
    before: dict[str, list[str]] = {}
    for line in script:
        try:
            at.play(line)
        except Unclear:
            continue
        now = _told(at)
        if "recount" not in line:
            assert {id_: now[id_] for id_ in before if id_ in now} == before, line
        before = now
