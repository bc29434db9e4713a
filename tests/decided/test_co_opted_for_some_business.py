"""Members who were co-opted for some business, and those who sit for them: the quorum, the votes (Q3, V22, AP4)."""

from typing import Any

import pytest

from clerk.meeting.quorum import quorum
from clerk.saying.room import quorum_line
from tests.support.five import held, papers, said, under
from tests.support.minute import minute

ITEMS: tuple[dict[str, Any], ...] = (
    {"number": 1, "title": "Schools", "subject": "education", "recommendations": ["That the school stay open."]},
    {"number": 2, "title": "Waste", "recommendations": ["That bins be emptied."]},
    {"number": 3, "title": "Safety", "recommendations": ["That the plan be noted."]},
)
MEMBERS: list[dict[str, Any]] = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm"}, {"name": "Ivo Ash"}]
MEMBERS += [
    {"name": name, "title": "Ms", "kind": "co-optee", "organisation": of, "scope": "education"}
    for name, of in (("Ada Rooke", "Church of England"), ("Bea Finch", "Roman Catholic Church"), ("Cleo Wren", ""))
]
SUBS = [{"name": "Max Moss"}, {"name": "Nan Heath", "title": "Ms", "kind": "co-optee", "organisation": "Synagogue"}]
AWAY = ":apologies ash\n:open 18:30\n:present rest\n"


def hall(**head: Any) -> Any:
    return papers(ITEMS, members=MEMBERS, quorum=3, **head)


@pytest.mark.parametrize(("item", "state", "have"), [("1", "QUORATE", 5), ("2", "INQUORATE", 2)])
def test_who_has_no_vote_on_an_item_is_no_part_of_its_quorum(item: str, state: str, have: int) -> None:
    meeting = minute(f"{AWAY}:take {item}\n:vote unanimous", hall())
    now = quorum(meeting, meeting.item_taken)
    assert (now.have, now.state) == (have, state)
    assert bool([line for line in said(meeting, "Q5") if "without a quorum" in line]) is (state == "INQUORATE")
    assert bool([line for line in said(meeting, "Q4") if "There is no quorum" in line]) is (state == "INQUORATE")
    assert ("3 co-opted for other business" in quorum_line(meeting, meeting.item_taken)) is (state == "INQUORATE")


def test_it_is_said_before_the_item_and_is_no_loss_of_the_quorum() -> None:
    meeting = minute(f"{AWAY}:take 1\n:vote unanimous", hall())
    (told,) = said(meeting, "Q6")
    assert "no quorum for item 2 and item 3: members co-opted for other business" in told
    assert not said(minute(f"{AWAY}:take 1\n:vote unanimous\n:take 2", hall()), "Q13")
    assert not said(minute(":open 18:30\n:present rest\n:take 1", hall()), "Q6", "Q4", "Q5")


def test_a_body_may_count_them_all_the_same() -> None:
    counts = ["member", "substitute", "coopt_voting", "coopt_elsewhere"]
    meeting = minute(f"{AWAY}:take 2\n:vote unanimous", hall(settings={"quorum.counts": counts}))
    assert quorum(meeting, meeting.item_taken).have == 5
    assert not said(meeting, "Q5")


@pytest.mark.parametrize(
    ("who", "why"),
    [("moss", "a councillor has no right to that seat"), ("heath", "sits for another body (Church of England")],
)
def test_whoever_sits_for_one_has_that_ones_right_and_no_more(who: str, why: str) -> None:
    start = f":sub {who} for=rooke\n:open 18:30\n:present rest\n"
    setup = hall(substitutes=SUBS)
    meeting = minute(f"{start}:take 2\n:vote unanimous", setup)
    assert who not in meeting.votes["v1"].entitled
    assert any(line.startswith("WARN") and why in line for line in said(meeting, "AP4"))
    assert who in minute(f"{start}:take 1\n:vote unanimous", setup).votes["v1"].entitled
    named = minute(f"{start}:take 2\n:vote named against={who} rest=for", setup)
    assert any("is named in vote v1, but might not vote" in line for line in said(named, "V22"))
    if who == "moss":
        printed = under(minute(f"{start}:take 2\n:vote 3 0 0 out=moss", setup), "2")
        assert "having sat for a member co-opted for other business" in printed


def test_a_councillor_who_sits_for_a_councillor_has_a_vote_on_all() -> None:
    setup = hall(substitutes=SUBS)
    meeting = minute(f":apologies ash\n:sub moss for=ash\n{AWAY}:take 2\n:vote unanimous", setup)
    assert "moss" in meeting.votes["v1"].entitled
    assert not [line for line in said(meeting, "AP4") if "co-opted" in line]
    crossed = minute(f":apologies ash\n:sub heath for=ash\n{AWAY}:take 2", setup)
    assert any("cannot stand for a councillor" in line for line in said(crossed, "AP4"))


def test_a_seat_without_a_vote_gives_none() -> None:
    members = [*MEMBERS, {"name": "Ida Tern", "title": "Ms", "kind": "co-optee", "voting": False}]
    setup = papers(ITEMS, members=members, substitutes=SUBS)
    meeting = minute(":sub moss for=tern\n:open 18:30\n:present rest\n:take 2\n:vote unanimous", setup)
    assert "moss" not in meeting.votes["v1"].entitled
    assert quorum(meeting, meeting.item_taken).have == 3


def test_of_the_small_meeting_nothing_changes() -> None:
    assert quorum(held(":take 2"), "i2").elsewhere == 0
