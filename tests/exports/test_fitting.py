"""Free words join the sentence that they are typed for, whatever their first letter, lead word or stop."""

import pytest

from clerk.facts import JOINED
from clerk.names import Unclear
from clerk.rare import Rare, rows
from clerk.shorthand.verbs import VERBS
from exports import fitting
from exports.blocks import Listing, Prose, plain
from exports.draft import draft
from exports.style import shipped_style
from tests.support.minute import minute

START = ":open 19:00\n:present rest\n:take 7\n"


def printed(script: str) -> str:
    blocks = draft(minute(START + script), shipped_style()).blocks
    return "\n".join(plain(block.spans) for block in blocks if isinstance(block, Prose))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":out elm -- because she had a train", "left the meeting because she had a train."),
        (":out elm -- Because she had a train.", "left the meeting because she had a train."),
        (":out elm -- she had a train", "left the meeting because she had a train."),
        (":out elm -- There was a fire at home.", "left the meeting because there was a fire at home."),
        (":out elm -- Illness", "left the meeting owing to illness."),
        (":out elm -- a fall", "left the meeting owing to a fall."),
        (":out elm -- To catch a train;", "left the meeting to catch a train."),
        (":declare elm 8 -- as a trustee", "in relation to Item 8 as a trustee."),
        (":declare elm 8 -- As a trustee.", "in relation to Item 8 as a trustee."),
        (":declare elm 8 -- Being a trustee.", "by virtue of being a trustee."),
        (":declare elm 8 -- on the committee of the Angling Club", "by virtue of being on the committee of the"),
        (":declare elm 8 -- In the same lodge as the agent.", "by virtue of being in the same lodge as the agent."),
        (":declare elm 8 -- opposite the slipway", "by virtue of being opposite the slipway."),
        (":declare elm 8 -- near neighbour of the yard", "by virtue of being a near neighbour of the yard."),
        (":declare elm,oak 8 -- founder members of the Trust", "by virtue of being founder members of the Trust."),
        (":declare elm 8 -- associate member of the Trust", "by virtue of being an associate member of the Trust."),
        (":declare elm 8 -- previously engaged by the Trust", "by virtue of being previously engaged by the Trust."),
        (":declare elm 8 -- her tenant of old", "by virtue of her tenant of old."),
        (":declare elm 8 -- on behalf of her mother", "in relation to Item 8 on behalf of her mother."),
        (":declare elm 8 -- in 2029 she sold them a boat", "to Item 8 because in 2029 she sold them a boat."),
        (":declare elm 8 -- a trustee of the club; her son rows", "by virtue of being a trustee of the club; her son"),
        (":declare elm 8 -- plays in the brass band", "because that Member plays in the brass band."),
        (":declare elm 8 -- campaigned against it", "because that Member campaigned against it."),
        (":declare elm 8 -- visited by the applicant", "by virtue of being visited by the applicant."),
        (":declare elm 8 -- assisted by the union", "by virtue of being assisted by the union."),
        (":declare elm 8 -- he owns a shop", "because he owns a shop."),
        (":declare elm 8 -- by virtue of a lease", "by virtue of a lease."),
        (":declare elm 8 -- owns a shop", "because that Member owns a shop."),
        (":advice vale -- That the matter could be heard.", "advised the Committee that the matter could be heard."),
        (":advice vale -- There was no paper.", "advised the Committee that there was no paper."),
        (":ask oak to=reed -- Why is it late? -> There was no paper.", "asked: “Why is it late?” "),
        (":ask oak to=reed -- Why is it late? -> There was no paper.", "responded that there was no paper."),
        (":ask oak -- Whether it leaked. -> That it did.", "asked whether it leaked. The answer was that it did."),
        (":motion oak elm kind=order -- That item 10 be taken next", "Elm, that Item 10 be taken next."),
        (":motion oak elm kind=deferral -- That the item be deferred to May.", "that the item be deferred to May."),
        (":motion oak elm kind=deferral -- To the next meeting.", "that the item be deferred to the next meeting."),
        (":outcome referred back to=\"the Cabinet\" -- Because it was late.", "the Cabinet, because it was late."),
        (":urgent -- As the lease would end.", "as a matter of urgency, as the lease would end."),
        (":urgent -- the lease would end", "as a matter of urgency, because the lease would end."),
        (":adjourn -- For the parties to confer.", "was adjourned for the parties to confer."),
        (":presentation reed -- On the Summer Reading Challenge.", "a presentation on the Summer Reading Challenge."),
        (":delegate \"Head of Parks\" -- To agree the works.", "to the Head of Parks to agree the works."),
        (":dispute ash refused -- That a statement be inserted.", "asked that a statement be inserted."),
        (":memberitem ash -- That benches be mended.", "which requested that benches be mended."),
    ],
)  # fmt: skip
def test_words_are_fitted(line: str, said: str) -> None:
    assert said in printed(line)


