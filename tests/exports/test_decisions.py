"""The sheet of decisions, the note, an extract and a motion alone: each can be read without the minutes."""

import pytest
from msgspec.structs import replace

from clerk.meeting.state import Meeting
from clerk.names import Unclear
from exports.decisions import decision_sheet
from exports.draft import draft
from exports.extracts import extract, item_called, motion, note
from exports.plain import write_text
from exports.sheets import action_list
from exports.style import Style, shipped_style
from tests.meetings.holding import NAMES, meeting, public
from tests.support.minute import minute

STYLE = shipped_style()
OPEN = ":open 19:00\n:present rest\n"
BEHIND_DOORS = ":take 9\n:exclude items=9 para=3\n"
AMENDED = """
    :open 19:00
    :present rest
    :take 7
    Words of the debate.
    :amend ash birch add -- That a bridge be built.
    :vote 6 5 0
    :amend elm duly at=1 delete
    :vote 2 9 0
    :amend oak none at=1 delete
    :put r7
    :vote 9 1 1
    :motion pine elm -- That a bench be bought.
    :withdraw m1
    :action reed due=2031-07-03 -- mend the roof
"""


def sheet(held: Meeting, exempt: bool = False) -> list[str]:
    return write_text(decision_sheet(held, STYLE, draft(held, STYLE, exempt), exempt)).splitlines()


def test_each_amendment_says_how_it_ended_and_in_what_words() -> None:
    lines = sheet(minute(AMENDED))
    carried = next(n for n, line in enumerate(lines) if line.startswith("Amendment moved by Councillor"))
    assert lines[carried].endswith("– CARRIED (For 6, Against 5, Abstained 0):")
    assert lines[carried + 2 : carried + 4] == ["That the following be added:", "That a bridge be built."]
    lost = next(n for n, line in enumerate(lines) if ", duly seconded – LOST (For 2, Against 9" in line)
    assert lines[lost + 2].endswith("be deleted.")
    assert any(line.endswith("– fell, as it was not seconded:") for line in lines)
    assert any(line.startswith("Motion moved by") and line.endswith("– withdrawn:") for line in lines)
    resolved = next(n for n, line in enumerate(lines) if line.startswith("RESOLVED (For 9, Against 1, Abstained 1)"))
    assert lines[resolved] == "RESOLVED (For 9, Against 1, Abstained 1), as amended:"
    assert "That a bridge be built." in "\n".join(lines[resolved:])
    assert "Words of the debate." not in lines
    assert any(line.startswith("Action: ") for line in lines)


def test_a_motion_that_is_not_the_officer_s_says_whose_it_is() -> None:
    lines = sheet(minute(OPEN + ":take 8\n:motion oak elm -- That a bench be bought.\n:vote unanimous"))
    (line,) = [line for line in lines if line.startswith("RESOLVED")]
    assert line.startswith("RESOLVED unanimously, on the motion of Councillor")
    assert "seconded by Councillor" in line


def test_a_casting_vote_and_names_stand_with_the_result() -> None:
    held = minute("""
        :open 19:00
        :present rest
        :take 7
        :put r7
        :vote 5 5 1
        :cast for
        :take 8
        :put r8
        :vote named against=elm abstain=oak rest=for
    """)
    lines = sheet(held)
    assert any(
        "For 5, Against 5, Abstained 1; Councillor" in line and "used the casting vote for" in line for line in lines
    )
    assert any(
        line.startswith("For: ") and ". Against: Councillor" in line and ". Abstained: " in line for line in lines
    )


def test_interests_stand_with_each_decision() -> None:
    declared = ":take 3\n:declare elm 7 kind=dpi effect=left -- owning a boat\n"
    lines = sheet(minute(OPEN + declared + ":take 7\n:vote unanimous"))
    assert any("had declared a disclosable pecuniary interest in this item" in line for line in lines)


def test_a_procedural_motion_is_no_decision() -> None:
    script = (
        ":open 19:00\n:present rest\n:take 7\n:motion oak elm kind=closure -- that the question be now put\n:vote 6 5 0"
    )
    assert not any(line.startswith("RESOLVED") for line in sheet(minute(script)))


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_leans_on_one_that_is_not_there(name: str) -> None:
    text = "\n".join(sheet(meeting(name)))
    for words in (
        "the recommendations were",
        "the recommendation was",
        "The amendment was",
        "this was agreed",
        "as follows:\n\nRESOLVED",
    ):
        assert words not in text


EXECUTIVE = {"body.kind": "executive", "governance": "executive", "callin.enabled": True, "callin.days": 5}


def executive(script: str, **settings: object) -> Meeting:
    setup = minute("").setup
    assert setup is not None
    kept = {name: value for name, value in {**EXECUTIVE, **settings}.items() if value is not None}
    items = tuple(
        replace(item, urgent=True, urgent_reason="The grant lapses on Friday.") if item.number == "8" else item
        for item in setup.items
    )
    made = replace(
        setup, profile="", settings={**setup.settings, **kept}, items=items, contact="Jo Reed, 020 7946 0000"
    )
    return minute(
        ":open 19:00\n:present rest\n:take 7\n:put r7\n:vote unanimous\n:take 8\n:put r8\n:vote unanimous\n" + script,
        made,
    )


