"""Adjourned to a day, resumed on one, extended until an hour and by whom: by shorthand and by keys (TI-02, TI-03)."""

import pytest

from clerk.names import Unclear
from clerk.saying.happened import what_happened
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import held, said, text_of


def told(script: str) -> list[str]:
    meeting = held(script)
    return [what_happened(meeting, placed) for placed in meeting.events]


def test_the_day_is_typed_told_and_printed() -> None:
    script = ":take 2\n:adjourn 21:55 to=2031-03-19 -- as time had run out\n:resume 18:31 on=2031-03-19"
    assert "Adjourned to 19 March 2031: as time had run out" in told(script)
    assert "Resumed on 19 March 2031" in told(script)
    assert "The meeting was adjourned at 9.55 pm to 19 March 2031 as time had run out." in text_of(held(script))
    plain = ":take 2\n:adjourn 21:55\n:resume 22:00"
    assert {"Adjourned", "Resumed"} <= set(told(plain))
    assert "The meeting was adjourned at 9.55 pm.\n" in text_of(held(plain))


@pytest.mark.parametrize("style", ["barnet", "county", "parish"])
def test_an_extension_that_all_agreed_says_so(style: str) -> None:
    def printed(script: str) -> str:
        written = draft(held(script), shipped_style(style), True)
        return "\n".join(line for block in written.blocks for line in lines(block)).casefold()

    assert "unanimously resolved" in printed(":take 2\n:extend 22:00 by=oak,elm vote=unanimous")
    assert "unanimously" not in printed(":take 2\n:extend 22:00 by=oak,elm")


def test_all_agreed_is_of_what_was_moved() -> None:
    with pytest.raises(Unclear, match="who moved it"):
        held(":take 2\n:extend 22:00 vote=unanimous")
    assert any(
        "until 10.00 pm" in line and line.endswith("unanimously")
        for line in told(":take 2\n:extend 22:00 by=oak,elm vote=unanimous")
    )


@pytest.mark.parametrize(("resumed", "found"), [(" on=2031-03-19", 0), (" on=2031-03-20", 1), ("", 1)])
def test_it_resumes_on_the_day_to_which_it_was_adjourned(resumed: str, found: int) -> None:
    meeting = held(f":take 2\n:adjourn 21:55 to=2031-03-19\n:resume{resumed}")
    assert len([line for line in said(meeting, "T4") if "adjourned to 19 March 2031" in line]) == found
