"""An event as the shorthand that would record it, for a clerk who puts it right."""

from clerk import events as happened
from clerk.meeting import Meeting
from clerk.record import Placed
from clerk.shorthand import Line, as_typed
from clerk.verbs.standing import line_of


def as_shorthand(meeting: Meeting, placed: Placed) -> str:
    """The command, without its colon, that would record an event again; "" for one that has no line of its own."""
    line = _line(meeting, placed.event)
    if line is None:
        return ""
    typed = as_typed(line).removeprefix(":")
    return typed if line.text else typed.removesuffix(" -- ").removesuffix(" --")


def _line(meeting: Meeting, event: happened.AnyEvent) -> Line | None:
    match event:
        case happened.Arrived(person=person):
            return Line("in", (person,))
        case happened.Left(person=person, interest=interest, reason=reason):
            return Line("out", (person,), {"interest": "yes"} if interest else {}, reason)
        case happened.RollCalled(present=present):
            return Line("present", (",".join(present),))
        case happened.ApologyReceived(person=person, kind=kind, text=text):
            return Line("apologies", (person,), {} if kind == "absence" else {"kind": kind}, text)
        case happened.Presided(person=person, reason=reason, extent=extent, elected=elected):
            how = {"for": extent.removeprefix("for "), "elected": "yes" if elected else ""}
            return Line("preside", (person,), _given(**how), reason)
        case happened.ItemTaken(taken=taken):
            return Line("take", (_items(meeting, (taken,)),))
        case happened.OrderVaried(order=order, reflected=reflected):
            return Line("order", (_items(meeting, order),), {"how": "reflected"} if reflected else {})
        case happened.PublicExcluded(items=items, paragraph=paragraph, public_interest=weighed, basis=basis):
            how = {"items": _items(meeting, items), "para": str(paragraph or ""), "reg": basis}
            return Line("exclude", (), _given(**how, weighed="yes" if weighed else ""))
        case happened.Appointed(people=people, to=to, seats=seats, seats_by_group=by_group, note=note):
            how = {"to": to, "seats": str(seats or ""), "columns": "" if by_group else "plain"}
            return Line("appoint", (",".join(people),), _given(**how), note)
        case happened.MeetingAdjourned(reason=reason):
            return Line("adjourn", _time(event), {}, reason)
        case happened.MeetingResumed(on=on):
            return Line("resume", _time(event), {"on": on.isoformat()} if on else {})
        case happened.MeetingOpened() | happened.MeetingClosed() | happened.TimeExtended():
            return Line(_COURSE[type(event)], _time(event))
        case happened.Declared(members=members, items=items, kind=kind, effect=effect, reason=reason):
            return Line(
                "declare", (",".join(members), _items(meeting, items)), _given(kind=kind, effect=effect), reason
            )
        case happened.MinutesApproved(dates=dates, corrections=corrections):
            return Line("minutes", ("+".join(day.isoformat() for day in dates),), {}, "\n".join(corrections))
        case happened.Introduced(person=person, manner=manner, text=text):
            return Line("introduce", (person,), {} if manner == "introduced" else {"how": manner}, text)
        case happened.Invited(people=people):
            return Line("invite", (",".join(people),))
        case happened.OutcomeDeclared(what=what, of=of, to=to, referrals=referrals, text=text):
            return Line("outcome", tuple(what.split()), _given(of=of or "", to=to, referrals=referrals), text)
        case happened.ActionAgreed(owner=owner, task=task, due=due):
            return Line("action", (owner,) if owner else (), {"due": due.isoformat()} if due else {}, task)
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
        case happened.ReasonsGiven(text=text):
            return Line("reasons", (), {}, text)
        case happened.QuestionPut(questions=questions, lead=lead):
            return Line("put", ("+".join(questions),), {}, lead)
        case _:
            return None


_COURSE: dict[type, str] = {
    happened.MeetingOpened: "open",
    happened.MeetingClosed: "close",
    happened.TimeExtended: "extend",
}


def _time(event: happened.AnyEvent) -> tuple[str, ...]:
    return (f"{event.at:%H:%M}",) if event.at else ()


def _given(**options: str) -> dict[str, str]:
    return {name: value for name, value in options.items() if value}


def _vote(event: happened.VoteTaken) -> Line:
    if event.method == "counted":
        counts = (event.votes_for or 0, event.against or 0, event.abstained or 0)
        out = {"out": ",".join(event.not_voting)} if event.not_voting else {}
        return Line("vote", tuple(map(str, counts)), out)
    if event.method != "named":
        return Line("vote", (event.method,))
    sides = {
        "for": event.for_names,
        "against": event.against_names,
        "abstain": event.abstained_names,
        "out": event.not_voting,
    }
    return Line("vote", ("named",), {side: ",".join(names) for side, names in sides.items() if names})


def _items(meeting: Meeting, items: tuple[str, ...]) -> str:
    return "+".join(meeting.items[item].number or item for item in items if item in meeting.items)
