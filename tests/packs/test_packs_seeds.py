"""Every fact of the five seeds, against what stands in them by other means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.packs import Pack, convened

from . import expected

Packs = Callable[[str], Pack]


@pytest.mark.parametrize("year", expected.SEEDS)
def test_every_fact_of_a_seed_is_right(year: str, seed: Callable[[str], Path], seed_pack: Packs) -> None:
    wanted = expected.SEEDS[year](seed(year).read_text(encoding="utf-8"))
    right, missed, wrong = expected.tally(wanted, expected.comparable(seed_pack(year)))
    assert not missed
    assert not wrong
    assert right == len(wanted) >= 9


@pytest.mark.parametrize("year", expected.SEEDS)
def test_every_fact_has_its_source(year: str, seed: Callable[[str], Path], seed_pack: Packs) -> None:
    lines = seed(year).read_text(encoding="utf-8").splitlines()
    for path, name, fact in seed_pack(year).facts():
        if name in ("profile", "style"):
            # No paper says whose rules and whose wording they are.
            assert fact.source == f"what is usual (usual.{name}, likely)"
            continue
        assert fact.place.file == seed(year).name, (path, name)
        assert 1 <= fact.place.line <= len(lines)
        assert re.fullmatch(r"[a-z]+\.[a-z ]+", fact.rule)
        assert f"line {fact.place.line} ({fact.rule}" in fact.source


def bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", expected.bare(text).lower()))


SAID = ("body", "time", "venue", "quorum", "title", "report of", "summary", "owner", "task", "details", "post")
"""Facts that are words of the line that they come from."""


@pytest.mark.parametrize("year", expected.SEEDS)
def test_a_fact_comes_from_the_line_that_says_it(year: str, seed: Callable[[str], Path], seed_pack: Packs) -> None:
    lines = seed(year).read_text(encoding="utf-8").splitlines()
    for path, name, fact in seed_pack(year).facts():
        if name not in SAID or fact.sure == "unsure":
            continue
        value = "7 00 pm" if (name, fact.value) == ("time", "19:00") else bare(fact.value.split("\n")[0])
        line = lines[fact.place.line - 1]
        # Of what a page cut in two the first half is there; details are put together from the whole cell.
        words = value.split()[:4] if name != "details" else value.split()[:1]
        assert " ".join(words) in bare(line), (path, name, fact)


def test_what_is_planned_comes_from_the_day_above_it(seed: Callable[[str], Path], seed_pack: Packs) -> None:
    lines = seed("2019").read_text(encoding="utf-8").splitlines()
    planned = seed_pack("2019").meeting.of("item")[10].of("planned")
    held = [lines[one.facts["meeting"].place.line - 1].strip() for one in planned]
    assert held == ["20 November 2019"] * 7 + ["5 March 2020"] * 4 + ["To be allocated"]


@pytest.mark.parametrize(("year", "officers"), [("2013", 1), ("2015", 2), ("2017", 2), ("2018", 2), ("2019", 7)])
def test_officers_are_told_apart(year: str, officers: int, seed_pack: Packs) -> None:
    named = [
        one
        for _, record in seed_pack(year).meeting.walk()
        if record.kind == "report"
        for one in record.of("officer")
        if not one.get("is author")
    ]
    assert len(named) == officers
    for one in named:
        assert len(one.get("name").split()) == 2
        assert one.get("post") or year == "2019"
        mail = expected.MAIL.search(one.get("details"))
        assert mail is not None
        first, _, last = mail[0].partition("@")[0].partition(".")
        if last:
            assert one.get("name").lower().split()[-1] == last
            assert first[0] == one.get("name")[0].lower()


def test_authors_are_posts_councillors_or_two_people(seed_pack: Packs) -> None:
    made = {year: convened(seed_pack(year)) for year in expected.SEEDS}
    assert [item.report_of for item in made["2015"].items] == ["Director of Strategy"]
    assert made["2017"].items[0].report_of.count(" and ") == 1
    assert made["2018"].items[0].report_of == "Chairman"
    assert [item.report_of for item in made["2019"].items if item.report_of] == ["Chairman"]


def test_the_pack_makes_a_meeting(seed_pack: Packs) -> None:
    made = convened(seed_pack("2019"), "pack.txt")
    assert (made.quorum, len(made.seats), len(made.items), made.short) == (3, 10, 12, "CLLC")
    assert [seat.office for seat in made.seats if seat.office] == ["chair", "vice-chair"]
    kinds = ["minutes", "absence", "declarations", "monitoring officer", "members' items", "public"]
    assert [item.kind for item in made.items[:6]] == kinds
    assert [item.kind for item in made.items[10:]] == ["forward plan", "urgent"]
    assert [len(item.reports) for item in made.items] == [0] * 6 + [1, 2, 0, 1, 0, 0]
    eighth = made.items[7]
    assert [report.for_information for report in eighth.reports] == [True, False]
    assert eighth.recommendations.split("\n")[0].startswith("1. ")
    assert len(eighth.recommendations.split("\n")) == 2
    assert made.items[0].minutes_of == (date(2019, 6, 11),)
    assert [matter.item_then for matter in made.items[0].matters] == ["9", "9"]
    assert len(made.items[10].work) == 12
    assert sum(work.deferred for work in made.items[10].work) == 2
    assert made.source == "pack.txt"
    groups = [person.group for person in made.people if person.group]
    assert sorted(groups.count(group) for group in set(groups)) == [4, 6]


def test_the_only_doubts_of_the_pack_are_real(seed_pack: Packs) -> None:
    doubts = [doubt.text for doubt in seed_pack("2019").all_doubts()]
    assert len(doubts) == 2
    assert "has 2 reports" in doubts[0]
    assert "“for for”" in doubts[1]


def test_spellings_of_the_earlier_minutes_are_kept(seed_pack: Packs) -> None:
    spelt = [member.get("spelt") for member in seed_pack("2019").meeting.of("member") if member.get("spelt")]
    assert len(spelt) == 1
    assert len(spelt[0].split()) == 2


def test_the_year_of_the_memo_is_a_guess(seed_pack: Packs) -> None:
    fact = seed_pack("2013").meeting.facts["date"]
    assert (fact.value, fact.sure) == ("2013-11-18", "unsure")
    assert "name of the file" in fact.doubt
    assert seed_pack("2013").meeting.of("item")[0].facts["title"].sure == "unsure"


def test_the_pack_has_four_cover_tables(seed: Callable[[str], Path], seed_pack: Packs) -> None:
    """Four, for items 7, 8 (of each quarter) and 10. The minutes, the appendices and the forward plan have none, and
    what else is called a title is the post of a person to write to."""
    lines = [expected.bare(line).lower() for line in seed("2019").read_text(encoding="utf-8").splitlines()]
    titled = [number for number, line in enumerate(lines, 1) if re.match(r"title\b(?! of report)", line)]
    covers = [number for number in titled if lines[number].startswith("report of")]
    posts = [number for number in titled if number not in covers]
    assert (len(covers), len(posts)) == (4, 2)
    assert all("contact name" in " ".join(lines[number - 3 : number]) for number in posts)
    reports = [
        (item.get("number"), report.facts["title"].place.line)
        for item in seed_pack("2019").meeting.of("item")
        for report in item.of("report")
    ]
    assert reports == list(zip(("7", "8", "8", "10"), covers, strict=True))


def test_minutes_bound_in_front_of_the_agenda_change_nothing(
    seed: Callable[[str], Path], seed_pack: Packs, found: Callable[..., Pack]
) -> None:
    text = seed("2019").read_text(encoding="utf-8")
    start = text.index("Decisions of the Community Leadership and Libraries Committee")
    end = text.index("The meeting finished at 9.19 pm") + len("The meeting finished at 9.19 pm\n")
    moved = found(f"{text[start:end]}\n{text[:start]}{text[end:]}")
    wanted = {(path, name): fact.value for path, name, fact in seed_pack("2019").facts()}
    assert {(path, name): fact.value for path, name, fact in moved.facts()} == wanted
