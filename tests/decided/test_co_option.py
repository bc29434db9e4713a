"""Who stands for a seat, and is known to nobody yet: nominated, voted on in rounds, co-opted, and on the roll (B15)."""

import pytest

from clerk.names import Unclear
from tests.support.five import held, papers, said, text_of, under

COUNCIL = papers(
    ({"number": 2, "title": "Vacancies"},), body="Weir Parish Council", profile="england-parish", vacancies=2
)
STAND = ':take 2\n:nominate "Al Moss" elm ash to=Councillor\n:nominate "Bea Fenn" yew to="co-opted member"\n'


def test_a_stranger_is_nominated_and_co_opted() -> None:
    meeting = held(f'{STAND}:ballot "Al Moss" 4 "Bea Fenn" 1 elected="Al Moss" to=Councillor', COUNCIL)
    printed = under(meeting, "2")
    assert (
        "Councillor Dora Elm moved, seconded by Councillor Ivo Ash, that Al Moss be co-opted as a Councillor."
        in printed
    )
    assert "Councillor Petra Yew moved that Bea Fenn be co-opted as a member." in printed
    assert "On a show of hands for co-option votes were recorded as follows:" in printed
    assert printed.endswith("Al Moss   4\nBea Fenn  1\nRESOLVED – that Al Moss be co-opted as a Councillor.")


def test_who_was_co_opted_takes_a_seat_and_votes() -> None:
    meeting = held(
        ':take 2\n:nominate "Al Moss" elm to=Councillor\n:ballot "Al Moss"\n:members -- Al Moss\n:in moss', COUNCIL
    )
    (moss,) = [person for person in meeting.people.values() if person.name == "Al Moss"]
    assert moss.kind == "member"
    assert len([seat for seat in meeting.seats.values() if seat.holder is None]) == 1
    voted = held(
        ':take 2\n:nominate "Al Moss" elm to=Councillor\n:ballot "Al Moss"\n:members -- Al Moss\n:in moss\n'
        ":motion elm moss -- That the gate be mended.\n:vote 6 0 0",
        COUNCIL,
    )
    assert voted.votes["v1"].state == "carried"
    assert not said(voted, "V9", "M3")
    printed = text_of(voted)
    assert "that Al Moss be co-opted as a Councillor" in printed
    assert "Councillor Al Moss took their seat." in printed


def test_a_post_that_one_is_elected_to_stays_one() -> None:
    printed = under(held(":take 2\n:nominate elm ash yew to=Mayor\n:ballot elm", COUNCIL), "2")
    assert "that Councillor Dora Elm be elected Mayor." in printed
    assert "co-opt" not in printed


@pytest.mark.parametrize("line", [":nominate moss elm", ':nominate "Al Moss","Bea Fenn" elm', ":nominate nobody elm"])
def test_one_name_alone_is_met_in_full_and_one_at_a_time(line: str) -> None:
    with pytest.raises(Unclear):
        held(f":take 2\n{line}", COUNCIL)


@pytest.mark.parametrize("votes", ['"Dora Elm" 3 "Ivo Ash" 2', "elm 3 ash 2", '"D Elm" 3 ash 2'])
def test_a_ballot_takes_names_of_several_words(votes: str) -> None:
    meeting = held(f":take 2\n:ballot {votes} elected=elm to=Mayor", COUNCIL)
    assert "Councillor Dora Elm  3\nCouncillor Ivo Ash   2" in under(meeting, "2")


@pytest.mark.parametrize("votes", ["elm 3 ash", "3 elm 2", "elm 3 4", "elm three"])
def test_a_ballot_in_which_a_name_lacks_its_votes(votes: str) -> None:
    with pytest.raises(Unclear):
        held(f":take 2\n:ballot {votes}", COUNCIL)


def test_who_was_co_opted_was_no_councillor_when_it_was_moved_in_any_style() -> None:
    from exports.draft import draft
    from exports.plain import write_text
    from exports.style import shipped_style

    script = ':take 2\n:nominate "Al Moss" elm to=Councillor\n:ballot "Al Moss"\n:members -- Al Moss\n:in moss'
    for style in ("barnet", "parish", "county"):
        text = write_text(draft(held(script, COUNCIL), shipped_style(style), False))
        assert "that Al Moss be co-opted as a Councillor" in text
