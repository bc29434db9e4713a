"""What goes on from a decision that was made before: reasons typed later, a decision announced in public."""

import pytest

from tests.support.five import ITEMS, held, papers, said, under

CASE = (
    {"number": 2, "title": "1 Weir Lane", "case": "31/7/FUL", "recommendations": ["That it be granted."]},
    *ITEMS[2:],
)
SETUP = papers(CASE, body="Ponds Planning Committee")
REFUSED = (
    ":take 2\n:out yew -- for air\n:vote 1 3 0\n:motion elm ash -- That the application be refused.\n"
    ":vote 3 1 0 to=refusal\n"
)
REASONS = "RESOLVED – that the application be REFUSED.\nFor the following reason:\nIt would take the light.\n"


@pytest.mark.parametrize("between", [":record oak against", ":@19:20 in yew", ":record oak against\n:@19:20 in yew"])
def test_reasons_typed_afterwards_go_on_from_the_decision(between: str) -> None:
    meeting = held(f"{REFUSED}{between}\n:take 3\n:under 2\n:reasons -- It would take the light.", SETUP)
    assert REASONS in under(meeting, "2")


@pytest.mark.parametrize("between", ["Members thanked the officers.", ":action reed -- Write to the applicant"])
def test_words_that_were_typed_stand_before_reasons_that_follow_them(between: str) -> None:
    printed = under(held(f"{REFUSED}{between}\n:reasons -- It would take the light.", SETUP), "2")
    assert printed.endswith("For the following reason:\nIt would take the light.")


HEARING = (
    ":take 2\n:exclude para=3 -- x\n:deliberate reed\n:motion elm ash -- That the boat be licensed.\n:vote 4 1 0\n"
)


@pytest.mark.parametrize(
    ("announced", "wanted"),
    [(":decision -- The boat was licensed.", False), (":decision later days=5", True), ("It had rained.", True)],
)
def test_a_decision_that_was_announced_tells_the_public(announced: str, wanted: bool) -> None:
    meeting = held(f"{HEARING}:readmit\n{announced}\n:take 3")
    assert bool(said(meeting, "X6")) is wanted


def test_a_decision_is_announced_once() -> None:
    meeting = held(":take 2\n:decision -- The boat was licensed.\n:decision days=5\n:decision days=5")
    assert under(meeting, "2") == (
        "The Committee announced its decision. The boat was licensed.\n"
        "Notice of the decision would be given within five working days."
    )


def test_one_that_was_to_be_announced_is_announced() -> None:
    meeting = held(":take 2\n:decision later\n:decision -- The boat was licensed.")
    assert under(meeting, "2") == (
        "The decision would be announced at a later date.\nThe Committee announced its decision. The boat was licensed."
    )


PANEL = papers(
    ({"number": 2, "title": "A boatman", "exempt": True, "recommendations": ["That he be licensed."]}, *ITEMS[2:])
)
BEHIND = ":take 2\n:exclude items=2 para=1 weighed=yes\n:vote 3 2 0\n"


def test_what_is_announced_once_the_public_is_back_is_public() -> None:
    meeting = held(f"{BEHIND}:readmit\n:decision -- He was licensed.\n:decision days=5\n:take 3", PANEL)
    assert under(meeting, "2", exempt=False).endswith(
        "The Committee announced its decision. He was licensed.\n"
        "Notice of the decision would be given within five working days."
    )
    assert not said(meeting, "X1", "X6")


@pytest.mark.parametrize(
    "script",
    [
        f"{BEHIND}:decision -- He was licensed.\n:readmit\n:take 3",
        f"{BEHIND}:readmit\n:exclude items=2 para=1\n:decision -- He was licensed.\n:take 3",
        ":take 2\n:decision -- He was licensed.\n:take 3",
        f"{BEHIND}:readmit\nHe was licensed.\n:take 3",
    ],
)
def test_what_is_said_behind_the_doors_or_typed_of_an_exempt_item_is_not(script: str) -> None:
    assert "licensed" not in under(held(script, PANEL), "2", exempt=False)
