"""Lines that look like a fact and were not read are shown; all that was read is told with its source."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from screens.cli.main import cli
from store.packs import Pack
from store.packs.reviewing import Review

FRONT = """LARCH DISTRICT COUNCIL

Ponds Committee

Tuesday, 12 May 2026 at 6.30 pm

Venue: The Long Room, Larch

Councillors:
Ann Oak MBE (Chair)
Bob Elm
Cat Ash

{more}

AGENDA

1. Apologies for absence
2. Ponds
"""


@pytest.mark.parametrize(
    "line",
    [
        "Comments are welcome until Friday 1 May 2026.",
        "The link officer of Councillor Yew will attend.",
        "There are 9 members, of whom three are a quorum in an emergency and 2 otherwise.",
    ],
)
def test_a_line_that_is_behind_no_fact_is_listed(line: str, found: Callable[..., Pack]) -> None:
    pack = found(FRONT.format(more=line))
    assert [fact.value for fact in pack.unread] == [line] or pack.meeting.get("quorum")
    if pack.unread:
        shown = [row.text for row in Review(pack).rows()]
        assert "1 line with a date, a name or a number was not read:" in shown
        assert f"pack.txt, line 14: {line}" in shown


def test_what_was_read_is_not_listed(found: Callable[..., Pack]) -> None:
    assert found(FRONT.format(more="")).unread == []
    assert found(FRONT.format(more="Please bring your papers.\nTuesday 12 May 2026")).unread == []


@pytest.fixture
def made(home: Path, tmp_path: Path) -> str:
    file = tmp_path / "agenda.txt"
    file.write_text(FRONT.format(more="Comments are welcome until Friday 1 May 2026."), encoding="utf-8")
    done = CliRunner().invoke(cli, ["new", "--yes", str(file)])
    assert done.exit_code == 0, done.output
    assert "1 line with a date, a name or a number was not read:" in done.stderr
    return done.stdout.strip()


def test_all_that_was_read_is_shown_with_source_and_certainty(made: str) -> None:
    told = json.loads(CliRunner().invoke(cli, ["show", made, "--json"]).stdout)
    read = told["read"]
    assert read["date"] == {
        "value": "2026-05-12",
        "source": "agenda.txt, line 5",
        "rule": read["date"]["rule"],
        "certainty": "sure",
    }
    assert read["members"][0]["honours"]["value"] == "MBE"
    assert read["items"][1]["title"]["source"] == "agenda.txt, line 19"
    assert read["profile"]["certainty"] == "unsure"
    assert read["not read"] == [
        {"source": "agenda.txt, line 14", "text": "Comments are welcome until Friday 1 May 2026."}
    ]
    assert told["people"][0]["honours"] == "MBE"
    shown = CliRunner().invoke(cli, ["show", made]).stdout
    assert "date: 2026-05-12  (agenda.txt, line 5, sure)" in shown
    assert "not read: Comments are welcome" in shown


def test_what_was_set_out_field_by_field_is_sure(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "may.toml"
    file.write_text(
        'body = "Ponds Committee"\ndate = 2026-05-12\nmembers = [{name = "Ann Oak"}]\nitems = [{title = "Ponds"}]\n',
        encoding="utf-8",
    )
    name = CliRunner().invoke(cli, ["new", str(file)]).stdout.strip()
    read = json.loads(CliRunner().invoke(cli, ["show", name, "--json"]).stdout)["read"]
    assert read["body"] == {"value": "Ponds Committee", "source": "may.toml", "rule": "file", "certainty": "sure"}
    assert read["members"][0]["name"]["value"] == "Ann Oak"
