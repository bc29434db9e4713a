"""Words after an arrow, holders of an office, papers introduced, actions of several: told as one would say it."""

import pytest

from clerk.names import Unclear
from exports.naming import holder_called, the
from exports.style import post_ended
from tests.support.five import held, papers, said, under

TALK = ":take 2\n"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "Councillor Hale, Chair of the Overview Committee",
            "Councillor Hale, Chair of the Overview Committee, agreed",
        ),
        ("Cllr Hale", "Councillor Hale agreed"),
        ("Cllrs Hale and Stone", "Councillors Hale and Stone agreed"),
        ("Dr Amy Pond, the Director of Health", "Dr Amy Pond, the Director of Health, agreed"),
        ("Amy Pond, Director of Health", "Amy Pond, Director of Health, agreed"),
        (
            "Chair of Overview and Scrutiny, Councillor Hale",
            "the Chair of Overview and Scrutiny, Councillor Hale, agreed",
        ),
        ("Monitoring Officer", "the Monitoring Officer agreed"),
        ("the Monitoring Officer", "the Monitoring Officer agreed"),
        ("Cabinet Member for Roads", "the Cabinet Member for Roads agreed"),
        ("Chief Executive", "the Chief Executive agreed"),
        ("Lord Mayor of Ayton", "the Lord Mayor of Ayton agreed"),
        ("Lord Ayton", "Lord Ayton agreed"),
        ("Head of Trees, Ponds and Paths", "the Head of Trees, Ponds and Paths agreed"),
        ("Overview Committee", "the Overview Committee agreed"),
        ("Cabinet", "Cabinet agreed"),
        ("Hale", "Hale agreed"),
        ("Mr P. Stone (Monitoring Officer)", "Mr P. Stone (Monitoring Officer) agreed"),
    ],
)
def test_who_holds_an_office_is_called_as_a_sentence_would(typed: str, told: str) -> None:
    assert post_ended(f"{holder_called(typed)} agreed") == told


def test_somebody_by_name_has_no_article() -> None:
    assert (the("Councillor Oak, the Leader"), the("Lord Mayor")) == ("Councillor Oak, the Leader", "the Lord Mayor")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("about lighting -> an answer would be sent", "not present to ask about lighting. An answer would be sent."),
        ("-> an answer would be sent", "was not present. An answer would be sent."),
        ("how long it takes", "not present to ask how long it takes."),
    ],
)
def test_what_is_done_about_a_question_of_one_who_was_not_there(typed: str, told: str) -> None:
    assert told in under(held(f'{TALK}:noshow "Rita Kell" -- {typed}'), "2")


@pytest.mark.parametrize(
    "line",
    [
        ":ask elm -- how long? ->",
        ":ask elm -- -> two weeks",
        ':noshow "Rita Kell" -- lighting ->',
        ":advice reed -- the law -> it is old",
        ":oral reed -- the lease -> signed",
        ":questioned elm -- the price -> £4",
    ],
)
def test_an_arrow_to_nothing_is_refused(line: str) -> None:
    with pytest.raises(Unclear):
        held(f"{TALK}{line}")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (":ask elm -- how long? -> two weeks", "A Member asked how long?"),
        (":ask elm,ash -- how long? -> two weeks", "Members asked how long?"),
        (":questioned elm", "Members asked questions, which were then answered by Councillor Dora Elm."),
        (
            ":questioned elm -- the price",
            "Members asked Councillor Dora Elm questions on the price. They were answered.",
        ),
        (
            ":questioned elm -- about reeds",
            "Members asked Councillor Dora Elm questions about reeds. They were answered.",
        ),
        (":questioned elm -- how long it took", "questions on how long it took. They were answered."),
    ],
)
def test_who_asked_and_on_what(line: str, told: str) -> None:
    assert told in under(held(f"{TALK}{line}"), "2")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("the Police report", "Ms Jo Reed, Head of Ponds, introduced the Police report."),
        ("Police report", "Ms Jo Reed, Head of Ponds, introduced the Police report."),
        ("the annual report of the trust", "introduced the annual report of the trust."),
        ("the need for the works", "introduced the report: the need for the works."),
        ("the report was late", "introduced the report"),
    ],
)
def test_a_paper_that_is_named_is_what_was_introduced(typed: str, told: str) -> None:
    assert told in under(held(f"{TALK}:introduce reed -- {typed}"), "2")


def test_the_same_action_of_several_is_told_once_and_stays_two_records() -> None:
    meeting = held(f"{TALK}:action elm,ash -- write to the trust by 3 June\n:action yew -- paint the gate")
    lines = [line for line in under(meeting, "2").splitlines() if line.startswith("Action")]
    assert lines == [
        "Action: Councillor Elm and Councillor Ash – Write to the trust by 3 June",
        "Action: Councillor Yew – Paint the gate",
    ]
    assert len(meeting.actions) == 3


def test_an_action_that_was_recorded_twice_names_its_owner_once() -> None:
    lines = under(held(f"{TALK}:action elm -- paint the gate\n:action elm -- paint the gate"), "2").splitlines()
    assert lines == ["Action: Councillor Elm – Paint the gate"]


def test_one_appointment_is_resolved() -> None:
    council = papers(body="Council")
    one = under(held(f'{TALK}:appoint elm to="Lead on Ponds"', council), "2")
    assert one.startswith("RESOLVED – that the following appointment be made:")
    both = under(held(f'{TALK}:appoint elm to="Lead on Ponds"\n:appoint ash to="Lead on Reeds"', council), "2")
    assert both.startswith("RESOLVED – that the following appointments be made:")
    assert both.count("RESOLVED") == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("He spoke of the “unanimous” view of the residents.", False),
        ('He spoke of the "unanimous" view.', False),
        ("The report said: ‘it was agreed unanimously by the panel’.", False),
        ("It was unanimous.", True),
        ("“Well said”: it was unanimous.", True),
    ],
)
def test_what_is_quoted_says_nothing_of_the_vote(typed: str, found: bool) -> None:
    meeting = held(f"{TALK}:vote 4 1\n{typed}", papers())
    assert bool(said(meeting, "V10")) is found
