"""What several did at once is told in one sentence, with their names; what differs stands apart."""

import pytest

from tests.support.five import held, papers, text_of, under
from tests.support.minute import minute

VICE = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm", "role": "vice-chair"}]
VICE += [{"name": name} for name in ("Ivo Ash", "Petra Yew", "Hugh Green")]
FOUR = "Councillor Dora Elm, Councillor Ivo Ash, Councillor Petra Yew and Councillor Hugh Green"


@pytest.mark.parametrize(
    "script",
    [
        ":@18:40 {} elm,ash,yew,green",
        ":@18:40 {} elm,ash\n:@18:40 {} yew,green",
        ":@18:40 {} elm\n:@18:40 {} ash,yew,green",
    ],
)
def test_those_who_leave_or_return_at_once_stand_in_one_sentence(script: str) -> None:
    went = ":take 2\n" + script.format("out", "out")
    assert under(held(went), "2") == f"{FOUR} left the meeting at 6.40 pm."
    back = under(held(went + "\n" + script.format("in", "in").replace("18:40", "18:50")), "2")
    assert back.endswith(f"\n{FOUR} returned to the meeting at 6.50 pm.")


@pytest.mark.parametrize(
    ("script", "sentences"),
    [
        (":@18:40 out elm\n:@18:41 out ash", 2),
        (":out elm -- to catch a train\n:out ash", 2),
        (":out elm connection=yes\n:out ash", 2),
        (":out elm\nWords were said.\n:out ash", 3),
        (":out elm,ash connection=yes", 1),
        (":declare elm 2 kind=dpi\n:out elm,ash interest=yes", 2),
        (":declare elm,ash 2 kind=dpi\n:out elm,ash interest=yes", 1),
    ],
)
def test_what_differs_is_told_apart(script: str, sentences: int) -> None:
    assert len(under(held(f":take 2\n{script}"), "2").splitlines()) == sentences


def test_the_chair_who_leaves_with_others() -> None:
    setup = papers(members=VICE)
    assert under(held(":take 2\n:out oak,ash", setup), "2") == (
        "Councillor Tom Oak and Councillor Ivo Ash left the meeting.\nCouncillor Dora Elm took the Chair."
    )
    assert "took the Chair" not in under(held(":take 2\n:out oak,elm", setup), "2")
    back = under(held(":take 2\n:out oak,ash\n:in ash,oak", setup), "2")
    assert back.endswith(
        "Councillor Ivo Ash returned to the meeting.\nCouncillor Tom Oak returned to the meeting and resumed the Chair."
    )


def test_apologies_for_a_part_or_for_lateness_are_told_together() -> None:
    items = ({"number": 1, "title": "Absence of Members"},)
    script = ":apologies elm,ash kind=lateness -- held up by traffic\n:apologies yew,green kind=part -- for item 1\n"
    printed = text_of(minute(script + ":open 18:30\n:present rest", papers(items)))
    assert printed.count("Apologies for lateness were received") == 1
    assert "received from Councillor Petra Yew and Councillor Hugh Green for Item 1." in printed
    apart = script + ":open 18:30\n:present rest\n:@18:40 in elm\n:take 1\n:@18:50 in ash"
    assert text_of(minute(apart, papers(items))).count("Apologies for lateness were received") == 2
