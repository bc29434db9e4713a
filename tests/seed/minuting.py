"""The meeting minuted: what a clerk does, line by line, made of what was published.

A line that a construct prints becomes the fact behind it; every other line is narrative, typed as it stands.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from clerk.shorthand.line import quoted, read_line

from . import papers
from .june import June, PrintedItem, is_stamp


@dataclass(frozen=True)
class Gesture:
    """One step of the clerk's. `line` is its shorthand; `typed` the words in it that are typed, not chosen."""

    kind: Literal["command", "narrative"]
    line: str
    typed: str = ""

    @property
    def narrative(self) -> str:
        """The words of narrative in it: a paragraph, or what goes on in the paragraph that a command begins."""
        return self.typed if self.kind == "narrative" or self.line.startswith(":introduce ") else ""


class Effort(NamedTuple):
    """What a meeting takes to minute: characters published and keys pressed, for all of it and for what is procedural:
    all but the narrative."""

    published: int
    keys: int
    procedural_published: int
    procedural_keys: int

    def __str__(self) -> str:
        return (
            f"The whole meeting: {self.keys:,} keys for {self.published:,} characters published "
            f"({self.keys / self.published:.0%}).\n"
            f"Its procedural text: {self.procedural_keys:,} keys for {self.procedural_published:,} characters "
            f"({self.procedural_keys / self.procedural_published:.0%})."
        )


def effort(
    june: June,
    steps: list[Gesture],
    keys: Callable[[Gesture], int] | None = None,
    in_words: Callable[[Gesture], int] | None = None,
) -> Effort:
    """What these steps take. `keys` counts those of one step, `in_words` those of its words among them; else each is
    its line of shorthand and Enter.

    A paragraph's own Enter is counted with the narrative; ends of lines are not counted as published.
    """
    published = sum(len(line) for line in june.lines if not is_stamp(line))
    narrative = sum(len(step.narrative) for step in steps)
    pressed = [keys(step) if keys else len(step.line) + 1 for step in steps]
    of_words = [in_words(step) if in_words else len(step.narrative) for step in steps]
    told = [
        count if step.kind == "narrative" else words if step.narrative else 0
        for step, count, words in zip(steps, pressed, of_words, strict=True)
    ]
    return Effort(published, sum(pressed), published - narrative, sum(pressed) - sum(told))


def script(june: June) -> str:
    """The whole meeting in shorthand."""
    return "\n".join(gesture.line for gesture in gestures(june)) + "\n"


def gestures(june: June) -> list[Gesture]:
    """The whole meeting, step by step."""
    closed = papers.clock(june.closing.removeprefix("The meeting finished at "))
    return [
        _command(f":open {papers.begins(june):%H:%M}"),
        _command(f":apologies {_called(papers.apologies(june))}"),
        _command(":present rest"),
        *(gesture for item in june.items for gesture in _item(june, item)),
        _command(f":close {closed:%H:%M}"),
    ]


def _item(june: June, item: PrintedItem) -> Iterator[Gesture]:
    yield _command(f":take {item.number}")
    walk = _Walk(june, item)
    while walk.place < len(item.lines):
        yield from _step(walk)
    if not item.lines:
        yield _command(":none")


@dataclass
class _Walk:
    """Where in an item the reading is."""

    june: June
    item: PrintedItem
    place: int = 0

    def next(self) -> str:
        """The line here, which is then behind."""
        self.place += 1
        return self.item.lines[self.place - 1].text

    @property
    def ahead(self) -> list[str]:
        """The lines not yet read."""
        return [line.text for line in self.item.lines[self.place :]]

    def bullets(self) -> list[str]:
        """The bullets here, which are then behind."""
        found = []
        while self.place < len(self.item.lines) and self.item.lines[self.place].bullet:
            found.append(self.next())
        return found


def _step(walk: _Walk) -> Iterator[Gesture]:
    for pattern, make in _FORMS:
        if match := pattern.match(walk.ahead[0]):
            walk.next()
            yield from make(walk, match)
            return
    if len(walk.ahead) > 2 and papers.groups_of(walk.ahead[2]):
        yield _appointment(walk)
        return
    text = walk.next()
    yield Gesture("narrative", quoted(text), text)


def _command(line: str) -> Gesture:
    read = read_line(line)
    return Gesture("command", line, read.text if read else "")


def _called(names: list[str]) -> str:
    return ",".join(name.split()[-1].lower() for name in names)


