"""Sentences that somebody broke at the end of a line, wherever that was: what goes on below is the rest of them, and no
clause, item or paragraph of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.packs import Pack

Found = Callable[..., Pack]
HEAD = "ELDERWICK TOWN COUNCIL\n\nTuesday, 12 May 2026 at 6.30 pm\n{place}\n\nMembers\nCllr Ann Oak (Chair)\n"
ITEMS = "\nAGENDA\n\n1. Apologies\n2. Minutes\n3. Boathouse\n{below}\n4. Date of next meeting\n"
PLACE = "Memorial Hall, Elderwick"


def third(found: Found, below: str) -> tuple[int, str, str]:
    """How many items there are, and what is recommended or moved under the third."""
    items = found(HEAD.format(place=PLACE) + ITEMS.format(below=below)).meeting.of("item")
    return len(items), items[2].get("recommendations"), items[2].get("motion")


@pytest.mark.parametrize(
    "words",
    [
        "That the boathouse be let on a|25-year lease.",
        "That the costs be met as part of the|2024-25 accounts.",
        "That the plan in paragraph|4.2 of the report be approved.",
        "That the plan in paragraph|4. of the report be approved.",
        "That the rent of the boathouse be|£2,500 a year.",
        "That authority to let it be delegated to the|Director of Parks.",
        "That the Committee notes that it opened in|1962.",
        "That the lease of the boathouse begin on|1 June 2026.",
        "That the sum for the fence of it be met from the Parks|Reserve.",
        "That the boathouse be painted|green and white.",
    ],
)
@pytest.mark.parametrize("lead", ["Recommendations:\n1. That it be noted.\n2. {}", "Recommendation:\n{}"])
def test_a_clause(words: str, lead: str, found: Found) -> None:
    number, asked, _ = third(found, lead.format(words.replace("|", "\n")))
    assert number == 4
    assert asked.split("\n")[-1].removeprefix("2. ") == words.replace("|", " ")
    assert len(asked.split("\n")) == (2 if "noted" in lead else 1)


def test_the_words_of_a_motion(found: Found) -> None:
    words = (
        "“That this Council notes the decline of hedgehogs and|resolves to plant|200 metres of hedge by|31 March 2027.”"
    )
    _, _, motion = third(found, "Motion proposed by Cllr Bob Elm\n" + words.replace("|", "\n"))
    assert motion == words.replace("|", " ").strip("“”")


@pytest.mark.parametrize("title", ["Accounts for|2025-26", "Letters received between 1 April and|30 April 2026"])
def test_a_title(title: str, found: Found) -> None:
    text = HEAD.format(place=PLACE) + ITEMS.format(below="").replace("Boathouse", title.replace("|", "\n"))
    items = found(text).meeting.of("item")
    assert [len(items), items[2].get("title")] == [4, title.replace("|", " ")]


def test_a_place(found: Found) -> None:
    pack = found(HEAD.format(place="Memorial Hall, Elderwick\nand by Zoom") + ITEMS.format(below=""))
    assert pack.meeting.get("venue") == "Memorial Hall, Elderwick and by Zoom"


def test_what_is_no_rest(found: Found) -> None:
    pack = found(HEAD.format(place=PLACE) + ITEMS.format(below="").replace("3. Boathouse", "3 Boathouse and Weir"))
    assert [one.get("number") for one in pack.meeting.of("item")] == ["1", "2", "3", "4"]
    assert [one.get("name") for one in pack.meeting.of("member")] == ["Ann Oak"]


@pytest.mark.parametrize("mark", ["{}.", "({})", "{})"])
def test_letters_are_no_rest(mark: str, found: Found) -> None:
    titles = ["To note the reconciliation of the bank", "to receive the report of the auditor", "Any other payments"]
    parts = "\n".join(f"{mark.format(letter)} {title}" for letter, title in zip("abc", titles, strict=True))
    pack = found(HEAD.format(place=PLACE) + ITEMS.format(below=parts))
    assert [one.get("number") for one in pack.meeting.of("item")] == ["1", "2", "3", "3a", "3b", "3c", "4"]
