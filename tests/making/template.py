"""Makes `template.docx`, the document every set of minutes begins as: `python -m tests.making.template`.

The template is made by a script so that it can be read, checked and rebuilt; a council that wants another look takes
the file, changes its styles in Word and keeps their names (`word_styles.py`).
"""

import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exports.word_template import TEMPLATE
from tests.making import looks

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = f'xmlns:w="{looks.MAIN}" xmlns:r="{_OFFICE}/relationships"'


def parts() -> dict[str, str]:
    """The parts of the template by name, in the order in which they are stored."""
    return {name: make() for name, make in _PARTS.items()}


def make(to: Path = TEMPLATE) -> Path:
    """Writes the template; the same bytes every time."""
    with ZipFile(to, "w", ZIP_DEFLATED) as package:
        for name, text in parts().items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, text)
    return to


def _content_types() -> str:
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "settings": "settings",
        "fontTable": "fontTable",
        "header1": "header",
        "footer1": "footer",
    }
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/word/theme/theme1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        f"{overrides}</Types>"
    )


def _relationships(*targets: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def _package_relationships() -> str:
    return _relationships(
        (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    )


def _document_relationships() -> str:
    targets = ("styles", "numbering", "settings", "fontTable", "theme/theme1", "header1", "footer1")
    return _relationships(
        *(
            (f"{_OFFICE}/relationships/{target.removeprefix('theme/').rstrip('1')}", f"{target}.xml")
            for target in targets
        )
    )


def _core() -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Template of minutes</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def _document() -> str:
    return (
        f"{_HEAD}<w:document {_W}><w:body><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1440" w:bottom="1134" w:left="1440"'
        ' w:header="567" w:footer="567" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _header() -> str:
    return (
        f'{_HEAD}<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="DraftMarker"/></w:pPr>'
        "<w:r><w:t>DRAFT</w:t></w:r></w:p></w:hdr>"
    )


def _footer() -> str:
    return (
        f'{_HEAD}<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r>{_field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> of </w:t></w:r>{_field("NUMPAGES")}'
        '<w:r><w:rPr><w:rStyle w:val="Initials"/></w:rPr><w:tab/><w:t xml:space="preserve">Initials </w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Initials"/></w:rPr><w:tab/></w:r></w:p></w:ftr>'
    )


def _field(name: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _settings() -> str:
    word = "http://schemas.microsoft.com/office/word"
    return (
        f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{word}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _font_table() -> str:
    return (
        f'{_HEAD}<w:fonts {_W}><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _theme() -> str:
    """Word's own theme as python-docx ships it, with Arial for its fonts."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from lxml import etree

    main = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    theme = etree.fromstring(docx.Document().part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    for kind in ("majorFont", "minorFont"):
        for font in theme.iter(f"{main}{kind}"):
            for script in font.findall(f"{main}font"):
                font.remove(script)
            font.find(f"{main}latin").set("typeface", "Arial")
    text: str = etree.tostring(theme, encoding="unicode")
    return _HEAD + text


_PARTS: dict[str, Callable[[], str]] = {
    "[Content_Types].xml": _content_types,
    "_rels/.rels": _package_relationships,
    "docProps/core.xml": _core,
    "word/document.xml": _document,
    "word/_rels/document.xml.rels": _document_relationships,
    "word/styles.xml": lambda: f"{_HEAD}{looks.styles()}",
    "word/numbering.xml": lambda: f"{_HEAD}{looks.numbering()}",
    "word/settings.xml": _settings,
    "word/fontTable.xml": _font_table,
    "word/theme/theme1.xml": _theme,
    "word/header1.xml": _header,
    "word/footer1.xml": _footer,
}

if __name__ == "__main__":
    sys.stdout.write(f"{make()}\n")
