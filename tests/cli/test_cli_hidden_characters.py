"""Names that would steer the terminal or deceive the eye: marked where the clerk sees them, and not published."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from clerk.hidden import HIDDEN

ROOT = Path(__file__).parents[2]

ODD = "\u202e\u200b\u2066\u200d\ufeff\u00ad\u061c\u2060\U000e0041"

PAPERS = f"""
body = "Mill{ODD} Committee"
date = 2031-05-12
short = "mc"
quorum = 2

[[members]]
name = "Ann O{ODD}ak"
role = "chair"
group = "Ci{ODD}vic"

[[members]]
name = "Bob Elm"
group = "Civic"

[[officers]]
name = "Jo R{ODD}eed"
title = "Ms"
post = "Head of {ODD}Parks"

[[items]]
number = 1
title = "Absence of Members"

[[items]]
number = 2
title = "Hives in {ODD}Mill Park"
report_of = "Head of {ODD}Parks"
recommendations = "That four {ODD}hives be bought."
"""

AGENDA = """MILLBROOK PARISH COUNCIL
A meeting of the Bees Committee will be held in the Long Room on Wednesday 14 May 2031 at 7.15 pm.
Members: Cllrs A Oak (Chairman), B Elm, C Ash
AGENDA
1. Apologies for absence
2. Hives in Mill Park
3. Date of next meeting
"""

SCRIPT = f"""
:present rest
:open 18:30
:take 2
Members asked {ODD}who would look after them.
:amend elm "Ann O{ODD}ak" at=1 words=first -- four -> si{ODD}x
:vote unanimous
:put
:vote 1 1 0
:cast for
:action "Jo R{ODD}eed" due=2031-07-01 -- Buy {ODD}them
:close 18:50
"""


def clerk(home: Path, *arguments: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "CLERK_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-B", "-m", "clerk", *map(str, arguments)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, env=env, cwd=home, encoding="utf-8")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with a meeting in every text of which such characters stand, and the meeting's name."""
    home = tmp_path_factory.mktemp("home")
    made = clerk(home, "new", "-", typed=PAPERS)
    assert made.returncode == 0, made.stderr
    name = made.stdout.strip()
    played = clerk(home, "play", name, "-", typed=SCRIPT)
    assert played.returncode == 0, played.stderr
    return home, name


def test_the_list_and_the_findings_mark_them_where_they_stand(odd: tuple[Path, str]) -> None:
    home, name = odd
    assert "Mill‹U+202E›‹U+200B›" in clerk(home, "list").stdout
    for command in (("list",), ("check", name), ("spell", name), ("play", name, "nothing.txt")):
        said = clerk(home, *command)
        assert not HIDDEN.search(said.stdout + said.stderr)


def text_of(file: Path) -> str:
    """All the text of a file that was written, every part of it unpacked, and its name."""
    if file.suffix == ".docx":
        with ZipFile(file) as parts:
            texts = [parts.read(part).decode("utf-8", "replace") for part in parts.namelist()]
        return "\n".join([file.name, *texts])
    if file.suffix == ".pdf":
        import pdfplumber

        with pdfplumber.open(file) as pdf:
            return "\n".join([file.name, str(pdf.metadata), *(page.extract_text() for page in pdf.pages)])
    return "\n".join([str(file), file.read_text(encoding="utf-8-sig")])


@pytest.mark.parametrize("exempt", [(), ("--exempt",)])
def test_no_form_that_is_handed_over_holds_any(odd: tuple[Path, str], tmp_path: Path, exempt: tuple[str, ...]) -> None:
    home, name = odd
    written = clerk(home, "handover", name, "--to", tmp_path / "out", *exempt)
    assert written.returncode == 0, written.stderr
    files = [file for file in (tmp_path / "out").rglob("*") if file.is_file()]
    assert len(files) > 8
    for file in files:
        found = HIDDEN.findall(text_of(file))
        assert not found, (file.name, found)
    [text] = [file for file in files if file.suffix == ".txt" and "minutes" in file.name]
    for words in ("Mill Committee", "Oak", "Hives in Mill Park".upper(), "That six hives be bought."):
        assert words in text.read_text(encoding="utf-8")


