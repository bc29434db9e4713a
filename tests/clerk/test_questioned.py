"""What looks like a command that lost its colon is asked about; what is a paragraph is kept as it was typed."""

import re

import pytest

from clerk.events import Minuted
from clerk.names import Unclear
from clerk.saying.gestures import say_back
from clerk.shorthand.minuting import recording
from tests.support.five import at_desk, held, text_of, under


@pytest.mark.parametrize(
    "line",
    [
        "vote 3 2",
        "  :vote 3 2",
        " out yew",
        "out yew -- a train",
        "motion elm ash -- that the ponds be filled",
        "amend elm ash at=1 delete",
        "The list of hives\n  :put",
        "Some words\n  vote named against=ash rest=for",
        "@19:05 -- A place without its colon.",
        "@19:05 out yew",
        "in ash kind=late",
        "take 2 when=now",
        "close 21:30",
        "none",
    ],
)
def test_it_is_asked_about(line: str) -> None:
    at = at_desk(":take 2")
    with pytest.raises(Unclear, match="nothing was recorded"):
        at.enter(line)
    assert not [placed for placed in at.meeting.events if isinstance(placed.event, Minuted)]


@pytest.mark.parametrize(
    "line",
    [
        "48 representations remained.",
        "2.5 million pounds were asked for.",
        "Out of forty hives ten were lost.",
        "Vote counting took ten minutes.",
        "In the end all agreed.",
        "Under the Act there was no choice.",
        "Order was kept -- by all.",
        "None of the hives was lost.",
        "a) the first hive",
        "(i) the second hive",
        "Take the hives: they were moved.",
    ],
)
def test_a_paragraph_is_kept_as_typed(line: str) -> None:
    assert line in under(held(f":take 2\n{line}"), "2")


@pytest.mark.parametrize("line", ["\\vote 3 2", "\\:vote 3 2", "\\@19:05 out yew"])
def test_a_backslash_keeps_words(line: str) -> None:
    assert line[1:] in under(held(f":take 2\n{line}"), "2")


def test_a_paragraph_can_have_a_time_and_a_place() -> None:
    at = at_desk(":take 2\n:@19:00 vote 3 2\n:take 3\n:@18:50 -- Hives were counted.\n:@>v1 -- After it by hand.")
    said = under(at.meeting, "2")
    assert said.index("Hives were counted.") < said.index("moved to the vote") < said.index("After it by hand.")


@pytest.mark.parametrize("how", [":under 2\nHives were counted.", "Hives were counted.\n:move {last} under=2"])
def test_one_put_into_an_item_stands_before_its_question(how: str) -> None:
    at = at_desk(":take 2\n:vote 3 2\n:take 3")
    for line in how.split("\n"):
        at.enter(line.format(last=f"e{len(at.meeting.entries)}"))
    said = under(at.meeting, "2")
    assert said.index("Hives were counted.") < said.index("moved to the vote")
    assert "Hives" not in under(at.meeting, "3")


def test_one_put_after_by_hand_stands_there() -> None:
    at = at_desk(":take 2\n:vote 3 2\n:take 3\nHives were counted.")
    at.enter(f":move e{len(at.meeting.entries)} under=2 after=v1")
    said = under(at.meeting, "2")
    assert said.index("moved to the vote") < said.index("Hives were counted.")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            ':petition "Bees" lead="Jo Fen" ward=Mill signatures=1214',
            ("Petition (Jo Fen)", "ward: Mill", "signatures: 1,214"),
        ),
        (":decision later days=5", ("days: 5",)),
        (":questions on=2+3 by=ash", ("on: item 2 and item 3", "by: Councillor Ash")),
        (':item 2A under=2 title="Wasps"', ("a part of: item 2",)),
        (":put to=refusal", ("a vote for it is: refusal",)),
        (":put only=1", ("only 1",)),
        (":heading before=3 -- Tea", ("before item 3",)),
        (":exclude items=3 weighed=yes", ("public interest",)),
    ],
)
def test_the_line_before_enter_names_every_fact(line: str, said: tuple[str, ...]) -> None:
    at = at_desk(":take 2")
    done = recording(at.meeting, line, at.item)
    assert done is not None
    told = say_back(at.meeting, done.events)
    assert all(fact in told for fact in said), told
    assert not re.search(r"\bi\d", told), told


def test_headings_are_taken_and_written_under_by_title() -> None:
    at = at_desk(":heading after=0 -- Opening\n:heading before=3 -- Exceptional item\n:take 2\n:vote 3 2")
    at.play(':take "Exceptional item"\nIt was heard.\n:under opening\nAll were welcome.\n:take 3')
    text = text_of(at.meeting)
    order = ["OPENING", "All were welcome.", "PONDS", "EXCEPTIONAL ITEM", "It was heard.", "BEES"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    with pytest.raises(Unclear, match="no item “Wasps”"):
        at.enter(":take Wasps")


def test_a_part_that_was_taken_early_brings_its_whole() -> None:
    text = text_of(
        held(':item 3A after=3 title="Wasps" -- That wasps be left.\n:take 3A\n:vote 3 2\n:take 2\n:vote 4 1')
    )
    assert text.index("BEES (AGENDA ITEM 3)") < text.index("2A. Wasps (AGENDA ITEM 3A)")
    assert text.index("2A. Wasps (AGENDA ITEM 3A)") < text.index("3. PONDS (AGENDA ITEM 2)")


def test_an_item_with_a_ward_is_an_application() -> None:
    at = at_desk(':item 4 title="12 Mill Lane" ward=Millside -- That it be approved.\n:take 4\n:vote 3 2 to=approval')
    text = text_of(at.meeting)
    assert "12 MILL LANE (MILLSIDE)" in text
    assert "that the application be APPROVED" in text


def test_a_paragraph_with_a_time_and_no_dashes_is_told_of_them() -> None:
    with pytest.raises(Unclear, match=r"has dashes before its words: :@19:05 -- Words\."):
        at_desk(":take 2\n:@9:25 The hall was warm.")