@pytest.mark.parametrize("lead", ["", "that ", "That ", "THAT "])
@pytest.mark.parametrize("stop", ["", ".", ";", " ."])
def test_lead_and_stop_make_no_difference(lead: str, stop: str) -> None:
    assert fitting.that(f"{lead}the pond leaked{stop}") == "the pond leaked"
    assert fitting.that_clause(f"{lead}the pond was dry{stop}") == "that the pond was dry"


@pytest.mark.parametrize("name", ["Jo Reed had spoken", "Thornmere was wet", "NHS beds were few", "Items"])
def test_a_name_keeps_its_capital(name: str) -> None:
    assert fitting.that(name)[0] == (name[0] if name != "Items" else "i")


def test_house_style() -> None:
    assert "declared an interest of another kind in relation to Item 8" in printed(":declare elm 8 kind=other -- x")
    said = printed(
        ":vote 5 5 1\n:record elm against\n:motion oak elm kind=order -- That item 10 be taken next\n:vote unanimous"
    )
    assert "Councillor Ivo Elm’s vote against was recorded at that Member’s request." in said
    assert "amendment" not in said
    assert "raised the issue ‘Recurring floods’." in printed(':issue "Recurring floods" by="Jo Fen"')
    assert "with 1,312 signatures from Mill ward, was presented" in printed(
        ':petition "Ponds" lead="Jo Fen" ward=Mill signatures=1312'
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":takenwith 8+9", "taken with Items 8 and 9."),
        (":takenwith 8", "taken with Item 8."),
        (':written "Jo Fen" on=8+9', "received from Jo Fen on Items 8 and 9."),
        (':noshow "Jo Fen" on=8,9', "registered to speak on Items 8 and 9 and was not present."),
    ],
)
def test_items_are_lists(line: str, said: str) -> None:
    assert said in printed(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":tribute -- Jo Fen had served for 30 years.", "paid tribute. Jo Fen had served for 30 years."),
        (":tribute -- To Jo Fen, who had died.", "paid tribute to Jo Fen, who had died."),
        (":challenge ash -- The quorum was there?", "asked: “The quorum was there?”"),
        (":challenge ash -- Because nobody counted.", "the balance of the groups because nobody counted."),
        (":challenge ash ruling=\"That it was.\" -- the quorum", "the quorum. The Chairman ruled that it was."),
        (":dispensation -- To set the council tax.", "to speak and vote in order to set the council tax."),
        (":blanket need=no -- Because many live here", "noted that many live here; where this applied"),
        (":dispute ash refused -- Page 3 was wrong.", "stated that page 3 was wrong. The request was refused."),
        (":dispute ash noted -- To add a line.", "asked to add a line. This was noted."),
        (":advice vale -- To defer.", "advised the Committee to defer."),
        (":advice vale -- the lease", "gave the Committee advice on the lease."),
        (":tabled -- There was a new map.", "had been tabled. There was a new map."),
        (":deputation \"Jo Fen\" -- That the bridge be kept.", "the Committee, asking that the bridge be kept."),
        (":memberitem ash -- To mend the benches", "which asked the Committee to mend the benches."),
        (":memberitem ash -- Could the benches be mended?", "which asked: “Could the benches be mended?”"),
        (":presentation reed -- Frogs live in ponds.", "gave a presentation. Frogs live in ponds."),
        (":presentation reed -- About frogs.", "gave a presentation about frogs."),
        (":oral reed -- Works had begun.", "gave an oral update. Works had begun."),
        (":received from=\"the Board\" -- On the bridge.", "received a referral from the Board on the bridge."),
        (":delegate \"the Head of Parks\" -- Agreeing the works.", "to the Head of Parks for agreeing the works."),
        (":urgent -- A leak.", "as a matter of urgency, owing to a leak."),
        (":appreciation elm -- He had served well.", "Ivo Elm. He had served well."),
        (":adopt ash elm -- That the report be adopted.", "that the report be adopted."),
        (":callin ash,elm decision=\"The closing of the bridge\" -- Lack of notice.", "owing to lack of notice."),
        (":ask oak to=reed -- The cost? -> £5,000.", "“The cost?” Ms Jo Reed, Head of Parks, responded: £5,000."),
        (":decision -- To grant the licence.", "announced its decision to grant the licence."),
        (":motion oak elm kind=order -- item 7 be taken first", "that Item 7 be taken first."),
        (":motion oak elm kind=suspension -- rule 5", "that rule 5 be suspended."),
        (":outcome deferred -- To the next meeting.", "this was DEFERRED to the next meeting."),
        (":outcome deferred to=\"a later meeting\" -- Because it was late.", "meeting because it was late."),
        (":outcome recommended to=Council -- That the fees be raised.", "to Council that the fees be raised."),
        (":outcome noted -- With thanks.", "this was noted with thanks."),
        (":outcome withdrawn -- By the applicant.", "Withdrawn by the applicant."),
        (":outcome withdrawn -- it would come back", "Withdrawn. It would come back."),
        (":outcome not reached -- Lack of time.", "This item was not reached owing to lack of time."),
        (":outcome refused -- Because of its bulk.", "this was REFUSED because of its bulk."),
        (":out elm -- She had a train. She would be back.", "because she had a train. She would be back."),
    ],
)  # fmt: skip
def test_each_form_is_joined_or_stands_alone(line: str, said: str) -> None:
    assert said in printed(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":addendum -- Because it had come late.", "noted the addendum, because it had come late."),
        (":addendum -- the map of the towpath", "noted the addendum: the map of the towpath."),
        (":outcome noted -- Owing to the hour", "this was noted, owing to the hour."),
        (":outcome noted -- It would come back.", "this was noted. It would come back."),
        (":comments questions -- That the plan be sent to them.", "ask questions: that the plan be sent to them."),
        (":nominutes deferred -- as the officer was away", "to the next meeting, as the officer was away."),
        (":welcome fire -- for the first time", "fire was explained, for the first time."),
        (":introduce reed -- because he was away. Members thanked her.", "report, because he was away. Members"),
        (":introduce reed -- There was a slip in it", "the report. There was a slip in it."),
        (":put r7 -- Because it was late.", "Because it was late, the Chairman moved to the vote"),
        (":put r7 -- There was no more to say.", "There was no more to say. The Chairman moved to the vote"),
        (":put r7 -- Following discussion of the item", "Following discussion of the item the Chairman moved"),
        (":put r7 -- the advice of the officer", "On the advice of the officer the Chairman moved"),
        (":exclude items=9 para=3 -- Because names would be told", "be disclosed, because names would be told."),
        (":exclude items=9 -- Tenders were open.", "would be disclosed, in that tenders were open."),
        (":exclude items=9 -- the tenders", "would be disclosed, namely the tenders."),
        (":exclude items=9 reg=licensing -- the children", "for Item 9, in accordance with Regulation 14(2)"),
        (":challenge ash -- the balance of the groups was wrong", "stated that the balance of the groups was wrong."),
        (":challenge ash -- The quorum was there", "questioned whether the quorum was there."),
        (":challenge ash -- There was no quorum.", "stated that there was no quorum."),
        (":challenge ash -- the meeting was properly called", "questioned whether the meeting was properly called."),
        (":challenge ash -- the groups were not fairly shown", "stated that the groups were not fairly shown."),
        (":challenge ash -- Whether five were there", "questioned whether five were there."),
        (":challenge ash -- That the meeting be adjourned.", "asked that the meeting be adjourned."),
        (":dispute ash noted -- That page 3 was wrong.", "stated that page 3 was wrong. This was noted."),
        (":adjourn -- That the parties be heard.", "was adjourned so that the parties be heard."),
    ],
)  # fmt: skip
def test_what_is_no_sentence_joins_the_one_before_or_after_it(line: str, said: str) -> None:
    assert said in printed(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        # A short form is its subject and its verb.
        (":out elm -- she'd been called away", "left the meeting because she’d been called away."),
        (":adjourn -- It’s snowing!", "was adjourned because it’s snowing!"),
        (":presentation reed -- We're nearly there", "gave a presentation. We’re nearly there."),
        (":presentation reed -- the ducks' nests", "gave a presentation on the ducks’ nests."),
        # The sentence's own verb after a relative clause that has one.
        (":dispensation -- the gate, which was promised, was late", "The gate, which was promised, was late."),
        (":dispensation -- the gate which had been promised", "vote on the gate which had been promised."),
        (":dispensation -- the lock that will have to be mended", "vote on the lock that will have to be mended."),
        # What may be a verb is none behind a determiner, a preposition, or at the end.
        (":advice vale -- the moorings at Mill Lock", "gave the Committee advice on the moorings at Mill Lock."),
        (":advice vale -- the proposed moorings", "gave the Committee advice on the proposed moorings."),
        (":advice vale -- £900 for oars", "gave the Committee advice on £900 for oars."),
        (":advice vale -- Mrs Fen's fence", "gave the Committee advice on Mrs Fen’s fence."),
        (":advice vale -- the rule bars a second vote", "advised the Committee that the rule bars a second vote."),
        (":advice vale -- one in nine was", "advised the Committee that one in nine was."),
        (":advice vale -- residents objected strongly", "advised the Committee that residents objected strongly."),
        (":introduce reed -- the moorings at Mill Lock", "introduced the report: the moorings at Mill Lock."),
        (":introduce reed -- moorings", "introduced the report: moorings."),
        (":introduce reed -- Agreed", "introduced the report. Agreed."),
        # A time may lead to a clause without a comma; "since" is then no cause.
        (":blanket need=no -- since 2029 there had been no fees", "that since 2029 there had been no fees; where"),
        (":blanket need=no -- since there were no fees", "It was noted that there were no fees; where"),
        (":advice vale -- in May she had been elsewhere", "advised the Committee that in May she had been elsewhere."),
        (":advice vale -- in view of the time", "gave the Committee advice in view of the time."),
        (":out elm -- until the day she was called", "left the meeting until the day she was called."),
        (":blanket need=no -- many lived here. Nobody objected.", "many lived here. Nobody objected. Where this"),
        # A deed begins with what is done, not with a name or a sum.
        (":delegate Board -- Mill Lock", "be delegated to the Board for Mill Lock."),
        (":delegate Board -- £900 for oars", "be delegated to the Board for £900 for oars."),
        (":delegate Board -- Ask Ms Moss", "be delegated to the Board to ask Ms Moss."),
        (":action reed how=undertaking -- Write to Ms Moss", "undertook to write to Ms Moss."),
        (":action reed how=undertaking -- NHS beds", "undertook the following: NHS beds."),
        (":action reed how=undertaking -- for the lock", "undertook the following: for the lock."),
        (":action reed how=undertaking -- that it be mended", "Jo Reed, Head of Parks, undertook that it be mended."),
        (":action reed how=undertaking due=2031-05-01 -- mend it. It leaks.", "by 1 May 2031, to mend it. It leaks."),
        (":action reed how=undertaking -- is it safe?", "undertook the following: “Is it safe?”"),
        (":memberitem ash -- officers to write to the Board", "which requested officers to write to the Board."),
        # What a procedural motion asks for, or why it was moved.
        (":motion oak elm kind=procedural -- the closing of the debate", "Elm, the closing of the debate."),
        (":motion oak elm kind=procedural -- as it was late", "Elm, a procedural motion as it was late."),
        (":motion oak elm kind=procedural -- whether it was late", "Elm, a procedural motion: whether it was late."),
        (":motion oak elm kind=procedural -- the debate be closed!", "Elm, that the debate be closed!"),
        (":motion oak elm kind=procedural -- closure", "Elm, closure."),
        # What leads to a put.
        (":put r7 -- Mill Lock", "On Mill Lock, the Chairman moved to the vote"),
        (":put r7 -- No further questions", "There being no further questions, the Chairman moved to the vote"),
        (":put r7 -- It was late!", "It was late! The Chairman moved to the vote"),
        (":put r7 -- Further to the debate", "Further to the debate the Chairman moved"),
        (":put r7 -- Finally", "Finally, the Chairman moved"),
        (":put r7 -- Discussion having ended", "Discussion having ended, the Chairman moved to the vote"),
        # One stop.
        (":outcome refused -- a matter of taste...", "for the following reasons: a matter of taste..."),
        (":outcome refused -- Was it safe?", "for the following reasons: “Was it safe?”"),
        (":addendum -- a matter of taste...", "noted the addendum: a matter of taste..."),
    ],
)  # fmt: skip
def test_unusual_words_are_fitted(line: str, said: str) -> None:
    found = printed(line)
    assert said in found
    for twice in ("?.", "!.", "...."):
        assert twice not in found


