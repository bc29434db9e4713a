"""How the desk looks: in any size of terminal, in every theme, without colour, and with any text in it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from screens.kit.themes import THEMES
from tests.screens.contrast import low_contrast
from tests.screens.desk.at_the_desk import COMMITTEE, Desk, council, desk
from tests.screens.looking import Tmux
from tests.support.minute import OPEN

ROOT = Path(__file__).parents[3]
BUSY = f"""
:apologies hazel
{OPEN}
:out fir
:declare elm 7 kind=dpi effect=left -- a mooring
:out elm interest=yes
:take 6
:vote 4 4
:flag -- the sum
:take 7
The roof leaks.
:action reed -- Mend it
:amend ash birch at=1 words=first -- repairs -> repairs by 1 May
"""

STATES = ("home", "step", "text", "line", "named vote", "findings", "rule", "help", "closing", "palette", "wrong")


async def each_state(at: Desk) -> AsyncIterator[str]:
    """Brings the desk into each of the states in turn."""
    for state, keys, back in [
        ("home", "", ""),
        ("step", "m", "escape"),
        ("text", "t", "escape"),
        ("line", ": d e", "escape"),
        ("named vote", "v a B - c", "escape"),
        ("findings", "f", "escape"),
        ("rule", "f ?", "escape"),
        ("help", "?", "escape"),
        ("closing", ". c", "escape"),
        ("palette", "ctrl+p v o t e", "escape"),
        ("wrong", "/ z z z enter", ""),
    ]:
        await at.keys(keys)
        await at.pilot.pause()
        yield state
        await at.keys(back)
        while at.app.screen is not at.screen:
            await at.keys("escape")


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_everything_stands_out_in_every_theme(tmp_path: Path, theme: str) -> None:
    async with desk(tmp_path, script=BUSY, theme=theme) as at:
        seen = []
        async for state in each_state(at):
            assert low_contrast(at.app) == [], state
            seen.append(state)
        assert tuple(seen) == STATES


async def test_everything_stands_out_in_a_narrow_terminal(tmp_path: Path) -> None:
    async with desk(tmp_path, script=BUSY, size=(80, 24)) as at:
        async for state in each_state(at):
            assert low_contrast(at.app) == [], state


async def test_the_status_line_is_whole_in_a_narrow_terminal(tmp_path: Path) -> None:
    for script in ("", OPEN, f"{OPEN}:exclude items=9 para=3\n:adjourn"):
        home = tmp_path / str(len(script))
        async with desk(home, script=script, size=(80, 24), written_up=True) as at:
            assert "…" not in at.text.splitlines()[0], script
            assert "quorum" in at.text.splitlines()[0]


async def test_a_key_is_never_parted_from_what_it_does(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 7", size=(80, 24)) as at:
        for keys, labels in [
            ("=", ["u refused: reasons", "l not reached"]),
            ("+", ["t another title"]),
            ("b", ["s speakers from outside"]),
            ("d e enter 7 enter", ["r predetermination"]),
            ("d e enter 7 enter n", ["g has a dispensation"]),
        ]:
            await at.keys(keys)
            lines = [line.replace("\u00a0", " ") for line in at.text.splitlines()]
            for label in labels:
                assert any(label in line for line in lines), label
            await at.keys("escape")


async def test_text_opens_without_moving_the_panes_sideways(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 6", size=(100, 30)) as at:
        edges = next(line.find("│") for line in at.text.splitlines() if "│" in line)
        await at.keys("t")
        assert next(line.find("│") for line in at.text.splitlines() if "│" in line) == edges


async def test_a_narrow_terminal_shows_the_same_facts(tmp_path: Path) -> None:
    async with desk(tmp_path, script=BUSY, size=(80, 24)) as at:
        lines = at.text.splitlines()
        assert len(lines) == 24
        assert "8 of 11 in the room" in lines[0]
        assert "◆ Councillor Ash" in lines[0]
        assert "LIVE 19:05" in lines[0]
        assert "7 Boathouse Repairs" in at.flat
        assert "If carried:" in at.flat
        seats = {"a● Ash", "e○ Elm", "f○ Fir", "h× Hazel"}
        assert all(seat in at.flat for seat in seats)
        assert "The roof leaks." in at.rows
        await at.keys("v b C")
        # In their places, and beside a whole name.
        assert re.search(r"b● Birch ◆? *(AGAINST|AG) ", at.text)
        assert re.search(r"c● Cedar *(ABSTAINS|AB) ", at.text)
        assert at.text.splitlines()[:6] == lines[:6]
        await at.keys("escape right")
        assert "8 Allotment Strategy" in at.flat
        await at.pilot.resize_terminal(120, 36)
        await at.rest()
        assert "Petra Birch" in at.text
        assert "Disposal of the Old" in at.text


async def test_sixty_three_members_are_all_in_sight(tmp_path: Path) -> None:
    async with desk(tmp_path, council(), f"{OPEN}\n:take 1", size=(80, 24)) as at:
        letters = [seat.letter for seat in at.meeting.seats.values()]
        assert all(f"{letter}●" in at.text for letter in letters)
        assert "1 Budget" in at.flat
        await at.pilot.resize_terminal(120, 36)
        await at.rest()
        assert "That the budget be approved." in at.flat


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_names_stand_in_columns_and_who_is_against_stands_out(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, council(), f"{OPEN}\n:take 1", size=size) as at:
        # What the rules find follows the first picture by itself; here at once.
        at.screen.look()
        await at.pilot.pause()
        before = at.text.splitlines()
        await at.keys("v a d")
        screen = at.text.splitlines()
        seats = [(seat.letter, at.meeting.people[seat.holder].surname) for seat in at.meeting.seats.values()]
        whole = [f"{letter}● {surname}" in at.text for letter, surname in seats]
        # A note may take the end of a name on a narrow screen; of a name without one nothing is cut.
        assert whole.count(False) <= (1 if size[0] == 80 else 0)
        # Where there is no room for both, the vote is said in brief beside the name.
        (marked,) = [line for line in screen if "AGAINST" in line or " AG " in f"{line} "]
        assert "ad● Alder" in marked
        # Columns: the letters of every line begin at the same cells.
        places = {line.index("●") for line in screen if "●" in line and line.strip()[1] in "bcdefghijklmnopqrstuvwxyz"}
        assert len(places) <= 2, places
        if size[0] > 80:
            # The names stand where they stood: nothing else moved for the vote.
            moved = [number for number, (was, now) in enumerate(zip(before, screen, strict=True)) if was != now]
            assert len(moved) <= 5, moved


async def test_each_kind_of_line_has_its_sign(tmp_path: Path) -> None:
    script = f"""
    {OPEN}
    :take 7
    The roof leaks.
    :out fir
    :in fir
    :declare elm 8 kind=personal -- a plot
    :action reed -- Mend it
    :amend ash birch at=1 words=first -- repairs -> works
    :vote 6 3
    :amend ash birch at=2 words=first -- six -> two
    :vote 3 6
    """
    async with desk(tmp_path, script=script) as at:
        rows = at.screen.query_one("#record").rows  # type: ignore[attr-defined]
        signs = {str(row.text).split(":")[0]: str(row.left).strip() for row in rows}
        assert signs["The roof leaks."] == ""
        assert signs["Councillor Fir went out"] == "←"
        assert signs["Councillor Fir came in"] == "→"
        assert signs["Action for Ms Reed"] == "■"
        assert signs["Councillor Elm"] == "◊"
        assert (signs["Vote v1 on A1"], signs["Vote v2 on A2"]) == ("√", "×")
        for line in at.text.splitlines():
            if "Vote v2" in line:
                assert "× Vote v2" in line


async def test_the_question_comes_before_what_is_next_and_both_before_the_record(tmp_path: Path) -> None:
    order = ("A1 · The amendment", "If carried:", "Next: Councillor Elm leaves", "The roof leaks")
    for size in [(80, 24), (120, 36)]:
        script = f"{BUSY}\n:in elm"
        async with desk(tmp_path / str(size[0]), script=script, size=size) as at:
            at.screen.look()
            await at.pilot.pause()
            places = [at.flat.index(words) for words in order]
            assert places == sorted(places)


async def test_the_focus_is_seen(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 7") as at:
        heading = at.screen.query_one("#heading")
        here = heading.styles.background
        await at.keys("t")
        assert heading.styles.background != here
        assert at.entry.has_focus
        await at.keys("escape")
        assert heading.styles.background == here


async def test_titles_of_the_agenda_use_the_room_there_is(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 7", size=(120, 36)) as at:
        agenda = " ".join(line.split("│")[0].strip() for line in at.text.splitlines())
        assert "Declarations of Members' Interests" in " ".join(agenda.split())
        assert "Any Items that the Chairman decides are urgent" in " ".join(agenda.split())
        await at.pilot.resize_terminal(120, 18)
        await at.rest()
        assert "…" in at.text
        await at.pilot.resize_terminal(80, 24)
        await at.rest()
        assert "8 Allotment Strategy ›" in at.text


LONG_NAME = COMMITTEE.replace("Rowan Ash", "Rowan Featherstonehaugh-Cholmondeley")


@pytest.mark.parametrize("script", ["", ":exclude items=9 para=3", ":exclude items=9 para=3\n:adjourn", ":close"])
@pytest.mark.parametrize(
    "out", ["", ":out birch,cedar,dogwood,elm,fir,hazel,juniper,oak", ":out birch,elm interest=yes"]
)
async def test_quorum_verdict_and_who_presides_are_never_cut(tmp_path: Path, script: str, out: str) -> None:
    async with desk(tmp_path, LONG_NAME, f"{OPEN}\n:take 7\n{out}\n{script}", size=(80, 24)) as at:
        assert at.clock is not None
        for _ in range(2):
            first = at.text.splitlines()[0]
            assert any(verdict in first for verdict in ("QUORATE", "AT LIMIT", "INQUORATE")), first
            assert "quorum 3" in first or "/3 " in first
            assert "Featherstonehaugh-Cholmondeley" in first
            assert "…" not in first
            # A clock that went back says so, at more length.
            at.clock.later(-40)
            await at.begin("The roof leaks.")


async def test_what_a_verb_asks_is_in_sight_in_five_lines(tmp_path: Path) -> None:
    async with desk(tmp_path, script=BUSY, size=(60, 5)) as at:
        await at.keys("m")
        assert "mover: a seat letter" in at.text


async def test_a_terminal_of_twenty_by_five_is_survived_in_every_state(tmp_path: Path) -> None:
    async with desk(tmp_path, script=BUSY) as at:
        async for state in each_state(at):
            for size in [(20, 5), (120, 36)]:
                await at.pilot.resize_terminal(*size)
            assert at.app._exception is None, state
        for size in [(8, 3), (1, 1), (20, 5)]:
            await at.pilot.resize_terminal(*size)
        await at.type("Small.\n")
        await at.keys("escape b escape u enter")
        assert "does not fit" in at.said
        await at.pilot.resize_terminal(120, 36)
        await at.keys("enter")
        assert "Small." in at.rows
        assert at.meeting.questions["A1"].state == "carried"


HOSTILE = "[/b] [Cllr X] 50% [/] [@click=app.quit]x[/]"
QUOTED = json.dumps(HOSTILE)
PAPERS = f"""
body = {QUOTED}
date = "2031-03-12"
quorum = 1
members = [{{name = {QUOTED}, role = "chair", group = {QUOTED}}}, {{name = "Ivo Elm", group = "[b]Mill"}}]
officers = [{{name = {QUOTED}, post = {QUOTED}}}]
items = [{{number = 1, title = {QUOTED}, recommendations = {QUOTED}}}]
"""


@pytest.mark.parametrize("size", [(160, 40), (80, 40)])
async def test_any_text_is_shown_whole_wherever_it_was_typed(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, PAPERS, size=size) as at:
        chair = next(iter(at.meeting.seats.values())).letter

        def shown(times: int = 1) -> None:
            assert at.flat.replace("│ ", "").count(HOSTILE) >= times, at.text

        await at.keys(f". o enter r enter g enter {chair.upper()} backspace")
        await at.paste(HOSTILE)
        shown()
        await at.keys("enter escape")
        assert HOSTILE in at.rows
        await at.keys("a")
        await at.paste(HOSTILE)
        shown()
        await at.keys("enter")
        assert HOSTILE in at.said
        await at.keys(f"d {chair}")
        shown()
        await at.keys("enter 1 enter n s")
        await at.paste(HOSTILE)
        shown()
        await at.keys("enter")
        assert "Councillor [@click=app.quit]x[/]" in at.said
        assert at.recorded()[-1].reason == HOSTILE  # type: ignore[union-attr]
        for keys in (f"n {chair} .", "m e .", "!", "/", ":"):
            await at.keys(keys)
            if keys[0] == "m":
                await at.keys("backspace")
            await at.paste(HOSTILE)
            shown()
            await at.keys("ctrl+s" if keys[0] in "nm" else "enter")
            assert HOSTILE in at.flat, keys
            await at.keys("escape" if not at.home else "")
        await at.keys("b")
        assert "[/b]" in at.said
        await at.keys("1 i enter f")
        assert HOSTILE in at.flat
        await at.keys("escape l")
        assert at.app._exception is None
        await at.keys("l v")
        assert HOSTILE in at.said
        await at.keys("enter z = d")
        await at.paste(HOSTILE)
        shown()
        await at.keys("enter")
        assert at.recorded()[-1].text == HOSTILE  # type: ignore[union-attr]
        await at.keys(". c")
        assert HOSTILE in at.said
        await at.keys("enter")
        assert at.meeting.course == "closed"


GREY = """
import asyncio, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.screens.contrast import low_contrast
from tests.screens.desk.at_the_desk import desk
from tests.screens.desk.test_desk_looks import BUSY, each_state

