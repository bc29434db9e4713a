"""The pages of a PDF as lines and tables. Run in a process of its own, which can be stopped (`from_pdf`)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from store.packs.kinds import CannotRead
from store.packs.marks import split_mark
from store.packs.pdf_lines import flowing, visual, words_of
from store.packs.stream import Line, Place

MOST_PAGES = 1_500
MOST_STREAM = 80_000_000
_NUMBER = re.compile(r"^(?:page )?(\d{1,4})(?: of \d+)?$", re.IGNORECASE)


def pages_of(path: Path) -> Iterator[tuple[int, int, list[Line], bool]]:
    """Each page: its number, how many there are, its lines, and whether it is only a picture. Raises `CannotRead`."""
    data = path.read_bytes()
    _measured(path, data)
    del data
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        with pdfplumber.open(path) as pdf:
            total = len(pdf.pages)
            if total > MOST_PAGES:
                raise CannotRead(path, f"this PDF has {total:,} pages; at most {MOST_PAGES} are read.")
            if not total:
                raise CannotRead(path, "this is a PDF without pages: it is damaged or cut short.")
            for number, page in enumerate(pdf.pages, 1):
                try:
                    lines = _page(page, path.name, number)
                    picture = not lines and bool(page.images)
                finally:
                    page.close()
                yield number, total, lines, picture
    except CannotRead:
        raise
    except Exception as error:
        inner = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
        if isinstance(error, PDFPasswordIncorrect) or isinstance(inner, PDFPasswordIncorrect):
            raise CannotRead(
                path, "this PDF has a password. Ask for one without it, or print it to a new PDF."
            ) from None
        if isinstance(error, MemoryError | RecursionError):
            raise CannotRead(path, "this PDF is made in a way that cannot be read safely.") from None
        # Whatever a broken file makes the reader stumble over, it is the file that is broken.
        raise CannotRead(path, "this is a PDF that is damaged or cut short. Fetch it again.") from None


_FLATE_TWICE = re.compile(rb"/Filter\s*\[[^\]]*(?:Flate|LZW|RunLength)[^\]]*(?:Flate|LZW|RunLength)")


def _measured(path: Path, data: bytes) -> None:
    """Refuses a PDF whose streams unpack to more than any page needs, before anything unpacks them."""
    if _FLATE_TWICE.search(data):
        raise CannotRead(path, "this PDF is packed twice over, as no agenda is. Nothing of it was unpacked.")
    for match in re.finditer(rb"stream\r?\n", data):
        start = match.end()
        if data[start : start + 1] not in (b"\x78", b"\x08", b"\x18", b"\x28", b"\x38", b"\x48", b"\x58", b"\x68"):
            continue
        unpacker = zlib.decompressobj()
        size, chunk = 0, data[start : start + 65_536]
        try:
            while chunk and not unpacker.eof:
                size += len(unpacker.decompress(chunk, MOST_STREAM // 8))
                if size > MOST_STREAM:
                    raise CannotRead(path, "this PDF would unpack to more than any agenda; nothing of it was read.")
                chunk = unpacker.unconsumed_tail or data[(start := start + 65_536) : start + 65_536]
        except zlib.error:
            continue


def _leanly(page: Any) -> None:
    """Has a page's letters read with what words are made of, and no more: pdfplumber looks at all that a letter has,
    which takes most of its time."""
    from pdfminer.layout import LTChar

    whole = page.process_object
    left, above = page.mediabox[0], page.mediabox[1]

    def process(found: Any) -> dict[str, Any]:
        if not isinstance(found, LTChar):
            return dict(whole(found))
        top = page.height - found.y1 + above
        return {
            "object_type": "char",
            "page_number": page.page_number,
            "text": found.get_text(),
            "x0": found.x0 + left,
            "x1": found.x1 + left,
            "top": top,
            "bottom": page.height - found.y0 + above,
            "doctop": page.initial_doctop + top,
            "width": found.width,
            "height": found.height,
            "size": found.size,
            "upright": found.upright,
        }

    page.process_object = process


def _lowered(chars: Sequence[dict[str, Any]]) -> None:
    """Puts the raised letters of an ordinal, "8" and a small "th" above it, on the line of their number."""
    number: dict[str, Any] | None = None
    edge = 0.0
    for char in chars:
        if char["text"].isdigit():
            number = char
        elif (
            number is not None
            and char["text"] in "stndrhSTNDRH"
            and char["size"] < 0.9 * number["size"]
            and -2 < char["x0"] - edge < 2
            and abs(char["top"] - number["top"]) < number["size"]
        ):
            # Of one size with its number, it is one word with it.
            char.update({name: number[name] for name in ("top", "bottom", "doctop", "size")})
        else:
            number = None
        edge = char["x1"]


def _page(page: Any, file: str, number: int) -> list[Line]:
    _leanly(page)
    _lowered(page.chars)
    tables = page.find_tables() if page.rects or page.lines or page.curves else []
    tables = [table for table in tables if len(table.rows) > 1 or len(table.rows[0].cells) > 1]
    boxes = [table.bbox for table in tables]
    words = page.extract_words(x_tolerance=1, y_tolerance=3, keep_blank_chars=False, extra_attrs=["size"])
    free = [word for word in words if not any(_inside(word, box) for box in boxes)]
    found: list[tuple[float, int, Line]] = []
    place = Place(file, 0, number)
    for order, (top, line) in enumerate(flowing(visual(free), place, float(page.width))):
        found.append((top, order, line))
    for table in tables:
        for row, cells in zip(table.rows, table.extract(), strict=False):
            read = tuple(_cell(cell or "") for cell in cells)
            if any(read):
                found.append(
                    (row.bbox[1], len(found), Line(" ".join(filter(None, read)).replace("\n", " "), place, read))
                )
    lines = [line for _, _, line in sorted(found, key=lambda each: (each[0], each[1]))]
    return _numbered(lines)


def _numbered(lines: list[Line]) -> list[Line]:
    """The lines with the number printed on their page, and a gap above the first."""
    from msgspec.structs import replace

    edges = [line for line in (*lines[-2:], *lines[:1]) if not line.cells]
    printed = next((int(found[1]) for line in edges if (found := _NUMBER.match(line.whole))), 0)
    return [
        replace(line, printed=printed, gap=line.gap or place == 0 or bool(line.cells and not lines[place - 1].cells))
        for place, line in enumerate(lines)
    ]


def _inside(word: Any, box: Sequence[float]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _cell(text: str) -> str:
    """A cell's paragraphs: a line that fills it goes on in the next, unless that has a mark of its own."""
    lines = [words_of(line) for line in text.split("\n") if line.strip()]
    full = max((len(line) for line in lines), default=0) * 0.72
    joined: list[str] = []
    filled = False
    for line in lines:
        if joined and filled and not split_mark(line)[0]:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        filled = len(line) >= full
    return "\n".join(joined)
