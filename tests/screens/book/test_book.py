"""The book between meetings: its views, words that narrow them, and what is chosen, by keys."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from textual.pilot import Pilot

from screens.book.app import BookApp
from screens.book.choices import Choice
from screens.cli.book import carried_out
from screens.cli.main import cli
from tests.library.year import a_year


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Three meetings of a committee and one of a council."""
    folder = tmp_path_factory.mktemp("book")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLERK_HOME", str(folder / "home"))
        patch.setenv("CLERK_CACHE", str(folder / "cache"))
        for body, seats, meetings in (("Parks Committee", 5, 3), ("Council", 9, 1)):
            for evening in a_year(3, body, seats, meetings, date(2026, 1, 13)).evenings:
                name = CliRunner().invoke(cli, ["new", "-"], input=evening.toml).stdout.strip()
                assert CliRunner().invoke(cli, ["play", name, "-"], input=evening.script).exit_code == 0
        yield folder / "home"


class Book:
    """What a test sees and does."""

    def __init__(self, app: BookApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self.pressed = 0

    async def keys(self, *names: str) -> None:
        await self.pilot.press(*names)
        self.pressed += len(names)
        await self.rest()

    async def rest(self) -> None:
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


VIEWS = ("Meetings", "Tomorrow", "Actions", "Find", "Attendance", "Interests", "People", "Bodies")


@asynccontextmanager
async def book(home: Path, view: str = "Meetings", size: tuple[int, int] = (100, 30)) -> AsyncIterator[Book]:
    app = BookApp(home, VIEWS.index(view))
    async with app.run_test(size=size) as pilot:
        seen = Book(app, pilot)
        await seen.rest()
        yield seen


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_it_opens_at_the_meetings_with_their_states(home: Path, size: tuple[int, int]) -> None:
    async with book(home, size=size) as seen:
        lines = [line for line in seen.text.splitlines() if "Parks Committee" in line or "Council" in line]
        assert len(lines) == 4
        assert all("closed (draft)" in line for line in lines)
        assert "10 March 2026" in lines[0]


async def test_letters_narrow_and_escape_takes_them_back(home: Path) -> None:
    async with book(home) as seen:
        await seen.keys(*"council")
        assert "Parks Committee" not in seen.text
        await seen.keys("escape")
        assert "Parks Committee" in seen.text
        assert seen.app.choice is None
        await seen.keys("escape")
        assert seen.app.choice is not None
        assert seen.app.choice.deed == "leave"


async def test_enter_asks_and_enter_again_opens(home: Path) -> None:
    async with book(home) as seen:
        await seen.keys("down", "enter")
        assert "c the chair's view" in seen.text
        await seen.keys("escape")
        assert "c the chair's view" not in seen.text
        await seen.keys("enter", "enter")
        assert seen.app.choice is not None
        assert (seen.app.choice.deed, seen.app.choice.path) == ("open", home / "meetings" / "2026-02-10-pc.journal")


@pytest.mark.parametrize(
    ("key", "deed"), [("c", "chair"), ("k", "check"), ("d", "draft"), ("h", "handover"), ("l", "log")]
)
async def test_what_else_is_done_with_a_meeting(home: Path, key: str, deed: str) -> None:
    async with book(home) as seen:
        await seen.keys("enter", key)
        assert seen.app.choice is not None
        assert seen.app.choice.deed == deed


async def test_an_action_is_ticked_off_by_two_keys(home: Path) -> None:
    async with book(home, "Actions") as seen:
        assert "write to the contractor" in seen.text
        assert "OVERDUE" in seen.text
        await seen.keys("enter", "enter")
        assert seen.pressed == 2
        assert seen.app.choice is not None
        assert seen.app.choice.deed == "done"
        reference = seen.app.choice.reference
    told = CliRunner().invoke(cli, ["actions", "done", reference])
    assert told.exit_code == 0, told.output
    async with book(home, "Actions") as seen:
        assert seen.text.count("write to the contractor") == 3
    assert CliRunner().invoke(cli, ["actions", "reopen", reference]).exit_code == 0


async def test_a_decision_is_found_by_two_keys_and_the_words(home: Path) -> None:
    async with book(home) as seen:
        await seen.keys("slash", *["space" if letter == " " else letter for letter in "hives bought"])
        await seen.pilot.pause(0.4)
        await seen.rest()
        assert "That hives be bought." in seen.text
        await seen.keys("enter")
        assert seen.pressed - len("hives bought") == 2
        assert seen.app.choice is not None
        assert seen.app.choice.event
        assert seen.app.choice.item


async def test_attendance_and_people(home: Path) -> None:
    async with book(home) as seen:
        await seen.keys(*["right"] * VIEWS.index("Attendance"))
        assert "2025-26" in seen.text
        assert "█" in seen.text
        assert "Ann Oak" in seen.text
        await seen.keys("right", "right")
        assert "Jo Reed" in seen.text
        await seen.keys("right", "right")
        assert "Closed (draft): 4" in seen.text


async def test_what_was_found_can_be_asked_about_too(home: Path) -> None:
    async with book(home, "Find") as seen:
        await seen.keys(*"benches")
        await seen.pilot.pause(0.4)
        await seen.rest()
        await seen.keys("tab", "l")
        assert seen.app.choice is not None
        assert seen.app.choice.deed == "log"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_tomorrow_is_in_the_book_and_opens_its_meeting(home: Path, size: tuple[int, int]) -> None:
    async with book(home, "Tomorrow", size) as seen:
        assert seen.text.count("Publish the draft minutes") == 4
        assert "N9" in seen.text
        await seen.keys(*"council", "enter", "enter")
        assert seen.app.choice is not None
        assert seen.app.choice[:2] == ("open", home / "meetings" / "2026-01-13-c.journal")


async def test_what_was_sent_to_another_body_waits_in_the_book(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(home, tmp_path / "home")
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    sent = ':under 3\n:outcome referred up to="Council" -- the sum is above its limit\n'
    played = CliRunner().invoke(cli, ["play", "2026-01-13-pc", "-"], input=sent)
    assert played.exit_code == 0, played.output
    async with book(tmp_path / "home", "Tomorrow") as seen:
        assert "To Council: Benches" in seen.text
        assert "That benches be mended." in seen.text
        assert "Send “Benches”" not in seen.text
        await seen.keys(*"to council", "enter", "o")
        assert seen.app.choice is not None
        assert seen.app.choice.deed == "open"
        assert seen.app.choice.item
        assert seen.app.choice.event
    later = a_year(5, "Council", 9, 1, date(2099, 3, 3)).evenings[0]
    name = CliRunner().invoke(cli, ["new", "-"], input=later.toml).stdout.strip()
    assert CliRunner().invoke(cli, ["references", name, "--add", "1"]).exit_code == 0
    async with book(tmp_path / "home", "Tomorrow") as seen:
        assert "To Council: Benches" not in seen.text
        assert "Send “Benches”" not in seen.text


@pytest.mark.parametrize(
    ("narrowed", "key", "says", "left"),
    [
        ("written record", "enter", "Done: An officer was given authority", 0),
        ("weir", "enter", "Done: “Benches”, to Weir Parish Council", 0),
        ("publish the draft", "p", "", 3),
    ],
)
async def test_what_is_done_is_ticked_off_by_two_keys(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, narrowed: str, key: str, says: str, left: int
) -> None:
    shutil.copytree(home, tmp_path / "home")
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("click.pause", lambda *_: None)
    more = ':under 3\n:delegate "Head of Parks" -- mend them\n:outcome referred to="Weir Parish Council"\n'
    assert CliRunner().invoke(cli, ["play", "2026-01-13-pc", "-"], input=more).exit_code == 0
    async with book(tmp_path / "home", "Tomorrow") as seen:
        assert narrowed in seen.text.lower()
        await seen.keys(*narrowed, "enter", key)
        assert seen.app.choice is not None
        said = carried_out(seen.app.choice)
        assert said.startswith(says), said
    async with book(tmp_path / "home", "Tomorrow") as seen:
        assert seen.text.lower().count(narrowed) == left


async def test_interests_votes_and_bodies(home: Path) -> None:
    async with book(home, "Interests") as seen:
        assert "knows the contractor" in seen.text
        assert "Councillor" in seen.text
    async with book(home, "People") as seen:
        await seen.keys(*"bob oak", "enter", "enter")
        assert seen.app.choice is not None
        assert (seen.app.choice.deed, seen.app.choice.reference) == ("votes", "Bob Oak")
    async with book(home, "Bodies") as seen:
        assert "3 kept, the latest 10 March 2026" in seen.text
        await seen.keys(*"parks", "enter", "enter")
        assert seen.app.choice is not None
        assert (seen.app.choice.deed, seen.app.choice.reference) == ("next", "Parks Committee")


async def test_meetings_stand_under_their_states(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(home, tmp_path / "home")
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    later = a_year(5, "Parks Committee", 5, 1, date(2026, 4, 14)).evenings[0]
    CliRunner().invoke(cli, ["new", "-"], input=later.toml)
    assert CliRunner().invoke(cli, ["publish", "2026-02-10-pc", "--on", "2026-02-12"]).exit_code == 0
    async with book(tmp_path / "home") as seen:
        heads = [line.strip() for line in seen.text.splitlines() if ": " in line and "Narrow" not in line]
        assert heads == ["Not opened yet: 1", "Closed (draft): 3", "Published: 1"]


async def test_two_meetings_of_a_body_on_one_day_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    for day in (date(2026, 1, 13), date(2026, 1, 13), date(2026, 2, 10)):
        evening = a_year(3, "Parks Committee", 5, 1, day).evenings[0]
        name = CliRunner().invoke(cli, ["new", "-"], input=evening.toml).stdout.strip()
        assert CliRunner().invoke(cli, ["play", name, "-"], input=evening.script).exit_code == 0
    async with book(tmp_path / "home", "Meetings") as seen:
        assert "13 January 2026  Parks Committee (2026-01-13-pc-2)" in seen.text
        assert "13 January 2026  Parks Committee (2026-01-13-pc) " in seen.text
        assert "10 February 2026  Parks Committee  " in seen.text
    async with book(tmp_path / "home", "Tomorrow") as seen:
        assert "(2026-01-13-pc-2)" in seen.text
        assert "(2026-02-10-pc)" not in seen.text
    async with book(tmp_path / "home", "Find") as seen:
        await seen.keys(*"bought")
        await seen.pilot.pause(0.4)
        await seen.rest()
        assert "(2026-01-13-pc-2)" in seen.text
        assert "(2026-02-10-pc)" not in seen.text
        assert "Took item" not in seen.text


async def test_an_empty_home_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path))
    async with book(tmp_path) as seen:
        assert "clerk new FILE" in seen.text
        for _ in VIEWS:
            await seen.keys("right", "enter")
        assert seen.app.choice is None


def test_the_log_says_who_did_what(home: Path) -> None:
    said = CliRunner().invoke(cli, ["log", "2026-01-13-pc"]).output
    assert "The meeting opened at 6.30 pm" in said
    CliRunner().invoke(cli, ["play", "2026-01-13-pc", "-"], input=":under 2\nA hedgehog.\n:undo\n")
    again = CliRunner().invoke(cli, ["log", "2026-01-13-pc"]).output
    assert "A hedgehog" in again
    assert "(taken back)" in again
    # By the number that is shown an entry is put right.
    number = next(line for line in again.splitlines() if "The meeting opened" in line).split("  ")[2]
    assert CliRunner().invoke(cli, ["play", "2026-01-13-pc", "-"], input=f":undo {number}\n").exit_code == 0
    opened = next(
        line for line in CliRunner().invoke(cli, ["log", "2026-01-13-pc"]).output.splitlines() if number in line
    )
    assert opened.endswith("(taken back)")


def test_what_a_choice_tells_is_told_and_what_goes_wrong_is_a_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("click.pause", lambda *_: None)
    path = home / "meetings" / "2026-02-10-pc.journal"
    for deed, says in (("check", "doubtful"), ("log", "The meeting opened"), ("draft", ".docx")):
        assert carried_out(Choice(deed, path)) == ""  # type: ignore[arg-type]
        told = capsys.readouterr()
        assert says in told.out + told.err, deed
    assert carried_out(Choice("votes", reference="Bob Oak")) == ""
    assert "Votes of Councillor Bob Oak" in capsys.readouterr().out
    assert "Who is" in carried_out(Choice("votes", reference="nobody"))
    monkeypatch.setattr("click.prompt", lambda *_, **__: "2026-12-31x")
    assert "2026-12-31x" in carried_out(Choice("next", reference="Parks Committee"))
    assert "Which action" in carried_out(Choice("done", reference="nothing/0.0"))
    assert "nothing" in carried_out(Choice("check", home / "meetings" / "nothing.journal"))


async def test_a_damaged_meeting_is_said_in_every_view_that_looks_through_all(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(home, tmp_path / "home")
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))
    path = tmp_path / "home" / "meetings" / "2026-02-10-pc.journal"
    path.write_bytes(path.read_bytes().replace(b'"recorded"', b'"rec0rded"', 1))
    for view in ("Actions", "Attendance", "Interests"):
        async with book(tmp_path / "home", view) as seen:
            assert "2026-02-10-pc cannot be read" in seen.text
    async with book(tmp_path / "home", "Find") as seen:
        await seen.keys(*"hives")
        await seen.pilot.pause(0.4)
        await seen.rest()
        assert "2026-02-10-pc cannot be read" in seen.text
        assert "10 March 2026" in seen.text
        assert "10 February 2026 · Parks" not in seen.text


async def test_that_exempt_actions_are_left_out_is_said(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with book(home, "Actions") as seen:
        assert "more of exempt business" not in seen.text
    copy = shutil.copytree(home, tmp_path / "home")
    monkeypatch.setenv("CLERK_HOME", str(copy))
    monkeypatch.setenv("CLERK_CACHE", str(tmp_path / "cache"))
    exempt = ":under 2\n:exclude items=2 para=3\n:action reed -- tell the lowest bidder\n:readmit\n"
    assert CliRunner().invoke(cli, ["play", "2026-01-13-c", "-"], input=exempt).exit_code == 0
    async with book(copy, "Actions") as seen:
        assert "1 more of exempt business" in seen.text
        assert "bidder" not in seen.text
