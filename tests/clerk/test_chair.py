"""Who presides, and whose the casting vote is."""

from clerk.meeting.quorum import quorum
from tests.support.minute import OPEN, minute


def test_the_chairman_presides_from_the_roll() -> None:
    assert minute(OPEN).presiding == "ash"


def test_the_vice_chairman_presides_until_the_chairman_comes() -> None:
    script = ":apologies ash kind=lateness\n:open 19:00\n:present rest out=ash\n"
    assert minute(script).presiding == "birch"
    assert minute(script + ":in ash").presiding == "ash"


def test_a_substitute_for_the_chairman_does_not_inherit_the_chair() -> None:
    """E24."""
    meeting = minute(":apologies ash\n:sub thorn for=ash\n" + OPEN + ":take 6\n:put")
    assert meeting.presiding == "birch"
    assert "thorn" in meeting.puts[0].entitled
    assert quorum(meeting).have == 11


def test_nobody_presides_when_neither_is_there() -> None:
    meeting = minute(":apologies ash,birch\n" + OPEN)
    assert meeting.presiding is None
    assert minute(":apologies ash,birch\n" + OPEN + ":preside oak").presiding == "oak"


def test_whoever_was_called_to_the_chair_keeps_it_when_the_chairman_comes_back() -> None:
    meeting = minute(OPEN + ":preside birch\n:out ash\n:in ash")
    assert meeting.presiding == "birch"
    assert minute(OPEN + ":preside birch\n:out ash\n:in ash\n:preside ash").presiding == "ash"


def test_for_one_item_only_the_chair_goes_back_when_the_next_is_taken() -> None:
    for_item = OPEN + ":take 7\n:preside birch for=item\n"
    assert minute(for_item).presiding == "birch"
    assert minute(for_item + "They spoke.\n:take 7").presiding == "birch"
    assert minute(for_item + ":take 8").presiding == "ash"
    assert minute(OPEN + ":take 6\n:preside oak\n:take 7\n:preside birch for=item\n:take 8").presiding == "oak"
    twice = for_item + ":preside oak for=item\n"
    assert minute(twice).presiding == "oak"
    assert minute(twice + ":take 8").presiding == "ash"
    assert minute(OPEN + ":take 6\n:under 7\n:preside birch for=item\n:take 7").presiding == "birch"


def test_a_chairman_who_is_still_out_has_the_chair_again_on_coming_back() -> None:
    out = OPEN + ":take 7\n:out ash interest=yes\n:preside birch for=item\n:take 8\n"
    assert minute(out).presiding == "birch"
    assert minute(out + ":in ash").presiding == "ash"


def test_for_now_is_until_the_chairman_comes() -> None:
    late = ":apologies ash kind=lateness\n:open 19:00\n:present rest out=ash\n:preside oak for=now\n"
    assert minute(late + ":take 7").presiding == "oak"
    assert minute(late + ":out elm\n:in elm").presiding == "oak"
    assert minute(late + ":take 7\n:in ash").presiding == "ash"


def test_an_officer_presides_while_a_chairman_is_elected() -> None:
    script = ":apologies ash,birch\n" + OPEN + ":preside vale -- election of a chairman\n"
    meeting = minute(script)
    assert meeting.presiding == "vale"
    assert "vale" not in {person for _, person in meeting.acting}
    assert minute(
        script + ":motion oak elm -- That Councillor Fir take the chair\n:vote unanimous\n:preside fir"
    ).chairs[-1].person == ("fir")
    assert minute(script + ":in vale\n:out vale").presiding is None


TIE = """
:take 7
:put
:vote 5 5 1
"""


def test_a_tie_waits_for_the_casting_vote() -> None:
    meeting = minute(OPEN + TIE)
    vote = meeting.votes["v1"]
    assert vote.is_tied
    assert not vote.carried
    assert meeting.questions["r7"].state == "tied"
    assert meeting.questions["r7"].is_open


def test_the_casting_vote_is_that_of_whoever_presides_then() -> None:
    meeting = minute(OPEN + ":preside birch\n" + TIE + ":cast for")
    assert meeting.votes["v1"].casting == ("birch", "for")
    assert meeting.questions["r7"].state == "carried"


def test_a_casting_vote_minuted_after_the_chair_changed_hands() -> None:
    meeting = minute(OPEN + TIE + ":preside birch\n:@>v1 cast against")
    assert meeting.votes["v1"].casting == ("ash", "against")
    assert meeting.questions["r7"].state == "lost"


def test_the_casting_vote_never_touches_the_numbers() -> None:
    for way in ("for", "against", "declined"):
        vote = minute(OPEN + TIE + f":cast {way}").votes["v1"]
        assert (vote.votes_for, vote.against, vote.abstained) == (5, 5, 1)
        assert vote.unaccounted == 0


def test_a_casting_vote_without_a_tie_is_kept_and_decides_nothing() -> None:
    meeting = minute(OPEN + ":take 7\n:put\n:vote 5 6 0\n:cast for")
    assert meeting.votes["v1"].casting == ("ash", "for")
    assert meeting.questions["r7"].state == "lost"


def test_somebody_else_can_be_said_to_have_cast_it() -> None:
    """V7 is a finding, not a refusal."""
    assert minute(OPEN + TIE + ":cast for by=oak").votes["v1"].casting == ("oak", "for")
