"""A meeting that was made without members is given its roll at the desk: typed, or from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.meeting.quorum import quorum
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from screens.roll_files import with_the_roll
from tests.support.five import papers
from tests.support.minute import minute


def seats(meeting: Meeting) -> list[str]:
    people = meeting.people
    return [f"{people[s.holder].name} {s.office} {s.letter}".strip() for s in meeting.seats.values() if s.holder]


TYPED = ":members -- Ann Oak (Chair), Bob Elm (Vice-Chair), Cat Ash (Civic), Dr Dan Yew MBE and Eve Fir (substitute)"


def test_a_roll_is_typed_and_the_meeting_goes_on() -> None:
    meeting = minute(f"{TYPED}\n:open 18:30\n:present rest\n:take 2\n:vote 4 0 0", papers(members=[]))
    assert seats(meeting) == ["Ann Oak chair o", "Bob Elm vice-chair e", "Cat Ash  a", "Dan Yew  y"]
    assert quorum(meeting).have == 4
    assert meeting.presiding == "oak"
    assert (meeting.people["yew"].honorific, meeting.people["yew"].honours) == ("Dr", "MBE")
    assert meeting.people["ash"].group == "Civic"
    assert "fir" in meeting.people
    assert meeting.problems == ()


def test_who_is_on_the_roll_already_stays() -> None:
    meeting = minute(":members -- Tom Oak, Ivy Gorse", papers())
    assert len(meeting.seats) == 6
    with pytest.raises(Unclear, match="on the roll already"):
        minute(":members -- Tom Oak", papers())
    with pytest.raises(Unclear, match="No member is named"):
        minute(":members -- 12, 13", papers())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("roll.txt", "Membership:\nCouncillor Ann Oak (Chair)\nCouncillor Bob Elm (Vice-Chair)\nCouncillor Cat Ash\n"),
        ("names.csv", "Ann Oak (Chair)\nBob Elm (Vice-Chair)\nCat Ash\n"),
        (
            "roll.toml",
            'body = "Ponds Committee"\ndate = 2031-03-12\nitems = []\n'
            'members = [{name = "Ann Oak", role = "chair"}, {name = "Bob Elm", role = "vice-chair"}, '
            '{name = "Cat Ash"}]\n',
        ),
    ],
)
def test_a_roll_is_read_from_a_file(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    line = with_the_roll(f":members -- {tmp_path / name}")
    assert isinstance(line, str)
    meeting = minute(line, papers(members=[]))
    assert seats(meeting) == ["Ann Oak chair o", "Bob Elm vice-chair e", "Cat Ash  a"]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unclear, match="There is no file"):
        with_the_roll(f":members -- {tmp_path / 'roll.toml'}")
    with pytest.raises(Unclear, match=r"Nobody on this computer is “~nobody-here”\..* Type the members"):
        with_the_roll(":members -- ~nobody-here/roll.csv")
    with pytest.raises(Unclear, match="There is no file"):
        with_the_roll(f":members -- {'Ann Oak, ' * 40}.md")
    assert with_the_roll(":members -- Ann Oak") == ":members -- Ann Oak"


def test_a_party_is_given_to_who_is_on_the_roll() -> None:
    before = papers()
    meeting = minute(":members -- oak (Labour), Dora Elm (Green)\n:members group=Civic -- Ash", before)
    assert len(meeting.seats) == len(before.seats)
    groups = {one.name.split()[-1]: one.group for one in meeting.people.values()}
    assert (groups["Oak"], groups["Elm"], groups["Ash"]) == ("Labour", "Green", "Civic")
    with pytest.raises(Unclear, match="nothing new is said of them"):
        minute(":members -- oak (Labour)\n:members -- Tom Oak (Labour)", before)


def test_an_office_is_given_where_it_is_free_and_no_seat_is_taken_for_a_substitute() -> None:
    with pytest.raises(Unclear, match="There is a chair on the roll already"):
        minute(":members -- Ash (Chair)", papers())
    with pytest.raises(Unclear, match="has a seat, and is no substitute"):
        minute(":members -- Ash (substitute)", papers())
    meeting = minute(":members -- Ann Oak, Bob Elm\n:members -- Oak (Chair)", papers(members=[]))
    assert seats(meeting) == ["Ann Oak chair o", "Bob Elm  e"]


def test_a_vacancy_is_a_seat_and_nobody() -> None:
    meeting = minute(":members -- Ann Oak (Chair), Bob Elm, 2 vacancies", papers(members=[]))
    assert [seat.holder for seat in meeting.seats.values()] == ["oak", "elm", None, None]
    filled = minute(":members -- Ann Oak (Chair), vacancy\n:members -- Bob Elm", papers(members=[]))
    assert [seat.holder for seat in filled.seats.values()] == ["oak", "elm"]
    with pytest.raises(Unclear, match="nothing new"):
        minute(":members -- Ann Oak, vacancy\n:members -- vacancy", papers(members=[]))


def test_who_sits_without_a_vote_is_typed_so() -> None:
    meeting = minute(
        ":members -- Ann Oak (Chair), Miss Una Young (co-opted, no vote), Cat Ash (co-opted)", papers(members=[])
    )
    una, cat = meeting.people["young"], meeting.people["ash"]
    assert (una.name, una.kind, una.voting, una.title, una.group) == ("Una Young", "co-optee", False, "Miss", "")
    assert (cat.kind, cat.voting) == ("co-optee", True)


def test_wards_and_divisions_are_given_by_hand() -> None:
    typed = ":members -- Ann Oak (Chair) (Mill ward), Bob Elm (Green, Weir Division), Cat Ash (ward of Ponds), Dan Yew"
    people = minute(typed, papers(members=[])).people
    assert [people[one].ward for one in ("oak", "elm", "ash", "yew")] == ["Mill", "Weir Division", "Ponds", ""]
    assert people["elm"].group == "Green"
    later = minute(f"{typed}\n:members -- Dan Yew (Heath ward)", papers(members=[])).people
    assert later["yew"].ward == "Heath"
    with pytest.raises(Unclear, match="sits for one"):
        minute(":members -- Ann Oak (Mill ward, Weir ward)", papers(members=[]))


def test_a_file_gives_its_wards(tmp_path: Path) -> None:
    (tmp_path / "roll.toml").write_text(
        'body = "Ponds Committee"\ndate = 2031-03-12\nitems = []\n'
        'members = [{name = "Ann Oak", role = "chair", ward = "Mill"}, {name = "Bob Elm", ward = "Weir Division"}]\n',
        encoding="utf-8",
    )
    people = minute(str(with_the_roll(f":members -- {tmp_path / 'roll.toml'}")), papers(members=[])).people
    assert [people["oak"].ward, people["elm"].ward] == ["Mill", "Weir Division"]
