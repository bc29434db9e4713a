"""A meeting adjourned to another day has a roll, apologies and absences for each (T4, AP2)."""

import pytest

from tests.support.five import ITEMS, held, papers, said, text_of, under
from tests.support.minute import minute

AGENDA = ({"number": 1, "title": "Absence of Members"}, {"number": 2, "title": "Ponds"}, {"number": 3, "title": "Bees"})
MEMBERS = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm", "role": "vice-chair"}]
MEMBERS += [{"name": name} for name in ("Ivo Ash", "Petra Yew", "Hugh Green")]
SETUP = papers(AGENDA, members=MEMBERS)
FIRST = ":apologies yew\n:open 18:30\n:present rest out=green\n:take 1\n:take 2\n:@20:00 adjourn\n"
SECOND = ":apologies oak -- illness\n:@18:00 resume on=2031-03-14\n:present elm,ash,yew\n:take 3\n"


def test_each_day_has_its_own_roll() -> None:
    meeting = minute(FIRST + SECOND, SETUP)
    assert under(meeting, "1") == (
        "Apologies were received from Councillor Petra Yew.\nCouncillor Hugh Green was absent."
    )
    assert (
        "The meeting resumed at 6.00 pm on 14 March 2031.\n"
        "Councillor Dora Elm (Vice-Chairman), Councillor Ivo Ash and Councillor Petra Yew were present.\n"
        "Apologies were received from Councillor Tom Oak (Chairman).\n"
        "Councillor Hugh Green was absent.\n"
        "Councillor Dora Elm took the Chair.\n"
    ) in text_of(meeting)
    assert not said(meeting, "AP2")


def test_who_sent_word_and_came_on_the_same_day_is_still_found() -> None:
    assert said(minute(FIRST + SECOND + ":@18:20 in oak", SETUP), "AP2")
    assert said(minute(FIRST.replace("rest", "oak,elm,ash") + ":@20:10 in yew", SETUP), "AP2")


def test_the_rest_of_another_day_are_those_who_sent_no_word_for_it() -> None:
    meeting = minute(FIRST + ":apologies oak\n:@18:00 resume on=2031-03-14\n:present rest", SETUP)
    assert meeting.in_room == frozenset({"elm", "ash", "yew", "green"})


def test_without_a_roll_of_its_own_nothing_is_said_of_the_other_day() -> None:
    meeting = minute(FIRST + ":@18:00 resume on=2031-03-14\n:take 3", SETUP)
    assert "were present" not in text_of(meeting)


def test_a_short_adjournment_begins_no_other_day() -> None:
    meeting = minute(FIRST + ":@20:10 resume\n:present oak,elm\n:take 3", SETUP)
    assert "were present" not in text_of(meeting)


def test_a_clause_put_by_itself_ends_there() -> None:
    clauses = ":take 2\n:motion elm ash -- That the Council\n  a) feed the ducks;\n  b) feed the swans; and\n  c) go.\n"
    printed = under(held(clauses + ":put only=b\n:vote 5 0 0"), "2")
    assert "b) feed the swans.\n" in printed
    assert "b) feed the swans; and\nc) go." in printed


@pytest.mark.parametrize(("typed", "printed"), [(":@20:05 readmit", " at 8.05 pm."), (":readmit", ".")])
def test_the_hour_at_which_the_public_came_back_is_printed_where_it_was_said(typed: str, printed: str) -> None:
    items = (*ITEMS, {"number": 4, "title": "Rents", "exempt": True})
    text = text_of(held(f":exclude items=4 para=3\n:take 4\n{typed}", papers(items)), exempt=False)
    assert f"The press and public were re-admitted to the meeting{printed}" in text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (":@20:05 exclude items=4 para=3", "The press and public were excluded at 8.05 pm."),
        (":exclude items=4 para=3", ""),
        (":@20:05 exclude items=4 reg=licensing", "The parties, the press and the public were excluded at 8.05 pm."),
    ],
)
def test_so_is_the_hour_at_which_it_was_excluded(typed: str, printed: str) -> None:
    items = (*ITEMS, {"number": 4, "title": "Rents", "exempt": True})
    text = text_of(held(f"{typed}\n:take 4\n:readmit", papers(items)), exempt=False)
    assert printed in text
    assert ("excluded at" in text) is bool(printed)
