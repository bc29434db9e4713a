"""A word means a person or a party, and never the other in silence; a gesture holds ids."""

import pytest

from clerk.events import ApologyReceived, Convened, RollCalled, VoteTaken
from clerk.names import Unclear
from clerk.shorthand.gesture import Gesture
from clerk.shorthand.line import Line
from clerk.shorthand.minuting import recording
from tests.support.five import held, papers
from tests.support.minute import Desk, desk

GREENS = """
body = "Ponds Committee"
date = 2031-03-11
time = "19:00"
quorum = 2
[[members]]
name = "Oona Oak"
role = "chair"
group = "Civic"
[[members]]
name = "Bob Green"
group = "Civic"
[[members]]
name = "Cat Ash"
group = "Green"
[[members]]
name = "Ivo Elm"
group = "Green"
[[members]]
name = "Una Labinsky"
group = "Labour Group"
[[members]]
name = "Max Kendall"
group = "Labour Group"
[[members]]
name = "Dan Ash"
id = "dan2"
group = "Civic"
[[items]]
number = 1
title = "Hives"
recommendations = "That four hives be bought."
"""


def greens() -> Desk:
    return desk(GREENS).play(":open 19:00\n:present oak,id:green,cat,elm,labinsky,kendall,dan2\n:take 1")


def voted(at: Desk, said: str | Line | Gesture) -> VoteTaken:
    made = recording(at.meeting, said, at.item)
    assert made is not None
    return next(event for event in made.events if isinstance(event, VoteTaken))


@pytest.mark.parametrize("typed", ["green", "Green", "GREEN", "elm,green"])
def test_a_surname_that_is_a_partys_name_is_refused_and_names_both(typed: str) -> None:
    with pytest.raises(Unclear, match=r"Councillor Bob Green.*party Green.*id:green.*group:green"):
        greens().enter(f":vote named against={typed} rest=for")


def test_the_party_and_the_person_can_both_be_said() -> None:
    at = greens()
    assert voted(at, ":vote named against=group:green rest=for").against_names == ("ash-cat", "elm")
    assert voted(at, ":vote named against=id:green rest=for").against_names == ("green",)
    assert voted(at, ':vote named against="Bob Green" rest=for').against_names == ("green",)
    assert voted(at, ":vote named against=bg rest=for").against_names == ("green",)


def test_a_key_names_a_person_by_id() -> None:
    at = greens()
    by_key = Gesture("vote", options={"how": "named", "against": ("green",), "rest": "for"})
    assert voted(at, by_key).against_names == ("green",)
    assert voted(at, Line("vote", ("named",), {"against": "green", "rest": "for"})).against_names == ("green",)
    roll = recording(at.meeting, Line("present", ("oak,green,elm",)), None)
    assert roll is not None
    assert roll.events == (RollCalled(present=("oak", "green", "elm")),)
    apology = recording(at.meeting, Line("apologies", ("green",)), None)
    assert apology is not None
    assert apology.events == (ApologyReceived(person="green"),)


def test_whoever_is_named_apart_does_not_vote_with_the_party() -> None:
    taken = voted(greens(), ":vote named for=elm against=group:green rest=abstain")
    assert (taken.for_names, taken.against_names) == (("elm",), ("ash-cat",))


def test_a_part_that_fits_a_person_and_a_party_is_refused() -> None:
    with pytest.raises(Unclear, match=r"Una Labinsky.*Labour Group"):
        greens().enter(":vote named against=lab rest=for")
    assert voted(greens(), ":vote named against=labo rest=for").against_names == ("labinsky", "kendall")
    assert voted(greens(), ":vote named against=labi rest=for").against_names == ("labinsky",)


def test_keywords_are_whole_words() -> None:
    at = greens()
    at.enter(":out kendall")
    assert "kendall" not in at.meeting.in_room


def test_two_of_one_surname_are_told_apart_by_their_ids() -> None:
    at = greens()
    with pytest.raises(Unclear, match="Cat Ash or Councillor Dan Ash"):
        at.enter(":out Ash,elm")
    at.enter(":out dan2")
    assert "dan2" not in at.meeting.in_room


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":vote assent against", "three numbers"),
        (":vote unanimous why=part", "“why=” says nothing"),
        (":vote named against=elm rest=for why=part", "“why=” says nothing"),
        (":vote unanimous against=elm", "“against=” says nothing"),
        (":amend elm cat delete at=1 -- the words about bees", "words after “--” say nothing"),
        (":vote assent why=", "“why=” has nothing after it. Say what, or leave it out."),
        (':item urgent=yes title=""', "First the number, then .Tab. “title=”"),
        (
            ':item Storm damage urgent=yes title=""',
            "nothing after it. Say what. “Storm damage” stands for the number",
        ),
        (":present oak,elm out=cat out=oak", "“out=” stands twice"),
    ],
)
def test_every_word_has_an_effect_or_is_refused(line: str, said: str) -> None:
    at = greens()
    before = at.meeting
    with pytest.raises(Unclear, match=said):
        at.enter(line)
    assert at.meeting == before


@pytest.mark.parametrize("list_", ['elm,"Bob Green",dan2', '"Bob Green",elm,dan2', 'elm, "Bob Green", dan2'])
def test_a_name_in_quotes_works_within_a_list(list_: str) -> None:
    assert voted(greens(), f":vote named against={list_.replace(', ', ',')} rest=for").against_names[:1] != ()
    at = greens()
    at.enter(f":out {list_}")
    assert {"elm", "green", "dan2"} & at.meeting.in_room == set()


def _council() -> Convened:
    members = [
        {"name": "Tom Oak", "role": "chair"},
        {"name": "Dora Elm", "role": "vice-chair"},
        {"name": "Ivo Ash"},
        {"name": "Petra Yew"},
    ]
    return papers(members=members, labels={"chair": "Mayor", "vice_chair": "Deputy Mayor"})


@pytest.mark.parametrize("word", ["chair", "mayor", "Mayor", "chairwoman"])
def test_who_presides_is_meant_by_what_the_body_calls_its_chair(word: str) -> None:
    meeting = held(f":take 2\n:put\n:vote 2 2 0\n:cast for by={word}\n", _council())
    assert meeting.votes["v1"].casting == ("oak", "for")


@pytest.mark.parametrize("word", ["vice-chair", '"deputy mayor"', "deputy-mayor"])
def test_who_has_the_office_is_meant_by_its_word(word: str) -> None:
    assert held(f":take 2\n:motion ash {word} -- adopt the plan\n", _council()).questions["m1"].seconder == "elm"


def test_a_word_of_an_office_that_is_somebodys_name_is_that_person() -> None:
    members = [{"name": "Tom Oak", "role": "chair"}, {"name": "Ann Mayor"}, {"name": "Ivo Ash"}, {"name": "Petra Yew"}]
    setup = papers(members=members, labels={"chair": "Mayor"})
    assert held(":take 2\n:motion mayor ash -- adopt the plan\n", setup).questions["m1"].mover == "mayor"
