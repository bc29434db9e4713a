"""Words are found in all meetings, newest first, and exempt business only where it is asked for."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from store.index.keeping import Search, folder
from tests.cli.running import Clerk, journal

HEAD = """
body = "{body}"
date = {day}
time = "18:30"
members = [
    {{name = "Ann Oak", role = "chair"}}, {{name = "Bob Elm"}}, {{name = "Cat Ash"}},
]
officers = [{{name = "Jo Reed", title = "Ms", post = "Head of Parks"}}]
items = [
    {{number = 1, title = "Bees and hives", recommendations = "That hives be bought."}},
    {{number = 2, title = "Lease of the lodge", exempt = true, recommendations = "That Zebedee have the lodge."}},
    {{number = 3, title = "Benches", recommendations = "That benches be mended."}},
]
"""
SCRIPT = """
:open 18:30
:present all
:take 1
Members spoke of beekeeping at length.
An allotment holder wrote of the flowers that bees would come to, and named the lavender, the borage and the zinnias.
:motion elm ash -- That the hives be painted green
:put m1
:vote 1 2 0
:put r1
:vote named against=ash rest=for
:take 2
:exclude items=2 para=3
The rent is a quincunx of pounds.
:put r2
:vote unanimous
:readmit
:take 3
:put
:vote unanimous
:action reed due=2026-09-01 -- bring a report on benches
:close 19:30
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv("CLERK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def two(clerk: Clerk) -> list[str]:
    """Two meetings of a committee and one of another, the newest last."""
    names = []
    for body, day in (
        ("Parks Committee", "2026-05-12"),
        ("Trees Panel", "2026-06-02"),
        ("Parks Committee", "2026-07-07"),
    ):
        name = clerk("new", "-", typed=HEAD.format(body=body, day=day)).stdout.strip()
        played = clerk("play", name, "-", typed=SCRIPT)
        assert played.exit_code == 0, played.output
        names.append(name)
    return names


def found(clerk: Clerk, *arguments: str) -> list[dict[str, str]]:
    answer = clerk("find", "--json", *arguments)
    return json.loads(answer.stdout) if answer.stdout.strip() else []


def test_every_kind_of_thing_is_found_newest_first(clerk: Clerk, two: list[str]) -> None:
    for words, kind in (
        ("beekeep", "paragraph"), ("painted green", "motion"), ("bees", "title"), ("bring report", "action"),
        ("jo reed head", "person"), ("hives bought", "decision"),
    ):  # fmt: skip
        results = [one for one in found(clerk, words) if one["kind"] == kind]
        assert [one["date"] for one in results] == ["2026-07-07", "2026-06-02", "2026-05-12"], words
        assert all(one["text"] for one in results)


def test_a_resolution_comes_before_a_paragraph_of_the_same_day(clerk: Clerk, two: list[str]) -> None:
    clerk("play", two[-1], "-", typed=":under 3\nThe benches were looked at.\n")
    kinds = [one["kind"] for one in found(clerk, "benches") if one["date"] == "2026-07-07"]
    assert kinds.index("decision") < kinds.index("title") < kinds.index("paragraph")


def test_filters(clerk: Clerk, two: list[str]) -> None:
    assert {one["body"] for one in found(clerk, "hives", "--body", "trees")} == {"Trees Panel"}
    assert {one["date"] for one in found(clerk, "hives", "--since", "2026-06-02", "--until", "2026-06-02")} == {
        "2026-06-02"
    }
    lost = found(clerk, "hives", "--outcome", "lost")
    assert len(lost) == 3
    assert all("green" in one["text"] for one in lost)
    named = found(clerk, "--member", "elm", "--body", "trees")
    assert any(one["kind"] == "motion" for one in named)
    assert not any(one["kind"] == "paragraph" for one in named)
    for wrong in (("--body", "nothing"), ("--since", "soon"), ("--member", "zz"), ()):
        assert clerk("find", *wrong).exit_code == 1


def test_exempt_business_only_where_it_is_asked_for_and_in_a_file_of_its_own(
    clerk: Clerk, two: list[str], home: Path
) -> None:
    assert found(clerk, "quincunx") == []
    assert found(clerk, "zebedee") == []
    assert len(found(clerk, "quincunx", "--exempt")) == 3
    with Search(home):
        pass
    for name, there in (("public.db", False), ("exempt.db", True)):
        database = sqlite3.connect(folder(home) / name)
        terms = (
            database.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words_2026, row)")
            and database.execute("SELECT term FROM temp.terms WHERE term LIKE 'quincunx%'").fetchall()
        )
        assert bool(terms) is there
        database.close()
    assert not list(home.rglob("*.db"))


