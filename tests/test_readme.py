"""The README says what the program does: its two commands, its example, its pictures, where to read on."""

from __future__ import annotations

import re
from pathlib import Path

from clerk.setup.convening import read_meeting
from clerk.shorthand.line import read_script
from screens.cli.main import cli
from screens.guide.chapters import chapters
from tests.seed.playing import play

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


def test_it_is_short() -> None:
    assert len(TEXT.encode()) <= 14_000


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


def test_its_pictures_and_files_are_there() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in target]
    assert len(targets) > 10
    for target in targets:
        assert (ROOT / target).exists(), target


def test_it_leads_to_the_guide() -> None:
    named = re.findall(r"screens/guide/([a-z-]+)\.md", TEXT)
    assert {"contents", "keys", "shorthand", "meeting-file", "installing", "keeping"} <= set(named) <= set(chapters())


def test_it_names_no_package_registry() -> None:
    assert not re.search(r"pypi\.org|pythonhosted|index-url", TEXT)
