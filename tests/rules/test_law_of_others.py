"""Bodies that are not Barnet's: the law that their names and papers point to, and nothing of Barnet's."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from clerk.meeting.fold import fold
from clerk.meeting.quorum import quorum
from clerk.meeting.record import Entry
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.rules.checks import findings
from clerk.setup.convening import convene
from clerk.setup.law import guess_law
from clerk.setup.profile import shipped
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.rules.halls import OPEN, hall, held
from tests.support.minute import minute

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


def in_print(meeting: Meeting) -> str:
    """The minutes as one line of text."""
    return " ".join(write_text(draft(meeting, shipped_style())).split())


def _held(profile: str, script: str, **more: Any) -> Meeting:
    return held(OPEN + script, hall(quorum=3, profile=profile, **more))


@pytest.mark.parametrize(
    ("profile", "para", "ground"),
    [
        ("england", "3", "paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972"),
        ("wales", "14", "paragraph 14 of Part 4 of Schedule 12A to the Local Government Act 1972"),
        ("scotland", "6", "paragraph 6 of Part 1 of Schedule 7A to the Local Government (Scotland) Act 1973"),
        ("england-parish", "", "under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960"),
        ("wales-community", "", "under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960"),
    ],
)
def test_the_public_goes_on_the_ground_that_the_law_gives(profile: str, para: str, ground: str) -> None:
    meeting = _held(profile, ":take 9\n:exclude items=9" + (f" para={para} weighed=yes" if para else ""))
    printed = in_print(meeting)
    assert ground in printed
    assert ("12A" in printed) == ("12A" in ground)
    found = [one for one in findings(meeting) if one.rule in ("X1", "X2", "X3")]
    assert found == []


@pytest.mark.parametrize(
    ("profile", "para", "asked"),
    [
        ("wales", "16", False), ("wales", "14", True), ("wales", "14+16", True), ("england", "5", True),
        ("scotland", "12", False),
    ],
)  # fmt: skip
def test_the_public_interest_is_weighed_where_the_law_has_it_weighed(profile: str, para: str, asked: bool) -> None:
    meeting = _held(profile, f":take 9\n:exclude items=9 para={para}")
    assert any(one.rule == "X3" for one in findings(meeting)) == asked


def test_a_paragraph_of_another_law_is_none_here() -> None:
    for profile, para in (("england", 12), ("wales", 3), ("scotland", 16), ("england-parish", 3)):
        meeting = _held(profile, f":take 9\n:exclude items=9 para={para} weighed=yes")
        assert any(one.rule == "X2" for one in findings(meeting)), profile


def test_a_parish_shows_who_voted_for_and_against_at_the_demand_of_one() -> None:
    script = ":take 6\n:put\n:division cedar\n:vote named for=ash,birch,cedar against=elm,fir\n"
    meeting = _held("england-parish", script, seats=8, name="Larch Parish Council")
    assert not any(one.rule in ("V13", "V14") for one in findings(meeting))
    meeting = _held("england", script, seats=8, name="Larch District Council")
    assert {"V13", "V14"} <= {one.rule for one in findings(meeting)}


@pytest.mark.parametrize(("profile", "named"), [("england", True), ("wales", False), ("scotland", False)])
def test_the_budget_is_voted_on_by_name_in_england_alone(profile: str, named: bool) -> None:
    meeting = _held(profile, ":take 6\n:put\n:vote 10 0 0\n", name="Larch Council", items={6: {"budget": True}})
    assert any(one.rule == "V15" for one in findings(meeting)) == named


@pytest.mark.parametrize(("profile", "days"), [("england", "five"), ("scotland", "three"), ("england-parish", "three")])
def test_notice_is_of_so_many_clear_days(profile: str, days: str) -> None:
    meeting = _held(profile, "", published="2019-06-10")
    (late,) = [one for one in findings(meeting) if one.rule == "U0"]
    assert late.sum.startswith(f"{days} clear days")


def test_an_appointment_in_scotland_is_decided_by_lot() -> None:
    script = ":take 6\n:motion cedar elm -- That Councillor Fir be appointed convener of the committee\n:put\n"
    script += ":vote 5 5 0\n:cast for\n"
    assert any(one.rule == "V6" and "by lot" in one.text for one in findings(_held("scotland", script)))
    assert not any(one.rule == "V6" for one in findings(_held("england", script)))


def test_who_is_suspended_is_no_quorum_no_vote_and_no_apology() -> None:
    away: dict[str, Any] = {
        "Cedar": {"suspended": [{"from": "2019-06-01", "until": "2019-06-30", "bodies": ["Parks Committee"]}]}
    }
    meeting = _held("england", ":take 2\n", members=away)
    assert "cedar" not in {person for _, person in meeting.acting}
    assert "Councillor Colin Cedar was suspended" in in_print(meeting)
    with pytest.raises(Unclear, match="is suspended: that is no apology"):
        minute(":apologies cedar", hall(profile="england", members=away))
    other = {"Cedar": {"suspended": [{"from": "2019-06-01", "bodies": ["Planning Committee"]}]}}
    assert "cedar" in {person for _, person in _held("england", "", members=other).acting}


def test_a_proxy_counts_only_where_the_profile_lets_it() -> None:
    away = {"Cedar": {"proxies": [{"holder": "Petra Birch", "from": "2019-06-01"}]}}
    script = ":out cedar\n:take 6\n:put\n:vote named for=ash,birch,cedar,dogwood,elm,fir,gorse,hazel,ivy,juniper\n"
    for on in (False, True):
        meeting = _held("england", script, members=away, settings={"vote.proxies": on})
        assert any("cedar" in vote.entitled for vote in meeting.votes.values()) == on
