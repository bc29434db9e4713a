"""A person's id means that person, whatever others are called; where a surname is of two, the message says the ids."""

from typing import Any

import pytest

from clerk.names import Unclear
from tests.support.five import held, papers

LAWYER: dict[str, Any] = {"name": "Asmat Elm", "title": "Ms", "post": "Head of Law"}
MEMBERS: list[dict[str, Any]] = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm"}, {"name": "Ivo Ash"}]


def moved_by(typed: str, member: dict[str, Any], officer: dict[str, Any]) -> str:
    setup = papers(members=[MEMBERS[0], MEMBERS[1] | member, MEMBERS[2]], officers=[LAWYER | officer])
    return held(f":take 2\n:motion {typed} ash -- That ducks be bought.", setup).questions["m1"].mover


@pytest.mark.parametrize(
    ("typed", "member", "officer", "meant"),
    [
        ("elm", {"id": "elm"}, {"id": "aelm"}, "elm"),
        ("elm", {"id": "delm"}, {"id": "elm"}, "elm"),
        ("elm-dora", {}, {"id": "aelm"}, "elm-dora"),
        ("aelm", {}, {"id": "aelm"}, "aelm"),
        ("asmat", {"id": "asmat"}, {"id": "law"}, "asmat"),
        ('"Asmat Elm"', {"id": "asmat"}, {"id": "law"}, "law"),
    ],
)
def test_an_id_wins(typed: str, member: dict[str, Any], officer: dict[str, Any], meant: str) -> None:
    assert moved_by(typed, member, officer) == meant


def test_a_surname_of_two_is_refused_and_says_how_each_is_typed() -> None:
    wanted = "Councillor Dora Elm or Ms Asmat Elm. Type a little more, or an id: elm-dora for Councillor Dora Elm"
    with pytest.raises(Unclear, match=wanted + ", aelm for Ms Asmat Elm"):
        moved_by("elm", {}, {"id": "aelm"})
