"""Interests: of what kind, in what, with what effect, where they bar (B13); coming and going for them (B12)."""

from typing import Any

import pytest

from clerk.library import registers
from clerk.library.records import Record
from clerk.library.state import Library
from clerk.names import Unclear
from clerk.saying.happened import what_happened
from exports.blocks import Grid
from exports.draft import draft
from exports.registers import as_csv, declarations
from exports.style import shipped_style
from tests.support.five import held, papers, said, text_of, under
from tests.support.minute import minute

AGENDA: tuple[dict[str, Any], ...] = (
    {"number": 1, "title": "Declarations of Members' interests"},
    {"number": 2, "title": "Ponds", "recommendations": ["That the ponds be dredged."]},
    {"number": 3, "title": "Bees", "recommendations": ["That the hives be moved."]},
)
VICE = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm", "role": "vice-chair"}]
VICE += [{"name": name} for name in ("Ivo Ash", "Petra Yew", "Hugh Green")]
TABLE = {"printing": {"declarations": "table"}}


def may_vote(kind: str, day: str = "2031-03-12", **settings: Any) -> bool:
    meeting = held(f':declare elm 2 kind="{kind}"\n:take 2\n:vote assent', papers(date=day, settings=settings))
    return "elm" in meeting.votes["v1"].entitled


@pytest.mark.parametrize(
    "kind", ["non-disclosable pecuniary", "non-pecuniary", "personal", "other", "prejudicial", "non-prejudicial"]
)
def test_what_does_not_bar(kind: str) -> None:
    assert may_vote(kind)


def test_what_bars_and_from_when() -> None:
    assert not may_vote("dpi")
    assert not may_vote("disclosable pecuniary")
    assert not may_vote("dpi", "2012-07-01")
    assert may_vote("dpi", "2012-06-30")
    assert not may_vote("prejudicial", "2012-06-30")
    assert not may_vote("personal and prejudicial", "2010-03-12")
    assert may_vote("personal but non-prejudicial", "2010-03-12")
    assert not may_vote("other registrable", **{"code.model2020": True})
    assert may_vote("other registrable")


def test_without_a_kind_none_is_invented() -> None:
    printed = under(held(":take 1\n:declare ash 2 -- keeping ducks"), "1")
    assert printed == "Councillor Ivo Ash declared an interest in relation to Item 2 by virtue of keeping ducks."
    assert "pecuniary" not in text_of(held(":take 1\n:declare ash 2", papers(**TABLE)))
    assert not said(held(":take 1\n:declare ash 2"), "D2")


def test_without_an_item_it_stands_where_it_was_made() -> None:
    assert "declared an interest by virtue of being a trustee." in under(
        held(":take 1\n:declare elm -- being a trustee"), "1"
    )
    meeting = held(":take 2\n:declare elm -- being a trustee\n:vote 5 0 0")
    assert "Councillor Dora Elm declared an interest" in under(meeting, "2")
    assert under(meeting, "1") == ""
    assert "elm" in meeting.votes["v1"].entitled


@pytest.mark.parametrize(
    "kind", ["non-pecuniary and non-prejudicial", "personal but non-prejudicial", "personal and prejudicial"]
)
def test_two_kinds_are_joined_as_they_were(kind: str) -> None:
    article = f"a {kind} interest"
    assert article in under(held(f':take 1\n:declare ash 2 kind="{kind}"'), "1")


def test_one_who_stayed_and_took_no_part() -> None:
    meeting = held(':take 1\n:declare ash 2 effect="no part"\n:take 2\n:vote 5 0 0')
    assert "Councillor Ivo Ash stayed in the room and took no part in the discussion of this item." in under(
        meeting, "1"
    )
    assert "ash" in meeting.votes["v1"].entitled


