"""What whole meetings showed: each kind by the lines that were typed, and what the minutes and the findings say."""

import pytest

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.rules.checks import findings
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.minute import OPEN, desk, minute

PONDS = """
body = "Ponds Committee"
date = 2031-03-12
time = "19:00"
venue = "The Long Room"
quorum = 2
members = [
    {name = "Tom Oak", role = "chair", group = "Civic"},
    {name = "Dora Elm", role = "vice-chair", group = "Civic"},
    {name = "Ivo Ash", group = "Green"},
    {name = "Petra Yew", group = "Green"},
    {name = "Hugh Green", group = "Labour"},
]
officers = [{name = "Jo Reed", title = "Ms", post = "Head of Ponds"}]
items = [
    {number = 1, title = "Absence of Members"},
    {number = 2, title = "Disclosure of interests"},
    {number = 3, title = "Members' Items", recommendations = ["That the list be noted."]},
    {number = 4, title = "Ponds", recommendations = ["That the ponds be dredged."]},
    {number = 5, title = "Barn", case = "31/1", ward = "Mill"},
    {number = 6, title = "Appointment of Chairman", kind = "election"},
]
"""


def held(script: str) -> Meeting:
    return minute(OPEN + script, PONDS)


def lines(script: str) -> list[str]:
    return write_text(draft(held(script), shipped_style())).split("\n")


BALLOT = ":take 6\n:nominate elm ash yew\n:nominate ash elm green\n:ballot elm 2 ash 2 abstain=1\n"


@pytest.mark.parametrize("who", ["elm", "ash"])
def test_a_casting_vote_decides_between_equals(who: str) -> None:
    meeting = held(BALLOT + f":cast for {who}")
    name = meeting.name(who)
    text = write_text(draft(meeting, shipped_style()))
    assert f"RESOLVED – that {name} be appointed as Chairman." in text
    assert f"Councillor Tom Oak, in the Chair, used the casting vote for {name}." in text
    assert not [one for one in findings(meeting) if one.rule == "C4"]


@pytest.mark.parametrize("line", [":cast for", ":cast against elm", ":cast for yew", ":cast declined elm"])
def test_a_casting_vote_between_equals_says_for_whom(line: str) -> None:
    at = desk(PONDS).play(OPEN + BALLOT)
    with pytest.raises(Unclear):
        at.enter(line)


def test_a_casting_vote_for_someone_where_no_ballot_is_tied_is_refused() -> None:
    at = desk(PONDS).play(OPEN + ":take 4\n:vote 2 2 1")
    with pytest.raises(Unclear, match="No ballot is tied"):
        at.enter(":cast for elm")


def test_a_vote_that_tied_after_the_ballot_takes_the_casting_vote() -> None:
    meeting = held(BALLOT + ":take 4\n:vote 2 2 1\n:cast for")
    assert [vote.state for vote in meeting.votes.values()] == ["carried"]


def test_what_is_put_after_a_members_item_is_the_members_item() -> None:
    meeting = held(":take 3\n:memberitem ash -- that benches be mended\n:put\n:vote 3 2 0")
    decided = {q.kind: q.state for q in meeting.questions.values() if q.item == "i3"}
    assert decided == {"recommendations": "open", "members' item": "carried"}


def test_what_is_put_after_a_members_item_that_was_agreed_is_the_recommendations() -> None:
    meeting = held(":take 3\n:memberitem ash agreed=yes -- that benches be mended\n:put\n:vote 3 2 0")
    assert {q.kind: q.state for q in meeting.questions.values() if q.item == "i3"}["recommendations"] == "carried"


def test_a_motion_in_letters_is_printed_and_amended_by_its_letters() -> None:
    said = lines(
        ":take 4\n:motion elm yew -- That the Committee:\n  a) cut the hay;\n  b) keep the straw.\n"
        ":amend ash green at=b words=first -- straw -> oats\n:vote 4 1 0\n:vote 5 0 0"
    )
    for line in ("That the Committee:", "a) cut the hay;", "b) keep the straw.", "b) keep the oats."):
        assert line in said
    assert "That in paragraph b) the word “straw” be replaced by “oats”." in said


