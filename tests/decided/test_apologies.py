"""Apologies are what the room shows; who has left the council, and a substitute who did not come (B11)."""

import pytest

from tests.support.five import ITEMS, held, papers, said, text_of, under
from tests.support.minute import minute

AGENDA = ({"number": 1, "title": "Absence of Members"}, {"number": 2, "title": "Ponds"})
SETUP = papers(AGENDA, substitutes=[{"name": "Mina Maple"}])
LEFT = ":take 2\n:@19:10 out yew\n"


@pytest.mark.parametrize("kind", ["", " kind=lateness", " kind=early"])
def test_an_apology_of_one_who_was_there_is_for_leaving_early(kind: str) -> None:
    printed = under(held(f"{LEFT}:apologies yew{kind}", SETUP), "1")
    assert printed == ("Apologies for leaving early were received from Councillor Petra Yew, who left at 7.10 pm.")


def test_of_one_who_came_late_it_is_for_lateness() -> None:
    late = ":apologies yew\n:open 18:30\n:present rest\n:take 2\n:@19:00 in yew\n"
    assert "for lateness were received from Councillor Petra Yew, who arrived at 7.00 pm" in under(
        minute(late, SETUP), "1"
    )
    assert "early" not in under(minute(late + ":@19:30 out yew", SETUP), "1")


def test_of_one_who_was_there_all_the_while_it_is_for_nothing() -> None:
    meeting = minute(":apologies yew\n:open 18:30\n:present oak,elm,ash,yew,green\n:take 1", SETUP)
    assert under(meeting, "1") == "None."


def test_a_part_apology_leaves_the_member_on_the_roll() -> None:
    meeting = minute(":apologies yew kind=part -- for item 2\n:open 18:30\n:present rest\n:take 1", SETUP)
    assert "yew" in meeting.in_room
    assert under(meeting, "1") == "Apologies were received from Councillor Petra Yew for Item 2."


def test_one_who_has_left_the_council_is_not_on_the_roll() -> None:
    members = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm"}, {"name": "Ivo Ash"}]
    members.append({"name": "Petra Yew", "office_ended": "2031-03-01"})
    meeting = minute(":open 18:30\n:present rest\n:take 1", papers(AGENDA, members=members))
    assert "yew" not in meeting.in_room
    assert under(meeting, "1") == "Councillor Petra Yew was not present, having resigned."


def test_a_substitute_who_was_named_and_did_not_come() -> None:
    away = minute(":apologies yew\n:sub maple for=yew\n:open 18:30\n:present oak,elm,ash,green\n:take 1", SETUP)
    assert under(away, "1") == (
        "Apologies were received from Councillor Petra Yew.\n"
        "Councillor Mina Maple, who was to substitute for Councillor Petra Yew, was not present."
    )
    came = minute(":apologies yew\n:sub maple for=yew\n:open 18:30\n:present rest\n:take 1", SETUP)
    assert "who was substituted by Councillor Mina Maple" in under(came, "1")


def test_the_office_and_the_standing_of_who_was_away() -> None:
    members = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm", "role": "vice-chair"}, {"name": "Ivo Ash"}]
    setup = papers(AGENDA, members=members)
    apologies = under(minute(":apologies elm\n:open 18:30\n:present rest\n:take 1", setup), "1")
    assert apologies == "Apologies were received from Councillor Dora Elm (Vice-Chairman)."
    absent = under(minute(":open 18:30\n:present oak,ash\n:take 1", setup), "1")
    assert absent == "Councillor Dora Elm (Vice-Chairman) was absent."


def test_leaving_early_is_no_contradiction() -> None:
    assert not said(held(f"{LEFT}:apologies yew", SETUP), "AP2")
    late = ":apologies yew\n:open 18:30\n:present rest\n:@19:00 in yew"
    assert said(minute(late, SETUP), "AP2")


def test_a_late_arrival_under_the_item_on_absence_is_told_once() -> None:
    script = ":apologies yew kind=lateness\n:open 18:30\n:present rest\n:take 1\n:@18:50 in yew\n:take 2"
    items = ({"number": 1, "title": "Absence of Members"}, ITEMS[1])
    printed = under(minute(script, papers(items)), "1")
    assert printed.count("6.50 pm") == 1
    assert "Apologies for lateness were received from Councillor Petra Yew." in printed


