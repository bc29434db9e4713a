"""Posts that members have in the council, where the roll names them (FM-03)."""

import pytest

from tests.support.five import held, papers, text_of
from tests.support.minute import minute

LEADERS = [{"name": "Tom Oak", "role": "chair", "post": "Leader of the Council"}]
LEADERS += [{"name": "Dora Elm", "role": "vice-chair", "post": "Armed Forces Champion"}]
LEADERS += [{"name": "Ivo Ash", "post": "Cabinet Member for Homes"}, {"name": "Petra Yew", "post": "Deputy Leader"}]


BOTH = "Councillor Tom Oak (Chairman, Leader of the Council)"


@pytest.mark.parametrize(
    ("body", "chair", "others"),
    [
        ("Ponds Committee", "Councillor Tom Oak (Chairman)", ["Elm (Vice-Chairman)\n", "Yew (Deputy Leader)"]),
        ("Pondham Borough Council", "Councillor Tom Oak (Chairman)", ["Yew (Deputy Leader)"]),
        ("Cabinet", BOTH, ["Ash (Cabinet Member for Homes)", "Yew (Deputy Leader)"]),
    ],
)
def test_a_post_in_the_council_stands_beside_the_office_at_a_cabinet(body: str, chair: str, others: list[str]) -> None:
    text = text_of(held("", papers(body=body, members=LEADERS)))
    assert all(said in text for said in (f"{chair}\n", *others))
    assert ("Homes" in text) is (body == "Cabinet")
    away = text_of(minute(":apologies oak\n:open 18:30\n:present rest", papers(body=body, members=LEADERS)))
    assert f"Apologies for Absence\n{chair}" in away


def test_a_post_that_is_the_office_stands_alone() -> None:
    members = [{"name": "Tom Oak", "role": "chair", "post": "Leader of the Council"}, {"name": "Dora Elm"}]
    cabinet = papers(body="Cabinet", members=members, labels={"chair": "Leader"})
    assert "Councillor Tom Oak (Leader of the Council)" in text_of(held("", cabinet))
