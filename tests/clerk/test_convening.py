"""Setting a meeting up: what is read, and what is said of each mistake."""

from datetime import date

import pytest

from clerk.meeting.quorum import needed
from clerk.people import letter_seats
from clerk.rules.checks import findings
from clerk.setup.convening import CannotConvene, read_meeting
from tests.support.bodies import COMMITTEE, council
from tests.support.minute import OPEN, minute

PUMPHOUSE = "In items 9 (Disposal of the Old Pumphouse): "


def faults(text: str) -> list[str]:
    with pytest.raises(CannotConvene) as caught:
        read_meeting(text)
    return list(caught.value.faults)


def test_what_is_read() -> None:
    convened = read_meeting(COMMITTEE, "papers.toml")
    assert (convened.date, convened.time, convened.quorum, convened.short) == (date(2031, 3, 12), "19:00", 3, "PWC")
    assert [seat.office for seat in convened.seats[:3]] == ["chair", "vice-chair", ""]
    assert "".join(seat.letter for seat in convened.seats) == "abcdefhjopw"
    assert [item.kind for item in convened.items[:5]] == [
        "minutes",
        "absence",
        "declarations",
        "public",
        "members' items",
    ]
    assert convened.items[6].recommendations.startswith("1. That the Committee")


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        ("minutes", ("Minute of Previous Meeting", "To consider the minutes of the meeting of 4 May 2031")),
        ("absence", ("To accept apologies for absence", "To consider any apologies received")),
        ("public", ("Open Forum", "Public Open Session", "Questions submitted by members of the public")),
        ("urgent", ("AOB", "A.O.C.B.")),
        ("report", ("Declaration of Acceptance of Office", "To consider the open spaces strategy", "Public toilets")),
    ],
)
def test_what_a_title_announces(kind: str, titles: tuple[str, ...]) -> None:
    for title in titles:
        assert read_meeting(COMMITTEE.replace("Review of Fees", title)).items[5].kind == kind, title


def test_toml_has_dates_and_times_of_its_own() -> None:
    convened = read_meeting(COMMITTEE.replace('"2031-03-12"', "2031-03-12").replace('"19:00"', "19:00:00"))
    assert (convened.date, convened.time) == (date(2031, 3, 12), "19:00")


TWICE = "The member “Ivo Elm” is there twice: where they are two people, give each an id."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "Ivo Elm"', 'nmae = "Ivo Elm"', "In members 5: there is no field “nmae”. Nearest: name."),
        (
            'name = "Ivo Elm"\ngroup',
            'name = "Ivo Elm"\ngruop',
            "In members 5 (Ivo Elm): there is no field “gruop”. Nearest: group.",
        ),
        ('venue = "', 'vennue = "', "There is no field “vennue”. Nearest: venue."),
        ('body = "Parks and Waterways Committee"', "", "The field “body” is missing."),
        ('title = "Boathouse Repairs"', "", "In items 7: the field “title” is missing."),
        (
            'name = "Petra Birch"\nrole = "vice-chair"',
            'name = "Petra Birch"\nrole = "chair"',
            "More than one member has the role “chair”.",
        ),
        ("number = 8", "number = 7", "The number “7” is there twice."),
        ("number = 8", 'number = "7."', "The number “7” is there twice."),
        ("number = 8", 'number = "7+8"', "“7+8” cannot be the number of an item. It should be as 8 or 6a."),
        (
            'name = "Hugh Hazel"',
            'name = "Ivo Elm"',
            TWICE,
        ),
        (
            'name = "Hugh Hazel"',
            'name = "Ivo Elm"\nid = "elm2"',
            TWICE,
        ),
        (
            'name = "Hugh Hazel"',
            'name = "ivo elm"',
            TWICE,
        ),
        ('name = "Hugh Hazel"', 'name = " "', "In members 7: the “name” is empty."),
        ('name = "Jo Reed"\ntitle = "Ms"\npost = "Head of Parks"', "", "In officers 1: give a “name” or a “post”."),
        ('"2031-03-12"', '"12 March 2031"', "“date” should be as 2019-06-11, not “12 March 2031”."),
        ('"19:00"', '"evening"', "In time: “evening” is not a time. Type it as 19:05 or 7.05pm."),
        ("quorum = 3", "quorum = 30", "A quorum of 30 does not fit a body of 11 members."),
        ("quorum = 3", 'quorum = "3"', "“quorum” should be a whole number, not words in quotes."),
        ("exempt = true", "exempt = 1", PUMPHOUSE + "“exempt” should be true or false, not a whole number."),
        (
            "number = 9",
            "number = 9.5",
            PUMPHOUSE + "“number” should be words in quotes or a whole number, not a number.",
        ),
        (
            'name = "Ivo Elm"',
            'name = "Ivo Elm"\nkind = "coptee"',
            "In members 5 (Ivo Elm): “kind” can be member, co-optee. Nearest: co-optee.",
        ),
        ('title = "Review of Fees"', 'title = ""', "In items 6: the “title” is empty."),
        (
            'name = "Ivo Elm"',
            'name = "Ivo Elm"\nid = "a,b"',
            "“a,b” cannot be an id: it should be letters, digits and hyphens.",
        ),
        (
            'name = "Ivo Elm"',
            'name = "Ivo Elm"\nletter = "X!"',
            "“X!” cannot be the letter of a seat: it should be a to z, or two of them above 26 seats.",
        ),
    ],
)
def test_a_mistake_is_named_with_where_it_stands(old: str, new: str, said: str) -> None:
    assert old in COMMITTEE
    assert said.casefold() in [fault.casefold() for fault in faults(COMMITTEE.replace(old, new, 1))]


