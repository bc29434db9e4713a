"""Co-optees by what they speak for, the doubt about their vote and its answer in words; seats that nobody holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clerk.setup.honours import parts_of
from exports.style import shipped_styles
from store.packs import Pack, convened
from store.packs.known import STYLES
from store.packs.reviewing import Review

Found = Callable[..., Pack]
HEAD = (
    "Weir District Council\n\nEducation Committee\n\nTuesday 4 May 2027 at 7.00 pm\n\nMembership\n"
    "Councillor Ann Oak (Chair)\n"
)
AGENDA = "\nAGENDA\n\n1. Apologies\n2. Minutes\n3. Schools\n"


def people(pack: Pack) -> list[tuple[str, str, str]]:
    return [(one.get("name"), one.get("organisation"), one.get("voting")) for one in pack.meeting.of("member")][1:]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Cat Ash, Teacher Representative", ("Cat Ash", "Teacher Representative", "")),
        ("Dan Yew - Religious Representative", ("Dan Yew", "Religious Representative", "")),
        ("Eve Fir (Parent Governor)", ("Eve Fir", "Parent Governor", "")),
        ("Gus Hay (Church Representative, no vote)", ("Gus Hay", "Church Representative", "no")),
        ("Mrs Ivy Gorse – Parent Governor (non-voting)", ("Ivy Gorse", "Parent Governor", "no")),
        ("Parent Governor: Mrs Ivy Gorse", ("Ivy Gorse", "Parent", "")),
    ],
)
def test_who_speaks_for_somebody_is_co_opted_and_the_vote_is_asked_about(
    found: Found, line: str, who: tuple[str, str, str]
) -> None:
    pack = found(f"{HEAD}Councillor Bob Elm\n{line}\n{AGENDA}")
    assert people(pack)[1:] == [who]
    member = pack.meeting.of("member")[-1]
    assert member.get("kind") == "co-optee"
    assert bool(member.facts["kind"].doubt) == (who[2] == "")


@pytest.mark.parametrize(
    "typed", ["Cat Ash, no vote", "Cat Ash, without a vote", "no vote", "Cat Ash (co-opted, no vote)"]
)
def test_the_doubt_is_answered_in_words(found: Found, typed: str) -> None:
    review = Review(found(f"{HEAD}Cat Ash (Teacher Representative)\n{AGENDA}"))
    assert any(doubt.path == "member 2" for doubt in review.doubts())
    review.put("member 2", "", typed)
    assert people(review.pack) == [("Cat Ash", "Teacher Representative", "no")]
    assert not any(doubt.path == "member 2" for doubt in review.doubts())
    assert not next(one for one in convened(review.pack).people if one.name == "Cat Ash").voting


def test_one_is_added_in_words(found: Found) -> None:
    review = Review(found(f"{HEAD}{AGENDA}"))
    member = review.pack.at(review.add("member", "Una Young, co-opted, for the diocese, no vote"))
    assert member is not None
    assert [member.get(name) for name in ("name", "kind", "organisation", "voting", "group")] == [
        "Una Young", "co-optee", "diocese", "no", "",
    ]  # fmt: skip
    assert parts_of(member.get("name"))[1] == "Una Young"


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("Vacancy\n", 1),
        ("2 vacancies\n", 2),
        ("Vacant\nVacancy (Mill Ward)\n", 2),
        ("Councillor Bob Elm, one vacancy\n", 1),
    ],
)
def test_a_seat_that_nobody_holds_is_one_of_the_meeting(found: Found, lines: str, count: int) -> None:
    pack = found(f"{HEAD}{lines}{AGENDA}")
    assert sum(seat.holder is None for seat in convened(pack).seats) == count
    assert pack.meeting.facts["vacancies"].doubt


def test_one_is_added_by_hand(found: Found) -> None:
    review = Review(found(f"{HEAD}{AGENDA}"))
    review.add("member", "Vacancy")
    review.add("member", "2 vacancies")
    assert [row.text for row in review.rows() if row.field == "vacancies"] == ["3"]
    assert [seat.holder is None for seat in convened(review.pack).seats] == [False, True, True, True]


def test_the_styles_that_the_doubt_names_are_those_that_there_are() -> None:
    assert sorted(STYLES) == sorted(shipped_styles())
