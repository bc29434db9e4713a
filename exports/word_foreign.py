"""What a template may bring that minutes must not have: links to elsewhere, macros, objects, fields that fetch.

They are taken out of the document that is made, and named; the template itself is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx.opc.part import XmlPart

from exports.word_xml import Element, w

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.opc.rel import _Relationship as Relationship

_ACTIVE = {
    "vbaProject": "a macro",
    "wordVbaData": "a macro",
    "attachedToolbars": "a macro",
    "keyMapCustomizations": "a key that runs a command",
    "extensibility": "a menu of its own",
    "userCustomization": "a menu of its own",
    "control": "a control",
    "activeXControlBinary": "a control",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "aFChunk": "a piece of another document",
    "subDocument": "a piece of another document",
    "frame": "a piece of another document",
    "attachedTemplate": "another template",
}
"""Relationships, by the end of their type, whose target does something or brings something in."""

_FETCHES = re.compile(
    r"\A\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD|MACROBUTTON|HYPERLINK|PRINT)\b",
    re.IGNORECASE,
)
"""Fields that fetch from elsewhere or run something."""

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWN = (w("drawing"), w("pict"), w("object"))


def take_out(document: Document) -> list[str]:
    """Take out of a document whatever is not its own, and say in a few words what that was, each once."""
    found: dict[str, None] = {}
    for part in [document.part.package, *document.part.package.iter_parts()]:
        for id_, relationship in list(part.rels.items()):
            if what := _foreign(relationship):
                found[what] = None
                del part.rels[id_]
                _forget(part, id_)
        if isinstance(part, XmlPart):
            found |= dict.fromkeys(_take_out_fields(part.element))
    return list(found)


def _foreign(relationship: Relationship) -> str:
    kind = relationship.reltype.rpartition("/")[2]
    if relationship.is_external:
        what = _ACTIVE.get(kind, "a picture that is elsewhere" if kind == "image" else "a link")
        return f"{what} ({relationship.target_ref[:200]})"
    if kind in _ACTIVE:
        return _ACTIVE[kind]
    target: Part = relationship.target_part
    # A part that is only carried along, and itself points elsewhere, cannot be put right from within.
    if not isinstance(target, XmlPart) and any(each.is_external for each in target.rels.values()):
        return f"a part with links to elsewhere ({target.partname})"
    return ""


def _forget(part: object, id_: str) -> None:
    """Take out of a part's text what pointed to a relationship that is gone; the words of a link stay."""
    if not isinstance(part, XmlPart):
        return
    for element in list(part.element.iter()):
        if not any(name.startswith(_R) and value == id_ for name, value in element.attrib.items()):
            continue
        drawn = next((each for each in element.iterancestors() if each.tag in _DRAWN), None)
        if element.tag == w("hyperlink"):
            _unwrap(element)
        else:
            _remove(element if drawn is None else drawn)


def _take_out_fields(root: Element) -> Iterator[str]:
    """Fields that fetch something become the words that they showed last."""
    for field in list(root.iter(w("fldSimple"))):
        if kind := _FETCHES.match(field.get(w("instr")) or ""):
            _unwrap(field)
            yield _named(kind[1])
    open_fields: list[list[Element]] = []
    for element in list(root.iter(w("fldChar"), w("instrText"))):
        if element.tag == w("fldChar") and element.get(w("fldCharType")) == "begin":
            open_fields.append([])
        if not open_fields:
            continue
        open_fields[-1].append(element)
        if element.tag == w("fldChar") and element.get(w("fldCharType")) == "end":
            parts = open_fields.pop()
            kind = _FETCHES.match("".join(part.text or "" for part in parts if part.tag == w("instrText")))
            if kind:
                for part in parts:
                    _remove(part)
                yield _named(kind[1])


def _named(kind: str) -> str:
    return f"a field that fetches or runs something ({kind.upper()})"


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        for child in list(element):
            element.addprevious(child)
        parent.remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
