"""How wide the columns of a table are, alike in every form that sets them (Word, PDF)."""

from collections.abc import Iterable, Sequence

from exports.blocks import AnyBlock, Grid
from exports.plain import cells_of

# In twentieths of a point, for Arial 12.
_CELL_MARGINS = 230
_NUMBER = 360
_LETTER = 125
_LONGEST_WORD = 2_700
_WIDTHS = {
    letter: width
    for width, letters in {
        55: "'‘’ijl",
        70: "!,./:;I[\\]ft|",
        85: '()-`r{}"*“”',
        121: "Jcksvxyz^",
        150: "FTZ+<=>~",
        162: "&ABEKPSVXY",
        175: "CDHNRUw",
        190: "GOQ",
        215: "MmW%@—",
    }.items()
    for letter in letters
}
_CAPITAL, _SMALL = 175, 135
"""Of any other letter."""
_LONGEST_LINE = 40


def alike(blocks: Iterable[AnyBlock]) -> dict[tuple[str, ...], list[Sequence[str]]]:
    """What all tables under one header hold, so that those of one kind have columns of one width."""
    found: dict[tuple[str, ...], list[Sequence[str]]] = {}
    for block in blocks:
        if isinstance(block, Grid):
            header, rows = cells_of(block)
            found.setdefault(header, []).extend([header, *(["\n".join(cell) for cell in cells] for cells in rows)])
    return found


def widths(rows: list[Sequence[str]], room: int, *, numbered: bool = False) -> list[int]:
    """Widths in twentieths of a point that together fill the room: equal if all fits so, else wider where there is
    more.

    No column is so narrow that its longest word would break, while there is room for that. In the cells of a
    `numbered` table a number stands before each line.
    """
    columns = list(zip(*rows, strict=True))
    header, beside = rows[0], _CELL_MARGINS + (_NUMBER if numbered else 0)
    texts = [min(_LONGEST_LINE, max(len(line) for text in column for line in text.split("\n"))) for column in columns]
    least = [
        max(
            _bold(word) + _CELL_MARGINS if text == heading else _width(word) + beside
            for text in column
            for word in text.split() or [""]
        )
        for heading, column in zip(header, columns, strict=True)
    ]
    wanted = [max(narrow, text * _LETTER + beside) for narrow, text in zip(least, texts, strict=True)]
    if room >= max(wanted) * len(columns):
        found = [room // len(columns)] * len(columns)
    elif room >= sum(wanted):
        found = [width + (room - sum(wanted)) // len(columns) for width in wanted]
    elif room >= sum(least):
        spare, missing = room - sum(least), sum(wanted) - sum(least)
        found = [narrow + spare * (want - narrow) // missing for narrow, want in zip(least, wanted, strict=True)]
    else:
        found = [room * narrow // sum(least) for narrow in least]
    found[-1] += room - sum(found)
    return found


def _width(word: str) -> int:
    return min(_LONGEST_WORD, sum(_WIDTHS.get(letter, _CAPITAL if letter.isupper() else _SMALL) for letter in word))


def _bold(word: str) -> int:
    return _width(word) * 10 // 9
