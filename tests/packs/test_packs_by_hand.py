"""A meeting typed by hand, where the papers cannot be read or there are none."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from textual.pilot import Pilot

from screens.review.app import ReviewApp
from store.packs import Pack, Remembered, convened, read_pack
from store.packs.reviewing import Review
from store.packs.unfinished import Unfinished

from . import papers
from .test_packs_review import shown

PARKS = Remembered(
    {"name": "Parks Committee", "quorum": 2, "venue": "The Barn", "profile": "barnet", "style": "plain-english"},
    [
        {"id": "oak", "name": "Ann Oak", "letter": "q", "role": "chair", "group": "Civic"},
        {"id": "elm", "name": "Bob Elm", "letter": "e", "group": "Civic"},
    ],
)


async def line(pilot: Pilot[bool], key: str, words: str) -> None:
    """A line typed after a key."""
    await pilot.press(key, *words, "enter")
    await pilot.pause()


@pytest.mark.parametrize("name", ["password.pdf", "scan.pdf", "cut.pdf"])
async def test_what_cannot_be_read_is_typed_where_it_would_be_shown(
    name: str, unreadable: Callable[[str], Path]
) -> None:
    pack, failed = read_pack([unreadable(name)], [PARKS])
    assert len(failed) == 1
    review = Review(pack, [PARKS])
    app = ReviewApp(review, f"New meeting: {name}")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert f"{name}: this" in shown(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Not yet: the field “body” is missing." in shown(app)
        assert not app.used
        # The library's own name is offered; with it come the roll, the quorum and the style.
        await pilot.press("enter", *"par", "tab", "enter")
        await pilot.press("down", "down")
        await line(pilot, "enter", "12 May 2031")
        await line(pilot, "i", "1. Bees")
        await pilot.press("r", *"That bees be kept.", "ctrl+s")
        await pilot.press("ctrl+s")
        await pilot.pause()
        if doubts := review.doubts():
            # It is asked once whether they are meant to stay.
            assert f"{len(doubts)} doubt" in shown(app)
            await pilot.press("ctrl+s")
            await pilot.pause()
    assert app.used
    made = convened(review.pack)
    assert (made.body, str(made.date), made.quorum, made.style) == ("Parks Committee", "2031-05-12", 2, "plain-english")
    assert [(seat.letter, seat.office) for seat in made.seats] == [("q", "chair"), ("e", "")]
    assert [(item.number, item.title, item.recommendations) for item in made.items] == [
        ("1", "Bees", "That bees be kept.")
    ]


@pytest.mark.parametrize(("typed", "role"), [("Chairman", "chair"), ("chair", "chair"), ("Deputy Chair", "vice-chair")])
def test_an_office_is_typed_as_the_body_calls_it(typed: str, role: str) -> None:
    review = Review(read_pack([])[0])
    review.add("member", f"Ann Oak, {typed}, Civic")
    member = review.pack.meeting.of("member")[0]
    assert (member.get("role"), member.get("group")) == (role, "Civic")


def test_lists_are_pasted_and_stand_by_their_numbers() -> None:
    review = Review(read_pack([])[0])
    for text in ("2. Bees", "1. Absence", "3. Weirs", "2a. Wasps"):
        review.add("item", text)
    assert [item.get("title") for item in review.pack.meeting.of("item")] == ["Absence", "Bees", "Wasps", "Weirs"]


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("date", "12 May 2031", "2031-05-12"),
        ("date", "Monday 12th May, 2031", "2031-05-12"),
        ("time", "7.30pm", "19:30"),
        ("question deadline", "7 May at 10am", "2031-05-07 10:00"),
        ("question deadline", "10am on Wednesday 7 May 2031", "2031-05-07 10:00"),
    ],
)
def test_days_and_hours_are_typed_as_people_write_them(field: str, typed: str, kept: str) -> None:
    review = Review(read_pack([])[0])
    review.put("", "date", "2031-05-11")
    review.put("", field, typed)
    assert review.pack.meeting.get(field) == kept


def test_days_and_hours_are_shown_as_people_write_them(invented: Pack) -> None:
    review = Review(copy.deepcopy(invented))
    shown = {row.key: row.text for row in review.rows() if row.key}
    assert shown["|date"] == "12 March 2031"
    assert shown["|time"] == "7.00 pm"
    assert shown["|question deadline"] == "7 March 2031 at 10.00 am"
    assert shown["item 1|minutes of"] == "11 December 2030"
    assert shown["item 9/planned 4|"] == "Towpath Update, 5 June 2031"
    # What is typed over what is shown means what it says.
    for key, typed in (
        ("|date", "13 March 2031"),
        ("|time", "7.30 pm"),
        ("item 1|minutes of", "1 May 2030, 2 June 2030"),
    ):
        path, _, field = key.partition("|")
        review.put(path, field, typed)
    review.put("item 9/planned 4", "", "Towpaths, lit, 6 July 2031")
    made = convened(review.pack)
    assert (str(made.date), made.time) == ("2031-03-13", "19:30")
    assert [str(day) for day in made.items[0].minutes_of] == ["2030-05-01", "2030-06-02"]
    assert (made.items[8].work[3].title, made.items[8].work[3].meeting) == ("Towpaths, lit", "2031-07-06")


def test_a_day_that_is_none_is_doubted_until_it_is_one() -> None:
    review = Review(read_pack([])[0])
    review.put("", "date", "soon")
    assert any("“soon” is not a day" in doubt.text for doubt in review.doubts())
    review.put("", "date", "12 May 2031")
    assert not any(doubt.field == "date" for doubt in review.doubts())


def test_another_body_brings_its_own_roll() -> None:
    other = Remembered({"name": "Weirs Board"}, [{"id": "fir", "name": "Cat Fir"}])
    review = Review(read_pack([], [PARKS, other])[0], [PARKS, other])
    review.put("", "body", "Parks Committee")
    review.put("", "body", "Weirs Board")
    assert [member.get("name") for member in review.pack.meeting.of("member")] == ["Cat Fir"]
    assert review.pack.meeting.get("venue") == ""
    # Who is put in another's place is another: nothing of the one before stays.
    review.put("member 1", "", "Dan Gorse")
    assert review.pack.meeting.of("member")[0].get("id") == ""


async def test_a_review_that_was_left_is_gone_on_with(tmp_path: Path) -> None:
    unfinished = Unfinished(tmp_path, "new")
    app = ReviewApp(Review(read_pack([])[0]), "New meeting", unfinished.keep)
    async with app.run_test(size=(80, 24)) as pilot:
        await line(pilot, "m", "Ann Oak, chair")
        # The window is closed here: nothing more is asked or said.
    earlier = Unfinished(tmp_path, "new").load()
    assert earlier is not None
    review = Review(read_pack([])[0])
    review.go_on_from(earlier)
    assert [member.get("name") for member in review.pack.meeting.of("member")] == ["Ann Oak"]
    assert review.undo()
    assert review.pack.meeting.of("member") == []
    assert Unfinished(tmp_path, "new", [tmp_path / "other.pdf"]).load() is None
    unfinished.keep(None)
    assert unfinished.load() is None


def test_what_was_put_right_is_there_when_the_same_papers_come_again(
    clerk: Callable[..., Result], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def open_review(review: Review, title: str, keep: Callable[..., str], **options: object) -> tuple[bool, int]:
        seen.append(review.pack.meeting.get("venue"))
        review.put("", "venue", "The Barn")
        keep(review.now)
        return len(seen) > 1, 0

    monkeypatch.setattr("screens.review.app.open_review", open_review)
    monkeypatch.setattr("screens.cli.papers.in_a_terminal", lambda: True)
    Path("pack.txt").write_text(papers.PACK, encoding="utf-8")
    assert "What you put right is kept" in clerk("new", "pack.txt").stderr
    assert clerk("new", "pack.txt").exit_code == 0
    clerk("new", "pack.txt")
    assert [venue[:8] for venue in seen] == ["The Long", "The Barn", "The Long"]


def test_what_is_kept_and_cannot_be_read_is_left_aside(tmp_path: Path) -> None:
    unfinished = Unfinished(tmp_path, "new")
    unfinished.keep(Review(read_pack([])[0]).now)
    unfinished.path.write_bytes(b"{")
    assert unfinished.load() is None
    (tmp_path / "file").write_text("")
    assert "cannot be kept just now" in Unfinished(tmp_path / "file", "new").keep(Review(read_pack([])[0]).now)