def _appointment(walk: _Walk) -> Gesture:
    title, note, header = walk.next(), walk.next(), walk.next()
    rows = papers.rows_under(walk.ahead)
    walk.place += len(rows)
    people = _called([name for column in zip(*rows, strict=True) for name in column if name])
    seats = re.match(r"^(.+?) \W (\d+) Seats$", title)
    to = f'to="{seats[1]}" seats={seats[2]}' if seats else f'to="{title}"'
    columns = "" if re.search(r"\(\d+\)", header) else " columns=plain"
    return _command(f":appoint {people} {to}{columns} -- {note.strip('()')}")


def _apologies(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    # The fact was recorded at the roll call.
    yield from ()


def _minutes(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(f":minutes {papers.day(match['date'])}")


def _introduced(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(":introduce chair")


def _presented(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(f':introduce "{match["post"].lower()}" how=presented')


def _spoke(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(f":introduce {match['name'].lower()} how=spoke -- {match['text']}")


def _invited(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(f":invite {_called([line.split(',')[0] for line in walk.bullets()])}")


def _order(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(f":motion chair duly kind=order -- {match['text']}")


def _amended(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    text, bullets = walk.next(), walk.bullets()
    number = next(found[0] for line in walk.ahead if (found := papers.clause(line)) and found[1] == text)
    people = " ".join(_called([match[who]]) for who in ("mover", "seconder"))
    line = f":amend {people} at={number.split('.')[0]} add -- {text}"
    yield _command("\n  - ".join([line, *bullets]))


def _put(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(f":put -- {match['lead']}" if match["lead"] else ":put")
    if papers.clause(walk.ahead[0]):
        while papers.clause(walk.ahead[0]) or walk.bullets():
            if papers.clause(walk.ahead[0]):
                walk.next()
    else:
        walk.next()


def _vote(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(":vote unanimous")
    if walk.ahead and re.match(r"^CARRIED\W+the amendment was agreed\.$", walk.ahead[0]):
        walk.next()


def _residents(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(f":speakers -- {walk.next().rstrip('.')}")


def _councillor(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    number = spoken_on(match["item"], {item.number: [line.text for line in item.lines] for item in walk.june.items})
    yield _command(f":speakers on={number} -- Cllr {match['name']}")


def spoken_on(number: str, under: dict[str, list[str]]) -> str:
    """The printed number of the item that an agenda number in the text means.

    Nothing was done under the item that is printed with that number, so the next with business is meant.
    """
    return next(n for n, lines in under.items() if int(n) >= int(number) and lines != ["None."])


def _action(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(f":action {match['name'].lower()}")


def _noted(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(":outcome noted" + (" referrals=none" if match["referrals"] else ""))


def _none(walk: _Walk, match: re.Match[str]) -> Iterator[Gesture]:
    yield _command(":none")


_CHAIR = r"The Chair(?:man)?"
_COUNCILLOR = r"(?:Councillor|Cllr)"
_FORMS: list[tuple[re.Pattern[str], Callable[[_Walk, re.Match[str]], Iterator[Gesture]]]] = [
    (papers.INTRODUCED, _introduced),
    (papers.PRESENTED, _presented),
    (papers.SPOKE, _spoke),
    (papers.INVITED, _invited),
    (papers.PUT, _put),
    (re.compile(r"^None\.$"), _none),
    (re.compile(r"^Apologies were received from .+\.$"), _apologies),
    (re.compile(r"^RESOLVED\W+the minutes of the meeting held on (?P<date>\d.+?) were approved"), _minutes),
    (
        re.compile(rf"^{_CHAIR} proposed an amendment to the agenda order (?P<text>.+)\. This was duly seconded\.$"),
        _order,
    ),
    (
        re.compile(
            rf"^{_COUNCILLOR} (?P<mover>.+) moved an amendment to the Recommendations, "
            rf"which was seconded by {_COUNCILLOR} (?P<seconder>.+):$"
        ),
        _amended,
    ),
    (re.compile(r"^(RESOLVED|CARRIED)\W+the (recommendation|amendment) was unanimously approved\.$"), _vote),
    (re.compile(r"^(This was|The Recommendations were) unanimously approved\.$", re.IGNORECASE), _vote),
    (re.compile(r"^The following residents addressed the Committee:$"), _residents),
    (
        re.compile(rf"^{_COUNCILLOR} (?P<name>.+) also addressed the Committee on Item (?P<item>\d+)\.$"),
        _councillor,
    ),
    (re.compile(rf"^Action: {papers.TITLED} (?P<name>\S+)$"), _action),
    (re.compile(r"^(?:Resolved\W+t|T)his was noted(?P<referrals> with no referrals)?\.$"), _noted),
]
