"""An evening of the Council: who had given notice, who was counted, what was counted again."""

from typing import Any

import pytest

from clerk.events import Convened
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.five import held, papers, said, text_of, under

ITEMS: tuple[dict[str, Any], ...] = (
    {"number": 1, "title": "Minutes"},
    {"number": 2, "title": "Ponds Review"},
    {"number": 3, "title": "Ferry fares", "report_of": "Head of Ponds"},
    {"number": 4, "title": "Notices of Motion"},
    {"number": "4a", "title": "Notice of Motion from Councillor Elm"},
    {"number": "4b", "title": "Notice of Motion from Councillor Ash"},
    {"number": 5, "title": "Exclusion of the Public"},
)


def council(**more: Any) -> Convened:
    """The papers of a small Council."""
    return papers(**{"items": ITEMS, "body": "Council", "labels": {"chair": "Mayor"}, **more})


def at_council(script: str, **more: Any) -> Meeting:
    """A small Council after a script; everyone is there."""
    return held(script, council(**more))


STANDING = "standing in that Member’s name"


@pytest.mark.parametrize(
    ("script", "noticed"),
    [
        (":take 4a\n:motion elm ash -- That otters be fed.", True),
        (":take 4a\n:motion ash elm -- That otters be fed.", False),
        (":take 4\n:motion ash elm -- That otters be fed.", True),
        (":take 2\n:motion ash elm -- That otters be fed.", False),
        (":take 3\n:motion ash elm -- That otters be fed.", False),
        (':item 9 title="Thanks to a retiring officer"\n:take 9\n:motion ash elm -- That she be thanked.', False),
    ],
)
def test_only_the_member_who_gave_notice_moves_a_motion_in_that_members_name(script: str, noticed: bool) -> None:
    assert (STANDING in text_of(at_council(script))) is noticed


def test_an_added_item_is_in_nobodys_name_where_the_agenda_knows_no_motions() -> None:
    items = ({"number": 2, "title": "Otters"},)
    assert STANDING in text_of(at_council(":take 2\n:motion ash elm -- That they be fed.", items=items))
    added = ":item 9 title=Thanks\n:take 9\n:motion ash elm -- That she be thanked."
    assert STANDING not in text_of(at_council(added, items=items))


def test_nobody_is_given_a_reason_for_not_voting_on_the_minutes() -> None:
    counted = under(at_council(":take 1\n:minutes 2031-02-12\n:put\n:vote 3 1 0 out=elm"), "1")
    assert "Councillor Dora Elm did not vote." in counted
    assert "not having been there" not in counted
    agreed = under(at_council(":take 1\n:minutes 2031-02-12\n:put\n:vote assent out=elm"), "1")
    assert "Councillor Dora Elm did not vote, not having been there for it." in agreed


@pytest.mark.parametrize(
    ("vote", "how"),
    [("2 1 1", "1 of the 5 who might vote"), ("2 1 0 out=ash", "1 of the 4 who might vote"), ("3 1 1", "")],
)
def test_a_vote_minuted_at_a_members_request_is_still_one_of_those_who_might_vote(vote: str, how: str) -> None:
    found = said(at_council(f":take 4a\n:motion elm ash -- That it be.\n:vote {vote}\n:record yew against"), "V9")
    assert [how in line for line in found] == ([True] if how else [])


MOVED = ":take 4a\n:motion elm ash -- That otters be fed.\n"


@pytest.mark.parametrize("by", ["", " by=yew", " by=yew,green"])
def test_a_recount_says_what_was_counted_first_and_who_asked(by: str) -> None:
    printed = under(at_council(MOVED + f":vote 3 2 0\n:vote 2 3 0 recount=v1{by}"), "4a")
    who = {"": "A recount was held", " by=yew": "Councillor Petra Yew asked for a recount"}.get(
        by, "Councillor Petra Yew and Councillor Hugh Green asked for a recount"
    )
    assert f"{who}. The first count had been 3–2–0 (for, against, abstained).\n" in printed
    assert printed.count("Votes were recorded as follows:") == 1
    assert "LOST" in printed
    assert "CARRIED" not in printed


def test_a_recount_after_other_business_says_both_where_the_first_stood() -> None:
    meeting = at_council(MOVED + ":vote 3 2 0\n:take 2\n:vote 2 3 0 recount=v1 by=yew")
    assert under(meeting, "4a").endswith(
        "Councillor Petra Yew asked for a recount. The vote was counted again, in the course of Item 3 "
        "(Agenda Item 2), and is recorded as it was counted then. "
        "The first count had been 3–2–0 (for, against, abstained)."
    )


