"""What nobody would see, or the terminal would obey, stands on the screen as a mark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from clerk.hidden import UNSEEN, as_given, left_out, shown
from screens.kit.hidden import marked
from screens.kit.line import Said
from screens.kit.rows import Row


@pytest.mark.parametrize(
    ("given_", "seen"),
    [
        ("Oak", "Oak"),
        ("O\u202eak", "O‹U+202E›ak"),
        ("\u200bOak\ufeff", "‹U+200B›Oak‹U+FEFF›"),
        ("Oak\x1b[2J\x9b", "Oak‹U+001B›[2J‹U+009B›"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("é – “ş” 🗳", "é – “ş” 🗳"),
    ],
)
def test_marks_stand_in_their_place(given_: str, seen: str) -> None:
    assert marked(Content(given_)).plain == seen
    assert Said(Content(given_), Content(given_)).text.plain == seen
    row = Row(Content(given_), left=Content(given_), right=Content(given_))
    assert {row.text.plain, str(row.left), str(row.right)} == {seen}


def test_styles_stay_with_their_words() -> None:
    seen = marked(Content.assemble("a\u202e", ("bold", "bold"), "\u200b", ("red", "red")))
    assert seen.plain == "a‹U+202E›bold‹U+200B›red"
    styled = {seen.plain[span.start : span.end]: span.style for span in seen.spans}
    assert (styled["bold"], styled["red"]) == ("bold", "red")


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_a_text_comes_back_as_it_was_given(text: str) -> None:
    assert as_given(shown(text)) == text or "‹U+" in text
    assert left_out(shown(text)) == shown(text)
    assert not UNSEEN.search(marked(Content(text)).plain.replace("\t", "").replace("\n", ""))
