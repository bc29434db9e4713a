"""What is said is said of the right person, item and text: who is called alike is named in full, a motion that nobody
gave notice of stands in nobody's name, and what stands before the taking of an item is of the one before."""

from __future__ import annotations

from typing import Any

import pytest

from clerk.events import ItemTaken
from tests.support.five import held, papers, said, text_of, under

MEMBERS: list[dict[str, Any]] = [
    {"name": "Tom Oak", "role": "chair"},
    {"name": "Dora Elm"},
    {"name": "Ivo Green"},
    {"name": "Olu Green", "title": "Councillor Dr"},
    {"name": "Denzil Ash", "title": "Councillor Sir"},
]


def test_two_councillors_of_a_surname_are_named_in_full_whatever_their_titles() -> None:
    done = held(
        ":take 2\n:action green -- write\n".replace("green", '"Ivo Green"') + ':action "Olu Green" -- ring\n'
        ":action elm -- wait\n:action ash -- go",
        papers(members=MEMBERS),
    )
    printed = under(done, "2")
    assert "Action: Councillor Ivo Green – Write" in printed
    assert "Action: Councillor Dr Olu Green – Ring" in printed
    assert "Action: Councillor Elm – Wait" in printed
    # No surname alone follows "Sir".
    assert "Action: Councillor Sir Denzil Ash – Go" in printed


def test_a_finding_names_the_one_of_two_whom_it_means() -> None:
    planning = papers(members=MEMBERS, settings={"body.kind": "planning", "body.full_presence": True})
    done = held(':out "Olu Green"\n:take 2\n:introduce reed\n:in "Olu Green"\n:put\n:vote 3 2 0', planning)
    assert any("Councillor Dr Olu Green" in found and "(was not there" in found for found in said(done, "V9"))


def test_in_a_division_each_is_named_without_the_word_that_all_have() -> None:
    council = papers(members=MEMBERS, body="Council", settings={"body.kind": "council"})
    done = held(':take 2\n:put\n:vote named against="Olu Green" rest=for', council)
    printed = under(done, "2")
    assert "Dr Olu Green" in printed
    assert "Councillor Dr Olu Green" not in printed


@pytest.mark.parametrize(
    ("title", "above", "noticed"),
    [
        ("Motion: Bees", "", True),
        ("Notices of Motion", "", True),
        ("Administration Business", "", True),
        ("The keeping of bees", "Motions on notice", True),
        ("Petition for debate: bees", "", False),
        ("Promotion of the Ponds: a petition", "", False),
        ("Statement of Licensing Policy", "", False),
        ("Otters", "", True),
    ],
)
def test_only_what_stood_on_the_agenda_as_a_motion_is_in_a_members_name(title: str, above: str, noticed: bool) -> None:
    parts = [{"number": "4.1" if above else 4, "title": title}]
    items = ({"number": 4, "title": above}, *parts) if above else tuple(parts)
    council = papers(items=items, body="Council", settings={"body.kind": "council"})
    number = "4.1" if above else "4"
    done = held(f":take {number}\n:motion elm ash -- That the bees be kept.\n:vote unanimous", council)
    assert ("standing in that Member’s name" in text_of(done)) is noticed
    assert "Councillor Dora Elm moved" in text_of(done)


def test_what_an_amendment_adds_to_a_motion_is_said_to_be_added() -> None:
    done = held(
        ":take 3\n:motion elm ash -- That bees be kept.\n:amend yew green add -- That £5 be spent.\n:vote 3 2 0"
    )
    assert "That the following be added:\nThat £5 be spent." in under(done, "3")
    extra = held(":take 2\n:amend yew green add -- That £5 be spent.\n:vote 3 2 0")
    assert "that an additional recommendation be included:\nThat £5 be spent." in under(extra, "2")


@pytest.mark.parametrize("vote", [":@<t3 vote unanimous", ":@<t3 vote unanimous of=r2", ":@<t3 vote 5 0 0"])
def test_what_stands_before_an_item_is_taken_is_of_the_one_before(vote: str) -> None:
    """Recorded after the close, with the public never readmitted: the business of a public item is public."""
    private = ":exclude items=3 para=3 weighed=yes\n:vote unanimous of=r3\n:summary -- Agreed."
    script = f":take 2\n:take 3\n{private}\n:close"
    before = held(script)
    taken = [placed.id for placed in before.events if isinstance(placed.event, ItemTaken)][-1]
    done = held(f"{script}\n{vote.replace('t3', 'e' + taken)}")
    assert "RESOLVED – the recommendation was" in under(done, "2", exempt=False)
    assert said(done, "X1", "T3", "M21") == []


@pytest.mark.parametrize(
    "asked",
    [
        ":ask elm to=reed supplementary=yes -- when they would be dredged -> in May",
        ":ask elm to=reed -- (supplementary) when they would be dredged -> in May",
        ":ask elm to=reed -- Supplementary question: When would they be dredged? -> in May",
    ],
)
def test_a_members_supplementary_is_said_to_be_one(asked: str) -> None:
    printed = under(held(f":take 2\n{asked}"), "2")
    assert "A Member asked, in a supplementary question" in printed
    assert printed.lower().count("supplementary") == 1
    assert ",:" not in printed
    assert "dredged" in printed
    assert "May" in printed


@pytest.mark.parametrize(
    "typed",
    [
        ":reasons -- 1. Too tall.\n  2. Too near the road.",
        ":reasons -- - Too tall.\n  - Too near the road.",
        ":reasons -- 1) Too tall.\n  2) Too near the road.",
        ":reasons -- Too tall.\n  Too near the road.",
    ],
)
def test_reasons_are_numbered_once(typed: str) -> None:
    done = held(f":take 2\n:motion elm ash -- That permission be refused.\n:vote 3 2 0\n{typed}")
    assert "1. Too tall.\n2. Too near the road." in under(done, "2")


def test_a_figure_that_begins_a_reason_is_kept() -> None:
    done = held(":take 2\n:vote unanimous\n:reasons -- 12. The trees of policy 12.\n  3. And those of policy 3.")
    assert "1. 12. The trees of policy 12." in under(done, "2")


def test_announcements_one_after_the_other_stand_below_one_sentence() -> None:
    done = held(
        ":take 2\n:announce -- The fair would be on 1 May.\n:announce -- 1. The pond was full.\n  2. So was he."
    )
    printed = under(done, "2")
    assert printed.count("made the following") == 1
    assert "made the following announcements:" in printed
    assert "- The fair would be on 1 May.\n- The pond was full.\n- So was he." in printed
    apart = held(":take 2\n:announce by=elm -- The fair would be on 1 May.\n:announce -- The pond was full.")
    assert under(apart, "2").count("made the following announcement:") == 2
