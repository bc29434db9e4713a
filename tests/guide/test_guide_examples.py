"""Each example of the guide, played: shorthand, the desk's keys, and what the minutes print then.

The examples of a chapter follow each other in one meeting of the invented committee (`<!-- body: … -->`: of another),
open and with everyone there (`<!-- bare -->`: before that).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exports.draft import draft
from exports.examples import BODIES, Body, example_papers
from exports.plain import lines
from exports.style import shipped_style
from screens.guide.chapters import Chapter, chapters
from screens.lines.conversation import Conversation
from tests.screens.desk.at_the_desk import Desk, desk
from tests.support.minute import OPEN

_BLOCK = re.compile(r"^```(shorthand|keys|prints|lines)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_PLAYED = {name: chapter for name, chapter in chapters().items() if _BLOCK.search(chapter.text)}


def _body(chapter: Chapter) -> Body:
    found = re.search(r"<!-- body: ([a-z-]+) -->", chapter.text)
    return next(body for body in BODIES if body == (found.group(1) if found else "committee"))


async def _press(at: Desk, line: str) -> None:
    """Keys, and words in quotes; what stands after two spaces says what they do."""
    typed, _, _said = line.partition("   ")
    for word in re.findall(r'"[^"]*"|\S+', typed):
        if word.startswith('"'):
            await at.type(word.strip('"'))
        else:
            await at.keys(_NAMES.get(word, word.lower() if len(word) > 1 else word))


_NAMES = {"Esc": "escape", "Del": "delete", "Ctrl+S": "ctrl+s", "Ctrl+End": "ctrl+end"}


def _printed(at: Desk) -> list[str]:
    blocks = draft(at.meeting, shipped_style(), exempt=True).blocks
    return [" ".join(line.split()) for block in blocks for line in lines(block)]


@pytest.mark.parametrize("chapter", _PLAYED.values(), ids=list(_PLAYED))
async def test_its_examples_do_what_they_say(chapter: Chapter, tmp_path: Path) -> None:
    opening = "" if "<!-- bare -->" in chapter.text else OPEN
    async with desk(tmp_path, example_papers(_body(chapter)), opening, written_up=True) as at:
        for kind, block in _BLOCK.findall(chapter.text):
            if kind == "shorthand":
                await at.begin(block)
            elif kind == "lines":
                before, talk = len(at.meeting.entries), Conversation(at.sitting)
                said = [" ".join(talk.answer(line)) for line in block.splitlines()]
                assert not [answer for answer in said if "Not recorded" in answer or "means nothing" in answer]
                assert len(at.meeting.entries) == before + 4, said
            elif kind == "prints":
                found = _printed(at)
                for line in block.splitlines():
                    assert " ".join(line.split()) in found, f"{line}\nis not in\n" + "\n".join(found)
            else:
                before = len(at.meeting.entries)
                for line in block.splitlines():
                    await _press(at, line)
                    assert not at.screen.said_wrong, f"{line}: {at.said}"
                assert at.home, f"{block}: {at.said}"
                assert len(at.meeting.entries) > before, block
        assert not at.meeting.problems


async def test_the_first_meeting_of_the_readme_by_its_keys(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    papers = re.search(r"^```toml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    steps = [found.strip() for found in re.findall(r"^\d\. ((?:`[^`]+` ?){2,})", text, re.MULTILINE)]
    assert papers is not None
    assert steps[:4] == ["`j` `a` `Enter`", "`r` `Enter`", "`.` `o` `Enter`", "`g` `2` `Enter`"]
    async with desk(tmp_path, papers.group(1), written_up=True) as at:
        for step in steps:
            await at.keys(" ".join(_NAMES.get(key, key.lower()) for key in re.findall(r"`([^`]+)`", step)))
            if at.field:
                at.words.load_text(at.field.replace("four", "six"))
                await at.keys("ctrl+s")
            if step == "`u` `Enter`":
                await at.keys("u enter z y")
            assert not at.screen.said_wrong, at.said
        assert at.meeting.course == "closed"
        printed = _printed(at)
    assert "That six hives be bought for Mill Park." in printed
    assert "The Recommendation was unanimously APPROVED." in printed
    assert "Apologies were received from Councillor Cat Ash." in printed
