"""The README says what the program does: its tables, its commands, its example, its picture."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from clerk.setup import papers
from clerk.setup.convening import read_meeting
from clerk.shorthand.line import read_script
from screens.cli.main import cli
from screens.kit.themes import THEME_LABELS
from tests.readme import README, brought_up_to_date
from tests.seed.playing import play

TEXT = README.read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


def test_the_tables_are_those_of_the_program() -> None:
    assert brought_up_to_date(TEXT) == TEXT, "Run `python -m tests.readme` to bring the README's tables up to date."


def test_every_command_is_named() -> None:
    for name in cli.commands:
        assert f"`clerk {name}" in TEXT


def test_every_command_that_is_named_exists() -> None:
    for name in re.findall(r"(?:`|^|\s)clerk ([a-z]+)\b", "\n".join(re.findall(r"`clerk [^`]*`", TEXT))):
        assert name in cli.commands


def test_the_first_meeting_can_be_made_and_minuted() -> None:
    setup = read_meeting(next(block for block in _blocks("toml") if "[[members]]" in block))
    script = next(block for block in _blocks("text") if ":present" in block)
    assert len(read_script(script)) > 5
    meeting = play(setup, script)
    assert not meeting.problems
    assert meeting.course == "closed"


PAPERS = [kind for kind in vars(papers).values() if isinstance(kind, type) and kind.__module__ == papers.__name__]


@pytest.mark.parametrize("table", PAPERS, ids=lambda table: str(table.__name__))
def test_every_field_of_a_meeting_file_is_documented(table: type) -> None:
    cells = re.findall(r"^\| (`[a-z_0-9`, ]+`) \|", TEXT, re.MULTILINE)
    documented = {field for cell in cells for field in re.findall(r"`([a-z_0-9]+)`", cell)}
    documented |= set(re.findall(r"`\[+([a-z]+)\]+`", TEXT))
    assert set(table.__struct_fields__) <= documented  # type: ignore[attr-defined]


def test_other_examples_can_be_read() -> None:
    for block in _blocks("toml"):
        tomllib.loads(block)


def test_every_kind_of_colours_is_named() -> None:
    assert all(f'"{label}"' in TEXT for label in THEME_LABELS.values())


def test_its_pictures_and_files_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        if "://" not in target:
            assert (Path(README).parent / target).exists(), target


def test_it_names_no_package_registry() -> None:
    assert not re.search(r"pypi\.org|pythonhosted|index-url", TEXT)
