"""The front of the minutes: title, members present, apologies (FM-01 to FM-05, AT-01); and the closing line."""

import re
from datetime import datetime

from msgspec.structs import replace

from clerk.calendar import WEEKDAYS
from clerk.councils import is_another_council
from clerk.events import MeetingResumed, Noted, Presided, PublicExcluded, RollCalled, SeatChanged
from clerk.meeting.attendance import by_link, left_council, suspended
from clerk.meeting.elections import new_officers
from clerk.meeting.parts import Substitution
from clerk.meeting.sittings import Sitting, sittings, stays_in
from clerk.meeting.state import Meeting
from clerk.people import Office, Person, Seat
from clerk.times import read_time, say_date, say_time
from exports.blocks import AnyBlock, ChairLines, Closing, FrontHeading, NameColumns, Prose, Title
from exports.style import capital
from exports.writer import Writer


def attended(meeting: Meeting) -> tuple[tuple[Seat, str], ...]:
    """Each seat with everyone who acted in it and was in the room at some time, chair and vice-chair first (A4)."""
    ranks = {"chair": 0, "vice-chair": 1, "": 2}
    seats = sorted(meeting.seats.values(), key=lambda seat: ranks[seat.office])
    found: list[tuple[Seat, str]] = []
    for seat in seats:
        before = (
            p.event.was for p in meeting.events if isinstance(p.event, SeatChanged) and p.event.seat.id == seat.id
        )
        holders = [*before, seat.holder, *(held.person for held in meeting.substitutions if held.seat == seat.id)]
        found += [(seat, person) for person in dict.fromkeys(holders) if person and person in meeting.stays]
    return tuple(found)


def sent_apologies(meeting: Meeting, sitting: Sitting | None = None) -> list[str]:
    """Those whose apology for absence came and who never did, in the order of the roll (AT-01, AP2); of the first day
    of a meeting that sat on several, where none is named."""
    day = sitting or sittings(meeting)[0]
    absent = [p for p, a in day.apologies.items() if a.kind == "absence" and not stays_in(meeting, p, day)]
    ranks = {"chair": 0, "vice-chair": 1, "": 2}
    roll = [seat.holder for seat in sorted(meeting.seats.values(), key=lambda seat: ranks[seat.office])]
    return sorted(absent, key=lambda person: roll.index(person) if person in roll else len(roll))


def absent_without(meeting: Meeting, sitting: Sitting | None = None) -> list[str]:
    """Members who neither came nor sent apologies (AT-05), on that day or the first; nobody before the roll is
    called."""
    if not meeting.roll_called:
        return []
    day = sitting or sittings(meeting)[0]
    away = suspended(meeting) | left_council(meeting)
    return [
        seat.holder
        for seat in meeting.seats.values()
        if seat.holder
        and seat.holder not in away
        and not stays_in(meeting, seat.holder, day)
        and seat.holder not in day.apologies
        and not _came_to_it_later(meeting, seat)
    ]


def _came_to_it_later(meeting: Meeting, seat: Seat) -> bool:
    """Whether the seat was someone else's when the roll was called."""
    called = next((n for n, p in enumerate(meeting.events) if isinstance(p.event, RollCalled)), len(meeting.events))
    later = (p.event for p in meeting.events[called:] if isinstance(p.event, SeatChanged))
    return any(event.seat.id == seat.id and event.was for event in later)


def substitute_for(meeting: Meeting, person: str) -> Substitution | None:
    """Who sat in an absent member's seat, if anyone did."""
    seat = next((seat.id for seat in meeting.seats.values() if seat.holder == person), None)
    return next((held for held in meeting.substitutions if held.seat == seat and held.person != person), None)


