"""A Cabinet's evening, as a county has it: what its minutes and its sheet of decisions say of questions, amendments
and interests, and what they do not."""

import pytest

from exports.decisions import decision_sheet
from exports.draft import draft
from exports.plain import lines
from exports.style import shipped_style
from tests.support.five import OPENED, at_desk, papers
from tests.support.minute import desk

ITEMS = (
    {"number": 1, "title": "Declarations of interest"},
    {"number": 2, "title": "Petitions"},
    {"number": 3, "title": "Public questions"},
    {"number": 4, "title": "Representations on reports to be taken in private"},
    {"number": 5, "title": "Ferry fares", "recommendations": ["That the fare be £2.00.", "That a boat be bought."]},
    {"number": 6, "title": "Bees", "recommendations": ["That the hives be moved."]},
    {"number": 7, "title": "Referral from the Ferries Scrutiny Panel"},
    {"number": 8, "title": "Any urgent business"},
    {"number": 9, "title": "Any other business"},
)
CABINET = {"body.kind": "executive", "callin.enabled": True, "callin.days": 5}


def evening(script: str, style: str = "county") -> tuple[list[str], list[str]]:
    """The minutes and the sheet of a Cabinet after a script, a line a paragraph."""
    meeting = desk(papers(items=ITEMS, settings=CABINET, body="Cabinet")).play(OPENED + script).meeting
    house = shipped_style(style)
    written = draft(meeting, house, exempt=False)
    sheet = decision_sheet(meeting, house, written)
    minutes, decided = ([line.strip() for b in one.blocks for line in lines(b)] for one in (written, sheet))
    return minutes, decided


def after(said: list[str], heading: str) -> str:
    return said[next(n for n, line in enumerate(said) if heading.casefold() in line.casefold()) + 1]


@pytest.mark.parametrize(
    ("style", "none", "urgent"),
    [
        ("barnet", "None.", "None."),
        ("county", "There were none.", "There were no urgent items."),
        ("parish", "None.", "There was no urgent business."),
    ],
)
def test_none_says_nothing_of_what_the_item_is_not(style: str, none: str, urgent: str) -> None:
    minutes, _ = evening(":take 2\n:none\n:take 4\n:none\n:take 8\n:none\n:take 9\n:none", style)
    assert [after(minutes, t) for t in ("Petitions", "Representations")] == [none] * 2
    assert after(minutes, "other business") == none.replace("were", "was")
    assert after(minutes, "Any urgent business") == urgent


def test_nobody_who_was_to_ask_is_said_to_have_been_to_speak_and_the_other_way_round() -> None:
    minutes, _ = evening(':take 3\n:noshow "Ola Wren"\n:take 5\n:noshow "Ada Moss"')
    assert "Ola Wren had submitted a question and was not present." in minutes
    assert "Ada Moss had registered to speak and was not present." in minutes
    parish, _ = evening(":take 3\n:none", "parish")
    assert after(parish, "Public questions") == "There were no questions."


def test_only_a_petition_has_a_lead_petitioner() -> None:
    minutes, _ = evening(":take 7\n:outcome to respond to=reed\n:take 2\n:outcome to respond")
    assert "referred to the Head of Ponds to provide a written response." in after(minutes, "Referral")
    assert after(minutes, "Petitions").endswith("to provide a written response to the Lead Petitioner.")


AMENDED = """\
:take 5
:amend elm ash at=1 words=first -- £2.00 -> £1.60
:amend yew green on=A1 at=1 words=first -- £1.60 -> £1.80
:vote 3 2 0
:vote 4 1 0
:put
:vote unanimous
"""


def test_an_amendment_that_was_amended_is_told_as_it_was_carried() -> None:
    minutes, sheet = evening(AMENDED)
    assert any(line.endswith("Carried: the amendment of Councillor Dora Elm, as amended.") for line in minutes)
    inner = next(n for n, line in enumerate(sheet) if line.startswith("Amendment to"))
    assert sheet[inner].startswith(
        "Amendment to the amendment of Councillor Dora Elm, moved by Councillor Petra Yew, seconded by Councillor Hugh"
    )
    outer = next(n for n, line in enumerate(sheet) if line.startswith("Amendment moved by Councillor Dora Elm"))
    assert sheet[outer].endswith(", as amended – CARRIED (For 4, Against 1, Abstained 0):")
    assert sheet[outer + 1] == "That in recommendation 1 the figure “£2.00” be replaced by “£1.80”."


@pytest.mark.parametrize("style", ["barnet", "county", "parish", "plain-english"])
def test_an_amendment_that_nobody_amended_is_not_said_to_be_amended(style: str) -> None:
    said = AMENDED.replace(":vote 3 2 0", ":vote 1 4 0", 1)
    minutes, sheet = evening(said, style)
    told = [line for line in [*minutes, *sheet] if "Elm" in line]
    assert told
    assert not any("as amended" in line for line in told)
    assert any("as amended" in line for line in evening(AMENDED, style)[0])


def test_the_sheet_says_that_what_is_added_is_added() -> None:
    minutes, sheet = evening(":take 6\n:amend elm ash add -- That honey be sold.\n:accept\n:put\n:vote unanimous")
    at = next(n for n, line in enumerate(sheet) if line.startswith("Amendment moved by"))
    assert sheet[at + 1 : at + 3] == ["That the following be added:", "That honey be sold."]
    assert "That the following be added:" not in minutes  # the sentence above has said so there


LEFT = ":take 1\n:declare elm 5 kind=dpi effect=left -- owning the ferry\n:take 5\n"


@pytest.mark.parametrize("before", [True, False])
def test_the_sheet_says_who_left_wherever_the_leaving_was_recorded(before: bool) -> None:
    out = ":out elm interest=yes\n"
    said = LEFT.replace(":take 5\n", f"{out}:take 5\n") if before else LEFT + out
    _, sheet = evening(f"{said}:put\n:vote unanimous\n:in elm")
    (told,) = [line for line in sheet if "had declared" in line]
    assert told.endswith("Councillor Dora Elm left the room and took no part in the discussion or voting on this item.")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("her husband being employed there", "by virtue of her husband being employed there"),
        ("his brother running the firm that tendered", "by virtue of his brother running the firm that tendered"),
        ("the firm having employed her until May", "by virtue of the firm having employed her until May"),
        ("her husband was employed there", "because her husband was employed there"),
        ("her son worked there", "because her son worked there"),
        ("the building being listed, it mattered to her", "because the building being listed, it mattered to her"),
    ],
)
def test_what_somebody_was_is_named_and_not_made_a_clause(reason: str, said: str) -> None:
    script = f":declare elm 3 kind=other -- {reason}\n:take 3\n:put\n:vote unanimous"
    meeting = at_desk(script).meeting
    house = shipped_style()
    sheet = decision_sheet(meeting, house, draft(meeting, house))
    told = [line for block in sheet.blocks for line in lines(block) if "had declared" in line]
    assert said in told[0]
