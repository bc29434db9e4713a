"""The decision sheet, the action list, the tables, the form for notes by hand."""

import csv
from io import BytesIO, StringIO

import pytest

from exports.blocks import Grid, ItemHeading
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.paper import paper
from exports.plain import write_text
from exports.sheets import action_list, actions_csv
from exports.style import shipped_style
from exports.word import write_docx
from tests.exports.structure import structure
from tests.meetings.holding import NAMES, meeting, public
from tests.support.minute import minute

STYLE = shipped_style()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_is_a_sound_document(name: str) -> None:
    sheets = (
        decision_sheet(meeting(name), STYLE, public(name)),
        action_list(meeting(name), STYLE, public(name)),
        paper(meeting(name), STYLE),
    )
    for sheet in sheets:
        written = BytesIO()
        write_docx(sheet, written)
        assert structure(written) == []


def test_a_sheet_is_named_for_what_it_is_and_whose() -> None:
    name = "01-parks-committee"
    body = meeting(name).setup
    assert body is not None
    for sheet, what in (
        (decision_sheet(meeting(name), STYLE, public(name)), "Decision sheet"),
        (action_list(meeting(name), STYLE, public(name)), "Actions"),
        (paper(meeting(name), STYLE), "Notes by hand"),
    ):
        assert f"{what}: {body.body}" in write_text(sheet).splitlines()
        assert f"{what}: {body.body}, " in sheet.marked_title


def test_actions_stand_under_their_owners_and_those_without_one_last() -> None:
    name = "01-parks-committee"
    sheet = action_list(meeting(name), STYLE, public(name))
    text = write_text(sheet)
    assert text.index("Ms Helen Sorrel, Head of Parks") < text.index("Not assigned")
    found = rows(actions_csv(meeting(name), STYLE))
    assert [row["Owner"] for row in found] == ["Ms Helen Sorrel, Head of Parks", "Ms Helen Sorrel, Head of Parks", ""]
    assert found[1] == {
        "Owner": "Ms Helen Sorrel, Head of Parks",
        "Action": "Tell the anglers of the works",
        "By": "2018-11-01",
        "Item": "7",
        "Title": "Boathouse at Mere Park",
    }


def test_a_meeting_without_actions_says_so() -> None:
    name = "03-licensing-panel"
    assert "There were no actions." in write_text(action_list(meeting(name), STYLE, public(name)))


@pytest.mark.parametrize("typed", ["=1+1", "+44 20", "-2", "@SUM(A1)", '=HYPERLINK("x")'])
def test_no_cell_is_taken_for_a_formula(typed: str) -> None:
    held = minute(f":open 19:00\n:present rest\n:take 7\n:action reed -- {typed}")
    cell = rows(actions_csv(held, STYLE))[0]["Action"]
    assert cell == f"'{typed}"


def test_names_with_apostrophes_hyphens_and_accents_come_through() -> None:
    names = write_text(public("01-parks-committee"))
    assert "Owen D’Arcy" in names
    assert "Zoë Hart-Keane" in names


def test_the_form_for_notes_has_its_boxes_in_the_order_of_the_keys() -> None:
    form = paper(meeting("01-parks-committee"), STYLE)
    grids = [block for block in form.blocks if isinstance(block, Grid)]
    assert grids[0].header[0] == "Key"
    assert grids[0].rows[0][1] == ("Councillor Edith Marlow",)
    amendment = next(grid for grid in grids if grid.title == "Amendment 1")
    assert amendment.header == ("Mover", "Seconder", "Clause", "For", "Against", "Abst.")
    assert grids[grids.index(amendment) + 1].header == ("New words",)
    vote = next(grid for grid in grids if grid.title == "The vote")
    assert vote.header[:3] == ("For", "Against", "Abst.")
    headings = [block.text for block in form.blocks if isinstance(block, ItemHeading)]
    assert len(headings) == 14
    named = grids[-1]
    assert named.header == ("Member", "Vote") * 3
    held = meeting("01-parks-committee")
    names = sorted(cell[0] for row in named.rows for cell in row[::2] if cell)
    assert names == sorted(held.people[person].name for _, person in held.acting)
    assert not any(cell for row in named.rows for cell in row[1::2])
    assert "1. That the Committee approve the repairs" in write_text(form)


def test_a_form_can_be_made_before_anything_is_recorded() -> None:
    assert "Notes by hand" in write_text(paper(minute(""), STYLE))
    assert write_text(draft(minute(""), STYLE))
