"""A record that holds what this version does not know opens read-only and says so; nothing is made of it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from clerk.kept import NEWER, MadeWithNewer, entry_from, entry_to
from screens.chair.board import board
from screens.chair.watching import Watching
from screens.cli.main import cli
from store.following import read_meeting
from store.library import Library
from store.meetings import Kept
from tests.screens.desk.at_the_desk import seated
from tests.support.minute import OPEN, RECORDED, minute

Row = dict[str, Any]


def _event(**fields: Any) -> Callable[[list[Row]], None]:
    def change(rows: list[Row]) -> None:
        rows[-1]["events"].append(fields)

    return change


def _papers(part: str) -> Callable[[list[Row]], None]:
    def change(rows: list[Row]) -> None:
        rows[0]["events"][0][part][0]["hitherto"] = "unknown"

    return change


def _entry(rows: list[Row]) -> None:
    rows[-1]["witnessed"] = "yes"


def _word(rows: list[Row]) -> None:
    rows[0]["events"][0]["people"][0]["kind"] = "aldermanic"


KINDS: dict[str, Callable[[list[Row]], None]] = {
    "an event": _event(**{"is": "Foreseen", "what": "rain"}),
    "no tag at all": _event(type="Paragraph", text="From elsewhere."),
    "a field": _event(**{"is": "Left", "person": "ash", "mood": "cross"}),
    "a word in a field": _event(**{"is": "ApologyReceived", "person": "ash", "kind": "foreseen"}),
    "an edit": _event(
        **{
            "is": "AmendmentMoved",
            "question": "A9",
            "to": "r7",
            "mover": "ash",
            "edits": [{"is": "Turn", "at": "r7.1"}],
        }
    ),
    "a field of an edit": _event(
        **{"is": "AmendmentMoved", "question": "A9", "to": "r7", "mover": "ash"},
        edits=[{"is": "Delete", "at": "r7.1", "softly": True}],
    ),
    "a field of a speaker": _event(**{"is": "Addressed", "speakers": [{"person": "ash", "tone": "calm"}]}),
    "a correction": _event(**{"is": "Corrected", "event": "2.0", "now": {"is": "Foreseen"}}),
    "a rare construct": _event(**{"is": "Noted", "construct": "ZZ-99"}),
    "a fact of a rare construct": _event(**{"is": "Noted", "construct": "PU-10", "facts": {"smell": "roses"}}),
    "a field of a person": _papers("people"),
    "a field of a seat": _papers("seats"),
    "a field of an item": _papers("items"),
    "a word of a person": _word,
    "a field of the entry": _entry,
}
every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def path(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The journal of a meeting under way that holds what a newer clerk wrote."""
    monkeypatch.setenv("CLERK_HOME", str(tmp_path))
    played = minute(f"{OPEN}:take 7\n:@19:20 out cedar\n")
    rows = json.loads(json.dumps([entry_to(entry) for entry in played.entries], default=str))
    KINDS[kind](rows)
    with Kept.create(tmp_path, "2031-03-12-pwc", rows[0]) as kept:
        for row in rows[1:]:
            kept.append(row)
    return kept.path


def _clerk(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli, arguments, input=typed, prog_name="clerk")


@every_kind
def test_every_command_that_writes_refuses_in_words(path: Path, tmp_path: Path) -> None:
    (tmp_path / "later.txt").write_text("Supplement\n\n11. Flood defences\n", encoding="utf-8")
    before = path.read_bytes()
    for command in (
        ("play", path.stem, "-"),
        ("add", path.stem, str(tmp_path / "later.txt"), "--yes"),
        ("draft", path.stem),
        ("draft", path.stem, "--exempt", "--to", str(tmp_path)),
        ("handover", path.stem, "--to", str(tmp_path / "out")),
        ("check", path.stem),
    ):
        refused = _clerk(*command, typed=":close 21:00\n")
        assert refused.exit_code == 1, command
        assert NEWER in refused.output, command
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.docx"))


@every_kind
def test_what_was_read_of_it_is_not_written_again_as_if_it_were_all(kind: str) -> None:
    played = minute(f"{OPEN}:take 7\n:@19:20 out cedar\n")
    rows = json.loads(json.dumps([entry_to(entry) for entry in played.entries], default=str))
    KINDS[kind](rows)
    refused = 0
    for number, row in enumerate(rows, 1):
        try:
            assert entry_to(entry_from(number, row)) == entry_to(played.entries[number - 1])
        except MadeWithNewer:
            refused += 1
    assert refused == 1


@every_kind
def test_the_list_says_so(path: Path) -> None:
    for _ in range(2):
        [line] = _clerk("list").stdout.splitlines()
        assert NEWER in line
        assert "Parks and Waterways Committee" in line


@every_kind
def test_the_list_says_so_where_the_newer_clerk_had_noted_it(path: Path, tmp_path: Path) -> None:
    facts = {"body": "Parks and Waterways Committee", "date": "2031-03-12", "state": "open", "form": "another"}
    assert Library(tmp_path).note(path.stem, entries=str(len(read_meeting(path).entries)), **facts) == ""
    assert NEWER in _clerk("list").stdout


@every_kind
def test_the_chairs_view_says_so_and_shows_the_rest(path: Path) -> None:
    watching = Watching(path)
    assert NEWER in watching.message
    shown = board(watching.meeting)
    assert (shown.number, shown.course) == ("7", "open")
    assert "cedar" not in watching.meeting.in_room
    closed = board(watching.meeting, public=True)
    assert "newer clerk" in closed.alone
    assert (closed.title, closed.room, closed.questions) == ("", "", ())


@every_kind
async def test_the_desk_opens_read_only(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    async with seated(path) as at:
        assert NEWER in at.flat
        assert "READ-ONLY" in at.text
        assert "Boathouse Repairs" in at.text
        for keys in ("u", "r", "o c", "a", ": c", "T", "z", "l", "*"):
            await at.keys(f"{keys} enter")
            assert NEWER in at.said, keys
            await at.keys("escape")
        await at.paste("A paragraph.")
        assert NEWER in at.said
        await at.keys("/")
        await at.type("boathouse")
        await at.keys("enter")
        assert "Boathouse" in at.said
        await at.keys("right")
        assert "Allotment Strategy" in at.text
    assert path.read_bytes() == before


async def test_half_typed_words_wait_for_the_clerk_that_can_record_them(tmp_path: Path) -> None:
    played = minute(OPEN)
    rows = [entry_to(entry) for entry in played.entries]
    with Kept.create(tmp_path, "2031-03-12-pwc", rows[0]) as kept:
        for row in rows[1:]:
            kept.append(row)
    async with seated(kept.path) as at:
        await at.keys("t")
        await at.type("The Chair said")
        await at.keys("ctrl+q")
    with Kept.open(kept.path) as again:
        again.append({"recorded": RECORDED, "by": "jo", "events": [{"is": "Foreseen"}]})
        words = again.words.load()
    async with seated(kept.path) as at:
        assert "READ-ONLY" in at.text
    with Kept.open(kept.path) as again:
        assert again.words.load() == words
    assert "The Chair said" in str(words)
