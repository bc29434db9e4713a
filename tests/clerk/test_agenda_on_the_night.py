"""The agenda as it was taken: order, items and headings added, people met, actions, outcomes."""

from datetime import date

import pytest
from msgspec.structs import replace

from clerk.events import Addressed, Invited, ItemChanged, Minuted, MinutesApproved
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from tests.support.minute import OPEN, desk, minute, record


def order(meeting: Meeting) -> list[str]:
    return [meeting.items[item].number or meeting.items[item].title for item in meeting.order]


AGENDA = [str(n) for n in range(1, 11)]


def test_the_order_is_the_agendas_until_it_is_varied() -> None:
    assert order(minute("")) == AGENDA
    assert order(minute(OPEN + ":take 1\n:take 3\n:take 7")) == AGENDA


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        (":take 1\n:take 2\n:order 7", "1 2 7 3 4 5 6 8 9 10"),
        (":take 1\n:take 2\n:take 7\n:take 3", "1 2 7 3 4 5 6 8 9 10"),
        (":order 1+2+7+3", "1 2 7 3 4 5 6 8 9 10"),
        (":order 1+2+7+3\n:take 1\n:take 2\n:take 7", "1 2 7 3 4 5 6 8 9 10"),
        (":take 4\n:take 7\n:take 5", "1 2 3 4 7 5 6 8 9 10"),
        (":take 1\n:order 9+8", "1 9 8 2 3 4 5 6 7 10"),
        (":take 1\n:take 3\n:take 2", "1 3 2 4 5 6 7 8 9 10"),
        (":take 1\n:take 3\n:order 7", "1 2 3 7 4 5 6 8 9 10"),
        (":order 7\n:order 8\n:take 8", "8 1 2 3 4 5 6 7 9 10"),
        (":take 7\n:take 8\n:take 7", "1 2 3 4 5 6 7 8 9 10"),
    ],
)
def test_the_order_as_varied_and_the_rest_in_agenda_order(script: str, wanted: str) -> None:
    assert " ".join(order(minute(OPEN + script))) == wanted


def test_an_item_that_is_varied_twice_or_not_there() -> None:
    with pytest.raises(Unclear, match="no item “77”"):
        minute(OPEN + ":order 77+1")


def test_urgent_business_and_a_heading_are_added() -> None:
    meeting = minute(
        OPEN + ':item 11 after=10 title="Flooded Towpath" urgent=yes of="Head of Parks" -- That it be noted\n'
        ":heading after=1 -- Chairman's welcome\n:take 11\n:vote unanimous"
    )
    assert order(meeting) == ["1", "Chairman's welcome", *AGENDA[1:], "11"]
    assert meeting.items["x1"].urgent
    assert meeting.questions["r11"].state == "carried"


def test_a_heading_stays_with_the_item_it_follows() -> None:
    meeting = minute(OPEN + ":heading after=7 -- A word from the friends\n:take 1\n:take 7\n:take 2")
    assert order(meeting)[:4] == ["1", "7", "A word from the friends", "2"]


def test_an_item_number_cannot_be_given_twice() -> None:
    with pytest.raises(Unclear, match="There is an item 7 already"):
        minute(OPEN + ':item 7 title="Other"')


@pytest.mark.parametrize("number", ["8", "8."])
def test_nor_with_a_full_stop_after_it(number: str) -> None:
    with pytest.raises(Unclear, match="There is an item 8"):
        minute(f'{OPEN}:item {number} after=8 title="Other business"')


def test_an_item_is_called_by_its_number_with_or_without_a_full_stop() -> None:
    script = f'{OPEN}:item 8A. after=8 title="Other business"\n:take 8a\n:take 8A.'
    taken = [placed.event for placed in minute(script).events if placed.event.item == "x1"]
    assert len(taken) == 2


def test_a_title_is_put_right() -> None:
    assert minute(OPEN + ":retitle 7 -- Boathouses").items["i7"].title == "Boathouses"


def test_an_item_added_later_can_have_been_taken_before() -> None:
    meeting = minute(OPEN + ':@19:10 take 1\n:@20:00 take 2\n:item 11 title="Late"\n:@19:30 take 11')
    assert meeting.taken == ("i1", "x1", "i2")
    assert meeting.problems == ()


def test_writing_under_an_item_is_not_taking_it() -> None:
    table = desk().play(OPEN + ":take 7\n:under 3\nNone.\n:take 8\nText.")
    assert table.meeting.taken == ("i7", "i8")
    paragraphs = [placed.event for placed in table.meeting.events if isinstance(placed.event, Minuted)]
    assert [paragraph.item for paragraph in paragraphs] == ["i3", "i8"]


def test_taking_an_item_with_its_time_goes_there_too() -> None:
    table = desk().play(OPEN + ":@19:10 take 1\n:@19:20 take 2\nNone.")
    assert table.item == "i2"
    table.play(":@19:15 take 3")
    assert table.item == "i2"


