"""What Barnet's wordings tell apart, the wordings of every other house style tell apart too: no fact is lost in one."""

import pytest

from exports.blocks import Grid
from exports.draft import draft
from exports.plain import write_text
from exports.style import Style, read_style, shipped_style, shipped_styles
from exports.style_facts import LEFT_OUT, confused, dropped, printed_as_typed
from tests.exports.test_other_styles import held


def own(style: Style) -> list[str]:
    base = shipped_style().words
    return [key for key, template in style.words.items() if template != base[key]]


@pytest.mark.parametrize(
    ("name", "key"), [(name, key) for name in shipped_styles() for key in own(shipped_style(name))]
)
def test_each_fact_is_kept(name: str, key: str) -> None:
    assert {slot: said for slot, said in confused(shipped_style(name), key).items() if slot not in LEFT_OUT} == {}


@pytest.mark.parametrize("name", shipped_styles())
def test_words_are_fitted_into_the_sentence_that_they_join(name: str) -> None:
    style = shipped_style(name)
    assert {key: slots for key in own(style) if (slots := printed_as_typed(style, key))} == {}


@pytest.mark.parametrize(
    ("key", "template", "lost"),
    [
        ("MT-03", "Lost: {{ which | listed if which else 'the amendment' }}.", {"declared", "altered"}),
        ("MT-03", "{{ 'Lost, as declared' if declared else 'Lost' }}: {{ which | listed }}.", {"altered"}),
        ("OU-03", "NOTED{% if referrals == 'none' %}, none referred{% endif %}.", {"text"}),
        ("OU-03", "NOTED.{% if text %} {{ text | sentence }}{% endif %}", {"referrals"}),
        ("CL-01", "Ended at {{ time }}", {"began"}),
        ("PL-06", "{{ ref }} {{ 'stands' if how == 'confirmed' else 'falls' }}.{{ text | sentence }}", {"how"}),
        ("MT-16", "{{ mover }} moved{% if seconder %}, duly seconded{% endif %}:", {"seconder"}),
        ("AT-01", "{{ people | length }} sent apologies.", {"people"}),
    ],
)
def test_a_fact_that_is_lost_is_found(key: str, template: str, lost: set[str]) -> None:
    style = read_style(f'name = "x"\n[words]\n"{key}" = """{template}"""', "own.toml")
    assert set(confused(style, key)) - LEFT_OUT.keys() == lost
    assert [sentence.split("“")[1].rstrip("”: ") for sentence in dropped(style, [key])] == sorted(lost)


def test_words_that_are_not_fitted_are_found() -> None:
    style = read_style('name = "x"\n[words]\n"OU-07" = "Deferred: {{ text }}, {{ to }}"', "own.toml")
    assert printed_as_typed(style, "OU-07") == {"text"}


TWO = ":take 2\n:amend elm ash add -- that a heron be bought\n:amend ash yew add -- that a crane be bought\n"


@pytest.mark.parametrize(
    ("script", "county", "parish", "plain"),
    [
        (
            f"{TWO}:vote 1 4 0 of=A1\n",
            "Lost: the amendment of Councillor Dora Elm.",
            "The amendment of Cllr Elm was LOST.",
            "NOT AGREED: the amendment of Councillor Dora Elm was not accepted.",
        ),
        (
            f"{TWO}:vote carried of=A2\n",
            "Carried: the amendment of Councillor Ivo Ash, as declared by the Chairman.",
            "RESOLVED: that the amendment of Cllr Ash be accepted, as declared by the Chairman.",
            "AGREED: the amendment of Councillor Ivo Ash was accepted, as declared by the Chairman.",
        ),
        (
            ":take 2\n:amend elm ash add -- that a heron be bought\n:vote lost\n",
            "Lost: the amendment, as declared by the Chairman.",
            "The amendment was declared LOST.",
            "NOT AGREED: the change was not made, as declared by the Chairman.",
        ),
        (
            ":take 2\n:put -- After a short debate\n:vote 4 1 0\n",
            "After a short debate the Chairman put the recommendation in the report to the vote.",
            "After a short debate the Chairman put the recommendation to the vote.",
            "After a short debate the Chairman asked for a vote on the recommendation",
        ),
        (
            ":take 2\n:vote lost\n",
            "The recommendation was put to the vote and declared lost.",
            "that the ponds be dredged was declared LOST.",
            "NOT AGREED: the recommendation, as declared by the Chairman.",
        ),
        (
            ":take 2\n:outcome noted referrals=none\n",
            "that the report be noted, with no referrals.",
            "NOTED, with no referrals.",
            "AGREED: to note this, with no referrals.",
        ),
        (
            ":take 2\n:outcome deferred to=May -- because the weir was shut\n",
            "that this be deferred to May because the weir was shut.",
            "that this be DEFERRED to May because the weir was shut.",
            "this was DEFERRED to May because the weir was shut.",
        ),
        (
            ":take 2\n:award Fence amount=750 by=ash\n:vote 1 4 0\n",
            "The proposal to award funding of £750 to Fence, sponsored by Councillor Ivo Ash, was lost.",
            "The proposal to award funding of £750 to Fence, sponsored by Cllr Ash, was LOST.",
            "The proposal to award funding of £750 to Fence, sponsored by Councillor Ivo Ash, was LOST.",
        ),
    ],
)
def test_what_the_styles_say(script: str, county: str, parish: str, plain: str) -> None:
    at = held(script)
    for style, said in (("county", county), ("parish", parish), ("plain-english", plain)):
        assert said in " ".join(write_text(draft(at, shipped_style(style))).split())


