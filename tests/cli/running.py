"""A small meeting to run `clerk` on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

TOML = """
body = "Parks Committee"
date = 2026-05-12
time = "18:30"
quorum = 2
members = [
    {name = "Ann Oak", role = "chair", group = "Civic"},
    {name = "Bob Elm", group = "Civic"},
    {name = "Cat Ash", group = "Residents"},
]
officers = [{name = "Jo Reed", title = "Ms", post = "Head of Parks"}]
items = [
    {number = 1, title = "Minutes of the last meeting"},
    {number = 2, title = "Bees", report_of = "Head of Parks", recommendations = "That hives be bought."},
]
"""

Clerk = Callable[..., Result]


def journal(home: Path, name: str) -> Path:
    """Where a meeting is kept."""
    return home / "meetings" / f"{name}.journal"
