"""Questions and votes: moved, seconded or not, amended, put, counted, cast, and what became of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import AmendmentMoved, CastingVote, MotionMoved, OwnVote, QuestionDisposed, QuestionPut, VoteTaken
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN

ITEM_6 = f"{OPEN}\n:take 6"
ITEM_7 = f"{OPEN}\n:take 7"
TIE = f"{OPEN}\n:out willow\n:take 7"


async def test_a_motion_is_moved_seconded_or_not_and_is_of_a_kind(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        for keys, seconder, kind in [
            ("e f", "fir", "motion"), ("e .", "duly", "motion"), ("e ,", "none", "motion"), ("tab e f", "fir", "order"),
            ("tab tab e .", "duly", "procedural"), ("tab tab tab e f", "fir", "deferral"),
            ("tab tab tab tab e f", "fir", "closure"), ("tab shift+tab e f", "fir", "motion"),
        ]:  # fmt: skip
            await at.keys(f"n {keys}")
            assert at.said.startswith("mover Councillor Ivo Elm, ")
            assert "Enter New line" in at.text.splitlines()[-1]
            await at.type("That it be [deferred].")
            await at.keys("ctrl+s")
            (moved,) = at.recorded()
            assert isinstance(moved, MotionMoved)
            assert (moved.mover, moved.seconder, moved.kind) == ("elm", seconder, kind)
            assert moved.text == "That it be [deferred]."
            assert ("That it be [deferred]." in at.question) is (seconder != "none")
            assert at.rows[-1].endswith(" – That it be [deferred].")
            await at.keys("z")
            at.recorded()


async def test_a_motion_to_defer_needs_no_words(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("n tab tab tab e f ctrl+s")
        assert at.recorded()[0].text == "That the item be deferred."  # type: ignore[union-attr]
        await at.keys("n e f ctrl+s")
        assert at.recorded() == []
        assert at.said == "Nothing was typed, so nothing is recorded."


async def test_a_motion_of_several_clauses_is_one_text(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("n e f")
        await at.type("1. That it be sold.\nThat the money be saved.")
        await at.keys("ctrl+s")
        assert at.recorded()[0].text == "1. That it be sold.\n2. That the money be saved."  # type: ignore[union-attr]


async def test_wrong_letters_are_not_taken_and_backspace_goes_back(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("n z e backspace f")
        assert at.said.startswith("mover Councillor Greta Fir, seconder")
        await at.keys("backspace backspace")
        assert at.home
        assert at.recorded() == []


async def test_an_amendment_can_be_amended(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_6) as at:
        await at.keys("m e f end backspace")
        await at.type(" and kept.")
        await at.keys("ctrl+s m tab a .")
        assert at.field == "That the fees be noted and kept."
        await at.keys("backspace")
        await at.type(" as they are.")
        await at.keys("ctrl+s")
        first, second = at.recorded()
        assert isinstance(first, AmendmentMoved)
        assert isinstance(second, AmendmentMoved)
        assert (first.to, second.to, second.seconder) == ("r6", "A1", "duly")
        await at.keys("u enter u enter u enter")
        assert [v.questions for v in at.recorded() if isinstance(v, VoteTaken)] == [("A2",), ("A1",), ("r6",)]
        assert "No question open." in at.flat


async def test_what_was_decided_stays_where_it_stood_until_the_next_item(tmp_path: Path) -> None:
    for size in ((80, 24), (120, 36)):
        async with desk(tmp_path / f"{size[0]}", script=ITEM_7, size=size) as at:
            question = at.screen.query_one("#question")
            stood = question.region
            await at.keys("3 space 8 enter")
            assert at.question.startswith("No question open. r7 LOST · The recommendations of item 7\n1. That")
            assert question.region == stood
            await at.keys("g 8 enter")
            assert at.question.startswith("r8 · ")
            await at.keys("n e f")
            await at.type("That it be left.")
            await at.keys("ctrl+s w w enter left")
            assert at.question == "No question open."


async def test_an_amendment_that_changes_nothing_is_none(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_6) as at:
        await at.keys("m e f ctrl+s")
        assert "Nothing of the text was changed" in at.said
        assert at.field == "That the fees be noted."
        await at.keys("escape")
        assert at.home
        assert at.recorded() == []


async def test_the_edit_of_an_amendment_is_kept_when_it_is_left(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_6) as at:
        await at.keys("m e f backspace")
        await at.type(" and")
        await at.keys("escape m e f")
        assert at.field == "That the fees be noted and"
        assert "Text now" not in at.flat


async def test_without_a_question_there_is_nothing_to_amend_or_vote_on(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 2") as at:
        for keys, why in [("m", "Nothing is open"), ("w", "No question is open"), ("u enter", "Nothing is open")]:
            await at.keys(keys)
            assert why in at.said, keys
            await at.keys("escape")
        await at.keys("6 enter")
        assert "Nothing is open" in at.said
        assert at.recorded() == []


async def test_a_tie_opens_the_casting_vote_of_whoever_presides_then(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{TIE}\n:preside birch") as at:
        await at.keys("5 space 5 enter")
        assert "A tie. Councillor Petra Birch, in the chair, casts" in at.said.replace("\u00a0", " ")
        await at.keys("f")
        assert "Enter" in at.said
        await at.keys("enter")
        put, vote, cast = at.recorded()
        assert isinstance(put, QuestionPut)
        assert isinstance(vote, VoteTaken)
        assert isinstance(cast, CastingVote)
        assert (cast.by, cast.direction, vote.votes_for, vote.against) == ("birch", "for", 5, 5)
        assert "carried on the casting vote of Councillor Birch: 5 for, 5 against" in at.said


@pytest.mark.parametrize(("key", "direction"), [("a", "against"), ("d", "declined")])
async def test_the_casting_vote_against_or_declined_or_later(tmp_path: Path, key: str, direction: str) -> None:
    async with desk(tmp_path, script=TIE) as at:
        await at.keys("v e f h o p enter")
        assert "A tie." in at.said
        await at.keys("escape")
        assert at.home
        await at.keys(f"c {key} enter")
        cast = at.recorded()[-1]
        assert isinstance(cast, CastingVote)
        assert (cast.by, cast.direction) == ("ash", direction)
        assert at.meeting.questions["r7"].state == "lost"


TWO_TIES = f"{TIE}\n:vote 5 5\n:take 8\n:vote 5 5"


async def test_of_two_ties_it_is_said_on_which_vote_the_chair_casts(tmp_path: Path) -> None:
    async with desk(tmp_path, script=TWO_TIES) as at:
        await at.keys("c")
        assert "casts on v2 (r8, Allotment Strategy, 5–5)" in at.said.replace("\u00a0", " ")
        await at.keys("1 a")
        assert "Casting vote on v1 (r7, Boathouse Repairs): Councillor Ash, against. Enter" in at.said
        await at.keys("enter")
        assert [vote.casting for vote in at.meeting.votes.values()] == [("ash", "against"), None]
        await at.keys("c f")
        assert "Casting vote on v2 (r8, Allotment Strategy): Councillor Ash, for. Enter" in at.said
        await at.keys("enter")
        assert at.meeting.votes["v2"].casting == ("ash", "for")
        # Said again at its item; elsewhere there is nothing to cast on.
        await at.keys("c")
        assert "again casts on v2" in at.said.replace("\u00a0", " ")
        await at.keys("escape left left c")
        assert at.home
        assert "No vote and no ballot is a tie" in at.said


async def test_a_slip_put_right_to_a_tie_asks_for_the_casting_vote_on_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{TIE}\n:vote 6 4\n:take 8\n:vote 5 5") as at:
        vote = at.meeting.votes["v1"].event
        await at.type(f":correct {vote} vote 5 5\n")
        assert "casts on v1 (r7, Boathouse Repairs, 5–5)" in at.said.replace("\u00a0", " ")
        await at.keys("d")
        assert "Casting vote on v1 (r7, Boathouse Repairs): Councillor Ash, declined. Enter" in at.said


async def test_a_tie_typed_as_shorthand_opens_it_too(tmp_path: Path) -> None:
    async with desk(tmp_path, script=TIE) as at:
        await at.type(":vote 5 5\n")
        assert "A tie." in at.said
        await at.keys("f enter")
        assert isinstance(at.recorded()[-1], CastingVote)


async def test_figures_that_do_not_add_up_are_said_before_and_after(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        for keys, wrong in [("6 space 4", "1 not accounted for"), ("9 space 3", "9 + 3 + 0 = 12, but 11 may vote")]:
            await at.keys(keys)
            assert wrong in at.said
            await at.keys("enter")
            assert at.said.startswith("✓ The recommendation")
            assert f"⚠ {wrong}" in at.said
            await at.keys("z")
        await at.keys("u enter")
        assert "⚠" not in at.said


async def test_the_record_names_those_who_were_not_with_most(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("v e F - h enter")
        assert at.rows[-1].endswith(
            "8–1–1, carried – against: Councillor Elm; abstained: Councillor Fir; not voting: Councillor Hazel"
        )


async def test_members_have_their_own_votes_minuted(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:vote 6 4 1") as at:
        await at.keys("k e f enter k f a enter k h b enter k o n enter")
        own = at.recorded()
        assert all(isinstance(vote, OwnVote) and vote.vote == "v1" for vote in own)
        said = [(vote.member, vote.direction) for vote in own if isinstance(vote, OwnVote)]
        assert said == [("elm", "for"), ("fir", "against"), ("hazel", "abstained"), ("oak", "")]


async def test_a_question_ends_without_a_vote(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:amend elm fir at=1 delete") as at:
        for key, how in [("w", "withdrawn"), ("f", "fell"), ("a", "accepted"), ("n", "not put")]:
            await at.keys(f"w {key} enter")
            (ended,) = at.recorded()
            assert isinstance(ended, QuestionDisposed)
            assert (ended.question, ended.how) == ("A1", how)
            await at.keys("z")
            at.recorded()


async def test_a_question_is_put_with_the_words_that_lead_to_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("q space")
        await at.type("Further to a discussion\n")
        await at.keys("u enter")
        put, vote = at.recorded()
        assert isinstance(put, QuestionPut)
        assert (put.questions, put.lead) == (("r7",), "Further to a discussion")
        assert isinstance(vote, VoteTaken)


async def test_a_named_vote_shows_each_vote_as_it_is_given(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:out ash\n:take 7") as at:
        await at.keys("v e F - h")
        rows = {line.split("│")[-1].strip()[0]: line for line in at.text.splitlines() if "│" in line and "●" in line}
        assert "AGAINST" in rows["e"]
        assert "ABSTAINS" in rows["f"]
        assert "not voting" in rows["h"]
        # Of those taken with the rest nothing is said beside the name: it is said of them all.
        assert rows["b"].rstrip().endswith("◆")
        assert "7 for (not called)" in at.said
        await at.keys("backspace backspace e")
        assert "All 10 for" in at.said
        await at.keys("2 tab")
        assert "5 for, 5 against" in at.said.lower()
        await at.keys("escape")
        assert "AGAINST" not in at.text
        assert at.recorded() == []


async def test_a_vote_that_exceeds_the_room_is_said_and_recorded_all_the_same(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("9 space 8")
        assert "9 + 8 + 0 = 17, but 11 may vote" in at.said
        await at.keys("enter")
        assert at.meeting.votes["v1"].votes_for == 9
        await at.keys("f")
        assert "more votes than members who might vote" in at.flat


async def test_numbers_can_be_put_right_before_enter(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("1 backspace")
        assert at.home
        await at.keys("1 0 tab 2 backspace 1 space x enter")
        vote = at.recorded()[-1]
        assert isinstance(vote, VoteTaken)
        assert (vote.votes_for, vote.against, vote.abstained) == (10, 1, 0)


async def test_a_second_amendment_is_to_the_question_and_tab_makes_it_one_to_the_first(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_6) as at:
        await at.keys("m e f end backspace")
        await at.type(" and kept.")
        await at.keys("ctrl+s m")
        assert "(Tab: to A1)" in at.said
        await at.keys("tab")
        assert "to A1 (Tab: to " in at.said
        await at.keys("tab a . end backspace")
        await at.type(" at once.")
        await at.keys("ctrl+s")
        assert [event.to for event in at.recorded() if isinstance(event, AmendmentMoved)] == ["r6", "r6"]


async def test_u_and_tab_go_through_the_ways_without_figures(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_6) as at:
        for tabs, said, method in (
            ("tab ", "agreed without a count", "assent"),
            ("tab tab ", "declared carried", "declared"),
            ("tab tab tab ", "declared lost", "declared"),
        ):
            await at.keys(f"u {tabs}".strip())
            assert said in at.said
            await at.keys("enter")
            assert [event.method for event in at.recorded() if isinstance(event, VoteTaken)][-1] == method
            await at.keys("z")


LEFT_OPEN = (
    "\n:take 9\n:exclude items=9 para=3 weighed=yes\n:motion oak elm -- That the lease be let to Xanadu.\n:readmit\n"
)
MOVED_OF_8 = LEFT_OPEN.replace(":take 9", ":take 8")


@pytest.mark.parametrize("keys", ["u enter", "q enter", "6 space 5 enter", "v enter", "u tab enter", "v + enter"])
@pytest.mark.parametrize(("private", "item"), [(LEFT_OPEN, "10"), (LEFT_OPEN, "8"), (MOVED_OF_8, "8")])
async def test_a_private_question_is_not_reached_by_a_key_and_what_reaches_it_is_named(
    tmp_path: Path, keys: str, private: str, item: str
) -> None:
    async with desk(tmp_path, script=f"{OPEN}{private}:take {item}") as at:
        await at.keys(keys.split()[0])
        await at.keys(" ".join(keys.split()[1:-1]))
        assert "is private: only “:put m1” reaches it." in at.said or "+" in keys
        await at.keys("enter")
        assert "m1" not in [
            label for e in at.recorded() if isinstance(e, VoteTaken | QuestionPut) for label in e.questions
        ]
        await at.keys("escape")
        await at.type(":put m1")
        await at.keys("enter")
        assert at.meeting.puts[-1].questions == ("m1",)
        assert at.meeting.puts[-1].event in at.meeting.private
