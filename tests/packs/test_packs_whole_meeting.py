"""A meeting read from its pack, opened, minuted and written up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from . import papers

EVENING = """\
:open 19:00
:present rest
:take 1
:minutes 2030-12-11
:take 5
:introduce ferry
Members asked who had let it leak.
:vote unanimous
:take 6
:vote unanimous
:take 8
:vote 6 3 1
:take 10
:none
:close 20:15
"""


def test_read_opened_minuted_and_written_up(clerk: Callable[..., Result]) -> None:
    Path("pack.txt").write_text(papers.PACK, encoding="utf-8")
    Path("evening.txt").write_text(EVENING, encoding="utf-8")
    made = clerk("new", "--yes", "pack.txt")
    assert made.exit_code == 0, made.stderr
    name = made.stdout.strip()
    played = clerk("play", name, "evening.txt")
    assert played.exit_code == 0, played.stderr
    written = clerk("draft", name).stdout
    assert "Decisions of the Parks and Waterways Committee" in written
    assert "12 March 2031" in written
    for line in ("Councillor Rowan Ash (Chairman)", "Councillor Ivo Bahram Elm", "11 December 2030"):
        assert line in written
    assert "Renewing the Boathouse" in written or "BOATHOUSE REPAIRS" in written.upper()
    assert "That Officers be instructed to carry them out." in written
    assert "make any referrals to the Policy Committee" in written
    assert "The meeting finished at 8.15 pm" in written
    assert clerk("draft", name, "--to", "minutes.docx").exit_code == 0
    assert Path("minutes.docx").stat().st_size > 5_000
