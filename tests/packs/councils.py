"""Papers of councils that there are none of, in the layouts of those that there are: each a file in `councils/`, with
the facts that it holds above its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from store.packs import Pack
from store.packs.facts import Record

HERE = Path(__file__).parent / "councils"
NAMES = sorted(path.stem for path in HERE.glob("*.txt"))

Fact = tuple[str, str]
"""A kind ("member", "title") and what the fact says."""

_PLAIN = (("body", "body"), ("day", "date"), ("hour", "time"), ("place", "venue"), ("vacancies", "vacancies"))
_TITLES = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Miss|Rev|Cllr|Councillor|Prof(?:essor)?)\.? ")


class Paper(NamedTuple):
    """A paper with the facts that it holds. `initials` says that it prints only those of first names, `bilingual` that
    what it prints has the same in Welsh beside it, `unprinted` that its columns are not looked for in print."""

    text: str
    facts: Counter[Fact]
    initials: bool
    bilingual: bool
    unprinted: bool


@cache
def paper(name: str) -> Paper:
    """The paper of a name."""
    head, _, text = (HERE / f"{name}.txt").read_text(encoding="utf-8").partition("\n===\n")
    told = [(kind, value.strip()) for kind, _, value in (line.partition(":") for line in head.splitlines())]
    initials = ("initials", "yes") in told
    facts = Counter(
        fact
        for kind, value in told
        if kind not in ("initials", "bilingual", "unprinted")
        for fact in _due(kind, value, initials)
    )
    return Paper(text, facts, initials, ("bilingual", "yes") in told, ("unprinted", "yes") in told)


def folded(text: str) -> str:
    """A text for comparison: small letters, no punctuation but within words and numbers."""
    text = text.casefold().replace("’", "").replace("'", "").replace("&", " and ")
    return " ".join(re.sub(r"[^\w/.:]+", " ", text).split()).strip(" .:")


def _who(name: str, initials: bool) -> str:
    words = folded(_TITLES.sub("", name.strip())).replace(".", "").split()
    return f"{words[0][0]} {words[-1]}" if initials and len(words) > 1 else " ".join(words)


_BESIDE = {"member": ("office", "group"), "coopt": ("organisation",), "officer": ("post",), "sub": ()}


def _due(kind: str, value: str, initials: bool) -> Iterator[Fact]:
    if kind in _BESIDE:
        name, *rest = (part.strip() for part in value.split(";"))
        who = _who(name, initials)
        yield kind, who
        yield from ((of, f"{who} {folded(said)}") for of, said in zip(_BESIDE[kind], rest, strict=False) if said)
    elif kind == "item":
        number, _, title = (part.strip() for part in value.partition("|"))
        if number:
            yield "number", number
        yield "title", folded(title)
    elif kind in ("by", "rec", "case", "ward", "motion", "mover", "seconder", "paragraphs"):
        number, _, said = (part.strip() for part in value.partition("|"))
        yield kind, f"{number} {folded(said)}"
    else:
        yield kind, folded(value)


def found_in(pack: Pack, of: Paper) -> Iterator[tuple[Fact, bool]]:
    """The facts that were found, and whether anything is said to be doubtful of each."""
    doubts = pack.all_doubts()
    about = {(doubt.path, doubt.field) for doubt in doubts if doubt.field}
    said = folded(" | ".join(doubt.text for doubt in doubts))

    def doubted(record: Record, path: str, name: str) -> bool:
        fact = record.facts.get(name)
        spoken_of = fact is not None and len(folded(fact.value)) > 2 and folded(fact.value) in said
        return spoken_of or (path, name) in about or (fact is not None and fact.sure == "unsure")

    for kind, name in _PLAIN:
        if value := pack.meeting.get(name):
            yield (kind, folded(value)), doubted(pack.meeting, "", name)
    for path, record in pack.meeting.walk():
        if "/" in path or not path:
            continue
        for fact, name in _people(record, of.initials) if record.kind != "item" else _business(record):
            yield fact, doubted(record, path, name)


def _people(one: Record, initials: bool) -> Iterator[tuple[Fact, str]]:
    who = _who(one.get("name"), initials)
    if one.kind == "officer" and who:
        yield ("officer", who), "name"
        if one.get("post"):
            yield ("post", f"{who} {folded(one.get('post'))}"), "post"
    if one.kind not in ("member", "substitute"):
        return
    co_opted = one.get("kind") == "co-optee"
    yield ("sub" if one.kind == "substitute" else "coopt" if co_opted else "member", who), "name"
    if one.get("role"):
        yield ("office", f"{who} {folded(one.get('role'))}"), "role"
    if co_opted and one.get("organisation"):
        yield ("organisation", f"{who} {folded(one.get('organisation'))}"), "organisation"
    if one.get("group"):
        yield ("group", f"{who} {folded(one.get('group'))}"), "group"


def _business(item: Record) -> Iterator[tuple[Fact, str]]:
    number, title = item.get("number"), folded(item.get("title"))
    if number:
        yield ("number", number), "number"
    if not item.get("heading"):
        yield ("title", title), "title"
    reports = item.of("report")
    whose = item.get("presented by") or next((of for report in reports if (of := report.get("report of"))), "")
    if whose:
        yield ("by", f"{number} {folded(whose)}"), "presented by"
    for record in (item, *reports):
        for clause in filter(None, record.get("recommendations").split("\n")):
            yield ("rec", f"{number} {folded(re.sub(r'^[0-9.]+ ', '', clause))}"), "recommendations"
    for name in ("case", "ward", "motion", "mover", "seconder", "paragraphs"):
        if item.get(name):
            yield (name, f"{number} {folded(item.get(name))}"), name
    if item.get("heading"):
        yield ("heading", title), "title"
    if item.get("exempt") == "yes":
        yield ("private", number or title), "exempt"


def compared(pack: Pack, of: Paper) -> tuple[Counter[Fact], list[Fact]]:
    """The facts that were missed, and those that are wrong and not doubted."""
    there: Counter[Fact] = Counter()
    sure: set[Fact] = set()
    numbered, headed = (any(kind == what for kind, _ in of.facts) for what in ("number", "heading"))
    for fact, doubted in found_in(pack, of):
        kind, value = fact
        if of.bilingual:
            value = next((due for same, due in of.facts if same == kind and due in value), value)
        if kind == "number" and not numbered:
            # Counted, which is said once.
            continue
        if kind == "heading" and not headed:
            continue
        there[kind, value] += 1
        if not doubted:
            sure.add((kind, value))
    return of.facts - there, [fact for fact in there - of.facts if fact in sure]
