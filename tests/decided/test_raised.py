"""Minutes, Members' Items, awards and adoptions are questions too (A6)."""

from typing import Any

import pytest

from tests.support.five import held, papers, said, text_of, under

ITEMS: tuple[dict[str, Any], ...] = (
    {"number": 1, "title": "Minutes of the last meeting"},
    {"number": 2, "title": "Members' items"},
    {"number": 3, "title": "Ponds", "recommendations": ["That the ponds be dredged."]},
    {"number": 4, "title": "Report of the Parks Committee"},
)
DAY = ":take 1\n:minutes 2031-02-12\n"


def there(script: str) -> Any:
    """The meeting after a script."""
    return held(script, papers(ITEMS))


def test_minutes_agreed_as_they_stood() -> None:
    meeting = there(DAY + ":take 3")
    assert under(meeting, "1") == (
        "RESOLVED – the minutes of the meeting held on 12 February 2031 were approved as an accurate record."
    )
    assert not said(meeting, "M1", "M3", "T3")


def test_minutes_put_and_voted_on() -> None:
    meeting = there(DAY + ":put\n:vote 4 1 0\n:close 20:00")
    printed = under(meeting, "1")
    assert printed.count("RESOLVED") == 1
    assert "For  Against  Abstained" in printed
    assert printed.endswith("were approved as an accurate record.")
    assert "moved" not in printed
    assert not said(meeting, "M1", "M3", "M21", "V26")


def test_minutes_lost_are_not_approved() -> None:
    meeting = there(DAY + ":vote 1 4 0")
    assert meeting.approved == ()
    assert "be approved was LOST." in under(meeting, "1")


def test_a_tie_on_the_minutes() -> None:
    printed = under(there(DAY + ":vote 2 2 1\n:cast for"), "1")
    assert "The Chairman used the casting vote for the minutes." in printed
    assert "RESOLVED" in printed


def test_one_who_was_not_there_for_it() -> None:
    printed = under(there(DAY + ":vote assent out=elm"), "1")
    assert "Councillor Dora Elm did not vote, not having been there for it." in printed
    assert printed.count("RESOLVED") == 1


@pytest.mark.parametrize(
    "correction",
    [
        ":dispute elm agreed -- her name be added",
        ":motion elm ash -- That the minutes be corrected by adding her name.\n:vote 4 1 0",
        ":amend elm ash add -- her name being added\n:vote 4 1 0",
    ],
)
def test_a_correction_that_was_agreed_is_in_the_resolution(correction: str) -> None:
    for script in (DAY + correction, DAY + correction + "\n:vote 4 1 0 of=q1"):
        assert "held on 12 February 2031, as corrected, were approved" in under(there(script), "1")


@pytest.mark.parametrize(
    "correction", [":dispute elm refused -- her name be added", ":amend elm ash add -- x\n:vote 1 4 0"]
)
def test_one_that_was_not_is_not(correction: str) -> None:
    assert "as corrected" not in text_of(there(DAY + correction))


def test_the_minutes_of_two_meetings() -> None:
    printed = under(there(":take 1\n:minutes 2031-01-08 2031-02-12\n:vote 5 0 0"), "1")
    assert (
        "the minutes of the meetings held on 8 January 2031 and 12 February 2031 were unanimously approved" in printed
    )


def test_a_members_item_put_and_voted_on() -> None:
    script = ":take 2\n:memberitem elm -- that benches be mended\n"
    carried = under(there(script + ":vote 4 1 0"), "2")
    assert "RESOLVED – the request was agreed." in carried
    assert "LOST" not in carried
    assert "LOST" in under(there(script + ":vote 1 4 0"), "2")
    assert not said(there(script + ":close 20:00"), "M1")


@pytest.mark.parametrize(
    "agreed",
    [
        ":memberitem elm agreed=yes -- that benches be mended\n",
        ":memberitem elm -- that benches be mended\n:vote assent\n",
    ],
)
def test_one_that_was_agreed_is_not_lost_by_a_later_motion(agreed: str) -> None:
    printed = under(there(f":take 2\n{agreed}:motion ash yew -- That they be painted.\n:vote 1 4 0"), "2")
    assert "LOST – the motion was not approved." in printed
    assert "Members’ Item was LOST" not in printed


def test_an_award_by_vote_has_one_resolution() -> None:
    script = ':take 2\n:award "Pond fence" by=elm amount=5000 budget=NCIL\n'
    printed = under(there(script + ":vote 3 2 0"), "2")
    assert printed.count("RESOLVED") == 1
    assert printed.index("Against") < printed.index("RESOLVED")
    assert "was LOST" in under(there(script + ":vote 2 3 0"), "2")
    assert under(there(script), "2").count("RESOLVED") == 1


def test_an_adoption_is_put() -> None:
    script = ":take 4\n:adopt ash elm -- the report of the Parks Committee\n"
    assert "RESOLVED – the recommendations were adopted." in under(there(script + ":vote 4 1 0"), "4")
    assert "LOST" in under(there(script + ":vote lost"), "4")
    # Where recommendations wait, these are what is put.
    assert there(":take 3\n:adopt ash elm\n:vote 4 1 0").questions["r3"].state == "carried"
