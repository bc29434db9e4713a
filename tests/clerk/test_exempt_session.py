"""What the public may not read, and what it may."""

import re

import pytest

from clerk.events import (
    AnyEvent,
    ApologyReceived,
    Left,
    MeetingClosed,
    Minuted,
    PublicReadmitted,
    PublicSummary,
    QuestionPut,
    VoteTaken,
)
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.rules.checks import findings
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.minute import OPEN, desk, minute

SESSION = (
    OPEN
    + """:take 8
Public before.
:motion ash birch -- That the public be excluded
:vote unanimous
:exclude items=9+8 para=3
:take 9
The price was named.
:out elm
:vote 8 1 1
:summary -- The Committee approved the disposal.
:readmit
:take 10
Public after.
"""
)


def private(meeting: Meeting, kind: type[AnyEvent]) -> list[bool]:
    return [placed.id in meeting.private for placed in meeting.events if isinstance(placed.event, kind)]


def test_what_stands_between_exclusion_and_return_is_private() -> None:
    meeting = minute(SESSION)
    assert private(meeting, Minuted) == [False, True, False]
    assert private(meeting, VoteTaken) == [False, True]
    # Who left is public, why is not.
    assert private(meeting, Left) == [False]
    assert private(meeting, PublicSummary) == [False]
    assert not meeting.doors.closed


def test_what_is_written_under_an_exempt_item_is_private_wherever_it_stands() -> None:
    assert private(minute(OPEN + ":under 9\nThe price."), Minuted) == [True]


def test_what_is_noted_later_under_an_item_taken_in_private_is_private() -> None:
    """Item 8 is not exempt on the agenda, and what was said of it before the public left is not."""
    assert private(minute(SESSION + ":under 8\nThe price again."), Minuted) == [False, True, False, True]


def test_what_is_moved_into_the_session_becomes_private() -> None:
    script = SESSION + ":under 3\nNothing."
    assert private(minute(script), Minuted)[-1] is False
    moved = minute(script + "\n:move e16 after=e11")
    assert private(moved, Minuted) == [False, True, True, False]


def test_apologies_and_the_close_are_not_private_for_being_noted_in_private() -> None:
    script = SESSION.split(":readmit")[0]
    meeting = minute(script + ":apologies hazel kind=part\n:close 21:40")
    assert private(meeting, ApologyReceived) == [False]
    assert private(meeting, MeetingClosed) == [False]
    assert meeting.doors.closed


def test_by_hand_it_is_as_the_hand_says() -> None:
    meeting = minute(SESSION + ":private e10 no\n:private e5")
    assert private(meeting, Minuted) == [True, False, False]


def test_an_exclusion_recorded_late_covers_what_follows_its_place() -> None:
    late = SESSION.replace(":exclude items=9+8 para=3\n", "").replace(":readmit\n", "")
    meeting = minute(late + ":@<e8 exclude items=9 para=3\n:@>e12 readmit")
    assert private(meeting, Minuted) == [False, True, False]


def test_an_item_found_to_be_exempt_hides_what_is_written_of_it() -> None:
    script = OPEN + ':item 11 title="Rent" exempt=yes\n:take 11\nThe rent was named.'
    assert private(minute(script), Minuted) == [True]


def test_a_later_line_stands_before_the_question_of_its_item_and_not_before_the_public_left() -> None:
    meeting = minute(
        SESSION + ":take 3\nBefore.\n:motion ash birch -- That it be so\n:vote unanimous\n:take 4\n:under 3\nOf it."
    )
    in_order = [
        placed.event.text
        for placed in meeting.events
        if isinstance(placed.event, Minuted) and placed.event.item == "i3"
    ]
    assert in_order == ["Before.", "Of it."]
    puts = [placed.id for placed in meeting.events if isinstance(placed.event, QuestionPut)]
    assert _place(meeting, "Of it.") < [placed.id for placed in meeting.events].index(puts[-1])
    # A pause is none of the questions of an item: what is written of it later follows.
    paused = minute(
        OPEN
        + ":take 7\n:motion ash birch kind=adjournment -- That it adjourn\n:vote unanimous\n:take 8\n:under 7\nOf it."
    )
    assert _place(paused, "Of it.") == len(paused.events) - 1


