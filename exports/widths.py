"""How wide the columns of a table are, alike in every form that sets them (Word, PDF)."""

from collections.abc import Sequence

# In twentieths of a point, for Arial 12.
_CELL_MARGINS = 260
_LETTER = 125
_BROAD_LETTER = 150
_LONGEST_WORD = 18
_LONGEST_LINE = 40


def widths(rows: list[Sequence[str]], room: int) -> list[int]:
    """Widths in twentieths of a point that together fill the room: equal if all fits so, else wider where there is
    more.

    No column is so narrow that its longest word would break, while there is room for that.
    """
    columns = list(zip(*rows, strict=True))
    words = [
        max(min(_LONGEST_WORD, len(word)) for text in column for word in text.split() or [""]) for column in columns
    ]
    texts = [min(_LONGEST_LINE, max(len(line) for text in column for line in text.split("\n"))) for column in columns]
    least = [word * _BROAD_LETTER + _CELL_MARGINS for word in words]
    wanted = [max(narrow, text * _LETTER + _CELL_MARGINS) for narrow, text in zip(least, texts, strict=True)]
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
