"""What a file is, by its first bytes and not by its name; and what is refused before it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from store.errors import StoreError, reason

FileKind = Literal["pdf", "docx", "xml", "html", "text"]

MOST_BYTES: dict[FileKind, int] = {
    "pdf": 150_000_000,
    "docx": 60_000_000,
    "xml": 20_000_000,
    "html": 20_000_000,
    "text": 20_000_000,
}
BY_HAND = (
    "The meeting can still be made by hand: “clerk new” alone opens a form for it, and the README shows how to write "
    "it as a file."
)


class CannotRead(StoreError):
    """A file that no meeting can be read from: the message says what it is, and what could be done."""

    def __init__(self, path: Path, said: str) -> None:
        self.path = path
        super().__init__(f"{path.name}: {said}")


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "a Rich Text document; save it as .docx"),
    (b"\x89PNG", "a picture, which has no text"),
    (b"\xff\xd8\xff", "a photograph, which has no text"),
    (b"GIF8", "a picture, which has no text"),
    (b"II*\x00", "a scan, which has no text"),
    (b"MM\x00*", "a scan, which has no text"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf", "a packed archive; unpack it first"),
    (b"Rar!", "a packed archive; unpack it first"),
    (b"\x1f\x8b", "a packed archive; unpack it first"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of_file(path: Path) -> FileKind:
    """The kind of file. Raises `CannotRead`, saying what it is, for what no reader can read."""
    try:
        if path.is_dir():
            raise CannotRead(path, "this is a folder; give the files in it.")
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(65_536)
    except FileNotFoundError:
        raise CannotRead(path, "there is no such file.") from None
    except OSError as error:
        raise CannotRead(path, f"it cannot be read: {reason(error)}.") from None
    if size == 0:
        raise CannotRead(path, "the file is empty: it has no bytes at all. Fetch it again.")
    kind = _by_content(path, head)
    if size > MOST_BYTES[kind]:
        raise CannotRead(
            path,
            f"this file has {size // 1_000_000:,} MB; of such a file (it looks like {_NAMES[kind]}) at most "
            f"{MOST_BYTES[kind] // 1_000_000} MB are read. An agenda is far smaller: is it the right file?",
        )
    return kind


_NAMES: dict[FileKind, str] = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "xml": "XML",
    "html": "a web page",
    "text": "text",
}
_SUFFIXES: dict[FileKind, tuple[str, ...]] = {
    "pdf": (".pdf",),
    "docx": (".docx", ".docm", ".dotx"),
    "xml": (".xml",),
    "html": (".html", ".htm", ".aspx", ".xhtml"),
    "text": (".txt", ".md", ".markdown", ".text", ""),
}


def misnamed(path: Path, kind: FileKind) -> str:
    """A sentence where a file's name says another kind than it is, else ""."""
    suffix = path.suffix.lower()
    other = kind != "text" or any(suffix in known for known in _SUFFIXES.values())
    if suffix in _SUFFIXES[kind] or not other:
        return ""
    return f"{path.name} is {_NAMES[kind]}, whatever its name says, and was read as one."


def _by_content(path: Path, head: bytes) -> FileKind:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if head.startswith(_OLE):
        raise CannotRead(path, "this is an old Word document, or one with a password. Save it as .docx without one.")
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise CannotRead(path, f"this is {name}.")
    text = decoded(head)
    if text is None:
        raise CannotRead(path, "this is neither text nor a Word document, a PDF, a web page or XML.")
    start = text.lstrip("\ufeff \t\r\n").lower()
    if "<html" in start[:4000] or start.startswith("<!doctype html"):
        return "html"
    if start.startswith(("<?xml", "<meeting", "<!doctype")):
        return "xml"
    return "text"


def _zipped(path: Path) -> FileKind:
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise CannotRead(path, "this is a Word document or an archive that is damaged or cut short.") from None
    if any(name.startswith("word/") for name in names):
        return "docx"
    other = {"xl/": "a spreadsheet", "ppt/": "a presentation"}
    what = next((said for start, said in other.items() if any(name.startswith(start) for name in names)), "")
    if "content.xml" in names:
        what = "an OpenDocument file; save it as .docx"
    raise CannotRead(path, f"this is {what or 'a packed archive; unpack it first'}.")


def decoded(data: bytes) -> str | None:
    """Text in UTF-8, UTF-16 or, for old Windows files, cp1252; None for what is no text."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data[: len(data) // 2 * 2].decode("utf-16", errors="replace")
    if b"\0" in data[:4096]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:
            return data[: error.start].decode("utf-8-sig", errors="replace")
    odd = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in data[:4096])
    return None if odd > len(data[:4096]) // 50 else data.decode("cp1252", errors="replace")
