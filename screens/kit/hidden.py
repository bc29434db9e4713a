"""Marks in the place of what nobody would see, or the terminal would obey, in words that are shown."""

from textual.content import Content

from clerk.hidden import UNSEEN, mark


def marked(text: Content) -> Content:
    """`text` with a mark where there is a hidden or a control character, its styles kept."""
    plain = text.plain
    if (plain.isascii() and plain.isprintable()) or not UNSEEN.search(plain):
        return text
    parts: list[Content] = []
    done = 0
    for found in UNSEEN.finditer(plain):
        parts += [text[done : found.start()], Content.styled(mark(found[0]), "reverse")]
        done = found.end()
    return Content("").join([*parts, text[done:]])
