"""What a Cabinet decides and what it does not, whether that may be called in, and who came, went and was counted."""

import pytest

from clerk.rules.coming import what_comes_next
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.decided.test_a_cabinet_evening import CABINET, evening
from tests.support.five import OPENED, papers, said
from tests.support.minute import Desk, desk


def cabinet(script: str, text: str = "That the ponds be dredged.", style: str = "") -> Desk:
    items = (
        {"number": 1, "title": "Declarations of interest"},
        {"number": 2, "title": "Ponds", "recommendations": text, "report_of": "Head of Ponds"},
        {"number": 3, "title": "Bees", "recommendations": "That the hives be moved."},
        {"number": 4, "title": "Sale of the mill", "exempt": True, "recommendations": "That the mill be sold."},
    )
    officers = [
        {"name": "Jo Reed", "title": "Ms", "post": "Head of Ponds"},
        {"name": "Paul Dale", "title": "Councillor", "kind": "councillor", "post": "Deputy Cabinet Member"},
    ]
    setup = papers(items=items, settings=CABINET, body="Cabinet", officers=officers, style=style or None)
    return desk(setup).play(OPENED + script)


VOTED = ":take 2\n:put\n:vote unanimous\n:take 3"
DECIDES = [
    "That the ponds be dredged.",
    "That the report be noted and the tender be accepted.",
    "Notes the survey and approves the dredging.",
    "That the survey be noted and agreed.",
    "That authority be delegated to the Head of Ponds to award the contract.",
]
DECIDES_NOTHING = [
    "That the delegated decisions taken since the last meeting be noted.",
    "That the decision which was delegated to the Leader be noted.",
    "To note the decisions delegated to officers.",
    "The Cabinet notes the approved budget.",
    "That non-exempt information relating to Part 2 may be made available to the press and public.",
]


@pytest.mark.parametrize("text", DECIDES)
def test_what_does_something_wants_its_reasons_and_may_be_called_in(text: str) -> None:
    meeting = cabinet(
        VOTED + "\n:motion elm ash -- That a boat be bought.\n:vote unanimous\n:close 20:00", text
    ).meeting
    assert any(": item 2" in one for one in said(meeting, "CI1"))


@pytest.mark.parametrize("text", DECIDES_NOTHING)
def test_to_note_decides_nothing_whatever_the_words_that_are_noted(text: str) -> None:
    meeting = cabinet(VOTED, text).meeting
    assert said(meeting, "N12", "N13", "CI1") == []
    motion = cabinet(f":take 2\n:motion oak without -- {text}\n:vote unanimous\n:take 3").meeting
    assert said(motion, "N12", "N13", "CI1") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (DECIDES[4], True),
        ("Delegates the award to the Head of Ponds.", True),
        ("That the Head of Ponds be authorised to award it.", True),
        ("That delegated authority be given to the Head of Ponds.", True),
        ("That the scheme of delegation be published.", False),
        ("That the delegated decisions be published.", False),
        (DECIDES_NOTHING[0], False),
    ],
)
def test_an_officer_has_authority_where_it_is_given(text: str, told: bool) -> None:
    assert bool(said(cabinet(VOTED, text).meeting, "N13")) is told


def test_what_goes_to_the_council_and_what_is_not_subject_to_it_is_not_called_in() -> None:
    assert said(cabinet(VOTED, "That it be recommended to Council that the ponds be dredged.").meeting, "CI1") == []
    waived = (
        ":take 2\n:put\n:vote unanimous\n:nocallin -- the grant lapsed on Friday\n:take 3\n:put\n:vote assent\n:take 1"
    )
    (one,) = said(cabinet(waived).meeting, "CI1")
    assert one.startswith("NOTE CI1: 1 executive decision may be called in")
    assert one.endswith(": item 3.")
    silent = said(cabinet(waived.replace(" -- the grant lapsed on Friday", "")).meeting, "CI1")
    assert silent[0].startswith(
        "WARN CI1: What was decided on item 2 is said not to be subject to call-in, and not why"
    )


@pytest.mark.parametrize("style", ["barnet", "county", "parish"])
@pytest.mark.parametrize("first", [True, False])
def test_a_key_decision_and_a_call_in_that_is_waived_stand_in_the_minutes_and_on_the_sheet(
    style: str, first: bool
) -> None:
    told = ':keydecision yes\n:nocallin by="the Chairman of the Council" urgent=yes -- the grant lapsed on Friday\n'
    vote = ":take 6\n:put\n:vote unanimous\n"
    minutes, sheet = evening(vote.replace(":put\n", f":put\n{told}") if first else vote + told, style)
    wanted = (
        "This was a key decision.",
        "This decision was urgent and not subject to call-in, because the grant lapsed on Friday. "
        "The Chairman of the Council had agreed to this.",
    )
    assert all(line in minutes for line in wanted)
    resolved = next(n for n, line in enumerate(sheet) if line.startswith("RESOLVED"))
    assert all(sheet.index(line) > resolved for line in wanted)
    some, _ = evening(vote + ":keydecision yes of=1+2\n:nocallin of=2 -- it was for the Council", style)
    assert "Recommendations 1 and 2 were key decisions." in some
    assert "Recommendation 2 was not subject to call-in, because it was for the Council." in some


