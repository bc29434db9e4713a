"""Lists are lists, posts stand once an item, acts carry the name (B14, B15); ties in a ballot (A7); said once (A9)."""

from typing import Any

import pytest

from clerk.names import Unclear
from tests.support.five import ITEMS, held, papers, said, under

STAFF = [
    {"name": "Jo Reed", "title": "Ms", "post": "Head of Ponds"},
    {"name": "Kit Gurung", "title": "Mr", "post": "Head of Bees"},
    {"name": "Lee Gurung", "title": "Ms", "post": "Solicitor"},
]
BEES = papers(officers=STAFF)


def test_speakers_on_two_items_are_all_kept() -> None:
    printed = under(held(":take 2\n:speakers on=2+3 -- Nora Hill, Pat Moss"), "2")
    assert "Nora Hill and Pat Moss." in printed
    assert "addressed the Committee on Items 2 and 3." in under(held(":take 2\n:speakers on=2+3 -- Nora Hill"), "2")
    assert "on Item 3." in under(held(":take 2\n:speakers on=3 -- Nora Hill"), "2")


def test_a_supplementary_question_is_told_where_all_was_oral() -> None:
    printed = under(held(':take 2\n:questions "Nora Hill" oral=yes supplementary=yes'), "2")
    assert printed == (
        "Nora Hill asked a question, and an oral answer was given at the meeting. "
        "Supplementary questions were asked and answered too."
    )


def test_challengers() -> None:
    two = under(held(":take 2\n:challenge elm,ash -- the balance of the groups was wrong"), "2")
    assert two.startswith("Councillor Dora Elm and Councillor Ivo Ash stated that")
    members = [{"name": "Tom Oak", "role": "chair", "group": "Civic"}]
    members += [{"name": name, "group": "Residents"} for name in ("Dora Elm", "Ivo Ash")]
    party = under(held(":take 2\n:challenge Residents -- the balance was wrong", papers(members=members)), "2")
    assert party.startswith("Councillor Dora Elm and Councillor Ivo Ash stated")


def test_items_and_paragraphs() -> None:
    assert "taken with Item 3." in under(held(":take 2\n:takenwith 2+3"), "2")
    assert "taken with Items 2 and 3." in under(held(":take 1\n:takenwith 2+3"), "1")
    excluded = held(":take 2\n:exclude items=2+3 para=3+5 weighed=yes")
    assert "paragraphs 3 and 5 of Part 1 of Schedule 12A" in under(excluded, "2")
    assert "paragraph 3 of Part 1" in under(held(":take 2\n:exclude items=2 para=3"), "2")
    assert any("no paragraph 9" in line for line in said(held(":take 2\n:exclude items=2 para=3+9"), "X2"))


@pytest.mark.parametrize(("typed", "who"), [("K Gurung", "kit"), ("L. Gurung", "lee"), ("Kit Gurung", "kit")])
def test_an_initial_and_surname_find_the_right_one(typed: str, who: str) -> None:
    meeting = held(f':take 2\n:invite "{typed}",reed', BEES)
    found = meeting.events[-1].event
    names = [meeting.people[person].name.split()[0].lower() for person in getattr(found, "people", ())]
    assert names == [who, "jo"]
    with pytest.raises(Unclear, match="could be"):
        held(":take 2\n:invite gurung", BEES)


def test_a_post_stands_at_the_first_mention_in_each_item() -> None:
    script = ":take 2\n:advice reed -- the pond was deep\n:action reed -- Measure it\n:take 3\n:action reed -- Write"
    meeting = held(script, BEES)
    assert under(meeting, "2") == (
        "Ms Jo Reed, Head of Ponds, advised the Committee that the pond was deep.\nAction: Ms Reed – Measure it"
    )
    assert under(meeting, "3") == "Action: Ms Jo Reed, Head of Ponds – Write"
    asked = under(held(":take 2\n:questioned reed", BEES), "2")
    assert asked.endswith("answered by Ms Jo Reed, Head of Ponds.")


def test_who_took_the_chair_that_night_is_named() -> None:
    printed = under(held(":take 2\n:preside elm\n:motion elm ash -- That ducks be fed.\n:vote 2 2 1\n:cast for"), "2")
    assert "Councillor Dora Elm, in the Chair, moved, seconded by Councillor Ivo Ash:" in printed
    assert "Councillor Dora Elm, in the Chair, used the casting vote for the motion." in printed
    own = under(held(":take 2\n:motion oak ash -- That ducks be fed.\n:vote 2 2 1\n:cast for"), "2")
    assert "The Chairman moved" in own
    assert "The Chairman used the casting vote" in own


