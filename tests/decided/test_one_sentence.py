"""What is said of a decision beside its vote joins the sentence of that vote, in the minutes and on the sheet (A9)."""

import pytest

from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import ITEMS, held, papers, said, text_of, under

TREE = (ITEMS[0], {"number": 2, "title": "Tree order 12", "recommendations": ["That the order be confirmed."]})
MEMBERS = (ITEMS[0], {"number": 2, "title": "Members' Items"})
CLAUSES = {"printing": {"resolution": "clauses"}}


def both_ways(first: str, second: str) -> list[str]:
    return [f":take 2\n{first}\n{second}", f":take 2\n{second}\n{first}"]


def sheet(script: str) -> str:
    meeting = held(script)
    style = shipped_style()
    written = decision_sheet(meeting, style, draft(meeting, style, True), True)
    return "\n".join(line for block in written.blocks for line in lines(block))


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("noted referrals=none", "this was noted with no referrals"),
        ("recommended to=Council", "recommended to Council"),
        ('referred to="the Cabinet"', "this was referred to the Cabinet"),
        ("recommended -- that ducks be bought", "it was recommended to Council that ducks be bought"),
        ('referred to="Planning Committee"', "this was referred to the Planning Committee"),
        (
            '"to respond" to="Head of Ponds"',
            "the matter was referred to the Head of Ponds to provide a written response",
        ),
        ('"referred back"', "the decision was referred back to the decision maker"),
    ],
)
@pytest.mark.parametrize("vote", [":vote unanimous", ":vote 4 1 0", ":vote assent", ":vote 2 2 1\n:cast for"])
def test_an_outcome_joins_the_resolution_that_was_voted(outcome: str, words: str, vote: str) -> None:
    for script in both_ways(vote, f":outcome {outcome}"):
        printed = under(held(script), "2")
        assert printed.count("RESOLVED") == 1
        assert f", and {words}" in printed


@pytest.mark.parametrize("outcome", ["recommended to=Council", "noted", "referred to=Cabinet", '"referred back"'])
def test_what_joins_clauses_is_to_be_as_they_are(outcome: str) -> None:
    setup = {"printing": {"resolution": "whole"}}
    printed = under(held(f":take 2\n:vote unanimous\n:outcome {outcome}", papers(**setup)), "2")
    assert ", and that th" in printed
    assert " was " not in printed.partition("RESOLVED")[2]


@pytest.mark.parametrize(
    ("moved", "outcome", "more"),
    [
        (":motion elm ash -- That no further action be taken.", '"no further action"', ""),
        (":motion elm ash -- That the bridge wait, and no action be taken.", '"no further action"', ""),
        (":motion elm ash kind=deferral -- to the next meeting", 'deferred to="the next meeting"', ""),
        (":motion elm ash kind=deferral", "deferred", ""),
        (":motion elm ash -- That it be referred to the Cabinet.", "referred to=Cabinet", ""),
        (":motion elm ash -- That the report be noted.", "noted -- Officers were thanked.", "Officers were thanked."),
        (":motion elm ash -- That Council be recommended to buy ducks.", "recommended to=Council", ""),
    ],
)
def test_an_outcome_that_the_carried_words_say_is_said_once(moved: str, outcome: str, more: str) -> None:
    script = f":take 2\n{moved}\n:vote 4 1 0"
    once, both = (under(held(one), "2") for one in (script, f"{script}\n:outcome {outcome}"))
    assert both.count("RESOLVED") + both.count("CARRIED") == 1
    assert "No further action would be taken" not in both
    assert more in both
    assert more in sheet(f"{script}\n:outcome {outcome}")
    assert more or both == once
    with_words = under(held(f"{script}\n:outcome {outcome.partition(' --')[0]} -- because it was late"), "2")
    assert "because it was late" in with_words
    other = under(held(f"{script}\n:outcome referred to=Council -- the boats"), "2")
    assert "referred to Council" in other


