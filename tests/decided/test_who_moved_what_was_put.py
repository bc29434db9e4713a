"""Who moved and seconded recommendations is printed however they are put: in parts, as amended, at a Cabinet."""

import pytest

from clerk.names import Unclear
from clerk.shorthand.again import line_again
from tests.support.five import at_desk, held, papers, under

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


@pytest.mark.parametrize(
    ("script", "printed"),
    [
        (":put by=elm,duly\n:vote 4 1 0", "Councillor Dora Elm moved the officer’s recommendations, duly seconded:"),
        (":vote 4 1 0 by=elm,duly", "Councillor Dora Elm moved the officer’s recommendations, duly seconded:"),
        (":vote 4 1 0 by=elm,without", "Councillor Dora Elm moved the officer’s recommendations:"),
        (":adopt elm duly -- the report", "Councillor Dora Elm moved, duly seconded, reception and adoption"),
        (":minutes 2031-01-08 by=elm,duly", "proposed by Councillor Dora Elm and duly seconded."),
    ],
)
def test_a_seconder_without_a_name(script: str, printed: str) -> None:
    desk = at_desk(f":take 2\n{script}", papers(ITEMS))
    assert printed in under(desk.meeting, "2")
    event = desk.meeting.entries[-1].events[0]
    again = line_again(event, desk.meeting, desk.meeting.events[-1].id)
    assert "duly" in script or "duly" not in str(again)


@pytest.mark.parametrize("by", ["elm,elm", "elm,none", "duly", "elm,ash,yew", "duly,elm"])
def test_what_says_nothing_of_who_moved_is_refused(by: str) -> None:
    with pytest.raises(Unclear, match=r"moved|seconded"):
        held(f":take 2\n:vote 4 1 0 by={by}", papers(ITEMS))


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
