"""Running minute references: open in a draft, given when the minutes are published, going on over the body's year."""

from __future__ import annotations

import pytest

from tests.cli.running import TOML, Clerk
from tests.cli.test_cli_minute_book import EVENING


def held(clerk: Clerk, day: str, style: str = "parish") -> str:
    name = clerk("new", "-", typed=f'style = "{style}"\n' + TOML.replace("2026-05-12", day)).stdout.strip()
    played = clerk("play", name, "-", typed=EVENING)
    assert played.exit_code == 0, played.output
    return name


def draft(clerk: Clerk, name: str) -> str:
    return clerk("draft", name).stdout


@pytest.mark.parametrize(
    ("style", "first", "second"),
    [("parish", "26/001 MINUTES OF THE LAST MEETING", "26/004 BEES"), ("county", "26/001 Resolved", "26/002 Resolved")],
)
def test_references_are_given_once_and_go_on(style: str, first: str, second: str, clerk: Clerk) -> None:
    may, june = held(clerk, "2026-05-12", style), held(clerk, "2026-06-09", style)
    assert "26/–" in draft(clerk, may)
    done = clerk("publish", may, "--on", "2026-05-15")
    assert done.exit_code == 0, done.output
    assert first in draft(clerk, may)
    assert clerk("publish", june, "--on", "2026-06-12").exit_code == 0
    assert second in draft(clerk, june)
    assert "26/–" not in draft(clerk, june)
    # Published again, they keep the numbers that they have.
    assert clerk("publish", may, "--on", "2026-05-16").exit_code == 0
    assert first in draft(clerk, may)
    next_year = held(clerk, "2027-01-12", style)
    assert clerk("publish", next_year, "--on", "2027-01-15").exit_code == 0
    assert first.replace("26/", "27/") in draft(clerk, next_year)


def test_a_style_without_references_gives_none(clerk: Clerk) -> None:
    name = held(clerk, "2026-05-12", "barnet")
    assert clerk("publish", name, "--on", "2026-05-15").exit_code == 0
    assert "26/" not in draft(clerk, name)
