"""The README's tables, made from the program itself: `python -m tests.readme` puts them in."""

from __future__ import annotations

import re
from pathlib import Path

from clerk.shorthand.verbs import verb_table
from screens.desk.commands import desk_commands
from screens.kit.commands import readme_table

README = Path(__file__).parents[1] / "README.md"


def keys() -> str:
    """The desk's keys, a table for each place where they act."""
    return "\n".join(f"**{heading}**\n\n{readme_table(table)}" for heading, table in desk_commands().by_context())


TABLES = {"keys": keys, "verbs": verb_table}
"""What stands between `<!-- NAME -->` and `<!-- /NAME -->`."""


def brought_up_to_date(text: str) -> str:
    """The README with its tables as they should be. Raises ValueError where one of the markers is missing."""
    for name, made in TABLES.items():
        opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
        pattern = re.compile(f"{opening}.*?{closing}", re.DOTALL)
        if len(pattern.findall(text)) != 1:
            raise ValueError(f"README.md should have {opening} … {closing} once.")
        table = f"{opening}\n\n{made().strip()}\n\n{closing}"
        text = pattern.sub(lambda _, table=table: table, text)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    README.write_text(brought_up_to_date(README.read_text(encoding="utf-8")), encoding="utf-8")
