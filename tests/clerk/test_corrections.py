"""Putting the record right: corrected, struck, moved, split, undone. Nothing is erased."""

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.events import AmendmentMoved, Corrected, Left, Minuted, PersonMet
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.typed import as_shorthand
from tests.support.minute import OPEN, desk, minute, record
from tests.support.scramble import rich

AT_7 = OPEN + ":take 7\n"  # entries 2, 3 and 4


def paragraphs(meeting: Meeting) -> list[str]:
    return [placed.event.text for placed in meeting.events if isinstance(placed.event, Minuted)]


def test_the_wrong_member_came_in() -> None:
    meeting = minute(":apologies elm,fir\n" + OPEN + ":in elm\n:correct e5 in fir")
    assert "fir" in meeting.in_room
    assert "elm" not in meeting.in_room
    assert len(meeting.entries) == 6


def test_a_paragraph_is_reworded() -> None:
    meeting = minute(AT_7 + "The Comittee talked.\n:correct e5 -- The Committee talked.\n  At length.")
    assert paragraphs(meeting) == ["The Committee talked.\nAt length."]


def test_the_times_of_the_meeting_are_put_right() -> None:
    script = AT_7 + ":adjourn 19:30\n:resume 19:40\n:close 21:00\n"
    meeting = minute(script + ":correct e2 open 19:05\n:correct e7 close 21:10")
    assert meeting.opened_at is not None
    assert meeting.closed_at is not None
    assert (meeting.opened_at.time(), meeting.closed_at.time()) == (time(19, 5), time(21, 10))
    with pytest.raises(Unclear, match="says already"):
        minute(AT_7 + ":correct e2 open")


def test_another_item_was_taken() -> None:
    meeting = minute(AT_7 + ":correct e4 take 8")
    assert meeting.item_taken == "i8"
    assert meeting.events[-1].event.item == "i8"


def test_the_figures_of_a_vote_are_put_right() -> None:
    meeting = minute(AT_7 + ":put\n:vote 6 5 0\n:correct v1 vote 5 6 0")
    assert (meeting.votes["v1"].votes_for, meeting.questions["r7"].state) == (5, "lost")
    assert list(meeting.votes) == ["v1"]


def test_the_figures_of_a_vote_put_and_taken_in_one_line() -> None:
    meeting = minute(AT_7 + ":vote 6 5 0\n:take 8\n:vote unanimous\n:correct v1 vote named against=harbour rest=for")
    assert meeting.votes["v1"].against == 5
    assert meeting.votes["v1"].unaccounted == 0
    assert meeting.problems == ()


def test_a_recount_put_right_is_still_a_recount() -> None:
    meeting = minute(AT_7 + ":put\n:vote 5 6 0\n:vote 6 4 0 recount=v1\n:correct v2 vote 6 5 0")
    assert meeting.votes["v1"].superseded
    assert meeting.votes["v2"].unaccounted == 0


def test_what_the_screen_showed_is_kept_when_a_put_is_put_right() -> None:
    meeting = minute(AT_7 + ":put\n:vote unanimous\n:out elm\n:correct e5 put -- Further to a discussion")
    assert len(meeting.puts[0].shown) == 11
    assert meeting.puts[0].questions == ("r7",)
    assert meeting.votes["v1"].unanimous


def test_an_amendment_is_put_right_in_the_text_as_it_then_was() -> None:
    script = AT_7 + ":amend oak elm at=1 delete\n:vote unanimous\n"
    meeting = minute(script + ":correct A1 amend oak elm at=2 delete")
    moved = next(placed.event for placed in meeting.events if isinstance(placed.event, AmendmentMoved))
    assert (moved.question, moved.to) == ("A1", "r7")
    assert [clause.text[:12] for clause in meeting.puts[0].texts[0]] == ["That the Com", "That the bud"]
    assert meeting.questions["r7"].merged == ("A1",)


def test_a_mover_is_put_right() -> None:
    meeting = minute(AT_7 + ":motion oak elm -- That it be so\n:correct m1 motion oak fir -- That it be so")
    assert (meeting.questions["m1"].mover, meeting.questions["m1"].seconder) == ("oak", "fir")


def test_a_correction_brings_new_people_in_time() -> None:
    meeting = minute(OPEN + ":take 4\n:speakers -- Jo Fen\n:take 5\n:correct e5.1 speakers -- Jo Fen and Al Moss")
    met = [placed.event.person.name for placed in meeting.events if isinstance(placed.event, PersonMet)]
    assert met == ["Jo Fen", "Al Moss"]
    assert meeting.problems == ()


def test_what_was_private_by_hand_stays_private() -> None:
    meeting = minute(AT_7 + ":out elm -- was unwell\n:private e5 yes\n:correct e5 out fir -- was unwell")
    assert "5.0" in meeting.private


def test_one_event_is_not_corrected_to_two() -> None:
    with pytest.raises(Unclear, match="not to several"):
        minute(AT_7 + ":out elm\n:correct e5 out fir,oak")


def test_nor_to_one_of_another_kind() -> None:
    with pytest.raises(Unclear, match="of another kind"):
        minute(AT_7 + ":out elm\n:correct e5 in fir")


