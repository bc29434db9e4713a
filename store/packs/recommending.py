"""Recommendations, as clauses one a line (24 to 31 of the irregularities)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from store.packs.marks import split_mark
from store.packs.stream import Line

_SECTION = re.compile(
    r"^(?:why this report is needed|introduction|background|reasons? for (?:the )?recommendations?|alternative options|"
    r"post[- ]decision|implications of|context|purpose|executive summary|summary|what this report|detail)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:that\b|to\b|the (?:\w+ ){0,4}(?:committee|board|council|cabinet|panel|sub-committee) "
    r"(?:is|are|be|to|should|agrees?|notes?|approves?)\b|members\b|it is recommended|"
    r"(?:note|agree|approve|consider|endorse|review|authorise|delegate|instruct)\b)",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?<=[.;:])\s+(?=(\d{1,2})[.)]\s+[A-Z])")
_MOST = 400


class Clauses(Struct):
    """What was recommended: the clauses one a line, the lines they were read from, and what is odd about them."""

    text: str
    lines: list[Line]
    doubt: str = ""


def is_section(line: Line, begun: bool) -> bool:
    """Whether a line begins the report proper. Its number alone does not tell: capitals do (26)."""
    words = line.text
    if line.cells and len(line.filled) > 1:
        return True
    letters = [c for c in words if c.isalpha()]
    if len(letters) > 5 and sum(c.isupper() for c in letters) > 0.9 * len(letters):
        return True
    if _SECTION.match(words) and len(words) < 90 and (line.mark or line.heading):
        return True
    return bool(line.heading and begun and not _ASKS.match(words))


def gather(lines: Sequence[Line], start: int, most: int = _MOST) -> list[Line]:
    """The lines of the recommendations that begin at `start`, up to the report proper."""
    found: list[Line] = []
    numbers: set[str] = set()
    for line in lines[start : start + most]:
        if is_section(line, bool(found)):
            break
        number = (line.mark or split_mark(line.text)[0]).strip("().")
        again = number == "1" and "1" in numbers and not _ASKS.match(line.text)
        # Text without a mark that follows a list and asks for nothing is the report's own.
        loose = (
            found and line.gap and not line.mark and not line.cells and found[-1].mark and not _ASKS.match(line.text)
        )
        if again or (loose and not line.text[:1].islower()):
            break
        numbers.add(number)
        found.append(line)
    return found


def clauses(lines: Iterable[Line]) -> Clauses:
    """Recommendations as the meeting takes them: "1. …", "1.1 …", "- …", one a line; a single one without a number."""
    used = list(lines)
    whole = without_breaks(used)
    parts = _lettered([(mark, text) for line in whole for mark, text in _parts(line)])
    lead = ""
    if len(parts) > 1 and not parts[0][0] and parts[0][1].endswith(":") and any(mark for mark, _ in parts[1:]):
        lead, parts = parts[0][1], parts[1:]
    written, doubt = _numbered(parts)
    if lead:
        written = [(0, lead), *((1, text) if depth == 0 else (2, text) for depth, text in written)]
    return Clauses(_lines(written), used, doubt)


def without_breaks(lines: Iterable[Line]) -> list[Line]:
    """The lines, those of a paragraph in which a sentence goes on as one."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        goes_on = above is not None and not (line.gap or line.mark or line.cells or above.cells)
        if above is not None and goes_on and len(above.text) >= _BROKEN and not above.text.endswith(_ENDS):
            found[-1] = replace(above, text=f"{above.text} {line.text}")
        else:
            found.append(line)
    return found


_ENDS = (".", ";", ":", "!", "?", ",", "”", '"', ")")
_BROKEN = 30
"""Letters of a line, at least, that somebody broke."""

_CAPITAL = re.compile(r"^\(?([A-Z])[.)]\s+(?=[A-Z])")