@pytest.mark.parametrize(
    ("post", "chair"),
    [
        ("Provost", True),
        ("Chair of the Ponds Committee", True),
        ("Chair of the Committee", True),
        ("Depute Provost", False),
        ("Vice-Chair", False),
        ("Chair of the Bees Sub-Committee", False),
        ("Convener of the Hedges Panel", False),
    ],
)
def test_only_who_is_elected_to_this_body_s_chair_is_its_chairman(post: str, chair: bool) -> None:
    script = f':take 2\n:ballot elm 4 ash 1 to="{post}" elected=elm\n:preside elm\n:vote 2 2 1\n:cast for'
    meeting = held(script)
    casting = "The Chairman used" if chair else "Councillor Dora Elm, in the Chair, used"
    assert casting in under(meeting, "2")
    assert bool(said(meeting, "C1")) is not chair


ELECTION: tuple[dict[str, Any], ...] = ({"number": 1, "title": "Election of Chairman"},)
TIED = ":take 1\n:nominate elm ash yew\n:nominate green yew ash\n:ballot elm 2 green 2 abstain=1 by=declined"


def test_a_casting_vote_that_was_declined_in_a_ballot_is_hard() -> None:
    council = papers(ELECTION, body="Thornmere Borough Council", settings={"body.kind": "council"})
    meeting = held(TIED, council)
    assert any(line.startswith("HARD") and "declined the casting vote" in line for line in said(meeting, "C4"))
    assert "The votes were equal. The Chairman did not use the casting vote." in under(meeting, "1")
    decided = TIED.replace("by=declined", "by=casting elected=elm")
    assert not said(held(decided, council), "C4")


def test_what_was_put_and_left_is_found() -> None:
    assert said(held(":take 2\n:put\n:take 3"), "M21") == [
        "WARN M21: The recommendation of item 2 (r2) was put and not voted on before item 3."
    ]
    for end in (":vote 3 2 0\n:take 3", ":withdraw r2\n:take 3", ":take 3\n:vote 3 2 0 of=r2"):
        assert not said(held(":take 2\n:put\n" + end), "M21")


def test_reasons_for_urgency_and_an_own_vote_are_printed_once() -> None:
    script = ":take 2\n:urgent -- the lease would end\n:urgent -- the lease would end.\n:vote 3 2 0\n"
    printed = under(held(script + ":record ash against\n:record ash against"), "2")
    assert printed.count("as a matter of urgency") == 1
    assert printed.count("was recorded at that Member’s request") == 1


def test_the_cabinets_stock_sentence_goes_when_reasons_are_given() -> None:
    cabinet = papers(body="Thornmere Cabinet", settings={"body.kind": "executive", "governance": "executive"})
    stock = held(":take 2\n:vote 5 0 0\n:take 3", cabinet)
    assert "The report set out the options considered" in under(stock, "2")
    assert not said(stock, "N12")
    given = held(":take 2\n:vote 5 0 0\n:reasons alternatives=none -- It saves money.\n:take 3", cabinet)
    assert "The report set out" not in under(given, "2")
    assert not said(given, "N12")
    moved = held(":take 2\n:vote 0 5 0\n:motion elm ash -- That the ponds be approved.\n:vote 5 0 0\n:take 3", cabinet)
    assert said(moved, "N12")


OFFICERS = [
    {"name": "Jo Reed", "title": "Ms", "post": "Head of Ponds"},
    {"name": "Al Moss", "title": "Mr", "post": "Solicitor"},
]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (":advice reed,moss -- that it was deep", "Ms Jo Reed, Head of Ponds, and Mr Al Moss, Solicitor, advised"),
        (":ask elm to=reed,moss -- whether it leaked -> it did", "Mr Al Moss, Solicitor, responded that it did."),
        (':issue "Noise" contact=reed,moss', "that Ms Jo Reed, Head of Ponds, and Mr Al Moss, Solicitor, contact"),
        (
            ":action moss,reed -- Measure it",
            "Action: Mr Al Moss, Solicitor, and Ms Jo Reed, Head of Ponds – Measure it",
        ),
    ],
)
def test_two_officers_where_one_was_meant_are_both_named(line: str, printed: str) -> None:
    assert printed in under(held(f":take 2\n{line}", papers(officers=OFFICERS)), "2")


