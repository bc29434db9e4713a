"""Verbs for what is minuted under an item: paragraphs, reports, speakers, outcomes, actions."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Any, cast, get_args

from clerk.events import (
    ActionAgreed,
    Addressed,
    AnyEvent,
    Appointed,
    Introduced,
    Invited,
    Minuted,
    MinutesApproved,
    NothingToRecord,
    OutcomeDeclared,
    PersonMet,
)
from clerk.events.outcomes import OutcomeKind
from clerk.events.public import Spoke
from clerk.history import Past
from clerk.meeting.state import Meeting
from clerk.names import NobodyCalled, Unclear, find_person, plain
from clerk.people import Person
from clerk.shorthand.attendance import day_of
from clerk.shorthand.context import Context, whole_number
from clerk.shorthand.line import Line
from clerk.shorthand.table import ANY, verb
from clerk.times import read_date, say_date

Events = tuple[AnyEvent, ...]


def paragraph(context: Context) -> Events:
    """A line that is no command is a paragraph."""
    return (context.event(Minuted, text=context.line.text),)


@verb(
    "none",
    ":none",
    "There was none: interests, report, items, questions.",
    "DE-01",
    "MO-01",
    "PU-01",
    "MB-01",
    "UR-01",
)
def _none(context: Context) -> Events:
    return (context.event(NothingToRecord),)


@verb(
    "minutes",
    ":minutes 2019-03-07",
    "Earlier minutes are approved; corrections after --; signed=NAME: signed there and then by the chair; "
    "of=NAME: which meeting's, where two of that day are kept.",
    "MI-01",
    "MI-02",
    "MI-04",
    "MI-05",
    "MI-08",
    words=ANY,
    options="signed of",
    text=True,
)
def _minutes(context: Context) -> Events:
    try:
        context.operand(0, "the date of the meeting")
        dates = tuple(read_date(typed) for typed in " ".join(context.line.operands).split("+"))
    except ValueError as error:
        raise Unclear(str(error)) from None
    corrections = tuple(line.removeprefix("- ").strip() for line in context.line.text.splitlines() if line.strip())
    signed = context.line.options.get("signed", "")
    by = context.person("chair" if signed.lower() == "yes" else signed).id if signed else ""
    meetings = _meetings(context, dates)
    return (context.event(MinutesApproved, dates=dates, corrections=corrections, signed_by=by, meetings=meetings),)


def _meetings(context: Context, dates: Sequence[date]) -> tuple[str, ...]:
    """The ids of the meetings of these days, as far as they are kept here; () where none is. Raises `Unclear` where two
    of a day are, and it is not said which, or what is said is neither."""
    setup = context.meeting.setup
    named = [name for name in context.line.options.get("of", "").split("+") if name]
    history = context.history()
    ids = [_meeting(history.on(setup.body, day) if setup else (), day, named) for day in dates]
    if named:
        raise Unclear(f"No meeting that is kept here, of the body and of that day, is called “{named[0]}”.")
    return tuple(ids) if any(ids) else ()


_ID = r"[0-9a-f]{16}"


def _meeting(there: Sequence[Past], day: date, named: list[str]) -> str:
    """The id of the meeting of a day that is meant; its name is then taken from those `named`."""
    for past in there:
        if name := next((name for name in named if past.is_called(name)), ""):
            named.remove(name)
            return past.id
    if named and re.fullmatch(_ID, named[0]):
        # One that was kept where this was recorded, and is not here.
        return named.pop(0)
    if len(there) > 1:
        names = " and ".join(past.name for past in there)
        raise Unclear(f"{len(there)} meetings of {say_date(day)} are kept here: {names}. Say which with of=NAME.")
    return there[0].id if there else ""


@verb(
    "introduce",
    ":introduce reed how=presented -- TEXT",
    "Someone introduces the report (how=introduced, presented, spoke); text goes on in the same paragraph.",
    "RE-01",
    "CA-03",
    words=1,
    options="how",
    text=True,
)
def _introduce(context: Context) -> Events:
    person = context.person(context.operand(0, "a name"))
    manner = cast(Any, context.option("how", ("introduced", "presented", "spoke"), "introduced"))
    return (context.event(Introduced, person=person.id, manner=manner, text=context.line.text),)


@verb("invite", ":invite reed,vale", "The chair invites people to the table.", "RE-02", words=1)
def _invite(context: Context) -> Events:
    return (context.event(Invited, people=context.people(context.operand(0, "names"))),)


_READ = re.compile(r"\s*[(]?\bread by (?P<reader>[^()]+?)[)]?$")
_FOR = re.compile(r"^(?P<who>.+?)(?:\s*\(on behalf of (?P<a>[^)]+)\)|\s+(?:for|on behalf of)\s+(?P<b>.+))?$")


@verb(
    "speakers",
    ":speakers on=8 -- Jo Reed, Al Moss for Di Fen and Cllr Yew",
    "People from outside the body addressed it: residents (NAME for NAME, NAME read by NAME), or a councillor "
    '(Cllr NAME; as="as ward Member"); seconds=: for how long each.',
    "PU-03",
    "PU-05",
    "PU-13",
    options="on as seconds",
    text=True,
)
def _speakers(context: Context) -> Events:
    names = _named(context.text("the names").strip().rstrip("."))
    seconds = context.line.options.get("seconds", "")
    met: list[PersonMet] = []
    speakers: list[Spoke] = []
    for typed in names:
        reader = _READ.search(typed)
        typed = typed[: reader.start()] if reader else typed
        match = _FOR.match(typed)
        who, behalf = (match["who"], match["a"] or match["b"] or "") if match else (typed, "")
        person = speaker_named(context, who.strip(), [event.person for event in met])
        if person.id not in context.meeting.people and person.id not in [event.person.id for event in met]:
            met.append(context.event(PersonMet, person=person))
        spoke = whole_number(seconds) if seconds else None
        speakers.append(Spoke(person.id, behalf.strip(), spoke, read_by=reader["reader"] if reader else ""))
    about = context.line.options.get("on")
    on = context.item_numbered(about).id if about else None
    capacity = context.line.options.get("as", "")
    return (*met, context.event(Addressed, speakers=tuple(speakers), about=on, capacity=capacity))


_PIECES = re.compile(r'"[^"]*"|“[^”]*”|\([^)]*\)|,|[^\s,"“(]+')


def _named(text: str) -> list[str]:
    """The names of a list. What stands in quotes or brackets is never parted, nor is a body of two words for which
    somebody spoke ("for Parks and Gardens")."""
    names: list[list[str]] = [[]]
    words = _PIECES.findall(text)
    for place, word in enumerate(words, 1):
        following = list(takewhile(lambda other: other not in (",", "and", "for"), words[place:]))
        goes_on = len(following) == 1 and bool({"for", "behalf"} & set(names[-1]))
        if word == "," or (word == "and" and not goes_on):
            names.append([])
        else:
            names[-1].append(word.strip('"“”'))
    return [" ".join(name) for name in names if name]


def speaker_named(context: Context, name: str, met: list[Person]) -> Person:
    """Someone from outside, by name: known already, among those `met` on this line, or new."""
    councillor = re.match(r"^(?:Cllr|Councillor)\.?\s+(.+)$", name)
    known = [*context.meeting.people.values(), *met]
    if councillor:
        try:
            return find_person([p for p in known if p.is_councillor], councillor[1])
        except NobodyCalled:
            return Person(_new_id(known, councillor[1]), councillor[1], "councillor")
    same = next((person for person in known if plain(person.name) == plain(name)), None)
    return same or Person(_new_id(known, name), name, "speaker")


def _new_id(known: list[Person], name: str) -> str:
    base = plain(name).replace(" ", "-") or "speaker"
    used = {person.id for person in known}
    return next(id_ for n in range(len(used) + 2) if (id_ := base if n == 0 else f"{base}-{n + 1}") not in used)


@verb(
    "appoint",
    ':appoint oak,elm,ash to="Sub-Committee" seats=3 -- NOTE',
    "People are appointed to places, shown by party (columns=plain: no number of places by party).",
    "OU-16",
    words=1,
    options="to seats columns",
    text=True,
)
def _appoint(context: Context) -> Events:
    seats = context.line.options.get("seats", "")
    return (
        context.event(
            Appointed,
            people=context.people(context.operand(0, "names")),
            to=context.line.options.get("to", ""),
            seats=whole_number(seats) if seats else None,
            seats_by_group=context.option("columns", ("seats", "plain"), "seats") == "seats",
            note=context.line.text,
        ),
    )


OUTCOMES = get_args(OutcomeKind)


@verb(
    "outcome",
    ":outcome noted referrals=none",
    "How the item ended: "
    + ", ".join(OUTCOMES)
    + " (of=m2: of that question; to=BODY; by=NAMES who required it; text after --).",
    "OU-03",
    "OU-04",
    "OU-06",
    "OU-07",
    "OU-08",
    "OU-09",
    "OU-10",
    "OU-11",
    "OU-12",
    "OU-13",
    "OU-14",
    "OU-17",
    "MB-06",
    "TI-04",
    "FW-01",
    words=ANY,
    options="of to referrals by",
    text=True,
)
def _outcome(context: Context) -> Events:
    typed = " ".join(context.line.operands).lower() or "?"
    matches = [outcome for outcome in OUTCOMES if outcome == typed] or [o for o in OUTCOMES if o.startswith(typed)]
    if len(matches) != 1:
        raise Unclear(f"“{typed}” is not an outcome; it can be {', '.join(OUTCOMES)}.")
    of = context.line.options.get("of")
    return (
        context.event(
            OutcomeDeclared,
            what=cast(Any, matches[0]),
            of=context.question(of).id if of else None,
            to=context.line.options.get("to", ""),
            referrals=cast(Any, context.option("referrals", ("", "none"), "")),
            by=context.people(context.line.options["by"]) if context.line.options.get("by") else (),
            text=context.line.text,
        ),
    )


@verb(
    "action",
    ":action reed due=2019-07-03 -- TEXT",
    "Someone is to do something; no text: as minuted above (how=undertaking: printed as a sentence).",
    "AC-01",
    "AC-02",
    "AC-03",
    "AC-04",
    words=1,
    options="due how",
    text=True,
)
def _action(context: Context) -> Events:
    owner = context.person(context.line.operands[0]).id if context.line.operands else ""
    typed = context.line.options.get("due", "")
    try:
        due = read_date(typed, day_of(context.meeting)) if typed else None
    except ValueError as error:
        raise Unclear(str(error)) from None
    if not owner and not context.line.text:
        raise Unclear("“:action” needs a name, a text after “--”, or both.")
    undertaking = context.option("how", ("", "undertaking"), "") != ""
    return (context.event(ActionAgreed, owner=owner, task=context.line.text, due=due, undertaking=undertaking),)


_OWNER = re.compile(r"(?:^|\s)@(\S+)")
_DUE = re.compile(r"\s+by\s+([\w /.-]+?)\.?$", re.IGNORECASE)


def action_line(meeting: Meeting, typed: str) -> Line:
    """An action typed in one line, as shorthand: `@name` is the owner, `by` and a date at the end the last day.

    A "by" that no date follows stays in the text.
    """
    owner = _OWNER.search(typed)
    rest = (typed[: owner.start()] + " " + typed[owner.end() :]).strip() if owner else typed.strip()
    options: dict[str, str] = {}
    due = _DUE.search(f" {rest}")
    if due:
        try:
            options["due"] = read_date(due[1], day_of(meeting)).isoformat()
            rest = f" {rest}"[: due.start()].strip()
        except ValueError:
            options = {}
    return Line("action", (owner[1].rstrip(".,;"),) if owner else (), options, rest)
