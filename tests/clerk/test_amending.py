"""Amendments: as typed, as they change the text, and as they stand to each other."""

import re

import pytest

from clerk.meeting.motions import misfits_of, text_of
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.typed import as_shorthand
from clerk.texts import Words, written
from tests.support.minute import OPEN, desk, minute

AT_7 = OPEN + ":take 7\n"
ONE, TWO, THREE = (
    "That the Committee approve the repairs.",
    "That officers report back in six months.",
    "That the budget be increased by £2,000.",
)


ALL = f"1. {ONE}\n2. {TWO}\n3. {THREE}"
FIRST = f"1. That thanks be recorded.\n2. {ONE}\n3. {TWO}\n4. {THREE}"


def text(meeting: Meeting, label: str = "r7") -> str:
    return written(text_of(meeting.questions, label))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (":amend ash birch add -- That a plaque be put up.", f"{ALL}\n4. That a plaque be put up."),
        (":amend ash birch at=1 add -- slates first;", f"1. {ONE}\n1.1 slates first;\n2. {TWO}\n3. {THREE}"),
        (":amend ash birch at=1 add -- 1.1 slates first;", f"1. {ONE}\n1.1 slates first;\n2. {TWO}\n3. {THREE}"),
        (
            ":amend ash birch at=1 add -- 1.1 slates\n  1.2 then gutters",
            f"1. {ONE}\n1.1 slates\n1.2 then gutters\n2. {TWO}\n3. {THREE}",
        ),
        (
            ":amend ash birch at=1 after -- That a plaque be put up.",
            f"1. {ONE}\n2. That a plaque be put up.\n3. {TWO}\n4. {THREE}",
        ),
        (":amend ash birch at=2 delete", f"1. {ONE}\n2. {THREE}"),
        (
            ":amend ash birch at=2 replace -- 2. That nothing more be done.",
            f"1. {ONE}\n2. That nothing more be done.\n3. {THREE}",
        ),
        (
            ":amend ash birch at=2 words=first -- six -> three",
            f"1. {ONE}\n2. That officers report back in three months.\n3. {THREE}",
        ),
        (":amend ash birch at=1 words=2 -- the  -> ", f"1. That the Committee approve repairs.\n2. {TWO}\n3. {THREE}"),
        (f":amend ash birch text -- 1. {ONE}\n  2. {THREE}", f"1. {ONE}\n2. {THREE}"),
        (
            f":amend ash birch text -- 1. {ONE}\n  1.1 slates\n  - red\n  2. {TWO}\n  3. {THREE}",
            f"1. {ONE}\n1.1 slates\n- red\n2. {TWO}\n3. {THREE}",
        ),
        (
            f":amend ash birch text -- 1. New.\n  2. {ONE}\n  3. {TWO}\n  4. {THREE}",
            f"1. New.\n2. {ONE}\n3. {TWO}\n4. {THREE}",
        ),
        (":amend ash birch add -- 12 trees be planted", f"{ALL}\n4. 12 trees be planted"),
        (":amend ash birch at=1 before -- That thanks be recorded.", FIRST),
        (":amend ash birch at=2 before -- 2. Two.\n  2.1 More.", f"1. {ONE}\n2. Two.\n2.1 More.\n3. {TWO}\n4. {THREE}"),
        (f":amend ash birch text -- 1. That thanks be recorded.\n  2. {ONE}\n  3. {TWO}\n  4. {THREE}", FIRST),
    ],
)
def test_the_text_if_carried(typed: str, wanted: str) -> None:
    meeting = minute(AT_7 + typed)
    assert text(meeting, "A1") == wanted
    assert text(meeting) == text(minute(AT_7))
    assert text(minute(AT_7 + typed + "\n:vote unanimous")) == wanted


def test_a_clause_put_before_the_first_leaves_the_others_as_they_are() -> None:
    meeting = minute(AT_7 + f":amend ash birch text -- 1. New.\n  2. {ONE}\n  3. {TWO}\n  4. {THREE}")
    assert [clause.id for clause in text_of(meeting.questions, "A1")] == ["A1.1.1", "r7.1", "r7.2", "r7.3"]


def test_the_first_the_last_and_every_occurrence() -> None:
    moved = ":motion oak elm -- a tree and a tree and a tree\n:amend fir pine words={} -- tree -> hedge"
    words = {which: text(minute(OPEN + moved.format(which)), "A1") for which in ("first", "all", "3")}
    assert words == {
        "first": "a hedge and a tree and a tree",
        "all": "a hedge and a hedge and a hedge",
        "3": "a tree and a tree and a hedge",
    }


def test_words_are_whole_words_where_there_are_any() -> None:
    moved = ":motion oak elm -- other boats, the boathouse\n:amend fir pine words=first -- {} -> X"
    assert text(minute(OPEN + moved.format("the")), "A1") == "other boats, X boathouse"
    assert text(minute(OPEN + moved.format("boat")), "A1") == "other Xs, the boathouse"


def test_a_clause_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(Unclear, match=r"r7 has no clause 9. It has 1, 2, 3"):
        minute(AT_7 + ":amend ash birch at=9 delete")