def test_a_choice_not_to_vote_is_an_effect_and_no_bar() -> None:
    meeting = held(':declare ash 2 effect="no vote" kind=personal\n:take 2\n:vote named rest=for')
    assert meeting.votes["v1"].not_voting == ("ash",)
    printed = under(meeting, "2")
    assert "Councillor Ivo Ash     Not voting" in printed
    assert "Unable" not in printed
    assert not said(meeting, "V14", "V16", "V9")
    after_all = held(':declare ash 2 effect="no vote"\n:take 2\n:vote named for=ash rest=against')
    assert [line for line in said(after_all, "V16") if not line.startswith("WARN")] == []


def test_pecuniary_alone_is_taken_as_it_stands_with_a_note() -> None:
    meeting = held(":take 1\n:declare ash 2 kind=pecuniary")
    assert "declared a pecuniary interest" in under(meeting, "1")
    assert [line[:7] for line in said(meeting, "D2")] == ["NOTE D2"]


def test_all_leaves_out_who_is_absent() -> None:
    for script in (":apologies green\n:open 18:30\n:present rest\n", ":apologies green\n"):
        meeting = minute(script + ":take 1\n:declare all 2 -- knowing the owner", papers())
        assert "green" not in meeting.declarations[0].member
        assert {one.member for one in meeting.declarations} == {"oak", "elm", "ash", "yew"}
    assert "All Members present declared" in text_of(held(":out yew\n:take 1\n:declare all 2"))


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        ("stayed", "took part in the consideration"),
        ("no vote", "did not vote on this item"),
        ("no part", "took no part in the discussion"),
        ("left", "would leave the room"),
    ],
)
def test_restated_with_the_effect_that_was_declared(effect: str, words: str) -> None:
    assert words in under(held(f':declare ash 2 effect="{effect}"\n:take 2\n:restate ash'), "2")


def test_one_who_left_is_said_once_at_the_item() -> None:
    script = ":declare ash 2 kind=dpi effect=left\n:take 2\n:@18:40 out ash interest=yes\n:restate ash\n:vote 4 0 0\n"
    printed = under(held(script + ":@18:50 in ash"), "2")
    assert printed.count("Having declared an interest") == 1
    assert "Having declared an interest, Councillor Ivo Ash left the room at 6.40 pm." in printed
    assert "Councillor Ivo Ash returned to the meeting at 6.50 pm." in printed


def test_would_leave_until_the_leaving_is_recorded() -> None:
    declared = ":take 1\n:declare ash 2 kind=dpi effect=left\n"
    for script in (declared, declared + ":take 2\n:vote 4 0 0", declared + ":out ash -- to catch a train\n:take 3"):
        printed = under(held(script), "1")
        assert "would leave the room for this item" in printed
        assert "left the room and" not in printed
    gone = declared + ":take 2\n:out ash interest=yes\n:vote 4 0 0\n:in ash"
    assert "left the room and took no part" in under(held(gone), "1")
    assert "Would leave the room" in under(held(declared, papers(**TABLE)), "1")
    assert "Left the room and took no" in under(held(gone, papers(**TABLE)), "1")


def test_of_two_items_the_one_that_was_left() -> None:
    script = ":take 1\n:declare ash 2+3 kind=dpi effect=left\n:take 2\n:out ash interest=yes\n:vote 4 0 0\n:in ash"
    printed = under(held(script), "1")
    assert "left the room and took no part in the discussion or voting on Item 2." in printed
    assert "would leave the room for Item 3." in printed


@pytest.mark.parametrize("vote", ["unanimous", "3 1 0", "assent", "carried"])
def test_one_who_was_to_leave_and_stayed_did_not_vote(vote: str) -> None:
    declared = f":take 1\n:declare ash 2 kind=dpi effect=left\n:take 2\n{{}}:vote {vote}"
    said_so = "Having declared an interest, Councillor Ivo Ash did not vote."
    assert said_so in under(held(declared.format("")), "2")
    assert said_so not in under(held(declared.format(":out ash interest=yes\n")), "2")