@pytest.mark.parametrize(
    ("how", "printed"),
    [
        ("agent", "Ms Ann Hay of Hay & Co and Straw Ltd addressed the Committee on behalf of the applicant."),
        ("objection", "A representation in objection was heard from Ms Ann Hay of Hay & Co and Straw Ltd."),
        ("applicant", "Ms Ann Hay of Hay & Co and Straw Ltd addressed the Committee as the applicant."),
    ],
)
def test_whom_a_speaker_speaks_for_is_a_list(how: str, printed: str) -> None:
    assert printed in lines(f':take 5\n:heard {how} who="Ms Ann Hay" of="Hay & Co,Straw Ltd"')


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ("having a daughter among the players", "by virtue of having a daughter among the players."),
        ("Having worked there", "by virtue of having worked there."),
        ("her daughter acts with them", "because her daughter acts with them."),
        ("His sons play there", "because his sons play there."),
        ("her daughter’s work for the firm", "by virtue of her daughter’s work for the firm."),
        ("her brother in the firm", "by virtue of her brother in the firm."),
        ("employed by the Trust", "by virtue of being employed by the Trust."),
        ("Married to the agent", "by virtue of being married to the agent."),
        ("member of the club", "by virtue of being a member of the club."),
        ("Trustee of the fund", "by virtue of being a trustee of the fund."),
        ("chair of governors", "by virtue of being chair of governors."),
        ("membership of the club", "by virtue of membership of the club."),
        ("as a trustee", "as a trustee."),
    ],
)
def test_the_reason_of_an_interest_joins_its_sentence(typed: str, joined: str) -> None:
    said = lines(f":take 2\n:declare ash 4 kind=non-pecuniary -- {typed}")
    lead = "Councillor Ivo Ash declared a non-pecuniary interest in relation to Item 4"
    assert [line for line in said if line.startswith(f"{lead} {joined}")]


@pytest.mark.parametrize("title", ["Disclosure of interests", "Disclosures of Any Interest", "Members’ interests"])
def test_disclosures_are_declarations(title: str) -> None:
    meeting = minute(OPEN + ":take 2\n:none", PONDS.replace("Disclosure of interests", title))
    assert meeting.items["i2"].kind == "declarations"
    assert not [one for one in findings(meeting) if one.rule == "D1"]


@pytest.mark.parametrize(
    "script",
    [
        ":present rest out=yew\n:open 19:00\n:take 1\n:none",
        ":apologies yew\n:present rest\n:open 19:00\n:take 1\n:none",
    ],
)
def test_none_does_not_stand_under_who_was_away(script: str) -> None:
    said = write_text(draft(minute(script, PONDS), shipped_style())).split("\n")
    assert "None." not in said[: said.index("2. DISCLOSURE OF INTERESTS")]


def test_whoever_presides_already_resumes_nothing() -> None:
    script = ":apologies oak\n:present rest\n:preside elm -- as the Chairman had sent apologies\n:open 19:00"
    text = write_text(draft(minute(script, PONDS), shipped_style()))
    assert "Councillor Dora Elm took the Chair as the Chairman had sent apologies." in text
    assert "resumed" not in text


def test_an_award_that_was_lost_keeps_its_sum_and_its_sponsor() -> None:
    said = lines(':take 4\n:award "Boat shed" by=ash amount=9000\n:vote 2 3 0')
    assert "The proposal to award funding of £9,000 to Boat shed, sponsored by Councillor Ivo Ash, was LOST." in said


def test_words_that_an_outcome_says_itself_are_said_once() -> None:
    said = lines(":take 4\n:outcome to respond -- within 20 working days")
    assert [line.count("20 working days") for line in said if "20 working days" in line] == [1]


@pytest.mark.parametrize("first", ["Only", "Nobody", "Neither", "Even", "Now"])
def test_a_clause_after_that_begins_small(first: str) -> None:
    said = lines(f":take 4\n:advice reed -- {first} the bank could be moved.")
    assert any(f"advised the Committee that {first.lower()} the bank could be moved." in line for line in said)


def test_who_says_prayers_begins_the_sentence_with_a_capital() -> None:
    assert "The Reverend Ann Gale was called upon" in "\n".join(lines(':take 1\n:prayers "the Reverend Ann Gale"'))


def test_someone_whose_entry_was_taken_back_is_named_and_not_by_an_id() -> None:
    at = desk(PONDS).play(OPEN + ':take 4\n:person vale name="Abel Vale" title=Mr post="Head of Law"')
    met = at.meeting.entries[-1].n
    at.play(":introduce vale")
    at.enter(f":undo e{met}")
    text = write_text(draft(at.meeting, shipped_style()))
    assert "Mr Abel Vale" in text


def test_the_hour_in_a_finding_is_written_as_in_the_minutes() -> None:
    meeting = held(":take 4\n:@18:40 motion elm yew -- That hay be cut\n:close 20:00")
    said = [one.text for one in findings(meeting) if one.rule == "A11"]
    assert said
    assert not [text for text in said if "18:40" in text]


