"""What the chair sees, looking up for three seconds."""

from __future__ import annotations

from datetime import datetime, timedelta

import looking
import pytest
from contrast import low_contrast
from sitting_beside import AMEND, HERE, HOURS, NIGHT, ROLL, Desk, seen

from screens.chair.figures import GLYPHS, HIGH, Draw, huge, large, small
from screens.chair.view import Chair
from screens.kit.themes import THEMES
from screens.sharing.speaking import tell_speaking

SIZES = [(80, 24), (120, 36), (20, 5)]
BIG = [(80, 24), (120, 36)]


async def look(desk: Desk, size: tuple[int, int] = (80, 24), now: datetime = NIGHT) -> str:
    app = desk.app(now=now)
    async with app.run_test(size=size) as pilot:
        await seen(pilot)
        return looking.flat(app)


@pytest.mark.parametrize("size", BIG)
async def test_the_quorum_with_its_sum_and_who_presides(desk: Desk, size: tuple[int, int]) -> None:
    desk.write(*ROLL, ":take 1")
    text = await look(desk, size)
    assert "10 of 11 in the room · quorum 4 · QUORATE" in text
    assert "In the chair: Councillor Birch" in text
    raw = await look_raw(desk, size)
    assert all(row.rstrip() in raw for row in small("QUORATE"))


async def look_raw(desk: Desk, size: tuple[int, int]) -> str:
    app = desk.app()
    async with app.run_test(size=size) as pilot:
        await seen(pilot)
        return looking.text(app)


@pytest.mark.parametrize(("out", "state"), [(6, "AT LIMIT"), (7, "INQUORATE")])
async def test_the_quorum_says_when_it_is_at_its_limit_and_when_it_is_gone(desk: Desk, out: int, state: str) -> None:
    desk.write(*HERE, *(f":out {name}" for name in ["ash", "cedar", "elm", "hazel", "holly", "ivy", "larch"][:out]))
    assert f"{10 - out} of 11 in the room · quorum 4 · {state}" in await look(desk)
    raw = await look_raw(desk, (80, 24))
    assert all(row.rstrip() in raw for row in small(state))


async def test_a_member_with_an_interest_is_in_the_sum(desk: Desk) -> None:
    desk.write(*HERE, ":declare ash 8 kind=dpi effect=stayed -- owns a house there")
    assert "10 of 11 in the room, 9 count (1 with an interest)" in await look(desk, (120, 36))


@pytest.mark.parametrize("size", BIG)
async def test_the_exact_question_of_an_amendment(desk: Desk, size: tuple[int, int]) -> None:
    desk.write(*HERE, AMEND)
    app = desk.app()
    async with app.run_test(size=size) as pilot:
        await seen(pilot)
        rows = looking.text(app).splitlines()
        middle = next(row.index("If carried") for row in rows if "If carried" in row)
        left = " ".join(" ".join(row[:middle] for row in rows).replace("▌", "").split())
        right = " ".join(" ".join(row[middle:] for row in rows).split())
    assert "The amendment moved by Councillor Ash" in left
    assert f"Text now 1. {HOURS}. 2. That a report" in left
    assert "If carried 1. That the opening hours" in right
    assert "until the review of opening hours is complete." in right


async def test_the_recommendations_stand_as_amended_once_it_is_carried(desk: Desk) -> None:
    desk.write(*HERE, AMEND, ":vote 6 3 1")
    text = await look(desk)
    assert "The recommendations of item 8, as amended 1. That the opening" in text
    assert "until the review of opening hours is complete." in text


@pytest.mark.parametrize("size", BIG)
@pytest.mark.parametrize(
    ("vote", "figures", "word", "sentence"),
    [
        (":vote 6 3 1", "631", "CARRIED", "is carried: 6 for, 3 against, 1 abstained."),
        (":vote 3 7", "370", "LOST", "is lost: 3 for, 7 against."),
        (":vote 5 5", "550", "TIE", "a tie. Councillor Birch, in the chair, has a casting vote."),
        (":vote unanimous", "100", "CARRIED", "is carried unanimously, all 10 for."),
    ],
)
async def test_how_it_went(
    desk: Desk, size: tuple[int, int], vote: str, figures: str, word: str, sentence: str
) -> None:
    desk.write(*HERE, AMEND, vote)
    raw = await look_raw(desk, size)
    assert sentence in " ".join(raw.split())
    draw = small if size[0] == 80 else large
    for row in range(HIGH if draw is large else 3):
        wanted = draw(word)[row].strip()
        assert any(wanted in line and draw(figures[0])[row].strip() in line for line in raw.splitlines())


