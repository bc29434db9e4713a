"""What the chair should hear now: the time left, the next step, who may vote."""

from __future__ import annotations

from datetime import datetime

import pytest

from clerk.meeting.endings import ending_of
from clerk.meeting.entitlement import ledger
from clerk.meeting.quorum import quorum
from clerk.meeting.state import Meeting
from clerk.rules.checks import findings
from clerk.rules.live import next_steps, time_left
from tests.rules.halls import DAY, OPEN, hall, held


def clock(hour: int, minute: int) -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, hour, minute)


@pytest.mark.parametrize(
    ("now", "minutes", "warn"),
    [
        (clock(20, 0), 120, None),
        (clock(21, 30), 30, 30),
        (clock(21, 46), 14, 15),
        (clock(21, 55), 5, 5),
        (clock(22, 0), 0, 0),
        (clock(22, 1), -1, 0),
    ],
)
def test_ten_o_clock(now: datetime, minutes: int, warn: int | None) -> None:
    left = time_left(held(OPEN), None, now)
    assert left is not None
    assert (left.minutes, left.warn, left.may_extend) == (minutes, warn, False)
    assert bool(left.text) is (warn is not None)


def test_some_bodies_may_extend() -> None:
    setup = hall(name="Planning Committee")
    before = time_left(held(OPEN, setup), None, clock(21, 50))
    assert before is not None
    assert before.may_extend
    assert before.text == "10 minutes until 10.00 pm, 10 items left. The chair may extend the time."
    after = time_left(held(OPEN + ":@21:50 extend", setup), None, clock(22, 10))
    assert after is not None
    assert (after.minutes, after.extended, after.may_extend) == (20, True, False)
    late = time_left(held(OPEN + ":@22:05 extend", setup), None, clock(22, 10))
    assert late is not None
    assert (late.extended, late.minutes) == (False, -10)
    assert late.text == "The limit of 10.00 pm has passed: what is decided now is null and void."


def test_without_a_guillotine_there_is_no_limit() -> None:
    from datetime import date

    assert time_left(held(OPEN, hall(day=date(2012, 1, 10))), None, datetime(2012, 1, 10, 23)) is None
    assert time_left(Meeting(), None, clock(21, 0)) is None


@pytest.mark.parametrize(
    ("script", "rules"),
    [
        (":take 6", []),
        (":take 6\n:vote 5 5 0", ["V3"]),
        (":take 6\n:vote 4 6 0", ["M19"]),
        (":take 6\n:vote 4 6 0\n:motion cedar birch -- That no action be taken.", []),
        (":take 5\n:motion cedar birch -- That it be so.\n:vote 4 6 0", ["M19"]),
        (":take 6\n:motion cedar birch kind=deferral -- to May\n:vote unanimous", ["M18"]),
        (':take 6\n:motion cedar birch kind="next business" -- go on\n:vote unanimous', ["M17"]),
        (":take 6\n:motion cedar birch kind=adjournment -- adjourn\n:vote unanimous", ["M17"]),
        (":take 7\n:amend cedar birch add -- Red.", ["M7"]),
        (":take 7\n:amend cedar birch add -- Red.\n:vote unanimous", ["M10"]),
    ],
)
def test_next_steps(script: str, rules: list[str]) -> None:
    meeting = held(OPEN + script)
    assert [step.rule for step in next_steps(meeting, meeting.item_taken)] == rules
    assert next_steps(meeting, None) == ()


@pytest.mark.parametrize(
    ("script", "ending"),
    [
        (":take 6", "open"),
        (":take 1", ""),
        (":take 6\n:outcome noted", "noted"),
        (":take 6\n:vote unanimous", "approved"),
        (":take 6\n:vote 4 6 0", "lost"),
        (":take 6\n:vote 5 5 0", "open"),
        (":take 6\n:motion cedar birch -- That permission be refused.\n:vote unanimous", "refused"),
        (":take 6\n:motion cedar birch -- That permission be approved.\n:vote unanimous", "approved"),
        (":take 6\n:motion cedar birch -- That the Mayor be told.\n:vote unanimous", "carried"),
        (":take 6\n:motion cedar birch kind=deferral -- to May\n:vote unanimous", "deferred"),
    ],
)
def test_how_an_item_ended(script: str, ending: str) -> None:
    assert ending_of(held(OPEN + script), held(OPEN + script).item_taken or "").what == ending


def test_who_may_vote_and_by_which_rule_not() -> None:
    script = ":apologies elm\n" + OPEN + ":declare cedar 6 kind=dpi\n:declare fir 6 kind=predetermination\n"
    script += ":mark 6 money=yes\n:declare gorse kind=arrears\n:take 6\n"
    rules = {voter.person: voter.rule for voter in ledger(held(script), ("i6",)) if not voter.may}
    assert rules == {"elm": "V19", "cedar": "D3", "fir": "D10", "gorse": "D11"}


def test_a_vote_is_held_against_those_who_may_vote() -> None:
    meeting = held(OPEN + ":declare cedar 6 kind=dpi\n:take 6\n:vote 6 2 0")
    assert quorum(meeting, "i6").sum == "10 acting in the room, 1 not counted (interest), quorum 3"
    assert [voter.person for voter in ledger(meeting, ("i6",)) if not voter.may] == ["cedar"]
    assert [one.sum for one in findings(meeting) if one.rule == "V9"] == ["6 + 2 + 0 = 8 of 9"]