def front(writer: Writer) -> list[AnyBlock]:
    """FM-01 and FM-02, and the apologies block."""
    meeting, style = writer.meeting, writer.style
    if meeting.setup is None:
        return []
    body, day = meeting.setup.body, say_date(meeting.setup.date)
    blocks: list[AnyBlock] = [
        Title(
            text=style.text(title_key(writer), date=day, **title_facts(writer)),
            date=style.text("FM-01.date", body=body, date=day, **_called_for(meeting)),
            construct="FM-01",
        )
    ]
    when = writer.setting("venue")
    if meeting.setup.venue and (when == "always" or (when == "by kind" and writer.body.kind in ("council", "forum"))):
        blocks.append(Prose(spans=style.render("FM-05", venue=meeting.setup.venue), construct="FM-05"))
    blocks += _members_present(writer)
    blocks += _also_there(writer)
    if apologies := sent_apologies(meeting):
        blocks.append(FrontHeading(text=style.text("AT-01.heading"), construct="AT-01"))
        events = tuple(meeting.apologies[person].event for person in apologies)
        blocks.append(
            NameColumns(names=tuple(with_standing(writer, p) for p in apologies), construct="AT-01", events=events)
        )
    return blocks


def _called_for(meeting: Meeting) -> dict[str, str]:
    """The weekday, and the hour that the papers print, as they are said; "" where they print none that can be read."""
    setup = meeting.setup
    assert setup is not None
    weekday = WEEKDAYS[setup.date.weekday()]
    try:
        time = say_time(datetime.combine(setup.date, read_time(setup.time))) if setup.time else ""
    except ValueError:
        time = ""
    return {"weekday": weekday, "time": time}


def with_standing(writer: Writer, person: str) -> str:
    """A name with the office that its seat has, or that it is a co-opted member's or an organisation's."""
    who = writer.person(person)
    seat = next((seat for seat in writer.meeting.seats.values() if seat.holder == person), None)
    label = _label(writer, seat.office) if seat is not None and seat.office else ""
    if office := _with_post(writer, person, label):
        return writer.style.text("FM-03", person=who.formal, office=office)
    standing = _standing(writer, who)
    return writer.style.text("AT-11", person=who.formal, organisation=standing) if standing else who.formal


def restriction(writer: Writer) -> str:
    """What every page says of a document that the public may not see, with the paragraphs of Schedule 12A that were
    resolved on (X1, X6)."""
    excluded = (placed.event for placed in writer.meeting.events if isinstance(placed.event, PublicExcluded))
    paragraphs = sorted({number for e in excluded for number in (e.paragraph, *e.more_paragraphs) if number})
    profile = writer.meeting.profile
    schedule = re.sub(r"^(Part \d+) of (Schedule \w+)\b.*$", r"\2, \1", profile.exempt_defined_in)
    none = not profile.exempt_paragraphs
    facts = {"schedule": schedule, "ground": profile.exempt_ground, "confidential": none}
    return writer.style.text("N3.exempt", paragraphs=[str(paragraph) for paragraph in paragraphs], **facts)


def title_key(writer: Writer) -> str:
    """The wording of the title: the Council's is its own, and an annual or an extraordinary meeting's."""
    council = writer.body.kind == "council"
    setup = writer.meeting.setup
    if setup is not None and setup.annual and "annual" not in setup.body.casefold():
        return "FM-01.annual council" if council else "FM-01.annual"
    if setup is not None and setup.extraordinary:
        return "FM-01.extraordinary council" if council else "FM-01.extraordinary"
    return "FM-01.council" if council else "FM-01"


def title_facts(writer: Writer) -> dict[str, str]:
    """The council and the body as the title names them: a full Council by the name of its council, where the papers
    give that; "Council" alone says of none which it is."""
    setup = writer.meeting.setup
    assert setup is not None
    body, council = setup.body, setup.council
    if writer.body.kind != "council" or not council or council.casefold() in body.casefold():
        return {"body": body, "council": council, "named": ""}
    own = {word for word in re.findall(r"\w+", body.casefold()) if word not in ("the", "full")}
    whole = own <= set(re.findall(r"\w+", council.casefold()))
    named = council if whole else f"{council}: {body}"
    return {"body": named, "council": council, "named": named}


