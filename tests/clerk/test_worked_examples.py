"""The rule book's worked examples, as far as they are figures: results, who may vote, the quorum, who is missing."""

from typing import Any

import pytest

from clerk.events import Convened
from clerk.meeting.quorum import quorum
from clerk.setup.convening import read_meeting
from tests.support.bodies import council, surname
from tests.support.minute import OPEN, minute


def committee(seats: int, quorum: int = 3) -> Convened:
    """A committee of so many seats; its members are called by number of the council's surnames."""
    text = (
        council(seats).replace("Borough Council", "Small Committee").replace("[labels]", f"quorum = {quorum}\n[labels]")
    )
    return read_meeting(text)


def names(*numbers: int) -> str:
    return ",".join(surname(number) for number in numbers)


def test_e17_ten_seats_two_apologies() -> None:
    meeting = minute(f":apologies {names(9, 10)}\n" + OPEN, committee(10))
    assert (quorum(meeting).have, quorum(meeting).need, quorum(meeting).state) == (8, 3, "QUORATE")
    assert len(meeting.in_room) + len(meeting.apologies) == 10


def test_e18_one_of_three_withdraws() -> None:
    script = OPEN + f":declare {names(3)} 1 kind=dpi effect=left\n:take 1\n:out {names(3)} interest=yes\n:put\n"
    meeting = minute(script, committee(3))
    assert (quorum(meeting, "i1").have, quorum(meeting, "i1").state) == (2, "INQUORATE")
    assert len(meeting.puts[0].entitled) == 2
    back = minute(script + f":vote unanimous\n:in {names(3)}", committee(3))
    assert (quorum(back).have, quorum(back).state) == (3, "AT LIMIT")
    assert quorum(back, "i1").state == "INQUORATE"


def test_e19_as_e18_with_a_dispensation() -> None:
    meeting = minute(OPEN + f":declare {names(3)} 1 kind=dpi effect=dispensation\n:take 1\n:put", committee(3))
    assert quorum(meeting, "i1").state == "AT LIMIT"
    assert len(meeting.puts[0].entitled) == 3


def test_e21_full_council() -> None:
    for there, state in ((15, "INQUORATE"), (16, "AT LIMIT"), (17, "QUORATE")):
        meeting = minute(f":present {names(*range(1, there + 1))}", council())
        assert (quorum(meeting).need, quorum(meeting).state) == (16, state)


@pytest.mark.parametrize(
    ("example", "seats", "before", "vote", "wanted"),
    [
        ("E26", 12, "", "7 0 5", {"e": 12, "state": "carried", "unanimous": False, "unaccounted": 0}),
        ("E27", 7, "", "3 4 0", {"e": 7, "state": "lost", "unanimous": False, "unaccounted": 0}),
        ("E28", 9, ":apologies {9}", "4 0 4", {"e": 8, "state": "carried", "unaccounted": 0}),
        ("E29", 9, ":apologies {9}", "4 4 0\n:cast for", {"e": 8, "state": "carried", "figures": (4, 4, 0)}),
        ("E30", 63, ":apologies {9}", "31 31 0\n:cast against", {"e": 62, "state": "lost", "figures": (31, 31, 0)}),
        ("E32", 8, "", "4 4 0\n:cast declined", {"e": 8, "state": "lost", "unaccounted": 0}),
        ("E33", 8, "", "5 4 0", {"e": 8, "state": "carried", "unaccounted": -1}),
        ("E34", 8, "", "5 2 0", {"e": 8, "state": "carried", "unaccounted": 1}),
        ("E35", 12, ":declare {5} 1 kind=dpi", "10 0 1", {"e": 11, "barred": 1, "state": "carried", "unaccounted": 0}),
        ("E40", 10, "", "named for={1,2,3,4,5} against={6,7,8} abstain={9}", {"e": 10, "unaccounted": 1}),
        ("E41", 8, "", "8 0 0", {"e": 8, "state": "carried", "unanimous": True}),
        ("E42", 9, ':declare {5} 1 effect="no vote"', "8 0 0", {"e": 8, "unanimous": True, "quorum": 9}),
    ],
)
def test_votes(example: str, seats: int, before: str, vote: str, wanted: dict[str, Any]) -> None:
    def named(line: str) -> str:
        while "{" in line:
            start, end = line.index("{"), line.index("}")
            line = line[:start] + names(*map(int, line[start + 1 : end].split(","))) + line[end + 1 :]
        return line

    meeting = minute(named(before) + OPEN + f":take 1\n:put\n:vote {named(vote)}", committee(seats))
    taken = meeting.votes["v1"]
    found = {
        "e": len(taken.entitled),
        "barred": len(meeting.puts[0].barred),
        "state": taken.state,
        "unanimous": taken.unanimous,
        "unaccounted": taken.unaccounted,
        "figures": (taken.votes_for, taken.against, taken.abstained),
        "quorum": quorum(meeting, "i1").have,
    }
    assert {key: found[key] for key in wanted} == wanted, example


def test_e30_everyone_is_one_of_for_against_abstained_or_absent() -> None:
    meeting = minute(f":apologies {names(9)}" + OPEN + ":take 1\n:put\n:vote 31 31 0", council())
    vote = meeting.votes["v1"]
    assert (vote.votes_for or 0) + (vote.against or 0) + (vote.abstained or 0) + len(meeting.puts[0].barred) == 63
