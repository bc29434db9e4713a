"""Putting a finished document where it was asked for: the same bytes each time, and never half a file."""

import errno
import os
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from docx.document import Document


class WritingError(Exception):
    """The document could not be written; the message says why, and what to do."""


def save(document: "Document", to: BinaryIO | Path) -> None:
    """Writes a Word document to a stream, or to a file that is replaced only once the new one is whole."""
    save_bytes(_same_each_time(document), to)


def save_bytes(content: bytes, to: BinaryIO | Path) -> None:
    """The same for a document that is bytes already. Raises `WritingError`."""
    if isinstance(to, Path):
        _replace(to, content)
    else:
        to.write(content)


def _same_each_time(document: "Document") -> bytes:
    """The document's bytes with nothing in them of the clock or of this machine."""
    saved, fixed = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as old, ZipFile(fixed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return fixed.getvalue()


def _replace(to: Path, content: bytes) -> None:
    try:
        to = to.resolve()
        is_folder = to.is_dir()
    except OSError as error:
        raise WritingError(_why_not_replaced(to, error)) from error
    if is_folder:
        raise WritingError(f"{to} is a folder. Give the name of a file in it, such as {to / 'minutes.docx'}.")
    beside = to.with_name(f".{token_hex(8)}.tmp")
    try:
        with open(beside, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        _forget(beside)
        raise WritingError(_why_not_written(to.parent, error)) from error
    try:
        os.replace(beside, to)
    except OSError as error:
        _forget(beside)
        raise WritingError(_why_not_replaced(to, error)) from error


def _forget(beside: Path) -> None:
    with suppress(OSError):
        beside.unlink(missing_ok=True)


def _why_not_written(folder: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no folder {folder}. Make it first, or choose another."
    if isinstance(error, NotADirectoryError):
        return f"{folder} is not a folder. Choose a folder for the document."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"Nothing may be written in {folder}: it is read-only for you. Choose another folder."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk of {folder} is full. Make room on it, or choose another folder."
    return f"The document could not be written in {folder}: {error.strerror or error}."


def _why_not_replaced(to: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return (
            f"{to.name} could not be replaced: it is read-only, or open in Word. Close it there and try again, "
            "or choose another name."
        )
    if error.errno == errno.ENAMETOOLONG:
        return f"The name {to.name} is too long for a file. Choose a shorter one."
    return f"{to} could not be written: {error.strerror or error}."
