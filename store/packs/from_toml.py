"""A meeting set out as a TOML file: its fields as plain values, days and hours as text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from clerk import toml
from clerk.setup.papers import as_text
from store.packs.kinds import CannotRead
from store.packs.stream import Stream

_AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


def read_toml(raw: bytes, path: Path) -> Stream:
    """The fields of a file. Raises `CannotRead`, naming the line that is no TOML."""
    try:
        text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotRead(
            path,
            f"it is not text in UTF-8 (byte {error.start + 1}). Save it again as UTF-8; in Notepad that is a choice "
            "beside “Save”.",
        ) from None
    try:
        data: dict[str, Any] = toml.read_toml(text.replace("\r\n", "\n"))
    except toml.TooMuch as error:
        raise CannotRead(path, f"{error}.") from None
    except ValueError as error:
        raise CannotRead(path, _why(str(error), text)) from None
    return Stream([], kind="toml", data=as_text(data))


def _why(said: str, text: str) -> str:
    """What is wrong with a line, for one who has never heard of TOML."""
    found = _AT.search(said)
    lines = text.splitlines()
    number = int(found["line"]) if found and found["line"] else len(lines)
    line = " ".join((lines[number - 1] if 0 < number <= len(lines) else "").split())
    shown = f" (“{line[:60]}{'…' if len(line) > 60 else ''}”)" if line else ""
    return f"line {number}{shown} is not TOML: {_HINTS[_kind(said, line)]}."


def _kind(said: str, line: str) -> str:
    low = said.lower()
    if "overwrite" in low or "declare" in low or "twice" in low or "namespace" in low:
        return "twice"
    if "=" in line and not re.search(r"=\s*[\"'\[{]", line) and "value" in low:
        return "quotes"
    if "unterminated" in low or "string" in low or "unclosed" in low or "illegal character" in low:
        return "closed"
    return "field" if "key" in low or "statement" in low else "other"


_HINTS = {
    "twice": "this field, or this table, is there already",
    "quotes": 'words stand in quotes, as body = "Parks Committee"',
    "closed": "a quote or a bracket that was opened is not closed on it",
    "field": 'a field is written as body = "Parks Committee", the beginning of a member as [[members]]',
    "other": 'something in it is not written as a field is, body = "Parks Committee"',
}
