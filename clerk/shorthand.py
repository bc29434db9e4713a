"""The shorthand: one line, one entry. Read here, carried out by `clerk.verbs`.

line      = "#" comment | paragraph | command       two leading spaces continue the line above
command   = ":" ["@"TIME | "@<"ref | "@>"ref] verb operands [key=value …] [-- TEXT]
paragraph = any other line; a leading "\\" makes "\\:", "\\#", "\\@" ordinary text
"""

import re
from datetime import time

from msgspec import Struct

from clerk.names import Unclear
from clerk.times import read_time

PARAGRAPH = ""
"""The verb of a line that is no command."""


class Line(Struct, frozen=True):
    """One line as typed. `number` counts lines of a script from 1; `before` and `after` are references ("v3")."""

    verb: str
    operands: tuple[str, ...] = ()
    options: dict[str, str] = {}
    text: str = ""
    at: time | None = None
    before: str = ""
    after: str = ""
    number: int = 0


_TOKEN = re.compile(r'(?P<key>[a-z_]+)=(?:"(?P<quoted>[^"]*)"|(?P<value>\S*))|"(?P<words>[^"]*)"|(?P<bare>\S+)')
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff]")


def read_line(typed: str, number: int = 0) -> Line | None:
    """One line, with the lines that continue it; None for a comment or an empty one.

    Raises `Unclear` where a command cannot be read.
    """
    typed = clean(typed)
    if not typed.strip() or typed.startswith("#"):
        return None
    if not typed.startswith(":"):
        return Line(PARAGRAPH, text=_unescape(_joined(typed)), number=number)
    return _read_command(typed[1:], number)


def read_script(script: str) -> list[tuple[int, str]]:
    """A script's lines, continuations joined, each with the number of its first line, comments left out."""
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(script.splitlines(), 1):
        if line.startswith("  ") and line.strip() and lines:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]}\n{line}")
        elif line.strip() and not line.startswith("#"):
            lines.append((number, line.rstrip()))
    return lines


def clean(text: str) -> str:
    """Text without control characters, which no minutes can hold; tabs become spaces."""
    return _UNPRINTABLE.sub("", text.replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n"))


def quoted(text: str) -> str:
    """Ordinary text as a paragraph line of shorthand, whatever it begins with."""
    text = text.replace("\n", "\n  ")
    return "\\" + text if text[:1] in (":", "#", "@", "\\") or text.startswith("  ") else text


def _joined(typed: str) -> str:
    first, *rest = typed.split("\n")
    return "\n".join([first, *(line.removeprefix("  ") for line in rest)]).strip()


def _unescape(text: str) -> str:
    return text[1:] if text[:2] in ("\\:", "\\#", "\\@", "\\\\", "\\ ") else text


def _read_command(typed: str, number: int) -> Line:
    first, *rest = typed.split("\n")
    head, dashes, text = _split_text(first)
    text = _joined("\n".join([text.strip(), *rest])) if dashes or rest else ""
    words, options = _tokens(head)
    at, before, after = None, "", ""
    if words and words[0].startswith("@"):
        mark = words.pop(0)[1:]
        if mark.startswith("<"):
            before = mark[1:]
        elif mark.startswith(">"):
            after = mark[1:]
        else:
            try:
                at = read_time(mark)
            except ValueError as error:
                raise Unclear(str(error)) from None
    if not words:
        raise Unclear("There is a colon, but no command after it. Type ? for the list.")
    return Line(words[0].lower(), tuple(words[1:]), options, text, at, before, after, number)


def _split_text(line: str) -> tuple[str, bool, str]:
    match = re.search(r"(?:^|\s)--(?:\s|$)", line)
    if match is None:
        return line, False, ""
    return line[: match.start()], True, line[match.end() :]


def _tokens(head: str) -> tuple[list[str], dict[str, str]]:
    words: list[str] = []
    options: dict[str, str] = {}
    for match in _TOKEN.finditer(head):
        if match["key"]:
            options[match["key"]] = match["quoted"] if match["quoted"] is not None else match["value"]
        else:
            words.append(match["words"] if match["words"] is not None else match["bare"])
    return words, options
