"""The papers of a joint committee: whose council each member is of, the officers of each, and what a quorum wants."""

from collections.abc import Callable

import pytest

from store.packs.facts import Pack

Found = Callable[..., Pack]

HEAD = """TWO RIVERS JOINT COMMITTEE

Thursday 18 June 2026 at 10.00 am

Lock House, Weir Lane, Marle

"""
TAIL = """
AGENDA

1. Election of Chair for 2026/27

2. Fees

   Recommendations: That the Joint Committee
   (a) set the fee at £40; and
   (b) note the report.

3. Dates of Meetings
   17 September 2026, 10 December 2026 and 17 June 2027 (annual meeting), all at 10.00 am.
"""
BESIDE = """MEMBERS (4)
Marle Borough Council:    Councillor Ann Oak (Civic)
                          Councillor Bob Elm (Labour)
Ostrey District Council:  Councillor Cat Ash (Green) - Chair 2025/26
                          Councillor Dan Yew (Labour)

SUBSTITUTES
Marle: Councillor Mina Maple
Ostrey: Councillor Hugh Hay
"""
ABOVE = """MEMBERS

Marle Borough Council
Councillor Ann Oak (Civic)
Councillor Bob Elm (Labour)

Ostrey District Council
Councillor Cat Ash (Green) (Chair)
Councillor Dan Yew (Labour)

SUBSTITUTES

Marle Borough Council
Councillor Mina Maple

Ostrey District Council
Councillor Hugh Hay
"""
BEHIND = """MEMBERS

Councillor Ann Oak (Marle Borough Council)
Councillor Bob Elm (Marle Borough Council)
Councillor Cat Ash (Ostrey District Council) (Chair)
Councillor Dan Yew (Ostrey District Council)

SUBSTITUTES

Councillor Mina Maple (Marle Borough Council)
Councillor Hugh Hay (Ostrey District Council)
"""
SENT = """MEMBERSHIP

Representing Marle Borough Council
Cllr Cat Pool (Chairman for 2025/26)
Cllr Bob Elm
Representing Ostrey District Council
Cllr Cat Ash
Cllr Dan Yew
"""


def councils(pack: Pack) -> dict[str, str]:
    people = [*pack.meeting.of("member"), *pack.meeting.of("substitute")]
    return {one.get("name"): one.get("organisation") for one in people}


@pytest.mark.parametrize("roll", [BESIDE, ABOVE, BEHIND])
def test_each_member_is_of_the_council_that_the_roll_names(found: Found, roll: str) -> None:
    pack = found(HEAD + roll + TAIL)
    marle, ostrey = "Marle Borough Council", "Ostrey District Council"
    own = {"Ann Oak": marle, "Bob Elm": marle, "Cat Ash": ostrey, "Dan Yew": ostrey}
    assert councils(pack) == own | {"Mina Maple": marle, "Hugh Hay": ostrey}
    chairs = [one.get("name") for one in pack.meeting.of("member") if one.get("role") == "chair"]
    assert chairs == ["Cat Ash"]


def test_what_stands_before_a_council_is_no_part_of_its_name(found: Found) -> None:
    pack = found(HEAD + SENT + TAIL)
    marle, ostrey = "Marle Borough Council", "Ostrey District Council"
    assert councils(pack) == {"Cat Pool": marle, "Bob Elm": marle, "Cat Ash": ostrey, "Dan Yew": ostrey}
    assert [one.get("name") for one in pack.meeting.of("member") if one.get("role") == "chair"] == ["Cat Pool"]
    assert pack.meeting.get("council") == ""


@pytest.mark.parametrize("lead", ["It is recommended that the Joint Committee", "The Joint Committee is asked to"])
def test_a_sentence_that_only_leads_to_clauses_is_none(found: Found, lead: str) -> None:
    agenda = TAIL.replace("Recommendations: That the Joint Committee", lead)
    items = found(HEAD + BESIDE + agenda).meeting.of("item")
    assert items[1].get("recommendations").split("\n") == ["1. set the fee at £40; and", "2. note the report."]


def test_a_roll_that_names_one_council_alone_says_nothing_by_it(found: Found) -> None:
    roll = "MEMBERS\n\nMarle Borough Council\nCouncillor Ann Oak\nCouncillor Bob Elm\nCouncillor Cat Ash\n"
    assert set(councils(found(HEAD + roll + TAIL)).values()) == {""}


def test_the_day_is_the_one_above_the_business(found: Found) -> None:
    pack = found(HEAD + BESIDE + TAIL)
    fact = pack.meeting.facts["date"]
    assert (fact.value, fact.doubt) == ("2026-06-18", "")
    assert pack.meeting.get("time") == "10:00"


def test_a_lead_without_a_colon_is_no_clause(found: Found) -> None:
    items = found(HEAD + BESIDE + TAIL).meeting.of("item")
    assert items[1].get("recommendations").split("\n") == ["1. set the fee at £40; and", "2. note the report."]


@pytest.mark.parametrize(
    "listed",
    [
        "LEAD OFFICERS\nWendy Ash, Clerk to the Joint Committee (Marle)\nPaul Reed, Treasurer (Ostrey)\n",
        "Officers in attendance:\nWendy Ash – Clerk to the Joint Committee (Marle)\nPaul Reed – Treasurer (Ostrey)\n",
    ],
)
def test_officers_listed_are_known(found: Found, listed: str) -> None:
    pack = found(HEAD + BESIDE + "\n" + listed + TAIL)
    officers = {one.get("name"): one.get("post") for one in pack.meeting.of("officer")}
    assert officers == {"Wendy Ash": "Clerk to the Joint Committee (Marle)", "Paul Reed": "Treasurer (Ostrey)"}
    assert len(pack.meeting.of("member")) == 4


@pytest.mark.parametrize(("more", "doubted"), [(", with at least one from each council", True), ("", False)])
def test_what_a_quorum_wants_besides_its_number_is_doubted(found: Found, more: str, doubted: bool) -> None:
    fact = found(HEAD + BESIDE + f"\nQUORUM: three members{more}\n" + TAIL).meeting.facts["quorum"]
    assert fact.value == "3"
    assert bool(fact.doubt) == doubted