def test_what_changes_is_seen_whoever_changed_it(clerk: Clerk, two: list[str], home: Path) -> None:
    assert found(clerk, "hedgehog") == []
    clerk("play", two[0], "-", typed=":under 1\nA hedgehog was seen.\n")
    assert len(found(clerk, "hedgehog")) == 1
    clerk("play", two[0], "-", typed=":undo\n")
    assert found(clerk, "hedgehog") == []
    assert found(clerk, "beekeeping")
    journal(home, two[1]).unlink()
    assert {one["body"] for one in found(clerk, "hives")} == {"Parks Committee"}


@pytest.mark.parametrize("damage", [b"", b"not a database at all", None])
def test_a_damaged_index_mends_itself(clerk: Clerk, two: list[str], home: Path, damage: bytes | None) -> None:
    assert len(found(clerk, "beekeeping")) == 3
    for name in ("public.db", "exempt.db"):
        path = folder(home) / name
        if damage is None:
            path.write_bytes(path.read_bytes()[:4096])
        else:
            path.write_bytes(damage)
    assert len(found(clerk, "beekeeping")) == 3
    assert clerk("index", "--rebuild").exit_code == 0
    assert len(found(clerk, "quincunx", "--exempt")) == 3


def test_odd_words_are_no_query_of_their_own(clerk: Clerk, two: list[str]) -> None:
    for odd in ('"', "AND", "hives OR", "NEAR(hives)", "text:hives", "hives*", "(", "-hives", "'; DROP TABLE rows"):
        assert clerk("find", "--", odd).exit_code in (0, 1)
    assert found(clerk, "--", "hives*")
    assert found(clerk, "Hivés")


def test_pages(clerk: Clerk, two: list[str]) -> None:
    lines = "".join(f"A newt was seen, number {number}.\n" for number in range(60))
    assert clerk("play", two[0], "-", typed=f":under 1\n{lines}").exit_code == 0
    first, second = found(clerk, "newt"), found(clerk, "newt", "--page", "2")
    assert (len(first), len(second)) == (50, 10)
    assert not {one["event"] for one in first} & {one["event"] for one in second}
    assert found(clerk, "newt", "--page", "3") == []


def test_the_result_says_where_it_is(clerk: Clerk, two: list[str]) -> None:
    said = clerk("find", "beekeeping").output
    assert "7 July 2026 · Parks Committee · item 1 · paragraph" in said
    assert "Members spoke of beekeeping at length." in said


@pytest.mark.parametrize("place", [3, -3])
def test_a_damaged_meeting_is_not_looked_through_by_half_and_is_said(
    clerk: Clerk, two: list[str], home: Path, place: int
) -> None:
    path = journal(home, two[1])
    lines = path.read_bytes().splitlines(keepends=True)
    lines[place] = lines[place].replace(b'"recorded"', b'"rec0rded"', 1)
    path.write_bytes(b"".join(lines))
    for command in (("find", "hives"), ("register", "attendance"), ("actions",)):
        said = clerk(*command)
        assert f"{two[1]} cannot be read" in said.stderr, command
        assert "Trees Panel" not in said.stdout
    assert {one["body"] for one in found(clerk, "hives")} == {"Parks Committee"}


def test_a_word_is_found_wherever_it_stands_in_a_paragraph_and_all_of_that_is_shown(
    clerk: Clerk, two: list[str]
) -> None:
    assert "the lavender, the borage and the zinnias." in clerk("find", "zinnias").output


