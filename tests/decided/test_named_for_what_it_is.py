"""A council by its name, what was noted, in whose place, by whom asked, where in the minutes: each as it was said."""

from datetime import date

import pytest

from clerk.library.registers import Member
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from screens.cli import registers
from tests.support.five import papers
from tests.support.minute import desk

STYLES = ["barnet", "county", "parish"]
ITEMS = (
    {"number": 1, "title": "Minutes"},
    {"number": 2, "title": "Minutes for information"},
    {"number": 3, "title": "Questions"},
    {"number": 4, "title": "Ponds", "report_of": "Head of Ponds"},
)


def _text(script: str, style: str, **head: str) -> str:
    setup = papers(items=ITEMS, **head)
    written = draft(desk(setup).play(f":open 18:30\n:present rest\n{script}").meeting, shipped_style(style))
    return write_text(written).replace("\u00a0", " ")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("body", "council", "head"),
    [
        ("County Council", "Ponds County Council", "Ponds County Council"),
        ("Council", "Ponds County Council", "Ponds County Council"),
        ("Council", "London Borough of Ponds", "London Borough of Ponds: Council"),
        ("Ponds County Council", "Ponds County Council", "Ponds County Council"),
    ],
)
def test_a_full_council_is_headed_by_its_name(style: str, body: str, council: str, head: str) -> None:
    assert head in _text("", style, body=body, council=council).split("12 March")[0]


def test_what_was_noted_is_named_for_what_there_was() -> None:
    assert "that the minutes be noted" in _text(":take 2\n:outcome noted", "county")
    assert "that this be noted" in _text(":take 3\n:outcome noted", "county")
    assert "that the report be noted" in _text(":take 4\n:outcome noted", "county")
    assert "that the report be noted" in _text(":take 3\n:introduce reed\n:outcome noted", "county")


@pytest.mark.parametrize("style", STYLES)
def test_in_whose_place_goes_on_with_the_body(style: str) -> None:
    script = ':take 3\n:appoint elm to="The Weir Board" -- in place of Councillor Yew'
    assert "The Weir Board, in place of Councillor Yew" in _text(script, style)
    other = script.replace("in place of Councillor Yew", "Councillor Elm thanked the Council")
    assert "(Councillor Elm thanked the Council)" in _text(other, style)


def test_the_number_of_a_resolution_stands_before_it_and_not_before_its_mover() -> None:
    text = " ".join(_text(":take 4\n:exclude items=4 para=3 weighed=yes by=oak,elm", "county").split())
    assert "31/– Resolved, on the motion of the Chairman, seconded by Councillor Dora Elm: that the press" in text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("In minute 6, G.H. John -> G. Thomas", "In minute 6, “G.H. John” to read “G. Thomas”"),
        ("minute 6, page 2, lost -> carried", "minute 6, page 2, “lost” to read “carried”"),
        ("in the third paragraph of minute 4, lost -> carried", "in the third paragraph of minute 4, “lost” to read"),
        ("Oak, Elm and Ash -> Oak and Elm", "“Oak, Elm and Ash” to read “Oak and Elm”"),
        ("In minuting, he said -> In minuting, she said", "“In minuting, he said” to read “In minuting, she said”"),
    ],
)
def test_the_place_of_a_correction_stands_before_its_words(typed: str, printed: str) -> None:
    assert printed in " ".join(_text(f":take 1\n:minutes 2031-02-05 -- {typed}", "barnet").split())


def test_whoever_asks_from_the_public_is_met_by_it() -> None:
    script = ':take 3\n:ask "Mrs Hannah Hill" to=ash -- when the weir would open -> soon'
    assert "Mrs Hannah Hill asked when the weir would open" in _text(script, "county")
    assert "Hannah" not in _text(script, "parish", body="Council")


def test_an_action_to_reply_says_to_whom() -> None:
    script = ":take 3\n:writtenreply reed to=ash due=2031-04-01 -- the weir"
    assert "Reply in writing to Councillor Ivo Ash on the weir" in _text(script, "barnet")
    outside = script.replace("to=ash", 'to="Mr Ivan Rook"')
    assert "Rook" not in _text(outside, "parish")
    assert "Reply in writing to the member of the public on the weir" in _text(outside, "parish")


@pytest.mark.parametrize(
    ("last", "latest", "warned"),
    [
        (date(2020, 7, 10), date(2020, 7, 10), False),
        (date(2020, 7, 10), date(2020, 9, 10), False),
        (date(2020, 7, 10), date(2021, 3, 1), True),
        (None, date(2021, 3, 1), True),
        (None, date(2020, 7, 10), False),
    ],
)
def test_six_months_end_by_what_is_kept(
    last: date | None, latest: date, warned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(registers, "hint", told.append)
    one = Member("elm", ("Dora Elm",), "", (), last, date(2020, 7, 10), date(2021, 1, 10))
    registers._warn_of_six_months([one], latest)
    assert bool(told) == warned
