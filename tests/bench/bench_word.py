"""How long the Word document takes: `python -m tests.bench.bench_word`."""

import platform
from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import NamedTuple

import docx

from exports.plain import write_text
from exports.word import write_docx
from tests.exports.drafts import forty_items, long_meeting

LIMIT = 3.0


class Row(NamedTuple):
    """One line of the table: a figure beside its reference, both in milliseconds, and the most the ratio may be."""

    name: str
    figure: float
    reference: float
    ratio: float
    limit: float


def rows(rounds: int = 30) -> list[Row]:
    """A whole meeting's document, and its text, against python-docx saving its own blank template.

    Each is timed in turn, round by round, so that what slows the machine slows both.
    """
    draft, forty = long_meeting(), forty_items()
    timed: dict[str, Callable[[], object]] = {
        "forty": lambda: write_docx(forty, BytesIO()),
        "docx": lambda: write_docx(draft, BytesIO()),
        "blank": lambda: docx.Document().save(BytesIO()),
        "text": lambda: write_text(draft),
    }
    taken: dict[str, list[float]] = {name: [] for name in timed}
    for turn in range(rounds + 2):
        for name, work in timed.items():
            begun = perf_counter()
            work()
            if turn >= 2:
                taken[name].append((perf_counter() - begun) * 1000)
    blank = median(taken["blank"])
    return [
        Row(f"{name} of {len(draft.blocks)} blocks", figure, blank, figure / blank, LIMIT)
        for name, figure in (("docx", median(taken["docx"])), ("text", median(taken["text"])))
    ] + [Row("docx of 40 items", median(taken["forty"]), blank, median(taken["forty"]) / blank, LIMIT)]


def main() -> None:
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {platform.system()}")
    print(f"{'name':30}{'figure':>12}{'reference':>12}{'ratio':>8}{'limit':>8}")
    for row in rows():
        print(f"{row.name:30}{row.figure:9.2f} ms{row.reference:9.2f} ms{row.ratio:8.2f}{row.limit:8.2f}")


if __name__ == "__main__":
    main()
