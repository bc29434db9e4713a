"""Who is new at a council, what a vote is of, and who thanked whom: nothing stands before what it is said of."""

import pytest

from clerk.names import Unclear
from tests.decided.test_a_town_council_evening import STYLES, in_style, town
from tests.support.five import at_desk, held, papers, said

COUNCILLORS = ':take 2\n:ballot "Ida Lund" 3 "Tim Sole" 2 to=Councillor elected="Ida Lund"\n'


@pytest.mark.parametrize("style", STYLES)
def test_who_joins_the_roll_that_night_takes_a_seat(style: str) -> None:
    written = in_style(":take 2\n:members -- Ida Lund\n:@19:45 in lund\n:out elm\n:in elm\n", style)
    assert "Lund took their seat at 7.45 pm." in written
    assert "returned" in written
    several = in_style(":take 2\n:members -- Ida Lund, Tim Sole\n:@19:45 in lund\n:@19:45 in sole\n", style)
    assert "Sole took their seats at 7.45 pm." in several
    assert "their seat" not in in_style(":take 2\n:out elm\n:in elm\n", style)


def test_whose_seat_it_is_is_said_where_it_is_known() -> None:
    her = ":take 2\n:members -- Ida Lund\n:person lund possessive=her\n:in lund\n"
    assert "Lund took her seat." in in_style(her, "parish")


@pytest.mark.parametrize("style", STYLES)
def test_who_applies_to_be_co_opted_is_proposed_by_nobody(style: str) -> None:
    applied = ':take 2\n:nominate "Ida Lund" to=Councillor\n:nominate "Tim Sole" duly to=Councillor\n'
    written = in_style(applied, style)
    assert "Ida Lund had applied to be co-opted as a Councillor." in written
    assert "duly seconded, that Tim Sole be co-opted as a Councillor." in written
    for line in (":nominate elm to=Mayor", ":nominate elm", ":nominate elm to=Councillor", ":nominate elm duly"):
        with pytest.raises(Unclear, match="Who proposed Councillor Dora Elm"):
            held(f":take 2\n{line}\n", town())


@pytest.mark.parametrize("style", STYLES)
def test_a_ballot_for_a_councillor_may_name_somebody_new_and_no_other_may(style: str) -> None:
    written = in_style(COUNCILLORS, style)
    assert "that Ida Lund be co-opted as a Councillor." in written
    with pytest.raises(Unclear, match="nobody called"):
        held(COUNCILLORS.replace("Councillor", "Mayor"), town())


def test_who_is_co_opted_and_put_on_no_roll_is_found() -> None:
    (found,) = said(held(COUNCILLORS, town()), "V23")
    assert "Ida Lund is co-opted, and is not on the roll." in found
    assert not said(held(f"{COUNCILLORS}:members -- Ida Lund\n", town()), "V23")
    assert not said(held(":take 2\n:ballot elm\n", town()), "V23")


@pytest.mark.parametrize("style", STYLES)
def test_figures_and_names_stand_after_what_they_are_of(style: str) -> None:
    for vote in ("3 2", "named against=elm rest=for", "named against=elm,ash out=yew rest=for", "3 2 secret=yes"):
        cast = ":cast for\n" if "out=" in vote else ""
        moved = f":take 2\n:motion elm ash -- That a duck be bought.\n:vote {vote}\n{cast}"
        before = in_style(moved, style).partition("For")[0]
        assert "That a duck be bought." in before, vote
    assert (
        in_style(":take 2\n:motion elm ash -- That a duck be bought.\n:vote unanimous\n", "parish").count("duck") == 1
    )


def test_who_did_not_vote_is_a_side_where_somebody_did_not() -> None:
    moved = ":take 2\n:motion elm ash -- That a duck be bought.\n:vote named against=elm {} rest=for\n"
    assert "Not voting" not in in_style(moved.format(""), "parish")
    assert "Abstained" not in in_style(moved.format(""), "parish")
    assert "Not voting (1): Yew" in in_style(moved.format("out=yew"), "parish")
    assert "Abstained (1): Yew" in in_style(moved.format("abstain=yew"), "parish")


@pytest.mark.parametrize("style", STYLES)
def test_who_moved_a_vote_of_thanks_is_told_from_who_spoke(style: str) -> None:
    moved = in_style(":take 2\n:appreciation elm mover=oak seconder=ash -- her year\n", style)
    assert "for her year. This was proposed by the Mayor, seconded by" in moved
    assert "spoke" not in moved
    assert "spoke" in in_style(":take 2\n:appreciation elm by=yew -- her year\n", style)
    for wrong in ("seconder=ash", "mover=ash seconder=ash", "mover=ash seconder=none"):
        with pytest.raises(Unclear):
            held(f":take 2\n:appreciation elm {wrong} -- her year\n", town())


@pytest.mark.parametrize("style", STYLES)
def test_what_was_declared_in_an_item_is_of_its_parts(style: str) -> None:
    items = (
        {"number": 1, "title": "Declarations of interest"},
        {"number": 2, "title": "Planning"},
        {"number": "2a", "title": "Port View"},
        {"number": 3, "title": "Bees"},
    )
    setup = papers(items=items, profile="england-parish", body="Pondham Town Council")
    script = ":take 1\n:declare elm 2 kind=dpi -- is the owner\n:take 2\n:take {}\n:out elm interest=yes\n"
    assert "Having declared" in in_style(script.format("2a"), style, setup)
    assert "Having declared" not in in_style(script.format("3"), style, setup)


