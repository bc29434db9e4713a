"""Findings that must not be missed, each beside a record like it in which nothing is wrong."""

from __future__ import annotations

import pytest

from tests.rules.test_none_false import CLOSED, found

LATE = {"time.guillotine": "22:00", "time.extend_to": "22:30", "time.may_extend": True}
PRIVATE = (
    {"number": 1, "title": "Declarations of interest"},
    {"number": 2, "title": "Lease", "exempt": True, "recommendations": ["That the lease be granted."]},
)


def rules(texts: list[str]) -> list[str]:
    return [" ".join(text.split()[:2]).rstrip(":") for text in texts]


def test_too_few_are_expected() -> None:
    (one,) = found(":apologies elm,ash,yew,green\n", "Q6", opened=False)
    assert one.startswith("WARN Q6: Too few are expected for a quorum: 1 of 5, and 2 are needed; apologies came from")
    assert found(":apologies elm,ash,yew\n", "Q6", opened=False) == []
    (late,) = found(":apologies elm,ash,yew,green kind=lateness\n", "Q6", opened=False)
    assert "will be late" in late


@pytest.mark.parametrize(
    ("script", "why"),
    [
        (":apologies elm\n:open 18:30\n:present rest\n", "had sent apologies"),
        (":open 18:30\n:present oak,ash,yew\n", "was not in the room"),
        (":open 18:30\n:present all\n:@18:35 out elm\n", "was not in the room"),
    ],
)
def test_who_is_absent_declares_nothing(script: str, why: str) -> None:
    declared = ":take 1\n:declare elm 2 -- owning a boat\n"
    assert found(script + declared, "D2", opened=False) == [
        f"WARN D2: Councillor Elm declared an interest in item 2, and {why}."
    ]
    assert found(script + declared.replace(" -- ", " told=oak -- "), "D2", opened=False) == []


def test_who_leaves_for_an_interest_has_one() -> None:
    left = ":take 2\n:@18:40 out elm interest=yes\n:vote 4 0 0\n:@18:50 in elm\n"
    assert rules(found(left, "D4")) == ["WARN D4"]
    assert rules(found(":take 1\n:declare elm 3 -- a boat\n" + left, "D4")) == ["WARN D4"]
    assert found(":take 1\n:declare elm 2 -- a boat\n" + left, "D4") == []
    early = ":take 1\n:declare elm 2 -- a boat\n:@18:35 out elm interest=yes\n:take 2\n:vote 4 0 0\n"
    assert found(early, "D4") == []


def test_an_interest_restated_was_stated() -> None:
    assert rules(found(":take 2\n:restate elm\n", "D4")) == ["WARN D4"]
    assert found(":take 1\n:declare elm 2 -- a boat\n:take 2\n:restate elm\n", "D4") == []


def test_an_interest_kept_private_is_missing_from_the_public_minutes() -> None:
    script = ":take 2\n:exclude para=3 items=2 weighed=yes\n:declare elm 2 -- a boat\n"
    # Who declared, in what and how, is public wherever it was declared, and so there is nothing to find.
    assert found(script, "X6", items=PRIVATE) == []
    (one,) = found(script + ":private e6 yes\n", "X6", items=PRIVATE)
    assert "declared an interest in private session, and the public minutes do not show it" in one
    assert found(":take 1\n:declare elm 2 -- a boat\n" + script.split(":declare")[0], "X6", items=PRIVATE) == []


def test_a_recount_that_turns_an_amendment_round_leaves_the_question_to_be_put() -> None:
    amended = ":take 2\n:amend oak elm add -- That a bench be bought.\n:vote 2 3 0\n:put r2\n:vote 5 0 0\n"
    assert rules(found(amended + ":vote 3 2 0 recount=v1\n" + CLOSED, "M10", "M7")) == ["HARD M10"]
    assert found(amended + ":vote 1 4 0 recount=v1\n" + CLOSED, "M10", "M7") == []


