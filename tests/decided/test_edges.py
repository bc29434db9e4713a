"""Both sides of edges that a fault put into the program had shown to be watched by no test."""

import re
from datetime import date

import pytest

from clerk.names import Unclear
from clerk.rules.checks import profile_of
from clerk.rules.public import public_time
from clerk.shorthand.again import line_again
from clerk.shorthand.line import as_typed
from clerk.times import read_date
from tests.support.five import held, papers, said, under
from tests.support.minute import desk


@pytest.mark.parametrize(
    ("script", "rules"),
    [
        (":sub fen for=elm\n:sub fen for=ash\n", 1),
        (":sub fen for=elm\n:sub gale for=ash\n", 0),
        (":sub fen for=elm\n:sub gale for=yew\n:sub fen for=ash\n", 1),
        (":sub fen for=elm\n:unsub fen\n:sub fen for=ash\n", 0),
    ],
)
def test_a_substitute_sits_for_one_member_at_a_time(script: str, rules: int) -> None:
    setup = papers(substitutes=[{"name": "Una Fen"}, {"name": "Rob Gale"}])
    meeting = desk(setup).play(f":open 18:30\n:apologies elm,ash,yew\n{script}:present rest\n").meeting
    found = [finding for finding in said(meeting, "AP5") if "two members at once" in finding]
    assert len(found) == rules


@pytest.mark.parametrize(
    ("typed", "day"),
    [("11 March", date(2032, 3, 11)), ("12 March", date(2032, 3, 12)), ("13 March", date(2031, 3, 13))],
)
def test_a_day_without_a_year_is_the_first_after_and_never_the_same(typed: str, day: date) -> None:
    assert read_date(typed, after=date(2031, 3, 12)) == day


@pytest.mark.parametrize("abstained", ["", " abstain=1"])
def test_a_ballot_is_typed_again_with_who_abstained(abstained: str) -> None:
    script = f":take 2\n:nominate elm ash yew\n:nominate yew ash elm\n:ballot elm 3 yew 1{abstained}\n"
    meeting = held(script)
    placed = meeting.events[-1]
    line = line_again(placed.event, meeting, placed.id)
    assert line is not None
    assert ("abstain=1" in as_typed(line)) == bool(abstained)


def test_an_outcome_is_of_the_item_that_waits_and_not_of_one_that_was_decided() -> None:
    two = (
        {"number": 1, "title": "Declarations of Members' interests"},
        {"number": 2, "title": "Members' Items", "kind": "members' items"},
    )
    script = (
        ":take 2\n:memberitem elm -- that benches be mended\n:put\n:vote 5 0 0\n:memberitem ash -- that lamps be lit\n"
    )
    minutes = under(held(f"{script}:outcome approved\n", papers(two)), "2")
    assert minutes.count("RESOLVED") == 2
    assert minutes.endswith("RESOLVED – this was APPROVED.")


def test_an_outcome_that_says_what_the_last_vote_did_is_said_once() -> None:
    two = (
        {"number": 1, "title": "Declarations of Members' interests"},
        {"number": 2, "title": "Members' Items", "kind": "members' items"},
    )
    items = ":take 2\n:memberitem elm -- that benches be mended\n:put\n:vote 5 0 0\n"
    assert under(held(f"{items}:outcome approved\n", papers(two)), "2").count("RESOLVED") == 1


@pytest.mark.parametrize(
    ("ended", "why"),
    [
        (":accept A1", "A1 was accepted, and its words are part of m1 now: on=m1"),
        (":withdraw A1", "A1 was withdrawn"),
        (":fell A1", "A1 fell"),
    ],
)
def test_what_has_ended_is_not_amended(ended: str, why: str) -> None:
    script = ":take 2\n:motion oak elm -- that the ponds be dug\n:amend elm ash words=first -- dug -> dredged\n"
    later = ":amend yew green on=A1 words=first -- dredged -> cleaned\n"
    with pytest.raises(Unclear, match=re.escape(why)):
        held(f"{script}{ended}\n{later}")
    assert held(f"{script}{later}").questions["A2"].parent == "A1"


def test_what_was_accepted_is_amended_where_it_stands_now() -> None:
    script = (
        ":take 2\n:motion oak elm -- that the ponds be dug\n:amend elm ash words=first -- dug -> dredged\n:accept A1\n"
    )
    assert held(f"{script}:amend yew green on=m1 words=first -- dredged -> cleaned\n").questions["A2"].parent == "m1"


@pytest.mark.parametrize(("article", "end"), [("Article 7.27", "10.30 pm (Article 7.27)."), ("", "10.30 pm.")])
def test_how_far_the_chair_may_extend_is_said_with_its_article_where_there_is_one(article: str, end: str) -> None:
    settings = {"time.guillotine": "22:00", "time.may_extend": True, "time.extend_to": "22:30", "time.article": article}
    (finding,) = said(held(":take 2\n:@21:50 extend 23:30\n", papers(settings=settings, profile="england")), "T2")
    assert finding.endswith(end)


@pytest.mark.parametrize(("typed", "who"), [("de", "elm"), ("hg", "green"), ("py", "yew")])
def test_initials_name_a_member(typed: str, who: str) -> None:
    assert held(f":take 2\n:motion {typed} oak -- that the ponds be dug\n").questions["m1"].mover == who


@pytest.mark.parametrize(("seconds", "used"), [(" seconds=90", 90), ("", 0)])
def test_a_speaker_without_a_time_uses_none_of_the_publics(seconds: str, used: int) -> None:
    meeting = held(f":take 2\n:speakers{seconds} -- Mr Al Moss\n")
    assert public_time(meeting, profile_of(meeting)).used == used