def _also_there(writer: Writer) -> list[AnyBlock]:
    """AT-12 and FM-04: other councillors, then officers and guests, who were said to have attended."""
    noted = [(p.id, p.event) for p in writer.meeting.events if isinstance(p.event, Noted)]
    listed_here = [(id_, event) for id_, event in noted if event.construct == "FM-04"]
    # Who attended in private alone stands in the exempt minutes.
    public = [(id_, event) for id_, event in listed_here if writer.exempt or id_ not in writer.meeting.private]
    # Who acted on the body stands among its members.
    acted = {person for _, person in attended(writer.meeting)}
    blocks: list[AnyBlock] = []
    for key, heading, wanted in (("AT-12", "AT-12.heading", True), ("FM-04", "FM-04", False)):
        lines: dict[str, None] = {}
        for _, event in public:
            for id_ in event.named():
                person = writer.person(id_)
                if id_ in acted or _sits_on_the_council(writer, person) != wanted:
                    continue
                named = person if wanted else person.beside_the_post
                facts = {"name": capital(named.formal), "post": person.post if person.name else ""}
                facts |= {"person": facts["name"], "organisation": person.organisation}
                said = writer.style.text("AT-12" if wanted else "FM-04.person", **facts)
                lines[_over_link(writer, id_, said)] = None
        if lines:
            events = tuple(id_ for id_, _ in public)
            blocks.append(FrontHeading(text=writer.style.text(heading), construct=key, events=events))
            blocks.append(NameColumns(names=tuple(lines), construct=key, events=events))
    return blocks


def _sits_on_the_council(writer: Writer, person: Person) -> bool:
    """Whether somebody is a councillor of the council whose body met, and not of a parish or another one."""
    council = writer.meeting.setup.ours if writer.meeting.setup else ""
    return person.is_councillor and not is_another_council(person.organisation, council)


def _members_present(writer: Writer) -> list[AnyBlock]:
    meeting = writer.meeting
    offices: list[str] = []
    others: list[str] = []
    events: dict[str, None] = {}
    elected, new = _elected_chair(meeting), new_officers(meeting)
    came_to: list[tuple[Office, str]] = []
    there = attended(meeting)
    together = writer.meeting.remote_counts and len(there) > 1
    together = together and all(by_link(meeting, person) == "throughout" for _, person in there)

    def linked(person: str, name: str) -> str:
        return name if together else _over_link(writer, person, name)

    for seat, person in there:
        events[meeting.stays[person][0].came] = None
        holder = person == seat.holder
        if person == elected:
            chair = meeting.setup.chair_label if meeting.setup else ""
            office = _with_post(writer, person, chair)
            said = writer.style.text("FM-03", person=_name(writer, person, bare=True), office=office)
            offices.insert(0, linked(person, said))
        elif person in new:
            came_to.append((new[person], person))
        elif holder and seat.office:
            label = _label(writer, seat.office)
            label = writer.style.text("FM-03.retiring", office=label) if seat.office in new.values() else label
            name, office = _name(writer, person, bare=True), _with_post(writer, person, label)
            offices.append(linked(person, writer.style.text("FM-03", person=name, office=office)))
        elif holder or seat.holder is None or not any(held.person == person for held in meeting.substitutions):
            others.append(linked(person, _name(writer, person)))
        else:
            absent = writer.person(seat.holder).formal
            said = writer.style.text("FM-02.substitute", person=_name(writer, person), absent=absent)
            others.append(linked(person, said))
    for office, person in sorted(came_to, reverse=True):
        name, label = _name(writer, person, bare=True), _with_post(writer, person, _label(writer, office))
        offices.insert(0, linked(person, writer.style.text("FM-03", person=name, office=label)))
    if not offices and not others:
        return []
    of = {"construct": "FM-02", "events": tuple(events)}
    blocks: list[AnyBlock] = [FrontHeading(text=writer.style.text("FM-02"), **of)]  # type: ignore[arg-type]
    if offices:
        blocks.append(ChairLines(lines=tuple(offices), **of))  # type: ignore[arg-type]
    if others:
        blocks.append(NameColumns(names=tuple(others), **of))  # type: ignore[arg-type]
    if together:
        blocks.append(Prose(spans=writer.style.render("FM-02.remote"), **of))  # type: ignore[arg-type]
    return blocks


def _elected_chair(meeting: Meeting) -> str | None:
    """Who was elected to preside, on a body that has no chairman of its own (CH-04)."""
    if any(seat.office == "chair" for seat in meeting.seats.values()):
        return None
    elected = [p.event.person for p in meeting.events if isinstance(p.event, Presided) and p.event.elected]
    return elected[-1] if elected else None


