"""Files that cannot be read, or must not be: a sentence that says what they are, and nothing else."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from store.packs import CannotRead, Pack, read_pack
from store.packs.reading import read_file

from . import papers, rebuilding


def refused(path: Path) -> str:
    with pytest.raises(CannotRead) as caught:
        read_file(path)
    said = str(caught.value)
    assert said.startswith(f"{path.name}: ")
    assert said.endswith((".", "?"))
    assert len(said) < 400
    return said


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"", "the file is empty"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<", "a PDF"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n0000", "a picture, which has no text"),
        ("a.docx", b"PK\x03\x04 and then nothing", "damaged or cut short"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "an old Word document, or one with a password"),
        ("a.docx", b"{\\rtf1 words}", "a Rich Text document"),
        ("a.xml", b"<?xml version='1.0'?><getmeetings/>", "Modern.gov's list of meetings"),
        ("a.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "no meeting (its outermost element is"),
        ("a.xml", b"<?xml", "damaged from its beginning"),
        ("a.txt", b"\0\1\2\3" * 100, "neither text nor"),
        ("a.txt", b" \n\n \n", "there is no text in it"),
        ("a.txt", b"MZ\x90\0", "a program"),
    ],
)
def test_what_it_is_and_why_not(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert said in refused(tmp_path / name)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    assert "there is no such file" in refused(tmp_path / "none.pdf")
    assert "a folder" in refused(tmp_path)


@pytest.mark.parametrize("name", ["big.pdf", "big.txt", "big.docx", "big.xml"])
def test_a_file_of_500_megabytes_is_not_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    start = {
        "big.pdf": b"%PDF-1.7\n",
        "big.txt": b"Words\n" * 20_000,
        "big.xml": b"<?xml version='1.0'?>" + b" " * 70_000,
    }
    if name == "big.docx":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", "<w/>")
        with path.open("r+b") as file:
            data = file.read()
            # What unpacks a zip reads it from its end, so the blanks go in front.
            file.seek(500_000_000)
            file.write(data)
        assert "damaged" in refused(path) or "500 MB" in refused(path)
        return
    path.write_bytes(start[name])
    with path.open("r+b") as file:
        file.truncate(500_000_000)
    assert "500 MB" in refused(path)


def with_parts(path: Path, parts: dict[str, bytes]) -> Path:
    """A Word document with parts put into it."""
    source = rebuilding.to_docx([rebuilding.para(line) for line in papers.FRONT.splitlines() if line], path)
    data = source.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, parts.pop(info.filename, old.read(info)))
        for name, part in parts.items():
            new.writestr(name, part)
    return path


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = with_parts(tmp_path / "bomb.docx", {"word/media/zeros.bin": bytes(300_000_000)})
    assert path.stat().st_size < 1_000_000
    assert "would unpack to 3" in refused(path)
    xml = with_parts(tmp_path / "xml.docx", {"word/document.xml": b"<w>" + b" " * 30_000_000 + b"</w>"})
    assert "would unpack to 30 MB" in refused(xml)


def test_macros_are_not_run_and_outside_files_not_fetched(tmp_path: Path) -> None:
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>'
    )
    path = with_parts(tmp_path / "m.docx", {"word/vbaProject.bin": b"x", "word/_rels/settings.xml.rels": rels})
    stream = read_file(path)
    assert any("macros" in note for note in stream.notes)
    assert any("nothing was fetched" in note for note in stream.notes)
    assert any("PARKS" in line.text for line in stream.lines)


def test_a_document_with_macros_by_its_type_is_read(tmp_path: Path) -> None:
    path = with_parts(tmp_path / "m.docm", {})
    with zipfile.ZipFile(path) as archive:
        types = archive.read("[Content_Types].xml")
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert plain in types
    macro = types.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    path = with_parts(tmp_path / "m.docm", {"[Content_Types].xml": macro})
    assert any("PARKS" in line.text for line in read_file(path).lines)


def test_a_damaged_document(tmp_path: Path) -> None:
    for part, data in (("word/document.xml", b"<w:document"), ("[Content_Types].xml", b"<Types/>")):
        assert "damaged" in refused(with_parts(tmp_path / "d.docx", {part: data}))


BOMB = b"""<?xml version="1.0"?><!DOCTYPE meeting [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]><meeting><meetingdate>&c;</meetingdate>
<meetinglocation>&x; Hall</meetinglocation><agendaitems><agendaitem><agendaitemtitle>Bees</agendaitemtitle>
<fulldisplaynumberformat>1.</fulldisplaynumberformat></agendaitem></agendaitems></meeting>"""


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(BOMB)
    stream = read_file(tmp_path / "a.xml")
    whole = " ".join(line.text for line in stream.lines)
    assert "haha" not in whole
    assert "root:" not in whole
    assert any("none of them was expanded" in note for note in stream.notes)
    assert any("Bees" in line.cells for line in stream.lines)


def test_xml_cut_short_is_read_as_far_as_it_goes(tmp_path: Path, invented: Pack) -> None:
    path = rebuilding.to_xml(invented, tmp_path / "a.xml")
    path.write_bytes(path.read_bytes()[:4000])
    pack, failed = read_pack([path])
    assert not failed
    assert 3 < len(pack.meeting.of("item")) < 10
    assert any("damaged" in note for note in pack.notes)


def test_another_web_page_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<html><body><h1>Bins</h1><p>Collected on Mondays.</p></body></html>", encoding="utf-8"
    )
    pack, failed = read_pack([tmp_path / "a.html"])
    assert not failed
    assert "a web page, but not one on which Modern.gov" in pack.notes[0]
    assert not pack.meeting.of("item")


def test_a_wrong_suffix_is_said_and_does_not_matter(tmp_path: Path, invented: Pack) -> None:
    made = rebuilding.to_docx(rebuilding.whole(invented), tmp_path / "a.docx").rename(tmp_path / "a.pdf")
    pack, failed = read_pack([made])
    assert not failed
    assert pack.notes == ["a.pdf is a Word document, whatever its name says, and was read as one."]
    assert len(pack.meeting.of("item")) == 10


def test_old_windows_text_and_utf_16(tmp_path: Path) -> None:
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(papers.FRONT.replace("Rowan", "Rówan").encode(encoding))
        assert read_pack([path])[0].meeting.of("member")[0].get("name") == "Rówan Ash"


def test_a_pdf_with_a_password(unreadable: Callable[[str], Path]) -> None:
    assert "has a password" in refused(unreadable("password.pdf"))


def test_a_scan_has_no_text(unreadable: Callable[[str], Path]) -> None:
    assert "pictures of pages, as a scanner makes them" in refused(unreadable("scan.pdf"))


def test_a_page_that_is_a_picture_is_noted(tmp_path: Path) -> None:
    from fpdf import FPDF
    from PIL import Image

    pdf = FPDF()
    pdf.set_font("helvetica")
    pdf.add_page()
    pdf.cell(text="PARKS COMMITTEE")
    pdf.add_page()
    pdf.image(Image.new("RGB", (40, 40), "white"), w=100)
    pdf.output(str(tmp_path / "a.pdf"))
    assert read_file(tmp_path / "a.pdf").notes == ["a.pdf: page 2 has only a picture, and was not read."]


def test_a_pdf_cut_short(tmp_path: Path, invented: Pack) -> None:
    path = rebuilding.to_pdf(rebuilding.whole(invented), tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes()[:3000])
    said = refused(path)
    assert "PDF" in said


def test_a_pdf_that_unpacks_to_too_much(tmp_path: Path) -> None:
    packed = zlib.compress(bytes(100_000_000), 9)
    data = (
        b"%%PDF-1.4\n1 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n" % len(packed) + packed + b"\nendstream\n"
    )
    (tmp_path / "a.pdf").write_bytes(data)
    assert "would unpack to more" in refused(tmp_path / "a.pdf")
    twice = b"%PDF-1.4\n1 0 obj\n<</Filter [/FlateDecode /FlateDecode]>>\nstream\nx\nendstream\n"
    (tmp_path / "b.pdf").write_bytes(twice)
    assert "packed twice over" in refused(tmp_path / "b.pdf")


def test_progress_is_told(tmp_path: Path, invented: Pack) -> None:
    path = rebuilding.to_pdf(rebuilding.whole(invented), tmp_path / "a.pdf")
    told: list[tuple[int, int]] = []
    read_pack([path], progress=lambda page, pages: told.append((page, pages)))
    assert told == [(n, told[0][1]) for n in range(1, told[0][1] + 1)]
    assert len(told) > 4
