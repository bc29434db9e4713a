"""Who was in the room, in which seat, and since when."""

from datetime import datetime

import pytest

from clerk.events import Left
from clerk.meeting.quorum import quorum
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from tests.support.minute import OPEN, desk, minute


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2031-03-12T{clock}:00")


def voters(meeting: Meeting, put: int = -1) -> set[str]:
    return set(meeting.puts[put].entitled)


def test_the_roll_finds_everyone_without_an_apology() -> None:
    meeting = minute(":apologies elm, hazel\n" + OPEN)
    assert len(meeting.in_room) == 9
    assert not {"elm", "hazel"} & meeting.in_room
    assert set(meeting.apologies) == {"elm", "hazel"}
    assert quorum(meeting).have == 9


def test_the_roll_does_not_find_whoever_said_that_they_would_be_late() -> None:
    meeting = minute(":apologies elm kind=lateness\n:present rest")
    assert "elm" not in meeting.in_room
    assert "elm" in minute(":apologies elm kind=lateness\n:present rest\n:in elm").in_room


def test_an_apology_for_a_part_does_not_keep_a_member_off_the_roll() -> None:
    assert "elm" in minute(":apologies elm kind=part\n:present rest").in_room


def test_the_roll_takes_names_and_exceptions() -> None:
    assert minute(":present ash,birch").in_room == {"ash", "birch"}
    assert len(minute(":present rest out=ash,birch").in_room) == 9
    assert minute(":present harbour").in_room == {"elm", "fir", "hazel", "oak", "willowmarsh"}


def test_a_second_roll_empties_the_room_of_those_it_does_not_name() -> None:
    meeting = minute(OPEN + ":present ash,birch,cedar")
    assert meeting.in_room == {"ash", "birch", "cedar"}
    assert all(stays[-1].left for person, stays in meeting.stays.items() if person not in meeting.in_room)


def test_a_name_twice_on_the_roll_is_one_stay() -> None:
    meeting = minute(":present ash,ash,birch")
    assert len(meeting.stays["ash"]) == 1


def test_a_substitute_sits_in_a_named_seat_and_votes() -> None:
    meeting = minute(":apologies hazel\n:sub maple for=hazel\n" + OPEN + ":take 6\n:put\n:vote unanimous")
    assert ("s7", "maple") in meeting.acting
    assert "maple" in voters(meeting)
    assert meeting.votes["v1"].votes_for == 11


def test_a_substitute_who_comes_after_the_roll_is_in_the_room_from_then() -> None:
    meeting = minute(
        ":apologies hazel\n" + OPEN + ":take 6\n:put\n:vote unanimous\n:sub maple for=hazel\n:take 7\n:put"
    )
    assert "maple" not in voters(meeting, 0)
    assert "maple" in voters(meeting, 1)


def test_the_member_comes_while_the_substitute_acts() -> None:
    """E23: the seat counts once, and the substitute keeps it until standing down."""
    script = ":apologies hazel\n:sub maple for=hazel\n" + OPEN + ":@19:40 in hazel\n"
    meeting = minute(script)
    assert {"maple", "hazel"} <= meeting.in_room
    assert quorum(meeting).have == 11
    assert "hazel" not in {person for _, person in meeting.acting}
    stood_down = minute(script + ":unsub maple")
    assert ("s7", "hazel") in stood_down.acting
    assert quorum(stood_down).have == 11


def test_one_substitute_in_two_seats_has_one_vote() -> None:
    meeting = minute(":apologies hazel,elm\n:sub maple for=hazel\n:sub maple for=elm\n" + OPEN + ":take 6\n:put")
    assert quorum(meeting).have == 10
    assert len(meeting.puts[0].entitled) == len(voters(meeting)) == 10


def test_a_member_substituting_for_another_has_one_vote() -> None:
    meeting = minute(":apologies hazel\n:sub oak for=hazel\n" + OPEN + ":take 6\n:put")
    assert quorum(meeting).have == 10
    assert meeting.puts[0].entitled.count("oak") == 1


def test_out_and_in_are_stays() -> None:
    meeting = minute(OPEN + ":@19:30 out ash\n:@19:45 in ash")
    first, second = meeting.stays["ash"]
    assert (first.left_at, second.came_at) == (at("19:30"), at("19:45"))
    assert "ash" in meeting.in_room


