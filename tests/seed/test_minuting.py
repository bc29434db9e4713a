"""The meeting of June 2019 as it is minuted: what its papers hold, what is typed, and the facts it leaves."""

import re

import pytest

from clerk.meeting.motions import text_of
from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from clerk.texts import written
from exports.blocks import Draft, Prose, plain
from exports.plain import lines
from exports.quotes import quoted_as

from . import minuting, papers
from .june import June

WORDING = {
    "FM-01": r"^Decisions of the ",
    "FM-02": r"^Members Present|^Councillor .+ \(.*Chairman\)$",
    "AT-01": r"^Apologies (for absence )?were received",
    "DE-01": r"^None\.$",
    "MO-01": r"^None\.$",
    "MB-01": r"^None\.$",
    "UR-01": r"^None\.$",
    "MI-01": r"minutes of the meeting held on",
    "RE-01": r"(introduced|presented|spoke to) (the|her|his|their) report",
    "RE-02": r"invited to the table:",
    "MT-01": r"moved to the vote on the officer",
    "MT-02": r"moved an amendment|amendment was agreed",
    "MT-08": r"Substantive Recommendations|^The Recommendations were",
    "OR-02": r"amendment to the agenda order|duly seconded",
    "PU-03": r"^The following residents addressed",
    "PU-13": r"also addressed the Committee",
    "OU-03": r"noted with no referrals",
    "OU-05": r"^CARRIED\b",
    "OU-16": r"\(\d\)\t|\d+ Seats$",
    "VO-01": r"unanimously",
    "AC-01": r"^Action:",
    "FW-01": r"^This was noted\.$",
    "CL-01": r"^The meeting finished",
}
"""What each construct prints, so far as it can be told by its form."""


@pytest.fixture(scope="module")
def steps(june: June) -> list[minuting.Gesture]:
    return minuting.gestures(june)


def test_the_pack_is_read_without_the_marks_of_its_conversion(june: June) -> None:
    assert [item.number for item in june.items] == [str(number) for number in range(1, 14)]
    assert not any(re.search(r"\*\*|<|>|^\s*-|-$", line) for line in june.lines if not line.endswith(":-"))


def test_the_papers_hold_the_roll_the_parties_and_the_recommendations(june: June) -> None:
    setup = read_meeting(papers.meeting_toml(june))
    assert setup.quorum == 3
    assert [seat.office for seat in setup.seats] == ["chair", "vice-chair", *[""] * 8]
    assert len({person.group for person in setup.people if person.kind == "member"}) == 2
    assert {item.number for item in setup.items if item.recommendations} == {"5", "8"}
    kinds = {item.number: item.kind for item in setup.items if item.kind != "report"}
    assert kinds == {
        "1": "minutes", "2": "absence", "3": "declarations", "4": "monitoring officer", "6": "public",
        "7": "members' items", "12": "forward plan", "13": "urgent",
    }  # fmt: skip


@pytest.mark.parametrize("construct", WORDING)
def test_what_a_construct_says_is_never_typed(june: June, steps: list[minuting.Gesture], construct: str) -> None:
    says = re.compile(WORDING[construct])
    assert any(says.search(line) for line in june.lines), "the published minutes hold it"
    assert [step.typed for step in steps if any(map(says.search, step.typed.splitlines()))] == []


@pytest.mark.parametrize("construct", WORDING)
def test_each_construct_is_printed_from_a_fact(draft: Draft, construct: str) -> None:
    says = re.compile(WORDING[construct])
    printed = [block for block in draft.blocks if any(map(says.search, lines(block, tabs=True)))]
    assert printed
    assert all(block.construct for block in printed)


def test_narrative_is_printed_as_it_was_typed(draft: Draft, steps: list[minuting.Gesture]) -> None:
    printed = [plain(block.spans) for block in draft.blocks if isinstance(block, Prose) and not block.construct]
    # But for the quotation marks, which are of one kind in one set of minutes.
    assert printed == [quoted_as(step.typed, "curly") for step in steps if step.kind == "narrative"]


def test_every_vote_was_carried_by_all_eight(meeting: Meeting) -> None:
    assert [(vote.questions, vote.votes_for, vote.unanimous) for vote in meeting.votes.values()] == [
        (("r5",), 8, True),
        (("m1",), 8, True),
        (("A1",), 8, True),
        (("r8",), 8, True),
    ]
    assert {question.state for question in meeting.questions.values() if question.vote} == {"carried"}
    assert [q.kind for q in meeting.questions.values() if not q.vote] == ["minutes"], "agreed without being put"


def test_the_amendment_became_clause_1_1(june: June, meeting: Meeting) -> None:
    text = written(text_of(meeting.questions, "r8")).split("\n")
    published = [line.text for item in june.items if item.number == "8" for line in item.lines]
    put = published.index(text[0])
    assert [line.removeprefix("- ") for line in text] == published[put : put + 7]
    assert [line[:4].strip() for line in text if line[0].isdigit()] == ["1. T", "1.1", "2. T"]


def test_the_facts_stand_as_recorded(june: June, meeting: Meeting) -> None:
    assert meeting.problems == ()
    assert [str(day) for day in meeting.approved] == ["2019-03-07"]
    assert [meeting.people[person].name for person in meeting.apologies] == papers.apologies(june)
    assert len(meeting.in_room & {person for _, person in meeting.acting}) == 8
    assert [(action.item, meeting.people[action.owner].title) for action in meeting.actions] == [("i9", "Ms")] * 2
    assert [(outcome.item, outcome.what) for outcome in meeting.outcomes] == [("i10", "noted"), ("i12", "noted")]
    assert meeting.course == "closed"
    assert f"{meeting.closed_at:%H:%M}" == "21:19"
    assert not meeting.varied


def test_what_it_takes_to_minute_it(june: June, steps: list[minuting.Gesture]) -> None:
    effort = minuting.effort(june, steps)
    print(effort)
    assert effort.procedural_keys < effort.procedural_published / 2
