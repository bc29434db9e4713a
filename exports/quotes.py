"""Quotation marks and apostrophes of one kind in one set of minutes, whoever typed what: the style's `quotes`."""

import re

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
_OPENS = "([{—–-/“‘\u00a0"
_YEAR = re.compile(r"'(?=\d\ds\b|tis\b|twas\b)")


def quoted_as(text: str, kind: str) -> str:
    """A text with its marks of one kind: "curly", "straight", or "as typed". No letter is added or lost."""
    if kind == "straight":
        return text.translate(_STRAIGHT)
    if kind != "curly" or ("'" not in text and '"' not in text):
        return text
    text = _YEAR.sub("’", text)
    found: list[str] = []
    for place, letter in enumerate(text):
        if letter not in "'\"":
            found.append(letter)
            continue
        before = text[place - 1] if place else " "
        opens = before.isspace() or before in _OPENS
        if letter == '"' and before.isdigit() and '"' not in text[:place]:
            found.append(letter)  # inches
        else:
            found.append(("‘" if opens else "’") if letter == "'" else ("“" if opens else "”"))
    return "".join(found)
