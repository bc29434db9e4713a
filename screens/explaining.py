"""What an id means, as a person reads it: a rule of the rule book (V27) or a construct of the minutes (AT-02), with
what records it, from the table of verbs and the desk's keys."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from clerk.explanations import Explanation, in_order
from clerk.names import nearest_word
from clerk.rules.explanations import RuleExplanation, rule_explanations, severities_of
from clerk.shorthand.table import Verb
from clerk.shorthand.verbs import VERBS
from exports.examples import ConstructExplanation, construct_explanations, example_of
from exports.style import shipped_style
from screens.kit.commands import Commands

WIDTH = 80
_LABEL = 14


def known_ids() -> list[str]:
    """Every id that can be explained, rules first."""
    return [*sorted(rule_explanations(), key=in_order), *sorted(construct_explanations(), key=in_order)]


def id_of(typed: str) -> str:
    """The id that somebody means ("v27", "at2", "At-02"), or "" where there is none like it."""
    match = re.fullmatch(r"([A-Z]{1,2})(-?)0*(\d{1,2})", typed.strip().upper())
    if match is None:
        return ""
    letters, hyphen, number = match.group(1), match.group(2), int(match.group(3))
    rule, construct = f"{letters}{number}", f"{letters}-{number:02}"
    for id_ in (construct, rule) if hyphen else (rule, construct):
        if id_ in rule_explanations() or id_ in construct_explanations():
            return id_
    return ""


def spoken_of(words: str) -> list[str]:
    """The lines that answer words which are no id: how the command of that name is typed, and the ids whose title or
    sentence has these words. None where there is neither."""
    words = words.removeprefix(":")
    verb = VERBS.get(words.lower())
    lines = [how_typed(verb)] if verb is not None else []
    if any(sign.isdigit() for sign in words):
        return lines
    about = [id_ for id_ in known_ids() if words.casefold() in f"{_of(id_).title} {_of(id_).what}".casefold()]
    return [*lines, f"“{words}” is spoken of in:", *listed(about)] if about else lines


def how_typed(verb: Verb) -> str:
    """How a command is typed, and under it what it does, at most 80 columns wide."""
    says = textwrap.fill(verb.says, WIDTH - 2, initial_indent="    ", subsequent_indent="    ")
    return f"{verb.usage}\n{says}"


def nearest_id(typed: str) -> str:
    """A sentence with the id nearest to one that there is not, or ""."""
    return nearest_word(typed.upper(), known_ids())


def _of(id_: str) -> Explanation:
    return rule_explanations().get(id_) or construct_explanations()[id_]


def listed(ids: Iterable[str]) -> list[str]:
    """A line for each id: what it is called."""
    return [f"{id_:<7}{_of(id_).title}" for id_ in ids]


def explained(id_: str, keys: Commands, width: int = WIDTH) -> list[str]:
    """The lines of an explanation, none wider than `width`; `keys` are the desk's. Raises KeyError where there is no
    such id."""
    explanation = _of(id_)
    lines = [f"{id_}  {explanation.title}", "", *_wrapped(explanation.what, width), ""]
    rows = _of_rule(id_, explanation, keys) if isinstance(explanation, RuleExplanation) else _of_construct(id_, keys)
    for label, text in rows:
        lines += _row(label, text, width)
    return [line.rstrip() for line in lines]


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False) or [""]


def _row(label: str, text: str, width: int) -> list[str]:
    first, *rest = _wrapped(text, width - _LABEL)
    return [f"{label:<{_LABEL}}{first}", *(" " * _LABEL + line for line in rest)]


def _each(label: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A row a text, the label beside the first."""
    for number, text in enumerate(texts):
        yield "" if number else label, text


def _of_rule(id_: str, rule: RuleExplanation, keys: Commands) -> Iterator[tuple[str, str]]:
    if severities := severities_of(id_):
        yield "Found as", ", ".join(severities)
    else:
        yield "Never found", rule.worked_out or rule.informs
    if rule.says:
        yield "It may say", f"“{rule.says}”"
    yield from rule.sources
    yield from _each("Settings", rule.settings.split())
    verbs = rule.verbs.split()
    yield from _recorded_by(verbs, {construct for verb in verbs for construct in VERBS[verb].constructs}, keys)


def _of_construct(id_: str, keys: Commands) -> Iterator[tuple[str, str]]:
    construct: ConstructExplanation = construct_explanations()[id_]
    yield from construct.sources
    if construct.worked_out:
        yield "Recorded by", f"nothing. {construct.worked_out}"
    yield from _recorded_by([verb.name for verb in VERBS.values() if id_ in verb.constructs], {id_}, keys)
    words = shipped_style().words
    wordings = (f"{key} = {text}" for key, text in words.items() if key.partition(".")[0] == id_)
    yield from _each("Wording", wordings)
    yield "", ""
    yield from _each("For example", construct.typed.splitlines())
    yield from _each("prints", example_of(construct, id_))


def _recorded_by(verbs: Iterable[str], constructs: set[str], keys: Commands) -> Iterator[tuple[str, str]]:
    """What is typed, and the desk's keys for the same."""
    yield from _each("Typed", (usage for verb in verbs for usage in VERBS[verb].usage.split(" · ")))
    pressed = [command for command in keys if constructs & set(command.constructs)]
    if pressed:
        yield "Keys", " · ".join(f"{keys.shown(command)} {command.label}" for command in pressed)
