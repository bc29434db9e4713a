"""The review: what was found, doubts first, put right by keyboard."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from textual.app import App

from screens.kit.lines import Lines
from screens.review.app import ReviewApp
from screens.review.rows import rows_of
from store.packs import Pack, Remembered, convened
from store.packs.facts import Doubt
from store.packs.reviewing import Review
from store.packs.typed import BY_HAND
from store.packs.unfinished import Keep

from . import papers


def shown(app: App[Any]) -> str:
    """What the screen shows, white space evened out."""
    strips = app.screen._compositor.render_strips()
    return " ".join(" ".join("".join(segment.text for segment in strip) for strip in strips).split())


@pytest.fixture
def review(invented: Pack) -> Review:
    earlier = Remembered({"name": "Parks and Waterways Committee"}, [{"id": "juniper", "name": "Nell Juniper"}])
    return Review(copy.deepcopy(invented), [earlier])


@pytest.fixture
def doubtful(found: Callable[..., Pack]) -> Review:
    text = papers.FRONT.replace("(Quorum 3)", "(Quorum 11)").replace("WEDNESDAY", "TUESDAY")
    return Review(found(text + "\nbarnet.gov.uk\n"))


def app(review: Review) -> ReviewApp:
    return ReviewApp(review, "New meeting: pack.txt")


def test_doubts_come_first_and_every_fact_is_there(review: Review) -> None:
    rows = review.rows()
    assert [row.kind for row in rows[:4]] == ["heading", "doubt", "doubt", "heading"]
    assert [row.text for row in rows if row.kind == "heading"][1:] == [
        "The meeting", "Members (10)", "Substitutes (2)", "Officers (4)", "Order of business (10)",
    ]  # fmt: skip
    facts = {row.label: row.text for row in rows if row.kind == "fact"}
    assert facts["quorum"] == "3"
    assert facts["recommendations"]
    read = [row for row in rows if row.kind in ("fact", "record") and row.text]
    assert all("pack.txt, line" in row.source for row in read if row.field not in ("profile", "style"))
    keys = [row.key for row in rows if row.key]
    assert len(keys) == len(set(keys))


def test_what_was_not_read_of_a_file_stands_before_what_was(review: Review) -> None:
    review.pack.notes.append("pack.pdf: page 3 has only a picture, and was not read.")
    texts = [row.text for row in review.rows()]
    assert texts.index(review.pack.notes[0]) < texts.index("The meeting")


def test_what_is_put_right_is_what_is_used(review: Review) -> None:
    review.put("", "quorum", "4")
    review.put("member 3", "", "Colin Cedar-Wood, vice-chair, Harbour")
    review.put("member 2", "", "Petra Birch-Vale")
    review.put("item 5", "", "5. Boathouse")
    review.put("item 5/report 1", "recommendations", "That it be burnt.")
    review.add("member", "Zed Quince, Lantern")
    review.add("item", "11. Weirs")
    review.leave_out("officer 1")
    made = convened(review.pack)
    assert made.quorum == 4
    people = {person.name: person for person in made.people}
    assert people["Colin Cedar-Wood"].group == "Harbour"
    assert [seat.office for seat in made.seats][:3] == ["chair", "", "vice-chair"]
    assert (made.items[4].title, made.items[4].recommendations) == ("Boathouse", "That it be burnt.")
    assert (made.items[-1].number, made.items[-1].title) == ("11", "Weirs")
    assert people["Zed Quince"].group == "Lantern"
    assert "Ulla Ferry" not in people
    assert review.pack.meeting.of("member")[2].get("spelt") == "Colin Cedar"


def test_doubts_are_settled_recomputed_and_taken_back(doubtful: Review) -> None:
    texts = [doubt.text for doubt in doubtful.doubts()]
    assert any("quorum of 11" in text for text in texts)
    doubtful.put("", "quorum", "3")
    assert not any("quorum" in doubt.text for doubt in doubtful.doubts())
    doubtful.put("", "quorum", "99")
    assert any("quorum of 99" in doubt.text for doubt in doubtful.doubts())
    weekday = next(row for row in doubtful.rows() if "Tuesday" in row.text)
    doubtful.accept(weekday.path, weekday.field, weekday.text)
    assert not any("Tuesday" in doubt.text for doubt in doubtful.doubts())
    assert doubtful.undo()
    assert any("Tuesday" in doubt.text for doubt in doubtful.doubts())
    while doubtful.undo():
        pass
    assert [doubt.text for doubt in doubtful.doubts()] == texts


def test_nothing_typed_changes_nothing(review: Review) -> None:
    review.put("", "quorum", "3")
    review.put("nowhere 9", "title", "x")
    review.add("member", "  ")
    review.leave_out("")
    assert not review.undo()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12)])
async def test_the_screen_shows_doubts_first(doubtful: Review, size: tuple[int, int]) -> None:
    running = app(doubtful)
    async with running.run_test(size=size) as pilot:
        await pilot.pause()
        seen = shown(running)
        assert "Look at these 2 first" in seen
        assert "Ctrl+S" in seen
        await pilot.press("end")
        await pilot.pause()
        assert "urgent" in shown(running)


async def test_a_doubt_leads_to_its_fact_and_is_put_right(doubtful: Review) -> None:
    running = app(doubtful)
    async with running.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        while "quorum" not in (running.screen.here.text if running.screen.here else ""):  # type: ignore[attr-defined]
            await pilot.press("down")
        await pilot.press("enter")
        assert running.screen.query_one("#found", Lines).cursor == "|quorum"
        await pilot.press("backspace", "backspace", "3", "enter")
        await pilot.pause()
        assert doubtful.pack.meeting.get("quorum") == "3"
        assert "1 doubt" in shown(running)
        await pilot.press("n", "y")
        await pilot.pause()
        assert "nothing doubtful" in shown(running)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert running.used


async def test_a_member_is_added_with_a_name_from_the_roll(review: Review) -> None:
    running = app(review)
    async with running.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("m", *"Nel", "tab", "enter")
        await pilot.pause()
        assert review.pack.meeting.of("member")[-1].get("name") == "Nell Juniper"
        await pilot.press("z")
        assert len(review.pack.meeting.of("member")) == 10
        await pilot.press("i", *"12. Locks", "ctrl+s")
        await pilot.pause()
        assert review.pack.meeting.of("item")[-1].get("title") == "Locks"
        await pilot.press("m", *"No", "escape")
        await pilot.pause()
        assert len(review.pack.meeting.of("member")) == 10


async def test_recommendations_are_edited_in_a_field_of_lines(review: Review) -> None:
    running = app(review)
    async with running.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        running.screen.query_one("#found", Lines).cursor = "item 5/report 1|recommendations"
        await pilot.press("enter", "end", "enter", *"That it be new.", "ctrl+s")
        await pilot.pause()
        lines = convened(review.pack).items[4].recommendations.split("\n")
        assert lines[-1].endswith("That it be new.")
        assert len(lines) == 3
        await pilot.press("x")
        assert "Left out" in shown(running)
        assert convened(review.pack).items[4].recommendations == ""


async def test_leaving_uses_nothing(review: Review) -> None:
    running = app(review)
    async with running.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert "not answered" in shown(running)
        # Whole, at every size: what leaving again does stands at its end.
        assert "what you put right is kept." in shown(running)
        await pilot.press("q")
        await pilot.pause()
    assert running._exit
    assert not running.used


async def test_without_doubts_leaving_asks_nothing(review: Review) -> None:
    for doubt in review.doubts():
        review.accept(doubt.path, doubt.field, doubt.text)
    running = app(review)
    async with running.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
    assert running._exit


def about(review: Review) -> set[tuple[str, str, str]]:
    """The doubts, each with the words of what it is about, wherever that stands now."""
    return {(review.text_of(doubt.path) if doubt.path else "", doubt.field, doubt.text) for doubt in review.doubts()}


def test_a_doubt_stays_until_it_is_answered_itself(review: Review) -> None:
    pack = review.pack
    members = [path for path, record in pack.meeting.walk() if record.kind == "member"]
    items = [path for path, record in pack.meeting.walk() if record.kind == "item"]
    review.put(members[5], "", "Ida Rill, Lantern")
    for path, field in [(members[3], "name"), (members[5], "group"), (items[2], "title"), (items[6], "number")]:
        pack.doubts.append(Doubt("Is this so?", path, field))
    before = about(review)
    # Elsewhere something is put right, left out, added, moved; and one of the same words is answered.
    review.put(members[1], "", "Ada Quill, Lantern")
    review.leave_out(members[0])
    review.add("item", "3a. Bees")
    assert review.move("item 1", 1)
    review.put("", "venue", "The Annexe")
    left = {(text, field) for text, field, said in about(review) if said == "Is this so?"}
    assert left == {(text, field) for text, field, said in before if said == "Is this so?"}
    one = next(doubt for doubt in review.doubts() if doubt.field == "title" and doubt.text == "Is this so?")
    review.accept(one.path, one.field, one.text)
    assert len([doubt for doubt in review.doubts() if doubt.text == "Is this so?"]) == 3
    # A name typed over answers what is doubtful of the name, and not of the party.
    group = next(doubt for doubt in review.doubts() if doubt.field == "group")
    name, _, party = review.text_of(group.path).rpartition(", ")
    review.put(group.path, "", f"{name}e, {party}")
    assert group.field in {doubt.field for doubt in review.doubts() if doubt.text == "Is this so?"}
    review.put(group.path, "", f"{name}e, Mill")
    assert group.field not in {doubt.field for doubt in review.doubts() if doubt.text == "Is this so?"}


def test_items_are_moved_and_taken_back(review: Review) -> None:
    titles = [record.get("title") for record in review.pack.meeting.of("item")]
    assert review.move("item 2", 1) == "item 3"
    moved = [record.get("title") for record in review.pack.meeting.of("item")]
    assert moved == [titles[0], titles[2], titles[1], *titles[3:]]
    assert [item.title for item in convened(review.pack).items][:3] == moved[:3]
    assert review.move("item 1", -1) == ""
    assert review.undo()
    assert [record.get("title") for record in review.pack.meeting.of("item")] == titles


async def test_ctrl_and_an_arrow_move_the_item_under_the_cursor(review: Review) -> None:
    running = app(review)
    async with running.run_test(size=(120, 50)) as pilot:
        await pilot.pause()
        lines = running.screen.query_one("#found", Lines)
        lines.cursor = "item 4|"
        title = review.text_of("item 4")
        await pilot.press("ctrl+up", "ctrl+up")
        await pilot.pause()
        assert lines.cursor == "item 2|"
        assert review.text_of("item 2") == title
        await pilot.press("ctrl+down")
        await pilot.pause()
        assert review.text_of("item 3") == title


def test_honours_titles_and_who_is_co_opted_are_seen(review: Review) -> None:
    one, other = review.pack.meeting.of("member")[:2]
    one.put("honorific", "Dr", BY_HAND, "by hand")
    one.put("honours", "OBE", BY_HAND, "by hand")
    other.put("kind", "co-optee", BY_HAND, "by hand")
    other.put("organisation", "the Diocese", BY_HAND, "by hand")
    other.put("voting", "no", BY_HAND, "by hand")
    besides = {row.path: row.beside for row in review.rows() if row.kind == "record"}
    assert besides["member 1"] == "Dr, OBE"
    assert besides["member 2"] == "co-opted · for the Diocese · without a vote"
    shown_rows = [str(row.text) for row in rows_of(review.rows())]
    assert any("Dr, OBE" in text for text in shown_rows)


async def test_what_stands_in_a_file_is_never_markup(found: Callable[..., Pack]) -> None:
    text = papers.FRONT.replace("Minutes of last meeting", "[bold]x[/] [/b] minutes").replace(
        "Colin Cedar", "Col[in] Cedar"
    )
    running = app(Review(found(text)))
    async with running.run_test(size=(80, 60)) as pilot:
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "[bold]x[/] [/b] minutes" in shown(running)


def test_the_command_line_makes_what_the_review_leaves(
    clerk: Callable[..., Result], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str | None]] = []

    def open_review(review: Review, title: str, keep: Keep, **options: object) -> tuple[bool, int]:
        seen.append((title, review.suggestion("Nel", "member")))
        review.put("", "venue", "The Barn")
        return len(seen) == 1, 0

    monkeypatch.setattr("screens.review.app.open_review", open_review)
    monkeypatch.setattr("screens.cli.papers.in_a_terminal", lambda: True)
    Path("pack.txt").write_text(papers.PACK, encoding="utf-8")
    made = clerk("new", "pack.txt")
    assert made.exit_code == 0, made.stderr
    assert seen == [("New meeting: pack.txt", None)]
    from screens.sitting import read_back
    from store.meetings import Kept

    name = made.stdout.strip().splitlines()[-1]
    with Kept.open(home / "meetings" / f"{name}.journal", "test") as kept:
        assert read_back(kept).setup.venue == "The Barn"  # type: ignore[union-attr]
    left = clerk("new", "pack.txt")
    assert left.exit_code == 1
    assert "Nothing was made of it." in left.stderr
    assert seen[1][1] == "Nell Juniper"
