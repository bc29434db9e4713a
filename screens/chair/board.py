"""What the chair's view shows, worked out from the meeting: one frozen board, which the screen then only draws."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from clerk import events as e
from clerk.hidden import left_out
from clerk.meeting.parts import Put, Quorum, Vote
from clerk.meeting.state import Course, Meeting
from clerk.saying.names import brief_name, brief_names, capital
from clerk.saying.room import quorum_line, quorum_now
from clerk.saying.votes import (
    between,
    chair_of_vote,
    figures,
    outcome_of,
    put_to_vote,
    read_out,
    sides_of,
    unaccounted_line,
)
from clerk.times import night_of, say_date, say_time
from screens.chair.public import in_private, public_is_back, public_part
from screens.chair.wording import Wording, put_wordings, question_wording
from screens.wording import Clause

PRIVATE = "The meeting is in private session"

BACK = "The public are back: the meeting is in public again"

NEWER = "This meeting is minuted with a newer clerk, and cannot be shown here."

SETTING_UP = "This meeting has not been set up yet."


FIGURES = ("For", "Against", "Abstained")
"""What the figures of a vote are of."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote in figures; none where nobody counted. `result` is one word, `casting` who has or used a casting vote,
    `of` what the result is of."""

    counts: tuple[int, int, int] | None
    result: str
    casting: str
    missing: str
    sentence: str
    of: str

    @property
    def names(self) -> tuple[str, str, str]:
        """What each figure is of."""
        return FIGURES


@dataclass(frozen=True, slots=True)
class TallyBetween(Tally):
    """A vote between two questions, which were put against each other: what each was."""

    one: str
    other: str

    @property
    def names(self) -> tuple[str, str, str]:
        return self.one, self.other, FIGURES[2]


@dataclass(frozen=True, slots=True)
class Board:
    """All that is shown but the clock. `alone` is a sentence that stands alone: nothing else may be shown then. `last`
    is how the last vote went, in a line, once another question is before the meeting."""

    name: str
    alone: str = ""
    note: str = ""
    following: str = ""
    course: Course = "before"
    day: date | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    exempt: bool = False
    quorum: Quorum | None = None
    members: int = 0
    room: str = ""
    presiding: str = ""
    number: str = ""
    title: str = ""
    questions: tuple[Wording, ...] = field(default_factory=tuple)
    waiting: str = ""
    tally: Tally | None = None
    last: str = ""


def board(meeting: Meeting, public: bool = False, name: str = "") -> Board:
    """The board of a meeting; with `public`, of what the public may see. `name` stands where there is none yet. It is
    published, so that it has none of the characters that nobody sees."""
    made: Board = _without_hidden(_board(meeting, public, name))
    return made


def _without_hidden(value: Any) -> Any:
    if isinstance(value, str):
        return left_out(value)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(map(_without_hidden, value))
    if isinstance(value, Board | Tally | Wording | Clause):
        return replace(value, **{each.name: _without_hidden(getattr(value, each.name)) for each in fields(value)})
    return value


def _board(meeting: Meeting, public: bool, name: str) -> Board:
    if meeting.setup is None:
        return Board(name, alone=NEWER if meeting.newer else SETTING_UP)
    if meeting.newer and public:
        # What cannot be read may be what made the rest of it private.
        return Board(meeting.setup.body, alone=NEWER)
    if not public:
        return replace(_of(meeting, meeting), following=_following(meeting))
    if in_private(meeting):
        if meeting.course == "closed":
            return Board(meeting.setup.body, alone=f"The meeting closed{_at(meeting.closed_at)}.")
        return Board(meeting.setup.body, alone=BACK if public_is_back(meeting) else PRIVATE)
    return _of(public_part(meeting), meeting)


def _of(meeting: Meeting, whole: Meeting) -> Board:
    assert meeting.setup is not None
    setup = meeting.setup
    item = meeting.items.get(meeting.item_taken or "")
    vote, put, last = _latest(meeting)
    questions: tuple[Wording, ...] = ()
    if meeting.course in ("open", "adjourned"):
        questions = put_wordings(meeting, put, whole) if put else question_wording(meeting, vote, whole)
    return Board(
        name=setup.body,
        note=_note(whole),
        course=meeting.course,
        day=whole.day,
        opened_at=whole.opened_at,
        closed_at=whole.closed_at,
        exempt=meeting.doors.closed,
        quorum=quorum_now(meeting, meeting.item_taken) if _counts(meeting) else None,
        members=sum(meeting.people[person].voting for _, person in meeting.acting),
        room=quorum_line(meeting, meeting.item_taken) if _counts(meeting) else "",
        presiding=_presiding(meeting) if _counts(meeting) else "",
        number=item.number.rstrip(".") if item else "",
        title=item.title if item else "",
        questions=questions,
        waiting=_waiting(meeting, put) if put else "",
        tally=_tally(meeting, vote) if vote else None,
        last=_last(meeting, last) if last else "",
    )


def _following(meeting: Meeting) -> str:
    """What the rules say comes next, and which items to come will lack a quorum (Q4, M10, M16 to M20); for the chair,
    never for the public."""
    from clerk.rules.checks import profile_of
    from clerk.rules.coming import what_comes_next
    from clerk.rules.live import look_ahead

    if meeting.course != "open":
        return ""
    steps = [step.text for step in what_comes_next(meeting, meeting.item_taken) if step.rule not in ("M7", "V3")]
    lacking = [
        f"item {meeting.items[ahead.item].number} {ahead.quorum.state} {ahead.quorum.have}/{ahead.quorum.need}"
        for ahead in look_ahead(meeting, profile_of(meeting))
        if ahead.quorum.state != "QUORATE"
    ]
    return "  ".join([*(f"Next: {step}" for step in steps[:1]), *([f"Ahead: {', '.join(lacking)}"] if lacking else [])])


def time_warning(meeting: Meeting, now: datetime) -> str:
    """The warning of the clock, "" while there is time (T1, T2)."""
    from clerk.rules.checks import profile_of
    from clerk.rules.live import time_left

    if meeting.course != "open" or meeting.setup is None:
        return ""
    left = time_left(meeting, profile_of(meeting), now)
    return left.text if left is not None else ""


def _counts(meeting: Meeting) -> bool:
    """Whether the quorum says anything: not before anyone is known to be there, nor once all go home."""
    return meeting.course != "closed" and (meeting.roll_called or bool(meeting.in_room))


def _presiding(meeting: Meeting) -> str:
    if meeting.presiding:
        return f"In the chair: {brief_name(meeting, meeting.presiding)}"
    return "Nobody is in the chair"


def _note(meeting: Meeting) -> str:
    assert meeting.setup is not None
    if meeting.course == "before":
        at = f", {meeting.setup.time}" if meeting.setup.time else ""
        return f"The meeting has not been opened yet: {say_date(meeting.setup.date)}{at}."
    if meeting.course == "adjourned":
        return "The meeting is adjourned."
    return f"The meeting closed{_at(meeting.closed_at)}." if meeting.course == "closed" else ""


def _at(moment: datetime | None) -> str:
    return f" at {say_time(moment)}" if moment else ""


def _latest(meeting: Meeting) -> tuple[Vote | None, Put | None, Vote | None]:
    """The vote, or the question put and not voted on yet, that is the latest thing before the meeting; neither once a
    question was moved or ended since. Then the vote that stepped back for it. Nothing of an item before this one."""
    if meeting.course not in ("open", "adjourned"):
        return None, None, None
    put: Put | None = None
    since = False
    for placed in reversed(meeting.events):
        event = placed.event
        if isinstance(event, e.VoteTaken | e.CastingVote):
            vote = meeting.votes.get(event.vote)
            if vote is not None and not vote.superseded and all(q in meeting.questions for q in vote.questions):
                return (None, put, vote) if since else (vote, None, None)
        elif isinstance(event, e.QuestionPut) and not since:
            found = next((put for put in meeting.puts if put.event == placed.id), None)
            if found is not None and not found.vote and any(q in meeting.questions for q in found.questions):
                put, since = found, True
        elif isinstance(event, e.MotionMoved | e.AmendmentMoved | e.QuestionDisposed | e.OutcomeDeclared):
            since = True
        elif isinstance(event, e.ItemTaken):
            break
    return None, put, None


def _last(meeting: Meeting, vote: Vote) -> str:
    counted = figures(vote, meeting)
    if vote.facing:
        return between(meeting, vote)
    return f"{put_to_vote(meeting, vote)}: {outcome_of(vote)}{f', {counted}' if counted else ''}"


def _waiting(meeting: Meeting, put: Put) -> str:
    barred: dict[str, list[str]] = {}
    for person, why in put.barred:
        if why != "not in the room":
            barred.setdefault(why, []).append(person)
    reasons = [f"{brief_names(meeting, people)} ({why})" for why, people in barred.items()]
    but = f"; may not: {', '.join(reasons)}" if reasons else ""
    return f"Put to the vote: {len(put.entitled)} may vote{but}"


def _tally(meeting: Meeting, vote: Vote) -> Tally:
    counts = None if vote.votes_for is None else (vote.votes_for, vote.against or 0, vote.abstained or 0)
    result = {"tied": "TIE", "lost": "LOST"}.get(vote.state, "CARRIED" if counts else "AGREED")
    ways = {"for": "for", "against": "against"}
    sides: tuple[str, str] | None = None
    if vote.facing:
        one, other = (said.removeprefix("for the ") for said in sides_of(meeting, vote))
        sides, ways = (capital(one), capital(other)), {"for": f"for the {one}", "against": f"for the {other}"}
        if vote.state_of(vote.facing) == "carried":
            # What was put against it is named as the one that was.
            result = "CARRIED"
    chair = chair_of_vote(meeting, vote)
    casting = ""
    if vote.state == "tied" and chair:
        casting = f"Casting vote: {brief_name(meeting, chair)}"
    elif vote.is_tied and vote.casting:
        by, way = vote.casting
        casting = f"Casting vote: {brief_name(meeting, by)}, {ways.get(way, way)}"
    missing = unaccounted_line(meeting, vote)
    facts = (counts, result, casting, missing, read_out(meeting, vote), put_to_vote(meeting, vote))
    return TallyBetween(*facts, *sides) if sides else Tally(*facts)


# The clock


def is_live(board: Board, now: datetime) -> bool:
    """Whether the meeting is under way on its own night, the small hours included."""
    return board.course in ("open", "adjourned") and night_of(now) == board.day


def clock(board: Board, now: datetime) -> str:
    """The time, and how long the meeting has lasted; the time alone where that is not known."""
    said = f"{now:%H:%M}"
    if board.opened_at is not None and now >= board.opened_at:
        minutes = int((now - board.opened_at).total_seconds()) // 60
        said += f" · {minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f" · {minutes} min"
    return said
