"""Who is typed where words would do is named as the minutes name people: an id never prints (A15)."""

import pytest

from tests.support.five import held, under


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (
            ":delegate reed with=elm -- agree the works",
            "to the Head of Ponds, in consultation with Councillor Dora Elm, to",
        ),
        (
            ':delegate "Head of Parks" with="the Chairman" -- agree it',
            "to the Head of Parks, in consultation with the Chairman",
        ),
        (":dispensation by=reed -- the budget", "granted by the Head of Ponds to allow"),
        (':dispensation by="Monitoring Officer" -- the budget', "Monitoring Officer to allow"),
        (':heard objection who="Al Moss" read=Elm', "read out by Councillor Dora Elm."),
        (':heard objection who="Al Moss" read="his son"', "read out by his son."),
    ],
)
def test_who_is_meant(line: str, printed: str) -> None:
    assert printed in under(held(f":take 2\n{line}"), "2")


def test_a_dispensation_says_by_whom_until_when_and_under_what() -> None:
    given = held(":take 1\n:declare elm 2 kind=dpi effect=dispensation by=reed ref=D7 until=2032-05-01 scope=speak")
    allowed = "until 1 May 2032 to allow Councillor Dora Elm to speak but not to vote (reference D7)."
    assert f"granted by the Head of Ponds {allowed}" in under(given, "1")
    bare = held(":take 1\n:declare elm 2 kind=dpi effect=dispensation")
    assert "A dispensation had been granted to allow Councillor Dora Elm to speak and vote." in under(bare, "1")


@pytest.mark.parametrize(
    ("change", "called"),
    [("£20 -> £30", "figure “£20”"), ("4.5% -> 5%", "figure “4.5%”"), ("pond -> lake", "word “pond”")],
)
def test_what_is_changed_is_a_word_or_a_figure(change: str, called: str) -> None:
    meeting = held(
        f":take 2\n:motion elm ash -- That £20 and 4.5% go to the pond.\n:amend yew green words=first -- {change}"
    )
    assert f"the {called} be replaced" in under(meeting, "2")


@pytest.mark.parametrize(
    ("hour", "late"),
    [("18:30", ""), ("18:33", ", which began at 6.33 pm,"), ("18:45", ", which began at 6.45 pm,")],
)
def test_a_meeting_that_began_late_says_when(hour: str, late: str) -> None:
    from tests.support.five import papers, text_of
    from tests.support.minute import minute

    meeting = minute(f":open {hour}\n:present rest\n:close 20:00", papers())
    assert text_of(meeting).endswith(f"The meeting{late} finished at 8.00 pm")