async def test_whoever_has_the_casting_vote_is_named_and_then_how_it_was_used(desk: Desk) -> None:
    desk.write(*HERE, AMEND, ":vote 5 5")
    assert "Casting vote: Councillor Birch" in await look(desk)
    desk.write(":cast against")
    text = await look(desk)
    assert "Casting vote: Councillor Birch, against" in text
    assert "is lost on the casting vote of Councillor Birch" in text


async def test_who_is_not_accounted_for_is_named(desk: Desk) -> None:
    desk.write(*HERE, ":vote named against=ash,elm for=birch,cedar,hazel,holly,ivy,larch,maple")
    assert "1 not accounted for: Councillor Oak" in await look(desk)


async def test_a_question_put_says_how_many_may_vote_and_who_may_not(desk: Desk) -> None:
    desk.write(*HERE, ":declare ash,elm 8 kind=dpi effect=stayed -- own houses there", ":put")
    assert "Put to the vote: 8 may vote; may not: Councillors Ash and Elm (pecuniary interest)" in await look(desk)


@pytest.mark.parametrize("size", BIG)
async def test_a_result_says_what_it_is_of_and_steps_back_for_the_next_question(
    desk: Desk, size: tuple[int, int]
) -> None:
    desk.write(*HERE, AMEND, ":vote 6 3 1")
    raw = await look_raw(desk, size)
    assert "AMENDMENT A1" in raw
    desk.write(":put")
    text = await look(desk, size)
    assert "Put to the vote: 10 may vote" in text
    assert "Last vote: Amendment A1: carried, 6 for, 3 against, 1 abstained" in text
    assert "AMENDMENT A1" not in text
    desk.write(":vote 2 8")
    text = await look(desk, size)
    assert "RECOMMENDATIONS OF ITEM 8" in text
    assert "Last vote" not in text
    desk.write(":motion oak elm -- That the hours be looked at again.")
    text = await look(desk, size)
    assert "Last vote: Recommendations of item 8, as amended: lost, 2 for, 8 against" in text
    desk.write(":vote 4 6")
    assert "MOTION M1" in await look(desk, size)
    desk.write(":take 10")
    assert "Last vote" not in await look(desk, size)


@pytest.mark.parametrize("figure", [*"0123456789"])
def test_a_figure_is_drawn_where_its_dots_are(figure: str) -> None:
    drawn = [[cell * 2 == "██" for cell in row[::2]] for row in large(figure)]
    assert drawn == [[dot == "#" for dot in row] for row in GLYPHS[figure]]
    assert [row[::2] for row in huge(figure)[::2]] == large(figure)


async def test_the_question_is_the_largest_while_it_is_open_and_the_figures_once_it_is_decided(desk: Desk) -> None:
    desk.write(*HERE, AMEND)
    app = desk.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot)
        areas = {widget.id: widget.region.area for widget in app.screen.children if widget.id}
        assert max(areas, key=lambda id_: areas[id_]) == "question"
        assert app.screen.query_one("#quorum").region.area == 0
        desk.write(":vote 6 3 1")
        await seen(pilot)
        assert app.screen.query_one("#tally").region.height >= 6
        # A quorum in danger is never a quiet line.
        desk.write(":out ash,cedar,elm,hazel,holly,ivy")
        await seen(pilot)
        assert app.screen.query_one("#quorum").region.height >= 4


@pytest.mark.parametrize("withdrew", [1, 2])
async def test_over_the_figures_stands_that_they_count(desk: Desk, withdrew: int) -> None:
    names = ",".join(["ash", "elm"][:withdrew])
    desk.write(*ROLL, f":declare {names} 1 kind=dpi effect=stayed -- owns a house there", ":take 1")
    raw = await look_raw(desk, (80, 24))
    assert "COUNT" in raw
    assert "WITHDREW" not in raw


async def test_of_an_amendment_to_an_amendment_the_text_now_is_the_amendments(desk: Desk) -> None:
    desk.write(*HERE, AMEND, ":amend holly ivy on=A1 at=1 words=first -- is complete -> is complete and published")
    text = await look(desk, (120, 36))
    assert "Text now, as amendment A1 has it" in text
    assert "complete and" in text
    assert "until March" not in text


async def test_the_tally_goes_when_the_next_item_is_taken(desk: Desk) -> None:
    desk.write(*HERE, ":vote unanimous", ":take 10")
    text = await look(desk)
    assert "10 Forward plan" in text
    assert "carried" not in text