@pytest.mark.parametrize(
    ("by", "printed"),
    [
        ("Mr Sam Teal for Mrs Ada Rook", "Mr Sam Teal (on behalf of Mrs Ada Rook) raised"),
        ("Dr Ann de la Mare on behalf of Bo Tarn", "Dr Ann de la Mare (on behalf of Bo Tarn) raised"),
        ("Jo Lane for Friends of the Pond", "Jo Lane (on behalf of Friends of the Pond) raised"),
        ("Campaign for Clean Air", "Campaign for Clean Air raised"),
        ("Hill Residents for Clean Air", "Hill Residents for Clean Air raised"),
    ],
)
def test_who_speaks_for_another_is_named_with_the_other(by: str, printed: str) -> None:
    assert printed in under(held(f':take 2\n:issue "Noise" by="{by}"'), "2")


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (':questions "Jo Lane" oral=yes', "Jo Lane asked a question, and an oral answer was given at the meeting."),
        (":questions oral=yes by=reed", "Questions were asked, and Ms Jo Reed, Head of Ponds, answered orally"),
        (
            ':questions "Jo Lane,Bo Tarn" on=3 oral=yes',
            "Jo Lane and Bo Tarn asked questions on Item 3, and oral answers",
        ),
    ],
)
def test_an_oral_question_claims_no_answer_in_the_papers(line: str, printed: str) -> None:
    items = (ITEMS[0], {"number": 2, "title": "Public questions", "kind": "public"}, ITEMS[2])
    text = under(held(f":take 2\n{line}", papers(items)), "2")
    assert printed in text
    assert "agenda papers" not in text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":questions on=2+3 by=reed", "answered Members’ questions on Items 2 and 3."),
        (
            ':execquestions "Cllr Pat Quick,elm" items=2+3',
            "Pat Quick and Councillor Dora Elm to the meeting, who asked",
        ),
        (':execquestions "Cllr Pat Quick" items=2+3', "who asked a question on Items 2 and 3."),
        (':noshow "Jo Fen" on=2+3', "Items 2 and 3"),
        (':received from="the Board" on=2+3', "from the Board on Items 2 and 3."),
    ],
)
def test_the_item_itself_is_named_among_several(line: str, said: str) -> None:
    assert said in under(held(f":take 2\n{line}"), "2")


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (":memberitem ash,elm -- that benches be mended", "{} introduced the Members’ Item"),
        (":award Fence by=ash,elm amount=50", "to Fence, sponsored by {},"),
        (':writtenreply ash,elm to="Al Moss"', "{} undertook to reply to Al Moss"),
        (":petition Ponds by=ash,elm", "was introduced by {}."),
        (":oral ash,elm -- the lease", "{} gave an oral update"),
        (":dispute ash,elm refused -- a word be put in", "{} asked that"),
        (":appreciation ash,elm -- their work", "its appreciation of {} for"),
        (":announce by=ash,elm -- The fair.", "{} made the following"),
        (":vote 3 2 0\n:record ash,elm against", "The votes against of {} were recorded at their request."),
        (":vote 3 2 0\n:record ash against\n:record elm against", "The votes against of {} were recorded"),
    ],
)
def test_where_one_was_taken_several_are(line: str, printed: str) -> None:
    assert printed.format("Councillor Ivo Ash and Councillor Dora Elm") in under(held(f":take 2\n{line}"), "2")


def test_each_of_several_who_reply_in_writing_has_an_action() -> None:
    meeting = held(":take 2\n:writtenreply ash,elm due=2031-04-01")
    assert [action.owner for action in meeting.actions] == ["ash", "elm"]


@pytest.mark.parametrize("line", [":preside ash,elm", ":motion ash,elm yew -- That it be."])
def test_a_second_is_refused_as_that_where_one_is_taken(line: str) -> None:
    with pytest.raises(Unclear, match=r"takes one person, and “.*,elm” names several"):
        held(f":take 2\n{line}")


def test_own_votes_that_differ_are_told_apart() -> None:
    printed = under(held(":take 2\n:vote 3 1 1\n:record ash against\n:record elm abstained\n:record ash for"), "2")
    assert "Councillor Dora Elm’s abstention was recorded at that Member’s request." in printed
    assert "Councillor Ivo Ash’s vote for was recorded at that Member’s request." in printed
