"""`clerk publish`, `clerk sign`, `clerk approve`, `clerk reopen`: what becomes of the minutes after the close."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from screens.cli.checking import refuse_unchecked
from screens.cli.finding import find, note, read_now
from screens.cli.saying import Refused, hint, in_words
from screens.cli.telling import tell
from store import places

if TYPE_CHECKING:
    from clerk.library.standing import Standing
    from clerk.meeting.state import Meeting

DAY = click.DateTime(["%Y-%m-%d"])


def _day(given: datetime | None) -> date:
    return given.date() if given else date.today()


@click.command("publish", epilog="Example: clerk publish 2019-06-11-cllc --on 2019-06-14 --where Website")
@click.argument("meeting")
@click.option("--on", type=DAY, metavar="DATE", help="The day on which they were; without it, today.")
@click.option("--where", metavar="TEXT", default="", help="Where: a site, a page, a notice board.")
@click.option(
    "--decisions", is_flag=True, help="The decisions alone, before the minutes: a call-in is counted from it."
)
def publish(meeting: str, on: datetime | None, where: str, decisions: bool) -> None:
    """Say that the minutes of MEETING were published, and keep them as they are.

    The text is kept beside the meeting, public and exempt apart, and `clerk draft` gives it from then on. The desk
    opens read-only; what is changed all the same (e) asks for a reason, and drafts say so. Published again after a
    change, the new text is kept beside the old. Of approved minutes it is what was approved. Refused while something
    hard stands (clerk check).
    """
    from clerk.library.facts import Published
    from clerk.times import say_date
    from screens.minutes import publish as tell

    path = find(meeting)
    known = read_now(path)
    day = _day(on)
    if known.setup is not None and day < known.setup.date:
        raise Refused(f"{say_date(day)} is before the meeting was held. Nothing was recorded.")
    refuse_unchecked(known, path, "published")
    what: Literal["decisions", "minutes"] = "decisions" if decisions else "minutes"
    told = tell(known, path, Published(meeting="", on=day, where=where, what=what))
    hint(note(path, known))
    click.echo(f"The {what} are recorded as published on {say_date(day)}.")
    if told.text is not None:
        exempt = f", and {told.text.exempt_file}, which is not for the public" if told.text.exempt_file else ""
        hint(f"They are kept as they are in {told.text.file}{exempt}, beside the meeting.")


def _called(meeting: Meeting, typed: str) -> str:
    """A signatory as the minutes print the name, where a part of one of the meeting's people was typed; else as typed:
    somebody else may have presided when they were approved."""
    from clerk.names import NobodyCalled, find_person

    try:
        return find_person(meeting.people.values(), typed).formal if typed else ""
    except NobodyCalled:
        return typed


@click.command("sign", epilog='Example: clerk sign 2019-06-11-cllc --by "Councillor Ann Oak" --on 2019-07-09')
@click.argument("meeting")
@click.option("--by", metavar="NAME", default="", help="Who signed; without it, who presided when they were approved.")
@click.option("--on", type=DAY, metavar="DATE", help="The day on which they were; without it, today.")
@click.option("--exempt", is_flag=True, help="The exempt minutes, which are approved and signed apart.")
def sign(meeting: str, by: str, on: datetime | None, exempt: bool) -> None:
    """Say that the approved minutes of MEETING were signed, by whom and when."""
    from clerk.library.facts import Signed
    from clerk.times import say_date
    from screens.minutes import stands

    path = find(meeting)
    known = read_now(path)
    how, _ = stands(known, path)
    approvals = how.exempt_approvals if exempt else how.approvals
    if not approvals:
        raise Refused("These minutes are not approved, and only approved minutes are signed. Nothing was recorded.")
    day, last = _day(on), approvals[-1]
    if day < last.on:
        raise Refused(f"They were approved on {say_date(last.on)}, and are not signed before. Nothing was recorded.")
    who = _called(known, by.strip()) or last.presided
    if not who:
        raise Refused("Who presided when they were approved is not known here. Say who signed, with --by NAME.")
    tell(Signed(meeting=_id(path), on=day, by=who, exempt=exempt), home=places.home_of(path))
    hint(note(path, known, stands(known, path)[0].said))
    click.echo(f"The minutes are recorded as signed by {who} on {say_date(day)}.")


@click.command("approve", epilog="Example: clerk approve 2019-06-11-panel --by Cabinet --on 2019-09-03 -- it met once")
@click.argument("meeting")
@click.argument("reason", nargs=-1, required=True)
@click.option("--by", metavar="BODY", required=True, help="The body that approved them.")
@click.option("--on", type=DAY, metavar="DATE", required=True, help="The day on which it did.")
@click.option("--presided", metavar="NAME", default="", help="Who presided then, for the signature.")
@click.option("--correction", "corrections", multiple=True, metavar="TEXT", help="A correction made then; repeat it.")
@click.option("--exempt", is_flag=True, help="The exempt minutes, which are approved apart.")
def approve(
    meeting: str,
    reason: tuple[str, ...],
    by: str,
    on: datetime,
    presided: str,
    corrections: tuple[str, ...],
    exempt: bool,
) -> None:
    """Say that the minutes of MEETING, whose body will not meet again, were approved elsewhere, with the reason.

    Where a later meeting of the body, its successor or its parent is minuted here, its own record approves them
    (:minutes), and this is not needed.
    """
    from clerk.library.facts import ApprovedElsewhere
    from clerk.times import say_date
    from screens.minutes import keep_approved, stands

    path = find(meeting)
    known = read_now(path)
    if known.setup is None or on.date() <= known.setup.date:
        raise Refused("Minutes are approved after the meeting. Nothing was recorded.")
    refuse_unchecked(known, path, "approved")
    how, _ = stands(known, path)
    if how.exempt_approvals if exempt else how.approvals:
        raise Refused("They are approved already; an approval is set aside by “clerk reopen”. Nothing was recorded.")
    fact = ApprovedElsewhere(
        meeting=_id(path),
        body=by.strip(),
        on=on.date(),
        reason=in_words(reason),
        corrections=corrections,
        presided=presided.strip(),
        exempt=exempt,
    )
    tell(fact, home=places.home_of(path))
    keep_approved(known, path, stands(known, path)[0])
    hint(note(path, known, stands(known, path)[0].said))
    click.echo(f"The minutes are recorded as approved by {fact.body} on {say_date(fact.on)}.")


@click.command("reopen", epilog="Example: clerk reopen 2019-06-11-cllc -- the vote on item 7 was recorded wrongly")
@click.argument("meeting")
@click.argument("reason", nargs=-1, required=True)
def reopen(meeting: str, reason: tuple[str, ...]) -> None:
    """Set the approval of the minutes of MEETING aside, so that they can be changed and approved again.

    It is an entry of the meeting, and can be undone there. What was approved stays kept beside it.
    """
    from clerk.shorthand.line import Line
    from screens.sitting import Sitting
    from store.holding import this_holder
    from store.meetings import Kept

    path = find(meeting)
    read_now(path)
    by = this_holder().user
    with Kept.open(path, by) as kept:
        sitting = Sitting(kept, by)
        sitting.take(Line("reopen", text=in_words(reason)))
    hint(note(path, sitting.meeting))
    click.echo("The minutes are reopened: they are changed at the desk with a reason (e), and are approved again.")


def _id(path: Path) -> str:
    from store.following import first_line_of

    first = first_line_of(path)
    return first.id if first else ""


def say_standing(meeting: Meeting, how: Standing) -> str:
    """How the minutes stand, in a line: "published 14 June 2026; amended since (why)"."""
    from clerk.times import say_date

    parts = [how.said]
    parts += [f"published {say_date(one.on)}{f' ({one.where})' if one.where else ''}" for one in how.published]
    if how.amended:
        why = f" ({'; '.join(how.why)})" if how.why else ""
        parts.append(f"changed after publication on {' and '.join(map(say_date, how.amended))}{why}")
    parts += [f"approved by {one.body} on {say_date(one.on)}" for one in how.approvals]
    parts += [f"exempt minutes approved by {one.body} on {say_date(one.on)}" for one in how.exempt_approvals]
    if how.reopened is not None and not how.approvals:
        parts.append(f"reopened: {how.reopened.reason.rstrip('.')}")
    for signed, which in ((how.signed, ""), (how.exempt_signed, "exempt minutes ")):
        if signed is not None:
            parts.append(f"{which}signed by {signed.by} on {say_date(signed.on)}")
    return "; ".join(parts)
