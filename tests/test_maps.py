"""Each package has a map: short, of what is there, and of nothing that is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = sorted(file.parent.name for file in ROOT.glob("*/README.md"))
KNOWN = re.compile(r"`([\w./*-]+\.(?:py|toml|md|typ|docx|txt|sql|json|tcss)|[\w-]+(?:/[\w-]+)+|[\w-]+/)`")


def _text(package: str) -> str:
    return (ROOT / package / "README.md").read_text(encoding="utf-8")


def _is_there(package: str, name: str) -> bool:
    """Whether a file or folder is there, named from the package, from the root, or by its name within the package.
    Capitals stand for what whoever adds one calls it."""
    if "*" in name or re.search(r"[A-Z]{3,}", name):
        return True
    return any(where.exists() for where in (ROOT / package / name, ROOT / name)) or any(
        (ROOT / package).rglob(name.rstrip("/"))
    )


@pytest.mark.parametrize("package", PACKAGES)
def test_it_is_at_most_150_lines(package: str) -> None:
    assert len(_text(package).splitlines()) <= 150


@pytest.mark.parametrize("package", PACKAGES)
def test_what_it_names_is_there(package: str) -> None:
    named = KNOWN.findall(_text(package))
    assert len(named) > 15
    assert [name for name in named if not _is_there(package, name)] == []
    for target in re.findall(r"\]\(([^)#]+)\)", _text(package)):
        assert (ROOT / package / target).exists(), target


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_is_named(package: str) -> None:
    text = _text(package)
    folders = {folder.parent.name for folder in (ROOT / package).glob("*/__init__.py")}
    assert sorted(name for name in folders if f"`{name}/`" not in text) == []
