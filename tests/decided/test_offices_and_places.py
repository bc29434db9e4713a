"""Who is elected to an office of the Council, and to a place on another body: in the roll, and in the sentence."""

import pytest

from exports.elections import is_a_body
from tests.support.five import held, papers, text_of, under
from tests.support.minute import minute

ITEMS = (
    {"number": 1, "title": "Election of the Mayor", "kind": "election"},
    {"number": 2, "title": "Appointment of the Deputy Mayor", "kind": "election"},
    {"number": 3, "title": "Trustees", "kind": "election"},
)
MEMBERS = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm", "role": "vice-chair"}]
MEMBERS += [{"name": name} for name in ("Ivo Ash", "Petra Yew")]
LABELS = {"chair": "Mayor", "vice_chair": "Deputy Mayor"}


def annual(script: str, body: str = "Pondham Borough Council") -> str:
    return text_of(held(script, papers(ITEMS, body=body, members=MEMBERS, labels=LABELS)))


def test_whoever_was_elected_has_the_office_and_whoever_had_it_retires() -> None:
    text = annual(":take 1\n:nominate elm ash yew to=Mayor\n:ballot elm\n:take 2\n:nominate yew ash\n:ballot yew")
    offices = [
        "Councillor Dora Elm (Mayor)",
        "Councillor Petra Yew (Deputy Mayor)",
        "Councillor Tom Oak (retiring Mayor)",
    ]
    assert "\n".join(offices) in text
    assert "retiring Deputy" not in text


@pytest.mark.parametrize(
    "script",
    [
        ":take 1\n:nominate oak ash yew\n:ballot oak",  # elected again
        ":take 1\n:nominate yew ash\n:nominate elm oak\n:ballot yew 2 elm 2",  # nobody was elected
        ":take 3\n:nominate yew ash to=Mayor\n:ballot yew to=Mayor",  # to preside, at an item of another kind
    ],
)
def test_nobody_retires_in_whose_place_nobody_was_elected(script: str) -> None:
    text = annual(script)
    assert "retiring" not in text
    assert "Councillor Tom Oak (Mayor)\nCouncillor Dora Elm (Deputy Mayor)" in text


@pytest.mark.parametrize("title", ["Election of a Mayor for this meeting", "Election of Mayor"])
def test_a_committee_s_chairman_for_the_night_takes_no_office(title: str) -> None:
    items = ({"number": 1, "title": title, "kind": "election"}, {"number": 2, "title": "Ponds"})
    setup = papers(items, members=MEMBERS, labels=LABELS)
    away = ":present rest out=oak\n" if title == "Election of Mayor" else ":present rest\n"
    text = text_of(minute(f":open 18:30\n{away}:take 1\n:nominate yew ash\n:ballot yew\n", setup))
    assert "retiring" not in text
    assert "Councillor Petra Yew (Mayor)" not in text


def test_whom_a_committee_elects_to_its_chair_is_its_chairman() -> None:
    text = annual(":take 1\n:nominate yew ash\n:ballot yew", body="Ponds Committee")
    assert "Councillor Petra Yew (Mayor)\nCouncillor Tom Oak (retiring Mayor)" in text


@pytest.mark.parametrize(
    ("post", "said"),
    [
        ("Pond Trust", "be elected to the Pond Trust"),
        ("the Joint Fire Authority", "be elected to the Joint Fire Authority"),
        ("Board of Governors", "be elected to the Board of Governors"),
        ("Chair of the Pond Trust", "be elected Chair of the Pond Trust"),
        ("Leader of the Council", "be elected Leader of the Council"),
        ("representative on the Fire Authority", "be elected representative on the Fire Authority"),
    ],
)
def test_a_place_on_a_body_is_no_post(post: str, said: str) -> None:
    meeting = held(
        f':take 3\n:nominate ash elm yew to="{post}"\n:nominate yew elm ash to="{post}"\n'
        ":ballot ash 3 yew 1 elected=ash",
        papers(ITEMS, body="Pondham Borough Council", members=MEMBERS, labels=LABELS),
    )
    printed = under(meeting, "3")
    assert printed.count(f"Councillor Ivo Ash {said}.") == 2
    assert is_a_body(post) is ("elected to" in said)
    assert printed.count("In the ballot for the ") == int("elected to" in said)


def test_a_committee_appoints_to_a_body() -> None:
    printed = under(held(':take 3\n:nominate ash elm yew to="Bees Panel"\n:ballot ash', papers(ITEMS)), "3")
    assert "Councillor Dora Elm proposed Councillor Ivo Ash for the Bees Panel" in printed
    assert "be appointed to the Bees Panel." in printed


def test_only_whose_chair_it_is_resumes_it() -> None:
    script = ":take 2\n:out oak\n:preside elm\n:in oak\n:preside oak\n:take 3\n:out oak\n:preside elm\n"
    meeting = held(script, papers())
    assert "Councillor Dora Elm took the Chair." in under(meeting, "3")
    assert "Councillor Tom Oak resumed the Chair." in under(meeting, "2")
