"""Files from which no meeting can be read, each as a clerk may come by it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from . import rebuilding


def make(path: Path) -> Path:
    """The file that a path names."""
    _MADE[path.name](path)
    return path


def _password(path: Path) -> None:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica")
    pdf.cell(text="secret")
    pdf.set_encryption("owner", "user")
    pdf.output(str(path))


def _scan(path: Path) -> None:
    from fpdf import FPDF
    from PIL import Image

    pdf = FPDF()
    pdf.add_page()
    pdf.image(Image.new("RGB", (40, 40), "white"), w=100)
    pdf.output(str(path))


def _cut(path: Path) -> None:
    rebuilding.to_pdf([rebuilding.para(rebuilding.SENTENCE)] * 40, path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _sheet(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w/>")
        archive.writestr("word/media/zeros.bin", bytes(300_000_000))


_MADE: dict[str, Callable[[Path], object]] = {
    "password.pdf": _password,
    "scan.pdf": _scan,
    "cut.pdf": _cut,
    "empty.pdf": lambda path: path.write_bytes(b""),
    "sheet.xlsx": _sheet,
    "old.doc": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600),
    "bomb.docx": _bomb,
}
