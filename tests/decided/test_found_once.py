"""Found once for a member and an item; a seat that changes hands from one evening to the next (V17, AP8)."""

import pytest

from tests.support.five import papers, said
from tests.support.minute import minute

LATE = ":open 18:30\n:present rest out=yew\n:take 2\nPonds were talked of.\n:@18:50 in yew\n"
TWO = ":motion oak elm -- That ducks be bought.\n:vote 5 0 0\n:motion oak elm -- That swans be bought.\n:vote 5 0 0\n"


def test_one_who_came_late_is_named_once_with_every_vote() -> None:
    (once,) = said(minute(LATE + TWO, papers()), "V17")
    assert once == "NOTE V17: Not there for all of item 2, and might vote (v1 and v2): Councillor Yew."
    (one,) = said(minute(LATE + ":vote 5 0 0", papers()), "V17")
    assert one == "NOTE V17: Not there for all of item 2, and might vote: Councillor Yew."
    (two,) = said(minute(LATE.replace("=yew", "=yew,ash") + ":vote 4 0 0\n:in ash\n" + TWO, papers()), "V17")
    assert two.endswith("Councillor Yew (v1, v2 and v3) and Councillor Ash (v2 and v3).")


def test_one_who_might_not_is_named_once_with_every_vote() -> None:
    named = TWO.replace("5 0 0", "named for=yew rest=against")
    setup = papers(settings={"body.full_presence": True})
    (once,) = [line for line in said(minute(LATE + named, setup), "V17") if line.startswith("HARD")]
    assert "is named in votes v1 and v2, but might not vote" in once
    other = minute(f"{LATE}{named}:take 3\n:vote named rest=for", setup)
    assert len([line for line in said(other, "V17") if line.startswith("HARD")]) == 1


SUBS = papers(substitutes=[{"name": "Max Moss"}])
FIRST = (
    ":apologies elm\n:sub moss for=elm\n:open 18:30\n:present rest\n:take 2\nPonds were talked of.\n:adjourn 20:00\n"
)
SECOND = ":resume 18:30 on=2031-03-19\n"


@pytest.mark.parametrize(
    ("then", "found"),
    [
        (SECOND + ":unsub moss\n:present oak,elm,ash,yew,green\nPonds again.\n:vote 5 0 0", 0),
        (":unsub moss\n" + SECOND + ":present oak,elm,ash,yew,green\nPonds again.\n:vote 5 0 0", 0),
        (SECOND + ":present rest\n:unsub moss\n:in elm\nPonds again.\n:vote 5 0 0", 0),
        (SECOND + ":present rest\nPonds again.\n:unsub moss\n:in elm\n:vote 5 0 0", 1),
        (":resume 20:10\n:unsub moss\n:in elm\nPonds again.\n:vote 5 0 0", 1),
        (SECOND + ":sub moss for=yew\n:present rest\nPonds again.\n:vote 5 0 0", 0),
    ],
)
def test_a_substitute_sits_for_an_evening(then: str, found: int) -> None:
    assert len(said(minute(FIRST + then, SUBS), "AP8")) == found
