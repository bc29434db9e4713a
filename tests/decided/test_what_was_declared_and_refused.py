"""What somebody declared and left for, two kinds at once, and what a motion that was carried refused."""

import pytest

from clerk.names import Unclear
from exports.draft import draft
from exports.extracts import annex
from exports.style import shipped_style
from tests.support.five import ITEMS, at_desk, held, papers, under

PLANNING = papers(
    items=(*ITEMS, {"number": 4, "title": "Mill Lane", "recommendations": ["That the application be approved."]}),
    body="Planning Committee",
)


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("personal and open mind", "declared a personal interest in relation to Item 2 by virtue of owning a boat."),
        ("personal and open mind", "Elm also declared an open mind on Item 2."),
        ("open mind but non-pecuniary", "Elm declared, however, an open mind on Item 2."),
        ("dpi and predetermination", "Elm also declared predetermination in relation to Item 2."),
        ("other but bias", "Elm declared, however, an appearance of bias in relation to Item 2."),
        ("arrears and open mind", "Elm declared arrears of council tax in relation to Item 2."),
        ("closed mind", "declared predetermination in relation to Item 2, by virtue of owning a boat."),
        ("personal but non-prejudicial", "declared a personal but non-prejudicial interest in relation to Item 2"),
    ],
)
def test_both_kinds_are_printed(kind: str, printed: str) -> None:
    assert printed in under(held(f':take 1\n:declare elm 2 kind="{kind}" -- owning a boat'), "1")


@pytest.mark.parametrize(
    "kind", ["blanket and personal", "personal and personal", "open mind and predetermination", "bias but open mind"]
)
def test_what_cannot_be_said_together_is_refused(kind: str) -> None:
    with pytest.raises(Unclear, match="on a line of its own"):
        at_desk(f':declare elm 2 kind="{kind}"')


@pytest.mark.parametrize(
    ("kind", "declared"),
    [
        ("predetermination", "predetermination"),
        ("bias", "an appearance of bias"),
        ('"closed mind"', "predetermination"),
        ('"personal and predetermination"', "an interest and predetermination"),
        ("dpi", "an interest"),
    ],
)
def test_the_leaving_says_what_was_declared(kind: str, declared: str) -> None:
    meeting = held(
        f":take 1\n:declare elm 2 kind={kind} effect=left\n:take 2\n:out elm interest=yes\n:put\n:vote 3 1 0"
    )
    assert f"Having declared {declared}, Councillor Dora Elm left the room." in under(meeting, "2")


def test_two_who_left_had_both_reached_a_view() -> None:
    meeting = held(":declare elm,ash 2 kind=predetermination effect=left\n:take 2\n:out elm,ash interest=yes")
    said = "Having declared predetermination, Councillor Dora Elm and Councillor Ivo Ash left the"
    assert said in under(meeting, "2")


def test_who_did_not_vote_had_declared_no_interest() -> None:
    meeting = held(':declare elm 2 kind=predetermination effect="no vote"\n:take 2\n:put\n:vote 4 0 0')
    said = "Having declared predetermination, Councillor Dora Elm did not vote."
    assert said in under(meeting, "2")


@pytest.mark.parametrize(
    ("words", "resolved"),
    [
        ("That the application be refused", "that the application be REFUSED."),
        ("That consent be refused contrary to the recommendation of the Head of Ponds", "that consent be REFUSED."),
        ("Refuse", "that the application be REFUSED."),
        ("That the Committee refuse listed building consent", "that listed building consent be REFUSED."),
        ("That permission for Mr. Fen’s shed be refused", "that permission for Mr. Fen’s shed be REFUSED."),
        ("That the wall plan be approved", "that the wall plan be APPROVED."),
    ],
)
def test_what_was_refused_is_named(words: str, resolved: str) -> None:
    printed = under(held(f":take 4\n:motion elm ash -- {words}\n:vote 3 2 0", PLANNING), "4")
    assert f"RESOLVED – {resolved}" in printed


def test_what_was_moved_for_refusal_in_other_words_is_what_was_resolved() -> None:
    printed = under(held(":take 4\n:motion elm ash -- That no works be allowed\n:vote 3 2 0 to=refusal", PLANNING), "4")
    assert "RESOLVED – that no works be allowed. The application was REFUSED." in printed
    both = "That consent be refused and that the sign be removed"
    printed = under(held(f":take 4\n:motion elm ash -- {both}\n:vote 3 2 0", PLANNING), "4")
    assert "RESOLVED – that consent be refused and that the sign be removed. The application was REFUSED." in printed