def test_a_text_over_which_nothing_was_typed_is_no_amendment() -> None:
    with pytest.raises(Unclear, match="Nothing of the text was changed"):
        minute(AT_7 + f":amend ash birch text -- 1. {ONE}\n  2. {TWO}\n  3. {THREE}")


def test_words_that_are_not_there_do_not_fit() -> None:
    meeting = minute(AT_7 + ":amend ash birch at=1 words=first -- chimneys -> drains")
    assert len(misfits_of(meeting.questions, "A1")) == 1
    assert text(meeting, "A1") == text(meeting)


def test_carried_lost_withdrawn_fell_accepted() -> None:
    script = AT_7 + ":amend ash birch add -- More.\n"
    endings = {
        ":vote unanimous": ("carried", True),
        ":vote 4 7 0": ("lost", False),
        ":vote assent": ("carried", True),
        ":withdraw A1": ("withdrawn", False),
        ":fell A1": ("fell", False),
        ":accept A1": ("accepted", True),
        ":notput A1": ("not put", False),
    }
    for typed, (state, merged) in endings.items():
        meeting = minute(script + typed)
        assert meeting.questions["A1"].state == state, typed
        assert ("More." in text(meeting)) is merged, typed
        assert meeting.questions["r7"].is_open


def test_not_seconded_falls_at_once_and_the_recommendation_is_put() -> None:
    """E44."""
    meeting = minute(AT_7 + ":amend oak none add -- More.\n:put\n:vote unanimous")
    assert meeting.questions["A1"].state == "fell"
    assert meeting.puts[0].questions == ("r7",)
    assert (meeting.questions["r7"].state, meeting.puts[0].amended) == ("carried", False)


def test_duly_seconded_and_not_recorded_are_told_apart() -> None:
    assert minute(AT_7 + ":amend oak duly add -- More.").questions["A1"].seconder == "duly"
    assert minute(AT_7 + ":amend oak add -- More.").questions["A1"].seconder == ""
    assert minute(AT_7 + ":amend oak elm add -- More.").questions["A1"].seconder == "elm"


def test_an_amendment_to_an_amendment() -> None:
    script = (
        AT_7
        + ":amend ash birch add -- That a plaque be put up.\n:amend oak elm on=A1 at=4 words=first -- plaque -> bench\n"
    )
    before = minute(script)
    assert text(before, "A2").endswith("4. That a bench be put up.")
    assert text(before, "A1").endswith("4. That a plaque be put up.")
    nested = minute(script + ":vote unanimous\n")
    assert text(nested, "A1").endswith("4. That a bench be put up.")
    assert "bench" not in text(nested)
    carried = minute(script + ":vote unanimous\n:vote unanimous\n")
    assert text(carried).endswith("4. That a bench be put up.")
    lost = minute(script + ":vote 0 11 0\n:vote unanimous\n")
    assert text(lost).endswith("4. That a plaque be put up.")


def test_parallel_amendments_one_of_which_stops_fitting() -> None:
    """M9: the second is addressed to a clause that the first, carried, takes away."""
    script = (
        AT_7
        + ":amend ash birch at=2 delete\n:amend oak elm on=r7 at=2 words=first -- six -> nine\n"
        + ":amend fir pine on=r7 at=3 words=first -- £2,000 -> £3,000\n"
    )
    before = minute(script)
    assert [misfits_of(before.questions, label) for label in ("A1", "A2", "A3")] == [(), (), ()]
    after = minute(script + ":vote unanimous of=A1")
    clause = text_of(before.questions, "r7")[1].id
    assert misfits_of(after.questions, "A2") == (Words(clause, "six", "nine"),)
    assert misfits_of(after.questions, "A3") == ()
    assert text(after, "A3") == f"1. {ONE}\n2. That the budget be increased by £3,000."


def test_parallel_amendments_that_both_fit_merge_in_the_order_carried() -> None:
    script = AT_7 + ":amend ash birch add -- First moved.\n:amend oak elm on=r7 add -- Second moved.\n"
    meeting = minute(script + ":vote unanimous of=A2\n:vote unanimous of=A1")
    assert text(meeting).splitlines()[3:] == ["4. Second moved.", "5. First moved."]


def test_amendments_made_in_place_to_one_clause_do_not_undo_each_other() -> None:
    sooner, by_whom = ALL.replace("six", "three"), ALL.replace("officers", "the Director")
    first, second = (typed.replace("\n", "\n  ") for typed in (sooner, by_whom))
    script = AT_7 + f":amend ash birch text -- {first}\n:amend elm oak on=r7 text -- {second}\n"
    meeting = minute(script + ":vote unanimous of=A1\n:vote unanimous of=A2")
    assert text(meeting) == sooner.replace("officers", "the Director")


def test_the_substantive_question_is_still_put() -> None:
    """E45 and E46: carried, the amendment decides nothing alone."""
    script = AT_7 + ":amend oak elm at=1 add -- that slates be found first.\n:put\n:vote unanimous\n"
    amended = minute(script)
    assert amended.questions["A1"].state == "carried"
    assert amended.questions["r7"].is_open
    done = minute(script + ":put\n:vote unanimous")
    assert done.puts[1].amended
    assert [c.text for c in done.puts[1].texts[0]] == [ONE, "that slates be found first.", TWO, THREE]
    assert done.questions["r7"].state == "carried"