def test_a_private_decision_is_not_said_to_have_its_reasons_in_the_report_but_in_the_style_that_says_so() -> None:
    script = ":exclude items=4 para=3\n:take 4\n:put\n:vote unanimous\n:readmit\n:take 3\n:put\n:vote assent"
    meeting = cabinet(script, style="county").meeting
    private = [line for b in draft(meeting, shipped_style("county"), True).blocks if b.private for line in lines(b)]
    assert any("Resolved" in line for line in private)
    assert not any("set out the options" in line for line in private)
    (one,) = said(meeting, "N12")
    assert one.startswith("HARD N12: The decision on item 4 is recorded without its reasons")
    barnet = cabinet(script).meeting
    printed = [line for b in draft(barnet, shipped_style(), True).blocks if b.private for line in lines(b)]
    assert any("set out the options" in line for line in printed)
    assert said(barnet, "N12") == []


def test_an_executive_alters_its_recommendations_without_a_seconder_where_that_is_said() -> None:
    alters = ":take 2\n:amend elm{} at=1 words=first -- dredged -> drained\n:accept\n:put\n:vote assent"
    assert said(cabinet(alters.format(" without")).meeting, "M3") == []
    moved = ":take 2\n:motion elm{} -- That a boat be bought.\n:vote unanimous"
    assert said(cabinet(moved.format(" without")).meeting, "M3") == []
    assert said(cabinet(moved.format("")).meeting, "M3")


def test_one_who_attends_without_a_seat_is_said_to_leave_and_to_come_back() -> None:
    script = ":attending dale\n:take 2\n:@18:50 out dale\n:@19:05 in dale"
    meeting = cabinet(script).meeting
    house = shipped_style("county")
    printed = [line for block in draft(meeting, house).blocks for line in lines(block)]
    assert "Councillor Paul Dale left the meeting at 6.50 pm." in printed
    assert "Councillor Paul Dale returned to the meeting at 7.05 pm." in printed
    assert said(meeting, "A3", "A5") == []
    (twice,) = said(cabinet(script + "\n:out dale\n:out dale").meeting, "A3")
    assert "was not in the room then" in twice


def test_one_who_is_on_no_list_is_said_to_come_and_go_as_it_was_recorded() -> None:
    unlisted = cabinet(":take 2\n:@18:50 out dale\n:@18:55 in dale").meeting
    assert said(unlisted, "A5") == []
    printed = [line for block in draft(unlisted, shipped_style("county")).blocks for line in lines(block)]
    assert "Councillor Paul Dale left the meeting at 6.50 pm." in printed
    assert "Councillor Paul Dale returned to the meeting at 6.55 pm." in printed


def test_who_went_before_the_item_was_called_and_is_back_after_the_vote_is_not_sent_out_again() -> None:
    before = ":declare elm 2 kind=dpi effect=left -- owning the ponds\n:take 1\n:out elm interest=yes\n:take 2\n"

    def coming(script: str) -> list[str]:
        at = cabinet(script)
        return [step.text for step in what_comes_next(at.meeting, at.item)]

    assert any("Elm leaves" in text for text in coming(f"{before}:in elm"))
    assert not any("Elm leaves" in text for text in coming(f"{before}:put\n:vote unanimous\n:in elm"))


@pytest.mark.parametrize("style", ["county", "parish"])
def test_a_recount_and_the_hour_of_the_beginning_stand_in_the_minutes(style: str) -> None:
    minutes, _ = evening(":take 6\n:put\n:vote 2 2 1\n:vote 3 2 0 recount=v1\n:close 20:00", style)
    again = "The votes were counted again, the first count having been 2–2–1 (for, against, abstained)."
    assert again in minutes
    assert minutes[-1].startswith("The meeting began at 6.30 pm and ")
    once, _ = evening(":take 6\n:put\n:vote 3 2 0\n:close 20:00", style)
    assert not any("counted again" in line for line in once)


def test_barnet_tells_the_hour_of_a_meeting_that_began_late_and_no_other() -> None:
    assert evening(":close 20:00", "barnet")[0][-1] == "The meeting finished at 8.00 pm"
    late = desk(papers()).play(":open 18:42\n:present rest\n:close 20:00").meeting
    house = shipped_style()
    assert "which began at 6.42 pm" in lines(draft(late, house).blocks[-1])[0]
    assert decision_sheet(late, house, draft(late, house)).blocks
