"""What is resolved in its own act, with its vote; what was carried is not amended; a count has no names."""

import pytest

from clerk.names import Unclear
from clerk.saying.gestures import say_back
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.five import held, papers, under
from tests.support.minute import desk

OUT = ":take 2\n:exclude items=2 para=3 weighed=yes by=elm,ash"


@pytest.mark.parametrize(
    ("vote", "told"),
    [
        ("vote=4-1", "seconded by Councillor Ivo Ash, and it was RESOLVED by 4 votes to 1 – that"),
        ("vote=3-1-1", "and it was RESOLVED by 3 votes to 1, with 1 abstention – that"),
        ("vote=unanimous", "and it was unanimously RESOLVED – that"),
        ("", "and it was RESOLVED – that"),
    ],
)
def test_the_exclusion_says_how_it_was_carried(vote: str, told: str) -> None:
    assert told in under(held(f"{OUT} {vote}"), "2")


@pytest.mark.parametrize("style", ["county", "parish"])
def test_the_exclusion_says_so_in_every_style(style: str) -> None:
    text = write_text(draft(held(f"{OUT} vote=4-1"), shipped_style(style)))
    assert "by 4 votes to 1" in " ".join(text.split())


def test_an_exclusion_without_a_mover_has_its_figures_too() -> None:
    text = under(held(":take 2\n:exclude items=2 para=3 weighed=yes vote=unanimous"), "2")
    assert "Unanimously RESOLVED – that" in text


@pytest.mark.parametrize("vote", ["vote=1-4", "vote=2-2", "vote=4", "vote=many"])
def test_an_exclusion_that_was_lost_is_none(vote: str) -> None:
    with pytest.raises(Unclear):
        held(f"{OUT} {vote}")


def test_a_vote_right_after_a_moved_exclusion_is_asked_about() -> None:
    there = desk(papers()).play(f":open 19:00\n:present rest\n{OUT}")
    with pytest.raises(Unclear, match="moved last is Councillor Elm’s motion that the public be excluded"):
        there.play(":vote 4 1")
    there.play(":put r2\n:vote 4 1")
    assert there.meeting.votes["v1"].questions == ("r2",)


@pytest.mark.parametrize("between", [":vote 4 1 of=r2", "The public left.\n:vote 4 1"])
def test_a_vote_that_can_be_of_one_thing_alone_is_of_that(between: str) -> None:
    there = desk(papers()).play(f":open 19:00\n:present rest\n{OUT}\n{between}")
    assert there.meeting.votes["v1"].questions == ("r2",)


def test_the_record_shows_how_it_was_carried() -> None:
    meeting = held(f"{OUT} vote=3-1-1")
    assert "moved by Councillor Elm, seconded Councillor Ash, 3–1–1" in say_back(meeting, meeting.entries[-1].events)


@pytest.mark.parametrize("names", ["for=elm", "against=elm,ash", "abstain=yew"])
@pytest.mark.parametrize("how", ["3 1 1", "unanimous", "assent", "carried", ""])
def test_only_a_named_vote_says_who(how: str, names: str) -> None:
    with pytest.raises(Unclear, match=r":vote named|:record"):
        held(f":take 2\n:vote {how} {names}")


def test_what_was_carried_is_not_amended_and_the_way_is_said() -> None:
    with pytest.raises(Unclear, match=r"r2 was carried: .* by a motion that says so"):
        held(":take 2\n:vote 5 0\n:take 3\n:under 2\n:amend elm ash words=first -- ponds -> lakes")


def test_an_own_vote_says_why() -> None:
    text = under(held(":take 2\n:vote 4 1\n:record ash against -- it costs too much"), "2")
    assert "Councillor Ivo Ash’s vote against was recorded at that Member’s request, because it costs too much." in text
