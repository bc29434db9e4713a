"""Opening the template: its styles by name, its lists, the draft marker in its header, its properties."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError

from exports import word_styles as names
from exports.word_foreign import take_out
from exports.word_xml import Element, paragraph, run, w

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _BaseHeaderFooter as Header

TEMPLATE = Path(__file__).with_name("template.docx")
_LONGEST_PROPERTY = 255
_LARGEST = 100_000_000
"""Bytes of all parts of a template, unpacked."""


class TemplateError(Exception):
    """The template cannot be used; the message says why, and what to do."""


@contextmanager
def blamed_on(template: Path | None) -> Iterator[None]:
    """Whatever fails in a document that is written into a council's own template is the template's fault: it can hold
    anything, and into ours every document goes. Raises TemplateError."""
    try:
        yield
    except TemplateError:
        raise
    except Exception as error:
        if template is None:
            raise
        raise TemplateError(
            f"The template {template} is damaged: no document can be begun from it. Open it in Word and save it anew, "
            "or begin again from a copy of the template that comes with clerk (clerk template own.docx)."
        ) from error


class Template:
    """A template opened for one document: `document` is python-docx's, without any text in its body."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` is a council's own template; raises TemplateError if it cannot be read or lacks a style."""
        self._path = path or TEMPLATE
        self.document: Document = self._open()
        self.body: Element = self.document.element.body
        self.left_out: list[str] = take_out(self.document) if path is not None else []
        """What the template brought that no document of ours may have, in a few words each."""
        self._styles = {
            style.find(w("name")).get(w("val")).casefold(): style
            for style in self.document.styles.element.iter(w("style"))
            if style.find(w("name")) is not None
        }
        missing = [name for name in names.REQUIRED if name.casefold() not in self._styles]
        if missing:
            raise TemplateError(_lacking(self._path, missing))
        self.ids = {name: self._styles[name.casefold()].get(w("styleId")) for name in names.REQUIRED}
        self.lists = self._lists()
        self.ending: Element = self._empty_body()

    @property
    def numbering(self) -> Element:
        """The root of the numbering part."""
        return self.document.part.numbering_part.element

    def text_width(self) -> int:
        """From margin to margin, in twentieths of a point."""
        size, margins = self.ending.find(w("pgSz")), self.ending.find(w("pgMar"))
        if size is None or margins is None:
            return 9026
        left, right = (int(margins.get(w(side))) for side in ("left", "right"))
        return int(size.get(w("w"))) - left - right

    def mark(self, marks: Sequence[str]) -> None:
        """Puts what marks the draft in the header of every page, or takes the marker out if there is nothing."""
        section = self.document.sections[-1]
        headers: list[Header] = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        if self.document.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
        for header in headers:
            self._mark(header, marks)

    def unsign(self) -> None:
        """Takes out of the footer what is to be initialled, for a document that nobody signs."""
        style = self._styles.get(names.INITIALS.casefold())
        if style is None:
            return
        id_ = style.get(w("styleId"))
        for section in self.document.sections:
            for run_ in list(section.footer.part.element.iter(w("r"))):
                if run_.find(f"{w('rPr')}/{w('rStyle')}[@{w('val')}='{id_}']") is not None:
                    run_.getparent().remove(run_)

    def describe(self, title: str, subject: str = "", status: str = "", held: date | None = None) -> None:
        """Gives the document its properties and language, and forgets who made the template, and when."""
        properties = self.document.core_properties
        for element in list(properties._element):
            properties._element.remove(element)
        properties.title = title[:_LONGEST_PROPERTY]
        properties.subject = subject[:_LONGEST_PROPERTY]
        properties.category = "Minutes"
        properties.content_status = status
        if held is not None:
            # The day of the meeting: the clock would make every copy another file.
            properties.created = datetime.combine(held, time())
        properties.author = ""
        properties.comments = ""
        properties.language = "en-GB"

    def _open(self) -> "Document":
        if self._path.exists() and not self._path.is_file():
            raise TemplateError(_not_word(self._path))
        try:
            with ZipFile(self._path) as parts:
                if sum(part.file_size for part in parts.infolist()) > _LARGEST:
                    raise TemplateError(f"The template {self._path} is larger than any letterhead. Choose another.")
            return docx.Document(str(self._path))
        except (PackageNotFoundError, FileNotFoundError) as error:
            if self._path.exists():
                raise TemplateError(_not_word(self._path)) from error
            raise TemplateError(f"There is no template {self._path}. Check the name of the file.") from error
        except PermissionError as error:
            raise TemplateError(
                f"The template {self._path} may not be read by you. Copy it to a folder of yours."
            ) from (error)
        except TemplateError:
            raise
        except Exception as error:
            # Whatever a file makes a reader of Word documents stumble over, it is the file that is odd.
            raise TemplateError(_not_word(self._path)) from error

    def _empty_body(self) -> Element:
        ending = self.body.find(w("sectPr"))
        if ending is None:
            ending = self.body.makeelement(w("sectPr"))
        for element in list(self.body):
            self.body.remove(element)
        self.body.append(ending)
        return ending

    def _lists(self) -> dict[str, tuple[int, int]]:
        """The list that the template ties each numbered style to and the level in it, by the style's id."""
        if not any(rel.reltype == RELATIONSHIP_TYPE.NUMBERING for rel in self.document.part.rels.values()):
            raise TemplateError(_unnumbered(self._path, names.NUMBERED))
        known = {num.get(w("numId")) for num in self.numbering.iter(w("num"))}
        found: dict[str, tuple[int, int]] = {}
        loose = []
        for name in names.NUMBERED:
            place = f"{w('pPr')}/{w('numPr')}"
            number, level = (self._styles[name.casefold()].find(f"{place}/{w(part)}") for part in ("numId", "ilvl"))
            if number is not None and number.get(w("val")) in known:
                found[self.ids[name]] = int(number.get(w("val"))), 0 if level is None else int(level.get(w("val")))
            else:
                loose.append(name)
        if loose:
            raise TemplateError(_unnumbered(self._path, loose))
        return found

    def _mark(self, header: "Header", marks: Sequence[str]) -> None:
        if not marks and header.is_linked_to_previous:
            return
        root: Element = header.part.element
        marker_id = self.ids[names.MARKER]
        marked = [
            p for p in root.iter(w("p")) if p.find(f"{w('pPr')}/{w('pStyle')}[@{w('val')}='{marker_id}']") is not None
        ]
        for element in marked:
            element.getparent().remove(element)
        if marks:
            # A header that Word or python-docx made has an empty paragraph of its own.
            for element in root.findall(w("p")):
                if element.find(f".//{w('r')}") is None:
                    root.remove(element)
            for place, mark in enumerate(marks):
                marker = paragraph(root, marker_id)
                run(marker, mark)
                root.insert(place, marker)
        elif not any(element.find(f".//{w('r')}") is not None for element in root):
            header.is_linked_to_previous = True


def _not_word(path: Path) -> str:
    return f"The template {path} is not a Word document (.docx). Open it in Word and save it as .docx."


def _lacking(path: Path, missing: list[str]) -> str:
    what = "the style" if len(missing) == 1 else "these styles"
    return (
        f"The template {path} lacks {what}: {', '.join(missing)}. Add {'it' if len(missing) == 1 else 'them'} in Word "
        "under exactly that name, or begin again from a copy of the template that comes with clerk."
    )


def _unnumbered(path: Path, loose: list[str] | tuple[str, ...]) -> str:
    what = "style" if len(loose) == 1 else "styles"
    return (
        f"In the template {path} no list numbers the {what} {', '.join(loose)}. Tie each to a list in Word (Define new "
        "multilevel list, link level to style), or begin again from a copy of the template that comes with clerk."
    )
