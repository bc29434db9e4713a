"""Commands for what the rules find: list it, and hold a final document back while something hard stands."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from screens.cli.finding import find, read_now
from screens.cli.saying import GOOD, REFUSED, Refused, hint

if TYPE_CHECKING:
    from clerk.findings import Finding
    from clerk.history import History
    from clerk.meeting.state import Meeting


@click.command(epilog="Example: clerk check 2019-06-11-cllc")
@click.argument("meeting")
@click.option("--json", "as_json", is_flag=True, help="For a program: a list of objects.")
@click.option("--notes", is_flag=True, help="Notes too, which need no answer.")
def check(meeting: str, as_json: bool, notes: bool) -> int:
    """Say what the rules find in MEETING: what is hard, what is doubtful.

    Nothing hard may stand when the final minutes are written; the exit code is 1 while it does. A finding is answered
    at the desk (f), or by the shorthand :dismiss, with a reason.
    """
    from clerk.findings import blocking

    path = find(meeting)
    stands = read_now(path)
    found = findings_of(stands, path)
    shown = [one for one in found if notes or as_json or one.severity != "NOTE"]
    if as_json:
        click.echo(json.dumps([_as_data(stands, one) for one in shown], ensure_ascii=False, indent=1))
    else:
        for one in shown:
            click.echo(_in_lines(stands, one))
        hint(_summed_up(found, shown))
    return REFUSED if blocking(found) else GOOD


def findings_of(meeting: "Meeting", path: Path) -> "tuple[Finding, ...]":
    """Everything found in a meeting, with what the other meetings of its library tell."""
    from clerk.rules.checks import findings
    from store.history import history_of

    history = history_of(meeting, path)
    return (*findings(meeting, history=history), *_rewordings(meeting), *_kept_otherwise(meeting, path, history))


def _kept_otherwise(meeting: "Meeting", path: Path, history: "History") -> "tuple[Finding, ...]":
    """Where the minutes are kept as published or approved, and today's program would word the same record otherwise."""
    from clerk.findings import Finding
    from clerk.library.standing import standing

    how = standing(meeting, history)
    if how.text is None:
        return ()
    from screens.minutes import worded_otherwise

    differ = worded_otherwise(meeting, path, how)
    if not differ:
        return ()
    text = f"{len(differ)} of the sentences kept would be worded otherwise today: “{differ[0]}”"
    return (Finding("NOTE", "N3", f"{text}.", "Nothing is changed: what was published or approved stays as it is."),)


def _rewordings(meeting: "Meeting") -> "tuple[Finding, ...]":
    """Rewordings whose facts have changed since: only the house style knows what it would now say."""
    from clerk.events import Reworded

    if not any(isinstance(placed.event, Reworded) for placed in meeting.events):
        return ()
    from exports.draft import draft
    from exports.rewording import findings
    from screens.house_styles import style_of

    style = style_of(meeting)
    return findings(meeting, draft(meeting, style, exempt=True))


def refuse_unchecked(meeting: "Meeting", path: Path, what: str, exempt: bool = False) -> None:
    """Raises `Refused`, naming each thing, where the minutes cannot be `what` yet ("published"): before the close, or
    while something hard stands; the public ones also where they are no fair record of what was done in private."""
    from clerk.findings import blocking
    from clerk.rules.exempt import no_fair_record

    if meeting.course != "closed":
        raise Refused(f"The minutes cannot be {what} before the meeting is closed. Nothing was written.")
    found = findings_of(meeting, path)
    flags = {flag.event for flag in meeting.flags}
    open_flags = [one for one in found if one.rule == "N7" and one.event in flags and not one.answer]
    hard = [*blocking(found), *open_flags, *([] if exempt else no_fair_record(found))]
    if hard:
        lines = [_in_lines(meeting, one) for one in hard]
        raise Refused(
            "\n".join([f"The minutes cannot be {what} yet. Nothing was written.", *lines])
            + "\nPut each right, or answer it with a reason at the desk (f) or by :dismiss."
        )


def refuse_final(meeting: "Meeting", path: Path, exempt: bool = False) -> None:
    """Raises `Refused` where the minutes are not approved yet: until then they are a draft, checked or not."""
    from screens.minutes import stands

    refuse_unchecked(meeting, path, "final", exempt)
    if not stands(meeting, path)[0].approved:
        raise Refused(
            "The minutes are not approved yet, and only approved minutes are final. Nothing was written. --cleared "
            "writes them as checked, subject to approval; “clerk approve” records an approval given elsewhere."
        )


def _where(meeting: "Meeting", one: "Finding") -> str:
    item = meeting.items.get(one.item or "")
    return f"item {item.number.rstrip('.')}" if item and item.number else ""


def _in_lines(meeting: "Meeting", one: "Finding") -> str:
    place = ", ".join(filter(None, (_where(meeting, one), f"entry {one.event}" if one.event else "")))
    head = f"{one.severity} {one.rule}".rstrip() + (f" ({place})" if place else "")
    figures = f" [{one.sum}]" if one.sum else ""
    answer = f"\n     Answered: {one.answer}" if one.answer else ""
    remedy = f"\n     {one.remedy}" if one.remedy and not one.answer else ""
    return f"{head}: {one.text}{figures}{remedy}{answer}"


def _as_data(meeting: "Meeting", one: "Finding") -> dict[str, Any]:
    item = meeting.items.get(one.item or "")
    return {
        "severity": one.severity,
        "rule": one.rule,
        "text": one.text,
        "remedy": one.remedy,
        "sum": one.sum,
        "item": item.number if item else "",
        "event": one.event,
        "answer": one.answer,
    }


def _summed_up(found: "tuple[Finding, ...]", shown: "list[Finding]") -> str:
    open_ = [one for one in found if not one.answer]
    counts = {severity: sum(one.severity == severity for one in open_) for severity in ("HARD", "WARN", "NOTE")}
    if not shown:
        more = f" {counts['NOTE']} notes: --notes shows them." if counts["NOTE"] else ""
        return f"Nothing is found.{more}"
    answered = len(found) - len(open_)
    told = f"{counts['HARD']} hard, {counts['WARN']} doubtful, {counts['NOTE']} notes"
    return f"{told}{f', {answered} answered' if answered else ''}."
