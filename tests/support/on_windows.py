"""Tests run as nearly to Windows as can be where nobody has it: `python -m tests.support.on_windows FOLDER TEST...`.

What only POSIX has is gone, `sys.platform` says win32, a file that is open can be neither replaced nor deleted, a
folder cannot be opened or synced, modes mean nothing, and what Windows forbids in a name is refused. What is loaded
before is other people's: it has chosen its POSIX half already, and is not what is tried here.
"""

from __future__ import annotations

import builtins
import contextlib
import errno
import importlib
import io
import os
import re
import shutil
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LOADED_BEFORE = [
    "asyncio",
    "multiprocessing.connection",
    "multiprocessing.popen_spawn_posix",
    "subprocess",
    "tempfile",
    "uuid",
    "socket",
    "ctypes.util",
    "webbrowser",
    "zipfile",
    "sqlite3",
    "http.server",
    "pty",
    "xml.dom.minidom",
    "csv",
    "getpass",
    "concurrent.futures",
    "textual.app",
    "textual.widgets",
    "textual.pilot",
    "textual.drivers.linux_driver",
    "textual.drivers.headless_driver",
    "click.testing",
    "filelock",
    "platformdirs",
    "docx",
    "lxml.etree",
    "lxml.html",
    "bs4",
    "jinja2.sandbox",
    "pdfplumber",
    "pypdfium2",
    "PIL.Image",
    "psutil",
    "arrow",
    "holidays",
    "hypothesis",
    "pytest_asyncio",
    "tinydb",
    "msgspec",
    "typst",
    "psycopg",
    "starlette",
    "uvicorn",
    "segno",
    "rapidfuzz",
    "nameparser",
    "puremagic",
    "spellchecker",
    "breame.spelling",
    "keyring",
    "execnet",
    "xdist",
    "syrupy",
]
"""What chooses by the system when it is loaded."""

GONE = ("resource", "fcntl", "termios", "pty", "tty", "pwd", "grp", "syslog", "readline")
"""Modules that Windows has not."""

CALLS_GONE = [
    "fork",
    "forkpty",
    "geteuid",
    "getegid",
    "getgroups",
    "getpgid",
    "setsid",
    "killpg",
    "mkfifo",
    "mknod",
    "chown",
    "lchown",
    "fchown",
    "sync",
    "fdatasync",
    "sched_getaffinity",
    "nice",
    "getloadavg",
    "uname",
    "ttyname",
    "openpty",
    "O_DIRECTORY",
    "O_NOFOLLOW",
]
"""What Windows' `os` has not. Without some that other people's code calls after it was loaded."""

_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]|[ .]\Z')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?\Z", re.IGNORECASE)


def install() -> None:
    """From here on this process is on Windows, as far as our own code can tell."""
    for name in LOADED_BEFORE:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    _stand_in_for_its_driver()
    for name in GONE:
        sys.modules[name] = None  # type: ignore[assignment]
    for name in CALLS_GONE:
        if hasattr(os, name):
            delattr(os, name)
    shutil._use_fd_functions = False  # type: ignore[attr-defined]
    _files()
    sys.platform = "win32"


def _stand_in_for_its_driver() -> None:
    import textual.drivers

    driver = types.ModuleType("textual.drivers.win32")
    driver.XTermParser = object  # type: ignore[attr-defined]
    sys.modules["textual.drivers.win32"] = driver
    textual.drivers.win32 = driver  # type: ignore[attr-defined]


def _open_here(path: object) -> bool:
    """Whether this process has a file open, or one below a folder."""
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    wanted = os.path.realpath(os.fsdecode(path))
    for number in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            held = os.readlink(f"/proc/self/fd/{number}")
            if held == wanted or held.startswith(f"{wanted}/"):
                return True
    return False


def _refuse_open(*paths: object) -> None:
    for path in paths:
        if _open_here(path):
            raise PermissionError(errno.EACCES, "The process cannot access the file because it is being used", path)


def _refuse_name(path: object) -> None:
    if not isinstance(path, str | bytes | os.PathLike):
        return
    name = os.path.basename(os.fsdecode(path).rstrip("/"))
    if _FORBIDDEN.search(name) or _RESERVED.match(name):
        raise OSError(errno.EINVAL, "The filename, directory name, or volume label syntax is incorrect", path)


def _files() -> None:
    real_open, real_mkdir, real_chmod, real_rename = os.open, os.mkdir, os.chmod, os.rename

    def open_(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if os.path.isdir(path):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        if flags & os.O_CREAT:
            _refuse_name(path)
        return real_open(path, flags, *more, **named)

    def mkdir(path: Any, *more: Any, **named: Any) -> None:
        _refuse_name(path)
        real_mkdir(path, *more, **named)

    def chmod(path: Any, mode: int, **named: Any) -> None:
        if not os.path.isdir(path):
            real_chmod(path, 0o666 if mode & 0o200 else 0o444)

    def rename(source: Any, target: Any, **named: Any) -> None:
        if os.path.exists(target):
            raise FileExistsError(errno.EEXIST, "Cannot create a file when that file already exists", target)
        _refuse_name(target)
        _refuse_open(source)
        real_rename(source, target)

    os.open, os.mkdir, os.chmod, os.rename = open_, mkdir, chmod, rename  # type: ignore[assignment]
    for name in ("replace", "unlink", "remove", "rmdir"):
        setattr(os, name, _refusing(getattr(os, name), _refuse_name if name == "replace" else None))
    builtins.open = io.open = _opening(io.open)  # type: ignore[assignment]


def _refusing(real: Callable[..., Any], target: Callable[[object], None] | None) -> Callable[..., Any]:
    def call(*paths: Any, **named: Any) -> Any:
        _refuse_open(*paths)
        if target is not None:
            target(paths[-1])
        return real(*paths, **named)

    return call


def _opening(real: Callable[..., Any]) -> Callable[..., Any]:
    def call(file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
        if set(mode) & set("wax") and not isinstance(file, int):
            _refuse_name(file)
        return real(file, mode, *more, **named)

    return call


class OnWindows:
    """Installs it once pytest itself has begun."""

    def pytest_sessionstart(self) -> None:
        """All that follows, the collecting of tests included, is on Windows."""
        install()


if __name__ == "__main__":
    base = Path(sys.argv[1])
    sys.exit(pytest.main(["-n", "0", "-p", "no:randomly", "--basetemp", str(base), *sys.argv[2:]], [OnWindows()]))
