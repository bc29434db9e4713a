"""Every reader in a process of its own: what takes too long or too much is stopped, with a sentence."""

from __future__ import annotations

import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest

from store.packs import CannotRead, apart, read_pack
from store.packs.reading import read_file

from . import papers, rebuilding
from .test_packs_bad_files import refused

PAGE = '<html><body><h2 class="mgSubTitleTxt">Parks Committee - Tuesday, 12th May, 2026 6.30 pm</h2>{}</body></html>'


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_tables_in_tables_are_read_once_each(tmp_path: Path) -> None:
    deep = "<table><tr><td>x</td><td>" * 60 + "the deepest" + "</td></tr></table>" * 60
    lines = read_file(written(tmp_path / "a.html", PAGE.replace(' class="mgSubTitleTxt"', "").format(deep))).lines
    assert sum("the deepest" in line.text for line in lines) == 1
    # The deepest of them is a row of its own.
    assert sum("x" in line.text.split() for line in lines) == 60


def test_a_page_of_very_many_paragraphs(tmp_path: Path) -> None:
    cell = '<td class="mgItemNumberCell"><p class="mgAiTitleTxt">1.</p></td><td><p class="mgAiTitleTxt">Hives</p>'
    many = '<div class="mgWordPara"><p>words</p></div>' * 4_000
    told = '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>RESOLVED</p></div>'
    page = PAGE.format(f'<table class="mgItemTable"><tr>{cell}{many}{told}</td></tr></table>')
    lines = read_file(written(tmp_path / "a.html", page)).lines
    assert sum(line.text == "words" for line in lines) == 4_000
    assert not any("RESOLVED" in line.text for line in lines)


@pytest.mark.parametrize("tag", ["a:", "x:y:", "_:"])
def test_a_tag_that_ends_in_a_colon(tag: str, tmp_path: Path) -> None:
    item = "<agendaitem><agendaitemtitle>Bees</agendaitemtitle></agendaitem>"
    xml = f"<?xml version='1.0'?><meeting><{tag}>odd</{tag}><agendaitems>{item}</agendaitems></meeting>"
    assert any("Bees" in line.text for line in read_file(written(tmp_path / "a.xml", xml)).lines)
    html = PAGE.format(f"<{tag}>odd</{tag}><p>Bees</p>").replace(' class="mgSubTitleTxt"', "")
    assert any("Bees" in line.text for line in read_file(written(tmp_path / "a.html", html)).lines)


def test_a_document_that_lies_about_its_size(tmp_path: Path) -> None:
    path = rebuilding.to_docx([rebuilding.para("Parks")], tmp_path / "a.docx")
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("word/document.xml").file_size
    data = path.read_bytes().replace(struct.pack("<I", size), struct.pack("<I", 100))
    path.write_bytes(data)
    assert "damaged" in refused(path) or "safely" in refused(path)


@pytest.mark.parametrize("name", ["meeting.toml", "meeting.txt"])
def test_fields_that_take_for_ever(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "USUAL", 1)
    tables = "".join(f"[t{number}]\na.b.c = 1\n" for number in range(80_000))
    assert "longer to read than any paper" in refused(written(tmp_path / name, f'body = "x"\n{tables}'))


@pytest.mark.parametrize("name", ["meeting.toml", "meeting.txt"])
def test_a_key_without_end_is_refused_at_once(name: str, tmp_path: Path) -> None:
    endless = 'body = "x"\n' + "a." * 600_000 + "a = 1\n"
    assert "a key in it has more parts than any key has" in refused(written(tmp_path / name, endless))


def test_a_big_file_of_fields(tmp_path: Path) -> None:
    assert "at most 2 MB are read" in refused(written(tmp_path / "a.toml", 'body = "x"\n' * 300_000))


def test_memory_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_MEMORY", 260_000_000)
    page = PAGE.format("<p><b>x</b></p>" * 400_000)
    said = refused(written(tmp_path / "a.html", page))
    assert "more memory" in said or "safely" in said


@pytest.mark.parametrize(("processor", "memory", "said"), [(1, 700_000_000, "longer"), (600, 60_000_000, "memory")])
def test_where_the_system_sets_no_limit_it_is_watched(
    processor: int, memory: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "can_limit", lambda: False)
    monkeypatch.setattr(apart, "USUAL", processor)
    monkeypatch.setattr(apart, "MOST_MEMORY", memory)
    assert said in refused(written(tmp_path / "a.html", PAGE.format("<p><b>x</b></p>" * 400_000)))


def test_there_may_be_no_limit_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    assert not apart.can_limit()


def test_a_process_that_says_nothing_or_half_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.txt", papers.FRONT)
    for child in ("import os; os._exit(3)", "print('[1,2,[')"):
        monkeypatch.setattr(apart, "_CHILD", child)
        assert "cannot be read safely" in refused(path)
    monkeypatch.setattr(apart, "_CHILD", "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "LONGEST", 0.1)
    assert "longer to read" in refused(path)


def test_lines_that_take_for_ever_to_look_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.txt", "Membership\n" + "Ann Bob Cat Dan Eve Fay Gus Hal Ian Jo Kim Lee\n" * 20_000)
    # Only looking through them is cut short: reading so many takes its second where much else runs.
    pack, failed = read_pack([path], read=lambda _: monkeypatch.setattr(apart, "USUAL", 1))
    assert not failed
    assert not pack.meeting.of("member")
    assert any("Nothing could be made of these papers" in doubt.text for doubt in pack.all_doubts())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_pipes_and_devices(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "a pipe or a device" in refused(tmp_path / "a.txt")
    with pytest.raises(CannotRead, match="a pipe or a device"):
        read_file(Path("/dev/zero"))


def test_a_thousand_honest_lines_are_found_apart_as_they_are_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.packs import finding

    path = written(tmp_path / "a.txt", papers.PACK)
    here, _ = read_pack([path])
    monkeypatch.setattr(finding, "_FEW", 0)
    there, _ = read_pack([path])
    assert there == here


def of_300_pages(path: Path) -> Path:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.set_font("helvetica", size=10)
    for number in range(1, 301):
        pdf.add_page()
        for row in range(42):
            pdf.cell(text=f"{number}.{row} The Committee considered how the hives of the park are kept and by whom.")
            pdf.ln(6)
    pdf.output(str(path))
    return path


def test_a_pack_of_300_pages_is_read(tmp_path: Path) -> None:
    lines = read_file(of_300_pages(tmp_path / "a.pdf")).lines
    assert lines[-1].place.page == 300
