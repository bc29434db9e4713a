"""Nothing becomes public in silence: whatever makes private words public says so before it does, and is found after."""

import pytest

from clerk.meeting.fold import fold
from clerk.rules.checks import findings
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.minute import OPEN, Desk, desk

SESSION = f"""{OPEN}
:take 8
:exclude items=8 para=3 weighed=yes
The rent was Xanadu.
It was low.
:vote 8 1 1
:readmit
:take 10
In public.
"""
"""Entries 5 the exclusion, 6 and 7 the paragraphs, 8 the vote, 9 the return."""

OPEN_ENDED = SESSION.replace(":readmit\n", "").replace("items=8 ", "")


def say(at: Desk, line: str) -> str:
    made = recording(at.meeting, line, at.item)
    assert made is not None
    said = say_back(at.meeting, made.events)
    at.enter(line)
    assert fold(at.meeting.entries) == at.meeting
    return said


def public(at: Desk) -> str:
    return write_text(draft(at.meeting, shipped_style()))


def found(at: Desk, rule: str = "X6") -> list[str]:
    return [f.text for f in findings(at.meeting) if f.rule == rule and f.severity != "NOTE" and "public now" in f.text]


@pytest.mark.parametrize(
    ("script", "line", "what"),
    [
        (SESSION, ":strike e5.0", "2 paragraphs and a vote become public."),
        (SESSION, ":undo e5", "2 paragraphs and a vote become public."),
        (SESSION, ":private e6.0 no", "A paragraph becomes public."),
        (SESSION, ":move e6.0 under=10 after=e11.0", "A paragraph becomes public."),
        (OPEN_ENDED, ":@<e6 readmit", "3 paragraphs and a vote become public."),
        (SESSION.replace("items=8 ", ""), ":move e9.0 before=e7.0", "A paragraph and a vote become public."),
        (
            SESSION.replace(":readmit", ":out elm -- to see Xanadu\n:readmit"),
            ":strike e5.0",
            "2 paragraphs, a vote and a line of the record become public.",
        ),
    ],
)
def test_it_is_said_before_and_found_after(script: str, line: str, what: str) -> None:
    at = desk().play(script)
    assert not found(at)
    assert say(at, line).startswith(what)
    assert found(at)
    back, again = (":redo", ":undo e5") if line.startswith(":undo") else (":undo", ":redo")
    assert "become" not in say(at, back)
    assert not found(at)
    assert "Xanadu" not in public(at)
    assert "become" in say(at, again)


def test_what_was_taken_back_in_private_comes_back_in_public() -> None:
    at = desk().play(SESSION + ":undo e6")
    assert say(at, ":strike e5.0").startswith("A paragraph and a vote become public.")
    assert say(at, ":redo e6").startswith("A paragraph becomes public.")
    assert found(at) == ["Recorded in private, and public now: 2 paragraphs and a vote of item 8."]


@pytest.mark.parametrize("line", [":undo e10", ":correct e6.0 -- The rent was high.", ":strike e7.0", "More was said."])
def test_what_makes_nothing_public_says_nothing_of_it(line: str) -> None:
    at = desk().play(SESSION)
    assert "public." not in say(at, line)
    assert not found(at)


def test_a_summary_is_for_the_public_from_the_start() -> None:
    at = desk().play(SESSION.replace(":readmit", ":summary -- A lease was considered.\n:readmit"))
    assert "a line" not in say(at, ":strike e5.0")


def test_the_public_cannot_come_back_without_having_gone() -> None:
    at = desk().play(f"{OPEN}\n:readmit")
    assert [f.text for f in findings(at.meeting) if f.rule == "X5"] == [
        "The public was readmitted, and had not been excluded."
    ]
    at = desk().play(f"{SESSION}\n:strike e5.0")
    assert [f.severity for f in findings(at.meeting) if f.rule == "X5"] == ["WARN"]
