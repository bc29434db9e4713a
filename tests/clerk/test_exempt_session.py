"""What the public may not read, and what it may."""

from clerk.events import AnyEvent, ApologyReceived, Left, MeetingClosed, Minuted, PublicSummary, QuestionPut, VoteTaken
from clerk.meeting.state import Meeting
from tests.support.minute import OPEN, minute

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
