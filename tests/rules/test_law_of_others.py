"""Bodies that are not Barnet's: the law that their names and papers point to, and nothing of Barnet's."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from clerk.meeting.fold import fold
from clerk.meeting.quorum import quorum
from clerk.meeting.record import Entry
from clerk.setup.convening import convene
from clerk.setup.law import guess_law
from clerk.setup.profile import shipped

OTHERS = ("england", "england-parish", "wales", "wales-community", "scotland")


@pytest.mark.parametrize(
    ("names", "profile"),
    [
        (["Parks Committee", "Thornmere Borough Council"], "england"),
        (["Larch Parish Council"], "england-parish"),
        (["Finance Committee", "Larch Town Council"], "england-parish"),
        (["Larch Community Council"], "wales-community"),
        (["Cyngor Tref Larch"], "wales-community"),
        (["Parks Committee", "Larch County Borough Council"], "wales"),
        (["Parks Committee", "Fife Council"], "scotland"),
        (["Parks Committee", "London Borough of Barnet"], "barnet"),
    ],
)
def test_the_law_is_guessed_from_names(names: list[str], profile: str) -> None:
    law = guess_law(names)
    assert law is not None
    assert law.profile == profile


def test_a_name_that_says_nothing_says_nothing() -> None:
    assert guess_law(["Parks Committee", ""]) is None


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("body", ["Larch Council", "Parks Committee"])
def test_nothing_of_barnets_is_set(name: str, body: str) -> None:
    profile = shipped().choose(name, date(2026, 5, 12), body)
    unset = (
        profile.council_seats,
        profile.time_guillotine,
        profile.time_extend_to,
        profile.public_total_minutes,
        profile.public_deadline,
        profile.previous_decisions_months,
        profile.division_council_min,
        profile.members_items_clear_working_days,
        profile.governance,
    )
    assert unset == (None,) * len(unset)
    assert not profile.referral_enabled


@pytest.mark.parametrize(
    ("name", "paragraphs", "tie", "holidays"),
    [
        ("england", range(1, 8), "casting vote", "England"),
        ("england-parish", (), "casting vote", "England"),
        ("wales", range(12, 19), "casting vote", "Wales"),
        ("wales-community", (), "casting vote", "Wales"),
        ("scotland", range(1, 16), "lot", "Scotland"),
    ],
)
def test_what_the_statutes_say(name: str, paragraphs: range, tie: str, holidays: str) -> None:
    profile = shipped().choose(name, date(2026, 5, 12), "Larch Council")
    assert profile.exempt_paragraphs == tuple(paragraphs)
    assert (profile.election_tie, profile.calendar_holidays) == (tie, holidays)


@pytest.mark.parametrize(("members", "wanted"), [(5, 3), (9, 3), (10, 4), (20, 7)])
def test_the_quorum_of_a_parish_is_a_third_and_at_least_three(members: int, wanted: int) -> None:
    people = [{"name": f"Ann {'ABCDEFGHIJKLMNOPQRSTU'[n]}rowan"} for n in range(members)]
    made = convene({"body": "Larch Parish Council", "date": "2026-05-12", "members": people, "items": []})
    assert made.profile == "england-parish"
    assert quorum(fold([Entry(1, datetime(2026, 5, 1), "J", (made,))])).need == wanted