def test_the_parties_at_a_licensing_hearing_are_excluded_without_items() -> None:
    meeting = held(":take 5\n:exclude reg=licensing")
    assert not [one for one in findings(meeting) if one.rule == "X1"]


def test_partners_of_a_board_vote_by_the_law_that_made_it() -> None:
    papers = PONDS.replace("Ponds Committee", "Ponds Board").replace(
        '{name = "Hugh Green", group = "Labour"}', '{name = "Hugh Green", kind = "co-optee", organisation = "Anglers"}'
    )
    assert not [one for one in findings(minute(OPEN, papers)) if one.rule == "V22"]
    committee = papers.replace("Ponds Board", "Ponds Committee")
    assert [one.rule for one in findings(minute(OPEN, committee))].count("V22") == 1


def test_why_someone_sent_apologies_is_printed() -> None:
    away = ":apologies yew -- She had a train to catch.\n:apologies ash,hugh -- illness\n"
    script = away + ":present rest\n:open 19:00\n:take 1"
    said = write_text(draft(minute(script, PONDS), shipped_style())).split("\n")
    assert "Councillor Petra Yew was away because she had a train to catch." in said
    assert "Councillor Ivo Ash and Councillor Hugh Green were away owing to illness." in said


def test_a_meeting_that_goes_on_another_day_says_which_where_it_went_on() -> None:
    said = lines(":take 4\n:adjourn 19:40 -- illness\n:resume 18:00 on=2031-03-19\n:vote unanimous\n:close 18:20")
    assert "The meeting resumed at 6.00 pm on 19 March 2031." in said[said.index("4. PONDS") :]
    assert "The meeting finished at 6.20 pm on 19 March 2031" in said


def test_a_substitute_given_the_seat_for_good_the_same_night_holds_it() -> None:
    papers = PONDS.replace("officers = [", 'substitutes = [{name = "Sam Pine"}]\nofficers = [')
    meeting = minute(
        ":apologies yew\n:sub pine for=yew\n:present rest\n:open 19:00\n:seat pine for=yew\n:take 4\n:vote 5 0 0",
        papers,
    )
    assert not [one.text for one in findings(meeting) if one.rule in ("AP5", "V9")]
    assert "Councillor Sam Pine had replaced Councillor Petra Yew" in write_text(draft(meeting, shipped_style()))


def test_a_party_that_challenges_is_all_of_it_though_one_of_them_dissents() -> None:
    said = lines(":take 4\n:challenge group:green by=reed dissent=yew -- there was a balance")
    assert any(line.startswith("Councillor Ivo Ash and Councillor Petra Yew questioned") for line in said)


def test_a_party_votes_but_for_those_who_are_named_apart() -> None:
    meeting = held(":take 4\n:vote named for=group:green against=yew rest=abstain")
    (vote,) = meeting.votes.values()
    assert (vote.for_names, vote.against_names) == (("ash",), ("yew",))


def test_speakers_on_two_items_are_said_to_speak_on_both() -> None:
    said = lines(":take 2\n:speakers on=4+5 -- Mr Ed Moss, Ms Flo Nash")
    assert "The following residents addressed the Committee on Items 4 and 5:" in said


def test_the_sheet_says_as_what_minutes_were_approved_and_on_whose_motion() -> None:
    style = shipped_style()
    meeting = held(":take 1\n:minutes 2031-02-12 by=ash,yew -- Page 2: “nine” should read “ten”.\n:vote 4 1 0")
    said = write_text(decision_sheet(meeting, style, draft(meeting, style))).split("\n")
    motion = "on the motion of Councillor Ivo Ash, seconded by Councillor Petra Yew"
    assert f"RESOLVED (For 4, Against 1, Abstained 0), {motion}:" in said
    words = "That the minutes of the meeting held on 12 February 2031 be approved, subject to the correction below."
    assert said[said.index(words) + 2] in ("Page 2: “nine” should read “ten”.", "- Page 2: “nine” should read “ten”.")


@pytest.mark.parametrize(
    "reason", ["as the design fits the street", "since it is small", "given that the road is wide"]
)
def test_a_motion_that_says_why_it_departs_gives_its_reason(reason: str) -> None:
    papers = PONDS.replace("Ponds Committee", "Planning Committee").replace(
        'case = "31/1"', 'case = "31/1", recommendations = "Refuse"'
    )
    script = f":take 5\n:vote 1 4 0\n:motion elm ash -- That permission be granted, {reason}\n:vote 4 1 0\n:take 6"
    assert not [one for one in findings(minute(OPEN + script, papers)) if one.rule == "M20"]
