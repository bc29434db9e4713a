"""What whole evenings showed when they were read line by line: what stood elsewhere, was small, or was found amiss."""

import pytest

from exports.data.votes_table import votes_csv
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.five import held, papers, said, text_of, under

AMENDED = ":take 2\n:amend elm ash at=1 words=first -- dredged -> drained\n:vote 3 2 0\n:put\n:vote 5 0 0\n"
PANEL = (
    {"number": 2, "title": "A licence", "recommendations": ["That the application be determined."]},
    {"number": 3, "title": "Deliberation", "exempt": True},
    {"number": 4, "title": "The decision"},
)


def test_a_vote_put_right_after_other_business_stands_where_it_was_taken() -> None:
    later = held(f"{AMENDED}:take 3\n:vote 5 0 0\n:@19:40 vote 4 1 0 recount=v1")
    printed = under(later, "2")
    again = "The vote was counted again at 7.40 pm, in the course of Item 3, and is recorded as it was counted then."
    first, _, rest = printed.partition(again)
    assert "4    1        0" in first
    assert "CARRIED – the amendment was agreed." in first
    assert "The Recommendation was unanimously APPROVED." in rest
    style = shipped_style()
    sheet = write_text(decision_sheet(later, style, draft(later, style)))
    assert sheet.index("Amendment moved by") < sheet.index("as amended")
    assert [line[:8] for line in said(later, "V20")] == ["WARN V20"]


def test_a_vote_put_right_at_once_stands_where_it_was_counted_again() -> None:
    printed = under(held(":take 2\n:vote 3 2 0\nThe count was doubted.\n:vote 4 1 0 recount=v1"), "2")
    assert printed.index("The count was doubted.") < printed.index("4    1        0")
    assert "counted again" not in printed


def test_a_motion_whose_amendment_was_lost_says_that_it_was_put() -> None:
    moved = ":take 2\n:motion elm ash -- That ducks be bought.\n"
    lost = under(held(f"{moved}:amend ash yew words=first -- ducks -> swans\n:vote 1 4 0\n:put m1\n:vote 5 0 0"), "2")
    assert "LOST – the amendment was not agreed.\nThe motion was put to the vote.\n" in lost
    assert "put to the vote" not in under(held(f"{moved}:vote 5 0 0"), "2")


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (":summary -- a notice was authorised", "A notice was authorised."),
        (":reasons -- loss of two oaks", "Loss of two oaks"),
        (":action reed -- mend the gate", "Action: Ms Jo Reed, Head of Ponds – Mend the gate"),
        (":ask elm to=reed -- why -> Letters were sent", "responded that letters were sent."),
        (":ask elm -- would there be beds -> yes", "A Member asked: “Would there be beds?” The answer was: yes."),
        (":outcome noted -- and a reply would be sent", "this was noted, and a reply would be sent."),
        (':outcome "to respond" to="the head of ponds"', "referred to the Head of Ponds to provide"),
        (":action reed -- to mend the gate", "Head of Ponds – Mend the gate"),
        (":tribute elm -- to jo bell, who died in may", "paid tribute to jo bell, who died in May."),
        (':received from="planning committee" -- the fence', "a referral from the Planning Committee"),
        (":comment cabinet -- go on friday", "comment to Cabinet:\n- Go on Friday."),
        (':noshow "jo van den berg-o’hara"', "Jo van den Berg-O’Hara had registered to speak"),
        (":ask elm to=reed -- why -> Conservatives were told", "responded that Conservatives were told."),
        (":outcome deferred to=Cabinet -- for a visit on 15 july", "DEFERRED to Cabinet for a visit on 15 July."),
    ],
)
def test_what_was_typed_small_or_large_is_as_the_sentence_wants_it(line: str, printed: str) -> None:
    assert printed in under(held(f":take 2\n{line}"), "2")


def test_a_tree_order_joins_its_vote_in_the_same_mood() -> None:
    printed = under(held(':take 2\n:treeorder modified ref="TPO/7"\n:vote 5 0 0'), "2")
    assert printed.endswith("unanimously approved, and TPO/7 was confirmed with modification.")


def test_the_votes_have_the_words_that_are_printed() -> None:
    meeting = held(":take 2\n:motion elm ash -- that ducks be bought\n:vote 5 0 0")
    assert "That ducks be bought." in votes_csv(meeting, shipped_style())