def test_an_amendment_to_a_motion_and_a_motion_of_each_kind() -> None:
    table = desk().play(
        OPEN
        + ":take 5\n:motion oak elm -- That a bench be bought\n:amend fir pine words=first -- a bench -> two benches\n"
    )
    assert text(table.meeting, "A1") == "That two benches be bought"
    for kind in ("order", "procedural", "deferral"):
        table.play(f":motion oak elm kind={kind} -- That it be so")
    assert [q.kind for q in table.meeting.questions.values() if q.id.startswith("m")] == [
        "motion",
        "order",
        "procedural",
        "deferral",
    ]


def test_several_bullets_and_numbers_in_a_motion() -> None:
    meeting = minute(
        OPEN + ":motion oak elm -- 1. That:\n  - the boats\n  - the oars\n  be sold\n  1.1 soon\n  2. That is all"
    )
    assert [(c.text, c.depth) for c in text_of(meeting.questions, "m1")] == [
        ("That:\n- the boats\n- the oars\nbe sold", 0),
        ("soon", 1),
        ("That is all", 0),
    ]


@pytest.mark.parametrize(
    "words", ["12 trees be planted", "2.5 million be spent", "1.5 FTE posts be kept", "2031 be a year of trees"]
)
def test_a_number_that_belongs_to_the_words_is_kept(words: str) -> None:
    meeting = minute(OPEN + f":motion oak elm -- {words}\n:motion oak elm -- 1. That\n  {words}")
    assert text(meeting, "m1") == words
    assert words in text(meeting, "m2")


TWO_LISTS = """That the Committee:
1. approve the dredging;
2. note the cost.
That officers:
1. report back in May;
2. tell the residents;
3. close the path."""
LETTERS = """That the Council:
a) thank the wardens;
b) keep the hives.
That the Leader:
a) write to them;
b) name a day."""


@pytest.mark.parametrize(
    ("typed", "at", "gone"),
    [(TWO_LISTS, "1:2", "note the cost."), (TWO_LISTS, "2:1", "report back in May;"), (TWO_LISTS, "3", "close the"),
     (LETTERS, "2:b", "name a day."), (LETTERS, "1:a)", "thank the wardens;"), (LETTERS, "2:0", "That the Leader")],
)  # fmt: skip
def test_a_number_under_two_leads_is_told_apart_by_its_list(typed: str, at: str, gone: str) -> None:
    script = AT_7 + ":motion ash birch -- " + typed.replace("\n", "\n  ") + f"\n:amend elm oak at={at} delete\n"
    meeting = minute(script)
    assert gone in text(meeting, "m1")
    assert gone not in text(minute(script + ":vote unanimous"), "m1")


@pytest.mark.parametrize(
    ("typed", "at"), [(TWO_LISTS, "1"), (TWO_LISTS, "2"), (LETTERS, "b"), (LETTERS, "2"), (LETTERS, "0")]
)
@pytest.mark.parametrize("line", [":amend elm oak at={at} delete", ":put m1 only={at}", ":vote 4 3 1 only={at}"])
def test_a_number_that_stands_under_two_leads_is_asked_about(typed: str, at: str, line: str) -> None:
    at_desk = desk().play(AT_7 + ":motion ash birch -- " + typed.replace("\n", "\n  "))
    with pytest.raises(Unclear, match=r"more than one clause .*Say which: 1:.* or 2:"):
        at_desk.enter(line.format(at=at))


def test_of_a_list_under_a_lead_what_leads_to_it_is_put_and_typed_again_with_it() -> None:
    meeting = minute(
        AT_7 + ":motion ash birch -- " + TWO_LISTS.replace("\n", "\n  ") + "\n:put only=2:1+2:2\n:vote 5 4 0"
    )
    (put,) = meeting.puts
    assert [clause.text for clause in put.texts[0]] == ["That officers:", "report back in May;", "tell the residents;"]
    again = as_shorthand(meeting, next(placed for placed in meeting.events if placed.id == put.event))
    assert "only=2:1+2:2" in again


@pytest.mark.parametrize("how", ["words=first", "words=all", ""])
def test_words_for_words_need_no_clause_where_one_alone_has_them(how: str) -> None:
    meeting = minute(f"{AT_7}:amend ash birch {how} -- £2,000 -> £1,500\n:vote unanimous\n")
    assert THREE.replace("£2,000", "£1,500") in text(meeting)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("That -> This", "“That” stands in clauses 1 and 2 and 3: say in which (at=)."),
        ("£9 -> £8", "“£9” stands in no clause of that text"),
    ],
)
def test_words_that_stand_in_several_clauses_or_in_none_are_asked_about(words: str, told: str) -> None:
    with pytest.raises(Unclear, match=re.escape(told)):
        minute(f"{AT_7}:amend ash birch words=first -- {words}\n")