def test_a_person_is_made_known_in_the_words_of_the_file_too() -> None:
    meeting = held(':person lund title=Cllr name="Ida Lund" organisation="Brook County Council"\n', town())
    assert meeting.people["lund"].organisation == "Brook County Council"
    with pytest.raises(Unclear, match="has no “employer=”"):
        held(':person lund name="Ida Lund" employer="Brook"\n', town())


def test_a_time_is_put_right_before_the_verb() -> None:
    desk = at_desk(":take 2\n:@19:00 out elm\n", town())
    entry = len(desk.meeting.entries)
    with pytest.raises(Unclear, match=rf":@19:20 correct e{entry}"):
        desk.enter(f":correct e{entry} @19:20")
    with pytest.raises(Unclear, match="when"):
        desk.enter(f":correct e{entry}")
    desk.enter(f":@19:20 correct e{entry}")
    assert desk.meeting.stays[next(p for p in desk.meeting.stays if "elm" in p)][0].left_at.strftime("%H:%M") == "19:20"  # type: ignore[union-attr]


@pytest.mark.parametrize("style", STYLES)
def test_the_head_names_an_annual_meeting(style: str) -> None:
    assert "annual meeting of" in in_style("", style, town(annual=True)).partition("Present")[0]
    assert "annual" not in in_style("", style, town())
    assert "annual meeting" not in in_style("", style, town(annual=True, body="Pondham Annual Town Council"))


def test_a_parish_says_on_what_day_and_when_its_meeting_was_called_for() -> None:
    assert "Wednesday 12 March 2031 at 6.30 pm" in in_style("", "parish")
    assert "Wednesday 12 March 2031\n" in in_style("", "parish", town(time=None))


def test_a_ballot_of_a_parish_is_asked_about() -> None:
    ballot = ":take 1\n:ballot elm 3 ash 2 to=Mayor how=ballot\n"
    (note,) = said(held(ballot, town()), "V30")
    assert "show of hands unless standing orders say otherwise" in note
    assert not said(held(ballot, town(profile="england", body="Pondham District Council")), "V30")
    assert not said(held(":take 1\n:ballot elm\n", town()), "V30")
    assert said(
        held(
            ":take 2\n:motion elm ash -- That a duck be bought.\n:vote 3 2 0 secret=yes\n",
            town(profile="wales-community"),
        ),
        "V30",
    )


@pytest.mark.parametrize("style", STYLES)
def test_a_councillor_of_another_council_is_told_by_it(style: str) -> None:
    known = ':take 2\n:person lund title=Cllr name="Ida Lund" organisation="Brook County Council"{}\n'
    first = f"{known}:oral lund -- the road\n:oral lund -- the bus\n"
    written = in_style(first.format(""), style)
    assert "Cllr Ida Lund, Brook County Council, gave an oral update on the road." in written
    assert "Cllr Ida Lund gave an oral update on the bus." in written
    written = in_style(first.format(' post="County Councillor for Wick"'), style)
    assert "Cllr Ida Lund, County Councillor for Wick, Brook County Council, gave" in written
    trust = known.replace("title=Cllr", "title=Ms").replace("County Council", "Trust")
    assert "Ms Ida Lund gave an oral update" in in_style(f"{trust}:oral lund -- the road\n".format(""), style)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("the commercially confidential nature of the tenders", "by reason of the commercially confidential nature of"),
        (
            "the confidential nature of the business to be transacted, namely the tenders",
            "by reason of the confidential nature of the business to be transacted, namely the tenders.",
        ),
        (
            "by reason of the confidential nature of the business to be transacted",
            "by reason of the confidential nature of the business to be transacted.",
        ),
        ("the tenders", "by reason of the confidential nature of the business to be transacted, namely the tenders."),
        (
            "because tenders were read",
            "nature of the business to be transacted, because tenders were read.",
        ),
    ],
)
def test_why_the_public_is_excluded_is_said_once(style: str, words: str, says: str) -> None:
    written = in_style(f":take 2\n:exclude items=3 -- {words}\n", style)
    assert says in written
    assert written.count("nature of") == 1


@pytest.mark.parametrize("style", STYLES)
def test_who_is_appointed_outside_stands_in_a_sentence(style: str) -> None:
    written = in_style(
        ':take 2\n:appoint elm to="Pondham Interest Company"\n:appoint ash to="Plans Committee"\n', style
    )
    assert "Pondham Interest Company: " in written
    assert written.count("Members\n") + written.count("Members (1)") <= 1
    noted = in_style(':take 2\n:appoint elm,ash to="the Wick Trust" -- until May 2032\n', style)
    assert "The Wick Trust, until May 2032: " in noted


def test_the_desk_shows_who_holds_an_office_by_now() -> None:
    from screens.desk.members import seated

    elected = ":take 1\n:ballot elm to=Mayor\n"
    shown = {one.letter: one.name for one in seated(held(elected, town()), None)}
    assert [name for name in shown.values() if "(Ch)" in name] == ["Dora Elm (Ch)"]
    before = [one.name for one in seated(held("", town()), None) if "(Ch)" in one.name]
    assert before == ["Tom Oak (Ch) ◆"]
