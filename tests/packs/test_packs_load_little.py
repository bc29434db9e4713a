"""No reader of packs, nor what it needs, is loaded before there is a pack to read."""

from __future__ import annotations

import subprocess
import sys

import pytest

READERS = {"lxml", "bs4", "pdfplumber", "pdfminer", "docx", "PIL"}


def loaded(statement: str) -> set[str]:
    script = f"import sys\n{statement}\nprint(*sys.modules)"
    return set(
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    )


@pytest.mark.parametrize("statement", ["import screens.cli.main", "import screens.desk.app", "import store"])
def test_the_front_door_and_the_desk_load_no_reader(statement: str) -> None:
    names = loaded(statement)
    assert not READERS & {name.partition(".")[0] for name in names}
    assert not any(name.startswith("store.packs") for name in names)


def test_the_rules_and_the_review_load_no_reader() -> None:
    names = loaded("import store.packs, store.packs.adding, store.packs.reviewing, store.packs.from_text")
    assert not (READERS | {"textual", "rich"}) & {name.partition(".")[0] for name in names}
