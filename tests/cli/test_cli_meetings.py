"""`clerk new`, `list`, `open`, `chair`, and `clerk` by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from screens.sitting import Sitting, read_back
from store.meetings import Kept
from tests.cli.running import TOML, Clerk, journal

Opened = list[tuple[Any, ...]]


def _letters(home: Path, name: str) -> dict[str, str]:
    with Kept.open(journal(home, name), "test") as kept:
        meeting = read_back(kept)
    return {meeting.people[seat.holder].name: seat.letter for seat in meeting.seats.values() if seat.holder}


def test_new_prints_the_name_alone_and_the_next_step_beside_it(clerk: Clerk, home: Path) -> None:
    Path("may.toml").write_text(TOML, encoding="utf-8")
    made = clerk("new", "may.toml")
    assert made.exit_code == 0
    assert made.stdout == "2026-05-12-pc\n"
    assert "3 seats, 2 items" in made.stderr
    assert "clerk open 2026-05-12-pc" in made.stderr
    assert journal(home, "2026-05-12-pc").is_file()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_new_reads_what_notepad_saves(clerk: Clerk, encoding: str) -> None:
    Path("may.toml").write_bytes(TOML.replace("Ann Oak", "Ånn Oak").replace("\n", "\r\n").encode(encoding))
    assert clerk("new", "may.toml").stdout == "2026-05-12-pc\n"


def test_members_keep_their_letters_at_the_next_meeting(clerk: Clerk, parks: str, home: Path) -> None:
    assert _letters(home, parks) == {"Ann Oak": "o", "Bob Elm": "e", "Cat Ash": "a"}
    later = TOML.replace("2026-05-12", "2026-07-14").replace(
        "members = [", 'members = [\n    {name = "Abe Otter", group = "Civic"},'
    )
    name = clerk("new", "-", typed=later).stdout.strip()
    assert name == "2026-07-14-pc"
    assert _letters(home, name) == {"Abe Otter": "t", "Ann Oak": "o", "Bob Elm": "e", "Cat Ash": "a"}


def test_two_meetings_of_a_day_have_two_names(clerk: Clerk, parks: str) -> None:
    assert clerk("new", "-", typed=TOML).stdout.strip() == "2026-05-12-pc-2"


def test_new_keeps_a_second_copy(clerk: Clerk, tmp_path: Path, home: Path) -> None:
    made = clerk("new", "-", "--copy-to", tmp_path / "stick", typed=TOML)
    name = made.stdout.strip()
    assert (tmp_path / "stick" / f"{name}.journal").read_bytes() == journal(home, name).read_bytes()


def test_list_shows_each_meeting_and_how_it_stands(clerk: Clerk, parks: str) -> None:
    clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-07-14"))
    clerk("play", parks, "-", typed=":present rest\n:open 18:30\n:close 18:40\n")
    first, second = clerk("list").stdout.splitlines()
    assert first.split("  ", 3)[:3] == ["2026-07-14-pc", "14 July 2026", "Parks Committee"]
    assert first.endswith("1 entry    not opened yet")
    assert second.endswith("12 May 2026   Parks Committee  4 entries  closed (draft)")


def test_with_no_meeting_it_says_how_to_make_one(clerk: Clerk) -> None:
    for said in (clerk("list").stderr, clerk().stdout):
        assert "clerk new FILE" in said
        assert "clerk demo" in said


def test_open_gives_the_desk_the_meeting_and_the_name(clerk: Clerk, parks: str, desk: Opened, home: Path) -> None:
    assert clerk("open", parks, "--by", "Ivy Fern", "--written-up").exit_code == 0
    assert clerk("open", "pc").exit_code == 0
    usual = {"keymap": {}, "snippets": {}, "theme": "clerk-dark", "log": home / "faults.log", "escape_wait": None}
    usual |= {"completion": "on", "at": ("", "")}
    assert desk[0] == ("desk", parks, "Ivy Fern", {"written_up": True, **usual})
    assert desk[1][1:2] == (parks,)
    assert desk[1][2]
    assert desk[1][3] == {"written_up": False, **usual}


def test_open_takes_the_path_of_a_journal(clerk: Clerk, parks: str, desk: Opened, home: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.journal"
    journal(home, parks).rename(elsewhere)
    assert clerk("open", elsewhere).exit_code == 0
    assert desk[0][1] == "elsewhere"


def test_what_the_desk_recorded_is_noted_for_the_list(
    clerk: Clerk, parks: str, desk: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from screens.sitting import Sitting

    def open_desk(kept: Kept, by: str, **options: Any) -> None:
        Sitting(kept, by).take(":open 18:30")

    monkeypatch.setattr(sys.modules["screens.desk.app"], "open_desk", open_desk)
    assert clerk("open", parks).exit_code == 0
    assert clerk("list").stdout.split()[-1] == "open"


def test_the_desk_is_given_the_colours_and_keys_that_were_chosen(
    clerk: Clerk, parks: str, desk: Opened, home: Path
) -> None:
    chosen = 'theme = "high contrast"\n[keys]\n"vote.unanimous" = ["u", "F5"]\n"moving.undo" = "U"\n'
    (home / "settings.toml").write_text(chosen, encoding="utf-8-sig")
    assert clerk("open", parks).stderr == ""
    assert desk[0][3]["theme"] == "clerk-contrast"
    assert desk[0][3]["keymap"] == {"vote.unanimous": ["u", "F5"], "moving.undo": "U"}


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ('thene = "light"', "is left aside: Object contains unknown field `thene`"),
        ("[keys", "is left aside:"),
        ('theme = "pink"', "there are no colours called “pink”. There are: dark, light, high contrast"),
    ],
)
def test_settings_that_cannot_be_read_do_not_stop_a_meeting(
    clerk: Clerk, parks: str, desk: Opened, home: Path, chosen: str, said: str
) -> None:
    (home / "settings.toml").write_text(chosen, encoding="utf-8")
    opened = clerk("open", parks)
    assert opened.exit_code == 0
    assert said in opened.stderr
    assert desk[0][3]["theme"] == "clerk-dark"


def test_the_desk_gives_the_exit_code(clerk: Clerk, parks: str, desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setattr(sys.modules["screens.desk.app"], "open_desk", lambda kept, by, **options: 129)
    assert clerk("open", parks).exit_code == 129


def test_chair_is_given_the_journal(clerk: Clerk, parks: str, desk: Opened) -> None:
    assert clerk("chair", parks).exit_code == 0
    assert clerk("chair", parks, "--public").exit_code == 0
    assert desk == [("chair", parks, False), ("chair", parks, True)]


@pytest.mark.parametrize(("typed", "opened"), [("\n", 1), ("2\n", 0), ("05-12\n", 0), ("1\n", 1)])
def test_clerk_alone_asks_which_meeting(clerk: Clerk, parks: str, desk: Opened, typed: str, opened: int) -> None:
    names = [parks, clerk("new", "-", typed=TOML.replace("2026-05-12", "2026-07-14")).stdout.strip()]
    asked = clerk(typed=typed)
    assert asked.exit_code == 0
    assert [line.split()[:2] for line in asked.stdout.splitlines()[:2]] == [["1", names[1]], ["2", names[0]]]
    assert desk[0][1] == names[opened]


def test_clerk_alone_can_be_left(clerk: Clerk, parks: str, desk: Opened) -> None:
    left: Result = clerk(typed="")
    assert left.exit_code == 1
    assert "Stopped." in left.stderr
    assert not desk


def test_the_list_says_how_a_meeting_stands_though_its_desk_was_killed(clerk: Clerk, parks: str, home: Path) -> None:
    with Kept.open(journal(home, parks), "Jo") as kept:
        Sitting(kept, "Jo").take(":open 18:30")
    assert clerk("list").stdout.split("  ")[2:] == ["Parks Committee", "2 entries", "open\n"]


def test_meetings_of_another_machine_are_listed_as_they_stand(clerk: Clerk, parks: str, home: Path) -> None:
    clerk("play", parks, "-", typed=":open 18:30\n:close 19:00\n")
    (home / "library.journal").unlink()
    journal(home, parks).rename(journal(home, "from the old laptop"))
    journal(home, "not a meeting").write_text("a shopping list", encoding="utf-8")
    there, other = sorted(clerk("list").stdout.splitlines())
    assert there.split("  ")[:2] == ["from the old laptop", "12 May 2026"]
    assert there.endswith("closed (draft)")
    assert other.startswith("not a meeting")
    assert clerk("list").stdout.splitlines()[0] == there


def test_where_there_is_no_meeting_the_folder_is_named(clerk: Clerk, home: Path) -> None:
    for said in (clerk("list").stderr, clerk().stdout):
        assert f"There is no meeting yet in {home / 'meetings'}." in said
