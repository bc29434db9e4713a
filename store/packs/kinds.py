"""What a file is, by its first bytes and not by its name; and what is refused before it is read."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Literal

from store.errors import StoreError, reason

FileKind = Literal["pdf", "docx", "xml", "html", "text", "toml"]

MOST_BYTES: dict[FileKind, int] = {
    "pdf": 150_000_000,
    "docx": 60_000_000,
    "xml": 20_000_000,
    "html": 20_000_000,
    "text": 20_000_000,
    "toml": 2_000_000,
}
BY_HAND = (
    "The meeting can still be made by hand: “clerk new” alone opens a form for it, and the README shows how to write "
    "it as a file."
)


class CannotRead(StoreError):
    """A file that no meeting can be read from: the message says what it is, and what could be done."""

    def __init__(self, path: Path, said: str) -> None:
        self.path, self.said = path, said
        super().__init__(f"{path.name or path}: {said}")


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of_file(path: Path) -> FileKind:
    """The kind of file, by its beginning. Raises `CannotRead`, saying what it is, for what no reader can read."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise CannotRead(path, "this is a folder; give the files in it.")
        if not stat.S_ISREG(about.st_mode):
            # To open a pipe would wait for whoever writes into it, and a device never ends.
            raise CannotRead(path, "this is no file but a pipe or a device; save what it gives as a file first.")
        size = about.st_size
        with path.open("rb") as file:
            head = file.read(65_536)
    except FileNotFoundError:
        raise CannotRead(path, "there is no such file.") from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "its name has a sign that no file's name can have"
        raise CannotRead(path, f"it cannot be read: {why}.") from None
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
    "toml": "a meeting as a TOML file",
}
_SUFFIXES: dict[FileKind, tuple[str, ...]] = {
    "pdf": (".pdf",),
    "docx": (".docx", ".docm", ".dotx"),
    "xml": (".xml",),
    "html": (".html", ".htm", ".aspx", ".xhtml"),
    "text": (".txt", ".md", ".markdown", ".text", ".csv", ".tsv", ""),
    "toml": (".toml",),
}


def misnamed(path: Path, kind: FileKind) -> str:
    """A sentence where a file's name says another kind than it is, else ""."""
    suffix = path.suffix.lower()
    other = kind not in ("text", "toml") or any(suffix in known for known in _SUFFIXES.values())
    if suffix in _SUFFIXES[kind] or not other or (kind == "toml" and suffix in _SUFFIXES["text"]):
        return ""
    return f"{path.name} is {_NAMES[kind]}, whatever its name says, and was read as one."


def _by_content(path: Path, head: bytes) -> FileKind:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head.startswith(_OLE):
        raise CannotRead(path, "this is an old Word document, or one with a password. Save it as .docx without one.")
    if head.startswith(b"{\\rtf"):
        raise CannotRead(path, "this is a Rich Text document; save it as .docx.")
    text = decoded(head)
    if text is None:
        raise CannotRead(path, f"this is {_called(head)}.")
    return _kind_of_text(text.lstrip("\ufeff \t\r\n"), path.suffix.lower())


_TAG = re.compile(
    r"</?(?:html|body|h[1-6]|p|div|ol|ul|li|table|tr|td|section|article|main|center|br|span|b|strong)\b", re.I
)
_FRAGMENT = re.compile(r"<(?:h[1-6]|p|div|ol|ul|table|section|article|main|body|center|!--)\b", re.IGNORECASE)
_KEY = re.compile(
    r"^(?:\[\[?\s*(?:members|substitutes|officers|items|labels|settings|printing)\s*\]\]?|body\s*=\s*[\"'])", re.M
)


def _kind_of_text(text: str, suffix: str) -> FileKind:
    start = text[:4000].lower()
    if suffix == ".toml" or (_KEY.search(text) and not start.startswith("<")):
        return "toml"
    if "<html" in start or start.startswith("<!doctype html"):
        return "html"
    if start.startswith(("<?xml", "<meeting", "<!doctype")):
        return "xml"
    # A piece of a page, without the page round it. Text of a converter has tags too, but in the cells of its rows.
    fragment = _FRAGMENT.match(text) and text.rstrip().endswith(">") and "\t" not in text
    return "html" if fragment or (suffix in _SUFFIXES["html"] and _TAG.search(text)) else "text"


_WHAT = (
    ("image/tiff", "a scan, which has no text"),
    ("image/", "a picture, which has no text"),
    ("audio/", "a recording, which has no text"),
    ("video/", "a film, which has no text"),
    ("application/vnd.microsoft.portable-executable", "a program"),
    ("application/x-executable", "a program"),
    ("application/x-7z-compressed", "a packed archive; unpack it first"),
    ("application/vnd.rar", "a packed archive; unpack it first"),
    ("application/x-gzip", "a packed archive; unpack it first"),
    ("application/x-bzip2", "a packed archive; unpack it first"),
    ("application/x-xz", "a packed archive; unpack it first"),
)


def _called(head: bytes) -> str:
    """What a file is that no reader can read, in words that a clerk knows."""
    import puremagic

    try:
        guesses = puremagic.magic_string(head[:4096])
    except (puremagic.PureError, ValueError):
        guesses = []
    for guess in guesses:
        if "executable" in guess.name.lower():
            return "a program"
        for mime, said in _WHAT:
            if guess.mime_type.startswith(mime):
                return said
    return "neither text nor a Word document, a PDF, a web page or XML"


def word_document(path: Path) -> None:
    """Returns where a packed file is a Word document. Raises `CannotRead`, saying what else it is."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise CannotRead(path, "this is a Word document or an archive that is damaged or cut short.") from None
    if any(name.startswith("word/") for name in names):
        return
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
