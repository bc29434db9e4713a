"""What is recorded where the public was sent out, or once it was back: who left with it, what of the item is over, what
is told of an item that is nothing but the resolution (X1, X5, X6, D14)."""

import pytest

from tests.support.five import held, papers, said, under

ITEMS = (
    {"number": 1, "title": "Ponds"},
    {"number": 2, "title": "To exclude the press and public for item 3, under section 100A"},
    {"number": 3, "title": "Land", "exempt": True, "recommendations": ["That the land be sold."]},
)
SETUP = papers(ITEMS)
KNOWN = ':person ord kind=speaker name="Delyth Ord" title=Mrs\n:take 1\n'
OUT = ":take 2\n:exclude items=3 para=3 weighed=yes\n"


def test_who_goes_with_the_public_is_said_to() -> None:
    meeting = held(f"{KNOWN}{OUT}:@19:10 out ord\n", SETUP)
    assert "Mrs Delyth Ord left the meeting at 7.10 pm." in under(meeting, "2", exempt=False)


@pytest.mark.parametrize("script", [":take 3\n:@19:10 out ord\n", ":take 3\n:in ord\n:@19:20 out ord\n"])
def test_who_is_heard_in_private_is_not(script: str) -> None:
    meeting = held(f"{KNOWN}{OUT}{script}", SETUP)
    assert "Ord" not in under(meeting, "3", exempt=False)
    assert "Ord" in under(meeting, "3")


def test_what_is_kept_back_at_the_resolution_is_found_as_that() -> None:
    meeting = held(f"{KNOWN}{OUT}The webcast was stopped.\n:take 3\n:put r3\n:vote 5 0 0\n:readmit\n", SETUP)
    told = [one for one in said(meeting, "X6") if "item 2" in one]
    assert len(told) == 1
    assert "kept private: a paragraph" in told[0]
    assert not said(meeting, "X5")


@pytest.mark.parametrize(
    "title",
    [
        "Exclusion of the press and public",
        "Motion to exclude the public",
        "To resolve to exclude the press and public for the following item",
        "To consider a resolution that the press and public be excluded",
        "That the public be excluded under section 1(2) of the 1960 Act",
    ],
)
def test_a_resolution_to_exclude_is_no_open_business(title: str) -> None:
    items = (ITEMS[0], {"number": 2, "title": title}, ITEMS[2])
    meeting = held(f"{KNOWN}{OUT}The webcast was stopped.\n:take 3\n:put r3\n:vote 5 0 0\n:readmit\n", papers(items))
    assert not said(meeting, "X5")


DECLARED = ":take 1\n:declare oak 3 kind=dpi effect=left -- owning the land\n"
PRIVATE = f"{DECLARED}{OUT}:take 3\n:out oak interest=yes\n:preside elm for=now\n:put r3\n:vote 4 0 0\n:readmit\n"


def test_who_is_back_when_the_business_is_over_did_not_preside_over_it() -> None:
    meeting = held(f"{PRIVATE}:in oak\n:preside oak\nThe next meeting would be on 3 June.\n", SETUP)
    assert not said(meeting, "D14")
    assert "left the room and took no part" in under(meeting, "1", exempt=False)


def test_who_presides_while_it_goes_on_did() -> None:
    before = PRIVATE.replace(":put r3\n:vote 4 0 0\n", "")
    meeting = held(f"{before}:in oak\n:preside oak\n:put r3\n:vote 5 0 0\n", SETUP)
    assert any("presided over item 3" in one for one in said(meeting, "D14"))


def test_what_the_clerk_frees_once_the_public_is_back_was_not_minuted_in_private() -> None:
    freed = held(f"{PRIVATE}The next meeting would be on 3 June.\n", SETUP)
    event = freed.events[-1].id
    script = f"{PRIVATE}The next meeting would be on 3 June.\n:private {event} no\n"
    assert not [one for one in said(held(script, SETUP), "X6") if "HARD" in one]
    inside = PRIVATE.replace(":readmit\n", "The price was low.\n")
    event = held(inside, SETUP).events[-1].id
    assert [one for one in said(held(f"{inside}:private {event} no\n", SETUP), "X6") if "HARD" in one]


def test_nor_do_the_public_minutes_say_so_who_know_of_no_vote() -> None:
    script = f"{PRIVATE}:in oak\n:preside oak\nThe next meeting would be on 3 June.\n"
    event = held(script, SETUP).events[-1].id
    meeting = held(f"{script}:private {event} no\n", SETUP)
    for exempt in (True, False):
        assert "left the room and took no part" in under(meeting, "1", exempt)
        assert "came back" not in under(meeting, "1", exempt)


@pytest.mark.parametrize(
    "vote", [":amend ash yew add -- In May.\n:vote 3 1 0\n", ":motion ash yew kind=adjournment\n:vote 1 3 0\n"]
)
def test_a_vote_that_decides_nothing_of_an_item_leaves_it_under_way(vote: str) -> None:
    items = (ITEMS[0], {"number": 2, "title": "Land", "recommendations": ["That the land be sold."]})
    away = ":take 1\n:declare oak 2 kind=dpi effect=left -- owning it\n:take 2\n"
    away += ":out oak interest=yes\n:preside elm for=now\n"
    script = f"{away}{vote}:in oak\n:preside oak\nThe price was debated.\n"
    meeting = held(script, papers(items))
    assert any("presided over item 2" in one for one in said(meeting, "D14"))
    assert "came back" in under(meeting, "1")
    over = held(f"{away}:put r2\n:vote 4 0 0\n:in oak\n:preside oak\nThe officers were thanked.\n", papers(items))
    assert not said(over, "D14")
    assert "came back" not in under(over, "1")