def test_the_register_and_the_desk_say_left_once_the_member_has() -> None:
    declared = ":take 1\n:declare ash 2 kind=dpi effect=left\n"
    gone = declared + ":take 2\n:out ash interest=yes\n"
    for script, effect in ((declared, "was to leave the room"), (gone, "left the room")):
        meeting = held(script)
        register = declarations(registers.declarations([Record("id", "ponds", meeting)], Library()), "")
        assert as_csv(register).strip().endswith(f",{effect}")
        lines = [what_happened(meeting, placed) for placed in meeting.events]
        assert any("will leave the room" in line for line in lines)
        assert not any("left the room" in line for line in lines)


def test_where_in_the_meeting_it_was_declared() -> None:
    assert "During the course of the meeting, at Item 2, Councillor Ivo Ash" in under(
        held(":take 1\n:none\n:take 2\n:declare ash 3"), "1"
    )


def test_the_chair_who_comes_late_takes_over() -> None:
    script = ":apologies oak kind=lateness\n:open 18:30\n:present rest\n:take 2\n:@19:00 in oak\n"
    meeting = minute(script + ":@19:20 out oak\n:@19:30 in oak", papers(members=VICE))
    printed = under(meeting, "2")
    assert "Councillor Tom Oak joined the meeting at 7.00 pm and took the Chair." in printed
    assert "Councillor Dora Elm resumed the Chair." in printed
    assert "Councillor Tom Oak returned to the meeting at 7.30 pm and resumed the Chair." in printed


def test_the_chair_who_hands_back() -> None:
    printed = under(held(":take 2\n:preside elm\n:preside oak -- again", papers(members=VICE)), "2")
    assert printed == "Councillor Dora Elm took the Chair.\nCouncillor Tom Oak resumed the Chair."


def test_leaving_for_an_interest_that_was_never_declared() -> None:
    assert said(held(":take 2\n:out elm interest=yes"), "D4") == [
        "WARN D4: Councillor Elm left for an interest in item 2, and declared none in it."
    ]
    assert any("declared none" in line for line in said(held(":take 2\n:restate elm"), "D4"))
    assert not said(held(":declare elm 2 kind=dpi\n:take 2\n:out elm interest=yes"), "D4")


def test_one_who_sent_apologies_declares_nothing() -> None:
    script = ":apologies elm\n:open 18:30\n:present rest\n:take 1\n:declare elm 2 kind=dpi"
    assert any("had sent apologies" in line for line in said(minute(script, papers()), "D2"))
    assert not said(minute(script + " told=ash", papers()), "D2")
    assert any("was not in the room" in line for line in said(held(":out elm\n:declare elm 2"), "D2"))


def test_the_chair_who_declares_and_is_due_to_preside() -> None:
    declared = ":declare oak 2 kind=dpi effect=left\n"
    assert any("who takes the chair for it?" in line for line in said(held(declared), "D14"))
    done = held(declared + ":take 2\n:out oak interest=yes\n:vote 4 0 0", papers(members=VICE))
    assert not said(done, "D14")
    assert not said(held(":declare oak 2 effect=stayed"), "D14")


def test_one_who_is_still_out_for_an_interest_at_the_next_item() -> None:
    script = ":declare elm 2 kind=dpi\n:take 2\n:out elm interest=yes\n:vote 4 0 0\n:take 3\n"
    assert any("is still out at item 3" in line for line in said(held(script), "A3"))
    assert not any("still out" in line for line in said(held(script + ":in elm"), "A3"))
    assert not any("still out" in line for line in said(held(script.replace("elm 2", "elm 2+3")), "A3"))


def test_presiding_while_out_of_the_room() -> None:
    assert any("while out of the room" in line for line in said(held(":take 2\n:out oak\n:preside oak"), "C3"))
    absent = minute(":apologies elm\n:open 18:30\n:present rest\n:preside elm", papers(members=VICE))
    assert any("while absent" in line for line in said(absent, "C3"))
    assert not said(held(":take 2\n:out oak\n:preside elm", papers(members=VICE)), "C3")


