"""What a template brings from elsewhere is named, and is not in the minutes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exports.word import write_docx
from exports.word_template import TEMPLATE, TemplateError
from tests.exports.drafts import whole_meeting
from tests.exports.reading import read_back
from tests.exports.structure import structure

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ELSEWHERE = "http://elsewhere.example/x"
Bring = Callable[["docx.document.Document"], None]


def paragraph(document: docx.document.Document, xml: str) -> None:
    header = document.sections[0].header.part.element
    header.append(parse_xml(f"<w:p {nsdecls('w', 'r')}>{xml}</w:p>"))


def hyperlink(document: docx.document.Document) -> None:
    id_ = document.sections[0].header.part.relate_to(ELSEWHERE, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph(document, f'<w:hyperlink r:id="{id_}"><w:r><w:t>Our website</w:t></w:r></w:hyperlink>')


def picture(document: docx.document.Document) -> None:
    id_ = document.sections[0].header.part.relate_to(ELSEWHERE, RELATIONSHIP_TYPE.IMAGE, is_external=True)
    blip = f'<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="{id_}"/>'
    paragraph(document, f"<w:r><w:drawing>{blip}</w:drawing></w:r>")


def other_template(document: docx.document.Document) -> None:
    id_ = document.part._settings_part.relate_to(ELSEWHERE, f"{OFFICE}/attachedTemplate", is_external=True)
    document.settings.element.insert(0, parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{id_}"/>'))


def attached(name: str, kind: str, content: str) -> Bring:
    def bring(document: docx.document.Document) -> None:
        part = Part(PackURI(f"/word/{name}"), content, ELSEWHERE.encode(), document.part.package)
        document.part.relate_to(part, kind)

    return bring


def field(words: str) -> Bring:
    def bring(document: docx.document.Document) -> None:
        paragraph(document, f"<w:fldSimple w:instr='{words}'><w:r><w:t>Seen last</w:t></w:r></w:fldSimple>")

    return bring


def long_field(words: str) -> Bring:
    def bring(document: docx.document.Document) -> None:
        begin, middle, end = (
            f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "separate", "end")
        )
        typed = f"<w:r><w:instrText>{words}</w:instrText></w:r>"
        paragraph(document, f"{begin}{typed}{middle}<w:r><w:t>Seen last</w:t></w:r>{end}")

    return bring


BRINGS: dict[str, tuple[Bring, str]] = {
    "a link": (hyperlink, f"a link ({ELSEWHERE})"),
    "a picture": (picture, f"a picture that is elsewhere ({ELSEWHERE})"),
    "another template": (other_template, f"another template ({ELSEWHERE})"),
    "a macro": (
        attached(
            "vbaProject.bin", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "application/x"
        ),
        "a macro",
    ),
    "an object": (attached("o.bin", f"{OFFICE}/oleObject", "application/y"), "an embedded object"),
    "a piece of another document": (
        attached("p.html", f"{OFFICE}/aFChunk", "text/html"),
        "a piece of another document",
    ),
    "a field": (field(f'INCLUDETEXT "{ELSEWHERE}"'), "a field that fetches or runs something (INCLUDETEXT)"),
    "DDE": (long_field('DDEAUTO c:\\\\cmd.exe "/k calc"'), "a field that fetches or runs something (DDEAUTO)"),
    "a picture by a field": (long_field(f" INCLUDEPICTURE {ELSEWHERE} "), "a field that fetches or runs something"),
}


@pytest.mark.parametrize("what", BRINGS)
def test_it_is_named_and_left_out(tmp_path: Path, what: str) -> None:
    bring, named = BRINGS[what]
    document = docx.Document(str(TEMPLATE))
    bring(document)
    document.save(str(tmp_path / "theirs.docx"))
    left_out = write_docx(whole_meeting(), tmp_path / "minutes.docx", tmp_path / "theirs.docx")
    assert len(left_out) == 1
    assert left_out[0].startswith(named)
    with ZipFile(tmp_path / "minutes.docx") as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
        assert b"elsewhere.example" not in everything
        assert b"DDE" not in everything
        assert not [name for name in parts.namelist() if name.endswith((".bin", "p.html"))]
        if "field" in what or what == "DDE":
            assert b"Seen last" in everything
    write_docx(whole_meeting(), plain := BytesIO())
    assert read_back(tmp_path / "minutes.docx") == read_back(plain)
    assert structure(tmp_path / "minutes.docx") == []
    document = docx.Document(str(tmp_path / "theirs.docx"))
    assert document.paragraphs is not None


def test_our_own_template_brings_nothing(tmp_path: Path) -> None:
    assert write_docx(whole_meeting(), tmp_path / "ours.docx") == []
    assert write_docx(whole_meeting(), tmp_path / "ours.docx", TEMPLATE) == []


def test_page_numbers_stay(tmp_path: Path) -> None:
    document = docx.Document(str(TEMPLATE))
    field("PAGE")(document)
    document.save(str(tmp_path / "theirs.docx"))
    assert write_docx(whole_meeting(), tmp_path / "minutes.docx", tmp_path / "theirs.docx") == []
    with ZipFile(tmp_path / "minutes.docx") as parts:
        assert any(b'instr="PAGE"' in parts.read(name) for name in parts.namelist() if "header" in name)


@pytest.mark.parametrize("name", ["/dev/zero", "folder", "bomb", "text", "nowhere"])
def test_what_is_no_template_is_a_sentence(tmp_path: Path, name: str) -> None:
    path = Path(name) if name.startswith("/") else tmp_path / f"{name}.docx"
    if name == "folder":
        path.mkdir()
    elif name == "text":
        path.write_text("minutes")
    elif name == "bomb":
        with ZipFile(path, "w", ZIP_DEFLATED) as bomb:
            for number in range(12):
                bomb.writestr(f"word/{number}.xml", b" " * 10_000_000)
    with pytest.raises(TemplateError, match=r"is not a Word document|There is no template|larger than any letterhead"):
        write_docx(whole_meeting(), tmp_path / "minutes.docx", path)
