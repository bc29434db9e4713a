"""Every fact that a rare construct takes is printed, in every house style, or is refused."""

import pytest

from clerk.facts import Fact
from clerk.names import Unclear
from clerk.rare import Rare, rows
from exports.draft import draft
from exports.plain import write_text
from exports.style import shipped_style, shipped_styles
from tests.support.minute import Desk, desk

VALUES = {
    "person": "birch",
    "people": "birch,cedar",
    "names": '"Jo Bell"',
    "seconder": "duly",
    "item": "8",
    "items": "8",
    "words": '"some words"',
    "number": "3",
    "date": "2031-12-01",
    "flag": "yes",
}
TEXT = {"deed": "mend the gate", "correction": "2030 -> 2031", "indirect": "whether it leaked -> it did"}
AS_WITHOUT = {
    "received what=referral",
    "comments how=questions",
    "conditions how=added",
    "whip how=none",
    "whip how=declared",
    "keydecision how=yes",
    "ask by=birch,cedar",
}
"""What a construct is without its being said; and who asked, which the style names or leaves out."""


def values(fact: Fact) -> list[str]:
    return list(fact.choices) if fact.kind in ("choice", "choices") else [VALUES[fact.kind]]


def line(row: Rare, facts: list[tuple[Fact, str]]) -> str:
    ordered = sorted(facts, key=lambda given: row.facts.index(given[0]))
    said = [value if fact.operand else f"{fact.name}={value}" for fact, value in ordered]
    text = f" -- {TEXT.get(row.form, 'the gate had been mended')}" if row.text else ""
    return " ".join([f":{row.verb}", *said]) + text


def after(at: Desk, typed: str, style: str) -> str | None:
    """The minutes after a line; None where it is refused."""
    there = Desk(at.meeting, at.item)
    try:
        there.enter(typed)
    except Unclear:
        return None
    return write_text(draft(there.meeting, shipped_style(style)))


@pytest.mark.parametrize("style", shipped_styles())
@pytest.mark.parametrize("row", [row for row in rows().values() if row.facts], ids=lambda row: row.key)
def test_each_fact_is_printed(row: Rare, style: str) -> None:
    at = desk().play(":open 19:00\n:present rest\n:take 7")
    basic = [(fact, values(fact)[0]) for fact in row.facts if fact.needed]
    without = after(at, line(row, basic), style)
    if without is None:
        pytest.skip("wants more than its needed facts")
    for fact in row.facts:
        if fact.needed:
            continue
        for value in values(fact):
            if f"{row.verb} {fact.name}={value}" not in AS_WITHOUT:
                assert after(at, line(row, [*basic, (fact, value)]), style) != without, (fact.name, value)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            ':award "Pond fence" amount=500 budget=NCIL refused=yes',
            "£500 to Pond fence, from its NCIL funding budget.",
        ),
        (":award Fence amount=£1.25m", "awards funding of £1,250,000 to Fence, and notes"),
        (":award Fence amount=1.5k", "awards funding of £1,500 to Fence"),
        (":petition Ponds minutes=5", "A petition, ‘Ponds’, was presented. It was allowed 5 minutes."),
        (
            ":issue Lamps contact=reed,vale",
            "Head of Governance, contact the residents within 20 working",
        ),
        (":issue Lamps contact=reed days=10", "contact the residents within ten working days."),
        (":issue Lamps contact=reed days=1", "contact the residents within one working day."),
        (
            ':urgent "Burst Main" -- a school was dry',
            "take an item, ‘Burst Main’, as a matter of urgency, because",
        ),
        (':urgent "the burst main" -- a school was dry', "to take an item on the burst main as a matter of urgency,"),
        (":urgent -- a school was dry", "agreed to take the item as a matter of urgency, because"),
        (
            ":introduce reed,vale",
            "Head of Parks, and Mr Abel Vale, Head of Governance, introduced the report.",
        ),
        (":introduce vale,birch how=presented", "and Councillor Petra Birch presented their report to the Committee."),
        (":introduce ash,reed what=motion", "The Chairman and Ms Jo Reed, Head of Parks, introduced the motion."),
        (
            ":petition Ponds minutes=5 -- that they be dredged",
            "It asked that they be dredged. It was allowed 5 minutes.",
        ),
        (":petition Ponds -- to dredge them", "was presented. It asked the Committee to dredge them."),
        (":petition Ponds -- They were full of weed.", "was presented. They were full of weed."),
        (':petition Ponds lead="Jo Bell"', "was presented by Jo Bell, the Lead Petitioner."),
        (':erratum -- "seven" -> “eight”', "in the report: ‘seven’ should read ‘eight’."),
        (":erratum -- the “old” way -> a new way", "‘the “old” way’ should read ‘a new way’."),
        (':delegate "Head of Trees","Head of Ponds" -- act', "to the Head of Trees and the Head of Ponds to act."),
        (':delegate "Head of Trees, Ponds and Paths" -- act', "to the Head of Trees, Ponds and Paths to act."),
        (":received from=Scrutiny,Cabinet", "received a referral from Scrutiny and Cabinet."),
        (':heard agent who="Jo Bell" of=Harcourts', "Jo Bell of Harcourts addressed the Committee on behalf"),
        (":reasons -- it was dear", "For the following reason: It was dear."),
        (":reasons -- harm to trees", "For the following reason: Harm to trees"),
        (":blanket need=no -- many lived nearby", "It was noted that many lived nearby; where"),
        (":introduce reed", "Ms Jo Reed, Head of Parks, introduced the report."),
    ],
)
def test_what_is_printed(typed: str, said: str) -> None:
    assert said in " ".join((after(desk().play(":open 19:00\n:present rest\n:take 7"), typed, "barnet") or "").split())


@pytest.mark.parametrize(
    "typed",
    [
        ":award Fence amount=1500.50",
        ":award Fence amount=0",
        ":issue Lamps days=10",
        ":allot 0",
        ":petition Ponds signatures=0",
        ":speakers seconds=0 -- Jo Bell",
        ":appoint oak,elm to=Board seats=0",
        ":ask oak -- -> nothing",
        ":heard agent who=Zork",
        ":urgent 13 -- a school was dry",
    ],
)
def test_what_says_nothing_is_refused(typed: str) -> None:
    assert after(desk().play(":open 19:00\n:present rest\n:take 7"), typed, "barnet") is None


def test_one_of_two_lead_petitioners_who_was_away() -> None:
    script = ':open 19:00\n:present rest\n:take 7\n:noshow "Jo Bell"'
    said = after(desk().play(script), ':petition Ponds lead="Jo Bell","Al Moss"', "barnet") or ""
    assert "of which Jo Bell was a Lead Petitioner, was presented by Al Moss, another Lead Petitioner." in " ".join(
        said.split()
    )
