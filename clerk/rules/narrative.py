"""Section 13: the minutes themselves (N1 to N14)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from clerk.agenda import Item
from clerk.events import (
    Declared,
    FindingDismissed,
    Flagged,
    Minuted,
    MinutesApproved,
    MinutesCorrected,
    MotionMoved,
    Noted,
    ReasonsGiven,
)
from clerk.findings import Finding
from clerk.history import Approval, History
from clerk.meeting.executive import decided_something, delegates, may_be_called_in
from clerk.meeting.record import Placed
from clerk.meeting.sittings import days_of
from clerk.meeting.state import Meeting
from clerk.rules.case import Case, found
from clerk.rules.table import rule
from clerk.rules.words import marked
from clerk.saying.happened import words_of
from clerk.saying.names import clip, listed
from clerk.times import say_date


class Status(Struct, frozen=True):
    """Where a meeting's minutes stand (N3): the approval that made them so, and every correction with its date."""

    state: Literal["working", "draft", "approved", "signed"]
    approval: Approval | None = None
    corrections: tuple[tuple[date, str], ...] = ()


def status_of(meeting: Meeting, history: History) -> Status:
    """The status of a meeting's minutes, by what later meetings of the body approved (N3, N5)."""
    setup = meeting.setup
    if setup is None or meeting.course != "closed":
        return Status("working")
    approvals = [one for one in history.approvals(setup.body, setup.date, ids=history.own) if one.on > setup.date]
    if not approvals:
        return Status("draft")
    corrections = tuple((one.on, text) for one in approvals for text in one.corrections)
    signed = any(one.signed_by for one in approvals)
    return Status("signed" if signed else "approved", approvals[0], corrections)


@rule(N1="HARD", N2="WARN", N3="HARD", N4="HARD WARN NOTE", N5="WARN NOTE")
def earlier_minutes(case: Case) -> Iterator[Finding]:
    """What this meeting does with the minutes of earlier ones."""
    setup = case.meeting.setup
    if setup is None:
        return
    for placed, event in case.of(MinutesApproved):
        place = case.place(placed.id)
        presiding = case.presiding(place)
        if event.signed_by and presiding is not None and event.signed_by != presiding:
            text = f"{case.name(event.signed_by)} signed the minutes, and {case.name(presiding)} presided."
            yield found("HARD", "N1", text, "Whoever presides signs: correct who did.", at=placed)
        if setup.extraordinary and case.profile.body_kind == "council":
            text = "Minutes are approved at an extraordinary meeting of the Council; the next ordinary one is for that."
            yield found("WARN", "N2", text, "Check whether they may be taken.", at=placed)
        for number, day in enumerate(event.dates):
            if day >= setup.date:
                text = f"The minutes of {say_date(day)} are approved here, and that is no earlier meeting."
                yield found("HARD", "N3", text, "Correct the date: a later meeting approves.", at=placed)
            else:
                which = event.meetings[number] if number < len(event.meetings) else ""
                yield from _previous(case, placed, day, which)
        yield from _not_its_minutes(case, placed, event)
        if event.corrections and not any(re.search(r"\w", text) for text in event.corrections):
            yield found("NOTE", "N5", "A correction has no words.", "Say what is to be read.", at=placed)
    approved = {id_ for _, event in case.of(MinutesApproved) for id_ in event.meetings}
    for placed, change in case.of(MinutesCorrected):
        if change.meeting not in approved:
            text = "Earlier minutes are corrected here, and are not approved here."
            yield found("WARN", "N5", text, "Approve them too (:minutes), or strike the correction.", at=placed)
    yield from _own_status(case)


