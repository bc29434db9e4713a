"""Lines of a transcript to cues, whatever wrote them: WebVTT, SRT, Teams' and Word's documents, plain text with times.

They differ in where the time, the speaker and the words stand, and mix: one reader knows a line that holds a time when
it sees it. A library (webvtt-py) was tried: it leaves out, without a word, each cue that is not quite as the standard
has it, and those are what is met.
"""

import html
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from clerk.transcripts.cues import LONGEST, Cue

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3}(?![\d:]))?"
_RANGE = re.compile(rf"^(?:\S{{1,80}}\s+)?({_TIME})\s*--?>\s*({_TIME})(?:\s.*)?$")
_HALF = re.compile(rf"^({_TIME})?\s*--?>\s*({_TIME})?")
_BEFORE = re.compile(
    rf"^[\[(<]?({_TIME})(?:\s?([AaPp])\.?[Mm]\b\.?)?(?:\s*[-–—,;]\s*{_TIME})?[\])>]?\s*[-–—:|,;]?\s*(?P<rest>.*)$"
)
_BETWEEN = re.compile(rf"^(\S[^\t]{{0,80}})\t+[\[(]?({_TIME})[\])]?\t+(\S.*)$")
_ALONE = re.compile(rf"^[\[(]?({_TIME})[\])]?$")
_IN_WORDS = re.compile(r"^(?:\d+ hours? )?(?:\d+ minutes? )?\d+ seconds?$")
_OF_THE_MACHINE = re.compile(r"^\S.{0,60} (?:started|stopped) (?:transcription|recording)\.?$")
_AFTER = re.compile(rf"^(\S.{{0,80}}?)[\s,-]+[\[(]?({_TIME})[\])]?$")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})?\s{1,8}([^<>]{0,200})>", re.IGNORECASE)
_TAG = re.compile(r"</?[^<>]{0,200}>|\{\\[^{}]{0,80}\}")
_SPEAKER = re.compile(r"^([^\s:][^:]{0,60}?):(?:\s+(\S.*))?$", re.DOTALL)
_NOT_WORDS = ("NOTE", "STYLE", "REGION")
_LONGEST_HEADING = 160
_LAST = 5.0
"""Seconds that words are taken to last where nothing says it and nothing follows."""


_BACK = 60.0
"""Seconds by which the times of one recording go back, at most, where people speak at once."""

_RUN = 3
"""Lines one after another, at least, that are a recording of their own where times begin again: fewer were moved."""

_NIGHT = 12 * 3600.0
"""Seconds by which times of the day go back at midnight, at least."""


class Read(NamedTuple):
    """What was found: the cues in the order of their start, the lines with a time that could not be read, and where the
    times begin again, if they do: of which point, and at which words."""

    cues: tuple[Cue, ...]
    unread: tuple[str, ...]
    again: Cue | None = None


def read_cues(lines: Iterable[str]) -> Read:
    """The cues of a transcript. Raises nothing; a text without any time gives none."""
    lines = [line.replace("\ufeff", "").replace("\u200b", "").rstrip() for line in lines]
    if any("-->" in line for line in lines):
        return _ordered(*_of_ranges(lines))
    return _ordered(*_of_points(lines))


def _ordered(cues: list[Cue], unread: list[str]) -> Read:
    return Read(tuple(sorted(cues, key=lambda cue: (cue.start, cue.end))), tuple(unread), _again(cues))


def _days_before(starts: Iterable[float]) -> list[float]:
    """For each time its day, in seconds: those after midnight are of the next, where they are times of the day."""
    later, last, found = 0.0, 0.0, []
    for start in starts:
        if last - start > _NIGHT:
            later += LONGEST
        last = start
        found.append(later)
    return found


def _again(cues: list[Cue]) -> Cue | None:
    """The first words of a second recording in the same file, whose times begin again; None where there is but one. By
    their times alone nobody could tell which of the two words are of."""
    runs: list[list[Cue]] = []
    for cue in cues:
        if not runs or cue.start < runs[-1][-1].start - _BACK:
            runs.append([])
        runs[-1].append(cue)
    long = [run for run in runs if len(run) >= _RUN]
    for place, run in enumerate(long):
        for earlier in long[:place]:
            first, last = max(run[0].start, earlier[0].start), min(run[-1].start, earlier[-1].start)
            # One alone was moved there.
            if all(sum(first <= cue.start <= last for cue in one) > 1 for one in (run, earlier)):
                return run[0]
    return None


