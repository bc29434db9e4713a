"""House styles and Word templates with anything in them: minutes come out, or a sentence that names the file."""

from __future__ import annotations

from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from exports.blocks import Draft
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import write_text
from exports.style import StyleError, read_style, shipped_style, shipped_styles
from exports.style_check import check_style
from exports.word import write_docx
from exports.word_template import TemplateError
from tests.support.scramble import rich
from tests.torture.trial import Leaked

_PIECES = (
    "{{ ", " }}", "{% if ", " %}", "{% endif %}", "{% for a in dates %}", "{% endfor %}", "{% else %}",
    "{% set x = ", "range(10**9)", " | join", " | upper", " * 9999999", " ~ ", "chair", "committee", "dates", "name",
    "'%9999999d' % 1",
    ".__class__", "[0]", "(", ")", "|", "'", '"', "\\", "\ue000", "\u202e", "loop.last", "self", "{#", "#}",
    "{{{{", "\n",
)  # fmt: skip
"""What templates are made of, and what is none of their business."""

_PARTS = (
    b"<w:p/>",
    b"</w:p>",
    b'w:val="',
    b"&x;",
    b"<w:altChunk/>",
    b'r:id="rId9"',
    b"<!DOCTYPE a>",
    b"\xff",
    b"<w:tbl>",
)


@cache
def _whole() -> Draft:
    return draft(rich(), shipped_style())


@cache
def _styles() -> tuple[str, ...]:
    folder = resources.files("exports").joinpath("styles")
    return tuple(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in shipped_styles())


def worded(chance: Random, folder: Path, number: int) -> None:
    """A style that is shipped, some of its wordings and bytes spoilt."""
    text = chance.choice(_styles())
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        at = chance.randrange(len(text))
        if chance.random() < 0.5:
            # Within a wording, where a template is read.
            at = max(text.find("{", at), 0)
        length = chance.choice((0, 0, 1, 4, 40))
        # What TOML itself stumbles over has its share, and no more: the wordings behind it are to be reached.
        pieces = _PIECES if chance.random() < 0.1 else [one for one in _PIECES if not set(one) & set("'\"\\\n")]
        piece = "".join(chance.choice(pieces) for _ in range(chance.choice((1, 1, 2, 5, 300))))
        text = text[:at] + piece + text[at + length :]
    try:
        style = read_style(text, "own.toml")
        assert write_text(draft(rich(), style, exempt=True))
        assert write_text(decision_sheet(rich(), style, draft(rich(), style)))
        check_style(text, "own.toml")
    except StyleError as error:
        if not str(error).startswith("own.toml"):
            raise


@cache
def _template() -> dict[str, bytes]:
    with resources.files("exports").joinpath("template.docx").open("rb") as file, ZipFile(file) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def templates(chance: Random, folder: Path, number: int) -> None:
    """Our own template with parts altered, left out, swapped and put in; packed again, or torn."""
    parts = dict(_template())
    for _ in range(chance.choice((1, 1, 2, 6))):
        name = chance.choice(sorted(parts))
        how = chance.choice(("alter", "alter", "alter", "leave out", "swap", "link"))
        data = bytearray(parts[name])
        if how == "alter" and data:
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 1, 8, 60))] = chance.choice((*_PARTS, chance.randbytes(9)))
            parts[name] = bytes(data)
        elif how == "leave out":
            del parts[name]
        elif how == "swap":
            other = chance.choice(sorted(parts))
            parts[name], parts[other] = parts[other], parts[name]
        elif how == "link":
            link = b'<Relationship Id="rId77" Type="http://x/hyperlink" Target="http://elsewhere.example" '
            link += b'TargetMode="External"/>'
            parts[name] = bytes(data).replace(b"</Relationships>", link + b"</Relationships>")
        if not parts:
            break
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    packed = stream.getvalue()
    path = folder / "theirs.docx"
    path.write_bytes(packed[: chance.randrange(len(packed))] if chance.random() < 0.1 else packed)
    made = BytesIO()
    try:
        write_docx(_whole(), made, path)
    except TemplateError:
        return
    with ZipFile(made) as package:
        if any(b"elsewhere.example" in package.read(name) for name in package.namelist()):
            raise Leaked("a link of the template is in the minutes")
