"""What the slots of a wording may hold, read from how all styles use them, and what two wordings tell apart."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from jinja2 import nodes

from exports.style import Style, StyleError, parsed, shipped_style, shipped_styles
from exports.style_check import names_in

COMMON = {
    "chair": "The Chairman",
    "the_chair": "the Chairman",
    "committee": "Committee",
    "body": "Ponds Committee",
    "record": "a true",
}
"""What every wording may speak of, and none is asked to."""

TEXTS = (
    "",
    "there was no time",
    "because the roof leaked",
    "to mend the gate",
    "the state of the path",
    "that the ponds be dredged",
    "whether it leaked",
    "at the request of Jo Bell",
    "Was it mended?",
)
"""Words typed, one of each form that a sentence can take (`exports.grammar`)."""

_TYPED = frozenset(("fit", "form", "that", "cause", "sentence", "to_do", "phrase", "asked"))
_NUMBERS = frozenset(("number", "thousands", "pick"))
_LISTS = frozenset(("listed", "length", "join"))
LEFT_OUT = {
    "officer": "whose the recommendations are follows from the kind of body; nobody records it",
    "possessive": "a motion stands in the name of its mover, who is named",
    "formal": "what a division is called follows from the rules of the body; nobody records it",
    "mood": "how a sentence goes on with another; nobody records it",
}
"""Slots that another style may leave out, with the reason: no fact is lost with them."""
BASES = 3
"""How many sets of facts are tried for each wording, beside those that hold all and none."""


@cache
def uses(key: str) -> dict[str, frozenset[str]]:
    """For each slot of a wording, in any style: what it is compared with ("=duly"), and what is made of it ("|listed",
    "shown"); nothing where the wording only asks whether it is so."""
    found: dict[str, set[str]] = {}
    for style in shipped_styles():
        template = parsed(shipped_style(style).words[key])
        for name in template.find_all(nodes.Name):
            found.setdefault(name.name, set())
        for name, use in _uses(template):
            found[name].add(use)
    return {name: frozenset(used) for name, used in sorted(found.items()) if name not in COMMON}


def _uses(template: nodes.Template) -> Iterator[tuple[str, str]]:
    for node in template.find_all((nodes.Compare, nodes.Getitem, nodes.Filter, nodes.Output, nodes.Or, nodes.Concat)):
        match node:
            case nodes.Compare():
                compared = [node.expr, *(operand.expr for operand in node.ops)]
                yield from ((name, f"={value}") for name in _names(compared) for value in _constants(node))
            case nodes.Getitem(node=nodes.Dict(items=pairs), arg=nodes.Name(name=name)):
                yield from ((name, f"[{pair.key.as_const()}") for pair in pairs)
            case nodes.Filter():
                yield from ((name, f"|{node.name}") for name in _names([node.node]))
            case nodes.Output() | nodes.Concat():
                yield from ((name, "shown") for name in _names(node.nodes))
            case nodes.Or():
                yield from ((name, "shown") for name in _names([node.left]))


def _names(given: Iterable[nodes.Node | None]) -> Iterator[str]:
    return (node.name for node in given if isinstance(node, nodes.Name))


def _constants(node: nodes.Node) -> Iterator[Any]:
    return (constant.value for constant in node.find_all(nodes.Const))


def values(used: frozenset[str]) -> tuple[Any, ...]:
    """What a slot of this use may hold, nothing first."""
    filters = {use[1:] for use in used if use.startswith("|")}
    choices = tuple(sorted(use[1:] for use in used if use.startswith("=")))
    if named := tuple(sorted(use[1:] for use in used if use.startswith("["))):
        return named
    if filters & _TYPED:
        return TEXTS
    if filters & _LISTS:
        return ((), ("Jo Bell",), ("Al Moss",), ("Jo Bell", "Al Moss"))
    if filters & _NUMBERS:
        return (0, 1, 2, 1250)
    if used - {f"={choice}" for choice in choices}:
        return ("", *choices, "Aster", "Bream")
    return ("", *choices) if choices else (False, True)


def confused(style: Style, key: str) -> dict[str, tuple[str, str, str]]:
    """The facts that Barnet's wording tells apart and a style's does not, each with an example: two sentences of
    Barnet's, and the one that the style has for both."""
    asked = names_in(shipped_style().words[key])
    slots = {name: values(used) if name in asked else values(used)[:1] for name, used in uses(key).items()}
    told = {name for name in slots if uses(key)[name] != {"|pick"}}
    found: dict[str, tuple[str, str, str]] = {}
    for base in _bases(slots, random.Random(key)):
        for slot in told - found.keys():
            said: dict[str, str] = {}
            for value in slots[slot]:
                facts = COMMON | base | {slot: value}
                ours, theirs = shipped_style().text(key, **facts), style.text(key, **facts)
                if ours != said.setdefault(theirs, ours):
                    found[slot] = (said[theirs], ours, theirs)
    return found


def dropped(style: Style, keys: Iterable[str]) -> Iterator[str]:
    """A sentence for each wording that is a style's own and loses a fact, with what it says of two that differ."""
    for key in keys:
        try:
            lost = {slot: said for slot, said in confused(style, key).items() if slot not in LEFT_OUT}
        except StyleError:
            continue  # what is wrong with it is said as that
        for slot, (one, other, both) in sorted(lost.items()):
            yield f"{key} drops the fact “{slot}”: “{one}” and “{other}” are both “{both}” in it."


def _bases(slots: dict[str, tuple[Any, ...]], chance: random.Random) -> Iterator[dict[str, Any]]:
    yield {name: given[0] for name, given in slots.items()}
    yield {name: given[-1] for name, given in slots.items()}
    for _ in range(BASES if len(slots) > 1 else 0):
        yield {name: chance.choice(given) for name, given in slots.items()}


def printed_as_typed(style: Style, key: str) -> set[str]:
    """The slots of typed words that a style prints as they are, where Barnet's wording fits them into its sentence."""
    theirs, ours = parsed(style.words[key]), parsed(shipped_style().words[key])
    fitted = {name for name, use in _uses(ours) if use[1:] in _TYPED} - {
        name for name, use in _uses(ours) if use == "shown"
    }
    return fitted & {name for name, use in _uses(theirs) if use == "shown"}