# -- WebVTT, SRT and what is like them: a line "from --> to" before each --------------------------------------------


def _of_ranges(lines: list[str]) -> tuple[list[Cue], list[str]]:
    blocks: list[tuple[tuple[float, float], list[str]]] = []
    unread: list[str] = []
    within = skipping = False
    for number, line in enumerate(lines):
        bare = line.strip()
        if "-->" in bare and (_HALF.search(bare) or _RANGE.match(bare)):
            times = _times(bare)
            within, skipping = times is not None, False
            if times is None:
                unread.append(bare)
            else:
                blocks.append((times, []))
        elif not bare:
            # A blank line within a cue is met; the words after it are still of it, until the next has its time.
            skipping = False
        elif within and not skipping and not _is_id(lines, number):
            skipping = bare.split()[0] in _NOT_WORDS and not lines[number - 1].strip()
            if not skipping:
                blocks[-1][1].append(bare)
    days = _days_before(start for (start, _), _ in blocks)
    blocks = [((start + day, end + day), words) for ((start, end), words), day in zip(blocks, days, strict=True)]
    named = not lines[0].startswith("WEBVTT") and _first_lines_are_names([words for _, words in blocks])
    labelled = _are_labelled([words for _, words in blocks if words])
    return [cue for times, words in blocks for cue in _made(times, words, named, labelled)], unread


def _are_labelled(blocks: list[list[str]]) -> bool:
    """Whether nearly all begin with a label and a colon, as Zoom has it: whoever joined as "jsmith" has one too."""
    return sum(bool(_SPEAKER.match(words[0])) for words in blocks) > 0.8 * len(blocks)


def _first_lines_are_names(blocks: list[list[str]]) -> bool:
    """Whether each block begins with a line that says who speaks, as the older documents of Teams have it."""
    blocks = [words for words in blocks if words]
    firsts = {words[0] for words in blocks}
    return (
        bool(blocks)
        and all(len(words) > 1 for words in blocks)
        and all(_is_a_name(first) for first in firsts)
        and len(firsts) <= max(12, len(blocks) // 3)
    )


def _is_a_name(text: str) -> bool:
    return len(text) <= 60 and _may_be_a_name(text) and all(not word[0].islower() for word in text.split())


def _is_id(lines: list[str], number: int) -> bool:
    """Whether a line is what a cue is called: it stands right above a line with its time, after a blank one, or is
    but a number there."""
    if number + 1 >= len(lines) or "-->" not in lines[number + 1]:
        return False
    return not (number and lines[number - 1].strip()) or lines[number].strip().isdigit()


def _times(line: str) -> tuple[float, float] | None:
    match = _RANGE.match(line.strip())
    if match is None:
        return None
    start, end = seconds(match[1]), seconds(match[2])
    if start is None or end is None:
        return None
    return start, max(start, end)


def _made(times: tuple[float, float], words: list[str], named: bool, labelled: bool) -> list[Cue]:
    """The cues of one time: one for each voice. `named`: the first line says who speaks; `labelled`: what stands before
    the first colon does."""
    start, end = times
    if named and words:
        said = _plain(" ".join(words[1:]))
        return [Cue(start, end, said, _plain(words[0]))] if said else []
    parts = _VOICE.split("\n".join(words))
    if len(parts) == 1:
        speaker, said = _spoken_by(_plain(parts[0]), labelled)
        return [Cue(start, end, said, speaker)] if said else []
    voices = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    return [Cue(start, end, said, _plain(voice)) for voice, part in voices if (said := _plain(part))]


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text).replace("\\N", " ")).split())


def _spoken_by(text: str, labelled: bool = False) -> tuple[str, str]:
    """Speaker and words of "Ann Elm: Good evening"; no speaker where what stands before the colon is no name, which
    where all are `labelled` need not look like one. A label alone has no words."""
    match = _SPEAKER.match(text)
    if match is None or not (labelled or _may_be_a_name(match[1])) or not (labelled or match[2]):
        return "", text
    return match[1].strip(), (match[2] or "").strip()


def _may_be_a_name(text: str) -> bool:
    words = text.split()
    first = words[0]
    return len(words) <= 6 and (first[:1].isupper() or first[:1].isdigit()) and not text.endswith((".", "?", "!"))


# -- documents and plain text: a time before the words, or after the speaker's name ----------------------------------


