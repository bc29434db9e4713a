"""The published decisions of 11 June 2019, read out of the agenda pack that printed them."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(os.environ.get("CLERK_SEEDS") or Path(__file__).parents[3] / "shared" / "seeds")
PACK = SEEDS / "2019-11-20-cllc-agenda-pack.txt"

_FIRST = "Decisions of the "
_LAST = "The meeting finished at "
HEADING = re.compile(r"^(\d+)\. ([^a-z]+)$")
"""An item's heading: its number, and its title in capitals."""
_PAGE_BREAK = re.compile(r"(?<=[A-Za-z]-)\n\s*\n(?=\S)")
_BULLET = re.compile(r"^\s*-\s+")
_ADDRESS = re.compile(r"<(\S+?)>")


@dataclass(frozen=True)
class Printed:
    """One line as published, without the marks of the conversion to text. Columns are parted by tabs."""

    text: str
    bullet: bool = False


@dataclass(frozen=True)
class PrintedItem:
    """An item as published: its number, its title and the lines under it."""

    number: str
    title: str
    lines: tuple[Printed, ...]


@dataclass(frozen=True)
class June:
    """The decisions as published. `sheet` is the pack's own front sheet, which names the quorum."""

    sheet: str
    title: str
    date: str
    front: tuple[Printed, ...]
    items: tuple[PrintedItem, ...]
    closing: str

    @property
    def body(self) -> str:
        """The name of the committee."""
        return self.title.removeprefix(_FIRST)

    @property
    def lines(self) -> list[str]:
        """Every line published, in order."""
        items = [line for item in self.items for line in (f"{item.number}. {item.title}", *_texts(item.lines))]
        return [self.title, self.date, *_texts(self.front), *items, self.closing]


def read_june(pack: str) -> June:
    """The decisions that are bound into an agenda pack."""
    sheet, _, rest = pack.partition(_FIRST)
    printed = list(_printed(_FIRST + rest))
    last = next(i for i, line in enumerate(printed) if line.text.startswith(_LAST))
    heads = [i for i, line in enumerate(printed[:last]) if HEADING.match(line.text)]
    items = []
    for head, end in zip(heads, (*heads[1:], last), strict=True):
        number, title = re.findall(HEADING, printed[head].text)[0]
        items.append(PrintedItem(number, title, tuple(printed[head + 1 : end])))
    title, date, *front = printed[: heads[0]]
    return June(sheet, title.text, date.text, tuple(front), tuple(items), printed[last].text)


def is_stamp(line: str) -> bool:
    """Whether a line is what the agenda pack stamps on a page that it binds in."""
    return bool(re.match(r"^AGENDA ITEM \d+$", line))


def _printed(text: str) -> Iterator[Printed]:
    for line in _PAGE_BREAK.sub("", text).splitlines():
        if line.strip():
            bare = _ADDRESS.sub(r"\1", _BULLET.sub("", line).replace("**", ""))
            yield Printed(bare.strip(), bool(_BULLET.match(line)))


def _texts(lines: tuple[Printed, ...]) -> list[str]:
    return [line.text for line in lines]
