"""Before Enter everything that will be recorded is named, also what the short line of it leaves out."""

from datetime import datetime

import pytest
from msgspec.structs import fields, replace

from clerk.events import Minuted, RollCalled
from clerk.meeting.fold import fold
from clerk.meeting.record import Placed
from clerk.saying.gestures import say_back
from clerk.saying.happened import what_happened
from clerk.saying.left_out import left_out
from clerk.shorthand.minuting import recording
from tests.journals.everything import every_event
from tests.support.minute import desk, entries_of

ITEM_7 = ":open 19:00\n:present rest\n:take 7\nThe roof leaks.\n:out ash"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":put r7 only=3", "only 3"),
        (":vote 6 3 1 only=2 statutory=yes", "only 2; the law wants the names"),
        (":vote 6 3 1 to=refusal", "r7 (refusal)"),
        (":move 5.0 under=5", "under item 5"),
        (":exclude items=9 para=3 weighed=yes", "public interest"),
        (":@<5.0 out birch", "before “The roof leaks”"),
        (":private 5.0 yes", "private"),
        (':item 7a title="A gift" exempt=yes urgent=yes', "exempt"),
        (":@20:05 out birch", "at 8.05 pm"),
        (":adjourn 20:05", "at 8.05 pm"),
        (":@20:05 action reed -- Buy hives", "at 8.05 pm"),
        (":vote 6 3 1 by=oak,elm", "moved by Councillor Oak, seconded Councillor Elm"),
        (":vote assent by=oak", "moved by Councillor Oak"),
        (':person ray name="Wilma Ray" kind=speaker org="Pond Watch"', "speaker; of: Pond Watch"),
        (":members -- Jon Hart (Civic), Wilma Ray (Harbour)", "Councillor Jon Hart (Civic)"),
    ],
)
def test_an_option_is_said_before_enter(line: str, said: str) -> None:
    at = desk().play(ITEM_7)
    made = recording(at.meeting, line, at.item)
    assert made is not None
    assert said in say_back(at.meeting, made.events)


def test_who_moved_what_is_voted_on_is_said_once() -> None:
    at = desk().play(ITEM_7)
    for line in (":vote 6 3 1 by=oak,elm", ":vote lost by=oak", ":put by=oak,elm"):
        made = recording(at.meeting, line, at.item)
        assert made is not None
        assert say_back(at.meeting, made.events).count("Councillor Oak") == 1, line


def test_what_has_nothing_more_to_say_says_no_more() -> None:
    at = desk().play(ITEM_7)
    for line in (
        ":vote unanimous",
        ":vote 6 3 1",
        ":vote carried",
        ":vote lost",
        ":in ash",
        "A paragraph.",
        ":none",
        ":take 8",
        ":close 21:00",
    ):
        made = recording(at.meeting, line, at.item)
        assert made is not None
        assert "Also" not in say_back(at.meeting, made.events), line


def test_a_time_that_is_the_clocks_own_is_not_said_as_one_that_was_typed() -> None:
    at, now = desk().play(ITEM_7), datetime(2031, 3, 12, 20, 5, 17)
    for line, typed in ((":out birch", False), (":@20:01 out birch", True), (":close", False)):
        made = recording(at.meeting, line, at.item, now)
        assert made is not None
        assert ("Also: at 8.01 pm" in say_back(at.meeting, made.events, made.clock)) is typed, line


def test_each_field_that_the_line_of_an_event_does_not_show_is_named() -> None:
    groups = list(every_event())
    meeting = fold(entries_of(groups))
    # An id of a record is for nobody to read.
    plain = {"at", "item", "before", "after", "private", "shown", "nth", "was", "meetings"}
    told_elsewhere = (Minuted, RollCalled)
    for event in (event for group in groups for event in group):
        name = type(event).__name__
        if isinstance(event, told_elsewhere) or name in (
            "Convened",
            "Corrected",
            "Retracted",
            "VoteTaken",
            "ItemAdded",
        ):
            continue
        said = left_out(meeting, (event,))
        line = what_happened(meeting, Placed("0.0", event))
        for field in fields(event):
            default = field.default_factory() if callable(field.default_factory) else field.default
            if field.required or field.name in plain or getattr(event, field.name) == default:
                continue
            bare = replace(event, **{field.name: default})
            shown = what_happened(meeting, Placed("0.0", bare)) != line
            assert shown or len(left_out(meeting, (bare,))) < len(said) or field.name in ("text", "words"), (
                name,
                field.name,
            )