def test_of_one_that_nobody_had_counted_no_figures_are_given() -> None:
    printed = under(at_council(MOVED + ":vote assent\n:vote 3 2 0 recount=v1"), "4a")
    assert "A recount was held.\n" in printed
    assert "first count" not in printed


def test_who_asked_for_a_recount_is_typed_again_with_it() -> None:
    meeting = at_council(MOVED + ":vote 3 2 0\n:vote 2 3 0 recount=v1 by=yew\n:correct e7 vote 1 4 0 recount=v1")
    assert [vote.against for vote in meeting.votes.values() if not vote.superseded] == [4]
    assert "asked for a recount" in under(meeting, "4a")
    with pytest.raises(Unclear):
        at_council(MOVED + ":vote 3 2 0 by=yew")


def test_a_council_defers_by_a_motion_and_its_figures_say_no_more() -> None:
    script = ":take 2\n:motion elm ash kind=deferral -- to the next meeting\n:vote 3 2 0"
    assert "motion to defer)" not in under(at_council(script), "2")
    assert "For (motion to defer)" in under(held(script), "2")


@pytest.mark.parametrize(("more", "found"), [(":withdraw", 0), (":fell", 0), (":vote 3 2 0", 1)])
def test_a_motion_that_was_never_voted_on_lacks_no_seconder(more: str, found: int) -> None:
    assert len(said(held(f":take 2\n:motion elm without -- That it be.\n{more}"), "M3")) == found


def test_an_item_whose_lettered_parts_were_taken_is_not_empty() -> None:
    meeting = at_council(MOVED + ":vote 3 2 0\n:close 21:00")
    found = said(meeting, "T3")
    assert not any("item 4." in line for line in found)
    assert any("item 4b." in line for line in found)


FARES = """:take 4b
:motion ash elm -- That this Council:
  1. supports a fare of £2;
  2. writes to the county; and
  3. spends £50 on a trial.
:amend yew green at=3 delete
"""


def test_an_amendment_to_an_amendment_that_was_given_whole_is_told_whole() -> None:
    whole = """:amend elm oak on=A1 text -- That this Council:
  1. supports a fare of £2;
  2. writes to the county; and
  3. spends £20 on a trial.
"""
    printed = under(at_council(FARES + whole), "4b")
    assert "the following be added" not in printed
    assert "That the motion be amended to read:\nThat this Council:\n1. supports a fare of £2;" in printed
    assert "3. spends £20 on a trial." in printed
    one = under(at_council(FARES + ":amend elm oak on=A1 at=2 words=first -- county -> shire"), "4b")
    assert "be replaced by “shire”" in one
    assert "to read" not in one


def test_an_amendment_that_leaves_no_clause_is_told_whole_and_one_that_leaves_some_by_what_it_changes() -> None:
    moved = ":take 4a\n:motion elm ash -- That otters be counted.\n"
    new = ":amend yew green text -- That the Council notes that nobody has ever seen an otter in its ponds."
    assert "That the motion be replaced by:\nThat the Council notes that nobody" in under(at_council(moved + new), "4a")
    both = (
        ":amend yew green text -- That the Council notes that nobody saw an otter.\n  2. It thanks everyone who looked."
    )
    two = moved.replace("counted.", "counted.\n  2. That swans be fed in the winter months.")
    assert "That the motion be amended to read:" in under(at_council(two + both), "4a")
    shorter = ":amend elm oak text -- That this Council:\n  1. supports a fare of £2; and\n  3. spends £50 on a trial."
    printed = under(at_council(FARES.rsplit(":amend", 1)[0] + shorter), "4b")
    assert "That paragraph 2 be deleted." in printed
    assert "amended to read" not in printed


def test_a_motion_that_was_put_in_parts_is_told_as_a_whole_after_the_last() -> None:
    done = FARES + ":vote 4 1 0\n:put only=1\n:vote unanimous\n"
    assert "therefore" not in under(at_council(done), "4b")
    carried = under(at_council(done + ":put only=2\n:vote 3 2 0"), "4b")
    assert "on paragraph 2 of the motion as amended:" in carried
    assert carried.endswith(
        "The motion as amended was therefore carried as a whole, and read:\n"
        "That this Council:\n1. supports a fare of £2;\n2. writes to the county."
    )
    divided = under(at_council(done + ":put only=2\n:vote 2 3 0"), "4b")
    assert divided.endswith("carried in part, and read:\nThat this Council:\n1. supports a fare of £2.")


