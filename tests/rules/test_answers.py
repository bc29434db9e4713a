"""A finding is answered with a reason: a warning dismissed, what is hard overridden. It comes back if facts change."""

from __future__ import annotations

from clerk.findings import blocking
from tests.rules.halls import OPEN, hall, held, judged, of

TIED = OPEN + ":take 6\n:vote 5 5 0\n"


def test_a_hard_is_overridden_with_a_reason() -> None:
    assert [one.rule for one in blocking(judged(held(TIED)))] == ["V8"]
    meeting = held(TIED + ":dismiss V8 v1 -- the Mayor was not asked")
    (found,) = of(judged(meeting), "V8")
    assert found.answer == "the Mayor was not asked"
    assert blocking(judged(meeting)) == []


def test_what_is_answered_stands_last() -> None:
    found = judged(held(TIED + ":dismiss V8 -- so be it"))
    assert found[-1].rule == "V8"
    assert [one.severity for one in found[:-1]] == sorted(
        (one.severity for one in found[:-1]), key=["HARD", "WARN", "NOTE"].index
    )


def test_it_comes_back_when_its_facts_change() -> None:
    script = OPEN + ":take 6\n:vote 6 2 0\n:dismiss V9 v1 -- two looked out of the window\n"
    (kept,) = of(judged(held(script)), "V9")
    assert kept.answer
    (again,) = of(judged(held(script + ":@<r6 out cedar")), "V9")
    assert again.answer == ""


def test_undoing_the_answer_brings_it_back() -> None:
    (found,) = of(judged(held(TIED + ":dismiss V8 -- so be it\n:undo")), "V8")
    assert found.answer == ""


def test_one_of_several_is_answered_by_its_place() -> None:
    meeting = held(TIED + ":take 7\n:vote 5 5 0\n:dismiss V8 v2 -- not asked")
    assert [(one.item, one.answer) for one in of(judged(meeting), "V8")] == [("i6", ""), ("i7", "not asked")]


def test_the_record_refuses_nothing() -> None:
    everything_wrong = (
        ":close\n:take 9\n:preside reed\n:motion yew yew -- Nothing.\n:vote named for=reed,yew against=vale\n"
        ":cast for by=vale\n:record yew against\n:extend\n:resume\n:exclude\n:minutes 2030-01-01\n:readmit\n:close"
    )
    meeting = held(everything_wrong, hall(quorum=None))
    assert len(meeting.entries) == 14
    found = judged(meeting)
    assert len({one.rule for one in blocking(found)}) >= 6
