"""The library's facts: what they add up to, in whatever copies and order they are read."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

import clerk.library
from clerk.library.facts import AnyFact, Fact, FactNature, FactTakenBack, PersonsJoined, PersonsParted
from clerk.library.fold import Telling, fold, telling_from, telling_to
from clerk.saying.library import what_was_told

START = datetime(2031, 3, 12, 19, tzinfo=UTC)
KINDS: tuple[type[Fact], ...] = get_args(AnyFact)


def telling(number: int, *facts: Fact, chain: str = "a", minutes: int | None = None) -> Telling:
    at = START + timedelta(minutes=number if minutes is None else minutes)
    return Telling(f"{chain}{number:03}", chain, number, at, "jo", facts)


def test_the_table_in_the_readme_is_that_of_the_facts() -> None:
    text = (Path(clerk.library.__path__[0]) / "README.md").read_text(encoding="utf-8")
    table = text.partition("| fact | of |")[2].partition("\n\n")[0]
    named = [name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split(" | ")[0])]
    assert sorted(named) == sorted(kind.__name__ for kind in KINDS)
    assert all(kind.nature.makes for kind in KINDS)


def test_a_fact_that_does_not_say_its_nature_does_not_load() -> None:
    with pytest.raises(TypeError, match="does not say its nature"):

        class Waved(Fact, frozen=True, kw_only=True, tag="Waved"):
            pass

    with pytest.raises(TypeError, match="public"):
        FactNature(about="a person", makes="nothing")  # type: ignore[call-arg]


def test_every_fact_has_a_line_for_the_clerk() -> None:
    from clerk.saying import library

    assert set(library._LINES) == set(KINDS)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_the_order_in_which_copies_are_read_it_is_the_same(seed: int) -> None:
    draw = random.Random(seed)
    ids = [f"p{number}" for number in range(5)]
    tellings: list[Telling] = []
    for number in range(1, 30):
        kind = draw.choice([PersonsJoined, PersonsParted])
        fact: Fact = kind(person=draw.choice(ids), other=draw.choice(ids))
        if tellings and draw.random() < 0.3:
            fact = FactTakenBack(fact=f"{draw.choice(tellings).id}.0")
        tellings.append(telling(number, fact, chain=draw.choice("ab"), minutes=draw.randrange(20)))
    known = fold(tellings)
    for _ in range(5):
        again = [*tellings, *draw.sample(tellings, 8)]
        draw.shuffle(again)
        other = fold(again)
        assert (other.told, other.void, other.known_by) == (known.told, known.void, known.known_by)
    kept = [telling_from(one.chain, one.n, telling_to(one)) for one in tellings]
    assert fold(kept).told == known.told
    assert all(what_was_told(one, {}) for one in (*known.told, *known.void))


def test_the_later_word_counts() -> None:
    joined, parted = PersonsJoined(person="a", other="b"), PersonsParted(person="b", other="a")
    assert fold([telling(1, joined), telling(2, parted)]).lasting("b") == "b"
    assert fold([telling(1, joined, minutes=9), telling(2, parted, minutes=3)]).lasting("b") == "a"
    chain = [telling(1, joined), telling(2, PersonsJoined(person="c", other="a")), telling(3, PersonsJoined(**RING))]
    assert fold(chain).ids_of("b") == {"a", "b", "c"}
    assert fold(chain).lasting("b") == "c"


RING = {"person": "b", "other": "c"}


def test_what_was_taken_back_counts_no_more_until_that_is_taken_back() -> None:
    first = telling(1, PersonsJoined(person="a", other="b"))
    second = telling(2, FactTakenBack(fact="a001.0", reason="another was meant"))
    third = telling(3, FactTakenBack(fact="a002.0"))
    assert fold([first, second]).lasting("b") == "b"
    assert [one.id for one in fold([first, second]).void] == ["a001.0"]
    assert fold([first, second, third]).lasting("b") == "a"


def test_what_a_newer_clerk_told_is_passed_over_and_said() -> None:
    row = telling_to(telling(1, PersonsJoined(person="a", other="b")))
    newer = {**row, "id": "x", "facts": [*row["facts"], {"is": "Waved", "to": "all"}]}
    for kept in (newer, {**row, "mood": "glad"}, [], None, {"facts": 3}):
        known = fold([telling_from("a", 1, kept)])
        assert known.newer
    assert fold([telling_from("a", 1, newer)]).lasting("b") == "a"
    assert not fold([telling_from("a", 1, {**row, "events": []}), telling_from("a", 2, row)]).newer
