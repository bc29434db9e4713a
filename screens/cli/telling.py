"""Telling the library a fact from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from screens.cli.saying import hint

if TYPE_CHECKING:
    from clerk.library.facts import Fact


def tell(*told: Fact, home: Path | None = None) -> None:
    """Tells the library of a home, without one this user's, facts; says what there is to say of its journal.

    Raises a StoreError where they could not be kept.
    """
    from store.facts import Facts
    from store.holding import this_holder

    facts = Facts(home)
    facts.tell(this_holder().user, *told)
    for sentence in facts.said:
        hint(sentence)