def _not_its_minutes(case: Case, placed: Placed, event: MinutesApproved) -> Iterator[Finding]:
    """Where the item names the day of its minutes, and others were approved under it."""
    from clerk.calendar import days_named, minutes_named

    item, setup = case.meeting.items.get(event.item or ""), case.meeting.setup
    if item is None or setup is None:
        return
    named = minutes_named(item, setup.date)
    above = case.meeting.items.get(item.parent or "")
    if not named and ((above is not None and above.kind == "minutes") or not _WORDS_TOO.search(item.title)):
        named = days_named(item.title, setup.date)
    others = [day for day in event.dates if day not in named and day < setup.date]
    if named and others:
        said, own = " and ".join(map(say_date, others)), " and ".join(map(say_date, named))
        text = f"The minutes of {said} are approved under {case.item_name(item.id)}, which names those of {own}."
        yield found("WARN", "N4", text, "Correct the date, or the item.", at=placed)


_WORDS_TOO = re.compile(
    r"(?<![a-z])(?!(?:st|nd|rd|th|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)[a-z]+",
    re.IGNORECASE,
)
"""A word in a title that is more than a day."""


def _previous(case: Case, placed: Placed, day: date, which: str) -> Iterator[Finding]:
    setup = case.meeting.setup
    assert setup is not None
    earlier = case.history.before(setup.body, setup.date)
    days = [past.date for past in earlier]
    if not days or day < days[0]:
        if case.history.meetings:
            text = f"The meeting of {say_date(day)} is not kept here, so its minutes cannot be looked up."
            yield found("NOTE", "N4", text, at=placed)
        return
    if day not in days:
        near = min(days, key=lambda other: abs((other - day).days))
        text = f"{setup.body} is not known to have met on {say_date(day)}."
        remedy = "Correct the date."
        yield found("HARD", "N4", text, remedy, at=placed, figures=f"nearest: {say_date(near)}")
        return
    there = case.history.on(setup.body, day)
    meant = [past for past in there if which in past.ids] if which else list(there)
    if len(meant) > 1:
        names = " and ".join(past.name for past in meant)
        text = f"{len(meant)} meetings of {say_date(day)} are kept here; it is not said whose minutes were approved."
        yield found("WARN", "N4", text, f"Correct it with of=NAME: {names}.", at=placed)
        return
    if any(case.history.approvals(setup.body, day, by=setup.date, ids=past.ids) for past in meant):
        text = f"The minutes of {say_date(day)} had been approved before."
        yield found("HARD", "N4", text, "Correct the date.", at=placed)
    open_ = [
        past.date
        for past in earlier
        if past.date < day
        and past.date not in case.meeting.approved
        and not case.history.approvals(setup.body, past.date, by=setup.date, ids=past.ids)
    ]
    if open_:
        text = f"The minutes of {say_date(open_[-1])} are still not approved."
        yield found("WARN", "N4", text, "Are they to be taken too?", at=placed)


def _own_status(case: Case) -> Iterator[Finding]:
    status = status_of(case.meeting, case.history)
    for day, text in status.corrections:
        yield found("NOTE", "N5", f"Corrected on {say_date(day)}: {text.rstrip('.')}.", "Print it with these minutes.")


@rule(N7="NOTE", N8="NOTE", N9="NOTE")
def content(case: Case) -> Iterator[Finding]:
    """What minutes hold at least, and how they speak; how long they stay open to inspection."""
    from clerk.calendar import access_until, working_day_after

    setup = case.meeting.setup
    for placed, text in case.prose:
        if isinstance(placed.event, Minuted) and "first person" in marked(text):
            sentence = "This speaks in the first or second person; minutes do not."
            yield found("NOTE", "N7", sentence, "Put it in reported speech.", at=placed)
    if setup is None or not case.closed:
        return
    missing = [
        what
        for what, known in (
            ("the hour at which it began", case.meeting.opened_at or setup.time),
            ("the place", setup.venue),
        )
        if not known
    ]
    if missing:
        yield found("NOTE", "N7", f"The minutes do not say {' or '.join(missing)}.", "Add it in the papers.")
    # A meeting that was adjourned to another day was over on that day.
    last = max(days_of(case.meeting))
    if years := case.profile.access_years:
        text = f"The minutes stay open to inspection through {say_date(access_until(last, years))}."
        yield found(
            "NOTE", "N8", text, figures=f"{'six' if years == 6 else years} years beginning with {say_date(last)}"
        )
    else:
        yield found("NOTE", "N8", "The minutes stay open to inspection by electors, with no last day.")
    if case.profile.publish_target_working_days is not None:
        due = working_day_after(case.profile, last, case.profile.publish_target_working_days)
        yield found("NOTE", "N9", f"The draft is to be published by {say_date(due)}.")


