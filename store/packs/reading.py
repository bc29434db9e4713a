"""Files to streams: each by the reader that its kind needs, and nothing that can go wrong in one ends the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from store.packs.apart import Progress, Said, read_apart
from store.packs.facts import Doubt, Pack
from store.packs.kinds import CannotRead, FileKind, decoded, kind_of_file, misnamed, word_document
from store.packs.stream import Stream, TooMuch


def read_file(path: Path, progress: Progress | None = None) -> Stream:
    """The stream of one file, read in a process of its own. Raises `CannotRead`, in a sentence that says what the file
    is."""
    kind = kind_of_file(path)
    said = read_apart(path, kind, progress)
    if kind == "pdf":
        from store.packs.from_pdf import put_together

        stream = put_together(path, said)
    else:
        if said[-1].failed:
            raise CannotRead(path, said[-1].failed)
        stream = Stream(said[-1].lines, said[-1].notes, said[-1].kind, said[-1].data)
    stream.file = path.name
    if note := misnamed(path, kind):
        stream.notes.insert(0, note)
    if not stream.lines and stream.data is None:
        raise CannotRead(path, "there is no text in it.")
    return stream


def said_of(path: Path, kind: FileKind) -> Iterator[Said]:
    """What the reader of a kind says of a file: called in a process of its own. Raises `CannotRead`, or whatever the
    file makes a library raise."""
    # Each reader brings a library of its own, so none is loaded before it is needed.
    if kind == "pdf":
        from store.packs.pdf_pages import pages_of

        for number, total, lines, picture in pages_of(path):
            yield Said(number, total, lines, picture)
        return
    try:
        stream = _read(path, kind)
    except TooMuch:
        raise CannotRead(path, "it holds more text than any agenda does; nothing of it was taken.") from None
    yield Said(lines=stream.lines, notes=stream.notes, kind=stream.kind, data=stream.data)


def _read(path: Path, kind: FileKind) -> Stream:
    if kind == "docx":
        from store.packs.from_docx import read_docx

        word_document(path)
        return read_docx(path)
    data = path.read_bytes()
    if kind == "xml":
        from store.packs.from_xml import read_xml

        return read_xml(data, path)
    if kind == "toml":
        from store.packs.from_toml import read_toml

        return read_toml(data, path)
    text = decoded(data)
    if text is None:
        raise CannotRead(path, "this is not text.")
    if path.suffix.lower() in (".csv", ".tsv"):
        from store.packs.from_csv import read_csv

        return read_csv(text, path)
    if kind == "html":
        from store.packs.from_html import read_html

        return read_html(text, path)
    from store.packs.from_text import read_text

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
