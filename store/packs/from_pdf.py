"""PDFs, read in a process of their own: whatever a file makes the reader do, it ends, and takes no more than it may."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.packs.kinds import CannotRead
from store.packs.stream import Line, Stream, bounded

if TYPE_CHECKING:
    from store.packs.reading import Progress

STALLED = 30.0
"""Seconds that one page may take."""

LONGEST = 240.0
MOST_MEMORY = 1_500_000_000
_ROOT = Path(__file__).resolve().parents[2]
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from store.packs.from_pdf import serve; serve(sys.argv[2])"


class _Page(Struct, array_like=True):
    """What the reading process says of one page; or why it stopped."""

    number: int = 0
    total: int = 0
    lines: list[Line] = []
    picture: bool = False
    failed: str = ""


def read_pdf(path: Path, progress: Progress | None = None) -> Stream:
    """The lines of a PDF. Raises `CannotRead`, saying why."""
    pages = _pages(path, progress)
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
    return Stream(bounded(_with_numbers(pages)), notes, "pdf")


def _with_numbers(pages: list[_Page]) -> list[Line]:
    """All lines, each with the number printed on its page; a page that has none is counted as those around it are."""
    offsets = [page.lines[0].printed - page.number for page in pages if page.lines and page.lines[0].printed]
    usual = max(set(offsets), key=offsets.count) if offsets else None
    return [
        line if line.printed or usual is None else replace(line, printed=max(0, page.number + usual))
        for page in pages
        for line in page.lines
    ]


def _pages(path: Path, progress: Progress | None) -> list[_Page]:
    command = [sys.executable, "-c", _CHILD, str(_ROOT), str(path)]
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said: queue.Queue[bytes | None] = queue.Queue()
    threading.Thread(target=_listen, args=(child, said), daemon=True).start()
    stop = threading.Timer(LONGEST, child.kill)
    stop.daemon = True
    stop.start()
    pages: list[_Page] = []
    decode = msgspec.json.Decoder(_Page).decode
    try:
        while True:
            try:
                data = said.get(timeout=STALLED)
            except queue.Empty:
                pages.append(_Page(failed="a page took longer than any should: reading was stopped."))
                break
            if data is None:
                if not pages or not (pages[-1].failed or pages[-1].number == pages[-1].total):
                    pages.append(_Page(failed="this PDF is made in a way that cannot be read safely."))
                break
            pages.append(decode(data))
            if progress is not None and pages[-1].total:
                progress(pages[-1].number, pages[-1].total)
    finally:
        stop.cancel()
        child.kill()
        child.wait()
    return pages


def _listen(child: subprocess.Popen[bytes], said: queue.Queue[bytes | None]) -> None:
    assert child.stdout is not None
    with child.stdout as out:
        for line in out:
            said.put(line)
    said.put(None)


def serve(path: str) -> None:
    """The reading process: one line of JSON a page."""
    from store.packs.pdf_pages import pages_of

    _limited()
    encode = msgspec.json.Encoder().encode
    out = sys.stdout.buffer
    try:
        for number, total, lines, picture in pages_of(Path(path)):
            out.write(encode(_Page(number, total, lines, picture)) + b"\n")
            out.flush()
    except CannotRead as error:
        out.write(encode(_Page(failed=str(error).removeprefix(f"{error.path.name}: "))) + b"\n")
    out.flush()


def _limited() -> None:
    """Holds the process to its memory, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
