"""Rolls of a council in columns under the headings of its groups: each member with their own group and division, and a
doubt where a heading says another number than was read. And officers and reserves who stand beside the members."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.packs import Pack

Found = Callable[..., Pack]
HEAD = "SALTMERE COUNTY COUNCIL\n\nTuesday, 12 May 2026 at 6.30 pm\n\nVenue: County Hall, Saltmere\n\n"
ITEMS = "\nAGENDA\n\n1.  APOLOGIES\n\n2.  MINUTES\n\n3.  NEXT MEETING\n"
GROUPS = (
    (
        "Rural and Towns Group",
        (("Upper Mere", "Mrs Una Reeve (Chairman of the Council)"), ("Salt Hill", "Mr Guy Pask")),
    ),
    ("Saltmere Independents", (("Fosse Gate", "Mr Ivo ap Huw (Group Leader)"), ("Long Reach", "Dr Ada Moss"))),
    ("Not in a group", (("Saltings", "Colonel Walter Gedge"),)),
)


def roll(counted: bool = True, heads: str = "Division                Member\n", wrong: int = 0) -> str:
    """A roll of the groups; `wrong` is how many more the first heading says than there are."""
    lines = [f"MEMBERSHIP OF THE COUNCIL (5)\n\n{heads}"]
    for number, (group, people) in enumerate(GROUPS):
        count = len(people) + (wrong if not number else 0)
        rows = "".join(f"{ward:24}{name}\n" for ward, name in people)
        lines.append(f"{group}{f' ({count})' if counted else ''}\n{rows}\n")
    return "".join(lines)


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize("heads", ["Division                Member\n", "Ward                    Councillor\n"])
def test_each_member_with_their_group_and_division(counted: bool, heads: str, found: Found) -> None:
    pack = found(HEAD + roll(counted, heads) + ITEMS)
    members = pack.meeting.of("member")
    read = [(one.get("name"), one.get("ward"), one.get("group")) for one in members]
    first, second = "Rural and Towns Group", "Saltmere Independents"
    assert read == [
        ("Una Reeve", "Upper Mere", first),
        ("Guy Pask", "Salt Hill", first),
        ("Ivo ap Huw", "Fosse Gate", second),
        ("Ada Moss", "Long Reach", second),
        ("Walter Gedge", "Saltings", ""),
    ]
    assert [one.get("role") for one in members] == ["chair", "", "", "", ""]
    assert not any(one.get("organisation") for one in members)
    assert not any("read there" in doubt.text for doubt in pack.doubts)


def test_columns_without_headings_are_divisions_where_each_has_a_title(found: Found) -> None:
    members = found(HEAD + roll(heads="") + ITEMS).meeting.of("member")
    assert [(one.get("name"), one.get("ward"), one.get("group")) for one in members[:4]] == [
        ("Una Reeve", "Upper Mere", "Rural and Towns Group"),
        ("Guy Pask", "Salt Hill", "Rural and Towns Group"),
        ("Ivo ap Huw", "Fosse Gate", "Saltmere Independents"),
        ("Ada Moss", "Long Reach", "Saltmere Independents"),
    ]


@pytest.mark.parametrize("wrong", [1, -1])
def test_a_heading_that_counts_others_is_doubted(wrong: int, found: Found) -> None:
    pack = found(HEAD + roll(wrong=wrong) + ITEMS)
    said = [doubt.text for doubt in pack.doubts if "read there" in doubt.text]
    assert len(said) == 1
    assert f"“Rural and Towns Group ({2 + wrong})”, but 2 were read" in said[0]


@pytest.mark.parametrize(
    ("listed", "wrong"),
    [
        ("Labour (2)\nCllr Ann Oak (Chair)\nCllr Bob Elm\n", False),
        ("Labour (3)\nCllr Ann Oak (Chair)\nCllr Bob Elm\nVacancy\n", False),
        ("Labour (3): Cllr Ann Oak (Chair), Cllr Bob Elm\n", True),
        ("Labour (2)\nCllr Ann Oak (Chair)\nCllr Bob Elm\nGreen (2)\nCllr Cat Ash\n", True),
    ],
)
def test_a_list_that_is_counted(listed: str, wrong: bool, found: Found) -> None:
    pack = found(HEAD + f"Members\n{listed}" + ITEMS)
    assert any("read there" in doubt.text for doubt in pack.doubts) == wrong


@pytest.mark.parametrize(
    "heading",
    ["Reserves (called in this order)", "Reserves", "Substitutes (who may sit for any member)", "Reserve members (2)"],
)
def test_reserves_behind_what_is_said_of_them(heading: str, found: Found) -> None:
    text = f"Members\nCouncillors Ann Oak (Chair) and Bob Elm\n{heading}: Councillors Miss Cat Ash and Dan Fir\n"
    pack = found(HEAD + text + ITEMS)
    assert [one.get("name") for one in pack.meeting.of("substitute")] == ["Cat Ash", "Dan Fir"]
    assert [one.get("name") for one in pack.meeting.of("member")] == ["Ann Oak", "Bob Elm"]


def test_officers_with_their_posts_before_them(found: Found) -> None:
    text = (
        "Members\nCouncillors Ann Oak (Chair) and Bob Elm\n\nOFFICERS\n"
        "Licensing Manager             Mr Gil Tarn\nLegal Adviser                 Ms Una Reeve\n"
        "Democratic Services Officer   Mr Ivo Finch (clerk to the Committee)\n"
    )
    pack = found(HEAD + text + ITEMS)
    assert [(one.get("name"), one.get("post")) for one in pack.meeting.of("officer")] == [
        ("Gil Tarn", "Licensing Manager"),
        ("Una Reeve", "Legal Adviser"),
        ("Ivo Finch", "Democratic Services Officer (clerk to the Committee)"),
    ]
    assert not pack.unread


@pytest.mark.parametrize(
    ("said", "contact"),
    [
        ("Contact: Ivo Finch (clerk to the Committee), 01632 960126", "Ivo Finch, 01632 960126"),
        ("Contact: Una Reeve (Democratic Services Officer) 01632 960126", "Una Reeve, 01632 960126"),
        ("Contact: Ivo Finch (clerk to the Committee)", "Ivo Finch"),
    ],
)
def test_a_contact_with_a_post_in_brackets(said: str, contact: str, found: Found) -> None:
    pack = found(HEAD + f"Members\nCllr Ann Oak (Chair)\n\n{said}\n" + ITEMS)
    assert pack.meeting.get("contact") == contact


def test_wards_that_stand_above_those_who_sit_for_them(found: Found) -> None:
    text = "Councillors\nMill Ward (3)\nCllr Ann Oak (Chair)\nCllr Bob Elm\nQuay Ward (1)\nCllr Cat Ash\n"
    pack = found(HEAD + text + ITEMS)
    assert [(one.get("name"), one.get("ward")) for one in pack.meeting.of("member")] == [
        ("Ann Oak", "Mill Ward"),
        ("Bob Elm", "Mill Ward"),
        ("Cat Ash", "Quay Ward"),
    ]
    assert [doubt.text for doubt in pack.doubts if "read there" in doubt.text] == [
        "The papers say “Mill Ward (3)”, but 2 were read there. Is the list of members read rightly?"
    ]
    assert not pack.unread


def test_a_group_of_any_name_is_one_where_it_is_counted_as_another_is(found: Found) -> None:
    text = (
        "Members of the Council (5)\n\nLabour Group (2)\nMr John Oak (Chairman) - Mill\nMrs Ann Elm – Quay\n\n"
        "Fellshire First (2)\nMs Pat Ash (Group Leader)\nDr Sam Fir\n\nIndependent (1)\nMiss Joy Box\n"
    )
    pack = found(HEAD + text + ITEMS)
    assert [(one.get("name"), one.get("group"), one.get("ward")) for one in pack.meeting.of("member")] == [
        ("John Oak", "Labour Group", "Mill"),
        ("Ann Elm", "Labour Group", "Quay"),
        ("Pat Ash", "Fellshire First", ""),
        ("Sam Fir", "Fellshire First", ""),
        ("Joy Box", "Independent", ""),
    ]
    assert not pack.unread
    assert not any("read there" in doubt.text for doubt in pack.doubts)
