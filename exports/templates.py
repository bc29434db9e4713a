"""The language that a house style's wordings are written in: Jinja2's, as far as sentences need it.

A wording comes from another council, and may hold anything. It can ask what its slots hold, choose, go through a list
and join words; it has no way to go on for long, or to make of a few words a text that fills the memory. What it may not
do is refused by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment, Template, nodes

LONGEST = 200_000
"""How many signs a wording may come to."""

STEPS = 10_000
"""How often the loops of a wording may go round, all of them together."""

_LONGEST_TEMPLATE = 10_000

_MAY = frozenset([
    "Template", "Output", "TemplateData", "If", "For", "Name", "NSRef", "Const", "Filter", "Test", "Getattr",
    "Getitem", "Slice", "Compare", "Operand", "And", "Or", "Not", "CondExpr", "Concat", "Add", "Sub", "Mul",
    "Div", "FloorDiv", "Mod", "Neg", "Pos", "Call", "Keyword", "Pair", "Dict", "List", "Tuple",
])  # fmt: skip
"""The parts of the language that a wording may be made of."""

_METHODS = frozenset([
    "endswith", "startswith", "lower", "upper", "title", "capitalize", "strip", "lstrip", "rstrip",
    "removeprefix", "removesuffix", "isdigit", "isupper", "islower", "split", "splitlines", "partition",
    "rpartition", "count", "find", "items", "keys", "values", "get",
])  # fmt: skip
"""What may be called: none of these gives more than it was given."""

_FILTERS = frozenset([
    "capitalize", "count", "d", "default", "first", "float", "int", "last", "length", "list", "lower", "map",
    "max", "min", "rejectattr", "reject", "reverse", "selectattr", "select", "sort", "string", "sum", "title",
    "trim", "unique", "upper", "abs",
])  # fmt: skip
"""Jinja2's own that may be used beside the house style's; none of them gives more than it was given."""

_left: ContextVar[list[int]] = ContextVar("steps left of the wording being rendered")


class TooMuch(ValueError):
    """A wording goes on too long, or comes to too much."""


def rendered(template: Template, facts: dict[str, Any]) -> str:
    """What a template gives for these facts. Raises whatever it fails with, `TooMuch` before it takes long."""
    token = _left.set([STEPS])
    try:
        return template.render(facts)
    finally:
        _left.reset(token)


def environment(filters: dict[str, Any]) -> Environment:
    """Jinja2 for house styles, with these filters beside those that are allowed."""
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError, TemplateSyntaxError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Wordings(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"*", "%"})
        concat = staticmethod(_concat)

        def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
            if len(source) > _LONGEST_TEMPLATE:
                raise TemplateSyntaxError(f"it is longer than {_LONGEST_TEMPLATE:,} signs", 1)
            parsed = super()._parse(source, name, filename)
            for node in parsed.find_all(_every()):
                if type(node).__name__ not in _MAY:
                    raise TemplateSyntaxError(f"a wording may not use “{_said(node)}”", node.lineno)
            _count_loops(parsed)
            parsed.set_environment(self)
            return parsed

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if not (isinstance(left, int | float) and isinstance(right, int | float)):
                raise SecurityError(f"“{operator}” is for numbers only")
            return super().call_binop(context, operator, left, right)

        def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as Jinja2's
            named = getattr(__obj, "__name__", "")
            if named not in _METHODS or not isinstance(getattr(__obj, "__self__", None), str | dict | tuple | list):
                raise SecurityError(f"“{named or 'this'}” may not be called")
            return super().call(__context, __obj, *args, **kwargs)

    made = Wordings(undefined=StrictUndefined, autoescape=False)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in _FILTERS} | {
        "counted": _counted,
        "join": _join,
        "replace": _replace,
    }
    made.filters.update(filters)
    return made


def _every() -> Any:
    from jinja2 import nodes

    return nodes.Node


def _said(node: nodes.Node) -> str:
    names = {"Assign": "set", "AssignBlock": "set", "Pow": "**", "CallBlock": "call", "FilterBlock": "filter"}
    kind = type(node).__name__
    return names.get(kind, kind.lower())


def _count_loops(template: nodes.Template) -> None:
    from jinja2 import nodes

    for loop in template.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)


def _counted(values: Iterable[Any]) -> Iterator[Any]:
    """The values, each of which counts against what all loops of a wording may do."""
    left = _left.get([STEPS])
    for value in values:
        left[0] -= 1
        if left[0] < 0:
            raise TooMuch(f"its loops go round more than {STEPS:,} times")
        yield value


def _concat(parts: Iterable[str]) -> str:
    found: list[str] = []
    room = LONGEST
    for part in parts:
        room -= len(part)
        if room < 0:
            raise TooMuch(f"it comes to more than {LONGEST:,} signs")
        found.append(part)
    return "".join(found)


def _join(values: Iterable[Any], between: str = "") -> str:
    """Words joined, with something between them."""
    parts = [part for value in _counted(values) for part in (between, str(value))]
    return _concat(parts[1:])


def _replace(text: str, old: str, new: str) -> str:
    """Words put in the place of others."""
    if len(text) + text.count(old) * len(new) > LONGEST:
        raise TooMuch(f"it comes to more than {LONGEST:,} signs")
    return text.replace(old, new)