def _of_points(lines: list[str]) -> tuple[list[Cue], list[str]]:
    begun: list[tuple[float, str, list[str]]] = []
    unread: list[str] = []
    lines = _with_names_beside([line for line in lines if not _IN_WORDS.match(line.strip())])
    for number, line in enumerate(lines):
        line = line.strip()
        if not line or _OF_THE_MACHINE.match(line):
            continue
        point = _point(line, begun, lines, number)
        if point is None:
            if begun:
                begun[-1][2].append(line)
            continue
        said, speaker, words = point
        if said is None:
            unread.append(line)
            continue
        begun.append((said, speaker, [words] if words else []))
    return _with_ends(begun), unread


def _point(
    line: str, begun: list[tuple[float, str, list[str]]], lines: list[str], number: int
) -> tuple[float | None, str, str] | None:
    """Time, speaker and words of a line that begins a cue; None for one that goes on."""
    if match := _BEFORE.match(line):
        rest = match["rest"].strip()
        speaker, words = _spoken_by(rest)
        if not speaker and rest and _is_label(rest, lines, number):
            speaker, words = rest, ""
        return _in_the_afternoon(seconds(match[1]), match[2]), speaker, words
    if match := _BETWEEN.match(line):
        return seconds(match[2]), match[1].strip(), match[3].strip()
    match = _AFTER.match(line) if len(line) <= _LONGEST_HEADING else None
    if match and _is_heading(match, line) and _goes_on(lines, number):
        return seconds(match[2]), match[1].rstrip("-, "), ""
    return None


def _in_the_afternoon(said: float | None, half: str | None) -> float | None:
    """A time of the day that "PM" follows, or "AM"."""
    if said is None or half is None or said >= 13 * 3600:
        return said
    return said % (12 * 3600) + (12 * 3600 if half in "Pp" else 0)


def _with_names_beside(lines: list[str]) -> list[str]:
    """The lines, a time that stands alone put beside the name above it, where every such time has one there."""
    times = [number for number, line in enumerate(lines) if _ALONE.match(line.strip())]
    names = {number: _above(lines, number) for number in times}
    above = {lines[place].strip() for place in names.values() if place is not None}
    if not times or None in names.values() or len(above) > max(12, len(times) // 3) or not all(map(_is_a_name, above)):
        return lines
    found = list(lines)
    for number, place in names.items():
        assert place is not None
        found[number], found[place] = f"{lines[place].strip()}\t{lines[number].strip()}", ""
    return found


def _above(lines: list[str], number: int) -> int | None:
    """The place of the last line before one that is not blank."""
    return next((place for place in range(number - 1, -1, -1) if lines[place].strip()), None)


def _is_heading(match: re.Match[str], line: str) -> bool:
    """Whether "Ann Elm   0:03" is who speaks from then on, and not a sentence that ends with an hour."""
    apart = len(line[match.end(1) :]) - len(line[match.end(1) :].lstrip()) > 1 or "\t" in line
    words = match[1].split()
    return _may_be_a_name(match[1]) and (apart or all(not word[0].islower() for word in words))


def _is_label(rest: str, lines: list[str], number: int) -> bool:
    """Whether what stands after a time is the speaker's label, with the words on the next line."""
    return len(rest) <= 60 and _may_be_a_name(rest) and _goes_on(lines, number) and not _BEFORE.match(lines[number + 1])


def _goes_on(lines: list[str], number: int) -> bool:
    return number + 1 < len(lines) and bool(lines[number + 1].strip())


def _with_ends(begun: list[tuple[float, str, list[str]]]) -> list[Cue]:
    """Cues that end where the next begins; the last after as long as its words may take."""
    cues: list[Cue] = []
    days = _days_before(said for said, _, _ in begun)
    begun = [(said + day, speaker, words) for (said, speaker, words), day in zip(begun, days, strict=True)]
    starts = sorted(said for said, _, _ in begun)
    after = {start: later for start, later in pairwise(starts) if later > start}
    for said, speaker, words in begun:
        text = _plain(" ".join(words))
        if text:
            cues.append(Cue(said, after.get(said, said + max(_LAST, len(text) / 12)), text, speaker))
    return cues


def seconds(time: str) -> float | None:
    """Seconds of "1:02:03.5", "02:03,500" or "3:12"; None where it is no point of a recording."""
    whole = re.split(r"[:]", time.strip().replace(",", "."))
    try:
        numbers = [float(part) for part in whole]
    except ValueError:
        return None
    if not 2 <= len(numbers) <= 3 or any(number >= 60 for number in numbers[1:]) or any(n < 0 for n in numbers):
        return None
    total = 0.0
    for number in numbers:
        total = total * 60 + number
    return total if total <= LONGEST else None
