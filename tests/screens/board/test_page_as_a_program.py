"""`clerk board` in a real terminal: what it says, and that the chair's key is shown on a key only and never kept."""

from __future__ import annotations

import re
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.bench.pty_app import PtyApp, surroundings
from tests.screens.board.halls import Evening, free_port

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal", allow_module_level=True)


def test_the_chairs_key_is_shown_on_a_key_only(tmp_path: Path, evening: Evening) -> None:
    port = free_port()
    env = surroundings(tmp_path / "own")
    page = PtyApp(["-m", "clerk", "board", str(evening.path), "--port", str(port)], env)
    try:
        begun = page.answered("", ["q stops"], 30)
        assert f"http://127.0.0.1:{port}/" in begun
        assert "Only this machine can open it" in begun
        assert "key=" not in begun
        assert "█" in begun
        page.settle(1.0)
        shown = page.answered("c", ["key="], 10) + page.answered("", ["▀▀▀▀"], 2)
        found = re.search(rf"http://127.0.0.1:{port}/chair\?key=([\w-]+)", shown)
        assert found, shown
        with urllib.request.urlopen(found[0]) as answer:
            assert "Parks and Waterways" in answer.read().decode()
        page.answered("q", ["never said"], 5)
        for log in (tmp_path / "own").rglob("*.log*"):
            assert found[1] not in log.read_text()
        again = PtyApp(["-m", "clerk", "board", str(evening.path), "--port", str(free_port())], env)
        again.answered("", ["q stops"], 30)
        again.settle(1.0)
        assert found[1] not in again.answered("c", ["key="], 10)
        again.close()
    finally:
        page.close()


def test_what_cannot_be_served_is_said(tmp_path: Path, evening: Evening) -> None:
    import subprocess

    def run(*more: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "clerk", "board", str(evening.path), *more]
        done = subprocess.run(
            command, capture_output=True, text=True, env=surroundings(tmp_path), timeout=60, check=False
        )
        return done.returncode, done.stderr

    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, said = run("--port", str(taken.getsockname()[1]))
    assert code == 1
    assert "cannot be had" in said
    assert "Traceback" not in said
    code, said = run("--cert", str(tmp_path / "none.pem"))
    assert code == 1
    assert "go together" in said
