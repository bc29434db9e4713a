"""Files to streams: each by the reader that its kind needs, and nothing that can go wrong in one ends the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from store.errors import reason
from store.packs.facts import Doubt, Pack
from store.packs.kinds import CannotRead, FileKind, decoded, kind_of_file, misnamed
from store.packs.stream import Stream, TooMuch

Progress = Callable[[int, int], None]
"""Told how many pages of how many are read."""


def read_file(path: Path, progress: Progress | None = None) -> Stream:
    """The stream of one file. Raises `CannotRead`, in a sentence that says what the file is."""
    kind = kind_of_file(path)
    try:
        stream = _read(path, kind, progress)
    except CannotRead:
        raise
    except TooMuch:
        raise CannotRead(path, "it holds more text than any agenda does; nothing of it was taken.") from None
    except OSError as error:
        raise CannotRead(path, f"it cannot be read: {reason(error)}.") from None
    except (MemoryError, RecursionError):
        raise CannotRead(path, "it is made in a way that cannot be read safely; nothing of it was taken.") from None
    if note := misnamed(path, kind):
        stream.notes.insert(0, note)
    if not stream.lines:
        raise CannotRead(path, "there is no text in it.")
    return stream


def _read(path: Path, kind: FileKind, progress: Progress | None) -> Stream:
    # Each reader brings a library of its own, so none is loaded before it is needed.
    if kind == "pdf":
        from store.packs.from_pdf import read_pdf

        return read_pdf(path, progress)
    if kind == "docx":
        from store.packs.from_docx import read_docx

        return read_docx(path)
    data = path.read_bytes()
    if kind == "xml":
        from store.packs.from_xml import read_xml

        return read_xml(data, path)
    if kind == "html":
        from store.packs.from_html import read_html

        return read_html(decoded(data) or "", path)
    from store.packs.from_text import read_text

    text = decoded(data)
    if text is None:
        raise CannotRead(path, "this is not text.")
    return read_text(text, path.name)


def read_files(paths: Iterable[Path], progress: Progress | None = None) -> tuple[list[Stream], list[CannotRead]]:
    """The streams of all files that can be read, and what is wrong with the others."""
    streams: list[Stream] = []
    failed: list[CannotRead] = []
    for path in paths:
        try:
            streams.append(read_file(path, progress))
        except CannotRead as error:
            failed.append(error)
    return streams, failed


def note_failures(pack: Pack, failed: Iterable[CannotRead]) -> None:
    """Say in the pack that some of its files could not be read."""
    pack.doubts[:0] = [Doubt(f"{error} Nothing was read from it.") for error in failed]