def test_several_go_out_at_once_however_the_names_are_separated() -> None:
    for names in ("ash,birch", "ash, birch", "ash ,birch"):
        assert not {"ash", "birch"} & minute(OPEN + f":out {names}").in_room, names


def test_leaving_twice_is_a_problem_not_a_refusal() -> None:
    meeting = minute(OPEN + ":out ash\n:out ash")
    assert [finding.rule for finding in meeting.problems] == ["A3"]
    assert "Councillor Rowan Ash" in meeting.problems[0].text


VOTES_WITH_TIMES = """
:@19:10 take 6
:@19:15 put
:@19:15 vote unanimous
:@20:00 take 7
:@20:10 put
:@20:10 vote unanimous
"""


def test_a_departure_noticed_late_takes_its_place_by_its_time() -> None:
    meeting = minute(OPEN + VOTES_WITH_TIMES + ":@20:05 out elm")
    assert "elm" in voters(meeting, 0)
    assert "elm" not in voters(meeting, 1)
    left = next(placed.event for placed in meeting.events if isinstance(placed.event, Left))
    assert left.item == "i7"


def test_a_departure_noticed_late_takes_its_place_beside_a_vote() -> None:
    before = minute(OPEN + VOTES_WITH_TIMES + ":@<v2 out elm")
    assert "elm" in voters(before)  # the question had been put before the vote was taken
    assert "elm" not in before.in_room
    put = next(placed.id for placed in before.events if placed.id == before.puts[1].event)
    assert "elm" not in voters(minute(OPEN + VOTES_WITH_TIMES + f":@<e{put} out elm"))
    after = minute(OPEN + VOTES_WITH_TIMES + ":@>v1 out elm")
    assert "elm" in voters(after, 0)
    assert "elm" not in voters(after, 1)


def test_a_late_arrival_counts_from_its_place() -> None:
    meeting = minute(":apologies elm kind=lateness\n:open 19:00\n:present rest out=elm\n" + VOTES_WITH_TIMES)
    late = minute(
        ":apologies elm kind=lateness\n:open 19:00\n:present rest out=elm\n" + VOTES_WITH_TIMES + ":@19:45 in elm"
    )
    assert meeting.votes["v2"].votes_for == 10
    assert (late.votes["v1"].votes_for, late.votes["v2"].votes_for) == (10, 11)
    assert late.stays["elm"][0].came_at == at("19:45")


def test_a_time_before_the_meeting_is_recorded() -> None:
    meeting = minute(OPEN + ":@07:05 out ash")
    assert any(isinstance(placed.event, Left) and placed.event.at == at("07:05") for placed in meeting.events)


def test_the_small_hours_belong_to_the_evening() -> None:
    meeting = minute(OPEN + ":@23:50 out ash\n:@00:20 in ash\n:close 00:40")
    assert meeting.stays["ash"][1].came_at == datetime(2031, 3, 13, 0, 20)
    assert meeting.closed_at == datetime(2031, 3, 13, 0, 40)


def test_a_live_meeting_takes_the_time_from_its_clock() -> None:
    table = desk()
    table.play(OPEN)
    table.enter(":out ash", now=datetime(2031, 3, 12, 19, 31, 5, 999))
    assert table.meeting.stays["ash"][0].left_at == datetime(2031, 3, 12, 19, 31, 5)


def test_a_replaced_member_gives_up_the_seat() -> None:
    meeting = minute(
        ':person rowe name="Iris Rowe" kind=member group=Harbour\n:seat rowe for=elm\n' + OPEN + ":take 6\n:put"
    )
    assert "rowe" in voters(meeting)
    assert "elm" not in voters(meeting)


@pytest.mark.parametrize("seats", [11, 63])
def test_everyone_is_accounted_for(seats: int) -> None:
    from tests.support.bodies import council

    meeting = minute(OPEN, council(seats))
    assert len(meeting.in_room) == len(meeting.seats) == seats


def test_a_sign_beside_a_name_does_not_pass_in_silence() -> None:
    with pytest.raises(Unclear, match=r"“ash!”: the “!” is no part of the name of Councillor \w+ Ash\."):
        minute(f"{OPEN}\n:out ash!")
    assert "ash" not in minute(f"{OPEN}\n:out ash.").in_room