@pytest.mark.parametrize(
    "typed", ["h", "hi", "hiv", "hive", "hives", "HÍVE", "hı́ves bought", "bought h", "hives_bought"]
)
def test_the_beginning_of_a_word_is_enough_however_long_it_is(clerk: Clerk, two: list[str], typed: str) -> None:
    typed = typed.replace("ı", "i")
    assert {one["date"] for one in found(clerk, typed)} == {"2026-05-12", "2026-06-02", "2026-07-07"}
    assert found(clerk, f"{typed}quux") == []


def test_a_long_beginning_finds_every_word_that_begins_so_in_every_year(clerk: Clerk, two: list[str]) -> None:
    words = [f"ombuds{first}{second}" for first in "abcdefghi" for second in "abcdefghi"]
    text = HEAD.format(body="Parks Committee", day="2025-05-13")
    name = clerk("new", "-", typed=text).stdout.strip()
    lines = "".join(f"Heard of {word}.\n" for word in words)
    assert clerk("play", name, "-", typed=f":open 18:30\n:present all\n:take 1\n{lines}").exit_code == 0
    assert clerk("play", two[0], "-", typed=":under 1\nHeard of ombudsmen, and of no ombudsab.\n").exit_code == 0
    assert [one["date"][:4] for one in found(clerk, "ombudsa")] == ["2026", *["2025"] * 9]
    every = [(one["id"], one["event"]) for page in ("1", "2") for one in found(clerk, "ombud", "--page", page)]
    assert len(every) == len(set(every)) == 82
    assert [one["date"][:4] for one in found(clerk, "ombudsm heard")] == ["2026"]


def test_pages_with_exempt_business_leave_nothing_out(clerk: Clerk, two: list[str]) -> None:
    lines = "".join(f"A newt was seen, number {number}.\n" for number in range(60))
    typed = f":under 1\n{lines}:under 2\n{lines}"
    assert clerk("play", two[0], "-", typed=typed).exit_code == 0
    every = [one["event"] for page in ("1", "2", "3") for one in found(clerk, "newt", "--exempt", "--page", page)]
    assert len(every) == len(set(every)) == 120


def test_a_member_is_meant_by_any_name_and_two_of_one_name_by_their_ids(clerk: Clerk) -> None:
    def hold(day: str, name: str, group: str) -> None:
        head = HEAD.format(body="Parks Committee", day=day)
        papers = head.replace('{name = "Cat Ash"}', f'{{name = "{name}", group = "{group}"}}')
        made = clerk("new", "-", typed=papers).stdout.strip()
        assert clerk("play", made, "-", typed=SCRIPT).exit_code == 0

    hold("2026-05-12", "Cat Ash", "Civic")
    hold("2026-06-02", "Catherine Ash", "Civic")
    assert "could be: Cat Ash; Catherine Ash" in clerk("find", "--member", "ash").stderr
    assert clerk("people", "join", "Cat Ash", "Catherine Ash").exit_code == 0
    for typed in ("ash", "Cat Ash", "catherine"):
        assert {one["date"] for one in found(clerk, "hives", "--member", typed)} == {"2026-05-12", "2026-06-02"}, typed


def test_an_outcome_is_found_by_what_it_is_of(clerk: Clerk) -> None:
    name = clerk("new", "-", typed=HEAD.format(body="Parks Committee", day="2026-05-12")).stdout.strip()
    script = ":open 18:30\n:present all\n:take 1\n:outcome deferred\n:take 3\n:put\n:vote unanimous\n"
    script += ':outcome recommended to="Full Council"\n:close 19:30\n'
    assert clerk("play", name, "-", typed=script).exit_code == 0
    (deferred,) = found(clerk, "bees", "--outcome", "deferred")
    assert "Bees and hives" in deferred["text"]
    (sent,) = found(clerk, "benches mended", "--outcome", "recommended")
    assert "Full Council" in sent["text"]
    assert "Benches" in sent["text"]
    assert found(clerk, "benches", "--outcome", "deferred") == []
