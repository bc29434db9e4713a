"""Numbers within an agenda that are no items of it: a house in a title, the paragraphs of a report and the conditions
in it, clauses of what is recommended and of motions. And the next item, which comes all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.packs import Pack

Found = Callable[..., Pack]
HEAD = (
    "SALTMERE COUNTY COUNCIL\n\nTuesday, 12 May 2026 at 6.30 pm\n\nMembers\nCllr Ann Oak (Chair)\n\nAGENDA\n\n"
    "1.  APOLOGIES\n\n2.  MINUTES\n\n"
)


def items(found: Found, below: str) -> list[tuple[str, str]]:
    """The numbers and titles from item 3 on."""
    return [(one.get("number"), one.get("title")) for one in found(HEAD + below).meeting.of("item")][2:]


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("NEW PREMISES LICENCE: THE SALT PAN,", "4 WICK LANE, SALTMERE"),
        ("VARIATION OF A LICENCE: MERE STORES,", "117A FORE STREET"),
        ("REVIEW OF A LICENCE: THE SWAN AND", "PUNT, 9 QUAY HILL"),
        ("STREET TRADING CONSENT: PITCH AT", "FISH QUAY, SALTMERE"),
    ],
)
def test_a_title_that_was_broken_beside_its_pages(first: str, rest: str, found: Found) -> None:
    text = f"3.  {first}          (Pages 6 - 19)\n    {rest}\n    Report of the Clerk.\n\n4.  LEASE OF THE KIOSK\n"
    read = found(HEAD + text).meeting.of("item")[2:]
    assert [(one.get("number"), one.get("title")) for one in read] == [
        ("3", f"{first} {rest}"),
        ("4", "LEASE OF THE KIOSK"),
    ]
    assert read[0].get("pages") == "6-19"


def test_a_title_in_a_column_that_was_broken_beside_its_pages(found: Found) -> None:
    text = (
        "1   Apologies                              (Page 1)\n\n2   Minutes                                (Page 2)\n\n"
        "3   New licence: The Long Room,            (Pages 5 - 30)\n    22 Mill Street, Saltmere\n"
        "    Report of the Clerk\n\n4   Lease of the kiosk                     (Pages 31 - 40)\n"
    )
    read = found(HEAD.partition("1. ")[0] + text).meeting.of("item")
    assert [one.get("title") for one in read[2:]] == [
        "New licence: The Long Room, 22 Mill Street, Saltmere",
        "Lease of the kiosk",
    ]
    assert [one.get("pages") for one in read] == ["1", "2", "5-30", "31-40"]


def test_a_comma_leads_to_no_item_that_comes_next(found: Found) -> None:
    text = "3.  GRANTS TO CLUBS, HALLS,\n4.  LEASE OF THE KIOSK\n5.  NEXT MEETING\n"
    assert [number for number, _ in items(found, text)] == ["3", "4", "5"]


def test_paragraphs_of_a_report_and_conditions_in_them(found: Found) -> None:
    text = (
        "3.  LICENCE FOR THE KIOSK\n    Report of the Licensing Officer. Ward: Quay.\n\n"
        "    3.1  Applicant: Salt Pan Limited (Director: Ms Una Reeve).\n"
        "    3.2  The application was received on 1 March 2026. The kiosk\n         was a toll house.\n"
        "    3.3  Conditions offered:\n"
        "         (1) CCTV;\n         (2) a register;\n         (3) training;\n         (4) the yard closed at 22:00;\n"
        "         (5) notices.\n    3.4  OPTIONS: (a) grant;\n         (b) refuse.\n\n"
        "4.  LEASE OF THE QUAY\n\n5.  NEXT MEETING\n"
    )
    titles = ["LICENCE FOR THE KIOSK", "LEASE OF THE QUAY", "NEXT MEETING"]
    assert items(found, text) == list(zip("345", titles, strict=True))


def test_parts_of_an_item_stay_parts_below_whose_report_it_is(found: Found) -> None:
    text = "3.  FINANCE\n    Report of the Treasurer\n    3.1  Budget monitor\n    3.2  Payments\n\n4.  NEXT MEETING\n"
    assert [number for number, _ in items(found, text)] == ["3", "3.1", "3.2", "4"]


@pytest.mark.parametrize(
    "lead",
    [
        "The Cabinet (2 April 2026) RECOMMENDS that:",
        "The Roads Committee at its meeting on 2 April 2026 recommends that:",
        "The Cabinet RECOMMENDED that:",
        "The Roads Committee, on 2 April 2026, recommends:",
        "RECOMMENDED that:",
        "It is RECOMMENDED that:",
    ],
)
def test_clauses_that_a_body_recommends(lead: str, found: Found) -> None:
    clauses = "(1) the plan be adopted;\n{0}(2) the cost be met; and\n{0}(3) a report be made.\n{0}(4) it be printed.\n"
    text = (
        f"3.  REPORTS\n    (a) Roads plan      (Pages 7-9)\n        {lead}\n        {clauses.format(' ' * 8)}"
        f"    (b) Rivers plan      (Pages 10-12)\n        {lead}\n        {clauses.format(' ' * 8)}"
        f"4.  RULES\n    {lead}\n    {clauses.format(' ' * 4)}\n5.  NEXT MEETING\n"
    )
    read = found(HEAD + text).meeting.of("item")[2:]
    assert [one.get("number") for one in read] == ["3", "3a", "3b", "4", "5"]
    asked = "1. the plan be adopted;\n2. the cost be met; and\n3. a report be made.\n4. it be printed."
    assert [one.get("recommendations") for one in read] == ["", asked, asked, asked, ""]


@pytest.mark.parametrize(
    "said",
    [
        "The Cabinet (2 April 2026) RECOMMENDS that the plan be adopted.",
        "Report of the Treasurer. It is RECOMMENDED that the plan be adopted.",
        "The draft is enclosed. The Cabinet recommends that the plan be adopted.",
        "The Executive recommended on 8 April 2026 that the plan be adopted.",
    ],
)
def test_a_recommendation_in_one_sentence(said: str, found: Found) -> None:
    pack = found(HEAD + f"3.  ROADS PLAN\n    {said}\n\n4.  NEXT MEETING\n")
    assert pack.meeting.of("item")[2].get("recommendations").endswith("that the plan be adopted.")
    assert not pack.unread


@pytest.mark.parametrize("lead", ["“This Council:", "“This Council notes the lamps of the county and:"])
@pytest.mark.parametrize("marks", ["123", ["(1)", "(2)", "(3)"]])
def test_a_motion_of_several_paragraphs(lead: str, marks: list[str], found: Found) -> None:
    one, two, three = (mark if mark.startswith("(") else f"{mark}." for mark in marks)
    text = (
        "3.  MOTIONS ON NOTICE\n    (a) Mr ap Huw to move, Ms Elm to second:\n"
        f"        {lead}\n        {one} believes that lamps are good;\n"
        f"        {two} asks the Cabinet to light them; and\n"
        f"        {three} asks for a report.”\n\n"
        "    (b) Mr Oak to move, Dr de la Mere to second:\n        “This Council regrets the loss of its lamps.”\n\n"
        "4.  NEXT MEETING\n"
    )
    read = found(HEAD + text).meeting.of("item")[2:]
    assert [one.get("number") for one in read] == ["3", "3a", "3b", "4"]
    clauses = [f"{one} believes that lamps are good;", f"{two} asks the Cabinet to light them; and"]
    assert read[1].get("motion") == "\n".join([lead[1:], *clauses, f"{three} asks for a report."])
    assert [read[1].get(name) for name in ("mover", "seconder")] == ["ap Huw", "Elm"]
    assert [read[2].get(name) for name in ("mover", "seconder")] == ["Oak", "de la Mere"]
    assert read[2].get("motion") == "This Council regrets the loss of its lamps."


def test_what_an_exempt_report_recommends_is_no_item(found: Found) -> None:
    text = (
        "3.  DRIVER'S LICENCE: SD 12          (Pages 35 - 41)\n    Report of the Clerk. EXEMPT - paragraph 1\n\n"
        "=======================================================\n"
        "EXEMPT REPORT TO ITEM 3 - NOT FOR PUBLICATION\n\n    3.1  The driver was licensed in 2014.\n"
        "    3.2  RECOMMENDATION: that the Committee decide whether the driver is a fit and\n"
        "         proper person and (a) renew; (b) renew for a shorter time;\n"
        "         or (c) refuse; and that it determine vehicle licence SV 8.\n"
    )
    assert items(found, text) == [("3", "DRIVER'S LICENCE: SD 12")]


@pytest.mark.parametrize(
    "said",
    [
        "The plan is enclosed; the Roads Panel, having met twice, recommended that it be adopted.",
        "Following the survey the Treasurer strongly recommends to the Council a levy of 2p.",
    ],
)
def test_a_recommendation_that_was_not_taken_is_listed(said: str, found: Found) -> None:
    pack = found(HEAD + f"3.  ROADS PLAN\n    {said}\n\n4.  NEXT MEETING\n")
    assert [fact.value for fact in pack.unread] == [said]


@pytest.mark.parametrize(
    "lead",
    ["Proposed by Cllr Bob Elm, seconded by Cllr Dan Fir", "Cllr Bob Elm will move and Cllr Dan Fir will second"],
)
def test_a_motion_below_who_moves_and_seconds(lead: str, found: Found) -> None:
    words = "That this Council notes the state of the baths and:\n{0}(1) asks for a report;\n{0}(2) resolves to meet."
    text = f"3. Motions\n   3.1 {lead}\n       {words.format(' ' * 7)}\n4. Next meeting\n"
    read = found(HEAD + text).meeting.of("item")[2:]
    assert [one.get("number") for one in read] == ["3", "3.1", "4"]
    assert [read[1].get(name) for name in ("mover", "seconder", "motion")] == ["Bob Elm", "Dan Fir", words.format("")]
