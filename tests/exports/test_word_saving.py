"""Writing the document's file: whole or not at all, and a sentence when it cannot be."""

import errno
import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.setup.convening import read_meeting
from exports.decisions import decision_sheet
from exports.draft import draft as write_up
from exports.extracts import motion
from exports.paper import paper
from exports.running_order import running_order
from exports.saving import WritingError
from exports.style import shipped_style
from exports.word import write_docx
from tests.exports.drafts import draft
from tests.exports.reading import read_back
from tests.support.bodies import COMMITTEE
from tests.support.minute import OPEN, desk


def failing(number: int) -> object:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def refused(to: Path) -> str:
    with pytest.raises(WritingError) as caught:
        write_docx(draft(), to)
    return str(caught.value)


def test_an_older_document_is_replaced(tmp_path: Path) -> None:
    to = tmp_path / "DRAFT minutes.docx"
    to.write_text("old")
    write_docx(draft(), to)
    assert read_back(to)[0] == "Decisions of the Allotments and Ponds Committee"
    assert list(tmp_path.iterdir()) == [to]


def test_colleagues_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_docx(draft(), tmp_path / "minutes.docx")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "minutes.docx").stat().st_mode) == (0o644 if os.name == "posix" else 0o666)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "it is read-only for you. Choose another folder"),
        (errno.EROFS, "it is read-only for you"),
        (errno.ENOSPC, "is full. Make room"),
        (errno.EIO, "could not be written in"),
    ],
)
def test_what_stops_the_writing_is_said(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "minutes.docx"
    to.write_text("old")
    monkeypatch.setattr(os, "fsync", failing(number))
    assert words in refused(to)
    assert to.read_text() == "old"
    assert list(tmp_path.iterdir()) == [to]


def test_a_document_open_in_word_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to = tmp_path / "minutes.docx"
    to.write_text("old")
    monkeypatch.setattr(os, "replace", failing(errno.EACCES))
    assert "open in Word. Close it there and try again" in refused(to)
    assert list(tmp_path.iterdir()) == [to]
    assert to.read_text() == "old"


def test_a_folder_that_is_not_there_or_not_a_folder(tmp_path: Path) -> None:
    assert "There is no folder" in refused(tmp_path / "gone" / "minutes.docx")
    (tmp_path / "file").write_text("")
    assert "is not a folder" in refused(tmp_path / "file" / "minutes.docx")
    assert "is a folder. Give the name of a file in it" in refused(tmp_path)


def test_a_name_too_long_for_a_file(tmp_path: Path) -> None:
    assert "too long for a file" in refused(tmp_path / ("minutes" * 60 + ".docx"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("body", ["A: B\\\\C/D?*<>|", "Überörtlicher Ausschuß " * 20, "Ü" * 300, "CON", "Parks. "])
def test_whatever_a_body_is_called_its_files_have_names_that_a_disk_takes(body: str) -> None:
    convened = replace(read_meeting(COMMITTEE), body=body)
    meeting = desk(convened).play(f"{OPEN}\n:take 7\n:motion elm oak -- That it be so.").meeting
    style = shipped_style()
    minutes = write_up(meeting, style)
    made = [minutes, decision_sheet(meeting, style, minutes), paper(meeting, style), running_order(meeting, style)]
    made.append(motion(meeting, style, "m1"))
    names = [f"{one.file_name}.docx" for one in made]
    for name in names:
        assert not set(name) & set('\\/:*?"<>|'), name
        assert len(name.encode()) <= 200, name
        assert name.split()[0] != "CON"
    assert len(set(names)) == len(made)