async def test_a_vote_taken_back_is_gone(desk: Desk) -> None:
    desk.write(*HERE, ":vote unanimous", ":undo")
    text = await look(desk)
    assert "carried" not in text
    assert "The recommendations of item 8" in text


async def test_nothing_is_said_of_a_quorum_before_the_roll(desk: Desk) -> None:
    text = await look(desk)
    assert "The meeting has not been opened yet: 11 June 2019, 19:00." in text
    assert "QUORATE" not in text


async def test_live_and_written_up(desk: Desk) -> None:
    desk.write(*HERE)
    assert "● LIVE 20:12 · 1 h 12 min" in await look(desk)
    assert "● LIVE 00:40 · 5 h 40 min" in await look(desk, now=datetime(2019, 6, 12, 0, 40))
    later = await look(desk, now=datetime(2019, 6, 14, 9))
    assert "WRITTEN UP" in later
    assert "LIVE" not in later


async def test_adjourned_and_closed(desk: Desk) -> None:
    desk.write(*HERE, ":adjourn 20:00")
    assert "The meeting is adjourned." in await look(desk)
    desk.write(":resume 20:05", ":close 21:19")
    text = await look(desk)
    assert "The meeting closed at 9.19 pm." in text
    assert "QUORATE" not in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lines", [(), ROLL, (*HERE, AMEND), (*HERE, AMEND, ":vote 5 5"), (*HERE, ":take 9")])
async def test_every_size_survives_and_keeps_its_figures(
    desk: Desk, size: tuple[int, int], lines: tuple[str, ...]
) -> None:
    desk.write(*lines)
    app = desk.app()
    async with app.run_test(size=size) as pilot:
        await seen(pilot)
        text = looking.text(app)
        if size == (20, 5) and lines:
            assert "10/11 QUORATE" in text
            assert ("5–5–0 TIE" in text) == (":vote 5 5" in lines)
        await pilot.resize_terminal(20, 5)
        await pilot.resize_terminal(7, 2)
        await pilot.resize_terminal(*size)
        await seen(pilot)
        assert looking.text(app) == text


async def test_a_long_question_scrolls_and_never_pushes_the_figures_off(desk: Desk) -> None:
    long = " ".join(f"word{number}" for number in range(600))
    desk.write(*HERE, f":motion oak elm -- {long}", ":vote 6 3 1")
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        before = looking.text(app)
        assert small("CARRIED")[0].rstrip() in before
        assert "6 for, 3 against, 1 abstained" in looking.flat(app)
    desk.write(f":motion ash elm -- {long}")
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        assert "word0 " in looking.text(app)
        assert "word599" not in looking.text(app)
        await pilot.press("down", "pagedown", "pagedown", "pagedown", "space", "space", "space")
        assert "word599" in looking.text(app)
        await pilot.press("up")
        assert "10 of 11 in the room" in looking.text(app)
        desk.write(f":motion birch elm -- {long}")
        await seen(pilot)
        assert "word0 " in looking.text(app), "another question begins at its beginning"


async def test_what_the_clerk_typed_is_never_markup(desk: Desk) -> None:
    evil = "[/b] [Cllr X] 50% [/] [@click=app.quit]x[/]"
    desk.write(*HERE, f":motion oak elm -- {evil}", f":retitle 8 -- {evil}")
    text = await look(desk)
    assert text.count(evil) == 2


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("size", BIG)
async def test_everything_stands_out_from_what_is_behind_it(desk: Desk, theme: str, size: tuple[int, int]) -> None:
    desk.write(*HERE, AMEND, ":declare ash 8 kind=dpi effect=stayed -- a house", ":vote named against=elm for=oak")
    app = desk.app(theme=theme)
    async with app.run_test(size=size) as pilot:
        await seen(pilot)
        assert "not accounted for" in looking.flat(app)
        assert low_contrast(app) == []


async def test_the_keys(desk: Desk) -> None:
    desk.write(*HERE)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        before = app.theme
        await pilot.press("t")
        assert app.theme != before
        await pilot.press("question_mark")
        assert "What can be done" in looking.text(app)
        await pilot.press("escape")
        assert isinstance(app.screen, Chair)
        await pilot.press("q")
    assert app.return_code == 0


def test_every_glyph_is_as_high_and_even_as_the_others() -> None:
    for character, rows in GLYPHS.items():
        assert len(rows) == HIGH, character
        assert len({len(row) for row in rows}) == 1, character


