"""Initials and snippets, expanded as they are typed."""

import pytest

from clerk.shorthand.snippets import expand
from tests.support.minute import minute

OPEN = ":open 19:00\n:present rest\n:take 7"


@pytest.mark.parametrize(
    ("word", "becomes"),
    [
        ("@RA", "Councillor Rowan Ash"),
        ("@ra", "Councillor Rowan Ash"),
        ("@swm,", "Councillor Sam Willow-Marsh,"),
        ("@willow-marsh", "Councillor Sam Willow-Marsh"),
        ("@reed.", "Ms Jo Reed."),
        ("RA", None),
        ("SWM", None),
        ("@R", None),
        ("@zz", None),
        ("jo@reed", None),
        ("@", None),
        ("fd", "Following discussion, the Chairman thanked officers"),
        ("it", "under item 7 (Boathouse Repairs) the Committee"),
        ("odd", "a {brace} stays"),
        ("ra", None),
        ("R", None),
        ("ZZ", None),
        ("word", None),
        ("", None),
        ("R2", None),
    ],
)
def test_a_word_becomes_what_it_stands_for(word: str, becomes: str | None) -> None:
    snippets = {
        "fd": "Following discussion, {chair} thanked officers",
        "it": "under item {item} ({title}) the {committee}",
        "odd": "a {brace} stays",
    }
    assert expand(minute(OPEN), word, snippets) == becomes


def test_initials_that_two_people_share_stay_as_they_were_typed() -> None:
    meeting = minute(OPEN + '\n:person asher name="Rae Asher" post="Clerk"')
    assert expand(meeting, "@ra", {}) is None


def test_a_snippet_goes_before_a_person() -> None:
    assert expand(minute(OPEN), "@ra", {"@ra": "risk assessment"}) == "risk assessment"
