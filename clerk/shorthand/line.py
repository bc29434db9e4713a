"""The shorthand: one line, one entry. Read here, carried out by `clerk.shorthand.verbs`.

line      = "#" comment | paragraph | command       two leading spaces continue the line above
command   = ":" ["@"TIME | "@<"ref | "@>"ref] verb operands [key=value …] [-- TEXT]
            or a place alone and -- TEXT: a paragraph that stands there
paragraph = any other line; a leading "\\" makes "\\:", "\\#", "\\@" ordinary text
"""

import re
from datetime import time

from msgspec import Struct
from msgspec.structs import replace

from clerk.hidden import writable
from clerk.names import Unclear
from clerk.times import is_bare, read_time

PARAGRAPH = ""
"""The verb of a line that is no command."""


class Line(Struct, frozen=True):
    """One line as typed. `number` counts lines of a script from 1; `before` and `after` are references ("v3"); of a
    `bare` time nobody said whether it is morning or evening."""

    verb: str
    operands: tuple[str, ...] = ()
    options: dict[str, str] = {}
    text: str = ""
    at: time | None = None
    before: str = ""
    after: str = ""
    number: int = 0
    bare: bool = False


_TOKEN = re.compile(r'(?P<empty>[a-z_]+)=(?=\s|$)|(?:(?P<key>[a-z_]+)=)?(?P<value>(?:"[^"]*"|[^\s"]|"(?![^"]*"))+)')
_HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)
_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


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
    for number, line in enumerate(clean(script.removeprefix("\ufeff")).split("\n"), 1):
        if line.startswith("  ") and line.strip() and lines:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]}\n{line}")
        elif line.strip():
            lines.append((number, line.rstrip()))
    return [(number, line) for number, line in lines if not line.startswith("#")]


def clean(text: str) -> str:
    """Text as it can be kept: tabs become spaces, whatever breaks a line elsewhere (Word's line breaks) breaks it here,
    and of a control or a private character, which no file of minutes can hold, the mark is kept."""
    return writable(_BREAK.sub("\n", text.replace("\t", " ")))


def trimmed(text: str) -> str:
    """Text as it is recorded: clean, with neither empty lines nor space around it."""
    return "\n".join(line.rstrip() for line in clean(text).split("\n") if line.strip()).strip()


def cleaned(line: Line) -> Line:
    """A line that was not typed but put together, with all its text as if it had been typed."""
    options = {key: clean(value) for key, value in line.options.items()}
    return replace(line, operands=tuple(map(clean, line.operands)), options=options, text=trimmed(line.text))


def quoted(text: str) -> str:
    """Ordinary text as a paragraph line of shorthand, whatever it begins with."""
    text = trimmed(text).replace("\n", "\n  ")
    return "\\" + text if text[:1] in (":", "#", "@", "\\") else text


def _joined(typed: str) -> str:
    first, *rest = typed.split("\n")
    return trimmed("\n".join([first, *(line.removeprefix("  ") for line in rest)]))


def _unescape(text: str) -> str:
    return text[1:] if text[:2] in ("\\:", "\\#", "\\@", "\\\\") else text


def _read_command(typed: str, number: int) -> Line:
    first, *rest = typed.split("\n")
    head, dashes, text = _split_text(first)
    text = _joined("\n".join([text.strip(), *rest])) if dashes or rest else ""
    words, options = _tokens(head)
    at, before, after, bare = None, "", "", False
    if words and words[0].startswith("@"):
        mark = words.pop(0)[1:]
        if mark in ("<", ">"):
            raise Unclear(f"“@{mark}” needs what it stands beside, with no space between: @{mark}v3.")
        if mark.startswith("<"):
            before = mark[1:]
        elif mark.startswith(">"):
            after = mark[1:]
        else:
            if words and _HALF.fullmatch(words[0]):
                mark += words.pop(0)
            bare = is_bare(mark)
            try:
                at = read_time(mark)
            except ValueError as error:
                raise Unclear(str(error)) from None
    if not words and text and (at or before or after):
        return Line(PARAGRAPH, (), options, text, at, before, after, number, bare)
    if not words:
        raise Unclear("There is a colon, but no command after it. Type ? for the list.")
    return Line(words[0].lower(), tuple(words[1:]), options, text, at, before, after, number, bare)


def _split_text(line: str) -> tuple[str, bool, str]:
    match = re.search(r"(?:^|\s)--(?:\s|$)", line)
    if match is None:
        return line, False, ""
    return line[: match.start()], True, line[match.end() :]


def _tokens(head: str) -> tuple[list[str], dict[str, str]]:
    """Words and options. A list may have spaces beside its commas: "ash, birch" is one word. What stands in quotes is
    one word; the quotes are kept where they are part of a list. Raises `Unclear` where an option stands twice."""
    found: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(head):
        key, value = match["key"] or match["empty"] or "", _unquoted(match["value"] or "")
        if found and not key and (found[-1][1].endswith(",") or value.startswith(",")):
            key, before = found.pop()
            value = before + (match["value"] or "")
        found.append((key, value))
    options: dict[str, str] = {}
    for key, value in found:
        if key and key in options:
            raise Unclear(f"“{key}=” stands twice on this line. Say it once; several names are joined by commas.")
        if key:
            options[key] = value
    return [value for key, value in found if not key], options


def _unquoted(value: str) -> str:
    whole = len(value) > 1 and value[0] == value[-1] == '"' and '"' not in value[1:-1]
    return value[1:-1] if whole else value


def as_typed(line: Line) -> str:
    """A line as a clerk would type it, ready for more: the caret belongs at its end."""
    if line.verb == PARAGRAPH:
        return quoted(line.text)
    options = [
        f'{key}="{value}"' if not value or " " in value else f"{key}={value}" for key, value in line.options.items()
    ]
    place = [f"@{line.at:%H:%M}"] if line.at else [f"@<{line.before}"] if line.before else []
    place = place or ([f"@>{line.after}"] if line.after else [])
    text = line.text.replace("\n", "\n  ")
    return ":" + " ".join([*place, line.verb, *line.operands, *options, "--", text])