def test_what_stands_after_the_close_is_said() -> None:
    (vote,) = found(":take 2\n" + CLOSED + ":vote 5 0 0\n", "A11")
    assert vote == "WARN A11: Vote v1 is recorded after the meeting was closed."
    (came,) = found(":out elm\n" + CLOSED + ":in elm\n", "A11")
    assert came == "WARN A11: Councillor Elm is recorded as coming in after the meeting was closed."
    assert found(":take 2\n:vote 5 0 0\n" + CLOSED + "It had rained.\n:action reed -- mend it\n", "A11") == []


def test_whoever_presides_is_there() -> None:
    out = ":@18:40 out elm\n:preside elm elected=yes\n:take 2\n:vote 4 0 0\n"
    assert found(out, "C1", "C3") == ["WARN C3: Councillor Elm is recorded as taking the chair while out of the room."]
    away = ":apologies oak\n:open 18:30\n:present rest\n:preside oak\n:take 2\n:vote 4 0 0\n"
    (nobody,) = found(away, "C1", "C3", opened=False)
    assert nobody.startswith("HARD C1: Nobody is recorded as presiding here: Councillor Oak")
    assert nobody.endswith("had sent apologies.")


def test_an_open_flag_is_found_when_the_meeting_is_closed() -> None:
    assert found(":flag the plan\n" + CLOSED, "N7") == ["WARN N7: A flag is still open: “the plan”."]
    assert found(":flag the plan\n", "N7") == found(":flag the plan\n:unflag\n" + CLOSED, "N7") == []


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (":take 2\n:@22:05 out elm\n:vote 4 0 0\n:@22:08 in elm\n:close 22:10\n", ["HARD T1"]),
        (":@22:05 take 2\n:vote 5 0 0\n:outcome approved\n:close 22:10\n", ["HARD T1"]),
        (":@21:55 extend\n:@00:05 take 2\n:vote 5 0 0\n:close 00:10\n", ["HARD T1"]),
        (":@22:05 take 2\nThey spoke.\n:close 22:10\n", ["WARN T1"]),
        (":@21:55 extend\n:@00:05 take 2\nThey spoke.\n:close 00:10\n", ["WARN T1"]),
        (":@21:55 take 2\n:vote 5 0 0\n:close 22:10\n", []),
        (":@21:55 extend\n:@22:05 take 2\n:vote 5 0 0\n:close 22:10\n", []),
        (":@22:05 take 2\n:outcome not reached\n:close 22:10\n", []),
    ],
)
def test_what_is_decided_after_the_limit_is_void(script: str, told: list[str]) -> None:
    assert rules(found(script, "T1", "T2", settings=LATE)) == told


def test_what_was_decided_too_late_is_named_by_its_item_and_once() -> None:
    script = ":@22:05 take 2\n:vote 5 0 0\n:take 3\n:vote 4 1 0\n:motion elm ash -- That it be so\n:vote 5 0 0\n"
    told = found(script, "T1", settings=LATE)
    assert [text.split(": ", 1)[1].split(" after")[0] for text in told] == [
        "This was decided on item 2",
        "This was decided on item 3",
    ]


def test_what_is_minuted_publicly_of_a_private_item_after_the_return_is_found() -> None:
    private = ({"number": 1, "title": "Declarations"}, {"number": 2, "title": "Lease (EXEMPT)"})
    script = ":take 2\n:exclude items=2 para=3 weighed=yes\nThe price was given.\n:readmit items=2\n"
    (one,) = found(script + "The lease was granted.\n", "X6", items=private)
    assert one.startswith(
        "WARN X6: Item 2 is exempt by its papers, and what was minuted of it once the public was back"
    )
    assert found(script + ":summary -- The lease was granted.\n", "X6", items=private) == []
    said_so = script + "The lease was granted.\n:private e8 yes\n"
    assert not any("exempt by its papers" in text for text in found(said_so, "X6", items=private))
    plain = ({"number": 1, "title": "Declarations"}, {"number": 2, "title": "Lease"})
    heard = script + "The lease was granted.\n"
    assert not any("exempt by its papers" in text for text in found(heard, "X6", items=plain))