def test_a_decision_announced_under_another_item_ends_the_hearing() -> None:
    script = (
        ":take 2\nThe applicant was heard.\n:exclude reg=licensing\n:take 3\n:motion elm ash -- That it be granted.\n"
    )
    script += ":vote 5 0 0\n:take 4\n:readmit\n"
    announced = held(f"{script}:decision -- The licence was granted.\n:close 20:00", papers(PANEL))
    assert not said(announced, "T3")
    assert not [line for line in said(announced, "X6") if "do not say what was decided" in line]
    silent = held(f"{script}Thanks were given.\n:close 20:00", papers(PANEL))
    assert [line[:7] for line in said(silent, "T3")] == ["WARN T3"]


def test_who_was_heard_made_no_comment() -> None:
    heard = under(held(':take 2\n:heard applicant who="Jo Fen"\n:questioned "Jo Fen"'), "2")
    assert "following the comment" not in heard
    assert "following the comment" in under(held(':take 2\n:speakers on=2 -- Jo Fen\n:questioned "Jo Fen"'), "2")


@pytest.mark.parametrize("line", [':questions "Jo Fen"', ':writtenreply reed to="Jo Fen" due=2031-04-01'])
def test_who_was_answered_is_owed_no_reply(line: str) -> None:
    asked = ":take 2\n:submitted on=2 -- Jo Fen\n"
    assert len(said(held(f"{asked}:close 20:00"), "PP11")) == 1
    assert not said(held(f"{asked}{line}\n:close 20:00"), "PP11")


@pytest.mark.parametrize(
    "line",
    [
        ":declare elm 2 kind=other -- because i live there",
        ":declare elm 2 kind=other -- as we own a duck",
        ":out elm -- as my train was late",
        ":outcome deferred -- I'd like to see the plan",
        ":advice reed -- we could not do it",
    ],
)
def test_who_speaks_of_oneself_is_found_by_name(line: str) -> None:
    (found,) = said(held(f":take 2\n{line}"), "N7")
    assert "speaks in the first person; minutes do not." in found
    assert "of Councillor Elm" in found or "declare" not in line


@pytest.mark.parametrize(
    "line",
    [
        ":declare elm 2 kind=other -- as a friend of Our Town, of part I of the plan and of phase I works",
        ":ask elm -- may we go?",
        ":motion elm ash -- That we thank our officers.",
        ":flag -- ask me later",
    ],
)
def test_but_not_what_only_looks_so(line: str) -> None:
    assert not said(held(f":take 2\n{line}"), "N7")


def test_two_who_are_called_alike_are_told_apart_wherever_they_are_named_in_brief() -> None:
    officers = [
        {"name": "Jo Reed", "title": "Ms", "post": "Head of Ponds"},
        {"id": "jan", "name": "Jan Reed", "title": "Ms", "post": "Clerk"},
    ]
    members = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm"}, {"id": "bob", "name": "Bob Elm"}]
    script = ':take 2\n:introduce jan\n:introduce "Jo Reed"\n:ask oak to=jan -- why -> it was so\n:action bob -- go\n'
    script += ":action jan -- go"
    printed = under(held(script, papers(officers=officers, members=members)), "2")
    assert "Ms Jan Reed responded that it was so." in printed
    assert "Action: Councillor Bob Elm and Ms Jan Reed – Go" in printed


def test_each_of_two_joint_chairs_is_one() -> None:
    members = [
        {"name": "Tom Oak", "role": "joint chair"},
        {"name": "Dora Elm", "role": "joint chair"},
        {"name": "Ivo Ash"},
    ]
    text = text_of(held("", papers(members=members)))
    assert "Councillor Dora Elm (Joint Chairman)" in text
    assert "(Joint Chairman)" not in text_of(held(""))
    co = text_of(held("", papers(members=members, labels={"chair": "Co-Chair"})))
    assert "Councillor Dora Elm (Co-Chair)" in co


def test_a_lot_that_was_drawn_is_not_said_to_be_unrecorded() -> None:
    script = ":take 2\n:nominate elm ash yew\n:nominate yew ash elm\n:ballot elm 2 yew 2 abstain=1 elected=elm by=lot"
    (found,) = said(held(script), "C4")
    assert found.endswith("and it is recorded that lot decided.")


def test_what_looks_like_a_month_is_left_alone() -> None:
    words = "boats 4 and 5 may be taken on a march, an august day, or 8 may"
    assert words.removesuffix(" 8 may") in text_of(held(f":take 2\n:out elm -- as {words}"))


def test_an_executive_that_has_a_petition_answered_decides_nothing() -> None:
    cabinet = papers(body="Cabinet", settings={"body.kind": "executive"})
    assert not said(held(':take 2\n:outcome "to respond"\n:take 3', cabinet), "N12")
    assert said(held(":take 2\n:outcome approved\n:take 3", cabinet), "N12")
