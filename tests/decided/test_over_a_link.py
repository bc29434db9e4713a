"""Who attended over a link is said wherever it is said who was there."""

import pytest

from exports.data.record import record
from exports.draft import draft
from exports.moderngov import attendance_csv
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import papers, said
from tests.support.minute import desk

LINKED = """:person moor name="Chris Moor" title=Mr post="Head of Weirs"
:attending reed
:attending moor remote=yes
:open 18:30
:present oak,ash,yew,elm remote=ash,elm
:take 2
:@18:40 in green remote=yes
:@18:45 in yew remote=yes
"""


def _text(script: str, style: str, **head: str) -> str:
    meeting = desk(papers(**head)).play(script).meeting
    written = draft(meeting, shipped_style(style))
    return "\n".join(line.strip() for block in written.blocks for line in lines(block))


@pytest.mark.parametrize("style", ["barnet", "county", "parish"])
@pytest.mark.parametrize(("profile", "how"), [("wales", "remotely"), ("england", "by video link")])
def test_every_style_says_who_attended_over_a_link(style: str, profile: str, how: str) -> None:
    text = _text(LINKED, style, profile=profile)
    printed = text.split("\n")
    for name in ("Elm", "Ash", "Green"):
        assert f"{name} (attending {how})" in text, name
    assert f"Yew (attending {how} for part of the meeting)" in text
    assert any("Chris Moor" in line and line.endswith(f"(attending {how})") for line in printed)
    assert not any("(attending" in line for line in printed if "Oak" in line or "Reed" in line)
    assert any("Green" in line and "remotely at 6.40 pm" in line for line in printed)
    assert any("Yew attended remotely from 6.45 pm." in line for line in printed)


def test_the_data_and_modern_gov_say_it_too() -> None:
    meeting = desk(papers(profile="wales")).play(LINKED).meeting
    there = {one.person: one.remote for one in record(meeting, shipped_style()).attendance}
    assert there == {"oak": "", "elm": "throughout", "ash": "throughout", "yew": "part", "green": "throughout"}
    rows = attendance_csv(meeting, shipped_style())
    assert rows.count(", virtual") == 4


def test_who_is_connected_again_attends_over_the_link_all_the_while() -> None:
    script = LINKED + ":@18:46 out ash connection=yes\n:@18:50 in ash\n"
    assert "Councillor Ivo Ash (attending remotely)" in _text(script, "barnet", profile="wales")
    came = _text(script + ":@18:51 in ash", "barnet", profile="wales")
    assert "Councillor Ivo Ash (attending remotely for part of the meeting)" in came
    assert "Councillor Ivo Ash attended in the room from 6.51 pm." in came


@pytest.mark.parametrize(
    ("script", "venue", "finds"),
    [
        (":@18:46 out oak connection=yes", "Chamber and remotely", True),
        (":@18:46 out oak connection=yes", "The Long Room", True),
        (":@18:46 out oak connection=yes", "Virtual Meeting", False),
        (":@18:46 out ash connection=yes", "The Long Room", False),
        (":@18:46 out yew connection=yes", "The Long Room", False),
        (":@18:46 out oak", "The Long Room", False),
        (":@18:46 out ash connection=yes\n:@18:48 in ash\n:@18:49 out ash connection=yes", "The Long Room", False),
    ],
)
def test_who_lost_the_connection_and_had_none_is_found(script: str, venue: str, finds: bool) -> None:
    found = said(desk(papers(profile="wales", venue=venue)).play(LINKED + script).meeting, "Q11")
    assert bool(found) == finds, found
