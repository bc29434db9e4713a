"""Lines that look like a fact and were not read are shown; all that was read is told with its source."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from screens.cli.main import cli
from store.packs import Pack, read_pack
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


BELOW = FRONT.format(more="").replace("2. Ponds\n", "2. Ponds\n{below}\n3. Date of next meeting\n")
PAYMENTS = ("B Lyle, salary", "£812.40"), ("HMRC", "£146.20"), ("Hall, hire", "96.00"), ("Total", "£1,054.60")


@pytest.mark.parametrize("between", [" " * 20, "\t", " - "])
def test_sums_below_an_item_are_listed_as_one(between: str, found: Callable[..., Pack]) -> None:
    rows = "\n".join(f"   {between.join(row)}" for row in PAYMENTS)
    pack = found(BELOW.format(below=f"   Payments for approval:\n{rows}"))
    assert len(pack.unread) == 1
    assert pack.unread[0].value.startswith("(4 lines, to line 24) B Lyle, salary")
    assert pack.unread[0].value.endswith("£1,054.60")


def test_sums_of_a_table_of_word_are_listed(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    above, _, under = BELOW.partition("{below}")
    for line in filter(None, above.split("\n")):
        document.add_paragraph(line)
    table = document.add_table(len(PAYMENTS), 2)
    for row, cells in zip(table.rows, PAYMENTS, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    for line in filter(None, under.split("\n")):
        document.add_paragraph(line)
    document.save(tmp_path / "agenda.docx")
    pack = read_pack([tmp_path / "agenda.docx"])[0]
    said = " ".join(fact.value for fact in pack.unread)
    assert "(4 lines, to table 1, row 4) B Lyle, salary £812.40 … Total £1,054.60" in said


@pytest.mark.parametrize(
    "line",
    [
        "Candidates: Mrs Non Gethin; Mr Tom Rees-Hall",
        "Candidates: Non Gethin, Tom Rees",
        "Tenders: 4 received",
        "Cheque 1042 to the hall",
        "Invoice of £45",
    ],
)
def test_a_number_or_a_name_below_an_item_is_listed(line: str, found: Callable[..., Pack]) -> None:
    assert [fact.value for fact in found(BELOW.format(below=f"   {line}")).unread] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "To note the report under section 12 of the Act 1972.",
        "Local Government Act 1972, Schedule 12A, paragraphs 3 and 5",
        "See page 4",
    ],
)
def test_numbers_that_count_nothing_are_not(line: str, found: Callable[..., Pack]) -> None:
    assert found(BELOW.format(below=f"   {line}")).unread == []
