"""The meeting's file, its folder and its second copy under other programs' hands, seen from the desk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from screens.kit.arriving import KeyReader
from store.following import read_meeting
from tests.screens.desk.at_the_desk import Desk, desk
from tests.support.minute import OPEN

ITEM_7 = f"{OPEN}\n:take 7"
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)])


def texts(path: Path) -> list[str]:
    return [event["text"] for entry in read_meeting(path).entries for event in entry["events"] if "text" in event]


async def a_second_later(at: Desk) -> None:
    at.screen._every_second()
    await at.rest()


@SIZES
async def test_a_file_that_was_rewritten_is_left_and_the_meeting_goes_on_beside(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, script=ITEM_7, size=size) as at:
        path = at.sitting.kept.path
        older = path.read_bytes()
        await at.type("The roof leaks.\n")
        path.write_bytes(older)
        await at.type("It is to be mended.\n")
        assert texts(path.with_name("sitting-kept-1.journal")) == ["The roof leaks.", "It is to be mended."]
        await at.keys("escape")
        assert at.rows[-1].endswith("It is to be mended.")
    assert path.read_bytes() == older


async def test_it_is_noticed_before_anything_more_is_recorded(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        at.sitting.kept.path.write_bytes(b"")
        await a_second_later(at)
        assert "kept as the meeting sitting-kept-1, and it goes on there" in at.said
        assert "sitting-kept-1" in at.text.splitlines()[1]


async def test_half_typed_words_go_with_it(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.type("Half a sent")
        await a_second_later(at)
        at.sitting.kept.path.write_bytes(b"")
        await a_second_later(at)
        assert b"Half a sent" in (tmp_path / "meetings" / "sitting-kept-1.words").read_bytes()
        assert at.field == "Half a sent"


@SIZES
async def test_a_folder_that_is_gone_is_in_sight_and_the_desk_is_not_left(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, script=ITEM_7, size=size) as at:
        await at.type("The roof leaks.\n")
        await at.keys("escape")
        number = len(at.sitting.kept)
        shutil.rmtree(tmp_path / "meetings")
        await a_second_later(at)
        assert f"{number} entries are in this window only, not on disk" in at.said
        assert "⚠ In this window only" in at.text
        await at.type("It is to be mended.\n")
        assert "NOT recorded" in at.said
        assert "safe on disk" not in at.said
        assert at.field == "It is to be mended."
        await at.keys("ctrl+q")
        assert at.app._exit is False
        assert "Keep the meeting in another folder" in at.text
        await at.keys("ctrl+q escape")
        assert at.app._exit is False
        assert "in this window only" in at.said
        await at.keys("ctrl+q")
        folder = at.app.screen.query_one("#folder")
        folder.load_text(str(tmp_path / "stick"))  # type: ignore[attr-defined]
        await at.keys("enter")
        assert f"All {number} entries are kept in {tmp_path / 'stick'}" in at.said
        assert "In this window only" not in at.text
        await at.keys("enter")
        assert texts(tmp_path / "stick" / "sitting.journal") == ["The roof leaks.", "It is to be mended."]
        await at.keys("escape ctrl+q")
        assert at.app._exit is True


async def test_a_folder_that_takes_nothing_is_asked_for_again(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        shutil.rmtree(tmp_path / "meetings")
        at.screen.say_of_the_file()
        (tmp_path / "file").write_bytes(b"")
        await at.keys("ctrl+q")
        at.app.screen.query_one("#folder").load_text(str(tmp_path / "file"))  # type: ignore[attr-defined]
        await at.keys("enter")
        assert "cannot be kept in" in at.flat
        at.app.screen.query_one("#folder").load_text("")  # type: ignore[attr-defined]
        await at.keys("enter")
        at.screen.say_of_the_file()
        # Nor does what waited to be said of the file stand in its place a second later.
        assert "are kept in" in at.said
        assert (tmp_path / "meetings" / "sitting.journal").exists()


async def test_a_gesture_begun_waits_behind_the_question(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        shutil.rmtree(tmp_path / "meetings")
        await at.keys("v e f H enter")
        assert "NOT recorded" in at.said
        await at.keys("ctrl+q enter")
        assert "are kept in" in at.said
        await at.keys("enter")
        assert at.meeting.votes["v1"].against_names == ("elm", "fir")


async def test_where_nothing_is_the_matter_the_command_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        at.screen.action_screen_folder()
        await at.rest()
        assert f"are on disk, in {tmp_path / 'meetings'}" in at.said


# Characters that nobody sees


async def test_they_are_shown_where_they_stand_and_recorded_as_given(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.paste("A gr\u202eant of \u200b£9")
        assert at.field == "A gr‹U+202E›ant of ‹U+200B›£9"
        await at.keys("enter escape")
        assert "A gr‹U+202E›ant of ‹U+200B›£9" in at.flat
        assert at.sitting.meeting.events[-1].event.text == "A gr\u202eant of \u200b£9"  # type: ignore[union-attr]


async def test_they_come_back_with_words_half_typed_and_words_left(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.paste("Mill\u2066Lane")
        await a_second_later(at)
        await at.keys("escape t")
        assert at.field == "Mill‹U+2066›Lane"
        await at.keys("ctrl+s")
        assert at.sitting.meeting.events[-1].event.text == "Mill\u2066Lane"  # type: ignore[union-attr]


async def test_those_in_names_and_titles_are_shown(tmp_path: Path) -> None:
    from tests.screens.desk.at_the_desk import COMMITTEE

    assert "Boathouse Repairs" in COMMITTEE
    papers = COMMITTEE.replace("Boathouse Repairs", "Boat\u202ehouse \u200dRepairs")
    async with desk(tmp_path, papers, script=ITEM_7) as at:
        assert "Boat‹U+202E›house ‹U+200D›Repairs" in at.flat


TYPED = "Of\u00a0a\ue000b\u0378c\u200bd\ufeffe\u2009f\u3000g\U000f0000h\u00adi"


async def test_each_is_typed_as_it_is_pasted(tmp_path: Path) -> None:
    """Textual's field drops what it takes for no character, a space that breaks no line among it: two words are one."""
    async with desk(tmp_path, script=ITEM_7) as at:
        for message in KeyReader().feed(TYPED):
            at.app.post_message(message)
        await at.rest()
        typed = at.field
        assert typed == ("Of\u00a0a‹U+E000›b\u0378c‹U+200B›d‹U+FEFF›e\u2009f\u3000g\U000f0000h‹U+00AD›i")
        await at.keys("enter escape")
        kept = at.sitting.meeting.events[-1].event.text  # type: ignore[union-attr]
        assert kept == TYPED.replace("\ue000", "‹U+E000›")
        await at.paste(TYPED)
        assert at.field == typed


async def test_one_that_nobody_sees_means_nothing_at_home_and_it_is_said(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        for character, said in (("\ue000", "‹U+E000›"), ("\u00a0", "no_break_space"), ("\u200b", "zero_width_space")):
            for message in KeyReader().feed(character):
                at.app.post_message(message)
            await at.rest()
            assert f"{said} means nothing here" in at.said


async def test_what_cannot_be_kept_is_seen_before_it_is_recorded(tmp_path: Path) -> None:
    async with desk(tmp_path, script=ITEM_7) as at:
        await at.paste("The\x07 bell\x1b[31m rang\x9b; \uf0b7 two")
        assert at.field == "The‹U+0007› bell‹U+001B›[31m rang‹U+009B›; • two"
        await at.keys("ctrl+s")
        assert "The‹U+0007› bell‹U+001B›[31m rang‹U+009B›; • two" in at.flat
