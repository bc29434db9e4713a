"""Adjourned to a day, resumed on one, extended until an hour and by whom: by shorthand and by keys (TI-02, TI-03)."""

import csv
from io import StringIO

import pytest

from clerk.names import Unclear
from clerk.saying.happened import what_happened
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.moderngov import attendance_csv
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

    said = "resolved unanimously" if style == "county" else "unanimously resolved"
    assert said in printed(":take 2\n:extend 22:00 by=oak,elm vote=unanimous")
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


EVENINGS = """:take 2
:motion elm yew -- That the bank be mended.
:vote 5 0 0
:adjourn 21:00 to=2031-03-19
{word}:resume 18:31 on=2031-03-19
:present rest
:take 3
:motion elm yew -- That the hives stay.
:vote unanimous
:close 19:00
"""


@pytest.mark.parametrize(("word", "apologised"), [(":apologies ash\n", True), ("", False)])
def test_what_is_of_the_second_evening_says_so(word: str, apologised: bool) -> None:
    meeting, style = held(EVENINGS.format(word=word)), shipped_style()
    rows = {row["Name"]: row["Attendance"] for row in csv.DictReader(StringIO(attendance_csv(meeting, style)))}
    both = "Present, as expected (12 March 2031); Apologies (19 March 2031)"
    assert rows["Councillor Ivo Ash"] == (both if apologised else "Present, as expected")
    assert rows["Councillor Dora Elm"] == "Present, as expected"
    assert decision_sheet(meeting, style, draft(meeting, style)).title.endswith("12 March 2031 and 19 March 2031")
    assert "\nAdjourned meeting: 19 March 2031\nThe meeting resumed" in text_of(meeting)
    assert "through 18 March 2037" in said(meeting, "N8")[0]


def test_one_evening_has_no_other_day() -> None:
    meeting, style = held(":take 2\n:adjourn 19:00\n:resume 19:10\n:close 20:00\n"), shipped_style()
    assert "Adjourned meeting" not in text_of(meeting)
    assert decision_sheet(meeting, style, draft(meeting, style)).title.endswith(": Ponds Committee, 12 March 2031")
    assert "through 11 March 2037" in said(meeting, "N8")[0]
