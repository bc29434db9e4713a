"""Two questions that wait at once: each result says of which; what was voted on by itself is not voted on again."""

import pytest

from clerk.meeting.motions import text_of
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from exports.data.votes_table import votes_csv
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import ITEMS, at_desk, held, papers, said, under
from tests.support.minute import Desk

TWO = ":take 2\n:amend elm ash add -- That x be y.\n:amend yew green add -- That z be w.\n"


def sheet_of(script: str) -> str:
    meeting = held(script)
    whole = draft(meeting, shipped_style())
    blocks = decision_sheet(meeting, shipped_style(), whole).blocks
    return "\n".join(line for block in blocks for line in lines(block))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (":vote 4 1 0 of=A1", ":vote 2 3 0 of=A2"),
        (":withdraw A1", ":vote 2 3 0"),
        (":accept A2", ":vote lost of=A1"),
        (":vote carried of=A2", ":fell A1"),
    ],
)
def test_each_of_two_amendments_is_named_where_it_ends(first: str, second: str) -> None:
    printed = under(held(f"{TWO}{first}\n{second}"), "2").casefold()
    assert printed.count("amendment of councillor dora elm") == 1
    assert printed.count("amendment of councillor petra yew") == 1


def test_one_after_the_other_needs_no_name() -> None:
    script = ":take 2\n:amend elm ash add -- That x be y.\n:vote 3 2 0\n"
    printed = under(held(f"{script}:amend yew green add -- That z be w.\n:vote 2 3 0"), "2")
    assert "LOST – the amendment was not agreed." in printed


def test_two_motions_at_once_are_named_too() -> None:
    script = ":take 2\n:motion elm ash -- That x be y.\n:motion yew green -- That z be w.\n:withdraw m1\n:vote 2 3 0"
    printed = under(held(script), "2")
    assert "The motion of Councillor Dora Elm was withdrawn." in printed
    assert "LOST – the motion of Councillor Petra Yew was not approved." in printed


CLAUSES = (*ITEMS[:1], {**ITEMS[1], "recommendations": ["That the ponds be dredged.", "That ducks be fed.", "That x."]})


def test_after_a_vote_on_one_clause_a_vote_is_on_the_others() -> None:
    meeting = held(":take 2\n:put only=2\n:vote 1 4 0\n:vote unanimous", papers(CLAUSES))
    printed = under(meeting, "2")
    assert "RESOLVED – recommendations 1 and 3 were unanimously approved." in printed
    assert not said(meeting, "M21")
    again = at_desk(":take 2\n:put only=1+2\n:vote 4 1 0", papers(CLAUSES)).play(":put")
    assert again.meeting.puts[-1].clauses == (text_of(again.meeting.questions, "r2")[2].id,)


LED = """:take 2
:motion elm ash -- That officers:
  1. dredge;
  2. fence.
  That the Chair:
  1. write;
  2. call.
"""


def would(at: Desk, line: str) -> str:
    """What is said back of a line before it is recorded."""
    made = recording(at.meeting, line, at.item)
    return say_back(at.meeting, made.events) if made else ""


def test_what_leads_to_clauses_is_not_voted_on_by_itself() -> None:
    at = at_desk(LED)
    assert would(at, ":amend yew green delete at=2:2").endswith("clause 2 under “That the Chair” deleted.")
    assert would(at, ":amend yew green add at=2:0 -- sing").endswith("added under “That the Chair:”: “sing”.")
    at.play(":put only=2:1\n:vote 3 2 0")
    rest = "clauses 1 under “That officers”, 2 under “That officers” and 2 under “That the Chair”"
    assert would(at, ":vote 3 2 0").startswith(f"m1 {rest}, Ponds: ")
    by_one = at_desk(LED + "".join(f":put only={n}\n:vote 3 2 0\n" for n in ("1:1", "1:2", "2:1", "2:2"))).meeting
    assert by_one.questions["m1"].state == "carried"