@pytest.mark.parametrize("typed", ["because it was dense", "Because it was dense", "Since it was dense"])
def test_a_reason_under_its_lead_needs_no_because(typed: str) -> None:
    blocks = draft(minute(f"{START}:vote lost\n:reasons -- {typed}\n  - harm to trees"), shipped_style()).blocks
    assert [plain(entry.spans) for block in blocks if isinstance(block, Listing) for entry in block.entries][-2:] == [
        "It was dense.",
        "Harm to trees",
    ]


@pytest.mark.parametrize("line", [":addendum", ":out elm", ":presentation reed", ":advice vale", ':delegate "A"'])
def test_an_arrow_is_refused_where_it_would_be_printed(line: str) -> None:
    with pytest.raises(Unclear, match="between a question and its answer"):
        printed(f"{line} -- whether it leaked -> it did")


def test_whipping_cannot_be_none_and_told() -> None:
    with pytest.raises(Unclear, match="leave one out"):
        printed(":whip none -- Civic Members were to vote together")


def test_each_construct_that_takes_words_states_their_form() -> None:
    for row in rows().values():
        assert bool(row.form) == bool(row.text), row.key
        if row.form:
            assert JOINED[row.form] in VERBS[row.verb].says


@pytest.mark.parametrize(
    "words", ["the lease", "That it be so.", "Because of rain.", "To go on", "Why?", "It was. So.", "x"]
)
@pytest.mark.parametrize("row", [row for row in rows().values() if row.text], ids=lambda row: row.key)
def test_no_sentence_ends_twice_or_says_that_twice(row: Rare, words: str) -> None:
    line = row.example.partition(" -- ")[0].replace(":whip none", ":whip declared")
    said = printed(f"{line} -- {words}")
    # No fragment stands as a sentence of its own.
    for fragment in (". Because of rain", ". The lease.", ". To go on.", ". That it be so."):
        assert fragment not in said or row.text == "", said
    for wrong in (
        "..",
        "?.",
        " that that ",
        " to to ",
        " the the ",
        "that because",
        " .",
        "because because",
        " on on ",
    ):
        assert wrong not in said, said
