"""What a town council's evening asks: a motion that waits, an election by the casting vote, a sentence reworded."""

import pytest

from clerk.events import Convened
from clerk.names import Unclear
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import held, papers, said

STYLES = ("barnet", "county", "parish")
MAYOR = (
    {"number": 1, "title": "Election of the Mayor"},
    {"number": 2, "title": "Ponds"},
    {"number": 3, "title": "Bees"},
)


def town(**head: object) -> Convened:
    """The papers of a town council, whose chair is a Mayor."""
    own = {"body": "Pondham Town Council", "labels": {"chair": "Mayor"}, "profile": "england-parish"}
    return papers(items=MAYOR, **(own | head))


def in_style(script: str, style: str, setup: Convened | None = None) -> str:
    """The draft of a town council's evening in a house style, a line a paragraph."""
    written = draft(held(script, setup or town()), shipped_style(style), True)
    return "\n".join(line.strip() for block in written.blocks for line in lines(block))


@pytest.mark.parametrize("what", ["approved", "refused"])
def test_an_outcome_does_not_pass_over_a_motion_that_waits(what: str) -> None:
    moved = ":take 3\n:motion elm ash -- That the bees be sold.\n"
    with pytest.raises(Unclear, match=r"m1\) waits for its vote.*:vote assent of=m1"):
        held(f"{moved}:outcome {what}\n")
    held(f"{moved}:vote assent\n:outcome {what}\n")
    held(f"{moved}:outcome {what} of=m1\n")
    held(f"{moved}:take 2\n:outcome {what}\n")


def test_an_outcome_that_no_vote_makes_leaves_a_motion_to_be_found_without_an_end() -> None:
    noted = held(":take 3\n:motion elm ash -- That the bees be sold.\n:outcome noted\n:close 20:00")
    assert said(noted, "M1")


def test_a_motion_that_waits_in_private_does_not_show_by_what_is_refused_in_public() -> None:
    private = ":take 3\n:exclude items=3 para=3\n:motion elm ash -- That the bees be sold.\n"
    with pytest.raises(Unclear, match="waits for its vote"):
        held(private + ":outcome approved\n")
    held(private + ":readmit items=3\n:outcome approved\n")


def test_an_amendment_or_a_motion_to_defer_waits_as_well() -> None:
    with pytest.raises(Unclear, match="amendment"):
        held(":take 2\n:amend elm ash at=1 words=first -- dredged -> left\n:outcome approved\n")
    deferral = ":take 2\n:motion elm ash kind=deferral -- That it be deferred to May.\n:outcome deferred\n"
    with pytest.raises(Unclear, match="motion to defer"):
        held(deferral)
    with pytest.raises(Unclear, match="m1"):
        held(deferral.replace("kind=deferral ", ""))
    held(":take 2\n:outcome approved\n")


def test_an_outcome_of_one_motion_is_not_made_by_the_vote_on_another() -> None:
    first = ":take 3\n:outcome refused\n"
    approved = ":motion ash elm -- That the accounts be approved.\n:vote unanimous\n"
    assert "no vote refused it" in said(held(first + approved), "V26")[0]
    assert not said(held(first + ":motion ash elm -- That the hives be refused.\n:vote unanimous\n"), "V26")
    assert not said(held(first + approved.replace("unanimous", "1 3 1")), "V26")
    waits = ":take 2\n:motion elm ash -- That the pond be filled.\n:take 3\n"
    assert not said(held(waits + ":outcome noted\n"), "V26")
    taken_back = held(":take 3\n:outcome approved\n:motion elm ash -- That the bees be sold.\n" + approved)
    assert "waits for its vote" in said(taken_back, "V26")[0]


TIED = ":take 1\n:ballot elm 2 green 2 abstain=1 elected=elm by=casting presides=yes to=Mayor\n"


@pytest.mark.parametrize("style", STYLES)
def test_who_gave_the_casting_vote_in_an_election_is_named_and_for_whom(style: str) -> None:
    text = in_style(TIED, style)
    given = next(line for line in text.splitlines() if "casting vote" in line)
    assert "Oak, in the Chair, used the casting vote for" in given
    assert "Elm" in given
    assert "The Mayor used" not in text


