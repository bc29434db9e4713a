"""`clerk` as a program of its own: what it loads, how it ends, what a poor console shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.running import TOML

SOURCE = Path(__file__).parents[2]
HEAVY = {"textual", "rich", "docx", "lxml", "jinja2", "arrow", "holidays", "filelock", "platformdirs"}


def _clerk(*arguments: str, home: Path, typed: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "clerk", *arguments],
        input=typed.encode(),
        capture_output=True,
        cwd=SOURCE,
        env={**os.environ, "CLERK_HOME": str(home), **env},
        timeout=60,
    )


def test_the_front_door_opens_without_what_only_some_commands_need(tmp_path: Path) -> None:
    script = """
import sys
from screens.cli import main
loaded = {name.partition(".")[0] for name in sys.modules}
try:
    main.cli(["list"])
except SystemExit as left:
    assert left.code == 0
print(*sorted(loaded), "|", *sorted({name.partition(".")[0] for name in sys.modules}))
"""
    home = {**os.environ, "CLERK_HOME": str(tmp_path)}
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=SOURCE, env=home)
    at_import, after_list = (set(part.split()) for part in ran.stdout.splitlines()[-1].split("|"))
    assert not HEAVY & at_import
    assert not HEAVY & after_list


def test_a_program_reads_the_name_of_a_new_meeting(tmp_path: Path) -> None:
    made = _clerk("new", "-", home=tmp_path, typed=TOML)
    assert (made.returncode, made.stdout) == (0, f"2026-05-12-pc{os.linesep}".encode())


def test_exit_codes_reach_the_shell(tmp_path: Path) -> None:
    assert _clerk("list", home=tmp_path).returncode == 0
    assert _clerk("draft", "nothing", home=tmp_path).returncode == 1
    assert _clerk("nothing", home=tmp_path).returncode == 2


def test_what_needs_a_terminal_says_so_and_does_not_wait(tmp_path: Path) -> None:
    _clerk("new", "-", home=tmp_path, typed=TOML)
    for arguments in (("open", "pc"), ("chair", "pc"), ("keys",), ("demo",)):
        refused = _clerk(*arguments, home=tmp_path)
        assert refused.returncode == 1
        assert refused.stdout == b""
        assert b"This needs a terminal" in refused.stderr


def test_a_console_without_our_signs_is_written_to_all_the_same(tmp_path: Path) -> None:
    _clerk("new", "-", home=tmp_path, typed=TOML.replace("Ann Oak", "Łucja Öak"))
    _clerk("play", "pc", "-", home=tmp_path, typed=":present rest\n")
    printed = _clerk("draft", "pc", home=tmp_path, PYTHONIOENCODING="cp1252")
    assert printed.returncode == 0
    assert "?ucja Öak".encode("cp1252") in printed.stdout
    assert b"Traceback" not in printed.stderr


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m clerk verbs | head -1'
    home = {**os.environ, "CLERK_HOME": str(tmp_path)}
    ran = subprocess.run(["bash", "-c", command], capture_output=True, cwd=SOURCE, env=home)
    assert ran.stderr == b""
    assert not (tmp_path / "faults.log").exists()


def test_it_explains_by_the_whole_rule_book(tmp_path: Path) -> None:
    explained = _clerk("explain", "v6", "q3", "AT-02", home=tmp_path, PYTHONIOENCODING="utf-8")
    said = explained.stdout.decode()
    assert explained.returncode == 0
    assert "Found as      HARD, WARN" in said
    assert said.count("Never found") == 1
    assert "who was substituted by" in " ".join(said.split())
