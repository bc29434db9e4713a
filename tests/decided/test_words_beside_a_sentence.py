"""Words beside a sentence, before a clause or instead of one; motions short by nature; who was heard."""

import pytest

from clerk.names import Unclear
from exports.draft import draft
from exports.fitting import fit
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.five import at_desk, held, papers, under


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (":preside ash for=item -- the Chairman having left", "Ivo Ash took the Chair, the Chairman having left."),
        (":out elm -- her train having been cancelled", "left the meeting, her train having been cancelled."),
        (":out elm -- held up at work", "left the meeting, held up at work."),
        (":out elm -- unwell", "left the meeting, unwell."),
        (":out elm -- sick leave", "left the meeting owing to sick leave."),
        (":out elm -- delayed trains", "left the meeting owing to delayed trains."),
        (":adjourn -- of the disorder", "The meeting was adjourned because of the disorder."),
        (":adjourn -- there being no quorum", "The meeting was adjourned, there being no quorum."),
        (":outcome deferred -- the papers not having been sent", "DEFERRED, the papers not having been sent."),
        (":declare elm 2 -- her husband being employed there", "by virtue of her husband being employed there."),
        (":declare elm 2 -- needed at the yard", "by virtue of being needed at the yard."),
        (":advice reed -- under section 25 of the Local Government Act 2003, all was robust", "that under section 25"),
        (":advice reed -- in her view the scheme was unsafe", "advised the Committee that in her view the scheme"),
        (":ask elm to=reed -- what it cost -> nothing so far", "responded: nothing so far."),
        (":ask elm to=reed -- what it cost -> nothing had been paid", "responded that nothing had been paid."),
        (":ask elm to=reed -- who knew -> everyone in the ward", "responded: everyone in the ward."),
    ],
)
def test_what_is_no_cause_and_no_clause_is_joined_as_it_is(line: str, printed: str) -> None:
    said = draft(held(f":take 2\n{line}\n"), shipped_style())
    assert printed in write_text(said)


def test_what_is_advised_or_answered_is_introduced() -> None:
    assert fit("the Chairman having left", clause="that") == ": the Chairman having left."
    assert fit("for the reasons the officer had given", cause="") == " for the reasons the officer had given."


@pytest.mark.parametrize(
    ("kind", "typed", "moved"),
    [
        (
            "suspension",
            "Procedure Rule 11 be suspended so that all may speak",
            "that Procedure Rule 11 be suspended so",
        ),
        ("suspension", "Standing Order 5.7 to let all speak", "that Standing Order 5.7 be suspended to let all speak."),
        ("suspension", "Suspend the guillotine", "that the guillotine be suspended."),
        ("suspension", "so that all may speak", "that the rules of procedure be suspended so that all may speak."),
        ("suspension", "the 10 pm rule until the vote is taken", "that the 10 pm rule be suspended until the vote"),
        ("adjournment", "the meeting be adjourned to Monday", "Ash, that the meeting be adjourned to Monday."),
        ("deferral", "the papers not having been sent", "that the item be deferred, the papers not having been sent."),
    ],
)
def test_a_motion_says_once_what_it_asks_for(kind: str, typed: str, moved: str) -> None:
    assert moved in under(held(f":take 2\n:motion elm ash kind={kind} -- {typed}\n"), "2")


@pytest.mark.parametrize(
    ("heard", "printed"),
    [
        ('town of="Ashwell Council" read="Mrs Wall"', "A statement from Ashwell Council was read out by Mrs Wall."),
        ('town who="Ashwell Council" read=reed', "A statement from Ashwell Council was read out by the Head of"),
        ('town who="Mrs Hall" of="Ashwell Council"', "Mrs Hall addressed the Committee on behalf of Ashwell"),
        ('objection of="the Friends of the Park" read=reed', "A statement in objection from the Friends of"),
        ('support of="Moss Ltd"', "A representation in support was heard from Moss Ltd."),
        ("parish read=reed", "A statement from the Parish Council was read out by the Head of Ponds."),
    ],
)  # fmt: skip
def test_an_organisation_is_heard_without_a_person(heard: str, printed: str) -> None:
    assert printed in under(held(f":take 2\n:heard {heard}\n"), "2")