@rule(N7="WARN")
def in_reported_speech(case: Case) -> Iterator[Finding]:
    """What joins a sentence of the minutes speaks of people as the minutes do: not “because I live there”."""
    for placed in case.meeting.events:
        event = placed.event
        words = words_of(event)
        own = isinstance(event, Minuted | MotionMoved | Flagged | FindingDismissed) or event.nature.papers
        asks = isinstance(event, Noted) and event.construct in _IN_THEIR_WORDS
        if not words or own or asks or "of oneself" not in marked(words):
            continue
        who = f" of {case.names(event.members)}" if isinstance(event, Declared) else ""
        text = f"“{clip(words)}”{who} speaks in the first person; minutes do not."
        yield found("WARN", "N7", text, "Put it in reported speech (:correct … -- TEXT).", at=placed)


_IN_THEIR_WORDS = ("RE-04", "RE-07", "CN-02", "PL-03", "MI-07")
"""Constructs that may give what was said or written as it was."""


@rule(N7="WARN")
def flags(case: Case) -> Iterator[Finding]:
    """What the clerk meant to come back to is done before the minutes are final."""
    for flag in case.meeting.flags if case.closed else ():
        said = f": “{flag.text}”" if flag.text else ""
        text = f"A flag is still open{said[:150]}."
        yield found("WARN", "N7", text, "Deal with it, then take it down (:unflag).", at=flag.event, item=flag.item)


@rule(N12="HARD", CI1="NOTE")
def executive(case: Case) -> Iterator[Finding]:
    """Each decision of an executive has its reasons and the alternatives; it may be called in."""
    setup = case.meeting.setup
    if case.profile.body_kind != "executive" or setup is None:
        return
    decided = [
        item
        for item in case.items
        if item.kind in ("report", "exempt", "urgent")
        and case.is_over(item.id)
        and decided_something(case.meeting, item.id)
    ]
    for item in decided:
        given = [event for _, event in case.of(ReasonsGiven) if event.item == item.id]
        if not given and _options_in_report(case, item.id):
            continue
        lacking = [
            what
            for what, known in (
                ("reasons", any(event.text.strip() for event in given)),
                ("alternatives that were rejected", any(event.alternatives.strip() for event in given)),
            )
            if not known
        ]
        if lacking:
            text = f"The decision on {case.item_name(item.id)} is recorded without its {' and '.join(lacking)}."
            yield found("HARD", "N12", text, "Give them (:reasons alternatives=… -- …).", item=item.id)
    yield from _call_in(case, [item for item in decided if may_be_called_in(case.meeting, item.id)])


def _call_in(case: Case, decided: list[Item]) -> Iterator[Finding]:
    from clerk.calendar import callin_until

    for placed, noted in case.of(Noted):
        if noted.construct == "CA-05" and not noted.text.strip():
            text = (
                f"What was decided on {case.item_name(noted.item)} is said not to be subject to call-in, and not why."
            )
            yield found("WARN", "CI1", text, "Give the reason (:correct … -- REASON).", at=placed)
    setup = case.meeting.setup
    # Under a committee system there is no executive whose decisions could be called in, whatever else is set.
    if not decided or setup is None or not case.profile.callin_enabled or case.profile.governance == "committee":
        return
    published = case.meeting.published
    until = callin_until(case.profile, published or setup.date)
    unless = "" if published else ", if published that day"
    when = (
        f" through {say_date(until)}{unless}"
        if until
        else "; in how many days is not set (callin.days), so the decision sheet gives no date"
    )
    signatories = case.profile.callin_signatories
    by = "" if signatories is None else f" by {signatories} members"
    what = "1 executive decision" if len(decided) == 1 else f"{len(decided)} executive decisions"
    where = listed([case.item_name(item.id) for item in decided])
    text = f"{what} may be called in{by}{when}: {where}."
    yield found("NOTE", "CI1", text, "Say of one that may not be that it may not (:nocallin -- REASON).")


