"""Words in doubt at the desk: underlined in the preview, said before the meeting is closed, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.desk.closing import left_over
from screens.desk.preview import preview_rows
from screens.own_words import words_file
from tests.screens.desk.at_the_desk import desk
from tests.support.minute import OPEN, minute

MISSPELT = f"{OPEN}:take 7\nThe comittee heard of Rowan Ash and of Thornmere.\n:vote unanimous"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLERK_HOME", str(tmp_path / "home"))


def underlined(meeting: object, item: str) -> list[str]:
    rows = preview_rows(meeting, item)  # type: ignore[arg-type]
    return [
        row.text.plain[span.start : span.end]
        for row in rows
        for span in row.text.spans
        if "underline" in str(span.style)
    ]


def test_a_word_in_doubt_is_underlined_and_names_of_the_roll_are_not() -> None:
    assert underlined(minute(MISSPELT), "i7") == ["comittee"]
    assert underlined(minute(MISSPELT), "i8") == []


def test_it_is_said_at_the_close_once_and_goes_when_it_is_put_right() -> None:
    said = next(line for line in left_over(minute(f"{MISSPELT}\nA comittee again.")) if line.startswith("Words"))
    assert said == "Words in doubt: “comittee”."
    right = minute(MISSPELT.replace("comittee", "committee"))
    assert not any(line.startswith("Words") for line in left_over(right))


async def test_the_desk_says_it_before_enter_and_closes_all_the_same(tmp_path: Path) -> None:
    async with desk(tmp_path, script=MISSPELT) as at:
        await at.keys("l")
        assert "The comittee heard of Rowan Ash and of Thornmere." in at.rows
        await at.keys("l")
        words_file().parent.mkdir(parents=True, exist_ok=True)
        words_file().write_text("comittee\n", encoding="utf-8")
        assert not any(line.startswith("Words") for line in left_over(at.meeting))
        words_file().write_bytes(b"\xff\xfe\xff")
        assert not any(line.startswith("Words") for line in left_over(at.meeting)), (
            "a list that cannot be read stops nobody"
        )
