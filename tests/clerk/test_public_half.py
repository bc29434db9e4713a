"""What of a private session is public, said where it is typed, and judged where it is published."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from clerk.names import Unclear
from clerk.rules.checks import findings
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from screens.cli.main import cli
from tests.screens.desk.at_the_desk import made
from tests.support.minute import OPEN, Desk, desk

SESSION = f"{OPEN}\n:take 3\n:none\n:take 9\n:exclude items=9 para=3 weighed=yes\n"


def said(at: Desk, line: str) -> str:
    would = recording(at.meeting, line, at.item)
    assert would is not None
    return say_back(at.meeting, would.events)


def public(at: Desk) -> str:
    return write_text(draft(at.meeting, shipped_style()))


def found(at: Desk, rule: str) -> list[str]:
    return [one.text for one in findings(at.meeting) if one.rule == rule]


@pytest.mark.parametrize(
    ("line", "half"),
    [
        ("The rent was Xanadu.", "In the exempt minutes alone."),
        (":motion oak elm -- That Xanadu be let.", "In the exempt minutes alone."),
        (":vote 8 1 1", "Kept private: r9 was moved or amended in private."),
        (":out elm", "In the public minutes too."),
        (":out elm -- to see Xanadu", "In the public minutes too, without the words."),
        (":preside birch -- owing to Xanadu", "In the public minutes too, without the words."),
        (":adjourn 20:00 -- for Xanadu", "In the public minutes too, without the words."),
        (":declare elm 9 kind=dpi effect=left -- of Xanadu", "who, item, kind and effect, no more."),
        (":urgent -- the lease ends in May", "In the public minutes too."),
        (":summary -- A lease was considered.", "In the public minutes too."),
    ],
)
def test_which_half_prints_where_is_said_before_enter(line: str, half: str) -> None:
    at = desk().play(SESSION)
    assert half in said(at, line) or (half.startswith("Kept") and "In the exempt minutes alone." in said(at, line))
    at.enter(line)
    assert "Xanadu" not in public(at)


@pytest.mark.parametrize(
    ("before", "line", "half", "printed"),
    [
        ("", ":reword e5 -- There were no interests, Xanadu.", "In the public minutes too.", True),
        ("The rent was low.\n", ":reword e8 -- The rent was Xanadu.", "In the exempt minutes alone.", False),
        (":out elm -- to see Zembla\n", ":reword e8 -- Xanadu was seen.", "In the exempt minutes alone.", False),
    ],
)
def test_a_rewording_is_said_to_be_public_where_its_sentence_is(
    before: str, line: str, half: str, printed: bool
) -> None:
    at = desk().play(SESSION + before)
    assert said(at, line).endswith(half)
    at.enter(line)
    assert ("Xanadu" in public(at)) == printed


@pytest.mark.parametrize(
    ("before", "line", "half", "printed"),
    [
        ("", ":correct e5 -- There was rain at Xanadu.", "In the public minutes too.", True),
        ("", ':split e5 at="was"', "In the public minutes too.", False),
        ("The rent was low.\n", ":correct e8 -- The rent was Xanadu.", "In the exempt minutes alone.", False),
        ("The rent was low.\n:readmit\n", ":correct e8 -- The rent was Xanadu.", "In the exempt minutes alone.", False),
        (":readmit\n", ":correct e5 -- There was rain at Xanadu.", "There was rain at Xanadu.", True),
    ],
)
def test_what_is_put_right_is_said_to_be_public_where_it_stands(
    before: str, line: str, half: str, printed: bool
) -> None:
    at = desk().play(SESSION.replace(":none", "There was rain.") + before)
    assert said(at, line).endswith(half)
    at.enter(line)
    assert ("Xanadu" in public(at)) == printed


def test_what_is_changed_of_a_person_whom_the_public_knows_is_said_to_be_public() -> None:
    at = desk().play(SESSION)
    assert said(at, ':person reed name="Jo Reed" post="Head of Xanadu"').endswith("In the public minutes too.")
    assert "minutes" not in said(at, ':person fern name="Al Fern" post="Head of Xanadu"')


@pytest.mark.parametrize(("line", "reach"), [(":vote unanimous", "r9 of item 9 is private: only “:vote … of=r9”")])
def test_recommendations_of_an_exempt_item_that_were_put_are_reached_by_their_label(line: str, reach: str) -> None:
    at = desk().play(f"{SESSION}:readmit\n:take 8\n:vote unanimous\n:take 10\n:put r9")
    with pytest.raises(Unclear, match=re.escape(reach)):
        at.enter(line)


def test_in_public_nothing_is_said_of_it() -> None:
    assert "minutes" not in said(desk().play(f"{OPEN}\n:take 8"), ":out elm")


@pytest.mark.parametrize(
    "reason", [":urgent -- the lease ends in May", ":mark 9 urgent=yes agreed=ash -- the lease ends in May"]
)
def test_the_reason_of_urgency_is_public_by_whichever_verb(reason: str) -> None:
    assert "because the lease ends in May" in public(desk().play(SESSION + reason))


def test_who_came_left_and_presided_and_what_was_declared_is_public() -> None:
    at = desk().play(
        f"{SESSION}:declare elm 9 kind=dpi effect=left -- of Xanadu\n:@20:00 out elm\n:@20:10 in elm\n"
        ":preside birch -- owing to Xanadu\n:adjourn 20:20 -- for Xanadu\n:resume 20:30\n:close 21:00"
    )
    text = public(at)
    under = text.split("3. ")[1].split("4. ")[0]
    assert "Ivo Elm" in under
    assert "disclosable pecuniary interest" in under
    for words in (
        "left the meeting",
        "returned to the meeting at 8.10",
        "Petra Birch took the Chair",
        "adjourned at 8.20",
    ):
        assert words in text
    assert "None." not in under
    assert "Xanadu" not in text
    assert not found(at, "D1")


def test_none_that_was_recorded_in_private_does_not_stand_under_declarations() -> None:
    at = desk().play(f"{OPEN}\n:take 9\n:exclude items=9 para=3\n:take 3\n:none\n:close 21:00")
    assert any("were there no interests" in text for text in found(at, "D1"))


def test_an_item_that_prints_nothing_in_public_is_found() -> None:
    at = desk().play(f"{SESSION}:take 8\nIt was debated.\n:take 10\n:none\n:close 21:00")
    assert "All that is recorded under item 8 is private: it prints nothing in public." in found(at, "T3")
    assert any("item 10" in text for text in found(at, "U3"))


def test_that_an_exempt_title_is_public_is_said_until_the_close() -> None:
    at = desk().play(f"{SESSION}The rent was low.\n:readmit\n:take 10\n:none")
    assert any("title of item 9" in text for text in found(at, "X7"))
    assert not any("title of item 9" in text for text in found(at.play(":close 21:00"), "X7"))


@pytest.mark.parametrize(
    ("script", "asked"),
    [
        (f"{SESSION}:vote 8 1 1\n", "say nothing of item 9"),
        (f"{SESSION}:urgent -- it ends in May\n:vote 8 1 1\n", "do not say what was decided on item 9"),
        (f"{SESSION}:vote 8 1 1\n:summary -- A lease was agreed.\n", ""),
    ],
)
def test_where_what_is_left_is_no_fair_record_a_summary_is_asked_for_before_it_is_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, asked: str
) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path))
    made(tmp_path, script=f"{script}:readmit\n:take 10\n:none\n:close 21:00")
    done = CliRunner().invoke(cli, ["draft", "sitting", "--cleared"])
    assert (asked in done.output) if asked else ("X6" not in done.output)
    assert ":summary" in done.output or not asked
    assert asked == "" or done.exit_code
    exempt = CliRunner().invoke(cli, ["draft", "sitting", "--cleared", "--exempt"])
    assert ":summary" not in exempt.output
    final = CliRunner().invoke(cli, ["draft", "sitting", "--final"])
    assert (asked in final.output) if asked else ("X6" not in final.output)


def test_labels_in_the_public_data_do_not_count_what_was_private() -> None:
    from exports.data.record import record

    at = desk().play(
        f"{SESSION}:motion oak elm -- That Xanadu be let.\n:vote 8 1 1\n:readmit\n:take 8\n"
        ":motion ash birch -- That it be noted.\n:vote 7 1 1"
    )
    data = record(at.meeting, shipped_style())
    assert [(vote.id, vote.questions) for vote in data.votes] == [("v1", ("m1",))]
    assert "m1" in [question.id for question in data.questions]


def test_the_register_and_the_search_have_no_nature_of_an_interest_declared_in_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path))
    made(tmp_path, script=f"{SESSION}:declare elm 9 kind=dpi -- of Xanadu\n:out elm -- to see Xanadu\n:close 21:00")
    table = CliRunner().invoke(cli, ["register", "declarations"]).output
    assert "Elm" in table
    assert "Xanadu" not in table
    assert "Xanadu" in CliRunner().invoke(cli, ["register", "declarations", "--exempt"]).output
    from clerk.library.findable import findable

    meeting = desk().play(f"{SESSION}:declare elm 9 kind=dpi -- of Xanadu\n:out elm -- to see Xanadu").meeting
    assert all(one.private for one in findable(meeting) if "Xanadu" in one.text)