def test_a_rider_is_kept_whether_it_was_said_before_the_vote_or_after() -> None:
    for script in both_ways(":vote assent", ":outcome approved -- Subject to a survey."):
        assert "RESOLVED – the recommendation was agreed, subject to a survey." in under(held(script), "2")
        listed = under(held(script, papers(**CLAUSES)), "2")
        assert "That the ponds be dredged, subject to a survey." in listed
        assert "–," not in listed
    several = ({"number": 2, "title": "Ponds", "recommendations": ["That one be dug.", "That two be filled."]},)
    printed = under(
        held(":take 2\n:vote assent\n:outcome approved -- Subject to a survey.", papers(several, **CLAUSES)), "2"
    )
    assert printed.endswith("This was resolved, subject to a survey.")
    assert "That two be filled.\n" in printed
    thanks = under(held(":take 2\n:vote assent\n:outcome approved -- Officers were thanked."), "2")
    assert "RESOLVED – the recommendation was agreed. Officers were thanked." in thanks


def test_a_tree_order_and_its_vote_are_one_resolution() -> None:
    for script in both_ways(":vote unanimous", ":treeorder confirmed ref=TPO12"):
        printed = under(held(script, papers(TREE)), "2")
        assert printed.count("RESOLVED") == 1
        assert printed.endswith("unanimously approved, and TPO12 was confirmed.")
    alone = under(held(":take 2\n:treeorder confirmed ref=TPO12\n:outcome approved", papers(TREE)), "2")
    assert alone == "RESOLVED – that TPO12 be confirmed."
    two = under(held(":take 2\n:treeorder confirmed ref=A1\n:treeorder confirmed ref=B2", papers(TREE)), "2")
    assert two.count("RESOLVED") == 2


def test_a_members_item_that_is_voted_on_is_agreed_by_its_vote() -> None:
    item = ":take 2\n:memberitem ash agreed=yes -- that benches be mended\n"
    printed = under(held(item + ":vote 4 1 0", papers(MEMBERS)), "2")
    assert printed.count("RESOLVED") == 1
    lost = held(item + ":vote 1 4 0", papers(MEMBERS))
    assert "agreed" not in under(lost, "2")
    assert any("said to have been agreed" in line for line in said(lost, "V1"))
    assert under(held(item + ":outcome approved", papers(MEMBERS)), "2").count("RESOLVED") == 1
    # An outcome after another Member's Item is of that one.
    other = item + ":memberitem elm -- that a hedge be planted\n:outcome approved"
    assert under(held(other, papers(MEMBERS)), "2").count("RESOLVED") == 2


def test_outcomes_alone_are_one_sentence() -> None:
    printed = under(held(":take 2\n:outcome noted\n:outcome referred to=Cabinet"), "2")
    assert printed == "RESOLVED – this was noted, and this was referred to Cabinet."
    assert under(held(":take 2\n:outcome noted\n:outcome noted -- The Chairman was grateful."), "2") == (
        "RESOLVED – this was noted. The Chairman was grateful."
    )
    minutes = under(held(":take 2\n:minutes 2031-01-15\n:outcome approved\n:minutes 2031-01-15"), "2")
    assert minutes.count("RESOLVED") == 1


def test_a_sentence_in_the_clerks_own_words_stays() -> None:
    script = ":take 2\n:vote unanimous\n:outcome noted\n:reword e6 -- The Committee was content."
    assert "The Committee was content." in under(held(script), "2")


def test_an_adoption_that_was_declared_carried_is_said_once() -> None:
    printed = under(
        held(":take 3\n:vote assent\n:take 2\n:withdraw r2\n:adopt ash elm -- the report\n:vote carried"), "2"
    )
    assert printed.count("carried") + printed.count("CARRIED") == 1


