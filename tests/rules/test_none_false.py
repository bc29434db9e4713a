"""Findings that would be false, each beside the like of it that is true: nothing is said where nothing is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.five import ITEMS, OPENED, papers, said
from tests.support.minute import desk

CLOSED = ":close 20:00\n"
CABINET = {"body": "Cabinet", "settings": {"body.kind": "executive", "governance": "executive"}}
WITH_URGENT = (
    *ITEMS,
    {"number": 4, "title": "Any items that the Chairman decides are urgent"},
    {"number": 5, "title": "Any exempt items that the Chairman decides are urgent"},
)
BENCH = ":motion oak elm -- That a bench be bought.\n:vote 5 0 0\n"
PARTS = (
    {"number": 1, "title": "Declarations of interest"},
    {"number": 6, "title": "Weirs", "recommendations": ["That the weirs be mended."]},
    {"number": 7, "title": "Reports", "recommendations": ["That the reports be taken."]},
    {"number": "7.1", "title": "Sluices", "under": 7, "recommendations": ["That the sluices be shut."]},
    {"number": "7.2", "title": "Locks", "under": 7, "recommendations": ["That the locks be oiled."]},
    {"number": 8, "title": "Boats", "recommendations": ["That the boats be sold."]},
)
CO_OPTED = [
    {"name": "Tom Oak", "role": "chair"},
    {"name": "Dora Elm"},
    {"name": "Ivo Ash"},
    {"name": "Petra Yew", "kind": "co-optee", "voting": False},
    {"name": "Hugh Green"},
]
MEMBERS_ITEM = ({"number": 1, "title": "Declarations of interest"}, {"number": 2, "title": "Members' Items"})


def found(script: str, *rules: str, opened: bool = True, **head: Any) -> list[str]:
    """The findings of some rules in the small meeting after a script."""
    settings, items = head.pop("settings", None), head.pop("items", ITEMS)
    setup = papers(tuple(items), settings, **head)
    return said(desk(setup).play((OPENED if opened else "") + script).meeting, *rules)


def defer(why: str) -> str:
    return f":take 2\n:motion oak elm kind=deferral -- {why}\n:vote unanimous\n{CLOSED}"


@pytest.mark.parametrize(
    "why",
    [
        "to the next meeting",
        "the plan was wrong",
        "as the applicant was ill",
        "to June",
        "until the autumn",
        "owing to a missing drawing",
        "Members wished to see the site",
        "That consideration of the report be deferred for lack of time",
    ],
)
def test_a_deferral_with_a_reason_or_a_day_in_words_is_enough(why: str) -> None:
    assert found(defer(why), "M18") == []


@pytest.mark.parametrize(
    "why",
    ["That the item be deferred", "That consideration of the report be deferred", "That Ponds be deferred sine die"],
)
def test_a_deferral_that_says_no_more_is_asked_about(why: str) -> None:
    assert found(defer(why), "M18") == ["WARN M18: The item was deferred, without a reason or a day to come back."]


def test_a_deferral_whose_reason_was_typed_below_it_is_enough() -> None:
    assert found(":take 2\n:outcome deferred\nIt would come back once the survey was in, in June.\n", "M18") == []
    assert len(found(":take 2\n:outcome deferred\n", "M18")) == 1


def test_a_council_and_a_members_item_name_no_seconder() -> None:
    motion = ":take 2\n:motion elm -- That a bench be bought.\n:put m1\n:vote 4 0 1\n"
    assert found(motion, "M3", body="Thornmere Borough Council") == []
    assert found(motion, "M3", items=MEMBERS_ITEM) == []
    assert len(found(motion, "M3")) == 1
    twice = ":take 2\n:motion elm elm -- That a bench be bought.\n:put m1\n:vote 4 0 1\n"
    assert found(twice, "M3", items=MEMBERS_ITEM)[0].startswith("HARD M3")


def village(body: str, present: str, seats: int = 12, **head: Any) -> list[str]:
    names = ["Oak", "Elm", "Ash", "Yew", "Green", "Fir", "Holly", "Birch", "Pine", "Larch", "Beech", "Box"][:seats]
    members = [{"name": f"{'ABCDEFGHIJKL'[n]}da {name}", "role": "" if n else "chair"} for n, name in enumerate(names)]
    script = f":open 18:30\n:present {present}\n:take 2\n:vote unanimous\n"
    return found(script, "Q1", "Q2", "Q5", opened=False, body=body, members=members, **{"quorum": None, **head})


@pytest.mark.parametrize("body", ["Weir Parish Council", "The Town Council of Weir", "Weir Community Council"])
def test_a_parish_is_not_the_council_of_the_profile(body: str) -> None:
    assert village(body, "oak,elm,ash,yew") == []
    assert village(body, "oak,elm,ash") == ["HARD Q5: Vote v1 was taken without a quorum."]
    assert village(body, "oak,elm,ash", seats=6) == []
    (low,) = village(body, "all", quorum=2)
    assert low == "WARN Q2: The quorum is set at 2; the law wants a third of the members, and at least three: 4."


def test_a_body_of_two_seats_can_have_a_quorum() -> None:
    assert [one for one in village("Weir Panel", "oak,elm", seats=2) if " Q5" in one] == []
    assert [one[:7] for one in village("Weir Panel", "oak", seats=2)] == ["HARD Q5", "WARN Q1"]


@pytest.mark.parametrize(
    "line",
    [
        ":take 1\n:minutes 2031-02-12\n:dispute elm -- item 9 should read item 12\n",
        ":take 2\n:advice reed -- item 44 of the last minutes had been decided\n",
        ":take 2\nItem 12 of the minutes of 3 March was read.\n",
        ":take 2\nAt the last meeting item 12 had been deferred.\n",
        ":take 2\nThe Housing Committee’s report at item 31 was shown.\n",
    ],
)
def test_numbers_of_other_papers_are_no_numbers_of_this_agenda(line: str) -> None:
    assert found(line, "C5") == []


def test_a_number_that_is_not_on_the_agenda_is_found() -> None:
    assert len(found(":take 2\nThe figures stood in the report at item 44.\n", "C5")) == 1


def test_an_item_put_in_after_one_follows_its_parts() -> None:
    script = ':item 7A after=7 title="Rats"\n'
    for number in ("6", "7", "7.1", "7.2", "7A", "8"):
        script += f":take {number}\n" + (":outcome noted\n" if number != "7" else "")
    assert found(script + CLOSED, "C5", "T3", items=PARTS) == []
    early = ":take 6\n:outcome noted\n:take 8\n:outcome noted\n:take 7.1\n:outcome noted\n"
    assert [one[:7] for one in found(early, "C5", items=PARTS)] == ["WARN C5"]


@pytest.mark.parametrize(
    ("script", "open_"),
    [
        (":take 2\n:takenwith 3\n:vote unanimous\n", []),
        (":take 2\n:vote unanimous\n:take 3\n:takenwith 2\n", []),
        (":take 2\n:put r2+r3\n:vote unanimous\n", []),
        (":take 2\n:vote 2 2 1\n:take 3\n:vote unanimous\n", []),
        (":take 2\nWords.\n:take 3\n:vote unanimous\n", ["2"]),
        (":take 2\n:takenwith 3\nWords.\n", ["2", "3"]),
    ],
)
def test_an_item_that_another_decided_with_it_is_not_left_open(script: str, open_: list[str]) -> None:
    texts = found(":take 1\n:none\n" + script + CLOSED, "T3", "M1")
    wanted = [f"WARN T3: The recommendations of item {n} were not put, and it has no outcome." for n in open_]
    assert texts == wanted


def test_a_whole_whose_parts_were_taken_is_not_left_open() -> None:
    script = ":take 1\n:none\n" + "".join(f":take {n}\n:vote unanimous\n" for n in ("6", "7.1", "7.2", "8"))
    assert found(script + CLOSED, "T3", items=PARTS) == []


def test_one_thing_is_found_once() -> None:
    blank = found(CLOSED, "D1", "T3", items=ITEMS[:1])
    assert blank == ["WARN D1: Nothing stands under item 1: were there no interests?"]
    tie = found(":take 2\n:motion oak elm -- That x be y.\n:vote 2 2 1\n" + CLOSED, "V8", "M1")
    assert [one[:7] for one in tie] == ["HARD V8"]
    late = ":take 2\nWords.\n:@18:40 out yew\n:@18:50 in yew\n:vote named for=all\n"
    assert [one[:8] for one in found(late, "V9", "V17", body="Planning Committee", profile="barnet")] == ["HARD V17"]


def test_one_without_a_vote_neither_missed_it_nor_declared_too_late() -> None:
    late = ":take 2\n:@18:40 out yew\n:@18:50 in yew\n:vote 4 0 0\n:declare yew 2 -- owning a boat\n"
    assert found(late, "V17", "V9", "D12", members=CO_OPTED) == []
    late = late.replace(":vote 4", ":vote 5")
    assert [one[:8].strip() for one in found(late, "V17", "V9", "D12")] == ["NOTE V17", "NOTE D12"]
    kept = ":take 2\n:@18:40 out yew\n:@18:50 in yew\n:vote 4 0 0 out=yew\n:declare yew 2 -- owning a boat\n"
    assert found(kept, "V17", "V9", "D12") == []


def test_a_forum_takes_no_declarations() -> None:
    without = ({"number": 2, "title": "Ponds"},)
    assert found(":take 2\n", "D1", items=without, body="Weir Residents' Forum") == []
    assert len(found(":take 2\n", "D1", items=without)) == 1


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (":outcome noted\n", False),
        (":motion oak elm -- That the report be noted.\n:vote unanimous\n", False),
        (":motion oak elm -- That the update be received.\n:vote unanimous\n", False),
        (":motion oak elm -- That the report be noted and the award be agreed.\n:vote unanimous\n", True),
        (":vote unanimous\n", False),
    ],
)
def test_to_note_a_report_is_no_executive_decision(end: str, told: bool) -> None:
    texts = found(":take 2\n" + end + CLOSED, "N12", **CABINET)
    assert bool(texts) is told


def test_a_kind_that_the_verb_offers_is_no_fault() -> None:
    for kind in ("other", "open mind", "predetermination", "non-disclosable pecuniary"):
        assert found(f':take 1\n:declare elm 2 kind="{kind}"\n', "D2") == []


@pytest.mark.parametrize(
    ("said_", "hard"),
    [
        ("", True),
        (":urgent -- The grant lapses on Friday\n", False),
        (":mark {n} -- The grant lapses on Friday\n", False),
        (":reasons -- The grant lapses on Friday\n", False),
        ("The Chairman took it as urgent, for the grant lapses.\n", False),
        ("The bench had rotted.\n", True),
    ],
)
@pytest.mark.parametrize("number", ["4", "5"])
def test_what_is_decided_at_the_standing_item_wants_its_reason(number: str, said_: str, hard: bool) -> None:
    private = ":exclude items=5 para=3\n" if number == "5" else ""
    texts = found(f"{private}:take {number}\n{said_.format(n=number)}{BENCH}", "U1", items=WITH_URGENT)
    assert [one[:7] for one in texts] == (["HARD U1"] if hard else [])


def test_what_goes_on_at_the_standing_item_without_a_decision_wants_none() -> None:
    for line in (":none\n", ":outcome deferred to=June\n", ":motion oak elm kind=adjournment -- x\n:vote 5 0 0\n"):
        assert found(":take 4\n" + line, "U1", items=WITH_URGENT) == []