def test_what_a_field_can_be_is_named() -> None:
    (fault,) = faults(COMMITTEE.replace("number = 9", 'number = 9\nkind = "urgnt"'))
    assert fault.startswith(PUMPHOUSE + "“kind” can be report, minutes, absence,")
    assert fault.endswith("Nearest: urgent.")


def test_every_mistake_is_named_at_once() -> None:
    assert len(faults(COMMITTEE.replace("name =", "nam =").replace("venue", "venoo"))) > 10


@pytest.mark.parametrize(
    "text", ["", "body = ", "[[members]]", "body = 1", "members = 3\nitems = 'x'", "x = [" * 5000, "n = " + "9" * 5000]
)
def test_what_is_no_meeting_at_all(text: str) -> None:
    assert faults(text)


def test_an_id_twice_is_a_fault_and_a_surname_twice_is_not() -> None:
    ids = COMMITTEE.replace('"Ivo Elm"', '"Ivo Elm"\nid = "e"').replace('"Omar Oak"', '"Omar Oak"\nid = "e"')
    assert faults(ids) == ["The id “e” is there twice."]
    convened = read_meeting(COMMITTEE.replace("Omar Oak", "Omar Elm"))
    assert {"elm-ivo", "elm-omar"} <= {person.id for person in convened.people}
    assert len({person.id for person in convened.people}) == len(convened.people)


def test_a_shared_surname_means_neither() -> None:
    from clerk.names import Unclear

    with pytest.raises(Unclear, match="Councillor Ivo Elm or Councillor Omar Elm"):
        minute(OPEN + ":out elm", COMMITTEE.replace("Omar Oak", "Omar Elm"))
    assert "elm-omar" not in minute(OPEN + ":out omar", COMMITTEE.replace("Omar Oak", "Omar Elm")).in_room


def test_a_council_of_sixty_three() -> None:
    convened = read_meeting(council())
    letters = [seat.letter for seat in convened.seats]
    assert len(set(letters)) == 63
    assert {len(letter) for letter in letters} == {2}
    assert (convened.chair_label, convened.short) == ("Mayor", "TBC")


def test_letters_are_kept_for_the_body_and_never_shared() -> None:
    assert letter_seats(["Ada Ash", "Abel Ash"], {"Ada Ash": "q"}) == ["q", "a"]
    assert len(set(letter_seats(["Ada Ash", "Abel Ash"], {"Ada Ash": "q", "Abel Ash": "q"}))) == 2
    assert letter_seats(["Bo Ash", "Ada Birch"], {"Ada Birch": "a"})[1] == "a"
    assert len(set(letter_seats([f"Member {n}" for n in range(400)]))) == 400


def test_recommendations_with_numbers_that_are_words() -> None:
    text = COMMITTEE.replace('"That the Committee approve the repairs."', '"12 slates be replaced."')
    assert minute("", text).questions["r7"].base[0].text == "12 slates be replaced."


def test_two_people_of_one_name_have_each_an_id_and_a_letter() -> None:
    alike = COMMITTEE.replace('name = "Ivo Elm"', 'name = "Ivo Elm"\nid = "elm1"\nletter = "x"')
    made = read_meeting(alike.replace('name = "Hugh Hazel"', 'name = "Ivo Elm"\nid = "elm2"'))
    letters = {seat.holder: seat.letter for seat in made.seats}
    assert {"elm1", "elm2"} <= letters.keys()
    assert letters["elm1"] == "x"
    assert len(set(letters.values())) == len(made.seats)


def test_a_seat_that_nobody_holds_counts_for_the_quorum_and_has_no_member() -> None:
    papers = COMMITTEE.replace("quorum = 3", "vacancies = 2")
    meeting = minute(OPEN, read_meeting(papers))
    assert [seat.holder for seat in meeting.seats.values()][-2:] == [None, None]
    assert len(meeting.seats) == 13
    assert needed(meeting) == 4
    assert any("2 seats are vacant" in finding.text for finding in findings(meeting))
    assert faults(COMMITTEE.replace("quorum = 3", "vacancies = -1")) == [
        "“vacancies” is how many seats nobody holds, not -1."
    ]


@pytest.mark.parametrize(
    ("labels", "vice"),
    [
        ("", "Vice-Chairman"),
        ('chair = "Chair"', "Vice-Chair"),
        ('chair = "Town Mayor"', "Deputy Town Mayor"),
        ('chair = "Provost"', "Depute Provost"),
        ('chair = "Chair"\nvice_chair = "Deputy Chair"', "Deputy Chair"),
    ],
)
def test_the_vice_chair_is_called_as_goes_with_the_chair(labels: str, vice: str) -> None:
    people = '[[members]]\nname = "Ann Oak"\n[[items]]\nnumber = 1\ntitle = "Ponds"\n'
    papers = f'body = "Ponds Committee"\ndate = 2031-03-12\n{people}'
    assert read_meeting(f"{papers}[labels]\n{labels}\n").vice_chair_label == vice
