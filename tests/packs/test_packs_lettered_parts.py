"""Lists with letters under several numbers: each letter is a part of its own number, however both are printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.packs import Pack

Found = Callable[..., Pack]
HEAD = "Elder Town Council\n\nTuesday 12 May 2026 at 6.30 pm\n\nTown Hall, Elder\n\nAGENDA\n\n"
PARTS = {
    "Apologies": (),
    "Interests": ("To receive declarations", "To grant dispensations"),
    "Minutes": (),
    "Planning": ("Barn at Mill Farm", "Shed at the Weir", "Porch at 3 High Street"),
    "Finance": ("To approve payments", "To note the reconciliation"),
    "Parks": ("Swings", "Hedges"),
    "Close": (),
}
EXPECTED = [
    one
    for number, (title, parts) in enumerate(PARTS.items(), 1)
    for one in ((str(number), title), *((f"{number}{'abc'[place]}", part) for place, part in enumerate(parts)))
]


@pytest.mark.parametrize("item", ["{n}. {t}", "{n} {t}", "{n}) {t}", "Item {n}: {t}", "{n}.\t{t}"])
@pytest.mark.parametrize(
    "part",
    ["{a}. {t}", "({a}) {t}", "{a}) {t}", "{n}{a}. {t}", "{n}({a}) {t}", "{n}.{a} {t}", "   {a}. {t}", "\t{a})\t{t}",
     "{a}\t{t}", "{A}. {t}"],
)  # fmt: skip
@pytest.mark.parametrize("capitals", [False, True])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_each_letter_under_its_number(item: str, part: str, capitals: bool, between: str, found: Found) -> None:
    lines: list[str] = []
    for number, (title, parts) in enumerate(PARTS.items(), 1):
        lines.append(item.format(n=number, t=title.upper() if capitals else title))
        lines += [
            part.format(n=number, t=words, a=letter, A=letter.upper())
            for letter, words in zip("abc", parts, strict=False)
        ]
    items = found(HEAD + between.join(lines) + "\n").meeting.of("item")
    read = [(one.get("number"), one.get("title")) for one in items]
    assert [(n, t.casefold()) for n, t in read] == [(n, t.casefold()) for n, t in EXPECTED]
