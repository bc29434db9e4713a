"""Every figure beside its reference, in one run: `python -m tests.bench`. Ends with 1 where one is over its limit."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.bench import (
    bench_book,
    bench_chair,
    bench_completion,
    bench_desk,
    bench_fold,
    bench_journal,
    bench_memory,
    bench_packs,
    bench_publishing,
    bench_rules,
    bench_seed,
    bench_start,
    bench_transcript,
    bench_word,
)
from tests.bench.table import Row, show

BENCHES = (
    bench_desk, bench_completion, bench_start, bench_fold, bench_journal, bench_rules, bench_seed, bench_word,
    bench_packs, bench_chair,
    bench_memory, bench_transcript, bench_publishing, bench_book,
)  # fmt: skip


def _every() -> Iterator[Row]:
    for bench in BENCHES:
        for row in bench.rows():
            yield Row(*row)


if __name__ == "__main__":
    sys.exit(0 if show(_every()) else 1)