def test_a_leaving_that_was_to_be_and_is_not_recorded() -> None:
    script = ":declare elm 2 kind=dpi effect=left\n:take 2\n:vote 4 0 0\n"
    assert any("was to leave the room for item 2" in line for line in said(held(script + ":take 3"), "D4"))
    assert not said(held(script), "D4")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("keeps bees there", "because that Member keeps bees there"),
        ("sits on its board", "because that Member sits on its board"),
        ("runs the cafe", "because that Member runs the cafe"),
        ("acts for the tenant", "because that Member acts for the tenant"),
        ("leases on two shops", "by virtue of leases on two shops"),
        ("shares in the firm", "by virtue of shares in the firm"),
        ("a life member of the club", "by virtue of being a life member of the club"),
        ("one of the trustees", "by virtue of being one of the trustees"),
        ("the tenant of a plot", "by virtue of being the tenant of a plot"),
        ("a house in the street", "by virtue of a house in the street"),
    ],
)
def test_the_reason_joins_the_declaration(typed: str, printed: str) -> None:
    said_there = under(held(f":take 1\n:declare elm 2 kind=personal -- {typed}"), "1")
    assert f"in relation to Item 2 {printed}." in said_there


@pytest.mark.parametrize("typed", ["personal but not prejudicial", "non-pecuniary and not prejudicial"])
def test_what_an_interest_is_not_is_a_kind_too(typed: str) -> None:
    printed = under(held(f':take 1\n:declare elm 2 kind="{typed}" effect=stayed -- being a trustee'), "1")
    assert typed.replace("not prejudicial", "non-prejudicial") in printed


def test_a_table_says_which_item_was_left_by_its_number() -> None:
    script = ":take 1\n:declare yew 2+3 kind=dpi effect=left -- owning both\n"
    script += ":take 2\n:out yew interest=yes\n:vote unanimous\n:in yew\n:take 3"
    setup = papers(AGENDA, **TABLE)
    written = draft(held(script, setup), shipped_style())
    (grid,) = [block for block in written.blocks if isinstance(block, Grid)]
    effect = str(grid.rows[0][3])
    assert "tem 2 – Left the room" in effect
    assert "tem 3 – Would leave the room" in effect
    assert not any("\ue000" <= character <= "\uf8ff" for character in str(grid))


def test_an_officer_is_named_with_the_post_at_the_first_mention() -> None:
    printed = under(held(":declare reed,elm 2 kind=non-pecuniary effect=left -- keeping ducks"), "1")
    assert printed.startswith("Ms Jo Reed, Head of Ponds, and Councillor Dora Elm declared a non-pecuniary interest")
    assert "Ms Reed and Councillor Dora Elm would leave the room" in printed
    cells = under(held(":declare reed 2 kind=other", papers(**TABLE)), "1")
    assert "Ms Jo Reed, Head of Ponds" in cells
    told = under(held(":declare elm 2 kind=other told=reed"), "1")
    assert told.startswith("Ms Jo Reed, Head of Ponds, declared an interest of another kind on behalf of")


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (
            "elm,ash 2 kind=blanket -- members live by the pond",
            "Councillor Dora Elm and Councillor Ivo Ash made a general declaration of interest in relation to Item 2, "
            "in that members live by the pond.",
        ),
        (
            "elm 2+3 kind=blanket",
            "Councillor Dora Elm made a general declaration of interest in relation to Items 2 and 3.",
        ),
        (
            "all 3 kind=blanket effect=stayed -- as keepers of bees",
            "All Members made a general declaration of interest in relation to Item 3 as keepers of bees. All Members "
            "took part in the consideration and decision making process.",
        ),
        (
            "all kind=blanket -- every Member lived there",
            "All Members made a general declaration of interest, in that every Member lived there.",
        ),
    ],
)
def test_a_general_declaration_says_whose_and_in_what(line: str, printed: str) -> None:
    assert under(held(f":declare {line}"), "1") == printed


