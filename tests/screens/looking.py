"""Looking at a screen: as text, as a picture, and through a real terminal."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.app import App


def text(app: App[Any]) -> str:
    """What the screen shows now, one line a row."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


def flat(app: App[Any]) -> str:
    """What the screen shows, white space evened out, so that words can be looked for wherever they wrap."""
    return " ".join(text(app).split())


def png(app: App[Any], path: Path | str) -> Path:
    """Save a picture of the screen; as SVG beside it where no converter is installed."""
    path = Path(path)
    svg = app.export_screenshot()
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        path = path.with_suffix(".svg")
        path.write_text(svg, encoding="utf-8")
    else:
        path.write_bytes(bytes(svg_to_bytes(svg_string=svg)))
    return path


class Tmux:
    """A program in a terminal of its own, driven by real key bytes. Use it as a context manager; skips without tmux.

    `command` is one program with its arguments, as a shell would read it.
    """

    def __init__(
        self,
        command: str,
        width: int = 80,
        height: int = 24,
        *,
        env: Mapping[str, str] | None = None,
        cwd: Path | str = ".",
    ) -> None:
        if shutil.which("tmux") is None:
            pytest.skip("tmux is not installed")
        self._socket = f"clerk-{uuid.uuid4().hex[:8]}"
        self._notes = Path(tempfile.mkdtemp(prefix="clerk-tmux-"))
        # tmux does not always come to know how a program ended, so a shell notes it.
        noted = shlex.quote(f"echo $$ > {self._notes}/pid; exec {command}")
        # A UTF-8 locale and no configuration of the developer's: the screen must look the same everywhere.
        surroundings = {
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "SHELL": "/bin/sh",
            **(env or {}),
        }
        surroundings.pop("TMUX", None)
        session = ["new-session", "-d", "-x", str(width), "-y", str(height)]
        shell = f"sh -c {noted}; echo $? > {self._notes}/code"
        start = ["tmux", "-L", self._socket, "-f", "/dev/null", *session, shell]
        subprocess.run(start, env=surroundings, cwd=cwd, check=True)
        self._tmux("set-option", "-g", "remain-on-exit", "on")
        self._tmux("set-option", "-g", "remain-on-exit-format", "")

    def __enter__(self) -> Tmux:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def send_keys(self, *keys: str) -> None:
        """Press keys by tmux's names for them ("F2", "Down", "Enter", "C-s")."""
        self._tmux("send-keys", *keys)

    def type(self, words: str) -> None:
        """Type these characters, all at once."""
        self._tmux("send-keys", "-l", words)

    def paste(self, words: str) -> None:
        """Paste as a terminal does, in brackets when the program asked for them."""
        subprocess.run(["tmux", "-L", self._socket, "load-buffer", "-"], input=words.encode(), check=True)
        self._tmux("paste-buffer", "-p")

    def capture(self) -> str:
        """The text on the screen."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, words: str, seconds: float = 10.0) -> str:
        """The screen as soon as it shows `words`; fails with what it shows when it does not."""
        return self._wait(lambda screen: words in screen, f"{words!r} did not appear", seconds)

    def wait_until_gone(self, words: str, seconds: float = 10.0) -> str:
        return self._wait(lambda screen: words not in screen, f"{words!r} did not go", seconds)

    def resize(self, width: int, height: int) -> None:
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def pid(self) -> int:
        """The program's process."""
        return int(self._note("pid", 10.0))

    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's cursor."""
        column, row = self._tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").split()
        return int(column), int(row)

    def exit_code(self, seconds: float = 10.0) -> int:
        """How the program ended, 128+n when by signal n; waits for that."""
        return int(self._note("code", seconds))

    def kill(self) -> None:
        """End the terminal, as closing its window does."""
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], stderr=subprocess.DEVNULL, check=False)
        shutil.rmtree(self._notes, ignore_errors=True)

    def _note(self, name: str, seconds: float) -> str:
        end = time.monotonic() + seconds
        while not ((note := self._notes / name).exists() and note.read_text().strip()):
            if time.monotonic() > end:
                raise AssertionError(f"no {name} after {seconds} s:\n{self.capture()}")
            time.sleep(0.02)
        return note.read_text()

    def _wait(self, good: Any, complaint: str, seconds: float) -> str:
        end = time.monotonic() + seconds
        while not good(screen := self.capture()):
            if time.monotonic() > end:
                raise AssertionError(f"{complaint} within {seconds} s:\n{screen}")
            time.sleep(0.02)
        return screen

    def _tmux(self, *arguments: str) -> str:
        command: Sequence[str] = ["tmux", "-L", self._socket, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip("\n")
