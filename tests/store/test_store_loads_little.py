"""Keeping a meeting needs no screen, no Word and no clock library."""

from __future__ import annotations

import subprocess
import sys


def test_the_store_loads_neither_screens_nor_exports_nor_the_meeting() -> None:
    script = "import sys, store; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    unwanted = {"textual", "rich", "docx", "jinja2", "arrow", "clerk", "exports", "screens", "filelock", "platformdirs"}
    assert not unwanted & set(loaded)
