"""Clauses and edits: read, numbered, written, and turned into what was typed over them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.texts import Add, Clause, Delete, Text, Words, apply_edits, edits_between, numbers, read_clauses, written

quick = settings(max_examples=150, deadline=None)

WORDS = st.sampled_from(("That", "the", "boats", "2.5 million", "12", "(a)", "1.", "- x", "[/b]", "a.b", "•", "é"))
LINE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
NUMBER = st.sampled_from(("", "", "1. ", "2) ", "1.1 ", "1.2 ", "2.1. ", "- ", "• ", "  ", "9.9 ", "3 "))
TYPED = st.lists(st.builds(str.__add__, NUMBER, LINE), max_size=7).map("\n".join)
ANYTHING = st.text(max_size=60) | TYPED


def shape(text: Text) -> list[tuple[str, int]]:
    return [(clause.text, clause.depth) for clause in text]


@quick
@given(ANYTHING)
def test_what_is_written_is_read_again(typed: str) -> None:
    text = read_clauses(typed)
    assert shape(read_clauses(written(text))) == shape(text)


@quick
@given(ANYTHING)
def test_numbers_count_up_and_are_each_given_once(typed: str) -> None:
    text = read_clauses(typed, "c")
    assert len(text) == len({clause.id for clause in text})
    if any(clause.mark for clause in text):
        # Letters, and what leads to others, are tried below.
        return
    printed = list(numbers(text).values())
    assert len(set(printed)) == len(text)
    assert printed == sorted(printed, key=lambda number: [int(part) for part in number.split(".")])
    assert not text or printed[0] == "1"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a) one\nb) two", ["a)", "b)"]),
        ("(a) one\n(b) two\n(c) three", ["(a)", "(b)", "(c)"]),
        ("That:\n(i) one\n(ii) two\n(iii) three\n(iv) four", ["", "(i)", "(ii)", "(iii)", "(iv)"]),
        ("That:\n1. one\n2. two", ["", "1", "2"]),
        ("This Council notes:\n1. one\n2. two\nIt asks:\n1. three\n2. four", ["", "1", "2", "", "1", "2"]),
        ("This Council notes:\na) one\nb) two\nIt asks:\na) three\nb) four", ["", "a)", "b)", "", "a)", "b)"]),
        ("A. Smith moved it\nC. Jones spoke", ["1", "2"]),
        ("a) one alone", ["1"]),
        ("A line\nAnother: line", ["1", "2"]),
    ],
)
def test_letters_stay_and_what_leads_to_clauses_has_no_number(typed: str, printed: list[str]) -> None:
    text = read_clauses(typed, "c")
    assert list(numbers(text).values()) == printed
    assert read_clauses(written(text), "c") == text


def test_a_lettered_text_keeps_its_letters_in_order_whatever_is_added_or_goes() -> None:
    text = read_clauses("That:\na) one\nb) two\nc) three", "c")
    made, misfits = apply_edits(text, (Delete("c3"), Add("d) four")), "A1")
    assert misfits == ()
    assert written(made) == "That:\na) one\nb) three\nc) four"


@quick
@given(ANYTHING, ANYTHING)
def test_the_edits_between_two_texts_give_the_second(before: str, after: str) -> None:
    text = read_clauses(before, "c")
    edits = edits_between(text, after)
    made, _ = apply_edits(text, edits, "A1")
    assert shape(made) == shape(read_clauses(after))
    assert len({clause.id for clause in made}) == len(made)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("The new red roof of the large pond house is to be mended by the autumn.", 2),
        ("The new red roof of the large pond house is to be painted by the autumn.", 0),
    ],
)
def test_up_to_two_changes_of_words_in_a_clause_are_told_as_such(after: str, words: int) -> None:
    text = read_clauses("The old red roof of the small pond house is to be mended by the autumn.")
    assert sum(isinstance(edit, Words) for edit in edits_between(text, after)) == words


@quick
@given(ANYTHING)
def test_nothing_changed_is_no_edit(typed: str) -> None:
    text = read_clauses(typed, "c")
    assert edits_between(text, written(text)) == ()


@quick
@given(ANYTHING, ANYTHING)
def test_edits_leave_the_ids_of_what_they_do_not_touch(before: str, after: str) -> None:
    text = read_clauses(before, "c")
    edits = edits_between(text, after)
    made, _ = apply_edits(text, edits, "A1")
    kept = {clause.id: clause for clause in text} | {}
    if edits and not isinstance(edits[0], Add):
        assert all(clause.id in kept or clause.id.startswith("A1.") for clause in made)


FIVE = "1. One.\n2. Two.\n2.1 Two a.\n2.2 Two b.\n3. Three."


@pytest.mark.parametrize(
    ("after", "count"),
    [
        (FIVE.replace("Two.", "Deux."), 1),
        (FIVE + "\n4. Four.", 1),
        (FIVE + "\n3.1 Three a.\n3.2 Three b.\n4. Four.", 2),
        (FIVE.replace("2.2 Two b.", "2.2 Two b.\n2.3 Two c."), 1),
        (FIVE.replace("2.1 Two a.", "2.1 Two a.\n2.2 Two aa."), 1),
        (FIVE.replace("2. Two.\n", "2. New.\n3. Two.\n").replace("2.1", "3.1").replace("2.2", "3.2"), 1),
        (FIVE.replace("2.1 Two a.\n2.2 Two b.\n", ""), 2),
        ("1. One.\n2. Three.", 1),
        ("", 3),
    ],
)
def test_a_change_is_the_fewest_edits_a_clerk_would_name(after: str, count: int) -> None:
    """So that the minutes say what was moved, and another amendment still fits."""
    text = read_clauses(FIVE, "c")
    edits = edits_between(text, after)
    assert len(edits) == count, edits
    assert shape(apply_edits(text, edits, "A1")[0]) == shape(read_clauses(after))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("That a pond be dug.\n1.1 with spades\n1.2 by hand\n2. That it be filled.", ["1", "1.1", "1.2", "2"]),
        ("That a pond be dug.\n1.1 with spades\n- new ones", ["1", "1.1"]),
        ("That a pond be dug.\n1.2 million is the price", ["1", "2"]),
        ("That a pond be dug.\nThat it be filled.\n1.1 of it", ["1", "2", "3"]),
        ("1.1 with spades\n1.2 by hand", ["1", "2"]),
    ],
)
def test_a_first_line_without_a_number_leads_its_own_parts(typed: str, printed: list[str]) -> None:
    text = read_clauses(typed, "c")
    assert list(numbers(text).values()) == printed
    assert shape(read_clauses(written(text))) == shape(text)


def test_bullets_and_lines_belong_to_the_clause_above() -> None:
    assert shape(read_clauses("1. One:\n- a\n• b\nand so on\n1) Two")) == [("One:\n- a\n- b\nand so on", 0), ("Two", 0)]
    assert shape(read_clauses("One\nTwo\n- a")) == [("One", 0), ("Two\n- a", 0)]
    assert written((Clause("a", "One\nmore"),)) == "1. One\nmore"
    assert written((Clause("a", "One\n- more"),)) == "One\n- more"
