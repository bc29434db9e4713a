"""What is offered after words that are typed, and what never is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from clerk.completion.learned import Learned, kept, words_kept
from clerk.completion.lines import action_goes_on, goes_on
from clerk.completion.offers import WORTH, Offering, Source
from clerk.completion.sources import (
    agenda_lines,
    minutes_lines,
    names_known,
    ordinary_words,
    people_lines,
    spoken_words,
    without_strangers,
)
from clerk.completion.words import START, parted, words_of
from clerk.meeting.state import Meeting
from clerk.setup.convening import read_meeting
from tests.support.bodies import COMMITTEE
from tests.support.minute import minute, record

PAPER = """The boathouse had lost its roof. The Head of Parks reported that the boathouse was closed.
The Committee noted that the slipway was safe. The Committee noted that the slipway was wet.
"""


def learned(*texts: str) -> Learned:
    one = Learned()
    for text in texts:
        one.learn(words_of(text))
    return one


def offered(typed: str, *texts: str, place: int = 0) -> str:
    offer = Offering([Source(learned(*texts), 1)]).offer(typed, place=place)
    return "" if offer is None else offer.text


@pytest.mark.parametrize(
    ("typed", "goes_on_with"),
    [
        ("The bo", "athouse"),
        ("The Committee n", "oted that the slipway was"),
        # At the beginning of a sentence with a capital, whatever it was learned with.
        ("Boat", "house"),
        ("It was dry. Sli", "pway was"),
        # A word that is all typed is no offer.
        ("The slipway", ""),
        ("", ""),
        ("xyz", ""),
        # Signs are not words, and inside a word with a sign nothing is lost.
        ("The boathouse (", ""),
    ],
)
def test_what_is_offered(typed: str, goes_on_with: str) -> None:
    found = offered(typed, PAPER)
    assert found.startswith(goes_on_with) if goes_on_with else found == ""


def test_every_offer_saves_three_keys() -> None:
    for end in range(len(PAPER)):
        found = offered(PAPER[:end], PAPER)
        assert not found or len(found) >= WORTH


def test_the_next_best_is_another_word() -> None:
    words = "the boathouse was shut. the boathouse was shut. the boatyard was shut."
    assert offered("Then the boat", words).startswith("house")
    assert offered("Then the boat", words, place=1).startswith("yard")
    assert offered("Then the boat", words, place=2) == ""


def test_what_is_kept_is_what_was_learned() -> None:
    words = words_of(PAPER)
    assert words_kept(kept(words)) == words
    for torn in (b"", b"\x00", kept(words)[:-3], b"\xff" * 40):
        with pytest.raises(ValueError, match="cannot be read"):
            words_kept(torn)


def test_learning_a_little_at_a_time_comes_to_the_same() -> None:
    words = words_of(PAPER) * 60
    at_once, slowly = Learned(), Learned()
    at_once.learn(words)
    pauses = sum(1 for _ in slowly.learning(words))
    assert pauses > 1
    for first, second in pairwise(words):
        before = [first.lower(), second.lower()]
        assert at_once.following(before) == slowly.following(before)


@pytest.mark.parametrize(
    "text", ["a", "Weeden-Sanz", "the Mayor’s 2018/19 a.m. plan", "- a bullet", "1.1 a clause", "“quoted”", "end."]
)
def test_what_is_typed_is_parted_into_the_word_begun_and_what_is_before(text: str) -> None:
    before, begun = parted(text)
    assert before + begun == text
    assert " " not in begun


# -- what may be learned -----------------------------------------------------------------------------------------------


EVENING = """
:open 19:00
:present rest
:take 7
The slipway was resurfaced in spring.
:speakers -- Zebedee Quillfeather for Marigold Thistlewood
Mr Quillfeather asked about the slipway, and Dr Young answered with Harriet Brown.
:take 9
:exclude items=9 para=3
The undisclosed tender of Wexcombe Haulage was opened.
:readmit
:close 21:00
"""


@pytest.fixture
def evening() -> Meeting:
    return minute(EVENING)


def test_nothing_exempt_is_learned(evening: Meeting) -> None:
    lines = "\n".join(minutes_lines(evening))
    assert "slipway" in lines
    assert "Wexcombe" not in lines
    assert "undisclosed" not in lines


def test_nobody_who_spoke_at_an_earlier_meeting_is_learned(evening: Meeting) -> None:
    tonight = minute(":open 19:00")
    words = [word for line in minutes_lines(evening) for word in words_of(line)]
    ordinary = ordinary_words([*words, "young", "brown"])
    left = list(without_strangers(words, names_known(tonight), ordinary))
    assert {"slipway", "resurfaced"} <= set(left)
    strangers = {"Quillfeather", "Zebedee", "Marigold", "Thistlewood", "Young", "Harriet", "Brown"}
    assert strangers.isdisjoint(left)


def test_a_name_that_was_left_out_leaves_no_words_side_by_side_that_were_not() -> None:
    words = words_of("It was said by Zebedee Quillfeather that all was well.")
    left = list(without_strangers(words, frozenset(("It",)), ordinary_words(words)))
    assert left[left.index("by") + 1] == START


def test_who_is_in_the_room_comes_first_and_the_brief_form_after_the_first_mention(evening: Meeting) -> None:
    room = minute(":open 19:00\n:present ash,birch")
    first = list(people_lines(room))
    ash, oak = room.people["ash"], room.people["oak"]
    assert first.count(ash.formal) > first.count(oak.formal)
    again = list(people_lines(room, {"ash"}))
    assert again.count(ash.brief) > first.count(ash.brief)
    assert again.count(ash.formal) < first.count(ash.formal)


def test_of_an_exempt_item_only_its_public_title_is_learned(evening: Meeting) -> None:
    exempt = [item for item in evening.items.values() if item.exempt]
    lines = list(agenda_lines(evening))
    for item in exempt:
        assert item.title in lines
        assert not item.recommendations or item.recommendations.splitlines()[0] not in lines


# -- shorthand ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        (":decl", "are"),
        (":vote unan", "imous"),
        (":vote named aga", "inst="),
        (":vote named against=ha", "zel"),
        (":vote named against=ash,ma", "ple"),
        (":outcome defe", "rred"),
        (":@20:05 out ha", "zel"),
        (":nothing ha", ""),
        (":vote ", ""),
        (":vote named against=", ""),
        (":@2", ""),
        (":", ""),
    ],
)
def test_how_a_line_goes_on(typed: str, rest: str) -> None:
    found = goes_on(minute(":open 19:00"), typed)
    assert found.words is None
    assert (found.rests[0] if found.rests else "") == rest


def test_words_are_offered_where_words_are_typed() -> None:
    meeting = minute(":open 19:00")
    assert goes_on(meeting, ":action hazel -- to write to the Head of Pa").words == "to write to the Head of Pa"
    assert goes_on(meeting, ':appoint ash to="Boathouse Sub').words == "Boathouse Sub"
    assert action_goes_on(meeting, "write to the Head").words == "write to the Head"
    assert action_goes_on(meeting, "write @ha").rests == ("zel",)


def test_those_in_the_room_are_offered_first() -> None:
    meeting = minute(":open 19:00\n:present maple")
    people = {person.surname.lower() for person in meeting.people.values()}
    assert "maple" in people
    assert goes_on(meeting, ":in ma").rests[:1] == ("ple",)


def said(*texts: str) -> set[str]:
    """What a transcript of these words gives to be offered."""
    meeting = record(Meeting(), read_meeting(COMMITTEE))
    return {word for word in spoken_words(texts, meeting) if word.isalpha()}


def test_of_a_transcript_only_its_common_words_are_learned() -> None:
    words = said(
        "Okay so the embankment, erm, has Mr Snodgrass been down to the embankment?",
        "He has not, and it is thirty-four thousand pounds, £34,000, thirty-four thousand.",
        "Snodgrass says the pounds are there. Tolliver never asked. Tolliver never does.",
        "the elm by the embankment, and oak too, the elm and oak, said elm. Zanzibar once.",
    )
    assert {"embankment", "has", "the", "pounds", "never"} <= words
    # No name, be it of one on the papers in small letters, of a stranger, or at the beginning of a sentence alone.
    assert not words & {"snodgrass", "tolliver", "elm", "oak", "zanzibar"}
    assert not words & {"thirty", "four", "thousand", "34", "once"}


def test_of_a_transcript_without_capitals_nothing_is_learned() -> None:
    assert said("the embankment and mr snodgrass were seen", "the embankment and mr snodgrass were seen") == set()
