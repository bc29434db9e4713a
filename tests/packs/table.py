"""How much of the twenty layouts is read in each form, by kind of fact: `python -m tests.packs.table`."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from store.packs import Pack, read_pack

from .layouts import ITEMS, LAYOUTS, Layout
from .test_packs_layouts import FORMS, MEMBERS, printable

KINDS = ("body", "day", "hour", "place", "member", "office", "number", "title")


def wanted(layout: Layout) -> Counter[tuple[str, str]]:
    """The facts of a layout, each with its kind."""
    facts = [("body", "Parks Committee"), ("day", "2026-05-12"), ("hour", "18:30"), ("place", "Town Hall, Larch")]
    for member in MEMBERS if "members" not in layout.lacks else ():
        given, surname, *office = member.split()
        name = surname if "first names" in layout.lacks else f"{given} {surname}"
        facts += [("member", name), *(("office", f"{name} {one}") for one in office)]
    for number, title in enumerate(ITEMS, 1):
        facts += [("number", str(number)), ("title", title)]
    return Counter(facts)


def given(pack: Pack) -> Iterator[tuple[str, str]]:
    """The facts that were found, each with its kind."""
    for kind, name in (("body", "body"), ("day", "date"), ("hour", "time"), ("place", "venue")):
        if value := pack.meeting.get(name):
            yield kind, value
    for member in pack.meeting.of("member"):
        yield "member", member.get("name")
        if member.get("role"):
            yield "office", f"{member.get('name')} {member.get('role')}"
    for item in pack.meeting.of("item"):
        yield from (("number", item.get("number")), ("title", item.get("title")))


def main() -> None:
    """Prints the table."""
    found, missed, wrong = Counter[str](), Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            for form, write in FORMS.items():
                text = printable(layout.text) if form == "pdf" else layout.text
                pack, _ = read_pack([write(text, Path(folder) / f"agenda.{form}")])
                there, due = Counter(given(pack)), wanted(layout)
                for (kind, _), count in (there & due).items():
                    found[kind] += count
                for (kind, _), count in (due - there).items():
                    missed[kind] += count
                for (kind, _), count in (there - due).items():
                    wrong[kind] += count
    print("| kind | found | missed | wrong |\n|---|---|---|---|")
    for kind in KINDS:
        print(f"| {kind} | {found[kind]} | {missed[kind]} | {wrong[kind]} |")
    print(f"| all | {found.total()} | {missed.total()} | {wrong.total()} |")


if __name__ == "__main__":
    main()
