"""The Word document of the seed meeting, or of the sample where the seed is not: `python -m tests.bench.bench_seed`.

To the file's bytes, beside python-docx saving its own blank template.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import perf_counter

import docx

from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from exports.draft import draft
from exports.style import shipped_style
from exports.word import write_docx
from screens.cli.trying import sample
from tests.bench.table import Row, show
from tests.seed import minuting, papers
from tests.seed.june import PACK, read_june
from tests.seed.playing import play

LIMIT = 3.0


def rows(rounds: int = 30) -> list[Row]:
    """Writing the meeting up and saving it, and saving what is written up, each beside the blank template."""
    name, meeting = meeting_of_bench()
    style = shipped_style()
    written = draft(meeting, style)
    timed: dict[str, Callable[[], object]] = {
        f"docx of {name}": lambda: write_docx(written, BytesIO()),
        f"docx of {name}, written up first": lambda: write_docx(draft(meeting, style), BytesIO()),
        "": lambda: docx.Document().save(BytesIO()),
    }
    taken: dict[str, list[float]] = {what: [] for what in timed}
    for turn in range(rounds + 2):
        for what, work in timed.items():
            begun = perf_counter()
            work()
            if turn >= 2:
                taken[what].append((perf_counter() - begun) * 1000)
    blank = median(taken.pop(""))
    return [Row.of(what, median(figures), blank, LIMIT) for what, figures in taken.items()]


def meeting_of_bench() -> tuple[str, Meeting]:
    if PACK.is_file():
        june = read_june(PACK.read_text(encoding="utf-8"))
        return "the seed meeting", play(read_meeting(papers.meeting_toml(june)), minuting.script(june))
    return "the sample meeting", play(read_meeting(sample("meeting.toml")), sample("meeting.txt"))


if __name__ == "__main__":
    show(rows())
