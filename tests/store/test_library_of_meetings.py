"""The library: the folder is the truth, and what it remembers is never in the way of a meeting."""

from __future__ import annotations

import multiprocessing
from datetime import date
from pathlib import Path

import platformdirs
import pytest
from keeping import NAME, Fail, entry

from store import Kept, Library
from store import library as rooms
from store.errors import UnknownMeeting

JUNE = date(2019, 6, 11)
CLLC = {"name": "Community Leadership and Libraries Committee", "short": "CLLC", "quorum": 3}
ASH = {"id": "ash", "name": "Cllr Ash", "seat": "a"}
OAK = {"id": "oak", "name": "Cllr Oak", "seat": "b", "spellings": ["Oke"]}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


def begin(library: Library, name: str, entries: int = 1) -> None:
    with Kept.create(library.home, name, entry(1)) as kept:
        for number in range(2, entries + 1):
            kept.append(entry(number))


def test_it_is_where_clerk_home_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "here"))
    assert Library().home == tmp_path / "here"
    monkeypatch.setenv("CLERK_HOME", "")
    assert Library().home == platformdirs.user_data_path("clerk", appauthor=False)


def test_an_empty_library_lists_nothing_and_makes_nothing(tmp_path: Path) -> None:
    library = Library(tmp_path / "none")
    assert library.meetings() == []
    assert library.bodies() == []
    assert library.recall("CLLC") == ({}, [])
    assert not library.home.exists()


def test_every_journal_in_the_folder_is_listed_known_or_not(library: Library) -> None:
    begin(library, NAME, 3)
    begin(library, "2019-03-07-cllc")
    begin(library, "handed-over")
    assert library.note(NAME, body="CLLC", state="closed") == ""
    assert library.note("2018-01-01-deleted", body="CLLC") == ""
    assert [(m.name, m.body, m.date, m.entries, m.state) for m in library.meetings()] == [
        (NAME, "CLLC", "2019-06-11", 3, "closed"),
        ("2019-03-07-cllc", "", "2019-03-07", 1, ""),
        ("handed-over", "", "", 1, ""),
    ]
    library.note(NAME, state="draft")
    assert next((m.body, m.state) for m in library.meetings()) == ("CLLC", "draft")
    assert library.resolve(NAME) == library.meetings()[0].path


def test_many_are_noted_in_one_line_and_what_is_as_it_was_is_not_opened(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"2019-06-{day:02}-cllc" for day in range(1, 9)]
    for number, name in enumerate(names, 1):
        begin(library, name, number)
    library.note(names[0], body="Old", state="open")
    lines = library.path.read_bytes().count(b"\n")
    facts = {name: {"body": "CLLC", "entries": str(number)} for number, name in enumerate(names, 1)}
    assert library.note_all(facts) == ""
    assert library.path.read_bytes().count(b"\n") == lines + 1
    as_noted = library.meetings()
    assert [(one.name, one.body, one.entries) for one in as_noted] == [
        (name, "CLLC", number) for number, name in reversed([*enumerate(names, 1)])
    ]
    assert as_noted[-1].state == "open"
    monkeypatch.setattr(rooms, "_count", lambda _: 99)
    monkeypatch.setattr(rooms, "first_line_of", lambda _: None)
    assert library.meetings() == as_noted
    with Kept.open(library.resolve(names[2])) as kept:
        kept.append(entry(4))
    assert [one.entries for one in library.meetings() if one.name == names[2]] == [99]
    assert library.note_all(facts) == ""
    assert library.path.read_bytes().count(b"\n") == lines + 1


def test_entries_are_counted_from_the_end_of_the_journal(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(library, NAME, 40)
    path = library.resolve(NAME)
    monkeypatch.setattr(rooms, "_TAIL", 300)
    assert library.meetings()[0].entries == 40
    with Kept.open(path) as kept:
        kept.db.table("people").insert({"name": "x" * 400})
    assert library.meetings()[0].entries == 40
    path.write_bytes(path.read_bytes() + b'{"n":42,"tab')
    assert library.meetings()[0].entries == 40


def test_what_cannot_be_read_is_still_listed(library: Library) -> None:
    begin(library, NAME)
    (library.home / "meetings" / "2020-01-01-odd.journal").write_bytes(b"\0\0\0")
    (library.home / "meetings" / "2020-01-02-folder.journal").mkdir()
    assert [(m.name, m.entries) for m in library.meetings()] == [
        ("2020-01-02-folder", 0),
        ("2020-01-01-odd", 0),
        (NAME, 1),
    ]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("CLLC", "2019-06-11-cllc"),
        ("Planning: Área B / North", "2019-06-11-planning-area-b-north"),
        ("../..", "2019-06-11-meeting"),
        ("", "2019-06-11-meeting"),
    ],
)
def test_a_name_is_a_date_and_a_body(library: Library, body: str, name: str) -> None:
    assert library.new_name(JUNE, body) == name
    begin(library, name)
    assert library.new_name(JUNE, body) == f"{name}-2"
    begin(library, f"{name}-2")
    assert library.new_name(JUNE, body) == f"{name}-3"


