"""Marks that stand within words until a sentence is whole, taken out of whatever was no sentence: a table's cell, a
heading, a name in a list. No mark leaves the draft."""

import re
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from exports.style import post_ended, titled, unmarked

T = TypeVar("T")
_MARK = re.compile("[\ue000-\uf8ff]")


def without_marks(value: T) -> T:
    """A block, or blocks, in every text of which what a mark stands for has been done, and the mark is gone."""
    made: Any = value
    if isinstance(made, str):
        made = made if made.isascii() or not _MARK.search(made) else _MARK.sub("", unmarked(titled(post_ended(made))))
    elif isinstance(made, tuple | list):
        made = type(made)(map(without_marks, made))
    elif isinstance(made, Struct):
        was = {field.name: getattr(made, field.name) for field in fields(made)}
        now = {name: without_marks(one) for name, one in was.items()}
        changed = {name: one for name, one in now.items() if one != was[name]}
        made = replace(made, **changed) if changed else made
    return made  # type: ignore[no-any-return]
