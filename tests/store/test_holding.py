"""One writer at a time, with a name."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from keeping import NAME, Fail

from store.errors import CannotOpen, MeetingIsHeld
from store.holding import Hold, read_holder


def test_a_second_writer_is_told_who_holds_the_meeting_and_what_to_do(path: Path) -> None:
    hold = Hold(path, "Jo Clerk")
    hold.take()
    with pytest.raises(MeetingIsHeld) as caught:
        Hold(path, "Al").take()
    hold.release()
    said = str(caught.value)
    assert said.startswith(f"{NAME} is open already, at the desk of Jo Clerk (on ")
    assert f"Follow it with “clerk chair {NAME}”" in said
    holder = read_holder(path)
    assert holder is None


def test_it_can_be_taken_again_when_let_go(path: Path) -> None:
    for by in ("Jo", "Al"):
        hold = Hold(path, by)
        hold.take()
        assert hold.left_open is None
        holder = read_holder(path)
        assert holder is not None
        assert (holder.user, holder.pid) == (by, os.getpid())
        hold.release()
        hold.release()


def test_without_a_name_it_is_the_name_one_is_logged_in_with(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "jclerk")
    hold = Hold(path)
    hold.take()
    assert str(read_holder(path)).startswith("jclerk (on ")
    hold.release()


def test_the_lock_of_a_killed_holder_does_not_block(path: Path) -> None:
    script = "import sys, time; from pathlib import Path; from store.holding import Hold\n"
    script += "Hold(Path(sys.argv[1]), 'Jo').take(); print('taken', flush=True); time.sleep(60)"
    # The hold is let go with the object, so a name keeps it alive.
    script = script.replace("Hold(Path", "hold = Hold(Path").replace(".take()", "; hold.take()")
    with subprocess.Popen([sys.executable, "-c", script, path], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        with pytest.raises(MeetingIsHeld, match=r"desk of Jo \(on"):
            Hold(path, "Al").take()
        other.send_signal(signal.SIGKILL)
    hold = Hold(path, "Al")
    hold.take()
    assert hold.left_open is not None
    assert hold.left_open.user == "Jo"
    hold.release()


@pytest.mark.parametrize("scrap", [b"", b"\0\0\0", b"[]", b'{"user":1}'])
def test_an_unreadable_name_is_somebody_else(path: Path, scrap: bytes) -> None:
    hold = Hold(path, "Jo")
    hold.take()
    path.with_suffix(".holder").write_bytes(scrap)
    with pytest.raises(MeetingIsHeld, match="at the desk of somebody else"):
        Hold(path, "Al").take()
    hold.release()


def test_a_full_disk_costs_the_name_and_not_the_lock(path: Path, fail: Fail) -> None:
    fail("write")
    hold = Hold(path, "Jo")
    hold.take()
    assert read_holder(path) is None
    with pytest.raises(MeetingIsHeld):
        Hold(path, "Al").take()
    hold.release()


def test_a_read_only_folder_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(name: str, *args: int, **more: int) -> int:
        if str(name).endswith(".lock"):
            raise OSError(errno.EROFS, "Read-only file system")
        return real(name, *args, **more)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CannotOpen, match=r"cannot be opened: the disk is read-only\. Nothing was changed"):
        Hold(path, "Jo").take()
