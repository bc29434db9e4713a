"""The views of the book: each a list of rows, and what each row stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual.content import Content

from clerk.times import say_date
from screens.book.choices import WITH_A_MEETING, WITH_AN_ACTION, Choice, Offer
from screens.kit.rows import Row

WIDEST = 400
"""Results and rows that a view shows at most; words narrow it."""


class Thing(NamedTuple):
    """A row and what it stands for; `offers` is what can be done with it, nothing for a row to be read."""

    row: Row
    choice: Choice
    offers: Sequence[Offer] = ()

    @property
    def words(self) -> str:
        """All that its row says."""
        right = self.row.right.plain if self.row.right is not None else ""
        return f"{self.row.text.plain} {right}"


class View(NamedTuple):
    """A view: its name, how its rows are made from the words typed, and what stands there where there are none.
    `searches`: the words are looked for when Enter is pressed or typing pauses; else they narrow the rows."""

    name: str
    things: Callable[[str], list[Thing]]
    empty: str
    searches: bool = False


def views(home: Path) -> list[View]:
    """All views, in the order of their keys."""
    return [
        View("Meetings", lambda words: meetings(home), "There is no meeting yet: clerk new FILE makes one."),
        View("Actions", lambda words: actions(home), "Nothing is to be done."),
        View(
            "Find",
            lambda words: found(home, words),
            "Type words: decisions, motions, paragraphs, titles, people.",
            True,
        ),
        View("Attendance", lambda words: attendance(home), "No meeting was held yet."),
        View("People", lambda words: people(home), "Nobody is known yet."),
    ]


def meetings(home: Path) -> list[Thing]:
    """Every meeting, the latest first, with its state."""
    from screens.cli.finding import listed

    return [
        Thing(
            Row(
                Content(f"{_day(one.date)}  {one.body or one.name}"),
                key=one.name,
                right=Content.styled(one.state, "$text-accent"),
            ),
            Choice("open", one.path),
            WITH_A_MEETING,
        )
        for one in listed()
    ]


def _day(iso: str) -> str:
    try:
        return f"{say_date(date.fromisoformat(iso)):>17}"
    except ValueError:
        return f"{iso:>17}"


def actions(home: Path) -> list[Thing]:
    """What is still to be done, the first due first."""
    from clerk.library.actions import followed
    from store import places
    from store.facts import Facts
    from store.records import read_records

    records, troubles = read_records(home)
    records = [record.openly for record in records]
    open_ = [one for one in followed(records, Facts(home).read(), date.today()) if one.stands]
    open_.sort(key=lambda one: (one.due or date.max, one.owner))
    things = _warned(troubles)
    for one in open_:
        by = f"by {say_date(one.due)}" if one.due else "no day"
        late = one.state == "overdue"
        text = Content.assemble((one.owner or "Nobody named", "bold"), f": {one.task}   {one.body}, item {one.item}")
        right = Content.styled(f"OVERDUE, {by}" if late else by, "bold $text-error" if late else "$text-muted")
        path = places.journal_of(home, one.reference.partition("/")[0])
        choice = Choice("done", path, event=one.event, reference=one.reference)
        things.append(Thing(Row(text, key=one.reference, right=right), choice, WITH_AN_ACTION))
    return things


def found(home: Path, words: str) -> list[Thing]:
    """What words are found in, newest first; never exempt business."""
    if not words.strip():
        return []
    from screens.found import worded
    from store.index.keeping import Search

    with Search(home) as search:
        search.bring_up_to_date()
        results, troubles = worded(search.find(words))
        troubles += search.troubles
    things = _warned(troubles)
    for number, one in enumerate(results):
        text = Content.assemble((f"{one.where}\n", "$text-muted"), one.said)
        choice = Choice("open", one.found.path, one.found.item, one.found.event)
        row = Row(text, key=str(number), right=Content(one.found.kind))
        things.append(Thing(row, choice, WITH_A_MEETING))
    return things


def attendance(home: Path) -> list[Thing]:
    """Everyone's attendance as bars."""
    from clerk.library.registers import attendance as register_of
    from exports.registers import attendance as table
    from exports.registers import in_a_terminal
    from store.facts import Facts
    from store.records import read_records

    records, troubles = read_records(home)
    register = table(register_of(records, Facts(home).read()), "")
    lines = in_a_terminal(register).splitlines()
    rows = [Thing(Row(Content(line), key=str(number)), Choice("leave")) for number, line in enumerate(lines)]
    return [*_warned(troubles), *rows]


def _warned(troubles: Sequence[str]) -> list[Thing]:
    """What could not be read, before what could: what is looked for may be in it."""
    return [
        Thing(Row(Content.styled(said, "$text-warning"), key=said), Choice("leave")) for said in dict.fromkeys(troubles)
    ]


def people(home: Path) -> list[Thing]:
    """Everyone whom the library knows, each with the names that were joined."""
    from store.library import Library
    from store.persons import known_people

    return [
        Thing(Row(Content(f"{one.name}   {one.group}".rstrip()), key=one.id), Choice("leave"))
        for one in known_people(Library(home))
    ]
