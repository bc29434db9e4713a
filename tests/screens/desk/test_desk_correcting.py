"""Putting right by the same gesture again: `e` opens what was recorded with its own step, as it was."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.events import (
    ActionAgreed,
    AmendmentMoved,
    Arrived,
    Corrected,
    Declared,
    Introduced,
    ItemTaken,
    MeetingAdjourned,
    MotionMoved,
    OutcomeDeclared,
    OwnVote,
    QuestionDisposed,
    QuestionPut,
    Substituted,
    VoteTaken,
)
from screens.desk.fields import SAY_AHEAD_AFTER
from tests.screens.desk.at_the_desk import Desk, desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


def corrections(at: Desk) -> list[Corrected]:
    events = at.recorded()
    assert all(isinstance(event, Corrected) for event in events)
    return [event for event in events if isinstance(event, Corrected)]


async def test_a_vote_opens_with_its_seats(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("v a B enter")
        at.recorded()
        await at.keys("e")
        assert "AGAINST" in at.text
        assert "ABSTAINS" in at.text
        await at.keys("c")
        assert at.said.startswith("Put right:")
        assert "Was: Vote v1" in at.said
        assert "8–2–1" in at.said
        await at.keys("enter")
        (done,) = corrections(at)
        assert isinstance(done.now, VoteTaken)
        assert (len(done.now.for_names), len(done.now.against_names), len(done.now.abstained_names)) == (8, 2, 1)
        assert len([vote for vote in at.meeting.votes.values() if not vote.superseded]) == 1


async def test_a_count_opens_with_its_figures(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("6 space 4 space 1 enter")
        at.recorded()
        await at.keys("e backspace backspace backspace 5 enter")
        (done,) = corrections(at)
        assert isinstance(done.now, VoteTaken)
        assert (done.now.votes_for, done.now.against, done.now.abstained) == (6, 5, 0)


@pytest.mark.parametrize("vote", ["6 space 4 space 1", "v a B"])
async def test_a_vote_that_was_counted_again_in_the_meeting_is_no_slip(tmp_path: Path, vote: str) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(f"{vote} enter")
        at.recorded()
        await at.keys("e shift+tab")
        assert at.said.startswith("A recount of v1, in the meeting")
        assert "Was: Vote v1" in at.said
        await at.keys("shift+tab shift+tab")
        await at.keys("c enter" if vote.startswith("v") else "backspace backspace backspace 5 enter")
        events = at.recorded()
        assert any(isinstance(event, VoteTaken) for event in events), at.said
        assert not any(isinstance(event, Corrected) for event in events)
        counted = [other for other in at.meeting.votes.values() if not other.superseded]
        assert len(counted) == 1
        assert counted[0].id == "v2"


async def test_once_turned_back_it_is_a_slip_again(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("6 space 4 space 1 enter")
        at.recorded()
        await at.keys("e shift+tab shift+tab")
        assert at.said.startswith("Put right:")
        await at.keys("backspace backspace backspace 5 enter")
        assert len(corrections(at)) == 1


async def test_a_declaration_opens_with_backspace_through_its_steps(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("d a enter 8 enter d l")
        await at.type("owns a boat")
        await at.keys("enter")
        at.recorded()
        await at.keys("e")
        assert "item 8, disclosable pecuniary, leaves" in at.said
        await at.keys("backspace n s")
        assert at.field == "owns a boat"
        await at.type(" shed")
        await at.keys("enter")
        (done,) = corrections(at)
        assert isinstance(done.now, Declared)
        assert (done.now.kind, done.now.effect, done.now.reason) == ("non-pecuniary", "stayed", "owns a boat shed")


async def test_an_arrival_opens_with_its_seat(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:out elm,fir") as at:
        await at.keys("i e")
        at.recorded()
        await at.keys("e")
        assert at.recorded() == []
        assert "Was: Councillor Elm came in" in at.said
        await at.keys("backspace f enter")
        (done,) = corrections(at)
        assert isinstance(done.now, Arrived)
        assert done.now.person == "fir"


async def test_esc_leaves_it_as_it_was(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("u enter")
        at.recorded()
        await at.keys("e 1 escape")
        assert at.home
        assert at.recorded() == []


async def test_words_left_half_typed_stay_at_their_item(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("t")
        await at.type("The roof")
        await at.keys("escape g 8 enter t")
        assert at.field == ""
        await at.keys("escape left t")
        assert at.field == "The roof"
        await at.keys("ctrl+t t")
        assert at.field == ""


async def test_an_edit_left_half_typed_never_hides_the_record(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nThe roof leaks.") as at:
        await at.keys("end e")
        await at.type(" badly")
        await at.keys("escape e")
        assert at.field == "The roof leaks."
        assert "left half typed" in at.said
        await at.keys("ctrl+r")
        assert at.field == "The roof leaks. badly"


async def test_one_act_alone_is_taken_back_from_the_list_and_restored(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\nFirst.\nSecond.\nThird.") as at:
        await at.keys(";")
        assert "Second." in at.text
        second = next(line for line in at.text.splitlines() if "Second." in line)
        assert f"e{len(at.meeting.entries) - 1}" in second
        await at.keys("up z")
        assert "Take back this alone?" in at.said
        assert "Second" in at.said
        await at.keys("enter")
        assert at.rows[-2:] == ["First.", "Third."]
        await at.keys(";")
        assert "taken back" in at.text
        await at.keys("up z")
        assert "Restore this alone?" in at.said
        await at.keys("enter")
        assert at.rows[-3:] == ["First.", "Second.", "Third."]
        await at.keys("; up z enter")
        assert at.rows[-2:] == ["First.", "Third."]
        await at.keys("; up up enter")
        assert at.screen.at_cursor == next(p.id for p in at.meeting.events if getattr(p.event, "text", "") == "First.")


async def test_what_was_put_right_is_named_when_it_is_taken_back_from_the_list(tmp_path: Path) -> None:
    script = f"{ITEM_7}\n:vote 6 3 2\n:correct 5.0 put r7 by=oak,elm"
    async with desk(tmp_path, script=script) as at:
        # The correction alone, then the act with it: what was put right is not only the vote.
        await at.keys("; z")
        assert "Undone: the correction of “Put to the vote: r7”" in at.said
        await at.keys("escape ; up z")
        assert "Vote v1 on r7" in at.said
        assert "Put to the vote: r7, moved by Councillor Oak, seconded Councillor Elm" in at.said
        await at.keys("enter")
        assert not at.meeting.votes
        await at.keys("y")
        assert at.meeting.votes


@pytest.mark.parametrize(
    ("script", "kept"),
    [
        (":out ash connection=yes -- the line fell", {"connection": True, "reason": "the line fell"}),
        (":preside ash for=item -- the Chairman is late", {"extent": "item", "reason": "the Chairman is late"}),
    ],
)
async def test_what_was_said_beside_who_is_kept_when_another_seat_is_named(
    tmp_path: Path, script: str, kept: dict[str, object]
) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n{script}") as at:
        at.recorded()
        at.screen.turn_to(at.sitting.item, at.meeting.events[-1].id)
        await at.keys(f"e backspace {at.key('Birch')} enter")
        (done,) = corrections(at)
        assert getattr(done.now, "person", None) == "birch", at.said
        assert {name: getattr(done.now, name) for name in kept} == kept


async def test_an_action_opens_as_the_line_that_it_was(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:action ash due=2031-07-03 -- to write to the Mayor") as at:
        at.recorded()
        at.screen.turn_to(at.sitting.item, at.meeting.events[-1].id)
        await at.keys("e")
        assert at.field == "to write to the Mayor @ash by 3 July 2031"
        await at.keys("home")
        await at.type("also ")
        await at.keys("enter")
        (done,) = corrections(at)
        assert isinstance(done.now, ActionAgreed)
        assert (done.now.task, done.now.owner) == ("also to write to the Mayor", "ash")
        assert str(done.now.due) == "2031-07-03"


async def test_a_count_is_typed_anew_or_gone_into(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("6 space 4 space 1 enter")
        at.recorded()
        await at.keys("e")
        assert "digits: the whole count anew" in at.said
        await at.keys("5 space 5 space 1 enter")
        (done,) = corrections(at)
        assert isinstance(done.now, VoteTaken)
        assert (done.now.votes_for, done.now.against, done.now.abstained) == (5, 5, 1)
        await at.keys("escape e shift+tab 7 space 4 enter")
        assert [(e.votes_for, e.against) for e in at.recorded() if isinstance(e, VoteTaken)] == [(7, 4)]


async def test_what_is_kept_of_a_declaration_is_said_before_enter(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:declare ash 8 kind=dpi effect=left -- owns a boat") as at:
        at.recorded()
        at.screen.turn_to(at.sitting.item, at.meeting.events[-1].id)
        await at.keys("e")
        assert "nothing to put right" in at.said


AGAIN = [
    # (what was recorded, keys after `e`, the class of what it is now, what it says)
    (":motion ash elm -- That a letter be sent.", "backspace @Birch enter", MotionMoved, {"seconder": "birch"}),
    (":motion ash -- That a letter be sent.", "@Birch", MotionMoved, {"mover": "ash", "seconder": "birch"}),
    (":motion ash elm -- That it be sent.\n:withdraw m1", "backspace f enter", QuestionDisposed, {"how": "fell"}),
    (":put r7 -- Further to a talk", "@Ash enter", QuestionPut, {"mover": "ash", "lead": "Further to a talk"}),
    (":outcome noted", "backspace a enter", OutcomeDeclared, {"what": "approved"}),
    (':outcome referred to="Council"', "backspace n enter", OutcomeDeclared, {"what": "noted", "to": ""}),
    (":introduce chair", "backspace p enter", Introduced, {"manner": "presented"}),
    (":record ash against", "backspace f enter", OwnVote, {"member": "ash", "direction": "for"}),
    (
        ":vote 6 5 0 statutory=yes",
        "backspace backspace backspace 4 enter",
        VoteTaken,
        {"against": 4, "statutory": True},
    ),
    (":vote assent", "tab enter", VoteTaken, {"method": "declared", "result": "carried"}),
    (":take 8", "9 enter", ItemTaken, {"taken": "i9"}),
    (":adjourn 19:40 -- a bell", "backspace 5 enter", MeetingAdjourned, {"reason": "a bell"}),
]


@pytest.mark.parametrize(("script", "keys", "kind", "says"), AGAIN)
async def test_every_gesture_opens_again_as_it_was(
    tmp_path: Path, script: str, keys: str, kind: type, says: dict[str, object]
) -> None:
    before = ":vote 6 5 0\n" if script.startswith(":record") else ""
    async with desk(tmp_path, script=f"{ITEM_7}\n{before}{script}") as at:
        at.recorded()
        last = at.meeting.events[-1]
        at.screen.turn_to(last.event.item, last.id)
        await at.keys("e")
        assert at.said.startswith("Put right:"), at.said
        assert "Was: " in at.said
        for key in keys.split():
            await at.keys(at.key(key[1:]) if key.startswith("@") else key)
        if at.field:
            await at.keys("ctrl+s")
        (done,) = corrections(at)
        assert isinstance(done.now, kind), at.said
        assert {name: getattr(done.now, name) for name in says} == says


async def test_an_amendment_opens_with_the_text_that_it_would_make(tmp_path: Path) -> None:
    script = f"{ITEM_7}\n:motion ash elm -- That a letter be sent.\n:amend birch oak text -- That no letter be sent."
    async with desk(tmp_path, script=script) as at:
        at.recorded()
        at.screen.turn_to(at.sitting.item, at.meeting.events[-1].id)
        await at.keys("e enter")
        assert at.field == "That no letter be sent."
        await at.keys("end backspace")
        await at.type(" today.")
        await at.keys("ctrl+s")
        (done,) = corrections(at)
        assert isinstance(done.now, AmendmentMoved)
        assert (done.now.mover, done.now.seconder, done.now.question) == ("birch", "oak", "A1")
        assert "no letter be sent today" in at.flat


async def test_words_that_stand_alone_open_as_words(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:reasons -- The roof leaks") as at:
        at.recorded()
        at.screen.turn_to(at.sitting.item, at.meeting.events[-1].id)
        await at.keys("e")
        assert at.field == "The roof leaks"
        await at.type(" badly")
        await at.keys("ctrl+s")
        (done,) = corrections(at)
        assert getattr(done.now, "text", "") == "The roof leaks badly"


async def test_a_substitute_opens_with_the_seat_and_the_others_to_choose_from(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:sub maple for=hazel") as at:
        at.recorded()
        placed = next(p for p in at.meeting.events if isinstance(p.event, Substituted))
        at.screen.turn_to(at.sitting.item, placed.id)
        await at.keys("e")
        assert at.said.startswith("Put right:"), at.said
        await at.keys("backspace")
        assert "In the seat of" in at.said
        assert "Maple" in at.said


FILLED = [
    # (what was recorded, keys after `e`, what it says now)
    (":nominate oak elm fir to=Chairman", "backspace @Birch enter", {"person": "birch", "proposer": "elm"}),
    (":ballot oak 5 elm 3 to=Chairman elected=oak", "backspace 4 enter", {"votes": (("oak", 5), ("elm", 4))}),
    (
        ':appoint oak,elm to="Towpath Panel" seats=2',
        "tab tab backspace 3 enter",
        {"people": ("oak", "elm"), "seats": 3},
    ),
    (":exclude items=9 para=3", "backspace 8 enter", {"items": ("i8",), "paragraph": 3}),
    (":invite reed", ", 2 enter", {"people": ("reed", "vale")}),
    (":minutes 2030-12-11", "tab y e s enter", {"signed_by": "ash"}),
    (":order 8+7", "home delete delete end + 9 enter", {"order": ("i7", "i9")}),
    (":division ash", ", @Elm enter", {"by": ("ash", "elm")}),
    (":deliberate vale", "backspace 1 enter", {"facts": {"who": ("reed",)}}),
    (":advice vale -- the lease had ended", "backspace 1 enter ctrl+s", {"facts": {"by": ("reed",)}}),
    (':award "Pond fence" by=ash amount=5000', "tab tab backspace 1 enter", {"facts": {"amount": 5001}}),
    (":seat maple for=hazel", "tab tab tab backspace", {}),
]


@pytest.mark.parametrize(("script", "keys", "says"), FILLED)
async def test_what_has_no_key_of_its_own_opens_with_what_its_verb_takes(
    tmp_path: Path, script: str, keys: str, says: dict[str, object]
) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n{script}") as at:
        at.recorded()
        last = at.meeting.events[-1]
        at.screen.turn_to(last.event.item, last.id)
        await at.keys("e")
        assert at.said.startswith("Put right:"), at.said
        assert at.field == ""
        assert ":correct" not in at.text
        for key in keys.split():
            await at.keys(at.key(key[1:]) if key.startswith("@") else key)
        if not says:
            return
        (done,) = corrections(at)
        for name, value in says.items():
            now = getattr(done.now, name)
            assert now == value if not isinstance(value, dict) else value.items() <= now.items(), at.said


@pytest.mark.parametrize(("script", "verb"), [(":readmit", "came back"), (":take 8", "Took"), (":in elm", "came in")])
async def test_when_it_was_is_put_right_by_its_time(tmp_path: Path, script: str, verb: str) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:exclude items=7\n:out elm\n{script}") as at:
        at.recorded()
        last = at.meeting.events[-1]
        at.screen.turn_to(last.event.item, last.id)
        await at.keys("e @ 2 0 : 1 5 enter")
        (done,) = corrections(at)
        assert done.now is not None
        assert done.now.at is not None
        assert f"{done.now.at:%H:%M}" == "20:15"
        assert type(done.now) is type(last.event)


@pytest.mark.parametrize(
    ("script", "keys", "says"),
    [
        (":apologies elm", "backspace f enter", "Councillor Fir"),
        (":item 12 title=Ferry", "tab tab tab backspace s enter", "Ferrs"),
        (":person swift name=Swift kind=partner", "backspace backspace enter", "Swi"),
        (":retitle 8 -- Another title", "enter ctrl+u X ctrl+s", "X"),
    ],
)
async def test_what_stands_in_no_record_is_put_right_from_the_history(
    tmp_path: Path, script: str, keys: str, says: str
) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n{script}") as at:
        at.recorded()
        await at.keys("; e")
        assert at.said.startswith("Put right:"), at.said
        await at.keys(keys)
        assert says in at.said
        assert len(corrections(at)) == 1


async def test_of_several_things_that_one_act_recorded_the_one_chosen_is_put_right(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:vote 6 4 1\n:take 8") as at:
        at.recorded()
        await at.keys("; up up")
        assert "+   Vote v1 on r7" not in at.text
        await at.keys("e e f enter")
        (done,) = corrections(at)
        assert isinstance(done.now, QuestionPut)
        assert (done.now.mover, done.now.seconder) == ("elm", "fir")
        await at.keys("; up up e")
        assert "digits: the whole count anew" in at.said
        # What is chosen of a correction is what it put right.
        await at.keys("escape ; enter")
        assert at.screen.at_cursor == done.event
        await at.keys("; up up z")
        assert "Take back this alone? Undone: Vote v1" in at.said


async def test_what_follows_is_said_beside_a_text_while_it_is_put_right(tmp_path: Path) -> None:
    script = f"{ITEM_7}\n:amend elm fir at=1 words=first -- repairs -> works\n:vote 6 5 0\n:vote unanimous"
    for size in ((80, 24), (120, 36)):
        async with desk(tmp_path / str(size[0]), script=script, size=size) as at:
            amended = next(p.id for p in at.meeting.events if isinstance(p.event, AmendmentMoved))
            at.screen.turn_to("i7", amended)
            await at.keys("e enter")
            assert "Then:" not in at.said
            await at.type("X")
            await asyncio.sleep(2 * SAY_AHEAD_AFTER)
            await at.rest()
            assert "Was: Amendment A1 to r7: Councillor Elm" in at.said
            assert "Then: r7 reads" in at.said
            assert "v1 was on the other text" in at.said
            assert at.screen.said_whole
            await at.keys("backspace")
            await asyncio.sleep(2 * SAY_AHEAD_AFTER)
            await at.rest()
            assert at.recorded() == []


TIED = (
    f"{ITEM_7}\n:amend elm fir at=1 words=first -- repairs -> repairs by May\n:vote 5 5 1\n:cast for\n:vote unanimous"
)


def vote_of(at: Desk, number: int) -> str:
    return [p.id for p in at.meeting.events if isinstance(p.event, VoteTaken)][number]


async def test_the_casting_vote_is_on_the_tie_that_a_slip_hid(tmp_path: Path) -> None:
    async with desk(tmp_path, script=TIED.replace(":vote 5 5 1\n:cast for\n:vote unanimous", ":vote 6 5 0")) as at:
        await at.begin(":vote 5 5 1\n:cast for")
        at.screen.turn_to("i7", vote_of(at, 0))
        await at.keys("e 5 space 5 space 1 enter a")
        assert "Casting vote on v1" in at.said
        await at.keys("enter")
        assert [vote.casting for vote in at.meeting.votes.values()] == [("ash", "against"), ("ash", "for")]


async def test_all_that_follows_is_said_before_enter_and_done_by_one_entry(tmp_path: Path) -> None:
    async with desk(tmp_path, script=TIED, size=(80, 24)) as at:
        at.recorded()
        at.screen.turn_to("i7", vote_of(at, 0))
        await at.keys("e 4 space 6 space 1")
        for said in ("Was: Vote v1 on A1: 5–5–1", "v1 on A1: 4–6–1, lost", "Struck: Casting vote on v1", "A1 is lost"):
            assert said in at.said, at.said
        assert "r7 reads as before it was amended" in at.said
        assert "v2 was on the other text" in at.said
        entries = len(at.meeting.entries)
        await at.keys("enter")
        assert len(at.meeting.entries) == entries + 1
        assert at.meeting.votes["v1"].casting is None
        await at.keys("z")
        assert at.meeting.votes["v1"].casting is not None


async def test_a_vote_that_is_struck_takes_its_casting_vote_with_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=TIED) as at:
        at.screen.turn_to("i7", vote_of(at, 0))
        await at.keys("delete")
        assert "Struck: Casting vote on v1" in at.said
        await at.keys("enter")
        assert not at.meeting.problems


async def test_a_recount_of_a_recount_leaves_one_vote(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:vote 6 5 0") as at:
        at.screen.turn_to("i7", vote_of(at, 0))
        await at.keys("e shift+tab 5 space 6 enter")
        at.screen.turn_to("i7", vote_of(at, 0))
        await at.keys("e shift+tab 4 space 7 enter")
        standing = [vote for vote in at.meeting.votes.values() if not vote.superseded]
        assert [(vote.votes_for, vote.against) for vote in standing] == [(4, 7)]


async def test_when_somebody_left_is_put_right_with_what_it_does_to_votes(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:out oak\n:vote unanimous") as at:
        left = next(p.id for p in at.meeting.events if type(p.event).__name__ == "Left")
        at.screen.turn_to("i7", left)
        await at.keys("delete")
        assert "Then: v1:" in at.said
        assert "Councillor Oak is in the room now" in at.said


async def test_an_own_vote_says_of_which_vote_it_is(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:vote 6 5 0\n:take 8\n:vote 7 4 0") as at:
        at.recorded()
        await at.keys("k")
        assert "on v2, r8, Allotment Strategy (Tab: on v1, r7" in at.said
        await at.keys(f"tab {at.key('Oak')}")
        assert "voted on r7" in at.said
        await at.keys("a enter")
        assert [(e.vote, e.direction) for e in at.recorded() if isinstance(e, OwnVote)] == [("v1", "against")]


@pytest.mark.parametrize("keys", ["backspace f", "backspace o e f"])
async def test_an_own_vote_is_put_right_in_the_vote_that_it_is_of(tmp_path: Path, keys: str) -> None:
    script = f"{ITEM_7}\n:vote 6 5 0\n:take 8\n:vote 7 4 0\n:record oak against of=v1"
    async with desk(tmp_path, script=script) as at:
        at.recorded()
        await at.keys("; e")
        assert "Councillor Omar Oak voted on r7" in at.said
        await at.keys(keys)
        assert "voted on r7" in at.said
        await at.keys("enter")
        (done,) = corrections(at)
        assert isinstance(done.now, OwnVote)
        assert (done.now.vote, done.now.direction) == ("v1", "for")


async def test_a_casting_vote_is_said_again_in_the_meeting(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n:vote 5 5 1\n:cast for") as at:
        at.recorded()
        at.screen.turn_to("i7", at.meeting.events[-1].id)
        await at.keys("e shift+tab backspace a enter")
        assert [type(event).__name__ for event in at.recorded()] == ["CastingVote"]
        assert at.meeting.votes["v1"].casting == ("ash", "against")


@pytest.mark.parametrize("typed", ["8.15 pm", "8.15pm", "20:15"])
@pytest.mark.parametrize("script", [":out elm", ":vote named against=elm rest=for", ":advice reed -- that it was so"])
async def test_an_hour_that_is_put_right_is_typed_as_any_other(tmp_path: Path, script: str, typed: str) -> None:
    async with desk(tmp_path, script=f"{ITEM_7}\n{script}", written_up=True) as at:
        at.recorded()
        was = at.meeting.events[-1].event
        await at.keys("end e @")
        await at.type(typed)
        assert f"At {typed}" in at.said
        await at.keys("enter enter" if "advice" not in script else "enter ctrl+s")
        (done,) = corrections(at)
        assert done.now == replace(was, at=done.now.at)
        assert f"{done.now.at:%H:%M}" == "20:15"


async def test_after_the_hour_keys_go_to_the_step_again(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f'{ITEM_7}\n:award "Pond fence" by=ash amount=5000', written_up=True) as at:
        await at.keys("end e @ 8 . 1 5 p m tab tab backspace 1 @")
        assert "5001" in at.said.replace("▏", "").replace(",", "")
        assert "At …" in at.said
        await at.keys("8 . 1 5 p enter")
        assert "That is no time" in at.said
        assert at.home is False
