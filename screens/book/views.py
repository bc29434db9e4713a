"""What the views of the book show: lists of rows, and what each row stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from textual.content import Content

from clerk.library.bodies import Body
from clerk.names import plain
from clerk.surnames import surname_of
from clerk.times import say_date
from screens.book.choices import WITH_A_BODY, WITH_A_MEETING, WITH_A_MEMBER, WITH_AN_ACTION, Choice, Offer
from screens.kit.rows import Row
from store.library import Listed

WIDEST = 400
"""Results and rows that a view shows at most; words narrow it."""


class Thing:
    """A row and what it stands for; `offers` is what can be done with it, nothing for a row to be read.

    Of a long list a row is drawn when it is first shown: its `key` and the `words` that it says are then given apart,
    and what it stands for is made when it is asked for.
    """

    def __init__(
        self,
        row: Row | Callable[[], Row],
        choice: Choice | Callable[[], Choice],
        offers: Sequence[Offer] = (),
        key: str | None = None,
        words: str = "",
    ) -> None:
        self._row, self._choice, self.offers, self._words = row, choice, offers, words
        self.key = row.key if isinstance(row, Row) else key

    @property
    def row(self) -> Row:
        """Its row."""
        if not isinstance(self._row, Row):
            self._row = self._row()
        return self._row

    @property
    def choice(self) -> Choice:
        """What it stands for."""
        return self._choice if isinstance(self._choice, Choice) else self._choice()

    @cached_property
    def words(self) -> str:
        """All that its row says, as words are compared."""
        right = self.row.right.plain if self.row.right is not None and not self._words else ""
        return plain(self._words or f"{self.row.text.plain} {right}")


Progress = Callable[[int, int], None]
"""Told how many meetings of how many are read."""


class View(NamedTuple):
    """A view: its name, how its rows are made from the words typed, and what stands there where there are none.
    `searches`: the words are looked for when typing pauses, and Enter does the first of what can be done at once; else
    they narrow the rows, and Enter asks."""

    name: str
    things: Callable[[str, Progress], list[Thing]]
    empty: str
    searches: bool = False


BY_STATE = ("open", "adjourned", "reopened", "not opened yet", "closed (draft)", "published", "approved", "signed")
"""The states in the order in which they are listed: first what is to be worked on."""


def meetings() -> list[Thing]:
    """Every meeting under its state, the latest first in each."""
    from screens.cli.finding import listed

    groups: dict[str, list[Listed]] = {}
    every = listed()
    apart = told_apart((one.name, one.body, one.date) for one in every)
    for one in every:
        state = next((state for state in BY_STATE if one.state.startswith(state)), one.state)
        groups.setdefault(state, []).append(one)
    order = sorted(groups, key=lambda state: BY_STATE.index(state) if state in BY_STATE else -1)
    things: list[Thing] = []
    for state in order:
        things += [
            _heading(state, len(groups[state])),
            *(_meeting(one, apart.get(one.name, "")) for one in groups[state]),
        ]
    return things


def told_apart(meetings: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """What is said with each meeting that another of its body was held on the day of, by its name: the name. They are
    given by name, body and day."""
    same: dict[tuple[str, str], set[str]] = {}
    for name, body, day in meetings:
        same.setdefault((plain(body), day), set()).add(name)
    return {name: f" ({name})" for names in same.values() if len(names) > 1 for name in names}


def _heading(state: str, count: int) -> Thing:
    said = f"{state[:1].upper()}{state[1:]}" if state else "Not known"
    return Thing(Row(Content.styled(f"{said}: {count:,}", "bold $text-accent")), Choice("leave"))


def _meeting(one: Listed, apart: str) -> Thing:
    said = f"{_day(one.date)}  {one.body or one.name}{apart}"

    def row() -> Row:
        return Row(Content(said), key=one.name, right=Content.styled(one.state, "$text-muted"))

    return Thing(row, lambda: Choice("open", one.path), WITH_A_MEETING, one.name, f"{said} {one.state}")


def _day(iso: str) -> str:
    try:
        return f"{say_date(date.fromisoformat(iso)):>17}"
    except ValueError:
        return f"{iso:>17}"


def actions(home: Path, progress: Progress) -> list[Thing]:
    """What is still to be done, the first due first."""
    from clerk.library.actions import followed
    from store import places
    from store.facts import Facts
    from store.index.overview import records_of_open_actions

    told = Facts(home).read()
    records, troubles = records_of_open_actions(home, progress)
    kept_back = sum(one.stands and one.private for one in followed(records, told, date.today()))
    records = [record.openly for record in records]
    open_ = [one for one in followed(records, told, date.today()) if one.stands]
    open_.sort(key=lambda one: (one.due or date.max, one.owner))
    things = warned(troubles)
    for one in open_:
        by = f"by {say_date(one.due)}" if one.due else "no day"
        late = one.state == "overdue"
        text = Content.assemble((one.owner or "Nobody named", "bold"), f": {one.task}   {one.body}, item {one.item}")
        right = Content.styled(f"OVERDUE, {by}" if late else by, "bold $text-error" if late else "$text-muted")
        path = places.journal_of(home, one.reference.partition("/")[0])
        choice = Choice("done", path, event=one.event, reference=one.reference)
        things.append(Thing(Row(text, key=one.reference, right=right), choice, WITH_AN_ACTION))
    if kept_back:
        said = f"{kept_back} more of exempt business (clerk actions --exempt)"
        things.append(Thing(Row(Content.styled(said, "$text-muted")), Choice("leave")))
    return things


def found(home: Path, words: str, progress: Progress) -> list[Thing]:
    """What words are found in, newest first; never exempt business."""
    if not words.strip():
        return []
    from screens.found import worded
    from store.index.keeping import Search

    with Search(home) as search:
        search.bring_up_to_date(progress)
        results, troubles = worded(search.find(words))
        troubles += search.troubles
    things = warned(troubles)
    apart = told_apart((one.found.path.stem, one.found.body, one.found.day) for one in results)
    for number, one in enumerate(results):
        text = Content.assemble((f"{one.where}{apart.get(one.found.path.stem, '')}\n", "$text-muted"), one.said)
        choice = Choice("open", one.found.path, one.found.item, one.found.event)
        row = Row(text, key=str(number), right=Content(one.found.kind))
        things.append(Thing(row, choice, WITH_A_MEETING))
    return things


def warned(troubles: Sequence[str]) -> list[Thing]:
    """What could not be read, before what could: what is looked for may be in it."""
    return [
        Thing(Row(Content.styled(said, "$text-warning"), key=said), Choice("leave")) for said in dict.fromkeys(troubles)
    ]


def people(home: Path) -> list[Thing]:
    """Everyone whom the library knows, by surname, each with the names that were joined."""
    from store.facts import Facts
    from store.library import Library
    from store.persons import known_people, said_of

    told = Facts(home).read()
    everyone = known_people(Library(home))
    names = {one.id: one.name for one in everyone}
    things = []
    for one in sorted(everyone, key=lambda one: (surname_of(one.name).casefold(), one.name)):
        if one.id in told.known_by:
            continue
        others = ", ".join(sorted(names[id_] for id_ in told.ids_of(one.id) - {one.id} if id_ in names))
        text = Content.assemble((one.name, "bold"), said_of(one).removeprefix(one.name))
        text = text.append(f"; also recorded as {others}") if others else text
        offers = () if one.officer else WITH_A_MEMBER
        things.append(Thing(Row(text, key=one.id), Choice("votes", reference=one.name), offers))
    return things


def bodies(home: Path) -> list[Thing]:
    """Every body that has met, with the other names that it had: how many meetings are kept, and when it met last."""
    from screens.cli.finding import listed
    from store.bodies import bodies as known_bodies
    from store.library import Library

    every = known_bodies(Library(home))
    kept: dict[Body, list[Listed]] = {}
    for one in listed():
        if one.body:
            kept.setdefault(every.of(one.body, one.body_id), []).append(one)
    things = []
    for body, of in sorted(kept.items(), key=lambda row: row[0].name):
        also = f"; also recorded as {', '.join(body.also)}" if body.also else ""
        right = Content.styled(f"{len(of):,} kept, the latest {_day(of[0].date).strip()}", "$text-muted")
        row = Row(Content.assemble(body.name, (also, "$text-muted")), key=body.id or body.name, right=right)
        things.append(Thing(row, Choice("next", reference=body.name), WITH_A_BODY))
    return things
