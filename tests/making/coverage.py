"""Makes `exports/fonts/coverage.txt`, the characters that the shipped fonts have: `python -m tests.making.coverage`.

A PDF must know them before it is made: what no font has is replaced first. The list is kept because reading it takes
a millisecond, and reading the fonts' own tables another library.
"""

import sys

from fontTools.ttLib import TTFont

from exports.pdf_letters import COVERAGE, FONTS


def ranges() -> str:
    """The ranges of characters that all shipped fonts have, a line each in hexadecimal."""
    shared: set[int] | None = None
    for file in sorted(FONTS.glob("*.ttf")):
        codes = set(TTFont(file).getBestCmap())
        shared = codes if shared is None else shared & codes
    found: list[list[int]] = []
    for code in sorted(shared or ()):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(f"{first:04X} {last:04X}\n" for first, last in found)


if __name__ == "__main__":
    COVERAGE.write_text(ranges(), encoding="utf-8")
    sys.stdout.write(f"{COVERAGE}\n")
