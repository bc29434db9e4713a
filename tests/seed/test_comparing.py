"""The comparison itself, on invented minutes: it explains what a rule explains, and nothing else."""

import pytest

from .comparing import Difference, differences, normal

PUBLISHED = """
Decisions of the Example Committee
AGENDA ITEM 1
Councillor Ann Ashe-Dale (Chairman)
Councillor Bo Birch	Councillor Di Elm
Apologies for Absence
Councillor Cy O-Oak Councillor Ed Fir
1. ABSENCE
Apologies were received from Cllr Ed Fir and Cllr Cy O'Oak.
2. MEMBERS' ITEMS
None.
3. LIBRARIES
Resolved – this was noted.
Cllr Elm spoke on Item 2.
4. URGENT
The meeting finished at 9.00 pm
""".strip().splitlines()
OURS = """
Decisions of the Example Committee
Councillor Ann Ashe–Dale (Chairman)
Councillor Bo Birch	Councillor Di Elm
Apologies for Absence
Councillor Cy O-Oak	Councillor Ed Fir
1. ABSENCE
Apologies were received from Councillor Cy O-Oak and Councillor Ed Fir.
2. MEMBERS’ ITEMS
None.
3. LIBRARIES
RESOLVED - this was noted.
Councillor Di Elm spoke on Item 3.
4. URGENT
None.
The meeting finished at 9.00 pm
""".strip().splitlines()


def test_each_difference_has_the_fewest_rules_that_explain_it() -> None:
    assert [difference.rules for difference in differences(OURS, PUBLISHED)] == [
        ("FM-02",),
        ("4", "14", "17"),
        ("1",),
        ("4", "11", "14"),
        ("5",),
    ]


def test_minutes_are_equal_to_themselves() -> None:
    assert differences(PUBLISHED, PUBLISHED) == []


@pytest.mark.parametrize("place", range(len(OURS)))
def test_a_line_that_is_missing_or_altered_or_too_many_is_not_explained(place: int) -> None:
    before, line, after = OURS[:place], OURS[place], OURS[place + 1 :]
    for others in (["Something else."], [line, "Something else."], [line, "None."], [line, line]):
        assert [d for d in differences([*before, *others, *after], PUBLISHED) if not d.rules], others
    missing = differences([*before, *after], PUBLISHED)
    assert any(not d.rules for d in missing) or place == len(OURS) - 2, (
        "only the None. that rule 5 explains may be left out"
    )


def test_what_is_not_explained_shows_both_lines() -> None:
    ours = [line.replace("Item 3", "Item 4") for line in OURS]
    found = [difference for difference in differences(ours, PUBLISHED) if not difference.rules]
    assert found == [Difference((), "Cllr Elm spoke on Item 2.", "Councillor Di Elm spoke on Item 4.")]


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("  - a point", "a point"),
        ("CARRIED– the “motion”", 'CARRIED-the "motion"'),
        ("the officer’s\tview ", "the officer's view"),
        ("CARRIED", "CARRIED"),
    ],
)
def test_only_dashes_quotes_bullets_and_spaces_do_not_matter(line: str, same: str) -> None:
    assert normal(line) == same
