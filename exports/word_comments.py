"""Comments to the clerk in a Word document: what was flagged at the meeting, beside the item it was flagged under."""

from typing import TYPE_CHECKING, Any, NamedTuple

from exports.plain import one_line
from exports.word_xml import w

if TYPE_CHECKING:
    from docx.document import Document


class Comment(NamedTuple):
    """What is said, and of which item (its id; None: of the document)."""

    item: str | None
    text: str


def add_comment(document: "Document", paragraph: Any, text: str) -> None:
    """Puts a comment on a paragraph (its XML element, with text in it)."""
    from docx.text.paragraph import Paragraph

    runs = Paragraph(paragraph, document._body).runs
    if not runs:
        return
    made = document.add_comment(runs, text=one_line(text), author="Clerk", initials="C")
    # The clock would make every copy another file.
    made._comment_elm.attrib.pop(w("date"), None)