@pytest.mark.parametrize("typed", [":strike e1", ":correct e1 in fir", ":move e1 after=e3", ":undo e1", ":private e1"])
def test_the_set_up_itself_cannot_be_taken_away(typed: str) -> None:
    with pytest.raises(Unclear):
        minute(AT_7 + typed)


def test_struck_is_as_if_it_never_was() -> None:
    meeting = minute(AT_7 + ":out elm\n:strike e5")
    assert "elm" in meeting.in_room
    assert minute(AT_7 + ":out elm\n:strike e5\n:undo").in_room == minute(AT_7 + ":out elm").in_room


def test_a_paragraph_is_moved_within_and_between_items() -> None:
    script = AT_7 + "One.\nTwo.\nThree.\n"
    assert paragraphs(minute(script + ":move e7 before=e5")) == ["Three.", "One.", "Two."]
    assert paragraphs(minute(script + ":move e5 after=e7")) == ["Two.", "Three.", "One."]
    assert minute(script + ":move e6 before=e1").events[0].id == "6.0"
    moved = minute(script + ":move e6 under=8")
    assert [placed.event.item for placed in moved.events if isinstance(placed.event, Minuted)] == ["i7", "i8", "i7"]


def test_what_stands_beside_a_moved_event_stays_where_it_is() -> None:
    script = AT_7 + "One.\nTwo.\nThree.\n:@>e5 One and a half.\n"
    assert minute(script.replace(":@>e5 One", "\\:@>e5 One")).problems == ()
    table = desk().play(AT_7 + "One.\nTwo.\nThree.\nHalf.\n:move e8 after=e5\n:move e5 after=e7")
    assert paragraphs(table.meeting) == ["Half.", "Two.", "Three.", "One."]
    table = desk().play(AT_7 + "One. Half.\nTwo.\n:split e5 -- One.\n  Half.\n:move e5 after=e6")
    assert paragraphs(table.meeting) == ["Half.", "Two.", "One."]


def test_two_paragraphs_change_places_as_often_as_you_like() -> None:
    table = desk().play(AT_7 + "One.\nTwo.\nThree.")
    for n, order in enumerate(["Two. One. Three.", "One. Two. Three."] * 3):
        table.play(f":move e{6 - n % 2} before=e{5 + n % 2}")
        assert " ".join(paragraphs(table.meeting)) == order
        assert table.meeting.problems == ()
    table.play(":move e5 after=e6\n:move e6 after=e5")
    assert paragraphs(table.meeting) == ["One.", "Two.", "Three."]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.booleans()), max_size=12))
def test_a_move_puts_a_paragraph_where_it_is_told_and_moves_no_other(moves: list[tuple[int, int, bool]]) -> None:
    table = desk().play(AT_7 + "P5.\nP6.\nP7. P7b.\nP8.\n:split e7 -- P7.\n  P7b.")
    ids = ["5.0", "6.0", "7.0", "9.1", "8.0"]
    for moving, beside, before in moves:
        here, there = sorted(ids)[moving], sorted(ids)[beside]
        if here == there:
            continue
        ids.remove(here)
        ids.insert(ids.index(there) + (not before), here)
        table.play(f":move e{here} {'before' if before else 'after'}=e{there}")
        assert [placed.id for placed in table.meeting.events if isinstance(placed.event, Minuted)] == ids
    assert table.meeting.problems == ()


def test_events_told_to_stand_beside_each_other_stay_as_recorded() -> None:
    meeting = minute(AT_7 + "One.\nTwo.\nThree.")
    one, two = (placed.event for placed in meeting.events if placed.id in ("5.0", "6.0"))
    meeting = record(meeting, Corrected(event="5.0", now=replace(one, after="6.0")))
    meeting = record(meeting, Corrected(event="6.0", now=replace(two, after="5.0")))
    assert paragraphs(meeting) == ["One.", "Two.", "Three."]
    assert len(meeting.problems) == 2


def test_an_event_beside_one_that_was_undone_keeps_its_place_and_is_named() -> None:
    meeting = minute(AT_7 + "One.\nTwo.\nThree.\nHalf.\n:move e8 after=e5\n:undo e5")
    assert paragraphs(meeting) == ["Half.", "Two.", "Three."]
    assert [finding.event for finding in meeting.problems] == ["8.0"]


def test_split_once_and_again() -> None:
    table = desk().play(AT_7 + "One. Two. Three. Four.\nLast.")
    table.play(':split e5 at="Three."')
    assert paragraphs(table.meeting) == ["One. Two.", "Three. Four.", "Last."]
    table.play(':split e5 at="Two."')
    assert paragraphs(table.meeting) == ["One.", "Two.", "Three. Four.", "Last."]
    table.play(':split e7.1 at="Four."')
    assert paragraphs(table.meeting) == ["One.", "Two.", "Three.", "Four.", "Last."]
    table.play(":undo\n:undo")
    assert paragraphs(table.meeting) == ["One. Two.", "Three. Four.", "Last."]