def test_an_unknown_name_gets_the_nearest(library: Library) -> None:
    with pytest.raises(UnknownMeeting, match=r"There is no meeting called cllc\. “clerk list” shows"):
        library.resolve("cllc")
    begin(library, NAME)
    begin(library, "2019-06-11-planning")
    with pytest.raises(UnknownMeeting) as caught:
        library.resolve("2019-06-11-clcc")
    assert caught.value.nearest == [NAME]
    with pytest.raises(
        UnknownMeeting, match=f"“2019-06-11” could be 2019-06-11-planning or {NAME}. Type a little more"
    ):
        library.resolve("2019-06-11")
    for bad in ("", "../library", "/etc/passwd", "library"):
        with pytest.raises(UnknownMeeting):
            library.resolve(bad)


def test_bodies_and_people_are_remembered(library: Library) -> None:
    assert library.remember(CLLC, [ASH, OAK]) == ""
    assert Library(library.home).recall(CLLC["name"]) == (CLLC, [ASH, OAK])
    elm = {"id": "elm", "name": "Cllr Elm"}
    assert library.remember({**CLLC, "quorum": 4}, [{**ASH, "seat": "z"}, elm]) == ""
    assert library.recall(CLLC["name"]) == ({**CLLC, "quorum": 4}, [{**ASH, "seat": "z"}, OAK, elm])
    library.remember({"name": "Planning"}, [{"id": "ash", "seat": "q"}])
    assert library.recall("Planning") == ({"name": "Planning"}, [{"id": "ash", "seat": "q"}])
    assert library.recall(CLLC["name"])[1][0]["seat"] == "z"
    assert library.bodies() == [CLLC["name"], "Planning"]


def test_what_is_remembered_already_is_not_written_again(library: Library) -> None:
    library.remember(CLLC, [ASH, OAK])
    size = library.path.stat().st_size
    library.remember(CLLC, [ASH, OAK])
    assert library.path.stat().st_size == size


def test_a_full_disk_is_a_message(library: Library, fail: Fail) -> None:
    fail("write")
    assert library.note(NAME, state="open") == (
        "The library was not brought up to date: the disk is full. No meeting is affected."
    )
    assert library.note(NAME, state="open") == ""
    fail("sync")
    assert "the disk is full. No meeting is affected." in library.note(NAME, state="closed")
    assert "the disk is full" not in library.note(NAME, state="closed")


def test_a_damaged_library_is_mended_and_a_torn_one_goes_on(library: Library) -> None:
    library.remember(CLLC, [ASH])
    library.remember({"name": "Planning"}, [OAK])
    data = library.path.read_bytes()
    library.path.write_bytes(data.replace(b'"quorum":3', b'"quorum":9') + b'{"n":9')
    assert library.bodies() == []
    assert "library.journal was damaged and has been mended" in library.note(NAME, state="open")
    assert library.bodies() == ["Planning"]
    assert library.recall("Planning")[1] == [OAK]


def test_a_newer_library_is_left_alone_and_meetings_open(library: Library) -> None:
    begin(library, NAME)
    library.path.write_bytes(b'{"clerk":"journal","version":7}\n')
    assert [meeting.name for meeting in library.meetings()] == [NAME]
    assert library.recall("CLLC") == ({}, [])
    assert "written by a newer clerk" in library.note(NAME, state="open")
    assert library.path.read_bytes() == b'{"clerk":"journal","version":7}\n'


def test_a_busy_library_is_a_message(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr(rooms, "_PATIENCE", 0.05)
    with FileLock(library.home / "library.lock"):
        assert "another window is busy with it" in library.note(NAME, state="open")


def _note(home: Path, number: int) -> None:
    assert Library(home).note(f"2019-06-{number:02}-cllc", body="CLLC") == ""


def test_windows_that_write_at_once_do_not_lose_each_others_notes(library: Library) -> None:
    context = multiprocessing.get_context("fork")
    windows = [context.Process(target=_note, args=(library.home, number)) for number in range(1, 7)]
    for window in windows:
        window.start()
    for window in windows:
        window.join(10)
    for number in range(1, 7):
        begin(library, f"2019-06-{number:02}-cllc")
    assert [meeting.body for meeting in library.meetings()] == ["CLLC"] * 6