def test_a_call_in_is_counted_from_the_recorded_day_of_publication() -> None:
    lines = sheet(executive(":published 2031-03-14"))
    assert "Published on 14 March 2031." in lines
    assert "Contact: Jo Reed, 020 7946 0000" in lines
    assert any(line.startswith("Executive decisions may be called in until 21 March 2031") for line in lines)
    assert "This decision is not subject to call-in, because the grant lapses on Friday." in lines


def test_without_a_day_or_a_number_of_days_no_date_is_printed() -> None:
    for held in (executive(""), executive(":published 2031-03-14", **{"callin.days": None})):
        assert any(line.startswith("Executive decisions may be called in, unless") for line in sheet(held))


def test_a_committee_s_decisions_are_not_called_in() -> None:
    assert not any(
        "called in" in line for line in sheet(minute(":open 19:00\n:present rest\n:take 7\n:put r7\n:vote unanimous"))
    )


def test_exempt_decisions_are_in_the_exempt_sheet_alone() -> None:
    held = minute(":open 19:00\n:present rest\n:take 9\n:exclude items=9 para=3\n:put r9\n:vote 8 1 1\n:readmit")
    assert not any("For 8" in line for line in sheet(held))
    assert any("For 8" in line for line in sheet(held, exempt=True))


def test_an_extract_says_that_it_is_one_and_has_one_item() -> None:
    held = minute(AMENDED)
    written = draft(held, STYLE)
    made = extract(held, STYLE, written, item_called(held, "7."))
    text = write_text(made)
    assert "Extract from the draft minutes of the" in text
    assert "Words of the debate." in text
    assert "Members Present" not in text
    assert "NOTICE" not in text.upper()
    assert "Extract" in made.file_name
    assert made.file_name.endswith("item 7")
    final = extract(held, STYLE, replace(written, status=""), item_called(held, "7"))
    assert "Extract from the minutes of the" in write_text(final)
    with pytest.raises(Unclear, match="There is no item"):
        item_called(held, "99")


def test_an_exempt_extract_is_marked_and_a_public_one_of_the_same_meeting_is_not() -> None:
    held = minute(
        ":open 19:00\n:present rest\n:take 8\nOpenly.\n:take 9\n:exclude items=9 para=3\nThe price.\n:readmit"
    )
    whole = draft(held, STYLE, exempt=True)
    assert extract(held, STYLE, whole, held.items["i9"], exempt=True).restriction
    assert not extract(held, STYLE, whole, held.items["i8"], exempt=True).restriction


def test_a_motion_alone_has_the_text_now_and_if_carried() -> None:
    held = minute(":open 19:00\n:present rest\n:take 7\n:amend ash birch add -- That a bridge be built.")
    text = write_text(motion(held, STYLE, "A1"))
    now, then = text.split("The text if the amendment is carried:")
    assert "The text now:" in now
    assert "That a bridge be built." in then
    assert "Amendment A1, moved by Councillor" in now
    assert (
        "m1"
        not in write_text(
            motion(minute(":open 19:00\n:take 7\n:motion oak elm -- That a bench be bought."), STYLE, "m1")
        ).split("That a bench")[1]
    )
    with pytest.raises(Unclear, match="There is no motion"):
        motion(held, STYLE, "A9")


def test_a_motion_behind_closed_doors_is_marked() -> None:
    held = minute(":open 19:00\n:present rest\n:take 9\n:exclude items=9 para=3\n:motion oak elm -- That it be sold.")
    assert "NOT FOR PUBLICATION" in motion(held, STYLE, "m1").restriction


def test_the_note_says_who_was_there_what_was_declared_and_decided_and_when_it_falls_due() -> None:
    name = "01-parks-committee"
    text = write_text(note(meeting(name), STYLE, public(name)))
    assert "To be published by 18 October 2018, seven working days after the meeting." in text
    for words in (
        "Members Present",
        "Apologies for Absence",
        "declared an interest in relation to Item 7 by virtue of her membership of the Tarnbeck Anglers",
        "declared an interest of another kind in relation to Item 8",
        "RESOLVED (For 3, Against 2, Abstained 0)",
    ):
        assert words in text
    assert "A Member asked" not in text
    # No kind is invented for what was declared without one.
    assert "non-pecuniary" not in text


MARKS = """
    :open 19:00
    :present rest
    :declare elm 7 -- her mother's boat
    :take 7
    :motion oak elm -- That the ferry's roof be mended.
    :vote 6 5 0
    :action reed -- mend the ferry's roof
"""


