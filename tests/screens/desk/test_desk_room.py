"""Who is in the room, in which seat, in the chair and with what interest."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from clerk.events import ApologyReceived, Arrived, Declared, Left, Presided, RollCalled, Substituted, SubstitutionEnded
from screens.kit.line import Passage
from screens.kit.lines import Lines
from tests.screens.desk.at_the_desk import COMMITTEE, desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"


async def test_an_apology_keeps_a_member_out_of_the_roll(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys("j e enter r")
        assert "10 present; not here: Councillor Ivo Elm." in at.said
        await at.keys("escape")
        (apology,) = at.recorded()
        assert isinstance(apology, ApologyReceived)
        assert "apology" in at.flat


async def test_a_roll_of_nobody_is_not_recorded(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys("r a b c d e f h j o p w enter")
        assert at.recorded() == []
        assert not at.home


async def test_a_substitute_takes_a_seat_and_gives_it_back(tmp_path: Path) -> None:
    async with desk(tmp_path, script=":apologies hazel\n:open 19:00\n:present rest") as at:
        await at.keys("s h")
        said = at.said.replace("\u00a0", " ")
        assert "1 Mina Maple" in said
        assert "2 Theo Thorn" in said
        await at.keys("1 enter")
        taken, arrived = at.recorded()
        assert isinstance(taken, Substituted)
        assert isinstance(arrived, Arrived)
        assert (taken.person, arrived.person) == ("maple", "maple")
        assert "Mina Maple (sub)" in at.flat
        assert "11 of 11 in the room" in at.flat
        await at.keys("s h e enter")
        (ended,) = [e for e in at.recorded() if isinstance(e, SubstitutionEnded)]
        assert ended.seat == taken.seat
        assert "Hugh Hazel" in at.flat


async def test_someone_else_may_substitute(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f":apologies hazel\n{OPEN}") as at:
        await at.keys("s h o")
        assert "Hazel" in at.said
        await at.type("thorn\n")
        assert [e.person for e in at.recorded()] == ["thorn", "thorn"]  # type: ignore[union-attr]


async def test_someone_takes_the_chair(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        assert "◆ Councillor Ash" in at.text.splitlines()[0]
        await at.keys("o a p b enter")
        presided = at.recorded()[-1]
        assert isinstance(presided, Presided)
        assert presided.person == "birch"
        assert "◆ Councillor Birch" in at.text.splitlines()[0]


async def test_a_declaration_with_each_effect(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        for keys, kind, effect, may_vote in [
            ("n s", "non-pecuniary", "stayed", 11),
            ("n u", "non-pecuniary", "", 11),
            ("n v", "non-pecuniary", "no vote", 10),
            ("d l", "dpi", "left", 10),
            ("d s", "dpi", "stayed", 10),
            ("d g", "dpi", "dispensation", 11),
        ]:
            await at.keys(f"d e enter 7 enter {keys}")
            await at.type("owning a boat\n")
            declared = at.recorded()[0]
            assert isinstance(declared, Declared)
            assert (declared.members, declared.items) == (("elm",), ("i7",))
            assert (declared.kind, declared.effect, declared.reason) == (kind, effect, "owning a boat")
            assert at.home
            await at.keys("g 7 enter u")
            assert f"All {may_vote} for r7, Boathouse Repairs: carried." in at.said, keys
            await at.keys("escape z z")
            at.recorded()


async def test_a_declaration_of_each_kind_on_several_items_by_several(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        for key, kind in [("n", "non-pecuniary"), ("p", "pecuniary"), ("o", "other"), ("r", "predetermination")]:
            await at.keys(f"d e f enter 7 + 8 enter {key} s")
            # No reason was given: it is recorded without one, not lost.
            await at.keys("enter")
            (declared,) = at.recorded()
            assert isinstance(declared, Declared)
            assert (declared.members, declared.items, declared.kind) == (("elm", "fir"), ("i7", "i8"), kind)
            assert declared.reason == ""


async def test_a_declaration_can_be_backed_out_of(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys("d enter e enter 7 enter n backspace backspace backspace 8 enter d l")
        await at.type("a lease\n")
        declared = at.recorded()[0]
        assert isinstance(declared, Declared)
        assert (declared.items, declared.kind) == (("i8",), "dpi")
        await at.keys("d e backspace backspace")
        assert at.home


async def test_a_declaration_on_an_item_that_is_not_there_is_said_before_its_reason(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys("d e enter 7 + 7 7 enter")
        assert at.said.startswith("✗ There is no item 77 on the agenda. Councillor Ivo Elm: on items 7+77")
        await at.keys("backspace enter")
        assert at.said.startswith("✗ Item 7 stands there twice. Councillor Ivo Elm: on items 7+7")
        await at.keys("backspace backspace enter n s")
        await at.type("a reason\n")
        (declared,) = at.recorded()
        assert isinstance(declared, Declared)
        assert (declared.items, declared.reason) == (("i7",), "a reason")


async def test_a_meeting_resumed_on_a_later_day_takes_its_times_from_that_day_s_clock(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN + ":adjourn 22:00") as at:
        assert at.clock is not None
        at.clock.now = datetime(2031, 3, 19, 18, 5)
        await at.type(":resume 18:00 on=2031-03-19\n")
        await at.keys("o e")
        left = at.recorded()[-1]
        assert left.at == datetime(2031, 3, 19, 18, 5)
        assert "LIVE 18:05" in at.flat


async def test_the_chair_is_taken_for_one_item_and_goes_back_with_the_next(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("p tab b")
        assert at.said.endswith("Councillor Birch took the chair for this item only. Enter")
        await at.keys("enter")
        (taken,) = at.recorded()
        assert isinstance(taken, Presided)
        assert (taken.person, taken.extent) == ("birch", "item")
        assert "◆ Councillor Birch" in at.text
        await at.keys("g")
        assert "Councillor Ash presides." in at.said
        await at.keys("enter")
        assert "Councillor Ash presides." in at.said
        assert "◆ Councillor Ash" in at.text
        for tabs, extent in [("", ""), ("tab tab", "for now"), ("tab tab tab", "meeting"), ("tab tab tab tab", "")]:
            await at.keys(f"p b {tabs} enter")
            (taken,) = at.recorded()[-1:]
            assert isinstance(taken, Presided)
            assert taken.extent == extent


async def test_it_is_said_who_presides_when_the_chairman_goes_out(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("o a")
        assert at.said == "✓ Councillor Ash went out. Councillor Birch presides."


async def test_a_declaration_is_said_while_its_reason_is_typed_and_shown_with_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 3") as at:
        await at.keys("d e enter 7 enter d l")
        assert at.said.startswith("Councillor Ivo Elm: item 7, disclosable pecuniary, leaves. The reason")
        await at.type("he owns [/b] 50% of a boat\n")
        assert any(row.endswith("will leave the room – he owns [/b] 50% of a boat") for row in at.rows)
        await at.type(":take 8\n")
        await at.keys("= u")
        assert at.said.startswith("Outcome: refused")
        await at.type("It would cost too much, and the bridge is to be closed for the winter in any case\n")
        assert any("for the winter in any case" in row for row in at.rows)


async def test_coming_in_twice_is_recorded_and_said(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("i e")
        assert len(at.recorded()) == 1
        assert "Councillor Ivo Elm is recorded as coming in, but was in the room already." in at.said
        await at.keys("z o e i e")
        assert "⚠" not in at.said
        await at.begin(":in fir remote=yes")
        assert len(at.meeting.problems) == 0


async def test_beside_a_member_stands_why_there_is_no_vote_on_this_item(tmp_path: Path) -> None:
    papers = COMMITTEE.replace("[[members]]", '[[members]]\nkind = "co-optee"\nscope = "education"', 1)
    async with desk(tmp_path, papers, f"{OPEN}\n:declare elm 7 kind=dpi effect=stayed\n:take 7") as at:
        shown = {str(row.text).split()[1]: str(row.right) for row in at.screen.query_one("#members", Lines).rows}
        assert shown == {**dict.fromkeys(shown, ""), "Ash": "no vote", "Elm": "interest"}
        for line in at.text.splitlines():
            assert "Elm" not in line or "Next:" in line or line.rstrip().endswith("interest")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_vacant_seat_is_told_and_nobody_is_asked_for_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, COMMITTEE.replace("quorum = 3", "quorum = 3\nvacancies = 1"), size=size) as at:
        await at.keys("r enter")
        assert "11 of 11" in at.text.splitlines()[0]
        assert "11 present" in at.said
        assert size[0] < 100 or "vacant" in at.text


TWINS = COMMITTEE.replace('"Ivo Elm"', '"Ivo Birch"')


@pytest.mark.parametrize("script", ["", f"{OPEN}\n:take 7"])
async def test_on_a_narrow_screen_two_of_one_surname_are_told_apart(tmp_path: Path, script: str) -> None:
    async with desk(tmp_path, TWINS, script, size=(80, 24)) as at:
        strip = at.app.screen.query_one("#strip", Passage).text.plain.replace("\xa0", " ")
        assert strip.count("Birch") == 2
        assert "Petra Birch" in strip
        assert "Ivo Birch" in strip
        assert "Hugh" not in strip


@pytest.mark.parametrize(("keys", "verb"), [("o ! 2 0 : 3 0 h", Left), ("o 2 0 : 3 0 h", Left)])
async def test_the_hour_may_be_typed_before_who_went_out(tmp_path: Path, keys: str, verb: type) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys(keys)
        (gone,) = [event for event in at.recorded() if isinstance(event, verb)]
        assert gone.person == "hazel"
        assert gone.at == datetime(2031, 3, 12, 20, 30)
        assert gone.interest is ("!" in keys)
        await at.keys("i 2 1 : 0 5 h")
        (came,) = [event for event in at.recorded()[-1:] if isinstance(event, Arrived)]
        assert came.at == datetime(2031, 3, 12, 21, 5)


async def test_half_an_hour_waits_for_the_rest(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.keys("o 2 0 : h")
        assert not [event for event in at.recorded() if isinstance(event, Left)]
        assert "is no time yet" in at.flat


async def test_who_attends_may_bring_the_report(tmp_path: Path) -> None:
    script = f'{OPEN}\n:person rowan name="Eve Rowan" kind=councillor\n:attending rowan\n:take 7'
    async with desk(tmp_path, script=script) as at:
        await at.keys("b")
        assert "Councillor Rowan" in at.said.replace("\u00a0", " ")
        await at.keys("escape b o")
        assert "Who brought it" in at.said.replace("\u00a0", " ")


async def test_of_a_dispensation_tab_asks_what_it_is_for(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys("d e enter 7 enter d g")
        assert "Tab: what it is for" in at.text
        await at.type("owning a boat")
        await at.keys("tab s p e a k enter")
        (declared,) = at.recorded()
        assert isinstance(declared, Declared)
        assert (declared.effect, declared.dispensed, declared.reason) == ("dispensation", "speak", "owning a boat")
        assert at.home


@pytest.mark.parametrize(
    ("keys", "items"),
    [
        ("7 + 8", ("i7", "i8")),
        ("7 , 8", ("i7", "i8")),
        ("7 , space 8", ("i7", "i8")),
        ("7 space a n d space 8", ("i7", "i8")),
        ("7 & 8 ,", ("i7", "i8")),
        ("n o n e", ()),
        ("", ()),
    ],
)
async def test_items_are_parted_as_they_are_in_writing(tmp_path: Path, keys: str, items: tuple[str, ...]) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 3") as at:
        await at.keys(f"d e enter {keys} enter n s enter")
        (declared,) = at.recorded()
        assert isinstance(declared, Declared)
        assert declared.items == items


async def test_the_roll_says_who_is_over_a_link(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys("r e tab a b b f tab g enter")
        (roll,) = at.recorded()
        assert isinstance(roll, RollCalled)
        assert set(roll.remote) == {"ash", "fir"}
        assert {"ash", "fir"} <= set(roll.present)
        assert not {"elm", "green"} & set(roll.present)


async def test_who_is_not_there_after_all_is_over_no_link(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.keys("r tab a tab a enter")
        (roll,) = at.recorded()
        assert isinstance(roll, RollCalled)
        assert "ash" not in (*roll.present, *roll.remote)
