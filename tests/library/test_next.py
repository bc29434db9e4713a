"""A body's next meeting, from what its records and those of others leave to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.events import Convened
from clerk.meeting.state import Meeting
from screens.cli.finding import read_now
from store.following import ids_of
from tests.cli.conftest import clerk, home  # noqa: F401 - fixtures
from tests.cli.running import Clerk, journal

FIRST = """
body = "Parks Committee"
date = 2026-05-12
time = "18:30"
venue = "Town Hall"
quorum = 2
members = [
    {name = "Ann Oak", role = "chair", group = "Civic"},
    {name = "Bob Elm", group = "Civic"},
    {name = "Cat Ash CBE", group = "Residents"},
]
officers = [{name = "Jo Reed", title = "Ms", post = "Head of Parks"}]
items = [
    {number = 1, title = "Minutes of the meeting of 3 March 2026"},
    {number = 2, title = "Declarations of interest"},
    {number = 3, title = "Bees", report_of = "Head of Parks", recommendations = "That hives be bought."},
    {number = 4, title = "Benches", recommendations = "That benches be mended."},
    {number = 5, title = "Railings", recommendations = "That the railings be painted."},
    {number = 6, title = "Any items that the Chairman decides are urgent"},
]
"""
EVENING = """
:open 18:30
:present all
:take 1
:minutes 2026-03-03
:take 2
:none
:take 3
:outcome deferred -- the price was not known
:take 4
:put
:vote unanimous
:action reed due=2026-06-30 -- write to the contractor
:close 19:30
"""
OTHER = FIRST.replace("Parks Committee", "Scrutiny Panel").replace("2026-05-12", "2026-05-20").replace("Bees", "Ponds")
REFERS = """
:open 18:30
:present all
:take 3
:motion elm ash -- That the ponds be fenced
:put
:vote 2 1 0
:outcome referred to="Parks Committee" -- it owns the ponds
:close 19:00
"""


@pytest.fixture
def two(clerk: Clerk) -> None:  # noqa: F811 - the fixture
    """A meeting of the committee, and one of a panel that sends it something."""
    for toml, script in ((FIRST, EVENING), (OTHER, REFERS)):
        name = clerk("new", "-", typed=toml).stdout.strip()
        played = clerk("play", name, "-", typed=script)
        assert played.exit_code == 0, played.output


def made(clerk: Clerk, home: object, body: str = "parks", day: str = "2026-07-07") -> tuple[Meeting, str]:  # noqa: F811
    answer = clerk("new", "--next", body, day, "--yes")
    assert answer.exit_code == 0, answer.output
    return read_now(journal(home, answer.stdout.strip())), answer.stderr  # type: ignore[arg-type]


def test_what_was_left_and_sent_is_on_it_with_where_it_comes_from(clerk: Clerk, home: object, two: None) -> None:  # noqa: F811
    meeting, said = made(clerk, home)
    titles = [meeting.items[id_].title for id_ in meeting.agenda]
    assert titles == [
        "Minutes of the last meeting", "Declarations of interest", "Bees", "Railings", "Ponds",
        "Any items that the Chairman decides are urgent",
    ]  # fmt: skip
    items = {item.title: item for item in meeting.items.values()}
    assert [day.isoformat() for day in items["Minutes of the last meeting"].minutes_of] == ["2026-05-12"]
    (matter,) = items["Minutes of the last meeting"].matters
    assert matter.task == "write to the contractor"
    assert "hives be bought" in items["Bees"].recommendations or "hives" in items["Bees"].reports[0].recommendations
    for words in (
        "deferred on 12 May 2026",
        "not reached on 12 May 2026",
        "referred by the Scrutiny Panel",
        "2 for, 1 against",
    ):
        assert words in said.replace("2–1–0", "2 for, 1 against"), (words, said)


def test_the_roll_is_as_it_now_is(clerk: Clerk, home: object, two: None) -> None:  # noqa: F811
    meeting, _ = made(clerk, home)
    assert isinstance(meeting.setup, Convened)
    assert [meeting.people[seat.holder or ""].name for seat in meeting.seats.values()] == [
        "Ann Oak",
        "Bob Elm",
        "Cat Ash",
    ]
    assert next(iter(meeting.seats.values())).office == "chair"
    assert (meeting.setup.time, meeting.setup.venue, meeting.setup.quorum) == ("18:30", "Town Hall", 2)
    assert "Jo Reed" in {person.name for person in meeting.people.values()}


def test_what_was_dealt_with_since_is_not_on_the_one_after(clerk: Clerk, home: object, two: None) -> None:  # noqa: F811
    made(clerk, home)
    name = "2026-07-07-pc"
    script = ":open 18:30\n:present all\n:take 1\n:minutes 2026-05-12\n:take 3\n:put\n:vote unanimous\n"
    assert clerk("play", name, "-", typed=f"{script}:take 4\n:put\n:vote unanimous\n:close 19:00\n").exit_code == 0
    assert clerk("actions", "done", "2026-05-12-pc/").exit_code == 0
    after, _ = made(clerk, home, day="2026-09-01")
    titles = [after.items[id_].title for id_ in after.agenda]
    assert "Bees" not in titles
    assert "Railings" not in titles
    assert "Ponds" in titles, "it was not reached"
    minutes = next(item for item in after.items.values() if item.minutes_of)
    assert [day.isoformat() for day in minutes.minutes_of] == ["2026-07-07"]
    assert minutes.matters == ()


def test_what_sent_an_item_is_pointed_to_and_asked_for_no_more(clerk: Clerk, home: object, two: None) -> None:  # noqa: F811
    assert "Send “Ponds” to Parks Committee" in clerk("tomorrow").stdout
    meeting, _ = made(clerk, home)
    assert "Ponds" not in clerk("references", "2026-07-07-pc").stdout
    # Its day is past, and it was not held: what is listed there waits still, until it is opened.
    assert "on no agenda yet" in clerk("references").stdout
    assert "Send “Ponds”" in clerk("tomorrow").stdout
    assert clerk("play", "2026-07-07-pc", "-", typed=":open 18:30\n").exit_code == 0
    pointers = {item.title: item.referred_from for item in meeting.items.values()}
    first, other = (ids_of(journal(home, name))[0] for name in ("2026-05-12-pc", "2026-05-20-sp"))  # type: ignore[arg-type]
    assert pointers["Bees"].startswith(f"{first}/")
    assert pointers["Ponds"].startswith(f"{other}/")
    assert pointers["Declarations of interest"] == ""
    assert "Ponds" not in clerk("references", "2026-07-07-pc").stdout
    assert "Send “Ponds”" not in clerk("tomorrow").stdout
    assert "on the agenda of 2026-07-07-pc" in clerk("references").stdout


def test_what_is_on_the_agenda_of_a_meeting_to_come_is_not_asked_for(clerk: Clerk, home: object, two: None) -> None:  # noqa: F811
    made(clerk, home, day="2099-07-07")
    assert "Ponds" not in clerk("references", "2099-07-07-pc").stdout
    assert "Send “Ponds”" not in clerk("tomorrow").stdout
    assert "on the agenda of 2099-07-07-pc" in clerk("references").stdout


@pytest.mark.parametrize(
    ("evening", "why"),
    [
        (":take 3\n:motion elm ash kind=deferral -- That this be deferred\n:put\n:vote unanimous\n", "deferred on"),
        ("", "not reached on"),
        (":take 3\n:put r3\n:vote unanimous\n", ""),
    ],
)
def test_an_item_comes_again_however_it_was_put_off(clerk: Clerk, home: object, evening: str, why: str) -> None:  # noqa: F811
    name = clerk("new", "-", typed=FIRST).stdout.strip()
    played = clerk("play", name, "-", typed=f":open 18:30\n:present all\n{evening}:close 19:30\n")
    assert played.exit_code == 0, played.output
    _, said = made(clerk, home)
    assert (f"Bees: {why}" in said) is bool(why), said
    assert why or "Bees:" not in said


def test_what_was_sent_here_after_it_was_last_dealt_with_comes(clerk: Clerk, home: object) -> None:  # noqa: F811
    for toml, script in (
        (FIRST, ":open 18:30\n:present all\n:take 3\n:put\n:vote unanimous\n:close 19:00\n"),
        (OTHER.replace("Ponds", "Bees"), REFERS),
    ):
        name = clerk("new", "-", typed=toml).stdout.strip()
        assert clerk("play", name, "-", typed=script).exit_code == 0
    meeting, said = made(clerk, home)
    assert "Bees: referred by the Scrutiny Panel" in said
    assert "Bees" in {item.title for item in meeting.items.values()}


def test_another_matter_of_the_same_title_does_not_take_what_was_sent(clerk: Clerk, home: object) -> None:  # noqa: F811
    """A title may stand on every agenda: what was sent comes until an item is of it, or it is said to be received."""
    ours = FIRST.replace("2026-05-12", "2026-06-02").replace("Bees", "Ponds")
    dealt = ":open 18:30\n:present all\n:take 3\n:put\n:vote unanimous\n:close 19:00\n"
    for toml, script in ((OTHER, REFERS), (ours, dealt)):
        name = clerk("new", "-", typed=toml).stdout.strip()
        assert clerk("play", name, "-", typed=script).exit_code == 0
    _, said = made(clerk, home)
    assert "Ponds: referred by the Scrutiny Panel on 20 May 2026" in said
    assert "An item of that title stood on the agenda of 2 June 2026: leave this one out if it was that." in said
    duties = clerk("tomorrow", "2026-05-20-sp").stdout.splitlines()
    [number] = [place for place, line in enumerate(duties, 1) if "Send “Ponds”" in line]
    told = clerk("tomorrow", "2026-05-20-sp", "--done", str(number), "--", "it was item 3 of 2 June")
    assert told.exit_code == 0, told.output
    _, said = made(clerk, home, day="2026-07-14")
    assert "Ponds" not in said


@pytest.mark.parametrize(
    ("body", "day", "says"),
    [
        ("nobody", "2026-07-07", "Which body"),
        ("parks", "soon", "no day"),
        ("parks", "2026-01-01", "before 1 January 2026"),
    ],
)
def test_what_cannot_be_made(clerk: Clerk, two: None, body: str, day: str, says: str) -> None:  # noqa: F811
    refused = clerk("new", "--next", body, day, "--yes")
    assert refused.exit_code == 1
    assert says in refused.output


@pytest.mark.parametrize("closed", [True, False])
def test_a_body_without_an_item_for_minutes_is_asked_to_approve_them_all_the_same(
    clerk: Clerk,  # noqa: F811
    home: object,  # noqa: F811
    closed: bool,
) -> None:
    toml = FIRST.replace('    {number = 1, title = "Minutes of the meeting of 3 March 2026"},\n', "")
    name = clerk("new", "-", typed=toml).stdout.strip()
    script = EVENING.replace(":take 1\n:minutes 2026-03-03\n", "")
    script = script if closed else script.replace(":close 19:30\n", "")
    assert clerk("play", name, "-", typed=script).exit_code == 0
    meeting, _ = made(clerk, home)
    titles = [meeting.items[id_].title for id_ in meeting.agenda]
    assert titles[1] == ("Minutes of the last meeting" if closed else "Matters arising")
    second = meeting.items[meeting.agenda[1]]
    assert [day.isoformat() for day in second.minutes_of] == (["2026-05-12"] if closed else [])
    assert [matter.task for matter in second.matters] == ["write to the contractor"]


def _waiting(clerk: Clerk, home: Path, day: str) -> tuple[str, ...]:  # noqa: F811 - the fixtures
    made = clerk("new", "--next", "parks", day, "--yes")
    assert made.exit_code == 0, made.output
    items = read_now(journal(home, made.stdout.split()[-1])).items.values()
    return tuple(of.isoformat() for item in items for of in item.minutes_of)


def test_minutes_wait_for_approval_until_they_are_approved_anywhere(clerk: Clerk, home: Path) -> None:  # noqa: F811
    first = clerk("new", "-", typed=FIRST).stdout.strip()
    second = clerk("new", "-", typed=FIRST.replace("18:30", "20:30")).stdout.strip()
    for name in (first, second):
        assert clerk("play", name, "-", typed=EVENING).exit_code == 0
    assert _waiting(clerk, home, "2026-06-02") == ("2026-05-12",)
    later = clerk("new", "-", typed=FIRST.replace("2026-05-12", "2026-06-09")).stdout.strip()
    approving = f":open 18:30\n:present all\n:take 1\n:minutes 2026-05-12 of={first}\n:close 19:00\n"
    assert clerk("play", later, "-", typed=approving).exit_code == 0
    # The other of that day waits still.
    assert _waiting(clerk, home, "2026-07-01") == ("2026-05-12", "2026-06-09")
    elsewhere = clerk("approve", second, "--by", "Cabinet", "--on", "2026-06-20", "--", "it was a panel's")
    assert elsewhere.exit_code == 0, elsewhere.output
    assert _waiting(clerk, home, "2026-07-02") == ("2026-06-09",)
    assert clerk("reopen", second, "--", "a vote was wrong").exit_code == 0
    assert "2026-05-12" in _waiting(clerk, home, "2026-07-03")


@pytest.mark.parametrize(("planned", "comes"), [("2026-06-16", True), ("2099-06-16", False)])
def test_what_was_deferred_to_a_meeting_that_was_not_held_waits_still(
    clerk: Clerk,  # noqa: F811 - the fixture
    planned: str,
    comes: bool,
) -> None:
    name = clerk("new", "-", typed=FIRST).stdout.strip()
    assert clerk("play", name, "-", typed=EVENING).exit_code == 0
    assert "Bees: deferred on 12 May 2026" in clerk("new", "--next", "parks", planned, "--yes").stderr
    later = clerk("new", "--next", "parks", f"{planned[:4]}-07-14", "--yes")
    assert later.exit_code == 0, later.output
    assert ("Bees: deferred on 12 May 2026" in later.stderr) is comes
