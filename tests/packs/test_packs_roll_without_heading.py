"""Names on a front sheet that no heading calls members: read, with a doubt, or said not to have been read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.packs import Pack

Found = Callable[..., Pack]
TEXT = (
    "Elder District Council\n\n{over}{names}\n\nTuesday 12 May 2026 at 7.00pm\nTown Hall, Elder\n\n"
    "AGENDA\n1. Apologies\n2. Minutes\n"
)
NAMES = ["Ann Oak", "Bob Elm", "Cat Ash", "Dan Yew"]


@pytest.mark.parametrize("chair", ["", " (Chair)"])
@pytest.mark.parametrize("between", ["\n", "\t"])
@pytest.mark.parametrize(
    "over",
    ["Parks Committee\n", "Parks Committee\n\nTo:\n", "Parks Committee\n\nPresent:\n", "Parks Committee\n\nTo\n"],
)
def test_names_below_nothing_that_says_so(over: str, between: str, chair: str, found: Found) -> None:
    pack = found(TEXT.format(over=over, names=between.join([NAMES[0] + chair, *NAMES[1:]])))
    assert [one.get("name") for one in pack.meeting.of("member")] == NAMES
    assert pack.meeting.of("member")[0].get("role") == ("chair" if chair else "")
    assert "have no heading" in " ".join(doubt.text for doubt in pack.all_doubts())
    assert pack.meeting.get("body") == "Parks Committee"


def test_names_below_councillors(found: Found) -> None:
    pack = found(TEXT.format(over="Parks Committee\n\nCouncillors\n", names="\n".join(NAMES)))
    assert [one.get("name") for one in pack.meeting.of("member")] == NAMES
    assert "have no heading" not in " ".join(doubt.text for doubt in pack.all_doubts())


@pytest.mark.parametrize(
    "over", ["Parks Committee\n\nThe following have been told.\n", "Parks Committee\n\nCopies to:\n"]
)
def test_names_that_are_not_read_are_told(over: str, found: Found) -> None:
    pack = found(TEXT.format(over=over, names="\n".join(NAMES)))
    assert not pack.meeting.of("member")
    assert [fact.value for fact in pack.unread] == NAMES


def test_a_signature_and_an_address_are_no_list(found: Found) -> None:
    text = TEXT.format(over="Parks Committee\n", names="Jo Reed\nTown Clerk\n\nMill House\nWeir Lane\nElder")
    assert not found(text).meeting.of("member")
