"""A parish's minutes and a county's: who moved, resolutions in one sentence, references, names, honours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from exports.draft import draft
from exports.plain import write_text
from exports.references import numbered, wanting
from exports.style import read_style, shipped_style
from exports.style_check import check_style
from exports.writer import Writer
from screens.cli.main import cli
from tests.support.five import papers
from tests.support.minute import minute

OPENED = ":open 18:30\n:present rest\n"


def held(script: str, **head: Any) -> Meeting:
    return minute(OPENED + script, papers(**head))


def printed(meeting: Meeting, style: str) -> str:
    return " ".join(write_text(draft(meeting, shipped_style(style))).split())


def test_a_parish_says_in_one_sentence_what_was_resolved_and_who_proposed_it() -> None:
    meeting = held(":take 2\n:put by=oak,elm\n:vote unanimous\n")
    said = "RESOLVED unanimously: that the ponds be dredged, proposed by the Chairman, seconded by Cllr Elm."
    assert said in printed(meeting, "parish")
    assert "moved to the vote" not in printed(meeting, "parish")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (":vote 4 1 0 by=ash,yew\n", "RESOLVED: that the ponds be dredged, proposed by Cllr Ash, seconded by"),
        (
            ":vote 1 4 0 by=ash,yew\n",
            "The proposal of Cllr Ash, seconded by Cllr Yew, that the ponds",
        ),
        (":vote carried\n", "RESOLVED: that the ponds be dredged."),
        (
            ":motion elm ash -- That a heron be bought.\n:vote 5 0 0\n",
            "RESOLVED unanimously: that a heron be bought, proposed by Cllr Elm, seconded by Cllr Ash.",
        ),
    ],
)
def test_however_it_was_put(script: str, said: str) -> None:
    assert said in printed(held(":take 2\n" + script), "parish")


@pytest.mark.parametrize(
    ("words", "vote", "said"),
    [
        ("No objection", "1 4 0", "The proposal “no objection” was LOST."),
        ("No objection", "4 1 0", "RESOLVED: no objection."),
        ("No objection be made", "1 4 0", "The proposal that no objection be made was LOST."),
        ("No objection be made", "4 1 0", "RESOLVED: that no objection be made."),
    ],
)
def test_words_without_a_verb_are_no_clause(words: str, vote: str, said: str) -> None:
    items = ({"number": 1, "title": "Weir Farm", "recommendations": [words]},)
    assert said in printed(held(f":take 1\n:vote {vote}\n", items=items), "parish")


def test_other_styles_say_who_moved_where_it_was_put() -> None:
    meeting = held(":take 2\n:put by=ash,yew\n:vote 4 1 0\n")
    assert "Councillor Ivo Ash moved the officer’s recommendation, seconded by Councillor Petra Yew" in printed(
        meeting, "barnet"
    )
    assert "Councillor Ivo Ash moved, and Councillor Petra Yew seconded, the recommendation" in printed(
        meeting, "county"
    )


def test_minutes_are_proposed_and_seconded_too() -> None:
    items = ({"number": 1, "title": "Minutes of the last meeting"},)
    meeting = held(":take 1\n:minutes 2031-02-12 by=ash,yew\n", items=items)
    assert "as a correct record, proposed by Cllr Ash, seconded by Cllr Yew." in printed(meeting, "parish")


def test_two_move_and_second_and_no_more() -> None:
    with pytest.raises(Unclear, match="who moved and who seconded"):
        held(":take 2\n:put by=ash,yew,elm\n")
    with pytest.raises(Unclear, match="say so themselves"):
        held(":take 2\n:motion elm ash -- That a heron be bought.\n:put by=ash,yew\n")


def test_what_is_put_already_has_its_mover() -> None:
    with pytest.raises(Unclear, match="put already"):
        held(":take 2\n:put\n:vote unanimous by=ash,yew\n")


def test_references_are_open_until_they_are_given_and_then_go_on() -> None:
    meeting, style = held(":take 2\n:vote unanimous\n"), shipped_style("parish")
    assert "31/– PONDS" in printed(meeting, "parish")
    wanted = wanting(Writer(meeting, style), draft(meeting, style).blocks)
    assert wanted == ("i1", "i2", "i3")
    given = numbered(wanted, 44)
    assert "31/046 PONDS" in write_text(draft(meeting, style, references=given))


def test_two_of_one_surname_keep_their_first_names() -> None:
    meeting = held(":take 2\n:put by=ash,yew\n:vote unanimous\n")
    assert "Cllr Ash" in printed(meeting, "parish")
    alike = papers()
    people = tuple(p if p.id != "yew" else type(p)(p.id, "Petra Ash") for p in alike.people)
    from msgspec.structs import replace

    meeting = minute(OPENED + ":take 2\n:put by=ash,yew\n:vote unanimous\n", replace(alike, people=people))
    assert "proposed by Cllr Ivo Ash, seconded by Cllr Petra Ash" in printed(meeting, "parish")


def test_a_surname_of_several_words_is_printed_whole_where_no_first_name_is() -> None:
    members = [{"name": "Tom Oak", "role": "chair"}, {"name": "Mia van der Berg"}, {"name": "Ann St John"}]
    meeting = minute(OPENED + ":take 2\n:put by=berg,john\n:vote unanimous\n", papers(members=members))
    assert "proposed by Cllr van der Berg, seconded by Cllr St John" in printed(meeting, "parish")


def test_honours_are_printed_where_the_style_prints_them() -> None:
    members = [{"name": "Tom Oak MBE JP", "role": "chair"}, {"name": "Dr Dora Elm"}, {"name": "Ivo Ash"}]
    meeting = minute(OPENED, papers(members=members))
    assert "Councillor Tom Oak MBE JP (Chairman)" in printed(meeting, "county")
    assert "Councillor Dr Dora Elm" in printed(meeting, "county")
    assert "MBE JP" not in printed(meeting, "barnet")


def test_a_style_is_told_what_it_lacks_and_which_slots_there_are(tmp_path: Path) -> None:
    text = 'name = "Larch"\n[words]\n"CL-01" = "Done at {{ clock }}"\n"AT-06" = "All were there."\n'
    checked = check_style(text, "larch.toml")
    assert set(checked.own) == {"CL-01", "AT-06"}
    assert checked.wrong == ("CL-01 has no slot “clock”. It has: began, time.",)
    assert "AT-01" in checked.lacks
    file = tmp_path / "larch.toml"
    file.write_text(text.replace("clock", "time"), encoding="utf-8")
    done = CliRunner().invoke(cli, ["style", "check", str(file)])
    assert done.exit_code == 0, done.output
    assert "2 of " in done.output
    assert "AT-01 (people): Apologies were received from" in done.output
    assert "Education and Libraries Committee" in done.output
    file.write_text(text, encoding="utf-8")
    assert CliRunner().invoke(cli, ["style", "check", str(file), "--no-sample"]).exit_code == 1


@pytest.mark.parametrize("name", ["parish", "county"])
def test_no_decision_of_theirs_is_in_barnets_form(name: str) -> None:
    style = shipped_style(name)
    assert [key for key, words in style.words.items() if "{{ 'RESOLVED' | decision }} –" in words] == []
    assert read_style(f'name = "x"\ninherits = "{name}"', "own.toml").settings == style.settings


def test_a_committee_says_whose_it_is() -> None:
    meeting = held("", body="Planning Committee", council="Elder Town Council")
    assert "Elder Town Council: minutes of the meeting of the Planning Committee" in printed(meeting, "parish")
    assert "Elder Town Council, Planning Committee: minutes" in printed(meeting, "county")
    assert "Elder Town Council" not in printed(meeting, "barnet")
    itself = held("", body="Elder Town Council", council="Elder Town Council")
    assert " Minutes of the meeting of Elder Town Council Wednesday 12 March 2031" in printed(itself, "parish")


def test_an_agenda_that_is_numbered_over_the_year_has_its_references_already() -> None:
    items = ({"number": "31/040", "title": "Ponds"}, {"number": "31/041", "title": "Bees"})
    meeting = held(":take 31/041\n:motion elm ash -- That a hive be bought.\n:vote 5 0 0\n", items=items)
    style = shipped_style("parish")
    made = printed(meeting, "parish")
    assert "31/041 BEES" in made
    assert "31/–" not in made
    assert wanting(Writer(meeting, style), draft(meeting, style).blocks) == ()


@pytest.mark.parametrize("name", ["parish", "county"])
def test_no_motion_or_vote_of_theirs_is_told_in_barnets_turns(name: str) -> None:
    meeting = held(
        ":take 2\n:motion elm ash -- That a heron be bought.\n:amend yew oak words=first -- heron -> crane\n"
        ":vote 2 3 0\n:amend ash yew words=first -- a heron -> two herons\n:vote 3 2 0\n:vote 4 1 0\n",
        printing={"resolution": "clauses"},
    )
    said = printed(meeting, name)
    for turn in ("Votes were recorded as follows", "standing in that Member", "moved to the vote", "CARRIED –"):
        assert turn not in said
    words = shipped_style(name).words
    assert not [key for key, template in words.items() if "ten Members" in template or "20 working days" in template]


@pytest.mark.parametrize("style", ["parish", "county"])
def test_what_is_resolved_is_said_as_a_wish_and_in_no_other_councils_words(style: str) -> None:
    own = {key: text for key, text in shipped_style(style).words.items() if text != shipped_style().words[key]}
    told = [key for key, text in own.items() if re.search(r"(?i)'resolved' \| decision \}\}: (?:the|this|\{\{)", text)]
    assert told == []
    theirs = ("this was resolved", "Worshipful", "DECISION:", "decision making process", "moved to the vote", "AND the")
    assert [key for key, text in shipped_style(style).words.items() if any(said in text for said in theirs)] == []


def test_a_parish_calls_its_members_by_one_name_everywhere() -> None:
    script = ":take 2\n:declare yew 2 -- owns a boat\n:put by=elm,ash\n:vote named against=yew rest=for\n"
    said = printed(held(script), "parish")
    assert "Councillor" not in said
    assert "For (4): Oak, Elm, Ash" in said
    assert "Councillor Dora Elm" in printed(held(script), "county")
