"""The papers in `councils/`, as a text, a web page, a Word file and a PDF: every fact of theirs is found, and nothing
that is not in them without a doubt."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import docx
import pytest
import typst

from store.packs import Pack
from store.packs.finding import find_facts, join_people
from store.packs.from_docx import read_docx
from store.packs.from_html import read_html
from store.packs.from_text import read_text
from store.packs.pdf_pages import pages_of
from store.packs.stream import Stream

from .councils import NAMES, compared, paper


def parts(text: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of a paper: those of a table, of a list with bullets, or each of its own."""

    def kind(line: str) -> str:
        return "table" if "\t" in line else "list" if line.startswith("• ") else "line"

    for what, lines in groupby(filter(str.strip, text.splitlines()), kind):
        yield what, [line.removeprefix("• ") for line in lines]


def as_text(text: str, _: Path) -> Stream:
    return read_text(text, "agenda.txt")


def as_spaces(text: str, _: Path) -> Stream:
    """Columns kept apart by spaces alone."""
    lines: list[str] = []
    for columned, run in groupby(text.splitlines(), lambda line: "\t" in line):
        rows = [line.split("\t") for line in run]
        if not columned:
            lines += [row[0] for row in rows]
            continue
        wide = [max(len(row[n]) if n < len(row) else 0 for row in rows) + 4 for n in range(max(map(len, rows)))]
        lines += ["".join(cell.ljust(wide[n]) for n, cell in enumerate(row)).rstrip() for row in rows]
    return read_text("\n".join(lines), "agenda.txt")


def as_page(text: str, _: Path) -> Stream:
    made = []
    for what, lines in parts(text):
        words = [html.escape(line) for line in lines]
        if what == "table":
            rows = (f"<tr><td>{line.replace(chr(9), '</td><td>')}</td></tr>" for line in words)
            made.append(f"<table>{''.join(rows)}</table>")
        elif what == "list":
            made.append(f"<ul>{''.join(f'<li>{line}</li>' for line in words)}</ul>")
        else:
            made += [f"<p>{line}</p>" for line in words]
    return read_html(f"<html><body>{''.join(made)}</body></html>", Path("agenda.html"))


def as_word(text: str, folder: Path) -> Stream:
    document = docx.Document()
    for what, lines in parts(text):
        rows = [line.split("\t") for line in lines]
        if what == "table":
            table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    table.rows[number].cells[column].text = cell
        else:
            for line in lines:
                document.add_paragraph(line, style="List Bullet" if what == "list" else None)
    document.save(str(folder / "agenda.docx"))
    return read_docx(folder / "agenda.docx")


def as_print(text: str, folder: Path) -> Stream:
    """A page without lines round its tables, whose narrow cells go on below, and without space between paragraphs."""
    made = ['#set text(font: "Libertinus Serif", size: 11pt)', "#set par(spacing: 0.65em)"]
    for what, lines in parts(text):
        if what == "table":
            rows = [line.split("\t") for line in lines]
            wide = max(map(len, rows))
            cells = [quoted(cell) for row in rows for cell in (*row, *[""] * (wide - len(row)))]
            made.append(f"#table(stroke: none, columns: ({'1fr, ' * wide}), {', '.join(cells)})")
        else:
            made += [f"#par({quoted(('• ' if what == 'list' else '') + line)})" for line in lines]
    path = folder / "agenda.pdf"
    path.write_bytes(typst.compile("\n".join(made).encode(), ignore_system_fonts=True))
    return Stream([line for _, _, lines, _ in pages_of(path) for line in lines], kind="pdf")


def quoted(words: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", words) + '"'


FORMS: dict[str, Callable[[str, Path], Stream]] = {
    "text": as_text,
    "spaces": as_spaces,
    "page": as_page,
    "word": as_word,
    "print": as_print,
}


def read(name: str, form: str, folder: Path) -> Pack:
    pack = find_facts([FORMS[form](paper(name).text, folder)])
    join_people(pack)
    return pack


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_found_and_no_other(name: str, tmp_path: Path) -> None:
    forms = [form for form in FORMS if form != "print" or not paper(name).unprinted]
    found = {form: compared(read(name, form, tmp_path), paper(name)) for form in forms}
    assert {form: (dict(missed), wrong) for form, (missed, wrong) in found.items() if missed or wrong} == {}
