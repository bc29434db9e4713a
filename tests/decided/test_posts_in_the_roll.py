"""Posts that members have in the council, where the roll names them (FM-03)."""

import pytest

from tests.support.five import held, papers, text_of
from tests.support.minute import minute

LEADERS = [{"name": "Tom Oak", "role": "chair", "post": "Leader of the Council"}]
LEADERS += [{"name": "Dora Elm", "role": "vice-chair", "post": "Armed Forces Champion"}]
LEADERS += [{"name": "Ivo Ash", "post": "Cabinet Member for Homes"}, {"name": "Petra Yew", "post": "Deputy Leader"}]


@pytest.mark.parametrize(
    ("body", "roll"),
    [
        (
            "Ponds Committee",
            ["(Chairman, Leader of the Council)", "Elm (Vice-Chairman)\n", "Ash ", "Yew (Deputy Leader)"],
        ),
        ("Cabinet", ["(Chairman, Leader of the Council)", "Ash (Cabinet Member for Homes)", "Yew (Deputy Leader)"]),
    ],
)
def test_a_post_in_the_council_stands_in_the_roll_beside_the_office(body: str, roll: list[str]) -> None:
    text = text_of(held("", papers(body=body, members=LEADERS)))
    assert all(said in text for said in roll)
    away = text_of(minute(":apologies oak\n:open 18:30\n:present rest", papers(body=body, members=LEADERS)))
    assert "Apologies for Absence\nCouncillor Tom Oak (Chairman, Leader of the Council)" in away


def test_a_post_that_is_the_office_stands_alone() -> None:
    members = [{"name": "Tom Oak", "role": "chair", "post": "Mayor of Pondham"}, {"name": "Dora Elm"}]
    council = papers(body="Pondham Borough Council", members=members, labels={"chair": "Mayor"})
    assert "Councillor Tom Oak (Mayor of Pondham)" in text_of(held("", council))