def _label(writer: Writer, office: Office) -> str:
    setup = writer.meeting.setup
    assert setup is not None
    if office != "chair":
        return setup.vice_chair_label
    several = sum(seat.office == "chair" for seat in setup.seats) > 1 and not _JOINT.match(setup.chair_label)
    return f"Joint {setup.chair_label}" if several else setup.chair_label


_JOINT = re.compile(r"(joint|co)\b", re.IGNORECASE)
"""How an office that several hold together is called already."""


_LEADS = re.compile(r"\b(Leader|Mayor|Sheriff)\b")
"""Posts of the council that its roll names, on whatever body."""


def _with_post(writer: Writer, person: str, label: str) -> str:
    """What stands after a member's name in the roll: the office in the body, else the post in the council; both at the
    Cabinet, which names everybody's (FM-03). A post that is the office itself ("Leader of the Cabinet") stands
    alone."""
    who = writer.person(person)
    if label and writer.body.kind != "cabinet":
        return label
    named = _LEADS.search(who.post) or (writer.body.kind == "cabinet" and who.is_councillor)
    if not who.post or who.organisation or not named:
        return label
    return who.post if label.casefold() in who.post.casefold() else f"{label}, {who.post}"


def _over_link(writer: Writer, person: str, name: str) -> str:
    """A name in a list of who was there, which says of one who attended over a link that they did."""
    link, counts = by_link(writer.meeting, person), writer.meeting.remote_counts
    return writer.style.text("FM-02.linked", person=name, part=link == "part", counts=counts) if link else name


def _name(writer: Writer, person: str, bare: bool = False) -> str:
    """A name in the roll, with the post or organisation that stands beside it."""
    who = writer.person(person)
    if writer.setting("honours") and (who.honorific or who.honours):
        honorific = "" if who.style.endswith(f" {who.honorific}") else who.honorific
        whole = " ".join(filter(None, (who.style, honorific, who.name, who.honours)))
        who = replace(who, title="", kind="speaker", name=whole)
    post = _with_post(writer, person, "")
    who = who.beside_the_post if bare or post else who
    if not bare and post:
        return writer.style.text("FM-03", person=capital(who.formal), office=post)
    standing = _standing(writer, who, of=True)
    return (
        writer.style.text("AT-11", person=capital(who.formal), organisation=standing)
        if standing
        else capital(who.formal)
    )


def _standing(writer: Writer, who: Person, of: bool = False) -> str:
    """What somebody is who sits among councillors and is none: co-opted, of an organisation, with no vote where the
    papers say so. Of whom an organisation sends the list of those present says the rest; many sit by right on a board,
    and are co-opted by a committee of scrutiny."""
    if who.kind != "co-optee" or (who.organisation and not of):
        return who.organisation
    coopted = not who.organisation or writer.body.kind == "scrutiny"
    return writer.style.text("AT-11.coopted", silent=not who.voting, coopted=coopted, organisation=who.organisation)


def closing(writer: Writer) -> list[AnyBlock]:
    """CL-01: nothing while the meeting has not closed at a time that is known."""
    moment = writer.meeting.closed_at
    if moment is None:
        return []
    resumed = [p.event.on for p in writer.meeting.events if isinstance(p.event, MeetingResumed) and p.event.on]
    # A meeting that was adjourned to another day finished on that day.
    day = f" on {say_date(moment.date())}" if resumed and moment.date() >= resumed[-1] else ""
    times = {"time": f"{say_time(moment)}{day}", "began": _began(writer)}
    return [Closing(text=writer.style.text("CL-01", **times), construct="CL-01")]


def _began(writer: Writer) -> str:
    """When a meeting began: in some styles of one alone that did not begin at the hour that was called; else ""."""
    setup, opened = writer.meeting.setup, writer.meeting.opened_at
    if opened is not None and writer.setting("began") == "always":
        return say_time(opened)
    if setup is None or not setup.time or opened is None:
        return ""
    called = datetime.combine(setup.date, read_time(setup.time))
    return say_time(opened) if opened.replace(second=0, microsecond=0) != called else ""
