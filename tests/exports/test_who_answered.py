"""Facts that had no verb: who answered, what is to come, who was not there, why the order was varied."""

import pytest

from clerk.rare import decides
from tests.support.five import held, papers, text_of, under

PUBLIC = [
    {"number": 1, "title": "Public questions and comments"},
    {"number": 2, "title": "Ponds"},
    {"number": 3, "title": "Bees"},
]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (":questions supplementary=yes", "Supplementary questions were asked, to which oral answers were"),
        (":questions on=2 by=ash", "questions asked on Item 2 and the published answers"),
        (":questions on=2 by=ash", "Councillor Ivo Ash answered the questions."),
        (":questions supplementary=yes\n:questions on=2 by=ash", "Ivo Ash answered the questions on Item 2."),
        (":questioned reed", "Members asked questions, which were then answered by Ms Jo Reed, Head of Ponds."),
        (":speakers -- Al Moss\n:questioned \"Al Moss\"", "questions following the comment, which"),
        (":decision later days=5", "The decision would be announced within five working days."),
        (":decision later", "The decision would be announced at a later date."),
        (":issue \"Parking\" by=\"Jo Fen\" publish=yes", "RESOLVED – that a reply be published."),
        (":issue \"Parking\" notify=yes publish=yes", "that a reply be published and Ward Members be notified."),
        (":petition Bees lead=\"Kit Lee\"\n:noshow \"Kit Lee\"", "‘Bees’, of which Kit Lee was the Lead"),
        (":noshow \"Kit Lee\"\n:petition \"Bees\" lead=\"Kit Lee\"", "Kit Lee, the Lead Petitioner, was not present."),
        (":petition \"Bees\" by=ash", "A petition, ‘Bees’, was introduced by Councillor Ivo Ash."),
        (":invite \"Cllr Zoe Fir\" to=speak", "The Chairman invited Councillor Zoe Fir to speak."),
        (":introduce ash what=motion", "Councillor Ivo Ash introduced the motion."),
        (":introduce ash what=petition how=presented", "Councillor Ivo Ash presented the petition."),
        (":order 3+2 -- because residents had come", "in the order 3 and 2, because residents had come."),
        (":order 3+2 how=reflected -- To help residents.", "as reflected in these minutes, to help residents."),
        (
            ":received from=\"the Scrutiny Committee\" what=recommendations on=2 -- That it be so.",
            "received the recommendations of the Scrutiny Committee on Item 2: that it be so.",
        ),
        (":comments questions by=reed", "ask questions, which were answered by Ms Jo Reed, Head of Ponds."),
    ],
)  # fmt: skip
def test_it_is_printed(lines: str, said: str) -> None:
    assert said in under(held(f":take 1\n{lines}", papers(items=tuple(PUBLIC))), "1")


def test_members_questions_are_answered_at_a_report() -> None:
    said = under(held(":take 2\n:questions by=reed", papers(items=tuple(PUBLIC))), "2")
    assert said == "Ms Jo Reed, Head of Ponds, answered Members’ questions."


@pytest.mark.parametrize("order", [0, 1])
def test_an_absent_petitioner_presents_nothing(order: int) -> None:
    lines = [':petition "Bees" lead="Kit Lee" signatures=12', ':noshow "Kit Lee"']
    said = text_of(held(":take 2\n" + "\n".join(lines[::-1] if order else lines)))
    assert "presented by" not in said
    assert "registered to speak" not in said


def test_a_decision_that_is_to_come_decides_nothing() -> None:
    meeting = held(":take 2\n:decision later days=5\n:decision -- The licence was granted.")
    assert [decides(placed.event) for placed in meeting.events[-2:]] == [False, True]


def test_an_extraordinary_meeting_says_so() -> None:
    assert "extraordinary meeting of the Ponds Committee" in text_of(held("", papers(extraordinary=True)))
    council = text_of(held("", papers(extraordinary=True, body="Ponds Borough Council")))
    assert "Minutes of the extraordinary meeting of" in council


def test_the_leader_is_named_in_the_roll() -> None:
    members = [{"name": "Tom Oak", "role": "chair"}, {"name": "Dora Elm", "post": "Leader of the Council"}]
    assert "Councillor Dora Elm (Leader of the Council)" in text_of(held("", papers(members=members)))
    cabinet = papers(members=[{**members[0], "post": "Leader of the Council"}, {"name": "Ivo Ash"}], body="Cabinet")
    assert "Councillor Tom Oak (Chairman, Leader of the Council)" in text_of(held("", cabinet))


def test_whom_a_question_was_put_to_is_said_though_no_answer_is() -> None:
    asked = ":take 2\n:ask elm to=reed -- why the pond was dry\n:ask elm to=reed -- whether it leaked -> it did"
    printed = under(held(asked), "2")
    assert "A Member asked Ms Jo Reed, Head of Ponds, why the pond was dry." in printed
    assert "A Member asked whether it leaked. Ms Reed responded that it did." in printed