def test_a_vote_without_figures_is_one_resolution_and_has_one_reference() -> None:
    said = " ".join(write_text(draft(held(":take 2\n:vote carried\n"), shipped_style("county"))).split())
    assert "The recommendation was declared carried. 31/– Resolved:" in said
    assert said.count("31/–") == 1


@pytest.mark.parametrize(
    ("script", "cells"),
    [
        (
            ':take 1\n:declare elm 2 kind=dpi effect=dispensation by="the Standards Board" scope=speak ref=SB/7 '
            "since=2031-01-05 until=2031-06-30 -- owns a boat",
            "Disclosable pecuniary: owns a boat|Dispensation granted by the Standards Board from 5 January 2031 until "
            "30 June 2031 to speak but not to vote (reference SB/7)",
        ),
        (
            ":take 1\n:declare elm 2 kind=dpi effect=dispensation",
            "Disclosable pecuniary|Dispensation to speak and vote",
        ),
        (":take 1\n:declare elm 2 kind=personal sensitive=yes -- owns a boat", "A sensitive interest|"),
        (":take 1\n:declare elm 2 kind=arrears", "Arrears of council tax|"),
        (
            ":take 1\n:declare elm 2 kind=personal told=ash -- swims there",
            "Personal: swims there\nDeclared by Councillor Ivo Ash|",
        ),
        (
            ":take 1\n:take 3\n:declare elm 2 kind=personal -- swims there",
            "Personal: swims there\nDeclared during the course of the meeting, at Item 3|",
        ),
        (":take 1\n:declare elm 2 kind=personal -- swims there", "Personal: swims there|"),
        (":take 1\n:declare elm 2 kind=other", "Other|"),
    ],
)
def test_interests_in_columns_say_what_a_sentence_says(script: str, cells: str) -> None:
    made = draft(held(script), shipped_style("county"))
    (grid,) = (block for block in made.blocks if isinstance(block, Grid) and block.construct == "DE-03")
    (row,) = grid.rows
    assert "|".join("\n".join(cell) for cell in row[2:]) == cells


TWO_PARTS = ({"number": 1, "title": "Ponds", "recommendations": ["dredge the ponds", "mend the weir"]},)


@pytest.mark.parametrize(
    ("put", "barnet", "county", "parish"),
    [
        (
            ":put r1 only=2 -- After a short debate",
            "After a short debate the Chairman moved to a separate vote on recommendation 2:",
            "After a short debate the Chairman put recommendation 2 to the vote separately:",
            "After a short debate a separate vote was taken on recommendation 2",
        ),
        (
            ":put r1 only=2",
            "The Chairman moved to a separate vote on recommendation 2:",
            "The Chairman put recommendation 2 to the vote separately:",
            "A separate vote was taken on recommendation 2",
        ),
        (
            ":motion elm ash -- 1. buy a heron\n  2. buy a crane\n:put only=1 -- Residents had spoken.",
            "Residents had spoken. The Chairman moved to a separate vote on",
            "Residents had spoken. The Chairman put",
            "Residents had spoken. A separate vote was taken on",
        ),
    ],
)
def test_what_led_to_a_separate_vote_is_printed(put: str, barnet: str, county: str, parish: str) -> None:
    at = held(f":take 1\n{put}\n:vote 4 1 0\n", items=TWO_PARTS)
    for style, said in (("barnet", barnet), ("county", county), ("parish", parish)):
        assert said in " ".join(write_text(draft(at, shipped_style(style))).split())


@pytest.mark.parametrize(
    ("vote", "barnet", "county", "parish"),
    [
        ("unanimous", "DECISION: RESOLVED unanimously –", "Resolved unanimously:", "RESOLVED unanimously:"),
        ("5 0 0", "DECISION: RESOLVED unanimously –", "Resolved unanimously:", "RESOLVED unanimously:"),
        ("4 1 0", "DECISION: RESOLVED –", "Resolved:", "RESOLVED:"),
        ("assent", "DECISION: RESOLVED –", "Resolved:", "RESOLVED:"),
    ],
)
def test_a_cabinet_that_was_unanimous_is_said_to_have_been(vote: str, barnet: str, county: str, parish: str) -> None:
    at = held(f":take 2\n:put\n:vote {vote}\n", body="Cabinet")
    for style, said in (("barnet", barnet), ("county", county), ("parish", parish)):
        assert said in " ".join(write_text(draft(at, shipped_style(style))).split())


def test_a_forward_work_programme_without_referrals_says_so() -> None:
    items = ({"number": 1, "title": "Forward Work Programme", "kind": "forward plan"},)
    for more, said in ((" referrals=none", "This was noted with no referrals."), ("", "This was noted.")):
        at = held(f":take 1\n:outcome noted{more}\n", items=items)
        assert said in write_text(draft(at, shipped_style()))