def _lettered(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts, those that are lettered in capitals under their letters: "A. Note the report", "B. Agree ..."."""
    letters = [found[1] for mark, text in parts if not mark and (found := _CAPITAL.match(text))]
    if len(letters) < 2 or "".join(letters) not in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" or letters[0] != "A":
        return parts
    return [
        (f"{found[1].lower()})", text[found.end() :]) if not mark and (found := _CAPITAL.match(text)) else (mark, text)
        for mark, text in parts
    ]


def _parts(line: Line) -> list[tuple[str, str]]:
    texts = [part for cell in line.filled for part in cell.split("\n")] if line.cells else [line.whole]
    found: list[tuple[str, str]] = []
    for text in texts:
        pieces = [piece for piece in _INLINE.split(text) if piece and not re.fullmatch(r"\d{1,2}", piece)]
        for piece in pieces if _counts_up(pieces) else [text]:
            mark, words = split_mark(piece.strip())
            if words:
                found.append((mark, words))
    return found


def _counts_up(pieces: Sequence[str]) -> bool:
    numbers = [int(found[1]) for piece in pieces if (found := re.match(r"\s*(\d{1,2})[.)]\s", piece))]
    return len(numbers) == len(pieces) > 1 and all(b == a + 1 for a, b in pairwise(numbers))


def _numbered(parts: Sequence[tuple[str, str]]) -> tuple[list[tuple[int, str]], str]:
    """Each text with its depth: 0 a clause, 1 a clause below it, 2 a line that belongs to the one above."""
    main = _main_depth(parts)
    found: list[tuple[int, str]] = []
    expected, odd = 0, False
    for mark, text in parts:
        number = mark.strip("().")
        if re.fullmatch(r"\d+(?:\.\d+)*", number):
            depth = number.count(".") - main
            if depth <= 0:
                last = int(number.split(".")[-1])
                odd = odd or (expected and last != expected + 1) or (not expected and last != 1)
                expected = last
            found.append((min(max(depth, 0), 1), text))
        elif mark == "-" or not mark:
            bulleted_only = all(not other or other == "-" for other, _ in parts)
            if not found or (bulleted_only and (mark == "-" or (_ASKS.match(text) and not parts[0][0]))):
                found.append((0, text))
            elif mark:
                found.append((2, f"- {text}"))
            elif text[:1].islower():
                found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
            else:
                found.append((2, text))
        elif found and any(re.match(r"\(?\d", other) for other, _ in parts):
            found.append((2, f"- {text}"))
        else:
            found.append((0, text))
    return found, "The numbers of these recommendations are not one after another in the report." if odd else ""


def _main_depth(parts: Sequence[tuple[str, str]]) -> int:
    """How many dots the numbers of main clauses have: 1 where a report numbers them 1.1, 1.2 in its section 1."""
    dots = [mark.strip("().").count(".") for mark, _ in parts if re.match(r"\(?\d", mark)]
    return min(dots, default=0)


def _lines(written: Sequence[tuple[int, str]]) -> str:
    mains = sum(depth == 0 for depth, _ in written)
    numbered = mains > 1 or any(depth == 1 for depth, _ in written)
    lines: list[str] = []
    main = sub = 0
    for depth, text in written:
        if depth == 0:
            main, sub = main + 1, 0
            lines.append(f"{main}. {text}" if numbered else text)
        elif depth == 1:
            sub += 1
            lines.append(f"{main}.{sub} {text}")
        else:
            lines.append(text)
    return "\n".join(lines)


def joined(texts: Sequence[str]) -> str:
    """The recommendations of several reports under one item, numbered on."""
    if len(texts) < 2:
        return "".join(texts)
    lines: list[str] = []
    count = 0
    for text in texts:
        own = 0
        for line in text.split("\n"):
            if found := re.match(r"(\d+)\.((?:\d+)?) (.*)$", line):
                if not found[2]:
                    own += 1
                    lines.append(f"{count + own}. {found[3]}")
                else:
                    lines.append(f"{count + own}.{found[2]} {found[3]}")
            elif own or line.startswith("- "):
                lines.append(line)
            else:
                own += 1
                lines.append(f"{count + own}. {line}")
        count += own
    return "\n".join(lines)