def test_split_into_lines_as_typed() -> None:
    meeting = minute(AT_7 + "One. Two. Three.\n:split e5 -- One.\n  Two.\n  Three.")
    assert paragraphs(meeting) == ["One.", "Two.", "Three."]


def test_undo_and_redo_walk_back_and_forth() -> None:
    table = desk().play(AT_7 + "One.\nTwo.\n:undo\n:undo")
    assert paragraphs(table.meeting) == []
    table.play(":redo")
    assert paragraphs(table.meeting) == ["One."]
    table.play(":redo")
    assert paragraphs(table.meeting) == ["One.", "Two."]
    table.play(":undo\nThree.")
    assert paragraphs(table.meeting) == ["One.", "Three."]
    with pytest.raises(Unclear, match="nothing to redo"):
        table.play(":redo")


def test_undo_one_in_the_middle() -> None:
    assert paragraphs(minute(AT_7 + "One.\nTwo.\nThree.\n:undo e6")) == ["One.", "Three."]
    with pytest.raises(Unclear, match="no entry 6 that can be taken back"):
        minute(AT_7 + "One.\nTwo.\n:undo e6\n:undo e6")


def test_there_is_an_end_to_undo() -> None:
    with pytest.raises(Unclear, match="nothing to undo"):
        minute(":open 19:00\n:undo\n:undo")


def test_an_undone_time_moves_nothing_else() -> None:
    script = OPEN + ":@23:00 out elm\n:undo\n:take 7\nOne.\n:@20:30 out fir"
    meeting = minute(script)
    assert isinstance(meeting.events[-1].event, Left)
    assert meeting.in_room == minute(script.replace(":@23:00 out elm\n:undo\n", "")).in_room


def test_a_vote_whose_question_was_undone_is_kept_and_named() -> None:
    meeting = minute(AT_7 + ":motion oak elm -- That it be so\n:put\n:vote unanimous\n:undo e5")
    assert len(meeting.events) == 6
    assert {finding.event for finding in meeting.problems} == {"6.0"}
    assert meeting.votes["v1"].carried


def test_only_a_paragraph_is_split() -> None:
    table = desk().play(AT_7 + ":motion cedar birch -- That it be so.")
    with pytest.raises(Unclear, match="Only a paragraph"):
        table.enter(f":split e{table.meeting.events[-1].id} -- That\n  it be so.")


def test_a_label_is_never_given_twice() -> None:
    meeting = minute(AT_7 + ":motion oak elm -- That it be so\n:undo\n:motion oak elm -- That it be thus")
    assert list(meeting.questions)[-1] == "m2"


def test_flags_are_raised_and_taken_down() -> None:
    meeting = minute(AT_7 + ":flag -- spelling of the name\n:flag\n")
    assert [flag.text for flag in meeting.flags] == ["spelling of the name", ""]
    assert [flag.text for flag in minute(AT_7 + ":flag -- one\n:flag -- two\n:unflag").flags] == ["one"]
    assert [flag.text for flag in minute(AT_7 + ":flag -- one\n:flag -- two\n:unflag e5").flags] == ["two"]
    with pytest.raises(Unclear, match="not a flag"):
        minute(AT_7 + ":flag -- one\n:unflag e4")


@pytest.mark.parametrize(
    "typed",
    [
        ":in thorn remote=yes",
        ":out elm connection=yes",
        ":out elm interest=yes -- a boat",
        ":present ash,birch,elm remote=elm",
        ":apologies hazel sub=none",
        ":preside birch for=now elected=yes -- until the chair came",
        ':declare elm,fir 7+8 kind=dpi effect=dispensation by="the Clerk" ref=D4 since=2030-01-01 until=2032-01-01 '
        "scope=speak registered=no -- own boats",
        ":declare oak 8 sensitive=yes told=vale",
        ":minutes 2030-12-11 signed=birch -- page 2: for “barge” read “barrage”",
        ':outcome referred to="the Council" by=elm,fir -- it was large',
        ":action reed due=2031-07-03 how=undertaking -- mend the roof",
        ":reasons alternatives=none conflicts=none dispensations=none -- it was needed",
        ":put r7 only=2+3 to=approval -- After debate",
        ":vote named against=elm,fir abstain=oak rest=for figures=8-2-1 statutory=yes",
        ":vote 8 2 out=oak why=part",
        ":record oak",
    ],
)
def test_an_event_put_right_without_a_change_is_as_it_was(typed: str) -> None:
    """What the desk offers to be edited says all that was recorded: a sensitive interest stays one."""
    table = desk().play(AT_7 + ":vote 6 3 1\n:take 7" if typed.startswith(":record") else AT_7)
    table.enter(typed)
    placed = table.meeting.events[-1]
    with pytest.raises(Unclear, match="says already"):
        table.enter(f":correct e{placed.id} {as_shorthand(table.meeting, placed)}")


def test_every_event_that_can_be_typed_again_says_all_that_was_recorded() -> None:
    table = desk()
    for placed in rich().events:
        table.meeting = rich()
        if typed := as_shorthand(rich(), placed):
            with pytest.raises(Unclear, match="says already"):
                table.enter(f":correct e{placed.id} {typed}")
