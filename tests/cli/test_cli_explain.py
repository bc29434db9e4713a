"""`clerk explain`: every id says what it is, within eighty columns, however it is typed."""

from __future__ import annotations

import pytest

from exports.examples import construct_explanations
from screens.desk.commands import desk_commands
from screens.explaining import explained, id_of, known_ids
from tests.cli.running import Clerk


def test_every_id_has_its_page() -> None:
    for id_ in known_ids():
        lines = explained(id_, desk_commands())
        assert lines[0].startswith(f"{id_}  ")
        assert all(len(line) <= 80 for line in lines), max(lines, key=len)


def test_a_construct_shows_what_is_typed_and_what_it_prints() -> None:
    page = "\n".join(explained("CH-02", desk_commands()))
    assert construct_explanations()["CH-02"].typed.splitlines()[-1] in page
    assert "For the duration of the item only" in page
    assert "p Presides" in page
    assert "Wording       CH-02 = For the duration of the item only, {{ person }}" in page


def test_a_rule_shows_how_severely_it_is_found_and_what_bears_on_it() -> None:
    page = "\n".join(explained("V6", desk_commands()))
    assert "Found as      HARD, WARN" in page
    assert "Schedule 12, paragraph 39(2)" in page
    assert ":cast for" in page


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("v27", "V27"), ("V027", "V27"), ("at-2", "AT-02"), ("At02", "AT-02"), ("mi1", "MI1"), ("mi-1", "MI-01"),
     ("u0", "U0"), ("V-1", "V1"), ("V99", ""), ("AT", ""), ("", ""), ("²", "")],
)  # fmt: skip
def test_an_id_is_known_however_it_is_typed(typed: str, meant: str) -> None:
    assert id_of(typed) == meant


def test_it_explains_several_at_once(clerk: Clerk) -> None:
    pages = clerk("explain", "v9", "at-02", "t1").stdout
    heads = [line.split()[0] for line in pages.splitlines() if line[:2] in ("V9", "AT", "T1")]
    assert heads == ["V9", "AT-02", "T1"]


def test_it_lists_every_id(clerk: Clerk) -> None:
    assert [line.split()[0] for line in clerk("explain").stdout.splitlines()] == known_ids()


def test_words_find_ids(clerk: Clerk) -> None:
    said = clerk("explain", "casting").stdout
    assert "\nV6 " in said
    assert "\nVO-06 " in said


@pytest.mark.parametrize("typed", ["V99", "ZZ-01", "xyzzy"])
def test_an_id_that_there_is_not_is_refused_with_the_nearest(clerk: Clerk, typed: str) -> None:
    run = clerk("explain", "V1", typed)
    assert run.exit_code == 1
    assert f"There is no id “{typed}”." in run.stderr
    assert not run.stdout


def test_a_command_says_how_it_is_typed(clerk: Clerk) -> None:
    one = clerk("explain", "amend").stdout
    assert one.startswith(":amend ")
    assert "\nM3 " in one
    assert clerk("explain", ":undo").stdout.startswith(":undo ")
    alone = clerk("verbs", "amend", ":out").stdout.splitlines()
    assert [line.split()[0] for line in alone if line.startswith(":")] == [":amend", ":out"]
    refused = clerk("verbs", "amendd")
    assert refused.exit_code == 1
    assert "There is no “:amendd”." in refused.stderr
