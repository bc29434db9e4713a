"""An event as the shorthand that would record it, for a clerk who puts it right."""

from clerk import events as happened
from clerk.meeting.record import Placed
from clerk.meeting.state import Meeting
from clerk.shorthand.line import Line, as_typed
from clerk.shorthand.rare import line_of


def as_shorthand(meeting: Meeting, placed: Placed) -> str:
    """The command, without its colon, that would record an event again; "" for one that has no line of its own."""
    line = _line(meeting, placed)
    if line is None:
        return ""
    typed = as_typed(line).removeprefix(":")
    return typed if line.text else typed.removesuffix(" -- ").removesuffix(" --")


def _line(meeting: Meeting, placed: Placed) -> Line | None:
    # Whatever the line leaves out is lost where the event is put right by it.
    event = placed.event
    match event:
        case happened.Arrived(person=person, remote=remote):
            return Line("in", (person,), _given(remote=_yes(remote)))
        case happened.Left(person=person, interest=interest, reason=reason, connection=connection):
            return Line("out", (person,), _given(interest=_yes(interest), connection=_yes(connection)), reason)
        case happened.RollCalled(present=present, remote=over_a_link):
            return Line("present", (",".join(present),), _given(remote=",".join(over_a_link)))
        case happened.ApologyReceived(person=person, kind=kind, text=text, substitute=substitute):
            options = _given(kind="" if kind == "absence" else kind, sub=substitute)
            return Line("apologies", (person,), options, text)
        case happened.Presided(person=person, reason=reason, extent=extent, elected=elected):
            how = {"for": extent.removeprefix("for "), "elected": _yes(elected)}
            return Line("preside", (person,), _given(**how), reason)
        case happened.ItemTaken(taken=taken):
            return Line("take", (_items(meeting, (taken,)),))
        case happened.OrderVaried(order=order, reflected=reflected):
            return Line("order", (_items(meeting, order),), {"how": "reflected"} if reflected else {})
        case happened.PublicExcluded(items=items, paragraph=paragraph, public_interest=weighed, basis=basis):
            how = {"items": _items(meeting, items), "para": str(paragraph or ""), "reg": basis}
            return Line("exclude", (), _given(**how, weighed=_yes(weighed)))
        case happened.Appointed(people=people, to=to, seats=seats, seats_by_group=by_group, note=note):
            how = {"to": to, "seats": str(seats or ""), "columns": "" if by_group else "plain"}
            return Line("appoint", (",".join(people),), _given(**how), note)
        case happened.MeetingAdjourned(reason=reason):
            return Line("adjourn", _time(event), {}, reason)
        case happened.DecisionsPublished(on=on):
            return Line("published", (on.isoformat(),))
        case happened.MeetingResumed(on=on):
            return Line("resume", _time(event), {"on": on.isoformat()} if on else {})
        case happened.TimeExtended(until=until):
            return Line("extend", (f"{until:%H:%M}",) if until else ())
        case happened.MeetingOpened() | happened.MeetingClosed():
            return Line(_COURSE[type(event)], _time(event))
        case happened.Declared():
            return _declared(meeting, event)
        case happened.MinutesApproved(dates=dates, corrections=corrections, signed_by=signed, meetings=meetings):
            days = "+".join(day.isoformat() for day in dates)
            which = "+".join(filter(None, meetings))
            return Line("minutes", (days,), _given(signed=signed, of=which), "\n".join(corrections))
        case happened.Introduced(person=person, manner=manner, text=text):
            return Line("introduce", (person,), {} if manner == "introduced" else {"how": manner}, text)
        case happened.Invited(people=people):
            return Line("invite", (",".join(people),))
        case happened.OutcomeDeclared(what=what, of=of, to=to, referrals=referrals, text=text, by=by):
            options = _given(of=of or "", to=to, referrals=referrals, by=",".join(by))
            return Line("outcome", tuple(what.split()), options, text)
        case happened.ActionAgreed(owner=owner, task=task, due=due, undertaking=undertaking):
            options = _given(due=due.isoformat() if due else "", how="undertaking" if undertaking else "")
            return Line("action", (owner,) if owner else (), options, task)
        case happened.MotionMoved(mover=mover, seconder=seconder, kind=kind, text=text):
            people = (mover, seconder) if seconder else (mover,)
            return Line("motion", people, {} if kind == "motion" else {"kind": kind}, text)
        case happened.VoteTaken():
            return _vote(event)
        case happened.CastingVote(direction=direction, by=by):
            return Line("cast", (direction,), {"by": by})
        case happened.OwnVote(member=member, direction=direction):
            return Line("record", (member, direction) if direction else (member,))
        case happened.Flagged(text=text):
            return Line("flag", (), {}, text)
        case happened.PublicSummary(text=text):
            return Line("summary", (), {}, text)
        case happened.Noted():
            return line_of(event, {item.id: item.number for item in meeting.items.values()})
        case happened.Nominated(person=person, proposer=proposer, seconder=seconder, post=post):
            people = (person, proposer, seconder) if seconder else (person, proposer)
            return Line("nominate", people, {"to": post})
        case happened.ReasonsGiven(text=text, alternatives=other, conflicts=conflicts, dispensations=dispensations):
            return Line(
                "reasons", (), _given(alternatives=other, conflicts=conflicts, dispensations=dispensations), text
            )
        case happened.QuestionPut(questions=questions, lead=lead, direction=direction):
            return Line("put", ("+".join(questions),), _given(only=_only(meeting, placed), to=direction), lead)
        case _:
            return None


