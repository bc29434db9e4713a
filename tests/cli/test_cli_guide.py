"""`clerk guide` without a terminal: the chapter is printed, or what is no chapter refused."""

from __future__ import annotations

from screens.guide.chapters import chapters
from tests.cli.running import Clerk


def test_without_a_terminal_it_prints_the_chapter(clerk: Clerk) -> None:
    said = clerk("guide", "votes").stdout
    assert said.startswith("# Votes\n\nA vote is on the question")
    assert "<!--" not in said
    assert clerk("guide").stdout.startswith("# The guide")


def test_what_is_no_chapter_is_refused_with_the_nearest(clerk: Clerk) -> None:
    run = clerk("guide", "vtes")
    assert run.exit_code == 1
    assert "Nearest: votes." in run.stderr
    assert all(name in run.stderr for name in chapters())
