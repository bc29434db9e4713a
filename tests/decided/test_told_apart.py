"""Two of one name are told apart wherever a name prints, and two interests of one member have one effect."""

from typing import Any

import pytest

from clerk.names import Unclear
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import OPENED, papers, said
from tests.support.minute import Desk, desk


def two(mine: dict[str, Any], other: dict[str, Any], script: str = "") -> Desk:
    """A meeting at which a member, and another councillor, are called Ida Lorne."""
    members = [{"name": "Tom Oak", "role": "chair"}, {"name": "Ida Lorne", "id": "one", **mine}, {"name": "Ivo Ash"}]
    others = [{"name": "Ida Lorne", "id": "other", "kind": "councillor", **other}]
    return desk(papers(members=members, officers=others)).play(OPENED + script)


SCRIPT = """\
:attending other
:take 2
:amend one ash at=1 words=first -- dredged -> drained
:vote 2 1 0
:ask other -- who had paid
:put
:vote named against=one rest=for
"""
WARDS = {"ward": "Cobham"}, {"ward": "Camberley West"}
POSTS = {"post": "Cabinet Member for Finance"}, {"post": "Chairman of the Resources Panel"}


@pytest.mark.parametrize("style", ["barnet", "county", "parish", "plain-english"])
@pytest.mark.parametrize(
    ("both", "mine", "theirs"),
    [(WARDS, "Cobham", "Camberley West"), (POSTS, POSTS[0]["post"], POSTS[1]["post"])],
)
def test_two_of_one_name_are_told_apart_in_minutes_and_sheet(style: str, both: Any, mine: str, theirs: str) -> None:
    meeting = two(*both, SCRIPT).meeting
    house = shipped_style(style)
    written = draft(meeting, house, False)
    sheet = decision_sheet(meeting, house, written)
    told = [line for one in (written, sheet) for block in one.blocks for line in lines(block) if "Lorne" in line]
    assert len(told) > 4
    assert [line for line in told if f"Lorne ({mine})" not in line and f"Lorne ({theirs})" not in line] == []
    assert not any(f"({mine}) ({mine})" in line for line in told)
    assert said(meeting, "A9") == []


def test_findings_and_what_is_typed_tell_them_apart_too() -> None:
    at = two(*WARDS, ":take 2\n:put\n:vote 1 1 0")
    assert any("Ida Lorne (Cobham)" in one for one in said(at.meeting, "V9"))
    at.play(':@19:00 out "Lorne Cobham"')
    assert "one" not in at.meeting.in_room
    with pytest.raises(Unclear, match=r"Councillor Ida Lorne \(Cobham\) or Councillor Ida Lorne \(Camberley West\)"):
        at.play(":in lorne")


def test_two_whom_nothing_tells_apart_are_found_until_something_does() -> None:
    at = two({}, {})
    (one,) = said(at.meeting, "A9")
    assert one.startswith("WARN A9: Two people are called Councillor Ida Lorne")
    at.play(":person one ward=Cobham\n:person other ward=Camberley")
    assert said(at.meeting, "A9") == []
    assert at.meeting.name("other") == "Councillor Ida Lorne (Camberley)"


def test_one_who_has_a_name_alone_has_no_ward_after_it() -> None:
    meeting = two(WARDS[0], {"ward": "Camberley West", "name": "Ada Lorne"}, SCRIPT).meeting
    assert meeting.name("one") == "Councillor Ida Lorne"


BOTH = """\
:take 1
:declare elm 2 kind=dpi effect=left -- owning a boat
:declare elm 2 kind=personal effect={} -- knowing the owner
"""


def _effects(effect: str) -> tuple[str, str, list[str]]:
    meeting = (
        desk(papers()).play(OPENED + BOTH.format(effect) + ":out elm interest=yes\n:take 2\n:put\n:vote assent").meeting
    )
    house = shipped_style()
    written = draft(meeting, house)
    sheet = decision_sheet(meeting, house, written)
    minutes, decided = ("\n".join(line for b in one.blocks for line in lines(b)) for one in (written, sheet))
    return minutes, decided, said(meeting, "D4")


def test_who_leaves_for_one_interest_is_not_said_to_take_part_for_another() -> None:
    minutes, sheet, found = _effects("stayed")
    assert "took part in the" not in minutes + sheet
    assert minutes.count("left the room and took no part") == 1
    assert sheet.count("left the room and took no part") == 1
    assert found == [
        "WARN D4: Two declarations of Councillor Elm in item 2 have different effects: “left” and “stayed”."
    ]


@pytest.mark.parametrize("effect", ["left", '"no vote"'])
def test_effects_that_go_together_contradict_nothing(effect: str) -> None:
    assert _effects(effect)[2] == []
