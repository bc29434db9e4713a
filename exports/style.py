"""The house style: wording as data, a template for each construct id, in a TOML file that another council can replace.

Templates are Jinja2, sandboxed; what a clerk typed only ever fills a slot and is never read as a template.
"""

import re
from collections.abc import Iterable, Iterator
from copy import copy
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from clerk.rare import rows
from clerk.toml import read_toml
from exports.blocks import Span, Spans
from exports.fitting import FORMS, settled
from exports.naming import POST_ENDS

if TYPE_CHECKING:
    from jinja2 import Template

_ON, _OFF = "\ue000", "\ue001"
"""Stand round a decision word between template and span. Private-use characters, which the shorthand never lets in."""

_REF, _IS, _END = "\ue002", "\ue003", "\ue004"
"""Stand round an item's id and its number, in the same way."""


SETTINGS: dict[str, tuple[str | bool, ...]] = {
    "quotes": ("curly", "straight", "as typed"),
    "items": ("Item", "item", "as typed"),
    "record": ("accurate", "correct"),
    "narrative": ("Councillor", "Cllr"),
    "councillors": ("Councillor", "Cllr"),
    "agenda_suffix": (True, False),
    "declarations": ("prose", "table"),
    "votes": ("table", "lines"),
    "division": ("by size", "table", "names"),
    "nil_abstentions": (True, False),
    "absent_column": ("council", "always", "never"),
    "public_names": (True, False),
    "questioners": ("by kind", "anonymous", "named"),
    "resolution": ("sentence", "clauses", "whole"),
    "actions": ("line", "inline"),
    "venue": ("by kind", "always", "never"),
    "names": ("full", "surname"),
    "began": ("late", "always"),
    "honours": (False, True, "everywhere"),
    "titles": ("each", "once"),
    "references": ("none", "items", "resolutions"),
}
"""Every choice of wording, with what it can be; the first is Barnet's."""

DEFAULTS: dict[str, str | bool] = {name: allowed[0] for name, allowed in SETTINGS.items()}


_DOUBLE_STOP = re.compile(r"(?<!\.)\.(\.)(?!\.)|([!?…]|\.\.\.)\.(?!\.)")
"""The full stop of a sentence after words that were typed with theirs, or that end otherwise."""
_STOP_TWICE = re.compile(r"([.!?])([”’])\.")
"""The same after words that were quoted with theirs."""
_ITEM = re.compile(r"\bitem(s?) (?=[\d\ue002])")
"""An item by its number, which the minutes write one way wherever it stands."""


_POST_ENDED = re.compile(rf"{POST_ENDS}(?:([.,;:])|(?=(\s*[\w‘“])?))")


class StyleError(ValueError):
    """A house style that cannot be used: a sentence with the file, the id and the reason."""


class Style:
    """A house style: `words` by construct id, with a variant after a dot ("MT-01.carried"), and `settings`, choices
    between wordings that a body may make otherwise.

    `render` raises `StyleError` where a template fails.
    """

    def __init__(self, name: str, words: dict[str, str], source: str, settings: dict[str, Any] | None = None) -> None:
        self.name = name
        self.words = words
        self.source = source
        self.settings = {**DEFAULTS, **(settings or {})}
        self._common: dict[str, Any] = {}
        self._templates: dict[str, Template] = {}

    def with_slots(self, common: dict[str, Any]) -> "Style":
        """The same style, in every wording of which these slots can be used."""
        style = copy(self)
        style._common = common
        return style

    def render(self, key: str, **facts: Any) -> Spans:
        """The wording of a construct for these facts, decision words marked. "" gives ()."""
        from exports.templates import rendered

        slots = {**self._common, **facts}
        try:
            text = rendered(self._template(key), slots)
        except Exception as error:
            # Whatever another council's wording fails with, it is the wording that is to be named.
            why = str(error).rstrip(".") or type(error).__name__
            raise StyleError(f"{self.source}: the template {key} fails: {why}. {_slots(slots)}") from None
        text = settled(" ".join(text.split()))
        text = titled(post_ended(text), self.settings["titles"] == "once")
        said = _STOP_TWICE.sub(r"\1\2", _DOUBLE_STOP.sub(lambda match: match[1] or match[2], text))
        return spans(said if self.settings["items"] == "item" else _ITEM.sub(r"Item\1 ", said))

    def text(self, key: str, **facts: Any) -> str:
        """The same as plain text."""
        return "".join(span.text for span in self.render(key, **facts))

    def _template(self, key: str) -> "Template":
        if key not in self._templates:
            self._templates[key] = _environment().from_string(self.words[key])
        return self._templates[key]


def _slots(slots: Iterable[str]) -> str:
    return f"Its slots are: {', '.join(sorted(slots))}."


def spans(text: str) -> Spans:
    """Text with its decision marks as spans."""
    parts: list[Span] = []
    for piece in text.split(_ON):
        word, mark, rest = piece.partition(_OFF)
        if mark:
            parts.append(Span(word, decision=True))
            piece = rest
        parts += _references(piece)
    return tuple(parts)


def referring(item: str, number: str) -> str:
    """An item's number, to be put into a sentence, that knows whose number it is."""
    return f"{_REF}{item}{_IS}{number}{_END}"


def _references(text: str) -> Iterator[Span]:
    for piece in text.split(_REF):
        item, is_one, rest = piece.partition(_IS)
        if is_one:
            number, _, piece = rest.partition(_END)
            yield Span(number, item=item)
        if piece:
            yield Span(piece)


def post_ended(text: str) -> str:
    """A text in which a comma stands after each post that its sentence goes on from."""
    return _POST_ENDED.sub(lambda match: match[1] or ("," if match[2] else ""), text)


