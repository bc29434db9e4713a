"""What is said of one thing stays with it: an outcome before a motion, the clauses voted on, the end of what was sent
on, prayers where there is no Mayor."""

import pytest

from clerk.names import Unclear
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style
from tests.support.five import ITEMS, held, papers, said, under

THREE = (
    ITEMS[0],
    {"number": 2, "title": "Ponds", "recommendations": ["That reeds be cut.", "That ponds be dug.", "That oaks stay."]},
)


def test_an_outcome_is_not_of_a_motion_that_was_moved_after_it() -> None:
    script = ":take 2\n:outcome approved -- with modifications\nMore was said.\n"
    text = under(held(f"{script}:motion elm ash -- That the gate stay open.\n:vote unanimous"), "2")
    assert text.startswith("RESOLVED – this was APPROVED with modifications.\nMore was said.\n")
    assert text.count("with modifications") == 1


def test_an_outcome_after_its_vote_still_joins_it() -> None:
    script = (
        ":take 2\n:motion elm ash -- That the gate stay open.\n:vote unanimous\n:outcome approved -- with modifications"
    )
    text = under(held(script), "2")
    assert text.count("with modifications") == 1
    assert text.splitlines()[-1].endswith("with modifications.")


@pytest.mark.parametrize("again", [":put r2", ":vote assent of=r2", ":vote 5 0 of=r2"])
def test_a_clause_that_was_lost_does_not_come_back_with_the_whole(again: str) -> None:
    script = ":take 2\n:put r2 only=1+2\n:vote assent\n:put r2 only=3\n:vote 1 4\n"
    assert "oaks" in under(held(script, papers(THREE)), "2")
    with pytest.raises(Unclear, match="Every clause of r2 was voted on by itself"):
        held(script + again, papers(THREE))


def test_what_is_left_of_clauses_is_put_without_those_that_were_voted_on() -> None:
    meeting = held(":take 2\n:put r2 only=1\n:vote 1 4\n:put r2\n:vote 4 1", papers(THREE))
    assert meeting.questions["r2"].state == "divided"


@pytest.mark.parametrize("what", ['referred to="the Cabinet"', "no further action", 'referred back to="the Board"'])
def test_a_motion_that_was_sent_on_has_an_end(what: str) -> None:
    script = (
        f":take 2\n:motion elm ash -- That the gate stay open.\n:outcome {what} of=m1\n:take 3\n:vote 5 0\n:close 21:00"
    )
    meeting = held(script)
    assert meeting.questions["m1"].state == "not put"
    assert not said(meeting, "M1")


def test_the_consent_to_an_alteration_of_an_amendment_is_printed() -> None:
    script = ":take 2\n:motion elm ash -- That the gate stay open.\n:amend yew green -- That reeds be planted.\n"
    script += ":amend yew green on=A1 -- That otters be fed.\n:accept A2 -- with the consent of the seconder"
    assert "accepted without a vote, with the consent of the seconder." in under(held(script), "2")


@pytest.mark.parametrize(
    ("clauses", "lead"),
    [
        (["the summary be noted; and", "the plan, as amended, be approved."], "that:"),
        (["notes the summary; and", "approves the plan."], "that the Committee:"),
        (["That the summary be noted.", "That the plan be approved."], "unanimously:"),
        (["the summary at Appendix A be noted", "officers be thanked"], "that:"),
    ],
)
def test_what_leads_to_clauses_reads_on_into_them(clauses: list[str], lead: str) -> None:
    items = (ITEMS[0], {"number": 2, "title": "Ponds", "recommendations": clauses})
    text = write_text(draft(held(":take 2\n:vote unanimous", papers(items)), shipped_style("county")))
    (line,) = [line.strip() for line in text.splitlines() if "Resolved unanimously" in line]
    assert line.endswith(f"Resolved {lead}" if lead.startswith("unan") else f"Resolved unanimously {lead}")


@pytest.mark.parametrize(("style", "mayor"), [("barnet", "The Worshipful the Mayor"), ("county", "The Mayor")])
def test_only_a_mayor_is_said_to_be_there_and_to_call_for_prayers(style: str, mayor: str) -> None:
    def printed(**more: object) -> str:
        meeting = held(':take 2\n:prayers "Canon Lucy Reed"', papers(**more))  # type: ignore[arg-type]
        return " ".join(write_text(draft(meeting, shipped_style(style))).split())

    assert f"{mayor} was present. Canon Lucy Reed was called upon" in printed(labels={"chair": "Mayor"})
    assert "Mayor" not in printed()
    assert "Canon Lucy Reed was called upon by the Chairman to speak" in printed()


def test_prayers_without_a_name_are_said() -> None:
    assert under(held(":take 2\n:prayers"), "2") == "Prayers were said."


def test_a_clause_that_is_printed_alone_ends_with_a_stop() -> None:
    clauses = ["That the summary be noted;", "That ponds be dug; and", "That oaks be felled."]
    items = (ITEMS[0], {"number": 2, "title": "Ponds", "recommendations": clauses})
    script = ":take 2\n:put r2 only=1\n:vote 3 2\n:put r2 only=2\n:vote 3 2\n:put r2\n:vote 3 2"
    lines = under(held(script, papers(items)), "2").splitlines()
    assert {"That the summary be noted.", "That ponds be dug.", "That oaks be felled."} <= set(lines)
    whole = under(held(":take 2\n:vote 5 0", papers(items)), "2")
    assert "1. That the summary be noted;\n2. That ponds be dug; and\n3. That oaks be felled." in whole


@pytest.mark.parametrize(("by", "told"), [("by=elm,ash vote=4-1", True), ("", False)])
def test_the_sheet_has_the_extension_that_the_meeting_resolved(by: str, told: bool) -> None:
    meeting = held(f":take 2\n:vote 5 0\n:extend 22:15 {by}")
    sheet = write_text(decision_sheet(meeting, shipped_style(), draft(meeting, shipped_style())))
    assert ("that the time for the meeting be extended to 10.15 pm" in sheet) is told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "the number in Penny Hill, copied to all Members",
            "in writing on the number in Penny Hill, copied to all Members.",
        ),
        ("the letter, signed by nobody", "in writing on the letter, signed by nobody."),
        ("the plan, agreed last year, was late", "in writing, saying that the plan, agreed last year, was late."),
    ],
)
def test_what_is_set_off_by_commas_makes_no_clause(words: str, told: str) -> None:
    assert told in under(held(f":take 2\n:writtenreply reed -- {words}"), "2")


def test_a_reply_is_sent_by_nobody_who_is_named() -> None:
    text = under(held(':take 2\n:writtenreply to="Rita Kell" -- the pond'), "2")
    assert text == "It was noted that a reply would be sent to Rita Kell in writing on the pond."
