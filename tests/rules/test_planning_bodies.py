"""A body that decides applications goes by the rules for that whatever it is called: by its name, or by the case
numbers of its items."""

import pytest

from clerk.events import Convened
from tests.support.five import held, papers, said

SCRIPT = ":take 2\n:put\n:vote lost\n:motion elm ash -- refuse\n:vote carried\n:close 21:00\n"


def _papers(body: str, case: str = "", **head: object) -> Convened:
    item = {"number": 2, "title": "Ponds", "recommendations": ["That the application be approved."], "case": case}
    return papers((item,), body=body, profile="england", **head)


@pytest.mark.parametrize(
    "body",
    [
        "Development Committee",
        "Area Development Control Committee",
        "Development Management Board",
        "Plans Sub-Committee",
    ],
)
def test_by_its_name(body: str) -> None:
    assert said(held(SCRIPT, _papers(body)), "M20")


@pytest.mark.parametrize("case", ["PF/15/0797", "21/01234/FUL", "P/2020/0012"])
@pytest.mark.parametrize("body", ["Regulatory Committee", "Eastern Area Sub-Committee", "Ponds Panel"])
def test_by_the_case_numbers_of_its_items(body: str, case: str) -> None:
    assert said(held(SCRIPT, _papers(body, case)), "M20")


@pytest.mark.parametrize(
    ("body", "case", "settings"),
    [
        ("Ponds Committee", "", {}),
        ("Ponds Committee", "Pond 12", {}),
        ("Ponds Committee", "PF/15/0797", {"body.kind": "committee"}),
        ("Licensing Sub-Committee", "LN/21/0123", {}),
        ("Brook District Council", "PF/15/0797", {}),
        ("Development Scrutiny Forum", "", {}),
    ],
)
def test_others_do_not(body: str, case: str, settings: dict[str, str]) -> None:
    meeting = held(SCRIPT, _papers(body, case, settings=settings))
    assert meeting.profile.body_kind != "planning"
    assert not said(meeting, "M20")