def test_who_gave_up_the_seat_after_the_roll_had_rightly_answered_it() -> None:
    setup = papers(substitutes=[{"name": "Mina Maple"}])
    meeting = minute(":open 18:30\n:present rest\n:take 2\n:seat maple for=yew\n:in maple\n:vote unanimous", setup)
    assert not said(meeting, "A5")
    before = minute(":seat maple for=yew\n:open 18:30\n:present oak,elm,ash,green,maple,yew\n:take 2", setup)
    assert said(before, "A5")


SUBSTITUTED = ":apologies yew kind=lateness\n:sub maple for=yew\n:open 18:30\n:present rest\n:take 1\n:take 2\n"


def test_the_seat_goes_back_to_the_member_who_came() -> None:
    came = minute(SUBSTITUTED + ":@19:10 in yew\n:@19:10 unsub yew", SETUP)
    assert under(came, "1") == (
        "Apologies for lateness were received from Councillor Petra Yew, who arrived at 7.10 pm.\n"
        "Councillor Petra Yew was substituted by Councillor Mina Maple until 7.10 pm."
    )
    assert text_of(came).endswith(
        "2. PONDS\nCouncillor Petra Yew joined the meeting at 7.10 pm.\n"
        "Councillor Petra Yew took the place of Councillor Mina Maple from 7.10 pm."
    )


def test_a_substitute_who_goes_before_the_member_comes() -> None:
    gone = minute(SUBSTITUTED + ":unsub maple", SETUP)
    assert text_of(gone).endswith(
        "2. PONDS\nCouncillor Mina Maple no longer substituted for Councillor Petra Yew from this point."
    )
    assert under(gone, "1").endswith("Councillor Petra Yew was at first substituted by Councillor Mina Maple.")


@pytest.mark.parametrize("before", ["", ":present rest\n"])
def test_a_substitution_that_ends_before_anyone_is_called_prints_nothing(before: str) -> None:
    script = f"{before}:sub maple for=yew\n:unsub maple\n:open 18:30\n:present rest out=maple\n:take 1\n:take 2"
    assert text_of(minute(script, SETUP)).endswith("2. PONDS")


def test_why_someone_was_away_follows_the_apology() -> None:
    script = ":apologies yew -- a cold\n:apologies ash -- a late train\n:sub maple for=yew\n:open 18:30\n:present rest"
    assert under(minute(script + "\n:take 1", SETUP), "1") == (
        "Apologies were received from Councillor Ivo Ash.\n"
        "Councillor Ivo Ash was away owing to a late train.\n"
        "Apologies were received from Councillor Petra Yew who was substituted by Councillor Mina Maple.\n"
        "Councillor Petra Yew was away owing to a cold."
    )


WITHOUT = papers(({"number": 1, "title": "Ponds"},), substitutes=[{"name": "Mina Maple"}])


@pytest.mark.parametrize(
    ("script", "printed"),
    [
        (":apologies yew -- illness\n", "Councillor Petra Yew was away owing to illness."),
        (
            ":apologies yew kind=lateness\n:present rest out=yew\n:take 1\n:@18:50 in yew\n",
            "Apologies for lateness were received from Councillor Petra Yew, who arrived at 6.50 pm.",
        ),
        (":apologies yew kind=part -- for item 1\n", "Apologies were received from Councillor Petra Yew for Item 1."),
        (":present rest out=yew\n", "Councillor Petra Yew was absent."),
        (":apologies yew sub=none\n", "There was not a substitute member."),
    ],
)
def test_what_the_lists_cannot_say_prints_where_the_agenda_has_no_item_for_it(script: str, printed: str) -> None:
    whole = script if ":present" in script else script + ":present rest\n"
    text = text_of(minute(":open 18:30\n" + whole, WITHOUT))
    assert text.count(printed) == 1
    assert text.index(printed) < text.index("1. PONDS")


def test_what_the_lists_say_is_not_said_again() -> None:
    script = ":apologies yew\n:sub maple for=yew\n:apologies green\n:open 18:30\n:present rest\n"
    text = text_of(minute(script, WITHOUT))
    assert "Apologies were received" not in text
    assert "substituted by" not in text
