"""Clauses that a Member put among the officers' own begin and end as those do (MT-08)."""

import pytest

from tests.support.five import held, papers, under

SMALL = "1. approve the dredging of the ponds; and\n2. delegate the work to the Head of Ponds."
GREAT = "1. Approve the dredging of the ponds.\n2. Delegate the work to the Head of Ponds."
LED = f"That the Committee:\n{SMALL}"
THAT = "1. That the ponds be dredged.\n2. That the work be delegated."
ADDED = ":amend ash yew add -- Report the results to the next meeting.\n:vote 4 1 0\n:put r1\n:vote 5 0 0\n"
CHANGED = ":amend ash yew words=first -- dredg -> fill\n:vote 4 1 0\n:put r1\n:vote 5 0 0\n"


def printed(recommended: str, script: str) -> str:
    setup = papers(({"number": 1, "title": "Ponds", "recommendations": recommended},))
    return under(held(f":take 1\n{script}", setup), "1")


@pytest.mark.parametrize(
    ("recommended", "script", "lines"),
    [
        (
            SMALL,
            ADDED,
            "1. approve the dredging of the ponds;\n2. delegate the work to the Head of Ponds; and\n"
            "3. report the results to the next meeting.",
        ),
        (LED, ADDED, "2. delegate the work to the Head of Ponds; and\n3. report the results to the next meeting."),
        (SMALL, ADDED.replace("the results", "to the Council"), "3. report to the Council to the next meeting."),
        (SMALL, CHANGED, "1. approve the filling of the ponds; and\n2. delegate the work to the Head of Ponds."),
        (GREAT, ADDED, "2. Delegate the work to the Head of Ponds.\n3. Report the results to the next meeting."),
        (THAT, CHANGED, "1. That the ponds be filled.\n2. That the work be delegated."),
        (
            SMALL,
            ADDED.replace("Report the results", "Ponds Week be held and reported"),
            "the Head of Ponds; and\n3. that Ponds Week be held and reported to the next meeting.",
        ),
        (
            SMALL,
            ":amend ash yew at=2 delete\n:vote 4 1 0\n:put r1\n:vote 5 0 0\n",
            "approve the dredging of the ponds",
        ),
    ],
)
def test_what_was_put_in_is_written_as_what_stands_beside_it(recommended: str, script: str, lines: str) -> None:
    assert lines in printed(recommended, script)