_COURSE: dict[type, str] = {
    happened.MeetingOpened: "open",
    happened.MeetingClosed: "close",
}


def _time(event: happened.AnyEvent) -> tuple[str, ...]:
    return (f"{event.at:%H:%M}",) if event.at else ()


def _given(**options: str) -> dict[str, str]:
    return {name: value for name, value in options.items() if value}


def _yes(value: bool) -> str:
    return "yes" if value else ""


def _only(meeting: Meeting, placed: Placed) -> str:
    """The clauses that were put by themselves, by the numbers that they had: "2+3"."""
    put = next((put for put in meeting.puts if put.event == placed.id), None)
    return "+".join(put.printed[clause] for clause in put.clauses if clause in put.printed) if put else ""


def _declared(meeting: Meeting, event: happened.Declared) -> Line:
    options = _given(
        kind=event.kind,
        effect=event.effect,
        told=event.spoken_by,
        by=event.granted_by,
        scope="" if event.dispensed == "both" else event.dispensed,
        ref=event.reference,
        since=event.since.isoformat() if event.since else "",
        until=event.until.isoformat() if event.until else "",
        registered=event.registered,
        sensitive=_yes(event.sensitive),
    )
    items = _items(meeting, event.items)
    return Line(
        "declare", (",".join(event.members), items) if items else (",".join(event.members),), options, event.reason
    )


def _vote(event: happened.VoteTaken) -> Line:
    more = _given(why=event.why, statutory=_yes(event.statutory), secret=_yes(event.secret), to=event.direction)
    if event.announced:
        more["figures"] = "-".join(map(str, event.announced))
    if event.method == "named":
        if event.votes_for is not None:
            more["figures"] = f"{event.votes_for}-{event.against or 0}-{event.abstained or 0}"
        sides = {"for": event.for_names, "against": event.against_names, "abstain": event.abstained_names}
        named = {side: ",".join(names) for side, names in sides.items() if names}
        return Line("vote", ("named",), {**named, **_given(out=",".join(event.not_voting)), **more})
    more = {**_given(out=",".join(event.not_voting)), **more}
    if event.method == "counted":
        counts = (event.votes_for or 0, event.against or 0, event.abstained or 0)
        return Line("vote", tuple(map(str, counts)), more)
    return Line("vote", (event.result or "carried" if event.method == "declared" else event.method,), more)


def _items(meeting: Meeting, items: tuple[str, ...]) -> str:
    return "+".join(meeting.items[item].number or item for item in items if item in meeting.items)