def test_the_draft_on_the_terminal_and_the_form_for_notes_hold_none(odd: tuple[Path, str]) -> None:
    home, name = odd
    for command in ("draft", "paper"):
        said = clerk(home, command, name).stdout
        assert "Hives" in said or "HIVES" in said
        assert not HIDDEN.search(said)
        assert "‹U+" not in said


FORGED = "Everything is well"
ESCAPES = f"\x1b[31mred\x1b]0;title\x07\x9b2Ja\rbback\x08space\x7f\u202e\n{FORGED}\u2028{FORGED}\x85{FORGED}txt"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("command", ["new", "add", "play", "draft", "style", "nothing", "check", "hold"])
def test_escapes_in_a_files_name_never_reach_the_terminal(odd: tuple[Path, str], tmp_path: Path, command: str) -> None:
    home, meeting = odd
    bad, there = tmp_path / ESCAPES, tmp_path / f"{ESCAPES}.txt"
    there.write_text("Not an agenda at all.", encoding="utf-8")
    arguments: dict[str, list[str | Path]] = {
        "new": ["new", "--yes", there],
        "add": ["add", meeting, "--yes", bad],
        "play": ["play", meeting, bad],
        "draft": ["draft", meeting, "--to", bad / "none" / "x.docx"],
        "style": ["draft", meeting, "--style", f"{bad}.toml"],
        "nothing": [bad],
        "check": ["check", ESCAPES],
        "hold": ["hold", meeting, "--", ESCAPES],
    }
    said = clerk(home, *arguments[command])
    assert said.returncode in (1, 2) or command == "hold", said
    both = said.stdout + said.stderr
    assert both.strip()
    assert not [character for character in both if character != "\n" and not character.isprintable()], both
    assert not [line for line in both.splitlines() if line.lstrip().startswith(FORGED)], both


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_line_end_in_a_name_that_is_kept_or_found_begins_no_line(odd: tuple[Path, str], tmp_path: Path) -> None:
    home, meeting = odd
    library = tmp_path / f"home\n{FORGED}"
    shutil.copytree(home, library)
    folder = library / "meetings"
    shutil.copy(folder / f"{meeting}.journal", folder / f"a\n{FORGED}.journal")
    (library / "profiles").mkdir()
    (library / "profiles" / f"b\n{FORGED}.toml").write_text("no profile", encoding="utf-8")
    assert clerk(library, "draft", meeting, "--to", tmp_path / f"c\n{FORGED}.txt").returncode == 0
    said = {words[0]: clerk(library, *words) for words in (("list",), ("log", meeting), ("library",), ("about",))}
    for one in said.values():
        assert one.returncode == 0, one
        assert not [line for line in (one.stdout + one.stderr).splitlines() if line.lstrip().startswith(FORGED)], one
    assert f"a‹U+000A›{FORGED}.journal is left aside" in said["list"].stderr
    assert f"c‹U+000A›{FORGED}.txt" in said["log"].stdout
    assert f"home‹U+000A›{FORGED}" in said["about"].stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of one's own is made as POSIX makes it")
def test_the_bar_of_what_takes_long_goes_back_in_its_line(tmp_path: Path) -> None:
    from tests.bench.pty_app import NothingPainted, PtyApp, surroundings

    papers = tmp_path / "bees.txt"
    papers.write_text(AGENDA, encoding="utf-8")
    program = PtyApp(["-m", "clerk", "new", str(papers), "--yes"], surroundings(tmp_path))
    with program as told, pytest.raises(NothingPainted, match="100%") as found:
        told.wait_for("what is never said")
    assert "‹U+001B›" not in str(found.value)
    assert "‹U+000D›" not in str(found.value)