@pytest.mark.parametrize(
    ("heard", "why"),
    [
        ("objection", "Who was heard is wanted"),
        ("town", "Who was heard is wanted"),
        ('councillor of="Mill Ward" read=reed', "Who was heard is wanted"),
        ("councillor who=elm of=ward", "Which ward?"),
    ],
)
def test_a_hearing_of_nobody_is_refused(heard: str, why: str) -> None:
    with pytest.raises(Unclear, match=why):
        held(f":take 2\n:heard {heard}\n")


def test_what_was_declared_late_goes_on_small_and_under_the_item_that_is_named() -> None:
    late = ':take 1\n:take 2\n:take 3\n:declare elm 3 kind="open mind" -- having met the keeper\n'
    assert "at Item 3, for transparency, Councillor Dora Elm stated" in under(held(late), "1")
    back = late.replace(":declare", ":under 1\n:declare")
    assert under(held(back), "1").startswith("For transparency, Councillor Dora Elm stated")


def test_a_vote_is_somebodys_own_and_dissent_is_called_so() -> None:
    script = ":take 2\n:put\n:vote 3 2 0\n"
    one = under(held(f"{script}:record elm against\n"), "2")
    assert "Councillor Dora Elm’s vote against was recorded at that Member’s request." in one
    both = under(held(f"{script}:record elm,ash dissent\n"), "2")
    assert "The dissent of Councillor Dora Elm and Councillor Ivo Ash was recorded at their request." in both


def test_the_hour_at_which_it_was_said_is_printed() -> None:
    assert "At 8.58 pm Councillor Dora Elm moved" in under(held(":take 2\n:@20:58 extend 22:00 by=elm,ash\n"), "2")
    late = write_text(draft(at_desk(":@20:00 close\n").meeting, shipped_style()))
    assert "began" not in late


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        ({}, "the rule on the hour at which the meeting was to end."),
        ({"time.guillotine": "22:30"}, "the rule that no business may be transacted after 10.30 pm."),
        (
            {"time.guillotine": "22:00", "time.void": True},
            "after 10.00 pm, and that anything decided later would be null",
        ),
    ],
)
def test_the_rule_on_the_hour_is_the_councils_own(settings: dict[str, object], rule: str) -> None:
    assert rule in under(held(":take 2\n:guillotine\n", papers(settings=settings)), "2")
    typed = under(held(":take 2\n:guillotine -- no item was to begin after ten\n", papers(settings=settings)), "2")
    assert typed == "The Chairman drew attention to the rule that no item was to begin after ten."


@pytest.mark.parametrize(
    ("style", "two"),
    [("barnet", "Councillor Dora Elm and Councillor Ivo Ash"), ("county", "Councillors Dora Elm and Ivo Ash")],
)
def test_a_style_titles_several_councillors_each_or_once(style: str, two: str) -> None:
    said = write_text(draft(held(":take 2\n:division elm,ash\n"), shipped_style(style)))
    assert two in said
    assert "formal division" not in said


def test_who_was_registered_is_not_said_not_to_have_been() -> None:
    assert "who had not registered" in under(held(':take 2\n:allow "Jo Fen"\n'), "2")
    agreed = under(held(':take 2\n:allow "Jo Fen" agreed=unanimously registered=yes minutes=10\n'), "2")
    assert agreed == "RESOLVED – that Jo Fen be unanimously permitted to address the Committee for 10 minutes."
    asked = under(held(':take 2\n:deputation "Jo Fen" -- the ponds\n:questioned "Jo Fen"\n'), "2")
    assert "Members asked questions following the deputation" in asked
