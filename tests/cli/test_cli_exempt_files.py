"""Every file of exempt business says so, in its name and inside, and is the user's alone, wherever it is dragged."""

from __future__ import annotations

import csv
import stat
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from running import Clerk

TOML = """
body = "Parks Committee"
date = 2031-11-29
quorum = 2
members = [{name = "Ann Oak", role = "chair"}, {name = "Bob Elm"}]
items = [
  {number = 1, title = "Hives", recommendations = "That four hives be bought."},
  {number = 2, title = "Lease", exempt = true, recommendations = "That it be let."},
]
"""
SCRIPT = """
:present rest
:open 19:00
:take 1
:put
:vote unanimous
:exclude items=2 para=3
:take 2
The price was zzsecretzz.
:put
:vote named for=oak,elm
:action oak due=2031-12-01 -- Sign it zzsecretzz
:readmit
:close 20:00
"""


@pytest.fixture
def exempt(clerk: Clerk, tmp_path: Path) -> Path:
    name = clerk("new", "-", typed=TOML).stdout.strip()
    assert clerk("play", name, "-", typed=SCRIPT).exit_code == 0
    assert clerk("handover", name, "--to", str(tmp_path / "out"), "--exempt").exit_code == 0
    for form in ("docx", "pdf", "html", "txt"):
        assert clerk("draft", name, "--exempt", "--to", str(tmp_path / "out" / f"EXEMPT {form}.{form}")).exit_code == 0
    return tmp_path / "out"


def inside(file: Path) -> str:
    if file.suffix == ".docx":
        with ZipFile(file) as parts:
            return "".join(parts.read(part).decode("utf-8", "replace") for part in parts.namelist())
    if file.suffix == ".pdf":
        import pdfplumber

        with pdfplumber.open(file) as pdf:
            return "\n".join(page.extract_text() for page in pdf.pages)
    return file.read_text(encoding="utf-8-sig")


def test_each_says_so_in_its_name_and_inside(exempt: Path) -> None:
    files = [file for file in exempt.rglob("*") if file.is_file()]
    assert len(files) > 20
    for file in files:
        text = inside(file)
        if file.name == "item 1 – Hives.html":
            # An item of the public part, as it is pasted: the same as in the public's folder.
            assert "zzsecretzz" not in text
            continue
        assert "EXEMPT" in file.name, file
        assert "NOT FOR PUBLICATION" in text or '"document": "exempt"' in text or "!exempt" in text, file


@pytest.mark.parametrize(
    "command",
    [
        ("draft", "NAME", "--exempt", "--to", "FILE.docx"),
        ("draft", "NAME", "--exempt", "--item", "2", "--to", "FILE.txt"),
        ("draft", "NAME", "--exempt", "--to", "FILE.json"),
        ("draft", "NAME", "--exempt", "--to", "FILE.xml"),
        ("motion", "NAME", "r2", "--to", "FILE.html"),
        ("order", "NAME", "--to", "FILE.txt"),
        ("paper", "NAME", "--to", "FILE.txt"),
        ("actions", "--exempt", "--to", "FILE.csv"),
        ("register", "votes", "oak", "--exempt", "--to", "FILE.html"),
        ("register", "declarations", "--exempt", "--to", "FILE.txt"),
    ],
)
def test_a_name_of_ones_own_that_does_not_tell_is_said(clerk: Clerk, exempt: Path, command: tuple[str, ...]) -> None:
    name = next(word for word in clerk("list").stdout.split() if word.startswith("2031"))
    for stem, told in (("june", False), ("june exempt", True)):
        words = [word.replace("NAME", name).replace("FILE", stem) for word in command]
        done = clerk(*words)
        assert done.exit_code == 0, done.output
        assert ("its name does not say so" in done.stderr) is not told, done.output
    plain = clerk("draft", name, "--to", "june.docx")
    assert "its name" not in plain.stderr


def test_tables_stay_tables(exempt: Path) -> None:
    for file in exempt.rglob("*.csv"):
        header, *rows = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
        assert header[-1].startswith("NOT FOR PUBLICATION")
        assert all(len(row) == len(header) and row[-1] == "EXEMPT" for row in rows)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_each_is_the_users_alone(exempt: Path) -> None:
    for path in [exempt, *exempt.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_is_for_the_public_may_be_read_by_colleagues(clerk: Clerk, tmp_path: Path) -> None:
    import os

    before = os.umask(0o022)
    name = clerk("new", "-", typed=TOML).stdout.strip()
    assert clerk("handover", name, "--to", str(tmp_path / "out")).exit_code == 0
    os.umask(before)
    assert {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "out").rglob("*") if file.is_file()} == {0o644}