_STANDING = ("", "barnet")  # the house styles that have the standing sentence in private too


def _options_in_report(case: Case, item: str) -> bool:
    """Whether the minutes say that the report set out the reasons and options: of recommendations that were
    carried, in most styles in public."""
    meeting = case.meeting
    questions = (q for q in meeting.questions.values() if q.kind == "recommendations" and q.item == item)
    voted = (meeting.votes[q.vote] for q in questions if q.state == "carried" and q.vote in meeting.votes)
    standing = meeting.setup is not None and meeting.setup.style in _STANDING
    return any(standing or vote.event not in meeting.private for vote in voted)


@rule(N13="NOTE", N14="WARN")
def follow_ups(case: Case) -> Iterator[Finding]:
    """What somebody has to do afterwards, and who."""
    for question in case.meeting.questions.values():
        carried = question.state == "carried" and question.kind in ("recommendations", "motion")
        if carried and delegates(case.meeting, question):
            sentence = f"An officer is given authority, and is to keep a written record: {case.question(question.id)}."
            yield found("NOTE", "N13", sentence, "Tell the officer.", at=question.event, item=question.item)
    for action in case.meeting.actions:
        if not action.owner:
            text = "An action has nobody to do it."
            yield found("WARN", "N14", text, "Say who (:correct).", at=action.event, item=action.item)


@rule(R1="WARN", R2="WARN NOTE")
def referred(case: Case) -> Iterator[Finding]:
    """A referral up, of members' own right: by enough of them, after the decision, to the parent body."""
    least, parent = case.profile.referral_min_members, case.profile.body_parent
    for outcome in case.meeting.outcomes:
        placed = case.meeting.events[case.place(outcome.event)]
        by: tuple[str, ...] = getattr(placed.event, "by", ())
        to: str = getattr(placed.event, "to", "")
        if outcome.what not in ("referred", "referred up") or not by:
            continue
        figures = f"{len(by)} supported it, {least if least is not None else 'and how many is not set'} needed"
        if not case.profile.referral_enabled:
            text = "Members referred the decision up; this council has no such right now."
            yield found("WARN", "R1", text, "Check it against the constitution.", at=placed)
        elif least is None:
            text = "How many members may refer a decision up is not set (referral.min_members)."
            yield found(
                "WARN", "R1", text, "Enter the number from the constitution in force.", at=placed, figures=figures
            )
        elif len(by) < least:
            text = f"{len(by)} members supported the referral, and {least} must."
            yield found("WARN", "R1", text, "Check who supported it.", at=placed, figures=figures)
        votes = [vote for vote in case.votes if case.item_of(vote) == outcome.item]
        if not any(case.place(vote.event) < case.place(placed.id) for vote in votes):
            text = "The referral was made before a decision was taken."
            yield found("WARN", "R1", text, "The right is to refer after the vote.", at=placed)
        if parent and to and parent.casefold() not in to.casefold():
            text = f"The decision is referred to {to}; the body above this one is {parent}."
            yield found("WARN", "R2", text, "Correct where it goes.", at=placed)
        elif not to:
            yield found("WARN", "R2", "It is not said to whom the decision is referred.", "Add it (to=).", at=placed)
        text = "Referred up, the decision has no effect until the body above decides."
        yield found("NOTE", "R2", text, at=placed)
