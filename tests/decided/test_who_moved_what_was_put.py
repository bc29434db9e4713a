"""Who moved and seconded recommendations is printed however they are put: in parts, as amended, at a Cabinet."""

import pytest

from tests.support.five import held, papers, under

ITEMS = (
    {"number": 1, "title": "Declarations"},
    {"number": 2, "title": "Ponds", "recommendations": ["That the ponds be dredged.", "That ducks be bought."]},
)
MOVED = "Councillor Dora Elm moved {}, seconded by Councillor Ivo Ash:"


@pytest.mark.parametrize(
    ("script", "what"),
    [
        (":put by=elm,ash", "the officer’s recommendations"),
        (":put only=2 by=elm,ash", "recommendation 2"),
        (":amend yew oak at=2 delete\n:vote 3 2 0\n:put by=elm,ash", "the recommendation as amended"),
    ],
)
@pytest.mark.parametrize("lead", ["", "After a short break,"])
def test_the_mover_is_printed(script: str, what: str, lead: str) -> None:
    printed = under(held(f":take 2\n{script}{f' -- {lead}' if lead else ''}\n:vote 4 1 0", papers(ITEMS)), "2")
    assert f"{lead} {MOVED.format(what)}".lstrip() in printed
    assert "The Chairman moved" not in printed


def test_at_a_cabinet_too() -> None:
    printed = under(held(":take 2\n:put by=elm,ash\n:vote assent", papers(ITEMS, body="Cabinet")), "2")
    assert MOVED.format("the recommendations").rstrip(":") in printed
    without = under(held(":take 2\n:put\n:vote assent", papers(ITEMS, body="Cabinet")), "2")
    assert "Following discussion, the Chairman moved to vote on the recommendations." in without


@pytest.mark.parametrize("style", ["county", "parish"])
def test_in_other_styles(style: str) -> None:
    from exports.draft import draft
    from exports.plain import write_text
    from exports.style import shipped_style

    meeting = held(":take 2\n:put only=2 by=elm,ash -- After a break,\n:vote 4 1 0", papers(ITEMS))
    text = write_text(draft(meeting, shipped_style(style), False))
    assert "After a break, " in text
    assert "Elm" in text.partition("After a break, ")[2].partition("\n")[0]
