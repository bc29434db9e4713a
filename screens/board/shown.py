"""The board as plain data: drawn as a page, sent as state.json, and kept in the shared book for the public."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from clerk.saying.questions import TEXT_NOW

if TYPE_CHECKING:
    from screens.chair.board import Board, Tally
    from screens.chair.wording import Wording
    from screens.wording import Clause

VERSION = 1
"""Raised when a field changes its meaning; a new field with a default needs none."""


class ShownClause(Struct, frozen=True):
    """One clause: its printed number, and its words in pieces, each with whether the amendment touches it."""

    number: str
    pieces: tuple[tuple[str, bool], ...]


class ShownQuestion(Struct, frozen=True):
    """A question by name, its text now, and the text if carried (of an amendment only); `called` says what the text now
    is, where that needs saying."""

    name: str
    now: tuple[ShownClause, ...]
    carried: tuple[ShownClause, ...] = ()
    called: str = TEXT_NOW


class ShownQuorum(Struct, frozen=True):
    """Who counts in the room, of how many members, and how many are needed."""

    have: int
    members: int
    need: int
    state: str
    withdrawn: int = 0


class ShownTally(Struct, frozen=True):
    """A vote in figures, none where nobody counted, the sentence that is read out, and what the vote was on."""

    counts: tuple[int, int, int] | None
    result: str
    casting: str = ""
    missing: str = ""
    sentence: str = ""
    of: str = ""
    names: tuple[str, str, str] = ("For", "Against", "Abstained")


class Shown(Struct, frozen=True, omit_defaults=True):
    """All that one page shows but the clock. Times are local at the venue. `alone` is a sentence that stands alone:
    nothing else may be shown then. `following` and `exempt` are the chair's only."""

    body: str
    version: int = VERSION
    alone: str = ""
    note: str = ""
    following: str = ""
    course: str = "before"
    day: date | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    exempt: bool = False
    quorum: ShownQuorum | None = None
    room: str = ""
    presiding: str = ""
    number: str = ""
    title: str = ""
    questions: tuple[ShownQuestion, ...] = ()
    waiting: str = ""
    tally: ShownTally | None = None
    last: str = ""
    """How the last vote went, once another question is before the meeting."""
    speaking_until: datetime | None = None
    """When the time of a public speaker is over; None where nobody's runs."""


def shown(board: Board, speaking_until: datetime | None = None) -> Shown:
    """The board as plain data; of one whose sentence stands alone, that sentence."""
    if board.alone:
        return Shown(board.name, alone=board.alone, course=board.course)
    return Shown(
        body=board.name,
        note=board.note,
        following=board.following,
        course=board.course,
        day=board.day,
        opened_at=board.opened_at,
        closed_at=board.closed_at,
        exempt=board.exempt,
        quorum=_quorum(board),
        room=board.room,
        presiding=board.presiding,
        number=board.number,
        title=board.title,
        questions=tuple(map(_question, board.questions)),
        waiting=board.waiting,
        tally=_tally(board.tally) if board.tally else None,
        last=board.last,
        speaking_until=speaking_until,
    )


def _quorum(board: Board) -> ShownQuorum | None:
    quorum = board.quorum
    if quorum is None:
        return None
    return ShownQuorum(quorum.have, board.members, quorum.need, quorum.state, quorum.withdrawn + quorum.elsewhere)


def _question(wording: Wording) -> ShownQuestion:
    now, carried = tuple(map(_clause, wording.now)), tuple(map(_clause, wording.carried))
    return ShownQuestion(wording.name, now, carried, wording.called)


def _clause(clause: Clause) -> ShownClause:
    return ShownClause(clause.number, clause.pieces)


def _tally(tally: Tally) -> ShownTally:
    return ShownTally(tally.counts, tally.result, tally.casting, tally.missing, tally.sentence, tally.of, tally.names)
