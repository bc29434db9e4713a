"""The house style: wording as data, a template for each construct id, in a TOML file that another council can replace.

Templates are Jinja2, sandboxed; what a clerk typed only ever fills a slot and is never read as a template.
"""

import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from importlib import resources
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from exports.blocks import Span, Spans

if TYPE_CHECKING:
    from jinja2 import Template

_ON, _OFF = "\ue000", "\ue001"
"""Stand round a decision word between template and span. Private-use characters, which the shorthand never lets in."""


class StyleError(ValueError):
    """A house style that cannot be used: a sentence with the file, the id and the reason."""


class Style:
    """A house style: `words` by construct id, with a variant after a dot ("MT-01.carried").

    `render` raises `StyleError` where a template fails.
    """

    def __init__(self, name: str, words: dict[str, str], source: str) -> None:
        self.name = name
        self.words = words
        self.source = source
        self._templates: dict[str, Template] = {}

    def render(self, key: str, **facts: Any) -> Spans:
        """The wording of a construct for these facts, decision words marked. "" gives ()."""
        from jinja2 import TemplateError

        try:
            text = self._template(key).render(**facts)
        except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
            raise StyleError(f"{self.source}: the template {key} fails: {error}.") from None
        return spans(" ".join(text.split()))

    def text(self, key: str, **facts: Any) -> str:
        """The same as plain text."""
        return "".join(span.text for span in self.render(key, **facts))

    def _template(self, key: str) -> "Template":
        if key not in self._templates:
            self._templates[key] = _environment().from_string(self.words[key])
        return self._templates[key]


def spans(text: str) -> Spans:
    """Text with its decision marks as spans."""
    parts: list[Span] = []
    for piece in text.split(_ON):
        word, mark, rest = piece.partition(_OFF)
        if mark:
            parts.append(Span(word, decision=True))
            piece = rest
        if piece:
            parts.append(Span(piece))
    return tuple(parts)


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: "A", "A and B", "A, B and C"."""
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def capital(text: str) -> str:
    """The text with its first letter a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


_shared: list[Any] = []


def _environment() -> Any:
    if not _shared:
        from jinja2 import StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
        environment.filters["listed"] = listed
        environment.filters["capital"] = capital
        environment.filters["decision"] = lambda word: f"{_ON}{word}{_OFF}"
        _shared.append(environment)
    return _shared[0]


class _StyleFile(Struct, forbid_unknown_fields=True):
    name: str
    words: dict[str, str]
    inherits: str = ""


def shipped_styles() -> tuple[str, ...]:
    """The names of the house styles that come with the program."""
    folder = resources.files("exports").joinpath("styles")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


def shipped_style(name: str = "barnet") -> Style:
    """A house style that comes with the program. Raises `StyleError` where there is none of that name."""
    if name not in shipped_styles():
        near = get_close_matches(name, shipped_styles(), n=1)
        nearest = f" Nearest: {near[0]}." if near else ""
        raise StyleError(f"There is no house style “{name}”.{nearest}")
    text = resources.files("exports").joinpath("styles", f"{name}.toml").read_text(encoding="utf-8")
    return read_style(text, f"{name}.toml")


def read_style(text: str, source: str) -> Style:
    """A house style from the text of a TOML file; what it leaves out is as in the one it inherits, Barnet's at last.

    Raises `StyleError`, naming `source`, for an unknown id or a template that cannot be read.
    """
    import msgspec

    try:
        file = msgspec.convert(tomllib.loads(text), _StyleFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise StyleError(f"{source}: {error}.") from None
    is_base = source == "barnet.toml" and not file.inherits
    base = {} if is_base else shipped_style(file.inherits or "barnet").words
    if base:
        for key in file.words:
            if key not in base:
                near = get_close_matches(key, base, n=1)
                nearest = f" Nearest: {near[0]}." if near else ""
                raise StyleError(f"{source}: there is no wording “{key}”.{nearest}")
    _check(file.words, source)
    return Style(file.name, {**base, **file.words}, source)


def _check(words: dict[str, str], source: str) -> None:
    from jinja2 import TemplateSyntaxError

    for key, template in words.items():
        try:
            _environment().parse(template)
        except TemplateSyntaxError as error:
            raise StyleError(f"{source}: the template {key} cannot be read: {error}.") from None
