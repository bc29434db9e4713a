"""Marks in the place of characters that nobody would see, in words that are shown."""

from textual.content import Content

from clerk.hidden import HIDDEN, mark


def marked(text: Content) -> Content:
    """`text` with a mark where there is a hidden character, its styles kept."""
    plain = text.plain
    if plain.isascii() or not HIDDEN.search(plain):
        return text
    parts: list[Content] = []
    done = 0
    for found in HIDDEN.finditer(plain):
        parts += [text[done : found.start()], Content.styled(mark(found[0]), "reverse")]
        done = found.end()
    return Content("").join([*parts, text[done:]])