@pytest.mark.parametrize("kind", ["non-pecuniary", "dpi", "other"])
def test_who_takes_no_part_does_not_preside(kind: str) -> None:
    declared = f':declare oak 2 kind={kind} effect="no part" -- owning a duck\n'
    (found,) = said(held(f"{declared}:take 2\n:vote 4 0 0"), "D14")
    assert found.startswith("HARD D14: Councillor Oak presided over item 2 ")
    assert not said(held(f"{declared}:preside elm for=item\n:take 2\n:vote 4 0 0"), "D14")


@pytest.mark.parametrize(
    "line",
    [":motion elm ash -- That ducks be bought.", ":introduce elm", ":ask elm -- why", ":motion ash elm -- That x."],
)
def test_nor_take_part_in_the_discussion_found_once(line: str) -> None:
    declared = ':declare elm 2 kind=other effect="no part" -- owning a duck\n'
    (found,) = said(held(f"{declared}:take 2\n{line}\n:ask elm -- when"), "D3")
    assert found == "WARN D3: Councillor Elm took part in the discussion of item 2, having declared to take none."
    assert not said(held(f"{declared}:take 3\n{line}"), "D3")


def test_of_who_is_barred_a_question_is_found_too() -> None:
    (found,) = said(held(":declare elm 2 kind=dpi effect=left\n:take 2\n:ask elm -- why"), "D3")
    assert found == "WARN D3: Councillor Elm spoke on item 2, though an interest bars that."


def test_who_takes_the_chair_after_one_item_for_the_next_presides_over_that() -> None:
    handed = ":take 3\n:vote 5 0 0\n:preside elm for=item -- as the Chairman had an interest\n"
    meeting = held(f"{handed}:take 2\n:vote 4 0 0\n:take 1", papers(members=VICE))
    took = "For the duration of the item only, Councillor Dora Elm took the Chair"
    assert took in under(meeting, "2")
    assert took not in under(meeting, "3")
    presided = {moment.item: moment.presiding for moment in meeting.moments.values()}
    assert [presided.get(item.id) for item in meeting.items.values()] == [None, "elm", "oak"]
    assert meeting.presiding == "oak"
    within = held(":take 2\n:preside elm for=item\nMembers asked.\n:take 3\n:vote 5 0 0", papers(members=VICE))
    assert (took in under(within, "2"), within.presiding) == (True, "oak")


def test_who_spoke_as_the_public_may_and_then_left_is_said_to_have_done_both() -> None:
    declared = ':take 1\n:declare elm 2 kind="personal and prejudicial" effect=left scope=speak\n:take 2\n'
    wales = papers(profile="wales")
    gone = held(declared + ":introduce elm\n:out elm\n:vote 4 0 0", wales)
    assert "spoke, then left the room and took no further part in the discussion or voting" in under(gone, "1")
    assert not said(gone, "D3", "D4")
    still = held(declared + ":introduce elm\n", wales)
    assert "would speak and then leave the room" in under(still, "1")
    only = held(declared.replace(" scope=speak", "") + ":introduce elm\n:out elm\n:vote 4 0 0", wales)
    assert said(only, "D3")


@pytest.mark.parametrize(
    "line", ["kind=personal scope=speak", "kind=dpi effect=left scope=both", "effect=stayed scope=vote"]
)
def test_a_scope_without_a_dispensation_is_refused(line: str) -> None:
    with pytest.raises(Unclear):
        held(f":take 1\n:declare elm 2 {line}")


@pytest.mark.parametrize("kind", ["prejudicial", '"personal and prejudicial"'])
def test_a_code_that_has_prejudicial_interests_bars_by_either_name(kind: str) -> None:
    script = f":take 1\n:declare elm 2 kind={kind}\n:take 2\n:put\n:vote 4 0 0"
    barred, free = (held(script, papers(profile=law)).votes["v1"] for law in ("wales", "england"))
    assert dict(barred.unable) == {"elm": "prejudicial interest"}
    assert not free.unable