def test_people_met_on_the_night() -> None:
    meeting = minute(
        OPEN + ':person fenn title=Dr name="Ada Fenn" kind=partner org="River Trust"\n:take 4\n:invite fenn, reed\n'
        ":speakers on=8 -- Jo Fen, Al Moss for Di Yew and Cllr Bo Tarn"
    )
    assert meeting.people["fenn"].formal == "Dr Ada Fenn"
    assert next(p.event for p in meeting.events if isinstance(p.event, Invited)).people == ("fenn", "reed")
    assert [meeting.people[id_].kind for id_ in ("jo-fen", "al-moss", "bo-tarn")] == [
        "speaker",
        "speaker",
        "councillor",
    ]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Jo Fen, Al Moss for Di Yew and Cllr Bo Tarn", ["Jo Fen", "Al Moss for Di Yew", "Bo Tarn"]),
        ("Jo Fen and Al Moss", ["Jo Fen", "Al Moss"]),
        ("Jo Fen for Parks and Gardens, Al Moss", ["Jo Fen for Parks and Gardens", "Al Moss"]),
        ("Jo Fen for Parks and Gardens and Al Moss", ["Jo Fen for Parks and Gardens", "Al Moss"]),
        ('Jo Fen for "Parks, Ponds and Open Spaces", Al Moss', ["Jo Fen for Parks, Ponds and Open Spaces", "Al Moss"]),
        ("Jo Fen (on behalf of Ponds and Open Spaces) and Al Moss", ["Jo Fen for Ponds and Open Spaces", "Al Moss"]),
    ],
)
def test_where_one_speaker_ends_and_the_next_begins(typed: str, wanted: list[str]) -> None:
    meeting = minute(OPEN + f":take 4\n:speakers -- {typed}")
    spoke = next(p.event.speakers for p in meeting.events if isinstance(p.event, Addressed))
    said = [meeting.people[one.person].name + (f" for {one.on_behalf_of}" if one.on_behalf_of else "") for one in spoke]
    assert said == wanted


def test_an_item_that_is_numbered_anew_keeps_its_one_question() -> None:
    meeting = minute(OPEN + ":take 7\n:amend ash birch add -- That it be quick.\n:vote unanimous")
    renumbered = record(meeting, ItemChanged(now=replace(meeting.items["i7"], number="12")))
    assert [q.id for q in renumbered.questions.values() if q.item == "i7"] == ["r7", "A1"]
    assert renumbered.questions["r7"].merged == ("A1",)
    assert renumbered.problems == ()


def test_someone_met_later_can_have_been_there_before() -> None:
    meeting = minute(OPEN + ':@19:10 take 1\n:@20:00 take 2\n:person fenn name="Ada Fenn"\n:@19:30 in fenn')
    assert meeting.problems == ()
    assert "fenn" in meeting.in_room


def test_a_person_met_again_is_put_right_in_part() -> None:
    meeting = minute(OPEN + ":person reed title=Dr")
    reed = meeting.people["reed"]
    assert (reed.formal, reed.post, reed.kind) == ("Dr Jo Reed", "Head of Parks", "officer")


def test_a_member_is_not_overwritten_by_a_namesake() -> None:
    with pytest.raises(Unclear, match="“elm” is Councillor Ivo Elm"):
        minute(OPEN + ':person elm name="Tina Elm" post="Arborist"')
    put_right = minute(OPEN + ':person elm name="Ivor Elm" kind=member').people["elm"]
    assert (put_right.name, put_right.group) == ("Ivor Elm", "Harbour")


def test_a_councillor_whose_name_is_not_clear_is_asked_for() -> None:
    script = OPEN + ':person fir2 name="Gina Fir" kind=councillor\n:take 4\n:speakers -- Cllr G'
    with pytest.raises(Unclear, match="could be"):
        minute(script)


@pytest.mark.parametrize(
    ("due", "wanted"),
    [
        ("2031-07-03", date(2031, 7, 3)),
        ('"3 July"', date(2031, 7, 3)),
        ("3/7", date(2031, 7, 3)),
        ('"1 March"', date(2032, 3, 1)),
        ('"3rd July 2031"', date(2031, 7, 3)),
    ],
)
def test_actions(due: str, wanted: date) -> None:
    meeting = minute(OPEN + f":take 7\n:action reed due={due} -- mend the roof\n:action -- find money\n:action vale")
    first, second, third = meeting.actions
    assert (first.owner, first.due, first.task, first.item) == ("reed", wanted, "mend the roof", "i7")
    assert (second.owner, third.task) == ("", "")


def test_an_action_of_nobody_to_do_nothing() -> None:
    with pytest.raises(Unclear, match="needs a name, a text"):
        minute(OPEN + ":action due=2031-07-03")


def test_minutes_of_earlier_meetings() -> None:
    for typed in ("2030-12-11", "11 December 2030", "11/12/2030"):
        meeting = minute(OPEN + f":take 1\n:minutes {typed} -- - page 2: for “barge” read “barrage”")
        approved = next(p.event for p in meeting.events if isinstance(p.event, MinutesApproved))
        assert approved.dates == (date(2030, 12, 11),)
        assert approved.corrections == ("page 2: for “barge” read “barrage”",)
    assert minute(OPEN + ":minutes 2030-12-11+2031-01-15").approved == (date(2030, 12, 11), date(2031, 1, 15))


def test_outcomes_without_a_vote() -> None:
    meeting = minute(OPEN + ":take 6\n:outcome no further")
    assert meeting.outcomes[0].what == "no further action"
    assert minute(OPEN + ":take 6\n:outcome withdrawn").questions["r6"].state == "withdrawn"
    with pytest.raises(Unclear, match="not an outcome"):
        minute(OPEN + ":take 6\n:outcome splendid")


def test_adjourned_resumed_extended_closed() -> None:
    table = desk().play(OPEN)
    assert table.meeting.course == "open"
    table.play(":adjourn 20:00 -- fire alarm")
    assert table.meeting.course == "adjourned"
    table.play(":resume 20:15\n:extend\n:close 22:05")
    assert (table.meeting.course, table.meeting.extended) == ("closed", True)