def test_a_firm_that_acts_is_a_clause() -> None:
    printed = under(held(":take 1\n:declare elm 2 kind=personal -- her firm acts for the applicant"), "1")
    assert "because her firm acts for the applicant." in printed


@pytest.mark.parametrize("typed", [":reasons -- It was too tall.\n:notput", ":notput\n:reasons -- It was too tall."])
def test_the_reasons_go_on_from_the_decision(typed: str) -> None:
    lines = f":take 4\n:motion elm ash -- That the application be refused\n:vote 3 2 0\n{typed}"
    printed = under(held(lines, PLANNING), "4")
    assert "be REFUSED.\nFor the following reason:\nIt was too tall." in printed
    assert printed.index("The recommendation was not put to the vote.") < printed.index("RESOLVED")


def test_a_recount_is_told() -> None:
    printed = under(held(":take 2\n:vote 3 2 0\n:vote 2 3 0 recount=v1"), "2")
    assert "The count was doubted, and the votes were counted again.\nVotes were recorded as follows:" in printed
    named = under(held(":take 2\n:vote 3 2 0\n:vote named against=ash rest=for recount=v1"), "2")
    assert "counted again" in named
    assert "counted again" not in under(held(":take 2\n:vote 3 2 0"), "2")


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (":blanket -- all Members had received letters", "It was noted that all Members had received letters."),
        (":blanket need=no -- many lived there", "that many lived there; where this applied there was no need to decl"),
        (":lobbied all 2", "It was noted that all Members had been lobbied on Item 2."),
        (":lobbied elm 2+3 by=residents", "Councillor Dora Elm had been lobbied by residents on Items 2 and 3."),
        (":lobbied elm 2 how=correspondence -- from both sides", "had received correspondence on Item 2, from both s"),
        (":writtenreply reed to=ash -- the splay", "undertook to reply to Councillor Ivo Ash in writing on the splay."),
        (":writtenreply reed -- The splay.", "Action: Ms Reed – Reply in writing on the splay"),
        (":writtenreply reed -- about Mill Lane", "Action: Ms Reed – Reply in writing about Mill Lane"),
        (":writtenreply reed -- Mill Lane", "Action: Ms Reed – Reply in writing on Mill Lane"),
        (":writtenreply reed -- That the count was wrong.", "Reply in writing that the count was wrong"),
        (":writtenreply reed -- The count was wrong.", "Reply in writing: The count was wrong"),
        (":writtenreply reed -- whether it was wrong", "Reply in writing on whether it was wrong"),
        (":writtenreply reed", "Action: Ms Reed – Reply in writing"),
        (":decision -- The Chairman announced that a notice would be served.", "\nThe Chairman announced that a n"),
    ],
)
def test_nothing_is_added_and_nothing_is_lost(line: str, printed: str) -> None:
    said = under(held(f":take 2\nIt was late.\n{line}"), "2")
    assert printed in said
    assert "announced its decision" not in said
    assert line.startswith(":blanket need") or "no need" not in said


def test_what_the_public_is_told_stands_in_the_public_minutes_alone() -> None:
    items = (*ITEMS, {"number": 4, "title": "A fence", "exempt": True})
    told = ":summary -- The Committee authorised a notice."
    lines = f":take 3\n:exclude items=4 para=2\n:take 4\n{told}\nThe fence was too high."
    meeting = held(lines, papers(items=items))
    annexed = annex(shipped_style(), draft(meeting, shipped_style(), exempt=True))
    assert "The fence was too high." in str(annexed.blocks)
    assert "authorised a notice" not in str(annexed.blocks)
    assert "The Committee authorised a notice." in under(meeting, "4", exempt=False)


def test_a_motion_in_place_of_what_was_not_put_is_resolved() -> None:
    printed = under(held(":take 2\n:motion elm ash -- That the heron stay\n:notput r2\n:vote 4 1 0"), "2")
    assert "RESOLVED – the motion was approved." in printed
    alone = under(held(":take 1\n:motion elm ash -- That the heron stay\n:vote 4 1 0"), "1")
    assert "CARRIED – the motion was approved." in alone


@pytest.mark.parametrize(("words", "said"), [("Refuse", ""), ("Refuse on account of noise", " on account of noise")])
def test_in_one_sentence_too_it_is_the_application(words: str, said: str) -> None:
    setup = papers(
        items=({"number": 4, "title": "Mill Lane"},), body="Planning Committee", printing={"resolution": "whole"}
    )
    printed = under(held(f":take 4\n:motion elm ash -- {words}\n:vote 3 2 0", setup), "4")
    assert f"RESOLVED: to refuse the application{said}, proposed by Councillor Dora Elm" in printed