@pytest.mark.parametrize("kind", ["curly", "straight"])
def test_every_sheet_has_one_kind_of_mark_as_the_style_says(kind: str) -> None:
    held = minute(MARKS)
    style = Style(STYLE.name, STYLE.words, STYLE.source, {**STYLE.settings, "quotes": kind})
    whole = draft(held, style)
    made = (
        decision_sheet(held, style, whole),
        note(held, style, whole),
        extract(held, style, whole, item_called(held, "7")),
        motion(held, style, "m1"),
        action_list(held, style, whole),
    )
    for one in made:
        text = write_text(one)
        assert ("’" if kind == "curly" else "'") in text, one.title
        assert ("'" if kind == "curly" else "’") not in text, one.title


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (
            "on=A1 at=1 words=first -- a plaque -> two",
            "Elm, with the amendment to it moved by Councillor Lena Pine, duly",
        ),
        ("at=2 delete", "Elm, and the amendment moved by Councillor Lena Pine, duly"),
    ],
)
def test_amendments_put_together_have_one_result_that_names_both(on: str, said: str) -> None:
    script = OPEN + ":take 7\n:amend oak elm at=1 replace -- That a plaque be put up.\n:amend pine duly " + on
    lines = sheet(minute(script + "\n:put A1+A2\n:vote 3 8 0 of=A1+A2"))
    results = [line for line in lines if "LOST" in line]
    assert len(results) == 1
    assert said in results[0]
    assert results[0].endswith("– LOST (For 3, Against 8, Abstained 0):")


@pytest.mark.parametrize("actions", ["line", "inline"])
def test_an_action_names_its_owner_whole_where_the_sheet_names_them_first(actions: str) -> None:
    held = minute(OPEN + ":take 7\n:introduce reed\nMembers asked about the roof.\n:action reed -- mend the roof")
    style = Style(STYLE.name, STYLE.words, STYLE.source, {**STYLE.settings, "actions": actions})
    lines = write_text(decision_sheet(held, style, draft(held, style))).splitlines()
    (action,) = [line for line in lines if "mend the roof" in line.lower()]
    assert "Ms Jo Reed, Head of Parks – mend the roof" in action.replace("Mend", "mend")
    assert not [line for line in lines if "Members asked" in line]


def test_whom_a_decision_names_has_a_post_where_the_sheet_names_them_first() -> None:
    script = ":take 7\n:introduce reed\nMembers asked about it.\n"
    held = minute(OPEN + script + ':issue "the ferry" by="Al Moss" contact=reed\n:delegate reed -- mend the roof')
    said = "\n".join(sheet(held))
    assert "that Ms Jo Reed, Head of Parks, contact the resident" in said


REASONS = ":reasons -- It would stand too tall.\n:conditions added -- No work on Sundays.\n"
LOST = ":open 19:00\n:present rest\n:take 7\n:put\n:vote 2 9 0\n"


@pytest.mark.parametrize(
    "script",
    [
        LOST + ":motion ash elm -- That it be refused.\n" + REASONS + ":vote 9 2 0",
        LOST + REASONS + ":motion ash elm -- That it be refused.\n:vote 9 2 0",
        LOST + ":motion ash elm -- That it be refused.\n:vote 9 2 0\n" + REASONS,
    ],
)
def test_reasons_stand_below_the_decision_that_they_are_of(script: str) -> None:
    lines = sheet(minute(script))
    decided = lines.index("That it be refused.")
    assert decided < lines.index("It would stand too tall.")
    assert decided < next(n for n, line in enumerate(lines) if "No work on Sundays" in line)


def test_reasons_of_an_earlier_decision_stay_with_it() -> None:
    script = ":open 19:00\n:present rest\n:take 7\n:put\n:vote 9 2 0\n" + REASONS
    lines = sheet(minute(script + ":motion ash elm -- That a bench be bought.\n:vote 9 2 0"))
    assert lines.index("It would stand too tall.") < lines.index("That a bench be bought.")


def test_only_the_clauses_that_were_amended_are_said_to_be() -> None:
    script = ":open 19:00\n:present rest\n:take 7\n:amend ash birch at=1 add -- That a bridge be built.\n:vote 9 2 0\n"
    lines = sheet(minute(script + ":put r7 only=2\n:vote 9 2 0\n:put\n:vote 10 1 0"))
    resolved = [line for line in lines if line.startswith("RESOLVED")]
    assert [", as amended" in line for line in resolved] == [False, True]


def test_a_call_in_is_said_of_the_decision_and_not_of_an_exclusion_after_it() -> None:
    lines = sheet(executive(":exclude items=9 para=3"))
    said = next(
        n for n, line in enumerate(lines) if "not subject to call-in" in line and "this decision" in line.lower()
    )
    assert said < next(n for n, line in enumerate(lines) if "be excluded from the meeting" in line)


def test_an_exclusion_stands_where_it_was_resolved_below_the_motion_that_it_follows() -> None:
    script = (
        ":open 18:30\n:present rest\n:take 8\n:motion oak elm -- That the public be excluded\n:vote unanimous\n"
        ":exclude items=8 para=3 weighed=yes\nAdvice was given.\n:readmit items=8\n"
        ":motion elm oak -- That the fees be kept\n:vote unanimous\n:reasons -- The fees were fair."
    )
    said = " ".join(sheet(minute(script)))
    told = ("That the public be excluded.", "therefore excluded", "That the fees be kept.", "The fees were fair.")
    assert [said.index(one) for one in told] == sorted(said.index(one) for one in told)
