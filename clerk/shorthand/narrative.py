"""Verbs for what is minuted under an item in words: paragraphs, reports, minutes approved, wording put by hand."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, cast

from msgspec.structs import replace

from clerk.calendar import minutes_named
from clerk.events import (
    AnyEvent,
    Introduced,
    Invited,
    Minuted,
    MinutesApproved,
    MinutesCorrected,
    NothingToRecord,
    PersonMet,
    Reworded,
)
from clerk.history import History, Past
from clerk.meeting.placing import put_before
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.again import given, line_again, listed, moved_by
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.table import verb
from clerk.texts import read_entries
from clerk.times import say_date

Events = tuple[AnyEvent, ...]


def paragraph(context: Context) -> Events:
    """A line that is no command is a paragraph. One that is written under an item that is no longer in hand stands
    before what was put there."""
    said = context.event(Minuted, text=context.text)
    later = context.gesture.place.is_last and context.here not in (None, context.meeting.item_taken)
    if later and (put := put_before(context.meeting, said)):
        said = replace(said, at=None, before=put, after=None)
    return (said,)


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


@line_again.register(NothingToRecord)
def _none_again(event: NothingToRecord, meeting: Meeting, id_: str) -> Line:
    return Line("none")


@verb(
    "minutes",
    ":minutes 2019-03-07",
    "Earlier minutes are approved: of these days, or without one those that the papers bring here, else the body's "
    "last; corrections after --, a line each: “old -> new” for words, or a note; signed=NAME: signed there and then; "
    "of=NAME: which meeting's, where two of that day are kept; exempt=yes: the minutes that the public may not see; "
    "by=oak,elm: who moved and seconded it.",
    "MI-01",
    "MI-02",
    "MI-04",
    "MI-05",
    "MI-08",
    takes="^dates:dates signed:words of:words exempt:flag by:moved",
    text="may",
    form="lines",
)
def _minutes(context: Context) -> Events:
    dates = cast(tuple[date, ...], context.value("dates") or ()) or _waiting(context)
    signed = context.one("signed")
    by = context.scope.person("chair" if signed.lower() == "yes" else signed).id if signed else ""
    meetings = _meetings(context, dates)
    corrections, changes = _corrections(context, meetings)
    exempt = context.value("exempt") is True
    facts = {"corrections": corrections, "signed_by": by, "meetings": meetings, "exempt": exempt, **context.moved_by()}
    return (context.event(MinutesApproved, dates=dates, question=context.free_label("q"), **facts), *changes)


def _waiting(context: Context) -> tuple[date, ...]:
    """The days of the minutes that are meant where none is typed. Raises `Unclear` where there are none."""
    found = waiting_for(context.meeting, context.here, context.history)
    if not found and context.meeting.setup is not None:
        raise Unclear("Say of which day the minutes are: :minutes 2019-03-07 (at the desk = m and the day).")
    return found


def waiting_for(meeting: Meeting, item: str | None, history: Callable[[], History]) -> tuple[date, ...]:
    """The days of the minutes that the papers bring to an item, else of the body's last that wait for approval; none
    where nothing tells them."""
    setup, papers = meeting.setup, meeting.items.get(item or "")
    named = minutes_named(papers, setup.date) if setup and papers else ()
    if named or setup is None:
        return named
    known = history()
    last = [
        past.date
        for past in known.before(setup.body, setup.date)
        if not known.approvals(setup.body, past.date, setup.date, past.ids)
    ]
    return (last[-1],) if last else ()


def _corrections(context: Context, meetings: Sequence[str]) -> tuple[tuple[str, ...], Events]:
    """The corrections of a text, a line each: those in free words, and words to be read in place of others (“old ->
    new”). Raises `Unclear` where it cannot be said of which minutes these are."""
    free: list[str] = []
    changes: list[AnyEvent] = []
    for line in read_entries(context.text):
        was, arrow, now = (part.strip() for part in line.partition("->"))
        where, was = _place_of(was) if not any(meetings) else ("", was)
        was, now = _bare(was, now)
        if not arrow or not any(meetings):
            # Of minutes that are not kept here nothing can be put right in its place.
            free += [f"{where}“{was}” to read “{now}”" if arrow else line] if line else []
        elif len(meetings) > 1:
            raise Unclear("Approve them first, then correct those of each day: :readas 2019-03-07 -- old -> new.")
        elif not was or not now:
            raise Unclear("Words for words: seven hives -> eight hives.")
        else:
            changes.append(context.event(MinutesCorrected, meeting=meetings[0], was=was, now=now))
    return tuple(free), tuple(changes)


_PLACE = re.compile(
    r"(?:(?:(?:agenda )?item|minute|page|paragraph|para|line|section|resolution|recommendation|clause|bullet|p)\b|"
    r"the \w+ (?:paragraph|line|sentence|page|bullet)\b)[^:“\"]*:\s+(?=\S)|(?=\S)[^:“\"]*:\s+(?=[“\"])"
    r"|(?:(?:in|at|on|under)\s+)?(?:(?:agenda )?item|minute|page|paragraph|para|line|section|resolution|recommendation|"
    r"clause|bullet)\s+(?:no\.?\s*)?\d[\w./()]*"
    r"(?:,?\s+(?:and\s+)?(?:page|paragraph|para|line|section|clause|bullet)\s+\d[\w./()]*)*,\s+(?=\S)"
    r"|(?:in|at|on)\s+the\s+\w+\s+(?:paragraph|line|sentence|page|bullet)"
    r"(?:\s+(?:of|on)\s+(?:minute|page|item)\s+\d[\w./()]*)?,\s+(?=\S)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"']([^“”\"]*)[”\"']")


def _place_of(words: str) -> tuple[str, str]:
    """Where words stand that are corrected, as it was typed before them, and the words: "Item 6, page 2: ", "lost"."""
    place = _PLACE.match(words)
    return (place[0], words[place.end() :]) if place else ("", words)


def _bare(was: str, now: str) -> tuple[str, str]:
    """Words for words without the quotation marks that a clerk put about both: the sentence has its own."""
    old, new = _QUOTED.fullmatch(was), _QUOTED.fullmatch(now.removesuffix("."))
    return (old[1], new[1]) if old and new else (was, now)


@verb(
    "readas",
    ":readas 2019-03-07 -- seven hives -> eight hives",
    "A correction of earlier minutes: words of a paragraph read so (old -> new, or was=OLD); a note at an item "
    "(under=7); or a fact, as the shorthand that puts the event right (entry=e12 -- in oak). Of two meetings of one "
    "day meeting=NAME says which.",
    "MI-02",
    takes="^of:date! was:words under:words entry:words meeting:words",
    text="must",
)
def _readas(context: Context) -> Events:
    day = context.day("of")
    if day is None:
        raise Unclear("Say of which day the minutes are: :readas 2019-03-07 -- seven -> eight.")
    setup = context.meeting.setup
    kept = context.history().on(setup.body, day) if setup else ()
    approved = [
        id_
        for placed in context.meeting.events
        if isinstance(placed.event, MinutesApproved)
        for of, id_ in zip(placed.event.dates, placed.event.meetings, strict=False)
        if of == day and id_
    ]
    ids = list(dict.fromkeys(approved)) or [past.id for past in kept]
    if not ids:
        raise Unclear(
            "No meeting of that day is kept here, so nothing in it can be put right. Give the correction with the "
            f"approval, where it is printed: :minutes {day.isoformat()} -- seven hives -> eight hives."
        )
    if named := context.one("meeting"):
        meant = [past.id for past in context.history().meetings if past.is_called(named) and past.id in ids]
        ids = meant or ([named] if named in ids else [])
        if not ids:
            raise Unclear(f"No meeting of that day whose minutes can be corrected here is called “{named}”.")
    if len(ids) > 1:
        of = " and ".join(past.name for past in context.history().meetings if past.id in ids)
        raise Unclear(f"{len(ids)} meetings of {say_date(day)} are kept here: {of}. Say which with meeting=NAME.")
    was, under, entry = context.one("was"), context.one("under"), context.one("entry")
    now = context.needed_text("what is to be read")
    if not (was or under or entry):
        was, _, now = (part.strip() for part in now.partition("->"))
    if sum(map(bool, (was, under, entry))) != 1 or not now:
        raise Unclear(
            "Give the words as they stand and as they are read: old -> new; or under= (an item), entry= (a fact)."
        )
    corrected = context.event(MinutesCorrected, meeting=ids[0], was=was, now=now, under=under, event=entry)
    return (corrected,)


@line_again.register(MinutesApproved)
def _minutes_again(event: MinutesApproved, meeting: Meeting, id_: str) -> Line:
    days = "+".join(day.isoformat() for day in event.dates)
    which = "+".join(filter(None, event.meetings))
    options = given(signed=event.signed_by, of=which, exempt="yes" if event.exempt else "", by=moved_by(event))
    return Line("minutes", (days,), options, "\n".join(event.corrections))


def _meetings(context: Context, dates: Sequence[date]) -> tuple[str, ...]:
    """The ids of the meetings of these days, as far as they are kept here; () where none is. Raises `Unclear` where two
    of a day are, and it is not said which, or what is said is neither."""
    setup = context.meeting.setup
    named = [name for name in context.one("of").split("+") if name]
    history = context.history()
    ids = [_meeting(_of_the_day(history, setup.body, day, named) if setup else (), day, named) for day in dates]
    if named:
        raise Unclear(f"No meeting that is kept here, of the body and of that day, is called “{named[0]}”.")
    return tuple(ids) if any(ids) else ()


def _of_the_day(history: History, body: str, day: date, named: Sequence[str]) -> Sequence[Past]:
    """The meetings of a day that a body may mean: its own; where one is named of a body that it succeeds, or is the
    parent of, that."""
    here = {body, history.body_id} - {""}
    related = [
        past
        for past in history.meetings
        if past.date == day and here & (history.library.approvers_of(past.body, past.body_id) | {past.parent})
    ]
    return [past for past in related if any(map(past.is_called, named))] or history.on(body, day)


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
    "People introduce the report (how=introduced, presented, spoke; what=motion, petition, application or item: it was "
    "that, and no report); text goes on in the same paragraph.",
    "RE-01",
    "CA-03",
    takes="^who:people! how:choice(introduced|presented|spoke) what:choice(report|motion|petition|application|item)",
    text="may",
    form="sentence",
)
def _introduce(context: Context) -> Events:
    manner = cast(Any, context.one("how") or "introduced")
    what = context.one("what")
    person, *others = context.many("who")
    facts = {"manner": manner, "text": context.text, "what": "" if what == "report" else what}
    return (context.event(Introduced, person=person, others=tuple(others), **facts),)


@line_again.register(Introduced)
def _introduce_again(event: Introduced, meeting: Meeting, id_: str) -> Line:
    manner = "" if event.manner == "introduced" else event.manner
    return Line("introduce", (listed(event.people),), given(how=manner, what=event.what), event.text)


@verb(
    "invite",
    ":invite reed,vale",
    "The chair invites people to the table, or a councillor or a resident to speak (to=speak).",
    "RE-02",
    takes="^who:names! to:choice(table|speak)",
)
def _invite(context: Context) -> Events:
    met = tuple(context.event(PersonMet, person=person, item=None) for person in context.gesture.met)
    to = cast(Any, "speak" if context.one("to") == "speak" else "")
    return (*met, context.event(Invited, people=context.many("who"), to=to))


@line_again.register(Invited)
def _invite_again(event: Invited, meeting: Meeting, id_: str) -> Line:
    return Line("invite", (listed(event.people),), given(to=event.to))


@verb(
    "reword",
    ":reword e41 AT-07 -- TEXT",
    "What an entry prints, in your own words (name the construct where it prints several); no text: the house style's.",
    "N13",
    takes="^event:event! ^construct:words was:words nth:number",
    text="may",
)
def _reword(context: Context) -> Events:
    id_ = context.needed("event", "which entry")
    of = next((placed.event for placed in context.meeting.events if placed.id == id_), None)
    if of is None:
        raise Unclear(f"Entry {id_} no longer stands, so it prints nothing.")
    reworded = context.event(
        Reworded,
        block=context.one("construct").upper(),
        of=(id_,),
        text=context.text,
        was=context.one("was"),
        nth=context.number("nth") or 0,
        item=of.item,
    )
    return (reworded,)