_MANY, _ONE_MORE = "\ue008", "\ue009"
"""Stand before the first of several councillors and before each other, until the style has said how they are titled."""
_COUNCILLOR = re.compile(r"(?:Councillor|Cllr) (?=[A-Z])")


def titled(text: str, once: bool = False) -> str:
    """A text in which several councillors are titled each, or all at `once`: "Councillors Ann Oak and Bob Elm"."""
    if _MANY not in text:
        return text
    if once:
        text = re.sub(rf"{_ONE_MORE}(?:Councillor|Cllr) ", "", re.sub(rf"{_MANY}(Councillor|Cllr) ", r"\1s ", text))
    return text.replace(_MANY, "").replace(_ONE_MORE, "")


def _together(names: Iterable[str]) -> str:
    """The filter of that name: the same list, in which a style may title councillors once."""
    each = list(names)
    if len(each) > 1 and all(_COUNCILLOR.match(name) for name in each):
        each = [f"{_MANY}{each[0]}", *(f"{_ONE_MORE}{name}" for name in each[1:])]
    return listed(each)


def unmarked(text: str) -> str:
    """A text with items' numbers as they read, where nothing follows from whose they are: a table's cell."""
    return "".join(span.text for span in _references(text))


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: "A", "A and B", "A, B and C"."""
    first, *others = list(names) or [""]
    # A post that would begin a sentence does not where it is one of several.
    *most, last = [first, *(f"t{name[1:]}" if name.startswith("The ") else name for name in others)]
    return f"{', '.join(most)} and {last}" if most else last


class Names(list[str]):
    """Names as a template has them: listed where the wording does not say how."""

    def __str__(self) -> str:
        return _together(self)


def pick(count: int, one: str, many: str) -> str:
    """One word for one, another for none, two and many: `{{ count | pick('was', 'were') }}`."""
    return one if count == 1 else many


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def small_number(count: int) -> str:
    """A number as a sentence says it: in words up to ten."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def capital(text: str | Names) -> str:
    """The text with its first letter a capital, the rest untouched."""
    text = str(text)
    at = 1 if text[:1] == _MANY else 0
    return text[: at + 1].upper() + text[at + 1 :]


def parsed(template: str) -> Any:
    """A template as Jinja2 understands it. Raises whatever it fails with."""
    return _environment().parse(template)


_shared: list[Any] = []


def _environment() -> Any:
    if not _shared:
        from exports.templates import environment

        filters = {
            "listed": _together,
            "capital": capital,
            "pick": pick,
            **FORMS,
            "number": small_number,
            "thousands": lambda count: f"{count:,}" if isinstance(count, int) else str(count),
            "decision": lambda word: f"{_ON}{word}{_OFF}",
        }
        _shared.append(environment(filters))
    return _shared[0]


class _StyleFile(Struct, forbid_unknown_fields=True):
    name: str
    words: dict[str, str] = {}
    inherits: str = ""
    settings: dict[str, str | bool] = {}


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
    read = _read_once(name)
    # A style of one's own: whoever changes its words changes nobody else's.
    return Style(read.name, dict(read.words), read.source, dict(read.settings))


@cache
def _read_once(name: str) -> Style:
    text = resources.files("exports").joinpath("styles", f"{name}.toml").read_text(encoding="utf-8")
    return read_style(text, f"{name}.toml")


def read_style(text: str, source: str) -> Style:
    """A house style from the text of a TOML file; what it leaves out is as in the one it inherits, Barnet's at last.

    Raises `StyleError`, naming `source`, for an unknown id or a template that cannot be read.
    """
    import msgspec

    try:
        read = read_toml(text)
    except (ValueError, MemoryError) as error:
        raise StyleError(f"{source}: {str(error).rstrip('.') or 'it cannot be read'}.") from None
    _check_known(read, _StyleFile.__struct_fields__, "part of a house style", source)
    try:
        file = msgspec.convert(read, _StyleFile)
    except msgspec.ValidationError as error:
        raise StyleError(f"{source}: {str(error).rstrip('.')}.") from None
    is_base = source == "barnet.toml" and not file.inherits
    base = None if is_base else shipped_style(file.inherits or "barnet")
    if base is not None:
        _check_known(file.words, base.words, "wording", source)
    _check_known(file.settings, SETTINGS, "setting", source)
    for setting, value in file.settings.items():
        if reason := wrong_setting(setting, value):
            raise StyleError(f"{source}: {reason}")
    _check(file.words, source)
    inherited = base.words if base else {row.key: row.sentence for row in rows().values()}
    return Style(file.name, {**inherited, **file.words}, source, {**(base.settings if base else {}), **file.settings})


def _check_known(given: Iterable[str], known: Iterable[str], what: str, source: str) -> None:
    for key in given:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            nearest = f" Nearest: {near[0]}." if near else ""
            raise StyleError(f"{source}: there is no {what} “{key}”.{nearest}")


def wrong_setting(name: str, value: object) -> str:
    """Why a value cannot be a setting's, in a sentence; "" where it can."""
    if name not in SETTINGS:
        near = get_close_matches(name, SETTINGS, n=1)
        return f"there is no setting “{name}”." + (f" Nearest: {near[0]}." if near else "")
    allowed = SETTINGS[name]
    if any(value == one and isinstance(value, bool) == isinstance(one, bool) for one in allowed):
        return ""
    shown = ", ".join(str(one).lower() if isinstance(one, bool) else f"“{one}”" for one in allowed)
    return f"the setting “{name}” can be {shown}, not “{value}”."


def _check(words: dict[str, str], source: str) -> None:
    for key, template in words.items():
        try:
            _environment().parse(template)
        except Exception as error:
            raise StyleError(f"{source}: the template {key} cannot be read: {error}.") from None
