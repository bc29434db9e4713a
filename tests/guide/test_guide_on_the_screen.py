"""The guide, read: by itself, and at the desk at the chapter of what is under way."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Markdown

from screens.guide.app import GuideApp
from screens.guide.chapters import chapters
from screens.guide.screen import GuideScreen
from screens.kit.lines import Lines
from screens.kit.themes import THEMES
from tests.screens.contrast import low_contrast
from tests.screens.desk.at_the_desk import Desk, desk
from tests.support.minute import OPEN

READY = f"{OPEN}:take 7"


async def _shown(at: Desk) -> str:
    await at.pilot.pause()
    assert isinstance(at.app.screen, GuideScreen)
    return at.app.screen.query_one(Markdown).source.splitlines()[0].removeprefix("# ")


@pytest.mark.parametrize(
    ("keys", "chapter"),
    [("", "desk"), ("v", "votes"), ("6", "votes"), ("q", "votes"), ("k", "votes"), ("m", "amendments"),
     ("m e", "amendments"), ("n", "amendments"), ("w", "amendments"), ("d", "interests"), ("d e enter", "interests"),
     ("r", "attendance"), ("j", "attendance"), ("o", "attendance"), ("p", "attendance"), ("g", "agenda"),
     (".", "desk"), ("=", "outcomes"), ("a", "outcomes"), ("t", "writing"), ("T h", "writing"), ("b", "writing"),
     ("x", "exempt"), ("!", "corrections"), ("+", "agenda"), (":", "shorthand"), (": d e c l a r e", "interests"),
     (": n o m i n a t e space e", "elections"), (": @ 2 0 : 0 5 space o u t", "attendance"), ("f", "findings")],
)  # fmt: skip
async def test_f1_opens_the_chapter_of_what_is_under_way(tmp_path: Path, keys: str, chapter: str) -> None:
    async with desk(tmp_path, script=READY) as at:
        await at.keys(keys)
        before, context, field = at.app.screen, at.screen.context, at.field
        await at.keys("f1")
        assert await _shown(at) == chapters()[chapter].title
        await at.keys("escape")
        assert (at.app.screen, at.screen.context, at.field) == (before, context, field)


async def test_a_tie_opens_its_step_and_f1_its_chapter(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}:take 7\n:out ash") as at:
        await at.keys("5 space 5 enter f1")
        assert await _shown(at) == "Votes"
        await at.keys("f1 f enter")
        assert not any(vote.state == "tied" for vote in at.meeting.votes.values())


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_what_it_shows_stands_out(theme: str) -> None:
    """Headings, lists and links; keys and shorthand; tables."""
    for chapter in ("contents", "votes", "findings"):
        app = GuideApp(chapter, theme=theme)
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            assert low_contrast(app) == []
            await pilot.press("pagedown")
            await pilot.pause()
            assert low_contrast(app) == []


async def test_it_is_read_by_keys_alone() -> None:
    names = list(chapters())
    for size in ((80, 24), (120, 36)):
        app = GuideApp("votes")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            at = names.index("votes")
            for key, there in (("right", at + 1), ("left", at), ("left", at - 1)):
                await pilot.press(key)
                await pilot.pause()
                shown = app.screen.query_one(Markdown).source
                assert shown == chapters()[names[there]].text
            await pilot.press("down", "pagedown", "space")
            await pilot.press("c")
            assert app.screen.focused is app.screen.query_one(Lines)
            await pilot.press("home", "enter")
            await pilot.pause()
            assert app.screen.query_one(Markdown).source == chapters()["contents"].text
            await pilot.press("left")
            await pilot.press("escape")
            await pilot.pause()
        assert app.return_code == 0