def _place(meeting: Meeting, words: str) -> int:
    return next(n for n, p in enumerate(meeting.events) if isinstance(p.event, Minuted) and p.event.text == words)


PART = ":take 8\n:exclude items=8 para=3 weighed=yes\nAdvice was given.\n"


def test_the_rest_of_an_item_is_public_where_the_return_says_so() -> None:
    """What is recorded on it from there is; what was put in private stays so, wherever it is voted on."""
    alone = minute(OPEN + PART + ":readmit\nIt was debated.\n:vote unanimous")
    assert private(alone, Minuted) == [True, True]
    assert private(alone, VoteTaken) == [True]
    rest = minute(OPEN + PART + ":readmit items=8\nIt was debated.\n:vote unanimous")
    assert private(rest, Minuted) == [True, False]
    assert private(rest, VoteTaken) == [False]
    put = minute(OPEN + PART + ":put r8\n:readmit items=8\n:vote unanimous of=r8")
    assert private(put, VoteTaken) == [True]
    amended = minute(
        OPEN + PART + ":amend ash elm text -- That nothing be done\n:vote unanimous\n:readmit items=8\n:put r8"
    )
    assert private(amended, QuestionPut) == [True, True]


def test_a_return_that_leaves_the_rest_private_is_asked_about() -> None:
    def asked(script: str) -> list[str]:
        return [found.text for found in findings(minute(OPEN + PART + script)) if "had come back" in found.text]

    assert asked(":readmit\nIt was debated.\n:vote unanimous") == [
        "Recorded on item 8 after the public had come back, and kept private: a paragraph and a vote."
    ]
    assert not asked(":readmit items=8\nIt was debated.\n:vote unanimous")
    # Written up later, while another item is under way, it is of the private part.
    assert not asked(":readmit\n:take 10\n:under 8\nIt was debated.")
    assert not asked(":readmit\n:take 10\nAnother thing.")


def test_parties_to_a_hearing_come_back_to_the_item_for_a_part_of_which_they_went() -> None:
    meeting = minute(OPEN + ":take 8\n:exclude items=8 reg=licensing\nThey argued.\n:readmit\nIt was granted.")
    assert private(meeting, Minuted) == [True, False]
    text = write_text(draft(meeting, shipped_style()))
    assert "that the parties be excluded from the meeting, together with the press and public, for Item" in text
    assert "The parties, the press and the public were re-admitted to the meeting." in text
    stayed = minute(OPEN + ":take 8\n:exclude reg=licensing parties=stay\n:readmit")
    text = write_text(draft(stayed, shipped_style()))
    assert "that the press and public be excluded from the meeting, in accordance with Regulation 14(2)" in text
    assert "\nThe press and public were re-admitted" in text


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (":readmit items=9", "What is recorded on item 9 stays private, as its papers have it."),
        (":readmit items=7", "The public was not excluded for item 7"),
        (":exclude items=7 parties=stay", "“parties=stay” goes with “reg=licensing”"),
    ],
)
def test_what_cannot_be_public_again_is_refused(line: str, why: str) -> None:
    with pytest.raises(Unclear, match=re.escape(why)):
        minute(OPEN + PART + line)


@pytest.mark.parametrize("how", ["items=8 para=3", "items=8 reg=licensing"])
def test_a_return_can_be_put_right_as_it_was_recorded(how: str) -> None:
    """It is judged where it stands: by the end of the record the doors were open already."""
    again = "" if "reg" in how else " items=8"
    at = desk().play(OPEN + f":take 8\n:exclude {how}\n:readmit{again}\nIt was debated.\n")
    back = next(p for p in at.meeting.events if isinstance(p.event, PublicReadmitted))
    at.play(f":correct {back.id} readmit 19:30{again}\n")
    now = next(p.event for p in at.meeting.events if isinstance(p.event, PublicReadmitted))
    assert now.items == ("i8",)
    assert now.at is not None
    assert private(at.meeting, Minuted) == [False]
