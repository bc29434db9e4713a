"""The pages of a PDF, as the process that read them said them, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from store.packs.apart import Said
from store.packs.kinds import CannotRead
from store.packs.stream import Line, Stream, TooMuch, bounded


def put_together(path: Path, said: Sequence[Said]) -> Stream:
    """The lines of a PDF. Raises `CannotRead`, saying why."""
    pages = list(said)
    failed = pages.pop() if pages and pages[-1].failed else None
    read = [page for page in pages if page.lines]
    if failed is not None and not read:
        raise CannotRead(path, failed.failed)
    pictures = [page.number for page in pages if page.picture]
    if not read:
        what = "pictures of pages, as a scanner makes them" if pictures else "pages without any text"
        raise CannotRead(path, f"this PDF has {what}: there is no text to read. Ask for the PDF that Word made.")
    notes = []
    if pictures:
        shown = ", ".join(map(str, pictures[:8])) + (" …" if len(pictures) > 8 else "")
        notes.append(f"{path.name}: page {shown} has only a picture, and was not read.")
    if failed is not None:
        notes.append(f"{path.name}: only pages 1 to {pages[-1].number} were read. After them, {failed.failed}")
    try:
        return Stream(bounded(_with_numbers(pages)), notes, "pdf")
    except TooMuch:
        raise CannotRead(path, "it holds more text than any agenda does; nothing of it was taken.") from None


def _with_numbers(pages: Sequence[Said]) -> list[Line]:
    """All lines, each with where it stands on its page, and the number printed there; a page that has none is counted
    as those around it are."""
    offsets = [page.lines[0].printed - page.number for page in pages if page.lines and page.lines[0].printed]
    usual = max(set(offsets), key=offsets.count) if offsets else None
    return [
        replace(
            line,
            # What is read of one line of a page is not read of the others.
            place=line.place._replace(line=number),
            printed=line.printed or (max(0, page.number + usual) if usual is not None else 0),
        )
        for page in pages
        for number, line in enumerate(page.lines, 1)
    ]
