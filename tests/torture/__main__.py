"""Nothing leaks, nothing is lost, nothing hangs: `python -m tests.torture [--minutes N] [--only NAME] [--seed SEED]`.
`python -m tests.torture leaks 10000` tries so many random meetings with something private, however long that takes.

Writers are killed (also the real desk in a terminal), journals torn and altered at every offset, system calls made to
fail, other programs let loose on the files. Each row has its share of the time; what it found stands below the table,
with what brings it back. Ends with 1 where anything was found.
"""

from __future__ import annotations

import argparse
import sys

from tests.bench.table import machine
from tests.torture.rows import ROWS
from tests.torture.trial import HEAD, Row, Tally, possible, try_once, try_row


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("row", nargs="?", default="", help="the rows whose name begins so, NUMBER tries of each")
    parser.add_argument("tries", nargs="?", type=int, default=0, metavar="NUMBER")
    parser.add_argument("--minutes", type=float, default=5.0, help="for all rows together; 5 without it")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", metavar="NAME", help="the rows whose name has these words in it")
    parser.add_argument("--from", dest="number", type=int, metavar="NUMBER", help="only this try of each row")
    given = parser.parse_args()
    rows = [row for row in possible(ROWS) if given.only.casefold() in row.name.casefold()]
    rows = [row for row in rows if row.name.startswith(given.row)]
    print(machine())
    print(HEAD, flush=True)
    shares = sum(row.share for row in rows)
    found: list[Tally] = []
    for row in rows:
        seconds = 0.0 if given.tries else given.minutes * 60 * row.share / shares
        found.append(_tried(row, seconds, given.seed, given.number, given.tries))
        print(found[-1], flush=True)
    for why in (why for tally in found for why in tally.why):
        print(f"\n{why}")
    return 0 if all(tally.clean for tally in found) else 1


def _tried(row: Row, seconds: float, seed: int, number: int | None, tries: int) -> Tally:
    if number is None:
        return try_row(row, seconds, seed, max(1, tries))
    tally = Tally(row.name)
    try_once(row, seed, number, tally)
    return tally


if __name__ == "__main__":
    sys.exit(main())