def test_a_vote_on_a_part_of_a_motion_says_on_which() -> None:
    script = ":take 2\n:motion elm ash -- 1. That ducks be fed.\n  2. That geese be fed.\n"
    printed = under(held(script + ":put only=1\n:vote 3 2 0\n:vote 2 3 0"), "2")
    assert "moved to a separate vote on paragraph 1 of the motion:\nThat ducks be fed.\n" in printed
    assert "RESOLVED – paragraph 1 of the motion was approved." in printed
    assert printed.endswith("Paragraph 2 of the motion was LOST.")
    tied = under(held(script + ":put only=2\n:vote 2 2 1\n:cast for"), "2")
    assert "used the casting vote for paragraph 2 of the motion." in tied
    led = under(held(LED + ":put only=2:1\n:vote carried"), "2")
    assert "RESOLVED – paragraph 1 under “That the Chair” of the motion was declared CARRIED." in led


@pytest.mark.parametrize(("how", "printed"), [("carried", "CARRIED"), ("lost", "LOST")])
def test_a_part_that_was_declared_has_one_sentence(how: str, printed: str) -> None:
    text = under(held(f":take 2\n:put only=2\n:vote {how}", papers(CLAUSES)), "2")
    assert f"ecommendation 2 was declared {printed}." in text
    assert text.casefold().count("recommendation 2 was") == 1


@pytest.mark.parametrize(
    ("kind", "typed", "whole"),
    [
        ("deferral", "to June", "That the item be deferred to June."),
        ("deferral", "That the item be deferred to May.", "That the item be deferred to May."),
        ("order", "That item 3 be taken next.", "That Item 3 be taken next."),
    ],
)
@pytest.mark.parametrize("end", ["ash", "none"])
def test_the_sheet_has_a_short_motion_whole(kind: str, typed: str, whole: str, end: str) -> None:
    vote = ":vote 2 3 0" if end == "ash" else ""
    assert f"\n{whole}\n" in sheet_of(f":take 2\n:motion elm {end} kind={kind} -- {typed}\n{vote}")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (':award "Pond fence" by=ash amount=5000', "That funding of £5,000 be awarded to Pond fence."),
        (':award "Bench" amount=90 refused=yes', "That no award be made to Bench."),
        (":adopt elm ash -- the report of the Parks Committee", "recommendations in the report of the Parks Committee"),
        (":motion elm ash kind=adjournment -- for ten minutes", "That the meeting be adjourned for ten minutes."),
    ],
)
def test_the_votes_file_says_what_was_voted_on(line: str, words: str) -> None:
    meeting = held(f":take 1\n{line}\n:vote 4 1 0")
    assert words in votes_csv(meeting, shipped_style())


@pytest.mark.parametrize(
    ("vote", "results"),
    [
        (":vote 4 1 0", ("CARRIED – the motion of {} was approved.",)),
        (":vote unanimous", ("CARRIED – the motion of {} was unanimously approved.",)),
        (":vote lost", ("LOST – the motion of {} was declared lost.",)),
    ],
)
def test_two_motions_put_together_have_a_result_each(vote: str, results: tuple[str, ...]) -> None:
    script = ":take 2\n:motion elm ash -- That x be y.\n:motion yew green -- That z be w.\n:put m1+m2\n"
    printed = under(held(script + vote), "2")
    for result in results:
        for mover in ("Councillor Dora Elm", "Councillor Petra Yew"):
            assert printed.count(result.format(mover)) == 1


def test_a_motion_put_with_the_recommendation_is_not_the_officer_s() -> None:
    meeting = held(":take 2\n:motion elm ash -- That a survey be made.\n:put m1+r2\n:vote 4 1 0")
    printed = under(meeting, "2")
    assert "the motion of Councillor Dora Elm and the officer’s recommendation:\nThat the ponds be dredged." in printed
    assert printed.count("That a survey be made.") == 1
    assert printed.count("was approved.") == 2