def test_the_sheet_tells_what_joined_a_vote_after_it() -> None:
    for script in both_ways(":vote 4 1 0", ":outcome noted referrals=none"):
        assert "That the ponds be dredged.\nIt was also resolved that this be noted with no referrals." in sheet(script)
        assert sheet(script).count("RESOLVED") == 1
    assert sheet(":take 2\n:vote 4 1 0\n:outcome approved").count("RESOLVED") == 1
    assert "This was resolved, subject to a survey." in sheet(
        ":take 2\n:vote assent\n:outcome approved -- subject to a survey"
    )


@pytest.mark.parametrize(
    "script",
    [
        ":vote 4 1 0\n:outcome refused",
        ":vote 1 4 0\n:outcome approved",
        ":vote lost\n:outcome approved",
        ":vote 4 1 0\n:outcome withdrawn",
        ":vote 4 1 0\n:outcome deferred",
        ':outcome "not reached"\n:vote 4 1 0',
        ':vote 4 1 0\n:outcome "no decision"',
        ":outcome approved\n:outcome refused",
        ":vote 4 1 0\n:none",
    ],
)
def test_what_is_said_against_a_vote_is_found(script: str) -> None:
    assert said(held(f":take 2\n{script}"), "V1")


@pytest.mark.parametrize(
    "script",
    [
        ":vote 4 1 0\n:outcome approved",
        ":vote 1 4 0\n:outcome refused",
        ":vote 1 4 0\n:outcome noted",
        ":motion elm ash -- That the report be refused.\n:vote 4 1 0\n:outcome refused",
        ":motion elm ash -- That the item be deferred.\n:vote 4 1 0\n:outcome deferred -- for a plan",
        ":motion elm ash kind=deferral -- for a plan\n:vote 4 1 0\n:outcome deferred -- for a plan",
        ":vote 1 4 0\n:motion elm ash -- That ponds be filled.\n:vote 4 1 0\n:outcome approved",
    ],
)
def test_what_agrees_with_a_vote_is_not(script: str) -> None:
    assert not said(held(f":take 2\n{script}"), "V1")


@pytest.mark.parametrize(
    ("how", "vote", "against"),
    [
        ("confirmed", "1 4 0", True),
        ("unconfirmed", "4 1 0", True),
        ("modified", "4 1 0", False),
        ("unconfirmed", "1 4 0", False),
    ],
)
def test_a_tree_order_against_its_vote_is_found(how: str, vote: str, against: bool) -> None:
    meeting = held(f":take 2\n:vote {vote}\n:treeorder {how} ref=TPO12", papers(TREE))
    assert bool(said(meeting, "V1")) is against


def test_none_is_not_printed_where_something_was_decided() -> None:
    for script in both_ways(":vote 4 1 0", ":none"):
        assert "None" not in under(held(script), "2")


def test_what_is_one_word_in_a_style_stands_by_itself() -> None:
    for script in both_ways(":vote assent", ":outcome noted"):
        written = draft(held(script), shipped_style("parish"), True)
        text = "\n".join(line.strip() for block in written.blocks for line in lines(block))
        assert "\nNOTED.\n" in f"{text}\n"
        assert "that the ponds be dredged." in text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("seven -> eight", "“seven” to read “eight”"),
        ("Item 6, page 2: seven -> eight", "Item 6, page 2: “seven” to read “eight”"),
        ("Paragraph 3: “seven ponds” -> “eight ponds”", "Paragraph 3: “seven ponds” to read “eight ponds”"),
        ("Ponds, last line: “seven” -> “eight”.", "Ponds, last line: “seven” to read “eight”"),
        ("He said: no -> He said: yes", "“He said: no” to read “He said: yes”"),
        ("pond -> “pond”", "“pond” to read ““pond””"),
    ],
)
def test_where_earlier_words_stand_is_said_before_them(typed: str, printed: str) -> None:
    assert f"- {printed}\n" in text_of(held(f":take 2\n:minutes 2031-01-15 -- {typed}")) + "\n"