def test_a_motion_that_nobody_amended_is_not_printed_again() -> None:
    moved = ":take 4b\n:motion ash elm -- That this Council:\n  1. supports a fare of £2; and\n  2. writes.\n"
    carried = under(at_council(moved + ":put only=1\n:vote 4 1 0\n:put only=2\n:vote 4 1 0"), "4b")
    assert carried.endswith("The motion was therefore carried as a whole.")
    lost = under(at_council(moved + ":put only=1\n:vote 1 4 0\n:put only=2\n:vote 1 4 0"), "4b")
    assert lost.endswith("The motion was therefore lost as a whole.")


@pytest.mark.parametrize("seconder", ["ash", "duly", ""])
def test_at_the_council_who_moved_a_motion_accepts_an_amendment(seconder: str) -> None:
    script = f":motion elm {seconder} -- That otters be fed.\n:amend yew green words=first -- fed -> counted\n:accept"
    printed = under(at_council(f":take 4a\n{script}"), "4a")
    assert "Councillor Dora Elm accepted the amendment and altered the motion accordingly." in printed
    assert "without a vote" not in printed
    # Nobody said that anyone consented.
    assert "consent" not in printed
    assert "This was accepted without a vote." in under(held(f":take 2\n{script}"), "2")


def test_consent_to_an_amendment_is_said_where_it_was_typed() -> None:
    script = ":motion elm ash -- That otters be fed.\n:amend yew green words=first -- fed -> counted\n"
    consent = "with the consent of the seconder"
    printed = under(at_council(f":take 4a\n{script}:accept -- {consent}"), "4a")
    assert f"accepted the amendment and altered the motion accordingly, {consent}." in printed
    assert f"accepted without a vote, {consent}." in under(held(f":take 2\n{script}:accept -- {consent}"), "2")
    assert f"The motion was withdrawn {consent}." in under(held(f":take 2\n{script}:withdraw m1 -- {consent}"), "2")


def test_a_moment_of_reflection_is_no_prayer() -> None:
    kept = at_council(':item 9 title="Moment of Reflection"\n:take 9\n:prayers "The Reverend Jo Fen"')
    assert "The Reverend Jo Fen led the moment of reflection." in text_of(kept)
    said_them = at_council(':item 9 title="Prayers and reflection"\n:take 9\n:prayers "The Reverend Jo Fen"')
    assert "to speak to Council and say prayers." in text_of(said_them)
    spoke = at_council(':item 9 title="Thought for the day"\n:take 9\n:prayers "The Reverend Jo Fen"')
    assert "to speak to Council." in text_of(spoke)


@pytest.mark.parametrize(
    ("words", "moved", "result"),
    [
        ("the recommendation of the Ponds Committee", "adoption of the recommendation of", "recommendation was"),
        ("recommendations of the Ponds Committee", "adoption of the recommendations of", "recommendations were"),
        ("the report of the Ponds Committee", "the recommendations in the report of", "recommendations were"),
    ],
)
def test_what_is_adopted_is_named_once(words: str, moved: str, result: str) -> None:
    printed = under(at_council(f":take 2\n:adopt elm ash -- {words}\n:vote assent"), "2")
    assert moved + " the Ponds Committee." in printed
    assert f"RESOLVED – the {result} adopted." in printed


def test_what_was_recommended_stands_below_the_motion_to_adopt_it() -> None:
    script = ":take 2\n:adopt elm ash -- the recommendation of the Ponds Committee:\n  1. That otters be fed.\n"
    printed = under(at_council(script + ":vote unanimous"), "2")
    assert "the recommendation of the Ponds Committee:\nThat otters be fed.\nRESOLVED" in printed.replace(
        "1. That", "That"
    )


def test_at_the_council_who_asked_is_named() -> None:
    asked = ":take 2\n:ask elm to=ash -- how many otters there were -> 12"
    assert "Councillor Dora Elm asked how many" in under(at_council(asked), "2")
    assert "A Member asked how many" in under(held(asked), "2")


def test_appointments_of_a_council_are_resolved_once() -> None:
    two = ':take 2\n:appoint elm to="Otter Board"\n:appoint ash to="Ferry Board"\n'
    lead = "RESOLVED – that the following appointments be made:"
    assert under(at_council(two), "2").startswith(f"{lead}\nOtter Board\n")
    assert under(at_council(two), "2").count("RESOLVED") == 1
    assert lead not in under(at_council(two + ":motion elm ash -- That they be appointed.\n:vote unanimous"), "2")
    assert lead not in under(held(two), "2")


