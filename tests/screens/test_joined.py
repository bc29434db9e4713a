"""Before Enter the sentence is shown that free words would join."""

import pytest

from clerk.shorthand.minuting import recording
from screens.joined import joined
from tests.support.five import at_desk


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            ":out yew -- Because she had a train.",
            "Petra Yew left the meeting because she had a train.”",
        ),
        (":advice reed -- That there was no paper.", "advised the Committee that there was no paper.”"),
        (":tribute -- Jo Fen had served.", "The Committee paid tribute. Jo Fen had served.”"),
        (":motion elm ash kind=deferral -- To May.", "that the item be deferred to May.”"),
        (":outcome deferred -- For a survey.", "this was DEFERRED for a survey.”"),
    ],
)
def test_the_joined_sentence_is_shown(line: str, shown: str) -> None:
    at = at_desk(":take 2")
    made = recording(at.meeting, line, at.item)
    assert made is not None
    assert shown in joined(at.meeting, made.events)


@pytest.mark.parametrize("line", [":out yew", ":vote 3 2", "A paragraph.", ":comments questions"])
def test_nothing_is_said_where_no_words_join(line: str) -> None:
    at = at_desk(":take 2")
    made = recording(at.meeting, line, at.item)
    assert made is not None
    assert joined(at.meeting, made.events) == ""
