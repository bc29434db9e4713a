"""The rule book's worked examples E44 to E55: motions, time, the public, minutes."""

from __future__ import annotations

from datetime import date

import pytest

from clerk.history import Past
from clerk.meeting.endings import ending_of
from clerk.meeting.motions import text_of
from clerk.rules.live import next_steps
from clerk.rules.narrative import status_of
from clerk.rules.public import public_time, questions_received
from clerk.texts import numbers
from tests.rules.cases_of_questions import callers
from tests.rules.halls import OPEN, before, hall, held, judged, of


def test_e44_an_amendment_that_nobody_seconds() -> None:
    meeting = held(OPEN + ":take 6\n:amend cedar none add -- That it be reviewed.\n:vote unanimous")
    assert meeting.questions["A1"].state == "fell"
    assert meeting.questions["r6"].state == "carried"
    assert of(judged(meeting), "M3") == []


AMENDED = OPEN + ":take 8\n:amend cedar birch at=1 add -- That it consider four issues:\n  - a\n  - b\n  - c\n  - d\n"


def test_e45_amended_and_approved() -> None:
    meeting = held(AMENDED + ":vote unanimous\n:vote unanimous of=r8")
    assert meeting.questions["A1"].state == "carried"
    assert list(numbers(text_of(meeting.questions, "r8")).values()) == ["1", "1.1", "2"]
    assert ending_of(meeting, "i8").what == "approved"


def test_e46_the_question_as_amended_is_not_put() -> None:
    assert of(judged(held(AMENDED + ":vote unanimous\n:take 9")), "M10", "HARD")
    steps = next_steps(held(AMENDED + ":vote unanimous"), "i8")
    assert [(step.rule, step.line) for step in steps] == [("M10", ":put r8")]


LOST = OPEN + ":take 6\n:vote 0 6 0\n"


def test_e47_planning_a_lost_approval_decides_nothing() -> None:
    at = hall(6, name="Planning Committee")
    assert of(judged(held(LOST + ":take 7", at)), "M19", "HARD")
    assert [step.rule for step in next_steps(held(LOST, at), "i6")] == ["M19", "M20"]
    refused = ":motion cedar birch -- That permission be refused.\n:vote 6 0 0\n:reasons -- It is too tall.\n:take 7"
    meeting = held(LOST + refused, at)
    assert ending_of(meeting, "i6").what == "refused"
    assert not {"M19", "M20"} & {finding.rule for finding in judged(meeting)}


def test_e48_deferred_and_then_voted_on() -> None:
    script = OPEN + ":take 6\n:motion cedar birch kind=deferral -- to the next meeting\n:vote 4 3 0\n"
    meeting = held(script, hall(7))
    assert ending_of(meeting, "i6").what == "deferred"
    assert of(judged(meeting), "M18") == []
    assert of(judged(held(script + ":vote 4 3 0 of=r6", hall(7))), "M18", "HARD")


def test_e49_a_closure_while_an_amendment_is_open() -> None:
    one, two, three, four = callers(4).split(",")
    script = f"{OPEN}:take 8\n:amend {one} {two} add -- That it be reviewed.\n"
    script += f":motion {three} {four} kind=closure -- That the question be now put\n:vote 32 29 0 of=m1\n"
    council = hall(63, name="Council", quorum=None)
    steps = next_steps(held(script, council), "i8")
    assert [(step.rule, step.line) for step in steps] == [("M16", ":put A1"), ("M16", ""), ("M7", ":vote of=A1")]
    after = held(script + ":vote 30 31 0 of=A1\n:vote unanimous of=r8", council)
    assert of(judged(after), "M16") == []
    assert next_steps(after, "i8") == ()


@pytest.mark.parametrize(("clock", "void"), [("22:00:00", False), ("22:00:01", True)])
def test_e50_ten_o_clock(clock: str, void: bool) -> None:
    meeting = held(f"{OPEN}:take 6\n:@{clock} vote unanimous")
    assert bool(of(judged(meeting), "T1", "HARD")) is void


def test_e51_eleven_speakers_and_half_an_hour() -> None:
    eleven = OPEN + "\n".join(f":submitted on=6 -- Sam {letter}ord" for letter in "ABCDEFGHIJK")
    meeting = held(eleven)
    assert (public_time(meeting, meeting.profile).registered, public_time(meeting, meeting.profile).fit) == (11, 10)
    (found,) = of(judged(meeting), "PP3")
    assert found.severity == "WARN"
    assert found.sum == "11 × 180 s = 1980 s of 1800 s"


def test_e52_the_third_question_on_an_item() -> None:
    script = OPEN + "".join(f":submitted on=6 -- {name}\n" for name in ("Al Moss", "Di Fen", "Ed Pool"))
    meeting = held(script, hall(day=date(2019, 11, 20)))
    assert [one.accepted for one in questions_received(meeting, meeting.profile)] == [True, True, False]
    (found,) = of(judged(meeting), "PP8")
    assert "not accepted" in found.text
    later = held(script, hall(day=date(2022, 11, 20)))
    assert all(one.accepted for one in questions_received(later, later.profile))


def test_e53_urgent_without_a_reason() -> None:
    script = OPEN + ":item 11 title=Flood urgent=yes -- That pumps be bought.\n:take 11\n:vote unanimous\n"
    (found,) = of(judged(held(script)), "U1")
    assert found.severity == "HARD"
    assert "the reason and the chair's agreement" in found.text
    assert of(judged(held(script + ":mark 11 agreed=ash -- The river rose that day.")), "U1") == []


MARCH = OPEN + ":take 3\n:declare cedar 8 -- a lease\n:close 20:00"
CORRECTION = "The declaration of Councillor Cedar is moved from item 8 to item 9"


def test_e54_approved_with_a_correction() -> None:
    march = held(MARCH, hall(day=date(2019, 3, 7)))
    june = held(f"{OPEN}:take 1\n:minutes 2019-03-07 -- {CORRECTION}\n:close 21:00")
    past = Past.of(june)
    assert past is not None
    status = status_of(march, before(past))
    assert status.state == "approved"
    assert status.corrections == ((date(2019, 6, 11), CORRECTION),)
    (found,) = of(judged(march, before(past)), "N5")
    assert found.text == f"Corrected on 11 June 2019: {CORRECTION}."
    assert status_of(march, before()).state == "draft"


def test_e55_signed_by_who_presides_though_not_a_member_then() -> None:
    march = held(MARCH, hall(8, day=date(2019, 3, 7), members={"Ash": {"role": ""}, "Birch": {"role": "chair"}}))
    june = held(OPEN + ":preside juniper elected=yes\n:take 1\n:minutes 2019-03-07 signed=juniper\n:close 21:00")
    assert "juniper" not in march.people
    march_past, june_past = Past.of(march), Past.of(june)
    assert march_past is not None
    assert june_past is not None
    assert not {"N1", "N3", "N4"} & {f.rule for f in judged(june, before(march_past)) if f.severity == "HARD"}
    assert status_of(march, before(june_past)).state == "signed"


def test_business_of_an_exempt_item_after_the_public_came_back_is_told_apart_from_no_exclusion() -> None:
    never = of(judged(held(OPEN + ":take 9\nA figure was given.")), "X1", "HARD")
    before = of(judged(held(OPEN + ":take 9\nA figure was given.\n:exclude items=9 para=3")), "X1", "HARD")
    after = of(judged(held(OPEN + ":exclude items=9 para=3\n:take 9\n:readmit\nA figure was given.")), "X1", "HARD")
    assert ["no resolution" in one.text for one in (*never, *before)] == [True, True]
    assert ["the public had come back" in one.text for one in after] == [True]
