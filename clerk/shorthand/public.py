"""Verbs for people from outside the body: who spoke, and what they sent in before the meeting."""

import re
from itertools import takewhile

from clerk.events import Addressed, AnyEvent, PersonMet, QuestionReceived
from clerk.events.public import Spoke
from clerk.meeting.state import Meeting
from clerk.names import Unclear
from clerk.shorthand.again import given, line_again, numbered
from clerk.shorthand.context import Context
from clerk.shorthand.line import Line
from clerk.shorthand.met import person_called
from clerk.shorthand.table import verb

Events = tuple[AnyEvent, ...]

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
    takes="on:items as:words seconds:number",
    text="must",
)
def _speakers(context: Context) -> Events:
    names = _named(context.needed_text("the names").strip().rstrip("."))
    seconds = context.number("seconds")
    met: list[PersonMet] = []
    speakers: list[Spoke] = []
    councillors = False
    for typed in names:
        reader = _READ.search(typed)
        typed = typed[: reader.start()] if reader else typed
        match = _FOR.match(typed)
        who, behalf = (match["who"], match["a"] or match["b"] or "") if match else (typed, "")
        person = person_called(context.meeting, who.strip(), [event.person for event in met], behalf.strip())
        if person.id not in context.meeting.people and person.id not in [event.person.id for event in met]:
            met.append(context.event(PersonMet, person=person))
        speakers.append(Spoke(person.id, behalf.strip(), seconds, read_by=reader["reader"] if reader else ""))
        councillors = councillors or person.style.startswith("Councillor") or person.is_councillor
    on, capacity = context.many("on"), context.one("as")
    if capacity and not councillors:
        raise Unclear("“as=” says how a councillor speaks (Cllr NAME); of a resident say for whom (NAME for NAME).")
    facts = {"about": on[0] if on else None, "also_about": on[1:], "capacity": capacity}
    return (*met, context.event(Addressed, speakers=tuple(speakers), **facts))


@line_again.register(Addressed)
def _speakers_again(event: Addressed, meeting: Meeting, id_: str) -> Line:
    """Each as they are typed: "Jo Reed for Di Fen, Cllr Bo Yew"."""
    on = tuple(filter(None, (event.about, *event.also_about)))
    seconds = {spoke.seconds for spoke in event.speakers}
    said = given(on=numbered(meeting, on), seconds=str(seconds.pop() or "") if len(seconds) == 1 else "")
    spoke = ", ".join(_spoken(meeting, one) for one in event.speakers)
    return Line("speakers", (), said | given(**{"as": event.capacity}), spoke)


def _spoken(meeting: Meeting, spoke: Spoke) -> str:
    behalf = f" for {spoke.on_behalf_of}" if spoke.on_behalf_of else ""
    return f"{_called(meeting, spoke.person)}{behalf}{f' read by {spoke.read_by}' if spoke.read_by else ''}"


def _called(meeting: Meeting, id_: str) -> str:
    """Someone by the name that `person_called` finds again."""
    person = meeting.people.get(id_)
    if person is None:
        return id_
    called_so = person.is_councillor or person.style.startswith("Councillor")
    return f"Cllr {person.name}" if called_so else person.name


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


@verb(
    "submitted",
    ':submitted on=8 received="2019-11-15 9:40" words=90 allowed=vale -- Jo Reed for Al Moss',
    "A public question, or a request to speak, came in before the meeting (allowed=: who let a late one in; more=: "
    "supplementary questions).",
    "PU-02",
    takes="on:item received:moment words:number allowed:person more:number",
    text="must",
)
def _submitted(context: Context) -> Events:
    said = re.sub(r"\s+on behalf of\s+", " for ", context.needed_text("who asks"))
    who, _, behalf = said.partition(" for ")
    person = person_called(context.meeting, who.strip(), [], behalf.strip())
    met: Events = () if person.id in context.meeting.people else (context.event(PersonMet, person=person, item=None),)
    return (
        *met,
        context.event(
            QuestionReceived,
            person=person.id,
            received=context.moment("received"),
            about=context.one("on") or None,
            words=context.number("words"),
            on_behalf_of=behalf.strip(),
            allowed_by=context.one("allowed"),
            supplementaries=context.number("more") or 0,
            item=None,
        ),
    )


@line_again.register(QuestionReceived)
def _submitted_again(event: QuestionReceived, meeting: Meeting, id_: str) -> Line:
    said = given(
        on=numbered(meeting, (event.about,)) if event.about else "",
        received=f"{event.received:%Y-%m-%d %H:%M}" if event.received else "",
        words="" if event.words is None else str(event.words),
        allowed=event.allowed_by,
        more=str(event.supplementaries or ""),
    )
    behalf = f" for {event.on_behalf_of}" if event.on_behalf_of else ""
    return Line("submitted", (), said, f"{_called(meeting, event.person)}{behalf}")
