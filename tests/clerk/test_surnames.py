"""Surnames of more than one word: they print whole, and are typed by their last word."""

import pytest

from clerk.completion.lines import goes_on
from clerk.events import Convened
from clerk.names import Unclear
from clerk.shorthand.snippets import expand
from clerk.surnames import surname_of
from tests.support.five import at_desk, held, papers, under

NAMES = ("Mia van der Berg", "Ann St John", "Ravi de Souza", "John Elm")


def _papers(*names: str) -> Convened:
    return papers(members=[{"name": "Tom Oak", "role": "chair"}, *({"name": name} for name in names)])


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Sara Conway", "Conway"),
        ("Ann Weeden-Sanz", "Weeden-Sanz"),
        ("Bob Oak (Mill)", "Oak"),
        ("M van der Berg", "van der Berg"),
        ("Karl Van Den Bosch", "Van Den Bosch"),
        ("Norman St. John-Hay", "St. John-Hay"),
        ("Clive Le Grice", "Le Grice"),
        ("Ana do Carmo", "do Carmo"),
        ("Kim Do Park", "Park"),
        ("Dafydd ap Gwilym", "ap Gwilym"),
        ("Sean D Hill", "Hill"),
        ("Sean D. Hill", "Hill"),
        ("Costa e Silva", "Silva"),
        ("Ida Mc Nab", "Mc Nab"),
        ("Oliver St John Moss", "Moss"),
        ("de Souza", "de Souza"),
        ("De Souza", "De Souza"),
        ("van Hill", "van Hill"),
        ("Van Hill", "Hill"),
        ("Al Green", "Green"),
        ("Ann Le", "Le"),
        ("Le", "Le"),
        ("", ""),
    ],
)
def test_the_words_of_a_surname(name: str, surname: str) -> None:
    assert surname_of(name) == surname


def test_it_prints_whole_wherever_a_surname_stands_alone() -> None:
    desk = at_desk("", _papers(*NAMES))
    assert {person.brief for person in desk.meeting.people.values()} >= {
        "Councillor van der Berg",
        "Councillor St John",
        "Councillor de Souza",
    }


@pytest.mark.parametrize("typed", ["berg", '"van der Berg"', '"mia van der berg"', '"m berg"'])
def test_it_is_typed_by_its_last_word_or_whole(typed: str) -> None:
    printed = under(held(f":take 2\n:@19:00 out {typed}", _papers(*NAMES)), "2")
    assert "Councillor Mia van der Berg left" in printed


def test_a_last_word_that_is_also_anothers_surname_is_refused() -> None:
    with pytest.raises(Unclear, match="could be"):
        held(":take 2\n:out berg", _papers("Mia van der Berg", "Ann Berg"))
    with pytest.raises(Unclear, match="could be"):
        held(":take 2\n:out berg", _papers("Ann Berg", "Mia van der Berg"))


def test_it_is_offered_as_one_word_and_expanded_whole() -> None:
    meeting = held("", _papers(*NAMES))
    assert "g" in "".join(goes_on(meeting, ":out ber", worth=1).rests)
    assert all(" " not in rest for rest in goes_on(meeting, ":out v", worth=1).rests)
    assert expand(meeting, "@berg", {}) == "Councillor Mia van der Berg"
