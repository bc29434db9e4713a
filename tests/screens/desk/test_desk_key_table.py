"""The table of key budgets: each thing that is recorded at the desk, in how many keys, in a committee of 11 and in a
council of 63."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from clerk.events import Addressed, Appointed, ItemAdded
from tests.screens.desk.at_the_desk import COMMITTEE, Desk, council, desk
from tests.support.minute import OPEN

BODIES = {11: (COMMITTEE, "7"), 63: (council(), "1")}
"""By seats: the papers, and the number of an item with a recommendation."""


class Row(NamedTuple):
    """`keys` record `kinds`; in them `{a}`, `{b}`, `{c}` are seats and `{item}` an item's number, `…` stands for the
    `words`, which are not counted. `beside` is how many they are beside words, seats and numbers, at most."""

    what: str
    keys: str
    beside: int
    kinds: str
    words: tuple[str, ...] = ()
    before: str = ""
    """Lines recorded before, `{item}` in them."""


TAKEN = ":take {item}"
CLOSED = f"{TAKEN}\n:exclude para=3"

TABLE = (
    # Attendance and the chair
    Row("the roll", "r enter", 2, "RollCalled"),
    Row("an apology", "j {a} enter", 2, "ApologyReceived"),
    Row("out", "o {a}", 1, "Left"),
    Row("out for an interest", "o ! {a}", 2, "Left"),
    Row("in again", "i {a}", 1, "Arrived", before=":out {person}"),
    Row("who presides", "p {b} enter", 2, "Presided"),
    Row("a chair elected for the meeting", ", c {b} enter", 3, "Presided"),
    # The agenda
    Row("the next item taken", "g enter", 2, "ItemTaken"),
    Row("an item taken by its number", "g {item} enter", 2, "ItemTaken"),
    Row("another item", "+ i … tab … enter", 4, "ItemAdded", ("19", "The bell")),
    Row("an urgent item", "+ u … tab … enter", 4, "ItemAdded", ("19", "The flood")),
    Row("a heading", "+ h … enter", 3, "ItemAdded", ("Thanks",)),
    Row("a person", "+ p … tab … tab … tab … enter", 6, "PersonMet", ("swift", "Ms", "Ada Swift", "Surveyor")),
    Row("another title", "+ t tab enter … enter", 5, "ItemChanged", ("The old bell",), TAKEN),
    Row("the addendum", "+ a enter", 3, "Noted", (), TAKEN),
    Row("a slip in a report", "+ e … enter … enter", 4, "Noted", ("page 2", "2030 -> 2031"), TAKEN),
    # Interests
    Row("an interest", "d {a} enter {item} enter n s … enter", 6, "Declared", ("owning a boat there",)),
    Row("a personal interest", "d {a} enter {item} enter e s … enter", 6, "Declared", ("living there",)),
    Row("all Members declare", "d * enter {item} enter n s … enter", 7, "Declared", ("knowing the applicant",)),
    # Questions
    Row("unanimous", "u enter", 2, "QuestionPut VoteTaken", (), TAKEN),
    Row("agreed without a vote", "u tab enter", 3, "QuestionPut VoteTaken", (), TAKEN),
    Row("a count", "6 space 3 space 1 enter", 6, "QuestionPut VoteTaken", (), TAKEN),
    Row("by name, two exceptions", "v {a} {b} enter", 2, "QuestionPut VoteTaken", (), TAKEN),
    Row("carried, not counted", "= c enter", 3, "QuestionPut VoteTaken", (), TAKEN),
    Row("lost, not counted", "= o enter", 3, "QuestionPut VoteTaken", (), TAKEN),
    Row("the question put", "q enter", 2, "QuestionPut", (), TAKEN),
    Row("an amendment", "m {a} {b} end … ctrl+s", 3, "AmendmentMoved", (" Soon.",), TAKEN),
    Row("a motion", "n {a} {b} … ctrl+s", 2, "MotionMoved", ("That it be so.",), TAKEN),
    Row("withdrawn", "w w enter", 3, "QuestionDisposed", (), TAKEN + "\n:motion {person} duly -- That it be so."),
    Row("who calls for a division", ", d {a} enter", 3, "DivisionDemanded", (), TAKEN),
    Row("a nomination", ", n {a} tab {b} tab {c} enter", 5, "Nominated", (), TAKEN),
    # Outcomes, actions and what is written
    Row("None", "= 0 enter", 3, "NothingToRecord", (), TAKEN),
    Row("noted", "= n enter", 3, "OutcomeDeclared", (), TAKEN),
    Row("deferred", "= d … enter", 3, "OutcomeDeclared", ("for want of a plan",), TAKEN),
    Row("minutes approved", "= m … enter", 3, "MinutesApproved", ("2031-01-15",), TAKEN),
    Row("an action", "a … enter", 2, "ActionAgreed", ("Publish it",), TAKEN),
    Row("a paragraph", "t … enter", 2, "Minuted", ("Members asked who uses it.",), TAKEN),
    Row("a flag", "! … enter", 2, "Flagged", ("ask for the name",), TAKEN),
    # The public
    Row("speakers", "b s … enter", 3, "PersonMet Addressed", ("Jo Tew",), TAKEN),
    Row("speakers on another item", "b s tab {item} enter … enter", 5, "PersonMet Addressed", ("Jo Tew",)),
    Row("appointments", "b p {a} , {b} tab … enter", 5, "Appointed", ("the Mill Trust",), TAKEN),
    Row("a speaker who was not there", "b n … enter", 3, "PersonMet Noted", ("Jo Tew",), TAKEN),
    Row("the speaker's clock", "h", 1, ""),
    Row("the speaker's clock stopped", "h h", 2, ""),
    # Exempt business
    Row("the public excluded", "x e enter", 3, "PublicExcluded", (), TAKEN),
    Row("the public back", "x r enter", 3, "PublicReadmitted", (), CLOSED),
    Row("private deliberation", "x d enter", 3, "Noted", (), TAKEN),
    Row("the decision is announced", "x a … enter", 3, "Noted", ("The licence was granted.",), TAKEN),
    # The course
    Row("opened again", ". o enter", 3, "MeetingOpened", (), ":close"),
    Row("adjourned", ". a enter", 3, "MeetingAdjourned"),
    Row("resumed", ". r enter", 3, "MeetingResumed", (), ":adjourn"),
    Row("closed", ". c enter", 3, "MeetingClosed"),
    Row("struck", "end delete enter", 3, "Corrected", (), TAKEN + "\nA slip."),
    Row("undone", "z", 1, "Retracted", (), TAKEN + "\nA slip."),
)


def test_no_row_is_there_twice() -> None:
    assert len({row.keys for row in TABLE}) == len(TABLE) == len({row.what for row in TABLE})


@pytest.mark.parametrize("seats", BODIES)
async def test_what_is_recorded_takes_no_more_keys_than_the_table_has(tmp_path: Path, seats: int) -> None:
    papers, item = BODIES[seats]
    amiss = []
    async with desk(tmp_path, papers, OPEN, written_up=True) as at:
        people = [person for _, person in at.meeting.acting]
        for row in TABLE:
            entries, pressed = len(at.meeting.entries), at.pressed
            await at.begin(row.before.format(item=item, person=people[0]))
            keys = await beside(at, row, people, item) - pressed
            kinds = " ".join(type(event).__name__ for event in at.recorded())
            if keys > row.beside or kinds != row.kinds:
                amiss.append(f"{row.what}: {keys} keys, {kinds}: {at.said}")
            await at.keys("escape")
            await at.begin(":undo\n" * (len(at.meeting.entries) - entries))
    assert "\n".join(amiss) == ""


async def beside(at: Desk, row: Row, people: list[str], item: str) -> int:
    """Presses the keys of a row; how many they were beside words, the letters of seats and the item's number."""
    letters = {name: at.key(at.meeting.people[person].surname) for name, person in zip("abc", people, strict=False)}
    words, typed = list(row.words), 0
    for key in row.keys.split():
        if key == "…":
            typed += await at.type(words.pop(0))
        elif key.startswith("{"):
            typed += await at.keys(" ".join({**letters, "item": item}[key.strip("{}")].split()))
        else:
            await at.keys(key)
    return at.pressed - typed


async def test_what_is_added_by_steps_is_what_was_said(tmp_path: Path) -> None:
    async with desk(tmp_path, script=f"{OPEN}\n:take 7") as at:
        await at.keys("+ u 1 1 tab")
        await at.type("The flood")
        await at.keys("tab 8 enter b p a , e tab")
        await at.type("the Mill Trust")
        await at.keys("tab tab p tab")
        await at.type("Substitutes")
        await at.keys("enter b s tab 8 tab")
        await at.type("as ward Member")
        await at.keys("enter")
        await at.type("Cllr Yew\n")
        added, appointed, *_, spoke = at.recorded()
        assert isinstance(added, ItemAdded)
        assert (added.new.title, added.new.urgent) == ("The flood", True)
        assert isinstance(appointed, Appointed)
        assert (appointed.to, appointed.people, appointed.seats_by_group) == ("the Mill Trust", ("ash", "elm"), False)
        assert appointed.note == "Substitutes"
        assert isinstance(spoke, Addressed)
        assert (spoke.about, spoke.capacity) == ("i8", "as ward Member")