@pytest.mark.parametrize("style", STYLES)
def test_the_mayor_who_is_elected_again_is_the_mayor(style: str) -> None:
    again = TIED.replace("elm 2 green 2", "oak 2 green 2").replace("elected=elm", "elected=oak")
    assert "The Mayor used the casting vote for" in in_style(again, style)
    tie = ":take 3\n:motion elm ash -- That the bees be sold.\n:vote 2 2 1\n:cast for\n"
    assert "The Mayor used the casting vote for the motion." in in_style(TIED + tie, style)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (":ballot elm 2 green 2 by=casting to=Mayor", "whom did it elect"),
        (":ballot elm 3 green 2 elected=elm by=casting to=Mayor", "not equal"),
        (":ballot elm 2 green 2 ash 1 elected=ash by=casting to=Mayor", "none of them"),
        (":ballot elm 2 green 2 elected=elm by=declined to=Mayor", "leaves the tie"),
        (":ballot elm 2 green 2 by=lot to=Mayor", "whom did it elect"),
    ],
)
def test_a_casting_vote_in_an_election_has_a_tie_and_a_choice(line: str, why: str) -> None:
    with pytest.raises(Unclear, match=why):
        held(f":take 1\n{line}\n", town())


@pytest.mark.parametrize("style", STYLES)
def test_the_sentence_named_is_the_one_that_is_reworded(style: str) -> None:
    meeting = held(TIED, town())
    ballot = next(p.id for p in meeting.events if type(p.event).__name__ == "BallotTaken")
    text = in_style(f"{TIED}:reword {ballot} CH-04.tie -- It was a tie.\n", style)
    assert "It was a tie." in text
    assert "casting vote" not in text
    assert "votes were recorded as follows" in text
    unprinted = in_style(f"{TIED}:reword {ballot} CH-04.declined -- It was a tie.\n", style)
    assert "It was a tie." not in unprinted
    assert "casting vote" in unprinted


@pytest.mark.parametrize(
    ("typed", "said_as"),
    [
        ("non-registrable", "a Non-Registrable interest"),
        ("NRI", "a Non-Registrable interest"),
        ("other registerable", "an Other Registrable interest"),
        ("personal, non-prejudicial", "a personal and non-prejudicial interest"),
        ("personal,non-pecuniary", "a personal and non-pecuniary interest"),
        ("personal but non-prejudicial", "a personal but non-prejudicial interest"),
    ],
)
def test_kinds_of_interest_are_taken_as_people_say_them(typed: str, said_as: str) -> None:
    for style in STYLES:
        assert said_as in in_style(f':declare elm 2 kind="{typed}" effect=left -- she lived there\n', style)


@pytest.mark.parametrize(
    ("typed", "never"), [("non prejudicious", "Nearest: prejudicial"), ("prejudicious", "Nearest: non-prejudicial")]
)
def test_no_kind_is_offered_that_says_the_opposite(typed: str, never: str) -> None:
    with pytest.raises(Unclear) as refused:
        held(f':declare elm 2 kind="{typed}"\n')
    assert "Nearest" in str(refused.value)
    assert never not in str(refused.value)


@pytest.mark.parametrize("style", STYLES)
def test_a_welcome_says_what_was_typed_and_welcomes_once(style: str) -> None:
    script = ":welcome fire\n:welcome recording -- Councillor Elm gave notice that she would record the meeting.\n"
    text = in_style(script, style)
    assert text.count("welcomed everyone") == 1
    assert "meeting was recorded" not in text
    assert "Councillor Elm gave notice that she would record the meeting." in text
    assert "meeting was recorded" in in_style(":welcome recording -- Tea was served.\n", style)
    assert in_style(":welcome\n:welcome\n", style).count("welcomed everyone") == 2


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("none", [":none", "None."])
def test_that_there_were_no_apologies_is_said_once(style: str, none: str) -> None:
    setup = town()
    agenda = papers(items=({"number": 1, "title": "Apologies for absence"},), body=setup.body)
    text = in_style(f":take 1\n:apologies elm\n{none}\n", style, agenda).casefold()
    assert text.count("none") + text.count("no apologies") == 1


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", ["deferral", "adjournment"])
def test_a_carried_motion_to_put_off_and_its_outcome_are_one_resolution(style: str, kind: str) -> None:
    moved = f":take 2\n:motion elm ash kind={kind} -- That it wait.\n:vote 4 1\n"
    text = in_style(f'{moved}:outcome deferred to="the June meeting" -- figures were awaited\n', style)
    (line,) = [line for line in text.splitlines() if "deferred to" in line.casefold()]
    assert line.casefold().startswith(
        (
            "resolved: that it wait",
            "resolved – that it wait",
            "31/– resolved: that it wait",
            "carried –",
            "resolved: that the motion",
            "31/– the motion was carried",
        )
    )
    assert "and that this be" in line or "and this was" in line
    assert "figures were awaited" in line
    lost = in_style(moved.replace("4 1", "1 4") + ":outcome deferred -- figures were awaited\n", style)
    assert "and this was" not in lost
    assert "and that this be" not in lost
