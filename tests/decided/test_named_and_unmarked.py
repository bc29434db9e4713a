"""Who called for a division is named, an officer who was to leave did, and no mark of ours is printed."""

import re

import pytest

from exports.data.record import write_json
from exports.draft import draft
from exports.plain import lines, write_text
from exports.style import shipped_style, shipped_styles
from tests.meetings.holding import NAMES, meeting
from tests.support.five import papers, said
from tests.support.minute import desk

STYLES = ["barnet", "county", "parish"]
ALL = ":open 18:30\n:present rest\n:take 2\n:division elm,ash,yew,green,oak\n"


def _text(script: str, style: str, settings: dict[str, int] | None = None) -> str:
    written = draft(desk(papers(settings=settings)).play(script).meeting, shipped_style(style))
    return "\n".join(line.strip() for block in written.blocks for line in lines(block))


@pytest.mark.parametrize("style", STYLES)
def test_who_called_for_a_division_is_named_where_no_number_is_known(style: str) -> None:
    printed = _text(ALL, style)
    called = next(line for line in printed.split("\n") if "called for a" in line or "asked" in line)
    assert all(name in called for name in ("Elm", "Ash", "Yew", "Green", "Oak"))
    assert "At least" not in called


def test_a_style_may_say_how_many_where_so_many_must() -> None:
    known = {"division.committee_min": 5}
    assert "At least five Members called for a formal division." in _text(ALL, "barnet", known)
    assert "At least five Members, Councillors Dora Elm, " in _text(ALL, "county", known)
    assert "At least five Members, Cllrs Elm, Ash, " in _text(ALL, "parish", known)
    assert "At least" not in _text(ALL.replace(",oak", ""), "barnet", known)


OFFICER = ":open 18:30\n:present rest\n:take 1\n:declare reed 2 kind=prejudicial effect=left -- it is her own post\n"


@pytest.mark.parametrize(
    ("script", "finds"),
    [
        (":take 2\n:vote unanimous\n:take 3", True),
        (":take 2\n:vote unanimous\n:close 19:00", True),
        (":take 2\n:out reed interest=yes\n:vote unanimous\n:take 3", False),
        (":out reed\n:take 2\n:vote unanimous\n:take 3", False),
        (":take 2\n:vote unanimous", False),
        (":take 3", False),
    ],
)
def test_an_officer_who_was_to_leave_and_did_not_is_found(script: str, finds: bool) -> None:
    found = said(desk(papers()).play(OFFICER + script).meeting, "D4")
    assert bool(found) == finds, found


INTERESTED = """:open 18:30
:present rest
:take 1
:declare elm,ash 2 kind="personal and prejudicial" effect=stayed -- a pond
:declare yew 2 kind="personal and prejudicial" effect=left -- a pond
:declare green 2 kind="personal and prejudicial" effect=dispensation scope=speak since=2030-01-01 -- a pond
:take 2
:out yew interest=yes
"""


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("vote", [":vote 1 0 0", ":vote named for=oak"])
def test_who_is_out_for_an_interest_is_unable_to_vote_and_not_absent(style: str, vote: str) -> None:
    setup = papers(profile="wales", body="Council")
    printed = write_text(draft(desk(setup).play(INTERESTED + vote).meeting, shipped_style(style)))
    assert "Unable to vote" in printed or style == "parish"
    assert "Absent – 1" not in printed
    assert "Absent: Petra Yew" not in printed
    assert "not to vote" in " ".join(printed.split())
    assert "did not vote" in printed


def test_the_table_says_what_the_vote_says() -> None:
    setup = papers(profile="wales", body="Council")
    printed = write_text(draft(desk(setup).play(INTERESTED + ":vote 1 0 0").meeting, shipped_style("county")))
    assert "Took part, but did not" in printed
    assert "Unable to vote – 4" in printed
    before = write_text(draft(desk(setup).play(INTERESTED).meeting, shipped_style("county")))
    assert "Took part, but" not in before


@pytest.mark.parametrize(
    ("given", "wanting"),
    [
        ("since=2030-01-01", "its reference or the day on which it ends"),
        ("ref=D7 since=2030-01-01", "the day on which it ends"),
        ("until=2031-06-01", "its reference"),
        ("ref=D7 until=2031-06-01", ""),
    ],
)
def test_of_a_dispensation_what_is_wanting_is_named(given: str, wanting: str) -> None:
    script = f":open 18:30\n:present rest\n:take 1\n:declare elm 2 kind=dpi effect=dispensation {given} -- a pond"
    found = said(desk(papers()).play(script).meeting, "D7")
    assert [one.rsplit("without ")[-1] for one in found] == ([f"{wanting}."] if wanting else [])


@pytest.mark.parametrize(
    ("number", "day", "finds"),
    [("3.1", "2031-02-05", False), ("3.2", "2031-02-05", True), ("4", "2031-02-12", True), ("5", "2031-02-12", False)],
)
def test_minutes_of_another_day_than_the_item_names_are_found(number: str, day: str, finds: bool) -> None:
    items = (
        {"number": 3, "title": "To approve the minutes of the meetings held on the:-"},
        {"number": "3.1", "title": "5TH FEBRUARY, 2031;", "under": "3"},
        {"number": "3.2", "title": "12TH FEBRUARY, 2031;"},
        {"number": "4", "title": "Minutes of 5 February 2031"},
        {"number": "5", "title": "Minutes of the last meeting"},
    )
    script = f":open 18:30\n:present rest\n:take {number}\n:minutes {day}\n"
    found = said(desk(papers(items=items)).play(script).meeting, "N4")
    assert any("which names those of" in one for one in found) == finds, found


PRIVATE = re.compile("[\ue000-\uf8ff]")


@pytest.mark.parametrize("style", shipped_styles())
@pytest.mark.parametrize("name", NAMES)
def test_no_mark_of_ours_reaches_a_form(name: str, style: str) -> None:
    house = shipped_style(style)
    for exempt in (False, True):
        written = draft(meeting(name), house, exempt)
        assert not PRIVATE.search(repr(written.blocks)), name
        assert not PRIVATE.search(write_text(written))
        assert not PRIVATE.search(write_json(meeting(name), house, exempt))


@pytest.mark.parametrize("style", STYLES)
def test_no_mark_stays_in_a_table(style: str) -> None:
    script = OFFICER + ":declare reed,elm 3 kind=prejudicial effect=left -- it is near\n:take 2\n:out reed\n:take 3"
    written = draft(desk(papers()).play(script).meeting, shipped_style(style))
    assert not PRIVATE.search(repr(written.blocks))
    assert "Ms Jo Reed, Head of Ponds" in write_text(written).replace("\u00a0", " ") or style == "county"
