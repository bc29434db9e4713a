"""What goes wrong is said in sentences, with an exit code; nothing recorded is lost, and no traceback is seen."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from store import disk
from store.meetings import Kept
from tests.cli.running import TOML, Clerk, journal

MARKUP = "[/b] [Cllr X] 50% [/] [@click=app.quit]x[/]"


def _damage(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b'"', b"'", 3)
    path.write_bytes(b"".join(lines))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('body = "Parks Committee"', 'bodi = "Parks Committee"', "there is no field “bodi”. Nearest: body."),
        ('body = "Parks Committee"', "", "the field “body” is missing."),
        ('{name = "Bob Elm"', '{nmae = "Bob Elm"', "In members 2: there is no field “nmae”. Nearest: name."),
        ("date = 2026-05-12", 'date = "12 May"', "“date” should be as 2019-06-11, not “12 May”."),
        ("date = 2026-05-12", "date = ", "Line 3 (“date =”) is not TOML:"),
        ("quorum = 2", "quorum = 20", "A quorum of 20 does not fit a body of 3 members."),
        ('time = "18:30"', 'time = "half six"', "In time: “half six” is not a time."),
        ("number = 2", "number = 1", "The number “1” is there twice."),
        ("number = 2", "number = 2, under = 2", "In items 2 (Bees): an item cannot be under itself."),
        ("quorum = 2", 'style = "barnett"', "There is no house style “barnett”. Nearest: barnet."),
        ("quorum = 2", 'printing = {votse = "table"}', "In printing: there is no setting “votse”. Nearest: votes."),
        ("quorum = 2", 'printing = {votes = "tabel"}', "In printing: the setting “votes” can be "),
        ("quorum = 2", 'printing = {kind = "gang"}', "In printing: the setting “kind” can be "),
        ("quorum = 2", 'published = "Tuesday"', "“published” should be a date, as 2026-05-12."),
        ("quorum = 2", 'labels = {chiar = "Chair"}', "In labels: there is no field “chiar”. Nearest: chair."),
        ("date = 2026-05-12", "date = 0026-05-12", "“date” should be as 2019-06-11, not “0026-05-12”."),
    ],
)
def test_faults_of_a_meeting_file(clerk: Clerk, home: Path, old: str, new: str, said: str) -> None:
    Path("may.toml").write_text(TOML.replace(old, new), encoding="utf-8")
    refused = clerk("new", "may.toml")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("may.toml cannot be used yet, and no meeting was made:\n  - ")
    assert said in refused.stderr
    assert refused.stdout == ""
    assert not home.exists()


def test_files_that_are_not_there_or_not_text(clerk: Clerk, parks: str) -> None:
    Path("may.toml").write_text(TOML, encoding="utf-8")
    Path("latin.toml").write_bytes("name = 'Café'".encode("latin-1"))
    Path("folder").mkdir()
    for arguments, said in [
        (("new", "mai.toml"), "There is no file mai.toml. The nearest is may.toml."),
        (("new", "nowhere/may.toml"), "There is no folder nowhere."),
        (("new", "latin.toml"), "is not text in UTF-8"),
        (("new", "folder"), "folder is a folder."),
        (("play", parks, "evening.txt"), "There is no script evening.txt."),
        (("draft", parks, "--style", "mine.toml"), "There is no house style mine.toml."),
    ]:
        refused = clerk(*arguments)
        assert refused.exit_code == 1, arguments
        assert said in refused.stderr


@pytest.mark.parametrize("command", [("open",), ("chair",), ("draft",), ("play", "-")])
def test_an_unknown_meeting_names_the_nearest(clerk: Clerk, parks: str, command: tuple[str, ...]) -> None:
    refused = clerk(command[0], "2026-05-12-cp", *command[1:])
    assert refused.exit_code == 1
    assert "There is no meeting called 2026-05-12-cp. The nearest is 2026-05-12-pc." in refused.stderr


@pytest.mark.parametrize(
    "arguments", [("opne", "x"), ("open",), ("open", "x", "--bye"), ("play", "x", "-", "--from", "0")]
)
def test_what_is_not_understood_is_two(clerk: Clerk, arguments: tuple[str, ...]) -> None:
    refused = clerk(*arguments)
    assert refused.exit_code == 2
    assert "Usage:" in refused.stderr


def test_a_second_writer_is_told_who_has_it(clerk: Clerk, parks: str, home: Path, desk: list[object]) -> None:
    with Kept.open(journal(home, parks), "Ivy Fern"):
        for arguments in (("play", parks, "-"), ("open", parks)):
            refused = clerk(*arguments, typed="Words.\n")
            assert refused.exit_code == 1
            assert f"{parks} is open already, at the desk of Ivy Fern" in refused.stderr
            assert f"clerk chair {parks}" in refused.stderr
    assert not desk


def test_a_damaged_meeting_says_how_to_mend_it(clerk: Clerk, parks: str, home: Path, desk: list[object]) -> None:
    clerk("play", parks, "-", typed=":present rest\n:open 18:30\n:take 2\n")
    path = journal(home, parks)
    _damage(path)
    damaged = path.read_bytes()
    for arguments in (("open", parks), ("play", parks, "-"), ("draft", parks)):
        refused = clerk(*arguments, typed="Words.\n")
        assert refused.exit_code == 1
        assert "is damaged" in refused.stderr
        assert f"clerk open {parks} --mend" in refused.stderr
    assert path.read_bytes() == damaged
    assert clerk("open", parks, "--mend").exit_code == 0
    assert clerk("draft", parks).exit_code == 0


def test_a_torn_last_line_costs_only_itself(clerk: Clerk, parks: str, home: Path) -> None:
    clerk("play", parks, "-", typed=":present rest\n:open 18:30\n")
    path = journal(home, parks)
    path.write_bytes(path.read_bytes()[:-20])
    assert clerk("draft", parks).exit_code == 0
    played = clerk("play", parks, "-", typed=":open 18:31\n")
    assert played.exit_code == 0
    assert "last line" in played.stderr or "set aside" in played.stderr


def test_a_newer_journal_is_left_alone(clerk: Clerk, parks: str, home: Path, desk: list[object]) -> None:
    path = journal(home, parks)
    first, *rest = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([first.replace(b'"version":1', b'"version":99'), *rest]))
    newer = path.read_bytes()
    assert newer != b"".join([first, *rest])
    for arguments in (("open", parks), ("draft", parks), ("play", parks, "-")):
        refused = clerk(*arguments)
        assert refused.exit_code == 1
        assert "newer clerk" in refused.stderr
    assert path.read_bytes() == newer
    assert not desk


def test_a_folder_that_cannot_be_used(clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "file"))
    refused = clerk("new", "-", typed=TOML)
    assert refused.exit_code == 1
    assert "cannot be created" in refused.stderr
    assert "CLERK_HOME" in refused.stderr
    assert clerk("list").exit_code == 0


@pytest.mark.parametrize(
    ("number", "why"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "the disk is read-only")]
)
def test_a_disk_that_gives_out_while_playing(
    clerk: Clerk, parks: str, home: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    write, written = disk.write, [0]

    def fails(descriptor: int, data: bytes) -> int:
        written[0] += b"MeetingOpened" in data
        if written[0]:
            raise OSError(number, "no")
        return write(descriptor, data)

    monkeypatch.setattr(disk, "write", fails)
    played = clerk("play", parks, "-", typed=":present rest\n:open 18:30\n")
    monkeypatch.undo()
    assert played.exit_code == 1
    assert "Line 2: :open 18:30" in played.stderr
    assert why in played.stderr
    assert "1 entry made before it: kept." in played.stderr
    with Kept.open(journal(home, parks), "test") as kept:
        assert len(kept) == 2


def test_a_crash_prints_nothing_of_the_meeting(
    clerk: Clerk, parks: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*arguments: object) -> None:
        raise RuntimeError("the price of a hive")

    monkeypatch.setattr("screens.minutes.write_up", breaks)
    crashed = clerk("draft", parks)
    assert crashed.exit_code == 70
    assert "price of a hive" not in crashed.output
    assert "Traceback" not in crashed.output
    log = home / "faults.log"
    assert str(log) in crashed.stderr
    assert "RuntimeError" in log.read_text(encoding="utf-8")
    assert "price of a hive" not in log.read_text(encoding="utf-8")


def test_markup_in_every_field_is_text(clerk: Clerk) -> None:
    toml = TOML
    for word in ("Parks Committee", "Ann Oak", "Civic", "Jo Reed", "Head of Parks", "Bees", "That hives be bought."):
        toml = toml.replace(word, f"{word} {MARKUP}")
    made = clerk("new", "-", typed=toml)
    assert made.exit_code == 0, made.stderr
    name = made.stdout.strip()
    script = f":present rest\n:open 18:30\n:take 2\n{MARKUP}\n:vote unanimous\n:flag -- {MARKUP}\n"
    assert clerk("play", name, "-", typed=script).exit_code == 0
    printed = clerk("draft", name).stdout
    assert printed.count(MARKUP) >= 4
    assert clerk("draft", name, "--to", "x.docx").exit_code == 0
    assert MARKUP in clerk("list").stdout


@pytest.mark.parametrize("arguments", [("draft",), ("check",), ("spell",), ("play", "evening.txt")])
def test_what_a_newer_version_recorded_is_not_guessed_at(
    clerk: Clerk, parks: str, home: Path, arguments: tuple[str, ...]
) -> None:
    Path("evening.txt").write_text(":open 18:30\n", encoding="utf-8")
    with Kept.open(journal(home, parks), "Jo") as kept:
        kept.append({"recorded": "2026-05-12T18:30:00", "by": "Jo", "events": [{"is": "Foreseen", "what": "hives"}]})
    before = journal(home, parks).read_bytes()
    command, *rest = arguments
    refused = clerk(command, parks, *rest)
    assert refused.exit_code == 1
    assert "made with a newer clerk: update to write in it" in refused.stderr
    assert "nothing was changed" in refused.stderr
    assert "Foreseen" not in refused.output
    assert journal(home, parks).read_bytes() == before
    assert "2 entries" in clerk("list").stdout


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no such devices here")
def test_a_device_or_a_pipe_in_place_of_a_text_is_a_sentence(clerk: Clerk, parks: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    for path in (Path("/dev/zero"), tmp_path / "pipe.toml"):
        for arguments in (("play", parks, str(path)), ("draft", parks, "--style", str(path))):
            refused = clerk(*arguments)
            assert refused.exit_code == 1
            assert (
                "it is a device or a pipe, not a file" in refused.stderr or "There is no house style" in refused.stderr
            )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize(
    "suffix", ["words", "holder", "book", "read.json", "speaking", "transcript", "exempt.transcript"]
)
def test_a_pipe_in_place_of_what_stands_beside_a_meeting_holds_nobody_up(
    clerk: Clerk, parks: str, home: Path, suffix: str
) -> None:
    beside = journal(home, parks).with_suffix(f".{suffix}")
    beside.unlink(missing_ok=True)
    os.mkfifo(beside)
    for arguments in (("list",), ("show", parks), ("draft", parks)):
        said = clerk(*arguments)
        assert said.exit_code == 0, said.output
        told = "what has its name is no file" in said.stderr
        assert told is ("transcript" in suffix and arguments == ("list",)), said.stderr
    opened = clerk("open", parks, "--lines", "--by", "jo", typed="leave\n")
    assert opened.exit_code == 0, opened.output
    assert parks in clerk("list").stdout


def test_a_meeting_that_has_fewer_entries_than_it_had_is_told_of(clerk: Clerk, parks: str, home: Path) -> None:
    path = journal(home, parks)
    older = path.read_bytes()
    clerk("play", parks, "-", typed=":present rest\n:open 18:30\n")
    assert "entries when it was left last" not in clerk("draft", parks).stderr
    path.write_bytes(older)
    for command in (("list",), ("draft", parks), ("list",), ("check", parks)):
        said = clerk(*command)
        if command != ("list",):
            assert f"{parks} had 3 entries when it was left last, and 1 can be read now" in said.stderr
    clerk("play", parks, "-", typed=":present rest\n")
    assert "when it was left last" not in clerk("draft", parks).stderr


_OWN_FILES = {
    "settings.toml": (("about",), "settings.toml is left aside: "),
    "profiles/elder-2031.toml": (("new", "-", "--yes"), "elder-2031.toml is not used: it cannot be read: "),
    "words.txt": (("spell", "PARKS"), "words.txt could not be read."),
}
"""What a person keeps beside the meetings: a command that reads it, and what is said where it cannot be."""


@pytest.mark.parametrize("name", _OWN_FILES)
@pytest.mark.parametrize("fault", ["a pipe", "too large"])
def test_what_a_person_keeps_beside_the_meetings_is_a_file_that_somebody_typed(
    clerk: Clerk, parks: str, home: Path, monkeypatch: pytest.MonkeyPatch, name: str, fault: str
) -> None:
    file = home / name
    file.parent.mkdir(exist_ok=True)
    if fault == "too large":
        monkeypatch.setattr(disk, "MOST_TYPED", 10)
        file.write_text("# more than anybody types\n", encoding="utf-8")
    elif hasattr(os, "mkfifo"):
        os.mkfifo(file)
    else:
        pytest.skip("there are no pipes with names here")
    command, said = _OWN_FILES[name]
    result = clerk(*[parks if word == "PARKS" else word for word in command], typed=TOML)
    output = " ".join(result.output.split())
    assert said in output
    if said.endswith(": "):
        why = "larger than any text that is typed" if fault == "too large" else "what has its name is no file"
        assert why in output