async def test_the_chair_is_told_what_comes_next_and_when_time_is_short(desk: Desk) -> None:
    desk.write(*HERE, ":vote 0 8 of=r8")
    assert "Next: The recommendation is lost" in await look(desk)
    assert "minutes until 10.00 pm" in await look(desk, now=datetime(2019, 6, 11, 21, 46))
    public = desk.app(public=True, now=datetime(2019, 6, 11, 21, 46))
    async with public.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        assert "Next:" not in looking.flat(public)
        assert "minutes until" not in looking.flat(public)


@pytest.mark.parametrize(
    ("lines", "now", "live"),
    [
        (HERE, datetime(2019, 6, 12, 0, 20), True),
        (HERE, datetime(2019, 6, 12, 6, 0), False),
        ((*HERE, ":adjourn", ":resume 18:00 on=2019-06-18"), datetime(2019, 6, 18, 18, 20), True),
        ((*HERE, ":adjourn", ":resume 18:00 on=2019-06-18"), datetime(2019, 6, 11, 20, 20), False),
    ],
)
async def test_it_is_live_on_the_meeting_s_own_night_and_on_the_day_it_was_resumed(
    desk: Desk, lines: tuple[str, ...], now: datetime, live: bool
) -> None:
    desk.write(*lines)
    text = await look(desk, now=now)
    assert (f"LIVE {now:%H:%M}" in text, "WRITTEN UP" in text) == (live, not live)


@pytest.mark.parametrize(("size", "drawn", "gap"), [((80, 24), small, 4), ((120, 36), large, 7), ((200, 60), huge, 14)])
async def test_the_figures_grow_with_the_screen_and_never_run_together(
    desk: Desk, size: tuple[int, int], drawn: Draw, gap: int
) -> None:
    desk.write(*ROLL, ":take 1")
    raw = await look_raw(desk, size)
    apart = " " * gap
    assert all(f"{there}{apart}{needed}" in raw for there, needed in zip(drawn("10/11"), drawn("4"), strict=True))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize(
    "edit", ["at=9 words=first -- nine -> changed", "at=9 delete", "at=9 after -- That it be changed."]
)
async def test_an_amendment_is_read_from_what_it_changes(desk: Desk, size: tuple[int, int], edit: str) -> None:
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    clauses = "\n  ".join(f"{n}. {'That it be done with due care, ' * 8}{word}." for n, word in enumerate(words, 1))
    desk.write(*ROLL, ":take 10", f":motion oak elm -- {clauses}", f":amend ash elm {edit}")
    text = await look(desk, size)
    assert "nine." in text
    assert "changed." in text or "delete" in edit
    # Of a long text only what changes, with what stands about it.
    assert "two." not in text


async def test_of_a_long_clause_only_what_stands_about_the_change_is_shown(desk: Desk) -> None:
    care = ", ".join(f"with care of the kind {number}" for number in range(90))
    desk.write(
        *ROLL, ":take 10", f":motion oak elm -- That it be done {care}.", ":amend ash elm at=1 words=first -- 45 -> 1"
    )
    text = (await look(desk, (120, 36))).replace("▌ ", "")
    assert "45," in text
    assert "…" in text
    assert "kind 20" not in text
    assert "kind 70" not in text


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize(
    ("left", "said"), [(95, "√ Speaker 1:35 left"), (20, "! Speaker 0:20 left"), (-75, "× Speaker 1:15 OVER")]
)
async def test_the_clock_of_a_public_speaker(desk: Desk, public: bool, left: int, said: str) -> None:
    desk.write(*HERE)
    assert "Speaker" not in await look(desk)
    tell_speaking(desk.path, NIGHT + timedelta(seconds=left))
    app = desk.app(public=public)
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        assert said in looking.flat(app)


async def test_the_public_see_no_clock_behind_closed_doors(desk: Desk) -> None:
    desk.write(*ROLL, ":take 9", ":exclude items=9 para=3")
    tell_speaking(desk.path, NIGHT + timedelta(seconds=95))
    app = desk.app(public=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot)
        assert "Speaker" not in looking.flat(app)


async def test_the_chair_is_told_who_should_leave_now(desk: Desk) -> None:
    desk.write(*ROLL, ":declare elm 8 kind=dpi -- a tenant", ":take 8")
    text = await look(desk)
    assert "Councillor Elm leaves for this item" in text
    assert "o !" not in text
