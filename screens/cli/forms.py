"""A draft, or a text, put into a file: Word, PDF, web page or plain text, as the file's name says."""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screens.cli.saying import Refused, hint
from store.errors import reason

if TYPE_CHECKING:
    from clerk.meeting.state import Meeting
    from exports.blocks import Draft
    from exports.style import Style
    from exports.word_comments import Comment

FORMS = {".docx": "Word", ".pdf": "PDF", ".html": "web page", ".txt": "plain text"}
"""The endings that say what to write of a draft, with what a person calls each."""

DATA = {".json": "data", ".xml": "Akoma Ntoso"}
"""The endings of what is written of the meeting itself."""


def said_forms() -> str:
    """All these endings as a sentence lists them."""
    *most, last = (f"{ending} ({what})" for ending, what in {**FORMS, **DATA}.items())
    return f"{', '.join(most)} or {last}"


def closed_where_exempt(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command with `--exempt`: what it writes then is this user's alone (0600), in whatever form."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> Any:
        from store.closing import new_files_closed

        with new_files_closed(bool(options.get("exempt"))):
            return command(*args, **options)

    return run


def write_draft(written: "Draft", to: Path, template: Path | None = None, comments: "Sequence[Comment]" = ()) -> None:
    """Writes a draft to a file, in the form that its name says; what was there stays until the new one is whole.
    `comments` are for Word alone.

    Raises `Refused`.
    """
    if not to.parent.is_dir():
        raise Refused(f"There is no folder {to.parent}. Make it first, or give another place.")
    writes: dict[str, Callable[[], None]] = {
        ".txt": lambda: _text(written, to),
        ".html": lambda: _page(written, to),
        ".docx": lambda: _word(written, to, template, comments),
        ".pdf": lambda: _pdf(written, to),
    }
    write = writes.get(to.suffix.lower())
    if write is None:
        *most, last = FORMS
        raise Refused(f"“{to}” should end in {', '.join(most)} or {last}.")
    from store.closing import new_files_closed

    # Also where nobody asked for the exempt document, such as the form for notes of a meeting with exempt items.
    with new_files_closed(bool(written.restriction.strip())):
        write()
    if written.restriction.strip():
        say_unnamed(to)


def say_unnamed(to: Path) -> None:
    """Says of an exempt file to which somebody gave a name of their own that the name does not tell."""
    if "exempt" not in to.name.casefold():
        hint(f"{to.name} is not for publication, and its name does not say so; “{to.stem} EXEMPT{to.suffix}” would.")


def _text(written: "Draft", to: Path) -> None:
    from exports.plain import write_text

    write_text_file(to, write_text(written))


def _page(written: "Draft", to: Path) -> None:
    from exports.html import write_html

    write_text_file(to, write_html(written))


def _word(written: "Draft", to: Path, template: Path | None, comments: "Sequence[Comment]") -> None:
    from exports.saving import WritingError
    from exports.word import write_docx
    from exports.word_template import TemplateError

    try:
        left_out = write_docx(written, to, template, comments)
    except (TemplateError, WritingError) as error:
        raise Refused(str(error)) from None
    if left_out and template is not None:
        hint(f"{template.name} brings what minutes must not; {to.name} is without it: {'; '.join(left_out)}.")


def _pdf(written: "Draft", to: Path) -> None:
    from exports.pdf import write_pdf
    from exports.pdf_letters import REPLACEMENT, named
    from exports.saving import WritingError

    try:
        lost = write_pdf(written, to)
    except WritingError as error:
        raise Refused(str(error)) from None
    if lost:
        hint(f"{to.name} shows {REPLACEMENT} in place of what its fonts do not have: {named(lost)}.")


def write_data(
    meeting: "Meeting", style: "Style", to: Path, exempt: bool, final: bool = False, written: "Draft | None" = None
) -> None:
    """Writes a meeting as data, in the form that the file's name says; `written` are its minutes, where they are more
    than the record written up. Raises `Refused`."""
    from exports.data.record import NotConvened, write_json

    if not to.parent.is_dir():
        raise Refused(f"There is no folder {to.parent}. Make it first, or give another place.")
    try:
        if to.suffix.lower() == ".xml":
            text = _akoma_ntoso(meeting, style, exempt, final, written)
        else:
            text = write_json(meeting, style, exempt, final)
    except NotConvened as error:
        raise Refused(str(error)) from None
    write_text_file(to, text)
    if exempt:
        say_unnamed(to)


def _akoma_ntoso(meeting: "Meeting", style: "Style", exempt: bool, final: bool, given: "Draft | None") -> str:
    from msgspec.structs import replace

    from exports.data.akoma_ntoso import write_akoma_ntoso
    from exports.draft import draft

    written = given or draft(meeting, style, exempt)
    return write_akoma_ntoso(meeting, style, replace(written, status="") if final else written, exempt)


def write_text_file(to: Path, text: str) -> None:
    """Writes a text to a file; what was there stays until the new one is whole. Raises `Refused`."""
    from store.disk import write_whole

    try:
        # Who else may read it is for the user's own mask to say.
        write_whole(to, text.encode(), 0o666)
    except OSError as error:
        raise Refused(f"{to} could not be written: {reason(error)}. What was there before is unchanged.") from None