async def look():
    async with desk(Path({home!r}), script=BUSY) as at:
        async for state in each_state(at):
            faint = low_contrast(at.app)
            sys.__stdout__.write(f"{{state}}: {{faint}}\\n")

asyncio.run(look())
"""


def test_without_colour_everything_stands_out(tmp_path: Path) -> None:
    program = GREY.format(root=str(ROOT), home=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-B", "-c", program],
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.splitlines() == [f"{state}: []" for state in STATES]


def test_without_colour_marks_and_words_say_it(tmp_path: Path) -> None:
    from tests.screens.desk.at_the_desk import made

    made(tmp_path, script=BUSY)
    env = {"CLERK_HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": ""}
    with Tmux(f"{sys.executable} -B -m clerk open sitting", 120, 36, env=env, cwd=tmp_path) as tmux:
        screen = tmux.wait_for("Boathouse Repairs")
        rows = {line.split("│")[-1].strip()[:1]: line for line in screen.splitlines() if line.count("│") == 2}
        assert "●" in rows["a"]
        assert "○" in rows["f"]
        assert "out" in rows["f"]
        assert "apology" in rows["h"]
        assert "▸" in screen
        assert "QUORATE" in screen
        tmux.type("vbC")
        screen = tmux.wait_for("ABSTAINS")
        assert "AGAINST" in screen
        tmux.send_keys("Escape")
        # Whatever comes too soon after Esc is, to a terminal, the same key as with Alt.
        tmux.wait_until_gone("ABSTAINS")
        tmux.type("/zzz")
        tmux.send_keys("Enter")
        tmux.wait_for("✗ “zzz” is nowhere")
        tmux.send_keys("C-q")
        assert tmux.exit_code() == 0


async def test_what_an_amendment_changes_in_a_long_text_is_in_sight(tmp_path: Path) -> None:
    long = " ".join(["that authority be given to the Head of Parks to find a builder for the boathouse"] * 6)
    moved = f":take 2\n:motion elm fir -- That {long} by 1 May and {long}\n"
    script = f"{OPEN}{moved}:amend oak duly at=1 words=first -- 1 May -> 3 June"
    async with desk(tmp_path, script=script, size=(80, 24)) as at:
        shown = at.flat
        assert "by 1 May and" in shown
        assert "by 3 June and" in shown
        assert "…" in at.question


async def test_help_says_what_a_key_is_called_in_the_settings(tmp_path: Path) -> None:
    async with desk(tmp_path, script=OPEN) as at:
        await at.keys("?")
        assert "vote.unanimous" in at.text


@pytest.mark.parametrize("size", [(80, 24), (80, 16), (120, 24)])
async def test_what_came_last_is_in_sight_when_a_meeting_is_opened(tmp_path: Path, size: tuple[int, int]) -> None:
    script = "\n".join(
        [OPEN, ":take 7", *(f"Line {number} of a long item." for number in range(60)), ":amend ash birch"]
    )
    script = script.replace(":amend ash birch", ":amend ash birch at=1 words=first -- repairs -> works")
    async with desk(tmp_path, script=script, size=size) as at:
        assert "Amendment A1 to r7" in at.text
        assert "Line 59" in at.text


LONG = "\n:motion {0} {1} -- " + "\n".join(
    f"{number}. That the {what} of the year be approved as they stand in the papers before the Council tonight, "
    "with all that goes with them, and that officers report on them before the leaves are on the trees again."
    for number, what in enumerate(("estimates", "accounts", "grants", "fees"), 1)
)


@pytest.mark.parametrize("size", [(80, 24), (80, 30), (100, 24)])
async def test_of_a_long_question_each_clause_is_seen_or_told_of(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, council(), f"{OPEN}\n:take 1", size=size) as at:
        who = [person for _, person in at.meeting.acting]
        await at.begin(LONG.format(*who).replace("\n", "\n  ").strip())
        for keys in ("", "v", "escape", "m", "escape"):
            await at.keys(keys)
            seen = [number for number in range(1, 5) if f"{number}. That the" in at.text]
            # Where there is not a line for each, it is said how many are left.
            assert seen == [1, 2, 3, 4] or (keys in "vm" and f" … and {4 - len(seen)} more" in at.text), (keys, at.text)
            # Whatever the room, one clause at least: the name of a question alone says nothing of what it is.
            assert seen[:1] == [1], (keys, at.text)


@pytest.mark.parametrize("size", [(80, 24), (100, 40), (60, 30)])
async def test_no_name_moves_for_a_mark_and_none_is_lost_to_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, council(), f"{OPEN}\n:take 1", size=size) as at:
        await at.keys("v")
        seats = [seat.letter for seat in at.meeting.seats.values()]

        def places() -> dict[str, tuple[int, int]]:
            # What is said below them may grow by a line: they go up together.
            rows = [row for row in at.text.splitlines() if f"{seats[0]}● " in row or "● " in row]
            return {
                letter: (y, row.index(f"{letter}●"))
                for letter in seats
                for y, row in enumerate(rows)
                if f"{letter}● " in row
            }

        before = places()
        for number, letter in enumerate(seats[10:22]):
            first, second = letter if number % 3 else letter.upper()
            await at.keys(f"- {first} {second}" if number % 4 == 0 else f"{first} {second}")
        assert places() == before
        for seat in list(at.meeting.seats.values())[10:22]:
            surname = at.meeting.people[seat.holder or ""].surname
            assert f"{seat.letter}● {surname[:4]}" in at.text, surname


@pytest.mark.parametrize(("size", "named"), [((40, 12), True), ((80, 24), False), ((120, 36), False)])
async def test_where_there_is_no_room_for_marks_the_names_are_said(
    tmp_path: Path, size: tuple[int, int], named: bool
) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 7", size=size) as at:
        await at.keys("v e F")
        assert ("against: Councillor Elm" in at.said) is named, at.said
