"""What is asked of all meetings at once comes from the index: a journal is read where something in it is shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store import records
from tests.cli.conftest import clerk, home  # noqa: F401 - fixtures
from tests.cli.running import TOML, Clerk, journal

EVENING = """:open 18:30
:present oak,elm
:apologies ash
:take 1
:none
:take 2
:vote 2 0 0
:action reed due=2026-06-01 -- count the hives
:close 20:00
"""
LATER = """:open 18:30
:present rest
:take 1
:minutes 2026-05-12
{line}
:close 20:00
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLERK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def held(clerk: Clerk, home: Path) -> str:  # noqa: F811 - the fixtures
    return hold(clerk, "2026-05-12", EVENING)


def hold(clerk: Clerk, day: str, script: str) -> str:  # noqa: F811
    name = clerk("new", "-", typed=TOML.replace("2026-05-12", day)).stdout.strip()
    played = clerk("play", name, "-", typed=script)
    assert played.exit_code == 0, played.output
    return name


def spoil(path: Path) -> None:
    """Makes what is in a file unreadable, and the file look as it did."""
    stat = path.stat()
    path.write_bytes(b"x" * stat.st_size)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    records._read.cache_clear()


COMMANDS = (("register", "attendance"), ("register", "declarations"), ("tomorrow",), ("references",))


def test_journals_that_are_as_they_were_are_not_read_again(clerk: Clerk, home: Path, held: str) -> None:  # noqa: F811
    before = [clerk(*command).output for command in COMMANDS]
    assert "Publish the draft minutes" in before[2]
    spoil(journal(home, held))
    assert [clerk(*command).output for command in COMMANDS] == before
    assert "cannot be read" in clerk("actions").stderr, "the words of an action are in the journal alone"


def test_what_is_done_is_not_looked_for_in_its_journal(clerk: Clerk, home: Path, held: str) -> None:  # noqa: F811
    assert "count the hives" in clerk("actions").stdout
    assert clerk("actions", "done", held).exit_code == 0
    spoil(journal(home, held))
    assert clerk("actions").output == "Nothing is to be done.\n"
    assert "cannot be read" in clerk("actions", "--all").stderr


def test_what_anybody_records_or_tells_is_seen(clerk: Clerk, home: Path, held: str) -> None:  # noqa: F811
    assert f"N9  {held}" in clerk("tomorrow").stdout
    assert clerk("publish", held, "--on", "2026-05-20").exit_code == 0
    assert held not in clerk("tomorrow").stdout
    later = hold(clerk, "2026-06-09", LATER.format(line=":readas 2026-05-12 entry=e3 -- present oak"))
    said = clerk("tomorrow").stdout
    assert f"Have the approved minutes signed (clerk sign)  N1  {held}" in said
    assert f"as corrected here, and have them signed, item 1  N5  {later}" in said
    assert clerk("sign", held, "--by", "Ann Oak", "--on", "2026-06-09").exit_code == 0
    assert held not in clerk("tomorrow").stdout
    assert "N5" not in clerk("tomorrow").stdout
    undone = clerk("play", later, "-", typed=":undo e5\n:undo e4\n")
    assert undone.exit_code == 0, undone.output
    assert "N1" not in clerk("tomorrow").stdout


def test_attendance_follows_a_correction_and_its_striking(clerk: Clerk, home: Path, held: str) -> None:  # noqa: F811
    def present() -> list[str]:
        clerk("register", "attendance", "--year", "2026-27", "--to", "r.csv")
        rows = Path("r.csv").read_text(encoding="utf-8").splitlines()
        return [row.split(",")[0] for row in rows[1:] if ",12 May 2026," in row]

    assert present() == ["Bob Elm", "Ann Oak"]
    hold(
        clerk, "2026-06-09", LATER.format(line=":readas 2026-05-12 entry=e3 -- present oak,ash").replace("rest", "elm")
    )
    assert present() == ["Cat Ash", "Ann Oak"]
    assert clerk("reopen", held, "--", "wrongly corrected").exit_code == 0
    assert present() == ["Ann Oak"], "Bob Elm came to the later one"


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_cache_it_takes_longer(
    clerk: Clerk,  # noqa: F811
    held: str,
    cache: Path,
    command: tuple[str, ...],
) -> None:
    before = clerk(*command).output
    moved = cache.rename(cache.with_name("moved"))
    cache.write_text("a file stands where the cache would be")
    assert clerk(*command).output == before
    assert clerk("register", "attendance").exit_code == 0
    assert moved.is_dir()


def test_that_exempt_actions_are_left_out_is_said(clerk: Clerk, home: Path, held: str) -> None:  # noqa: F811
    assert "exempt" not in clerk("actions").stderr
    exempt = ":under 2\n:exclude items=2 para=3\n:action reed -- tell the lowest bidder\n:readmit\n"
    assert clerk("play", held, "-", typed=exempt).exit_code == 0
    said = clerk("actions")
    assert "1 more of exempt business: --exempt lists it too." in said.stderr
    assert "bidder" not in said.output
    assert "bidder" in clerk("actions", "--exempt").stdout
    assert "more of exempt" not in clerk("actions", "--owner", "nobody").stderr
