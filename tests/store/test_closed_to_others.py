"""What is kept is this user's alone: folders 0700, files 0600, also those of an older home, which is said."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from keeping import NAME, entry

from store import Kept, Library, closing, disk
from store.packs.unfinished import Unfinished

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


@pytest.fixture(autouse=True)
def _open_handed() -> Iterator[None]:
    """The usual mask, under which what asks for no mode can be read by everybody."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


def everything(home: Path) -> None:
    """A home with one of everything that the store writes."""
    with Kept.create(home, NAME, entry(1), by="jo", copy_to=home.parent / "stick" / "copy") as kept:
        kept.words.save({"text": "half"})
        kept.append(entry(2))
        Library(home).note(NAME, state="open")
        Unfinished(home, "new").path.parent.mkdir(mode=0o700)
        disk.write_whole(Unfinished(home, "new").path, b"{}")
        kept.path.write_bytes(b"")
        kept.look()
        assert kept.name.endswith("-kept-1")
        assert_ours_alone(home)


def assert_ours_alone(home: Path) -> None:
    found = modes(home.parent)
    assert found
    for name, mode in found.items():
        path = home.parent / name
        assert mode == (0o700 if path.is_dir() else 0o600), f"{name}: {mode:o}"


def test_everything_is_made_so(tmp_path: Path) -> None:
    everything(tmp_path / "all" / "home")
    assert_ours_alone(tmp_path / "all" / "home")


def test_what_mending_and_tearing_leave_is_made_so(tmp_path: Path) -> None:
    home = tmp_path / "all" / "home"
    with Kept.create(home, NAME, entry(1)) as kept:
        kept.append(entry(2))
    path = home / "meetings" / f"{NAME}.journal"
    with open(path, "ab") as file:
        file.write(b'{"n":3')
    Kept.open(path).close()
    path.write_bytes(path.read_bytes().replace(b"Paragraph 1", b"Paragraph 7"))
    with open(path, "ab") as file:
        file.write(b"junk\n")
    Kept.open(path, mend=True).close()
    assert {"torn-1", "damaged-1"} <= {name.rpartition(".")[2] for name in modes(home)}
    assert_ours_alone(home)


@pytest.mark.parametrize("loose", [".", "meetings"])
def test_an_older_home_is_put_right_and_said_once(tmp_path: Path, loose: str) -> None:
    home = tmp_path / "all" / "home"
    everything(home)
    (home / "faults.log").write_text("")
    for path in [*home.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    home.chmod(0o700)
    (home / loose).chmod(0o755)
    said = closing.put_right(home)
    assert "could be read by others on this machine. Now only you can." in said
    assert str(home) in said
    assert_ours_alone(home)
    assert closing.put_right(home) == ""


def test_a_meeting_opened_from_elsewhere_is_closed_to_others_and_said(tmp_path: Path) -> None:
    Kept.create(tmp_path, NAME, entry(1)).close()
    path = tmp_path / "meetings" / f"{NAME}.journal"
    path.chmod(0o664)
    with Kept.open(path) as kept:
        assert kept.report == [f"{NAME}.journal could be read by others on this machine. Now only you can."]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("")
    elsewhere.chmod(0o644)
    home = tmp_path / "home"
    (home / "meetings").mkdir(parents=True)
    (home / "meetings" / "link.journal").symlink_to(elsewhere)
    closing.put_right(home)
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644


def test_a_folder_that_is_not_ours_alone_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "jo"
    own.mkdir(mode=0o755)
    monkeypatch.setenv("HOME", str(own))
    assert closing.put_right(own) == ""
    everybodys = tmp_path / "tmp"
    everybodys.mkdir()
    everybodys.chmod(0o1777)
    assert closing.put_right(everybodys) == ""
    assert stat.S_IMODE(everybodys.stat().st_mode) == 0o1777
    assert closing.put_right(tmp_path / "nowhere") == ""


def test_what_may_not_be_changed_is_said_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    (home / "meetings").mkdir(parents=True)
    home.chmod(0o755)

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chmod", refuse)
    assert "may be able to read what is kept in" in closing.put_right(home)
