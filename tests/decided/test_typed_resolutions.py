"""A resolution that is typed beside what was carried: printed once, or questioned (A9)."""

import pytest

from tests.support.five import held, said, under


@pytest.mark.parametrize(
    "typed",
    [
        "RESOLVED – that the ponds be dredged.",
        "RESOLVED by 4 votes to 1 that the ponds be dredged.",
        "Resolved: the officer’s recommendation was agreed.",
        "It was resolved that the dredging of the ponds be approved.",
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_what_says_the_same_is_printed_once(typed: str, before: bool) -> None:
    lines = [typed, ":vote 4 1 0"] if before else [":vote 4 1 0", typed]
    meeting = held("\n".join([":take 2", *lines]))
    assert under(meeting, "2").upper().count("RESOLVED") == 1
    assert not said(meeting, "V26")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("RESOLVED – that the ponds be dredged subject to a survey of newts.", "its words"),
        ("RESOLVED – that the ponds be dredged and the lake be closed.", "its words"),
        ("RESOLVED, on the motion of Councillor Petra Yew, that the ponds be dredged.", "it names Councillor Yew"),
        ("RESOLVED (3 votes to 2) that the ponds be dredged.", "its figures"),
    ],
)
def test_what_says_more_or_other_is_questioned(typed: str, why: str) -> None:
    meeting = held(f":take 2\n:put by=elm,ash\n:vote 4 1 0\n{typed}")
    (found,) = said(meeting, "V26")
    assert found.startswith("WARN")
    assert why in found
    assert typed in under(meeting, "2")


@pytest.mark.parametrize(
    ("script", "typed"),
    [
        (":put by=elm,ash\n:vote 4 1 0", "RESOLVED, on the motion of Councillor Dora Elm, that the ponds be dredged."),
        (":vote 4 1 0\n:record yew against", "RESOLVED that the ponds be dredged, Councillor Yew against."),
        (":vote 4 1 0\n:outcome approved -- subject to a survey", "RESOLVED that the ponds be dredged after a survey."),
    ],
)
def test_who_took_part_and_what_was_recorded_with_it_are_no_difference(script: str, typed: str) -> None:
    found = said(held(f":take 2\n{script}\n{typed}"), "V26")
    assert not [line for line in found if "names" in line]


def test_unanimously_typed_of_a_vote_that_was_not_is_one_finding() -> None:
    meeting = held(":take 2\n:vote 4 1 0\nRESOLVED unanimously that the ponds be dredged.")
    assert [line[:8] for line in said(meeting, "V10", "V26")] == ["WARN V10"]


@pytest.mark.parametrize("typed", ["None.", "Nil."])
def test_none_typed_does_not_stay_above_a_declaration(typed: str) -> None:
    script = f":take 1\n{typed}\n:declare elm 2 kind=personal -- she fishes there"
    assert typed not in under(held(script), "1").splitlines()