def test_the_hour_at_which_a_council_was_extended_stands_with_it() -> None:
    extended = under(at_council(":take 2\n:@21:40 extend 22:30"), "2")
    assert extended == "At 9.40 pm the Mayor extended the time for the meeting to 10.30 pm."
    moved = under(at_council(":take 2\n:@21:40 extend 22:30 by=oak,elm"), "2")
    assert moved.startswith("At 9.40 pm the Mayor moved, seconded by Councillor Dora Elm, and it was RESOLVED")


def test_an_exclusion_that_was_moved_is_resolved_once() -> None:
    moved = ":take 5\n:motion elm ash -- That the public be excluded for the next item.\n:vote assent\n"
    printed = under(at_council(moved + ":exclude items=2 para=3"), "5")
    assert "The press and public were therefore excluded from the meeting for Item" in printed
    assert "RESOLVED" not in printed
    lost = under(at_council(moved.replace("assent", "1 4 0") + ":exclude items=2 para=3"), "5")
    assert "RESOLVED – that the press and public be excluded" in lost


def test_at_the_council_whoever_presides_announces_a_decision() -> None:
    assert "The Mayor announced the decision. The land" in under(
        at_council(":take 2\n:decision -- The land would be sold."), "2"
    )
    assert "The Committee announced its decision. The land" in under(
        held(":take 2\n:decision -- The land would be sold."), "2"
    )


def test_a_question_that_is_minuted_in_its_own_words_is_said_once() -> None:
    told = ':take 2\n:questions "Jo Fen" by=elm oral=yes -- Mr Fen asked who fed the otters. Councillor Elm did.'
    assert under(at_council(told), "2") == "Mr Jo Fen asked who fed the otters. Councillor Elm did."
    bare = ':take 2\n:questions "Jo Fen" by=elm oral=yes -- The otters were fed.'
    assert under(at_council(bare), "2").startswith("Jo Fen asked a question, and Councillor Dora Elm answered orally")


def test_a_style_without_residents_names_gives_none_more_fully_than_typed() -> None:
    told = ':take 2\n:questions "Jo Fen" by=elm oral=yes -- Mr Fen asked who fed the otters. Councillor Elm did.'
    printed = under(at_council(told, printing={"public_names": False}), "2")
    assert printed.startswith(
        "A resident asked a question, and Councillor Dora Elm answered orally at the meeting. Mr Fen"
    )
    assert "Jo Fen" not in printed


def test_the_sheet_says_with_whose_consent_a_motion_was_altered() -> None:
    script = ":take 4a\n:motion elm ash -- That otters be fed.\n:amend yew green words=first -- fed -> counted\n:accept"
    for meeting, how in (
        (
            at_council(script + " A1 -- the mover and the seconder"),
            "without a vote, with the consent of the mover and the seconder",
        ),
        (held(script.replace("4a", "2")), ""),
    ):
        sheet = write_text(decision_sheet(meeting, shipped_style(), draft(meeting, shipped_style())))
        assert f"Councillor Hugh Green – accepted {how or 'without a vote'}:" in sheet


def test_what_one_who_did_not_come_would_have_asked_is_kept() -> None:
    away = under(at_council(':take 2\n:noshow "Jo Fen" -- whether the otters were fed'), "2")
    assert away == "Jo Fen was not present to ask whether the otters were fed."


@pytest.mark.parametrize(
    ("to", "printed"),
    [("Otter Scrutiny Group", "to the Otter Scrutiny Group."), ("Cabinet", "to Cabinet."), ("Council", "to Council.")],
)
def test_a_body_has_its_article(to: str, printed: str) -> None:
    assert f"referred {printed}" in under(at_council(f':take 2\n:outcome referred to="{to}"'), "2")


@pytest.mark.parametrize(
    ("adopted", "missing"),
    [
        ("the recommendation of the Ponds Committee\n:vote assent", True),
        ("the recommendation of the Ponds Committee\n:vote 1 4 0", False),
        ("the recommendation of the Ponds Committee:\n  1. That otters be fed.\n:vote assent", False),
        ("the recommendation of the Ponds Committee\n:vote assent\nIt was that otters be fed.", False),
        ("the report of the Ponds Committee\n:vote assent", False),
        ("that otters be fed\n:vote assent", False),
    ],
)
def test_what_was_adopted_is_missed_where_its_words_stand_nowhere(adopted: str, missing: bool) -> None:
    found = said(at_council(f":take 2\n:adopt elm ash -- {adopted}\n:close 21:00"), "T3")
    assert any("What was adopted under item 2 is nowhere" in line for line in found) is missing
